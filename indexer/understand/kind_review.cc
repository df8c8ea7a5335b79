#include "indexer/understand/kind_review.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/understand/cues.h"
#include "indexer/understand/review_asked.h"
#include "indexer/understand/tokens.h"
#include "indexer/understand/word_list.h"

namespace foi::understand {

namespace {

// Short lines near the top that may be the letter's own title.
constexpr std::size_t kHeadLines = 14;
// A sentence is read up to so many words: what is longer is a table or a list.
constexpr std::size_t kMostWords = 120;

// A date, as far as its day tells: a word that begins with a digit.
bool has_number(const Words& words, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < std::min(to, words.size()); ++i)
    if (is_digit(words[i].front())) return true;
  return false;
}

// Phrases of which one is enough: the authority says that it looked at its answer again.
bool says_reviewed(const Folded& text) {
  static constexpr CueTable cues = {"request for an internal review",
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
                                    "request that an official review be carried out",
                                    "request that a review be carried out",
                                    "requested that a review be carried out",
                                    "full review of the original request",
                                    "internal review of freedom of information act",
                                    "internal review of freedom of information request",
                                    "internal review of information request",
                                    "internal review of foi request",
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
                                    "representations under regulation 11"};
  return text.any(cues);
}

// "You may", not the month of "26 May" or "May 2022".
bool has_may(const Folded& sentence) {
  const auto is_number = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t at = sentence.text().find(" may "); at != std::string_view::npos; at = sentence.text().find(" may ", at + 1)) {
    const std::size_t word = at == 0 ? 0 : sentence.text().rfind(' ', at - 1) + 1;
    const bool month =
        (at > 0 && is_number(sentence.text()[word])) || (at + 5 < sentence.text().size() && is_number(sentence.text()[at + 5]));
    if (!month) return true;
  }
  return false;
}

// "Asking for an internal review", "Requesting a review of our decision" alone, over how that is done.
bool is_heading_of_offer(const Folded& sentence) {
  constexpr std::ptrdiff_t most = 8;  // spaces round the words
  static constexpr std::string_view asking[] = {" asking for ", " requesting ", " seeking ", " how to "};
  const std::string_view text = sentence.text();
  return std::ranges::any_of(asking, [&](std::string_view words) { return text.starts_with(words); }) &&
         std::ranges::count(text, ' ') <= most && !sentence.any({"you", "your"});
}

// A sentence that only tells how a review may be had.
bool offers(const Folded& sentence) {
  static constexpr CueTable kOffers = {
      "should", "if", "wish", "can", "must", "please", "entitled", "right", "welcome", "want", "would like to request"};
  return sentence.any(kOffers) || has_may(sentence) || is_heading_of_offer(sentence);
}

// "Your complaint of 24 August", "your representations reached us on 6 May", "to hear your appeal", "the complaint you made": of the
// answer, since complaints of other things are not what a letter on a request sets out from.
bool disputes(const Words& words) {
  static constexpr CueTable kDisputes = {"complaint", "appeal", "representations", "objection", "objections", "challenge", "grievance"};
  static constexpr CueTable kYours = {"your"};
  static constexpr CueTable kArrives = {"of",   "dated", "on",      "from",    "made", "received",
                                        "came", "sent",  "reached", "arrived", "was",  "were"};
  static constexpr CueTable kJudging = {"decide", "hear", "heard", "consider", "considered", "determine", "examine", "investigate", "into"};
  static constexpr CueTable kMade = {"made", "make", "sent", "lodged", "submitted", "raised", "brought"};
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!among(kDisputes, words[i])) continue;
    const bool dated = i + 1 < words.size() && among(kArrives, words[i + 1]) && has_number(words, i + 2, i + 6);
    if (among_any(words, back_from(i, 2), i, kYours) && (dated || among_any(words, back_from(i, 5), i, kJudging))) return true;
    if (i + 2 < words.size() && words[i + 1] == "you" && among_any(words, i + 2, i + 4, kMade)) return true;
  }
  return false;
}

