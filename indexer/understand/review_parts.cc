#include "indexer/understand/review_parts.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "indexer/understand/citation_voice.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/stance.h"
#include "indexer/understand/word_list.h"

namespace foi::understand {

namespace {

// A heading is shorter, in bytes.
constexpr std::size_t kHeadingBytes = 72;
// How much under a heading is read for who speaks, in bytes.
constexpr std::size_t kBlockBytes = 2'000;
// How far down a page the requester's own words begin, in bytes.
constexpr std::size_t kPleaBytes = 3'000;
// One that ends with a full stop ("Review of c.") has fewer words.
constexpr std::ptrdiff_t kStoppedWords = 4;

// What a heading says beyond one of these is a date, a number or a name.
constexpr std::string_view kFirstAnswer[] = {"original response",
                                             "original decision",
                                             "original reply",
                                             "original answer",
                                             "first response",
                                             "first decision",
                                             "first reply",
                                             "first answer",
                                             "initial response",
                                             "initial decision",
                                             "initial reply",
                                             "our response",
                                             "our reply",
                                             "our answer",
                                             "trust's response",
                                             "council's response",
                                             "response under review",
                                             "decision under review",
                                             "what was said",
                                             "what we said",
                                             "how we responded",
                                             "how we replied",
                                             "what you were told",
                                             "response of",
                                             "reply of",
                                             "start of our reply",
                                             "our letter of",
                                             "our decision of",
                                             "previous response",
                                             "response sent",
                                             "how it was answered",
                                             "how we answered",
                                             "authority's response",
                                             "force's response",
                                             "university's response",
                                             "board's response",
                                             "background",
                                             "history of the case",
                                             "chronology"};
constexpr std::string_view kComplaint[] = {"your complaint",
                                           "your concerns",
                                           "you are dissatisfied",
                                           "you were dissatisfied",
                                           "grounds on which",
                                           "your reasons",
                                           "request for review",
                                           "request for a review",
                                           "what you said",
                                           "your arguments",
                                           "your points",
                                           "your representations",
                                           "your appeal",
                                           "review is sought",
                                           "your objections",
                                           "review request",
                                           "request for an internal review",
                                           "request for internal review",
                                           "your challenge",
                                           "grounds of complaint",
                                           "reasons for your complaint",
                                           "you disagree",
                                           "your grounds",
                                           "why you complained",
                                           "why you complain",
                                           "what you say",
                                           "what you complain of",
                                           "your dissatisfaction",
                                           "your criticisms",
                                           "your case",
                                           "requirement for review",
                                           "seeking a review",
                                           "seek a review",
                                           "your submission",
                                           "your submissions",
                                           "your view"};
constexpr std::string_view kRequest[] = {"your request",   "original request",      "the request", "what you asked",
                                         "what was asked", "information requested", "you asked",   "request"};
constexpr std::string_view kDecision[] = {
    "findings",           "my findings",         "outcome",        "conclusion",    "conclusions",    "my decision",     "the decision",
    "decision",           "review decision",     "considerations", "consideration", "i have decided", "we have decided", "my review",
    "the review",         "our review",          "result",         "determination", "analysis",       "internal review", "reconsideration",
    "review of question", "end of our reply",    "review",         "what i think",  "what i found",   "what we found",   "my view",
    "discussion",         "reviewer's findings", "my conclusions", "reasons",       "what i did",     "what we now say", "review outcome"};
// A heading holds nothing else but these, numbers and dates.
constexpr std::string_view kSmall[] = {
    "the",  "of",    "on",     "to",        "a",        "my",        "your",     "our",      "and",        "is",    "in",
    "by",   "dated", "sent",   "panel's",   "s",        "trust",     "council",  "panel",    "reviewer's", "for",   "what",
    "why",  "how",   "was",    "were",      "letter",   "foi",       "january",  "february", "march",      "april", "may",
    "june", "july",  "august", "september", "october",  "november",  "december", "internal", "st",         "nd",    "rd",
    "th",   "which", "start",  "end",       "question", "questions", "section",  "new",      "part",       "parts", "each"};

// Words of a line that neither the phrase nor small words account for.
std::size_t words_beyond(std::string_view line, std::string_view phrase) {
  const std::size_t at = find_phrase(line, phrase);
  std::size_t beyond = 0;
  for (std::string_view rest : {line.substr(0, at), line.substr(at + phrase.size())}) {
    for (std::size_t i = 0; i < rest.size();) {
      std::size_t n = 0;
      while (i + n < rest.size() && (is_word(rest[i + n]) || rest[i + n] == '\'')) ++n;
      const std::string_view word = rest.substr(i, n);
      bool small = n == 0 || (word[0] >= '0' && word[0] <= '9') || n == 1;
      for (std::string_view w : kSmall) small = small || w == word;
      beyond += small ? 0 : 1;
      i += n + 1;
    }
  }
  return beyond;
}

// A heading that begins so may go on: "What you say is wrong with it".
constexpr std::size_t kWordsAfter = 4;

bool is_headed(std::string_view line, Cues phrases) {
  for (std::string_view phrase : phrases)
    if (has_phrase(line, phrase) && words_beyond(line, phrase) <= 1) return true;
  return false;
}
bool begins_headed(std::string_view line, Cues phrases) {
  for (std::string_view phrase : phrases)
    if (line.starts_with(phrase) && words_beyond(line, phrase) <= kWordsAfter) return true;
  return false;
}

// "Response (28th October 2022)", "Reply of 3 May": the answer that is reviewed, by its date.
bool is_dated_answer(std::string_view line) {
  static constexpr std::string_view answers[] = {"response", "reply", "answer"};
  static constexpr std::string_view months[] = {"january", "february", "march",     "april",   "may",      "june",
                                                "july",    "august",   "september", "october", "november", "december"};
  const std::string_view answer = prefix_of(line, answers);
  return !answer.empty() && has_any(line, months) && words_beyond(line, answer) == 0;
}

bool is_label(std::string_view words) {
  return !words.empty() && words.size() <= 3 && words.find_first_not_of("0123456789abcdefghivx") == std::string_view::npos;
}

// begins: the line begins a paragraph, as far as what stands over it tells.
ReviewPart part_of(std::string_view line, bool begins) {
  // "The request and the first answer": a word on what went before, with no end of its own.
  if (has_phrase(line, "request and")) return ReviewPart::none;
  if (begins && is_verdict_heading(line)) return ReviewPart::decision;
  if (is_headed(line, kFirstAnswer) || is_dated_answer(line) || is_their_answer(line)) return ReviewPart::first_answer;
  static constexpr std::string_view spoken[] = {"what you say", "why you complain", "why you complained", "why you disagree",
                                                "what you complain of"};
  if (is_headed(line, kComplaint) || begins_headed(line, spoken)) return ReviewPart::complaint;
  // "Request (a)", "Question 2": of the review's own list, and what stands under it says which part it is.
  static constexpr std::string_view items[] = {"request", "question", "item"};
  if (const std::string_view item = prefix_of(line, items); !item.empty() && is_label(bare(line.substr(item.size()))))
    return ReviewPart::none;
  if (is_headed(line, kRequest)) return ReviewPart::request;
  return is_headed(line, kDecision) ? ReviewPart::decision : ReviewPart::none;
}

bool is_heading(std::string_view line) {
  const bool table = line.find("  ") != std::string_view::npos || line.find('\t') != std::string_view::npos;
  const bool stopped = line.ends_with('.') && std::ranges::count(line, ' ') >= kStoppedWords;
  return !table && !line.empty() && line.size() < kHeadingBytes && !stopped && !line.ends_with(',') && !line.ends_with('?');
}

// Whether somebody who looks at an earlier answer speaks: he finds for or against it, gives it up or adds to it.
bool is_reviewers(std::string_view block) {
  for (std::size_t at = 0; at < block.size();) {
    std::size_t end = at;
    while (end < block.size() && block[end] != '\n' && !(block[end] == '.' && end + 1 < block.size() && block[end + 1] == ' ')) ++end;
    const std::string_view sentence = block.substr(at, end - at);
    const bool decides = !is_reported(sentence) && std::ranges::any_of(acts_in(sentence), [](const Said& said) {
      const bool fate = said.act == Act::kUpheld || said.act == Act::kOverturned || said.act == Act::kPartly ||
                        said.act == Act::kWithdrawn || said.act == Act::kAdded;
      return fate && !said.balance;
    });
    if (decides) return true;
    at = end + 1;
  }
  return false;
}

// What is told of the request and the first answer ends where, under a heading of no known kind ("Which legislation", "Part a)"), the
// reviewer speaks.
std::vector<ReviewHeading> with_unnamed(const Repaired& text, std::vector<ReviewHeading> named, const std::vector<ReviewHeading>& unnamed) {
  std::vector<ReviewHeading> found;
  std::size_t next = 0;
  // Whether a quotation stands open at a place after the last heading found, counted on from the place asked for before.
  Span told;
  bool quoted = false;
  const auto is_quoted = [&](std::size_t at) {
    if (told.start != found.back().start) told = {found.back().start, found.back().start}, quoted = false;
    quoted = quoted != (std::ranges::count(text.lower_view({told.end, at}), '"') % 2 == 1);
    told.end = at;
    return quoted;
  };
  for (std::size_t i = 0; i <= named.size(); ++i) {
    const std::size_t until = i < named.size() ? named[i].start : text.lower.size();
    for (; next < unnamed.size() && unnamed[next].start < until; ++next) {
      if (found.empty() || found.back().part == ReviewPart::decision) continue;
      const std::size_t block_end = next + 1 < unnamed.size() ? std::min(until, unnamed[next + 1].start) : until;
      if (!is_quoted(unnamed[next].start) &&
          is_reviewers(text.lower_view({unnamed[next].start, std::min(block_end, unnamed[next].start + kBlockBytes)})))
        found.push_back({unnamed[next].start, ReviewPart::decision});
    }
    if (i < named.size()) found.push_back(named[i]);
  }
  return found;
}

std::size_t sentence_start(std::string_view lower, std::size_t at) {
  while (at > 0 && lower[at - 1] != '\n' && lower[at - 1] != '.') --at;
  return at;
}

}  // namespace

bool is_their_answer(std::string_view lower) {
  static constexpr std::string_view answers[] = {"'s response",          "'s reply",          "'s answer",          "'s original response",
                                                 "'s original decision", "'s original reply", "'s first response",  "'s first answer",
                                                 "'s first reply",       "'s first decision", "'s initial response"};
  static constexpr std::string_view others[] = {"panel", "reviewer", "commissioner", "tribunal", "complainant", "requester", "applicant"};
  const std::string_view answer = first_of(lower, answers);
  return !answer.empty() && words_beyond(lower, answer) <= 1 && !has_any(lower, others);
}

bool is_verdict_heading(std::string_view lower) {
  constexpr std::size_t most_words = 9, last_words = 3;
  static constexpr CueTable kVerdicts = {"confirmed", "overturned", "upheld",    "aside",    "maintained", "substituted",
                                         "reversed",  "changed",    "unchanged", "modified", "varied",     "stands"};
  static constexpr CueTable kOf = {"decision", "response", "reply", "answer", "refusal", "complaint", "position"};
  static constexpr CueTable kOpen = {"why", "whether", "should", "if", "asked", "be", "to", "how", "many", "number", "which", "what"};
  const Words words = spoken_words(lower, most_words + 1);
  if (words.size() > most_words) return false;
  bool of = false;
  for (std::size_t i = 0; i < words.size(); ++i) of = of || among(kOf, words[i]);
  return of && among_any(words, back_from(words.size(), last_words), words.size(), kVerdicts) && !among_any(words, 0, words.size(), kOpen);
}

bool ends_paragraph(std::string_view line) {
  return line.empty() || std::string_view(".?!:\"").find(line.back()) != std::string_view::npos;
}

std::vector<ReviewHeading> review_headings(const Repaired& text) {
  std::vector<ReviewHeading> found, unknown;
  const std::string_view printed = text.text;
  bool ended = true;  // the line before ends a paragraph
  for (std::size_t start = 0; start < printed.size();) {
    const std::size_t end = std::min(printed.find('\n', start), printed.size());
    std::size_t from = start;
    while (from < end && printed[from] == ' ') ++from;
    const std::string_view line = std::string_view(text.lower).substr(from, end - from);
    if (is_heading(line) && (from == 0 || !(printed[from] >= 'a' && printed[from] <= 'z'))) {
      if (const ReviewPart part = part_of(line, ended); part != ReviewPart::none)
        found.push_back({start, part});
      else if (ended)
        unknown.push_back({start, ReviewPart::none});
    }
    ended = ends_paragraph(line);
    start = end + 1;
  }
  // Background with nothing under a heading of its own after it is the whole letter.
  if (found.size() == 1 && text.lower_view({found[0].start, found[0].start + kHeadingBytes}).starts_with("background")) found.clear();
  return with_unnamed(text, std::move(found), unknown);
}

Span requesters_plea(const Repaired& text) {
  constexpr std::string_view pleas[] = {"i would like to request",
                                        "i am writing to request",
                                        "i wish to request",
                                        "i'd like to request",
                                        "i am requesting",
                                        "i would like to appeal",
                                        "i'm asking for an internal review",
                                        "i am asking for an internal review",
                                        "please conduct an internal review",
                                        "please review your decision",
                                        "reconsider your decision"};
  constexpr std::string_view answers[] = {"response", "our response", "reply", "our reply", "review response", "review outcome"};
  const std::string_view top = text.lower_view({0, kPleaBytes});
  const std::string_view plea = first_of(top, pleas);
  if (plea.empty()) return {};
  const std::size_t start = sentence_start(top, find_phrase(top, plea));
  for (std::size_t line = text.text.find('\n', start); line != std::string::npos; line = text.text.find('\n', line + 1)) {
    const std::size_t end = std::min(text.text.find('\n', line + 1), text.text.size());
    const std::string_view words = std::string_view(text.lower).substr(line + 1, end - line - 1);
    for (const std::string_view answer : answers)
      if (words.starts_with(answer) && words_beyond(words, answer) == 0) return {start, line + 1};
  }
  return {};
}

ReviewPart review_part_at(const std::vector<ReviewHeading>& headings, std::size_t at) {
  const auto after = std::ranges::upper_bound(headings, at, {}, &ReviewHeading::start);
  return after == headings.begin() ? ReviewPart::none : std::prev(after)->part;
}

}  // namespace foi::understand
