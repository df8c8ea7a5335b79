#include "indexer/understand/request_openers.h"

#include <algorithm>

#include "indexer/model/text.h"
#include "indexer/understand/asking.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/markers.h"
#include "indexer/understand/request_words.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// A sentence that introduces, and the end of a paragraph in which it is sought, are no longer than this, in bytes.
constexpr std::size_t kSentenceBytes = 400, kParagraphBytes = 1'000;

constexpr CueTable kYou = {"you",       "your",      "you'd",      "you're",        "you've",           "the request",  "a request",
                           "it asks",   "it asked",  "it reads",   "it read",       "request received", "complainant",  "applicant",
                           "appellant", "requester", "she wrote",  "he wrote",      "they wrote",       "he requested", "she requested",
                           "he asked",  "she asked", "they asked", "they requested"};
constexpr CueTable kAsking = {
    "request", "requests", "requested",     "requesting",     "ask",          "asked",         "asks",
    "asking",  "question", "questions",     "enquiry",        "inquiry",      "query",         "queries",
    "wanted",  "wished",   "you'd like",    "you would like", "you're after", "you are after", "you were after",
    "want",    "wish",     "seek",          "sought",         "enquired",     "inquired",      "would like to know",
    "wrote",   "write",    "e-mail",        "email",          "letter",       "put to us",     "e-mailed",
    "emailed", "you sent", "this from you", "reads",          "read"};
// An answer follows, not the request; or something is asked of the requester.
constexpr CueTable kAnswers = {"in response to",
                               "in answer to",
                               "in reply to",
                               "can confirm",
                               "confirm that",
                               "confirms that",
                               "respond",
                               "responds",
                               "our response",
                               "our reply",
                               "our answer",
                               "our answers",
                               "answers are",
                               "advise you",
                               "advise that",
                               "inform you",
                               "able to provide",
                               "provide you with",
                               "we hold",
                               "hold the",
                               "does not hold",
                               "exempt",
                               "exemption",
                               "exemptions",
                               "withheld",
                               "refuse",
                               "refused",
                               "clarify",
                               "clarification",
                               "narrow",
                               "refine",
                               "review",
                               "complain",
                               "complaint",
                               "commissioner",
                               "contact",
                               "address",
                               "you may",
                               "you can",
                               "you could",
                               "if you",
                               "because",
                               "we found",
                               "we have found",
                               "following reason",
                               "following reasons",
                               "options",
                               "following documents",
                               "here is what you were after",
                               "here's what you were after",
                               "here is what you wanted",
                               "here's what you wanted",
                               "reviewed",
                               "ico",
                               "ombudsman",
                               "please find",
                               "attached",
                               "enclosed",
                               "enclose",
                               "attach",
                               "following information is",
                               "following link",
                               "following links",
                               "email us",
                               "write to",
                               "number of ways",
                               "fee",
                               "request must",
                               "request should"};
constexpr std::string_view kRunsOn[] = {" for",  " to know", " to see",     " to have", " about",
                                        ", for", " asking",  " requesting", " was",     " is"};
// Ends of a sentence without a colon after which the request stands.
constexpr std::string_view kFollows[] = {"the following", "as follows",        "following information", "following questions",
                                         "set out below", "reproduced below",  "copied below",          "shown below",
                                         "quoted below",  "following terms",   "these terms",           "these questions",
                                         "here in full",  "is set out here",   "set out here",          "shown here",
                                         "printed here",  "reprinted in full", "reproduced here",       "copied here"};

// The request itself stands after these, whatever else the sentence says of a reply.
constexpr std::string_view kReads[] = {"which read",
                                       "which reads",
                                       "which was",
                                       "which were",
                                       "which said",
                                       "which was as follows",
                                       "which were as follows",
                                       "that read",
                                       "worded as follows",
                                       "your request was as follows",
                                       "your questions and our answers are as follows",
                                       "your questions and the answers are as follows",
                                       "your request is as follows",
                                       "wrote to us as follows",
                                       "refusal to provide you with the following",
                                       "refusal to disclose the following",
                                       "refusal of the following"};

bool ends_with_any(std::string_view text, Cues cues) {
  // Told by the last letter before any call.
  return !text.empty() && std::ranges::any_of(cues, [&](std::string_view cue) { return cue.back() == text.back() && text.ends_with(cue); });
}

