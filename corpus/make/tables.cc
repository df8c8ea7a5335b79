#include "corpus/make/tables.h"

#include <algorithm>
#include <numeric>

namespace foi::corpus {
namespace {

constexpr double kPadding = 4;

Colour tint(Colour colour, double strength) {
  const auto mix = [&](double part) { return 1 - (1 - part) * strength; };
  return {mix(colour.red), mix(colour.green), mix(colour.blue)};
}

}  // namespace

TableSetter::TableSetter(Flow& flow, const Block& block) : flow_(flow), block_(block) {
  const double all = std::accumulate(block.columns.begin(), block.columns.end(), 0.0,
                                     [](double sum, const Column& column) { return sum + column.weight; });
  double x = flow.style().left;
  edges_.push_back(x);
  for (const Column& column : block.columns) edges_.push_back(x += flow.width() * column.weight / all);
}

std::vector<TableSetter::Cell> TableSetter::lay_row(std::size_t row) const {
  Font font = flow_.body_font();
  font.size -= block_.columns.size() > 4 ? 1.5 : 0.5;
  if (block_.look.small) font.size -= 1;
  font.spacing = 1.0;
  font.bold = is_header(row);
  std::vector<Cell> cells;
  const auto& texts = block_.rows[row];
  for (std::size_t i = 0; i < std::min(texts.size(), block_.columns.size()); ++i) {
    const double width = edges_[i + 1] - edges_[i] - 2 * kPadding;
    cells.push_back({lay_out(texts[i], font, width, block_.columns[i].align), edges_[i] + kPadding, width});
  }
  return cells;
}

void TableSetter::draw_row(std::size_t row, const std::vector<Cell>& cells) {
  const HouseStyle& style = flow_.style();
  double height = 0;
  for (const Cell& cell : cells) height = std::max(height, height_of(cell.layout));
  height += 2 * kPadding;
  const double top = flow_.y();
  PageArt& page = flow_.page();
  const bool filled_header = is_header(row) && style.table == TableLook::kFilled;
  if (filled_header) page.fills.push_back({edges_.front(), top, edges_.back() - edges_.front(), height, style.accent});
  if (is_header(row) && style.table == TableLook::kGrid)
    page.fills.push_back({edges_.front(), top, edges_.back() - edges_.front(), height, tint(style.accent, 0.14)});
  if (!is_header(row) && style.table == TableLook::kFilled && row % 2 == 0)
    page.fills.push_back({edges_.front(), top, edges_.back() - edges_.front(), height, tint(style.accent, 0.08)});
  for (const Cell& cell : cells) {
    flow_.move_to(top + kPadding);
    flow_.place(cell.layout, cell.x, filled_header ? kWhite : kBlack);
  }
  const Colour line = style.table == TableLook::kGrid ? Colour{0.35, 0.35, 0.35} : style.accent;
  const double weight = is_header(row) && style.table == TableLook::kRules ? 1.1 : 0.5;
  page.strokes.push_back({.points = {{edges_.front(), top + height}, {edges_.back(), top + height}}, .width = weight, .colour = line});
  if (style.table == TableLook::kGrid) {
    page.strokes.push_back({.points = {{edges_.front(), top}, {edges_.back(), top}}, .width = 0.5, .colour = line});
    for (const double x : edges_) page.strokes.push_back({.points = {{x, top}, {x, top + height}}, .width = 0.5, .colour = line});
  }
  flow_.move_to(top + height);
}

void TableSetter::set() {
  flow_.move_to(flow_.y() + 2);
  for (std::size_t row = 0; row < block_.rows.size(); ++row) {
    const auto cells = lay_row(row);
    double height = 0;
    for (const Cell& cell : cells) height = std::max(height, height_of(cell.layout));
    const double needed = height + 2 * kPadding + (is_header(row) ? 30 : 0);
    if (flow_.y() + needed > flow_.bottom()) {
      flow_.new_page();
      if (block_.header_row && row > 0) draw_row(0, lay_row(0));
    }
    draw_row(row, cells);
  }
  flow_.move_to(flow_.y() + flow_.style().paragraph_gap + 2);
}

}  // namespace foi::corpus
