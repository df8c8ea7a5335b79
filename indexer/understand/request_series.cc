#include "indexer/understand/request_series.h"

#include <algorithm>
#include <optional>

#include "indexer/understand/asking.h"
#include "indexer/understand/cues.h"

namespace foi::understand {

namespace {

// A member of a series is no shorter than this, in bytes: "the date, the time and the place" is one thing. The most members.
constexpr std::size_t kMemberBytes = 11, kMostMembers = 60;

// The second of two things, in bytes.
constexpr std::size_t kThingBytes = 24;

// What begins a thing asked for, where it stands after a comma or "and".
constexpr CueTable kThings = {"the", "a", "an", "any", "all", "copies", "details", "your", "its", "their", "every"};
// Joins on a thing that is asked for as well.
constexpr std::string_view kBesides[] = {"together with ", "along with ", "as well as "};
// The words with which one asks, before what he asks.
constexpr std::string_view kLeads[] = {
    "can",   "could",       "would", "will",   "you",   "please", "kindly",   "tell",     "me",         "us",   "let",    "know",
    "i",     "we",          "like",  "to",     "want",  "wish",   "also",     "and",      "under",      "foi",  "the",    "freedom",
    "of",    "information", "act",   "2000",   "be",    "say",    "grateful", "if",       "interested", "in",   "lastly", "finally",
    "i'd",   "we'd",        "i'm",   "wanted", "asked", "ask",    "first",    "firstly",  "secondly",   "then", "next",   "hi",
    "hello", "there",       "dear",  "sir",    "madam", "given",  "sent",     "supplied", "provided",   "shown"};

bool wonders_at(std::string_view text) {
  static constexpr CueTable words = {"how", "what", "which", "who", "whose", "when", "where", "why", "whether"};
  return !prefix_of(text, words).empty();
}

// Words that as well begin a clause about the thing before them: "the firm, which was paid".
bool may_describe(std::string_view text) {
  static constexpr CueTable relatives = {"which", "who", "whose", "where", "when"};
  return !prefix_of(text, relatives).empty();
}

// "The number of", "the total cost of": asked for by itself, wherever it stands.
bool counts_thing(std::string_view text) {
  static constexpr CueTable things = {"the number of",     "the numbers of", "the total number of", "the cost of",
                                      "the total cost of", "the names of",   "the amount of",       "the dates of",
                                      "the value of",      "a copy of",      "copies of",           "a list of"};
  return !prefix_of(text, things).empty();
}

// "For any who left, the reason", "for each year what it cost": columns of the answer to what stands before. "For any letters" asks for
// them, and so does "for any letters, the minutes and the map".
bool asks_of_each(std::string_view text) {
  static constexpr CueTable each = {"for each", "for every", "of each", "in each case"};
  static constexpr CueTable any = {"for any", "for all"};
  static constexpr CueTable whom = {"who", "whose", "that", "which", "of them", "of those", "of these", "those", "such", "where"};
  constexpr std::size_t clause = 200;  // bytes
  if (!prefix_of(text, each).empty()) return true;
  text = text.substr(0, clause);
  const std::string_view lead = prefix_of(text, any);
  const std::size_t comma = text.find(", ");
  if (lead.empty() || comma == std::string_view::npos) return false;
  const std::string_view column = text.substr(comma + 2);
  if (!wonders_at(column) && prefix_of(column, kThings).empty()) return false;
  const bool pronoun = !prefix_of(text.substr(std::min(lead.size() + 1, text.size())), whom).empty();
  return pronoun || (column.find(", ") == std::string_view::npos && column.find(" and ") == std::string_view::npos);
}

// "For a list of them", behind what was asked to be told; "for each year" asks for nothing.
bool asks_for_thing(std::string_view text) {
  static constexpr CueTable things = {"for a copy",        "for copies",       "for a list", "for details",
                                      "for the number of", "for the names of", "for any",    "for all"};
  return !prefix_of(text, things).empty() && !asks_of_each(text);
}

// Behind the words with which one asks: "could you let me have".
std::string_view skip_lead(std::string_view text) {
  const std::string_view put = skip_words(text, kLeads);
  std::string_view lead = bare(text.substr(0, text.size() - put.size()));
  const bool have = put.starts_with("have") && !is_word(put.substr(4, 1).empty() ? ' ' : put[4]);
  return have && (lead.ends_with(" me") || lead.ends_with(" i") || lead.ends_with(" us")) ? skip_words(put.substr(4), kLeads) : put;
}

// ", for each of the last three years, " before what is asked: when or where it is asked of.
std::string_view skip_scope(std::string_view put) {
  static constexpr CueTable scopes = {"for each",     "for every",    "for the year", "for the years",
                                      "for the last", "for the past", "in each of"};
  constexpr std::size_t longest = 120;  // bytes
  const std::size_t at = put.find_first_not_of(", ");
  if (at == std::string_view::npos || prefix_of(put.substr(at), scopes).empty()) return put;
  const std::size_t comma = put.substr(0, longest).find(", ", at);
  if (comma == std::string_view::npos) return put;
  const std::string_view rest = put.substr(comma + 2);
  return wonders_at(rest) || !prefix_of(rest, kThings).empty() ? rest : put;
}

// "Which are they", "what is it for": of what was just asked for. How many of those there are, and what they cost, are other questions.
bool points_back(std::string_view text) {
  static constexpr std::string_view words[] = {"they", "it", "them", "this", "these", "those", "that", "so"};
  static constexpr std::string_view being[] = {"is", "are", "was", "were", "be", "been"};
  static constexpr CueTable counts = {"how many", "how much"};
  constexpr std::size_t near = 24, whole = 40;  // bytes
  if (!prefix_of(text, counts).empty()) return false;
  if (text.size() <= whole && puts_question(text) && !wonders_at(text)) return has_any(text, words);
  const std::string_view begins = text.substr(0, near);
  if (!has_any(begins, words)) return false;
  // A verb of its own asks more: "what they cost", "who paid for it".
  return has_any(begins, being) || text.size() <= near;
}

// A place where the next member may begin.
struct Join {
  std::size_t end = 0, next = 0;  // of the member before, of the next
  bool comma = false, last = false;
};

class Series {
 public:
  Series(std::string_view text, bool after_for) : text_(text), after_for_(after_for) {
    std::string_view own = text;  // of one who is quoted: "you wrote: “can you tell me …"
    for (std::string_view quote : {": \"", ": \u201C"})
      if (const std::size_t at = text.find(quote); at != std::string_view::npos) own = text.substr(at + quote.size());
    const std::string_view led = skip_lead(own), put = skip_scope(led);
    has_mark_ = text.find('?') != std::string_view::npos;
    const bool scoped = put.size() < led.size();
    // "Can I have a map?": the verb is what puts it.
    const std::string_view verb = scoped ? put : skip_words(own, kLeads);
    asks_ = wonders_at(put) || (has_mark_ && (puts_question(put) || puts_question(verb))) || wonders_at(text);
    const std::string_view lead = text.substr(0, text.size() - put.size());
    if (asks_ || scoped) begins_ = lead.size();
    names_ = !prefix_of(put, kThings).empty() || lead.find(" the ") != std::string_view::npos || lead.starts_with("the ");
  }

