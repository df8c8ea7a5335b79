#include "indexer/extract/drawing.h"

#include <array>
#include <string_view>
#include <utility>

#include "indexer/extract/office_xml.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kUsualMap{
    {{"bg1", "lt1"}, {"tx1", "dk1"}, {"bg2", "lt2"}, {"tx2", "dk2"}}};

Paint known(std::optional<Colour> colour) { return colour ? Paint(*colour) : Paint::unknown(); }

// Without what makes it lighter, darker or less opaque, which is not reckoned with.
Paint plain_color(const pugi::xml_node& color, const Scheme& scheme) {
  const std::string_view name = local_name(color), value = attribute(color, "val");
  if (name == "srgbClr") return known(hex_colour(value));
  if (name == "prstClr") return known(named_colour(value));
  if (name == "sysClr" && value == "window") return kWhite;
  if (name == "sysClr" && value == "windowText") return kBlack;
  if (name == "sysClr") return known(hex_colour(attribute(color, "lastClr")));
  if (name != "schemeClr") return Paint::unknown();
  const auto found = scheme.find(value);
  return found == scheme.end() ? Paint::unknown() : found->second;
}

// Black over letters of no colour of their own is how people black words out; whether a program then turns them white, they did not ask.
bool blacked_out(const Paint& letters, const Paint& highlight) { return highlight.is(kBlack) && letters.kind != Paint::Kind::kColour; }

}  // namespace

Scheme plain_scheme() { return {{"bg1", kWhite}, {"lt1", kWhite}, {"tx1", kBlack}, {"dk1", kBlack}}; }

Scheme scheme_of(const pugi::xml_node& theme, const pugi::xml_node& color_map) {
  Scheme scheme;
  for (const pugi::xml_node& c : child(child(theme, "themeElements"), "clrScheme").children())
    if (const Paint paint = color_in(c, {}); paint.said()) scheme[std::string(local_name(c))] = paint;
  if (scheme.empty()) scheme = plain_scheme();
  for (const auto& [name, usual] : kUsualMap) {
    const std::string_view said = attribute(color_map, name);
    const auto meant = scheme.find(said.empty() ? usual : said);
    scheme[std::string(name)] = meant == scheme.end() ? Paint::unknown() : meant->second;
  }
  return scheme;
}

Paint color_in(const pugi::xml_node& node, const Scheme& scheme) {
  for (const pugi::xml_node& c : node.children())
    if (local_name(c).ends_with("Clr")) return c.first_child().type() == pugi::node_element ? Paint::unknown() : plain_color(c, scheme);
  return {};
}

Paint fill_in(const pugi::xml_node& properties, const Scheme& scheme) {
  for (const pugi::xml_node& c : properties.children()) {
    const std::string_view name = local_name(c);
    if (name == "solidFill") return color_in(c, scheme).or_else(Paint::unknown());
    if (name == "gradFill" || name == "blipFill" || name == "pattFill" || name == "grpFill") return Paint::unknown();
  }
  return {};
}

bool is_hidden_shape(const pugi::xml_node& shape) {
  for (const pugi::xml_node& c : shape.children())
    if (const std::string_view value = attribute(child(c, "cNvPr"), "hidden"); value == "1" || value == "true") return true;
  return false;
}

RunsRead read_runs(const pugi::xml_node& paragraph, const Paint& letters, const Paint& ground, const Scheme& scheme) {
  RunsRead read;
  for (const pugi::xml_node& run : paragraph.children()) {
    const std::string_view name = local_name(run);
    if (name == "br") read.text += '\n';
    if (name != "r" && name != "fld") continue;
    const pugi::xml_node properties = child(run, "rPr");
    const Paint own = fill_in(properties, scheme).or_else(letters);
    const Paint highlight = color_in(child(properties, "highlight"), scheme);
    const std::string text = clean_utf8(child(run, "t").text().get());
    if (!unreadable(own, highlight.or_else(ground)) && !blacked_out(own, highlight))
      read.text += text;
    else
      read.hidden += trim(text).empty() ? 0 : 1;
  }
  return read;
}

}  // namespace foi::extract