// "Our answer of 29 September", "in the reply of 5 January", "the first decision feared", "you were sent our decision", "the officer told
// you on 6 August", "the Trust refused A by regulation 12(5)(e)": what was said the first time, which an answer has nothing to say of.
bool recalls_answer(const Words& words) {
  static constexpr CueTable kAnswers = {"answer", "decision", "reply", "response", "refusal", "letter"};
  static constexpr CueTable kFirst = {"our", "its", "first", "original", "initial", "previous", "earlier", "trusts", "councils"};
  static constexpr CueTable kDated = {"of", "on", "dated", "from", "sent"};
  static constexpr CueTable kToldYou = {"told", "informed", "sent", "wrote", "refused"};
  static constexpr CueTable kAuthority = {"trust",     "council", "university", "officer", "maker", "board", "police", "force",
                                          "authority", "college", "department", "agency",  "he",    "she",   "answer", "reply"};
  static constexpr CueTable kRefused = {"refused", "withheld", "cited", "quoted"};
  static constexpr CueTable kSections = {"section", "sections", "regulation", "regulations", "s", "exemption", "exception"};
  for (std::size_t i = 0; i < words.size(); ++i) {
    // A letter may be the reader's own, where it isn't said whose.
    const bool article = i > 0 && words[i - 1] == "the" && words[i] != "letter";
    const bool answer = among(kAnswers, words[i]) && (article || among_any(words, back_from(i, 2), i, kFirst));
    if (among(kAnswers, words[i]) && i > 1 && words[i - 1] == "first" && words[i - 2] == "the") return true;
    if (answer && i + 1 < words.size() && among(kDated, words[i + 1]) && has_number(words, i + 2, i + 4)) return true;
    if (!answer && words[i] == "were" && i > 0 && words[i - 1] == "you" && among_any(words, i + 1, i + 2, kToldYou) &&
        among_any(words, i + 2, i + 6, kAnswers))
      return true;
    const bool told = among(kToldYou, words[i]) && among_any(words, i + 1, i + 3, CueTable{"you"});
    if (told && i > 0 && among(kAuthority, words[i - 1]) && has_number(words, i + 2, i + 6)) return true;
    if (among(kRefused, words[i]) && i > 0 && among(kAuthority, words[i - 1]) && among_any(words, i + 1, i + 9, kSections)) return true;
  }
  return false;
}

// "You weren't pleased with what we had sent", "you took issue with it", "you came back to us": said of no other letter's reader.
bool is_unhappy(const Words& words) {
  static constexpr CueTable kUnhappy = {"unhappy", "dissatisfied", "displeased", "discontented", "disappointed"};
  static constexpr CueTable kHappy = {"pleased", "satisfied", "content", "happy", "impressed", "persuaded", "convinced"};
  static constexpr CueTable kNots = {"not", "werent", "arent", "wasnt", "never"};
  static constexpr CueTable kYou = {"you", "your"};
  static constexpr CueTable kYet = {"will", "remain", "still"};
  static constexpr CueTable kAccept = {"accept", "agree"};
  static constexpr CueTable kCannot = {"not", "couldnt", "cant", "didnt", "cannot", "dont"};
  static constexpr CueTable kAnswer = {"what", "our", "answer", "reply", "decision", "response", "letter", "refusal"};
  static constexpr CueTable kAgain = {"second", "another", "fresh", "further", "new"};
  static constexpr CueTable kAsked = {"asked", "wanted", "requested", "sought"};
  constexpr std::size_t subject = 5;  // words
  // "If you are still unhappy", "should you remain dissatisfied": of any letter's reader.
  if (among_any(words, 0, words.size(), kYet)) return false;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool yours = among_any(words, back_from(i, subject), i, kYou);
    if (yours && (among(kUnhappy, words[i]) || (among(kHappy, words[i]) && among_any(words, back_from(i, 3), i, kNots)))) return true;
    // "You could not accept what the Council had said".
    if (among(kAccept, words[i]) && among_any(words, back_from(i, 3), i, kCannot) && among_any(words, i + 1, i + 6, kAnswer) &&
        among_any(words, back_from(i, subject), i, CueTable{"you"}))
      return true;
    // "You asked for a second look".
    if (words[i] == "look" && among(kAgain, words[i - 1]) && among_any(words, 0, i, kAsked)) return true;
    if (words[i - 1] != "you" || i + 1 >= words.size()) continue;
    if ((words[i] == "took" && among_any(words, i + 1, i + 2, CueTable{"issue", "exception"})) ||
        (words[i] == "came" && words[i + 1] == "back"))
      return true;
  }
  return false;
}

