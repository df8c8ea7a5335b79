#include "server/sheet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "indexer/extract/page_drawer.h"
#include "server/limits.h"

namespace foi::server {
namespace {

using extract::GreyImage;

constexpr std::uint8_t kWhite = 255;
// What masked words become: seen as painted, and no letter shows through.
constexpr std::uint8_t kPaint = 176;
// Darker than this is ink.
constexpr std::uint8_t kInk = 128;

// Points round a word that is shown, and round one that is not: OCR's boxes end at the ink it saw, and so may cut a tail off.
constexpr float kShownMargin = 1.0f;
constexpr float kPaintedMargin = 2.5f;
constexpr float kPaintedPart = 0.35f;  // of the lower of a word's sides, at least the margin
// Larger than this, a box holds more than its word: a watermark across the page, a misread photograph. Points, and part of the page.
constexpr float kTallestWord = 60;
constexpr float kLargestWord = 0.05f;

// A rule is longer and thinner than this, in points: longer than any bar of a bar code, thinner than strokes of large letters.
constexpr float kRuleLength = 100;
constexpr float kRuleThickness = 3;

// How far the proportions of picture and page may differ: a pixel or two of rounding, and a little.
constexpr double kProportion = 0.01;

// Words of a text layer have room above and below. Where many are cut through at an edge, the layer was laid over a scan by a program that
// did not know where the words are. A word is cut when ink fills this part of an edge; and so many of at least so many words may be.
constexpr double kCutEdge = 0.25;
constexpr double kCutWords = 0.25;
constexpr std::size_t kEnoughWords = 8;

struct Pixels {
  int x0, y0, x1, y1;  // half-open, inside the picture
};

// Of a number that is no number: 0.
int within(double v, int most) { return !(v > 0) ? 0 : v < most ? static_cast<int>(v) : most; }

Pixels pixels_of(const Box& box, float margin, double scale, const GreyImage& image) {
  const auto low = [&](float v, int most) { return within(std::floor(static_cast<double>(v - margin) * scale), most); };
  const auto high = [&](float v, int most) { return within(std::ceil(static_cast<double>(v + margin) * scale), most); };
  return {low(std::min(box.x0, box.x1), image.width), low(std::min(box.y0, box.y1), image.height),
          high(std::max(box.x0, box.x1), image.width), high(std::max(box.y0, box.y1), image.height)};
}

std::size_t at(const GreyImage& image, int x, int y) {
  return static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x);
}

bool is_ink(const GreyImage& image, int x, int y) { return image.pixels[at(image, x, y)] < kInk; }

void copy(const GreyImage& from, GreyImage& to, const Pixels& where) {
  for (int y = where.y0; y < where.y1; ++y)
    if (where.x1 > where.x0)
      std::memcpy(&to.pixels[at(to, where.x0, y)], &from.pixels[at(from, where.x0, y)], static_cast<std::size_t>(where.x1 - where.x0));
}

void fill(GreyImage& image, const Pixels& where, std::uint8_t grey) {
  for (int y = where.y0; y < where.y1; ++y)
    if (where.x1 > where.x0) std::memset(&image.pixels[at(image, where.x0, y)], grey, static_cast<std::size_t>(where.x1 - where.x0));
}

// Ink above and below (or left and right of) a pixel, itself included; counts no farther than most.
int thickness(const GreyImage& image, int x, int y, bool horizontal, int most) {
  int thick = 1;
  for (const int step : {-1, 1})
    for (int i = 1; i <= most; ++i) {
      const int px = horizontal ? x : x + step * i, py = horizontal ? y + step * i : y;
      if (px < 0 || py < 0 || px >= image.width || py >= image.height || !is_ink(image, px, py)) break;
      ++thick;
    }
  return thick;
}

// Copies the long thin straight lines of one direction.
void copy_rules(const GreyImage& from, GreyImage& to, double scale, bool horizontal) {
  const int length = static_cast<int>(std::lround(kRuleLength * scale));
  const int most = std::max(1, static_cast<int>(std::lround(kRuleThickness * scale)));
  const int lines = horizontal ? from.height : from.width, along = horizontal ? from.width : from.height;
  const auto x_of = [&](int line, int place) { return horizontal ? place : line; };
  const auto y_of = [&](int line, int place) { return horizontal ? line : place; };
  for (int line = 0; line < lines; ++line) {
    for (int begin = 0, end = 0; begin < along; begin = end + 1) {
      end = begin;
      while (end < along && is_ink(from, x_of(line, end), y_of(line, end))) ++end;
      if (end - begin < length) continue;
      for (int place = begin; place < end; ++place) {
        const int x = x_of(line, place), y = y_of(line, place);
        if (thickness(from, x, y, horizontal, most) <= most) to.pixels[at(to, x, y)] = from.pixels[at(from, x, y)];
      }
    }
  }
}

// The grey of the paper where it is light, so that words of a scan do not stand in patches of it.
std::uint8_t paper_of(const GreyImage& image) {
  constexpr int kLightest = 200;
  std::array<std::size_t, 256> count{};
  for (const std::uint8_t pixel : image.pixels) ++count[pixel];
  const auto most = std::max_element(count.begin() + kLightest, count.end());
  return static_cast<std::uint8_t>(most - count.begin());
}

bool edge_is_cut(const GreyImage& image, const Pixels& word, int y) {
  if (y < 0 || y >= image.height || word.x1 <= word.x0) return false;
  int ink = 0;
  for (int x = word.x0; x < word.x1; ++x) ink += is_ink(image, x, y) ? 1 : 0;
  return ink > kCutEdge * (word.x1 - word.x0);
}

bool words_are_elsewhere(const Sheet& sheet, const GreyImage& image, double scale) {
  std::size_t cut = 0, words = 0;
  for (const auto* boxes : {&sheet.shown, &sheet.painted})
    for (const Box& box : *boxes) {
      const Pixels word = pixels_of(box, 0, scale, image);
      ++words;
      cut += edge_is_cut(image, word, word.y0) || edge_is_cut(image, word, word.y1 - 1) ? 1u : 0u;
    }
  return words >= kEnoughWords && static_cast<double>(cut) > kCutWords * static_cast<double>(words);
}

float painted_margin(const Box& box) {
  const float lower = std::min(std::abs(box.x1 - box.x0), std::abs(box.y1 - box.y0));
  return std::max(kPaintedMargin, kPaintedPart * lower);
}

bool is_one_word(const Box& box, const Page& page) {
  const float wide = std::abs(box.x1 - box.x0), high = std::abs(box.y1 - box.y0);
  return std::min(wide, high) <= kTallestWord && wide * high <= kLargestWord * page.width * page.height;
}

bool is_masked(const Word& word, const std::vector<Mask>& masks) {
  return std::any_of(masks.begin(), masks.end(),
                     [&](const Mask& mask) { return word.start < mask.where.end && word.end > mask.where.start; });
}

bool holds_unseen_words(const Record& record) {
  return std::any_of(record.hidden.begin(), record.hidden.end(), [](const HiddenCount& hidden) { return hidden.what == kUnseenWords; });
}

bool is_placed(const Mask& mask) {
  return !mask.boxes.empty() && std::all_of(mask.boxes.begin(), mask.boxes.end(), [](const Box& box) {
    return std::isfinite(box.x0) && std::isfinite(box.y0) && std::isfinite(box.x1) && std::isfinite(box.y1);
  });
}

std::string why_none(const Record& record, const index::StoredPage& stored) {
  const Page& page = stored.page;
  if (record.error) return "This file could not be read, so nobody knows whose names it shows.";
  if (!extract::is_drawable(record.source.media_type) || page.width <= 0 || page.height <= 0)
    return "This document has no pages as printed: it is text that flows. Read its text instead.";
  if (page.source == PageSource::kNone) return "This page could not be read, so nobody knows whose names it shows.";
  if (holds_unseen_words(record)) return "This document holds words that a reader of it cannot see, which a picture might show.";
  if (page.source == PageSource::kOcr && page.confidence < limits::kImageLeastConfidence)
    return "This page was read from a poor scan, in which a name may have been missed.";
  const bool placed = std::all_of(stored.masks.begin(), stored.masks.end(), [](const Mask& mask) { return is_placed(mask); });
  if (!placed) return "Where the personal information on this page stands is not known, so it cannot be painted out.";
  return {};
}

}  // namespace

