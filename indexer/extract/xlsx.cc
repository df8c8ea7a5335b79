#include <algorithm>
#include <bitset>
#include <charconv>
#include <optional>

#include "indexer/extract/drawing.h"
#include "indexer/extract/office_xml.h"
#include "indexer/extract/reader_limits.h"
#include "indexer/extract/readers.h"
#include "indexer/extract/sheet_text.h"
#include "indexer/extract/xlsx_format.h"
#include "indexer/extract/xlsx_links.h"
#include "indexer/extract/xlsx_paint.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

constexpr std::string_view kMediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

constexpr std::string_view kProperties = "docProps/app.xml";  // say from where links count

// Parts that hold no text a reader sees; pivot caches hold whole tables that nobody meant to publish.
bool skip(std::string_view name) {
  return name.starts_with("xl/pivotCache/") || name.starts_with("xl/externalLinks/") ||
         (name.starts_with("docProps/") && name != kProperties) || name.starts_with("customXml/") || name.starts_with("xl/charts/") ||
         name.starts_with("xl/revisions/");
}

// One line of one cell.
std::string flat(std::string_view text) {
  std::string out;
  for (const char c : clean_utf8(text)) {
    const bool space = c == ' ' || c == '\t' || c == '\n';
    if (!space)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool is_set(const pugi::xml_node& node, std::string_view name) {
  const std::string_view value = attribute(node, name);
  return value == "1" || value == "true";
}

struct Tally {
  std::uint32_t sheets = 0, rows = 0, columns = 0, cells = 0, comments = 0, shapes = 0, words = 0;
};

// What cells of one sheet are read with.
struct SheetContext {
  XlsxLinks links;
  RepaintedCells repainted;
};

struct Sheet {
  std::string name, part;
  bool is_chart = false;
};

class XlsxReader {
 public:
  XlsxReader(Package package, Sink& sink) : package_(std::move(package)), sink_(sink) {}

  Status read() {
    main_ = package_.main_part("xl/workbook.xml");
    const Result<pugi::xml_document*> workbook = package_.part(main_);
    if (!workbook) return workbook.error();
    for (const Relationship& r : package_.relationships(main_)) parts_[r.id] = r;
    const std::vector<Sheet> sheets = visible_sheets((*workbook)->document_element());
    read_styles();
    read_strings();
    read_link_base();
    sink_.document(kMediaType, static_cast<std::uint32_t>(sheets.size()), "");
    for (std::uint32_t i = 0; i < sheets.size(); ++i) sheet(i + 1, sheets[i]);
    links_.give(sink_);
    give_hidden();
    return success();
  }

 private:
  std::vector<Sheet> visible_sheets(const pugi::xml_node& workbook) {
    if (is_set(child(workbook, "workbookPr"), "date1904")) base_ = DateBase::k1904;
    std::vector<Sheet> sheets;
    for (const pugi::xml_node& s : child(workbook, "sheets").children()) {
      const std::string_view state = attribute(s, "state");
      const auto part = parts_.find(std::string(relationship_id(s)));
      if (state == "hidden" || state == "veryHidden")
        ++tally_.sheets;
      else if (part != parts_.end() && sheets.size() < limits::kMaxPages)
        sheets.push_back({flat(attribute(s, "name")), part->second.target, part->second.type != "worksheet"});
    }
    return sheets;
  }

  static std::string_view relationship_id(const pugi::xml_node& sheet) {
    for (const pugi::xml_attribute& a : sheet.attributes())
      if (std::string_view(a.name()).ends_with(":id")) return a.value();
    return "";
  }

  const Relationship* part_of_type(std::string_view type) const {
    for (const auto& [id, r] : parts_)
      if (r.type == type && package_.has(r.target)) return &r;
    return nullptr;
  }

  void read_strings() {
    const Relationship* part = part_of_type("sharedStrings");
    if (!part) return;
    const Result<pugi::xml_document*> document = package_.part(part->target);
    if (!document) return sink_notes_.push_back({0, document.error().message});
    for (const pugi::xml_node& item : (*document)->document_element().children())
      if (local_name(item) == "si") strings_.push_back(paints_.string_of(item));
    package_.release(part->target);
  }

  Scheme read_scheme() {
    const Relationship* part = part_of_type("theme");
    if (!part) return plain_scheme();
    const Result<pugi::xml_document*> document = package_.part(part->target);
    const Scheme scheme = document ? scheme_of((*document)->document_element(), {}) : plain_scheme();
    package_.release(part->target);
    return scheme;
  }

  void read_styles() {
    const Relationship* part = part_of_type("styles");
    if (!part) return;
    const Result<pugi::xml_document*> document = package_.part(part->target);
    if (!document) return sink_notes_.push_back({0, document.error().message});
    const pugi::xml_node root = (*document)->document_element();
    paints_ = CellPaints(root, read_scheme());
    std::map<long, std::string> codes;
    for (const pugi::xml_node& c : child(root, "numFmts").children())
      codes[number_of(attribute(c, "numFmtId"), -1)] = clean_utf8(attribute(c, "formatCode"));
    for (const pugi::xml_node& c : child(root, "cellXfs").children()) {
      const long id = number_of(attribute(c, "numFmtId"), 0);
      const auto own = codes.find(id);
      formats_.emplace_back(own != codes.end() ? std::string_view(own->second) : builtin_format(id));
    }
  }

  void read_link_base() {
    if (!package_.has(std::string(kProperties))) return;
    if (const Result<pugi::xml_document*> document = package_.part(std::string(kProperties)))
      link_base_ = flat(child((*document)->document_element(), "HyperlinkBase").text().get());
  }

  void sheet(std::uint32_t number, const Sheet& sheet) {
    if (number == 1)
      for (const Note& note : sink_notes_) sink_.note(note);
    Page page;
    page.number = number;
    page.text = sheet.name + "\n";
    const Result<pugi::xml_document*> document = package_.part(sheet.part);
    if (!document) {
      page.source = PageSource::kNone;
      page.confidence = 0;
      sink_.note({number, document.error().message});
    } else if (sheet.is_chart) {
      sink_.note({number, "a chart, which is not read"});
    } else if (const pugi::xml_node root = (*document)->document_element(); !add_rows(root, context_of(root, sheet.part), page)) {
      sink_.note({number, "longer than a page may be: the rest was left out"});
    }
    package_.release(sheet.part);
    add_parts_of(sheet.part, page.text);
    page.text = utf8_prefix(page.text, limits::kMaxPageTextBytes);
    sink_.page(page, false);
  }

  SheetContext context_of(const pugi::xml_node& worksheet, const std::string& part) {
    const std::vector<Relationship> parts = package_.relationships(part);
    std::vector<pugi::xml_node> tables;
    for (const Relationship& r : parts) {
      if (r.type != "table" || !package_.has(r.target)) continue;
      if (const Result<pugi::xml_document*> table = package_.part(r.target)) tables.push_back((*table)->document_element());
    }
    return {XlsxLinks(worksheet, parts, link_base_), RepaintedCells(worksheet, tables)};
  }

  // False when not all of the sheet fits.
  bool add_rows(const pugi::xml_node& worksheet, const SheetContext& context, Page& page) {
    const std::bitset<kMaxColumns> hidden = hidden_columns(worksheet);
    std::bitset<kMaxColumns> left_out;
    std::vector<SheetRow> rows;
    long number = 0, last = 0;
    std::size_t bytes = page.text.size();
    for (const pugi::xml_node& r : child(worksheet, "sheetData").children()) {
      number = number_of(attribute(r, "r"), number + 1);
      if (local_name(r) != "row" || number < 1 || number > kMaxRows) continue;
      SheetRow row = read_row(r, number, context, hidden, left_out);
      if (row.cells.empty()) continue;
      const pugi::xml_attribute height = r.attribute("ht");
      if (is_set(r, "hidden") || (height && height.as_double(1) <= 0)) {
        ++tally_.rows;
        continue;
      }
      row.after_gap = number > last + 1;
      last = number;
      for (const SheetCell& c : row.cells) bytes += c.text.size() + 1;
      rows.push_back(std::move(row));
      if (bytes > limits::kMaxPageTextBytes) break;
    }
    tally_.columns += static_cast<std::uint32_t>(left_out.count());
    append_rows(rows, page, links_);
    return bytes <= limits::kMaxPageTextBytes;
  }

  // Rows that are hidden unless they say otherwise (zeroHeight) are those the file leaves out: a row it holds says so itself.
  static std::bitset<kMaxColumns> hidden_columns(const pugi::xml_node& worksheet) {
    std::bitset<kMaxColumns> hidden;
    if (child(worksheet, "sheetFormatPr").attribute("defaultColWidth").as_double(1) <= 0) hidden.set();
    for (const pugi::xml_node& c : child(worksheet, "cols").children()) {
      const pugi::xml_attribute width = c.attribute("width");
      const bool hides = is_set(c, "hidden") || (width && width.as_double(1) <= 0);
      const long last = std::min(number_of(attribute(c, "max"), 0), static_cast<long>(kMaxColumns));
      for (long i = std::max(number_of(attribute(c, "min"), 1), 1l); i <= last; ++i) hidden[static_cast<std::size_t>(i - 1)] = hides;
    }
    return hidden;
  }

  SheetRow read_row(const pugi::xml_node& node, long number, const SheetContext& context, const std::bitset<kMaxColumns>& hidden,
                    std::bitset<kMaxColumns>& left_out) {
    SheetRow row;
    std::size_t column = 0;
    for (const pugi::xml_node& c : node.children()) {
      if (local_name(c) != "c") continue;
      column = column_of(attribute(c, "r")).value_or(column);
      if (column >= kMaxColumns) break;
      const Shown shown = cell(c, context.repainted, number, column);
      if (hidden[column])
        left_out[column] = left_out[column] || !shown.text.empty() || shown.unseen;
      else if (tally_.cells += shown.unseen ? 1 : 0; !shown.text.empty())
        row.cells.push_back({column, shown.text, context.links.of(c, number, column)});
      ++column;
    }
    std::stable_sort(row.cells.begin(), row.cells.end(), [](const SheetCell& a, const SheetCell& b) { return a.column < b.column; });
    return row;
  }

  struct Shown {
    std::string text;
    bool unseen = false;  // it holds something that is not shown
  };

  // What the cell shows; formulas as they were last reckoned.
  Shown cell(const pugi::xml_node& node, const RepaintedCells& repainted, long row, std::size_t column) {
    const std::string_view type = attribute(node, "t");
    const auto style = static_cast<std::size_t>(std::max(number_of(attribute(node, "s"), 0), 0l));
    const NumberFormat& format = style < formats_.size() ? formats_[style] : general_;
    const auto readable = [&](const Paint& letters) { return !unreadable(letters, paints_.ground(style)) || repainted.hold(row, column); };
    if (type == "inlineStr") return text_cell(paints_.string_of(child(node, "is")), format, style, readable);
    const std::string_view value = child(node, "v").text().get();
    if (value.empty()) return {};
    if (type == "s") {
      const long index = number_of(value, -1);
      if (index < 0 || static_cast<std::size_t>(index) >= strings_.size()) return {};
      return text_cell(strings_[static_cast<std::size_t>(index)], format, style, readable);
    }
    if (type == "str") return text_cell({{{std::string(value), {}}}}, format, style, readable);
    std::optional<std::string> shown = value_shown(type, value, format);
    if (!shown || !readable(paints_.letters(style))) return {"", true};
    return {std::move(*shown)};
  }

  template <class Readable>
  Shown text_cell(const CellString& string, const NumberFormat& format, std::size_t style, const Readable& readable) const {
    std::string text, unseen;
    for (const CellString::Part& part : string.parts)
      (format.shows_text() && readable(part.letters.or_else(paints_.letters(style))) ? text : unseen) += part.text;
    return {flat(text), !flat(unseen).empty()};
  }

  // Nothing when its format shows nothing.
  std::optional<std::string> value_shown(std::string_view type, std::string_view value, const NumberFormat& format) const {
    if (type == "b") return value == "1" ? "TRUE" : "FALSE";
    if (type == "e" || type == "d") return flat(value);
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc()) return flat(value);
    std::optional<std::string> shown = format.show(number, base_);
    if (shown) shown = flat(*shown);
    return shown;
  }

  // Text boxes drawn on the sheet are shown; comments are not.
  void add_parts_of(const std::string& sheet_part, std::string& text) {
    std::uint32_t comments = 0, threads = 0;  // older programs find the first words of a thread among the comments
    for (const Relationship& r : package_.relationships(sheet_part)) {
      if ((r.type != "drawing" && r.type != "comments" && r.type != "threadedComment") || !package_.has(r.target)) continue;
      const Result<pugi::xml_document*> document = package_.part(r.target);
      if (!document) continue;
      const pugi::xml_node root = (*document)->document_element();
      if (r.type == "comments")
        comments += count_elements(root, "comment");
      else if (r.type == "threadedComment")
        threads += count_elements(root, "threadedComment");
      else
        add_text_boxes(root, {}, Paint::unknown(), text, 0);
      package_.release(r.target);
    }
    tally_.comments += std::max(comments, threads);
  }

  // letters and ground are those of the shape the node is in.
  void add_text_boxes(const pugi::xml_node& node, const Paint& letters, const Paint& ground, std::string& text, int depth) {
    if (depth > kMaxXmlDepth || text.size() > limits::kMaxPageTextBytes) return;
    for (const pugi::xml_node& c : node.children()) {
      const std::string_view name = local_name(c);
      if (name == "Fallback") continue;
      if (name == "p") {
        const RunsRead read = read_runs(c, letters, ground, paints_.scheme());
        tally_.words += read.hidden;
        if (const std::string shown = flat(read.text); !shown.empty()) text += shown + "\n";
      } else if (is_hidden_shape(c)) {
        tally_.shapes += count_elements(c, "t") > 0 ? 1 : 0;
      } else if (name == "sp") {
        const Paint by_style = color_in(child(child(c, "style"), "fontRef"), paints_.scheme());
        add_text_boxes(c, by_style, fill_in(child(c, "spPr"), paints_.scheme()).or_else(Paint::unknown()), text, depth + 1);
      } else {
        add_text_boxes(c, letters, ground, text, depth + 1);
      }
    }
  }

  void give_hidden() {
    const HiddenCount counts[] = {{"hidden sheet", tally_.sheets},
                                  {"hidden row", tally_.rows},
                                  {"hidden column", tally_.columns},
                                  {"hidden cell", tally_.cells},
                                  {"hidden shape", tally_.shapes},
                                  {"hidden text", tally_.words},
                                  {"comment", tally_.comments},
                                  {"log of revisions", package_.count_under("xl/revisions/revisionLog")},
                                  {"pivot cache", package_.count_under("xl/pivotCache/pivotCacheDefinition")},
                                  {"external link", package_.count_under("xl/externalLinks/externalLink")},
                                  {"data model", package_.count_under("xl/model/")},
                                  {"embedded file", package_.count_under("xl/embeddings/")}};
    for (const HiddenCount& count : counts)
      if (count.count > 0) sink_.hidden(count);
  }

  Package package_;
  Sink& sink_;
  std::string main_;
  std::map<std::string, Relationship> parts_;
  CellPaints paints_;
  std::vector<CellString> strings_;
  std::vector<NumberFormat> formats_;
  const NumberFormat general_;
  DateBase base_ = DateBase::k1900;
  std::string link_base_;
  CellLinks links_;
  Tally tally_;
  std::vector<Note> sink_notes_;  // found before the document is announced
};

}  // namespace

Status read_xlsx(std::string_view bytes, Sink& sink) {
  Result<Package> package = Package::open(bytes, skip);
  if (!package) return package.error();
  return XlsxReader(std::move(*package), sink).read();
}

}  // namespace foi::extract