// "Your recent request is replicated below, together with our response."
bool prints_request(const SoughtText& sentence) {
  static constexpr CueTable mine = {"your request", "your recent request", "your questions",        "your e-mail",
                                    "your email",   "your letter",         "each of your questions"};
  static constexpr CueTable below = {"replicated below", "set out below", "reproduced below", "listed below", "shown below",
                                     "outlined below",   "copied below",  "repeated below",   "is below",     "are below",
                                     "printed below",    "in bold below", "shown here",       "set out here", "copied here",
                                     "reproduced here",  "repeated here", "printed here",     "quoted here",  "appears below",
                                     "reproduced in",    "given here",    "quoted below"};
  static constexpr CueTable other = {"find below", "response to your", "response is", "information you",
                                     "see below",  "decision",         "reasons"};
  return has_any(sentence, mine) && has_any(sentence, below) && !has_any(sentence, other);
}

// "You asked for two things about the restrictions", "it has three parts": so many things are told next.
bool counts_things(std::string_view sentence) {
  static constexpr CueTable numbers = {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "a number of"};
  static constexpr CueTable things = {"things", "parts", "questions", "points", "items", "pieces", "documents", "requests", "headings"};
  for (std::string_view number : numbers)
    for (std::size_t at = find_phrase(sentence, number); at != std::string_view::npos; at = find_phrase(sentence, number, at + 1))
      if (!prefix_of(skip_words(sentence.substr(at), numbers), things).empty()) return true;
  return false;
}

// "It was for:", of a request spoken of before.
bool goes_on_to_ask(std::string_view sentence) {
  static constexpr CueTable starts = {"it was for", "it is for", "it was to", "it has",  "it had",       "it read",    "it reads",
                                      "it said",    "it says",   "it asked",  "it asks", "this was for", "these were", "they were"};
  return !prefix_of(sentence, starts).empty();
}

// What is said after "I am writing in response to": that it is a response answers nothing yet.
std::string_view past_reply(const SoughtText& sentence) {
  static constexpr CueTable replies = {"writing in response to", "write in response to", "writing in reply to",
                                       "write in reply to",      "writing in answer to", "write in answer to",
                                       "is in response to",      "is in reply to",       "is in answer to"};
  if (!has_any(sentence, replies)) return sentence.text();
  for (std::string_view reply : replies)
    if (const std::size_t at = sentence.find_phrase(reply); at != std::string_view::npos) return sentence.text().substr(at + reply.size());
  return sentence.text();
}

bool speaks_of_asking(const SoughtText& sentence) {
  return has_any(sentence, kYou) && has_any(sentence, kAsking) && !has_any(sentence, kAnswers);
}

bool asks(const SoughtText& sentence) {
  if (ends_with_any(bare(sentence.text()), kReads)) return has_any(sentence, kAsking);
  const std::string_view rest = past_reply(sentence);
  return rest.size() == sentence.text().size() ? speaks_of_asking(sentence) : speaks_of_asking(SoughtText(rest));
}

// Somebody asks in the sentence, which breaks off or says that more follows: "you have asked for a list of all", "your request of 3 July
// was for the following". Not "if you ask", and not "the information you requested", of which something else is said.
bool somebody_asks(std::string_view sentence) {
  static constexpr CueTable who = {"you", "you've", "you'd",     "you're", "complainant", "applicant", "appellant",
                                   "she", "he",     "requester", "they",   "council",     "mr",        "ms"};
  static constexpr CueTable verbs = {"asked",    "ask",      "asks",  "asking", "requested", "request", "requests", "requesting",
                                     "sought",   "seek",     "seeks", "wanted", "want",      "wants",   "wished",   "wish",
                                     "enquired", "inquired", "wrote", "like",   "put",       "after"};
  static constexpr CueTable conditions = {"if",     "should", "when",        "where",     "may",  "can",  "could",      "unless",
                                          "before", "which",  "information", "documents", "what", "that", "everything", "all"};
  static constexpr CueTable requests = {"request", "enquiry", "e-mail", "email", "letter", "questions"};
  constexpr std::size_t reach = 5;  // words from who asks to the verb
  if (has_any(sentence, kAnswers)) return false;
  const Words w = words_in(sentence);
  if (asked_at(w)) return true;
  for (std::size_t i = 0; i < w.words.size(); ++i) {
    const bool thing = i > 0 && among(conditions, w.words[i - 1]);
    if (among(who, w.words[i]) && !thing)
      for (std::size_t k = i + 1; k < std::min(w.words.size(), i + reach); ++k) {
        if (among(conditions, w.words[k]) || w.words[k] == "not") break;
        if (among(verbs, w.words[k])) return true;
      }
    if (!among(requests, w.words[i])) continue;
    for (std::size_t k = i + 1; k < w.words.size(); ++k)
      if (w.words[k] == "for" && (k + 1 == w.words.size() || has_phrase(sentence.substr(w.at[k]), "following"))) return true;
  }
  return false;
}

