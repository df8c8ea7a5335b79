#include "indexer/understand/topics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <unordered_map>

#include "indexer/model/text.h"
#include "indexer/understand/tokens.h"
#include "indexer/understand/topic_terms.h"

namespace foi::understand {

namespace {

// What a term counts by where it stands. A place that is named twice counts twice; the sum is damped (ln(1 + sum)), so that the second
// mention of a term says less than the first of another.
constexpr double kSubject = 3, kFirstQuestion = 3.5, kQuestion = 2.2, kHeading = 2, kRequest = 1.6, kThread = 0.8, kAnswer = 0.25;
// Of a letter in which no request was found: what its first sentences say, and every sentence that tells what was asked.
constexpr double kLead = 0.6, kTold = 1.6;
constexpr std::size_t kLeadBytes = 600;
// Terms that say how something is counted make up no more than this, however many there are.
constexpr double kMostOfWeak = 2;
// Least score of the main topic, and of others, also as a part of the main one's.
constexpr double kMainScore = 1.5, kOtherScore = 2.5, kOtherShare = 0.4;
constexpr std::size_t kMaxTopics = 3;
// What a police force, a mental health trust or an ambulance service counts for the topic it is mostly asked about.
constexpr double kBodyScore = 1.5;
// Words of a part that are looked at; what a request is about stands at its beginning.
constexpr std::size_t kMaxPartBytes = 200'000;
// Bytes of a sentence in which it says whether it tells what was asked; of a request that is more than its heading.
constexpr std::size_t kCueBytes = 400, kRequestBytes = 40;

// Topics of how a thing is had, waited for or decided, beside which the thing itself is what the request is about: "contract for
// mattresses" is about mattresses, "waiting list for hip replacements" about hips.
double share_of(std::string_view topic) {
  static constexpr std::array<std::pair<std::string_view, double>, 7> kShares{{{"procurement-contracts", 0.8},
                                                                               {"finance-spend", 0.8},
                                                                               {"governance-corporate", 0.8},
                                                                               {"complaints-claims-legal", 0.8},
                                                                               {"information-governance", 0.8},
                                                                               {"workforce-recruitment-vacancies", 0.9},
                                                                               {"waiting-times-elective", 0.6}}};
  const auto found = std::ranges::find(kShares, topic, &std::pair<std::string_view, double>::first);
  return found == kShares.end() ? 1 : found->second;
}

class Scorer {
 public:
  explicit Scorer(const Reference& reference) : terms_(topic_terms(reference)), reference_(reference) {}

  void add_text(std::string_view text, double factor) {
    if (factor <= 0) return;
    for (const TopicHit& hit : terms_->hits(text.substr(0, kMaxPartBytes))) {
      Found& found = found_[hit.term];
      found.hit = hit;
      found.factor += factor;
    }
  }

  void add_topic(std::string_view id, double score) { extra_.emplace_back(id, score); }

  // One a topic, in the order of the table. The sum is taken in the order of the terms: the same words, the same score.
  std::vector<double> scores() const {
    std::vector<const Found*> all;
    for (const auto& [term, found] : found_) all.push_back(&found);
    std::ranges::sort(all, {}, [](const Found* found) { return found->hit.term; });
    std::vector<double> strong(reference_.topics.size(), 0.0), weak(strong);
    for (const Found* found : all)
      (found->hit.weight <= kWeakWeight ? weak : strong)[found->hit.topic] += found->hit.weight * std::log1p(found->factor);
    for (std::size_t i = 0; i < strong.size(); ++i) {
      const std::string& id = reference_.topics[i].id;
      strong[i] = (strong[i] + std::min(weak[i], kMostOfWeak)) * share_of(id);
      for (const auto& [topic, score] : extra_)
        if (topic == id) strong[i] += score;
    }
    return strong;
  }

