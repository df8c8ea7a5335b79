// Blocks → set pages, in a house style.
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/make/letter.h"
#include "corpus/make/markup.h"
#include "corpus/make/page_art.h"
#include "corpus/make/typeset.h"

namespace foi::corpus {

// The page being filled. Blocks go under one another; a page that is full is followed by the next.
class Flow {
 public:
  Flow(const HouseStyle& style, const Letter& letter);

  void add(const Block& block);
  // Letterheads and feet: text at a fixed place of the current page; gives its height.
  double text_at(double x, double y, double width, const Text& text, const Font& font, Align align = Align::kLeft, Colour colour = kBlack);
  PageArt& page() { return pages_.back(); }
  double y() const { return y_; }
  void move_to(double y) { y_ = y; }
  // Begins a new page when the rest of this one is lower than that.
  void keep_together(double height);
  double width() const { return pages_.back().width - style_.left - style_.right; }
  const HouseStyle& style() const { return style_; }
  const Letter& letter() const { return letter_; }
  Font body_font() const;

  // The pages with their feet. The flow is spent.
  std::vector<PageArt> finish();

 private:
  friend class TableSetter;
  void new_page();
  double bottom() const { return pages_.back().height - style_.bottom; }
  void place(const Layout& layout, double x, Colour colour);
  void heading(const Block& block);
  void paragraph(const Block& block);
  void item(const Block& block);
  void quote(const Block& block);
  void boxed(const Block& block);
  void rule();
  void signature();
  void foot();

  const HouseStyle& style_;
  const Letter& letter_;
  std::vector<PageArt> pages_;
  double y_ = 0;
  bool after_item_ = false;
  bool sideways_ = false;                         // new pages lie on their long side
  std::size_t page_number_ = 0, page_count_ = 0;  // while the feet are drawn
  std::uint64_t ink_ = 0;                         // state of the hand that signs
};

// A letter from head to foot.
std::vector<PageArt> set_letter(const Letter& letter, const HouseStyle& style);

}  // namespace foi::corpus
