#include "indexer/understand/section_openers.h"

#include <iterator>

#include "indexer/model/text.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/markers.h"
#include "indexer/understand/request_headings.h"
#include "indexer/understand/request_openers.h"
#include "indexer/understand/review_parts.h"

namespace foi::understand {

namespace {

using enum SectionKind;

// "2/4/2013", in bytes.
constexpr std::size_t kShortestDate = 8;

struct Opener {
  std::string_view phrase;
  SectionKind kind;
};

// Whole lines.
constexpr Opener kHeadings[] = {
    {"request", request},
    {"your request", request},
    {"the request", request},
    {"foi request", request},
    {"original request", request},
    {"initial request", request},
    {"details of request", request},
    {"details of the request", request},
    {"details of your request", request},
    {"details of enquiry", request},
    {"request details", request},
    {"information requested", request},
    {"description of request", request},
    {"request and request", request},
    {"request and response", request},
    {"questions", request},
    {"your questions", request},
    {"questions asked", request},
    {"response", response},
    {"our response", response},
    {"the response", response},
    {"original response", response},
    {"initial response", response},
    {"trust response", response},
    {"the trust's response", response},
    {"council response", response},
    {"the council's response", response},
    {"response sent", response},
    {"in response", response},
    {"answer", response},
    {"answers", response},
    {"our answer", response},
    {"decision", response},
    {"our decision", response},
    {"internal review", review_decision},
    {"internal review outcome", review_decision},
    {"internal review decision", review_decision},
    {"internal review findings", review_decision},
    {"outcome of internal review", review_decision},
    {"outcome of the internal review", review_decision},
    {"outcome of review", review_decision},
    {"outcome of the review", review_decision},
    {"review outcome", review_decision},
    {"review decision", review_decision},
    {"review findings", review_decision},
    {"findings of the review", review_decision},
    {"refusal notice", exemption_reasons},
    {"exemption", exemption_reasons},
    {"exemptions", exemption_reasons},
    {"exemption applied", exemption_reasons},
    {"exemptions applied", exemption_reasons},
    {"exemption(s) applied", exemption_reasons},
    {"exemption(s) which apply", exemption_reasons},
    {"reason for decision", exemption_reasons},
    {"reasons for decision", exemption_reasons},
    {"reasons for not providing information", exemption_reasons},
    {"reason for refusal", exemption_reasons},
    {"reasons for refusal", exemption_reasons},
    {"explanatory annex", exemption_reasons},
    {"public interest test", public_interest_test},
    {"the public interest test", public_interest_test},
    {"public interest", public_interest_test},
    {"public interest considerations", public_interest_test},
    {"balance test", public_interest_test},
    {"balance of the public interest", public_interest_test},
    {"re-use of information", re_use},
    {"reuse of information", re_use},
    {"re-use of public sector information", re_use},
    {"reuse of public sector information", re_use},
    {"re-use of public sector information regulations", re_use},
    {"copyright", re_use},
    {"complaints", review_rights},
    {"review procedure", review_rights},
    {"complaints procedure", review_rights},
    {"right of review", review_rights},
    {"your right of review", review_rights},
    {"your right to complain", review_rights},
    {"right to complain", review_rights},
    {"your rights", review_rights},
    {"appeal rights", review_rights},
    {"internal review procedure", review_rights},
    {"right to an internal review", review_rights},
    {"your right to an internal review", review_rights},
};

// Beginnings of paragraphs.
constexpr Opener kBeginnings[] = {
    {"your request was as follows", request},
    {"your exact request was", request},
    {"your request is as follows", request},
    {"you requested", request},
    {"you have requested", request},
    {"you asked", request},
    {"you have asked", request},
    {"details of your request", request},
    {"request:", request},
    {"your request:", request},
    {"foi request:", request},
    {"information requested:", request},
    {"request details:", request},
    {"i would like to request", request},
    {"under the freedom of information act i would like", request},
    {"under the freedom of information act, i would like", request},
    {"under the freedom of information act 2000 i would like", request},
    {"under the freedom of information act 2000, i would like", request},
    {"please could you provide me with", request},
    {"response:", response},
    {"our response:", response},
    {"trust response:", response},
    {"response sent:", response},
    {"in response:", response},
    {"the trust's response is", response},
    {"our response is", response},
    {"our response to your request is", response},
    {"please find our response", response},
    {"please find the response", response},
    {"please find below our response", response},
    {"please find below the response", response},
    {"please see our response", response},
    {"i can confirm", response},
    {"we can confirm", response},
    {"the trust can confirm", response},
    {"the council can confirm", response},
    {"i can now confirm", response},
    {"i confirm that", response},
    {"i have today decided", response},
    {"i have decided to", response},
    {"we have decided to", response},
    {"in response to your", response},
    {"with regards to your request", response},
    {"having considered your request", response},
    {"following a search of our", response},
    {"the trust holds", response},
    {"the trust does not hold", response},
    {"please find", response},
    {"further to your", response},
    {"we are writing in", response},
    {"i am writing in", response},
    {"i write further", response},
    {"we write in", response},
    {"i refer to your", response},
    {"thank you for your request", response},
    {"thank you for your email", response},
    {"exemptions applied:", exemption_reasons},
    {"exemption(s) applied:", exemption_reasons},
    {"exemption applied:", exemption_reasons},
    {"refusal notice", exemption_reasons},
    {"the trust has applied the public interest test", public_interest_test},
    {"we have applied the public interest test", public_interest_test},
    {"in applying the public interest test", public_interest_test},
    {"factors in favour", public_interest_test},
    {"factors favouring", public_interest_test},
    {"arguments in favour", public_interest_test},
    {"public interest test", public_interest_test},
    {"public interest factors", public_interest_test},
    {"considerations in favour", public_interest_test},
    {"re-use of", re_use},
    {"reuse of", re_use},
    {"reusing the data", re_use},
    {"you are free to use", re_use},
    {"any information supplied to you", re_use},
    {"if you wish to re-use", re_use},
    {"the information supplied to you", re_use},
    {"most of the information that we provide", re_use},
    {"you must ask us if you want to use", re_use},
    {"to comply with the re-use of", re_use},
    {"all information supplied by the", re_use},
    {"if you are dissatisfied", review_rights},
    {"if you are not satisfied", review_rights},
    {"if you are unhappy", review_rights},
    {"if you are not happy", review_rights},
    {"if you are not content with the", review_rights},
    {"if you have any queries or concerns", review_rights},
    {"if you have any questions or concerns", review_rights},
    {"if you have any queries about this letter", review_rights},
    {"if you wish to complain", review_rights},
    {"if you wish to request an internal review", review_rights},
    {"if you would like to request an internal review", review_rights},
    {"if you want to complain", review_rights},
    {"if you feel your request has not been", review_rights},
    {"if you believe", review_rights},
    {"if you disagree with", review_rights},
    {"if, for whatever reason, you are unhappy", review_rights},
    {"if for any reason you are unhappy", review_rights},
    {"should you be dissatisfied", review_rights},
    {"should you not be satisfied", review_rights},
    {"should you be unhappy", review_rights},
    {"should you wish to complain", review_rights},
    {"should you wish to request an internal review", review_rights},
    {"you have the right to", review_rights},
    {"you have a right to", review_rights},
    {"you may ask for an internal review", review_rights},
    {"requests for internal review", review_rights},
    {"internal review requests", review_rights},
    {"to request an internal review", review_rights},
    {"if you remain dissatisfied", ico_address},
    {"if you remain unhappy", ico_address},
    {"if you are still unhappy", ico_address},
    {"if you are still dissatisfied", ico_address},
    {"if you are not content with the outcome", ico_address},
    {"if you are dissatisfied with the outcome", ico_address},
    {"the information commissioner can be contacted", ico_address},
    {"complaints to the information commissioner", ico_address},
    {"information commissioner's office", ico_address},
    {"the information commissioner's office", ico_address},
    {"wycliffe house", ico_address},
    {"this email is confidential", disclaimer},
    {"this e-mail is confidential", disclaimer},
    {"this email and any", disclaimer},
    {"this e-mail and any", disclaimer},
    {"this message may contain confidential", disclaimer},
    {"information contained in e-mails", disclaimer},
    {"the information contained in this e-mail", disclaimer},
    {"the information contained in this email", disclaimer},
    {"we would be grateful if you could please take a few moments", disclaimer},
    {"as part of our monitoring process", disclaimer},
    {"any contact details provided in this response", disclaimer},
    {"privacy and electronic communications", disclaimer},
};

// "1. Original request \u2013 18.6.19", "The request (12 May 2024)": a heading without its number and what is added to it.
std::string_view without_number_and_date(std::string_view line) {
  if (const auto marker = marker_of(line); marker && marker->style == MarkerStyle::kNumber && marker->text < line.size())
    line.remove_prefix(marker->text);
  std::size_t cut = line.find(" (");
  for (std::string_view dash : {" - ", " \u2013 ", " of ", ", "}) {
    const std::size_t at = line.find(dash);
    if (at == std::string_view::npos || at + dash.size() >= line.size()) continue;
    const char next = line[at + dash.size()];
    if (next >= '0' && next <= '9') cut = std::min(cut, at);
  }
  // "Response 02-04-2013".
  if (const std::size_t last = line.rfind(' '); last != std::string_view::npos && line.size() - last > kShortestDate) {
    const std::string_view figures = line.substr(last + 1);
    const bool parted = figures.find_first_of("-/.") != std::string_view::npos;
    if (parted && figures.find_first_not_of("0123456789-/.") == std::string_view::npos) cut = std::min(cut, last);
  }
  return cut == std::string_view::npos || cut < 4 ? line : line.substr(0, cut);
}

// "2 October 2025", "Thursday 19th October": what a field of the letter's head says of when, and no request.
bool tells_date(std::string_view value) {
  static constexpr CueTable words = {"january", "february", "march",    "april",  "may",     "june",      "july",     "august", "september",
                                     "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday"};
  constexpr std::size_t longest = 30;  // bytes
  const std::size_t end = value.find('\n');
  value = value.substr(0, end);
  return value.size() <= longest && (has_any(value, words) || value.find_first_not_of("0123456789/-. ") == std::string_view::npos);
}

}  // namespace

std::optional<SectionKind> heading_kind(std::string_view line) {
  if (line.size() > kHeadingBytes) return std::nullopt;
  line = without_number_and_date(line);
  const std::string_view text = bare(line);
  for (const Opener& o : kHeadings)
    if (o.phrase == text || (o.phrase.ends_with(')') && o.phrase == trim(line))) return o.kind;
  if (is_request_heading(line)) return request;
  // "Response from the Digital directorate:".
  static constexpr CueTable answers_from = {"response from", "reply from", "answer from", "answers from", "responses from"};
  if (!line.ends_with('.') && !prefix_of(text, answers_from).empty()) return response;
  if (is_answer_heading(line)) return response;
  return std::nullopt;
}

bool is_section_heading(std::string_view line) {
  if (line.size() > 2 * kHeadingBytes || line.ends_with('.') || line.ends_with('?')) return false;
  static constexpr std::string_view units[] = {
      "section ", "sections ", "regulation ", "regulations ", "exemption: section ", "exemption - section ", "s.", "s"};
  std::size_t at = 0;
  for (std::string_view unit : units)
    if (line.starts_with(unit) && unit.size() > at) at = unit.size();
  std::size_t end = at;
  while (end < line.size() && ((line[end] >= '0' && line[end] <= '9') || line[end] == '(' || line[end] == ')' ||
                               (end > at && line[end] >= 'a' && line[end] <= 'j' && line[end - 1] == '(')))
    ++end;
  if (at == 0 || end == at || line[at] < '0' || line[at] > '9') return false;
  const std::string_view rest = line.substr(end);
  return rest.starts_with(" - ") || rest.starts_with(": ") || rest.starts_with(", ") || rest.starts_with(" (");
}

bool is_reasons_heading(std::string_view line) {
  static constexpr CueTable cues = {"withheld",          "withholding",  "cannot provide", "cannot send",    "not sending",
                                    "not providing",     "cannot give",  "refusal",        "refusing",       "exemption",
                                    "exemptions",        "exceptions",   "exempt",         "not releasing",  "not disclosing",
                                    "unable to provide", "holding back", "held back",      "cannot disclose"};
  if (line.size() > kHeadingBytes || line.ends_with('.') || line.ends_with('?') || line.ends_with(',') || line.ends_with(';') ||
      line.ends_with(':'))
    return false;
  return has_any(line, cues) && !has_phrase(line, "re") && !has_phrase(line, "request for");
}

namespace {

// "The Information Commissioner's Office has been in touch about your complaint": what it did, and not where it is.
bool is_of_complaint(std::string_view lower) {
  static constexpr CueTable did = {"office has", "office wrote", "office asked", "office invited", "office contacted", "office told"};
  return has_any(lower.substr(0, kHeadingBytes), did) && has_phrase(lower, "your complaint");
}

}  // namespace

std::optional<SectionKind> beginning_kind(std::string_view text) {
  if (text.empty()) return std::nullopt;
  std::optional<SectionKind> kind;
  std::size_t longest = 0;
  // "Original request: were any …", "The Trust's response: none".
  if (const std::size_t colon = text.find(": "); colon < kHeadingBytes && colon > 3) {
    const auto headed = heading_kind(text.substr(0, colon));
    const std::string_view value = trim(text.substr(colon + 2));
    if (headed == response || (headed == request && !tells_date(value))) kind = headed;
  }
  for (const Opener& o : kBeginnings) {
    if (o.phrase.size() <= longest || !same_beginning(text, o.phrase) || !text.starts_with(o.phrase)) continue;
    longest = o.phrase.size();
    kind = o.kind;
  }
  if (kind == ico_address && is_of_complaint(text)) return std::nullopt;
  if (kind != review_rights) return kind;
  const bool commissioner =
      text.find("information commissioner") != std::string_view::npos && text.find("internal review") == std::string_view::npos;
  if (commissioner) return ico_address;
  // "You have the right to" and "If you believe" open many sentences; only those about complaints are boilerplate.
  static constexpr CueTable about = {"review",        "complain", "complaint", "appeal",  "dissatisfied", "unhappy",
                                     "not satisfied", "concerns", "not happy", "handled", "commissioner", "dealt with"};
  return has_any(text, about) ? kind : std::nullopt;
}

std::optional<SectionKind> review_heading_kind(std::string_view line) {
  static constexpr CueTable asked = {"the request",      "your request",          "what you asked",     "what you had asked",
                                     "original request", "information requested", "what you requested", "request"};
  static constexpr CueTable first = {"original response", "first answer",     "first response",   "initial response",   "what we said",
                                     "original decision", "our response",     "our first",        "first reply",        "our reply",
                                     "our answer",        "original answer",  "trust's response", "council's response", "earlier response",
                                     "previous response", "how we responded", "the response",     "what we told you"};
  static constexpr CueTable said = {"your complaint",
                                    "your concerns",
                                    "your points",
                                    "what you said",
                                    "grounds for review",
                                    "grounds of",
                                    "reasons for your",
                                    "your request for",
                                    "request for review",
                                    "request for an internal review",
                                    "request for internal review",
                                    "your review",
                                    "why you",
                                    "your appeal"};
  static constexpr CueTable found = {"finding", "findings", "decision",      "outcome",    "conclusion", "conclusions",
                                     "review",  "my view",  "consideration", "considered", "result"};
  if (line.size() > kHeadingBytes || line.size() < 4 || line.ends_with('.') || line.ends_with(';') || line.ends_with(',') ||
      line.ends_with('?'))
    return std::nullopt;
  const std::string_view text = bare(without_number_and_date(line));
  if (text.starts_with("re ") || text.starts_with("re:") || text.starts_with("dear ") || text.starts_with("our ref") ||
      text.starts_with("if you") || text.starts_with("subject"))
    return std::nullopt;
  if (is_verdict_heading(text)) return review_decision;
  if (has_any(text, said)) return response;
  if (has_any(text, first) || is_their_answer(text)) return quoted_thread;
  if (has_any(text, found) && !has_any(text, asked) && !has_phrase(text, "internal review request") && !has_phrase(text, "right"))
    return review_decision;
  for (std::string_view phrase : asked)
    if (text.starts_with(phrase) && text.size() < phrase.size() + 12) return request;
  return std::nullopt;
}

bool is_answering(const SoughtText& text) {
  static constexpr CueTable cues = {"we hold",
                                    "we do not hold",
                                    "does not hold",
                                    "holds this information",
                                    "holds the information",
                                    "holds information",
                                    "holds some",
                                    "can confirm that",
                                    "i can confirm",
                                    "we can confirm",
                                    "trust can confirm",
                                    "council can confirm",
                                    "search of our records",
                                    "neither confirm nor deny",
                                    "is exempt",
                                    "are exempt",
                                    "exempt from disclosure",
                                    "exempt under",
                                    "we are refusing",
                                    "we refuse",
                                    "is refused",
                                    "refusing this request",
                                    "refusing your request",
                                    "we are withholding",
                                    "is withholding",
                                    "been withheld",
                                    "is withheld",
                                    "are withheld",
                                    "withheld under",
                                    "refusal notice",
                                    "exemptions applied",
                                    "exemption applied",
                                    "we rely on",
                                    "relies on",
                                    "we have applied",
                                    "has applied",
                                    "have been applied",
                                    "has been applied",
                                    "we estimate",
                                    "estimates that",
                                    "please find attached",
                                    "please find enclosed",
                                    "is enclosed",
                                    "are enclosed",
                                    "is attached",
                                    "are attached",
                                    "we have considered your request",
                                    "considered your request",
                                    "in answer to your",
                                    "answer to your request",
                                    "we answered",
                                    "we refused",
                                    "our answer",
                                    "you asked for is",
                                    "you ask for is",
                                    "you ask for are",
                                    "you asked for are",
                                    "you sought is",
                                    "you have asked for is",
                                    "you requested is",
                                    "you have requested is",
                                    "information requested is",
                                    "answers follow",
                                    "answers are",
                                    "replies follow"};
  static constexpr CueTable asks = {"i would like",   "please provide", "please supply",   "please send",   "please could",
                                    "could you",      "can you",        "i am requesting", "i request",     "my request",
                                    "please confirm", "please state",   "please advise",   "please let me", "if you",
                                    "i am",           "i have",         "i believe",       "i understand"};
  static constexpr CueTable self = {"we", "our"};
  static constexpr CueTable group = {"we would like",  "we request",        "we are seeking", "our research", "we would be grateful",
                                     "we should like", "we are requesting", "we want",        "our members",  "we wish"};
  static constexpr CueTable officer = {"i am withholding", "i am refusing", "i can confirm", "i have decided", "i am satisfied",
                                       "i confirm",        "i rely",        "i am applying", "i have applied", "i attach",
                                       "i enclose",        "i find",        "i uphold"};
  // Nobody who asks speaks of "what you asked for".
  static constexpr CueTable asked = {"you asked for", "you have asked for", "you requested", "you have requested"};
  if (has_any(text, officer)) return true;
  const bool i = text.has_phrase("i");
  if (i && !has_any(text, self) && !has_any(text, asked)) return false;
  if (has_any(text, asks) || text.has_phrase("my") || text.has_phrase("me") || text.text().find('?') != std::string_view::npos)
    return false;
  return has_any(text, cues) || (!i && has_any(text, self) && !has_any(text, group));
}

bool is_answering(std::string_view text) { return is_answering(SoughtText(text)); }

bool announces_answers(std::string_view text) {
  static constexpr CueTable answers = {"our answers",  "the answers", "our answer", "our replies", "our responses",
                                       "our response", "answers",     "my answers", "replies",     "responses"};
  static constexpr CueTable follow = {"follow",  "follows",  "below",        "same order",     "are as follows", "is as follows",
                                      "in turn", "in order", "same numbers", "your numbering", "are these",      "are:"};
  return text.size() < 2 * kHeadingBytes && has_any(text, answers) && has_any(text, follow) && is_answering(text);
}

}  // namespace foi::understand
