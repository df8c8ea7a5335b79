#include "indexer/understand/kind.h"

#include <algorithm>

#include "indexer/model/text.h"
#include "indexer/understand/date_labels.h"
#include "indexer/understand/decision_forms.h"
#include "indexer/understand/kind_interim.h"
#include "indexer/understand/kind_review.h"
#include "indexer/understand/kind_view.h"
#include "indexer/understand/tokens.h"
#include "indexer/understand/word_list.h"

namespace foi::understand {

namespace {

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
         view.opening.any({"appellant", "appellants", "respondent", "respondents"});
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

// "This letter is a refusal notice", "please take this as the notice that section 17 requires", "a notice under regulation 14"; not "we
// need not send another notice under section 17".
bool is_notice_at(const Words& words, std::size_t i, bool scottish) {
  constexpr std::size_t reach = 8;
  static constexpr CueTable kOfOthers = {"another", "further", "no", "without", "not", "never", "fees", "privacy", "practice", "decision"};
  // "Could give a refusal notice if it held anything".
  static constexpr CueTable kWould = {"could", "would", "might", "can"};
  if (among_any(words, back_from(i, 3), i, kOfOthers) || among_any(words, back_from(i, 6), i, kWould)) return false;
  // "A refusal notice under section 17 for that part of your request": an answer, but for the part.
  static constexpr CueTable kOfAPart = {"part", "parts", "question", "questions", "item", "items", "remainder", "rest"};
  if (among_any(words, i + 1, std::min(words.size(), i + 2 * reach), kOfAPart)) return false;
  if ((i > 0 && words[i - 1] == "refusal") ||
      (i + 2 < words.size() && words[i + 1] == "of" && among_any(words, i + 2, i + 4, CueTable{"refusal"})))
    return true;
  for (std::size_t k = back_from(i, reach); k + 1 < std::min(words.size(), i + reach); ++k) {
    static constexpr CueTable kRegulation = {"regulation", "reg"};
    const bool section = (words[k] == "section" && (words[k + 1] == "17" || (scottish && words[k + 1] == "16"))) ||
                         (among(kRegulation, words[k]) && (words[k + 1] == "14" || (scottish && words[k + 1] == "13")));
    if (section || words[k] == "s17") return true;
  }
  // "This is a notice that the Board is not obliged to comply".
  if (i + 1 < words.size() && words[i + 1] == "that")
    for (std::size_t k = i + 2; k + 2 < std::min(words.size(), i + 2 * reach); ++k)
      if (words[k] == "not" && words[k + 1] == "obliged") return true;
  return false;
}
bool says_it_is_notice(const KindView& view) {
  const Words words = spaced_words(view.own.text());
  // The Scottish Acts have the same duty under section 16 and regulation 13, which are others in the rest of the country.
  const bool scottish = view.own.any({"scotland", "foisa", "scottish"});
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] == "notice" && is_notice_at(words, i, scottish)) return true;
  return false;
}

// "We are declining your request", "the basis of this refusal", "this is a refusal under section 12"; and what calls itself a notice of it.
// Section 17(5) has no other use than the notice of a request that is too dear or vexatious.
bool declares_refusal(const KindView& view) {
  static constexpr CueTable kWhole = {"section 17 5",
                                      "s17 5",
                                      "this refusal",
                                      "is a refusal of",
                                      "is a refusal under",
                                      "is a refusal by",
                                      "we are refusing",
                                      "declining your request",
                                      "decline your request",
                                      "declined your request",
                                      "refusing this request",
                                      "refuse this request",
                                      "constitutes a refusal",
                                      "formal refusal",
                                      "your request is refused",
                                      "request is therefore refused",
                                      "refusing your request",
                                      "have refused your request",
                                      "refuse your request",
                                      "refusal of your request",
                                      "refuse the request",
                                      "refusing the request",
                                      "as required by section 17",
                                      "purposes of section 17",
                                      "not be answering it"};
  return view.own.any(kWhole) || says_it_is_notice(view);
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
         text.text().find(" foi") != std::string_view::npos;
}

// Where one who is not content with an answer may go.
bool names_remedy(const KindView& view) {
  return view.has_review_rights || view.own.any({"ask for a review", "internal review", "information commissioner", "ico",
                                                 "information commissioners office", "information commission"});
}

// A request of several questions and what may be done about the answer to it: a reply, whatever it is about.
bool prints_request(const KindView& view, const KindFacts& facts) { return view.has_request && facts.questions >= 2 && names_remedy(view); }

