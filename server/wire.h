// The API's JSON (design.md, HTTP): the one place that knows the names of what is sent. Records are indexer/model/record_json.h's. Pure.
#pragma once

#include <cstdint>
#include <string>

#include "indexer/index/searcher.h"
#include "server/message.h"

namespace foi::server {

// {"total","exact","results":[…],"facets":{…},"next_cursor","suggestion","edition"}; snippet marks are code points of the snippet's text.
std::string results_json(const index::Results& results);
// application/problem+json (RFC 9457): type, title, status, detail; parameter, value and nearest where they are known.
std::string problem_json(const Problem& problem);
// {"status":"ok","edition","letters"}
std::string health_json(const std::string& edition, std::uint64_t letters);

}  // namespace foi::server
