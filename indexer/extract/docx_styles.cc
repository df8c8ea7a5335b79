#include "indexer/extract/docx_styles.h"

#include "indexer/extract/office_xml.h"
#include "indexer/extract/reader_limits.h"

namespace foi::extract {

std::optional<bool> hidden_in(const pugi::xml_node& run_properties) {
  const pugi::xml_node vanish = child(run_properties, "vanish");
  if (!vanish) return std::nullopt;
  return is_on(vanish);
}

Paint letters_in(const pugi::xml_node& run_properties) {
  const pugi::xml_node color = child(run_properties, "color");
  if (!color) return {};
  if (const std::optional<Colour> value = hex_colour(attribute(color, "val"))) return *value;
  // Word writes what a colour of the theme comes to beside its name; others write the name alone.
  const std::string_view theme = attribute(color, "themeColor");
  if (has_attribute(color, "themeTint") || has_attribute(color, "themeShade")) return Paint::unknown();
  if (theme == "background1" || theme == "light1") return kWhite;
  if (theme == "text1" || theme == "dark1") return kBlack;
  return Paint::unknown();
}

Paint ground_in(const pugi::xml_node& properties) {
  if (const std::string_view name = attribute(child(properties, "highlight"), "val"); !name.empty() && name != "none") {
    const std::optional<Colour> colour = name == "green" ? std::nullopt : named_colour(name);  // Word's green is another
    return colour ? Paint(*colour) : Paint::unknown();
  }
  const pugi::xml_node shading = child(properties, "shd");
  if (!shading) return {};
  const std::string_view pattern = attribute(shading, "val"), fill = attribute(shading, "fill");
  if (pattern == "nil") return {};
  if (pattern == "solid") {  // all of it is pattern
    const std::optional<Colour> colour = hex_colour(attribute(shading, "color"));
    return colour ? Paint(*colour) : attribute(shading, "color") == "auto" ? Paint(kBlack) : Paint::unknown();
  }
  if (!pattern.empty() && pattern != "clear") return Paint::unknown();
  if (const std::optional<Colour> colour = hex_colour(fill)) return *colour;
  return has_attribute(shading, "themeFill") ? Paint::unknown() : Paint();
}

bool is_blacked_out(const pugi::xml_node& run_properties) { return attribute(child(run_properties, "highlight"), "val") == "black"; }

DocxStyles::DocxStyles(const pugi::xml_node& styles) {
  for (const pugi::xml_node& c : styles.children()) {
    if (local_name(c) == "docDefaults") {
      const pugi::xml_node run = child(child(c, "rPrDefault"), "rPr");
      defaults_.hidden = hidden_in(run);
      defaults_.letters = letters_in(run);
    }
    if (local_name(c) != "style") continue;
    const std::string id(attribute(c, "styleId"));
    DocxStyle& style = styles_[id];
    style.based_on = attribute(child(c, "basedOn"), "val");
    style.hidden = hidden_in(child(c, "rPr"));
    style.letters = letters_in(child(c, "rPr"));
    style.ground = ground_in(child(c, "rPr"));
    style.paragraph_ground = ground_in(child(c, "pPr"));
    style.paints_cells = count_elements(c, "shd") > 0;
    const pugi::xml_node numbering = child(child(c, "pPr"), "numPr");
    if (const pugi::xml_node list = child(numbering, "numId")) style.list = number_of(attribute(list, "val"), 0);
    if (const pugi::xml_node level = child(numbering, "ilvl")) style.level = number_of(attribute(level, "val"), 0);
    if (attribute(c, "type") == "paragraph" && attribute(c, "default") == "1") default_ = id;
  }
}

DocxStyle DocxStyles::resolve(std::string_view name) const {
  DocxStyle resolved;
  std::string_view at = name.empty() ? default_ : name;
  for (int i = 0; i < kLongestStyleChain; ++i) {
    const auto found = styles_.find(at);
    if (found == styles_.end()) break;
    const DocxStyle& style = found->second;
    if (!resolved.hidden) resolved.hidden = style.hidden;
    resolved.letters = resolved.letters.or_else(style.letters);
    resolved.ground = resolved.ground.or_else(style.ground);
    resolved.paragraph_ground = resolved.paragraph_ground.or_else(style.paragraph_ground);
    resolved.paints_cells = resolved.paints_cells || style.paints_cells;
    if (!resolved.list) resolved.list = style.list;
    if (!resolved.level) resolved.level = style.level;
    at = style.based_on;
  }
  return resolved;
}

}  // namespace foi::extract
