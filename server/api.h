// The answers of /api/v1 and /healthz: functions of parameters and an edition.
#pragma once

#include <semaphore>
#include <string>
#include <string_view>
#include <variant>

#include "indexer/model/reference.h"
#include "server/message.h"
#include "server/search.h"
#include "server/url.h"

namespace foi::server {

// As many searches run at once as there are cores; more would only make each slower.
using SearchSlots = std::counting_semaphore<>;

// What a search needs beside its request.
struct SearchTools {
  const Search& search;
  const Reference& reference;
  SearchSlots& slots;
};

// Why a search failed: what the visitor may read, and what the operator should (empty when it was the visitor's own doing).
struct Failure {
  Problem problem;
  std::string report{};
};
// Runs a search in a slot. Failures: 400 for what the index refuses and for a body that neither the reference tables nor the index know,
// 503 when no slot came free in time, 500 otherwise.
std::variant<index::Results, Failure> run_search(const SearchTools& tools, const index::Request& request);
Failure failure_of(const Error& error);

std::variant<Answer, Failure> api_search(const SearchTools& tools, const Parameters& parameters);
std::variant<Answer, Failure> api_document(const SearchTools& tools, std::string_view id, const Parameters& parameters);
Answer health(const Search& search);
// True for what can be a document's id: 16 characters of lower-case base32. Anything else is not looked up.
bool may_be_document_id(std::string_view text);
Problem no_such_document();
// Why there is no document of this id: 410 for one that was removed, with the date and nothing else, otherwise 404.
Failure no_document(const Search& search, std::string_view id);

}  // namespace foi::server