// "None of us had anything to do with the first letter", "I chair the panel", "three of us sat as a panel": who judges, now and not in
// what may be had.
bool is_judge(const Words& words) {
  static constexpr CueTable kPart = {"part", "hand", "involvement"};
  static constexpr CueTable kNone = {"no", "any", "nothing", "anything"};
  static constexpr CueTable kHad = {"had", "took", "taken", "have", "played"};
  static constexpr CueTable kDecides = {"finds", "found", "has",     "agrees", "agreed", "thinks",  "sets", "set",
                                        "met",   "parts", "upholds", "upheld", "takes",  "thought", "was",  "saw"};
  if (among_any(words, 0, words.size(), CueTable{"will", "would", "senior"})) return false;
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const bool apart = among(kNone, words[i]) && among(kHad, words[i - 1]);
    if (words[i] == "not" && among_any(words, i + 1, i + 3, CueTable{"involved", "consulted"})) return true;
    if (words[i] == "from" && (words[i + 1] == "scratch" || (words[i + 1] == "the" && i + 2 < words.size() && words[i + 2] == "start")))
      return true;
    if (apart && (among(kPart, words[i + 1]) || (words[i + 1] == "to" && i + 2 < words.size() && words[i + 2] == "do"))) return true;
    if (words[i + 1] == "panel" && words[i] == "a" && words[i - 1] == "as") return true;
    if (words[i + 1] == "panel" && words[i] == "the" &&
        (words[i - 1] == "chair" || (i + 2 < words.size() && among(kDecides, words[i + 2]))))
      return true;
  }
  return false;
}

// "Regulation 11 gives us forty working days to review a decision", "under section 21 we may confirm": the law of a review, applied.
bool applies_review_law(const Words& words) {
  static constexpr CueTable kReviews = {"review", "reconsider", "reconsideration", "confirm"};
  static constexpr CueTable kUs = {"us", "we", "weve", "i", "ive"};
  constexpr std::size_t us = 6, review = 12;  // words on either side of the section
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool law =
        (words[i] == "regulation" && words[i + 1] == "11") || (words[i] == "section" && (words[i + 1] == "20" || words[i + 1] == "21"));
    if (law && among_any(words, back_from(i, us), i + us, kUs) && among_any(words, back_from(i, review), i + review, kReviews)) return true;
  }
  return false;
}

// "IR-24-0077", "EIR-IR-5561" alone on a line: the number of a review, or of an information request.
bool is_numbered_as_review(const Words& title) {
  constexpr std::size_t most = 6;  // pieces of a number
  return title.size() >= 2 && title.size() <= most && among_any(title, 0, title.size(), CueTable{"ir", "rev"}) &&
         is_digit(title.back().front());
}

// "I have been asked to decide", "was asked to see whether you are right": somebody who did not answer.
bool is_charged(const Words& words) {
  static constexpr CueTable kJudges = {"decide", "determine", "judge", "examine", "reconsider"};
  static constexpr CueTable kLooks = {"see", "consider", "look", "say", "form"};
  static constexpr CueTable kWhether = {"whether", "if", "again", "afresh", "your", "complaint", "appeal", "decision", "answer"};
  static constexpr CueTable kPassive = {"been", "was", "were", "am"};
  for (std::size_t i = 1; i + 2 < words.size(); ++i) {
    if (words[i] != "asked" || words[i + 1] != "to" || !among(kPassive, words[i - 1])) continue;
    if (among(kJudges, words[i + 2]) || (among(kLooks, words[i + 2]) && among_any(words, i + 3, i + 7, kWhether))) return true;
  }
  return false;
}

