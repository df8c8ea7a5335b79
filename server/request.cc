#include "server/request.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <optional>
#include <set>

#include "indexer/model/text.h"
#include "server/limits.h"

namespace foi::server {
namespace {

using Values = std::vector<std::string>;

template <class E>
Values vocabulary() {
  return Values(names<E>().begin(), names<E>().end());
}

Values statuses() {
  Values all = vocabulary<CitationStatus>();
  all.insert(all.end(), {"standing", "not-standing", "any"});
  return all;
}

Values exemption_ids(const Reference& reference) {
  Values ids;
  for (const auto& exemption : reference.exemptions) ids.push_back(exemption.id);
  return ids;
}

Values topic_ids(const Reference& reference) {
  Values ids;
  for (const auto& topic : reference.topics) ids.push_back(topic.id);
  return ids;
}

Values authority_types(const Reference& reference) {
  std::set<std::string> types;
  for (const auto& authority : reference.authorities) types.insert(authority.type);
  return Values(types.begin(), types.end());
}

// A filter whose values are a closed list. authority and year are checked by rules of their own.
struct Filter {
  std::string_view name;
  Values index::Request::*values;
  Values (*allowed)(const Reference&);
};

const std::vector<Filter>& closed_filters() {
  static const std::vector<Filter> kFilters{
      {"authority_type", &index::Request::authority_type, authority_types},
      {"exemption", &index::Request::exemption, exemption_ids},
      {"status", &index::Request::status, [](const Reference&) { return statuses(); }},
      {"topic", &index::Request::topic, topic_ids},
      {"outcome", &index::Request::outcome, [](const Reference&) { return vocabulary<Outcome>(); }},
      {"answer", &index::Request::answer, [](const Reference&) { return vocabulary<QuestionOutcome>(); }},
      {"kind", &index::Request::kind, [](const Reference&) { return vocabulary<Kind>(); }},
      {"source", &index::Request::source,
       [](const Reference&) {
         return Values{"text", "ocr"};
       }},
  };
  return kFilters;
}

const Values& single_names(Form form) {
  static const Values kPageNames{"q", "from", "to", "match", "sort", "page"};
  static const Values kApiNames{"q", "from", "to", "match", "sort", "limit", "cursor", "facets", "facet_limit"};
  return form == Form::kPage ? kPageNames : kApiNames;
}

Values known_names(Form form) {
  Values all = filter_names();
  all.insert(all.end(), single_names(form).begin(), single_names(form).end());
  return all;
}

bool contains(const Values& values, std::string_view value) { return std::find(values.begin(), values.end(), value) != values.end(); }

// What mailing lists and social sites add to addresses; nobody's mistake, so no reason to refuse a page.
bool is_tracking(std::string_view name) { return name.starts_with("utm_") || name == "fbclid" || name == "gclid"; }

std::string join(const Values& values, std::string_view separator) {
  std::string joined;
  for (const auto& value : values) joined += (joined.empty() ? "" : std::string(separator)) + value;
  return joined;
}

// "s.31(1)(a)" or "31-1-a" → "-31-1-a": how the ids of a section end, whatever the Act.
std::string section_ending(std::string_view value) {
  std::string ending;
  for (const char c : value.substr(std::min(value.size(), value.find_first_of("0123456789")))) {
    const bool part = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (part) ending.push_back(c);
    if (!part && !ending.empty() && ending.back() != '-') ending.push_back('-');
  }
  while (ending.ends_with('-')) ending.pop_back();
  return ending.empty() ? ending : "-" + to_lower_ascii(ending);
}

Values nearest_values(std::string_view name, std::string_view value, const Values& allowed) {
  Values close = nearest(value, allowed);
  if (name != "exemption" || !close.empty()) return close;
  const std::string ending = section_ending(value);
  std::copy_if(allowed.begin(), allowed.end(), std::back_inserter(close),
               [&](const std::string& id) { return !ending.empty() && id.ends_with(ending); });
  if (close.size() > 3) close.resize(3);
  return close;
}

Problem bad_value(std::string_view name, std::string_view value, std::string_view expected, Values close = {}) {
  std::string detail = "\"" + std::string(value) + "\" is not a value of " + std::string(name) + ": " + std::string(expected) + ".";
  if (!close.empty()) detail += " Did you mean " + join(close, " or ") + "?";
  return {.status = 400,
          .title = "Unknown value",
          .detail = std::move(detail),
          .parameter = std::string(name),
          .value = std::string(value),
          .nearest = std::move(close)};
}

std::optional<long> parse_number(std::string_view text) {
  long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || text.empty() || text.front() == '-') return std::nullopt;
  return number;
}

class Parser {
 public:
  Parser(Form form, const Reference& reference) : form_(form), reference_(reference) {}

