#include "indexer/extract/docx_styles.h"

#include "indexer/extract/office_xml.h"
#include "indexer/extract/reader_limits.h"

namespace foi::extract {

std::optional<bool> hidden_in(const pugi::xml_node& run_properties) {
  const pugi::xml_node vanish = child(run_properties, "vanish");
  if (!vanish) return std::nullopt;
  return is_on(vanish);
}

bool has_shading(const pugi::xml_node& properties) {
  if (const pugi::xml_node highlight = child(properties, "highlight"); highlight && attribute(highlight, "val") != "none") return true;
  const pugi::xml_node shading = child(properties, "shd");
  if (!shading) return false;
  const std::string_view fill = attribute(shading, "fill");
  const bool paper = fill.empty() || fill == "auto" || fill == "FFFFFF" || fill == "ffffff";
  const std::string_view pattern = attribute(shading, "val");
  return !paper || has_attribute(shading, "themeFill") || (pattern != "clear" && pattern != "nil");
}

DocxStyles::DocxStyles(const pugi::xml_node& styles) {
  for (const pugi::xml_node& c : styles.children()) {
    if (local_name(c) != "style") continue;
    const std::string id(attribute(c, "styleId"));
    DocxStyle& style = styles_[id];
    style.based_on = attribute(child(c, "basedOn"), "val");
    style.hidden = hidden_in(child(c, "rPr"));
    style.shaded = has_shading(child(c, "rPr")) || has_shading(child(c, "pPr"));
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
    resolved.shaded = resolved.shaded || style.shaded;
    if (!resolved.list) resolved.list = style.list;
    if (!resolved.level) resolved.level = style.level;
    at = style.based_on;
  }
  return resolved;
}

}  // namespace foi::extract
