#include "indexer/extract/layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <span>

#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

// Farther from the origin than any page can be (PDF ends at 14,400 points), in points.
constexpr float kFarthest = 30'000;
// Where the baseline is in a word's box, from the bottom, in heights: the descender of most faces.
constexpr float kDescent = 0.2f;
// Rows before a word's place in the sweep that it may still belong to: superscripts and large letters need two or three.
constexpr std::size_t kRowsLookedBack = 12;
// A gap of this many heights separates columns; a space, even one stretched to justify a line, is narrower.
constexpr float kColumnGap = 0.75f;
// Words nearer than this many heights touch.
constexpr float kTouching = 0.15f;
// Columns of text: the farthest a word is set from the left and from its neighbour.
constexpr std::size_t kMaxColumn = 1'000;
constexpr std::size_t kMaxGapSpaces = 160;
// A slope below this (3 points over a page's width) is left alone.
constexpr float kLeastSkew = 0.005f;
constexpr float kMostSkew = 0.12f;
constexpr std::size_t kMostStackedLetters = 80;

// A word in the frame in which it reads left to right and lines go down.
struct Item {
  std::uint32_t source = 0;
  Box box;
  float baseline = 0;
  std::size_t letters = 0;
  float height() const { return box.y1 - box.y0; }
};

struct Row {
  std::vector<Item> items;
  std::size_t reference = 0;  // the longest word: what others are measured against
  const Item& ref() const { return items[reference]; }
};

bool placeable(const Box& b) {
  const auto fits = [](float v) { return std::isfinite(v) && std::fabs(v) <= kFarthest; };
  return fits(b.x0) && fits(b.y0) && fits(b.x1) && fits(b.y1);
}

Box upright(const Box& b) { return {std::min(b.x0, b.x1), std::min(b.y0, b.y1), std::max(b.x0, b.x1), std::max(b.y0, b.y1)}; }

int quarter_turns(int degrees) { return ((degrees % 360 + 360 + 45) / 90) % 4; }

Box turned(const Box& b, int quarters) {
  switch (quarters) {
    case 1:
      return {b.y0, -b.x1, b.y1, -b.x0};
    case 2:
      return {-b.x1, -b.y1, -b.x0, -b.y0};
    case 3:
      return {-b.y1, b.x0, -b.y0, b.x1};
    default:
      return b;
  }
}

template <class T>
T quantile(std::vector<T>& values, double q) {
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(q * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

// How much the lines of a skewed page (the text layer of an old scan) fall for each point they run, from neighbours in source order.
float skew_of(std::span<const Item> items) {
  std::vector<float> slopes;
  for (std::size_t i = 1; i < items.size(); ++i) {
    const Item& a = items[i - 1];
    const Item& b = items[i];
    const float run = b.box.x0 - a.box.x0;
    const float gap = b.box.x0 - a.box.x1;
    if (b.source == a.source + 1 && run > a.height() && gap > -a.height() && gap < 3 * a.height() &&
        std::fabs(a.height() - b.height()) < 0.2f * a.height())
      slopes.push_back((b.baseline - a.baseline) / run);
  }
  if (slopes.size() < 20) return 0;
  const float slope = quantile(slopes, 0.5);
  return std::fabs(slope) < kLeastSkew || std::fabs(slope) > kMostSkew ? 0 : slope;
}

bool same_line(const Item& a, const Item& b) {
  const float smaller = std::min(a.height(), b.height());
  const float larger = std::max(a.height(), b.height());
  if (larger > 3 * smaller) return false;  // a watermark, a drop capital
  const float overlap = std::min(a.box.y1, b.box.y1) - std::max(a.box.y0, b.box.y0);
  const float most_apart = larger < 1.25f * smaller ? 0.35f * smaller : 0.45f * larger;
  return overlap >= 0.55f * smaller && std::fabs(a.baseline - b.baseline) <= most_apart;
}

void join(Row& row, const Item& item) {
  row.items.push_back(item);
  if (item.letters > row.ref().letters) row.reference = row.items.size() - 1;
}

std::vector<Row> find_rows(std::vector<Item> items) {
  std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.baseline < b.baseline; });
  std::vector<Row> rows;
  for (const Item& item : items) {
    Row* best = nullptr;
    const std::size_t first = rows.size() > kRowsLookedBack ? rows.size() - kRowsLookedBack : 0;
    for (std::size_t r = first; r < rows.size(); ++r) {
      const auto apart = [&](const Row& row) { return std::fabs(row.ref().baseline - item.baseline); };
      if (same_line(rows[r].ref(), item) && (!best || apart(rows[r]) < apart(*best))) best = &rows[r];
    }
    if (!best) best = &rows.emplace_back();
    join(*best, item);
  }
  for (Row& row : rows)
    std::stable_sort(row.items.begin(), row.items.end(), [](const Item& a, const Item& b) { return a.box.x0 < b.box.x0; });
  for (Row& row : rows) {
    const auto longest =
        std::max_element(row.items.begin(), row.items.end(), [](const Item& a, const Item& b) { return a.letters < b.letters; });
    row.reference = static_cast<std::size_t>(longest - row.items.begin());
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.ref().baseline < b.ref().baseline; });
  return rows;
}