  std::variant<SearchUrl, Problem> parse(const Parameters& parameters) {
    for (const auto& [name, value] : parameters) {
      if (form_ == Form::kPage && (is_tracking(name) || (value.empty() && contains(known_names(form_), name)))) continue;
      if (auto problem = take(name, value)) return *problem;
      out_.parameters.emplace_back(name, value);
    }
    if (auto problem = check_whole()) return *problem;
    return std::move(out_);
  }

 private:
  std::optional<Problem> take(const std::string& name, const std::string& value) {
    if (contains(filter_names(), name)) return take_filter(name, value);
    if (!contains(single_names(form_), name)) return unknown(name);
    if (!given_.insert(name).second) {
      return Problem{
          .title = "Parameter given twice", .detail = "\"" + name + "\" can be given once only.", .parameter = name, .value = value};
    }
    if (name == "q") return take_query(value);
    if (name == "from" || name == "to") return take_date(name, value);
    if (name == "match" || name == "sort") return take_choice(name, value);
    if (name == "facets") return take_facets(value);
    if (name == "cursor") return out_.request.cursor = value, std::nullopt;
    return take_count(name, value);
  }

  std::optional<Problem> unknown(const std::string& name) const {
    const Values known = known_names(form_);
    Values close = nearest(name, known);
    std::string detail = "There is no parameter \"" + name + "\".";
    detail += close.empty() ? " Known are " + join(known, ", ") + "." : " Did you mean " + join(close, " or ") + "?";
    return Problem{.title = "Unknown parameter", .detail = std::move(detail), .parameter = name, .nearest = std::move(close)};
  }

  std::optional<Problem> take_filter(const std::string& name, const std::string& value) {
    if (++filter_values_ > limits::kMaxFilterValues) {
      return Problem{.title = "Too many filters",
                     .detail = "At most " + std::to_string(limits::kMaxFilterValues) + " filter values can be combined.",
                     .parameter = name};
    }
    if (name == "year") return take_year(value);
    if (name == "authority") return take_authority(value);
    const auto filter = std::find_if(closed_filters().begin(), closed_filters().end(), [&](const Filter& f) { return f.name == name; });
    const Values allowed = filter->allowed(reference_);
    if (!contains(allowed, value)) {
      const bool listable = allowed.size() <= 20;
      return bad_value(name, value, listable ? "choose from " + join(allowed, ", ") : "not an id this index knows",
                       nearest_values(name, value, allowed));
    }
    (out_.request.*(filter->values)).push_back(value);
    return std::nullopt;
  }

  // Bodies that the reference tables lack may still be in the index; whether one is, the search tells (site.cc).
  std::optional<Problem> take_authority(const std::string& value) {
    const bool plain = std::all_of(value.begin(), value.end(), [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    });
    if (value.empty() || !plain) return bad_value("authority", value, "expected an id such as RWK or sheffield-city-council");
    out_.request.authority.push_back(value);
    return std::nullopt;
  }

  std::optional<Problem> take_year(const std::string& value) {
    const auto year = parse_number(value);
    if (!year || *year < limits::kFirstYear || *year > limits::kLastYear) return bad_value("year", value, "expected a year such as 2023");
    out_.request.year.push_back(static_cast<int>(*year));
    return std::nullopt;
  }

  std::optional<Problem> take_query(const std::string& value) {
    if (count_code_points(value) > limits::kMaxQueryCodePoints) {
      return Problem{.title = "Query too long",
                     .detail = "A query can have " + std::to_string(limits::kMaxQueryCodePoints) + " characters; shorten it.",
                     .parameter = "q"};
    }
    out_.request.q = clean_utf8(value);
    return std::nullopt;
  }

