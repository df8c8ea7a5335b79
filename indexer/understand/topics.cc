#include "indexer/understand/topics.h"

#include <algorithm>
#include <memory>
#include <set>
#include <unordered_map>

#include "indexer/model/text.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

constexpr double kSubjectFactor = 3, kQuestionFactor = 3, kRequestFactor = 2, kAnswerFactor = 0.3;
// What stands round the questions of a request, and an answer that nothing is known to ask for.
constexpr double kAroundFactor = 1, kOnlyTextFactor = 1;
// The first question says what a request is about; those after it go into details.
constexpr double kFirstQuestion = 1.5;
constexpr double kPhraseWeight = 3, kWordWeight = 2, kWeakWeight = 0.5;
// A word counts as often as this within one part, each time less: a table that repeats it says no more.
constexpr int kMaxRepeats = 3;
// Least score of the main topic, and of others as a part of the main one's. Where no topic reaches the first, the best is taken when its
// score is at least the second and well ahead.
constexpr double kMainScore = 5, kThinScore = 1.5, kThinLead = 1.3, kOtherScore = 5, kOtherShare = 0.4;
constexpr std::size_t kMaxTopics = 3;
// What a police force or an ambulance service counts for the topic it is mostly asked about: as much as two words of a later question.
constexpr double kBodyScore = 4;
// Words of a part that are looked at; what a request is about stands at its beginning.
constexpr std::size_t kMaxPartBytes = 200'000;

struct TopicWord {
  std::vector<std::string> words;
  std::string capitals;  // an abbreviation counts only in these capitals; else empty
  std::size_t topic = 0;
  double weight = 0;
};

bool is_abbreviation(std::string_view word) {
  const auto capitals = std::count_if(word.begin(), word.end(), is_upper);
  return word.size() <= 10 && word.find(' ') == std::string_view::npos && capitals >= 2;
}

// "Rio", "Epic": a short name that is also a word.
bool is_product(std::string_view word) { return word.size() <= 7 && is_upper(word.front()) && word.find(' ') == std::string_view::npos; }

class TopicIndex {
 public:
  explicit TopicIndex(const Reference& reference) {
    std::unordered_map<std::string, int> sharers;
    for (const TopicInfo& topic : reference.topics)
      for (const auto* words : {&topic.words, &topic.weak_words})
        for (const std::string& word : *words) ++sharers[word];
    for (std::size_t i = 0; i < reference.topics.size(); ++i) {
      for (const std::string& word : reference.topics[i].words)
        add(word, i, (words_of(word).size() > 1 ? kPhraseWeight : kWordWeight) / sharers[word]);
      for (const std::string& word : reference.topics[i].weak_words) add(word, i, kWeakWeight / sharers[word]);
    }
    for (auto& [first, list] : words_)
      std::stable_sort(list.begin(), list.end(), [](const TopicWord& a, const TopicWord& b) { return a.words.size() > b.words.size(); });
  }

  const std::vector<TopicWord>* starting_with(const std::string& word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? nullptr : &found->second;
  }

 private:
  void add(const std::string& word, std::size_t topic, double weight) {
    TopicWord entry{words_of(word), is_abbreviation(word) || is_product(word) ? word : "", topic, weight};
    if (entry.words.empty()) return;
    words_[entry.words.front()].push_back(entry);
    // "locum" also finds "locums", "waiting list" also "waiting lists".
    std::string& last = entry.words.back();
    if (!entry.capitals.empty() || last.size() < 3 || last.back() == 's' || is_digit(last.back())) return;
    last += 's';
    words_[entry.words.front()].push_back(entry);
  }

  std::unordered_map<std::string, std::vector<TopicWord>> words_;  // by first word, longest first
};

std::shared_ptr<const TopicIndex> topic_index(const Reference& reference) {
  if (&reference != &builtin_reference()) return std::make_shared<const TopicIndex>(reference);
  static const auto index = std::make_shared<const TopicIndex>(builtin_reference());
  return index;
}

class Scorer {
 public:
  Scorer(const Reference& reference) : index_(topic_index(reference)), scores_(reference.topics.size(), 0.0) {}

  // The words of one part, each worth its weight times factor.
  void add_text(std::string_view text, double factor) {
    text = text.substr(0, kMaxPartBytes);
    const std::vector<Token> tokens = tokenise(text);
    for (std::size_t i = 0; i < tokens.size();) {
      const std::size_t used = match(text, tokens, i, factor);
      i += std::max<std::size_t>(1, used);
    }
  }

  void add_topic(std::string_view id, double score, const Reference& reference) {
    for (std::size_t i = 0; i < reference.topics.size(); ++i)
      if (reference.topics[i].id == id) scores_[i] += score;
  }

  // Forgets which words were seen, so that a word counts anew in the next part.
  void next_part() { seen_.clear(); }
  const std::vector<double>& scores() const { return scores_; }