  std::vector<SeriesPart> run() && {
    // "For each year, the fires and the rescues" asks for two; "for each year the cost" goes on with what stands before.
    if (asks_of_each(text_) && skip_scope(text_).size() == text_.size()) return {};
    for (std::size_t from = begins_; joins_.size() < kMostMembers;) {
      const std::optional<Join> join = next_join(from);
      if (!join) break;
      from = join->next;
      if (joined_ && !join->last) continue;
      joined_ = joined_ || join->last;
      joins_.push_back(*join);
    }
    joined_ = joined_ || (columns_ && !joins_.empty());
    if (!joined_ || (joins_.size() == 1 && !parts_two(joins_.front()))) return {};
    return members();
  }

  std::vector<SeriesPart> run_count(std::size_t count) && {
    for (bool any : {false, true}) {
      joins_.clear();
      for (std::size_t at = 0; joins_.size() < kMostMembers;) {
        const std::optional<Join> join = join_at(at, any);
        if (!join) break;
        joins_.push_back(*join);
        at = join->next;
      }
      if (joins_.size() + 1 == count) return members(1);
    }
    return {};
  }

 private:
  // The next comma or "and" after which a member begins, if that is not in the columns asked for of each.
  std::optional<Join> next_join(std::size_t from) {
    for (std::size_t at = from; at < text_.size(); ++at) {
      const std::optional<Join> join = join_here(at);
      columns_ = join && join->last && asks_ && asks_of_each(text_.substr(join->next));
      if (columns_) return std::nullopt;
      if (join && begins_member(*join)) return join;
    }
    return std::nullopt;
  }

