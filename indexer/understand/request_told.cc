// Where a text begins to tell what was asked: told_at of request_openers.h.
#include <algorithm>

#include "indexer/understand/asking.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/markers.h"
#include "indexer/understand/request_openers.h"
#include "indexer/understand/request_words.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// How far into a text its asking is sought, in bytes: some of what follows an asker is sought in all the rest.
constexpr std::size_t kMostBytes = 4'000;

constexpr CueTable kAskers = {"you",           "you've",    "you're",      "you'd",     "your",      "complainant",
                              "complainant's", "applicant", "applicant's", "appellant", "requester", "request",
                              "she",           "he",        "they",        "mr",        "ms"};
constexpr CueTable kAskingVerbs = {"asked",   "ask",        "asks",     "asking",     "requested", "request", "requests",  "requesting",
                                   "sought",  "seek",       "seeks",    "seeking",    "wanted",    "want",    "wants",     "wished",
                                   "wish",    "wishes",     "enquired", "inquired",   "wrote",     "like",    "questions", "put",
                                   "welcome", "interested", "wondered", "wonder",     "wondering", "looking", "hoping",    "hoped",
                                   "after",   "concerned",  "concerns", "concerning", "covers",    "covered", "wanting"};
constexpr CueTable kMayAsk = {"longer", "didn't", "don't", "haven't", "hadn't",   "never", "may",    "can",  "could", "should", "might",
                              "if",     "when",   "not",   "wish",    "entitled", "right", "unless", "will", "free",  "able",   "before"};
// Of a review, and of the answer, something else is wanted; before what is told begins, these speak of the request itself.
constexpr CueTable kNotTold = {"review", "internal", "reviewed", "reconsider", "again", "extension"};
constexpr CueTable kOfRequest = {"look", "further", "this", "it", "has", "will", "time"};
constexpr CueTable kPeriods = {"day", "week", "month", "year"};
constexpr CueTable kAtOrIn = {"in", "on", "at", "for", "by", "to"};
// "You asked for it by May."
constexpr CueTable kPointsBack = {"it", "this", "these", "them", "something", "you", "us", "me"};
// "The information that you asked for on 17 March": nothing is told after it; "in-patient figures" are.
constexpr CueTable kNoThing = {"on", "in", "by", "from", "at", "have", "under", "and", ".", "exempt", "withheld", "because"};
// "Your request for information was received" tells nothing.
constexpr CueTable kOfInformation = {"was", "has", "which", "under", "dated", "received", ".", "is", "we", "made", "that", "from", "to"};
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
  static constexpr CueTable wished = {"like",      "welcome",  "want",       "wants",  "wish",    "wished", "after",
                                      "concerned", "concerns", "concerning", "covers", "covered", "wanting"};
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

// "In May", "on 3 May", where "may" is no verb.
bool is_month(const Words& w, std::size_t word) {
  static constexpr CueTable before = {"in", "of", "last", "since", "during", "early", "late"};
  return w.words[word] == "may" && word > 0 && (among(before, w.words[word - 1]) || is_digit(w.words[word - 1].front()));
}

// "You're after", "you were after"; "covers" only of a request.
bool is_asking(const Words& w, std::size_t verb) {
  static constexpr CueTable being = {"you're", "are", "were", "was", "been"};
  static constexpr CueTable requests = {"request", "requests", "questions", "letter", "e-mail", "email", "enquiry", "which", "message"};
  static constexpr CueTable of_request = {"concerned", "concerns", "concerning", "covers", "covered"};
  if (w.words[verb] == "after") return verb > 0 && among(being, w.words[verb - 1]);
  if (among(of_request, w.words[verb])) return verb > 0 && among(requests, w.words[verb - 1]);
  // "Your request concerned the sale": the verb comes next.
  if (verb + 1 < w.words.size() && among(of_request, w.words[verb + 1])) return false;
  return true;
}

