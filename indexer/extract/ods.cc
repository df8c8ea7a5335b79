#include <algorithm>
#include <utility>
#include <vector>

#include "indexer/extract/odf.h"
#include "indexer/extract/reader_limits.h"
#include "indexer/extract/readers.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

constexpr std::string_view kMediaType = "application/vnd.oasis.opendocument.spreadsheet";

struct Row {
  std::vector<std::pair<std::size_t, std::string>> cells;  // by column
  bool after_gap = false;                                  // empty rows stand before it
};

// One table:table → rows of visible cells.
class SheetReader {
 public:
  explicit SheetReader(OdfContext& context) : context_(context), hidden_(kMaxColumns), used_(kMaxColumns), left_out_(kMaxColumns) {}

  std::string read(const pugi::xml_node& table) {
    columns(table, false, 0);
    rows(table, false, 0);
    context_.tally.columns += static_cast<std::uint32_t>(std::count(left_out_.begin(), left_out_.end(), true));
    return text();
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
        for (long i = repeats(c, "number-columns-repeated"); i > 0 && column_ < kMaxColumns; --i)
          hidden_[column_++] = hidden || is_hidden(c);
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
    Row row = cells(node, hidden);
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
      for (const auto& [column, value] : row.cells) bytes_ += value.size() + 1;
      rows_.push_back(row);
      row.after_gap = false;
    }
  }

  Row cells(const pugi::xml_node& node, bool hidden_row) {
    Row row;
    std::size_t column = 0;
    for (const pugi::xml_node& c : node.children()) {
      const std::string_view name = local_name(c);
      if (name != "table-cell" && name != "covered-table-cell") continue;
      const long count = repeats(c, "number-columns-repeated");
      Lines lines;
      odf_blocks(c, context_, lines, 0);
      std::string value;
      for (const std::string& line : lines) value += line + " ";
      value = flat(value);
      for (long i = 0; !value.empty() && i < std::min(count, kMostRepeats) && column + static_cast<std::size_t>(i) < kMaxColumns; ++i)
        place(row, column + static_cast<std::size_t>(i), value, hidden_row);
      column += static_cast<std::size_t>(std::min(count, static_cast<long>(kMaxColumns)));
      if (column >= kMaxColumns) break;
    }
    return row;
  }

  void place(Row& row, std::size_t column, const std::string& value, bool hidden_row) {
    if (hidden_[column]) {
      left_out_[column] = true;
      return;
    }
    if (!hidden_row) used_[column] = true;
    row.cells.emplace_back(column, value);
  }

  // Columns nobody used take no room; those that are used stand under one another.
  std::string text() const {
    std::vector<std::size_t> place(kMaxColumns);
    std::size_t used = 0;
    for (std::size_t i = 0; i < kMaxColumns; ++i) place[i] = used_[i] ? used++ : used;
    std::string out;
    for (const Row& row : rows_) {
      if (row.after_gap && !out.empty()) out += '\n';
      std::size_t at = 0;
      for (const auto& [column, value] : row.cells) {
        for (; at < place[column]; ++at) out += '\t';
        out += value;
      }
      out += '\n';
      if (out.size() > limits::kMaxPageTextBytes) break;
    }
    for (const std::string& line : shapes_)
      if (const std::string shown = flat(line); !shown.empty()) out += shown + "\n";
    return out;
  }

  OdfContext& context_;
  std::vector<bool> hidden_, used_, left_out_;
  std::size_t column_ = 0;
  std::vector<Row> rows_;
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
    if (local_name(table) == "tracked-changes") context.tally.deleted += count_elements(table, "deletion");
    if (local_name(table) != "table" || sheets.size() == limits::kMaxPages) continue;
    if (context.styles.resolve(attribute(table, "style-name")).hidden_table)
      ++context.tally.sheets;
    else
      sheets.push_back(table);
  }
  sink.document(kMediaType, static_cast<std::uint32_t>(sheets.size()), "");
  for (std::uint32_t i = 0; i < sheets.size(); ++i) {
    SheetReader reader(context);
    Page page;
    page.number = i + 1;
    const std::string text = flat(clean_utf8(attribute(sheets[i], "name"))) + "\n" + reader.read(sheets[i]);
    page.text = utf8_prefix(text, limits::kMaxPageTextBytes);
    if (!reader.complete() || page.text.size() < text.size()) sink.note({page.number, "longer than a page may be: the rest was left out"});
    sink.page(page, false);
  }
  give_hidden(context.tally, *package, sink);
  return success();
}

}  // namespace foi::extract
