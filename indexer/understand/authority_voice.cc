#include "indexer/understand/authority_voice.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/text.h"

namespace foi::understand {

namespace {

// Bytes on either side of a name in which a letter says that another body is to be asked.
constexpr std::size_t kPointBytes = 300;
// Words after a name in which it says what it does with the request.
constexpr std::size_t kAnswerWords = 6;
// Words between a body's short name and its "team": "Central Freedom of Information".
constexpr std::size_t kTeamWords = 6;
// Bytes of the longest line that is a title.
constexpr std::size_t kMaxTitle = 200;

using Set = std::set<std::string_view>;

std::string_view word_at(Tokens tokens, std::size_t i) { return i < tokens.size() ? tokens[i].word : std::string_view(); }

// "FOI-22", "FOI22", "FOI": a number that says what it counts.
bool begins_with_any(std::string_view word, const Set& beginnings) {
  return std::ranges::any_of(
      beginnings, [&](std::string_view one) { return word.starts_with(one) && (word.size() == one.size() || is_digit(word[one.size()])); });
}

// "your request to X", "request for information from X".
bool follows_request(Tokens tokens, std::size_t at) {
  std::size_t i = at;
  while (i > 0 && at - i < 2 && tokens[i - 1].word == "the") --i;
  if (i == 0 || (tokens[i - 1].word != "to" && tokens[i - 1].word != "from" && tokens[i - 1].word != "with")) return false;
  for (std::size_t back = 1; back <= 6 && back < i; ++back)
    if (tokens[i - 1 - back].word == "request" || tokens[i - 1 - back].word == "information") return true;
  return false;
}

// "X can neither confirm nor deny", "X has processed your request", "X responds as follows", "requires X, when refusing", "searches within
// X to locate".
bool deals_with_request(Tokens tokens, std::size_t at, std::size_t end) {
  static const Set dealt{"processed", "considered", "received", "dealt"};
  const std::string_view first = word_at(tokens, end), second = word_at(tokens, end + 1);
  if (first == "can" && second == "neither" && word_at(tokens, end + 2) == "confirm") return true;
  if (first == "responds" && second == "as" && word_at(tokens, end + 2) == "follows") return true;
  if (first == "has" && dealt.contains(second) && word_at(tokens, end + 2) == "your") return true;
  std::size_t before = at;
  if (before > 0 && tokens[before - 1].word == "the") --before;
  if (before == 0) return false;
  static const std::vector<std::string> review{"review", "process", "by"};
  if (before >= review.size() && words_at(tokens, before - review.size(), review)) return true;
  if (tokens[before - 1].word == "requires" && first == "when" && second == "refusing") return true;
  return tokens[before - 1].word == "within" && before > 1 &&
         (tokens[before - 2].word == "conducted" || tokens[before - 2].word == "made") && first == "to" && second == "locate";
}

// "it would be held by X", "may be held by", "is likely to be held by".
bool is_guessed(Tokens tokens, std::size_t held) {
  static const Set may{"would", "may", "might", "could", "should", "to", "will"};
  return held > 1 && tokens[held - 1].word == "be" && may.contains(tokens[held - 2].word);
}

// The paragraph around a place, cut at kPointBytes on either side, in lower case and with single spaces: what stands before, and after.
// An address may stand apart from the colon that announces it.
struct Around {
  std::string before, after;
};
std::string flat(std::string_view text) {
  std::string out;
  for (char c : to_lower_ascii(text)) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space || (!out.empty() && out.back() != ' ')) out += space ? ' ' : c;
  }
  return out;
}
Around around(const Letter& letter, Span where) {
  std::string_view before = letter.view(Span{where.start - std::min(where.start, kPointBytes), where.start});
  std::string_view after = letter.view(Span{where.end, where.end + kPointBytes});
  if (std::size_t blank = before.rfind("\n\n"); blank != std::string_view::npos) {
    const std::string_view over = trim(before.substr(0, blank));
    if (!over.ends_with(':')) {
      before.remove_prefix(blank);
    } else if (blank = over.rfind("\n\n"); blank != std::string_view::npos) {
      before.remove_prefix(blank);
    }
  }
  after = after.substr(0, after.find("\n\n"));
  return {flat(before), flat(after)};
}

bool has_any(std::string_view text, std::span<const std::string_view> cues) {
  return std::ranges::any_of(cues, [&](std::string_view cue) { return text.find(cue) != std::string_view::npos; });
}

// Said of the writer's own office: how to complain, to ask again or to use again.
bool is_own_contact(std::string_view before) {
  static constexpr std::array<std::string_view, 11> kOwn{"internal review", "a review", "review request", "complain", "dissatisfied",
                                                         "not satisfied",   "unhappy",  "re-use",         "quer",     "further request",
                                                         "future request"};
  return has_any(before, kOwn);
}

constexpr std::array<std::string_view, 7> kElsewhere{
    "wish to contact", "want to contact", "suggest you contact", "suggest that you contact", "advise you to contact",
    "redirect",        "re-direct"};
constexpr std::array<std::string_view, 6> kSend{"requests can be made", "request can be made",  "request should be",
                                                "requests should be",   "requests may be made", "request to be made"};

}  // namespace