// "Internal review – FOI 7721", "FC-EIR-0457: reconsideration under regulation 11": a letter's own name holds its number, or the provision.
// A heading over how a review may be had, or one of a request about reviews, holds neither.
bool names_review(const Words& title) {
  static constexpr CueTable kGoesOn = {"foi",    "of",  "request",   "outcome", "decision", "response",   "result",
                                       "letter", "ref", "reference", "case",    "under",    "regulation", "section"};
  static constexpr CueTable kOfAnswer = {"your", "our", "the", "request", "response", "foi", "decision", "reply", "handling", "eir"};
  static constexpr CueTable kNot = {"acknowledgement", "acknowledgment", "acknowledging", "statistics", "policy", "procedure", "to", "how"};
  for (std::size_t i = 0; i < title.size(); ++i) {
    const bool internal = title[i] == "review" && i > 0 && title[i - 1] == "internal";
    if (!internal && title[i] != "reconsideration") continue;
    const std::size_t first = internal ? i - 1 : i;
    // "5. Internal review" is a paragraph's.
    const bool numbered = first == 1 && title[0].size() <= 2;
    if (numbered || among_any(title, 0, title.size(), kNot)) return false;
    if (i + 1 < title.size() && !is_digit(title[i + 1].front()) && !among(kGoesOn, title[i + 1])) return false;
    if (i + 2 < title.size() && title[i + 1] == "of" && !is_digit(title[i + 2].front()) && !among(kOfAnswer, title[i + 2])) return false;
    return std::ranges::any_of(title, [](std::string_view word) { return word.find_first_of("0123456789") != std::string_view::npos; });
  }
  return false;
}

std::span<const Folded> head_lines(const KindView& view) { return std::span(view.titles).first(std::min(view.titles.size(), kHeadLines)); }

// "Resolved: that the refusal of (c) be confirmed": minutes of a panel that sat over the answer to a request.
bool resolves(const KindView& view) {
  return view.own.any({"resolved that", "agreed that", "decided that"}) &&
         view.own.any({"be confirmed", "be reversed", "be upheld", "be overturned", "be set aside", "be maintained"}) &&
         view.own.any({"refusal of", "the refusal", "reliance on", "exemption"}) && view.own.any({"information commissioner"});
}

// Signs of which two are needed.
std::size_t signs_of_review(const KindView& view) {
  std::vector<Words> told;
  for (const Folded& sentence : view.sentences)
    if (!offers(sentence)) told.push_back(spaced_words(sentence.text(), kMostWords));
  const auto any_sentence = [&](bool (*says)(const Words&)) { return std::ranges::any_of(told, says); };
  static constexpr CueTable kTitles = {
      "internal review",      "review of",          "review decision",       "decision on review", "reconsideration",
      "request for a review", "request for review", "requirement for review"};
  const bool titled =
      std::ranges::any_of(head_lines(view), [](const Folded& title) { return title.any(kTitles) && !is_heading_of_offer(title); });
  const bool numbered = std::ranges::any_of(
      head_lines(view), [](const Folded& title) { return is_numbered_as_review(spaced_words(title.text(), kMostWords)); });
  const bool verdict = view.own_start.any({"upheld", "uphold", "not upheld", "overturned", "overturn"}) ||
                       view.own.any({"you were right", "you are right", "set it aside", "is set aside", "is quashed", "appeal is allowed",
                                     "appeal is dismissed", "refusal cannot stand", "complaint succeeds", "complaint fails",
                                     "complaint is made out", "complaint made out", "wrongly relied upon", "wrongly relied on",
                                     "cannot be sustained", "cant be sustained", "no longer stand by", "dont stand by"}) ||
                       resolves(view);
  const bool first = view.own_start.any({"original response", "original reply", "original decision", "original answer", "first answer",
                                         "initial response", "first reply", "first response", "our refusal of", "previous response",
                                         "our answer of", "our reply of", "our response of"}) ||
                     any_sentence(recalls_answer);
  const bool judge =
      view.own_start.any({"reviewing officer", "i have reviewed", "my review", "our review", "this review", "review panel", "reviewer"}) ||
      any_sentence(is_charged) || any_sentence(is_judge);
  const bool complaint =
      view.own_start.any({"you complained", "your complaint", "you disagreed", "you disputed", "you were dissatisfied",
                          "your dissatisfaction", "you were unhappy", "you were not satisfied", "you were not happy", "you challenged",
                          "you appealed", "your appeal", "decision on the complaint", "decision on your complaint"}) ||
      any_sentence(disputes) || any_sentence(is_unhappy);
  return static_cast<std::size_t>(titled || numbered) + verdict + first + judge + complaint + any_sentence(applies_review_law);
}

