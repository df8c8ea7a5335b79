#include "indexer/understand/kind_interim.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/understand/cues.h"
#include "indexer/understand/kind_transfer.h"
#include "indexer/understand/tokens.h"
#include "indexer/understand/word_list.h"

namespace foi::understand {

namespace {

// Information is sent with the letter or stands in it.
bool gives(const KindView& view) {
  static constexpr CueTable cues = {"please find attached",
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
                                    "our answer to question",
                                    "our answer to your",
                                    "responses are"};
  return view.own.any(cues);
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

// "Withheld: s22(1)", "Exempt, section 43": a refusal in the words of a label.
bool is_labelled_refusal(const Words& words) {
  static constexpr CueTable refused = {"withheld", "exempt", "exempted", "refused"};
  static constexpr CueTable sections = {"section", "s", "sec", "regulation", "reg", "foia", "eir"};
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    if (!among(refused, words[i])) continue;
    const std::string_view next = words[i + 1];
    if (next.size() > 1 && next[0] == 's' && is_digit(next[1])) return true;
    if (among(sections, next) && is_digit(words[i + 2].front())) return true;
  }
  return false;
}

// "We'll be in touch by then", "you'll have our answer by 2 April": what is still to come from who writes.
bool promises_reply(const KindView& view) {
  static constexpr CueTable will = {"will", "well", "youll", "shall", "should", "ill"};
  static constexpr CueTable reply = {"touch", "reply", "answer", "write", "respond", "response", "hear", "decision"};
  static constexpr CueTable when = {"by", "before", "within"};
  static constexpr CueTable not_ours = {"if",        "may",     "review",       "commissioner", "ico",
                                        "complaint", "unhappy", "dissatisfied", "they",         "ask"};
  return std::ranges::any_of(view.sentences, [&](const Folded& sentence) {
    const Words words = spaced_words(sentence.text());
    if (among_any(words, 0, words.size(), not_ours)) return false;
    for (std::size_t i = 0; i < words.size(); ++i) {
      constexpr std::size_t near = 6;  // words between what is promised and its day
      if (!among(reply, words[i]) || !among_any(words, i + 1, i + near, when)) continue;
      if (among_any(words, back_from(i, near), i, will)) return true;
    }
    return false;
  });
}

// "We haven't finished weighing it", "it is not yet decided".
bool is_undecided(const KindView& view) {
  static constexpr CueTable nots = {"not", "havent", "hasnt", "isnt", "arent", "still", "yet"};
  static constexpr CueTable deciding = {"finished",  "decided", "weighing",  "weighed", "considering",
                                        "concluded", "settled", "balancing", "deciding"};
  static constexpr CueTable ours = {"we", "i", "weve", "it", "public", "interest", "decision"};
  return std::ranges::any_of(view.sentences, [&](const Folded& sentence) {
    const Words words = spaced_words(sentence.text());
    if (!among_any(words, 0, words.size(), ours)) return false;
    for (std::size_t i = 0; i < words.size(); ++i)
      if (among(nots, words[i]) && among_any(words, i + 1, i + 4, deciding)) return true;
    return false;
  });
}

// A short letter which says that the request came, and when the answer will.
bool tells_of_arrival(const KindView& view) {
  constexpr std::size_t most = 160;  // words
  return view.words <= most && promises_reply(view) &&
         view.own_start.any({"has reached us", "reached us", "have received", "we received", "arrived", "has been received", "came in",
                             "have your request", "have your email", "have your e mail", "have your letter", "has been logged",
                             "was logged"}) &&
         !view.own.any({"section 12", "section 14", "section 31", "section 36", "section 40", "section 41", "section 43", "exempt"});
}

// A sum is asked for and the clock waits for it: whatever is said beside that of exemptions is not decided yet.
bool calls_for_fee(const KindView& view) {
  return view.own.any({"section 9", "section 9 1", "section 9 2", "fees notice", "regulation 8"}) &&
         view.own.any({"unless the fee", "until the fee", "fee has been paid", "fee is paid", "pay the fee", "payment of the fee",
                       "once the fee", "receive the fee", "received the fee", "if it isnt paid", "if it is not paid", "in advance",
                       "your payment", "your cheque", "a cheque"}) &&
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
  const int signs = (says({"clarify",
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
                           "unclear",
                           "do you mean",
                           "did you mean",
                           "do you want",
                           "you are after",
                           "are you after",
                           "you have in mind",
                           "you had in mind",
                           "need to ask you",
                           "have to ask you",
                           "which records you",
                           "could you say",
                           "can you say",
                           "could you also"})
                         ? 1
                         : 0) +
                    (says({"section 1 3",
                           "s1 3",
                           "s 1 3",
                           "section 8 1",
                           "clock",
                           "on hold",
                           "time limit does not",
                           "time limit doesnt",
                           "does not run",
                           "doesnt run",
                           "regulation 9 2",
                           "section 1 3 b",
                           "we can start",
                           "start work",
                           "shall start",
                           "will start",
                           "start the search",
                           "start looking",
                           "days begin when",
                           "days start when"})
                         ? 1
                         : 0) +
                    (says({"hear nothing",
                           "three months go",
                           "three months pass",
                           "after three months",
                           "changed your mind",
                           "heard nothing",
                           "will close the request",
                           "close your request",
                           "dont hear",
                           "do not hear",
                           "not heard",
                           "will be closed",
                           "be treated as closed",
                           "will close it",
                           "treated as withdrawn",
                           "no reply",
                           "do not receive",
                           "dont receive",
                           "nothing comes in",
                           "nothing has come",
                           "nothing has arrived",
                           "close the file",
                           "close our file",
                           "close it",
                           "no longer want",
                           "no longer wish",
                           "will lapse",
                           "have your answer",
                           "have your reply",
                           "until you answer",
                           "until you reply",
                           "until you have",
                           "until we hear",
                           "you have replied",
                           "once we have your",
                           "once we have heard",
                           "once we have that",
                           "once we have this",
                           "once we have it"})
                         ? 1
                         : 0);
  if (signs >= 2 && says({"clarify", "clarification", "tell us", "need", "let us know", "identify", "unclear", "not clear", "do you mean",
                          "did you mean", "you are after", "in mind", "could you", "which", "what do you"}))
    return true;
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

// "We now expect to reply by 17 March": of the answer itself, by its day.
bool expects_to_reply(const Words& words) {
  static constexpr CueTable expects = {"expect", "hope", "aim", "intend", "plan", "expects", "hopes"};
  static constexpr CueTable replies = {"reply", "respond", "answer", "write", "decide", "send", "conclude", "finish"};
  static constexpr CueTable when = {"by", "before", "on"};
  constexpr std::size_t near = 6;  // words from one to the next
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    if (!among(expects, words[i]) || (words[i + 1] != "to" && words[i + 1] != "that")) continue;
    for (std::size_t k = i + 2; k < std::min(words.size(), i + near); ++k)
      if (among(replies, words[k]) && among_any(words, k + 1, k + near, when)) return true;
  }
  return false;
}

// "Regulation 7 lets us take forty working days in place of twenty", and the answer is still to come.
bool takes_more_time(const KindView& view) {
  return view.own.any({"section 10 3", "regulation 7", "reg 7", "regulation 7 1", "forty working days", "40 working days in place",
                       "twenty working days more", "more time", "further time"}) &&
         view.own.any({"no decision", "not decided", "not yet decided", "havent decided", "yet to decide", "still deciding", "not yet made",
                       "full answer by", "full reply by", "full response by"}) &&
         std::ranges::any_of(view.sentences, [](const Folded& sentence) { return expects_to_reply(spaced_words(sentence.text())); });
}

// "We have not yet answered your request", "our search is taking longer than we hoped", "we are still collecting the information".
bool is_late(const Words& words) {
  static constexpr CueTable nots = {"not", "havent", "hasnt", "yet", "unable", "cannot"};
  static constexpr CueTable replies = {"answered", "replied",   "responded", "reply",    "respond", "answer",
                                       "complete", "completed", "finish",    "finished", "send",    "sent"};
  static constexpr CueTable delays = {"delay", "delayed", "longer", "still"};
  static constexpr CueTable works = {"answering",  "replying",  "responding", "response", "reply",     "answer",      "taking",  "than",
                                     "collecting", "gathering", "collating",  "looking",  "searching", "considering", "working", "waiting"};
  static constexpr CueTable ours = {"we", "i", "weve", "ive", "our", "your", "request"};
  constexpr std::size_t near = 6;  // words between them
  if (!among_any(words, 0, words.size(), ours)) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (among(nots, words[i]) && among_any(words, i + 1, i + near, replies)) return true;
    if (among(delays, words[i]) && (among_any(words, i + 1, i + near, works) || (i > 0 && words[i - 1] == "taking"))) return true;
  }
  return false;
}

// "There were 211 cells": counted in the letter itself.
bool counts_something(const Words& words) {
  static constexpr CueTable counts = {"are", "is", "were", "was", "had", "has", "recorded", "total", "number", "spent", "cost"};
  static constexpr CueTable months = {"january", "february", "march",     "april",   "may",      "june",
                                      "july",    "august",   "september", "october", "november", "december"};
  static constexpr CueTable time = {"working", "days", "weeks", "months"};
  if (!among_any(words, 0, words.size(), counts)) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_digit(words[i].front())) continue;
    const bool year = words[i].size() == 4 && (words[i].starts_with("20") || words[i].starts_with("19"));
    const bool dated = among_any(words, i + 1, i + 2, months) || among_any(words, back_from(i, 1), i, months);
    if (!year && !dated && !among_any(words, i + 1, i + 2, time)) return true;
  }
  return false;
}

