#include "indexer/understand/date_reviews.h"

#include <algorithm>
#include <string_view>

#include "indexer/understand/date_words.h"
#include "indexer/understand/reader_acts.h"

namespace foi::understand {

using dates::has;
using dates::is_in;
using dates::kReply;
using dates::Words;

namespace {

// Words after a date among which "review" says what was asked for.
constexpr std::ptrdiff_t kReviewReach = 9;

bool is_review(std::string_view word) {
  static constexpr Words<6> kReview{"review", "reviewed", "reconsider", "reconsidered", "reconsideration", "afresh"};
  return is_in(word, kReview);
}

// "You sought a review", "she required an internal review": what is done to have one.
bool takes_review(std::string_view verb) {
  static constexpr Words<7> kTakes{"sought", "requested", "required", "wanted", "demanded", "invited", "requesting"};
  return is_in(verb, kTakes);
}

// "for an internal review on", "sought a review on": directly before a date.
bool for_review_on(Tokens before) {
  static constexpr Words<7> kBetween{"internal", "independent", "formal", "a", "an", "the", "this"};
  if (back(before, 1) != "on" || !is_review(back(before, 2))) return false;
  std::size_t steps = 3;
  while (is_in(back(before, steps), kBetween)) ++steps;
  return back(before, steps) == "for" || (steps > 3 && takes_review(back(before, steps)));
}

// "You asked DWP on 8 July for a review", "You applied for a review on": however the body is called, the asking is dated.
bool asked_for_review_on(const Sentence& sentence) {
  static constexpr Words<4> kVerbs{"asked", "applied", "called", "pressed"};
  static constexpr Words<4> kAsks{"for", "to", "that", "asking"};
  constexpr std::size_t name = 5;  // words
  const Tokens before = sentence.before;
  if (before.size() < 3 || back(before, 1) != "on") return false;
  for (std::size_t steps = 2; steps <= std::min(before.size() - 1, name + 2); ++steps) {
    if (is_in(back(before, steps), kReply)) return false;
    if (!is_in(back(before, steps), kVerbs) && !takes_review(back(before, steps))) continue;
    if (back(before, steps + 1) != "you") return false;
    const std::ptrdiff_t reach = std::min<std::ptrdiff_t>(kReviewReach, std::ssize(sentence.after));
    const bool follows =
        reach > 1 && is_in(sentence.after[0].word, kAsks) &&
        std::any_of(sentence.after.begin(), sentence.after.begin() + reach, [](const Token& token) { return is_review(token.word); });
    return follows || for_review_on(before);
  }
  return false;
}

// "The review that you called for on", "the review which you asked the council for on", "the review you sought on".
bool review_called_for(Tokens before) {
  static constexpr Words<7> kVerbs{"called", "asked", "pressed", "applied", "wished", "pushed", "lodged"};
  constexpr std::size_t name = 8;  // words from the verb to the day
  if (back(before, 1) != "on") return false;
  for (std::size_t steps = 2; steps <= std::min(before.size(), name); ++steps) {
    if (back(before, steps + 1) != "you") continue;
    const bool asks = is_in(back(before, steps), kVerbs) && back(before, 2) == "for";
    if (!asks && !(takes_review(back(before, steps)) && steps == 2)) return false;
    const bool joined = back(before, steps + 2) == "that" || back(before, steps + 2) == "which";
    return is_review(back(before, steps + (joined ? 3 : 2)));
  }
  return false;
}

// "A review was asked for on", "an internal review was requested on".
bool review_was_asked_for(Tokens before) {
  static constexpr Words<4> kOne{"a", "an", "internal", "formal"};
  if (back(before, 1) != "on") return false;
  const std::size_t verb = back(before, 2) == "for" && back(before, 3) == "asked" ? 3 : 2;
  if (verb == 2 && !takes_review(back(before, verb))) return false;
  return back(before, verb + 1) == "was" && back(before, verb + 2) == "review" && is_in(back(before, verb + 3), kOne);
}

// "You told us on 11 May that you were unhappy with our answer".
bool told_us_on(const Sentence& sentence) {
  static constexpr Words<6> kTold{"told", "informed", "said", "advised", "notified", "complained"};
  static constexpr Words<5> kWhom{"us", "me", "to", "the", "trust"};
  std::size_t steps = 2;
  while (is_in(back(sentence.before, steps), kWhom)) ++steps;
  const bool told =
      back(sentence.before, 1) == "on" && is_in(back(sentence.before, steps), kTold) && back(sentence.before, steps + 1) == "you";
  return told && asks_for_review(sentence);
}

// "You weren't happy with our reply and said so on", "you were not content, and told us so on".
bool said_so_on(Tokens before) {
  static constexpr Words<4> kSaid{"said", "told", "wrote", "saying"};
  if (back(before, 1) != "on" || back(before, 2) != "so") return false;
  const std::size_t verb = back(before, 3) == "us" ? 4 : 3;
  if (!is_in(back(before, verb), kSaid)) return false;
  return is_discontent(before) || has(before, "unhappy") || has(before, "dissatisfied") || has(before, "disagreed");
}

}  // namespace

// "On 7 November she required a review", "the complainant asked for an internal review on": told of the reader in a decision that speaks of
// him to others. words: from the subject on.
bool one_asks_for_review(Tokens words) {
  static constexpr Words<10> kOne{"he", "she", "they", "applicant", "complainant", "requester", "mr", "ms", "mrs", "dr"};
  static constexpr Words<7> kArticles{"a", "an", "internal", "formal", "for", "the", "us"};
  static constexpr Words<2> kAsks{"asked", "applied"};
  constexpr std::size_t subject = 4;  // words to the verb
  if (words.empty()) return false;
  std::size_t verb = words.front().word == "the" ? 1 : 0;
  if (verb >= words.size() || !is_in(words[verb].word, kOne)) return false;
  const std::size_t last = std::min(words.size(), verb + subject);
  while (verb < last && !takes_review(words[verb].word) && !is_in(words[verb].word, kAsks)) ++verb;
  if (verb == last) return false;
  std::size_t at = verb + 1;
  while (at < words.size() && is_in(words[at].word, kArticles)) ++at;
  if (at >= words.size() || at == verb + 1 || words[at].word != "review") return false;
  // A review of wards may be asked for, too.
  return at + 1 >= words.size() || words[at + 1].word != "of" || has(words.subspan(at), "decision") || has(words.subspan(at), "response") ||
         has(words.subspan(at), "refusal") || has(words.subspan(at), "reply");
}

bool asks_for_review_on(const Sentence& sentence) {
  const Tokens before = sentence.before;
  return said_so_on(before) || asked_for_review_on(sentence) || review_called_for(before) || review_was_asked_for(before) ||
         told_us_on(sentence) || (back(before, 1) == "on" && one_asks_for_review(before.first(before.size() - 1)));
}

bool asks_for_review(const Sentence& sentence) {
  static constexpr Words<16> kReview{"review",       "reviewed",        "reconsider", "reconsideration", "unhappy",    "reconsidered",
                                     "dissatisfied", "appeal",          "complained", "disputed",        "challenged", "afresh",
                                     "contested",    "dissatisfaction", "objected",   "representations"};
  // "You weren't satisfied with the reply to the following request, which we received on": the day is the request's.
  constexpr std::size_t near = 6;  // words
  for (std::size_t steps = 2; steps < near; ++steps)
    if (back(sentence.before, steps) == "request" && back(sentence.before, steps + 1) == "following") return false;
  const auto says = [&](Tokens words) {
    for (std::size_t i = 0; i < words.size(); ++i)
      if (is_in(words[i].word, kReview) || (i > 0 && words[i].word == "again" && words[i - 1].word.starts_with("look")) ||
          (i > 1 && words[i].word == "again" && words[i - 1].word == "at" && words[i - 2].word == "looked"))
        return true;
    return false;
  };
  return says(sentence.before) || says(sentence.after) || is_discontent(sentence.before) || is_discontent(sentence.after) ||
         is_heading_of_complaint(sentence);
}

}  // namespace foi::understand