// The letter carries out a review, whatever it says of an answer in the place of another: "Internal review \u2013 FOI 31" is over it, or
// "my review finds". What is told of a review that was asked for, or was done before the Commissioner had the case, is no such word.
bool reviews_itself(std::string_view lower) {
  static constexpr CueTable kWords = {"my review finds",
                                      "my review found",
                                      "my review has",
                                      "my review concludes",
                                      "my review is",
                                      "this review finds",
                                      "this review found",
                                      "this review has",
                                      "this review concludes",
                                      "this review is",
                                      "our review finds",
                                      "our review concludes",
                                      "part of my review",
                                      "part of this review",
                                      "part of our review",
                                      "part of the internal review",
                                      "in my review",
                                      "in this review",
                                      "on review i",
                                      "outcome of my review",
                                      "outcome of this review",
                                      "outcome of our review",
                                      "result of my review",
                                      "result of this review",
                                      "conclusion of my review",
                                      "conclusion of this review",
                                      "i uphold",
                                      "we uphold",
                                      "i overturn",
                                      "i do not uphold",
                                      "we do not uphold",
                                      "internal review outcome",
                                      "outcome of the internal review",
                                      "outcome of your internal review",
                                      "complaint is upheld",
                                      "complaint is not upheld",
                                      "complaint is rejected",
                                      "complaint is dismissed",
                                      "complaint succeeds",
                                      "complaint fails",
                                      "i have reviewed"};
  static constexpr CueTable kDone = {"carried out", "conducted", "completed", "undertaken", "concluded", "finished"};
  static constexpr CueTable kHave = {"i have", "we have", "has now", "have now", "i've", "we've", "having"};
  static constexpr CueTable kReviews = {"internal review", "my review", "this review", "our review"};
  static constexpr CueTable kNot = {"not", "never", "yet", "until", "once", "when"};
  constexpr std::size_t near = 40;  // bytes on either side of what was done
  if (has_any(lower, kWords)) return true;
  for (std::string_view done : kDone)
    for (std::size_t at = find_phrase(lower, done); at != std::string_view::npos; at = find_phrase(lower, done, at + 1)) {
      const std::string_view before = lower.substr(at - std::min(at, near / 2), std::min(at, near / 2));
      if (has_any(before, kHave) && !has_any(before, kNot) && has_any(lower.substr(at, near), kReviews)) return true;
    }
  return false;
}

