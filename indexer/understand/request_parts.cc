#include "indexer/understand/request_parts.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "indexer/model/text.h"
#include "indexer/understand/asking.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/markers.h"
#include "indexer/understand/repair.h"
#include "indexer/understand/request_series.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// The least of a part and the most of a paragraph taken apart, in bytes; the most parts.
constexpr std::size_t kPartBytes = 4, kMostBytes = 4'000, kMostParts = 60;
// How much of a part tells how it reads, in bytes.
constexpr std::size_t kCueBytes = 200;

// Marks cite where these stand before them: "section (a)", "questions 1)".
constexpr std::string_view kCites[] = {"section", "sections", "regulation", "paragraph", "paragraphs", "question", "questions",
                                       "item",    "items",    "article",    "clause",    "subsection", "part",     "parts",
                                       "point",   "points",   "s",          "at",        "to",         "in",       "of"};

class Parter {
 public:
  Parter(const Letter& letter, Span text) : letter_(letter), whole_(text), view_(letter.view(text)) {}

  std::vector<RequestPart> run_number(std::size_t number) && {
    if (view_.size() <= kMostBytes && take_number(number)) return std::move(parts_);
    return {};
  }

  std::vector<RequestPart> run_marks_behind() && {
    if (view_.size() <= kMostBytes) take_marks_behind();
    return std::move(parts_);
  }

  std::vector<RequestPart> run_sentences() && {
    if (view_.size() <= kMostBytes) take_sentences();
    return std::move(parts_);
  }

  std::vector<RequestPart> run() && {
    if (view_.size() > kMostBytes) return {};
    for (Marks marks : {Marks{"Q", "1", ""}, Marks{"Q", "1", "."}, Marks{"Q", "1", ":"}, Marks{"(", "a", ")"}, Marks{"(", "1", ")"},
                        Marks{"(", "i", ")"}, Marks{"(", "A", ")"}, Marks{"[", "1", "]"}, Marks{"", "a", ")"}, Marks{"", "1", ")"},
                        Marks{"", "i", ")"}, Marks{"", "1", "."}, Marks{"", "A", "."}})
      if (take_marks(marks)) return std::move(parts_);
    if (take_in_order() || take_marks_behind()) return std::move(parts_);
    if (take_semicolons()) {
      take_rest();
      return std::move(parts_);
    }
    take_sentences();
    take_series();
    return std::move(parts_);
  }

 private:
  struct Marks {
    std::string_view open, first, close;
  };

  static std::string mark_of(const Marks& marks, std::size_t n) {
    static constexpr std::string_view romans[] = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"};
    std::string label;
    if (marks.first == "1")
      label = std::to_string(n + 1);
    else if (marks.first == "i")
      label = n < std::size(romans) ? std::string(romans[n]) : "";
    else if (n < 26)
      label = std::string(1, static_cast<char>(marks.first[0] + static_cast<char>(n)));
    return label;
  }

  // "Details of (1) agency spend, (2) …": a preposition before the first mark cites nothing when a comma stands before the second.
  bool parts_on(std::string_view before, const Marks& marks, std::size_t from) const {
    static constexpr std::string_view leads[] = {"of", "to", "in", "at"};
    if (marks.close != ")" || marks.open != "(" || std::ranges::find(leads, before) == std::end(leads)) return false;
    const std::string sign = std::string(marks.open) + mark_of(marks, 1) + std::string(marks.close);
    const std::size_t at = view_.find(sign, from);
    return at != std::string_view::npos && at > 1 && (view_.substr(0, at).ends_with(", ") || view_.substr(0, at).ends_with("; "));
  }

