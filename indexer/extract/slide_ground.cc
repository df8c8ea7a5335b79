#include "indexer/extract/slide_ground.h"

#include <algorithm>
#include <string_view>

#include "indexer/extract/office_xml.h"

namespace foi::extract {
namespace {

double number_in(const pugi::xml_node& node, std::string_view name) { return static_cast<double>(number_of(attribute(node, name), 0)); }

// The number of a theme's own fill that a reference takes as a plain colour; the others are shaded or patterned.
constexpr long kPlainBackground = 1001;

Paint background_of(const pugi::xml_node& root, const Scheme& scheme) {
  const pugi::xml_node background = child(child(root, "cSld"), "bg");
  if (!background) return {};
  if (const pugi::xml_node properties = child(background, "bgPr")) return fill_in(properties, scheme).or_else(Paint::unknown());
  const pugi::xml_node reference = child(background, "bgRef");
  if (number_of(attribute(reference, "idx"), 0) != kPlainBackground) return Paint::unknown();
  return color_in(reference, scheme).or_else(Paint::unknown());
}

bool is_filled_by_style(const pugi::xml_node& shape) {
  const pugi::xml_node fill = child(child(shape, "style"), "fillRef");
  return fill && number_of(attribute(fill, "idx"), 0) != 0 && !child(child(shape, "spPr"), "noFill");
}

bool paints(const pugi::xml_node& tree, const Scheme& scheme) {
  const auto children = tree.children();
  return std::any_of(children.begin(), children.end(), [&](const pugi::xml_node& c) {
    const std::string_view name = local_name(c);
    if (name == "pic" || name == "grpSp" || name == "graphicFrame" || name == "AlternateContent") return true;
    return name == "sp" && (fill_in(child(c, "spPr"), scheme).said() || is_filled_by_style(c));
  });
}

bool overlap(const Place& a, const Place& b) {
  if (!a.placed || !b.placed) return true;
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

}  // namespace

Place Frame::of(const pugi::xml_node& transform) const {
  const pugi::xml_node off = child(transform, "off"), extent = child(transform, "ext");
  if (!placed || !off || !extent) return {};
  const double x = left + number_in(off, "x") * across, y = top + number_in(off, "y") * down;
  return {true, x, y, x + number_in(extent, "cx") * across, y + number_in(extent, "cy") * down};
}

Frame Frame::inside(const pugi::xml_node& transform) const {
  const Place outside = of(transform);
  const pugi::xml_node off = child(transform, "chOff"), extent = child(transform, "chExt");
  const double width = number_in(extent, "cx"), height = number_in(extent, "cy");
  if (!outside.placed || !off || width <= 0 || height <= 0) return {.placed = false};
  const double wide = (outside.right - outside.left) / width, high = (outside.bottom - outside.top) / height;
  return {true, outside.left - number_in(off, "x") * wide, outside.top - number_in(off, "y") * high, wide, high};
}

SlideGround::SlideGround(const std::vector<pugi::xml_node>& backdrops, const Scheme& scheme) : scheme_(scheme) {
  for (std::size_t i = 0; i < backdrops.size(); ++i) {
    background_ = background_.or_else(background_of(backdrops[i], scheme));
    decorated_ = decorated_ || (i > 0 && paints(child(child(backdrops[i], "cSld"), "spTree"), scheme));
  }
  const auto plain = scheme.find("bg1");
  background_ = background_.or_else(plain == scheme.end() ? Paint::unknown() : plain->second);
}

Paint SlideGround::under(const pugi::xml_node& shape, const Place& place) {
  Paint own = fill_in(child(shape, "spPr"), scheme_);
  if (!own.said() && is_filled_by_style(shape)) own = Paint::unknown();
  const bool covered = decorated_ || std::any_of(over_.begin(), over_.end(), [&](const Place& over) { return overlap(over, place); });
  if (own.said()) over_.push_back(place);
  return own.or_else(covered ? Paint::unknown() : background_);
}

}  // namespace foi::extract
