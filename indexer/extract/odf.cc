#include "indexer/extract/odf.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "indexer/extract/reader_limits.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

// Parts that hold no text a reader sees.
bool skip(std::string_view name) { return name != "content.xml" && name != "styles.xml" && name != "META-INF/manifest.xml"; }

bool is_any(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool has_text(const pugi::xml_node& node, int depth) {
  if (depth > kMaxXmlDepth) return true;
  for (const pugi::xml_node& c : node.children())
    if ((c.type() == pugi::node_pcdata && !trim(c.value()).empty()) || has_text(c, depth + 1)) return true;
  return false;
}

class Paragraph {
 public:
  Paragraph(OdfContext& context, Lines& boxes) : context_(context), boxes_(boxes) {}

  void inlines(const pugi::xml_node& node, std::string& text, int depth) {
    if (depth > kMaxXmlDepth) {
      context_.tally.too_deep = true;
      return;
    }
    for (const pugi::xml_node& c : node.children()) {
      if (c.type() == pugi::node_pcdata)
        words(clean_utf8(c.value()), text);
      else
        element(c, local_name(c), text, depth + 1);
    }
  }

 private:
  void words(const std::string& words, std::string& text) {
    const OdfLook& look = context_.look;
    if (!unreadable(look.letters, look.behind.or_else(look.ground)))
      text += words;
    else
      context_.tally.hidden += trim(words).empty() ? 0 : 1;
  }

  void span(const pugi::xml_node& node, const OdfStyle& style, std::string& text, int depth) {
    const OdfLook around = context_.look;
    context_.look.letters = style.letters.or_else(around.letters);
    context_.look.behind = style.ground.or_else(around.behind);
    inlines(node, text, depth);
    context_.look = around;
  }

  void element(const pugi::xml_node& c, std::string_view name, std::string& text, int depth) {
    if (name == "s") {
      text.append(static_cast<std::size_t>(std::clamp(number_of(attribute(c, "c"), 1), 1l, kMostSpaces)), ' ');
    } else if (name == "tab") {
      text += '\t';
    } else if (name == "line-break") {
      text += '\n';
    } else if (name == "annotation") {
      ++context_.tally.comments;
    } else if (name == "a") {
      anchor(c, text, depth);
    } else if (name == "note") {
      note(c, text, depth);
    } else if (is_any(name, {"hidden-text", "hidden-paragraph"}) ||
               (name == "span" && context_.styles.resolve(attribute(c, "style-name")).hidden_text)) {
      if (has_text(c, depth) || has_attribute(c, "string-value")) ++context_.tally.hidden;
    } else if (name == "frame" || name == "custom-shape" || name == "rect") {
      boxes(c, depth);
    } else if (name == "span") {
      span(c, context_.styles.resolve(attribute(c, "style-name")), text, depth);
    } else if (!is_any(name, {"annotation-end", "tracked-changes", "ruby-text", "title", "desc", "script"})) {
      inlines(c, text, depth);
    }
  }

  void anchor(const pugi::xml_node& node, std::string& text, int depth) {
    const std::size_t start = text.size();
    span(node, context_.styles.resolve(attribute(node, "style-name")), text, depth);
    const bool shown = text.find_first_not_of(" \t\n", start) != std::string::npos;
    if (shown && context_.links.size() < limits::kMaxLinksOfCell) context_.links.emplace_back(attribute(node, "href"));
  }

  void note(const pugi::xml_node& node, std::string& text, int depth) {
    Lines lines;
    odf_blocks(child(node, "note-body"), context_, lines, depth);
    const std::string mark = "[" + flat(child(node, "note-citation").text().get()) + "]";
    text += " " + mark;
    for (std::size_t i = 0; i < lines.size(); ++i) context_.notes.push_back((i == 0 ? mark + " " : "") + lines[i]);
  }

  void boxes(const pugi::xml_node& node, int depth) {
    if (depth > kMaxXmlDepth) {
      context_.tally.too_deep = true;
      return;
    }
    // What a shape without a fill lies over cannot be told.
    const Paint fill = context_.styles.resolve(attribute(node, "style-name")).fill;
    const OdfLook around = std::exchange(context_.look, {.letters = {}, .behind = {}, .ground = fill.or_else(Paint::unknown())});
    for (const pugi::xml_node& c : node.children()) {
      const std::string_view name = local_name(c);
      if (name == "text-box" || name == "p")
        odf_blocks(name == "p" ? node : c, context_, boxes_, depth + 1);
      else if (!is_any(name, {"title", "desc", "image", "object"}))
        boxes(c, depth + 1);
      if (name == "p") break;  // odf_blocks took all of the node's
    }
    context_.look = around;
  }

  OdfContext& context_;
  Lines& boxes_;
};

class Table {
 public:
  explicit Table(OdfContext& context) : context_(context) {}

  void read(const pugi::xml_node& node, Lines& lines, int depth) {
    const Paint around = stand_on(node);
    rows(node, lines, depth);
    context_.look.ground = around;
  }

 private:
  // Puts what the style of a table, a row or a cell paints under what is read next; what was there before.
  Paint stand_on(const pugi::xml_node& node) {
    const Paint own = context_.styles.resolve(attribute(node, "style-name")).block;
    return std::exchange(context_.look.ground, own.or_else(context_.look.ground));
  }

  void rows(const pugi::xml_node& node, Lines& lines, int depth) {
    if (depth > kMaxXmlDepth) {
      context_.tally.too_deep = true;
      return;
    }
    for (const pugi::xml_node& c : node.children()) {
      const std::string_view name = local_name(c);
      if (name == "table-row")
        row(c, lines, depth + 1);
      else if (is_any(name, {"table-header-rows", "table-rows", "table-row-group"}))
        rows(c, lines, depth + 1);
    }
  }

  void row(const pugi::xml_node& node, Lines& lines, int depth) {
    const std::string_view visibility = attribute(node, "visibility");
    if (visibility == "collapse" || visibility == "filter") {
      context_.tally.rows += has_text(node, depth) ? 1 : 0;
      return;
    }
    const Paint around = stand_on(node);
    std::vector<Lines> cells;
    for (const pugi::xml_node& c : node.children()) {
      if (!is_any(local_name(c), {"table-cell", "covered-table-cell"})) continue;
      Lines cell;
      const Paint of_row = stand_on(c);
      odf_blocks(c, context_, cell, depth);
      context_.look.ground = of_row;
      cells.resize(
          cells.size() + static_cast<std::size_t>(std::clamp(number_of(attribute(c, "number-columns-repeated"), 1), 1l, kMostRepeats)),
          cell);
    }
    context_.look.ground = around;
    for (std::string& line : row_lines(std::move(cells))) lines.push_back(std::move(line));
  }

  OdfContext& context_;
};

class Blocks {
 public:
  Blocks(OdfContext& context, Lines& lines) : context_(context), lines_(lines) {}

  void block(const pugi::xml_node& c, int depth) {
    const std::string_view name = local_name(c);
    if (name == "p" || name == "h")
      paragraph(c, depth);
    else if (name == "list-item")
      item(c, depth);
    else if (name == "table")
      table(c, depth);
    else if (name == "tracked-changes")
      context_.tally.deleted += count_elements(c, "deletion");
    else if (name == "annotation")
      ++context_.tally.comments;
    else if (name == "section" && is_any(attribute(c, "display"), {"none", "condition"}))
      context_.tally.hidden += has_text(c, depth) ? 1 : 0;
    else if (!is_any(name,
                     {"forms", "variable-decls", "sequence-decls", "user-field-decls", "index-title-template", "table-of-content-source"}))
      odf_blocks(c, context_, lines_, depth + 1);
  }

 private:
  void paragraph(const pugi::xml_node& node, int depth) {
    const OdfStyle style = context_.styles.resolve(attribute(node, "style-name"));
    if (style.hidden_text || child(node, "hidden-paragraph")) {
      context_.tally.hidden += has_text(node, depth) ? 1 : 0;
      return;
    }
    const OdfLook around = context_.look;
    context_.look = {style.letters.or_else(around.letters), style.ground, style.block.or_else(around.ground)};
    Lines boxes;
    std::string text = odf_paragraph(node, context_, boxes, depth + 1);
    context_.look = around;
    if (style.break_before) text.insert(text.begin(), '\f');
    lines_.push_back(std::move(text));
    lines_.insert(lines_.end(), boxes.begin(), boxes.end());
    if (style.break_after) lines_.emplace_back("\f");
  }

  void table(const pugi::xml_node& node, int depth) {
    if (context_.styles.resolve(attribute(node, "style-name")).hidden_table)
      context_.tally.hidden += has_text(node, depth) ? 1 : 0;
    else
      Table(context_).read(node, lines_, depth);
  }

  void item(const pugi::xml_node& node, int depth) {
    Lines own;
    odf_blocks(node, context_, own, depth + 1);
    if (!own.empty() && !own.front().starts_with("• ")) own.front().insert(own.front().starts_with('\f') ? 1 : 0, "• ");
    lines_.insert(lines_.end(), own.begin(), own.end());
  }

  OdfContext& context_;
  Lines& lines_;
};

Paint paint_of(std::string_view color) {
  if (color.empty() || color == "transparent") return {};
  const std::optional<Colour> known = hex_colour(color);
  return known ? Paint(*known) : Paint::unknown();
}

// A ground that its properties say, as a colour or as a picture.
Paint ground_in(const pugi::xml_node& properties) {
  if (has_attribute(child(properties, "background-image"), "href")) return Paint::unknown();
  return paint_of(attribute(properties, "background-color"));
}

Paint letters_in(const pugi::xml_node& text_properties) {
  if (attribute(text_properties, "use-window-font-color") == "true") return Paint::unknown();
  return paint_of(attribute(text_properties, "color"));
}

Paint fill_in(const pugi::xml_node& graphic_properties) {
  const std::string_view fill = attribute(graphic_properties, "fill");
  if (fill == "solid") return paint_of(attribute(graphic_properties, "fill-color"));
  return fill.empty() ? ground_in(graphic_properties) : Paint();
}

}  // namespace