// The width of a character and the distance of two lines, as most of the page has them; and where its text begins at the left.
struct Measure {
  float left = 0;
  float character = 5;
  float paragraph_gap = 18;  // of two baselines
};

Measure measure(const std::vector<Row>& rows) {
  Measure m{.left = kFarthest};
  std::vector<float> widths;
  std::vector<float> heights;
  std::vector<float> pitches;
  for (const Row& row : rows)
    for (const Item& item : row.items) {
      m.left = std::min(m.left, item.box.x0);
      if (item.letters > 1) widths.push_back((item.box.x1 - item.box.x0) / static_cast<float>(item.letters));
      heights.push_back(item.height());
    }
  if (!widths.empty()) m.character = std::max(quantile(widths, 0.5), 0.5f);
  const float height = heights.empty() ? 12 : std::max(quantile(heights, 0.5), 1.0f);
  for (std::size_t r = 1; r < rows.size(); ++r) {
    const float pitch = rows[r].ref().baseline - rows[r - 1].ref().baseline;
    if (pitch > 0.8f * height && pitch < 4 * height) pitches.push_back(pitch);
  }
  // The lower quartile: a page of one-line paragraphs has more paragraph gaps than line gaps.
  const float pitch = pitches.empty() ? height : std::clamp(quantile(pitches, 0.25), height, 2 * height);
  m.paragraph_gap = 1.35f * pitch;
  return m;
}

class Writer {
 public:
  Writer(const std::vector<PlacedWord>& words, LaidOut& out) : words_(words), out_(out) {}

  bool full() const { return out_.text.size() >= limits::kMaxPageTextBytes; }

  void frame(const std::vector<Row>& rows) {
    const Measure m = measure(rows);
    if (!rows.empty()) blank_line();
    for (std::size_t r = 0; r < rows.size() && !full(); ++r) {
      if (r > 0 && rows[r].ref().baseline - rows[r - 1].ref().baseline > m.paragraph_gap) blank_line();
      line(rows[r], m);
    }
  }

  void stacked(const std::vector<Item>& letters) {
    blank_line();
    for (const Item& letter : letters) word(letter.source, upright(words_[letter.source].box));
    out_.text += '\n';
  }

  void unplaced(const std::vector<std::uint32_t>& sources) {
    if (sources.empty()) return;
    blank_line();
    for (const std::uint32_t source : sources) {
      if (full()) break;
      if (source != sources.front()) out_.text += ' ';
      word(source, Box{});
    }
    out_.text += '\n';
  }

 private:
  void blank_line() {
    if (!out_.text.empty()) out_.text += '\n';
  }

  void word(std::uint32_t source, const Box& box) {
    const PlacedWord& w = words_[source];
    if (out_.text.size() + w.text.size() > limits::kMaxPageTextBytes) return;
    const auto start = static_cast<std::uint32_t>(out_.text.size());
    out_.text += w.text;
    const float confidence = std::isfinite(w.confidence) ? std::clamp(w.confidence, 0.0f, 1.0f) : 0;
    out_.words.push_back({start, static_cast<std::uint32_t>(out_.text.size()), box, confidence});
  }

  void line(const Row& row, const Measure& m) {
    std::size_t column = 0;
    for (std::size_t i = 0; i < row.items.size() && !full(); ++i) {
      const Item& item = row.items[i];
      const std::size_t spaces = spaces_before(row, i, column, m);
      out_.text.append(spaces, ' ');
      word(item.source, upright(words_[item.source].box));
      column += spaces + item.letters;
    }
    out_.text += '\n';
  }

  std::size_t spaces_before(const Row& row, std::size_t i, std::size_t column, const Measure& m) const {
    const Item& item = row.items[i];
    const auto place =
        static_cast<std::size_t>(std::clamp(std::lround((item.box.x0 - m.left) / m.character), 0l, static_cast<long>(kMaxColumn)));
    const std::size_t wanted = std::min(place > column ? place - column : 0, most_spaces());
    if (i == 0) return wanted;
    const Item& before = row.items[i - 1];
    const float height = std::max(before.height(), item.height());
    const float gap = item.box.x0 - before.box.x1;
    if (gap < kTouching * height && !words_[before.source].space_after) return 0;
    if (gap < kColumnGap * height) return 1;
    return std::max<std::size_t>(wanted, 2);
  }

