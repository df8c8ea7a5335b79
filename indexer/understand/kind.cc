#include "indexer/understand/kind.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/model/text.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// Words of the beginning and of the authority's own text that are looked at: letters are shorter, and longer documents say what they are
// at the beginning.
constexpr std::size_t kOpeningWords = 350, kOwnWords = 12'000;
constexpr std::size_t kTitleLines = 30;
// Words below which a document without any part of a letter says too little to be anything.
constexpr std::size_t kFewWords = 15;

using Phrases = std::initializer_list<std::string_view>;

// Tokens joined by single spaces, with one at either end, so that a phrase with spaces round it is found as whole words.
struct Folded {
  std::string text = " ";
  void add(const Token& token) { text += token.word + ' '; }
  bool has(std::string_view phrase) const {
    std::string padded;
    padded.reserve(phrase.size() + 2);
    padded.append(1, ' ').append(phrase).append(1, ' ');
    return text.find(padded) != std::string::npos;
  }
  bool any(Phrases phrases) const {
    return std::any_of(phrases.begin(), phrases.end(), [this](std::string_view phrase) { return has(phrase); });
  }
};

struct View {
  Folded opening;              // the first words, whoever says them
  Folded own;                  // the authority's own words: neither request nor boilerplate nor quoted letters
  Folded own_start;            // the first of them
  std::vector<Folded> titles;  // short lines near the top
  std::size_t words = 0, salutations = 0, sections_of_mail = 0;
  bool has_request = false, has_review_rights = false, has_signature = false, has_review_decision = false;
  bool salutation_first = false, closing = false;
};

bool is_own(SectionKind kind) {
  return !is_boilerplate(kind) && kind != SectionKind::request && kind != SectionKind::quoted_thread && kind != SectionKind::mail_headers;
}

bool is_salutation(const std::vector<Token>& line) {
  if (line.empty() || line.size() > 9) return false;
  return line[0].word == "dear" || (line.size() <= 4 && (line[0].word == "hello" || line[0].word == "hi")) ||
         (line.size() <= 3 && line[0].word == "good" &&
          (line[1 % line.size()].word == "morning" || line[1 % line.size()].word == "afternoon"));
}

bool is_closing(const std::vector<Token>& line) {
  if (line.empty() || line.size() > 6) return false;
  static constexpr std::array<std::string_view, 6> kLast{"sincerely", "faithfully", "regards", "wishes", "truly", "regard"};
  return (line[0].word == "yours" || line.size() <= 4) &&
         std::any_of(line.begin(), line.end(), [](const Token& t) { return std::find(kLast.begin(), kLast.end(), t.word) != kLast.end(); });
}

void note_sections(const std::vector<Section>& sections, View& view) {
  for (const Section& section : sections) {
    view.has_request |= section.kind == SectionKind::request;
    view.has_review_rights |= section.kind == SectionKind::review_rights || section.kind == SectionKind::ico_address;
    view.has_signature |= section.kind == SectionKind::signature;
    view.has_review_decision |= section.kind == SectionKind::review_decision;
    view.sections_of_mail += section.kind == SectionKind::mail_headers ? 1 : 0;
  }
}

View read(const Letter& letter, const std::vector<Section>& sections) {
  View view;
  note_sections(sections, view);
  std::size_t own_words = 0, filled = 0;
  for (const Line& line : letter.lines) {
    if (view.words > kOwnWords * 4) break;
    const std::vector<Token> tokens = tokenise(letter.view(line));
    if (tokens.empty()) continue;
    ++filled;
    if (is_salutation(tokens)) {
      ++view.salutations;
      view.salutation_first |= filled <= kTitleLines * 2;
    }
    view.closing |= is_closing(tokens);
    if (filled <= kTitleLines && tokens.size() <= 16) {
      view.titles.emplace_back();
      for (const Token& token : tokens) view.titles.back().add(token);
    }
    const bool own = is_own(section_at(sections, line.start));
    for (const Token& token : tokens) {
      if (view.words++ < kOpeningWords) view.opening.add(token);
      if (!own || own_words >= kOwnWords) continue;
      view.own.add(token);
      if (own_words++ < kOpeningWords) view.own_start.add(token);
    }
  }
  return view;
}

