#include "indexer/understand/section_openers.h"

#include <iterator>

#include "indexer/model/text.h"
#include "indexer/understand/cues.h"

namespace foi::understand {

namespace {

using enum SectionKind;

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

}  // namespace

std::optional<SectionKind> heading_kind(std::string_view line) {
  if (line.size() > kHeadingBytes) return std::nullopt;
  const std::string_view text = bare(line);
  for (const Opener& o : kHeadings)
    if (o.phrase == text || (o.phrase.ends_with(')') && o.phrase == trim(line))) return o.kind;
  return std::nullopt;
}

bool is_section_heading(std::string_view line) {
  if (line.size() > 2 * kHeadingBytes || !line.starts_with("section ") || line.ends_with('.')) return false;
  const std::size_t digits = line.find_first_of("0123456789");
  const std::size_t dash = line.find(" - ");
  return digits == 8 && dash != std::string_view::npos && dash < 30;
}

std::optional<SectionKind> beginning_kind(std::string_view text) {
  std::optional<SectionKind> kind;
  std::size_t longest = 0;
  for (const Opener& o : kBeginnings) {
    if (o.phrase.size() <= longest || !text.starts_with(o.phrase)) continue;
    longest = o.phrase.size();
    kind = o.kind;
  }
  if (kind != review_rights) return kind;
  const bool commissioner =
      text.find("information commissioner") != std::string_view::npos && text.find("internal review") == std::string_view::npos;
  if (commissioner) return ico_address;
  // "You have the right to" and "If you believe" open many sentences; only those about complaints are boilerplate.
  constexpr std::string_view about[] = {"review",        "complain", "complaint", "appeal",  "dissatisfied", "unhappy",
                                        "not satisfied", "concerns", "not happy", "handled", "commissioner", "dealt with"};
  return has_any(text, about) ? kind : std::nullopt;
}

}  // namespace foi::understand
