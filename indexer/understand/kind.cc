#include "indexer/understand/kind.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/understand/kind_view.h"
#include "indexer/understand/review_asked.h"

namespace foi::understand {

namespace {

// Short lines near the top that may be the letter's own title.
constexpr std::size_t kHeadLines = 14;
// Words below which a document without any part of a letter says too little to be anything.
constexpr std::size_t kFewWords = 15;

// Nobody answers a request on sheets or slides; they come with an answer.
bool is_sheet_or_slides(std::string_view media_type) {
  for (std::string_view part : {"spreadsheet", "ms-excel", "text/csv", "tab-separated", "excel", "presentation", "powerpoint"})
    if (media_type.find(part) != std::string_view::npos) return true;
  return false;
}

bool is_ico_decision(const KindView& view) {
  return (view.opening.has("decision notice") &&
          view.opening.any({"the commissioners decision is", "the commissioner finds", "the commissioners decision",
                            "the commissioner has decided", "the complainant requested", "the complainant has requested"})) ||
         (view.opening.has("the commissioner has concluded") && view.opening.has("public authority"));
}

bool is_tribunal_decision(const KindView& view) {
  return view.opening.any({"first tier tribunal", "upper tribunal", "information tribunal", "information rights tribunal", "ukftt"}) &&
         view.opening.any({"general regulatory chamber", "ukftt", "appeal number", "appeal reference", "appellant", "between"}) &&
         view.opening.any({"appellant", "respondent"});
}

bool title_has(const KindView& view, Phrases phrases) {
  return std::any_of(view.titles.begin(), view.titles.end(), [&](const Folded& title) { return title.any(phrases); });
}

// Information is sent with the letter or stands in it.
bool gives(const KindView& view) {
  return view.own.any({"please find attached",
                       "please see attached",
                       "please find below",
                       "please see below",
                       "please find enclosed",
                       "please find our response",
                       "please find the information",
                       "attached is",
                       "attached are",
                       "is attached",
                       "are attached",
                       "is enclosed",
                       "are enclosed",
                       "i attach",
                       "we attach",
                       "i enclose",
                       "we enclose",
                       "the information you requested is",
                       "information requested is",
                       "is set out below",
                       "are set out below",
                       "set out below",
                       "is detailed below",
                       "are detailed below",
                       "detailed below",
                       "is provided below",
                       "are provided below",
                       "in the table below",
                       "answers are",
                       "answers follow",
                       "our answer to",
                       "responses are"});
}

// Phrases of which one is enough: the authority says that it looked at its answer again.
bool says_reviewed(const Folded& text) {
  return text.any({"request for an internal review",
                   "request for internal review",
                   "requested an internal review",
                   "asked for an internal review",
                   "asking for an internal review",
                   "requesting an internal review",
                   "requesting a review of",
                   "request for a review of",
                   "requested a review of",
                   "asked for a review of",
                   "asked us to review",
                   "asked us to look again",
                   "asked that we look again",
                   "asked for our reply to be reviewed",
                   "asked us to reconsider",
                   "you wanted our reply reviewed",
                   "outcome of the internal review",
                   "outcome of internal review",
                   "result of internal review",
                   "reconsidered the matter",
                   "reconsidered our",
                   "outcome of your internal review",
                   "outcome of the review",
                   "outcome of our review",
                   "outcome of my review",
                   "result of the internal review",
                   "result of our review",
                   "internal review outcome",
                   "internal review decision",
                   "internal review request",
                   "internal review response",
                   "carried out an internal review",
                   "conducted an internal review",
                   "completed an internal review",
                   "completed the internal review",
                   "completed my review",
                   "concluded my review",
                   "concluded our review",
                   "asked me to review",
                   "i have reviewed the response",
                   "i have reviewed the handling",
                   "i have reviewed the decision",
                   "i have reviewed our",
                   "i have now reviewed",
                   "i have carried out a review",
                   "review of our response",
                   "review of our reply",
                   "review of our answer",
                   "review of our decision",
                   "review of our handling",
                   "review of the decision to",
                   "complaint about our refusal",
                   "complaint about our response",
                   "complaint about our reply",
                   "complaint about our handling",
                   "complaint about the handling of your request",
                   "request for review under section 20",
                   "your requirement for review",
                   "requirement for review",
                   "representations under regulation 11"});
}

// Phrases of which two are needed.
std::size_t signs_of_review(const KindView& view) {
  const bool titled =
      std::any_of(view.titles.begin(), view.titles.begin() + static_cast<std::ptrdiff_t>(std::min(view.titles.size(), kHeadLines)),
                  [](const Folded& title) {
                    return title.any({"internal review", "review of", "review decision", "decision on review"});
                  });
  std::size_t signs = titled ? 1 : 0;
  for (const Phrases& phrases :
       {Phrases{"upheld", "uphold", "not upheld", "overturned", "overturn"},
        Phrases{"original response", "original reply", "original decision", "original answer", "first answer", "initial response",
                "first reply", "first response", "our refusal of", "previous response"},
        Phrases{"reviewing officer", "i have reviewed", "my review", "our review", "this review", "review panel", "reviewer",
                "i was not involved", "took no part in", "had no part in", "not previously involved"},
        Phrases{"you complained", "your complaint", "you disagreed", "you disputed", "you were dissatisfied", "your dissatisfaction",
                "you were unhappy", "you were not satisfied", "you were not happy", "you challenged", "you appealed", "your appeal"}})
    signs += view.own_start.any(phrases) ? 1 : 0;
  return signs;
}

// "You may", not the month of "26 May" or "May 2022".
bool has_may(const Folded& sentence) {
  const auto is_number = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t at = sentence.text.find(" may "); at != std::string::npos; at = sentence.text.find(" may ", at + 1)) {
    const std::size_t word = at == 0 ? 0 : sentence.text.rfind(' ', at - 1) + 1;
    const bool month = (at > 0 && is_number(sentence.text[word])) || (at + 5 < sentence.text.size() && is_number(sentence.text[at + 5]));
    if (!month) return true;
  }
  return false;
}

// A sentence that only tells how a review may be had.
bool offers(const Folded& sentence) {
  return has_may(sentence) ||
         sentence.any({"should", "if", "wish", "can", "must", "please", "entitled", "right", "welcome", "want", "would like to request"});
}

bool is_internal_review(const KindView& view) {
  const bool says = std::any_of(view.sentences.begin(), view.sentences.end(),
                                [](const Folded& s) { return (says_reviewed(s) && !offers(s)) || tells_of_review(s.text); });
  const std::size_t signs = signs_of_review(view);
  return says || signs >= 2 || (view.has_review_decision && signs >= 1);
}

// The answer itself is in the letter, whatever else the letter also says.
bool answers(const KindView& view) {
  return gives(view) || view.own.any({"our response is",
                                      "trust response",
                                      "respond as follows",
                                      "responds as follows",
                                      "response is as follows",
                                      "responses are as follows",
                                      "is exempt",
                                      "are exempt",
                                      "does not hold",
                                      "do not hold",
                                      "not held",
                                      "no information held",
                                      "are not able to provide",
                                      "unable to provide",
                                      "we refuse",
                                      "refusing your request",
                                      "refuse your request",
                                      "have refused your request",
                                      "is being withheld",
                                      "has been withheld"});
}

bool is_acknowledgement(const KindView& view) {
  return title_has(view, {"acknowledgement", "acknowledgment", "we have received your request"}) ||
         view.own_start.any({"acknowledge receipt",
                             "acknowledging receipt",
                             "acknowledge your",
                             "acknowledgement of your",
                             "acknowledges receipt",
                             "your request has been received and",
                             "we have received your request and",
                             "we have received your request for",
                             "your request is being processed",
                             "your request is being considered",
                             "your request is being dealt with",
                             "your request is receiving attention",
                             "your request has been logged",
                             "your request has been passed to",
                             "your request has been allocated",
                             "has been given the reference",
                             "has been given the number",
                             "you can expect a response",
                             "you can expect to receive",
                             "you can expect our",
                             "you should receive a response",
                             "you should receive our",
                             "you should have our",
                             "you will receive a response",
                             "you will receive our",
                             "will respond within 20 working days",
                             "aim to respond within",
                             "will reply within",
                             "will endeavour to respond",
                             "will respond to you within",
                             "will be sent to you by",
                             "hear from us within",
                             "hear from us by",
                             "is now with the service"}) ||
         (title_has(view, {"got your request", "received your request"}) && view.own.any({"working days"}));
}

// A request handed on to another body; that the writer holds nothing is then no answer.
bool is_transfer(const KindView& view) {
  if (gives(view)) return false;
  if (view.own_start.any({"transferred your request", "transferring your request", "request has been transferred", "have transferred your",
                          "transfer of your request", "transfer your request", "transfer it to", "transferring it to"}))
    return true;
  // To another office of the same body, unless it holds nothing itself.
  return view.opening.any({"passed your request", "passed your enquiry", "passed on your request", "forwarded your request",
                           "is being passed on", "transfer a request if", "another authority holds what", "went today to", "gone today to",
                           "sent it on to", "passed it on to", "passed it to", "handed it on to", "forwarded it to"}) &&
         view.own.any({"do not hold", "doesnt hold", "dont hold", "isnt held", "holds none", "hold none", "does not hold", "not held",
                       "another authority", "another public authority"});
}

// A sum is asked for and the clock waits for it: whatever is said beside that of exemptions is not decided yet.
bool calls_for_fee(const KindView& view) {
  return view.own.any({"section 9", "section 9 1", "section 9 2", "fees notice", "regulation 8"}) &&
         view.own.any({"unless the fee", "until the fee", "fee has been paid", "fee is paid", "pay the fee", "payment of the fee",
                       "once the fee", "receive the fee", "received the fee", "if it isnt paid", "if it is not paid"}) &&
         view.own.any({"three months", "3 months", "working days stand still", "clock", "working days do not run", "time limit"});
}

bool is_fees_notice(const KindView& view) {
  return view.own_start.any({"fees notice", "fee notice", "pay the fee", "payment of the fee", "fee of"}) &&
         !view.own.any({"appropriate limit is exceeded", "exceed the appropriate limit", "no fee"});
}

// What is asked of the requester stands in the letter's first words, whichever part they were taken for.
bool is_clarification(const KindView& view) {
  const auto says = [&](Phrases phrases) { return view.own.any(phrases) || view.opening.any(phrases); };
  // Two of three: something is wanted of the requester; the law or the clock that waits; what happens when he is silent.
  const int signs =
      (says({"clarify",
             "clarification",
             "cant identify",
             "cannot identify",
             "unable to identify",
             "need some more",
             "need a little more",
             "need two things",
             "need to hear from you",
             "cant tell what",
             "cannot tell what",
             "need more from you",
             "need further details",
             "further details",
             "what exactly",
             "please tell us",
             "would you please tell us",
             "need to know",
             "could you tell us",
             "can you tell us",
             "not clear",
             "unclear"})
           ? 1
           : 0) +
      (says({"section 1 3", "s1 3", "s 1 3", "section 8 1", "clock", "on hold", "time limit does not", "time limit doesnt", "does not run",
             "doesnt run", "regulation 9 2", "section 1 3 b"})
           ? 1
           : 0) +
      (says({"hear nothing", "heard nothing", "will close the request", "close your request", "dont hear", "do not hear", "not heard",
             "will be closed", "be treated as closed", "will close it", "treated as withdrawn", "no reply", "do not receive",
             "dont receive", "nothing comes in", "until you have", "until we hear", "have replied", "once we have"})
           ? 1
           : 0);
  if (signs >= 2 && says({"clarify", "clarification", "tell us", "need", "let us know", "identify", "unclear", "not clear"})) return true;
  return view.opening.any({"need further clarification",
                           "require further clarification",
                           "require clarification",
                           "need clarification",
                           "we need you to clarify",
                           "need to clarify",
                           "please clarify",
                           "could you clarify",
                           "can you clarify",
                           "could you please clarify",
                           "please could you clarify",
                           "grateful if you could clarify",
                           "grateful if you would clarify",
                           "seek clarification",
                           "seeking clarification",
                           "would like to clarify",
                           "clarification is required",
                           "clarification of your request",
                           "clarification before",
                           "clarify your request",
                           "clarify what",
                           "clarify which",
                           "need some further information from you",
                           "need more information from you",
                           "need to know a little more",
                           "require further information from you",
                           "require further information in order to identify",
                           "further details to enable us",
                           "unable to identify the information",
                           "cannot identify the information",
                           "request is unclear",
                           "not clear what information",
                           "not clear to us",
                           "before i can treat",
                           "before we can treat",
                           "before i can deal",
                           "before we can deal",
                           "have told us what we reasonably need",
                           "not obliged to go on until",
                           "arent obliged to go on until",
                           "once we have received your clarification",
                           "until we receive clarification",
                           "on hold until"});
}

// More time is taken for a decision that is still to come, though a part may already be given.
bool puts_off_decision(const KindView& view) {
  return view.own.any({"section 10 3", "s10 3", "further time", "more time", "extend the time", "extend the deadline", "additional time",
                       "longer than 20 working days", "extension"}) &&
         view.own.any({"expect to have decided", "hope to have decided", "expect to decide", "hope to decide", "expect to reach a decision",
                       "hope to reach a decision", "have not yet decided", "havent yet decided", "not yet reached a decision",
                       "could not send a full reply", "let you have our decision", "decision will follow", "will write again by",
                       "expect to be able to reply by"});
}

bool is_holding_letter(const KindView& view) {
  // Whose time it is: a coroner's or a supplier's may be extended, too.
  const auto of_reply = [](const Folded& sentence) {
    return sentence.any({"we", "i", "our", "my", "your request", "request", "reply", "respond", "response", "responding", "public interest",
                         "section 10", "regulation 7", "decision", "holding"});
  };
  return std::any_of(view.sentences.begin(), view.sentences.end(), [&](const Folded& sentence) {
    return of_reply(sentence) && sentence.any({"extend the time",
                                               "extending the time",
                                               "extended the time",
                                               "extension of time",
                                               "extend the deadline",
                                               "extend our deadline",
                                               "extend the period",
                                               "extending the period",
                                               "need to extend",
                                               "additional 20 working days",
                                               "further 20 working days",
                                               "extra 20 working days",
                                               "up to 40 working days",
                                               "require additional time",
                                               "need additional time",
                                               "need more time",
                                               "require more time",
                                               "need further time",
                                               "require further time",
                                               "such further time",
                                               "more time to consider",
                                               "further time to consider",
                                               "still considering the public interest",
                                               "consider the balance of the public interest",
                                               "have not yet reached a",
                                               "before i can give you",
                                               "expect to reach a decision",
                                               "hope to reach a decision",
                                               "hope to let you have",
                                               "hope to respond by",
                                               "expect to respond by",
                                               "not be able to respond within",
                                               "not be able to reply within",
                                               "unable to respond within",
                                               "unable to meet the",
                                               "delay in responding to your request and",
                                               "holding response",
                                               "holding reply",
                                               "not yet reached a decision",
                                               "not yet in a position to"});
  });
}

// The kinds of letter that come before an answer. A letter that also answers is a response.
Kind interim(const KindView& view) {
  if (is_transfer(view)) return Kind::kTransfer;
  if (calls_for_fee(view)) return Kind::kFeesNotice;
  if (puts_off_decision(view)) return Kind::kHoldingLetter;
  // One that is headed "Refusal notice" and acknowledges the request refuses it.
  if (answers(view) || title_has(view, {"refusal notice", "notice of refusal"})) return Kind::kOther;
  if (is_fees_notice(view)) return Kind::kFeesNotice;
  if (is_holding_letter(view)) return Kind::kHoldingLetter;
  if (is_clarification(view)) return Kind::kClarification;
  return is_acknowledgement(view) ? Kind::kAcknowledgement : Kind::kOther;
}

bool is_refusal_notice(const KindView& view) {
  if (title_has(view, {"refusal notice"})) return true;
  return title_has(view, {"decision notice"}) && view.own.any({"refused", "refusing", "refuse", "withheld", "withhold", "exempt"}) &&
         !view.own.any({"please find attached", "please see attached", "the information requested is held"});
}

bool is_titled_refusal(const KindView& view) {
  return title_has(view, {"refusal of your request", "refusal notice", "refusal of request", "notice of refusal"}) ||
         is_refusal_notice(view);
}

// "This letter is a refusal notice", "This is a refusal under section 12", "We are declining your request".
bool declares_refusal(const KindView& view) {
  return view.own.any({"refusal notice", "declining your request", "decline your request", "declined your request", "refusing this request",
                       "refuse this request", "as required by section 17", "notice under section 17", "notice under s17",
                       "purposes of section 17"}) ||
         view.own.any({"is a refusal notice",
                       "is our refusal notice",
                       "as a refusal notice",
                       "constitutes a refusal",
                       "this is a refusal under",
                       "formal refusal",
                       "refusal notice under section 17",
                       "refusal notice in accordance with",
                       "is a refusal of your request",
                       "notice of refusal",
                       "your request is refused",
                       "refusing your request",
                       "have refused your request",
                       "refuse your request",
                       "refusal of your request",
                       "is a notice under section 17",
                       "is a notice under regulation 14",
                       "this letter is a notice under",
                       "is the notice that section 17",
                       "is the notice which section 17",
                       "is the notice that regulation 14",
                       "is the notice which regulation 14",
                       "is our notice under section 17",
                       "is our notice under regulation 14",
                       "not be answering it"});
}

bool speaks_of_request(const KindView& view) {
  return view.own_start.any({"your request",
                             "your foi",
                             "you wrote",
                             "you sent",
                             "you have asked",
                             "your e mail",
                             "your email",
                             "your letter",
                             "your enquiry",
                             "your query",
                             "your questions",
                             "thank you for your request",
                             "in response to your request",
                             "response to your request",
                             "further to your request",
                             "your request for information",
                             "your recent request",
                             "your freedom of information request",
                             "your foi request",
                             "thank you for your email",
                             "thank you for your correspondence",
                             "your request under the",
                             "your request made under",
                             "request for information under",
                             "further to your freedom of information",
                             "your recent freedom of information",
                             "i refer to your",
                             "you requested",
                             "you asked",
                             "you have requested",
                             "your original request",
                             "to your request",
                             "your request foi",
                             "your request has been",
                             "under the terms of the freedom of information act",
                             "your information request"});
}

bool speaks_of_foi(const Folded& text) {
  return text.any({"freedom of information", "foi", "foia", "environmental information regulations", "eir", "foisa"}) ||
         text.text.find(" foi") != std::string::npos;
}

int response_evidence(const KindView& view, const KindFacts& facts) {
  int points = 0;
  points += speaks_of_request(view) ? 3 : 0;
  points += view.has_review_rights ? 2 : 0;
  points += view.has_request ? 1 : 0;
  points += view.salutation_first ? 1 : 0;
  points += view.closing || view.has_signature ? 1 : 0;
  points += speaks_of_foi(view.opening) ? 1 : 0;
  points += answers(view) || view.own.any({"neither confirm nor deny", "neither confirms nor denies"}) ? 2 : 0;
  points += title_has(view, {"response", "our response", "foi response", "trust response"}) ? 1 : 0;
  points += facts.questions > 0 ? 1 : 0;
  // "FOI_0316 – FOI request concerning …" over questions with their answers, and no other part of a letter.
  points += facts.questions > 0 && title_has(view, {"foi request", "freedom of information request", "foi"}) ? 1 : 0;
  return points;
}

bool is_request(const KindView& view) {
  return view.opening.any({"i would like to request", "i am writing to request", "i wish to request", "please provide me with",
                           "please could you provide", "i would be grateful if you", "under the freedom of information act i",
                           "i request the following", "could you please provide"}) &&
         speaks_of_foi(view.opening) && !view.has_review_rights && !speaks_of_request(view) && !title_has(view, {"response"});
}

bool is_policy_statement(const KindView& view) {
  return view.salutations == 0 &&
         view.own.any({"no longer publishes", "does not routinely disclose", "will not disclose information about", "standing statement",
                       "our position on requests", "position statement"}) &&
         speaks_of_foi(view.own);
}

// Contracts, policies, minutes, reports, tables: disclosed as they are.
bool is_attachment(const KindView& view, const KindFacts& facts) {
  if (facts.member && view.words >= kFewWords) return true;
  return title_has(view, {"policy",     "procedure", "protocol",  "guidance", "guideline",
                          "guidelines", "minutes",   "agenda",    "report",   "terms of reference",
                          "appendix",   "contract",  "agreement", "strategy", "standard operating",
                          "schedule",   "annex",     "table",     "version",  "document control",
                          "data"}) ||
         view.opening.any(
             {"document control", "version number", "ratified by", "review date", "policy number", "approved by", "date approved"});
}

// Words of a document that is longer than any letter: what closes or explains rights deep in it is of a letter it holds, not its own.
constexpr std::size_t kLongWords = 3000;

// Somebody is spoken to.
bool is_addressed(const KindView& view) {
  return view.mail || view.salutation_first || (view.words < kLongWords && view.closing) ||
         view.own_start.any({"your request", "you asked", "you requested", "you have asked", "you wrote", "thank you for", "your email",
                             "your e mail", "your letter", "your enquiry", "your questions"}) ||
         title_has(view, {"response", "foi request", "freedom of information request", "request for information", "reply"});
}

bool has_letter_parts(const KindView& view) {
  return view.salutation_first || (view.words < kLongWords && (view.closing || view.has_review_rights));
}

}  // namespace

