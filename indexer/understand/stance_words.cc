#include "indexer/understand/stance_words.h"

#include <algorithm>
#include <iterator>

#include "indexer/understand/cues.h"
#include "indexer/understand/tokens.h"
#include "indexer/understand/word_set.h"

namespace foi::understand {

namespace {

// "(2)", "(3A)", "(ii)" of a citation end no clause.
bool is_element(std::string_view s, std::size_t open) {
  const std::size_t close = s.substr(open, 5).find(')');
  return close != std::string_view::npos && close > 1;
}
bool ends_element(std::string_view s, std::size_t close) {
  const std::size_t from = close < 4 ? 0 : close - 4;
  return s.substr(from, close - from).find('(') != std::string_view::npos;
}

struct PhrasalRow {
  std::string_view head, particle;
  VerbRow row;
};
constexpr PhrasalRow kPhrasal[] = {
    {"keep", "back", {"withhold", Verb::withhold}},
    {"keeping", "back", {"withholding", Verb::withhold}},
    {"kept", "back", {"withheld", Verb::withhold, true}},
    {"keeps", "back", {"withholds", Verb::withhold}},
    {"hold", "back", {"withhold", Verb::withhold}},
    {"holding", "back", {"withholding", Verb::withhold}},
    {"held", "back", {"withheld", Verb::withhold, true}},
    {"take", "out", {"redact", Verb::withhold}},
    {"taking", "out", {"redacting", Verb::withhold}},
    {"taken", "out", {"redacted", Verb::withhold, true}},
    {"taken", "off", {"redacted", Verb::withhold, true}},
    {"lifted", "out", {"redacted", Verb::withhold, true}},
    {"painted", "over", {"redacted", Verb::withhold, true}},
    {"put", "forward", {"claimed", Verb::apply, true}},
    {"took", "out", {"redacted", Verb::withhold, true}},
    {"left", "out", {"omitted", Verb::withhold, true}},
    {"leave", "out", {"redact", Verb::withhold}},
    {"leaving", "out", {"redacting", Verb::withhold}},
    {"takes", "out", {"redact", Verb::withhold}},
    {"struck", "out", {"redacted", Verb::withhold, true}},
    {"struck", "through", {"redacted", Verb::withhold, true}},
    {"crossed", "out", {"redacted", Verb::withhold, true}},
    {"scored", "out", {"redacted", Verb::withhold, true}},
    {"scored", "through", {"redacted", Verb::withhold, true}},
    {"greyed", "out", {"redacted", Verb::withhold, true}},
    {"blotted", "out", {"redacted", Verb::withhold, true}},
    {"inked", "out", {"redacted", Verb::withhold, true}},
    {"inked", "over", {"redacted", Verb::withhold, true}},
    {"edited", "out", {"redacted", Verb::withhold, true}},
    {"masked", "out", {"redacted", Verb::withhold, true}},
    {"stripped", "out", {"redacted", Verb::withhold, true}},
    {"shaded", "out", {"redacted", Verb::withhold, true}},
    {"rubbed", "out", {"redacted", Verb::withhold, true}},
    {"cut", "out", {"redacted", Verb::withhold, true}},
    {"blanked", "out", {"redacted", Verb::withhold, true}},
    {"set", "aside", {"overturned", Verb::overturn, true}},
    {"setting", "aside", {"overturning", Verb::overturn}},
    {"put", "aside", {"overturned", Verb::overturn, true}},
    {"give", "up", {"withdraw", Verb::withdraw}},
    {"gives", "up", {"withdraws", Verb::withdraw}},
    {"gave", "up", {"withdrew", Verb::withdraw, true}},
    {"given", "up", {"withdrawn", Verb::withdraw, true}},
    {"giving", "up", {"withdrawing", Verb::withdraw}},
    {"take", "back", {"withdraw", Verb::withdraw}},
    {"takes", "back", {"withdraws", Verb::withdraw}},
    {"took", "back", {"withdrew", Verb::withdraw, true}},
    {"taken", "back", {"withdrawn", Verb::withdraw, true}},
    {"taking", "back", {"withdrawing", Verb::withdraw}},
    {"fall", "away", {"overturned", Verb::overturn}},
    {"falls", "away", {"overturned", Verb::overturn}},
    {"fell", "away", {"overturned", Verb::overturn, true}},
    {"fallen", "away", {"overturned", Verb::overturn, true}},
    {"fall", "short", {"overturned", Verb::overturn}},
    {"falls", "short", {"overturned", Verb::overturn}},
    {"fell", "short", {"overturned", Verb::overturn, true}},
    {"fall", "apart", {"overturned", Verb::overturn}},
    {"fell", "apart", {"overturned", Verb::overturn, true}},
    {"falls", "apart", {"overturned", Verb::overturn}},
    {"struck", "down", {"overturned", Verb::overturn, true}},
    {"backed", "away", {"withdrew", Verb::withdraw, true}},
    {"back", "away", {"withdraw", Verb::withdraw}},
    {"backed", "down", {"withdrew", Verb::withdraw, true}},
    {"climbed", "down", {"withdrew", Verb::withdraw, true}},
    {"laid", "aside", {"withdrawn", Verb::withdraw, true}},
    {"letting", "go", {"withdrawing", Verb::withdraw}},
    {"lets", "go", {"withdraws", Verb::withdraw}},
    {"made", "out", {"met", Verb::apply, true}},
    {"fall", "back", {"rely", Verb::rely}},
    {"fallen", "back", {"relied", Verb::rely, true}},
    {"falling", "back", {"relying", Verb::rely}},
    {"turned", "to", {"cited", Verb::apply, true}},
    {"holds", "water", {"holds water", Verb::survive}},
    {"hold", "water", {"holds water", Verb::survive}},
    {"holds", "good", {"holds good", Verb::survive}},
    {"hold", "up", {"holds up", Verb::survive}},
    {"holds", "up", {"holds up", Verb::survive}},
    {"stack", "up", {"stacks up", Verb::survive}},
    {"stacks", "up", {"stacks up", Verb::survive}},
    {"pass", "muster", {"passes muster", Verb::survive}},
    {"passes", "muster", {"passes muster", Verb::survive}},
    {"bear", "scrutiny", {"bears scrutiny", Verb::survive}},
    {"bears", "scrutiny", {"bears scrutiny", Verb::survive}},
    {"survive", "scrutiny", {"survives scrutiny", Verb::survive}},
    {"survives", "scrutiny", {"survives scrutiny", Verb::survive}},
    {"bear", "examination", {"bears scrutiny", Verb::survive}},
    {"bears", "examination", {"bears scrutiny", Verb::survive}},
    {"called", "upon", {"cited", Verb::apply, true}},
    {"prays", "in", {"cites", Verb::apply}},
    {"pray", "in", {"cite", Verb::apply}},
    {"prayed", "in", {"cited", Verb::apply, true}},
    {"rule", "out", {"rule out", Verb::discard}},
    {"rules", "out", {"rule out", Verb::discard}},
    {"ruled", "out", {"ruled out", Verb::discard, true}},
    {"ruling", "out", {"rule out", Verb::discard}},
    {"passed", "over", {"ruled out", Verb::discard, true}},
    {"steered", "clear", {"ruled out", Verb::discard, true}},
    {"turn", "down", {"refuse", Verb::withhold}},
    {"turned", "down", {"refused", Verb::withhold, true}},
    {"turning", "down", {"refusing", Verb::withhold}},
    {"let", "go", {"withdrawn", Verb::withdraw, true}},
    {"come", "into", {"engage", Verb::apply}},
    {"comes", "into", {"engages", Verb::apply}},
    {"came", "into", {"engaged", Verb::apply, true}},
    {"coming", "into", {"engaging", Verb::apply}},
    {"comes", "in", {"engages", Verb::apply}},
    {"rests", "on", {"relies", Verb::rely}},
    {"rest", "on", {"rely", Verb::rely}},
    {"resting", "on", {"relying", Verb::rely}},
};

// How many words may stand between a verb and its particle: "it", "the list", "that decision", "section 22". Two particles are words of
// place besides, and take no object between.
constexpr std::size_t kMaxObject = 4;
std::size_t object_words(std::span<const ClauseWord> tokens, std::size_t at, std::string_view particle) {
  static constexpr std::string_view heads[] = {"it", "them", "that", "this", "these", "those", "the", "our", "section", "any", "some"};
  static constexpr std::string_view split[] = {"back", "aside", "out", "up", "down", "go", "forward"};
  if (at >= tokens.size() || std::ranges::find(heads, tokens[at].word) == std::end(heads)) return 0;
  if (std::ranges::find(split, particle) == std::end(split)) return 0;
  for (std::size_t n = 1; n <= kMaxObject && at + n < tokens.size() && !tokens[at + n].strong && !tokens[at + n].comma; ++n)
    if (tokens[at + n].word == particle) return n;
  return 0;
}

// "Reg. 12(4)(e)", "s40(2)", "sec 31": the unit word in full, so that what governs a section governs it however it is written.
std::string_view unit_in_full(std::string_view s, std::size_t at, std::string_view word) {
  static constexpr std::string_view sections[] = {"s", "ss", "sec", "secs", "sect"}, regulations[] = {"reg", "regs"};
  const std::size_t digit = std::min(word.find_first_of("0123456789"), word.size());
  const std::string_view unit = word.substr(0, digit);
  if (digit == word.size()) {
    std::size_t next = at + word.size();
    if (next < s.size() && s[next] == '.') ++next;
    if (next < s.size() && s[next] == ' ') ++next;
    if (next >= s.size() || s[next] < '0' || s[next] > '9') return word;
  }
  if (std::ranges::find(sections, unit) != std::end(sections)) return "section";
  return std::ranges::find(regulations, unit) != std::end(regulations) ? "regulation" : word;
}

// "isn't" and "we've" say two words: officers who write as they speak say no less with them.
struct Contraction {
  std::string_view head, tail;  // tail is empty when the word is none
};
Contraction contraction(std::string_view word) {
  struct Row {
    std::string_view word, head, tail;
  };
  static constexpr Row irregular[] = {{"can't", "cannot", ""}, {"won't", "will", "not"}, {"shan't", "shall", "not"}};
  for (const Row& row : irregular)
    if (word == row.word) return {row.head, row.tail};
  if (word.size() > 3 && word.ends_with("n't")) return {word.substr(0, word.size() - 3), "not"};
  static constexpr Row tails[] = {{"'ve", "", "have"}, {"'re", "", "are"}, {"'ll", "", "will"}, {"'m", "", "am"}};
  for (const Row& row : tails)
    if (word.size() > row.word.size() && word.ends_with(row.word)) return {word.substr(0, word.size() - row.word.size()), row.tail};
  return {word, {}};
}

// "it's been applied", "we'd not relied on it", "your complaint's upheld": which verb the letter stands for, by the word that follows it;
// nothing for a possessive ("the Trust's decision").
std::string_view shortened_verb(std::string_view word, std::string_view following) {
  static constexpr std::string_view subjects[] = {"it's",   "that's", "there's", "he's",  "she's",
                                                  "this's", "here's", "what's",  "who's", "which's"};
  const VerbRow* verb = verb_of(following);
  const bool participle = verb != nullptr && (verb->past || verb->verb == Verb::judged);
  if (word.ends_with("'d")) return following == "better" || (participle && following != "like") ? "had" : "would";
  if (!word.ends_with("'s")) return {};
  if (following == "been" || following == "had") return "has";
  const bool subject = std::ranges::find(subjects, word) != std::end(subjects);
  return subject || following == "not" || participle ? "is" : std::string_view();
}

// The words of all, with contractions taken apart.
std::vector<ClauseWord> in_full(const std::vector<ClauseWord>& all) {
  std::vector<ClauseWord> full;
  full.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    ClauseWord token = all[i];
    const std::string_view word = token.word;
    const std::size_t mark = word.find('\'');
    if (mark == std::string_view::npos) {
      full.push_back(token);
      continue;
    }
    const Contraction parts = contraction(word);
    std::string_view tail = parts.tail;
    token.word = parts.head;
    if (tail.empty() && parts.head == word)
      if (tail = shortened_verb(word, i + 1 < all.size() ? all[i + 1].word : std::string_view()); !tail.empty())
        token.word = word.substr(0, word.rfind('\''));
    full.push_back(token);
    if (!tail.empty()) full.push_back({tail, token.at + mark, false, false});
  }
  return full;
}

}  // namespace

