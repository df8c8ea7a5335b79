#include "server/page_text.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "indexer/model/text.h"

namespace foi::server {
namespace {

struct Span {
  std::size_t from = 0, to = 0;
};

// Spaces that begin every line with something on it.
std::size_t common_indent(std::string_view text) {
  std::size_t indent = std::string_view::npos;
  for (const std::string_view line : split(text, '\n')) {
    const std::size_t first = line.find_first_not_of(" \r");
    if (first != std::string_view::npos) indent = std::min(indent, first);
  }
  return indent == std::string_view::npos ? 0 : indent;
}

// Leaves out shared indent and blank lines beyond one, whatever the text is cut into.
class Tidier {
 public:
  explicit Tidier(std::size_t indent) : indent_(indent) {}

  std::string tidy(std::string_view piece) {
    std::string out;
    for (const char c : piece) {
      if (c == '\r' || c == '\f') continue;
      if (c == '\n') {
        end_line(out);
      } else if (c == ' ' && column_ < indent_) {
        ++column_;
      } else if (c == ' ' && blank_) {
        ++held_spaces_;
      } else {
        if (blank_) out.append(held_spaces_, ' ');
        blank_ = false;
        started_ = true;
        held_spaces_ = 0;
        newlines_ = 0;
        out.push_back(c);
      }
    }
    return out;
  }

 private:
  void end_line(std::string& out) {
    column_ = 0;
    held_spaces_ = 0;
    blank_ = true;
    // The first ends a line, the second leaves one blank line; before any text none is wanted.
    if (started_ && newlines_ < 2) out.push_back('\n');
    ++newlines_;
  }

  std::size_t indent_, column_ = 0, held_spaces_ = 0, newlines_ = 0;
  bool blank_ = true, started_ = false;
};

class Cutter {
 public:
  Cutter(const index::StoredPage& page, std::string_view text) : text_(text) {
    for (const auto& region : page.boilerplate) add(boilerplate_, region.start, region.end);
    for (const auto& mask : page.masks) add(masks_, mask.where.start, mask.where.end);
  }

  void add_passages(const std::vector<Passage>& passages, std::uint32_t number) {
    const CodePointIndex places(text_);
    for (const auto& passage : passages) {
      if (passage.where.page != number) continue;
      const std::size_t from = places.byte_offset(passage.where.start), to = places.byte_offset(passage.where.end);
      if (add(cited_, from, to)) anchors_.emplace(from, passage.anchor);
    }
  }

  void add_found(const std::vector<Region>& found) {
    for (const Region& region : found) add(found_, region.start, region.end);
  }

  std::vector<Stretch> cut() {
    std::sort(cuts_.begin(), cuts_.end());
    cuts_.erase(std::unique(cuts_.begin(), cuts_.end()), cuts_.end());
    cuts_.push_back(text_.size());
    Tidier tidier(common_indent(text_));
    std::vector<Stretch> stretches;
    std::size_t from = 0;
    for (const std::size_t to : cuts_) {
      if (to <= from) continue;
      Stretch stretch{.text = tidier.tidy(text_.substr(from, to - from)), .anchor = {}};
      stretch.cited = inside(cited_, from);
      stretch.masked = inside(masks_, from);
      stretch.boilerplate = inside(boilerplate_, from);
      stretch.found = inside(found_, from);
      const auto anchor = anchors_.find(from);
      if (anchor != anchors_.end()) stretch.anchor = anchor->second;
      if (!stretch.text.empty() || !stretch.anchor.empty()) stretches.push_back(std::move(stretch));
      from = to;
    }
    return stretches;
  }

 private:
  bool add(std::vector<Span>& spans, std::size_t from, std::size_t to) {
    if (from >= to || to > text_.size() || !starts_code_point(from) || !starts_code_point(to)) return false;
    spans.push_back({from, to});
    cuts_.push_back(from);
    cuts_.push_back(to);
    return true;
  }

  bool starts_code_point(std::size_t at) const { return at == text_.size() || !continues_character(text_[at]); }

  static bool inside(const std::vector<Span>& spans, std::size_t at) {
    return std::any_of(spans.begin(), spans.end(), [&](const Span& span) { return span.from <= at && at < span.to; });
  }

  std::string_view text_;
  std::vector<Span> boilerplate_, masks_, cited_, found_;
  std::multimap<std::size_t, std::string> anchors_;
  std::vector<std::size_t> cuts_;
};

using Line = std::vector<Block::Cell>;

std::vector<Line> into_lines(const std::vector<Stretch>& stretches) {
  std::vector<Line> lines(1, Line(1));
  for (const Stretch& stretch : stretches) {
    Stretch piece = stretch;
    const auto flush = [&](std::string_view text) {
      piece.text = text;
      // An anchor without text (its line was blank) still has its place.
      if (!text.empty() || !piece.anchor.empty()) lines.back().back().push_back(piece);
      piece.anchor.clear();
    };
    std::string_view rest = stretch.text;
    for (std::size_t at = rest.find_first_of("\t\n"); at != std::string_view::npos; at = rest.find_first_of("\t\n")) {
      flush(rest.substr(0, at));
      if (rest[at] == '\t') lines.back().emplace_back();
      if (rest[at] == '\n') lines.emplace_back(1);
      rest = rest.substr(at + 1);
    }
    flush(rest);
  }
  return lines;
}

// Puts a line that is no part of a table back as it was.
void append_line(std::vector<Stretch>& text, Line line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (i > 0) text.push_back({.text = "\t", .anchor = {}});
    for (auto& stretch : line[i]) text.push_back(std::move(stretch));
  }
  text.push_back({.text = "\n", .anchor = {}});
}

}  // namespace

std::vector<Block> into_blocks(std::vector<Stretch> stretches) {
  const bool tabs =
      std::any_of(stretches.begin(), stretches.end(), [](const Stretch& s) { return s.text.find('\t') != std::string::npos; });
  std::vector<Block> blocks;
  if (!tabs) {
    if (!stretches.empty()) blocks.push_back({.text = std::move(stretches), .rows = {}});
    return blocks;
  }
  std::vector<Line> lines = into_lines(stretches);
  for (std::size_t from = 0; from < lines.size();) {
    std::size_t to = from;
    while (to < lines.size() && lines[to].size() > 1) ++to;
    // One line with a tab is a heading set out with it, not a table.
    if (to - from >= 2) {
      blocks.push_back({.text = {}, .rows = {}});
      for (; from < to; ++from) blocks.back().rows.push_back(std::move(lines[from]));
      continue;
    }
    if (blocks.empty() || blocks.back().text.empty()) blocks.push_back({.text = {}, .rows = {}});
    append_line(blocks.back().text, std::move(lines[from++]));
  }
  // The blank lines around a table.
  std::erase_if(blocks, [](const Block& block) {
    return block.rows.empty() && std::all_of(block.text.begin(), block.text.end(), [](const Stretch& s) { return trim(s.text).empty(); });
  });
  return blocks;
}

std::vector<Stretch> cut_page(const index::StoredPage& page, const std::vector<Passage>& passages, std::size_t max_bytes,
                              const std::vector<Region>& found) {
  Cutter cutter(page, utf8_prefix(page.page.text, max_bytes));
  cutter.add_passages(passages, page.page.number);
  cutter.add_found(found);
  return cutter.cut();
}

}  // namespace foi::server
