#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "indexer/extract/odf.h"
#include "indexer/extract/reader_limits.h"
#include "indexer/extract/readers.h"
#include "indexer/extract/sheet_text.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

constexpr std::string_view kMediaType = "application/vnd.oasis.opendocument.spreadsheet";

// The path of a file beside the workbook begins with "../": its links count from inside the package (OpenDocument 1.2, part 3, 3.7).
std::optional<std::string> link_of(std::string_view href) { return link_of_cell(href.starts_with("../") ? href.substr(3) : href); }

// One table:table → rows of visible cells.
class SheetReader {
 public:
  explicit SheetReader(OdfContext& context) : context_(context), hidden_(kMaxColumns), left_out_(kMaxColumns), styles_(kMaxColumns) {}

  // Adds the table to the page, and its links.
  void read(const pugi::xml_node& table, Page& page, CellLinks& links) {
    columns(table, false, 0);
    rows(table, false, 0);
    context_.tally.columns += static_cast<std::uint32_t>(std::count(left_out_.begin(), left_out_.end(), true));
    append_rows(rows_, page, links);
    for (const std::string& line : shapes_)
      if (const std::string shown = flat(line); !shown.empty()) page.text += shown + "\n";
  }
  bool complete() const { return bytes_ <= limits::kMaxPageTextBytes; }

 private:
  static bool is_hidden(const pugi::xml_node& node) {
    const std::string_view visibility = attribute(node, "visibility");
    return visibility == "collapse" || visibility == "filter";
  }

  static long repeats(const pugi::xml_node& node, std::string_view name) { return std::max(number_of(attribute(node, name), 1), 1l); }

  void columns(const pugi::xml_node& node, bool hidden, int depth) {
    if (depth > kMaxXmlDepth) return;
    for (const pugi::xml_node& c : node.children()) {
      const std::string_view name = local_name(c);
      if (name == "table-column") {
        for (long i = repeats(c, "number-columns-repeated"); i > 0 && column_ < kMaxColumns; --i, ++column_) {
          hidden_[column_] = hidden || is_hidden(c);
          styles_[column_] = attribute(c, "default-cell-style-name");
        }
      } else if (name == "table-columns" || name == "table-header-columns" || name == "table-column-group") {
        columns(c, hidden || attribute(c, "display") == "false", depth + 1);
      }
    }
  }

  void rows(const pugi::xml_node& node, bool hidden, int depth) {
    if (depth > kMaxXmlDepth) {
      context_.tally.too_deep = true;
      return;
    }
    for (const pugi::xml_node& c : node.children()) {
      const std::string_view name = local_name(c);
      if (name == "table-row")
        row(c, hidden || is_hidden(c));
      else if (name == "table-rows" || name == "table-header-rows" || name == "table-row-group")
        rows(c, hidden || attribute(c, "display") == "false", depth + 1);
      else if (name == "shapes")
        odf_blocks(c, context_, shapes_, depth + 1);
      if (!complete()) return;
    }
  }

  void row(const pugi::xml_node& node, bool hidden) {
    SheetRow row = cells(node);
    if (row.cells.empty()) {
      gap_ = true;
      return;
    }
    if (hidden) {
      ++context_.tally.rows;
      return;
    }
    row.after_gap = std::exchange(gap_, false);
    for (long i = std::min(repeats(node, "number-rows-repeated"), kMostRepeats); i > 0 && complete(); --i) {
      for (const SheetCell& cell : row.cells) bytes_ += cell.text.size() + 1;
      rows_.push_back(row);
      row.after_gap = false;
    }
  }

