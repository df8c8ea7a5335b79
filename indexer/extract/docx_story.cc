#include "indexer/extract/docx_story.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/extract/encoding.h"
#include "indexer/extract/flow.h"
#include "indexer/extract/office_xml.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

bool is_any(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Signs of the symbol fonts that letters use for bullets and tick boxes, by the low byte of their code.
std::string_view symbol(std::string_view font, long code) {
  const bool wingdings = font.starts_with("Wingdings");
  switch (code & 0xFF) {
    case 0x6F:
    case 0x71:
    case 0xA8:
      return wingdings ? "☐" : "•";
    case 0xFC:
    case 0x50:
      return wingdings ? "✓" : "•";
    case 0xFB:
    case 0x4F:
      return wingdings ? "✗" : "•";
    case 0xFE:
    case 0x52:
      return wingdings ? "☑" : "•";
    case 0xFD:
    case 0x53:
      return wingdings ? "☒" : "•";
    default:
      return "•";
  }
}

// mc:AlternateContent holds the same thing twice, for newer and older programs.
pugi::xml_node alternative(const pugi::xml_node& node) {
  const pugi::xml_node choice = child(node, "Choice");
  return choice ? choice : child(node, "Fallback");
}

class Story {
 public:
  explicit Story(DocxContext& context) : context_(context) {}

  Lines blocks(const pugi::xml_node& node, int depth) {
    Lines lines;
    add_blocks(node, lines, depth);
    return lines;
  }

 private:
  void add_blocks(const pugi::xml_node& node, Lines& lines, int depth) {
    if (depth > kMaxXmlDepth) {
      context_.tally.too_deep = true;
      return;
    }
    for (const pugi::xml_node& c : node.children()) {
      const std::string_view name = local_name(c);
      if (name == "p")
        paragraph(c, lines, depth + 1);
      else if (name == "tbl")
        table(c, lines, depth + 1);
      else if (name == "sectPr")
        context_.sections.push_back(c);
      else if (name == "AlternateContent")
        add_blocks(alternative(c), lines, depth + 1);
      else if (name == "del")
        ++context_.tally.deleted;
      else if (name == "moveFrom")
        ++context_.tally.moved;
      else if (!is_any(name, {"sdtPr", "sdtEndPr", "tcPr", "tblPr", "trPr", "tblGrid"}))
        add_blocks(c, lines, depth + 1);
    }
  }

  void paragraph(const pugi::xml_node& node, Lines& lines, int depth) {
    const pugi::xml_node properties = child(node, "pPr");
    const std::string_view style_name = attribute(child(properties, "pStyle"), "val");
    const DocxStyle style = context_.styles.resolve(style_name);
    const bool outer_hidden = std::exchange(paragraph_hidden_, style.hidden.value_or(false));
    const bool outer_shaded = std::exchange(shaded_, shaded_ || style.shaded || has_shading(properties));
    const std::uint32_t left_out_before = left_out();
    std::vector<pugi::xml_node> boxes;
    std::string text;
    inlines(node, text, boxes, depth + 1);
    paragraph_hidden_ = outer_hidden;
    shaded_ = outer_shaded;
    // Nothing but what was deleted or hidden: the paragraph is not there, and not counted by its list.
    const bool gone = trim(text).empty() && boxes.empty() && (left_out() > left_out_before || child(child(properties, "rPr"), "del"));
    if (!gone) {
      if (const std::string number = list_label(properties, style_name, style); !number.empty()) text = with_label(number, text);
      if (is_on(child(properties, "pageBreakBefore"))) text.insert(text.begin(), kPageBreak);
      lines.push_back(std::move(text));
    }
    // What ground a box or a cell has, its own style may say, or its table's: it is not looked up.
    const bool outside = std::exchange(shaded_, true);
    for (const pugi::xml_node& box : boxes) add_blocks(box, lines, depth + 1);
    shaded_ = outside;
    if (const pugi::xml_node section = child(properties, "sectPr")) {
      context_.sections.push_back(section);
      if (lines.empty()) lines.emplace_back();
      lines.back() += kSectionEnd;
    }
  }

  std::uint32_t left_out() const { return context_.tally.deleted + context_.tally.moved + context_.tally.hidden; }

  static std::string with_label(const std::string& label, const std::string& text) {
    const std::size_t at = text.find_first_not_of(kPageBreak);
    return at == std::string::npos ? text + label : text.substr(0, at) + label + " " + text.substr(at);
  }

  std::string list_label(const pugi::xml_node& properties, std::string_view style_name, const DocxStyle& style) {
    const pugi::xml_node own = child(properties, "numPr");
    long list = style.list.value_or(0);
    if (const pugi::xml_node id = child(own, "numId")) list = number_of(attribute(id, "val"), 0);
    if (list <= 0) return "";
    long level = style.level.value_or(context_.numbering.level_of_style(list, style_name).value_or(0));
    if (const pugi::xml_node own_level = child(own, "ilvl")) level = number_of(attribute(own_level, "val"), 0);
    return context_.numbering.next(list, level);
  }

  void inlines(const pugi::xml_node& node, std::string& text, std::vector<pugi::xml_node>& boxes, int depth) {
    if (depth > kMaxXmlDepth) {
      context_.tally.too_deep = true;
      return;
    }
    for (const pugi::xml_node& c : node.children()) {
      const std::string_view name = local_name(c);
      if (name == "r")
        run(c, text, boxes, depth + 1);
      else if (name == "del")
        ++context_.tally.deleted;
      else if (name == "moveFrom")
        ++context_.tally.moved;
      else if (name == "AlternateContent")
        inlines(alternative(c), text, boxes, depth + 1);
      else if (!is_any(name, {"pPr", "rPr", "sdtPr", "sdtEndPr"}))
        inlines(c, text, boxes, depth + 1);
    }
  }

  bool hidden_run(const pugi::xml_node& properties) const {
    if (is_white(properties) && !shaded_ && !has_shading(properties)) return true;
    if (const std::optional<bool> own = hidden_in(properties)) return *own;
    if (const std::string_view style = attribute(child(properties, "rStyle"), "val"); !style.empty())
      if (const std::optional<bool> by_style = context_.styles.resolve(style).hidden) return *by_style;
    return paragraph_hidden_;
  }

  static bool is_white(const pugi::xml_node& properties) {
    const std::string_view color = attribute(child(properties, "color"), "val");
    return color == "FFFFFF" || color == "ffffff";
  }

  void run(const pugi::xml_node& node, std::string& text, std::vector<pugi::xml_node>& boxes, int depth) {
    const bool hidden = hidden_run(child(node, "rPr"));
    std::string shown;
    for (const pugi::xml_node& c : node.children()) run_content(c, shown, boxes, depth + 1);
    if (!hidden) {
      text += shown;
      return;
    }
    if (!trim(shown).empty()) ++context_.tally.hidden;
  }

  void run_content(const pugi::xml_node& c, std::string& text, std::vector<pugi::xml_node>& boxes, int depth) {
    const std::string_view name = local_name(c);
    if (name == "fldChar") return field(attribute(c, "fldCharType"));
    if (std::find(in_instruction_.begin(), in_instruction_.end(), true) != in_instruction_.end()) return;
    if (name == "t")
      text += clean_utf8(c.text().get());
    else if (name == "tab" || name == "ptab")
      text += '\t';
    else if (name == "br")
      text += attribute(c, "type") == "page" ? kPageBreak : '\n';
    else if (name == "cr")
      text += '\n';
    else if (name == "noBreakHyphen")
      text += '-';
    else if (name == "sym")
      text += symbol(attribute(c, "font"), std::strtol(std::string(attribute(c, "char")).c_str(), nullptr, 16));
    else if (name == "footnoteReference")
      text += note_mark(context_.footnotes, c);
    else if (name == "endnoteReference")
      text += note_mark(context_.endnotes, c);
    else if (is_any(name, {"drawing", "pict", "object", "AlternateContent"}))
      find_boxes(name == "AlternateContent" ? alternative(c) : c, boxes, depth + 1);
    else if (name == "ruby")
      inlines(child(c, "rubyBase"), text, boxes, depth + 1);
  }

  // Of a field only the result is printed; fields nest, and may run over several paragraphs.
  void field(std::string_view type) {
    if (type == "begin" && in_instruction_.size() < kMaxXmlDepth) in_instruction_.push_back(true);
    if (type == "separate" && !in_instruction_.empty()) in_instruction_.back() = false;
    if (type == "end" && !in_instruction_.empty()) in_instruction_.pop_back();
  }

  static std::string note_mark(std::map<std::string, int>& numbers, const pugi::xml_node& reference) {
    const auto [note, is_new] = numbers.emplace(attribute(reference, "id"), static_cast<int>(numbers.size()) + 1);
    return " [" + std::to_string(note->second) + "]";
  }

  void find_boxes(const pugi::xml_node& node, std::vector<pugi::xml_node>& boxes, int depth) {
    if (depth > kMaxXmlDepth) {
      context_.tally.too_deep = true;
      return;
    }
    for (const pugi::xml_node& c : node.children()) {
      const std::string_view name = local_name(c);
      if (name == "txbxContent")
        boxes.push_back(c);
      else if (is_any(name, {"blip", "imagedata"}))
        ++context_.tally.pictures;
      else
        find_boxes(name == "AlternateContent" ? alternative(c) : c, boxes, depth + 1);
    }
  }

  void table(const pugi::xml_node& node, Lines& lines, int depth) {
    if (depth > kMaxXmlDepth) {
      context_.tally.too_deep = true;
      return;
    }
    for (const pugi::xml_node& c : node.children()) {
      const std::string_view name = local_name(c);
      if (name == "tr")
        row(c, lines, depth + 1);
      else if (!is_any(name, {"tblPr", "tblGrid", "sdtPr", "sdtEndPr"}))
        table(name == "AlternateContent" ? alternative(c) : c, lines, depth + 1);
    }
  }

  void row(const pugi::xml_node& node, Lines& lines, int depth) {
    const pugi::xml_node properties = child(node, "trPr");
    if (child(properties, "del")) {
      ++context_.tally.deleted;
      return;
    }
    if (is_on(child(properties, "hidden"))) {
      ++context_.tally.hidden_rows;
      return;
    }
    std::vector<Lines> cells;
    const bool outside = std::exchange(shaded_, true);
    find_cells(node, cells, depth + 1);
    shaded_ = outside;
    for (std::string& line : row_lines(std::move(cells))) lines.push_back(std::move(line));
  }

  void find_cells(const pugi::xml_node& node, std::vector<Lines>& cells, int depth) {
    if (depth > kMaxXmlDepth) {
      context_.tally.too_deep = true;
      return;
    }
    for (const pugi::xml_node& c : node.children()) {
      const std::string_view name = local_name(c);
      if (name == "tc")
        cells.push_back(blocks(c, depth + 1));
      else if (!is_any(name, {"trPr", "tblPrEx", "sdtPr", "sdtEndPr"}))
        find_cells(c, cells, depth + 1);
    }
  }

  DocxContext& context_;
  bool paragraph_hidden_ = false;
  bool shaded_ = false;               // white letters may be seen here
  std::vector<bool> in_instruction_;  // one for each open field: before its separator
};

}  // namespace

Lines read_story(const pugi::xml_node& story, DocxContext& context) { return Story(context).blocks(story, 0); }

}  // namespace foi::extract
