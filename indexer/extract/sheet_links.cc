#include "indexer/extract/sheet_links.h"

#include <algorithm>

#include "indexer/extract/flow.h"
#include "indexer/extract/html_link.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi::extract {

std::optional<std::string> link_of_cell(std::string_view target) {
  std::string link = flat(clean_utf8(target));
  while (link.starts_with(' ')) link.erase(link.begin());
  if (link.empty() || link.size() > limits::kMaxLinkBytes || link.starts_with('#') || link.starts_with('\\')) return std::nullopt;
  if (has_scheme(link)) {
    const std::string scheme = to_lower_ascii(link.substr(0, link.find(':')));
    return scheme == "http" || scheme == "https" ? std::optional(link) : std::nullopt;
  }
  // Excel writes paths as Windows does.
  std::replace(link.begin(), link.end(), '\\', '/');
  return link;
}

std::optional<std::string> link_of_formula(std::string_view formula) {
  const std::size_t call = formula.find('(');
  if (call == std::string_view::npos) return std::nullopt;
  const std::string_view before = formula.substr(0, call);
  const std::size_t equals = before.rfind('=');
  const std::string_view name = trim(equals == std::string_view::npos ? before : before.substr(equals + 1));
  std::string_view rest = trim(formula.substr(call + 1));
  if (to_lower_ascii(name) != "hyperlink" || !rest.starts_with('"')) return std::nullopt;
  std::string target;
  for (rest.remove_prefix(1);; rest.remove_prefix(1)) {
    const std::size_t quote = rest.find('"');
    if (quote == std::string_view::npos) return std::nullopt;
    target += rest.substr(0, quote);
    rest.remove_prefix(quote + 1);
    if (!rest.starts_with('"')) break;
    target += '"';
  }
  rest = trim(rest);
  return rest.starts_with(',') || rest.starts_with(';') || rest.starts_with(')') ? link_of_cell(target) : std::nullopt;
}

void CellLinks::add(std::uint32_t page, std::uint32_t line, std::uint32_t cell, const std::vector<std::string>& leads) {
  for (const std::string& to : leads) {
    if (links_.size() < limits::kMaxCellLinks)
      links_.push_back({page, line, cell, to});
    else
      ++left_out_;
  }
}

void CellLinks::give(Sink& sink) const {
  for (const CellLink& link : links_) sink.cell_link(link);
  if (left_out_ > 0) sink.note({0, "links of cells beyond the first " + std::to_string(links_.size()) + " were left out"});
}

}  // namespace foi::extract
