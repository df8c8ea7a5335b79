// A web page → the text a reader of it sees. Scripts are not run and nothing is fetched. Only html*.cc speak Gumbo.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/extract/flow.h"

namespace foi::extract {

struct HtmlText {
  Flow flow;
  std::uint32_t hidden = 0;    // elements with text that are not shown
  std::uint32_t comments = 0;  // with words in them
  std::uint32_t pictures = 0;
  bool too_deep = false;
};

struct HtmlPage {
  HtmlText text;
  std::vector<Listing> listings;  // within limits.h
};

// As read_html_text, and its tables and lists row by row.
HtmlPage read_html_page(std::string_view html);

// html is UTF-8. Rows of tables are lines, and a link is followed by its address where that is one of the web. What is hidden by an
// attribute, by its own style or by a rule of the page's own style sheets is left out, and letters of the colour of their ground; what a
// script or a style sheet in another file would hide or paint cannot be told.
HtmlText read_html_text(std::string_view html);

// Whether HTML has an element of this name, which is in lower case.
bool is_html_element(std::string_view name);

// What was left out, as a sink is told it.
void give_hidden(const HtmlText& text, Sink& sink);

}  // namespace foi::extract
