#include "indexer/index/selection.h"

#include <algorithm>

#include "indexer/model/edit_distance.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi::index {

namespace {

using Names = std::vector<std::string_view>;

// What tells a value from a name, in characters; a name cut short counts as one slip.
std::size_t difference(const std::string& value, const std::string& name) {
  constexpr std::size_t kShortestCut = 3;
  if (value.size() >= kShortestCut && name.starts_with(value)) return std::min<std::size_t>(1, name.size() - value.size());
  return edit_distance(value, name);
}

// The closest name when it is close enough to be meant; of several the first in the alphabet.
std::string_view nearest(std::string_view value, const Names& allowed) {
  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(2, value.size() / 3) + 1;
  const std::string lower = to_lower_ascii(value);
  for (const std::string_view name : allowed) {
    const std::size_t distance = difference(lower, to_lower_ascii(name));
    if (distance < best_distance || (distance == best_distance && !best.empty() && name < best)) best = name, best_distance = distance;
  }
  return best;
}

template <class E>
Names vocabulary() {
  const auto all = names<E>();
  return {all.begin(), all.end()};
}

Names status_names() {
  Names out;
  for (const StatusValue& value : status_values()) out.push_back(value.name);
  return out;
}

// What the reference tables know, then what the letters hold.
template <class List, class Get>
Names known(const List& list, Get get, const Column* column) {
  Names out;
  for (const auto& item : list) out.push_back(get(item));
  if (column) out.insert(out.end(), column->ids.begin(), column->ids.end());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Names allowed_values(FacetId facet, const Columns& columns, const Reference& reference) {
  const Column& column = columns.column(facet);
  switch (facet) {
    case FacetId::kAuthority:
      return known(
          reference.authorities, [](const AuthorityInfo& a) { return std::string_view(a.id); }, &column);
    case FacetId::kAuthorityType:
      return known(
          reference.authorities, [](const AuthorityInfo& a) { return std::string_view(a.type); }, &column);
    case FacetId::kExemption:
      return known(
          reference.exemptions, [](const ExemptionInfo& e) { return std::string_view(e.id); }, &column);
    case FacetId::kTopic:
      return known(
          reference.topics, [](const TopicInfo& t) { return std::string_view(t.id); }, &column);
    case FacetId::kStatus:
      return status_names();
    case FacetId::kOutcome:
      return vocabulary<Outcome>();
    case FacetId::kAnswer:
      return vocabulary<QuestionOutcome>();
    case FacetId::kKind:
      return vocabulary<Kind>();
    case FacetId::kSource:
      return {"text", "ocr"};
    case FacetId::kCluster:
      return {column.ids.begin(), column.ids.end()};
    case FacetId::kYear:
      break;  // a range, checked apart
  }
  return {};
}

Status check_values(FacetId facet, const std::vector<std::string>& values, const Columns& columns, const Reference& reference) {
  if (values.empty()) return success();
  const Names allowed = allowed_values(facet, columns, reference);
  for (const std::string& value : values)
    if (std::find(allowed.begin(), allowed.end(), value) == allowed.end()) return unknown_value(kFacetNames[at(facet)], value, allowed);
  return success();
}

Status check_years(const std::vector<int>& years) {
  for (const int year : years)
    if (year < kFirstYear || year > kLastYear)
      return usage_error("year: " + std::to_string(year) + " is not a year from " + std::to_string(kFirstYear) + " to " +
                         std::to_string(kLastYear));
  return success();
}

Status check_dates(const Request& request) {
  if ((request.from && !request.from->ok()) || (request.to && !request.to->ok())) return usage_error("from, to: not a day that exists");
  if (request.from && request.to && *request.to < *request.from)
    return usage_error("from, to: " + to_iso(*request.from) + " is after " + to_iso(*request.to));
  return success();
}

}  // namespace

Error unknown_value(std::string_view parameter, std::string_view value, const Names& allowed) {
  constexpr std::size_t kShown = 60, kReadable = 20;
  const std::string shown = clean_utf8(value.substr(0, kShown));
  std::string message = std::string(parameter) + ": unknown value \"" + shown + "\"";
  if (const auto best = value.size() <= kShown ? nearest(value, allowed) : std::string_view(); !best.empty())
    message += "; did you mean \"" + std::string(best) + "\"?";
  if (allowed.size() <= kReadable) {
    message += " (allowed:";
    for (const std::string_view name : allowed) message += " " + std::string(name);
    message += ")";
  }
  return usage_error(std::move(message));
}

Result<Selection> check_filters(const Request& request, const Columns& columns, const Reference& reference) {
  const std::array<const std::vector<std::string>*, kFacetCount> given{&request.authority, &request.authority_type, &request.exemption,
                                                                       &request.status,    &request.topic,          &request.outcome,
                                                                       &request.answer,    &request.kind,           nullptr,
                                                                       &request.source,    &request.cluster};
  Selection out;
  for (std::size_t f = 0; f < kFacetCount; ++f) {
    if (!given[f]) continue;
    if (given[f]->size() > limits::kMaxFilterValues)
      return usage_error(kFacetNames[f] + ": more than " + std::to_string(limits::kMaxFilterValues) + " values");
    if (auto checked = check_values(static_cast<FacetId>(f), *given[f], columns, reference); !checked) return checked.error();
    out.values[f] = *given[f];
  }
  if (auto checked = check_years(request.year); !checked) return checked.error();
  if (request.year.size() > limits::kMaxFilterValues)
    return usage_error("year: more than " + std::to_string(limits::kMaxFilterValues) + " values");
  for (const int year : request.year) out.values[at(FacetId::kYear)].push_back(std::to_string(year));
  if (auto checked = check_dates(request); !checked) return checked.error();
  if (request.from) out.from = date_number(*request.from);
  if (request.to) out.to = date_number(*request.to);
  out.match_all = request.match_all;
  return out;
}

Result<WantedFacets> check_facets(const Request& request) {
  WantedFacets out;
  if (!request.facets) {
    out.facets.fill(true);
    out.months = true;
    return out;
  }
  for (const std::string& name : *request.facets) {
    const auto found = std::find(kFacetNames.begin(), kFacetNames.end(), name);
    if (found == kFacetNames.end()) return unknown_value("facets", name, {kFacetNames.begin(), kFacetNames.end()});
    const auto place = static_cast<std::size_t>(found - kFacetNames.begin());
    (place < kFacetCount ? out.facets[place] : out.months) = true;
  }
  return out;
}

Status check_form(const Request& request) {
  if (request.limit < 1 || request.limit > limits::kMaxResults)
    return usage_error("limit: " + std::to_string(request.limit) + " is not from 1 to " + std::to_string(limits::kMaxResults));
  if (request.q.size() > limits::kMaxQueryBytes)
    return usage_error("q: " + std::to_string(request.q.size()) + " bytes; at most " + std::to_string(limits::kMaxQueryBytes) +
                       " are read, so use the words that matter");
  if (!valid_utf8(request.q)) return usage_error("q: not valid UTF-8");
  return success();
}

}  // namespace foi::index