  // A mark that begins a part: after a space or at the beginning, before a space, and no citation.
  std::size_t find_mark(const std::string& sign, std::size_t from, const Marks& marks) const {
    const bool full_stop = marks.close == ".";
    for (std::size_t at = view_.find(sign, from); at != std::string_view::npos; at = view_.find(sign, at + 1)) {
      const std::size_t end = at + sign.size();
      const bool apart = at == 0 || view_[at - 1] == ' ' || view_[at - 1] == '\n' || view_[at - 1] == '"' || view_[at - 1] == ';' ||
                         view_.substr(0, at).ends_with("\u201C");
      if (!apart || end >= view_.size() || (view_[end] != ' ' && view_[end] != '\n')) continue;
      std::size_t before = at;
      while (before > 0 && (view_[before - 1] == ' ' || view_[before - 1] == '\n')) --before;
      if (before == 0) return at;
      std::size_t word = before;
      while (word > 0 && is_word(view_[word - 1])) --word;
      const std::string last = to_lower_ascii(view_.substr(word, before - word));
      // "1." and "A." stand after the end of a sentence or of a part, or join it.
      if (full_stop && last != "and" && std::string_view(".:;?,\"").find(view_[before - 1]) == std::string_view::npos) continue;
      if (std::ranges::find(kCites, last) == std::end(kCites) || (from == 0 && parts_on(last, marks, end))) return at;
    }
    return std::string_view::npos;
  }

  bool take_marks(const Marks& marks) {
    std::vector<std::pair<std::size_t, std::size_t>> places;  // of the mark, of the text after it
    std::vector<std::string> labels;
    for (std::size_t n = 0, from = 0; n < kMostParts; ++n) {
      const std::string label = mark_of(marks, n);
      if (label.empty()) break;
      const std::string sign = std::string(marks.open) + label + std::string(marks.close);
      const std::size_t at = find_mark(sign, from, marks);
      if (at == std::string_view::npos) break;
      places.emplace_back(at, at + sign.size());
      labels.push_back(to_lower_ascii(label));
      from = at + sign.size();
    }
    if (places.size() < 2) return false;
    for (std::size_t i = 0; i < places.size(); ++i) {
      const std::size_t end = i + 1 < places.size() ? places[i + 1].first : end_of_last(places[i].second);
      add(labels[i], places[i].second, end);
    }
    return keep_if(parts_.size() == places.size());
  }

  // "How many there were (1); what each cost (2); and copies of the bills (3)": a mark behind each thing.
  bool take_marks_behind() {
    for (std::string_view first : {"1", "a", "i"}) {
      const Marks marks{"(", first, ")"};
      for (std::size_t n = 0, from = 0; n < kMostParts; ++n) {
        const std::string label = mark_of(marks, n);
        const std::size_t at = label.empty() ? std::string_view::npos : find_mark_behind('(' + label + ')', from);
        if (at == std::string_view::npos) break;
        add(label, from, at);
        if (parts_.size() != n + 1) break;
        from = at + label.size() + 2;
      }
      if (keep_if(parts_.size() > 1)) return true;
    }
    return false;
  }

  // Behind some words and before a stop or a joining word, and no citation: "under section 1 (1)".
  std::size_t find_mark_behind(const std::string& sign, std::size_t from) const {
    for (std::size_t at = view_.find(sign, from); at != std::string_view::npos; at = view_.find(sign, at + 1)) {
      const std::string_view rest = view_.substr(at + sign.size());
      const bool closes = rest.empty() || std::string_view(",;.:").find(rest.front()) != std::string_view::npos ||
                          rest.starts_with(" and ") || rest.starts_with("\nand ");
      if (!closes || at <= from + kPartBytes || (view_[at - 1] != ' ' && view_[at - 1] != '\n')) continue;
      // The word before it, and the one before a number.
      std::size_t end = at;
      bool cites = false;
      for (std::size_t words = 0; words < 2 && end > 0 && !cites; ++words) {
        while (end > 0 && !is_word(view_[end - 1])) --end;
        std::size_t start = end;
        while (start > 0 && is_word(view_[start - 1])) --start;
        const std::string word = to_lower_ascii(view_.substr(start, end - start));
        cites = std::ranges::find(kCites, word) != std::end(kCites);
        end = start;
        if (word.find_first_not_of("0123456789") != std::string::npos) break;
      }
      if (!cites) return at;
    }
    return std::string_view::npos;
  }