// A short letter that tells why there is no answer yet, and when it will come; what is answered meanwhile would be counted in it.
bool puts_off_reply(const KindView& view) {
  constexpr std::size_t most = 220;  // words
  if (view.words > most) return false;
  bool late = false, promised = promises_reply(view);
  for (const Folded& sentence : view.sentences) {
    const Words words = spaced_words(sentence.text());
    const bool pending = is_late(words), promise = expects_to_reply(words);
    late = late || pending;
    promised = promised || promise;
    if (!pending && !promise && counts_something(words)) return false;
  }
  return promised && late;
}

bool is_holding_letter(const KindView& view) {
  // Whose time it is: a coroner's or a supplier's may be extended, too.
  const auto of_reply = [](const Folded& sentence) {
    return sentence.any({"we", "i", "our", "my", "your request", "request", "reply", "respond", "response", "responding", "public interest",
                         "section 10", "regulation 7", "decision", "holding"});
  };
  // "You will recall our letter of 20 May extending the time": told of a letter that went before.
  const auto is_history = [](const Folded& sentence) {
    return sentence.any({"our letter of", "our letter dated", "our email of", "our e mail of", "you will recall", "we wrote", "i wrote"}) &&
           sentence.any({"extending the", "extended the"}) && !sentence.any({"need", "must", "still", "now", "again"});
  };
  return std::any_of(view.sentences.begin(), view.sentences.end(), [&](const Folded& sentence) {
    return of_reply(sentence) && !is_history(sentence) &&
           sentence.any({"extend the time",
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

}  // namespace

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
                                      "refusing the request",
                                      "refuses the request",
                                      "have refused your request",
                                      "is being withheld",
                                      "has been withheld"});
}

Kind interim_kind(const KindView& view, const KindFacts& facts) {
  if (!gives(view) && hands_request_on(view)) return Kind::kTransfer;
  if (calls_for_fee(view)) return Kind::kFeesNotice;
  if (puts_off_decision(view) || takes_more_time(view)) return Kind::kHoldingLetter;
  // One that is headed "Refusal notice" and acknowledges the request refuses it.
  static constexpr CueTable kVexatious = {"request as vexatious", "refused as vexatious", "refusing the request", "refuses the request"};
  if (answers(view) || view.opening.any(kVexatious) || title_has(view, {"refusal notice", "notice of refusal"})) return Kind::kOther;
  if (is_fees_notice(view)) return Kind::kFeesNotice;
  if ((is_holding_letter(view) || puts_off_reply(view) || (is_undecided(view) && promises_reply(view))) && facts.answered < 2)
    return Kind::kHoldingLetter;
  if (is_clarification(view) && !is_labelled_refusal(spaced_words(view.own.text()))) return Kind::kClarification;
  // A letter may acknowledge the request in its first words and then answer it.
  return (is_acknowledgement(view) || tells_of_arrival(view)) && facts.answered < 2 ? Kind::kAcknowledgement : Kind::kOther;
}

}  // namespace foi::understand
