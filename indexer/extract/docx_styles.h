// What a Word document's styles say about text: whether it is hidden, and which list numbers it.
#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace foi::extract {

struct DocxStyle {
  std::string based_on;
  std::optional<bool> hidden;
  bool shaded = false;  // stands on a ground of its own
  std::optional<long> list;
  std::optional<long> level;
};

class DocxStyles {
 public:
  DocxStyles() = default;
  // styles is the root of styles.xml.
  explicit DocxStyles(const pugi::xml_node& styles);

  // With what it inherits. An unknown or empty name is the default paragraph style.
  DocxStyle resolve(std::string_view style) const;

 private:
  std::map<std::string, DocxStyle, std::less<>> styles_;
  std::string default_;
};

// w:rPr: hidden text, if it says so either way.
std::optional<bool> hidden_in(const pugi::xml_node& run_properties);

// w:rPr or w:pPr: a ground other than the paper's.
bool has_shading(const pugi::xml_node& properties);

}  // namespace foi::extract
