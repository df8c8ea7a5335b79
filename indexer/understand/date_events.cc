#include "indexer/understand/date_events.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/understand/date_reviews.h"
#include "indexer/understand/date_words.h"
#include "indexer/understand/reader_acts.h"

namespace foi::understand {

using dates::has;
using dates::is_in;
using dates::kReply;
using dates::kRequestNouns;
using dates::Words;

namespace {

// Bytes and words of a sentence that are looked at on either side of a date.
constexpr std::size_t kSentenceBytes = 280, kWordsBefore = 36, kWordsAfter = 12;
// Words that may stand between an event and its date ("received by the Information Governance team on", "sent to us on").
constexpr std::size_t kItReach = 4, kItWords = 5, kHeadingWords = 3;
constexpr std::size_t kReceivedReach = 16, kSentReach = 5, kAskedReach = 7, kNounReach = 2, kDatedReach = 14, kOfReach = 10;

constexpr Words<19> kReceive{"received", "receipt",   "reached", "arrived",    "came",    "receiving", "recieved",
                             "receive",  "passed",    "logged",  "registered", "got",     "recd",      "opened",
                             "handed",   "delivered", "come",    "landed",     "arriving"};
// Between "asked" and its date nothing may stand but these: "about falls on …" dates the falls.
constexpr Words<18> kAskedUs{"us",      "for",   "me",    "this", "that", "it", "again",    "on",     "the",
                             "council", "trust", "board", "by",   "you",  "an", "internal", "review", "a"};
constexpr Words<13> kSent{"made",   "sent",      "submitted",  "wrote",      "writing", "emailed",  "mailed",
                          "lodged", "contacted", "contacting", "complained", "posted",  "forwarded"};
constexpr Words<4> kAsked{"asked", "requested", "asking", "requesting"};
// Directly before a date: it is the end or the beginning of something.
constexpr Words<16> kPeriod{"between", "from", "since", "until", "to",     "before", "after", "by",
                            "during",  "than", "till",  "in",    "ending", "ended",  "at",    "and"};

bool names_request(Tokens words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    // A supplier makes representations, too.
    const bool yours = words[i].word == "representations" && i > 0 && words[i - 1].word == "your";
    if (yours || is_in(words[i].word, kRequestNouns)) return true;
  }
  return false;
}

// "the FOI mailbox", "your enquiry desk": where requests go.
bool is_of_desk(std::string_view word) {
  static constexpr Words<9> kDesk{"mailbox", "inbox", "team", "office", "department", "desk", "unit", "service", "officer"};
  return is_in(word, kDesk);
}

bool speaks_to_requester(Tokens words) {
  for (std::string_view word : {"you", "your", "yours", "youd", "you'd", "youve", "you've"})
    if (has(words, word)) return true;
  return false;
}

// "your original request of", "the first request dated": a review or a second letter has a later one.
bool is_earlier(Tokens before, std::size_t steps) {
  for (std::size_t i = 1; i <= std::min(before.size(), steps + 4); ++i)
    for (std::string_view word : {"original", "initial", "first", "earlier", "previous", "originally"})
      if (back(before, i) == word) return true;
  return false;
}

// What follows a request's noun and still belongs to it: "for information", "under the Freedom of Information Act 2000".
bool closes_request(std::string_view word) {
  static constexpr Words<19> kLast{"request", "email", "mail",      "letter", "enquiry",        "inquiry", "query",
                                   "message", "fax",   "2000",      "2002",   "correspondence", "2004",    "information",
                                   "yours",   "foi",   "complaint", "appeal", "requests"};
  return is_in(word, kLast) || word == "act" || word == "regulations" || word == "foia" || word == "application" || word == "eir";
}

constexpr Words<4> kNumber{"no", "number", "ref", "reference"};

// "You ask for a review of our response of 25 September to your request of": the request that was answered. noun: back to it.
bool is_of_reviewed(const Sentence& sentence, std::size_t noun) {
  constexpr std::size_t reach = 8;  // words between the answer and the request
  if (back(sentence.before, noun + 1) != "your" || back(sentence.before, noun + 2) != "to") return false;
  for (std::size_t steps = noun + 3; steps < noun + 3 + reach; ++steps)
    if (is_in(back(sentence.before, steps), kReply))
      return steps < sentence.before.size() && asks_for_review(Sentence{sentence.before.first(sentence.before.size() - steps), {}});
  return false;
}

Arrival named_request(const Sentence& sentence, std::size_t steps) {
  const Tokens before = sentence.before;
  const std::size_t words_on_line = sentence.words_on_line;
  // "your email of the 9th", "your FOI no. 2023-061 of": the article and the number say nothing.
  const std::size_t article = back(before, 1) == "the" ? 1 : 0;
  std::size_t noun = article + 2;
  // "your request AB4471 of".
  const auto numbered = [&](std::string_view word) { return std::any_of(word.begin(), word.end(), is_digit); };
  while (noun < before.size() && (numbered(back(before, noun)) || is_in(back(before, noun), kNumber))) ++noun;
  const std::string_view last = back(before, article + 1), second = back(before, noun);
  const bool dated = last == "dated" || (second == "dated" && last == "the");
  const bool of = last == "of" && closes_request(second) && steps <= kOfReach;
  const bool on = last == "on" && steps <= kNounReach + article;
  if (!dated && !of && !on) return Arrival::none;
  // "Request of 29 January 2024": the heading of an answer.
  const bool called = second == "request" &&
                      (back(before, noun + 1) == "information" || back(before, noun + 1) == "foi" || back(before, noun + 1) == "eir");
  const bool for_information = second == "information" && back(before, noun + 1) == "for" && back(before, noun + 2) == "request";
  const bool line = sentence.ends_line && back(before, article + 1) == "of" && noun < words_on_line && (called || for_information);
  const bool heading = line || (steps == words_on_line && steps <= kHeadingWords);
  // "Our letter of", "the Board's e-mail of": what the reader was sent.
  const std::string_view owner = back(before, back(before, noun + 1) == "e" ? noun + 2 : noun + 1);
  if (owner == "our" || owner == "my" || owner == "its") return Arrival::none;
  // "This letter takes the place of the one dated".
  if (back(before, 1) == "dated" && back(before, 2) == "one") return Arrival::none;
  if (!speaks_to_requester(before) && !dated && !heading) return Arrival::none;
  return is_earlier(before, steps) || is_of_reviewed(sentence, noun) ? Arrival::earlier : Arrival::sent;
}

bool says_you_received(Tokens words) {
  for (std::size_t i = 1; i < words.size(); ++i)
    if (words[i - 1].word == "you" && is_in(words[i].word, kReceive)) return true;
  return false;
}

// "Our reply to the request received from you on": what came is the request.
bool is_reply_to_arrival(Tokens after_reply) {
  static constexpr Words<7> kArrives{"received", "made", "sent", "submitted", "that", "which", "dated"};
  if (after_reply.empty() || after_reply.front().word != "to") return false;
  for (std::size_t i = 1; i + 1 < std::min<std::size_t>(after_reply.size(), 8); ++i)
    if (is_in(after_reply[i].word, kRequestNouns)) return is_in(after_reply[i + 1].word, kArrives) && !says_you_received(after_reply);
  return false;
}

// "our response, which you received on".
bool speaks_of_reply(Tokens before) {
  for (std::size_t i = 0; i + 1 < before.size(); ++i) {
    // "Your complaint about our decision … was received": the complaint was.
    if (is_in(before[i].word, kRequestNouns)) return false;
    if ((before[i].word == "our" || before[i].word == "my") && is_in(before[i + 1].word, kReply))
      return !is_reply_to_arrival(before.subspan(i + 2));
  }
  return false;
}

// "… from the fire service" behind the day, which "by e-mail" may stand before; not "from you", "from your solicitor".
bool comes_from_other(Tokens after, std::size_t reach) {
  static constexpr Words<5> kReader{"you", "your", "yourself", "yourselves", "yours"};
  for (std::size_t i = 0; i + 1 < after.size() && i < reach; ++i)
    if (after[i].word == "from") return !is_in(after[i + 1].word, kReader);
  return false;
}

// "It reached us on", "Received on … it asks for", "017441/25, received": of what the letter answers, in a sentence that says no more.
bool is_said_of_it(const Sentence& sentence, std::size_t steps) {
  const Tokens before = sentence.before;
  const std::string_view first = before.front().word;
  const bool it = first == "it" || first == "this";
  if (!it && comes_from_other(sentence.after, 1)) return false;
  return steps <= kItReach && (before.size() <= kItWords || it) && before.size() <= 2 * kItWords;
}

// "You sent the same request to both of the trusts in the partnership on": however much stands between.
bool sent_by_you(Tokens before) {
  static constexpr Words<5> kVerbs{"sent", "made", "submitted", "emailed", "lodged"};
  if (before.size() < 3 || before[0].word != "you" || !is_in(before[1].word, kVerbs)) return false;
  return back(before, back(before, 1) == "the" ? 2 : 1) == "on" && names_request(before) && !has(before, "that");
}

// "The request that you made to Swansea Bay University Health Board on": the name of whom it went to stands between.
bool sent_to_name(Tokens before) {
  static constexpr Words<8> kVerbs{"sent", "made", "submitted", "emailed", "wrote", "addressed", "put", "directed"};
  static constexpr Words<13> kOther{"held",  "in",   "about", "for",   "regarding", "meeting", "that",
                                    "which", "from", "when",  "dated", "since",     "after"};
  constexpr std::size_t name = 12;  // words
  if (back(before, 1) != "on" || !names_request(before) || !speaks_to_requester(before)) return false;
  for (std::size_t steps = 2; steps <= std::min(before.size(), name); ++steps) {
    // "Sent to you by the department on" is ours.
    if (is_in(back(before, steps), kVerbs))
      return (back(before, steps - 1) == "to" || back(before, steps - 1) == "of") && back(before, steps - 2) != "you";
    if (is_in(back(before, steps), kOther)) return false;
  }
  return false;
}

// "X Police received your request for information on", "We got your letter seeking a review on": nothing stands between the request and
// the date but what it is called.
bool received_request_on(Tokens before) {
  static constexpr Words<37> kCalled{
      "following",   "from",  "you",      "this",     "these",  "recent",  "enquiry", "questions",     "request",     "for",
      "information", "under", "the",      "foi",      "act",    "freedom", "of",      "2000",          "2002",        "2004",
      "eir",         "foia",  "scotland", "letter",   "email",  "message", "seeking", "environmental", "regulations", "asking",
      "requesting",  "a",     "an",       "internal", "review", "our",     "response"};
  static constexpr Words<3> kGot{"received", "got", "had"};
  if (back(before, 1) != "on") return false;
  std::size_t steps = 2;
  while (steps < before.size() && is_in(back(before, steps), kCalled)) ++steps;
  if (back(before, steps) == "your") return steps > 2 && is_in(back(before, steps + 1), kGot) && !speaks_of_reply(before);
  // "We received the following request from you on".
  const Tokens called = before.last(steps - 1);
  return is_in(back(before, steps), kGot) && names_request(called) && has(called, "from") && has(called, "you") && !speaks_of_reply(before);
}

// Who received this request may be any body; who received questions is "we" or "the school", and no supplier.
bool may_be_us(Tokens subject, bool request) {
  static constexpr Words<16> kUs{"we",     "i",          "council", "trust",   "board",        "university", "police",   "authority",
                                 "office", "department", "agency",  "service", "constabulary", "college",    "ministry", "commission"};
  static constexpr Words<8> kAside{"first", "duly", "only", "originally", "have", "has", "had", "also"};
  static constexpr Words<17> kOthers{"you",     "they",     "he",         "she",      "it",     "who",     "which",     "that",     "firm",
                                     "company", "supplier", "contractor", "minister", "family", "parents", "applicant", "requester"};
  constexpr std::size_t name = 4;  // words: "the fire and rescue service"
  while (!subject.empty() && is_in(back(subject, 1), kAside)) subject = subject.first(subject.size() - 1);
  if (subject.empty() || is_in(back(subject, 1), kOthers)) return false;
  if (request || is_in(back(subject, 1), kUs)) return true;
  for (std::size_t steps = 2; steps <= name + 1; ++steps)
    if (back(subject, steps) == "the" || back(subject, steps) == "our" || back(subject, steps) == "this") return true;
  return false;
}

// "We received this request on"; "we received these four questions on", "the council got the enquiry below on": pointed at where it stands
// in the letter, which may be a paper that is asked about, so that the day the reader wrote on goes before.
Arrival received_this_on(const Sentence& sentence) {
  static constexpr Words<3> kGot{"received", "got", "had"};
  static constexpr Words<9> kHere{"this", "these", "following", "below", "above", "overleaf", "here", "quoted", "printed"};
  static constexpr Words<4> kElse{"from", "about", "we", "you"};
  // Letters and e-mails come from anybody.
  static constexpr Words<8> kAsks{"request", "requests", "question", "questions", "enquiry", "inquiry", "query", "application"};
  constexpr std::size_t reach = 9;  // words
  const Tokens before = sentence.before;
  if (back(before, 1) != "on") return Arrival::none;
  const bool request = back(before, 2) == "request" && back(before, 3) == "this";
  // "This request … by e-mail from Mr Smith" is his to whom the letter goes.
  constexpr std::size_t near = 4;
  if (comes_from_other(sentence.after, request ? 1 : near)) return Arrival::none;
  // "This e-mail below" is the one that is answered.
  bool here = false, asks = back(before, 2) == "below" && (has(before, "email") || has(before, "mail")) && has(before, "this");
  for (std::size_t steps = 2; steps <= std::min(before.size(), reach); ++steps) {
    const std::string_view word = back(before, steps);
    if (is_in(word, kGot)) {
      if (!here || !asks || !may_be_us(before.first(before.size() - steps), request)) return Arrival::none;
      return request ? Arrival::received : Arrival::sent;
    }
    if (is_in(word, kElse)) return Arrival::none;
    here = here || is_in(word, kHere);
    asks = asks || is_in(word, kAsks);
  }
  return Arrival::none;
}

// "We received your request about parking permits on 17 March.": however much it is about, where the sentence ends with the day and this is
// not that of something done or held.
bool received_request_about(const Sentence& sentence) {
  static constexpr Words<3> kGot{"received", "got", "had"};
  static constexpr Words<7> kAbout{"about", "for", "regarding", "concerning", "on", "relating", "asking"};
  static constexpr Words<20> kEvents{"meeting", "incident", "held", "place", "event",   "inspection", "accident", "strike", "visit", "made",
                                     "flood",   "fire",     "that", "which", "between", "march",      "outage",   "force",  "in",    "as"};
  const Tokens before = sentence.before;
  if (back(before, 1) != "on" || !sentence.after.empty() || before.size() < 5) return false;
  for (std::size_t i = 1; i + 3 < before.size(); ++i) {
    if (before[i].word != "your" || !is_in(before[i - 1].word, kGot) || !is_in(before[i + 1].word, kRequestNouns)) continue;
    if (!is_in(before[i + 2].word, kAbout)) return false;
    const Tokens about = before.subspan(i + 3);
    return !back(before, 2).ends_with("ed") &&
           std::none_of(about.begin(), about.end(), [&](const Token& token) { return is_in(token.word, kEvents); });
  }
  return false;
}

// "We had it on", "your enquiry, which we had from you on", "your request which we took in on".
bool had_it_on(Tokens before) {
  static constexpr Words<8> kBetween{"it", "from", "you", "your", "request", "this", "these", "them"};
  if (back(before, 1) != "on") return false;
  // "Your four questions, which we had on".
  if (back(before, 2) == "had" && back(before, 3) == "we" && back(before, 4) == "which" && has(before, "your") && names_request(before))
    return true;
  if (back(before, 2) == "in" && back(before, 3) == "took" && back(before, 4) == "we")
    return back(before, 5) == "which" && is_in(back(before, 6), kRequestNouns);
  std::size_t steps = 2;
  while (steps <= kItWords && is_in(back(before, steps), kBetween)) ++steps;
  return steps > 2 && back(before, steps) == "had" && back(before, steps + 1) == "we";
}

// "the message you left us on", "the voicemail that you left on": no ward that somebody left.
bool left_with_us(Tokens before) {
  static constexpr Words<5> kBetween{"us", "for", "with", "me", "here"};
  if (back(before, 1) != "on") return false;
  std::size_t steps = 2;
  while (is_in(back(before, steps), kBetween)) ++steps;
  if (back(before, steps) != "left" || back(before, steps + 1) != "you") return false;
  const std::string_view noun = back(before, back(before, steps + 2) == "that" ? steps + 3 : steps + 2);
  return is_in(noun, kRequestNouns) || noun == "voicemail" || noun == "note";
}

// "We acknowledge receipt on 5 May of your spreadsheet".
bool receipt_of_yours(const Sentence& sentence) {
  return back(sentence.before, 1) == "on" && back(sentence.before, 2) == "receipt" && sentence.after.size() > 1 &&
         sentence.after[0].word == "of" && sentence.after[1].word == "your";
}

// "The response sent to you on", "the link that you were sent didn't work on": of what the authority sent. steps: back to "sent".
bool sent_to_you(Tokens before, std::size_t steps) {
  static constexpr Words<7> kPassive{"were", "was", "been", "be", "are", "being", "had"};
  for (std::size_t between = 1; between < steps; ++between)
    if (back(before, between) == "you") return back(before, between + 1) != "by" && back(before, between + 1) != "from";
  return is_in(back(before, steps + 1), kPassive) && back(before, steps + 1) != "had" &&
         has(before.last(std::min(before.size(), steps + 3)), "you");
}

// "What we had sent on", "the papers the Trust sent on". steps: back to "sent".
bool sent_by_us(Tokens before, std::size_t steps) {
  static constexpr Words<7> kUs{"we", "i", "trust", "council", "board", "university", "officer"};
  const std::size_t subject = back(before, steps + 1) == "had" || back(before, steps + 1) == "have" ? steps + 2 : steps + 1;
  return is_in(back(before, subject), kUs);
}

Arrival before_date(const Sentence& sentence) {
  const Tokens before = sentence.before;
  // "We got it the day after (1 February)".
  if (before.empty() || (is_in(back(before, 1), kPeriod) && !sentence.in_brackets)) return Arrival::none;
  if (receipt_of_yours(sentence)) return Arrival::received;
  if (sent_by_you(before) || left_with_us(before) || asks_for_review_on(sentence)) return Arrival::sent;
  if (had_it_on(before) || received_request_on(before) || received_request_about(sentence)) return Arrival::received;
  if (const Arrival pointed = received_this_on(sentence); pointed != Arrival::none) return pointed;
  if (sent_to_name(before)) return is_earlier(before, before.size()) ? Arrival::earlier : Arrival::sent;
  // "Your request (16 May 2022)", "Your request: 17 June".
  if (is_in(back(before, 1), kRequestNouns) && back(before, 2) == "your") return Arrival::sent;
  for (std::size_t steps = 1; steps <= before.size(); ++steps) {
    const std::string_view word = back(before, steps);
    if (is_in(word, kReply)) return Arrival::none;
    if (steps > 1 && is_in(word, kRequestNouns) && is_of_desk(back(before, steps - 1))) continue;
    if (steps <= kReceivedReach && is_in(word, kReceive)) {
      // "you came back to us on": of what we had asked.
      if (word == "came" && back(before, steps - 1) == "back") return Arrival::none;
      // "The answer that you got on": what the reader had; "the request from you received on" is his.
      if (back(before, steps + 1) == "you" && back(before, steps + 2) != "from" && back(before, steps + 2) != "by") return Arrival::none;
      // Depots are opened and keys handed over.
      static constexpr Words<5> kOfPost{"opened", "handed", "delivered", "come", "landed"};
      if (is_in(word, kOfPost) && !names_request(before)) return Arrival::none;
      if (word == "passed" || speaks_of_reply(before) || has(before, "clarification") ||
          !(names_request(before) || has(before, "which") || speaks_to_requester(before) || is_said_of_it(sentence, steps)))
        return Arrival::none;
      return is_earlier(before, steps) ? Arrival::earlier : Arrival::received;
    }
    if (steps <= kSentReach && is_in(word, kSent))
      return speaks_to_requester(before) && !sent_to_you(before, steps) && !sent_by_us(before, steps) ? Arrival::sent : Arrival::none;
    if (steps <= kAskedReach && is_in(word, kAsked)) {
      bool at_once = speaks_to_requester(before);
      for (std::size_t between = 1; between < steps; ++between) at_once = at_once && is_in(back(before, between), kAskedUs);
      return at_once ? Arrival::sent : Arrival::none;
    }
    // "the date we received your request (05/09/2022)": what happened to it stands before it.
    if (steps == 1 && is_in(word, kRequestNouns)) continue;
    // "Your representations under regulation 11, dated".
    const bool represented = word == "representations" && back(before, steps + 1) == "your";
    if (steps <= kDatedReach && (represented || is_in(word, kRequestNouns) || word == "yours")) return named_request(sentence, steps);
  }
  return Arrival::none;
}

// "We were sent this request", "the council was asked for", but not by a coroner.
bool we_were_asked(Tokens after) {
  static constexpr Words<4> kGiven{"sent", "given", "handed", "put"};
  static constexpr Words<5> kThis{"this", "these", "your", "following", "below"};
  constexpr std::size_t subject = 4;  // words to the verb
  for (std::size_t i = 1; i + 1 < std::min(after.size(), subject); ++i) {
    if (after[i].word != "were" && after[i].word != "was") continue;
    const bool ours = after[i - 1].word == "we" || after.front().word == "the";
    const Tokens object = after.subspan(i + 2);
    if (!ours || (has(object, "by") && !has(object, "you"))) return false;
    if (is_in(after[i + 1].word, kAsked)) return after[i - 1].word == "we";
    const bool pointed = std::any_of(object.begin(), object.end(), [](const Token& token) { return is_in(token.word, kThis); });
    return is_in(after[i + 1].word, kGiven) && pointed && names_request(object);
  }
  return false;
}

// "On 6 November you asked us", "On 4 March the Trust received a request", "On 4 November you disputed our decision".
Arrival after_date(const Sentence& sentence) {
  static constexpr Words<8> kDisputed{"disputed", "challenged", "contested", "appealed", "objected", "queried", "questioned", "called"};
  // "… and on 11 September you asked": another clause of the sentence.
  const bool clause = back(sentence.before, 1) == "on" && (back(sentence.before, 2) == "and" || back(sentence.before, 2) == "but");
  const Tokens after = sentence.after;
  if (clause && after.size() > 1 && after[0].word == "you" && (is_in(after[1].word, kSent) || is_in(after[1].word, kAsked)))
    return Arrival::sent;
  if (!sentence.begins_with_on) return Arrival::none;
  // "On 23 August, before I had opened the file, the team wrote to you": what comes next is of another day.
  static constexpr Words<5> kAsides{"before", "after", "when", "while", "once"};
  if (!after.empty() && is_in(after.front().word, kAsides)) return Arrival::none;
  if (after.size() > 1 && after[0].word == "you" && is_in(after[1].word, kDisputed)) return Arrival::sent;
  if (one_asks_for_review(after)) return Arrival::sent;
  if (we_were_asked(after)) return Arrival::received;
  for (std::size_t i = 0; i < after.size(); ++i) {
    const std::string_view word = after[i].word;
    if (is_in(word, kReply)) return Arrival::none;
    if (is_in(word, kReceive) && (names_request(after) || speaks_to_requester(after))) return Arrival::received;
    if (i > 0 && i <= 4 && (is_in(word, kSent) || is_in(word, kAsked)))
      for (std::size_t k = 0; k < i; ++k)
        if (after[k].word == "you") return Arrival::sent;
  }
  return Arrival::none;
}

// "By e-mail of 26 August you required the Board to review its response", "In an e-mail of 19 June you told us".
bool by_letter_of(const Sentence& sentence) {
  static constexpr Words<4> kMeans{"by", "in", "through", "with"};
  static constexpr Words<8> kBetween{"an", "a", "your", "another", "the", "e", "further", "second"};
  const Tokens before = sentence.before;
  const std::size_t last = back(before, 1) == "the" ? 2 : 1;
  if (sentence.after.empty() || sentence.after.front().word != "you" || !is_in(back(before, last + 1), kRequestNouns)) return false;
  if (back(before, last) != "of" && back(before, last) != "dated" && back(before, last) != "on") return false;
  std::size_t steps = last + 2;
  while (is_in(back(before, steps), kBetween)) ++steps;
  return is_in(back(before, steps), kMeans);
}

bool is_blank_between(std::string_view text, std::size_t at) {
  const std::size_t next = text.find_first_not_of(" \t\r", at + 1);
  return next == std::string_view::npos || text[next] == '\n' || text[next] == '\f';
}

// "no. 2023-061", "ref. 7": the stop of a short form ends no sentence.
bool is_short_word(std::string_view text, std::size_t stop) {
  for (std::string_view word : {" no", " No", " ref", " Ref", " nos", " Nos"})
    if (text.substr(0, stop).ends_with(word)) return true;
  return false;
}

// The line that ends here was not broken for want of room: the first word of the next, which begins anew, would have stood on it.
bool ends_heading(std::string_view text, std::size_t at) {
  constexpr std::size_t room = 8;                                // bytes to spare
  const std::size_t start = text.substr(0, at).rfind('\n') + 1;  // npos + 1 is 0
  const std::string_view line = text.substr(start, at - start);
  const std::string_view rest = text.substr(at + 1);
  const std::string_view next = rest.substr(0, rest.find('\n'));
  if (start == 0 || line.empty() || next.empty() || !is_upper(next.front()) || line.back() == ',') return false;
  return line.size() + std::min(next.find(' '), next.size()) + room < next.size();
}

// "Dear Ms Oak,": the line that ends here greets somebody.
bool ends_greeting(std::string_view text, std::size_t at) {
  const std::size_t start = text.substr(0, at).rfind('\n') + 1;  // npos + 1 is 0
  return text.substr(start, at - start).starts_with("Dear ");
}

// Where the sentence begins in which a place of the text stands: after the last full stop, heading, greeting, blank line or page break.
std::size_t sentence_start(std::string_view text, std::size_t place) {
  for (std::size_t i = place; i-- > 0;) {
    if (text[i] == '\f') return i + 1;
    if (text[i] == '\n' && is_blank_between(text, i) && i + 1 < place) return i + 1;
    if (text[i] == '\n' && (ends_heading(text, i) || ends_greeting(text, i))) return i + 1;
    const bool space_after = i + 1 < text.size() && (text[i + 1] == ' ' || text[i + 1] == '\n');
    if ((text[i] == '.' || text[i] == '?' || text[i] == '!') && space_after && !is_short_word(text, i)) return i + 1;
  }
  return 0;
}

std::size_t sentence_end(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\f' || text[i] == '?') return i;
    if (text[i] == '\n' && is_blank_between(text, i)) return i;
    if (text[i] == '.' && (i + 1 >= text.size() || text[i + 1] == ' ' || text[i + 1] == '\n')) return i;
  }
  return text.size();
}

}  // namespace