  std::optional<Problem> take_date(const std::string& name, const std::string& value) {
    const auto date = parse_iso(value);
    if (!date) return bad_value(name, value, "expected a date that exists, written like 2023-04-30");
    (name == "from" ? out_.request.from : out_.request.to) = date;
    return std::nullopt;
  }

  std::optional<Problem> take_choice(const std::string& name, const std::string& value) {
    const Values allowed = name == "sort" ? Values{"relevance", "newest", "oldest"} : Values{"any", "all"};
    const auto found = std::find(allowed.begin(), allowed.end(), value);
    if (found == allowed.end()) return bad_value(name, value, "choose from " + join(allowed, ", "), nearest(value, allowed));
    if (name == "sort") out_.request.sort = static_cast<index::Sort>(found - allowed.begin());
    if (name == "match") out_.request.match_all = value == "all";
    return std::nullopt;
  }

  std::optional<Problem> take_facets(const std::string& value) {
    Values facets;
    for (const std::string_view name : value == "none" ? std::vector<std::string_view>() : split(value, ',')) {
      if (!contains(index::kFacetNames, name)) {
        return bad_value("facets", name, "choose from none, " + join(index::kFacetNames, ", "), nearest(name, index::kFacetNames));
      }
      if (!contains(facets, name)) facets.emplace_back(name);
    }
    out_.request.facets = std::move(facets);
    return std::nullopt;
  }

  std::optional<Problem> take_count(const std::string& name, const std::string& value) {
    const std::size_t least = name == "facet_limit" ? 0 : 1;
    const std::size_t most = name == "facet_limit" ? limits::kMaxFacetLimit : name == "page" ? limits::kMaxResultPage : limits::kMaxLimit;
    const auto number = parse_number(value);
    if (!number || static_cast<std::size_t>(*number) < least || static_cast<std::size_t>(*number) > most) {
      return bad_value(name, value, "expected a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    }
    const auto count = static_cast<std::size_t>(*number);
    if (name == "page") out_.page = count;
    if (name == "limit") out_.request.limit = count;
    if (name == "facet_limit") out_.request.facet_limit = count;
    return std::nullopt;
  }

  std::optional<Problem> check_whole() {
    index::Request& request = out_.request;
    if (request.from && request.to && *request.from > *request.to) {
      return Problem{.title = "Dates the wrong way round",
                     .detail = "The first day (" + to_iso(*request.from) + ") is after the last (" + to_iso(*request.to) + ").",
                     .parameter = "from",
                     .value = to_iso(*request.from)};
    }
    if (form_ == Form::kPage) request.offset = (out_.page - 1) * request.limit;
    return std::nullopt;
  }

  Form form_;
  const Reference& reference_;
  SearchUrl out_;
  std::set<std::string> given_;
  std::size_t filter_values_ = 0;
};

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
    }
  }
  return row.back();
}

Parameters without_name(const Parameters& parameters, const std::vector<std::string_view>& names) {
  Parameters kept;
  std::copy_if(parameters.begin(), parameters.end(), std::back_inserter(kept),
               [&](const auto& pair) { return std::find(names.begin(), names.end(), pair.first) == names.end(); });
  return kept;
}

}  // namespace

std::variant<SearchUrl, Problem> parse_search(const Parameters& parameters, Form form, const Reference& reference) {
  return Parser(form, reference).parse(parameters);
}

const std::vector<std::string>& filter_names() {
  static const std::vector<std::string> kNames{"authority", "authority_type", "exemption", "status", "topic",
                                               "outcome",   "answer",         "kind",      "year",   "source"};
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

std::vector<std::string> nearest(std::string_view value, const std::vector<std::string>& candidates) {
  // Longer than any id: not a misspelling, and not worth the square of its length.
  if (value.empty() || value.size() > 100) return {};
  const std::string lower = to_lower_ascii(value);
  std::vector<std::pair<std::size_t, std::string>> close;
  for (const auto& candidate : candidates) {
    const std::string folded = to_lower_ascii(candidate);
    const std::size_t distance = edit_distance(lower, folded);
    const std::size_t tolerated = std::max<std::size_t>(1, std::min(lower.size(), folded.size()) / 3);
    if (distance <= tolerated) close.emplace_back(distance, candidate);
  }
  std::stable_sort(close.begin(), close.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> best;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, close.size()); ++i) best.push_back(close[i].second);
  return best;
}

}  // namespace foi::server
