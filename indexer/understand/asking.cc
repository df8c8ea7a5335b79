#include "indexer/understand/asking.h"

#include <algorithm>
#include <cctype>

#include "indexer/understand/cues.h"
#include "indexer/understand/markers.h"

namespace foi::understand {

namespace {

// A thing that is named takes no more words than this before its verb would be missed; in bytes.
constexpr std::size_t kNamedBytes = 400;

// What one who asks begins with. After "please" and "could you" any verb asks but those of an answer.
constexpr CueTable kAsks = {"could you",
                            "can you",
                            "would you",
                            "will you",
                            "can i",
                            "could i",
                            "may i",
                            "i would like",
                            "i'd like",
                            "i should like",
                            "i would be grateful",
                            "i'd be grateful",
                            "i would appreciate",
                            "i request",
                            "i am requesting",
                            "i'm requesting",
                            "i want",
                            "i wish",
                            "i seek",
                            "i am seeking",
                            "i am interested",
                            "i am writing to request",
                            "i am asking",
                            "i ask",
                            "i need",
                            "i also",
                            "we would like",
                            "we would be grateful",
                            "we request",
                            "we are seeking",
                            "kindly",
                            "grateful if",
                            "how many",
                            "how much",
                            "how often",
                            "how long",
                            "provide",
                            "supply",
                            "send me",
                            "list all",
                            "list the",
                            "list any",
                            "list of",
                            "give the",
                            "give me",
                            "tell me",
                            "let me have",
                            "let me know",
                            "confirm whether",
                            "confirm if",
                            "confirm the",
                            "confirm how",
                            "confirm what",
                            "confirm that you",
                            "state the",
                            "state how",
                            "state whether",
                            "state what",
                            "state which",
                            "describe",
                            "specify",
                            "explain",
                            "identify",
                            "name the",
                            "outline",
                            "under the freedom of information act i",
                            "under the freedom of information act, i",
                            "under the freedom of information act 2000 i",
                            "under the freedom of information act 2000, i",
                            "under foi",
                            "under the foi act",
                            "first, i",
                            "firstly, i",
                            "finally please",
                            "finally, please",
                            "finally how",
                            "finally, how",
                            "also please",
                            "also, please"};
constexpr CueTable kOrders = {"first", "firstly", "second", "secondly", "third", "thirdly", "fourth",      "fourthly",
                              "fifth", "fifthly", "lastly", "finally",  "also",  "and",     "in addition", "additionally"};
// "Please see the attached" answers.
constexpr CueTable kPleaseAnswers = {
    "see",    "find",     "refer", "note",  "be",      "contact",   "quote", "do not",          "don't",  "visit",  "follow", "bear",
    "accept", "address",  "write", "click", "use the", "ask the",   "reply", "respond to this", "submit", "direct", "email",  "e-mail",
    "feel",   "remember", "mark",  "call",  "ring",    "telephone", "phone"};
constexpr CueTable kWonders = {"how", "what",    "which", "when",     "who",      "whose",    "where",
                               "why", "whether", "if",    "for each", "of these", "of those", "of them"};
constexpr std::string_view kPrepositions[] = {"in",   "on",   "at",    "by",     "to",    "for",   "of",     "from",
                                              "with", "over", "under", "during", "since", "until", "against"};
// Verbs that begin a question before their subject.
constexpr std::string_view kInverted[] = {"do",   "does", "did",  "is",    "are", "was",    "were", "has",
                                          "have", "had",  "will", "would", "can", "should", "may"};
constexpr CueTable kSubjects = {"you",      "your",   "there",  "the",   "any",  "it",     "this",    "these",   "those",
                                "a",        "an",     "all",    "they",  "each", "anyone", "anybody", "someone", "staff",
                                "patients", "people", "either", "every", "both", "such",   "that"};
// One who asks says so somewhere in his sentence.
constexpr CueTable kAsksWithin = {
    "please tell me",       "please let me",        "please provide",   "please supply",      "please send",         "please could you",
    "please can you",       "please state",         "please confirm",   "please list",        "please give",         "please break down",
    "please break it down", "i would like to know", "could you please", "can you please",     "can you tell me",     "could you tell me",
    "i'd like to know",     "i would also like",    "i'd like to have", "let me have",        "i would like to see", "glad to know",
    "like to know",         "i'd also like",        "we'd also like",   "we would also like", "interested to know",  "i wonder",
    "grateful to know",     "may i have",           "could i have",     "can i have",         "i request",           "i am requesting",
    "i'm requesting",       "i hereby request"};
// A word that makes the verb after it one of a clause that only describes.
constexpr std::string_view kRelative[] = {"who", "which", "that",  "whose", "where", "when", "how",  "what", "whether",
                                          "if",  "whom",  "since", "as",    "why",   "than", "they", "it",   "you"};
constexpr std::string_view kFinite[] = {"is",     "are",    "was",     "were",  "has",    "have",   "had",   "does",   "do",     "did",
                                        "will",   "would",  "can",     "may",   "must",   "should", "could", "shall",  "cannot", "isn't",
                                        "aren't", "wasn't", "doesn't", "don't", "didn't", "won't",  "can't", "hasn't", "haven't"};
constexpr CueTable kOfAuthority = {"we", "our", "the trust", "the council", "if you", "should you", "where you", "this", "to help"};
// Who states: the beginning of a sentence of the authority, or of a figure, or of a short answer.
constexpr CueTable kStates = {"we",
                              "we've",
                              "we're",
                              "our",
                              "i am",
                              "i'm",
                              "i have",
                              "i've",
                              "i can",
                              "i confirm",
                              "i attach",
                              "i enclose",
                              "i agree",
                              "i accept",
                              "i consider",
                              "i find",
                              "i uphold",
                              "you",
                              "it",
                              "it's",
                              "this",
                              "these",
                              "there",
                              "they",
                              "he",
                              "she",
                              "yes",
                              "no",
                              "none",
                              "nil",
                              "n/a",
                              "not",
                              "see",
                              "attached",
                              "enclosed",
                              "as above",
                              "as per",
                              "the trust",
                              "the council",
                              "the commissioner",
                              "the complainant",
                              "the appellant",
                              "the tribunal",
                              "the panel",
                              "the police",
                              "the force",
                              "the authority",
                              "the department",
                              "the board",
                              "the university",
                              "the icb",
                              "section",
                              "sections",
                              "regulation",
                              "withheld",
                              "exempt",
                              "refused",
                              "provided",
                              "held",
                              "response",
                              "answer",
                              "thank",
                              "to do this",
                              "turning to",
                              "as to",
                              "as for",
                              "with regard",
                              "in respect",
                              "in relation to",
                              "your",
                              "my view",
                              "following",
                              "please see",
                              "please find",
                              "please refer",
                              "one",
                              "two",
                              "three",
                              "four",
                              "five",
                              "six",
                              "seven",
                              "eight",
                              "nine",
                              "ten",
                              "eleven",
                              "twelve"};
constexpr CueTable kGoesOn = {"please use",
                              "please break",
                              "please include",
                              "please also include",
                              "please note that i",
                              "please provide this",
                              "please provide these",
                              "please provide it",
                              "please provide them",
                              "please give this",
                              "please express",
                              "please present",
                              "please exclude",
                              "please separate",
                              "please split",
                              "please show",
                              "please group",
                              "please indicate",
                              "please specify",
                              "please answer",
                              "please provide your",
                              "please send it",
                              "please send them",
                              "please send this",
                              "please let me have this",
                              "please let me know if",
                              "could you break",
                              "can you break",
                              "if so",
                              "if yes",
                              "if not",
                              "if no",
                              "if possible",
                              "if the answer",
                              "if you do",
                              "if there",
                              "if any",
                              "if this",
                              "link to the",
                              "*link",
                              "this should include",
                              "this includes",
                              "for example",
                              "for clarity",
                              "for the avoidance",
                              "for each",
                              "for each of",
                              "by this",
                              "by that i mean",
                              "i understand",
                              "i am happy",
                              "i'm happy",
                              "i would prefer",
                              "i'd prefer",
                              "i would like this",
                              "i would like the information",
                              "i would like it",
                              "i would like my",
                              "i look forward",
                              "many thanks",
                              "where possible",
                              "in each case",
                              "broken down",
                              "to include",
                              "including",
                              "excluding",
                              "ideally",
                              "an answer by",
                              "i believe",
                              "i am",
                              "i have",
                              "i don't",
                              "i do not"};
// How an authority tells one thing after the other that was asked for, an item each.
constexpr CueTable kTellsAsked = {
    "you'd like",      "you would like",   "you want",       "you wanted",         "you ask",         "you asked",
    "you also asked",  "you also want",    "you wish to",    "you wished to",      "you requested",   "you have asked",
    "you also ask",    "you sought",       "you seek",       "you have requested", "you also wanted", "you would also like",
    "you'd also like", "you also request", "you also sought"};
constexpr CueTable kOfRequester = {
    "clarify",       "clarification",   "narrow",      "refine",        "let us know",     "tell us",
    "need to know",  "need some more",  "need you to", "need from you", "things from you", "could ask",
    "you could",     "you may wish",    "not happy",   "unhappy",       "dissatisfied",    "following options",
    "more from you", "from you before", "help us",     "hear from you"};

bool is_finite(std::string_view word) { return std::ranges::find(kFinite, word) != std::end(kFinite); }
bool describes(std::string_view word) { return std::ranges::find(kRelative, word) != std::end(kRelative); }

// "Which you requested", "who received": the verb of a relative clause that is none of kFinite.
bool is_past(std::string_view word) {
  return word.size() > 3 && (word.ends_with("ed") || word == "held" || word == "kept" || word == "left");
}

// A verb of the sentence's own: one that no "who", "which", "when" before it has taken. "Which" waits for its verb however far off it
// stands ("the model on which the plan for medicines was based"); "it" and "you" take one that follows soon.
bool has_own_verb(std::string_view text) {
  static constexpr CueTable waits = {"who", "which", "whose", "whom", "where", "when", "how", "what", "whether", "why"};
  std::string_view before, earlier, sooner;
  bool waiting = false;
  for (std::size_t i = 0; i < std::min(text.size(), kNamedBytes);) {
    if (!is_word(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && (is_word(text[end]) || (text[end] == '\'' && end + 1 < text.size() && is_word(text[end + 1])))) ++end;
    const std::string_view word = text.substr(i, end - i);
    const bool may_month = word == "may" && (text.substr(end).starts_with(" 20") || before == "in" || before == "of" || before == "from" ||
                                             before == "to" || (!before.empty() && std::isdigit(static_cast<unsigned char>(before[0]))));
    const bool can_noun = (word == "will" || word == "can") && before.empty();
    const bool taken = waiting || describes(before) || describes(earlier) || describes(sooner);
    if (is_finite(word) && !may_month && !can_noun) {
      if (!taken) return true;
      waiting = false;
    } else if (waiting && is_past(word) && (among(waits, before) || among(waits, earlier))) {
      waiting = false;
    }
    waiting = waiting || among(waits, word);
    sooner = earlier;
    earlier = before;
    before = word;
    i = end;
  }
  return false;
}

// "Section 106 money not yet spent", "section 42 enquiries": the thing is named after a law; "section 40(2)" alone, or with a sentence
// behind it, is an answer.
bool names_by_section(std::string_view text) {
  static constexpr CueTable laws = {"section", "sections", "regulation", "regulations"};
  static constexpr CueTable goes_on = {"of",     "applies", "applied",  "and",     "or",    "to",    "for",
                                       "in",     "under",   "engaged",  "exempts", "below", "above", "refers",
                                       "exempt", "refused", "withheld", "not",     "fully", "from"};
  // Titles of exemptions.
  static constexpr CueTable titles = {
      "personal",      "commercial",      "investigations", "law",           "health",      "legal",     "international", "national",
      "prejudice",     "information",     "court",          "audit",         "formulation", "relations", "the economy",   "communications",
      "environmental", "defence",         "security",       "intended",      "vexatious",   "cost",      "exemption",     "prohibitions",
      "confidential",  "confidentiality", "refusal",        "parliamentary", "data",        "future"};
  const std::string_view law = prefix_of(text, laws);
  if (law.empty() || law.size() + 1 >= text.size()) return false;
  text.remove_prefix(law.size() + 1);
  std::size_t end = 0;
  while (end < text.size() && is_word(text[end])) ++end;
  if (end == 0 || text[0] < '0' || text[0] > '9' || end + 1 >= text.size() || text[end] != ' ' || !is_word(text[end + 1])) return false;
  const std::string_view rest = text.substr(end + 1);
  const bool figure = rest.front() >= '0' && rest.front() <= '9';
  return !figure && prefix_of(rest, goes_on).empty() && prefix_of(rest, titles).empty() && !has_own_verb(rest);
}

// "Our volunteers' reports of their visits": what is asked for, in the words of those who hold it; "our response" heads what they say.
bool names_ours(std::string_view text) {
  static constexpr CueTable own = {"our response", "our reply", "our answer",   "our answers", "our decision", "our reasons",
                                   "our view",     "our ref",   "our position", "our finding", "our findings", "our conclusion"};
  static constexpr std::size_t least = 20;  // bytes
  return text.starts_with("our ") && text.size() >= least && prefix_of(text, own).empty() && !has_own_verb(text);
}

std::string_view without_order(std::string_view text) {
  const std::string_view order = prefix_of(text, kOrders);
  if (order.empty()) return text;
  text.remove_prefix(order.size());
  while (!text.empty() && !is_word(text.front())) text.remove_prefix(1);
  return text;
}

// "how …", "in which …", "is there …".
bool wonders(std::string_view text) {
  if (!prefix_of(text, kWonders).empty()) return true;
  const std::string_view first = text.substr(0, std::min(text.find(' '), text.size()));
  const std::string_view rest = text.substr(std::min(first.size() + 1, text.size()));
  if (std::ranges::find(kPrepositions, first) != std::end(kPrepositions)) return !prefix_of(rest, std::span(kWonders).first(8)).empty();
  return std::ranges::find(kInverted, first) != std::end(kInverted) && !prefix_of(rest, kSubjects).empty();
}

// A text is read by its first sentence; what stands after it may answer.
std::string_view first_sentence(std::string_view text) {
  static constexpr std::string_view shortened[] = {"e.g", "i.e", "no",   "nos",  "dr",     "mr", "mrs", "ms",
                                                   "st",  "inc", "incl", "excl", "approx", "vs", "g",   "e"};
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if ((text[i] != '.' && text[i] != '?') || (text[i + 1] != ' ' && text[i + 1] != '\n' && text[i + 1] != '*')) continue;
    std::size_t word = i;
    while (word > 0 && is_word(text[word - 1])) --word;
    if (text[i] == '?' || std::ranges::find(shortened, text.substr(word, i - word)) == std::end(shortened)) return text.substr(0, i + 1);
  }
  return text;
}

}  // namespace

Reads reads_as(std::string_view text) {
  while (!text.empty() && !is_word(text.front()) && text.front() != '<' && static_cast<unsigned char>(text.front()) < 0x80)
    text.remove_prefix(1);
  for (std::string_view quote : {"\u201C", "\u2018"})
    if (text.starts_with(quote)) text.remove_prefix(quote.size());
  if (const auto marker = marker_of(text); marker && marker->style != MarkerStyle::kBullet && marker->text < text.size())
    text.remove_prefix(marker->text);
  text = first_sentence(without_order(text));
  if (text.empty()) return Reads::kStates;
  const bool mark = text.find('?') != std::string_view::npos;
  if (text.starts_with("please ")) {
    const std::string_view rest = text.substr(7);
    return prefix_of(rest, kPleaseAnswers).empty() || mark ? Reads::kAsks : Reads::kStates;
  }
  if (!prefix_of(text, kAsks).empty()) return Reads::kAsks;
  if (has_any(text, kAsksWithin) && prefix_of(text, kOfAuthority).empty()) return Reads::kAsks;
  const bool figure = (text.front() >= '0' && text.front() <= '9') || text.starts_with("\u00A3") || text.front() == '<';
  const bool states = !prefix_of(text, kStates).empty() && !names_by_section(text) && !names_ours(text);
  if (wonders(text)) return mark ? Reads::kAsks : Reads::kWonders;
  // "In 2022, how many …?", "Your policy on vans?"
  if (mark && text.find('?') + 1 >= text.size()) return Reads::kAsks;
  if (figure || states) return mark && !figure ? Reads::kWonders : Reads::kStates;
  if (has_own_verb(text)) return mark ? Reads::kWonders : Reads::kStates;
  return Reads::kNames;
}

bool puts_question(std::string_view text) { return wonders(text); }

bool asks_on(std::string_view text) { return !prefix_of(text, kGoesOn).empty(); }

bool tells_asked(std::string_view text) {
  // "Lastly you asked".
  static constexpr CueTable orders = {"first", "firstly", "secondly", "thirdly", "lastly",      "finally",
                                      "also",  "next",    "then",     "and",     "in addition", "additionally"};
  if (const std::string_view order = prefix_of(text, orders); !order.empty()) {
    text.remove_prefix(order.size());
    while (!text.empty() && !is_word(text.front())) text.remove_prefix(1);
  }
  return !prefix_of(text, kTellsAsked).empty();
}

// A thing of which there is a number, a list or a copy: by itself what somebody wants, not the heading of such things.
bool names_wanted(std::string_view text) {
  static constexpr CueTable wanted = {"number",    "numbers",    "list",     "lists",      "copy",      "copies",   "details",
                                      "name",      "names",      "date",     "dates",      "cost",      "costs",    "total",
                                      "amount",    "amounts",    "figures",  "percentage", "minutes",   "all",      "any",
                                      "average",   "the number", "the cost", "the total",  "the names", "the name", "the date",
                                      "the dates", "the amount", "the list", "a list",     "a copy",    "value"};
  while (!text.empty() && !is_word(text.front())) text.remove_prefix(1);
  return !prefix_of(text, wanted).empty();
}

bool leads_in(std::string_view text) {
  static constexpr CueTable leads = {"i would like", "i'd like", "i am requesting", "i request",
                                     "i want",       "i wish",   "under foi",       "i should like"};
  return (has_any(text, kAsksWithin) || has_any(text, leads)) && prefix_of(text, kOfAuthority).empty();
}

bool asks_of_letter(std::string_view text) {
  static constexpr CueTable letter = {"the request", "this request",    "your request",    "the exemption", "exemptions",
                                      "the burden",  "public interest", "section numbers", "happens next",  "what if",
                                      "not happy",   "still unhappy",   "not satisfied",   "not content",   "still not happy",
                                      "this letter", "our response",    "our answer",      "this mean",     "what we did"};
  return has_any(text, letter);
}

bool wants_review(std::string_view text) {
  static constexpr CueTable wants = {"want", "ask", "asking", "request", "requesting", "like", "review please", "seek", "appeal"};
  static constexpr CueTable orders = {"please review", "kindly review", "review this", "review it", "review your"};
  static constexpr CueTable mine = {"i want", "i would like", "i'd like", "i ask", "please have"};
  if (!prefix_of(text, orders).empty()) return true;
  // "I want all four reviewed."
  if (!prefix_of(text, mine).empty() && bare(first_sentence(text)).ends_with(" reviewed")) return true;
  return (has_phrase(text, "a review") || has_phrase(text, "internal review") || has_phrase(text, "be reviewed")) && has_any(text, wants);
}

bool asks_of_requester(std::string_view text) { return has_any(text, kOfRequester); }

}  // namespace foi::understand