// "Supplementary response", "second reply", "our further letter"; no "second response times", which it is asked about.
bool names_fresh_answer(std::string_view line) {
  static constexpr CueTable kFresh = {"revised",     "further",       "fresh",        "new",    "amended",
                                      "replacement", "supplementary", "supplemental", "second", "corrected"};
  static constexpr CueTable kAnswers = {"response", "reply", "answer"};
  static constexpr CueTable kFollowing = {"answer following", "response following"};
  const Words words = spoken_words(line, kMostWords);
  // What follows the answer's name begins with a mark, a number, or one of these.
  static constexpr CueTable kGoesOn = {"to",   "of",  "on",    "in",  "for", "from", "by",        "following", "after",     "under",
                                       "with", "and", "dated", "foi", "eir", "ref",  "reference", "about",     "regarding", "sent"};
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!among(kAnswers, words[i]) || !among(kFresh, words[i - 1])) continue;
    const auto end = static_cast<std::size_t>(words[i].data() - line.data()) + words[i].size();
    const bool next = i + 1 < words.size() && words[i + 1].data() == line.data() + end + 1 && line[end] == ' ';
    if (!next || !is_lower(words[i + 1].front()) || among(kGoesOn, words[i + 1])) return true;
  }
  return has_any(line, kFollowing);
}

// "It takes the place of our earlier letter", "replaces the reply of", "superseded by this one": this letter, in the place of one before.
bool says_it_replaces(std::string_view opening) {
  static constexpr CueTable kSet = {"as replacing",
                                    "what follows replaces",
                                    "replaced by this one",
                                    "superseded by this",
                                    "this is that response",
                                    "this is that answer",
                                    "in place of our earlier",
                                    "in place of our reply",
                                    "email takes its place",
                                    "e-mail takes its place",
                                    "letter takes its place",
                                    "this one in place of",
                                    "this letter in place of",
                                    "this one instead",
                                    "takes the place of our",
                                    "takes the place of my",
                                    "supersedes our",
                                    "supersedes my"};
  static constexpr CueTable kReplaces = {"replaces our", "replaces my", "replaces the"};
  static constexpr CueTable kAnswers = {"reply", "response", "answer", "letter"};
  if (has_any(opening, kSet)) return true;
  const std::string_view found = first_of(opening, kReplaces);
  if (found.empty()) return false;
  constexpr std::size_t near = 30;  // bytes
  return has_any(opening.substr(find_phrase(opening, found), found.size() + near), kAnswers);
}

// "Internal review \u2013 FOI 31", and no answer that follows one.
bool is_titled_review(std::string_view line) {
  static constexpr CueTable kThereafter = {"following", "after", "since", "instead"};
  Words words = spoken_words(line, kMostWords);
  std::erase_if(words, [](std::string_view word) { return static_cast<unsigned char>(word.front()) >= 0x80; });  // dashes
  return names_review(words) && !has_any(line, kThereafter);
}

// "You have since complained to the Information Commissioner": who has gone there had no review, or has had it.
bool is_in_commissioners_case(std::string_view opening) {
  static constexpr CueTable kComplained = {"complained to the information commissioner", "complained to the commissioner",
                                           "your complaint to the information commissioner", "your complaint to the commissioner",
                                           "made to the information commissioner about"};
  static constexpr CueTable kNotYet = {"if you", "may have", "unless you"};
  static constexpr CueTable kOurs = {"changing our position", "changed our position", "think again", "look again",     "looked again",
                                     "our submission",        "now able to",          "no longer",   "position today", "further response"};
  return has_any(opening, kComplained) && has_any(opening, kOurs) && !has_any(opening.substr(0, opening.size() / 2), kNotYet);
}

// "We sent you part of an answer and undertook to send the remainder": what was promised follows.
bool sends_remainder(std::string_view opening) {
  static constexpr CueTable kPromised = {"undertook to send",  "promised to send",      "promised you the rest", "promised the rest",
                                         "said that the rest", "said the rest",         "rest would follow",     "remainder would follow",
                                         "to send the rest",   "to send the remainder", "what we owe you",       "still owe you",
                                         "still owed you"};
  static constexpr CueTable kPart = {"part", "partial", "rest", "remainder", "some"};
  return has_any(opening, kPromised) && has_any(opening, kPart);
}

}  // namespace

