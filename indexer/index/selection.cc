#include "indexer/index/selection.h"

#include <algorithm>

#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi::index {

namespace {

using Names = std::vector<Candidate>;

template <class E>
Names vocabulary() {
  Names out;
  for (const std::string_view name : names<E>()) out.push_back({name});
  return out;
}

Names status_names() {
  Names out;
  for (const StatusValue& value : status_values()) out.push_back({value.name});
  return out;
}

// What the reference tables know, then what the letters hold, each once.
Names known(Names listed, const Column& column) {
  for (const std::string& id : column.ids) listed.push_back({id});
  const auto by_id = [](const Candidate& a, const Candidate& b) { return a.id < b.id; };
  std::stable_sort(listed.begin(), listed.end(), by_id);
  listed.erase(std::unique(listed.begin(), listed.end(), [](const Candidate& a, const Candidate& b) { return a.id == b.id; }),
               listed.end());
  return listed;
}

Names allowed_values(FacetId facet, const Columns& columns, const Reference& reference) {
  const Column& column = columns.column(facet);
  Names listed;
  switch (facet) {
    case FacetId::kAuthority:
      for (const AuthorityInfo& authority : reference.authorities) listed.push_back({authority.id, authority.name});
      return known(std::move(listed), column);
    case FacetId::kAuthorityType:
      for (const AuthorityInfo& authority : reference.authorities) listed.push_back({authority.type});
      return known(std::move(listed), column);
    case FacetId::kExemption:
      for (const ExemptionInfo& exemption : reference.exemptions) listed.push_back({exemption.id});
      return known(std::move(listed), column);
    case FacetId::kTopic:
      for (const TopicInfo& topic : reference.topics) listed.push_back({topic.id});
      return known(std::move(listed), column);
    case FacetId::kStatus:
      return status_names();
    case FacetId::kOutcome:
      return vocabulary<Outcome>();
    case FacetId::kAnswer:
      return vocabulary<QuestionOutcome>();
    case FacetId::kKind:
      return vocabulary<Kind>();
    case FacetId::kSource:
      return {{"text"}, {"ocr"}};
    case FacetId::kCluster:
      return known({}, column);
    case FacetId::kYear:
      break;  // a range, checked apart
  }
  return {};
}

std::optional<Refusal> check_values(FacetId facet, const std::vector<std::string>& values, const Columns& columns,
                                    const Reference& reference) {
  if (values.empty()) return std::nullopt;
  const Names allowed = allowed_values(facet, columns, reference);
  for (const std::string& value : values)
    if (std::none_of(allowed.begin(), allowed.end(), [&value](const Candidate& known) { return known.id == value; }))
      return unknown_value(kFacetNames[at(facet)], value, allowed);
  return std::nullopt;
}

// The message begins with the parameter.
Refusal refuse(std::string parameter, const std::string& why) { return {.parameter = parameter, .message = parameter + ": " + why}; }

std::optional<Refusal> check_number(const std::string& parameter, std::size_t values) {
  if (values <= limits::kMaxFilterValues) return std::nullopt;
  return refuse(parameter, "more than " + std::to_string(limits::kMaxFilterValues) + " values");
}

std::optional<Refusal> check_years(const std::vector<int>& years) {
  for (const int year : years)
    if (year < kFirstYear || year > kLastYear)
      return refuse("year",
                    std::to_string(year) + " is not a year from " + std::to_string(kFirstYear) + " to " + std::to_string(kLastYear));
  return check_number("year", years.size());
}

std::optional<Refusal> check_dates(const Request& request) {
  if (request.from && !request.from->ok()) return refuse("from", "not a day that exists");
  if (request.to && !request.to->ok()) return refuse("to", "not a day that exists");
  if (request.from && request.to && *request.to < *request.from)
    return refuse("from", to_iso(*request.from) + " is after " + to_iso(*request.to) + ", the last day");
  return std::nullopt;
}

}  // namespace

Refusal unknown_value(std::string_view parameter, std::string_view value, const Names& allowed) {
  constexpr std::size_t kShown = 60, kReadable = 20;
  Refusal out{.reason = Refusal::Reason::kUnknownValue,
              .parameter = std::string(parameter),
              .value = clean_utf8(value.substr(0, kShown)),
              .nearest = nearest(value, allowed),
              .message = {}};
  out.message = out.parameter + ": unknown value \"" + out.value + "\"";
  if (!out.nearest.empty()) out.message += "; did you mean \"" + out.nearest.front() + "\"?";
  if (allowed.size() <= kReadable) {
    out.message += " (allowed:";
    for (const Candidate& known : allowed) out.message += " " + std::string(known.id);
    out.message += ")";
  }
  return out;
}

Checked<Selection> check_filters(const Request& request, const Columns& columns, const Reference& reference) {
  const std::array<const std::vector<std::string>*, kFacetCount> given{&request.authority, &request.authority_type, &request.exemption,
                                                                       &request.status,    &request.topic,          &request.outcome,
                                                                       &request.answer,    &request.kind,           nullptr,
                                                                       &request.source,    &request.cluster};
  Selection out;
  for (std::size_t f = 0; f < kFacetCount; ++f) {
    if (!given[f]) continue;
    if (auto refusal = check_number(kFacetNames[f], given[f]->size())) return std::move(*refusal);
    if (auto refusal = check_values(static_cast<FacetId>(f), *given[f], columns, reference)) return std::move(*refusal);
    out.values[f] = *given[f];
  }
  if (auto refusal = check_years(request.year)) return std::move(*refusal);
  for (const int year : request.year) out.values[at(FacetId::kYear)].push_back(std::to_string(year));
  if (auto refusal = check_dates(request)) return std::move(*refusal);
  if (request.from) out.from = date_number(*request.from);
  if (request.to) out.to = date_number(*request.to);
  out.match_all = request.match_all;
  return out;
}

Checked<WantedFacets> check_facets(const Request& request) {
  WantedFacets out;
  if (!request.facets) {
    out.facets.fill(true);
    out.months = true;
    return out;
  }
  for (const std::string& name : *request.facets) {
    const auto found = std::find(kFacetNames.begin(), kFacetNames.end(), name);
    if (found == kFacetNames.end()) {
      Names allowed;
      for (const std::string& known : kFacetNames) allowed.push_back({known});
      return unknown_value("facets", name, allowed);
    }
    const auto place = static_cast<std::size_t>(found - kFacetNames.begin());
    (place < kFacetCount ? out.facets[place] : out.months) = true;
  }
  return out;
}

std::optional<Refusal> check_form(const Request& request) {
  if (request.limit < 1 || request.limit > limits::kMaxResults)
    return refuse("limit", std::to_string(request.limit) + " is not from 1 to " + std::to_string(limits::kMaxResults));
  if (request.q.size() > limits::kMaxQueryBytes)
    return refuse("q", std::to_string(request.q.size()) + " bytes; at most " + std::to_string(limits::kMaxQueryBytes) +
                           " are read, so use the words that matter");
  if (!valid_utf8(request.q)) return refuse("q", "not valid UTF-8");
  return std::nullopt;
}

}  // namespace foi::index