  // Any comma, semicolon or "and", before a thing or a question, or before anything.
  std::optional<Join> join_at(std::size_t from, bool any) const {
    for (std::size_t at = from; at < text_.size(); ++at) {
      const std::optional<Join> join = join_here(at);
      if (!join) continue;
      const std::string_view rest = text_.substr(join->next);
      if (any ? join->comma : wonders_at(rest) || !prefix_of(rest, kThings).empty()) return join;
    }
    return std::nullopt;
  }

  std::optional<Join> join_here(std::size_t at) const {
    const std::string_view rest = text_.substr(at);
    Join join{at, at, false, false};
    if (rest.starts_with(", ") || rest.starts_with("; ")) {
      join.comma = true;
      join.next = at + 2;
    } else if (rest.starts_with(' ')) {
      join.next = at + 1;
    } else {
      return std::nullopt;
    }
    join.next = std::min(text_.find_first_not_of(' ', join.next), text_.size());
    std::string_view after = text_.substr(join.next);
    for (std::string_view word : {std::string_view("and "), kBesides[0], kBesides[1], kBesides[2]})
      if (after.starts_with(word)) {
        join.last = true;
        join.next = std::min(text_.find_first_not_of(' ', join.next + word.size()), text_.size());
        break;
      }
    // "And also", "and finally" join on as "and" does.
    static constexpr std::string_view also[] = {"also", "finally", "lastly"};
    if (join.last) join.next = text_.size() - skip_words(text_.substr(join.next), also).size();
    return join.comma || join.last ? std::optional(join) : std::nullopt;
  }

  bool begins_member(const Join& join) const {
    const std::string_view rest = text_.substr(join.next);
    const bool besides = join.last && !text_.substr(join.end).starts_with(", and ") && !text_.substr(join.end).starts_with(" and ");
    if (tells_asked(rest)) return true;
    // With what is asked for there, its columns.
    if (!joins_.empty() && asks_ && asks_for_thing(text_.substr(joins_.back().next)) && !asks_for_thing(rest)) return false;
    if (join.comma || !joins_.empty()) {
      if (asks_ && join.last && asks_for_thing(rest)) return true;
      if (begins_question(rest, asks_ || join.last)) return true;
      if (after_for_ && rest.starts_with("for ")) return true;
      // "The e-mails between the head and the company".
      if (!join.comma && within_between(join)) return false;
      // "How many of them are in the north and the city": the places asked about are no things asked for.
      if (asks_ && !join.comma && !follows_thing()) return counts_thing(rest);
      return !prefix_of(rest, kThings).empty();
    }
    if (after_for_ && join.last && rest.starts_with("for ")) return true;
    // "How many there were, and for a list of them".
    if (asks_ && join.comma && asks_for_thing(rest)) return true;
    if (besides) return names_ && !prefix_of(rest, kThings).empty();
    // "How many there are and how many are used", "… and the number of those used".
    if (asks_ && join.end >= kMemberBytes && counts_thing(rest)) return true;
    return asks_ && join.end >= kMemberBytes && begins_question(rest, true);
  }

  // "Between" in what stands before has not met its "and" yet.
  bool within_between(const Join& join) const {
    const std::size_t from = joins_.empty() ? 0 : joins_.back().next;
    const std::string_view before = text_.substr(from, join.end - from);
    const std::size_t at = find_phrase(before, "between");
    return at != std::string_view::npos && find_phrase(before, "and", at) == std::string_view::npos;
  }

  bool follows_thing() const { return !joins_.empty() && !prefix_of(text_.substr(joins_.back().next), kThings).empty(); }