void OdfStyles::add(const pugi::xml_node& styles) {
  for (const pugi::xml_node& c : styles.children()) {
    if (local_name(c) == "page-layout")
      if (const Paint page = ground_in(child(c, "page-layout-properties")); page.said() && !page.is(kWhite)) paper_ = Paint::unknown();
    if (local_name(c) != "style") continue;
    OdfStyle& style = styles_[std::string(attribute(c, "name"))];
    style.parent = attribute(c, "parent-style-name");
    style.hidden_text = attribute(child(c, "text-properties"), "display") == "none";
    style.hidden_table = attribute(child(c, "table-properties"), "display") == "false";
    style.break_before = attribute(child(c, "paragraph-properties"), "break-before") == "page";
    style.break_after = attribute(child(c, "paragraph-properties"), "break-after") == "page";
    style.letters = letters_in(child(c, "text-properties"));
    style.ground = ground_in(child(c, "text-properties"));
    for (const char* properties : {"paragraph-properties", "table-cell-properties", "table-row-properties", "table-properties"})
      style.block = style.block.or_else(ground_in(child(c, properties)));
    style.fill = fill_in(child(c, "graphic-properties"));
    if (child(c, "map")) style.letters = style.block = Paint::unknown();  // another style, on a condition that is not reckoned
  }
}

