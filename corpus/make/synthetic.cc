#include "corpus/make/synthetic.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace foi::corpus {

namespace {

constexpr std::size_t kVocabulary = 80'000;
constexpr std::size_t kPhrases = 400;
constexpr std::size_t kMeanWords = 370;  // a letter's
constexpr std::size_t kAuthorities = 220, kExemptions = 40, kTopics = 30;
constexpr int kQuestions = 3;
constexpr int kFirstYear = 2004, kYears = 22;
constexpr std::size_t kCommonest = 200;  // ranks of words that say nothing by themselves: queries are made of rarer ones

constexpr std::array<std::string_view, 16> kStandingSentences = {
    "Thank you for your request for information under the Freedom of Information Act.",
    "Your information request has been considered by the office named above.",
    "We have dealt with it under the Freedom of Information Act 2000.",
    "The public authority holds some of the information you asked for.",
    "If you are unhappy with this answer you may ask for an internal review.",
    "A request for a review should reach us within forty working days.",
    "After that you may complain to the Information Commissioner.",
    "Please quote the reference number of your information request.",
    "The information is supplied for your own use under the terms of re-use.",
    "Copyright in the information stays with the authority.",
    "This reply will be published on our disclosure log without your name.",
    "We aim to answer each information request within twenty working days.",
    "Freedom of information requests are handled by one small team.",
    "Figures below five are given as such so that nobody is identified.",
    "The numbers come from a live system and may change.",
    "We are sorry for the time this reply has taken.",
};

template <class Info>
const Info* pick(const std::vector<const Info*>& from, Random& random) {
  // Squared, so that some are met often and most seldom.
  const double at = random.between(0, 1);
  return from[std::min(from.size() - 1, static_cast<std::size_t>(at * at * static_cast<double>(from.size())))];
}

template <class Info, class Test>
std::vector<const Info*> first_of(const std::vector<Info>& all, std::size_t count, Test fits) {
  std::vector<const Info*> out;
  for (const Info& one : all)
    if (out.size() < count && fits(one)) out.push_back(&one);
  return out;
}

std::vector<const AuthorityInfo*> some_authorities(const Reference& reference) {
  return first_of(reference.authorities, kAuthorities, [](const AuthorityInfo&) { return true; });
}

// Every twelfth ground of the table, so that all regimes and levels are among them.
std::vector<const ExemptionInfo*> some_exemptions(const Reference& reference) {
  std::size_t seen = 0;
  return first_of(reference.exemptions, kExemptions,
                  [&seen](const ExemptionInfo& one) { return (one.kind == "exemption" || one.kind == "exception") && seen++ % 6 == 0; });
}

Page page_of(std::string text) {
  Page page;
  page.number = 1;
  page.text = std::move(text);
  for (std::size_t at = 0; at < page.text.size();) {
    Word word;
    word.start = static_cast<std::uint32_t>(at);
    word.end = static_cast<std::uint32_t>(std::min(page.text.find(' ', at), page.text.size()));
    word.box = {10, 10, 50, 20};
    at = word.end + 1;
    page.words.push_back(word);
  }
  return page;
}

}  // namespace

SyntheticWords::SyntheticWords(std::uint64_t seed) {
  double sum = 0;
  for (std::size_t i = 0; i < kVocabulary; ++i) cumulative_.push_back(sum += 1.0 / static_cast<double>(i + 3));
  Random random(seed);
  for (std::size_t i = 0; i < kPhrases; ++i) {
    std::string first = spelt(kCommonest + random.below(kVocabulary / 40));
    phrases_.push_back(std::move(first) + ' ' + spelt(kCommonest + random.below(kVocabulary / 40)));
  }
}

std::string SyntheticWords::spelt(std::size_t rank) {
  std::string out;
  for (rank += 30; rank > 0; rank /= 20) out.push_back("etaoinsrhldcumfpgwyb"[rank % 20]);
  return out;
}

std::string SyntheticWords::word(Random& random) const {
  const double at = random.between(0, cumulative_.back());
  return spelt(static_cast<std::size_t>(std::lower_bound(cumulative_.begin(), cumulative_.end(), at) - cumulative_.begin()));
}

std::string SyntheticWords::phrase(Random& random) const { return phrases_[random.below(phrases_.size())]; }

std::string SyntheticWords::sentence(Random& random) const {
  return std::string(kStandingSentences[random.below(kStandingSentences.size())]);
}

std::string SyntheticWords::text(Random& random, std::size_t words) const {
  constexpr std::uint64_t kWordsBetweenPhrases = 25;
  std::string out = word(random);
  for (std::size_t i = 1; i < words; ++i) {
    out += i % 12 ? " " : ". ";
    out += random.below(kWordsBetweenPhrases) ? word(random) : phrase(random);
  }
  return out;
}

SyntheticLetters::SyntheticLetters(std::uint64_t seed, const Reference& reference)
    : random_(seed),
      words_(seed),
      authorities_(some_authorities(reference)),
      exemptions_(some_exemptions(reference)),
      topics_(first_of(reference.topics, kTopics, [](const TopicInfo&) { return true; })) {}

Authority SyntheticLetters::authority() {
  const AuthorityInfo& body = *pick(authorities_, random_);
  return {body.id, body.name, body.id, body.name, body.type, 1};
}

