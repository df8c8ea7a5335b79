// Text → Pango layouts. One context for the whole program: fonts come from fontconfig, metrics are unhinted so that every surface agrees.
// Thread safety: none; make-corpus is one thread.
#pragma once

#include <string_view>

#include "corpus/make/markup.h"
#include "corpus/make/page_art.h"

namespace foi::corpus {

struct Font {
  std::string_view family;
  double size = 10;
  bool bold = false, italic = false;
  double spacing = 1.1;  // line spacing, a factor
  bool plain_advances = false;
};

// Deleted and hidden runs are left out: nobody sees them on paper. width in points.
Layout lay_out(const Text& text, const Font& font, double width, Align align = Align::kLeft);
int line_count(const Layout& layout);
double height_of(const Layout& layout);

}  // namespace foi::corpus
