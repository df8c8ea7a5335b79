// What a set page holds, ready to be painted on any surface. Points from the top left corner, y downwards.
#pragma once

#include <pango/pango.h>

#include <memory>
#include <string>
#include <vector>

#include "corpus/make/style.h"

namespace foi::corpus {

struct Point {
  double x = 0, y = 0;
};
struct Fill {
  double x = 0, y = 0, width = 0, height = 0;
  Colour colour;
};
struct Stroke {
  std::vector<Point> points{};
  double width = 0.6;
  Colour colour{};
  bool filled = false;  // the closed shape instead of its outline
  bool curved = false;  // points are: start, then groups of three as cairo_curve_to takes them
};

using Layout = std::shared_ptr<PangoLayout>;
// One line of a laid-out paragraph, its baseline starting at (x, y).
struct TextLine {
  Layout layout;
  int index = 0;
  double x = 0, y = 0;
  Colour colour;
};

struct PageArt {
  double width = kPageWidth, height = kPageHeight;
  int rotate = 0;  // degrees a viewer turns the page clockwise
  std::vector<Fill> fills{};
  std::vector<Stroke> strokes{};
  std::vector<TextLine> lines{};
};

// The words of a page, a line each, in the order they were set.
std::string words_of(const PageArt& page);

}  // namespace foi::corpus
