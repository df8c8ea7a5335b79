#include "indexer/extract/xlsx_links.h"

#include <algorithm>
#include <utility>

#include "indexer/extract/html_link.h"
#include "indexer/extract/reader_limits.h"
#include "indexer/model/limits.h"

namespace foi::extract {
namespace {

// Cells an area may have to be taken cell by cell, as merged cells have.
constexpr std::size_t kFewCells = 16;

}  // namespace

std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    if (column > kMaxColumns) return std::nullopt;
  }
  if (column == 0) return std::nullopt;
  return column - 1;
}

XlsxLinks::XlsxLinks(const pugi::xml_node& worksheet, const std::vector<Relationship>& parts, std::string_view base) : base_("") {
  if (!base.empty()) base_ = link_of_cell(base);
  if (base_ && !base_->empty() && !base_->ends_with('/')) *base_ += '/';
  std::unordered_map<std::string_view, std::string_view> outside;
  for (const Relationship& part : parts)
    if (!part.id.empty() && !part.outside.empty()) outside.emplace(part.id, part.outside);
  std::size_t read = 0;
  for (const pugi::xml_node& link : child(worksheet, "hyperlinks").children()) {
    const auto leads = outside.find(attribute(link, "id"));
    if (local_name(link) != "hyperlink" || leads == outside.end()) continue;
    if (++read > kMostHyperlinks) break;
    std::optional<Area> area = area_of(attribute(link, "ref"));
    if (!area) continue;
    area->leads = leads_to(link_of_cell(leads->second));
    if (area->leads) add(std::move(*area));
  }
}

// "D2" or "D2:E3".
std::optional<XlsxLinks::Area> XlsxLinks::area_of(std::string_view reference) {
  const std::size_t colon = reference.find(':');
  const std::string_view first = reference.substr(0, colon), last = colon == std::string_view::npos ? first : reference.substr(colon + 1);
  const auto row_of = [](std::string_view cell) {
    const std::size_t digits = cell.find_first_of("0123456789");
    return digits == std::string_view::npos ? 0 : number_of(cell.substr(digits), 0);
  };
  const auto from = column_of(first), to = column_of(last);
  if (!from || !to) return std::nullopt;
  const Area area{row_of(first), row_of(last), *from, *to, nullptr};
  const bool in_order = area.first_row >= 1 && area.last_row >= area.first_row && area.last_row <= kMaxRows && *to >= *from;
  return in_order ? std::optional(area) : std::nullopt;
}

std::uint64_t XlsxLinks::key(long row, std::size_t column) { return static_cast<std::uint64_t>(row) * kMaxColumns + column; }

void XlsxLinks::add(Area area) {
  const std::size_t across = area.last_column - area.first_column + 1;
  if (across * static_cast<std::size_t>(area.last_row - area.first_row + 1) > kFewCells) {
    if (areas_.size() < kMostAreas) areas_.push_back(std::move(area));
    return;
  }
  for (long row = area.first_row; row <= area.last_row; ++row)
    for (std::size_t column = area.first_column; column <= area.last_column; ++column) cells_.emplace(key(row, column), area.leads);
}

Leads XlsxLinks::leads_to(std::optional<std::string> link) const {
  if (!link) return nullptr;
  if (!has_scheme(*link)) {
    if (!base_) return nullptr;
    *link = link_from_base(*base_, *link);
    if (link->size() > limits::kMaxLinkBytes) return nullptr;
  }
  return std::make_shared<const std::vector<std::string>>(1, std::move(*link));
}

Leads XlsxLinks::of(const pugi::xml_node& cell, long row, std::size_t column) const {
  if (const auto found = cells_.find(key(row, column)); found != cells_.end()) return found->second;
  for (const Area& area : areas_)
    if (row >= area.first_row && row <= area.last_row && column >= area.first_column && column <= area.last_column) return area.leads;
  const std::string_view formula = child(cell, "f").text().get();
  return formula.empty() ? nullptr : leads_to(link_of_formula(formula));
}

}  // namespace foi::extract
