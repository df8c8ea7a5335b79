// What the text of one slide stands on: its shapes' own fills, what lies under them, and the background that it, its layout or their
// master has.
#pragma once

#include <pugixml.hpp>
#include <vector>

#include "indexer/extract/drawing.h"

namespace foi::extract {

// A rectangle in the units of the slide; not placed where the file leaves it to the layout, and then it may be anywhere.
struct Place {
  bool placed = false;
  double left = 0, top = 0, right = 0, bottom = 0;
};

// Where the units of a group stand on the slide.
struct Frame {
  bool placed = true;
  double left = 0, top = 0, across = 1, down = 1;

  // transform: <a:xfrm> or <p:xfrm>.
  Place of(const pugi::xml_node& transform) const;
  // The frame inside a group.
  Frame inside(const pugi::xml_node& transform) const;
};

class SlideGround {
 public:
  // backdrops: the roots of the slide, its layout and their master, as far as there are any.
  SlideGround(const std::vector<pugi::xml_node>& backdrops, const Scheme& scheme);

  // Of a shape's text; shapes are asked for in the order they are painted in.
  Paint under(const pugi::xml_node& shape, const Place& place);
  // A picture or another thing that is painted there.
  void painted(const Place& place) { over_.push_back(place); }

 private:
  const Scheme& scheme_;
  Paint background_;
  bool decorated_ = false;  // the layout or the master paint shapes and pictures, or fill the places of text
  std::vector<Place> over_;
};

}  // namespace foi::extract
