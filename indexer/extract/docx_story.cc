#include "indexer/extract/docx_story.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/extract/drawing.h"
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

// A text box, which stands beside the line it is anchored in.
struct Box {
  pugi::xml_node content;
  Paint ground;
};

// The ground a shape gives its text, <wps:wsp> or one of VML. Shapes say no more of it than a fill; what they lie over cannot be told.
Paint ground_of_shape(const pugi::xml_node& shape, const Paint& around) {
  if (const pugi::xml_node properties = child(shape, "spPr")) return fill_in(properties, plain_scheme()).or_else(Paint::unknown());
  const std::string_view said = attribute(shape, "fillcolor");
  if (said.empty()) return around;
  const std::string_view color = said.substr(0, said.find(' '));  // "#4472c4 [3204]"
  const std::optional<Colour> known = color.starts_with('#') ? hex_colour(color) : named_colour(color);
  return known && attribute(shape, "filled") != "f" ? Paint(*known) : Paint::unknown();
}

// One of VML's shapes, or what holds one of DrawingML's.
bool is_invisible(const pugi::xml_node& drawn) {
  if (const std::string_view hidden = attribute(child(drawn, "docPr"), "hidden"); hidden == "1" || hidden == "true") return true;
  std::string style = to_lower_ascii(attribute(drawn, "style"));
  std::erase(style, ' ');
  return style.find("visibility:hidden") != std::string::npos;
}

// Half-points; smaller letters are not read.
constexpr long kSmallestLetters = 2;

// Stands for a note or a box in a hidden run, which is counted with its words.
constexpr std::string_view kGoneToo = "*";

class Story {
 public:
  explicit Story(DocxContext& context) : context_(context), ground_(context.paper) {}

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
    const DocxStyle outer = std::exchange(paragraph_, style);
    const Paint around = std::exchange(ground_, ground_in(properties).or_else(style.paragraph_ground).or_else(ground_));
    const std::uint32_t left_out_before = left_out();
    std::vector<Box> boxes;
    std::string text;
    inlines(node, text, boxes, depth + 1);
    paragraph_ = outer;
    // Nothing but what was deleted or hidden: the paragraph is not there, and not counted by its list.
    const bool gone = trim(text).empty() && boxes.empty() && (left_out() > left_out_before || child(child(properties, "rPr"), "del"));
    if (!gone) {
      if (const std::string number = list_label(properties, style_name, style); !number.empty()) text = with_label(number, text);
      if (is_on(child(properties, "pageBreakBefore"))) text.insert(text.begin(), kPageBreak);
      lines.push_back(std::move(text));
    }
    for (const Box& box : boxes) {
      ground_ = box.ground;
      add_blocks(box.content, lines, depth + 1);
    }
    ground_ = around;
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

