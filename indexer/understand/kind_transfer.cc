#include "indexer/understand/kind_transfer.h"

#include <algorithm>
#include <cstddef>

#include "indexer/understand/cues.h"
#include "indexer/understand/tokens.h"
#include "indexer/understand/word_list.h"

namespace foi::understand {

namespace {

// It is not the writer's to answer.
constexpr CueTable kHoldsNot = {"do not hold", "doesnt hold",   "dont hold", "isnt held",         "holds none",
                                "hold none",   "does not hold", "not held",  "another authority", "another public authority",
                                "have none",   "has none",      "none of it"};

// "If you send it to them", "you may wish to forward it": but "as you agreed I have sent it on".
bool is_readers_to_do(const Words& words, std::size_t verb) {
  static constexpr CueTable us = {"we", "i", "ive", "weve", "us", "me", "have", "was", "were", "been"};
  constexpr std::size_t subject = 4;  // words
  for (std::size_t i = verb; i-- > back_from(verb, subject);) {
    if (among(us, words[i])) return false;
    if (words[i] == "you") return true;
  }
  return false;
}

// "We have sent your letter on to the council", "your e-mail, name and address were passed to Network Rail this morning".
bool hands_on(const Words& words) {
  static constexpr CueTable passing = {"send",      "sent",     "sending", "pass",       "passed",      "passing", "forward",
                                       "forwarded", "hand",     "handed",  "transfer",   "transferred", "copied",  "transferring",
                                       "redirect",  "referred", "routed",  "redirected", "forwarding",  "copying"};
  static constexpr CueTable things = {"request",   "mail", "email",          "letter", "message", "enquiry", "query",
                                      "questions", "it",   "correspondence", "half",   "part",    "parts"};
  static constexpr CueTable away = {"on", "to", "over", "across", "onward", "onwards", "along"};
  static constexpr CueTable yours = {"your", "it", "the", "this"};
  constexpr std::size_t to_whom = 6;  // words between what is done and what is passed, and from that to "to"
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!among(passing, words[i])) continue;
    if (is_readers_to_do(words, i)) continue;
    for (std::size_t k = i + 1; k < std::min(words.size(), i + to_whom); ++k)
      if (among(things, words[k]) && among_any(words, i + 1, k + 1, yours) && among_any(words, k + 1, k + to_whom, away)) return true;
    // "You'd be happy for us to forward your e-mail, and I did so today".
    static constexpr CueTable kDid = {"did", "done", "do"};
    static constexpr CueTable kSo = {"so", "this", "that"};
    for (std::size_t k = i + 1; k + 2 < std::min(words.size(), i + to_whom); ++k)
      for (std::size_t d = k + 1; among(things, words[k]) && d + 1 < std::min(words.size(), k + to_whom); ++d)
        if (among(kDid, words[d]) && among(kSo, words[d + 1])) return true;
    // "Sent the agency a copy of what you wrote".
    for (std::size_t k = i + 1; k + 2 < std::min(words.size(), i + to_whom + 3); ++k)
      if (words[k] == "copy" && words[k + 1] == "of" && (words[k + 2] == "your" || words[k + 2] == "what") &&
          !among_any(words, i, k, CueTable{"you"}))
        return true;
    const std::size_t from = back_from(i, 7);
    if (i + 1 < words.size() && among(away, words[i + 1]) && among_any(words, from, i, yours) && among_any(words, from, i, things))
      return true;
  }
  return false;
}

// "Their twenty working days begin today", "time runs from there", "who know to reply to you direct": another body answers, in its own
// time.
bool others_answer(const Words& words) {
  static constexpr CueTable theirs = {"their", "its"};
  static constexpr CueTable twenty = {"twenty", "20"};
  static constexpr CueTable answers = {"reply", "answer", "respond", "write", "contact", "touch", "replying", "answering", "responding"};
  static constexpr CueTable them = {"them", "it", "theirs"};
  static constexpr CueTable direct = {"direct", "directly", "themselves", "itself"};
  static constexpr CueTable ours = {"we", "i", "well", "ill"};
  static constexpr CueTable time = {"time", "clock", "days"};
  static constexpr CueTable runs = {"run", "runs", "start", "starts", "started", "begin", "begins", "began", "running", "starting"};
  static constexpr CueTable there = {"there", "today", "now", "when", "yesterday", "tomorrow", "receipt"};
  constexpr std::size_t near = 4;  // words between the days and what they do, or who answers and that he does
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    if (among(theirs, words[i]) && among_any(words, i + 1, i + 4, twenty) && among_any(words, i + 2, i + 6, CueTable{"working", "days"}))
      return true;
    // "They will each have twenty working days".
    if (words[i] == "they" && among_any(words, i + 1, i + 6, twenty) && among_any(words, i + 2, i + 8, CueTable{"working", "days"}))
      return true;
    if (among(time, words[i]) && among_any(words, i + 1, i + 3, runs) && among_any(words, i + 2, i + 2 + near, there)) return true;
    if (among(answers, words[i]) && among_any(words, i + 1, i + near, CueTable{"you"}) && among_any(words, i + 1, i + 2 + near, direct) &&
        !among_any(words, back_from(i, near), i, ours))
      return true;
    if (words[i] == "hear" && words[i + 1] == "from" && among(them, words[i + 2])) return true;
    if (words[i] == "will" && i > 0 && !among(ours, words[i - 1]) && among_any(words, i + 1, i + 5, answers) &&
        among_any(words, i + 2, i + 9, direct))
      return true;
  }
  return false;
}