  // The last part ends with its sentence.
  std::size_t end_of_last(std::size_t from) const {
    for (std::size_t i = from; i < view_.size(); ++i)
      if (!is_after_mark(i) && (view_[i] == '.' || view_[i] == '?') &&
          (i + 1 == view_.size() || view_[i + 1] == ' ' || view_[i + 1] == '\n'))
        return view_[i] == '?' ? i + 1 : i;
    return view_.size();
  }

  // The stop of "1." or "A.".
  bool is_after_mark(std::size_t stop) const {
    return view_[stop] == '.' && stop > 0 && is_word(view_[stop - 1]) && (stop == 1 || view_[stop - 2] == ' ' || view_[stop - 2] == '\n');
  }

  // "please tell me: how many; of which type; and when".
  bool take_semicolons() {
    const std::size_t colon = view_.find(':');
    std::size_t start = colon == std::string_view::npos ? 0 : colon + 1;
    const std::size_t last = end_of_last(start);
    std::size_t stops = 0;
    for (std::size_t at = view_.find(';', start); at < last; at = view_.find(';', at + 1)) {
      add({}, start, at);
      start = at + 1;
      ++stops;
    }
    const bool joined = stops == 1 && to_lower_ascii(view_.substr(std::min(start, view_.size()))).starts_with(" and ");
    if (stops < 2 && !joined && !(stops == 1 && colon != std::string_view::npos)) return keep_if(false);
    add({}, start, last);
    const bool all = std::ranges::all_of(parts_, [&](const RequestPart& p) {
      const Reads reads = reads_as(cue(p.text));
      return reads != Reads::kStates;
    });
    return keep_if(all && parts_.size() == stops + 1);
  }

  // "The following: the subsidy; the takings; and the menus. Please also say who the contractor is.": what is asked in the sentences
  // behind the series.
  void take_rest() {
    std::size_t from = parts_.back().text.end - whole_.start;
    while (from < view_.size() && !is_word(view_[from])) ++from;
    if (from + kPartBytes >= view_.size()) return;
    Parter rest(letter_, {whole_.start + from, whole_.end});
    rest.take_sentences(1);
    if (rest.parts_.empty()) return;
    rest.take_series();
    if (rest.parts_.empty()) rest.add({}, rest.first_asking_, rest.view_.size());
    std::ranges::move(rest.parts_, std::back_inserter(parts_));
  }

  // Every sentence that asks anew begins a part; what is said between belongs to the one before.
  void take_sentences(std::size_t least = 2) {
    std::vector<std::size_t> starts;
    for (std::size_t start = 0; start < view_.size() && starts.size() < kMostParts;) {
      std::size_t end = start;
      while (end < view_.size() && !ends_sentence(end)) ++end;
      const std::string text = cue({whole_.start + start, whole_.start + std::min(end + 1, view_.size())});
      if (asks_anew(text) && !(starts.empty() && announces(text))) starts.push_back(start);
      start = end + 1;
      while (start < view_.size() && (view_[start] == ' ' || view_[start] == '\n')) ++start;
    }
    if (!starts.empty()) first_asking_ = starts.front();
    if (starts.size() < least) return;
    starts.front() = 0;
    for (std::size_t i = 0; i < starts.size(); ++i) add({}, starts[i], i + 1 < starts.size() ? starts[i + 1] : view_.size());
    keep_if(parts_.size() >= least);
  }

  // "I would like to know about corridor care." comes before what he would like to know.
  static bool announces(std::string_view text) {
    static constexpr std::string_view cues[] = {"know about",          "know more about", "ask about",
                                                "questions about",     "some questions",  "few questions",
                                                "following questions", "the following",   "interested in"};
    return text.find('?') == std::string_view::npos && has_any(text, cues);
  }