std::variant<Sheet, std::string> sheet_of(const Record& record, const index::StoredPage& stored, OriginalsPolicy policy) {
  if (std::string why = why_none(record, stored); !why.empty()) return why;
  const Page& page = stored.page;
  const bool clean = stored.masks.empty() && has_clean_pages(record);
  Sheet sheet{.width = page.width, .height = page.height, .exact = page.source == PageSource::kText};
  sheet.whole = clean && sheet.exact && policy != OriginalsPolicy::kNone && !original_extension(record).empty();
  if (sheet.whole) return sheet;
  for (const Word& word : page.words)
    if (word.confidence >= limits::kImageLeastWordConfidence && is_one_word(word.box, page) && !is_masked(word, stored.masks))
      sheet.shown.push_back(word.box);
  for (const Mask& mask : stored.masks) sheet.painted.insert(sheet.painted.end(), mask.boxes.begin(), mask.boxes.end());
  if (sheet.shown.empty()) return std::string("Nothing that could be shown was read on this page.");
  return sheet;
}

std::optional<std::string> apply(const Sheet& sheet, GreyImage& image) {
  const double scale = image.width / static_cast<double>(sheet.width);
  const double page = static_cast<double>(sheet.width) / static_cast<double>(sheet.height);
  const double drawn = static_cast<double>(image.width) / image.height;
  const double rounding = 2.0 / std::min(image.width, image.height);
  if (std::abs(drawn / page - 1) > kProportion + rounding) return "The page as drawn is not the page as read.";
  if (sheet.whole) return std::nullopt;
  if (sheet.exact && words_are_elsewhere(sheet, image, scale))
    return "The file does not say exactly where its words are, so names cannot be painted out for sure.";
  GreyImage out{image.width, image.height, std::vector<std::uint8_t>(image.pixels.size(), sheet.exact ? kWhite : paper_of(image))};
  copy_rules(image, out, scale, true);
  copy_rules(image, out, scale, false);
  for (const Box& box : sheet.shown) copy(image, out, pixels_of(box, kShownMargin, scale, image));
  for (const Box& box : sheet.painted) fill(out, pixels_of(box, painted_margin(box), scale, image), kPaint);
  image = std::move(out);
  return std::nullopt;
}

}  // namespace foi::server
