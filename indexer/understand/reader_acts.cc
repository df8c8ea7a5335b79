#include "indexer/understand/reader_acts.h"

#include <algorithm>
#include <string_view>

#include "indexer/understand/cues.h"
#include "indexer/understand/word_list.h"

namespace foi::understand {

namespace {

// Words between what the reader did and its day, between a day and what was done on it, and between "your" and what it is of.
constexpr std::size_t kToDay = 22, kAfterDay = 2, kToNoun = 6;

// Done by one who wants something of an authority.
constexpr CueTable kActs = {"asked",      "wrote",     "sent",       "requested", "wanted",    "put",        "required", "raised",
                            "made",       "submitted", "emailed",    "mailed",    "contacted", "complained", "took",     "questioned",
                            "challenged", "objected",  "disputed",   "sought",    "enquired",  "inquired",   "applied",  "appealed",
                            "posed",      "listed",    "approached", "invited",   "pressed",   "lodged",     "filed",    "wished",
                            "turned",     "posted",    "forwarded",  "addressed", "demanded",  "queried",    "directed", "expressed",
                            "set",        "called",    "contested",  "rang"};
// Said in the course of a case too: it counts where the reader is discontent.
constexpr CueTable kSays = {"told", "said", "informed", "came", "replied", "explained", "let", "gave"};
constexpr CueTable kWants = {"asked", "requested", "wanted", "sought", "wished", "demanded", "queried", "questioned", "required", "listed"};
constexpr CueTable kNot = {"not", "werent", "arent", "wasnt", "never", "weren't", "aren't", "wasn't"};
constexpr CueTable kOurAnswer = {"reply", "answer", "letter", "decision", "response", "refusal"};
constexpr CueTable kOurs = {"our", "my", "its", "first", "the", "original", "this"};
constexpr CueTable kYou = {"you", "youd", "youve", "you'd", "you've"};

std::string_view word(Tokens words, std::size_t at) { return at < words.size() ? std::string_view(words[at].word) : std::string_view{}; }

template <std::size_t N>
bool among_back(Tokens words, std::size_t from, std::size_t to, const CueTable<N>& table) {
  for (std::size_t steps = from; steps < to && steps <= words.size(); ++steps)
    if (among(table, back(words, steps))) return true;
  return false;
}

// "Our letter", "the first reply".
bool names_our_answer(Tokens words) {
  for (std::size_t i = 1; i < words.size(); ++i)
    if (among(kOurAnswer, word(words, i)) && among(kOurs, word(words, i - 1))) return true;
  return false;
}

bool is_unhappy_sentence(const Sentence& sentence) {
  return asks_for_review(sentence) || is_discontent(sentence.before) || is_discontent(sentence.after) || names_our_answer(sentence.after);
}

// "… on 30 September you took issue", "on 2 October you said so" of one who was not content.
bool acts_after(const Sentence& sentence) {
  if (back(sentence.before, 1) != "on" && back(sentence.before, 2) != "on") return false;
  // "It was on 5 February that you got in touch".
  const bool cleft = word(sentence.after, 0) == "that" && back(sentence.before, 2) == "was" && back(sentence.before, 3) == "it";
  const std::size_t subject = cleft ? 1 : 0;
  if (!among(kYou, word(sentence.after, subject))) return false;
  for (std::size_t i = subject + 1; i <= subject + kAfterDay; ++i) {
    const std::string_view verb = word(sentence.after, i);
    if (verb == "got" && word(sentence.after, i + 1) == "in") return true;
    if (among(kActs, verb)) return true;
    if (among(kSays, verb)) return is_unhappy_sentence(sentence);
  }
  return false;
}

// "You put these questions to the Agency on", "you've put in nine further questions (": however much stands between, if it is of nothing
// else.
bool acts_before(const Sentence& sentence) {
  const Tokens before = sentence.before;
  static constexpr CueTable kDay = {"on", "the", "dated"};
  static constexpr CueTable kElse = {"reply", "replied", "response", "answer", "decision", "refusal", "when",  "since",
                                     "that",  "which",   "who",      "until",  "meeting",  "held",    "about", "regarding",
                                     "in",    "from",    "between",  "we",     "i",        "were",    "was"};
  if (!among(kDay, back(before, 1)) && !sentence.in_brackets) return false;
  bool to_us = false;
  for (std::size_t steps = 1; steps <= std::min(before.size(), kToDay); ++steps) {
    const std::string_view verb = back(before, steps);
    const bool you = among(kYou, back(before, steps + 1));
    // "You asked for the report on", "you wanted the minutes of": the day may be that of the thing.
    if (you && among(kWants, verb)) return to_us;
    if (you && among(kActs, verb)) return true;
    if (you && among(kSays, verb)) return is_unhappy_sentence(sentence);
    to_us = to_us || verb == "us";
    if (verb == "us" || verb == "in") {
      // "From us", "put in nine questions".
      if (verb == "in" && !among(kActs, back(before, steps + 1))) return false;
      continue;
    }
    if (verb == "from" && back(before, steps - 1) == "us") continue;
    if (among(kElse, verb)) return false;
  }
  return false;
}

// "Thank you for getting in touch with the Board on": not for a meeting or for patience.
bool thanks_for_it(const Sentence& sentence) {
  static constexpr CueTable kFirst = {"thank", "thanks"};
  static constexpr CueTable kDay = {"on", "of"};
  static constexpr CueTable kOther = {"patience",      "meeting", "speaking",  "talking",  "calling",   "clarifying",
                                      "clarification", "waiting", "attending", "payment",  "paying",    "reply",
                                      "response",      "ringing", "bearing",   "agreeing", "confirming"};
  const Tokens before = sentence.before;
  if (before.size() < 3 || !among(kFirst, word(before, 0)) || !(among(kDay, back(before, 1)) || sentence.in_brackets)) return false;
  return std::ranges::none_of(before, [](const Token& t) { return among(kOther, t.word); });
}

// "You were good enough to write on", "you took the trouble to ask us on".
bool goes_out_of_way(Tokens before) {
  static constexpr CueTable kDoes = {"write", "ask", "send", "email", "mail", "contact", "get", "submit", "put", "enquire", "raise"};
  static constexpr CueTable kWay = {"enough", "trouble", "time"};
  static constexpr CueTable kWas = {"were", "took"};
  if (back(before, 1) != "on") return false;
  for (std::size_t steps = 2; steps <= std::min(before.size(), kToDay); ++steps) {
    if (back(before, steps) != "to" || !among(kWay, back(before, steps + 1))) continue;
    return among(kDoes, back(before, steps - 1)) && among_back(before, steps + 2, steps + 5, kYou) &&
           among_back(before, steps + 2, steps + 5, kWas);
  }
  return false;
}

// "What you said on 15 August", alone on its line.
bool is_heading_of_act(const Sentence& sentence, bool of_complaint) {
  static constexpr CueTable kComplains = {"said", "told", "argued", "complained", "objected"};
  constexpr std::size_t most = 6;  // words
  const Tokens before = sentence.before;
  if (before.size() < 4 || before.size() > most || !sentence.ends_line || sentence.words_on_line != before.size()) return false;
  if (word(before, 0) != "what" || !among(kYou, word(before, 1)) || back(before, 1) != "on") return false;
  return among(kComplains, word(before, 2)) || (!of_complaint && among(kActs, word(before, 2)));
}

// "Your five questions of", "your note of", "your plea for a review is dated", "your requirement for review of".
bool is_of_yours(const Sentence& sentence) {
  static constexpr CueTable kNouns = {"questions", "question",        "note",      "list",     "plea",   "requirement",
                                      "review",    "representations", "objection", "points",   "letter", "email",
                                      "mail",      "requests",        "queries",   "concerns", "wish",   "request"};
  static constexpr CueTable kOf = {"of", "dated"};
  static constexpr CueTable kIs = {"is", "was", "are", "were"};
  const Tokens before = sentence.before;
  const bool of = among(kOf, back(before, 1));
  if (!of && !sentence.in_brackets) return false;
  // "Your e-mail (5 February)".
  const std::size_t last = !of ? 1 : back(before, 1) == "dated" && among(kIs, back(before, 2)) ? 3 : 2;
  if (!among(kNouns, back(before, last))) return false;
  for (std::size_t steps = last + 1; steps <= last + kToNoun; ++steps) {
    if (back(before, steps) == "your") return true;
    if (among(kOurs, back(before, steps)) || back(before, steps) == "of") return false;
  }
  return false;
}

// "You have waited since 14 June".
bool has_waited(Tokens before) {
  static constexpr CueTable kWait = {"waited", "waiting"};
  return back(before, 1) == "since" && among(kWait, back(before, 2)) && among_back(before, 3, 6, kYou);
}

// "I was asked on 15 July to test the reply".
bool was_charged(const Sentence& sentence) {
  const Tokens before = sentence.before;
  const bool asked = back(before, 1) == "on" && back(before, 2) == "asked" && (back(before, 3) == "was" || back(before, 3) == "been");
  return asked && word(sentence.after, 0) == "to" && names_our_answer(sentence.after);
}

// "Section 10 gave us twenty working days from": they run from the day after it came. The reader has as many to write to others.
bool is_start_of_time(Tokens before) {
  static constexpr CueTable kDays = {"twenty", "20", "forty", "40", "the"};
  static constexpr CueTable kUs = {"us", "we", "our", "this", "section", "regulation"};
  static constexpr CueTable kTheirs = {"you", "your", "they", "review", "complain", "extension", "further", "another"};
  return back(before, 1) == "from" && back(before, 2) == "days" && back(before, 3) == "working" && among(kDays, back(before, 4)) &&
         among_back(before, 5, before.size() + 1, kUs) && !among_back(before, 1, before.size() + 1, kTheirs);
}

}  // namespace

bool is_heading_of_complaint(const Sentence& sentence) { return is_heading_of_act(sentence, true); }

bool is_discontent(Tokens words) {
  static constexpr CueTable kContent = {"content", "pleased", "satisfied", "happy", "convinced", "persuaded"};
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (among(kContent, word(words, i)))
      for (std::size_t k = back_from(i, 3); k < i; ++k)
        if (among(kNot, word(words, k))) return true;
    if (word(words, i) == "issue" && i > 0 && word(words, i - 1) == "took") return true;
  }
  return false;
}

bool reader_acts_on(const Sentence& sentence) {
  return acts_after(sentence) || acts_before(sentence) || thanks_for_it(sentence) || is_of_yours(sentence) || has_waited(sentence.before) ||
         was_charged(sentence) || goes_out_of_way(sentence.before) || is_heading_of_act(sentence, false) ||
         is_start_of_time(sentence.before);
}

}  // namespace foi::understand
