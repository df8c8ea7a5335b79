// The house styles letters are set in: a table; layout code reads it and knows no style by name.
#pragma once

#include <string_view>

namespace foi::corpus {

struct Colour {
  double red = 0, green = 0, blue = 0;
};
inline constexpr Colour kBlack{0, 0, 0};
inline constexpr Colour kWhite{1, 1, 1};

enum class Letterhead { kNone, kRightName, kBand, kCrest, kShield, kSidebar, kBilingual, kMailPrint, kTyped, kNotice, kFax, kLeftRule };
enum class QuoteLook { kBar, kItalic, kIndent, kShaded };
enum class TableLook { kGrid, kRules, kFilled };

// Lengths in points (1/72 inch), page is A4.
struct HouseStyle {
  std::string_view name;
  std::string_view font, heading_font;
  double size = 11;
  Colour accent{}, answer{};  // answer: the ink of text marked @blue
  double left = 64, right = 64, top = 56, bottom = 64;
  double line_spacing = 1.12, paragraph_gap = 8;
  Letterhead letterhead = Letterhead::kNone;
  QuoteLook quote = QuoteLook::kIndent;
  TableLook table = TableLook::kGrid;
  std::string_view page_number{};  // "#" the page, "$" the number of pages; empty: none
  bool plain_advances = false;     // no kerning or ligatures: for fonts that are not embedded, and typewriters
};

inline constexpr double kPageWidth = 595.276, kPageHeight = 841.89;

// Null when there is no such style.
const HouseStyle* find_style(std::string_view name);

}  // namespace foi::corpus
