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
    {"fall", "away", {"overturned", Verb::overturn}},
    {"falls", "away", {"overturned", Verb::overturn}},
    {"fell", "away", {"overturned", Verb::overturn, true}},
    {"fallen", "away", {"overturned", Verb::overturn, true}},
    {"fall", "short", {"overturned", Verb::overturn}},
    {"falls", "short", {"overturned", Verb::overturn}},
    {"fell", "short", {"overturned", Verb::overturn, true}},
    {"fall", "apart", {"overturned", Verb::overturn}},
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

struct PhraseRow {
  std::string_view words[6];
  SetPhrase said;
};
constexpr SetPhrase kStands{Act::kUpheld, true}, kFalls{Act::kOverturned, true}, kNoPart{Act::kUnconsidered, false},
    kNot{Act::kNotApplied, false}, kWrongGround{Act::kOverturned, false}, kBesides{Act::kAdded, false};
// Beginning with the word by which a sentence is searched.
constexpr PhraseRow kPhrases[] = {
    {{"no", "change"}, kStands},
    {{"same", "conclusion"}, kStands},
    {{"same", "view"}, kStands},
    {{"view", "is", "the", "same"}, kStands},
    {{"same", "mind", "as"}, kStands},
    {{"one", "mind", "with"}, kStands},
    {{"in", "agreement", "with"}, kStands},
    {{"has", "not", "changed"}, kStands},
    {{"has", "not", "altered"}, kStands},
    {{"is", "unchanged"}, kStands},
    {{"remains", "unchanged"}, kStands},
    {{"no", "fault"}, kStands},
    {{"not", "fault"}, kStands},
    {{"cannot", "fault"}, kStands},
    {{"cannot", "be", "faulted"}, kStands},
    {{"no", "error", "in"}, kStands},
    {{"hold", "firm"}, kStands},
    {{"holds", "firm"}, kStands},
    {{"stand", "firm"}, kStands},
    {{"good", "in", "law"}, kStands},
    {{"left", "undisturbed"}, kStands},
    {{"leave", "undisturbed"}, kStands},
    {{"remains", "unaltered"}, kStands},
    {{"is", "unaltered"}, kStands},
    {{"no", "reason", "to", "change"}, kStands},
    {{"no", "reason", "to", "depart"}, kStands},
    {{"no", "grounds", "to", "change"}, kStands},
    {{"no", "reason", "to", "disturb"}, kStands},
    {{"no", "reason", "to", "alter"}, kStands},
    {{"no", "reason", "to", "interfere"}, kStands},
    {{"no", "reason", "to", "differ"}, kStands},
    {{"no", "reason", "to", "revisit"}, kStands},
    {{"in", "your", "favour"}, kFalls},
    {{"wide", "of", "the", "mark"}, kFalls},
    {{"found", "wanting"}, kFalls},
    {{"wrong", "section"}, kWrongGround},
    {{"wrong", "exemption"}, kWrongGround},
    {{"wrong", "exception"}, kWrongGround},
    {{"wrong", "regulation"}, kWrongGround},
    {{"wrong", "provision"}, kWrongGround},
    {{"another", "footing"}, kBesides},
    {{"different", "footing"}, kBesides},
    {{"new", "footing"}, kBesides},
    {{"better", "ground"}, kBesides},
    {{"better", "exemption"}, kBesides},
    {{"better", "section"}, kBesides},
    {{"better", "provision"}, kBesides},
    {{"remains", "in", "place"}, kStands},
    {{"remain", "in", "place"}, kStands},
    {{"stays", "in", "place"}, kStands},
    {{"stay", "in", "place"}, kStands},
    {{"left", "in", "place"}, kStands},
    {{"remains", "in", "force"}, kStands},
    {{"step", "too", "far"}, kFalls},
    {{"went", "too", "far"}, kFalls},
    {{"going", "too", "far"}, kFalls},
    {{"goes", "too", "far"}, kFalls},
    {{"gone", "too", "far"}, kFalls},
    {{"stays", "as", "it", "is"}, kStands},
    {{"stays", "as", "it", "was"}, kStands},
    {{"stay", "as", "they", "are"}, kStands},
    {{"remains", "as", "it", "was"}, kStands},
    {{"no", "application"}, kNot},
    {{"no", "question", "of", "section"}, kNot},
    {{"no", "footing", "for"}, kNot},
    {{"no", "purchase"}, kNot},
    {{"no", "foundation", "for"}, kNot},
    {{"to", "one", "side"}, kNot},
    {{"no", "claim"}, kNot},
    {{"no", "obstacle"}, kNot},
    {{"no", "bar", "to"}, kNot},
    {{"no", "barrier"}, kNot},
    {{"not", "a", "case", "for"}, kNot},
    {{"case", "for", "section"}, {Act::kApplies, false}},
    {{"no", "longer", "in", "play"}, {Act::kWithdrawn, false}},
    {{"no", "longer", "in", "issue"}, {Act::kWithdrawn, false}},
    {{"off", "the", "table"}, {Act::kWithdrawn, false}},
    {{"overtaken", "by", "events"}, {Act::kWithdrawn, false}},
    {{"by", "the", "wayside"}, {Act::kWithdrawn, false}},
    {{"no", "business"}, kFalls},
    {{"back", "the", "decision"}, kStands},
    {{"back", "the", "refusal"}, kStands},
    {{"back", "the", "use"}, kStands},
    {{"no", "basis", "for"}, kNot},
    {{"no", "grounds", "for"}, kNot},
    {{"no", "ground", "for"}, kNot},
    {{"no", "justification", "for"}, kNot},
    {{"no", "room", "for"}, kNot},
    {{"no", "scope", "for"}, kNot},
    {{"no", "place", "for"}, kNot},
    {{"decided", "against", "section"}, kNot},
    {{"not", "made", "its", "case"}, kNot},
    {{"not", "made", "out", "its", "case"}, kNot},
    {{"have", "done", "the", "same"}, kStands},
    {{"have", "come", "to", "the", "same"}, kStands},
    {{"should", "have", "gone", "to", "you"}, kFalls},
    {{"ought", "to", "have", "gone", "to", "you"}, kFalls},
    {{"no", "reliance"}, kNot},
    {{"adds", "nothing"}, kNot},
    {{"added", "nothing"}, kNot},
    {{"not", "add", "anything"}, kNot},
    {{"no", "need", "of", "it"}, kNot},
    {{"it", "was", "not", "needed"}, kNot},
    {{"it", "is", "not", "needed"}, kNot},
    {{"decided", "against", "it"}, kNot},
    {{"decided", "against", "that"}, kNot},
    {{"decided", "against", "this"}, kNot},
    {{"decided", "against", "using"}, kNot},
    {{"decided", "against", "applying"}, kNot},
    {{"decided", "against", "relying"}, kNot},
    {{"thought", "better", "of", "it"}, kNot},
    {{"let", "it", "go"}, kNot},
    {{"does", "not", "assist"}, kNot},
    {{"no", "help", "to"}, kNot},
    {{"no", "further", "forward"}, kNot},
    {{"different", "view"}, kFalls},
    {{"different", "conclusion"}, kFalls},
    {{"other", "conclusion"}, kFalls},
    {{"opposite", "conclusion"}, kFalls},
    {{"changed", "our", "mind"}, kFalls},
    {{"changed", "my", "mind"}, kFalls},
    {{"changed", "our", "position"}, kFalls},

    {{"plays", "no", "part"}, kNoPart},
    {{"play", "no", "part"}, kNoPart},
    {{"played", "no", "part"}, kNoPart},
    {{"form", "no", "part"}, kNoPart},
    {{"formed", "no", "part"}, kNoPart},
    {{"are", "no", "part", "of"}, kNoPart},
    {{"has", "no", "role"}, kNoPart},
    {{"beside", "the", "point"}, kNoPart},
    {{"neither", "here", "nor", "there"}, kNoPart},
    {{"nothing", "turns", "on"}, kNoPart},
    {{"nothing", "hangs", "on"}, kNoPart},
    {{"by", "the", "by"}, kNoPart},
    {{"not", "at", "issue"}, kNoPart},
    {{"never", "at", "issue"}, kNoPart},
    {{"never", "been", "at", "issue"}, kNoPart},
    {{"never", "in", "issue"}, kNoPart},
    {{"never", "been", "in", "issue"}, kNoPart},
    {{"never", "in", "play"}, kNoPart},
    {{"never", "been", "in", "play"}, kNoPart},
    {{"no", "occasion", "to"}, kNoPart},
    {{"forms", "no", "part"}, kNoPart},
    {{"is", "no", "part", "of"}, kNoPart},
    {{"was", "no", "part", "of"}, kNoPart},
    {{"not", "enter", "into"}, kNoPart},
    {{"has", "no", "part"}, kNoPart},
    {{"had", "no", "part"}, kNoPart},
    {{"has", "no", "bearing"}, kNoPart},
    {{"has", "nothing", "to", "do"}, kNoPart},
    {{"had", "no", "bearing"}, kNoPart},
    {{"no", "relevance"}, kNoPart},
    {{"not", "relevant"}, kNoPart},
    {{"is", "irrelevant"}, kNoPart},
    {{"are", "irrelevant"}, kNoPart},
    {{"not", "in", "issue"}, kNoPart},
    {{"not", "in", "point"}, kNoPart},
    {{"not", "in", "play"}, kNoPart},
    {{"not", "what", "this", "is"}, kNoPart},
    {{"not", "come", "into", "it"}, kNoPart},
    {{"not", "in", "our", "minds"}, kNoPart},
    {{"not", "in", "our", "mind"}, kNoPart},
    {{"not", "in", "my", "mind"}, kNoPart},
    {{"not", "before", "us"}, kNoPart},
    {{"no", "call", "to"}, kNoPart},
    {{"different", "exemption"}, kNoPart},
    {{"another", "exemption"}, kNoPart},
    {{"different", "matter"}, kNoPart},
    {{"separate", "matter"}, kNoPart},
    {{"another", "matter"}, kNoPart},
    {{"separate", "exemption"}, kNoPart},
    {{"separate", "provision"}, kNoPart},
    {{"no", "view", "on"}, kNoPart},
    {{"no", "finding", "on"}, kNoPart},
    {{"no", "finding", "about"}, kNoPart},
    {{"leave", "open"}, kNoPart},
    {{"was", "not", "reached"}, kNoPart},
    {{"is", "not", "reached"}, kNoPart},
};

