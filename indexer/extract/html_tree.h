// A parsed web page, and what its elements are to a reader of it. Internal to the readers of web pages (html*.cc), which alone speak Gumbo.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "indexer/extract/html_style.h"
#include "indexer/extract/reader_limits.h"

namespace foi::extract {

class HtmlTree {
 public:
  // html is UTF-8.
  explicit HtmlTree(std::string_view html);
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  const GumboNode* root() const { return root_; }  // null when there is none
  std::string_view base() const { return base_; }  // what the page says its links count from (<base href>); or empty
  // By what it is, by an attribute, by its own style, or by a rule of the page's own style sheets; what it stands in is not asked.
  bool is_hidden(const GumboNode* element) const { return style_.hides(element); }
  // Whether the text is painted otherwise than its ground.
  bool is_readable(const GumboNode* text) const;

 private:
  class Arena;
  void find_styles_and_base(const GumboNode* node, int depth);

  std::unique_ptr<Arena> arena_;
  const GumboNode* root_ = nullptr;
  HtmlStyle style_;
  std::string_view base_;  // the first counts
};

// Preconditions: node is an element.
std::string_view attribute_of(const GumboNode* node, const char* name);
bool has_attribute_of(const GumboNode* node, const char* name);

bool is_block(GumboTag tag);
// Never shown, and nothing a reader is kept from: programs, other programs' data, what stands for a thing that is shown.
bool is_machinery(GumboTag tag);

}  // namespace foi::extract
