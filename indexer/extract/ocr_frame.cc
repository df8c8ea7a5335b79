#include "indexer/extract/ocr_frame.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "indexer/extract/points.h"

namespace foi::extract {
namespace {

struct Point {
  double x = 0, y = 0;
};

Point unturned(Point p, int quarters, double width, double height) {
  switch (quarters) {
    case 1:
      return {p.y, height - p.x};
    case 2:
      return {width - p.x, height - p.y};
    case 3:
      return {width - p.y, p.x};
    default:
      return p;
  }
}

}  // namespace

Box OcrFrame::on_page(const Box& b) const {
  const double scale = dpi / kPointsAnInch;
  const double cosine = std::cos(angle);
  const double sine = std::sin(angle);
  const double drawn_w = drawn_width;
  const double drawn_h = drawn_height;
  const auto [turned_w, turned_h] = quarters % 2 == 0 ? std::pair{drawn_w, drawn_h} : std::pair{drawn_h, drawn_w};
  Point least{drawn_w, drawn_h};
  Point most{0, 0};
  for (const auto& [x, y] : std::array<Point, 4>{{{b.x0, b.y0}, {b.x1, b.y0}, {b.x0, b.y1}, {b.x1, b.y1}}}) {
    const double dx = x * scale - width / 2.0;
    const double dy = y * scale - height / 2.0;
    const Point straight{dx * cosine + dy * sine + turned_w / 2, dy * cosine - dx * sine + turned_h / 2};
    const Point p = unturned(straight, quarters, drawn_w, drawn_h);
    least = {std::min(least.x, p.x), std::min(least.y, p.y)};
    most = {std::max(most.x, p.x), std::max(most.y, p.y)};
  }
  const auto points = [scale](double v, double end) { return static_cast<float>(std::clamp(v, 0.0, end) / scale); };
  return {points(least.x, drawn_w), points(least.y, drawn_h), points(most.x, drawn_w), points(most.y, drawn_h)};
}

}  // namespace foi::extract
