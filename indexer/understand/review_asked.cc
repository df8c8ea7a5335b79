#include "indexer/understand/review_asked.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "indexer/understand/cues.h"
#include "indexer/understand/word_list.h"

namespace foi::understand {

namespace {

// Between the word for asking and "review", and between "review" and what is reviewed, in words.
constexpr std::size_t kAsking = 9, kReviewed = 7;
// A sentence is no longer, in words: what is longer is a table or a list.
constexpr std::size_t kWords = 120;

constexpr CueTable kNouns = {"review", "reconsideration", "re-examination", "reviewing"};
constexpr CueTable kVerbs = {"review", "reviewed", "reviewing", "reconsider", "reconsidered", "reconsidering", "re-examined"};
// All nouns and verbs.
constexpr CueTable kReviews = {"review",        "reviewed",        "reviewing",   "reconsider",    "reconsidered",
                               "reconsidering", "reconsideration", "re-examined", "re-examination"};
constexpr CueTable kAgain = {"again", "afresh", "anew"};
constexpr CueTable kComplaints = {"appeal", "complaint", "dissatisfaction", "objection", "appealed", "complained"};
constexpr CueTable kAnswers = {"decision", "decisions", "response", "reply",     "answer",     "refusal",   "handling",
                               "handled",  "dealt",     "answered", "treated",   "redactions", "exemption", "exemptions",
                               "it",       "withhold",  "position", "responses", "outcome"};
constexpr CueTable kAskings = {"asked",  "asking",   "requested",   "requesting", "sought",   "seeking",
                               "wanted", "required", "requirement", "requiring",  "demanded", "called"};
// Done at the time only where it is said who asks, or that somebody wrote; else it is how a review may be had.
constexpr CueTable kMayAsk = {"ask", "request", "seek", "require", "want"};
constexpr CueTable kWrote = {"wrote", "written", "e-mailed", "emailed", "contacted", "unhappy", "dissatisfied", "complained", "you"};
constexpr CueTable kDone = {"outcome",   "result",     "results", "conclusion", "conclusions", "completed", "conducted", "concluded",
                            "undertook", "undertaken", "carried", "finished",   "decision",    "findings",  "done",      "complete"};
constexpr CueTable kLaw = {"foi", "foia", "freedom", "complaints", "appeals", "section", "code", "information"};
constexpr CueTable kRequests = {"request", "requests", "enquiry", "foi"};
// Said before "review", it is that of the answer.
constexpr CueTable kLeading = {"internal", "a", "an", "the", "this", "my", "our", "your", "formal", "for", "that", "its"};
constexpr CueTable kOffering = {"if",    "should", "may",  "can",     "could", "wish",    "please", "entitled", "right",
                                "would", "within", "must", "welcome", "will",  "whether", "unless", "you'll",   "we'll"};

constexpr CueTable kNots = {"not", "never", "didn't", "haven't", "don't", "without", "nobody"};
// Words of a heading over a paragraph; and those that say that somebody did ask.
constexpr std::size_t kHeading = 7;
constexpr CueTable kTold = {"you", "your", "our", "we", "i", "my"};

// "You have two months in which to request one."
constexpr CueTable kTimes = {"months", "days", "weeks", "month", "next"};

// With the hyphens within, which "re-examine" keeps.
Words hyphened_words(std::string_view s) {
  Words words;
  for (std::size_t i = 0; i < s.size() && words.size() < kWords;) {
    std::size_t n = 0;
    while (i + n < s.size() && (is_word(s[i + n]) || s[i + n] == '\'' || (n > 0 && s[i + n] == '-'))) ++n;
    if (n > 0) words.push_back(s.substr(i, n));
    i += n + 1;
  }
  return words;
}

class Sentence {
 public:
  explicit Sentence(std::string_view text) : words_(hyphened_words(text)) {}

  bool tells() const {
    if (is_heading()) return false;
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (among(kOffering, words_[i]) && !is_month_of_may(words_, i)) return false;
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (is_review_at(i)) return true;
    return looks_again() || disputes_answer();
  }

 private:
  std::string_view word(std::size_t at) const { return at < words_.size() ? words_[at] : std::string_view(); }
  template <class Table>
  bool has(const Table& cues, std::size_t from, std::size_t to) const {
    return among_any(words_, from, to, cues);
  }
  bool asked_before(std::size_t at) const {
    const std::size_t from = at < kAsking ? 0 : at - kAsking;
    for (std::size_t i = from; i < at; ++i) {
      if (among(kAskings, word(i)) && !is_denied(i)) return true;
      if (is_denied(i)) continue;
      const bool noun = word(i) == "request" && (word(i + 1) == "for" || word(i + 1) == "that") && i > 0 && among(kLeading, word(i - 1));
      if (noun || (among(kMayAsk, word(i)) && has(kWrote, 0, i) && !has(kTimes, 0, words_.size()))) return true;
    }
    return false;
  }

  // "Asking for a review" and no more, over how one may be had.
  bool is_heading() const { return among(kAskings, word(0)) && words_.size() <= kHeading && !has(kTold, 0, words_.size()); }
  // "You did not want a review", "you have not asked for one".
  bool is_denied(std::size_t asking) const { return has(kNots, asking < 2 ? 0 : asking - 2, asking); }

