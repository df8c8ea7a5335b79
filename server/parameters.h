// Every parameter of the site and its API as one table: name, shape, values, bounds and what it is for. The checks of a request, the
// OpenAPI document and the page /api are all made from it, so none can say what another does not.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/nearest.h"
#include "indexer/model/reference.h"
#include "server/message.h"
#include "server/url.h"

namespace foi::server {

using Values = std::vector<std::string>;

enum class Shape {
  kText,        // any text, at most kMaxQueryCodePoints long
  kChoice,      // one of values()
  kList,        // values() separated by commas, or "none"
  kBodyId,      // an authority's id: letters, digits, hyphens; whether the index knows it, the search tells
  kDocumentId,  // 16 characters; a cluster has its first document's
  kYear,
  kDate,   // 2023-04-30
  kCount,  // a whole number from least to most
  kToken,  // what an earlier answer gave
};

struct Parameter {
  std::string_view name;
  Shape shape;
  bool repeatable;
  std::string_view description;  // one or two sentences for people
  std::string_view standard;     // what counts when it is not given, or empty
  Values (*values)(const Reference&) = nullptr;
  std::size_t least = 0, most = 0;
};

std::span<const Parameter> parameters();
// Null when there is none of this name.
const Parameter* find_parameter(std::string_view name);

// The first thing wrong with what was given, where only the named parameters may be given; "q" and "page" are names of the table. At most
// kMaxFilterValues values of repeatable parameters are taken.
std::optional<Problem> check_parameters(const Parameters& given, const std::vector<std::string_view>& allowed, const Reference& reference);
// "No such parameter", with the nearest of those that are known.
Problem unknown_parameter(std::string_view name, const std::vector<std::string_view>& known);

// What an unknown value of a parameter may have been meant for, nearest first: as nearest(), and an exemption as people write it.
Values nearest_known(std::string_view name, std::string_view value, std::span<const Candidate> known);

}  // namespace foi::server