bool looks_again(const Words& w, std::size_t word) {
  static constexpr CueTable anew = {"again", "into", "afresh", "at"};
  return word + 1 < w.words.size() && w.words[word] == "look" && among(anew, w.words[word + 1]);
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
    // "On the 3rd of this month"; "she asked it, in May, for the plans".
    const bool dated = word == "this" && next_is(k, kPeriods);
    const bool object_it = word == "it" && k == verb + 1 && w.words[verb] == "asked" && next_is(k, kAtOrIn);
    const bool other = among(kNotTold, word) || (!begins && !direct && !dated && !object_it && among(kOfRequest, word)) ||
                       (word == "that" && k + 1 < w.words.size() && w.words[k + 1] == "we") ||
                       (!direct && word == "information" && next_is(k, kOfInformation));
    if (k <= verb + near && other) return std::nullopt;
    if (begins || direct) continue;
    // "You wrote that you weren't happy with how it was dealt with."
    static constexpr CueTable unhappy = {"happy", "unhappy", "satisfied", "dissatisfied", "pleased", "content", "complain"};
    if (among(unhappy, word)) return std::nullopt;
    if (!among(kAfterVerb, word) && !(word == "in" && w.words[k - 1] == "interested")) continue;
    // "Your request ought to have been answered."
    static constexpr CueTable modal = {"ought", "was", "is", "had", "has", "have", "due", "going"};
    if (word == "to" && (!next_is(k, kToKnow) || among(modal, w.words[k - 1]))) continue;
    // "To look again at our answer": of a review.
    if (word == "to" && looks_again(w, k + 1)) return std::nullopt;
    // "Your request which was received on 7 May".
    static constexpr CueTable nouns = {"request", "requests", "questions"};
    static constexpr CueTable repeats = {"repeats", "repeated", "follows", "followed", "came", "reached", "arrived"};
    const bool of_request = next_is(k, said) || next_is(k, repeats) || k == verb + 1;
    if (word == "which" && (next_is(k, said) || (of_request && among(nouns, w.words[verb])))) return std::nullopt;
    const bool object = word == "for" || word == "about" || word == "in";
    if (object && (next_is(k, said) || next_is(k, kPointsBack))) return std::nullopt;
    if (object && next_is(k, kNoThing) && !text.substr(w.at[k + 1] + w.words[k + 1].size()).starts_with('-')) return std::nullopt;
    const bool out = word == "to" && k + 2 < w.words.size() && w.words[k + 2] == "out";  // "to find out"
    const std::size_t skip = word == "to" ? (out ? 3 : 2) : object ? 1 : 0;              // "to know"
    begins = k + skip < w.at.size() ? w.at[k + skip] : text.size();
  }
  if (direct) return w.at[verb + 1];
  // "Your request of 4 May 2025 for an internal review of our response".
  static constexpr CueTable reviews = {"an internal review",       "internal review",          "a review of our",
                                       "a review of the decision", "a review of the response", "a review of the handling"};
  return begins && !prefix_of(text.substr(*begins), reviews).empty() ? std::nullopt : begins;
}

// "Replying to your message: could we tell you how many …?": what was put, in the words of those who were asked.
std::optional<std::size_t> put_to_us(std::string_view text) {
  static constexpr CueTable yours = {"your message", "your e-mail",  "your email", "your letter",
                                     "your request", "your enquiry", "you wrote"};
  static constexpr CueTable puts = {"could we tell you", "can we tell you", "would we tell you", "could we let you know",
                                    "can we say",        "could we say",    "could we send you", "can we send you",
                                    "could we give you", "can we give you"};
  if (text.find('?') == std::string_view::npos || !has_any(text, yours)) return std::nullopt;
  for (std::string_view put : puts)
    if (const std::size_t at = find_phrase(text, put); at != std::string_view::npos) return std::min(at + put.size() + 1, text.size());
  return std::nullopt;
}

// "You complain of our refusal to let you have (i) the opinion and (ii) the offers": numbered, what was refused is what was asked.
std::optional<std::size_t> refused_at(std::string_view text) {
  static constexpr CueTable refusals = {"refusal to", "refused to", "declined to", "decision not to", "refusing to"};
  static constexpr std::string_view gives[] = {"let",     "you", "have", "give", "send", "provide", "with", "supply", "disclose",
                                               "release", "her", "him",  "them", "see",  "us",      "show", "tell"};
  for (std::string_view refusal : refusals)
    for (std::size_t at = find_phrase(text, refusal); at != std::string_view::npos; at = find_phrase(text, refusal, at + 1)) {
      const std::string_view rest = text.substr(std::min(at + refusal.size() + 1, text.size()));
      const std::string_view object = skip_words(rest, gives);
      if (object.empty() || object.size() == rest.size()) continue;
      std::size_t mark = text.size() - object.size();
      if (mark > 0 && text[mark - 1] == '(') --mark;
      if (const auto marker = marker_of(text.substr(mark)); marker && marker->style != MarkerStyle::kBullet && marker->number == 1)
        return mark + marker->text;
    }
  return std::nullopt;
}

