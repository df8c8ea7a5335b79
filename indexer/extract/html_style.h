// The style sheets of one web page applied to its elements. Internal to the readers of web pages (html*.cc), which alone speak Gumbo.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/extract/css.h"
#include "indexer/extract/reader_limits.h"

namespace foi::extract {

class HtmlStyle {
 public:
  // What the page says, in order: <style>, and that it has sheets of another file, which are not fetched.
  void add_sheet(std::string_view css);
  void add_outside_sheet() { outside_ = true; }

  // By its attributes, by its own style, or by a rule; what it stands in is not asked.
  bool hides(const GumboNode* element) const;
  // Whether text directly in the element can be told from what it stands on, as far as the page says.
  bool shows_text(const GumboNode* element) const;

 private:
  struct Look {
    bool hides = false;
    Paint letters, ground;  // with what it stands in
  };
  struct Position {
    long from_start = 1, from_end = 1;
  };

  const Look& look_of(const GumboNode* element) const;
  Look own_look(const GumboNode* element) const;
  void index(const CssRule& rule, std::size_t number);
  std::vector<std::size_t> candidates(const GumboNode* element) const;
  bool matches(const CssSelector& selector, std::size_t step, const GumboNode* element, int& tries) const;
  bool matches(const CssCompound& compound, const GumboNode* element) const;
  Position position_of(const GumboNode* element) const;

  bool outside_ = false;
  mutable long tries_left_ = kMostPageTries;
  std::vector<CssRule> rules_;
  // Rules by what their selector's last element must have: "#id", ".class", "tag" or, for "", nothing.
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_key_;
  mutable std::unordered_map<const GumboNode*, Look> looks_;
  mutable std::unordered_map<const GumboNode*, Position> positions_;
};

}  // namespace foi::extract