 private:
  struct Found {
    TopicHit hit;
    double factor = 0;
  };
  std::shared_ptr<const TopicTerms> terms_;
  const Reference& reference_;
  std::unordered_map<std::size_t, Found> found_;
  std::vector<std::pair<std::string_view, double>> extra_;
};

bool is_abbreviation(std::string_view word) { return std::ranges::count_if(word, is_upper) >= 2; }

// "GP – General Practitioner": a line of a list of abbreviations.
bool is_glossary_line(std::string_view line) {
  const std::vector<Token> tokens = tokenise(line);
  if (tokens.size() < 2 || tokens.size() > 9) return false;
  const std::string_view first = line.substr(tokens[0].start, tokens[0].end - tokens[0].start);
  if (!is_abbreviation(first) || first.size() > 6) return false;
  const std::string_view gap = line.substr(tokens[0].end, tokens[1].start - tokens[0].end);
  const bool dash = gap.find('-') != std::string_view::npos || gap.find("\xE2\x80\x93") != std::string_view::npos ||
                    gap.find('=') != std::string_view::npos || gap.find("\xE2\x80\x94") != std::string_view::npos ||
                    gap.find(':') != std::string_view::npos;
  return dash && is_upper(line[tokens[1].start]);
}

// Questions and answers to them, in order of their ends.
std::vector<Span> asked_and_answered(std::span<const FoundQuestion> questions) {
  std::vector<Span> spans;
  for (const FoundQuestion& q : questions)
    for (Span span : {q.text, q.answer})
      if (!span.empty()) spans.push_back(span);
  std::ranges::sort(spans, {}, &Span::end);
  return spans;
}

// The lines of a section that none of the spans meets.
std::string text_around(const Letter& letter, const Section& section, std::span<const Span> spans) {
  std::string text;
  const std::size_t last = letter.line_index(section.end == 0 ? 0 : section.end - 1);
  for (std::size_t i = letter.line_index(section.start); i <= last && text.size() < kMaxPartBytes; ++i) {
    const Line line = letter.lines[i];
    const auto next = std::ranges::upper_bound(spans, line.start, {}, &Span::end);
    if (next != spans.end() && next->start < line.end) continue;
    if (!is_glossary_line(letter.view(line).substr(0, 200))) text.append(letter.view(line)).append(1, '\n');
  }
  return text;
}

// text without the lines of a list of abbreviations.
std::string without_glossary(std::string_view text) {
  std::string out;
  for (std::string_view line : split(text, '\n'))
    if (!is_glossary_line(line.substr(0, 200))) out.append(line).append(1, '\n');
  return out;
}

// "You asked about …", "the complainant requested information on …", "I refer to your request concerning …".
bool tells_request(std::string_view sentence) {
  static constexpr std::string_view kAsking[] = {"asked",    "ask",   "asking", "request",  "requested", "requests",  "requesting",
                                                 "wanted",   "want",  "sought", "seek",     "seeking",   "enquiry",   "inquiry",
                                                 "enquired", "query", "email",  "question", "questions", "complaint", "wrote"};
  static constexpr std::string_view kAbout[] = {"you",        "your",     "youre",     "complainant", "applicant", "requester",   "we",
                                                "us",         "they",     "he",        "she",         "for",       "information", "about",
                                                "concerning", "concerns", "concerned", "regarding",   "relating",  "relation"};
  bool asking = false, about = false;
  for (const Token& token : tokenise(sentence.substr(0, kCueBytes))) {
    asking = asking || std::ranges::find(kAsking, token.word) != std::end(kAsking);
    about = about || std::ranges::find(kAbout, token.word) != std::end(kAbout);
  }
  return asking && about;
}

// Where the sentence that begins at a place ends: before a capital, a figure or a quotation after a stop, or at a blank line.
std::size_t sentence_end(std::string_view text, std::size_t start) {
  for (std::size_t i = start; i + 1 < text.size(); ++i) {
    if (text[i] == '\n' && text[i + 1] == '\n') return i + 1;
    if (std::string_view(".?!:").find(text[i]) == std::string_view::npos) continue;
    const std::size_t next = text.find_first_not_of(" \n\t", i + 1);
    if (next == std::string_view::npos) return text.size();
    if (next > i + 1 && (is_upper(text[next]) || is_digit(text[next]) || text[next] == '"' || text[next] == '(')) return next;
  }
  return text.size();
}

class Parts {
 public:
  Parts(const Letter& letter, const std::vector<Section>& sections, std::span<const FoundQuestion> questions, Scorer& scorer)
      : letter_(letter), sections_(sections), questions_(questions), scorer_(scorer), spans_(asked_and_answered(questions)) {
    asked_ = !questions.empty();
    for (const Section& section : sections) {
      asked_ = asked_ || (section.kind == SectionKind::request && section.end - section.start > kRequestBytes);
      plain_ = plain_ && (section.kind == SectionKind::letterhead || sections.size() == 1);
    }
  }

