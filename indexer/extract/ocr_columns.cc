#include "indexer/extract/ocr_columns.h"

#include <algorithm>
#include <cmath>

#include "indexer/extract/points.h"

namespace foi::extract {
namespace {

// In heights of an ordinary word: how high a word of a column is at least and how wide at most, how far apart the words of one column and
// how far from it the lines it marks may stand, and how much of a line is read again with its marker.
constexpr float kTall = 2.2F, kWide = 2.5F, kColumnGap = 8, kIndent = 6, kReadWith = 30;
// How much is added round a strip, so that no letter is cut.
constexpr float kMargin = 0.3F;
constexpr std::size_t kMarkerBytes = 5;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

float height_of(const Box& box) { return box.y1 - box.y0; }
float width_of(const Box& box) { return box.x1 - box.x0; }
float middle_of(const Box& box) { return (box.y0 + box.y1) / 2; }
Box around(const Box& a, const Box& b) { return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)}; }

float usual_height(const std::vector<PlacedWord>& words) {
  std::vector<float> heights;
  heights.reserve(words.size());
  for (const PlacedWord& word : words) heights.push_back(height_of(word.box));
  if (heights.empty()) return 0;
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::ranges::nth_element(heights, middle);
  return *middle;
}

bool is_tall(const Box& box, float usual) {
  return height_of(box) > kTall * usual && width_of(box) < kWide * usual && width_of(box) < height_of(box);
}

// Where each line beside the column begins, from the top.
std::vector<Box> lines_beside(const Box& column, const std::vector<PlacedWord>& words, float usual) {
  std::vector<Box> starts;
  for (const PlacedWord& word : words) {
    const float middle = middle_of(word.box), gap = word.box.x0 - column.x1;
    const bool beside = middle > column.y0 - usual / 2 && middle < column.y1 + usual / 2 && gap > -kMargin * usual && gap < kIndent * usual;
    if (beside && height_of(word.box) < kTall * usual) starts.push_back(word.box);
  }
  std::ranges::sort(starts, {}, middle_of);
  std::vector<Box> lines;
  for (const Box& start : starts) {
    if (!lines.empty() && middle_of(start) - middle_of(lines.back()) < usual / 2)
      lines.back() = around(lines.back(), start);
    else
      lines.push_back(start);
  }
  return lines;
}

}  // namespace

std::vector<MarkerColumn> find_marker_columns(const std::vector<PlacedWord>& words) {
  const float usual = usual_height(words);
  std::vector<Box> tall;
  for (const PlacedWord& word : words)
    if (is_tall(word.box, usual) && std::ranges::any_of(word.text, is_letter)) tall.push_back(word.box);
  std::ranges::sort(tall, {}, &Box::y0);
  std::vector<MarkerColumn> columns;
  for (const Box& box : tall) {
    const auto same = std::ranges::find_if(columns, [&](const MarkerColumn& column) {
      return box.x0 < column.box.x1 && box.x1 > column.box.x0 && box.y0 - column.box.y1 < kColumnGap * usual;
    });
    if (same == columns.end())
      columns.push_back({box, {}});
    else
      same->box = around(same->box, box);
  }
  std::size_t lines = 0;
  for (MarkerColumn& column : columns) {
    if (lines >= kMostColumnLines) break;
    for (const Box& start : lines_beside(column.box, words, usual)) {
      if (++lines > kMostColumnLines) break;
      column.lines.push_back(
          {column.box.x0 - kMargin * usual, start.y0 - kMargin * usual, start.x0 + kReadWith * usual, start.y1 + kMargin * usual});
    }
  }
  std::erase_if(columns, [](const MarkerColumn& column) { return column.lines.empty(); });
  return columns;
}

PixelBox pixels_within(const Box& points, double dpi, int width, int height) {
  const auto pixels = [&](float value, int most) {
    return static_cast<int>(std::lround(std::clamp(static_cast<double>(value) * dpi / kPointsAnInch, 0.0, static_cast<double>(most))));
  };
  const int left = pixels(points.x0, width), top = pixels(points.y0, height);
  return {left, top, pixels(points.x1, width) - left, pixels(points.y1, height) - top};
}

bool is_marker(std::string_view text) {
  if (text.empty() || text.size() > kMarkerBytes) return false;
  const bool opened = text.front() == '(', closed = text.back() == '.' || text.back() == ')' || text.back() == ':';
  if (opened) text.remove_prefix(1);
  if (closed && !text.empty()) text.remove_suffix(1);
  if (text.empty()) return false;
  if (text.front() == 'Q' && text.size() > 1) text.remove_prefix(1);
  const bool number = text.size() <= 2 && std::ranges::all_of(text, is_digit);
  const bool letter = closed && ((text.size() == 1 && is_letter(text[0])) || text.find_first_not_of("ivx") == std::string_view::npos);
  return number || letter;
}

std::vector<PlacedWord> with_markers(std::vector<PlacedWord> words, const MarkerColumn& column, const std::vector<PlacedWord>& read_again) {
  const float usual = usual_height(words);
  const auto in_column = [&](const Box& box) {
    const float middle = (box.x0 + box.x1) / 2;
    return middle > column.box.x0 - usual / 2 && middle < column.box.x1 + usual / 2;
  };
  std::vector<PlacedWord> markers;
  for (const PlacedWord& word : read_again)
    if (in_column(word.box) && is_marker(word.text)) markers.push_back(word);
  if (markers.empty()) return words;
  const auto meets = [](const Box& a, const Box& b) { return a.x0 < b.x1 && a.x1 > b.x0 && a.y0 < b.y1 && a.y1 > b.y0; };
  std::erase_if(words, [&](const PlacedWord& word) {
    if (is_tall(word.box, usual)) return in_column(word.box) && word.box.y0 < column.box.y1 && word.box.y1 > column.box.y0;
    return std::ranges::any_of(markers, [&](const PlacedWord& marker) { return meets(word.box, marker.box); });
  });
  words.insert(words.end(), markers.begin(), markers.end());
  return words;
}

}  // namespace foi::extract
