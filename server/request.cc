#include "server/request.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "indexer/model/text.h"

namespace foi::server {
namespace {

using Names = std::vector<std::string_view>;

Names joined(const Names& names, std::initializer_list<std::string_view> more) {
  Names all = names;
  all.insert(all.end(), more);
  return all;
}

const Names& page_parameters() {
  static const Names kNames = joined(selecting_parameters(), {"page"});
  return kNames;
}

// What mailing lists and social sites add to addresses; nobody's mistake, so no reason to refuse a page.
bool is_tracking(std::string_view name) { return name.starts_with("utm_") || name == "fbclid" || name == "gclid"; }

bool contains(const Names& names, std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); }

// Repeatable parameters → where their values go.
struct Filter {
  std::string_view name;
  Values index::Request::*values;
};
constexpr std::array kFilters{
    Filter{"authority", &index::Request::authority}, Filter{"authority_type", &index::Request::authority_type},
    Filter{"exemption", &index::Request::exemption}, Filter{"status", &index::Request::status},
    Filter{"topic", &index::Request::topic},         Filter{"outcome", &index::Request::outcome},
    Filter{"answer", &index::Request::answer},       Filter{"kind", &index::Request::kind},
    Filter{"source", &index::Request::source},       Filter{"cluster", &index::Request::cluster},
};

Values facets_of(const std::string& value) {
  Values facets;
  if (value == "none") return facets;
  for (const std::string_view name : split(value, ','))
    if (std::find(facets.begin(), facets.end(), name) == facets.end()) facets.emplace_back(name);
  return facets;
}

// Precondition: the pair passed check_parameters().
void assign(const std::string& name, const std::string& value, SearchUrl& out) {
  index::Request& request = out.request;
  for (const Filter& filter : kFilters)
    if (filter.name == name) (request.*(filter.values)).push_back(value);
  if (name == "q") request.q = clean_utf8(value);
  if (name == "year") request.year.push_back(std::stoi(value));
  if (name == "from") request.from = parse_iso(value);
  if (name == "to") request.to = parse_iso(value);
  if (name == "match") request.match_all = value == "all";
  if (name == "sort") {
    request.sort = value == "newest" ? index::Sort::kNewest : value == "oldest" ? index::Sort::kOldest : index::Sort::kRelevance;
  }
  if (name == "facets") request.facets = facets_of(value);
  if (name == "cursor") request.cursor = value;
  if (name == "limit") request.limit = std::stoul(value);
  if (name == "facet_limit") request.facet_limit = std::stoul(value);
  if (name == "collapse") request.collapse = value == "cluster";
  if (name == "explain") request.explain = value == "1";
  if (name == "page") out.page = std::stoul(value);
}

std::optional<Problem> check_order(const index::Request& request) {
  if (!request.from || !request.to || *request.from <= *request.to) return std::nullopt;
  return Problem{.title = "Dates the wrong way round",
                 .detail = "The first day (" + to_iso(*request.from) + ") is after the last (" + to_iso(*request.to) + ").",
                 .parameter = "from",
                 .value = to_iso(*request.from)};
}

Parameters without_name(const Parameters& parameters, const std::vector<std::string_view>& names) {
  Parameters kept;
  std::copy_if(parameters.begin(), parameters.end(), std::back_inserter(kept),
               [&](const auto& pair) { return std::find(names.begin(), names.end(), pair.first) == names.end(); });
  return kept;
}

}  // namespace

std::variant<SearchUrl, Problem> parse_search(const Parameters& given, const Names& allowed, const Reference& reference) {
  if (auto problem = check_parameters(given, allowed, reference)) return std::move(*problem);
  SearchUrl out;
  out.parameters = given;
  for (const auto& [name, value] : given) assign(name, value, out);
  if (auto problem = check_order(out.request)) return std::move(*problem);
  return out;
}

std::variant<SearchUrl, Problem> parse_search(const Parameters& given, Form form, const Reference& reference) {
  if (form == Form::kApi) return parse_search(given, search_parameters(), reference);
  Parameters counted;
  for (const auto& [name, value] : given)
    if (!is_tracking(name) && !(value.empty() && contains(page_parameters(), name))) counted.emplace_back(name, value);
  auto parsed = parse_search(counted, page_parameters(), reference);
  if (auto* url = std::get_if<SearchUrl>(&parsed)) url->request.offset = (url->page - 1) * url->request.limit;
  return parsed;
}

const Names& selecting_parameters() {
  static const Names kNames = [] {
    Names names{"q"};
    names.insert(names.end(), filter_names().begin(), filter_names().end());
    return joined(names, {"from", "to", "match", "sort"});
  }();
  return kNames;
}

const Names& search_parameters() {
  static const Names kNames = joined(selecting_parameters(), {"limit", "cursor", "facets", "facet_limit", "collapse", "explain"});
  return kNames;
}

const std::vector<std::string>& filter_names() {
  static const std::vector<std::string> kNames{"authority", "authority_type", "exemption", "status", "topic",  "outcome",
                                               "answer",    "kind",           "year",      "source", "cluster"};
  return kNames;
}

Parameters without(const Parameters& parameters, std::string_view name, std::string_view value) {
  Parameters kept = without_name(parameters, {"page", "cursor"});
  std::erase_if(kept, [&](const auto& pair) { return pair.first == name && pair.second == value; });
  return kept;
}

Parameters with(const Parameters& parameters, std::string_view name, std::string_view value) {
  Parameters changed = without_name(parameters, {"page", "cursor", name});
  if (!value.empty()) changed.emplace_back(name, value);
  return changed;
}

}  // namespace foi::server
