#include "indexer/understand/repair.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

#include "indexer/model/text.h"

namespace foi::understand {

namespace {

struct Replacement {
  std::string_view from, to;
};

// White space, dashes, quotes and ligatures that PDF producers and word processors write.
constexpr Replacement kReplacements[] = {
    {"\u00A0", " "},  {"\u2007", " "},  {"\u202F", " "},  {"\u2002", " "},  {"\u2003", " "},  {"\u2009", " "},   {"\u200A", " "},
    {"\u3000", " "},  {"\u00AD", ""},   {"\u200B", ""},   {"\u200C", ""},   {"\u200D", ""},   {"\uFEFF", ""},    {"\u2010", "-"},
    {"\u2011", "-"},  {"\u2012", "-"},  {"\u2013", "-"},  {"\u2014", "-"},  {"\u2015", "-"},  {"\u2212", "-"},   {"\u2018", "'"},
    {"\u2019", "'"},  {"\u201A", "'"},  {"\u201B", "'"},  {"\u2032", "'"},  {"\u201C", "\""}, {"\u201D", "\""},  {"\u201E", "\""},
    {"\u201F", "\""}, {"\u2033", "\""}, {"\uFB00", "ff"}, {"\uFB01", "fi"}, {"\uFB02", "fl"}, {"\uFB03", "ffi"}, {"\uFB04", "ffl"},
    {"\uFB05", "st"}, {"\uFB06", "st"},
};

// A Markdown link's label and target are short; what is longer is not one.
constexpr std::size_t kMaxLinkLabel = 200, kMaxLinkTarget = 300;
// How near two lines of one letter must be to be a letterhead set vertically.
constexpr std::size_t kVerticalGap = 3;

const Replacement* replacement_at(std::string_view rest) {
  const auto lead = static_cast<unsigned char>(rest.front());
  if (lead < 0xC2) return nullptr;
  for (const Replacement& r : kReplacements)
    if (r.from.size() <= rest.size() && r.from.back() == rest[r.from.size() - 1] && rest.starts_with(r.from)) return &r;
  return nullptr;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\v'; }
bool is_break(char c) { return c == '\n' || c == '\f'; }

// Bytes that stand for themselves wherever they are: nothing of a Markdown mark, a space or a character beyond ASCII.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (int c = '!'; c < 0x7F; ++c) plain[static_cast<std::size_t>(c)] = c != '*' && c != '#' && c != '[' && c != ']';
  return plain;
}();
bool is_plain(char c) { return kPlain[static_cast<unsigned char>(c)]; }

// "[label](target)": where the label ends and where the whole ends; zero when rest does not begin with a link.
struct Link {
  std::size_t label_end = 0, end = 0;
};
Link link_at(std::string_view rest) {
  const std::size_t label_end = rest.substr(0, kMaxLinkLabel).find_first_of("]\n");
  if (label_end == std::string_view::npos || label_end < 2 || rest.substr(label_end, 2) != "](") return {};
  const std::string_view target = rest.substr(label_end + 2, kMaxLinkTarget);
  const bool is_target = target.starts_with('#') || target.starts_with('/') || target.starts_with("http") || target.starts_with("www.") ||
                         target.starts_with("mailto:");
  const std::size_t close = target.find_first_of(") \n");
  if (!is_target || close == std::string_view::npos || target[close] != ')') return {};
  return {label_end, label_end + 2 + close + 1};
}

// True for each line that is part of a letterhead set one letter below the other.
std::vector<bool> vertical_lines(std::string_view text) {
  std::vector<bool> single;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && !is_break(text[i])) continue;
    const std::string_view line = trim(text.substr(start, i - start));
    single.push_back(line.size() == 1 && std::isalpha(static_cast<unsigned char>(line[0])) != 0);
    start = i + 1;
  }
  std::vector<bool> vertical(single.size());
  std::size_t last = single.size();
  for (std::size_t i = 0; i < single.size(); ++i) {
    if (!single[i]) continue;
    if (last < i && i - last <= kVerticalGap) vertical[last] = vertical[i] = true;
    last = i;
  }
  return vertical;
}

