// As much of style sheets as it takes to know what they hide. Pure.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace foi::extract {

// True when the declarations ("display: none; color: red") make an element's text unseen.
bool css_hides(std::string_view declarations);

// Which simple selectors a style sheet hides: "p", ".note", "#draft", "p.note". Rules inside @media and other blocks count only where they
// are for the screen or for all; combined selectors (of descendants, states …) are passed over.
class StyleSheet {
 public:
  void add(std::string_view css);
  // Names in lower case but for classes, which are apart by spaces, and id.
  bool hides(std::string_view tag, std::string_view classes, std::string_view id) const;

 private:
  std::set<std::string, std::less<>> hidden_;
};

}  // namespace foi::extract
