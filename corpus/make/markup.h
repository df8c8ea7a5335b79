// The light markup of a letter's body → blocks. Pure.
//
//   # Heading   ## Lesser heading   > quoted request   * bullet   1. item (also 1) (1) a) (a) Q1. (iv))   --- rule   === new page   ===
//   landscape  new sideways page | cell | cell |     a table row; a row |---|--:| after the first makes it a header and gives widths
//   (dashes) and alignment (colons)
//   @right @lines @center @small @blue @box @indent @bold   on a line of its own: how the next block is set (several may be joined: @right
//   @small)
//   @sign   a drawn signature;   @gap N   N points of space;   \ at the end of a line, or <br> in a cell: a line break
//   **bold**  __italic__  ~~a tracked deletion~~  %%hidden text%%   (the last two only in office files)
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace foi::corpus {

struct Run {
  std::string text{};  // UTF-8; "\n" is a line break
  bool bold = false, italic = false, deleted = false, hidden = false;
};
using Text = std::vector<Run>;

enum class BlockKind { kHeading, kParagraph, kItem, kQuote, kTable, kRule, kPageBreak, kSignature, kGap };
enum class Align { kLeft, kRight, kCentre };

struct Look {
  Align align = Align::kLeft;
  bool small = false, blue = false, boxed = false, indented = false, bold = false, lines = false;
};

struct Column {
  double weight = 1;
  Align align = Align::kLeft;
};

struct Block {
  BlockKind kind = BlockKind::kParagraph;
  int level = 1;        // of a heading; 2 for an item that is indented by two spaces, and for a page break to a sideways page
  std::string label{};  // of an item, as printed
  double points = 0;    // of a gap
  Look look{};
  Text text{};
  std::vector<Column> columns{};
  bool header_row = false;
  std::vector<std::vector<Text>> rows{};
};

std::vector<Block> parse_body(std::string_view body);
Text parse_text(std::string_view text);
// The words alone.
std::string plain(const Text& text);
// A row "| a | b |" cut into its cells.
std::vector<std::string> split_row(std::string_view line);

}  // namespace foi::corpus