  bool begins_question(std::string_view rest, bool wondering) const {
    if (wonders_at(rest)) return wondering || !may_describe(rest);
    if (!has_mark_) return false;
    // "And if it is a contractor, who that is?"
    constexpr std::size_t near = 60;  // bytes
    static constexpr CueTable asked = {"who", "what", "which", "how", "when", "where", "why"};
    if (rest.starts_with("if ")) return !asks_on(rest.substr(0, near)) && has_any(rest.substr(0, near), asked);
    return puts_question(rest);
  }

  // Two things, the second joined on.
  bool parts_two(const Join& join) const {
    const std::string_view rest = text_.substr(join.next);
    if (tells_asked(rest) || (after_for_ && rest.starts_with("for ")) || (asks_ && asks_for_thing(rest))) return true;
    if (rest.starts_with("if ")) return asks_;
    if (asks_ && counts_thing(rest)) return true;
    if (wonders_at(rest) || puts_question(rest)) return !points_back(rest) && (asks_ || (names_ && join.comma && !may_describe(rest)));
    // What the authority says of it is no longer the request; "together with any photographs" adds no more than a word.
    return names_ && !asks_ && (rest.size() >= kThingBytes || counts_thing(rest)) && !has_phrase(text_.substr(0, join.end), "we");
  }

  std::vector<SeriesPart> members(std::size_t least = kMemberBytes) const {
    std::vector<SeriesPart> parts;
    std::size_t start = 0;
    for (const Join& join : joins_) {
      parts.push_back({start, join.end});
      start = join.next;
    }
    parts.push_back({start, text_.size()});
    const bool long_enough = std::ranges::all_of(parts, [least](const SeriesPart& part) { return part.end >= part.start + least; });
    return long_enough ? parts : std::vector<SeriesPart>{};
  }

  std::string_view text_;
  bool after_for_ = false;
  std::size_t begins_ = 0;             // where what is asked begins: "hi there, can you tell me" joins nothing
  bool has_mark_ = false;              // a question mark
  bool asks_ = false, names_ = false;  // the first member is put as a question; names a thing
  bool joined_ = false;
  bool columns_ = false;  // the series ends with what is asked of each
  std::vector<Join> joins_;
};

}  // namespace

std::vector<SeriesPart> parts_of_series(std::string_view sentence, bool after_for) { return Series(sentence, after_for).run(); }

std::vector<SeriesPart> parts_of_count(std::string_view sentence, std::size_t count) {
  return count < 2 ? std::vector<SeriesPart>{} : Series(sentence, false).run_count(count);
}

std::vector<SeriesPart> parts_in_order(std::string_view text) {
  static constexpr std::string_view orders[][3] = {{"firstly", "first,", "one,"},   {"secondly", "second,", "two,"},
                                                   {"thirdly", "third,", "three,"}, {"fourthly", "fourth,", "four,"},
                                                   {"fifthly", "fifth,", "five,"},  {"sixthly", "sixth,", "six,"}};
  static constexpr std::string_view ends[] = {"lastly", "finally"};
  std::vector<SeriesPart> parts;
  const auto find = [&](std::span<const std::string_view> words, std::size_t from) {
    std::size_t at = std::string_view::npos;
    for (std::string_view word : words) at = std::min(at, find_phrase(text, word, from));
    return at;
  };
  const auto take = [&](std::size_t at) {
    if (!parts.empty()) parts.back().end = at;
    std::size_t start = at;
    while (start < text.size() && is_word(text[start])) ++start;
    while (start < text.size() && !is_word(text[start])) ++start;
    parts.push_back({start, text.size()});
  };
  for (const auto& words : orders) {
    const std::size_t at = find(words, parts.empty() ? 0 : parts.back().start);
    if (at == std::string_view::npos) break;
    take(at);
  }
  if (parts.empty()) return {};
  if (const std::size_t at = find(ends, parts.back().start); at != std::string_view::npos) take(at);
  for (SeriesPart& part : parts) {
    while (part.end > part.start && std::string_view(" ,;").find(text[part.end - 1]) != std::string_view::npos) --part.end;
    if (text.substr(part.start, part.end - part.start).ends_with(" and")) part.end -= 4;
    while (part.end > part.start && std::string_view(" ,;").find(text[part.end - 1]) != std::string_view::npos) --part.end;
  }
  return parts.size() > 1 ? parts : std::vector<SeriesPart>{};
}

}  // namespace foi::understand