std::vector<ClauseWord> clause_words(std::string_view s) {
  std::vector<ClauseWord> all;
  bool strong = false, comma = false;
  for (std::size_t i = 0; i < s.size();) {
    if (!is_word(s[i])) {
      comma = comma || s[i] == ',';
      const bool bracket = (s[i] == '(' && !is_element(s, i)) || (s[i] == ')' && !ends_element(s, i));
      strong = strong || s[i] == ';' || s[i] == ':' || s[i] == '\n' || bracket;
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < s.size() && (is_word(s[end]) || ((s[end] == '\'' || s[end] == '-') && end + 1 < s.size() && is_word(s[end + 1])))) ++end;
    // "12(1) was the right answer": a number with its elements is cited, with or without its unit word.
    static constexpr std::string_view units[] = {"section",    "sections", "regulation", "regulations", "article",  "articles", "and",
                                                 "paragraph",  "clause",   "paragraphs", "clauses",     "schedule", "rule",     "or",
                                                 "subsection", "act",      "part",       "number",      "question", "ref",      "foi"};
    const bool cited = end - i == 2 && is_digit(s[i]) && is_digit(s[i + 1]) && end < s.size() && s[end] == '(' && is_element(s, end) &&
                       is_digit(s[end + 1]) && (all.empty() || !among(units, all.back().word));
    // The "(i)" of a citation is nobody.
    const bool element = s.substr(i, end - i) == "i" && i > 0 && s[i - 1] == '(' && end < s.size() && s[end] == ')';
    const std::string_view word = cited ? std::string_view("section") : unit_in_full(s, i, s.substr(i, end - i));
    all.push_back({element ? s.substr(i - 1, 3) : word, i, strong, comma});
    strong = comma = false;
    i = end;
  }
  return in_full(all);
}

const VerbRow* phrasal_verb_at(std::span<const ClauseWord> tokens, std::size_t at) {
  static constexpr Beginnings heads = [] {
    Beginnings beginnings;
    for (const PhrasalRow& phrase : kPhrasal) beginnings.add(Beginnings::key(phrase.head, 0));
    return beginnings;
  }();
  if (tokens[at].word.empty() || !heads.may_begin(tokens[at].word, 0)) return nullptr;
  for (const PhrasalRow& phrase : kPhrasal) {
    if (tokens[at].word != phrase.head) continue;
    const std::size_t next = at + 1 + object_words(tokens, at + 1, phrase.particle);
    const bool whole = next < tokens.size() && tokens[next].word == phrase.particle && !tokens[next].strong;
    // "taken out of use"
    const bool of_use = next + 2 < tokens.size() && tokens[next + 1].word == "of" &&
                        (tokens[next + 2].word == "use" || tokens[next + 2].word == "service" || tokens[next + 2].word == "hours");
    if (whole && !of_use) return &phrase.row;
  }
  return nullptr;
}

}  // namespace foi::understand
