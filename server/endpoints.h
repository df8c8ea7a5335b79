// Every address of the API as one table: what it answers, with which parameters, and the function that does. Routing, the checks of
// parameters, the OpenAPI document and the page /api are made from it.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "server/api.h"

namespace foi::server {

struct Content {
  std::string_view type;         // "application/json"
  std::string_view schema;       // its name in web/api/schemas.json; empty for what is no JSON
  std::string_view format = {};  // value of the parameter "format" that chooses it; empty where there is no choice
};

struct Endpoint {
  std::string_view path;       // "/api/v1/documents/{id}"
  std::string_view operation;  // a name for programs: "getDocument"
  std::string_view group;      // heading it stands under
  std::string_view summary;
  std::string_view description;
  std::vector<std::string_view> parameters;  // names in parameters.h
  std::vector<Content> answers;
  std::string_view example;  // parts and parameters of an address that works with the sample letters
  Reply (*handler)(const Asked&);
  std::string_view cache;  // Cache-Control
};
std::span<const Endpoint> endpoints();

// What stands in braces in a path.
struct PathPart {
  std::string_view name;
  std::string_view pattern;  // ECMA 262, for readers of the document only
  std::string_view description;
};
std::span<const PathPart> path_parts();

// What the endpoint may answer in: the one that the parameter "format" names, otherwise all.
std::vector<Content> contents_of(const Endpoint& endpoint, const Parameters& parameters);
// The one of them that an Accept header wants most, of equal ones the first; nothing when it takes none.
std::optional<Content> content_for(std::string_view accept, std::span<const Content> contents);

}  // namespace foi::server
