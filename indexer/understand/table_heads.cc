#include "indexer/understand/table_heads.h"

#include <algorithm>

#include "indexer/understand/cues.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// The head of a column is a few words, in bytes.
constexpr std::size_t kHeadBytes = 48;

constexpr std::string_view kAsked[] = {"question", "questions", "request",    "requests", "requested", "query",
                                       "queries",  "your item", "your items", "sought",   "asked",     "enquiry",
                                       "point",    "points",    "you wrote",  "you said", "wanted",    "you want"};
constexpr std::string_view kAnswered[] = {"answer",
                                          "answers",
                                          "answered",
                                          "response",
                                          "responses",
                                          "reply",
                                          "replies",
                                          "we say",
                                          "we said",
                                          "our comment",
                                          "our comments",
                                          "information provided",
                                          "information supplied"};

// "2023", "2022/23": a column of figures, one of several years, is no answer beside a question.
bool has_year(std::string_view lower) {
  constexpr std::size_t digits = 4;
  std::size_t run = 0;
  for (char c : lower)
    if (run = is_digit(c) ? run + 1 : 0; run == digits) return true;
  return false;
}

bool is_head(std::string_view lower) {
  return !lower.empty() && lower.size() <= kHeadBytes && !lower.ends_with('.') && !lower.ends_with('?') && !lower.ends_with(',');
}

// "You asked for", "What you wanted", "Your question": whatever stands beside it answers.
bool speaks_of_you(std::string_view lower) {
  static constexpr std::string_view heads[] = {"you asked",      "you asked for", "what you asked",  "what you asked for", "you want",
                                               "what you want",  "you wanted",    "what you wanted", "you wanted to know", "your question",
                                               "your questions", "your request",  "you requested",   "what you requested"};
  return is_one_of(lower, heads);
}

// "What was wanted", "Requested", "Part of the request": nothing but what was asked stands under it.
bool says_asked(std::string_view lower) {
  static constexpr std::string_view verbs[] = {"wanted", "asked", "requested", "sought"};
  static constexpr std::string_view heads[] = {"part of the request",   "parts of the request", "part of your request",
                                               "parts of your request", "your points",          "your point",
                                               "the question",          "the questions",        "point of the request"};
  // Fields of a letter's head: "Date requested", "You asked us on", "Review asked for".
  static constexpr std::string_view fields[] = {"date", "when", "by", "on", "who", "times", "days", "copies", "review"};
  if (!is_head(lower) || has_any(lower, fields)) return false;
  return speaks_of_you(lower) || is_one_of(lower, heads) || has_any(lower, verbs);
}

// "Paper | First decision (August) | After review": what was decided of each before and after.
bool heads_decided_twice(const std::vector<std::string>& cells, std::size_t first) {
  static constexpr std::string_view things[] = {"paper", "document", "record", "item",    "part",
                                                "limb",  "matter",   "point",  "request", "question"};
  static constexpr std::string_view before[] = {"first", "original", "initial", "earlier", "before", "our answer", "our reply", "we said"};
  static constexpr std::string_view after[] = {"review", "now", "after", "revised", "final", "new decision", "second"};
  if (cells.size() != first + 3 || !is_one_of(cells[first], things)) return false;
  return has_any(cells[first + 1], before) && has_any(cells[first + 2], after);
}

}  // namespace

bool heads_answers(std::string_view lower) { return is_head(lower) && has_any(lower, kAnswered); }
bool heads_questions(std::string_view lower) { return is_head(lower) && !has_any(lower, kAnswered) && has_any(lower, kAsked); }
bool heads_numbers(std::string_view lower) {
  static constexpr std::string_view heads[] = {
      "part", "limb", "no", "q", "ref", "number", "item", "item no", "q no", "question no", "question number", "s no", "qn"};
  return lower.empty() || lower == "#" || is_one_of(lower, heads);
}

TableHead head_of(const std::vector<std::string>& cells) {
  // "You asked | Our answer | Exemption": the last says more of the answer.
  static constexpr std::string_view grounds[] = {
      "exemption", "exemptions", "exemption applied", "exemptions applied", "section", "notes", "comment", "comments", "remarks"};
  if (cells.size() == 3 && is_one_of(cells[2], grounds) && heads_questions(cells[0]) && heads_answers(cells[1])) return {0, 1, false};
  const std::size_t first = cells.size() == 3 && heads_numbers(cells[0]) ? 1 : 0;
  if (cells.size() != first + 2 || !heads_questions(cells[first])) return {};
  // "No | You asked | We have": numbered rows answer whatever stands over the answers.
  if (!heads_answers(cells[first + 1]) && !((first == 1 || says_asked(cells[0])) && is_head(cells[first + 1]) &&
                                            !has_year(cells[first + 1]) && !heads_questions(cells[first + 1])))
    return {};
  return {first, first + 1, first == 1};
}

bool heads_review(const std::vector<std::string>& cells) {
  static constexpr std::string_view decided[] = {"decision", "decided", "outcome", "result", "review",
                                                 "finding",  "why",     "reason",  "reasons"};
  const std::size_t first = !cells.empty() && heads_numbers(cells[0]) ? 1 : 0;
  if (heads_decided_twice(cells, first)) return true;
  if (cells.size() < first + 3 || !heads_questions(cells[first])) return false;
  return std::all_of(cells.begin() + static_cast<std::ptrdiff_t>(first) + 1, cells.end(), [&](const std::string& cell) {
    return heads_answers(cell) || (is_head(cell) && (has_any(cell, decided) || says_asked(cells[first])));
  });
}

}  // namespace foi::understand
