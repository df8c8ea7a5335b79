#include "indexer/extract/pdf_sight.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

#include "indexer/extract/pdf_replacements.h"
#include "indexer/extract/points.h"
#include "indexer/extract/text_quality.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

// A first look, at which letters are a few pixels high; and the look that decides, at which a gap between letters is wider than a pixel.
constexpr double kFarDpi = 72;
constexpr double kCloseDpi = 150;
// Greys, of 255, within which paper and ink look the same.
constexpr int kFlat = 8;
// Darker than this, nothing a reader could make out is written in black.
constexpr int kDark = 128;
// Lower than this, in points, nobody reads it without a lens.
constexpr float kLowestLetters = 1.5f;
// The part of a far look's word that must be flat to look more closely: gaps between letters are narrower.
constexpr double kFlatPart = 0.35;

struct Band {
  double top, bottom;  // parts of a word's height from its top
};
// Where small letters are; and where all but the tips of ascenders and descenders are. A black box may be lower than the whole word.
constexpr Band kCore{0.38, 0.74};
constexpr Band kBody{0.22, 0.84};

// The band of a box as its text runs.
Box band_of(const Box& box, int rotation, Band band) {
  const auto between = [](float from, float to, double part) { return from + (to - from) * static_cast<float>(part); };
  switch (rotation) {
    case 90:
      return {between(box.x1, box.x0, band.bottom), box.y0, between(box.x1, box.x0, band.top), box.y1};
    case 180:
      return {box.x0, between(box.y1, box.y0, band.bottom), box.x1, between(box.y1, box.y0, band.top)};
    case 270:
      return {between(box.x0, box.x1, band.top), box.y0, between(box.x0, box.x1, band.bottom), box.y1};
    default:
      return {box.x0, between(box.y0, box.y1, band.top), box.x1, between(box.y0, box.y1, band.bottom)};
  }
}

Box overlap(const Box& a, const Box& b) { return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)}; }
float area(const Box& box) { return std::max(box.x1 - box.x0, 0.0f) * std::max(box.y1 - box.y0, 0.0f); }

// Whether `over` is written where small letters of `word` are; lines set close touch less of one another. The same words twice are how some
// make bold.
bool stands_over(const DrawnWord& over, const DrawnWord& word) {
  const Box core = band_of(word.word.box, word.word.rotation, kCore);
  if (2 * area(overlap(core, over.word.box)) <= area(core)) return false;
  return over.word.text.find(word.word.text) == std::string::npos && word.word.text.find(over.word.text) == std::string::npos;
}

struct Pixels {
  int x0, y0, x1, y1;  // half-open
  bool empty() const { return x0 >= x1 || y0 >= y1; }
};

// Those wholly inside the box; at least one row and column.
Pixels pixels_in(const PageImage& page, const Box& box) {
  const double scale = page.dpi / kPointsAnInch;
  const auto span = [scale](float from, float to, int most) {
    int first = static_cast<int>(std::ceil(static_cast<double>(from) * scale));
    int end = static_cast<int>(std::floor(static_cast<double>(to) * scale));
    if (end <= first) first = static_cast<int>(std::floor(static_cast<double>(from + to) / 2 * scale)), end = first + 1;
    return std::pair{std::clamp(first, 0, most), std::clamp(end, 0, most)};
  };
  const auto [x0, x1] = span(box.x0, box.x1, page.image.width);
  const auto [y0, y1] = span(box.y0, box.y1, page.image.height);
  return {x0, y0, x1, y1};
}

std::uint8_t pixel(const PageImage& page, int x, int y) {
  return page.image.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(page.image.width) + static_cast<std::size_t>(x)];
}

struct Range {
  int least = 255, most = 0;
  void add(int grey) {
    least = std::min(least, grey);
    most = std::max(most, grey);
  }
  bool flat() const { return most - least <= kFlat; }
};

Range range_in(const PageImage& page, const Pixels& where) {
  Range range;
  for (int y = where.y0; y < where.y1; ++y)
    for (int x = where.x0; x < where.x1; ++x) range.add(pixel(page, x, y));
  return range;
}

bool is_flat(const PageImage& page, const Box& box, int rotation) {
  const Pixels core = pixels_in(page, band_of(box, rotation, kCore));
  if (core.empty()) return true;  // off the page
  const Range range = range_in(page, core);
  if (!range.flat()) return false;
  return range.most < kDark || range_in(page, pixels_in(page, band_of(box, rotation, kBody))).flat();
}

// The longest run of columns (rows, where the text runs up or down) of one colour, as a part of all.
double longest_flat_part(const PageImage& page, const Pixels& core, bool upright) {
  const int length = upright ? core.x1 - core.x0 : core.y1 - core.y0;
  int longest = 0;
  int run = 0;
  Range range;
  for (int i = 0; i < length; ++i) {
    const Range line = range_in(
        page, upright ? Pixels{core.x0 + i, core.y0, core.x0 + i + 1, core.y1} : Pixels{core.x0, core.y0 + i, core.x1, core.y0 + i + 1});
    range.add(line.least);
    range.add(line.most);
    ++run;
    if (!range.flat()) {  // a new run begins here, if at all
      range = line;
      run = line.flat() ? 1 : 0;
    }
    longest = std::max(longest, run);
  }
  return length == 0 ? 1 : static_cast<double>(longest) / length;
}