Voice voice_of(Tokens tokens, std::size_t at, std::size_t end) {
  static const Set before{"behalf", "confirm", "following", "us", "we"};
  static const Set done{"held", "received", "processed", "handled", "considered"};
  static const Set after{"holds",    "hold",     "does",      "do",   "can",    "has",  "have",      "is",       "will",     "respond",
                         "responds", "response", "considers", "must", "values", "aims", "publishes", "confirms", "received", "s"};
  std::size_t i = at;
  for (std::size_t steps = 0; i > 0 && steps < 3; ++steps) {
    const std::string_view word = tokens[--i].word;
    if (word == "by" && i > 0 && done.contains(tokens[i - 1].word)) return is_guessed(tokens, i - 1) ? Voice::none : Voice::own;
    if (before.contains(word)) return Voice::own;
    if (word != "the" && word != "of" && word != "that" && word != "at") break;
  }
  if (follows_request(tokens, at) || deals_with_request(tokens, at, end)) return Voice::own;
  return end < tokens.size() && after.contains(tokens[end].word) ? Voice::perhaps : Voice::none;
}

bool is_addressed(Tokens tokens, std::size_t at) {
  return (at > 0 && tokens[at - 1].word == "dear") || (at > 1 && tokens[at - 1].word == "the" && tokens[at - 2].word == "dear");
}

bool answers(Tokens tokens, std::size_t end) {
  static const Set acts{"release",  "releasing", "released",   "withhold", "withholding", "withheld",
                        "disclose", "disclosed", "disclosing", "refuse",   "refused",     "refusing"};
  static const Set helps{"has", "have", "decided", "to", "not", "is", "been", "obliged"};
  static const Set parts{"some", "most", "all", "part", "this", "your", "information"};
  static const Set held{"information", "data", "records", "documents"};
  // "does hold the information", "held some of the information requested".
  const bool does = word_at(tokens, end) == "does";
  const std::size_t verb = does ? end + 1 : end;
  if (const std::string_view word = word_at(tokens, verb); word == "holds" || word == "held" || (does && word == "hold")) {
    for (std::size_t i = verb + 1; i < verb + kAnswerWords; ++i)
      if (held.contains(word_at(tokens, i))) return true;
    return false;
  }
  // "released some of it", but any report "the" after a decision on it: "decided to withhold the report".
  bool decided = false;
  for (std::size_t i = end; i < end + kAnswerWords; ++i) {
    const std::string_view word = word_at(tokens, i), next = word_at(tokens, i + 1);
    if (acts.contains(word) || (decided && word == "provide")) return parts.contains(next) || (decided && next == "the");
    if (!helps.contains(word)) return false;
    decided = decided || word == "decided" || word == "obliged";
  }
  return false;
}

bool names_team(Tokens tokens, std::size_t end) {
  static const Set about{"foi", "freedom", "information", "disclosure"};
  static const Set teams{"team", "unit", "office", "officer", "manager", "department"};
  bool informs = false;
  for (std::size_t i = end; i < std::min(tokens.size(), end + kTeamWords); ++i) {
    if (teams.contains(tokens[i].word)) return informs;
    informs = informs || about.contains(tokens[i].word);
  }
  return false;
}

bool labels_number(Tokens tokens, std::size_t end) {
  static const Set labels{"reference", "ref"}, numbers{"no", "number"}, asked{"foi", "eir", "rfi", "foia", "foisa"};
  const std::size_t code = end + (numbers.contains(word_at(tokens, end + 1)) ? 2 : 1);
  return labels.contains(word_at(tokens, end)) && begins_with_any(word_at(tokens, code), asked);
}

bool stands_over(Tokens tokens, std::size_t at) {
  static const Set bodies{"agency", "body", "sponsored", "regulated", "inspected", "accredited", "funded"};
  std::size_t i = at;
  while (i > 0 && at - i < 2 && tokens[i - 1].word == "the") --i;
  return i > 1 && (tokens[i - 1].word == "of" || tokens[i - 1].word == "by") && bodies.contains(tokens[i - 2].word);
}

bool points_away(const Letter& letter, Span where) {
  static constexpr std::array<std::string_view, 5> kLacks{"held by", "not hold", "not held", "no information", "holds no"};
  static constexpr std::array<std::string_view, 6> kGuess{"would be held by", "may be held by",    "might be held by",
                                                          "could be held by", "should be held by", "likely to be held by"};
  const Around text = around(letter, where);
  if (is_own_contact(text.before)) return false;
  if (has_any(text.before, kGuess) || has_any(text.before, kElsewhere)) return true;
  if (has_any(text.before, kLacks) && has_any(text.before, kSend)) return true;
  return (text.before.ends_with("held by ") || text.before.ends_with("held by the ")) &&
         (has_any(text.after, kSend) || has_any(text.after, kElsewhere));
}

bool is_to_be_asked(const Letter& letter, Span where) {
  const Around text = around(letter, where);
  return has_any(text.after, kSend) || has_any(text.after, kElsewhere);
}

bool is_subject(const Letter& letter, Span where) {
  static const Set about{"with", "about", "regarding", "concerning", "between", "against"}, own{"to", "from", "by", "of"};
  const Line line = letter.lines[letter.line_index(where.start)];
  if (line.end - line.start > kMaxTitle || where.end > line.end) return false;
  const std::string text = to_lower_ascii(trim(letter.view(line)));
  for (std::string_view ending : {": foi release", ": eir release", ": foi review", ": eir review"})
    if (text.ends_with(ending)) return true;
  const std::string before = to_lower_ascii(trim(letter.view(Span{line.start, where.start})));
  const std::size_t space = before.rfind(' ');
  if (text.ends_with('.') || space == std::string::npos) return false;  // a sentence, or nothing before the name
  const std::string_view word = std::string_view(before).substr(space + 1);
  return about.contains(word) || (before.starts_with("subject:") && !own.contains(word));
}

}  // namespace foi::understand