  SheetRow cells(const pugi::xml_node& node) {
    SheetRow row;
    std::size_t column = 0;
    for (const pugi::xml_node& c : node.children()) {
      const std::string_view name = local_name(c);
      if (name != "table-cell" && name != "covered-table-cell") continue;
      const long count = repeats(c, "number-columns-repeated");
      const SheetCell read = cell(c, style_of(c, attribute(node, "default-cell-style-name"), column));
      for (long i = 0; !read.text.empty() && i < std::min(count, kMostRepeats) && column + static_cast<std::size_t>(i) < kMaxColumns; ++i)
        place(row, column + static_cast<std::size_t>(i), read);
      column += static_cast<std::size_t>(std::min(count, static_cast<long>(kMaxColumns)));
      if (column >= kMaxColumns) break;
    }
    return row;
  }

  OdfStyle style_of(const pugi::xml_node& cell, std::string_view of_row, std::size_t column) const {
    std::string_view name = attribute(cell, "style-name");
    if (name.empty()) name = of_row;
    if (name.empty() && column < kMaxColumns) name = styles_[column];
    return context_.styles.resolve(name);
  }

  SheetCell cell(const pugi::xml_node& node, const OdfStyle& style) {
    Lines lines;
    context_.links.clear();
    const OdfLook around = context_.look;
    context_.look = {style.letters, {}, style.block.or_else(around.ground)};
    odf_blocks(node, context_, lines, 0);
    context_.look = around;
    SheetCell cell;
    for (const std::string& line : lines) cell.text += line + " ";
    cell.text = flat(cell.text);
    std::vector<std::string> links;
    for (const std::string& href : context_.links)
      if (std::optional<std::string> link = link_of(href)) links.push_back(std::move(*link));
    if (links.empty())
      if (std::optional<std::string> link = link_of_formula(attribute(node, "formula"))) links.push_back(std::move(*link));
    if (!links.empty()) cell.leads = std::make_shared<const std::vector<std::string>>(std::move(links));
    return cell;
  }

  void place(SheetRow& row, std::size_t column, const SheetCell& cell) {
    if (hidden_[column]) {
      left_out_[column] = true;
      return;
    }
    row.cells.push_back(cell);
    row.cells.back().column = column;
  }

  OdfContext& context_;
  std::vector<bool> hidden_, left_out_;
  std::vector<std::string_view> styles_;  // of the cells of each column that name none
  std::size_t column_ = 0;
  std::vector<SheetRow> rows_;
  Lines shapes_;
  std::size_t bytes_ = 0;
  bool gap_ = false;
};

}  // namespace

Status read_ods(std::string_view bytes, Sink& sink) {
  OdfContext context;
  Result<Package> package = open_odf(bytes, context);
  if (!package) return package.error();
  const Result<pugi::xml_document*> content = package->part("content.xml");
  if (!content) return content.error();
  std::vector<pugi::xml_node> sheets;
  for (const pugi::xml_node& table : child(child((*content)->document_element(), "body"), "spreadsheet").children()) {
    if (local_name(table) == "tracked-changes")
      context.tally.deleted += count_elements(table, "deletion") + count_elements(table, "cell-content-change");
    if (local_name(table) != "table" || sheets.size() == limits::kMaxPages) continue;
    if (context.styles.resolve(attribute(table, "style-name")).hidden_table || attribute(table, "display") == "false")
      ++context.tally.sheets;
    else
      sheets.push_back(table);
  }
  sink.document(kMediaType, static_cast<std::uint32_t>(sheets.size()), "");
  CellLinks links;
  for (std::uint32_t i = 0; i < sheets.size(); ++i) {
    SheetReader reader(context);
    Page page;
    page.number = i + 1;
    page.text = flat(clean_utf8(attribute(sheets[i], "name"))) + "\n";
    reader.read(sheets[i], page, links);
    if (!reader.complete() || page.text.size() > limits::kMaxPageTextBytes)
      sink.note({page.number, "longer than a page may be: the rest was left out"});
    page.text = utf8_prefix(page.text, limits::kMaxPageTextBytes);
    sink.page(page, false);
  }
  links.give(sink);
  give_hidden(context.tally, *package, sink);
  return success();
}

}  // namespace foi::extract
