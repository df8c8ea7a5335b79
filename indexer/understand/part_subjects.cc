#include "indexer/understand/part_subjects.h"

#include <algorithm>

#include "indexer/understand/cues.h"
#include "indexer/understand/tokens.h"
#include "indexer/understand/word_list.h"

namespace foi::understand {

namespace {

// How many words after a label tell what the part is about, how many of a clause, and how long a heading or an opening sentence is.
constexpr std::size_t kPartBytes = 200, kPartWords = 8, kClauseWords = 24, kLeadBytes = 60, kLeadWords = 7;
// Two words are one when they begin with so many letters alike.
constexpr std::size_t kStem = 7;
constexpr std::size_t kLeastLetters = 4;

constexpr CueTable kCommon = {
    "request",      "requests",   "requested", "information", "section",    "sections",  "regulation", "exempt",     "exemption",
    "exemptions",   "exception",  "withheld",  "withhold",    "refused",    "refusal",   "refuse",     "response",   "reply",
    "replied",      "answer",     "answered",  "council",     "trust",      "authority", "board",      "under",      "virtue",
    "reason",       "reasons",    "because",   "would",       "could",      "couldn",    "which",      "their",      "your",
    "there",        "about",      "were",      "from",        "with",       "that",      "this",       "these",      "those",
    "being",        "been",       "have",      "part",        "parts",      "question",  "questions",  "item",       "items",
    "point",        "points",     "what",      "when",        "where",      "whether",   "they",       "them",       "public",
    "interest",     "other",      "some",      "made",        "said",       "decision",  "decided",    "review",     "internal",
    "outcome",      "conclusion", "finding",   "findings",    "background", "freedom",   "applied",    "applies",    "cited",
    "relied",       "either",     "both",      "each",        "also",       "such",      "than",       "more",       "into",
    "held",         "hold",       "given",     "give",        "provide",    "provided",  "disclosed",  "disclosure", "reference",
    "took",         "take",       "view",      "grounds",     "ground",     "complaint", "complaints", "complain",   "entirety",
    "commissioner", "university", "taken",     "will",        "first",      "second",    "third",      "asked",      "consider",
    "considered",   "reasoning",  "harm",      "prejudice",   "personal",   "data",      "full",       "whole"};

std::string stem_of(std::string_view word) {
  std::string_view stem = word;
  if (stem.size() > kLeastLetters && stem.ends_with("ies"))
    stem.remove_suffix(3);
  else if (stem.size() > kLeastLetters && stem.ends_with('s') && !stem.ends_with("ss"))
    stem.remove_suffix(1);
  return std::string(stem.substr(0, kStem));
}

Subject subject_of(const Words& words) {
  Subject subject;
  for (const std::string_view spoken : words) {
    const std::string_view word = spoken.substr(0, spoken.find('\''));  // "the council's"
    if (word.size() >= kLeastLetters && !is_digit(word[0]) && !among(kCommon, word)) subject.insert(stem_of(word));
  }
  return subject;
}

}  // namespace

Subject subject_of_part(std::string_view lower) {
  const std::string_view near = lower.substr(0, kPartBytes);
  return subject_of(spoken_words(near.substr(0, near.find_first_of(";.?")), kPartWords));
}

Subject subject_of_clause(std::string_view lower) {
  const std::size_t clause = lower.find_last_of(";:") + 1;  // 0 where there is neither
  return subject_of(spoken_words(lower.substr(clause), kClauseWords));
}

std::size_t shared(const Subject& a, const Subject& b) {
  return static_cast<std::size_t>(std::ranges::count_if(a, [&](const std::string& word) { return b.contains(word); }));
}

Span lead_of(const Repaired& text, Span line) {
  const std::string_view lower = text.lower;
  std::size_t start = line.start;
  // "5.", "4.1 "
  std::size_t number = start;
  while (number < line.end && (is_digit(lower[number]) || lower[number] == '.')) ++number;
  if (number > start && number < line.end && lower[number] == ' ') start = number + 1;
  const std::string_view rest = lower.substr(start, line.end - start);
  std::size_t stop = std::min(rest.find(". "), rest.find(": "));
  if (stop == std::string_view::npos) stop = rest.size();
  const std::string_view lead = rest.substr(0, stop);
  if (lead.empty() || lead.size() > kLeadBytes || lead.ends_with('?') || lead.ends_with(',') || lead.ends_with(';')) return {};
  if (spoken_words(lead, kLeadWords + 1).size() > kLeadWords) return {};
  return {start, start + stop};
}

}  // namespace foi::understand
