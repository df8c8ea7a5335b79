#include "indexer/extract/xlsx_paint.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/extract/reader_limits.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

// The order in which cells number a theme's colours.
constexpr std::array<std::string_view, 10> kTheme{"lt1",     "dk1",     "lt2",     "dk2",     "accent1",
                                                  "accent2", "accent3", "accent4", "accent5", "accent6"};
// Areas of one sheet that are painted otherwise, each of which is tried for a cell that could not be read by its style.
constexpr std::size_t kMostPaintedAreas = 10'000;

// Of the palette that old files number from, those that hide on paper or under black.
Paint of_palette(long index) {
  if (index == 0 || index == 8 || index == 64) return kBlack;
  if (index == 1 || index == 9 || index == 65) return kWhite;
  return Paint::unknown();
}

}  // namespace

CellPaints::CellPaints(const pugi::xml_node& styles, Scheme scheme) : scheme_(std::move(scheme)) {
  std::vector<Paint> letters, grounds;
  for (const pugi::xml_node& font : child(styles, "fonts").children())
    if (local_name(font) == "font") letters.push_back(letters_of(font));
  for (const pugi::xml_node& fill : child(styles, "fills").children()) {
    if (local_name(fill) != "fill") continue;
    const pugi::xml_node pattern = child(fill, "patternFill");
    const std::string_view type = attribute(pattern, "patternType");
    if (child(fill, "gradientFill") || (!type.empty() && type != "none" && type != "solid"))
      grounds.push_back(Paint::unknown());
    else
      grounds.push_back(type == "solid" ? paint_of(child(pattern, "fgColor")).or_else(kBlack) : Paint(kWhite));
  }
  for (const pugi::xml_node& c : child(styles, "cellXfs").children()) {
    const auto font = static_cast<std::size_t>(number_of(attribute(c, "fontId"), 0));
    const auto fill = static_cast<std::size_t>(number_of(attribute(c, "fillId"), 0));
    looks_.push_back({font < letters.size() ? letters[font] : Paint(kBlack), fill < grounds.size() ? grounds[fill] : Paint(kWhite)});
  }
}

Paint CellPaints::paint_of(const pugi::xml_node& color) const {
  if (!color) return {};
  if (has_attribute(color, "tint") && attribute(color, "tint") != "0") return Paint::unknown();
  if (const std::string_view rgb = attribute(color, "rgb"); !rgb.empty()) {
    const std::optional<Colour> colour = hex_colour(rgb);
    return colour ? Paint(*colour) : Paint::unknown();
  }
  if (has_attribute(color, "indexed")) return of_palette(number_of(attribute(color, "indexed"), -1));
  const long theme = number_of(attribute(color, "theme"), -1);
  if (theme < 0 || theme >= static_cast<long>(kTheme.size())) return Paint::unknown();
  const auto found = scheme_.find(kTheme[static_cast<std::size_t>(theme)]);
  return found == scheme_.end() ? Paint::unknown() : found->second;
}

Paint CellPaints::letters_of(const pugi::xml_node& font) const {
  const pugi::xml_node color = child(font, "color");
  return !color || attribute(color, "auto") == "1" ? Paint(kBlack) : paint_of(color);
}

CellString CellPaints::string_of(const pugi::xml_node& item) const {
  CellString string;
  const auto add = [&](std::string_view text, const Paint& letters) {
    if (!string.parts.empty() && string.parts.back().letters == letters)
      string.parts.back().text += text;
    else
      string.parts.push_back({std::string(text), letters});
  };
  for (const pugi::xml_node& c : item.children()) {
    const pugi::xml_node properties = child(c, "rPr");
    if (local_name(c) == "t") add(c.text().get(), {});
    if (local_name(c) == "r") add(child(c, "t").text().get(), properties ? letters_of(properties) : Paint());
  }
  return string;
}

Paint CellPaints::letters(std::size_t style) const { return style < looks_.size() ? looks_[style].letters : Paint(kBlack); }
Paint CellPaints::ground(std::size_t style) const { return style < looks_.size() ? looks_[style].ground : Paint(kWhite); }

RepaintedCells::RepaintedCells(const pugi::xml_node& worksheet, const std::vector<pugi::xml_node>& tables) {
  for (const pugi::xml_node& table : tables) add(attribute(table, "ref"));
  find_conditions(worksheet, 0);
}

// Newer conditions stand in an extension of the sheet, their cells in an element.
void RepaintedCells::find_conditions(const pugi::xml_node& node, int depth) {
  if (depth > kMaxXmlDepth) return;
  for (const pugi::xml_node& c : node.children()) {
    const std::string_view name = local_name(c);
    if (name == "sheetData") continue;
    if (name != "conditionalFormatting") {
      find_conditions(c, depth + 1);
      continue;
    }
    add(attribute(c, "sqref"));
    add(child(c, "sqref").text().get());
  }
}

void RepaintedCells::add(std::string_view references) {
  for (const std::string_view reference : split(references, ' '))
    if (const std::optional<CellArea> area = area_of(reference); area && areas_.size() < kMostPaintedAreas) areas_.push_back(*area);
}

bool RepaintedCells::hold(long row, std::size_t column) const {
  return std::any_of(areas_.begin(), areas_.end(), [&](const CellArea& area) { return area.holds(row, column); });
}

}  // namespace foi::extract