  void add_all(std::string_view subject) {
    const bool first =
        !questions_.empty() && (subject == letter_.view(questions_.front().text) || subject == letter_.view(questions_.front().heading));
    if (!first) scorer_.add_text(subject, kSubject);
    add_questions();
    for (const Section& section : sections_) add_section(section);
  }

 private:
  void add_questions() {
    Span heading, answer;
    double factor = kFirstQuestion;
    for (const FoundQuestion& question : questions_) {
      if (question.heading != heading) scorer_.add_text(letter_.view(question.heading), kHeading);
      heading = question.heading;
      scorer_.add_text(without_glossary(letter_.view(question.text).substr(0, kMaxPartBytes)), factor);
      factor = kQuestion;
      if (question.answer != answer) scorer_.add_text(letter_.view(question.answer), kAnswer);
      answer = question.answer;
    }
  }

  void add_section(const Section& section) {
    const std::string text = [&] {
      switch (section.kind) {
        case SectionKind::request:
        case SectionKind::response:
        case SectionKind::letterhead:
        case SectionKind::quoted_thread:
        case SectionKind::review_decision:
          return text_around(letter_, section, spans_);
        default:
          return std::string();
      }
    }();
    if (section.kind == SectionKind::request) return scorer_.add_text(text, kRequest);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::max(sentence_end(text, at), at + 1);
      add_sentence(section.kind, std::string_view(text).substr(at, end - at));
      at = end;
    }
  }

  void add_sentence(SectionKind kind, std::string_view sentence) {
    const bool head = kind == SectionKind::letterhead;
    if (tells_request(sentence)) return scorer_.add_text(sentence, questions_.empty() ? kTold : 0);
    if (head && !plain_) return;
    if (!asked_ && lead_ < kLeadBytes && kind != SectionKind::review_decision) {
      lead_ += sentence.size();
      return scorer_.add_text(sentence, plain_ ? kTold : kLead);
    }
    scorer_.add_text(sentence, kind == SectionKind::quoted_thread ? kThread : kAnswer);
  }

  const Letter& letter_;
  const std::vector<Section>& sections_;
  std::span<const FoundQuestion> questions_;
  Scorer& scorer_;
  std::vector<Span> spans_;
  bool asked_ = false;
  bool plain_ = true;  // a table, a policy: no parts of a letter
  std::size_t lead_ = 0;
};

// What a body that does one thing is mostly asked about.
void add_body(std::string_view authority_type, Scorer& scorer) {
  if (authority_type == "police") scorer.add_topic("security-violence-crime", kBodyScore);
  if (authority_type == "nhs-trust-mental-health") scorer.add_topic("mental-health", kBodyScore);
  if (authority_type.starts_with("nhs-trust-ambulance") || authority_type.starts_with("ambulance"))
    scorer.add_topic("ambulance-urgent-111", kBodyScore);
}

std::vector<std::string> choose(const std::vector<double>& scores, const Reference& reference) {
  std::vector<std::size_t> order(scores.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
  std::vector<std::string> topics;
  for (std::size_t i : order) {
    const double least = topics.empty() ? kMainScore : std::max(kOtherScore, scores[order[0]] * kOtherShare);
    if (topics.size() == kMaxTopics || scores[i] < least) break;
    topics.push_back(reference.topics[i].id);
  }
  return topics;
}

}  // namespace

std::vector<std::string> find_topics(const RequestContext& request, std::span<const FoundQuestion> questions, const Letter& letter,
                                     const std::vector<Section>& sections, const Reference& reference) {
  Scorer scorer(reference);
  Parts(letter, sections, questions, scorer).add_all(request.subject);
  add_body(request.authority_type, scorer);
  return choose(scorer.scores(), reference);
}

}  // namespace foi::understand
