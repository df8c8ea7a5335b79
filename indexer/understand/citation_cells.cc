#include "indexer/understand/citation_cells.h"

#include <algorithm>

#include "indexer/understand/cues.h"

namespace foi::understand {

// How far above a cell the head of its table is looked for, in bytes.
static constexpr std::size_t kHeadReach = 300;

std::optional<CitedCell> cited_cell_at(const RoleContext& context, std::size_t original) {
  const Letter& letter = context.letter;
  if (letter.lines.empty()) return std::nullopt;
  const std::span<const Span> cells = cells_of(letter, letter.lines[letter.line_index(original)]);
  if (cells.size() < 2) return std::nullopt;
  const auto own = std::ranges::find_if(cells, [original](Span cell) { return cell.contains(original); });
  if (own == cells.end()) return std::nullopt;
  const bool last = std::next(own) == cells.end();
  return CitedCell{context.text.repaired(*own), last ? Span{} : context.text.repaired(*std::next(own))};
}

bool is_counted_row(const RoleContext& context, const CitedCell& at) {
  static constexpr std::string_view grounds[] = {"exempt",   "exemption", "exemptions", "exception", "withheld", "refused",
                                                 "redacted", "redaction", "applied",    "foi",       "foia",     "foisa"};
  const std::string_view count = context.text.lower_view(at.next);
  const bool figure = std::ranges::any_of(count, [](char c) { return c >= '0' && c <= '9'; }) &&
                      count.find_first_not_of("0123456789,.%- ") == std::string_view::npos;
  const std::size_t from = at.cell.start < kHeadReach ? 0 : at.cell.start - kHeadReach;
  return figure && !has_any(context.text.lower_view({from, at.cell.end}), grounds);
}

}  // namespace foi::understand