bool matches(const PhraseRow& row, std::span<const ClauseWord> tokens) {
  for (std::size_t i = 0; i < std::size(row.words) && !row.words[i].empty(); ++i)
    if (i >= tokens.size() || tokens[i].word != row.words[i] || (i > 0 && tokens[i].strong)) return false;
  return true;
}

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

// "need not", "do not need to", "no need to", "not necessary to", "without having to" and then a verb of looking.
bool is_spared(std::span<const ClauseWord> tokens, std::size_t at) {
  static constexpr std::string_view looking[] = {"consider", "deal",  "decide",    "look",    "address", "examine",
                                                 "rule",     "reach", "determine", "resolve", "go",      "discuss"};
  if (std::ranges::find(looking, tokens[at].word) == std::end(looking)) return false;
  // "He has no need to consider the public interest": the ground itself is decided.
  static constexpr std::string_view others[] = {"public", "balance", "balancing"};
  for (std::size_t n = 1; n <= 6 && at + n < tokens.size() && !tokens[at + n].strong; ++n)
    if (std::ranges::find(others, tokens[at + n].word) != std::end(others)) return false;
  static constexpr std::string_view sparing[] = {"need",   "needed",   "necessary", "gone",    "went",
                                                 "having", "required", "had",       "purpose", "point"};
  bool spared = false, negated = false;
  for (std::size_t n = 1; n <= 5 && n <= at && !tokens[at - n + 1].strong; ++n) {
    const std::string_view w = tokens[at - n].word;
    spared = spared || std::ranges::find(sparing, w) != std::end(sparing);
    negated = negated || w == "not" || w == "no" || w == "without" || w == "unnecessary";
  }
  return spared && negated;
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

std::optional<SetPhrase> set_phrase_at(std::span<const ClauseWord> tokens, std::size_t at) {
  static const WordSet first = [] {
    WordSet words;
    for (const PhraseRow& row : kPhrases) words.insert(row.words[0]);
    return words;
  }();
  if (is_spared(tokens, at)) return kNoPart;
  if (!first.contains(tokens[at].word)) return std::nullopt;
  for (const PhraseRow& row : kPhrases)
    if (matches(row, tokens.subspan(at))) return row.said;
  return std::nullopt;
}

}  // namespace foi::understand