  // White space may not fill the page's text.
  std::size_t most_spaces() const { return out_.text.size() < limits::kMaxPageTextBytes / 4 ? kMaxGapSpaces : 2; }

  const std::vector<PlacedWord>& words_;
  LaidOut& out_;
};

// A title set down the margin, one letter below the other, cuts every line beside it; its letters are joined to one word instead.
// Only what cannot be a column of a table or the letters of a list: outside all other words, evenly spaced, not in order of the alphabet.
bool single_letter(const PlacedWord& word, const Item& item) {
  return item.letters == 1 && ((word.text[0] | 0x20) >= 'a' && (word.text[0] | 0x20) <= 'z');
}

bool reads_as_title(const std::vector<Item>& letters, const std::vector<PlacedWord>& words) {
  if (letters.size() < 4 || letters.size() > kMostStackedLetters) return false;
  bool ascending = true;
  std::array<bool, 26> seen{};
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const int letter = (words[letters[i].source].text[0] | 0x20) - 'a';
    seen[static_cast<std::size_t>(letter)] = true;
    if (i > 0) {
      const Item& above = letters[i - 1];
      const float pitch = letters[i].baseline - above.baseline;
      if (pitch < 0.5f * above.height() || pitch > 2.5f * above.height()) return false;
      ascending = ascending && letter == (words[above.source].text[0] | 0x20) - 'a' + 1;
    }
  }
  return !ascending && std::count(seen.begin(), seen.end(), true) >= 3;
}

// Takes the stacked letters at the outermost left or right out of items.
std::vector<Item> take_stack(std::vector<Item>& items, const std::vector<PlacedWord>& words, bool at_left) {
  const auto edge = [&](const Item& i) { return at_left ? i.box.x0 : -i.box.x1; };
  float body = kFarthest;
  for (const Item& i : items)
    if (!single_letter(words[i.source], i)) body = std::min(body, edge(i));
  std::vector<Item> letters;
  for (const Item& i : items)
    if (single_letter(words[i.source], i) && (at_left ? i.box.x1 : -i.box.x0) + 0.5f * i.height() < body) letters.push_back(i);
  std::stable_sort(letters.begin(), letters.end(), [](const Item& a, const Item& b) { return a.baseline < b.baseline; });
  if (!reads_as_title(letters, words)) return {};
  std::erase_if(items, [&](const Item& i) {
    return std::any_of(letters.begin(), letters.end(), [&](const Item& l) { return l.source == i.source; });
  });
  return letters;
}

std::vector<Item> items_of_frame(const std::vector<PlacedWord>& words, int quarters) {
  std::vector<Item> items;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const PlacedWord& w = words[i];
    if (w.text.empty() || !placeable(w.box) || quarter_turns(w.rotation) != quarters) continue;
    const Box box = turned(upright(w.box), quarters);
    items.push_back({i, box, box.y1 - kDescent * (box.y1 - box.y0), count_code_points(w.text)});
  }
  const float skew = skew_of(items);
  for (Item& item : items) item.baseline -= skew * item.box.x0;
  if (skew != 0)
    for (Item& item : items) {
      item.box.y0 -= skew * item.box.x0;
      item.box.y1 -= skew * item.box.x0;
    }
  return items;
}

}  // namespace

LaidOut lay_out(std::vector<PlacedWord> words) {
  if (words.size() > limits::kMaxPageWords) words.resize(limits::kMaxPageWords);
  LaidOut out;
  Writer writer(words, out);
  std::vector<std::vector<Item>> titles;
  for (int quarters = 0; quarters < 4; ++quarters) {
    std::vector<Item> items = items_of_frame(words, quarters);
    if (quarters == 0)
      for (const bool at_left : {true, false})
        if (std::vector<Item> title = take_stack(items, words, at_left); !title.empty()) titles.push_back(std::move(title));
    writer.frame(find_rows(std::move(items)));
  }
  for (const std::vector<Item>& title : titles) writer.stacked(title);
  std::vector<std::uint32_t> unplaced;
  for (std::uint32_t i = 0; i < words.size(); ++i)
    if (!words[i].text.empty() && !placeable(words[i].box)) unplaced.push_back(i);
  writer.unplaced(unplaced);
  return out;
}

}  // namespace foi::extract
