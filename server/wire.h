// The API's JSON (design.md, HTTP): the one place that knows the names of what is sent. Records are indexer/model/record_json.h's. Pure.
#pragma once

#include <cstdint>
#include <string>

#include "indexer/index/searcher.h"
#include "server/catalogue.h"
#include "server/message.h"

namespace foi::server {

// {"total","exact","results":[…],"facets":{…},"facet_values","drop","next_cursor","suggestion","edition"}; snippet marks are code points of
// the snippet's text.
std::string results_json(const index::Results& results);
// One page: text, words and masks with their boxes, boilerplate; with marks where q stands (bytes of the text). All places are code points.
// no_image: why there is no picture of the page, or nothing where there may be one.
std::string page_json(std::string_view id, const index::StoredPage& page, const std::optional<std::vector<Region>>& marks,
                      const std::optional<std::string>& no_image);
// {"id","total","facets","results":[…],"edition"}: the answers of several bodies to one request.
std::string cluster_json(const std::string& id, const index::Results& results);
// {"total","exemptions":[…],"edition"}
std::string entries_json(Catalogue catalogue, const std::vector<Entry>& entries, const std::string& edition);
std::string profile_json(Catalogue catalogue, const Profile& profile);

// Something to go on typing towards.
struct Suggestion {
  std::string kind;  // "exemption", "authority", "topic", "title"
  std::string id, label;
  std::uint64_t total = 0;  // documents
};
std::string suggestions_json(const std::vector<Suggestion>& suggestions, const std::string& edition);
// application/problem+json (RFC 9457): type, title, status, detail; parameter, value and nearest where they are known.
std::string problem_json(const Problem& problem);
// {"status":"ok","edition","letters"}
std::string health_json(const std::string& edition, std::uint64_t letters);

}  // namespace foi::server
