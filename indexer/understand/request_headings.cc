#include "indexer/understand/request_headings.h"

#include <algorithm>

#include "indexer/model/text.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

constexpr std::size_t kHeadingBytes = 70;

// "Annex A – ", "Appendix 2: ".
std::string_view without_annex(std::string_view line) {
  static constexpr CueTable annexes = {"annex", "appendix", "annexe", "schedule"};
  const std::string_view annex = prefix_of(line, annexes);
  if (annex.empty() || annex.size() + 2 >= line.size()) return line;
  std::string_view rest = line.substr(annex.size() + 1);
  std::size_t end = 0;
  while (end < rest.size() && is_word(rest[end])) ++end;
  if (end > 2) return line;  // more than "a" or "12"
  rest.remove_prefix(end);
  while (!rest.empty() && !is_word(rest.front())) rest.remove_prefix(1);
  return rest.empty() ? line : rest;
}

}  // namespace

bool heads_request(std::string_view line) {
  constexpr std::string_view request = "request", subject = "subject:";
  if (line.starts_with(subject) || is_request_heading(line)) return true;
  // "Request 101000132893".
  if (!line.starts_with(request) || line.size() == request.size()) return false;
  const std::string_view number = trim(line.substr(request.size()));
  return !number.empty() && number.find_first_not_of("0123456789/-") == std::string_view::npos;
}

// "Your original request", "What you asked us", "The information you requested": few words, all of them such as these.
bool is_request_heading(std::string_view line) {
  static constexpr CueTable asked = {"request", "requests", "requested", "question", "questions", "enquiry", "inquiry",
                                     "query",   "queries",  "asked",     "wanted",   "sought",    "asking"};
  static constexpr CueTable others = {
      "your",    "the",         "original", "initial", "first",    "for",           "information", "details",     "of",
      "what",    "you",         "had",      "have",    "us",       "text",          "wording",     "terms",       "foi",
      "summary", "description", "received", "to",      "know",     "was",           "were",        "full",        "in",
      "a",       "copy",        "our",      "and",     "answers",  "replies",       "responses",   "answer",      "response",
      "reply",   "said",        "say",      "replied", "answered", "with",          "requester's", "applicant's", "we",
      "i",       "background",  "part",     "s",       "points",   "complainant's", "two",         "three",       "four",
      "five",    "six",         "as",       "things",  "matters",  "parts",         "specific",    "exact"};
  static constexpr CueTable months = {"january", "february",  "march",   "april",    "may",      "june", "july",
                                      "august",  "september", "october", "november", "december", "last"};
  constexpr std::size_t most = 9;  // words
  static constexpr CueTable arrived = {"received", "dated", "date", "sent"};
  const auto has_month = [&] { return has_any(line, months) && !has_any(line, arrived); };  // else a field of the letter's head
  if (line.size() > kHeadingBytes || line.ends_with('.') || line.ends_with('?')) return false;
  const std::string_view text = bare(without_annex(line));
  // A subject line; an answer's heading; a field of a form.
  if (text.starts_with("request for") || text.starts_with("foi request for") || text.starts_with("our ") || text.starts_with("response") ||
      text.starts_with("answer") || text.starts_with("reply") || text == "foi" || text.starts_with("information request") ||
      text.starts_with("requester") || text.ends_with("request for information") || text.ends_with("request for") ||
      text.starts_with("in ") || text.starts_with("to "))
    return false;
  std::size_t words = 0;
  bool asks = false;
  for (std::size_t i = 0; i < text.size(); ++words) {
    std::size_t end = i;
    while (end < text.size() && (is_word(text[end]) || text[end] == '\'')) ++end;
    const std::string_view word = text.substr(i, end - i);
    const bool asking = among(asked, word);
    if (words >= most) return false;
    const auto dated = [&] { return asks && (among(months, word) || (word.front() >= '0' && word.front() <= '9')) && has_month(); };
    if (!asking && !among(others, word) && !dated()) return false;
    asks = asks || asking;
    i = end;
    while (i < text.size() && !is_word(text[i])) ++i;
  }
  return asks;
}

bool is_answer_heading(std::string_view line) {
  if (line.size() > kHeadingBytes || line.ends_with('.') || line.ends_with('?')) return false;
  static constexpr CueTable starts = {"our reply",
                                      "response to your",
                                      "reply to your",
                                      "our answers",
                                      "our answer",
                                      "answers to your questions",
                                      "answer to your request",
                                      "what we can send",
                                      "what we can tell you",
                                      "what we can give",
                                      "what we are sending",
                                      "what we are giving",
                                      "what we hold",
                                      "what we found",
                                      "information disclosed",
                                      "disclosure",
                                      "information released",
                                      "the council's reply",
                                      "the trust's reply",
                                      "the force's response",
                                      "the board's response",
                                      "the board's reply",
                                      "the authority's response",
                                      "information provided",
                                      "decision and reasons",
                                      "reply"};
  const std::string_view text = bare(line);
  const std::string_view start = prefix_of(text, starts);
  return !start.empty() && text.size() <= start.size() + 24;
}

}  // namespace foi::understand
