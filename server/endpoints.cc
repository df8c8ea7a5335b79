#include "server/endpoints.h"

#include <algorithm>
#include <array>

#include "indexer/model/text.h"
#include "server/openapi.h"
#include "server/request.h"

namespace foi::server {
namespace {

// Answers belong to an edition; a caller keeps one and asks whether it still holds, so that a removal shows at once.
constexpr std::string_view kByEdition = "public, no-cache";
constexpr std::string_view kNever = "no-store";

std::vector<Endpoint> make_endpoints() {
  return {
      {.path = "/api/v1/search",
       .operation = "search",
       .group = "Searching",
       .summary = "Search, with exact counts",
       .description = "Documents that match words and filters, a page at a time, with exact counts for every facet. Values of one filter "
                      "are alternatives (match=all: all must hold); different filters must all hold. Each facet is counted as if its own "
                      "filter were not there. With next_cursor every result can be reached.",
       .parameters = search_parameters(),
       .answers = {{"application/json", "SearchResults"}},
       .example = "/api/v1/search?q=agency&exemption=foia-43&facets=authority,year&limit=5",
       .handler = api_search,
       .cache = kByEdition},
      {.path = "/api/v1/documents/{id}",
       .operation = "getDocument",
       .group = "Documents",
       .summary = "One document's record",
       .description = "Everything the index claims about a document, each claim with the words that support it. Places in the text are "
                      "counted in code points of the page's text as served.",
       .parameters = {},
       .answers = {{"application/json", "Document"}},
       .example = "/api/v1/documents/{id}",
       .handler = api_document,
       .cache = kByEdition},
      {.path = "/api/v1/openapi.json",
       .operation = "getDescription",
       .group = "About the service",
       .summary = "This description",
       .description = "The API as an OpenAPI 3.1 document.",
       .parameters = {},
       .answers = {{"application/json", "AnyObject"}},
       .example = "/api/v1/openapi.json",
       .handler = [](const Asked& asked) -> Reply { return json_answer(openapi_json(asked.tools.reference, asked.tools.public_url)); },
       .cache = kByEdition},
      {.path = "/healthz",
       .operation = "getHealth",
       .group = "About the service",
       .summary = "Whether the program runs",
       .description = "Answers as long as the program does.",
       .parameters = {},
       .answers = {{"application/json", "Health"}},
       .example = "/healthz",
       .handler = api_health,
       .cache = kNever},
  };
}

constexpr std::array kPathParts{
    PathPart{"id", "^[a-z2-7]{16}$", "Id of a document: 16 characters, as search gives it."},
};

// "application/*;q=0.5" → the type and whether it is taken at all.
struct MediaRange {
  std::string type;
  bool refused = false;
};

MediaRange read_range(std::string_view text) {
  const auto parts = split(text, ';');
  MediaRange range{.type = to_lower_ascii(trim(parts[0]))};
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::string parameter = to_lower_ascii(trim(parts[i]));
    range.refused = range.refused || (parameter.starts_with("q=0") && parameter.find_first_not_of("0.", 2) == std::string::npos);
  }
  return range;
}

// How closely a range names a type: 3 itself, 2 its family, 1 anything, 0 not at all.
int closeness(const MediaRange& range, std::string_view type) {
  if (range.type == type) return 3;
  if (range.type == "*/*") return 1;
  return range.type.ends_with("/*") && type.starts_with(range.type.substr(0, range.type.size() - 1)) ? 2 : 0;
}

// The range that names the type most closely decides (RFC 9110, 12.5.1).
bool takes(const std::vector<MediaRange>& ranges, std::string_view type) {
  int best = 0;
  bool taken = false;
  for (const MediaRange& range : ranges) {
    const int close = closeness(range, type);
    if (close > best) best = close, taken = !range.refused;
  }
  return taken;
}

}  // namespace

std::span<const Endpoint> endpoints() {
  static const std::vector<Endpoint> kEndpoints = make_endpoints();
  return kEndpoints;
}

std::span<const PathPart> path_parts() { return kPathParts; }

bool acceptable(std::string_view accept, std::span<const Content> answers) {
  if (trim(accept).empty()) return true;
  std::vector<MediaRange> ranges;
  for (const std::string_view text : split(accept, ',')) ranges.push_back(read_range(text));
  return std::any_of(answers.begin(), answers.end(),
                     [&](const Content& content) { return takes(ranges, content.type.substr(0, content.type.find(';'))); });
}

}  // namespace foi::server
