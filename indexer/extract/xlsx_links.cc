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
    const std::optional<CellArea> area = area_of(attribute(link, "ref"));
    if (!area) continue;
    if (Leads to = leads_to(link_of_cell(leads->second))) add({*area, std::move(to)});
  }
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
    if (area.holds(row, column)) return area.leads;
  const std::string_view formula = child(cell, "f").text().get();
  return formula.empty() ? nullptr : leads_to(link_of_formula(formula));
}

}  // namespace foi::extract
