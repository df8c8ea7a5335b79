#include "indexer/understand/request_openers.h"

#include <algorithm>

#include "indexer/understand/cues.h"

namespace foi::understand {

namespace {

// A sentence that introduces, and the end of a paragraph in which it is sought, are no longer than this, in bytes.
constexpr std::size_t kSentenceBytes = 400, kParagraphBytes = 1'000;
constexpr std::size_t kHeadingBytes = 70;

constexpr std::string_view kYou[] = {"you",     "your",     "the request", "a request", "request received",
                                     "it asks", "it asked", "it reads",    "it read"};
constexpr std::string_view kAsking[] = {"request",
                                        "requests",
                                        "requested",
                                        "requesting",
                                        "ask",
                                        "asked",
                                        "asks",
                                        "asking",
                                        "question",
                                        "questions",
                                        "enquiry",
                                        "inquiry",
                                        "query",
                                        "queries",
                                        "wanted",
                                        "wished",
                                        "want",
                                        "wish",
                                        "seek",
                                        "sought",
                                        "enquired",
                                        "inquired",
                                        "would like to know",
                                        "wrote",
                                        "write",
                                        "e-mail",
                                        "email",
                                        "letter",
                                        "put to us",
                                        "reads",
                                        "read"};
// An answer follows, not the request; or something is asked of the requester.
constexpr std::string_view kAnswers[] = {"in response to",   "in answer to",
                                         "in reply to",      "can confirm",
                                         "confirm that",     "confirms that",
                                         "respond",          "responds",
                                         "our response",     "our reply",
                                         "our answer",       "our answers",
                                         "answers are",      "advise you",
                                         "advise that",      "inform you",
                                         "able to provide",  "provide you with",
                                         "we hold",          "hold the",
                                         "does not hold",    "exempt",
                                         "exemption",        "exemptions",
                                         "withheld",         "refuse",
                                         "refused",          "clarify",
                                         "clarification",    "narrow",
                                         "refine",           "review",
                                         "complain",         "complaint",
                                         "commissioner",     "contact",
                                         "address",          "you may",
                                         "you can",          "you could",
                                         "if you",           "because",
                                         "we found",         "we have found",
                                         "following reason", "following reasons",
                                         "options",          "following documents",
                                         "please find",      "attached",
                                         "enclosed",         "enclose",
                                         "attach",           "following information is",
                                         "following link",   "following links",
                                         "email us",         "write to",
                                         "number of ways",   "fee"};
constexpr std::string_view kRunsOn[] = {" for", " to know", " to see", " to have", " about", ", for"};
// Ends of a sentence without a colon after which the request stands.
constexpr std::string_view kFollows[] = {"the following", "as follows",       "following information", "following questions",
                                         "set out below", "reproduced below", "copied below",          "shown below",
                                         "quoted below",  "following terms",  "these terms",           "these questions"};

// The request itself stands after these, whatever else the sentence says of a reply.
constexpr std::string_view kReads[] = {"which read",
                                       "which reads",
                                       "which was",
                                       "which were",
                                       "which said",
                                       "which was as follows",
                                       "which were as follows",
                                       "that read",
                                       "worded as follows",
                                       "your request was as follows",
                                       "your questions and our answers are as follows",
                                       "your questions and the answers are as follows",
                                       "your request is as follows",
                                       "wrote to us as follows"};

bool ends_with_any(std::string_view text, Cues cues) {
  return std::ranges::any_of(cues, [&](std::string_view cue) { return text.ends_with(cue); });
}

// "Your recent request is replicated below, together with our response."
bool prints_request(std::string_view sentence) {
  constexpr std::string_view mine[] = {"your request", "your recent request", "your questions",        "your e-mail",
                                       "your email",   "your letter",         "each of your questions"};
  constexpr std::string_view below[] = {"replicated below", "set out below",  "reproduced below", "listed below",
                                        "shown below",      "outlined below", "copied below",     "repeated below",
                                        "is below",         "are below",      "printed below",    "in bold below"};
  constexpr std::string_view other[] = {"find below", "response to your", "response is", "information you",
                                        "see below",  "decision",         "reasons"};
  return has_any(sentence, mine) && has_any(sentence, below) && !has_any(sentence, other);
}

bool asks(std::string_view sentence) {
  if (ends_with_any(bare(sentence), kReads)) return has_any(sentence, kAsking);
  return has_any(sentence, kYou) && has_any(sentence, kAsking) && !has_any(sentence, kAnswers);
}

}  // namespace

bool introduces_request(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '*' || text.back() == '_')) text.remove_suffix(1);
  text = text.substr(text.size() - std::min(text.size(), kParagraphBytes));
  for (std::size_t start = 0; start < text.size();) {
    std::size_t end = start;
    while (end < text.size() &&
           !((text[end] == '.' || text[end] == '?' || text[end] == '!') && (end + 1 == text.size() || text[end + 1] == ' ')))
      ++end;
    const std::string_view sentence = text.substr(start, end - start);
    const bool last = end >= text.size() || end + 1 >= text.size();
    const bool colon =
        last && (sentence.ends_with(':') || sentence.ends_with(":-") || sentence.ends_with(": -") || sentence.ends_with(';'));
    // "…, in which you ask for" runs on into a list.
    const bool open = last && !text.ends_with('.') && !text.ends_with('?') && ends_with_any(sentence, kRunsOn);
    if (sentence.size() <= kSentenceBytes && asks(sentence) && (colon || open || ends_with_any(bare(sentence), kFollows))) return true;
    if (sentence.size() <= kSentenceBytes && prints_request(sentence)) return true;
    start = std::min(text.size(), end + 2);
  }
  return false;
}

bool is_request_heading(std::string_view line) {
  if (line.size() > kHeadingBytes || line.ends_with('.') || line.ends_with('?')) return false;
  constexpr std::string_view starts[] = {"what you asked",
                                         "what you had asked",
                                         "what you requested",
                                         "what you wanted to know",
                                         "what was asked",
                                         "what you have asked",
                                         "your questions",
                                         "your question",
                                         "your enquiry",
                                         "your query",
                                         "the questions",
                                         "questions asked",
                                         "the information you asked",
                                         "the information you requested",
                                         "information you requested",
                                         "summary of request",
                                         "summary of your request",
                                         "you asked us",
                                         "you asked for",
                                         "you asked",
                                         "you requested",
                                         "request for information received",
                                         "wording of your request",
                                         "text of your request",
                                         "terms of your request",
                                         "details of request",
                                         "your request"};
  const std::string_view text = bare(line);
  const std::string_view start = prefix_of(text, starts);
  // "Your request for information FOI 12" is a subject line.
  return !start.empty() && text.size() <= start.size() + 24 && !has_phrase(text, "information foi") &&
         !(start == "your request" && text.size() > start.size());
}

bool is_answer_heading(std::string_view line) {
  if (line.size() > kHeadingBytes || line.ends_with('.') || line.ends_with('?')) return false;
  constexpr std::string_view starts[] = {"our reply",
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