  bool is_review_at(std::size_t i) const {
    if (i == 0 || !among(kReviews, word(i))) return false;
    const bool noun = among(kNouns, word(i)) && among(kLeading, word(i - 1));
    // "The external review": an adjective makes a noun of it.
    static constexpr CueTable subjects = {"to", "we", "i", "they", "us", "and", "please", "trust", "council", "board"};
    const bool verb = among(kVerbs, word(i)) && !among(kLeading, word(i - 1)) && (word(i) != "review" || among(subjects, word(i - 1)));
    const bool of_answer = has(kAnswers, i + 1, i + 1 + kReviewed);
    static constexpr CueTable passive = {"be", "been", "is", "was", "being"};
    const bool answer_is = among(passive, word(i - 1)) && has(kAnswers, i < 6 ? 0 : i - 6, i);
    if (verb && (of_answer || answer_is)) {
      static constexpr CueTable doers = {"i", "we", "i've", "we've", "panel", "have", "has"};
      return asked_before(i) || has(doers, i < 4 ? 0 : i - 4, i);
    }
    if (!noun) return false;
    const bool internal = word(i - 1) == "internal";
    const bool open = word(i + 1) == "of" || word(i + 1) == "into";
    if (open && !of_answer) return internal && (asked_before(i) || has(kDone, 0, words_.size()));
    if (asked_before(i)) return internal || of_answer || !is_of_something(i);
    if (done_by_us(i) && word(i + 1) == "under" && has(kLaw, i + 2, i + 2 + kReviewed)) return true;
    return has(kDone, 0, words_.size()) && (internal || of_answer);
  }

  // "I have conducted a review under the Trust's complaints procedure for FOI".
  bool done_by_us(std::size_t i) const {
    static constexpr CueTable us = {"i", "we", "i've", "we've", "panel"};
    return has(kDone, i < 5 ? 0 : i - 5, i) && has(us, i < 7 ? 0 : i - 7, i);
  }

  // "Your appeal against our decision", "your complaint about the way your request was answered", "you are not satisfied with our reply":
  // of the answer itself, and not of what it was about.
  bool disputes_answer() const {
    static constexpr CueTable yours = {"your", "you"};
    static constexpr CueTable ours = {"our", "the", "its", "this", "my"};
    static constexpr CueTable against = {"against", "about", "regarding", "concerning", "with", "of", "at"};
    static constexpr CueTable answers = {"decision", "response", "reply", "answer", "refusal", "handling"};
    static constexpr CueTable handled = {"handled", "answered", "dealt", "treated", "refused"};
    static constexpr CueTable times = {"times", "time", "rates", "teams", "units"};
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!among(kComplaints, word(i)) || !has(yours, i < 4 ? 0 : i - 4, i) || !has(against, i + 1, i + 6)) continue;
      for (std::size_t j = i + 2; j < std::min(i + 14, words_.size()); ++j) {
        if (among(answers, word(j)) && among(ours, word(j - 1)) && !among(times, word(j + 1))) return word(j - 1) == "our" || is_foi(j);
        if (among(handled, word(j)) && has(kRequests, i + 1, j + 5)) return true;
      }
    }
    return false;
  }
  // "the refusal of your request"
  bool is_foi(std::size_t j) const { return has(kRequests, j + 1, j + 6); }

  // "a copy of the review", "about the review": not what was asked for, but what it was about.
  bool is_of_something(std::size_t i) const {
    static constexpr CueTable leading = {"of", "about", "on", "from", "in", "concerning", "regarding"};
    for (std::size_t n = 1; n <= 2 && n <= i; ++n)
      if (among(leading, word(i - n))) return true;
    return false;
  }

  // "You asked us to look again at our answer", "you would like us to think again".
  bool looks_again() const {
    static constexpr CueTable looking = {"look", "looked", "looking", "think", "thought", "considered", "consider"};
    for (std::size_t i = 0; i + 1 < words_.size(); ++i)
      if (among(looking, word(i)) && has(kAgain, i + 1, i + 4))
        if (asked_before(i) || has(kAnswers, i + 1, i + 2 + kReviewed)) return true;
    return false;
  }

  Words words_;
};

template <class Text>
bool speaks_of_review(const Text& text) {
  return has_any(text, kReviews) || has_any(text, kAgain) || has_any(text, kComplaints);
}

bool tells(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    const auto ends = [&](std::size_t i) {
      return (text[i] == '.' || text[i] == '?' || text[i] == '!') && (i + 1 == text.size() || !is_word(text[i + 1]));
    };
    while (end < text.size() && !ends(end)) ++end;
    if (Sentence(text.substr(at, end - at)).tells()) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

bool tells_of_review(std::string_view text) { return tells_of_review(SoughtText(text)); }

bool tells_of_review(const SoughtText& text) { return speaks_of_review(text) && tells(text.text()); }

bool tells_of_review(const Folded& text) { return speaks_of_review(text) && tells(text.text()); }

}  // namespace foi::understand
