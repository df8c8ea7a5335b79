#include "indexer/understand/request_openers.h"

#include <algorithm>
#include <vector>

#include "indexer/model/text.h"
#include "indexer/understand/asking.h"
#include "indexer/understand/cues.h"
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
constexpr CueTable kAnswers = {"in response to",   "in answer to",
                               "in reply to",      "can confirm",
                               "confirm that",     "confirms that",
                               "respond",          "responds",
                               "our response",     "our reply",
                               "our answer",       "our answers",
                               "answers are",      "advise you",
                               "advise that",      "inform you",
                               "able to provide",  "provide you with",
                               "we hold",          "hold the",
                               "does not hold",    "exempt",
                               "exemption",        "exemptions",
                               "withheld",         "refuse",
                               "refused",          "clarify",
                               "clarification",    "narrow",
                               "refine",           "review",
                               "complain",         "complaint",
                               "commissioner",     "contact",
                               "address",          "you may",
                               "you can",          "you could",
                               "if you",           "because",
                               "we found",         "we have found",
                               "following reason", "following reasons",
                               "options",          "following documents",
                               "please find",      "attached",
                               "enclosed",         "enclose",
                               "attach",           "following information is",
                               "following link",   "following links",
                               "email us",         "write to",
                               "number of ways",   "fee",
                               "request must",     "request should"};
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

struct Words {
  std::vector<std::string_view> words;
  std::vector<std::size_t> at;
};

Words words_in(std::string_view text) {
  Words found;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_word(text[i])) {
      // The end of a sentence, and a colon, are words of their own.
      const bool stop = (text[i] == '.' || text[i] == '?') && (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n');
      if (stop || text[i] == ':') {
        found.words.push_back(text.substr(i, 1));
        found.at.push_back(i);
      }
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && (is_word(text[end]) || (text[end] == '\'' && end + 1 < text.size() && is_word(text[end + 1])))) ++end;
    found.words.push_back(text.substr(i, end - i));
    found.at.push_back(i);
    i = end;
  }
  return found;
}