std::string_view back(Tokens words, std::size_t steps) {
  return steps > 0 && steps <= words.size() ? words[words.size() - steps].word : std::string_view();
}

Sentence sentence_round(const Letter& letter, Span date) {
  const std::size_t from = date.start - std::min(date.start, kSentenceBytes);
  const std::string_view before = letter.view(Span{from, date.start});
  const std::string_view after = letter.view(Span{date.end, date.end + kSentenceBytes});
  // With the rest of its line, by which a heading over it is known.
  const std::string_view lines = letter.view(Span{from, date.end + after.substr(0, after.find('\n')).size()});
  Sentence out{letter.tokens_in(Span{from + sentence_start(lines, before.size()), date.start}),
               letter.tokens_in(Span{date.end, date.end + sentence_end(after)})};
  const std::size_t line = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  out.words_on_line = letter.tokens_in(Span{from + line, date.start}).size();
  out.in_brackets = before.ends_with("(");
  out.begins_with_on = before.ends_with("On ") || before.ends_with("On the ");
  const std::size_t next = after.find_first_not_of(" \t\r");
  out.ends_line = next == std::string_view::npos || (after[next] == '\n' && (next + 1 >= after.size() || !is_lower(after[next + 1])));
  if (out.before.size() > kWordsBefore) out.before = out.before.last(kWordsBefore);
  if (out.after.size() > kWordsAfter) out.after = out.after.first(kWordsAfter);
  return out;
}

Arrival arrival_of(const Sentence& sentence) {
  const Arrival before = before_date(sentence);
  if (before != Arrival::none) return before;
  if (by_letter_of(sentence)) return Arrival::sent;
  const Arrival after = after_date(sentence);
  return after == Arrival::none && reader_acts_on(sentence) ? Arrival::sent : after;
}

}  // namespace foi::understand
