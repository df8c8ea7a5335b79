#include "corpus/make/flow.h"

#include <algorithm>

#include "corpus/make/letterhead.h"
#include "corpus/make/random.h"
#include "corpus/make/tables.h"

namespace foi::corpus {
namespace {

constexpr double kIndent = 22;

struct LineMetrics {
  double top = 0, bottom = 0, baseline = 0, left = 0;
};

// Where each line of a layout stands, from the layout's own top left corner.
std::vector<LineMetrics> metrics_of(PangoLayout* layout) {
  std::vector<LineMetrics> lines;
  PangoLayoutIter* at = pango_layout_get_iter(layout);
  do {
    PangoRectangle logical;
    int top = 0, bottom = 0;
    pango_layout_iter_get_line_extents(at, nullptr, &logical);
    pango_layout_iter_get_line_yrange(at, &top, &bottom);
    const auto points = [](int units) { return static_cast<double>(units) / PANGO_SCALE; };
    lines.push_back({points(top), points(bottom), points(pango_layout_iter_get_baseline(at)), points(logical.x)});
  } while (pango_layout_iter_next_line(at));
  pango_layout_iter_free(at);
  return lines;
}

// A line in bold or italics over what follows must not be the last of its page.
bool works_as_heading(const Block& block) {
  return block.kind == BlockKind::kParagraph && !block.look.lines && !block.text.empty() &&
         std::all_of(block.text.begin(), block.text.end(), [](const Run& run) { return run.bold || run.italic; });
}

}  // namespace

Flow::Flow(const HouseStyle& style, const Letter& letter)
    : style_(style), letter_(letter), pages_(1), y_(style.top), ink_(hash_of(letter.name)) {}

Font Flow::body_font() const {
  return {.family = style_.font, .size = style_.size, .spacing = style_.line_spacing, .plain_advances = style_.plain_advances};
}

void Flow::new_page() {
  pages_.emplace_back();
  if (sideways_) pages_.back() = {.width = kPageHeight, .height = kPageWidth, .rotate = 90};
  y_ = style_.letterhead == Letterhead::kFax ? style_.top + 10 : style_.top;
}

void Flow::keep_together(double height) {
  if (y_ + height > bottom()) new_page();
}

double Flow::text_at(double x, double y, double width, const Text& text, const Font& font, Align align, Colour colour) {
  const Layout layout = lay_out(text, font, width, align);
  const auto lines = metrics_of(layout.get());
  for (std::size_t i = 0; i < lines.size(); ++i)
    page().lines.push_back({layout, static_cast<int>(i), x + lines[i].left, y + lines[i].baseline, colour});
  return height_of(layout);
}

// Sets line by line; a page break leaves at least two lines on either side of it where the paragraph has four.
void Flow::place(const Layout& layout, double x, Colour colour) {
  const auto lines = metrics_of(layout.get());
  double from = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t together = i == 0 ? std::min<std::size_t>(2, lines.size()) : lines.size() - i == 2 ? 2 : 1;
    if (y_ + lines[i + together - 1].bottom - from > bottom()) {
      new_page();
      from = lines[i].top;
    }
    page().lines.push_back({layout, static_cast<int>(i), x + lines[i].left, y_ + lines[i].baseline - from, colour});
  }
  y_ += lines.back().bottom - from;
}

void Flow::heading(const Block& block) {
  Font font = body_font();
  font.family = style_.heading_font;
  font.bold = true;
  font.size += block.level == 1 ? 2.5 : 0.8;
  const Layout layout = lay_out(block.text, font, width(), block.look.align);
  y_ += block.level == 1 ? 7 : 5;
  keep_together(height_of(layout) + 3 * style_.size);
  place(layout, style_.left, style_.accent);
  y_ += 4;
}

void Flow::paragraph(const Block& block) {
  Font font = body_font();
  if (block.look.small) font.size -= 2;
  font.bold = block.look.bold;
  const double indent = block.look.indented ? kIndent : 0;
  const Layout layout = lay_out(block.text, font, width() - indent, block.look.align);
  if (works_as_heading(block)) keep_together(height_of(layout) + 3 * style_.size);
  place(layout, style_.left + indent, block.look.blue ? style_.answer : kBlack);
  y_ += block.look.small ? style_.paragraph_gap - 3 : style_.paragraph_gap;
}

void Flow::item(const Block& block) {
  const std::string label = block.label == "*" ? "•" : block.label == "-" ? "–" : block.label;
  const double left = style_.left + (block.level == 2 || block.look.indented ? kIndent : 4);
  const Colour colour = block.look.blue ? style_.answer : kBlack;
  const double hang = label.size() > 3 ? 27 : 18;
  Font font = body_font();
  font.bold = block.look.bold;
  const Layout layout = lay_out(block.text, font, style_.left + width() - left - hang);
  keep_together(std::min(height_of(layout), 2.6 * style_.size));
  text_at(left, y_, hang, {{.text = label}}, font, Align::kLeft, colour);
  place(layout, left + hang, colour);
  y_ += style_.paragraph_gap * 0.55;
}

