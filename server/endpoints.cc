#include "server/endpoints.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "server/accept.h"
#include "server/catalogue.h"
#include "server/export.h"
#include "server/feed.h"
#include "server/openapi.h"
#include "server/request.h"

namespace foi::server {
namespace {

// Answers belong to an edition; a caller keeps one and asks whether it still holds, so that a removal shows at once.
constexpr std::string_view kByEdition = "public, no-cache";
constexpr std::string_view kNever = "no-store";

std::vector<std::string_view> export_parameters() {
  std::vector<std::string_view> names = selecting_parameters();
  std::erase(names, "sort");
  names.push_back("format");
  return names;
}

std::vector<std::string_view> feed_parameters() {
  std::vector<std::string_view> names = selecting_parameters();
  names.push_back("limit");
  return names;
}

std::vector<Endpoint> make_endpoints() {
  return {
      {.path = "/api/v1/search",
       .operation = "search",
       .group = "Searching",
       .summary = "Search, with exact counts",
       .description =
           "Documents that match words and filters, a page at a time, with exact counts for every facet. Values of one filter "
           "are alternatives (match=all: all must hold); different filters must all hold. Each facet is counted as if its own "
           "filter were not there. With next_cursor every result can be reached. exact is false when a search was "
           "ended after a second, and when a word with * stands for more words than are looked for: there may then be more than the counts "
           "say, and results need not be the best. A cursor is good for the edition it was given in; once the index has changed it answers "
           "410.",
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
      {.path = "/api/v1/documents/{id}/pages/{number}.png",
       .operation = "getPageImage",
       .group = "Documents",
       .summary = "One page of a document as a picture",
       .description =
           "In grey, as printed. Where anything on the document's pages was masked or hidden, and on scanned pages, only the words that "
           "were read are shown, masked ones painted over; pictures, stamps, handwriting and signatures are left out. The page's own "
           "answer says whether there may be a picture (image) or why there is none (no_image): then this answers 404 with the same "
           "reason. Of some pages that shows only when they are drawn; this answers 404 with the reason for them too. Text that flows "
           "(Word files, web pages, messages) has none. 503 with Retry-After while too many are drawn.",
       .parameters = {"width"},
       .answers = {{"image/png", ""}},
       .example = "/api/v1/documents/{id}/pages/1.png?width=480",
       .handler = api_page_image,
       .cache = kByEdition},
      {.path = "/api/v1/documents/{id}/pages/{number}",
       .operation = "getPage",
       .group = "Documents",
       .summary = "One page of a document",
       .description = "Its text with personal information masked, and where each word stands on the page (PDF points from the top left; "
                      "flowing documents have no boxes). With q also the places and boxes to mark: words in any form, phrases as phrases.",
       .parameters = {"q"},
       .answers = {{"application/json", "Page"}},
       .example = "/api/v1/documents/{id}/pages/1?q=information",
       .handler = api_page,
       .cache = kByEdition},
      {.path = "/api/v1/export",
       .operation = "exportDocuments",
       .group = "Searching",
       .summary = "Everything a search finds",
       .description =
           "The whole result as a file, newest first: one record a line (NDJSON), or a table (CSV) for spreadsheets. There is no "
           "cap. Without format the Accept header chooses. A file that was cut short ends without the last chunk of its transfer, so that "
           "clients notice. A search that takes longer than ten seconds is refused by 400 before the first record.",
       .parameters = export_parameters(),
       .answers = {{"application/x-ndjson", "", "ndjson"}, {"text/csv; charset=utf-8", "", "csv"}},
       .example = "/api/v1/export?format=csv&year=2024",
       .handler = api_export,
       .cache = kByEdition},
      {.path = "/feed.atom",
       .operation = "getFeed",
       .group = "Searching",
       .summary = "A search as a feed",
       .description =
           "The newest documents that a search finds, for feed readers. A search that takes longer than ten seconds is refused by 400.",
       .parameters = feed_parameters(),
       .answers = {{"application/atom+xml; charset=utf-8", ""}},
       .example = "/feed.atom?topic=workforce-temporary-staffing",
       .handler = feed,
       .cache = kByEdition},
      {.path = "/api/v1/suggest",
       .operation = "suggest",
       .group = "Searching",
       .summary = "What a beginning may become",
       .description = "Exemptions, public bodies, subjects and titles that fit what was typed so far. No text of letters.",
       .parameters = {"q", "limit"},
       .answers = {{"application/json", "Suggestions"}},
       .example = "/api/v1/suggest?q=s31",
       .handler = api_suggest,
       .cache = kByEdition},
      {.path = "/api/v1/clusters/{cluster}",
       .operation = "getCluster",
       .group = "Documents",
       .summary = "One request to several bodies",
       .description = "The documents that answer the same request, oldest first, at most a hundred; search with cluster has them all. They "
                      "are told by questions of the same words to several bodies within half a year.",
       .parameters = {},
       .answers = {{"application/json", "Cluster"}},
       .example = "/api/v1/clusters/{cluster}",
       .handler = api_cluster,
       .cache = kByEdition},
      {.path = "/api/v1/exemptions",
       .operation = "listExemptions",
       .group = "Lists",
       .summary = "Every exemption, with counts",
       .description = "The sections, regulations and sub-sections this index knows, in the order of the law; how many documents cite each, "
                      "and in how many it stands. A section includes its sub-sections.",
       .parameters = {},
       .answers = {{"application/json", "ExemptionList"}},
       .example = "/api/v1/exemptions",
       .handler = api_entries<Catalogue::kExemptions>,
       .cache = kByEdition},
      {.path = "/api/v1/exemptions/{exemption}",
       .operation = "getExemption",
       .group = "Lists",
       .summary = "One exemption",
       .description = "Who cites it, in which years, on which subjects and what became of it, with the newest documents.",
       .parameters = {},
       .answers = {{"application/json", "ExemptionProfile"}},
       .example = "/api/v1/exemptions/foia-43-2",
       .handler = api_profile<Catalogue::kExemptions>,
       .cache = kByEdition},
      {.path = "/api/v1/authorities",
       .operation = "listAuthorities",
       .group = "Lists",
       .summary = "Every public body that published, with counts",
       .description = "By name. Bodies go by what they are called now.",
       .parameters = {},
       .answers = {{"application/json", "AuthorityList"}},
       .example = "/api/v1/authorities",
       .handler = api_entries<Catalogue::kAuthorities>,
       .cache = kByEdition},
      {.path = "/api/v1/authorities/{authority}",
       .operation = "getAuthority",
       .group = "Lists",
       .summary = "One public body",
       .description = "Its documents by year, subject, outcome and exemption, and the newest of them.",
       .parameters = {},
       .answers = {{"application/json", "AuthorityProfile"}},
       .example = "/api/v1/authorities/sheffield-city-council",
       .handler = api_profile<Catalogue::kAuthorities>,
       .cache = kByEdition},
      {.path = "/api/v1/topics",
       .operation = "listTopics",
       .group = "Lists",
       .summary = "Every subject, with counts",
       .description = "The subjects that documents are sorted by.",
       .parameters = {},
       .answers = {{"application/json", "TopicList"}},
       .example = "/api/v1/topics",
       .handler = api_entries<Catalogue::kTopics>,
       .cache = kByEdition},
      {.path = "/api/v1/topics/{topic}",
       .operation = "getTopic",
       .group = "Lists",
       .summary = "One subject",
       .description = "Its documents by year, body, outcome and exemption, and the newest of them.",
       .parameters = {},
       .answers = {{"application/json", "TopicProfile"}},
       .example = "/api/v1/topics/procurement-contracts",
       .handler = api_profile<Catalogue::kTopics>,
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
      {.path = "/readyz",
       .operation = "getReadiness",
       .group = "About the service",
       .summary = "Whether searches are answered",
       .description = "Answers 503 while the index cannot be searched.",
       .parameters = {},
       .answers = {{"application/json", "Health"}},
       .example = "/readyz",
       .handler = api_ready,
       .cache = kNever},
      {.path = "/metrics",
       .operation = "getMetrics",
       .group = "About the service",
       .summary = "Counts for the operator",
       .description = "Requests, latencies and failures since the program started, in Prometheus' text format.",
       .parameters = {},
       .answers = {{"text/plain; version=0.0.4; charset=utf-8", ""}},
       .example = "/metrics",
       .handler = api_metrics,
       .cache = kNever},
  };
}

constexpr std::array kPathParts{
    PathPart{"id", "^[a-z2-7]{16}$", "Id of a document: 16 characters, as search gives it."},
    PathPart{"number", "^[1-9][0-9]*$", "Number of a page, from 1."},
    PathPart{"cluster", "^[a-z2-7]{16}$", "Id of a cluster: that of its first document."},
    PathPart{"exemption", "^[a-z0-9-]+$", "Id of an exemption (foia-31-1-a)."},
    PathPart{"authority", "^[A-Za-z0-9-]+$", "Id of a public body (RWK, sheffield-city-council)."},
    PathPart{"topic", "^[a-z0-9-]+$", "Id of a subject."},
};

}  // namespace

std::span<const Endpoint> endpoints() {
  static const std::vector<Endpoint> kEndpoints = make_endpoints();
  return kEndpoints;
}

std::span<const PathPart> path_parts() { return kPathParts; }

std::vector<Content> contents_of(const Endpoint& endpoint, const Parameters& parameters) {
  std::vector<Content> contents;
  for (const auto& [name, value] : parameters)
    for (const Content& content : endpoint.answers)
      if (name == "format" && content.format == value) contents.push_back(content);
  return contents.empty() ? endpoint.answers : contents;
}

std::optional<Content> content_for(std::string_view accept, std::span<const Content> contents) {
  std::optional<Content> best;
  double most = 0;
  for (const Content& content : contents)
    if (const double wanted = wanted_type(accept, content.type); wanted > most) most = wanted, best = content;
  return best;
}

}  // namespace foi::server