  // "If so, how many?" is a question of its own; "please break it down by month" is not. "Also your advice to the minister."
  static bool asks_anew(std::string_view text) {
    static constexpr std::string_view follow[] = {"if so", "if yes", "if not", "if no"},
                                      also[] = {"also",    "and also",   "additionally", "in addition", "lastly",
                                                "finally", "and lastly", "and finally",  "then"};
    const bool asked = text.find('?') != std::string_view::npos;
    if (asked && !prefix_of(text, follow).empty()) return true;
    if (std::string_view named = text; !prefix_of(text, also).empty()) {
      named.remove_prefix(prefix_of(text, also).size());
      while (!named.empty() && !is_word(named.front())) named.remove_prefix(1);
      if (named.starts_with("your ")) named.remove_prefix(5);
      if (const Reads reads = reads_as(named); reads == Reads::kNames || reads == Reads::kWonders) return true;
    }
    return reads_as(text) == Reads::kAsks && !asks_on(text);
  }

  bool ends_sentence(std::size_t at) const {
    if (view_[at] != '.' && view_[at] != '?' && view_[at] != '!') return false;
    if (at + 1 == view_.size()) return true;
    if (view_[at + 1] != ' ' && view_[at + 1] != '\n') return false;
    const std::size_t next = view_.find_first_not_of(" \n", at + 1);
    return next == std::string_view::npos || view_[at] == '?' || !is_lower(view_[next]);
  }

  // Several things within one sentence, or within each of those that ask. What is said before the first of them names no thing.
  void take_series() {
    if (parts_.empty()) parts_.push_back({{}, {whole_.start, whole_.end}});
    std::vector<RequestPart> sentences = std::exchange(parts_, {});
    for (const RequestPart& sentence : sentences) {
      const bool first = &sentence == &sentences.front();
      const std::size_t from = sentence.text.start - whole_.start, end = sentence.text.end - whole_.start;
      const bool one = sentences.size() == 1;
      const bool after_for = std::string_view(letter_.text).substr(0, sentence.text.start).ends_with("for ");
      std::vector<SeriesPart> series = parts_of_series(lower_sentence(from, end), after_for);
      std::size_t start = from;
      if (series.empty() && first && first_asking_ > from) {
        start = first_asking_;
        series = parts_of_series(lower_sentence(start, end), false);
      }
      add_series(series, series.empty() ? from : start, one ? end_of_last(series.empty() ? from : start) : end);
      if (parts_.size() >= kMostParts) break;
    }
    keep_if(parts_.size() > 1);
  }

  // A sentence as its series is sought in: in lower case, without what stands after its end.
  std::string lower_sentence(std::size_t from, std::size_t end) const {
    std::string lower = to_lower_ascii(view_.substr(from, std::min(end_of_last(from), end) - from));
    std::ranges::replace(lower, '\n', ' ');
    for (std::string_view quote : {"\"", "\u201D"})
      if (lower.ends_with(quote)) lower.resize(lower.size() - quote.size());
    return lower;
  }

  // Parts of the text from `from` on; the last of them, or the whole when there are none, ends at `end`.
  void add_series(const std::vector<SeriesPart>& series, std::size_t from, std::size_t end) {
    if (series.empty()) return add({}, from, end);
    for (const SeriesPart& part : series) add({}, from + part.start, &part == &series.back() ? end : from + part.end);
  }

  bool take_number(std::size_t number) {
    add_series(parts_of_count(lower_sentence(0, view_.size()), number), 0, end_of_last(0));
    return keep_if(parts_.size() == number);
  }

  // "First, the dates; secondly, the letter."
  bool take_in_order() {
    std::string lower = to_lower_ascii(view_);
    std::ranges::replace(lower, '\n', ' ');
    const std::vector<SeriesPart> ordered = parts_in_order(lower);
    for (const SeriesPart& part : ordered)
      add({}, part.start, &part == &ordered.back() ? std::max(part.start, end_of_last(part.start)) : part.end);
    return keep_if(parts_.size() > 1 && parts_.size() == ordered.size());
  }

