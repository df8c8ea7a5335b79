#include "server/api.h"

#include <algorithm>

#include "indexer/model/record_json.h"
#include "indexer/model/text.h"
#include "server/limits.h"
#include "server/request.h"
#include "server/wire.h"

namespace foi::server {
namespace {

class Slot {
 public:
  explicit Slot(SearchSlots& slots) : slots_(slots), held_(slots.try_acquire_for(limits::kSearchWait)) {}
  Slot(const Slot&) = delete;
  Slot& operator=(const Slot&) = delete;
  ~Slot() {
    if (held_) slots_.release();
  }
  bool held() const { return held_; }

 private:
  SearchSlots& slots_;
  bool held_;
};

// Ids that are a few letters away, then bodies whose name holds the value.
std::vector<std::string> nearest_authorities(const std::string& value, const Reference& reference) {
  std::vector<std::string> ids;
  for (const auto& authority : reference.authorities) ids.push_back(authority.id);
  std::vector<std::string> close = nearest(value, ids);
  const std::string wanted = to_lower_ascii(value);
  for (const auto& authority : reference.authorities) {
    if (close.size() >= 3) break;
    const bool known = std::find(close.begin(), close.end(), authority.id) != close.end();
    if (!known && wanted.size() >= 3 && to_lower_ascii(authority.name).find(wanted) != std::string::npos) close.push_back(authority.id);
  }
  return close;
}

// The reference tables do not list every body that published; the index knows the others.
std::optional<Failure> unknown_authority(const SearchTools& tools, const index::Request& request) {
  for (const auto& id : request.authority) {
    if (tools.reference.authority(id)) continue;
    index::Request only;
    only.authority = {id};
    only.limit = 1;
    only.facets.emplace();
    const auto found = tools.search().search(only);
    if (!found) return failure_of(found.error());
    if (found->total > 0) continue;
    Problem problem{.status = 400,
                    .title = "Unknown value",
                    .detail = "\"" + id + "\" is not a body this index knows.",
                    .parameter = "authority",
                    .value = id,
                    .nearest = nearest_authorities(id, tools.reference)};
    return Failure{.problem = std::move(problem)};
  }
  return std::nullopt;
}

}  // namespace

Failure failure_of(const Error& error) {
  if (error.fault == Fault::kUsage) {
    return {.problem = {.status = 400, .title = "This search cannot be run", .detail = error.message}};
  }
  return {.problem = {.status = 500,
                      .title = "Something went wrong here",
                      .detail = "The index could not be read. The fault is ours; please try again in a few minutes."},
          .report = error.message};
}

std::variant<index::Results, Failure> run_search(const SearchTools& tools, const index::Request& request) {
  const Slot slot(tools.slots);
  if (!slot.held()) {
    return Failure{.problem = {.status = 503,
                               .title = "Very busy just now",
                               .detail = "Many searches are running. Please try again in a few seconds."}};
  }
  if (auto failure = unknown_authority(tools, request)) return std::move(*failure);
  auto results = tools.search().search(request);
  if (!results) return failure_of(results.error());
  return std::move(*results);
}

Answer json_answer(std::string body) { return Answer{.content_type = "application/json", .body = std::move(body)}; }

Reply api_search(const Asked& asked) {
  auto parsed = parse_search(asked.parameters, Form::kApi, asked.tools.reference);
  if (auto* problem = std::get_if<Problem>(&parsed)) return Failure{.problem = std::move(*problem)};
  auto outcome = run_search(asked.tools, std::get<SearchUrl>(parsed).request);
  if (auto* failure = std::get_if<Failure>(&outcome)) return std::move(*failure);
  return json_answer(results_json(std::get<index::Results>(outcome)));
}

Reply api_document(const Asked& asked) {
  const std::string& id = asked.parts[0];
  if (!may_be_document_id(id)) return Failure{.problem = no_such_document()};
  const auto record = asked.tools.search().document(id);
  if (!record) return failure_of(record.error());
  if (!*record) return no_document(asked.tools.search(), id);
  return json_answer(record_to_json(**record, Audience::kServed));
}

Reply api_health(const Asked& asked) {
  const Search& search = asked.tools.search();
  return json_answer(health_json(search.edition(), search.letters()));
}

Failure no_document(const Search& search, std::string_view id) {
  const auto removed = search.removed(id);
  if (!removed) return failure_of(removed.error());
  if (!*removed) return {.problem = no_such_document()};
  return {
      .problem = {.status = 410, .title = "Document removed", .detail = "This document was removed from this site on " + **removed + "."}};
}

bool may_be_document_id(std::string_view text) {
  return text.size() == 16 &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'); });
}

Problem no_such_document() {
  return {.status = 404,
          .title = "No such document",
          .detail = "There is no document with this id. It may have been removed, or the link may be incomplete."};
}

}  // namespace foi::server