// "I am closing your case", "we've closed our own file": nothing more is to come from who writes.
bool closes_case(const Words& words) {
  static constexpr CueTable closing = {"closed", "closing", "close", "closes"};
  static constexpr CueTable things = {"case", "file", "request", "matter", "enquiry", "record"};
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if (among(closing, words[i]) &&
        (among_any(words, i + 1, i + 5, things) || among_any(words, back_from(i, 5), i, things) || is_digit(words[i + 1].front())))
      return true;
  // "Nothing further will come from us".
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if (words[i] == "nothing" && (words[i + 1] == "further" || words[i + 1] == "more") && among_any(words, i + 2, i + 7, CueTable{"us"}))
      return true;
  return false;
}

}  // namespace

// "Your request of 3 May about the docks has been transferred to the Port": what was asked stands between.
bool tells_of_transfer(const Words& words) {
  static constexpr CueTable is = {"been", "was", "being", "is"};
  static constexpr CueTable handed = {"transferred", "redirected"};
  static constexpr CueTable requests = {"request", "enquiry", "questions"};
  static constexpr CueTable kept = {"not", "if", "cannot", "could", "may", "which", "that", "who", "whether", "how", "when"};
  constexpr std::size_t most = 40;  // words of what was asked
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i] != "your" || !among(requests, words[i + 1])) continue;
    for (std::size_t k = i + 2; k + 2 < std::min(words.size(), i + most) && (!among(kept, words[k]) || is_month_of_may(words, k)); ++k)
      if (among(is, words[k]) && among(handed, words[k + 1]) && words[k + 2] == "to") return true;
  }
  return false;
}

// A request handed on to another body; that the writer holds nothing is then no answer.
bool hands_request_on(const KindView& view) {
  if (view.own_start.any({"transferred your request", "transferring your request", "request has been transferred", "have transferred your",
                          "transfer of your request", "transfer your request", "transfer it to", "transferring it to"}))
    return true;
  // "We have not passed your request on": kept.
  static constexpr CueTable kept = {"not passed",     "not yet passed",    "havent passed",    "not forwarded", "havent forwarded",
                                    "not sent it on", "havent sent it on", "not handed it on", "cannot pass",   "cant pass"};
  if (view.opening.any(kept)) return false;
  static constexpr CueTable elsewhere = {"doesnt have", "dont have",     "do not have", "does not have", "is ours",
                                         "kept by",     "held by",       "belongs to",  "belong to",     "responsibility of",
                                         "matter for",  "holds nothing", "hold nothing"};
  // What follows a short list of questions is taken for a part of them: whoever says it.
  const Words opening = spaced_words(view.opening.text());
  static constexpr CueTable holds = {"which holds", "who hold", "which hold", "holds the information", "hold the information"};
  if ((view.opening.any(kHoldsNot) || view.opening.any(holds) || others_answer(opening)) &&
      std::ranges::any_of(view.sentences, [](const Folded& sentence) { return tells_of_transfer(spaced_words(sentence.text())); }))
    return true;
  if ((view.opening.any(kHoldsNot) || view.opening.any(elsewhere) || closes_case(opening)) && hands_on(opening) && others_answer(opening))
    return true;
  // "You said yes to a transfer", and whose the answer is now.
  static constexpr CueTable leave = {"yes", "agreed", "agreement", "consent", "content", "happy", "leave"};
  static constexpr CueTable moved = {"transfer", "transferred", "transferring"};
  if (closes_case(opening) && others_answer(opening) && among_any(opening, 0, opening.size(), leave) &&
      among_any(opening, 0, opening.size(), moved))
    return true;
  // To another office of the same body, unless it holds nothing itself.
  return view.opening.any({"passed your request", "passed your enquiry", "passed on your request", "forwarded your request",
                           "is being passed on", "transfer a request if", "another authority holds what", "went today to", "gone today to",
                           "sent it on to", "passed it on to", "passed it to", "handed it on to", "forwarded it to"}) &&
         view.own.any(kHoldsNot);
}

}  // namespace foi::understand