bool off_the_page(const PageImage& page, const Box& box) {
  const float x = (box.x0 + box.x1) / 2;
  const float y = (box.y0 + box.y1) / 2;
  return x < 0 || y < 0 || x > page.page_width || y > page.page_height;
}

bool is_tiny(const DrawnWord& word) {
  const Box& box = word.word.box;
  return (word.word.rotation % 180 == 0 ? box.y1 - box.y0 : box.x1 - box.x0) < kLowestLetters;
}

std::string_view longest_word(std::string_view text) {
  std::string_view longest;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n\r\t"), text.size());
    if (end > longest.size()) longest = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return longest;
}

std::vector<std::string_view> code_points(std::string_view text) {
  std::vector<std::string_view> points;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    while (end < text.size() && continues_character(text[end])) ++end;
    points.push_back(text.substr(i, end - i));
    i = end;
  }
  return points;
}

}  // namespace

bool may_be_unseen(const PageImage& page, const DrawnWord& word) {
  if (count_letters_and_digits(word.word.text) == 0) return false;
  const bool upright = word.word.rotation % 180 == 0;
  const Pixels core = pixels_in(page, band_of(word.word.box, word.word.rotation, kCore));
  return core.empty() || longest_flat_part(page, core, upright) >= kFlatPart;
}

bool is_unseen(const PageImage& page, const DrawnWord& word) {
  if (off_the_page(page, word.word.box)) return true;
  const std::vector<std::string_view> points = code_points(word.word.text);
  if (points.size() != word.glyphs.size()) return is_flat(page, word.word.box, word.word.rotation);
  std::size_t letters = 0;
  std::size_t unseen = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (count_letters_and_digits(points[i]) == 0) continue;
    ++letters;
    if (is_flat(page, word.glyphs[i], word.word.rotation)) ++unseen;
  }
  return unseen > 0 && 2 * unseen >= letters;
}

const PageImage* PdfSight::draw(std::uint32_t page, double dpi) {
  if (!images_) {
    Result<PdfImages> opened = PdfImages::open(pdf_);
    if (!opened) return nullptr;
    images_ = std::make_unique<PdfImages>(std::move(*opened));
  }
  Result<PageImage> drawn = images_->draw(page, dpi);
  if (!drawn) return nullptr;
  drawn_ = std::move(*drawn);
  return &drawn_;
}

std::uint32_t PdfSight::take_unseen(std::uint32_t page, std::vector<DrawnWord>& words) {
  std::size_t gone = std::erase_if(words, [](const DrawnWord& word) { return is_tiny(word); });
  if (!suspects() || words.empty()) return static_cast<std::uint32_t>(gone);
  const PageImage* far = draw(page, kFarDpi);
  // A page that cannot be drawn shows nothing.
  if (!far) return static_cast<std::uint32_t>(gone + std::exchange(words, {}).size());
  std::vector<bool> suspected(words.size());
  bool any = false;
  for (std::size_t i = 0; i < words.size(); ++i) any |= suspected[i] = may_be_unseen(*far, words[i]);
  if (!any) return static_cast<std::uint32_t>(gone);
  const PageImage* close = draw(page, kCloseDpi);
  if (!close) return static_cast<std::uint32_t>(gone);
  std::size_t i = 0;
  gone += std::erase_if(words, [&](const DrawnWord& word) { return suspected[i++] && is_unseen(*close, word); });
  return static_cast<std::uint32_t>(gone);
}

std::uint32_t PdfSight::count_overlaid(const std::vector<DrawnWord>& words) const {
  if (!suspects()) return 0;
  std::vector<const DrawnWord*> down;
  for (const DrawnWord& word : words)
    if (count_letters_and_digits(word.word.text) > 0) down.push_back(&word);
  std::stable_sort(down.begin(), down.end(), [](const DrawnWord* a, const DrawnWord* b) { return a->word.box.y0 < b->word.box.y0; });
  std::set<const DrawnWord*> overlaid;
  for (std::size_t i = 0; i < down.size(); ++i)
    for (std::size_t j = i + 1; j < down.size() && down[j]->word.box.y0 < down[i]->word.box.y1; ++j)
      if (stands_over(*down[i], *down[j]) || stands_over(*down[j], *down[i])) overlaid.insert({down[i], down[j]});
  return static_cast<std::uint32_t>(overlaid.size());
}

bool PdfSight::holds_replacement(const std::vector<DrawnWord>& words) const {
  if (glance_.replacements.size() >= kMostReplacements) return true;
  return std::any_of(glance_.replacements.begin(), glance_.replacements.end(), [&](const std::string& text) {
    const std::string_view word = longest_word(text);
    return std::any_of(words.begin(), words.end(), [&](const DrawnWord& w) { return w.word.text.find(word) != std::string::npos; });
  });
}

}  // namespace foi::extract