Kind find_kind(const Letter& letter, const std::vector<Section>& sections, const KindFacts& facts) {
  if (is_sheet_or_slides(facts.media_type)) return Kind::kAttachment;
  const KindView view = view_of(letter, sections);
  if (is_tribunal_decision(view)) return Kind::kTribunalDecision;
  if (is_ico_decision(view)) return Kind::kIcoDecision;
  if (is_internal_review(view)) return Kind::kInternalReview;
  // A policy may hold model letters, but does not begin as one.
  if ((view.salutations >= 3 && view.salutation_first) || view.sections_of_mail >= 3) return Kind::kCorrespondence;
  if (is_request(view)) return Kind::kRequest;
  const int points = response_evidence(view, facts);
  if (const Kind kind = interim(view); kind != Kind::kOther) return kind;
  if (!is_addressed(view) && is_attachment(view, facts)) return Kind::kAttachment;
  if (is_refusal_notice(view) && points >= 2) return Kind::kRefusalNotice;
  if (points >= 3) return Kind::kResponse;
  if (is_policy_statement(view)) return Kind::kPolicyStatement;
  if (!has_letter_parts(view) && is_attachment(view, facts)) return Kind::kAttachment;
  return Kind::kOther;
}

Kind settle_refusal(Kind kind, Outcome outcome, const Letter& letter, const std::vector<Section>& sections) {
  if (kind != Kind::kResponse && kind != Kind::kRefusalNotice) return kind;
  switch (outcome) {
    case Outcome::kGrantedInFull:
    case Outcome::kPartlyGranted:
      return Kind::kResponse;
    case Outcome::kCostLimit:
    case Outcome::kVexatious: {
      const KindView view = view_of(letter, sections);
      return kind == Kind::kRefusalNotice || is_titled_refusal(view) || declares_refusal(view) ? Kind::kRefusalNotice : kind;
    }
    // Any answer that refuses says that it is a notice under section 17; one that is headed so is nothing else.
    case Outcome::kRefusedInFull:
    case Outcome::kNcnd:
    case Outcome::kFuturePublication:
      return kind == Kind::kRefusalNotice || is_titled_refusal(view_of(letter, sections)) ? Kind::kRefusalNotice : kind;
    default:
      return Kind::kResponse;
  }
}

}  // namespace foi::understand
