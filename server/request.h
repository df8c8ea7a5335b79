// URL parameters to a search and back. Which parameters there are and what they may hold is parameters.h's.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "indexer/index/searcher.h"
#include "indexer/model/reference.h"
#include "server/message.h"
#include "server/parameters.h"
#include "server/url.h"

namespace foi::server {

enum class Form {
  kApi,   // every parameter counts: an empty filter is an error, so that a script's empty variable does not search everything
  kPage,  // a browser's form: empty fields are left out; "page" (one-based) in place of cursor, limit and facets
};

struct SearchUrl {
  index::Request request;
  std::size_t page = 1;   // kPage only
  Parameters parameters;  // what was given and counts, in the order of the request: what links are made from
};

// The search that the parameters ask for, or the first thing wrong with them.
std::variant<SearchUrl, Problem> parse_search(const Parameters& parameters, Form form, const Reference& reference);
// As above for an address of the API that takes these parameters only.
std::variant<SearchUrl, Problem> parse_search(const Parameters& parameters, const std::vector<std::string_view>& allowed,
                                              const Reference& reference);

// The parameters of /api/v1/search, and those that say which documents and in which order.
const std::vector<std::string_view>& search_parameters();
const std::vector<std::string_view>& selecting_parameters();
// The names of the filters, in the order they are shown.
const std::vector<std::string>& filter_names();
// parameters without this one pair, and without "page" and "cursor", which belong to another result.
Parameters without(const Parameters& parameters, std::string_view name, std::string_view value);
// parameters with every pair of this name replaced by one (or by none when value is empty), and without "page" and "cursor".
Parameters with(const Parameters& parameters, std::string_view name, std::string_view value);

}  // namespace foi::server