 private:
  // The longest words that stand at i, for every topic that has them; how many tokens they took.
  std::size_t match(std::string_view text, const std::vector<Token>& tokens, std::size_t i, double factor) {
    const std::vector<TopicWord>* list = index_->starting_with(tokens[i].word);
    if (!list) return 0;
    std::size_t used = 0;
    for (const TopicWord& word : *list) {
      if (word.words.size() < used) break;
      if (!words_at(tokens, i, word.words)) continue;
      const Token& last = tokens[i + word.words.size() - 1];
      if (!word.capitals.empty() && text.substr(tokens[i].start, last.end - tokens[i].start) != word.capitals) continue;
      used = word.words.size();
      if (++seen_[&word] <= kMaxRepeats) scores_[word.topic] += word.weight * factor / seen_[&word];
    }
    return used;
  }

  std::shared_ptr<const TopicIndex> index_;
  std::vector<double> scores_;
  std::unordered_map<const TopicWord*, int> seen_;
};

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

void add_sections(const Letter& letter, const std::vector<Section>& sections, std::span<const FoundQuestion> questions, Scorer& scorer) {
  const bool asked = !questions.empty() || std::ranges::any_of(sections, [](const Section& s) { return s.kind == SectionKind::request; });
  // A table or a policy has no parts of a letter: all of it counts as what stands before a salutation.
  const bool letter_parts = asked || std::ranges::any_of(sections, [](const Section& s) { return s.kind == SectionKind::response; });
  const std::vector<Span> spans = asked_and_answered(questions);
  for (const Section& section : sections) {
    double factor = 0;
    if (section.kind == SectionKind::request) factor = questions.empty() ? kRequestFactor : kAroundFactor;
    if (section.kind == SectionKind::response) factor = asked ? kAnswerFactor : kOnlyTextFactor;
    if (section.kind == SectionKind::letterhead && !letter_parts) factor = kOnlyTextFactor;
    if (factor > 0) scorer.add_text(text_around(letter, section, spans), factor);
  }
}

// text without the lines of a list of abbreviations.
std::string without_glossary(std::string_view text) {
  std::string out;
  for (std::string_view line : split(text, '\n'))
    if (!is_glossary_line(line.substr(0, 200))) out.append(line).append(1, '\n');
  return out;
}

void add_questions(const Letter& letter, std::span<const FoundQuestion> questions, Scorer& scorer) {
  Span heading;
  double factor = kQuestionFactor * kFirstQuestion;
  for (const FoundQuestion& question : questions) {
    if (question.heading != heading) scorer.add_text(letter.view(question.heading), factor);
    heading = question.heading;
    scorer.add_text(without_glossary(letter.view(question.text).substr(0, kMaxPartBytes)), factor);
    factor = kQuestionFactor;
  }
}

void add_answers(const Letter& letter, std::span<const FoundQuestion> questions, Scorer& scorer) {
  Span last;
  for (const FoundQuestion& question : questions) {
    if (question.answer != last) scorer.add_text(letter.view(question.answer), kAnswerFactor);
    last = question.answer;
  }
}

// What a body that does one thing is mostly asked about.
void add_body(std::string_view authority_type, const Reference& reference, Scorer& scorer) {
  if (authority_type == "police") scorer.add_topic("security-violence-crime", kBodyScore, reference);
  if (authority_type.starts_with("nhs-trust-ambulance") || authority_type.starts_with("ambulance"))
    scorer.add_topic("ambulance-urgent-111", kBodyScore, reference);
}

std::vector<std::string> choose(const std::vector<double>& scores, const Reference& reference) {
  std::vector<std::size_t> order(scores.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
  std::vector<std::string> topics;
  const bool clear = order.size() > 1 && scores[order[0]] >= kThinScore && scores[order[0]] >= kThinLead * scores[order[1]];
  const double first = clear ? kThinScore : kMainScore;
  for (std::size_t i : order) {
    const double least = topics.empty() ? first : std::max(kOtherScore, scores[order[0]] * kOtherShare);
    if (topics.size() == kMaxTopics || scores[i] < least) break;
    topics.push_back(reference.topics[i].id);
  }
  return topics;
}

}  // namespace

std::vector<std::string> find_topics(const RequestContext& request, std::span<const FoundQuestion> questions, const Letter& letter,
                                     const std::vector<Section>& sections, const Reference& reference) {
  Scorer scorer(reference);
  add_body(request.authority_type, reference, scorer);
  scorer.add_text(request.subject, kSubjectFactor);
  scorer.next_part();
  add_questions(letter, questions, scorer);
  scorer.next_part();
  add_sections(letter, sections, questions, scorer);
  scorer.next_part();
  add_answers(letter, questions, scorer);
  return choose(scorer.scores(), reference);
}

}  // namespace foi::understand
