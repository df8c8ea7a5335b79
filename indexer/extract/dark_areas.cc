#include "indexer/extract/dark_areas.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

namespace foi::extract {
namespace {

constexpr double kCellsAnInch = 25.4;  // a millimetre each
constexpr double kDark = 0.5;          // of the paper's grey: bands of saturated colour are below, shading and bold print above
// Below this, of the paper's grey, all is black: what shows faintly through a marker is not brought out.
constexpr double kBlack = 0.35;
constexpr int kWindow = 4;         // cells a side of the least area
constexpr int kDarkOfWindow = 12;  // of its sixteen cells, and two of each row and column; the others are large white letters
constexpr int kDarkOfLine = 2;
constexpr int kStroke = 3;  // cells at most that a white letter leaves open between dark ones

// One truth a cell of the page, row by row. Outside is false.
class Cells {
 public:
  Cells(int columns, int rows)
      : columns_(columns), rows_(rows), cells_(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), 0) {}
  int columns() const { return columns_; }
  int rows() const { return rows_; }
  bool at(int column, int row) const {
    return column >= 0 && row >= 0 && column < columns_ && row < rows_ && cells_[index(column, row)] != 0;
  }
  void set(int column, int row) { cells_[index(column, row)] = 1; }

 private:
  std::size_t index(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
  }
  int columns_, rows_;
  std::vector<char> cells_;
};

class DarkAreas {
 public:
  DarkAreas(GreyImage& image, int paper, double dpi)
      : image_(image),
        dark_(kDark * paper),
        black_(static_cast<std::uint8_t>(kBlack * paper)),
        side_(std::max(1, static_cast<int>(std::lround(dpi / kCellsAnInch)))) {}

  bool turn() {
    const Cells areas = closed(areas_of(dark_cells()));
    bool any = false;
    for (int row = 0; row < areas.rows(); ++row)
      for (int column = 0; column < areas.columns(); ++column)
        if (areas.at(column, row)) turn_cell(areas, column, row), any = true;
    return any;
  }

 private:
  std::uint8_t& pixel(int x, int y) {
    return image_.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(image_.width) + static_cast<std::size_t>(x)];
  }

  template <typename F>
  void each_pixel(int column, int row, F f) {
    for (int y = row * side_; y < std::min((row + 1) * side_, image_.height); ++y)
      for (int x = column * side_; x < std::min((column + 1) * side_, image_.width); ++x) f(pixel(x, y));
  }

  Cells dark_cells() {
    Cells dark((image_.width + side_ - 1) / side_, (image_.height + side_ - 1) / side_);
    for (int row = 0; row < dark.rows(); ++row)
      for (int column = 0; column < dark.columns(); ++column) {
        int sum = 0, count = 0;
        each_pixel(column, row, [&](std::uint8_t grey) { sum += grey, ++count; });
        if (sum < dark_ * count) dark.set(column, row);
      }
    return dark;
  }

  static bool is_area(const Cells& dark, int column, int row) {
    std::array<int, kWindow> in_row{}, in_column{};
    for (int y = 0; y < kWindow; ++y)
      for (int x = 0; x < kWindow; ++x)
        if (dark.at(column + x, row + y)) ++in_row[static_cast<std::size_t>(y)], ++in_column[static_cast<std::size_t>(x)];
    const auto enough = [](int count) { return count >= kDarkOfLine; };
    return std::accumulate(in_row.begin(), in_row.end(), 0) >= kDarkOfWindow && std::ranges::all_of(in_row, enough) &&
           std::ranges::all_of(in_column, enough);
  }

  static Cells areas_of(const Cells& dark) {
    Cells areas(dark.columns(), dark.rows());
    for (int row = 0; row + kWindow <= dark.rows(); ++row)
      for (int column = 0; column + kWindow <= dark.columns(); ++column) {
        if (!is_area(dark, column, row)) continue;
        for (int y = row; y < row + kWindow; ++y)
          for (int x = column; x < column + kWindow; ++x) areas.set(x, y);
      }
    return areas;
  }

  // With the strokes of large letters, which lie between.
  static Cells closed(const Cells& areas) {
    const auto near = [&](int column, int row, int across, int down) {
      for (int step = 1; step <= kStroke; ++step)
        if (areas.at(column + step * across, row + step * down)) return true;
      return false;
    };
    Cells out = areas;
    for (int row = 0; row < areas.rows(); ++row)
      for (int column = 0; column < areas.columns(); ++column)
        if ((near(column, row, -1, 0) && near(column, row, 1, 0)) || (near(column, row, 0, -1) && near(column, row, 0, 1)))
          out.set(column, row);
    return out;
  }

  // At the edge of an area there is paper too, which stays light.
  void turn_cell(const Cells& areas, int column, int row) {
    const bool edge = !areas.at(column - 1, row) || !areas.at(column + 1, row) || !areas.at(column, row - 1) || !areas.at(column, row + 1);
    each_pixel(column, row, [&](std::uint8_t& grey) {
      if (!edge || grey < dark_) grey = static_cast<std::uint8_t>(255 - std::max(grey, black_));
    });
  }

  GreyImage& image_;
  double dark_;
  std::uint8_t black_;
  int side_;
};

}  // namespace

bool turn_dark_areas(GreyImage& image, int paper, double dpi) { return DarkAreas(image, paper, dpi).turn(); }

}  // namespace foi::extract