// A single line break is a space.
void join_lines(std::string& lower) {
  for (std::size_t i = 0; i < lower.size(); ++i) {
    if (lower[i] != '\n') continue;
    if (i + 1 < lower.size() && lower[i + 1] == '\n')
      ++i;  // no more than two stand together
    else
      lower[i] = ' ';
  }
}

class Repairer {
 public:
  explicit Repairer(std::string_view text) : text_(text), vertical_(vertical_lines(text)) {
    out_.text.reserve(text.size());
    out_.original_size = text.size();
  }

  Repaired run() && {
    while (at_ < text_.size()) step();
    out_.lower = to_lower_ascii(out_.text);
    join_lines(out_.lower);
    return std::move(out_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if (line_start() && vertical_[line_]) return skip_line();
    if (is_plain(c)) return copy_plain();
    if (is_break(c)) return line_break();
    if (is_blank(c)) return drop(1, " ");
    if (c == '*' && text_.substr(at_, 2) == "**") return drop(2, "");
    if (c == '#' && (line_start() || text_[at_ - 1] == '#')) return drop(1, "");
    if (c == '[' && link_end_ <= at_) return link_open();
    if (link_label_ != 0 && at_ == link_label_) return link_close();
    if (const Replacement* r = replacement_at(text_.substr(at_))) return drop(r->from.size(), r->to);
    copy(c);
  }

  bool line_start() const { return at_ == 0 || is_break(text_[at_ - 1]); }

  void skip_line() {
    while (at_ < text_.size() && !is_break(text_[at_])) ++at_;
    if (at_ < text_.size()) ++at_;
    ++line_;
    dirty_ = true;
  }

  void line_break() {
    ++line_;
    ++at_;
    std::string& out = out_.text;
    if (!out.empty() && out.back() == ' ') out.pop_back();
    dirty_ = true;
    if (out.size() >= 2 && out.back() == '\n' && out[out.size() - 2] == '\n') return;
    if (out.empty() || (out.back() == '\n' && runs_on())) return;
    anchor(at_ - 1);
    out += '\n';
    dirty_ = true;
  }

  // Text in double spacing: a blank line after "withheld under the" and before "exemptions" ends no paragraph.
  bool runs_on() const {
    constexpr std::string_view words[] = {"under", "of",  "the",  "by",  "to",   "in", "and",  "a",       "an",
                                          "with",  "for", "from", "was", "were", "or", "that", "section", "sections"};
    constexpr std::size_t reach = 64;  // bytes of white space looked over
    std::size_t next = at_;
    while (next < text_.size() && next < at_ + reach && (is_blank(text_[next]) || is_break(text_[next]))) ++next;
    if (next >= text_.size() || text_[next] < 'a' || text_[next] > 'z') return false;
    const std::string_view line = std::string_view(out_.text).substr(0, out_.text.size() - 1);
    const std::string_view last = line.substr(line.find_last_of(" \n") == std::string_view::npos ? 0 : line.find_last_of(" \n") + 1);
    return std::ranges::find(words, last) != std::end(words);
  }

  // Leaves out `bytes` bytes and writes `instead`, but no white space after white space.
  void drop(std::size_t bytes, std::string_view instead) {
    std::string& out = out_.text;
    const bool blank = instead == " ";
    if (!instead.empty() && !(blank && (out.empty() || out.back() == ' ' || out.back() == '\n'))) {
      anchor(at_);
      out += instead;
    }
    at_ += bytes;
    dirty_ = true;
  }

  void link_open() {
    const Link link = link_at(text_.substr(at_));
    if (link.end == 0) return copy('[');
    link_label_ = at_ + link.label_end;
    link_end_ = at_ + link.end;
    drop(1, "");
  }
  void link_close() {
    drop(link_end_ - at_, "");
    link_label_ = 0;
  }

  void copy(char c) {
    if (dirty_) anchor(at_);
    dirty_ = false;
    out_.text += c;
    ++at_;
  }

  // Words with one space between them stay as they are.
  void copy_plain() {
    const std::string_view rest = text_.substr(at_);
    std::size_t end = 1;
    while (end < rest.size() && (is_plain(rest[end]) || (rest[end] == ' ' && end + 1 < rest.size() && is_plain(rest[end + 1])))) ++end;
    if (dirty_) anchor(at_);
    dirty_ = false;
    out_.text += rest.substr(0, end);
    at_ += end;
  }

  void anchor(std::size_t original) {
    auto& anchors = out_.anchors;
    if (!anchors.empty() && anchors.back().repaired == out_.text.size()) anchors.pop_back();
    anchors.push_back({out_.text.size(), original});
  }

  std::string_view text_;
  std::vector<bool> vertical_;
  Repaired out_;
  std::size_t at_ = 0, line_ = 0;
  std::size_t link_label_ = 0, link_end_ = 0;
  bool dirty_ = true;  // the next byte copied does not follow the one before
};

}  // namespace

