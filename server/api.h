// The answers of /api/v1: functions of what was asked and an edition. Which addresses there are is endpoints.h's.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "indexer/model/reference.h"
#include "server/message.h"
#include "server/metrics.h"
#include "server/page_images.h"
#include "server/search.h"
#include "server/search_slots.h"
#include "server/url.h"

namespace foi::server {

// What a search needs beside its request.
struct SearchTools {
  const std::shared_ptr<const Search>& edition;  // the same from beginning to end of a request
  const Reference& reference;
  SearchSlots& slots;
  const std::string& public_url;  // "https://foi.example.org", or empty
  const Metrics& metrics;
  PageImages* images;  // null where pages are not drawn

  const Search& search() const { return *edition; }
};

// Why a search failed: what the visitor may read, and what the operator should (empty when it was the visitor's own doing).
struct Failure {
  Problem problem;
  std::string report{};
};
using Reply = std::variant<Answer, Failure>;

// What a handler is given. parameters have passed check_parameters() for the endpoint.
struct Asked {
  const SearchTools& tools;
  const std::vector<std::string>& parts;  // the path's parts in braces
  const Parameters& parameters;
  std::string_view type{};  // of the answer, where the endpoint has several
};

// Runs a search in its turn. After limits::kSearchTime it answers with what it has, and says so (index::Results::in_time). Failures: 400
// for what the index refuses, naming parameter, value and the nearest; 410 for a cursor of another edition; 503 when no slot came free in
// time or too many wait; 500 otherwise.
std::variant<index::Results, Failure> run_search_in_time(const SearchTools& tools, const index::Request& request);
// The same for what is of no use unless it is whole: 400 when it takes longer than limits::kWholeTime.
std::variant<index::Results, Failure> run_search(const SearchTools& tools, const index::Request& request);
Failure failure_of(const Error& error);
// The numbers of everything a request finds (index::Searcher::matching). Failures as of run_search.
std::variant<std::vector<std::uint32_t>, Failure> list_all(const SearchTools& tools, const index::Request& request);

Reply api_search(const Asked& asked);
Reply api_document(const Asked& asked);
Reply api_page(const Asked& asked);
Reply api_page_image(const Asked& asked);
Reply api_cluster(const Asked& asked);
Reply api_health(const Asked& asked);
Reply api_ready(const Asked& asked);
Reply api_metrics(const Asked& asked);

// The documents of a cluster, oldest first; 404 and 410 as for a document, whose id a cluster bears.
std::variant<index::Results, Failure> find_cluster(const SearchTools& tools, const std::string& id);
Answer json_answer(std::string body);
// True for what can be a document's id: 16 characters of lower-case base32. Anything else is not looked up.
bool may_be_document_id(std::string_view text);
Problem no_such_document();
// Why there is no document of this id: 410 for one that was removed, with the date and nothing else, and for one that was replaced, with
// its successor; otherwise 404.
Failure no_document(const Search& search, std::string_view id);

}  // namespace foi::server