bool is_bulleted(std::string_view text) {
  const auto marker = marker_of(text);
  return marker && marker->style == MarkerStyle::kBullet;
}

// "On 14 Feb 2022, at 08:31, J Dean wrote:": over a message of any kind.
bool heads_message(std::string_view sentence) {
  if (sentence.find_first_of("<@>") != std::string_view::npos) return true;
  for (std::size_t colon = sentence.find(':'); colon != std::string_view::npos; colon = sentence.find(':', colon + 1))
    if (colon > 0 && colon + 1 < sentence.size() && is_digit(sentence[colon - 1]) && is_digit(sentence[colon + 1])) return true;
  return false;
}

// "We were sent this request:", "the following questions reached us:": it came, and stands below.
bool tells_of_receipt(std::string_view sentence) {
  static constexpr CueTable came = {"were sent", "was sent", "we received", "was received", "were received", "reached us", "came to us",
                                    "came in",   "we had",   "we got",      "has received", "have received", "received"};
  static constexpr std::string_view these[] = {"this", "these", "following"};
  static constexpr CueTable nouns = {"request", "requests", "questions", "question", "e-mail", "email", "message", "enquiry", "letter"};
  constexpr std::size_t reach = 3;  // words from "this" to its noun: "this further request"
  const Words w = words_in(sentence);
  if (w.words.empty() || w.words.back() != ":" || !has_any(sentence, came) || has_any(sentence, kAnswers) || heads_message(sentence))
    return false;
  for (std::size_t i = 0; i + 1 < w.words.size(); ++i) {
    if (std::ranges::find(these, w.words[i]) == std::end(these)) continue;
    for (std::size_t k = i + 1; k < std::min(w.words.size(), i + 1 + reach); ++k)
      if (among(nouns, w.words[k])) return true;
  }
  return false;
}

// "It raised three matters:", "Its two questions were:": what is asked, or the asking, stands just before the colon, and it is not the
// authority that speaks.
bool closes_on_asking(std::string_view sentence) {
  static constexpr CueTable asking = {"asked",   "asks",  "ask",      "requested", "requests",  "sought",    "seeks",  "wanted",
                                      "raised",  "wrote", "question", "questions", "query",     "queries",   "points", "matters",
                                      "request", "ran",   "read",     "enquiry",   "enquiries", "requesting"};
  static constexpr CueTable authority = {"we", "our", "us", "i", "my", "ourselves", "trust", "council", "commissioner"};
  static constexpr CueTable others = {"within",  "scope",      "answers", "answer",     "reply",    "replies", "response", "responses",
                                      "by",      "relevant",   "to",      "of",         "from",     "held",    "under",    "contact",
                                      "further", "frequently", "issue",   "responding", "decision", "reason",  "reasons",  "issues",
                                      "must",    "should",     "may",     "can",        "could",    "has",     "if"};
  constexpr std::size_t reach = 4, whole = 14;  // words before the colon
  const Words w = words_in(sentence);
  if (w.words.empty() || w.words.back() != ":" || w.words.size() > whole) return false;
  // "You had been refused, on 9 February, the following:".
  static constexpr CueTable refused = {"you were refused", "you had been refused", "you have been refused", "you'd been refused"};
  if (has_any(sentence, refused) && !has_phrase(sentence, "if")) return true;
  if (has_any(sentence, authority) || has_any(sentence, kAnswers) || heads_message(sentence)) return false;
  bool asks = false;
  for (std::size_t i = w.words.size() - 1; i-- > 0 && i + 1 + reach >= w.words.size();) {
    if (among(others, w.words[i])) return false;
    asks = asks || among(asking, w.words[i]);
  }
  return asks;
}

}  // namespace