OdfStyle OdfStyles::resolve(std::string_view name) const {
  OdfStyle resolved;
  std::string_view at = name;
  for (int i = 0; i < kLongestStyleChain; ++i) {
    const auto found = styles_.find(at);
    if (found == styles_.end()) break;
    const OdfStyle& style = found->second;
    resolved.hidden_text |= style.hidden_text;
    resolved.hidden_table |= style.hidden_table;
    resolved.letters = resolved.letters.or_else(style.letters);
    resolved.ground = resolved.ground.or_else(style.ground);
    resolved.block = resolved.block.or_else(style.block);
    resolved.fill = resolved.fill.or_else(style.fill);
    if (i == 0) resolved.break_before = style.break_before, resolved.break_after = style.break_after;
    at = style.parent;
  }
  return resolved;
}

Result<Package> open_odf(std::string_view bytes, OdfContext& context) {
  Result<Package> package = Package::open(bytes, skip);
  if (!package) return package.error();
  if (const Result<pugi::xml_document*> manifest = package->part("META-INF/manifest.xml"))
    if (count_elements((*manifest)->document_element(), "encryption-data") > 0) return document_error("encrypted with a password");
  for (const char* part : {"styles.xml", "content.xml"}) {
    const Result<pugi::xml_document*> document = package->part(part);
    if (!document && std::string_view(part) == "content.xml") return document.error();
    if (!document) continue;
    for (const char* list : {"styles", "automatic-styles"}) context.styles.add(child((*document)->document_element(), list));
  }
  context.look.ground = context.styles.paper();
  return package;
}

std::string odf_paragraph(const pugi::xml_node& paragraph, OdfContext& context, Lines& boxes, int depth) {
  std::string text;
  Paragraph(context, boxes).inlines(paragraph, text, depth);
  return text;
}

void odf_blocks(const pugi::xml_node& node, OdfContext& context, Lines& lines, int depth) {
  if (depth > kMaxXmlDepth) {
    context.tally.too_deep = true;
    return;
  }
  for (const pugi::xml_node& c : node.children())
    if (c.type() == pugi::node_element) Blocks(context, lines).block(c, depth + 1);
}

void give_hidden(const OdfTally& tally, const Package& package, Sink& sink) {
  const std::array counts{HiddenCount{"hidden sheet", tally.sheets},
                          HiddenCount{"hidden row", tally.rows},
                          HiddenCount{"hidden column", tally.columns},
                          HiddenCount{"hidden text", tally.hidden},
                          HiddenCount{"deleted revision", tally.deleted},
                          HiddenCount{"comment", tally.comments},
                          HiddenCount{"embedded file", package.count_under("Object ") > 0 ? 1u : 0u}};
  for (const HiddenCount& count : counts)
    if (count.count > 0) sink.hidden(count);
  if (tally.too_deep) sink.note({0, "nested more deeply than is read: a part was left out"});
}

}  // namespace foi::extract