// "Received 3 June, issued 27 June", "Request of 18 March; reply of 22 March", "Came in | 10 June": the two days of one request. A log has
// many such pairs.
std::size_t pairs_of_days(const Folded& text) {
  // Words between what happened and its day ("arrived on Monday the 9"), and between the one and the other.
  constexpr std::size_t to_day = 4, apart = 14;
  constexpr std::size_t most_of_day = 2, least_of_date = 8;  // digits of "9" and "20240309"; between them is a year or a count
  const Words words = spaced_words(text.text());
  const auto dated = [&](std::size_t at) {
    for (std::size_t i = at + 1; i < std::min(words.size(), at + 1 + to_day); ++i)
      if (is_digit(words[i].front())) return words[i].size() <= most_of_day || words[i].size() >= least_of_date;
    return false;
  };
  std::size_t pairs = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!among(kCame, words[i]) || !dated(i)) continue;
    for (std::size_t k = i + 2; k < std::min(words.size(), i + apart); ++k)
      if (among(kWent, words[k]) && dated(k)) {
        ++pairs;
        i = k;
        break;
      }
  }
  return pairs;
}

// The page of one answer, which greets nobody.
bool tells_its_days(const KindView& view) { return pairs_of_days(view.top) == 1 && pairs_of_days(view.opening) == 1; }

int response_evidence(const KindView& view, const KindFacts& facts) {
  int points = 0;
  points += speaks_of_request(view) || tells_its_days(view) ? 3 : 0;
  points += view.has_review_rights ? 2 : names_remedy(view) ? 1 : 0;
  points += view.has_request ? 1 : 0;
  points += view.salutation_first ? 1 : 0;
  points += view.closing || view.has_signature ? 1 : 0;
  points += speaks_of_foi(view.opening) ? 1 : 0;
  points += answers(view) || view.own.any({"neither confirm nor deny", "neither confirms nor denies"}) ? 2 : 0;
  points += title_has(view, {"response", "our response", "foi response", "trust response"}) ? 1 : 0;
  points += view.own.any({"our answers", "our answer", "this reply", "our reply"}) ? 1 : 0;
  points += facts.questions > 0 ? 1 : 0;
  // Questions with an answer under each are a reply on a web page, which greets nobody and signs nothing.
  points += (facts.answered >= 2 && speaks_of_foi(view.opening)) || prints_request(view, facts) ? 2 : 0;
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
  return view.salutation_first || view.sections_of_mail > 0 || (view.words < kLongWords && (view.closing || view.has_review_rights));
}

}  // namespace

Kind find_kind(const Letter& letter, const std::vector<Section>& sections, const KindFacts& facts) {
  if (is_sheet_or_slides(facts.media_type)) return Kind::kAttachment;
  const KindView view = view_of(letter, sections, facts.asked);
  if (is_tribunal_decision(view)) return Kind::kTribunalDecision;
  if (const auto decision = decision_form(letter, view)) return *decision;
  if (is_ico_decision(view)) return Kind::kIcoDecision;
  if (is_internal_review(view) && !answers_afresh(to_lower_ascii(std::string_view(letter.text).substr(0, kAfreshBytes))))
    return Kind::kInternalReview;
  // A policy may hold model letters, but does not begin as one.
  if ((view.salutations >= 3 && view.salutation_first) || view.sections_of_mail >= 3) return Kind::kCorrespondence;
  if (is_request(view)) return Kind::kRequest;
  const int points = response_evidence(view, facts);
  if (const Kind kind = interim_kind(view, facts); kind != Kind::kOther) return kind;
  if (!is_addressed(view) && !prints_request(view, facts) && !tells_its_days(view) && is_attachment(view, facts)) return Kind::kAttachment;
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
    // Nothing else is said in answer to a request that is vexatious.
    case Outcome::kVexatious:
      return Kind::kRefusalNotice;
    case Outcome::kCostLimit:
    case Outcome::kRefusedInFull:
    case Outcome::kNcnd:
    case Outcome::kFuturePublication:
    case Outcome::kPublishedElsewhere: {
      const KindView view = view_of(letter, sections, {});
      return kind == Kind::kRefusalNotice || is_titled_refusal(view) || declares_refusal(view) ? Kind::kRefusalNotice : kind;
    }
    default:
      return Kind::kResponse;
  }
}

}  // namespace foi::understand