// "Your e-mail of 5 June reads, in full, “Please release …”".
std::optional<std::size_t> read_out(std::string_view text) {
  static constexpr CueTable reads = {"reads", "read", "said", "says", "ran", "runs"};
  static constexpr CueTable yours = {"your e-mail", "your email", "your letter", "your message", "your request", "your enquiry"};
  constexpr std::size_t near = 30;  // bytes from the verb to the quotation
  const std::string_view mine = first_of(text, yours);
  if (mine.empty()) return std::nullopt;
  const std::size_t from = find_phrase(text, mine);
  const std::string_view sentence = text.substr(from, std::min(text.find(". ", from), text.size()) - from);
  for (std::string_view verb : reads)
    if (const std::size_t at = find_phrase(sentence, verb); at != std::string_view::npos)
      for (std::string_view quote : {"\"", "\u201C"}) {
        const std::size_t open = sentence.find(quote, at);
        if (open != std::string_view::npos && open <= at + verb.size() + near) return from + open + quote.size();
      }
  return std::nullopt;
}

// A later sentence begins with what was asked.
bool tells_further(std::string_view text) {
  for (std::size_t stop = text.find('.'); stop != std::string_view::npos && stop + 2 < text.size(); stop = text.find('.', stop + 1))
    if ((text[stop + 1] == ' ' || text[stop + 1] == '\n') && tells_asked(text.substr(stop + 2))) return true;
  return false;
}

}  // namespace

std::optional<std::size_t> told_at(std::string_view text) {
  text = text.substr(0, kMostBytes);
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
      return !(w.words[i - back] == "may" && i > back && is_digit(w.words[i - back - 1].front()));
    };
    if (modal(1) || modal(2)) continue;
    // "They ask who made the tea": requests before this one. "Another request about it came".
    static constexpr CueTable you = {"you", "your", "you've"};
    static constexpr CueTable others = {"further", "another", "more", "new", "next", "any", "such", "earlier"};
    if (w.words[i] == "they" && has_any(text, you)) continue;
    if (i > 0 && w.words[i] == "request" && among(others, w.words[i - 1])) continue;
    for (std::size_t k = i + 1; k < std::min(w.words.size(), i + reach); ++k) {
      // "You wish to have sight of …" tells; what one may wish does not.
      const bool wishes = w.words[k] == "wish" && k == i + 1;
      // "You e-mailed about vans and I'd like to get our search right": somebody else's wish.
      static constexpr CueTable own = {"i", "i'd", "i'll"};
      if (among(own, w.words[k])) break;
      if (w.words[k] == "." || w.words[k] == "?" || w.words[k] == ":" || (among(kMayAsk, w.words[k]) && !wishes && !is_month(w, k))) break;
      if (w.words[i] == "request" && w.words[k] == "for" && i > 0 &&
          (w.words[i - 1] == "the" || w.words[i - 1] == "your" || w.words[i - 1] == "a")) {
        if (const auto told = told_after(text, w, k - 1)) return told;
        break;
      }
      // "Your email, which asks whether …".
      static constexpr CueTable telling = {"asks",      "asking",   "requesting", "seeks",  "seeking",
                                           "concerned", "concerns", "concerning", "covers", "covered"};
      const bool noun = w.words[i] == "your" && w.words[k] != "request" && w.words[k] != "questions" && !among(telling, w.words[k]);
      if (!among(kAskingVerbs, w.words[k]) || noun || !is_asking(w, k)) continue;
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
  if (const auto asked = asked_at(w)) return told_after(text, w, *asked);
  if (const auto refused = refused_at(text)) return refused;
  if (const auto read = read_out(text)) return read;
  return put_to_us(text);
}

}  // namespace foi::understand
