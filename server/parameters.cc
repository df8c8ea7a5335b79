#include "server/parameters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <set>

#include "indexer/index/searcher.h"
#include "indexer/model/nearest.h"
#include "indexer/model/text.h"
#include "indexer/model/vocabulary.h"
#include "server/limits.h"

namespace foi::server {
namespace {

template <class E>
Values vocabulary(const Reference&) {
  return Values(names<E>().begin(), names<E>().end());
}

Values statuses(const Reference& reference) {
  Values all = vocabulary<CitationStatus>(reference);
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

Values collapses(const Reference&) { return {"cluster"}; }
Values sources(const Reference&) { return {"text", "ocr"}; }
Values matches(const Reference&) { return {"any", "all"}; }
Values sorts(const Reference&) { return {"relevance", "newest", "oldest"}; }
Values formats(const Reference&) { return {"ndjson", "csv"}; }
Values widths(const Reference&) {
  Values values;
  for (const int width : limits::kImageWidths) values.push_back(std::to_string(width));
  return values;
}
Values switches(const Reference&) { return {"0", "1"}; }
Values facet_names(const Reference&) { return index::kFacetNames; }

constexpr std::array kParameters{
    Parameter{"q", Shape::kText, false,
              "Words to look for, in any form. Documents that have all of them are found, and those that have some of them where fewer "
              "than ten have all (with_every_word then says how many). \"Quotes\" make a phrase; AND, OR, NOT and NEAR/5 (up to 500 words "
              "apart) in capitals join, + and - before a word say that it must or must not be there; car* is any word that begins so, "
              "outside quotes, or the hundred most frequent where there are more (exact is then false); title:, question:, answer:, "
              "authority: and ref: look in one field. With any of these only what they ask "
              "for is found. A citation (s.31(1)(a)) or a reference finds what is meant. Without q every document matches.",
              ""},
    Parameter{"authority", Shape::kBodyId, true, "Id of the public body that answered, as it is called now (RWK, sheffield-city-council).",
              ""},
    Parameter{"authority_type", Shape::kChoice, true, "Type of that body.", "", authority_types},
    Parameter{"exemption", Shape::kChoice, true, "Exemption cited; a section includes its sub-sections.", "", exemption_ids},
    Parameter{"status", Shape::kChoice, true,
              "What became of the exemption: of the same citation as the exemption filter, or of any when no exemption is given.",
              "standing, where an exemption is given", statuses},
    Parameter{"topic", Shape::kChoice, true, "Subject.", "", topic_ids},
    Parameter{"outcome", Shape::kChoice, true, "What the document as a whole decides.", "", vocabulary<Outcome>},
    Parameter{"answer", Shape::kChoice, true, "How at least one of its questions was answered.", "", vocabulary<QuestionOutcome>},
    Parameter{"kind", Shape::kChoice, true, "What kind of document it is.", "", vocabulary<Kind>},
    Parameter{"year", Shape::kYear, true, "Year of the response.", "", nullptr, limits::kFirstYear, limits::kLastYear},
    Parameter{"source", Shape::kChoice, true, "How a page was read: from text in the file, or by OCR.", "", sources},
    Parameter{"cluster", Shape::kDocumentId, true,
              "Id of a cluster: the answers of several bodies to one request. A document names its own in cluster.", ""},
    Parameter{
        "collapse", Shape::kChoice, false,
        "cluster gives of each cluster the document that comes first only; total then counts clusters, and documents that are in none. "
        "Facets and drop still count documents.",
        "none are left out", collapses},
    Parameter{"from", Shape::kDate, false, "First day of the response, included.", ""},
    Parameter{"to", Shape::kDate, false, "Last day of the response, included.", ""},
    Parameter{"match", Shape::kChoice, false, "Whether one value of a repeated filter suffices, or all must hold.", "any", matches},
    Parameter{"sort", Shape::kChoice, false, "Order of the results. Equal ones are ordered by date, then id.", "relevance", sorts},
    Parameter{"limit", Shape::kCount, false, "Results in one answer.", "20", nullptr, 1, limits::kMaxLimit},
    Parameter{"cursor", Shape::kToken, false, "next_cursor of the answer before, with all other parameters unchanged.", ""},
    Parameter{"facets", Shape::kList, false, "Facets to count, separated by commas, or none.", "all", facet_names},
    Parameter{"facet_limit", Shape::kCount, false,
              "Values of each facet, the most frequent first; 0 gives every value. Months are never cut.", "100", nullptr, 0,
              limits::kMaxFacetLimit},
    Parameter{"explain", Shape::kChoice, false, "1 adds to each result the weight of each term that found it.", "0", switches},
    Parameter{"format", Shape::kChoice, false, "One JSON record a line, or a table for spreadsheets.", "what Accept wants, else ndjson",
              formats},
    Parameter{"width", Shape::kChoice, false, "Width of the picture in pixels; a picture that has fewer stays as it is.", "800", widths},
    Parameter{"page", Shape::kCount, false, "Page of results, from 1.", "1", nullptr, 1, limits::kMaxResultPage},
};

template <class List>
std::string join(const List& values, std::string_view separator) {
  std::string joined;
  for (const auto& value : values) joined.append(joined.empty() ? "" : separator).append(value);
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
  std::vector<Candidate> known;
  for (const std::string& id : allowed) known.push_back({id});
  return nearest_known(name, value, known);
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

std::optional<std::size_t> parse_count(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return number;
}

std::optional<Problem> check_text(const Parameter& parameter, std::string_view value) {
  if (count_code_points(value) <= limits::kMaxQueryCodePoints) return std::nullopt;
  return Problem{.title = "Query too long",
                 .detail = "A query can have " + std::to_string(limits::kMaxQueryCodePoints) + " characters; shorten it.",
                 .parameter = std::string(parameter.name)};
}

std::optional<Problem> check_choice(const Parameter& parameter, const std::string& value, const Reference& reference) {
  constexpr std::size_t kListable = 20;  // values a person reads through
  const Values allowed = parameter.values(reference);
  if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return std::nullopt;
  return bad_value(parameter.name, value, allowed.size() <= kListable ? "choose from " + join(allowed, ", ") : "not an id this index knows",
                   nearest_values(parameter.name, value, allowed));
}

std::optional<Problem> check_list(const Parameter& parameter, const std::string& value, const Reference& reference) {
  if (value == "none") return std::nullopt;
  const Values allowed = parameter.values(reference);
  for (const std::string_view name : split(value, ','))
    if (std::find(allowed.begin(), allowed.end(), name) == allowed.end())
      return bad_value(parameter.name, name, "choose from none, " + join(allowed, ", "), nearest_values(parameter.name, name, allowed));
  return std::nullopt;
}

std::optional<Problem> check_body_id(const Parameter& parameter, const std::string& value) {
  const bool plain = std::all_of(value.begin(), value.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
  });
  if (!value.empty() && plain) return std::nullopt;
  return bad_value(parameter.name, value, "expected an id such as RWK or sheffield-city-council");
}

std::optional<Problem> check_document_id(const Parameter& parameter, const std::string& value) {
  constexpr std::size_t kCharacters = 16;
  const bool plain = std::all_of(value.begin(), value.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'); });
  if (plain && value.size() == kCharacters) return std::nullopt;
  return bad_value(parameter.name, value, "expected an id of 16 characters, as a document names it");
}

std::optional<Problem> check_count(const Parameter& parameter, const std::string& value) {
  const auto number = parse_count(value);
  if (number && *number >= parameter.least && *number <= parameter.most) return std::nullopt;
  return bad_value(parameter.name, value,
                   parameter.shape == Shape::kYear
                       ? std::string("expected a year such as 2023")
                       : "expected a whole number from " + std::to_string(parameter.least) + " to " + std::to_string(parameter.most));
}

std::optional<Problem> check_value(const Parameter& parameter, const std::string& value, const Reference& reference) {
  switch (parameter.shape) {
    case Shape::kText:
      return check_text(parameter, value);
    case Shape::kChoice:
      return check_choice(parameter, value, reference);
    case Shape::kList:
      return check_list(parameter, value, reference);
    case Shape::kBodyId:
      return check_body_id(parameter, value);
    case Shape::kYear:
    case Shape::kCount:
      return check_count(parameter, value);
    case Shape::kDocumentId:
      return check_document_id(parameter, value);
    case Shape::kDate:
      if (parse_iso(value)) return std::nullopt;
      return bad_value(parameter.name, value, "expected a date that exists, written like 2023-04-30");
    case Shape::kToken:
      // Whether it is one of ours, the index tells. A script whose variable is empty would begin again, and again.
      if (!value.empty()) break;
      return bad_value(parameter.name, value, "expected what the answer before gave; leave it out to begin");
  }
  return std::nullopt;
}

}  // namespace

std::span<const Parameter> parameters() { return kParameters; }

const Parameter* find_parameter(std::string_view name) {
  const auto found = std::find_if(kParameters.begin(), kParameters.end(), [&](const Parameter& p) { return p.name == name; });
  return found == kParameters.end() ? nullptr : &*found;
}

Problem unknown_parameter(std::string_view name, const std::vector<std::string_view>& known) {
  Values close = nearest(name, known);
  std::string detail = "There is no parameter \"" + std::string(name) + "\" here.";
  detail += !close.empty()  ? " Did you mean " + join(close, " or ") + "?"
            : known.empty() ? " This address takes none."
                            : " Known are " + join(known, ", ") + ".";
  return {.title = "Unknown parameter", .detail = std::move(detail), .parameter = std::string(name), .nearest = std::move(close)};
}

Values nearest_known(std::string_view name, std::string_view value, std::span<const Candidate> known) {
  constexpr std::size_t kMost = 3;
  Values close = nearest(value, known);
  const std::string ending = name == "exemption" && close.empty() ? section_ending(value) : std::string();
  for (const Candidate& candidate : known)
    if (!ending.empty() && close.size() < kMost && candidate.id.ends_with(ending)) close.emplace_back(candidate.id);
  return close;
}

std::optional<Problem> check_parameters(const Parameters& given, const std::vector<std::string_view>& allowed, const Reference& reference) {
  std::set<std::string_view> seen;
  std::size_t filter_values = 0;
  for (const auto& [name, value] : given) {
    const Parameter* parameter = std::find(allowed.begin(), allowed.end(), name) == allowed.end() ? nullptr : find_parameter(name);
    if (parameter == nullptr) return unknown_parameter(name, allowed);
    if (!seen.insert(name).second && !parameter->repeatable)
      return Problem{
          .title = "Parameter given twice", .detail = "\"" + name + "\" can be given once only.", .parameter = name, .value = value};
    if (parameter->repeatable && ++filter_values > limits::kMaxFilterValues)
      return Problem{.title = "Too many filters",
                     .detail = "At most " + std::to_string(limits::kMaxFilterValues) + " filter values can be combined.",
                     .parameter = name};
    if (auto problem = check_value(*parameter, value, reference)) return problem;
  }
  return std::nullopt;
}

}  // namespace foi::server
