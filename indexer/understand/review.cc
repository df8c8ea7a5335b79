#include "indexer/understand/review.h"

#include <algorithm>

#include "indexer/model/text.h"
#include "indexer/understand/citation_voice.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/kind_review.h"
#include "indexer/understand/outcome_words.h"
#include "indexer/understand/review_lateness.h"
#include "indexer/understand/review_moves.h"
#include "indexer/understand/review_parts.h"
#include "indexer/understand/review_verdict.h"
#include "indexer/understand/stance.h"

namespace foi::understand {

namespace {

// How much of a letter without a headed decision is read for its result, in bytes.
constexpr std::size_t kDecisionBytes = 20'000;
// Where a letter says what it is, in bytes.
constexpr std::size_t kBeginningBytes = 1'800;
// A title is shorter, in bytes.
constexpr std::size_t kTitleBytes = 100;

constexpr CueTable kPartly = {"partly upheld",
                              "upholding your complaint in part",
                              "uphold the complaint in part",
                              "succeeds in part",
                              "partially upheld",
                              "upheld in part",
                              "uphold in part",
                              "partly uphold",
                              "partially uphold",
                              "uphold your complaint in part",
                              "upheld that decision in part",
                              "confirmed, with modification",
                              "confirmed, with modifications",
                              "confirmed with modification",
                              "confirmed with modifications",
                              "confirm, with modifications",
                              "upheld with modifications",
                              "upheld the decision in part"};
constexpr CueTable kAgainstComplaint = {"complaint is not upheld",
                                        "appeal has not been successful",
                                        "appeal was not successful",
                                        "appeal is unsuccessful",
                                        "appeal has been unsuccessful",
                                        "complaint has not been successful",
                                        "complaint has been unsuccessful",
                                        "complaint has not been upheld",
                                        "not uphold your complaint",
                                        "not upheld your complaint",
                                        "complaint was not upheld",
                                        "do not uphold the complaint",
                                        "review not upheld",
                                        "appeal is not upheld",
                                        "complaint not upheld",
                                        "complaint isn't upheld",
                                        "don't uphold your complaint",
                                        "complaint fails",
                                        "complaint does not succeed",
                                        "complaint has not succeeded",
                                        "complaint should not succeed",
                                        "it fails as to",
                                        "it fails on"};
constexpr CueTable kForComplaint = {
    "complaint is upheld",  "complaint has been upheld", "uphold your complaint",  "upheld your complaint", "upholding your complaint",
    "complaint was upheld", "appeal is upheld",          "uphold the complaint",   "complaint upheld",      "complaint's upheld",
    "complaint succeeds",   "complaint succeeded",       "complaint has succeeded"};
constexpr std::string_view kOverturned[] = {"overturn",
                                            "overturned",
                                            "overturning",
                                            "is incorrect",
                                            "was incorrect",
                                            "incorrectly applied",
                                            "wrongly applied",
                                            "applied incorrectly",
                                            "should not have been applied",
                                            "should not have been withheld",
                                            "should have been disclosed",
                                            "set aside",
                                            "decided to release",
                                            "decided to disclose",
                                            "not satisfied that the exemption",
                                            "not satisfied that section",
                                            "revised response",
                                            "was not engaged",
                                            "in error",
                                            "do not uphold the original",
                                            "not uphold the original",
                                            "do not uphold the decision",
                                            "should have been provided"};
constexpr std::string_view kUpheld[] = {"uphold the original",
                                        "upheld the original",
                                        "uphold the decision",
                                        "upheld the decision",
                                        "uphold our",
                                        "upheld our",
                                        "uphold the trust's",
                                        "upheld the trust's",
                                        "uphold the council's",
                                        "upheld the council's",
                                        "uphold the application",
                                        "upheld the application",
                                        "uphold the use",
                                        "upheld that decision",
                                        "upheld its position",
                                        "uphold the exemption",
                                        "uphold the response",
                                        "upheld the response",
                                        "decision is upheld",
                                        "decision was upheld",
                                        "decision has been upheld",
                                        "response is upheld",
                                        "response was upheld",
                                        "response has been upheld",
                                        "original response upheld",
                                        "original decision upheld",
                                        "correctly applied",
                                        "applied correctly",
                                        "correctly engaged",
                                        "correctly withheld",
                                        "original response was correct",
                                        "decision was correct",
                                        "response was appropriate",
                                        "was correct to",
                                        "were correct to",
                                        "agree with the original",
                                        "stand by the original",
                                        "satisfied that the original",
                                        "therefore uphold",
                                        "confirmed without modification",
                                        "confirmed without modifications",
                                        "confirmed, without modification",
                                        "confirmed, without modifications",
                                        "refusal is upheld",
                                        "exemption is upheld",
                                        "exemption was correctly"};
constexpr CueTable kReviews = {"request for an internal review",
                               "internal review was conducted",
                               "completed my review",
                               "completed our review",
                               "completed the review",
                               "completed a review",
                               "carried out the review",
                               "review was carried out",
                               "asked to consider your complaint",
                               "to review its handling",
                               "to review our handling",
                               "outcome of my review",
                               "outcome of our review",
                               "conducted an internal review",
                               "carried out an internal review",
                               "carried out the internal review",
                               "completed an internal review",
                               "completed the internal review",
                               "internal review has now been",
                               "internal review has been completed",
                               "outcome of the internal review",
                               "outcome of your internal review",
                               "i have reviewed the",
                               "i have now reviewed",
                               "asked to review the handling",
                               "asked me to review",
                               "have reconsidered the",
                               "have reconsidered our",
                               "have reconsidered your",
                               "reconsidered the matter",
                               "looked again at our",
                               "looked again at the",
                               "my review of our",
                               "result of the internal review",
                               "result of my review",
                               "result of our review",
                               "asked us to think again",
                               "asking us to think again"};
constexpr CueTable kAcknowledges = {"will be carried out", "will be conducted", "will carry out",   "we will conduct",
                                    "we aim to",           "will respond",      "will write to you"};

constexpr CueTable kLooksBack = {"look again",
                                 "asked for a review",
                                 "requested a review",
                                 "complained",
                                 "your complaint",
                                 "reconsider",
                                 "asked us to review",
                                 "requesting a review",
                                 "request for a review",
                                 "asked the council to",
                                 "dissatisfied with our",
                                 "your appeal",
                                 "my review",
                                 "asked for an internal review",
                                 "requested an internal review",
                                 "internal review request",
                                 "request for internal review",
                                 "requested that we review",
                                 "reviewed the",
                                 "reviewed our",
                                 "carried out a review",
                                 "conducted a review"};
constexpr CueTable kOffers = {"you may", "you can", "if you", "right to", "should you", "should be", "must be"};

bool is_notice(std::string_view text) { return has_any(text, kReviews) && !has_any(text, kAcknowledges); }

// "for which you asked on 3 May", "you asked the council to review": asking and reviewing in one breath.
bool asked_for_review(std::string_view text) {
  static constexpr CueTable asking = {"asked", "asking", "requested", "requesting", "request for", "complaint", "complained"};
  for (std::size_t at = text.find("review"); at != std::string_view::npos; at = text.find("review", at + 1)) {
    const std::size_t from = at < 70 ? 0 : at - 70;
    const std::string_view near = text.substr(from, 150);
    if (has_any(near, asking) && !has_any(near, kOffers) && !has_any(near, kAcknowledges)) return true;
  }
  return false;
}

// A title "Internal review", or "review" near the top, and words that look back at a first answer.
bool is_titled_review(const Repaired& text) {
  const std::string_view beginning = text.lower_view({0, kBeginningBytes});
  static constexpr CueTable titles = {"internal review",     "review of our",  "review of the council",
                                      "review of the trust", "review of your", "review decision",
                                      "outcome of review",   "review outcome", "decision on internal review"};
  // Titles that only the letter with the result has.
  static constexpr CueTable results = {"outcome of internal review",
                                       "outcome of the internal review",
                                       "internal review outcome",
                                       "internal review decision",
                                       "internal review response",
                                       "outcome of review",
                                       "review outcome",
                                       "result of internal review",
                                       "internal review result",
                                       "outcome of your review",
                                       "outcome of your internal review"};
  const std::string_view printed = std::string_view(text.text).substr(0, beginning.size());
  for (std::size_t at = beginning.find("review"); at != std::string_view::npos; at = beginning.find("review", at + 1)) {
    const std::size_t start = printed.rfind('\n', at) + 1, end = std::min(printed.find('\n', at), printed.size());
    const std::string_view line = beginning.substr(start, end - start);
    const bool alone = (start < 2 || printed[start - 2] == '\n' || line.starts_with("subject")) && end + 1 < printed.size();
    const bool title = alone && line.size() < kTitleBytes && !line.ends_with('.') && has_any(line, titles) && !has_any(line, kOffers);
    if (title && has_any(line, results) && !has_any(beginning, kAcknowledges)) return true;
    if (title) return has_any(beginning, kLooksBack) || asked_for_review(beginning);
  }
  return false;
}

// "I have been asked to review the handling of the above", "representations under regulation 11 … have reconsidered", near the top.
bool says_it_reviews(const Repaired& text) {
  const std::string_view beginning = text.lower_view({0, kBeginningBytes});
  static constexpr CueTable sure = {"been asked to review",    "asked me to review our",        "asked me to review the",
                                    "have reconsidered the",   "have reconsidered our",         "has reconsidered",
                                    "reconsidered the matter", "asking us to think again",      "asked us to think again",
                                    "i have now reviewed",     "i have reviewed our",           "i have reviewed the",
                                    "result of my review",     "result of the internal review", "review of our decision on your",
                                    "result of our review"};
  return has_any(beginning, sure) && !has_any(beginning, kAcknowledges);
}

// The parts in which a letter speaks for itself: what it decided, or its body before any boilerplate.
std::string_view opening(const Letter& letter, const Repaired& text, const std::vector<Section>& sections) {
  for (const Section& s : sections)
    if (s.kind == SectionKind::response || s.kind == SectionKind::review_decision)
      return text.lower_view(text.repaired(Span{s.start, std::min(s.end, s.start + kDecisionBytes)}));
  return text.lower_view({0, std::min(letter.text.size(), kDecisionBytes)});
}

ReviewResult both(ReviewResult a, ReviewResult b) {
  if (a == ReviewResult::kUnknown || a == b) return b;
  return b == ReviewResult::kUnknown ? a : ReviewResult::kPartlyUpheld;
}

// Where the messages below the letter begin, in the repaired text, or the end.
std::size_t older_messages(const Repaired& text, const std::vector<Section>& sections) {
  bool spoken = false;
  for (const Section& s : sections) {
    if (s.kind == SectionKind::mail_headers && spoken) return text.repaired(s.start);
    spoken = spoken || (s.kind != SectionKind::mail_headers && s.kind != SectionKind::letterhead && s.kind != SectionKind::reference_block);
  }
  return text.lower.size();
}

// What the verbs say, sentence by sentence.
Verdicts verdicts_of_acts(std::string_view lower) {
  Verdicts found;
  for (std::size_t at = 0; at < lower.size();) {
    std::size_t end = at;
    while (end < lower.size() && lower[end] != '\n' && !(lower[end] == '.' && end + 1 < lower.size() && lower[end + 1] == ' ')) ++end;
    const std::string_view sentence = lower.substr(at, end - at);
    // Of a complaint the set phrases know better which way it went.
    static constexpr CueTable of_complaint = {"complaint", "complaints", "appeal"};
    if (!is_reported(sentence) && !has_any(sentence, of_complaint))
      for (const Said& said : acts_in(sentence)) {
        found.partly = found.partly || said.act == Act::kPartly;
        found.upheld = found.upheld || said.act == Act::kUpheld;
        found.overturned = found.overturned || said.act == Act::kOverturned || said.act == Act::kWithdrawn;
      }
    at = end + 1;
  }
  return found;
}

ReviewResult result_of(const Verdicts& found) {
  if (found.partly || (found.upheld && found.overturned)) return ReviewResult::kPartlyUpheld;
  return found.upheld ? ReviewResult::kUpheld : found.overturned ? ReviewResult::kOverturned : ReviewResult::kUnknown;
}

// What stands before a place in its sentence, as far as it is looked at.
std::string_view sentence_before(std::string_view lower, std::size_t at) {
  constexpr std::size_t reach = 160;
  const std::size_t from = at < reach ? 0 : at - reach;
  std::string_view led = lower.substr(from, at - from);
  if (const std::size_t stop = std::max(led.rfind(". ") + 1, led.rfind('\n') + 1); stop > 0) led.remove_prefix(stop);
  return led;
}

// Whether one of the phrases stands without a "not" before it, or with one: in the reviewer's voice.
bool says(std::string_view lower, Cues phrases, bool denied) {
  constexpr std::size_t before = 16;  // bytes in which the "not" stands
  static constexpr CueTable nots = {"not", "cannot", "don't", "can't", "didn't", "haven't", "isn't", "wasn't", "unable to", "never"};
  // "I do not accept that section 43(2) was wrongly applied", "whether it was".
  static constexpr CueTable disbelief = {
      "not accept",       "not agree",     "not think",   "not believe",       "not consider",  "not persuaded",
      "not convinced",    "cannot say",    "disagree",    "cannot accept",     "cannot agree",  "not find",
      "don't accept",     "don't agree",   "don't think", "not share",         "reject",        "rejected",
      "you are mistaken", "you are wrong", "not follow",  "you were mistaken", "you were wrong"};
  // "No grounds for overturning it", "no reason why it should not have been applied".
  static constexpr CueTable causeless = {
      "no reason to",       "no reason for",        "no reason why", "no grounds to",     "no grounds for",
      "no basis to",        "no basis for",         "no cause to",   "no basis on which", "no grounds on which",
      "no ground on which", "no justification for", "decline to",    "wrong to",          "no reason on which"};
  static constexpr CueTable open = {"whether"};
  for (std::string_view phrase : phrases)
    for (std::size_t at = find_phrase(lower, phrase); at != std::string_view::npos; at = find_phrase(lower, phrase, at + 1)) {
      const std::size_t from = at < before ? 0 : at - before;
      std::string_view near = lower.substr(from, at - from);
      if (const std::size_t stop = near.find_last_of(".;,:\n"); stop != std::string_view::npos) near.remove_prefix(stop + 1);
      const std::string_view led = sentence_before(lower, at);
      if (is_reported(led) || has_any(led, open)) continue;
      const bool disbelieved = has_phrase(led, "that") && has_any(led.substr(0, led.rfind("that")), disbelief);
      const bool refused = disbelieved != has_any(led, causeless);
      if ((refused != has_any(near, nots)) == denied) return true;
    }
  return false;
}

// "Your request was handled appropriately and in accordance with the Act", but not "whether it was handled …". That it was not, as of a
// late reply, says nothing of a ground.
bool says_handled(std::string_view lower) {
  constexpr std::size_t before = 110, denial = 16;  // bytes in which "whether" stands, and a "not"
  constexpr std::string_view ways[] = {"handled appropriately", "handled correctly",        "handled properly",
                                       "handled in accordance", "dealt with appropriately", "dealt with correctly",
                                       "dealt with properly",   "dealt with in accordance"};
  constexpr std::string_view open[] = {"whether", "if",     "ensure", "ensures", "ensuring", "check", "determine",
                                       "how",     "should", "must",   "will",    "would",    "to be", "is"};
  for (std::string_view way : ways)
    for (std::size_t at = find_phrase(lower, way); at != std::string_view::npos; at = find_phrase(lower, way, at + 1)) {
      std::string_view near = lower.substr(at < before ? 0 : at - before, std::min(at, before));
      if (const std::size_t stop = near.find_last_of(".;:\n"); stop != std::string_view::npos) near.remove_prefix(stop + 1);
      const bool request = has_phrase(near, "request") || has_phrase(near, "requests");
      const std::string_view close = near.size() < denial ? near : near.substr(near.size() - denial);
      if (request && !has_any(near.substr(near.rfind("that ") == std::string_view::npos ? 0 : near.rfind("that ")), open) &&
          !has_phrase(close, "not"))
        return true;
    }
  return false;
}

}  // namespace

ReviewResult review_result(std::string_view lower) {
  const Verdicts whole_answer = verdicts_on_answer(lower);
  if (has_any(lower, kPartly) || whole_answer.partly) return ReviewResult::kPartlyUpheld;
  const bool against = has_any(lower, kAgainstComplaint) || says(lower, kForComplaint, true);
  const bool complaint = says(lower, kForComplaint, false);
  if (against && !complaint) return ReviewResult::kUpheld;
  Verdicts set;
  set.overturned = complaint || whole_answer.overturned || says(lower, kOverturned, false) || says(lower, kUpheld, true);
  set.upheld = against || whole_answer.upheld || says(lower, kUpheld, false) || says_handled(lower);
  const Verdicts acts = verdicts_of_acts(lower);
  // Of what fell a set phrase may tell alone, and a verb of what stands; a complaint that is upheld is upheld as a whole
  // unless that is said of a part.
  static constexpr CueTable of_part = {"upheld as to", "upheld to that extent", "to that extent", "upheld in respect of", "upheld on",
                                       "upheld for",   "in so far as",          "insofar as",     "succeeds as to",       "succeeds on"};
  const bool whole = complaint && !has_any(lower, of_part);
  if (set.overturned && !set.upheld && !whole) set.upheld = acts.upheld;
  const ReviewResult result = result_of(set);
  return result == ReviewResult::kUnknown ? result_of(acts) : result;
}

ReviewResult settle_review(ReviewResult words, const std::vector<FoundCitation>& grounds) {
  std::size_t stood = 0, fell = 0, partly = 0, added = 0, surely_stood = 0, surely_fell = 0, surely_overturned = 0;
  for (const FoundCitation& c : grounds) {
    const bool sure = c.stage == Stage::kReview && c.confidence >= kInWords;
    surely_stood += sure && (c.status == CitationStatus::kUpheld || c.status == CitationStatus::kPartlyUpheld) ? 1 : 0;
    surely_fell += sure && (c.status == CitationStatus::kOverturned || c.status == CitationStatus::kWithdrawn) ? 1 : 0;
    surely_overturned += sure && c.status == CitationStatus::kOverturned ? 1 : 0;
    stood += c.status == CitationStatus::kUpheld ? 1 : 0;
    fell += c.status == CitationStatus::kOverturned || c.status == CitationStatus::kWithdrawn ? 1 : 0;
    partly += c.status == CitationStatus::kPartlyUpheld ? 1 : 0;
    added += c.status == CitationStatus::kAddedAtReview ? 1 : 0;
  }
  if (surely_stood > 0 && surely_fell > 0) return ReviewResult::kPartlyUpheld;
  // "I uphold the decision except in relation to section 41(1)."
  if (words == ReviewResult::kUpheld && stood > 0 && surely_overturned > 0) return ReviewResult::kPartlyUpheld;
  if (words == ReviewResult::kOverturned) return added > 0 ? ReviewResult::kPartlyUpheld : words;
  if (words != ReviewResult::kUnknown) return words;
  if (partly > 0 || (fell > 0 && stood + added > 0)) return ReviewResult::kPartlyUpheld;
  return fell > 0 ? ReviewResult::kOverturned : stood > 0 ? ReviewResult::kUpheld : words;
}

namespace {

// A verdict on the complaint or on the decision as such, and not on one ground.
bool judges_whole(std::string_view lower) {
  static constexpr CueTable of_decision = {"uphold the original",
                                           "upheld the original",
                                           "uphold the decision",
                                           "upheld the decision",
                                           "uphold our",
                                           "upheld our",
                                           "uphold the response",
                                           "upheld the response",
                                           "decision is upheld",
                                           "decision was upheld",
                                           "decision has been upheld",
                                           "response is upheld",
                                           "response was upheld",
                                           "original response upheld",
                                           "original decision upheld",
                                           "original decision was correct",
                                           "original response was correct",
                                           "decision was correct",
                                           "refusal is upheld",
                                           "overturn the decision",
                                           "overturn the original",
                                           "overturning that decision",
                                           "uphold the trust's",
                                           "uphold the council's"};
  return has_any(lower, kForComplaint) || has_any(lower, kAgainstComplaint) || has_any(lower, of_decision);
}

// What the words come to with what is done: a first answer that is wrong, and of which some stays as it was, falls in part.
ReviewResult weigh(ReviewResult words, const ReviewMoves& moves) {
  if (words == ReviewResult::kUpheld && moves.gives) return ReviewResult::kPartlyUpheld;
  if (words == ReviewResult::kOverturned && moves.keeps) return ReviewResult::kPartlyUpheld;
  return words == ReviewResult::kUnknown && moves.gives && moves.keeps ? ReviewResult::kPartlyUpheld : words;
}

// What the parts in which it may decide say of the result. own_end: where older messages begin.
ReviewResult result_in_words(const Repaired& text, const std::vector<Section>& sections, Span plea, std::size_t own_end) {
  const auto decision = std::ranges::find(sections, SectionKind::review_decision, &Section::kind);
  ReviewResult result = ReviewResult::kUnknown;
  const auto read = [&](const Section& s) {
    Span part = text.repaired(Span{s.start, std::min(s.end, s.start + kDecisionBytes)});
    if (part.start < plea.end) part.start = std::min(plea.end, part.end);  // what the requester says is no result
    return review_result(text.lower_view(part));
  };
  for (const Section& s : sections) {
    const bool decides = decision != sections.end() ? s.kind == SectionKind::review_decision
                                                    : s.kind == SectionKind::response || s.kind == SectionKind::exemption_reasons;
    if (!decides) continue;
    result = both(result, read(s));
    if (decision == sections.end() && result != ReviewResult::kUnknown) break;
  }
  if (result != ReviewResult::kUnknown) return result;
  const std::vector<ReviewHeading> headings = review_headings(text);
  for (std::size_t i = 0; i < headings.size(); ++i) {
    if (headings[i].part != ReviewPart::decision) continue;
    const std::size_t end = std::min(i + 1 < headings.size() ? headings[i + 1].start : text.lower.size(), own_end);
    if (end <= headings[i].start) break;
    result = both(result, review_result(text.lower_view({headings[i].start, std::min(end, headings[i].start + kDecisionBytes)})));
  }
  if (result != ReviewResult::kUnknown) return result;
  // Decided point by point, under the questions or where no heading says so.
  for (const Section& s : sections)
    if (s.kind == SectionKind::response || s.kind == SectionKind::exemption_reasons || s.kind == SectionKind::request)
      result = both(result, read(s));
  return result;
}

}  // namespace

// Of one part what is done tells by itself.
ReviewResult result_with_moves(std::string_view lower) {
  const ReviewMoves moves = review_moves(lower);
  const ReviewResult result = weigh(review_result(lower), moves);
  if (result != ReviewResult::kUnknown || moves.gives == moves.keeps) return result;
  return moves.gives ? ReviewResult::kOverturned : ReviewResult::kUpheld;
}

std::optional<ReviewResult> find_review(const Letter& letter, const Repaired& text, const std::vector<Section>& sections, Kind kind) {
  const auto decision = std::ranges::find(sections, SectionKind::review_decision, &Section::kind);
  const bool titled = is_titled_review(text);
  const bool begins = says_it_reviews(text);
  if (decision == sections.end() && kind != Kind::kInternalReview && !titled && !begins) return std::nullopt;
  if (kind != Kind::kInternalReview && !is_notice(opening(letter, text, sections)) && !titled && !begins) return std::nullopt;
  const Span plea = requesters_plea(text);
  const std::size_t end = older_messages(text, sections);
  Repaired decided = text;
  decided.lower = without_lateness(text.lower);
  const std::string_view own =
      plea.end < end ? decided.lower_view({plea.end, std::min(end, plea.end + kDecisionBytes)}) : std::string_view();
  if (divides_complaint(own) || sums_up_in_part(own)) return ReviewResult::kPartlyUpheld;
  const ReviewResult words = result_in_words(decided, sections, plea, end);
  return judges_whole(own) ? words : weigh(words, review_moves(own));
}

ReviewRead read_review(const Letter& letter, const Repaired& text, const std::vector<Section>& sections, Kind kind,
                       std::span<const double> told) {
  const auto offers = [&] { return offers_review(text.lower_view({0, older_messages(text, sections)})); };
  ReviewRead read{kind, std::nullopt};
  if (kind == Kind::kResponse && is_likely_review(told) && !offers()) read.kind = Kind::kInternalReview;
  read.review = find_review(letter, text, sections, read.kind);
  if (read.review && (kind == Kind::kResponse || kind == Kind::kCorrespondence || kind == Kind::kOther)) read.kind = Kind::kInternalReview;
  // Asked last: few letters look like a review, and it reads much of the text.
  const bool taken = read.kind != kind || read.review;
  if (taken && kind != Kind::kInternalReview && answers_afresh(to_lower_ascii(std::string_view(text.text).substr(0, kAfreshBytes))))
    return {kind, std::nullopt};
  return read;
}

}  // namespace foi::understand
