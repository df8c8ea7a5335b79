#include "indexer/extract/colour.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <string>
#include <utility>

#include "indexer/model/text.h"

namespace foi::extract {
namespace {

// How far apart two shades of each of the three lights may be to look the same: as flat as pdf_sight.cc takes a place on a page to be.
constexpr int kAlike = 8;

constexpr std::array kNames{
    std::pair<std::string_view, Colour>{"black", kBlack},
    std::pair<std::string_view, Colour>{"white", kWhite},
    std::pair<std::string_view, Colour>{"red", {255, 0, 0}},
    std::pair<std::string_view, Colour>{"lime", {0, 255, 0}},
    std::pair<std::string_view, Colour>{"green", {0, 128, 0}},
    std::pair<std::string_view, Colour>{"blue", {0, 0, 255}},
    std::pair<std::string_view, Colour>{"yellow", {255, 255, 0}},
    std::pair<std::string_view, Colour>{"cyan", {0, 255, 255}},
    std::pair<std::string_view, Colour>{"aqua", {0, 255, 255}},
    std::pair<std::string_view, Colour>{"magenta", {255, 0, 255}},
    std::pair<std::string_view, Colour>{"fuchsia", {255, 0, 255}},
    std::pair<std::string_view, Colour>{"navy", {0, 0, 128}},
    std::pair<std::string_view, Colour>{"maroon", {128, 0, 0}},
    std::pair<std::string_view, Colour>{"teal", {0, 128, 128}},
    std::pair<std::string_view, Colour>{"purple", {128, 0, 128}},
    std::pair<std::string_view, Colour>{"olive", {128, 128, 0}},
    std::pair<std::string_view, Colour>{"gray", {128, 128, 128}},
    std::pair<std::string_view, Colour>{"grey", {128, 128, 128}},
    std::pair<std::string_view, Colour>{"silver", {192, 192, 192}},
    std::pair<std::string_view, Colour>{"snow", {255, 250, 250}},
    std::pair<std::string_view, Colour>{"ivory", {255, 255, 240}},
    std::pair<std::string_view, Colour>{"whitesmoke", {245, 245, 245}},
    std::pair<std::string_view, Colour>{"ghostwhite", {248, 248, 255}},
    std::pair<std::string_view, Colour>{"floralwhite", {255, 250, 240}},
    std::pair<std::string_view, Colour>{"mintcream", {245, 255, 250}},
    std::pair<std::string_view, Colour>{"azure", {240, 255, 255}},
    std::pair<std::string_view, Colour>{"lightgray", {211, 211, 211}},
    std::pair<std::string_view, Colour>{"lightgrey", {211, 211, 211}},
};

bool near(std::uint8_t a, std::uint8_t b) { return std::abs(a - b) <= kAlike; }

}  // namespace

Paint Paint::unknown() {
  Paint paint;
  paint.kind = Kind::kUnknown;
  return paint;
}

bool unreadable(const Paint& letters, const Paint& ground) {
  return letters.kind == Paint::Kind::kColour && ground.kind == Paint::Kind::kColour && near(letters.colour.red, ground.colour.red) &&
         near(letters.colour.green, ground.colour.green) && near(letters.colour.blue, ground.colour.blue);
}

std::optional<Colour> hex_colour(std::string_view digits) {
  if (digits.starts_with('#')) digits.remove_prefix(1);
  if (digits.size() == 8) digits.remove_prefix(2);
  std::string doubled;
  if (digits.size() == 3) {
    for (const char c : digits) doubled.append(2, c);
    digits = doubled;
  }
  if (digits.size() != 6) return std::nullopt;
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return Colour{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8 & 0xFF),
                static_cast<std::uint8_t>(value & 0xFF)};
}

std::optional<Colour> named_colour(std::string_view name) {
  const std::string lower = to_lower_ascii(name);
  const auto found = std::find_if(kNames.begin(), kNames.end(), [&](const auto& known) { return known.first == lower; });
  if (found == kNames.end()) return std::nullopt;
  return found->second;
}

}  // namespace foi::extract
