#include "indexer/index/columns.h"

#include <algorithm>
#include <limits>

namespace foi::index {

namespace {

constexpr std::uint32_t kUnknown = std::numeric_limits<std::uint32_t>::max();

constexpr std::array kPlainFacets{FacetId::kAuthority, FacetId::kAuthorityType, FacetId::kTopic,  FacetId::kOutcome, FacetId::kAnswer,
                                  FacetId::kKind,      FacetId::kYear,          FacetId::kSource, FacetId::kCluster};

}  // namespace

std::optional<std::uint32_t> Column::number_of(std::string_view id) const {
  const auto found = known_.find(id);
  if (found == known_.end()) return std::nullopt;
  return found->second;
}

void Column::append(std::string_view id) {
  auto found = known_.find(id);
  if (found == known_.end()) {
    found = known_.emplace(id, static_cast<std::uint32_t>(ids.size())).first;
    ids.emplace_back(id);
  }
  numbers.push_back(found->second);
}

void Columns::end_row(std::int32_t date, StatusSet any) {
  for (Column& column : columns_) column.end_row();
  dates_.push_back(date);
  any_status_.push_back(any);
}

void Columns::add(std::size_t number, const FacetValues& values) {
  while (rows() < number) end_row(0, 0);
  for (std::size_t f = 0; f < kFacetCount; ++f)
    for (const std::string& value : values.values[f]) columns_[f].append(value);
  for (const CodeStatuses& citation : values.citations) {
    columns_[at(FacetId::kExemption)].append(citation.code);
    statuses_.push_back(citation.statuses);
  }
  for (const std::string& authority : values.values[at(FacetId::kAuthority)]) {
    std::string& name = authority_names_[authority];
    if (name.empty() || (!values.authority_name.empty() && values.authority_name < name)) name = values.authority_name;
  }
  end_row(values.date, all_statuses(values));
  numbers_.push_back(static_cast<std::uint32_t>(number));
}

std::span<const StatusSet> Columns::statuses(std::size_t n) const {
  const Column& codes = column(FacetId::kExemption);
  return std::span(statuses_).subspan(codes.begin[n], codes.begin[n + 1] - codes.begin[n]);
}

std::string_view Columns::authority_name(std::string_view id) const {
  const auto found = authority_names_.find(id);
  return found == authority_names_.end() ? std::string_view() : std::string_view(found->second);
}

bool Selection::empty() const {
  return !dated() && std::all_of(values.begin(), values.end(), [](const auto& list) { return list.empty(); });
}

StatusSet status_set(std::string_view name) {
  for (const StatusValue& value : status_values())
    if (value.name == name) return value.statuses;
  return 0;
}

Counter::Counter(const Columns& columns, const Selection& selection, std::array<bool, kFacetCount> wanted, bool months)
    : columns_(columns), selection_(selection), wanted_(wanted), months_(months) {
  counts_.months.resize(months ? (kLastYear - kFirstYear + 1) * 12 : 0);
  for (std::size_t f = 0; f < kFacetCount; ++f) {
    const auto facet = static_cast<FacetId>(f);
    const std::size_t size = facet == FacetId::kStatus ? kStatusNames : columns.column(facet).ids.size();
    counts_.facets[f].resize(size);
    is_selected_[f].resize(size);
    if (facet == FacetId::kStatus) continue;
    for (const std::string& value : selection.values[f]) {
      const std::uint32_t number = columns.column(facet).number_of(value).value_or(kUnknown);
      selected_[f].push_back(number);
      if (number != kUnknown) is_selected_[f][number] = 1;
    }
  }
  for (const std::string& name : selection.of(FacetId::kStatus)) statuses_.push_back(status_set(name));
  filters_citations_ = !statuses_.empty() || !selection.of(FacetId::kExemption).empty();
  if (statuses_.empty()) statuses_.push_back(kStanding);
  for (const StatusSet statuses : statuses_) any_of_statuses_ |= statuses;
}

bool Counter::passes(FacetId facet, std::size_t n) const {
  const auto row = columns_.column(facet).row(n);
  if (selection_.match_all)
    return std::all_of(selected_[at(facet)].begin(), selected_[at(facet)].end(),
                       [row](std::uint32_t number) { return std::find(row.begin(), row.end(), number) != row.end(); });
  return std::any_of(row.begin(), row.end(), [&](std::uint32_t number) { return is_selected_[at(facet)][number] != 0; });
}

// Whether a citation with these statuses satisfies the status filter.
bool Counter::holds(StatusSet statuses) const {
  if (!selection_.match_all) return (statuses & any_of_statuses_) != 0;
  return std::all_of(statuses_.begin(), statuses_.end(), [statuses](StatusSet wanted) { return (statuses & wanted) != 0; });
}

StatusSet Counter::statuses_of(std::uint32_t code, std::size_t n) const {
  const auto row = columns_.column(FacetId::kExemption).row(n);
  const auto found = std::find(row.begin(), row.end(), code);
  return found == row.end() ? StatusSet{0} : columns_.statuses(n)[static_cast<std::size_t>(found - row.begin())];
}

bool Counter::passes_citation(std::size_t n) const {
  const auto& codes = selected_[at(FacetId::kExemption)];
  if (codes.empty()) return holds(columns_.any_status(n));
  const auto holds_code = [&](std::uint32_t code) { return holds(statuses_of(code, n)); };
  return selection_.match_all ? std::all_of(codes.begin(), codes.end(), holds_code) : std::any_of(codes.begin(), codes.end(), holds_code);
}

bool Counter::passes_date(std::size_t n) const {
  const std::int32_t date = columns_.date(n);
  return date > 0 && date >= selection_.from && (selection_.to == 0 || date <= selection_.to);
}

std::uint8_t Counter::failed(std::size_t n) const {
  std::uint8_t out = kNone;
  const auto fail = [&out](std::uint8_t dimension) { out = out == kNone ? dimension : std::uint8_t{kSeveral}; };
  for (const FacetId facet : kPlainFacets)
    if (!selected_[at(facet)].empty() && !passes(facet, n)) fail(static_cast<std::uint8_t>(facet));
  if (filters_citations_ && !passes_citation(n)) fail(kCitation);
  if (selection_.dated() && !passes_date(n)) fail(kDate);
  return out;
}

// A column at a time: what is read then stands together.
void Counter::add(std::span<const std::uint32_t> letters, std::vector<bool>& passed) {
  std::vector<std::uint8_t> out(letters.size(), kNone);  // the filter each fails
  if (!selection_.empty()) std::transform(letters.begin(), letters.end(), out.begin(), [this](std::size_t n) { return failed(n); });
  // Those that pass all filters but, perhaps, this one.
  const auto each_but = [&](std::uint8_t filter, auto count_one) {
    for (std::size_t i = 0; i < letters.size(); ++i)
      if (out[i] == kNone || out[i] == filter) count_one(letters[i]);
  };
  counts_.seen += letters.size();
  for (const std::uint8_t filter : out)
    if (filter < kNone) ++counts_.kept_out[filter];
  each_but(kNone, [&](std::size_t n) {
    ++counts_.total;
    passed[n] = true;
  });
  if (months_) each_but(kDate, [this](std::size_t n) { count_month(n); });
  for (const FacetId facet : kPlainFacets)
    if (wanted_[at(facet)]) each_but(static_cast<std::uint8_t>(facet), [&](std::size_t n) { count(facet, n); });
  if (wanted_[at(FacetId::kExemption)]) each_but(kCitation, [this](std::size_t n) { count_exemptions(n); });
  if (wanted_[at(FacetId::kStatus)]) each_but(kCitation, [this](std::size_t n) { count_statuses(n); });
}

void Counter::count(FacetId facet, std::size_t n) {
  auto& counts = counts_.facets[at(facet)];
  for (const std::uint32_t number : columns_.column(facet).row(n)) ++counts[number];
}

// Months of a year that no letter can be from were misread, as for the facet of years.
void Counter::count_month(std::size_t n) {
  const std::int32_t year = columns_.date(n) / 10'000, month = columns_.date(n) / 100 % 100;
  if (year >= kFirstYear && year <= kLastYear) ++counts_.months[static_cast<std::size_t>((year - kFirstYear) * 12 + month - 1)];
}

void Counter::count_exemptions(std::size_t n) {
  const auto codes = columns_.column(FacetId::kExemption).row(n);
  const auto statuses = columns_.statuses(n);
  auto& counts = counts_.facets[at(FacetId::kExemption)];
  for (std::size_t i = 0; i < codes.size(); ++i)
    if (holds(statuses[i])) ++counts[codes[i]];
}

// Whether the letter passes with this status alone beside the exemptions selected.
bool Counter::has_status(StatusSet wanted, std::size_t n) const {
  const auto& codes = selected_[at(FacetId::kExemption)];
  if (codes.empty()) return (columns_.any_status(n) & wanted) != 0;
  const auto has = [&](std::uint32_t code) { return (statuses_of(code, n) & wanted) != 0; };
  return selection_.match_all ? std::all_of(codes.begin(), codes.end(), has) : std::any_of(codes.begin(), codes.end(), has);
}

void Counter::count_statuses(std::size_t n) {
  if (columns_.any_status(n) == 0) return;
  auto& counts = counts_.facets[at(FacetId::kStatus)];
  for (std::size_t i = 0; i < kStatusNames; ++i)
    if (has_status(status_values()[i].statuses, n)) ++counts[i];
}

}  // namespace foi::index
