// The API described for programs: OpenAPI 3.1, made from endpoints.h, parameters.h, the closed vocabularies and web/api/schemas.json. Pure.
#pragma once

#include <string>

#include "indexer/model/reference.h"

namespace foi::server {

// public_url: the address people use, or empty for the one the document was fetched from.
std::string openapi_json(const Reference& reference, const std::string& public_url);

}  // namespace foi::server
