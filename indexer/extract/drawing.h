// DrawingML, as slides, sheets and letters hold it: what is painted how, and which runs of letters can be read.
#pragma once

#include <cstdint>
#include <map>
#include <pugixml.hpp>
#include <string>

#include "indexer/extract/colour.h"

namespace foi::extract {

// The colours of a theme by the names that shapes use: "bg1", "tx1", "accent2" … What is not in it is not known.
using Scheme = std::map<std::string, Paint, std::less<>>;
// Black on white, as nearly all themes are.
Scheme plain_scheme();
// theme: the root of a theme's part. color_map: <p:clrMap>, which says which of its colours stands for "bg1"; none is the usual one.
Scheme scheme_of(const pugi::xml_node& theme, const pugi::xml_node& color_map);

// The colour an element holds: <a:srgbClr>, <a:schemeClr> … Unsaid when it holds none.
Paint color_in(const pugi::xml_node& node, const Scheme& scheme);
// The fill that properties of a shape, a cell, a background or a run say themselves. No fill at all is unsaid.
Paint fill_in(const pugi::xml_node& properties, const Scheme& scheme);

// A shape, a picture or a frame that is marked as hidden.
bool is_hidden_shape(const pugi::xml_node& shape);

struct RunsRead {
  std::string text;
  std::uint32_t hidden = 0;  // runs with text that cannot be read
};
// The runs of one <a:p>, which inherits its letters' colour and stands on a ground.
RunsRead read_runs(const pugi::xml_node& paragraph, const Paint& letters, const Paint& ground, const Scheme& scheme);

}  // namespace foi::extract