bool hands_over(std::string_view lower) {
  static constexpr CueTable begins = {"here is what you asked for",
                                      "here's what you asked for",
                                      "here is what you requested",
                                      "here's what you requested",
                                      "here is the information",
                                      "here's the information",
                                      "here are the",
                                      "here are our",
                                      "here is our",
                                      "here's our",
                                      "here is the answer",
                                      "here is the reply",
                                      "the answers are",
                                      "our answers are",
                                      "the answer is",
                                      "our answer is",
                                      "the replies are",
                                      "our replies are",
                                      "the figures are",
                                      "the figures you asked for",
                                      "the numbers are",
                                      "these are the figures",
                                      "these are the answers",
                                      "these are our answers",
                                      "what you asked for is",
                                      "what you asked for follows",
                                      "what you requested is",
                                      "i enclose",
                                      "we enclose",
                                      "i attach",
                                      "we attach",
                                      "enclosed is",
                                      "enclosed are",
                                      "attached is",
                                      "attached are"};
  static constexpr CueTable others = {"not",     "unable",   "cannot",   "can't",     "if",      "whether",  "unless",    "you asked us",
                                      "you ask", "you were", "question", "questions", "request", "requests", "you wrote", "before"};
  const std::string_view text = bare(lower);
  return !prefix_of(text, begins).empty() && !has_any(text, others);
}

bool introduces_request(std::string_view text, bool list_follows) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '*' || text.back() == '_')) text.remove_suffix(1);
  text = text.substr(text.size() - std::min(text.size(), kParagraphBytes));
  bool asked = false;  // a sentence before spoke of the request
  for (std::size_t start = 0; start < text.size();) {
    std::size_t end = start;
    while (end < text.size() && !((text[end] == '.' || text[end] == '?' || text[end] == '!') &&
                                  (end + 1 == text.size() || text[end + 1] == ' ' || text[end + 1] == '\n')))
      ++end;
    const std::string_view sentence = text.substr(start, end - start);
    const bool last = end >= text.size() || end + 1 >= text.size();
    const bool colon = last && (sentence.ends_with(':') || sentence.ends_with(":-") || sentence.ends_with(": -") ||
                                // An item of the letter's own list ends so as well: "• that the request is manifestly unreasonable;".
                                (sentence.ends_with(';') && !is_bulleted(text)));
    // "…, in which you ask for" runs on into a list.
    const bool open = last && !text.ends_with('.') && !text.ends_with('?') && ends_with_any(sentence, kRunsOn);
    if (last && hands_over(sentence)) return false;
    const SoughtText sought(sentence);
    const bool asking = asks(sought);
    if (sentence.size() <= kSentenceBytes && asking && (colon || open || ends_with_any(bare(sentence), kFollows))) return true;
    if (sentence.size() <= kSentenceBytes && prints_request(sought)) return true;
    if (last && sentence.size() <= kSentenceBytes && tells_of_receipt(sentence)) return true;
    static constexpr CueTable places = {"here", "below", "overleaf"};
    const auto open_end = [&] {
      const std::string_view end_word = bare(sentence).substr(bare(sentence).rfind(' ') + 1);
      return !text.ends_with('.') || sought.has_phrase("following") || sought.has_phrase("these") || among(places, end_word);
    };
    // "I acknowledge yours of 24 October. It reads".
    static constexpr std::string_view reads[] = {"it reads", "it read", "it says", "it said", "it asks", "it asked", "it reads as follows"};
    static constexpr std::string_view theirs[] = {"you", "your", "yours"};
    if (list_follows && last && !text.ends_with('.') && is_one_of(sentence, reads) && has_any(text, theirs)) return true;
    if (list_follows && last && closes_on_asking(sentence) && !asks_of_requester(sentence)) return true;
    if (list_follows && last && sentence.size() <= kSentenceBytes && open_end() && somebody_asks(past_reply(sought)) &&
        !asks_of_requester(sentence))
      return true;
    const bool tells = asking || (asked && goes_on_to_ask(sentence));
    if (sentence.size() <= kSentenceBytes && last && tells && !asks_of_requester(sentence) &&
        (colon || (counts_things(sentence) && sentence.find(": ") == std::string_view::npos)))
      return true;
    asked = asked || asking;
    start = std::min(text.size(), end + 2);
  }
  return false;
}

}  // namespace foi::understand