  std::string cue(Span span) const { return repaired_lower(utf8_prefix(letter_.view(span), kCueBytes)); }

  void add(std::string label, std::size_t start, std::size_t end) {
    constexpr std::string_view edge = " \t\r\n;,\"";
    while (start < end && edge.find(view_[start]) != std::string_view::npos) ++start;
    const auto trim_end = [&] {
      while (end > start && edge.find(view_[end - 1]) != std::string_view::npos) --end;
    };
    trim_end();
    // The word that joins it to the next, or on to the one before.
    if (view_.substr(start, end - start).ends_with(" and")) end -= 4;
    trim_end();
    if (const std::string_view part = view_.substr(start, end - start); part.starts_with("and ") || part.starts_with("and\n")) start += 4;
    if (end >= start + kPartBytes) parts_.push_back({std::move(label), {whole_.start + start, whole_.start + end}});
  }
  bool keep_if(bool good) {
    if (!good) parts_.clear();
    return good;
  }

  const Letter& letter_;
  Span whole_;
  std::string_view view_;
  std::size_t first_asking_ = 0;  // where the first sentence that asks begins
  std::vector<RequestPart> parts_;
};

}  // namespace

std::vector<RequestPart> parts_of_number(const QuestionLayout& layout, Span text, std::size_t number) {
  return Parter(layout.letter(), text).run_number(number);
}

std::vector<RequestPart> sentences_of_request(const QuestionLayout& layout, Span text) {
  return Parter(layout.letter(), text).run_sentences();
}

namespace {
// "(1) the bills; ": the first of several marks begins the text.
bool begins_marks(const QuestionLayout& layout, Span text) {
  const auto marker = marker_of(layout.letter().view(text));
  return marker && marker->style != MarkerStyle::kBullet && marker->number == 1;
}
}  // namespace

std::vector<RequestPart> parts_of_request(const QuestionLayout& layout, Span text) {
  constexpr std::size_t mark = 10;  // bytes of a number and its stop, within quotation marks
  if (layout.paragraphs().empty()) return {};
  std::size_t paragraph = layout.paragraph_at(text.start);
  if (const Span whole = layout.paragraphs()[paragraph].span; layout.marker(paragraph) && text.start - whole.start <= mark)
    text.start = whole.start;
  std::vector<RequestPart> parts = Parter(layout.letter(), text).run();
  // A line that ends with "; and" was taken for an item.
  if (const std::size_t next = paragraph + 1;
      layout.letter().view(text).ends_with("; and") && next < layout.paragraphs().size() && !layout.marker(next)) {
    std::vector<RequestPart> longer = Parter(layout.letter(), {text.start, layout.paragraphs()[next].span.end}).run_marks_behind();
    if (longer.size() > std::max<std::size_t>(parts.size(), 1)) return longer;
  }
  for (paragraph = layout.paragraph_at(text.end) + 1; paragraph < layout.paragraphs().size() && parts.size() < kMostParts; ++paragraph) {
    const auto next = layout.marker(paragraph);
    const bool goes_on = !parts.empty() && !parts.back().label.empty() && next && next->label.size() == parts.back().label.size() &&
                         next->number == static_cast<int>(parts.size()) + 1;
    // The line may break before the second mark as well: then only the first stands in what is told.
    const bool second = parts.empty() && next && next->style != MarkerStyle::kBullet && next->number == 2 && begins_marks(layout, text);
    if (!goes_on && !second) break;
    const Span longer{text.start, layout.paragraphs()[paragraph].span.end};
    std::vector<RequestPart> more = Parter(layout.letter(), longer).run();
    if (more.size() <= std::max<std::size_t>(parts.size(), 1) || more.front().label.empty()) break;
    text = longer;
    parts = std::move(more);
  }
  return parts;
}

}  // namespace foi::understand