// "The Authority has been asked to provide copies of", "On 12 April the Department was asked": the verb of which somebody else is the
// subject, or nothing. Who else may be asked, for his views, is no authority.
std::optional<std::size_t> asked_at(const Words& w) {
  static constexpr CueTable authorities = {"authority",  "council", "trust", "department", "force",      "board",
                                           "university", "icb",     "we",    "us",         "commission", "office",
                                           "ministry",   "agency",  "he'd",  "she'd",      "they'd"};
  static constexpr CueTable been = {"been", "was", "were", "is"};
  constexpr std::size_t reach = 4;  // words back to the subject
  for (std::size_t k = 1; k < w.words.size(); ++k) {
    if (w.words[k] != "asked" || !among(been, w.words[k - 1])) continue;
    for (std::size_t i = k - std::min(k, reach); i < k; ++i)
      if (among(authorities, w.words[i])) return k;
  }
  return std::nullopt;
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

// "On 14 Feb 2022, at 08:31, J Dean wrote:": over a message of any kind.
bool heads_message(std::string_view sentence) {
  if (sentence.find_first_of("<@>") != std::string_view::npos) return true;
  for (std::size_t colon = sentence.find(':'); colon != std::string_view::npos; colon = sentence.find(':', colon + 1))
    if (colon > 0 && colon + 1 < sentence.size() && is_digit(sentence[colon - 1]) && is_digit(sentence[colon + 1])) return true;
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
    const bool colon =
        last && (sentence.ends_with(':') || sentence.ends_with(":-") || sentence.ends_with(": -") || sentence.ends_with(';'));
    // "…, in which you ask for" runs on into a list.
    const bool open = last && !text.ends_with('.') && !text.ends_with('?') && ends_with_any(sentence, kRunsOn);
    const SoughtText sought(sentence);
    const bool asking = asks(sought);
    if (sentence.size() <= kSentenceBytes && asking && (colon || open || ends_with_any(bare(sentence), kFollows))) return true;
    if (sentence.size() <= kSentenceBytes && prints_request(sought)) return true;
    const auto open_end = [&] { return !text.ends_with('.') || sought.has_phrase("following") || sought.has_phrase("these"); };
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

namespace {

constexpr CueTable kAskers = {"you",           "you've",    "you're",      "you'd",     "your",      "complainant",
                              "complainant's", "applicant", "applicant's", "appellant", "requester", "request",
                              "she",           "he",        "they",        "mr",        "ms"};
constexpr CueTable kAskingVerbs = {"asked",      "ask",    "asks",    "asking",    "requested", "request", "requests",
                                   "requesting", "sought", "seek",    "seeks",     "seeking",   "wanted",  "want",
                                   "wants",      "wished", "wish",    "enquired",  "inquired",  "wrote",   "like",
                                   "questions",  "put",    "welcome", "interested"};
constexpr CueTable kMayAsk = {"may",  "can",      "could", "should", "might", "if",   "when", "not",
                              "wish", "entitled", "right", "unless", "will",  "free", "able", "before"};
// Of a review, and of the answer, something else is wanted; before what is told begins, these speak of the request itself.
constexpr CueTable kNotTold = {"review", "internal", "reviewed", "reconsider", "again", "extension"};
constexpr CueTable kOfRequest = {"look", "further", "this", "it", "has", "will", "time"};
// "You asked for it by May."
constexpr CueTable kPointsBack = {"it", "this", "these", "them", "something"};
// "The information that you asked for on 17 March": nothing is told after it; "in-patient figures" are.
constexpr CueTable kNoThing = {"on", "in", "by", "from", "at", "have", "under", "and", "."};
// "Your request for information was received" tells nothing.
constexpr CueTable kOfInformation = {"was", "has", "which", "under", "dated", "received", ".", "is", "we", "made", "that", "from"};
constexpr CueTable kAfterVerb = {"for", "about", "to", "how", "whether", "what", "which", "when", "who", "if", "where", "why"};

// "Asked to know"; "your request to the Council" names whom it went to.
constexpr CueTable kToKnow = {"know",   "see",     "have", "receive", "find",    "be",     "understand", "get",  "view", "hear",   "learn",
                              "obtain", "inspect", "look", "read",    "provide", "supply", "disclose",   "send", "give", "release"};

// After a form of "to be" that is followed by a colon or a quotation mark, what is asked.
std::optional<std::size_t> put_after(std::string_view text, const Words& w, std::size_t verb) {
  static constexpr CueTable forms = {"is", "was", "are", "were", "read", "reads"};
  if (verb + 2 >= w.words.size() || !among(forms, w.words[verb + 1])) return std::nullopt;
  if (w.words[verb + 2] == ":") return std::min(text.find_first_not_of(" \n", w.at[verb + 2] + 1), text.size());
  const std::size_t after = w.at[verb + 1] + w.words[verb + 1].size() + 1;
  const std::string_view rest = text.substr(std::min(after, text.size()));
  for (std::string_view quote : {"\"", "\u201C"})
    if (rest.starts_with(quote)) return after + quote.size();
  return std::nullopt;
}

// "Requested minutes of …", "you request a list": what is asked for follows the verb itself.
bool object_follows(const Words& w, std::size_t verb) {
  static constexpr CueTable verbs = {"requested", "sought", "seeking", "seek", "seeks", "wanted", "requesting", "requests"};
  static constexpr CueTable who = {"you", "she", "he", "they", "complainant", "applicant", "requester"};
  // "You would like a copy of …", "you said you would welcome any figures".
  static constexpr CueTable wished = {"like", "welcome", "want", "wants"};
  static constexpr CueTable things = {"a",       "an",    "the",  "any",   "all",   "some",    "every", "copies", "details", "information",
                                      "figures", "sight", "data", "dates", "names", "numbers", "lists", "your",   "our",     "both"};
  if (verb + 1 >= w.words.size()) return false;
  const std::string_view next = w.words[verb + 1];
  // "You want (1) the number of …".
  const bool mark = next.size() == 1 && (is_digit(next.front()) || (next != "a" && next != "i" && is_lower(next.front())));
  const bool listed = mark && verb + 2 < w.words.size() && among(things, w.words[verb + 2]);
  if (among(wished, w.words[verb])) return among(things, next) || listed;
  const bool requests = w.words[verb] == "request" && verb > 0 && among(who, w.words[verb - 1]);
  return (requests || among(verbs, w.words[verb])) && !among(kAfterVerb, next) && !among(kOfRequest, next) && next != ":";
}

// Where the words asked for begin, the asking verb being the word at `verb`.
std::optional<std::size_t> told_after(std::string_view text, const Words& w, std::size_t verb) {
  constexpr std::size_t most = 30, near = 5;
  // "The information you requested is exempt", "what you asked about is": of it something else is said.
  static constexpr CueTable said = {"is", "are", "was", "were", "has", "have", "had", "can", "cannot", "does"};
  // "Your questions were “…”", "the information you seek is: …".
  if (const auto put = put_after(text, w, verb)) return put;
  if (verb + 1 < w.words.size() && among(said, w.words[verb + 1])) return std::nullopt;
  const bool direct = object_follows(w, verb);
  const auto next_is = [&](std::size_t k, const auto& table) { return k + 1 < w.words.size() && among(table, w.words[k + 1]); };
  std::optional<std::size_t> begins;
  for (std::size_t k = verb + 1; k < std::min(w.words.size(), verb + most); ++k) {
    const std::string_view word = w.words[k];
    if (word == "." || word == "?") break;
    if (word == ":" || word == "namely") return std::min(text.find_first_not_of(" \n,", w.at[k] + word.size()), text.size());
    const bool other = among(kNotTold, word) || (!begins && !direct && among(kOfRequest, word)) ||
                       (word == "that" && k + 1 < w.words.size() && w.words[k + 1] == "we") ||
                       (!direct && word == "information" && next_is(k, kOfInformation));
    if (k <= verb + near && other) return std::nullopt;
    if (begins || direct) continue;
    if (!among(kAfterVerb, word) && !(word == "in" && w.words[k - 1] == "interested")) continue;
    // "Your request ought to have been answered."
    static constexpr CueTable modal = {"ought", "was", "is", "had", "has", "have", "due", "going"};
    if (word == "to" && (!next_is(k, kToKnow) || among(modal, w.words[k - 1]))) continue;
    // "Your request which was received on 7 May".
    if (word == "which" && next_is(k, said)) return std::nullopt;
    const bool object = word == "for" || word == "about" || word == "in";
    if (object && (next_is(k, said) || next_is(k, kPointsBack))) return std::nullopt;
    if (object && next_is(k, kNoThing) && !text.substr(w.at[k + 1] + w.words[k + 1].size()).starts_with('-')) return std::nullopt;
    const std::size_t skip = word == "to" ? 2 : object ? 1 : 0;  // "to know"
    begins = k + skip < w.at.size() ? w.at[k + skip] : text.size();
  }
  return direct ? std::optional(w.at[verb + 1]) : begins;
}

}  // namespace

// A later sentence begins with what was asked.
static bool tells_further(std::string_view text) {
  for (std::size_t stop = text.find('.'); stop != std::string_view::npos && stop + 2 < text.size(); stop = text.find('.', stop + 1))
    if ((text[stop + 1] == ' ' || text[stop + 1] == '\n') && tells_asked(text.substr(stop + 2))) return true;
  return false;
}

std::optional<std::size_t> told_at(std::string_view text) {
  constexpr std::size_t reach = 14;  // words from who asks to the verb
  const Words w = words_in(text);
  // "Your request came on 8 August. It sought …".
  static constexpr CueTable requests = {"request", "email", "e-mail", "letter", "enquiry"};
  const auto of_request = [&](std::size_t i) {
    return w.words[i] == "it" && has_any(text.substr(0, w.at[i]), requests) && i + 1 < w.words.size() &&
           (w.words[i + 1] == "sought" || w.words[i + 1] == "asked" || w.words[i + 1] == "seeks" || w.words[i + 1] == "asks");
  };
  for (std::size_t i = 0; i < w.words.size(); ++i) {
    if (!among(kAskers, w.words[i]) && !of_request(i)) continue;
    const auto modal = [&](std::size_t back) {
      if (i < back || !among(kMayAsk, w.words[i - back])) return false;
      return !(w.words[i - back] == "may" && i > back && w.words[i - back - 1].front() >= '0' && w.words[i - back - 1].front() <= '9');
    };
    if (modal(1) || modal(2)) continue;
    for (std::size_t k = i + 1; k < std::min(w.words.size(), i + reach); ++k) {
      // "You wish to have sight of …" tells; what one may wish does not.
      const bool wishes = w.words[k] == "wish" && k == i + 1;
      if (w.words[k] == "." || w.words[k] == "?" || w.words[k] == ":" || (among(kMayAsk, w.words[k]) && !wishes)) break;
      if (w.words[i] == "request" && w.words[k] == "for" && i > 0 &&
          (w.words[i - 1] == "the" || w.words[i - 1] == "your" || w.words[i - 1] == "a")) {
        if (const auto told = told_after(text, w, k - 1)) return told;
        break;
      }
      // "Your email, which asks whether …".
      static constexpr CueTable telling = {"asks", "asking", "requesting", "seeks", "seeking"};
      const bool noun = w.words[i] == "your" && w.words[k] != "request" && w.words[k] != "questions" && !among(telling, w.words[k]);
      if (!among(kAskingVerbs, w.words[k]) || noun) continue;
      if (w.words[k] == "request" && k + 1 < w.words.size() && w.words[k + 1] == "for" && k + 2 < w.words.size() &&
          (w.words[k + 2] == "information" || w.words[k + 2] == "an" || w.words[k + 2] == "review"))
        break;
      // "You wrote to us about cells. You wanted to know how many there are": the first only names the matter.
      if (w.words[k] == "wrote" && tells_further(text.substr(w.at[k]))) break;
      // "You are interested in vans and would like to know how many there are."
      if (w.words[k] == "interested" && has_phrase(text.substr(w.at[k]), "like to know")) continue;
      if (const auto told = told_after(text, w, k)) return told;
      break;
    }
  }
  const auto asked = asked_at(w);
  return asked ? told_after(text, w, *asked) : std::nullopt;
}

}  // namespace foi::understand