bool is_internal_review(const KindView& view) {
  const bool says =
      std::ranges::any_of(view.sentences, [](const Folded& s) { return (says_reviewed(s) && !offers(s)) || tells_of_review(s); });
  // "Decision on review" over a letter is its own name.
  const bool titled =
      title_has(view, {"decision on review", "decision on internal review", "internal review decision", "outcome of review",
                       "review outcome", "outcome of internal review", "outcome of the internal review"}) ||
      std::ranges::any_of(head_lines(view), [](const Folded& title) { return names_review(spaced_words(title.text(), kMostWords)); });
  return says || titled || signs_of_review(view) >= (view.has_review_decision ? 1U : 2U);
}

bool answers_afresh(std::string_view beginning) {
  // Lines near the top that may be the letter's title, a title in bytes, and how far down it says what it is.
  constexpr std::size_t head_lines = 24, title_bytes = 120, opening_bytes = 2'400;
  static constexpr CueTable kReviews = {"review", "reconsideration", "complaint", "appeal", "reconsidered", "dissatisfied"};
  const std::string_view lower = beginning.substr(0, kAfreshBytes);
  if (reviews_itself(lower)) return false;
  bool fresh = false;
  std::size_t lines = 0;
  bool after_blank = true;
  for (std::size_t start = 0; start < lower.size() && lines < head_lines;) {
    const std::size_t end = std::min(lower.find('\n', start), lower.size());
    const std::string_view line = lower.substr(start, end - start);
    // Alone, a few words or a mail's subject: in a paragraph that is cut at a width a line says nothing by itself.
    static constexpr CueTable kSays = {"we", "i", "you", "please", "will", "have", "has", "is", "and"};
    const bool alone = after_blank && (end + 1 >= lower.size() || lower[end + 1] == '\n');
    const bool few = after_blank && !has_any(line, kSays);
    const bool title = (alone || few || line.starts_with("subject:")) && line.size() < title_bytes && !line.ends_with('.');
    if (title && is_titled_review(line)) return false;
    fresh = fresh || (title && names_fresh_answer(line) && !has_any(line, kReviews));
    lines += line.empty() ? 0 : 1;
    after_blank = line.empty();
    start = end + 1;
  }
  const std::string_view opening = lower.substr(0, opening_bytes);
  return fresh || says_it_replaces(opening) || is_in_commissioners_case(opening) || sends_remainder(opening);
}

bool offers_review(std::string_view lower) {
  static constexpr CueTable kReviews = {"an internal review", "a review",           "internal review of",     "internal review within",
                                        "to reconsider",      "reconsider it",      "representations",        "to review it",
                                        "to review this",     "reviewed by",        "someone else to look",   "somebody else to look",
                                        "look at it again",   "look at this again", "have it looked at again"};
  static constexpr CueTable kMay = {"can", "may", "if", "should", "right", "within", "working days", "months"};
  // What is told of a review that was asked for, or of where to go after it.
  static constexpr CueTable kTold = {"you asked",   "you requested", "you sought",           "you wrote",      "asked for",
                                     "requested a", "requested an",  "your representations", "outcome of",     "result of",
                                     "this review", "my review",     "our review",           "after a review", "commissioner",
                                     "ombudsman",   "tribunal",      "carried out",          "complete"};
  static constexpr CueTable kReader = {"you",   "you'd",   "you're",       "write to",     "ask for",
                                       "apply", "contact", "addressed to", "requested of", "address them"};
  const auto offers = [](std::string_view sentence) {
    return has_any(sentence, kReviews) && has_any(sentence, kMay) && has_any(sentence, kReader) && !has_any(sentence, kTold);
  };
  std::size_t start = 0;
  for (std::size_t i = 0; i + 1 < lower.size(); ++i) {
    const bool stop = lower[i] == '.' && (lower[i + 1] == ' ' || lower[i + 1] == '\n');
    if (!stop && !(lower[i] == '\n' && lower[i + 1] == '\n')) continue;
    if (offers(lower.substr(start, i - start))) return true;
    start = i + 1;
  }
  return offers(lower.substr(start));
}

}  // namespace foi::understand
