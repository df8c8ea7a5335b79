#include "server/api.h"

#include <algorithm>
#include <optional>

#include "indexer/model/record_json.h"
#include "indexer/model/text.h"
#include "server/limits.h"
#include "server/request.h"
#include "server/wire.h"

namespace foi::server {
namespace {

constexpr SearchTurn::Times kInTime{.search = limits::kSearchTime, .pauses = limits::kSearchPauses, .slice = limits::kSearchSlice};
constexpr SearchTurn::Times kWhole{.search = limits::kWholeTime, .pauses = limits::kWholePauses, .slice = limits::kSearchSlice};

Problem problem_of(index::Refusal refusal) {
  Problem problem{.status = 400,
                  .title = "This search cannot be run",
                  .detail = std::move(refusal.message),
                  .parameter = std::move(refusal.parameter),
                  .value = std::move(refusal.value),
                  .nearest = std::move(refusal.nearest)};
  if (refusal.reason == index::Refusal::Reason::kUnknownValue) problem.title = "Unknown value";
  if (refusal.reason == index::Refusal::Reason::kOutdated) {
    problem.status = 410;
    problem.title = "Cursor out of date";
    problem.detail =
        "The index has changed since this cursor was given, and with it what stands on which page. Begin again without cursor, or take the "
        "whole result at once from /api/v1/export.";
  }
  return problem;
}

Failure busy() {
  return {
      .problem = {.status = 503, .title = "Very busy just now", .detail = "Many searches are running. Please try again in a few seconds."}};
}

// Why the index did not answer the request.
Failure refused(const Search& search, const index::Request& request, const Error& error) {
  if (error.fault == Fault::kUsage)
    if (auto refusal = search.refusal(request)) return {.problem = problem_of(std::move(*refusal))};
  return failure_of(error);
}

Failure too_long() {
  return {.problem = {.status = 400,
                      .title = "This search takes too long",
                      .detail = "Not everything it asks for could be found in time. Use fewer words, wildcards or phrases."}};
}

// What search(request) gives in its turn.
template <class Value>
std::variant<Value, Failure> in_turn(const SearchTools& tools, index::Request request, SearchTurn& turn,
                                     Result<Value> (Search::*search)(const index::Request&) const) {
  if (!turn.held()) return busy();
  request.spent = [&turn] { return turn.spent(); };
  auto found = (tools.search().*search)(request);
  if (!found) return refused(tools.search(), request, found.error());
  return std::move(*found);
}

template <class Value>
std::variant<Value, Failure> whole_in_turn(const SearchTools& tools, const index::Request& request,
                                           Result<Value> (Search::*search)(const index::Request&) const) {
  SearchTurn turn(tools.slots, limits::kSearchWait, kWhole);
  auto found = in_turn(tools, request, turn, search);
  if (!turn.held()) return busy();
  return found;
}

}  // namespace

std::variant<std::vector<std::uint32_t>, Failure> list_all(const SearchTools& tools, const index::Request& request) {
  return whole_in_turn(tools, request, &Search::matching);
}

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
  auto found = whole_in_turn(tools, request, &Search::search);
  if (const auto* results = std::get_if<index::Results>(&found); results != nullptr && !results->in_time) return too_long();
  return found;
}

std::variant<index::Results, Failure> run_search_in_time(const SearchTools& tools, const index::Request& request) {
  SearchTurn turn(tools.slots, limits::kSearchWait, kInTime);
  return in_turn(tools, request, turn, &Search::search);
}

Answer json_answer(std::string body) { return Answer{.content_type = "application/json", .body = std::move(body)}; }

Reply api_search(const Asked& asked) {
  auto parsed = parse_search(asked.parameters, Form::kApi, asked.tools.reference);
  if (auto* problem = std::get_if<Problem>(&parsed)) return Failure{.problem = std::move(*problem)};
  auto outcome = run_search_in_time(asked.tools, std::get<SearchUrl>(parsed).request);
  if (auto* failure = std::get_if<Failure>(&outcome)) return std::move(*failure);
  const auto& results = std::get<index::Results>(outcome);
  Answer answer = json_answer(results_json(results));
  // Another time more may be counted of the same edition.
  if (!results.exact) answer.headers.emplace_back("Cache-Control", "no-store");
  return answer;
}

Reply api_document(const Asked& asked) {
  const std::string& id = asked.parts[0];
  if (!may_be_document_id(id)) return Failure{.problem = no_such_document()};
  const auto record = asked.tools.search().document(id);
  if (!record) return failure_of(record.error());
  if (!*record) return no_document(asked.tools.search(), id);
  return json_answer(record_to_json(**record, Audience::kServed));
}

namespace {

// The page that a path names: "ID", "3".
std::variant<index::StoredPage, Failure> find_page(const Search& search, const std::string& id, const std::string& digits) {
  const Failure missing{.problem = {.status = 404,
                                    .title = "No such page",
                                    .detail = "There is no document with this id, or it has no page of this number."}};
  const bool number =
      !digits.empty() && digits.size() < 8 && digits[0] != '0' && digits.find_first_not_of("0123456789") == std::string::npos;
  if (!may_be_document_id(id) || !number) return missing;
  auto page = search.page(id, static_cast<std::uint32_t>(std::stoul(digits)));
  if (!page) return failure_of(page.error());
  if (*page) return std::move(**page);
  Failure why = no_document(search, id);
  return why.problem.status == 404 ? missing : std::move(why);
}

}  // namespace