void Flow::quote(const Block& block) {
  Font font = body_font();
  font.italic = style_.quote == QuoteLook::kItalic;
  const double left = style_.left + kIndent;
  const double hang = block.label.empty() ? 0 : 20;
  const Layout layout = lay_out(block.text, font, width() - 2 * kIndent - hang);
  const double height = height_of(layout);
  keep_together(height + 6);
  if (style_.quote == QuoteLook::kShaded) page().fills.push_back({style_.left + 10, y_ - 3, width() - 20, height + 8, {0.94, 0.94, 0.95}});
  if (style_.quote == QuoteLook::kBar) page().fills.push_back({style_.left + 8, y_ - 2, 2.4, height + 8, style_.accent});
  if (hang > 0) text_at(left, y_, hang, {{.text = block.label}}, font);
  place(layout, left + hang, kBlack);
  y_ += style_.paragraph_gap * (block.label.empty() ? 0.9 : 0.75);
}

void Flow::boxed(const Block& block) {
  Font font = body_font();
  if (block.look.small) font.size -= 1.5;
  font.bold = block.look.bold;
  const Layout layout = lay_out(block.text, font, width() - 24, block.look.align);
  const double height = height_of(layout) + 16;
  keep_together(height);
  page().fills.push_back({style_.left, y_, width(), height, {0.96, 0.96, 0.94}});
  const double right = style_.left + width();
  page().strokes.push_back({.points = {{style_.left, y_}, {right, y_}, {right, y_ + height}, {style_.left, y_ + height}, {style_.left, y_}},
                            .width = 0.7,
                            .colour = style_.accent});
  const double top = y_;
  y_ += 8;
  place(layout, style_.left + 12, kBlack);
  y_ = top + height + style_.paragraph_gap;
}

void Flow::rule() {
  page().strokes.push_back({.points = {{style_.left, y_}, {style_.left + width(), y_}}, .width = 0.6, .colour = style_.accent});
  y_ += style_.paragraph_gap;
}

// A few loops of a pen that sign for nobody.
void Flow::signature() {
  constexpr double kHeight = 34;
  keep_together(kHeight);
  Random random(ink_);
  Stroke stroke{.points = {{style_.left + 4, y_ + kHeight * 0.6}}, .width = 1.1, .colour = {0.05, 0.08, 0.32}, .curved = true};
  double x = style_.left + 4;
  const int strokes = 3 + static_cast<int>(random.below(6));
  const double hurry = random.between(0.8, 1.7);
  for (int i = 0; i < strokes; ++i) {
    const double step = hurry * random.between(6, 15), rise = random.between(0.05, 0.5), fall = random.between(0.55, 1.0);
    stroke.points.push_back({x + step * 0.9, y_ + kHeight * rise});
    stroke.points.push_back({x - step * 0.2, y_ + kHeight * fall});
    x += step;
    stroke.points.push_back({x, y_ + kHeight * random.between(0.45, 0.7)});
  }
  page().strokes.push_back(std::move(stroke));
  y_ += kHeight + 4;
}

void Flow::add(const Block& block) {
  if (after_item_ && block.kind != BlockKind::kItem) y_ += style_.paragraph_gap * 0.45;
  after_item_ = block.kind == BlockKind::kItem;
  if (block.look.boxed) return boxed(block);
  switch (block.kind) {
    case BlockKind::kHeading:
      return heading(block);
    case BlockKind::kParagraph:
      return paragraph(block);
    case BlockKind::kItem:
      return item(block);
    case BlockKind::kQuote:
      return quote(block);
    case BlockKind::kTable:
      return TableSetter(*this, block).set();
    case BlockKind::kRule:
      return rule();
    case BlockKind::kPageBreak:
      sideways_ = block.level == 2;
      return new_page();
    case BlockKind::kSignature:
      return signature();
    case BlockKind::kGap:
      y_ += block.points;
      return;
  }
}

void Flow::foot() {
  const Font font{.family = style_.heading_font, .size = 8, .spacing = 1.15, .plain_advances = style_.plain_advances};
  const Colour grey{0.35, 0.35, 0.38};
  const double y = bottom() + 16;
  std::string line = letter_.at("footer");
  for (auto at = line.find(" / "); at != std::string::npos; at = line.find(" / ")) line.replace(at, 3, "\n");
  double used = 0;
  if (!line.empty()) used = text_at(style_.left, y, width(), parse_text(line), font, Align::kCentre, grey);
  std::string number(style_.page_number);
  const auto put = [&](char mark, std::size_t value) {
    if (const auto at = number.find(mark); at != std::string::npos) number.replace(at, 1, std::to_string(value));
  };
  put('$', page_count_);
  put('#', page_number_);
  if (!number.empty()) text_at(style_.left, y + used + 1, width(), {{.text = number}}, font, Align::kRight, grey);
}

std::vector<PageArt> Flow::finish() {
  std::vector<PageArt> all = std::move(pages_);
  page_count_ = all.size();
  page_number_ = 0;
  for (PageArt& page : all) {
    ++page_number_;
    pages_.clear();
    pages_.push_back(std::move(page));
    foot();
    if (style_.letterhead == Letterhead::kFax) draw_fax_line(*this, page_number_, page_count_);
    page = std::move(pages_.back());
  }
  return all;
}

std::vector<PageArt> set_letter(const Letter& letter, const HouseStyle& style) {
  Flow flow(style, letter);
  draw_letterhead(flow);
  const std::vector<Block> blocks = parse_body(letter.body);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    // The greeting, the signature and the name under it stay on one page.
    if (i + 1 < blocks.size() && blocks[i + 1].kind == BlockKind::kSignature) flow.keep_together(96);
    flow.add(blocks[i]);
  }
  return flow.finish();
}

}  // namespace foi::corpus
