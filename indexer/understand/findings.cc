#include "indexer/understand/findings.h"

#include <algorithm>
#include <string_view>

#include "indexer/understand/cues.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// A notice has a handful of such lines.
constexpr std::size_t kMaxFindings = 64;
// From the law's name to the end of its finding, in bytes.
constexpr std::size_t kLineBytes = 60;

class LineReader {
 public:
  LineReader(const Repaired& text, const CitationTable& table) : s_(text.lower), table_(table) {}

  std::vector<Finding> run() && {
    for (const std::string_view regime : {std::string_view("foi"), std::string_view("foia"), std::string_view("eir"),
                                          std::string_view("section"), std::string_view("regulation")})
      for (std::size_t at = find_phrase(s_, regime); at != std::string_view::npos && found_.size() < kMaxFindings;
           at = find_phrase(s_, regime, at + 1))
        read(regime, at);
    std::ranges::stable_sort(found_, {}, [](const Finding& f) { return f.place.start; });
    return std::move(found_);
  }

 private:
  char peek() const { return at_ < s_.size() ? s_[at_] : '\0'; }
  void skip(std::string_view characters) {
    while (at_ < s_.size() && characters.find(s_[at_]) != std::string_view::npos) ++at_;
  }
  bool take(std::string_view words) { return s_.substr(at_).starts_with(words) ? (at_ += words.size(), true) : false; }

  void read(std::string_view regime, std::size_t start) {
    at_ = start + regime.size();
    skip(" ");
    std::string section;
    while (is_digit(peek()) && section.size() < 2) section += s_[at_++];
    if (section.empty() || is_word(peek())) return;
    const Elements elements = take_elements();
    const std::size_t end = at_;
    if (peek() != ':' && peek() != '-' && peek() != ' ') return;
    skip(" :-");
    take("complaint ");
    const bool denied = take("not "), partly = take("partly ") || take("partially ");
    if (!take("upheld") || is_word(peek())) return;
    const bool environment = regime == "eir" || regime == "regulation";
    const auto codes = table_.resolve(environment ? "eir" : "foia", section, elements);
    if (codes.empty()) return;
    const CitationStatus status = partly ? CitationStatus::kPartlyUpheld : denied ? CitationStatus::kUpheld : CitationStatus::kOverturned;
    found_.push_back({codes.back().id, status, {start, end}});
  }

  // "(5)(b)", and ".5.b" as the Commissioner's pages print it.
  Elements take_elements() {
    Elements elements;
    while (peek() == '.' && at_ + 1 < s_.size() && is_word(s_[at_ + 1])) {
      std::size_t end = at_ + 1;
      while (end < s_.size() && is_word(s_[end])) ++end;
      elements.emplace_back(s_.substr(at_ + 1, end - at_ - 1));
      at_ = end;
    }
    while (peek() == '(') {
      const std::size_t close = s_.substr(at_, 6).find(')');
      if (close == std::string_view::npos || close < 2) break;
      elements.emplace_back(s_.substr(at_ + 1, close - 1));
      at_ += close + 1;
    }
    return elements;
  }

  std::string_view s_;
  const CitationTable& table_;
  std::vector<Finding> found_;
  std::size_t at_ = 0;
};

}  // namespace

bool has_finding(std::string_view lower) {
  constexpr std::string_view numbers = "0123456789.()abcdefghijv ", dash = "\u2013";
  constexpr std::string_view qualifying[] = {"complaint", "not", "partly", "partially"};
  for (const std::string_view regime : {"foi", "foia", "eir"})
    for (std::size_t at = find_phrase(lower, regime); at != std::string_view::npos; at = find_phrase(lower, regime, at + 1)) {
      std::string_view rest = lower.substr(at + regime.size()).substr(0, kLineBytes);
      if (rest.size() < 2 || rest[0] != ' ' || !is_digit(rest[1])) continue;
      rest.remove_prefix(std::min(rest.find_first_not_of(numbers), rest.size()));
      const std::size_t stop = rest.starts_with(dash) ? dash.size() : rest.starts_with(':') || rest.starts_with('-') ? 1 : 0;
      rest.remove_prefix(stop);
      if (stop > 0 && skip_words(rest, qualifying).starts_with("upheld")) return true;
    }
  return false;
}

std::vector<Finding> read_findings(const Repaired& text, const CitationTable& table) { return LineReader(text, table).run(); }

}  // namespace foi::understand