std::vector<Citation> SyntheticLetters::citations() {
  std::vector<Citation> out;
  for (std::uint64_t left = random_.below(4); left > 0; --left) {
    const ExemptionInfo& ground = *pick(exemptions_, random_);
    if (std::any_of(out.begin(), out.end(), [&](const Citation& one) { return one.id == ground.id; })) continue;
    out.push_back(
        {.id = ground.id, .label = ground.label, .questions = {}, .evidence = {}, .confidence = 1, .rule = "synthetic", .now = {}});
  }
  return out;
}

std::vector<std::string> SyntheticLetters::topics() {
  std::vector<std::string> out;
  for (std::uint64_t left = 1 + random_.below(3); left > 0; --left) {
    const TopicInfo& topic = *pick(topics_, random_);
    if (std::find(out.begin(), out.end(), topic.id) == out.end()) out.push_back(topic.id);
  }
  return out;
}

Published SyntheticLetters::next(const std::string& id) {
  constexpr std::array kOutcomes = {Outcome::kGrantedInFull, Outcome::kPartlyGranted,      Outcome::kRefusedInFull, Outcome::kNotHeld,
                                    Outcome::kCostLimit,     Outcome::kPublishedElsewhere, Outcome::kNcnd};
  Published out;
  Record& record = out.record;
  record.id = id;
  record.kind = Kind::kResponse;
  record.title = "Response about " + words_.phrase(random_) + ' ' + words_.word(random_);
  record.reference = "FOI " + std::to_string(random_.below(100'000));
  const int year = kFirstYear + static_cast<int>(random_.below(kYears));
  const auto month = static_cast<unsigned>(1 + random_.below(12));
  record.responded =
      Date(std::chrono::year(year), std::chrono::month(month), std::chrono::day(static_cast<unsigned>(1 + random_.below(28))));
  record.authority = authority();
  record.exemptions = citations();
  record.topics = topics();
  record.outcome = kOutcomes[random_.below(kOutcomes.size())];
  std::string text = words_.sentence(random_);
  for (int i = 1; i <= kQuestions; ++i) {
    // Questions and answers stand on the page too, as in a letter.
    Question question{.number = std::to_string(i), .heading = {}, .text = words_.text(random_, 15), .answer = {}, .exemptions = {}};
    question.answer = words_.text(random_, kMeanWords / 6 + random_.below(kMeanWords / 6));
    text += ' ' + question.text + ". " + question.answer + '.';
    record.questions.push_back(std::move(question));
  }
  text += ' ' + words_.text(random_, kMeanWords / 6 + random_.below(kMeanWords / 6));
  for (int i = 0; i < 5; ++i) text += ". " + words_.sentence(random_);
  out.pages.push_back(page_of(std::move(text)));
  record.pages = {{.number = 1, .source = PageSource::kText, .confidence = 1, .characters = out.pages.front().text.size()}};
  return out;
}

std::vector<SyntheticQuery> synthetic_queries(std::uint64_t seed, const Reference& reference) {
  using Form = SyntheticQuery::Form;
  constexpr int kOfEach = 40, kEverywhere = 4, kMatchAll = 8, kBrowse = 16;
  const SyntheticWords words(seed);
  Random random(seed + 1);
  const auto authorities = some_authorities(reference);
  const auto exemptions = some_exemptions(reference);
  std::vector<SyntheticQuery> out;
  auto some_word = [&random] { return SyntheticWords::spelt(kCommonest / 4 + random.below(kVocabulary / 40)); };
  auto some_words = [&](std::uint64_t count) {
    std::vector<std::string> list;
    while (count-- > 0) list.push_back(some_word());
    return list;
  };
  for (int i = 0; i < kOfEach; ++i) out.push_back({.kind = "one word", .words = some_words(1), .authority = {}, .exemption = {}});
  for (int i = 0; i < kOfEach; ++i)
    out.push_back({.kind = "and", .words = some_words(2 + random.below(2)), .authority = {}, .exemption = {}});
  for (int i = 0; i < kOfEach; ++i)
    out.push_back({.kind = "or", .words = some_words(2 + random.below(2)), .form = Form::kAny, .authority = {}, .exemption = {}});
  for (int i = 0; i < kOfEach; ++i) {
    const std::string phrase = words.phrase(random);
    const std::size_t space = phrase.find(' ');
    out.push_back({.kind = "phrase",
                   .words = {phrase.substr(0, space), phrase.substr(space + 1)},
                   .form = Form::kPhrase,
                   .authority = {},
                   .exemption = {}});
  }
  for (int i = 0; i < kOfEach; ++i) {
    std::vector<std::string> list = some_words(1);
    const std::string body = pick(authorities, random)->id;
    out.push_back({.kind = "filtered", .words = std::move(list), .authority = body, .exemption = pick(exemptions, random)->id});
  }
  for (int i = 0; i < kEverywhere; ++i) {
    out.push_back({.kind = "everywhere", .words = {"freedom", "of", "information"}, .authority = {}, .exemption = {}});
    out.push_back({.kind = "everywhere", .words = {"information", "request"}, .authority = {}, .exemption = {}});
  }
  for (int i = 0; i < kMatchAll; ++i) out.push_back({.kind = "match-all", .words = {}, .authority = {}, .exemption = {}});
  for (int i = 0; i < kBrowse; ++i) {
    const bool by_body = i % 2 == 0;
    out.push_back({.kind = "browse",
                   .words = {},
                   .authority = by_body ? pick(authorities, random)->id : "",
                   .exemption = by_body ? "" : pick(exemptions, random)->id});
  }
  return out;
}

}  // namespace foi::corpus
