#include "indexer/understand/topics.h"

#include <algorithm>
#include <memory>
#include <set>
#include <unordered_map>

#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

constexpr double kQuestionFactor = 3, kRequestFactor = 2, kAnswerFactor = 0.5;
// A word counts as often as this within one part: a table that repeats it says no more.
constexpr int kMaxRepeats = 3;
// Least score of the main topic, and of others as a part of the main one's.
constexpr double kMainScore = 5, kOtherScore = 5, kOtherShare = 0.4;
constexpr std::size_t kMaxTopics = 3;
// Words of a part that are looked at; what a request is about stands at its beginning.
constexpr std::size_t kMaxPartBytes = 200'000;

struct TopicWord {
  std::vector<std::string> words;
  std::string capitals;  // an abbreviation counts only in these capitals; else empty
  std::size_t topic = 0;
  double weight = 1;
};

bool is_abbreviation(std::string_view word) {
  const auto capitals = std::count_if(word.begin(), word.end(), is_upper);
  return word.size() <= 10 && word.find(' ') == std::string_view::npos && capitals >= 2;
}

// "Rio", "Epic": a short name that is also a word.
bool is_product(std::string_view word) { return word.size() <= 7 && is_upper(word.front()) && word.find(' ') == std::string_view::npos; }

// Words that belong to a topic but stand in letters of every kind.
bool is_weak(std::string_view word) {
  static const std::set<std::string_view> weak{"agency",     "locum",     "bank",      "turnover",    "suspension", "expenses", "bonus",
                                               "income",     "supplier",  "suppliers", "procurement", "training",   "devices",  "mobile",
                                               "telephony",  "referral",  "discharge", "complaint",   "complaints", "claims",   "research",
                                               "ethics",     "minutes",   "policy",    "network",     "students",   "nurses",   "medicine",
                                               "drug",       "drugs",     "children",  "charity",     "structure",  "cleaning", "parking",
                                               "energy",     "contracts", "invoice",   "budget",      "surgery",    "deaths",   "infection",
                                               "infections", "crime",     "ambulance", "disciplinary"};
  return weak.contains(word);
}

class TopicIndex {
 public:
  explicit TopicIndex(const Reference& reference) {
    std::unordered_map<std::string, int> sharers;
    for (const TopicInfo& topic : reference.topics)
      for (const std::string& word : topic.words) ++sharers[word];
    for (std::size_t i = 0; i < reference.topics.size(); ++i)
      for (const std::string& word : reference.topics[i].words) add(word, i, sharers[word]);
    for (auto& [first, list] : words_)
      std::stable_sort(list.begin(), list.end(), [](const TopicWord& a, const TopicWord& b) { return a.words.size() > b.words.size(); });
  }

  const std::vector<TopicWord>* starting_with(const std::string& word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? nullptr : &found->second;
  }

 private:
  void add(const std::string& word, std::size_t topic, int sharers) {
    TopicWord entry{words_of(word), is_abbreviation(word) || is_product(word) ? word : "", topic, 2};
    if (entry.words.empty()) return;
    if (entry.words.size() > 1) entry.weight = 3;
    if (is_weak(word)) entry.weight = 1;
    entry.weight /= sharers;
    words_[entry.words.front()].push_back(entry);
    // "locum" also finds "locums".
    if (entry.words.size() == 1 && entry.capitals.empty() && word.size() >= 4 && word.back() != 's') {
      entry.words.front() += 's';
      words_[entry.words.front()].push_back(entry);
    }
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

  void add_text(std::string_view text, double factor) {
    text = text.substr(0, kMaxPartBytes);
    const std::vector<Token> tokens = tokenise(text);
    for (std::size_t i = 0; i < tokens.size();) {
      const std::size_t used = match(text, tokens, i, factor);
      i += std::max<std::size_t>(1, used);
    }
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

double factor_of(SectionKind kind, bool has_questions) {
  switch (kind) {
    case SectionKind::request:
      return has_questions ? 1 : kRequestFactor;
    case SectionKind::response:
      return kAnswerFactor;
    default:
      return 0;
  }
}

void add_sections(const Letter& letter, const std::vector<Section>& sections, bool has_questions, Scorer& scorer) {
  for (const Section& section : sections) {
    const double factor = factor_of(section.kind, has_questions);
    if (factor == 0) continue;
    std::string text;
    const std::size_t last = letter.line_index(section.end == 0 ? 0 : section.end - 1);
    for (std::size_t i = letter.line_index(section.start); i <= last && text.size() < kMaxPartBytes; ++i) {
      const std::string_view line = letter.view(letter.lines[i]);
      if (!is_glossary_line(line.substr(0, 200))) text.append(line).append(1, '\n');
    }
    scorer.add_text(text, factor);
  }
}

std::vector<std::string> choose(const std::vector<double>& scores, const Reference& reference) {
  std::vector<std::size_t> order(scores.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
  std::vector<std::string> topics;
  for (std::size_t i : order) {
    const double least = topics.empty() ? kMainScore : std::max(kOtherScore, scores[order[0]] * kOtherShare);
    if (topics.size() == kMaxTopics || scores[i] < least) break;
    topics.push_back(reference.topics[i].id);
  }
  return topics;
}

}  // namespace

std::vector<std::string> find_topics(const std::vector<Question>& questions, const Letter& letter, const std::vector<Section>& sections,
                                     const Reference& reference) {
  Scorer scorer(reference);
  std::string last_heading;
  for (const Question& question : questions) {
    if (question.heading != last_heading) scorer.add_text(question.heading, kQuestionFactor);
    last_heading = question.heading;
    scorer.add_text(question.text, kQuestionFactor);
  }
  scorer.next_part();
  add_sections(letter, sections, !questions.empty(), scorer);
  scorer.next_part();
  for (const Question& question : questions) scorer.add_text(question.answer, kAnswerFactor);
  return choose(scorer.scores(), reference);
}

}  // namespace foi::understand