bool is_spreadsheet(std::string_view media_type) {
  for (std::string_view part : {"spreadsheet", "ms-excel", "text/csv", "tab-separated", "excel"})
    if (media_type.find(part) != std::string_view::npos) return true;
  return false;
}

bool is_ico_decision(const View& view) {
  return (view.opening.has("decision notice") &&
          view.opening.any({"the commissioners decision is", "the commissioner finds", "the commissioners decision",
                            "the commissioner has decided", "the complainant requested", "the complainant has requested"})) ||
         (view.opening.has("the commissioner has concluded") && view.opening.has("public authority"));
}

bool is_tribunal_decision(const View& view) {
  return view.opening.any({"first tier tribunal", "upper tribunal", "information tribunal", "information rights tribunal", "ukftt"}) &&
         view.opening.any({"general regulatory chamber", "ukftt", "appeal number", "appeal reference", "appellant", "between"}) &&
         view.opening.any({"appellant", "respondent"});
}

bool title_has(const View& view, Phrases phrases) {
  return std::any_of(view.titles.begin(), view.titles.end(), [&](const Folded& title) { return title.any(phrases); });
}

bool is_internal_review(const View& view) {
  return view.own_start.any({"request for an internal review",
                             "request for internal review",
                             "requested an internal review",
                             "asked for an internal review",
                             "requesting an internal review",
                             "requesting a review of",
                             "request for a review of",
                             "outcome of the internal review",
                             "outcome of your internal review",
                             "outcome of the review",
                             "internal review outcome",
                             "internal review decision",
                             "internal review request",
                             "internal review response",
                             "carried out an internal review",
                             "conducted an internal review",
                             "completed an internal review",
                             "completed the internal review",
                             "completed my review",
                             "asked me to review",
                             "i have reviewed the response",
                             "i have reviewed the handling",
                             "i have now reviewed",
                             "request for review under section 20",
                             "your requirement for review",
                             "requirement for review"}) &&
         // The same words in the paragraph on review rights, when that is not told apart.
         !view.own_start.any({"if you wish to request an internal review you should", "entitled to request an internal review"});
}

// The answer itself is in the letter, whatever else the letter also says.
bool answers(const View& view) {
  return view.own.any({"please find attached",
                       "please see attached",
                       "please find below",
                       "please see below",
                       "please find enclosed",
                       "attached is the",
                       "our response is",
                       "our response",
                       "trust response",
                       "our answer",
                       "respond as follows",
                       "responds as follows",
                       "as follows",
                       "the information you requested is",
                       "information requested is",
                       "is exempt",
                       "do not hold",
                       "does not hold",
                       "not held",
                       "can confirm that we hold",
                       "confirm that the trust holds",
                       "we hold the information",
                       "is set out below",
                       "is detailed below",
                       "detailed below",
                       "are not able to provide",
                       "unable to provide",
                       "i can confirm that"});
}

bool is_acknowledgement(const View& view) {
  return view.own_start.any({"acknowledge receipt", "acknowledging receipt", "acknowledge your request", "acknowledgement of your",
                             "acknowledges receipt", "your request has been received and", "we have received your request and will",
                             "your request is being processed", "your request is receiving attention", "you can expect a response",
                             "you should receive a response", "you will receive a response", "will respond within 20 working days",
                             "will respond to you within"});
}

bool is_transfer(const View& view) {
  return view.own_start.any({"transferred your request", "transferring your request", "request has been transferred",
                             "have passed your request to", "transfer of your request", "transfer your request"});
}

bool is_fees_notice(const View& view) {
  return view.own_start.any({"fees notice", "fee notice"}) && !view.own.has("appropriate limit is exceeded");
}

bool is_clarification(const View& view) {
  return view.own_start.any({"need further clarification", "require further clarification", "require clarification", "need clarification",
                             "please clarify", "could you clarify", "please could you clarify", "seek clarification",
                             "seeking clarification", "would like to clarify", "clarification is required", "clarification of your request",
                             "need some further information from you", "require further information from you",
                             "require further information in order to identify", "request is unclear"});
}

bool is_holding_letter(const View& view) {
  return view.own_start.any({"extend the time", "extending the time", "extension of time", "extend the deadline",
                             "additional 20 working days", "further 20 working days", "require additional time", "need additional time",
                             "need more time", "require more time", "still considering the public interest", "holding response",
                             "not yet reached a decision", "not yet in a position to"});
}