std::size_t Repaired::original(std::size_t offset) const {
  if (offset >= text.size()) return original_size;
  const auto after =
      std::upper_bound(anchors.begin(), anchors.end(), offset, [](std::size_t o, const Anchor& a) { return o < a.repaired; });
  if (after == anchors.begin()) return 0;
  const std::size_t limit = after == anchors.end() ? original_size : after->original;
  return std::min(std::prev(after)->original + (offset - std::prev(after)->repaired), limit);
}

std::size_t Repaired::repaired(std::size_t place) const {
  if (place >= original_size) return text.size();
  const auto after = std::upper_bound(anchors.begin(), anchors.end(), place, [](std::size_t o, const Anchor& a) { return o < a.original; });
  if (after == anchors.begin()) return 0;
  const std::size_t limit = after == anchors.end() ? text.size() : after->repaired;
  return std::min(std::prev(after)->repaired + (place - std::prev(after)->original), limit);
}

Span Repaired::original(Span span) const {
  if (span.empty()) return {original(span.start), original(span.start)};
  return {original(span.start), original(span.end - 1) + 1};
}

Span Repaired::repaired(Span span) const { return {repaired(span.start), std::max(repaired(span.start), repaired(span.end))}; }

std::string_view Repaired::lower_view(Span span) const {
  const std::size_t start = std::min(span.start, lower.size());
  return std::string_view(lower).substr(start, std::min(std::max(span.end, start), lower.size()) - start);
}

Repaired repair(std::string_view text) {
  Repaired repaired = Repairer(text).run();
  repaired.starts = WordStarts(repaired.lower);
  return repaired;
}

namespace {

// Plain bytes in lower case; zero for others.
constexpr std::array<char, 256> kPlainLower = [] {
  std::array<char, 256> lower{};
  for (std::size_t c = 0; c < lower.size(); ++c)
    if (kPlain[c]) lower[c] = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return lower;
}();

// What Repairer makes of a stretch without marks of Markdown and without lines of one character, which may be a vertical letterhead:
// nothing of any other. Most are such.
std::optional<std::string> plainly_lower(std::string_view text) {
  std::string out(text.size(), '\0');  // nothing is longer than what it replaces
  char* const begin = out.data();
  char* end = begin;
  const auto blank = [&] {
    if (end > begin && end[-1] != ' ' && end[-1] != '\n') *end++ = ' ';
  };
  std::size_t ink = 0;  // characters of the line that are not blank
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (const char plain = kPlainLower[static_cast<unsigned char>(c)]; plain != '\0') {
      *end++ = plain;
      ++at;
      ++ink;
    } else if (is_blank(c)) {
      blank();
      ++at;
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      const Replacement* const r = replacement_at(text.substr(at));
      const std::string_view to = r == nullptr ? text.substr(at, 1) : r->to;
      at += r == nullptr ? 1 : r->from.size();
      ++ink;
      if (to == " ")
        blank();
      else
        end = std::ranges::copy(to, end).out;
    } else if (is_break(c) && ink != 1) {
      ink = 0;
      if (end > begin && end[-1] == ' ') --end;
      if (end > begin && !(end > begin + 1 && end[-1] == '\n' && end[-2] == '\n')) *end++ = '\n';
      ++at;
    } else {
      return std::nullopt;
    }
  }
  if (ink == 1) return std::nullopt;
  out.resize(static_cast<std::size_t>(end - begin));
  join_lines(out);
  return out;
}

}  // namespace

std::string repaired_lower(std::string_view text) {
  std::optional<std::string> plain = plainly_lower(text);
  return plain ? std::move(*plain) : Repairer(text).run().lower;
}

}  // namespace foi::understand