Reply api_page_image(const Asked& asked) {
  const Search& search = asked.tools.search();
  auto page = find_page(search, asked.parts[0], asked.parts[1]);
  if (auto* failure = std::get_if<Failure>(&page)) return std::move(*failure);
  const auto record = search.document(asked.parts[0]);
  if (!record) return failure_of(record.error());
  if (!*record) return no_document(search, asked.parts[0]);
  const auto none = [](std::string why) {
    return Failure{.problem = {.status = 404, .title = "No picture of this page", .detail = std::move(why)}};
  };
  if (asked.tools.images == nullptr) return none("This site does not show pages as pictures.");
  int width = limits::kImageWidth;
  for (const auto& [name, value] : asked.parameters)
    if (name == "width") width = std::stoi(value);
  auto image = asked.tools.images->get(search.edition(), **record, std::get<index::StoredPage>(page), width);
  if (const auto* error = std::get_if<Error>(&image)) return failure_of(*error);
  if (std::holds_alternative<PageImages::Busy>(image))
    return Failure{.problem = {.status = 503,
                               .title = "Very busy just now",
                               .detail = "Many pages are being drawn. Please try again in a few seconds."}};
  KeptImage& kept = std::get<KeptImage>(image);
  if (!kept.png) return none(std::move(kept.why));
  return Answer{.content_type = "image/png", .body = *kept.png};
}

Reply api_page(const Asked& asked) {
  const std::string& id = asked.parts[0];
  auto found_page = find_page(asked.tools.search(), id, asked.parts[1]);
  if (auto* failure = std::get_if<Failure>(&found_page)) return std::move(*failure);
  const index::StoredPage& page = std::get<index::StoredPage>(found_page);
  std::optional<std::vector<Region>> marks;
  for (const auto& [name, value] : asked.parameters) {
    if (name != "q") continue;
    index::Request request;
    request.q = clean_utf8(value);
    auto found = asked.tools.search().marks(page, request.q);
    if (!found) return refused(asked.tools.search(), request, found.error());
    marks = std::move(*found);
  }
  const auto record = asked.tools.search().document(id);
  if (!record) return failure_of(record.error());
  std::optional<std::string> why = "This site does not show pages as pictures.";
  if (asked.tools.images != nullptr && *record) why = asked.tools.images->why_none(**record, page);
  return json_answer(page_json(id, page, marks, why));
}

std::variant<index::Results, Failure> find_cluster(const SearchTools& tools, const std::string& id) {
  const Failure missing{.problem = {.status = 404,
                                    .title = "No such cluster",
                                    .detail = "There is no request to several bodies of this id. A document names its own in cluster."}};
  if (!may_be_document_id(id)) return missing;
  const auto first = tools.search().document(id);
  if (!first) return failure_of(first.error());
  if (!*first) {
    Failure why = no_document(tools.search(), id);
    return why.problem.status == 404 ? missing : std::move(why);
  }
  if ((*first)->cluster != id) return missing;
  index::Request request;
  request.cluster = {id};
  request.sort = index::Sort::kOldest;
  request.limit = limits::kMaxLimit;
  request.facets = {"authority", "outcome", "exemption", "status", "answer", "year"};
  request.facet_limit = 0;
  return run_search(tools, request);
}

Reply api_cluster(const Asked& asked) {
  auto outcome = find_cluster(asked.tools, asked.parts[0]);
  if (auto* failure = std::get_if<Failure>(&outcome)) return std::move(*failure);
  return json_answer(cluster_json(asked.parts[0], std::get<index::Results>(outcome)));
}

// The program can answer only when its index can.
Reply api_ready(const Asked& asked) {
  index::Request request;
  request.limit = 1;
  request.facets.emplace();
  auto outcome = run_search(asked.tools, request);
  if (auto* failure = std::get_if<Failure>(&outcome)) {
    failure->problem.status = 503;
    return std::move(*failure);
  }
  return api_health(asked);
}

Reply api_metrics(const Asked& asked) {
  const Search& search = asked.tools.search();
  const auto failures = search.failures();
  if (!failures) return failure_of(failures.error());
  return Answer{.content_type = "text/plain; version=0.0.4; charset=utf-8",
                .body = asked.tools.metrics.text(search.edition(), search.letters(), *failures)};
}

Reply api_health(const Asked& asked) {
  const Search& search = asked.tools.search();
  return json_answer(health_json(search.edition(), search.letters()));
}

Failure no_document(const Search& search, std::string_view id) {
  const auto gone = search.gone(id);
  if (!gone) return failure_of(gone.error());
  if (!*gone) return {.problem = no_such_document()};
  const index::Tombstone& stone = **gone;
  if (stone.successor.empty())
    return {.problem = {
                .status = 410, .title = "Document removed", .detail = "This document was removed from this site on " + stone.date + "."}};
  if (!stone.date.empty())
    return {
        .problem = {.status = 410,
                    .title = "Document removed",
                    .detail = "This document was replaced by a newer version, which was removed from this site on " + stone.date + "."}};
  return {.problem = {.status = 410,
                      .title = "Document replaced",
                      .detail = "The file this document was read from has changed since. The newer version has an address of its own.",
                      .successor = stone.successor}};
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
