#include "corpus/make/markup.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <regex>

#include "corpus/make/letter.h"

namespace foi::corpus {
namespace {

// The switch a two-character mark turns, or nothing.
bool Run::*mark_of(std::string_view text) {
  if (text.starts_with("**")) return &Run::bold;
  if (text.starts_with("__")) return &Run::italic;
  if (text.starts_with("~~")) return &Run::deleted;
  if (text.starts_with("%%")) return &Run::hidden;
  return nullptr;
}

// The label of a list item and what follows it.
std::optional<std::pair<std::string, std::string>> item(const std::string& line) {
  static const std::regex kItem(R"(^(\*|-|\(?[0-9]{1,2}[.)]|\(?[a-z][.)]|\([ivx]{1,4}\)|Q[0-9]{1,2}[.:]?) +(.*)$)");
  std::smatch found;
  if (!std::regex_match(line, found, kItem)) return std::nullopt;
  return std::pair{found[1].str(), found[2].str()};
}

bool is_ruler(const std::vector<std::string>& cells) {
  return !cells.empty() && std::all_of(cells.begin(), cells.end(), [](const std::string& cell) {
    return cell.find_first_not_of("-:") == std::string::npos && cell.find('-') != std::string::npos;
  });
}

Column column_of(const std::string& ruler) {
  Column column;
  column.weight = static_cast<double>(std::count(ruler.begin(), ruler.end(), '-'));
  if (ruler.ends_with(':')) column.align = ruler.starts_with(':') ? Align::kCentre : Align::kRight;
  return column;
}

Look look_of(std::string_view directives) {
  Look look;
  for (const std::string& word : split_list(directives, ' ')) {
    if (word == "@right") look.align = Align::kRight, look.lines = true;
    if (word == "@center") look.align = Align::kCentre, look.lines = true;
    if (word == "@lines") look.lines = true;
    if (word == "@small") look.small = true;
    if (word == "@blue") look.blue = true;
    if (word == "@box") look.boxed = true;
    if (word == "@indent") look.indented = true;
    if (word == "@bold") look.bold = true;
  }
  return look;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

// Reads blocks line by line; a blank line ends a paragraph, an item or a table.
class Reader {
 public:
  std::vector<Block> read(std::string_view body) {
    for (const std::string& line : split_lines(body)) take(line);
    close();
    return std::move(blocks_);
  }

 private:
  void take(const std::string& line) {
    const std::string bare = trim(line);
    if (bare.empty()) return close();
    if (single(bare)) return;
    if (bare.front() == '@') return close(), void(look_ = look_of(bare));
    if (bare.front() == '|') return row(bare);
    if (bare.starts_with("> ") || bare == ">") return quote(bare.size() > 2 ? bare.substr(2) : "");
    if (const auto found = item(bare)) return begin_item(*found, line.starts_with("  "));
    if (!open_) start(BlockKind::kParagraph);
    append(bare);
  }

  // Blocks that are one line.
  bool single(const std::string& bare) {
    if (bare == "---") return lone({.kind = BlockKind::kRule});
    if (bare == "===") return lone({.kind = BlockKind::kPageBreak});
    if (bare == "=== landscape") return lone({.kind = BlockKind::kPageBreak, .level = 2});
    if (bare == "@sign") return lone({.kind = BlockKind::kSignature});
    if (bare.starts_with("@gap ")) return lone({.kind = BlockKind::kGap, .points = std::stod(bare.substr(5))});
    if (bare.starts_with("## ")) return lone({.kind = BlockKind::kHeading, .level = 2, .look = look_, .text = parse_text(bare.substr(3))});
    if (bare.starts_with("# ")) return lone({.kind = BlockKind::kHeading, .level = 1, .look = look_, .text = parse_text(bare.substr(2))});
    return false;
  }

  bool lone(Block block) {
    close();
    look_ = {};
    blocks_.push_back(std::move(block));
    return true;
  }

  void start(BlockKind kind) {
    close();
    open_ = Block{.kind = kind, .look = look_};
    look_ = {};
    raw_.clear();
  }

  void append(const std::string& line) {
    const bool breaks = line.ends_with('\\');
    if (!raw_.empty() && raw_.back() != '\n') raw_ += open_->look.lines ? '\n' : ' ';
    raw_ += breaks ? trim(line.substr(0, line.size() - 1)) + "\n" : line;
  }

  void quote(const std::string& line) {
    const auto found = item(line);
    if (!open_ || open_->kind != BlockKind::kQuote || found) start(BlockKind::kQuote);
    if (found) open_->label = found->first;
    append(found ? found->second : line);
  }

  void begin_item(const std::pair<std::string, std::string>& found, bool nested) {
    if (open_ && open_->kind == BlockKind::kItem) look_ = open_->look;
    start(BlockKind::kItem);
    open_->level = nested ? 2 : 1;
    open_->label = found.first;
    append(found.second);
  }

  void row(const std::string& line) {
    if (!open_ || open_->kind != BlockKind::kTable) start(BlockKind::kTable);
    const auto cells = split_row(line);
    if (is_ruler(cells)) {
      open_->columns.clear();
      for (const auto& cell : cells) open_->columns.push_back(column_of(cell));
      if (open_->rows.size() == 1) open_->header_row = true;
      return;
    }
    std::vector<Text> texts;
    for (const auto& cell : cells) texts.push_back(parse_text(replaced(cell, "<br>", "\n")));
    open_->rows.push_back(std::move(texts));
  }

  void close() {
    if (!open_) return;
    if (open_->kind == BlockKind::kTable) {
      if (open_->columns.empty()) open_->columns.assign(open_->rows.front().size(), {});
    } else {
      open_->text = parse_text(trim(raw_));
    }
    blocks_.push_back(std::move(*open_));
    open_.reset();
  }

  std::vector<Block> blocks_;
  std::optional<Block> open_;
  std::string raw_;
  Look look_;
};

}  // namespace

Text parse_text(std::string_view text) {
  Text runs;
  Run run;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool Run::*mark = mark_of(text.substr(i));
    if (mark == nullptr) {
      run.text += text[i];
      continue;
    }
    if (!run.text.empty()) runs.push_back(run);
    run.text.clear();
    run.*mark = !(run.*mark);
    ++i;
  }
  if (!run.text.empty()) runs.push_back(run);
  return runs;
}

std::string plain(const Text& text) {
  std::string words;
  for (const Run& run : text) words += run.text;
  return words;
}

std::vector<std::string> split_row(std::string_view line) {
  std::vector<std::string> cells;
  line.remove_prefix(1);
  if (line.ends_with('|')) line.remove_suffix(1);
  while (true) {
    const auto end = line.find('|');
    cells.push_back(trim(line.substr(0, end)));
    if (end == std::string_view::npos) return cells;
    line.remove_prefix(end + 1);
  }
}

std::vector<Block> parse_body(std::string_view body) { return Reader().read(body); }

}  // namespace foi::corpus