  void inlines(const pugi::xml_node& node, std::string& text, std::vector<Box>& boxes, int depth) {
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

  bool is_vanished(const pugi::xml_node& properties, const DocxStyle& style) const {
    if (const std::optional<bool> own = hidden_in(properties)) return *own;
    if (style.hidden) return *style.hidden;
    return paragraph_.hidden.value_or(context_.styles.defaults().hidden.value_or(false));
  }

  bool is_unreadable(const pugi::xml_node& properties, const DocxStyle& style) const {
    if (number_of(attribute(child(properties, "sz"), "val"), kSmallestLetters + 1) <= kSmallestLetters) return true;
    const Paint letters =
        letters_in(properties).or_else(style.letters).or_else(paragraph_.letters).or_else(context_.styles.defaults().letters);
    // Letters of no colour of their own turn white on dark shading, but nobody highlights in black to have a word read.
    if (letters.kind != Paint::Kind::kColour) return is_blacked_out(properties);
    return unreadable(letters, ground_in(properties).or_else(style.ground).or_else(paragraph_.ground).or_else(ground_));
  }

  void run(const pugi::xml_node& node, std::string& text, std::vector<Box>& boxes, int depth) {
    const pugi::xml_node properties = child(node, "rPr");
    const std::string_view name = attribute(child(properties, "rStyle"), "val");
    const DocxStyle style = name.empty() ? DocxStyle() : context_.styles.resolve(name);
    const bool outer = std::exchange(vanished_, vanished_ || is_vanished(properties, style));
    std::string shown;
    for (const pugi::xml_node& c : node.children()) run_content(c, shown, boxes, depth + 1);
    if (!vanished_ && !is_unreadable(properties, style))
      text += shown;
    else if (!trim(shown).empty())
      ++context_.tally.hidden;
    vanished_ = outer;
  }

  void run_content(const pugi::xml_node& c, std::string& text, std::vector<Box>& boxes, int depth) {
    const std::string_view name = local_name(c);
    if (name == "fldChar") return field(attribute(c, "fldCharType"));
    if (std::find(in_instruction_.begin(), in_instruction_.end(), true) != in_instruction_.end()) return;
    const bool note = name == "footnoteReference" || name == "endnoteReference";
    const bool drawn = is_any(name, {"drawing", "pict", "object", "AlternateContent"});
    if (vanished_ && (note || drawn)) {
      if (note || count_elements(c, "t") > 0) text += kGoneToo;
    } else if (name == "t")
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
    else if (drawn)
      find_boxes(name == "AlternateContent" ? alternative(c) : c, Paint::unknown(), boxes, depth + 1);
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

  void find_boxes(const pugi::xml_node& node, const Paint& ground, std::vector<Box>& boxes, int depth) {
    if (depth > kMaxXmlDepth) {
      context_.tally.too_deep = true;
      return;
    }
    for (const pugi::xml_node& c : node.children()) {
      const std::string_view name = local_name(c);
      if (name == "txbxContent")
        boxes.push_back({c, ground});
      else if (is_any(name, {"blip", "imagedata"}))
        ++context_.tally.pictures;
      else if (is_invisible(c))
        context_.tally.hidden += count_elements(c, "t") > 0 ? 1 : 0;
      else
        find_boxes(name == "AlternateContent" ? alternative(c) : c, ground_of_shape(c, ground), boxes, depth + 1);
    }
  }

  void table(const pugi::xml_node& node, Lines& lines, int depth) {
    if (depth > kMaxXmlDepth) {
      context_.tally.too_deep = true;
      return;
    }
    const Paint around = std::exchange(ground_, ground_of_table(child(node, "tblPr")));
    for (const pugi::xml_node& c : node.children()) {
      const std::string_view name = local_name(c);
      if (name == "tr")
        row(c, lines, depth + 1);
      else if (!is_any(name, {"tblPr", "tblGrid", "sdtPr", "sdtEndPr"}))
        table(name == "AlternateContent" ? alternative(c) : c, lines, depth + 1);
    }
    ground_ = around;
  }

  Paint ground_of_table(const pugi::xml_node& properties) const {
    const std::string_view style = attribute(child(properties, "tblStyle"), "val");
    // Which of its cells a style paints, it says in a dozen places.
    if (!style.empty() && context_.styles.resolve(style).paints_cells) return Paint::unknown();
    return ground_in(properties).or_else(ground_);
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
    const Paint around = std::exchange(ground_, ground_in(child(node, "tblPrEx")).or_else(ground_));
    find_cells(node, cells, depth + 1);
    ground_ = around;
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
        cell(c, cells, depth);
      else if (!is_any(name, {"trPr", "tblPrEx", "sdtPr", "sdtEndPr"}))
        find_cells(c, cells, depth + 1);
    }
  }

  void cell(const pugi::xml_node& node, std::vector<Lines>& cells, int depth) {
    const pugi::xml_node properties = child(node, "tcPr");
    if (child(properties, "cellDel")) {
      ++context_.tally.deleted;
      return;
    }
    const Paint around = std::exchange(ground_, ground_in(properties).or_else(ground_));
    cells.push_back(blocks(node, depth + 1));
    ground_ = around;
  }

  DocxContext& context_;
  DocxStyle paragraph_;               // of the paragraph that is read
  Paint ground_;                      // what the paragraph stands on
  bool vanished_ = false;             // in a hidden run, with all that is anchored in it
  std::vector<bool> in_instruction_;  // one for each open field: before its separator
};

}  // namespace

Lines read_story(const pugi::xml_node& story, DocxContext& context) { return Story(context).blocks(story, 0); }

}  // namespace foi::extract