// The kinds of letter that come before an answer. A letter that also answers is a response.
Kind interim(const View& view) {
  if (is_transfer(view)) return Kind::kTransfer;
  if (is_fees_notice(view)) return Kind::kFeesNotice;
  if (is_holding_letter(view)) return Kind::kHoldingLetter;
  if (is_clarification(view)) return Kind::kClarification;
  return is_acknowledgement(view) ? Kind::kAcknowledgement : Kind::kOther;
}

bool is_refusal_notice(const View& view) {
  if (title_has(view, {"refusal notice"})) return true;
  return title_has(view, {"decision notice"}) && view.own.any({"refused", "refusing", "refuse"}) &&
         !view.own.any({"please find attached", "please see attached", "the information requested is held"});
}

bool speaks_of_request(const View& view) {
  return view.own_start.any({"thank you for your request",
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

int response_evidence(const View& view, const KindFacts& facts) {
  int points = 0;
  points += speaks_of_request(view) ? 3 : 0;
  points += view.has_review_rights ? 2 : 0;
  points += view.has_request ? 1 : 0;
  points += view.salutation_first ? 1 : 0;
  points += view.closing || view.has_signature ? 1 : 0;
  points += speaks_of_foi(view.opening) ? 1 : 0;
  points += title_has(view, {"response", "our response", "foi response", "trust response"}) ? 1 : 0;
  points += facts.questions > 0 ? 1 : 0;
  // "FOI_0316 – FOI request concerning …" over questions with their answers, and no other part of a letter.
  points += facts.questions > 0 && title_has(view, {"foi request", "freedom of information request", "foi"}) ? 1 : 0;
  return points;
}

bool is_request(const View& view) {
  return view.opening.any({"i would like to request", "i am writing to request", "i wish to request", "please provide me with",
                           "please could you provide", "i would be grateful if you", "under the freedom of information act i",
                           "i request the following", "could you please provide"}) &&
         speaks_of_foi(view.opening) && !view.has_review_rights && !speaks_of_request(view) && !title_has(view, {"response"});
}

bool is_policy_statement(const View& view) {
  return view.salutations == 0 &&
         view.own.any({"no longer publishes", "does not routinely disclose", "will not disclose information about", "standing statement",
                       "our position on requests", "position statement"}) &&
         speaks_of_foi(view.own);
}

// Contracts, policies, minutes, reports, tables: disclosed as they are.
bool is_attachment(const View& view, const KindFacts& facts) {
  if (facts.member && view.words >= kFewWords) return true;
  return title_has(view, {"policy",     "procedure", "protocol",  "guidance", "guideline",
                          "guidelines", "minutes",   "agenda",    "report",   "terms of reference",
                          "appendix",   "contract",  "agreement", "strategy", "standard operating",
                          "schedule",   "annex",     "table",     "version",  "document control",
                          "data"}) ||
         view.opening.any(
             {"document control", "version number", "ratified by", "review date", "policy number", "approved by", "date approved"});
}

bool has_letter_parts(const View& view) { return view.salutation_first || view.closing || view.has_review_rights; }

}  // namespace

Kind find_kind(const Letter& letter, const std::vector<Section>& sections, const KindFacts& facts) {
  if (is_spreadsheet(facts.media_type)) return Kind::kAttachment;
  const View view = read(letter, sections);
  if (is_tribunal_decision(view)) return Kind::kTribunalDecision;
  if (is_ico_decision(view)) return Kind::kIcoDecision;
  if (view.has_review_decision || is_internal_review(view)) return Kind::kInternalReview;
  if (view.salutations >= 3 || view.sections_of_mail >= 3) return Kind::kCorrespondence;
  if (is_request(view)) return Kind::kRequest;
  const int points = response_evidence(view, facts);
  if (const Kind kind = interim(view); kind != Kind::kOther && !answers(view)) return kind;
  if (is_refusal_notice(view) && points >= 2) return Kind::kRefusalNotice;
  if (points >= 3) return Kind::kResponse;
  if (is_policy_statement(view)) return Kind::kPolicyStatement;
  if (!has_letter_parts(view) && is_attachment(view, facts)) return Kind::kAttachment;
  return Kind::kOther;
}

}  // namespace foi::understand
