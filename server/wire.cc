#include "server/wire.h"

#include <nlohmann/json.hpp>

#include "indexer/model/date.h"
#include "indexer/model/vocabulary.h"

namespace foi::server {
namespace {

using Json = nlohmann::ordered_json;

// Everything indexed is valid UTF-8; should a damaged byte get through, it is replaced rather than thrown over.
std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

template <class T>
Json nullable(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json authority_json(const std::optional<Authority>& authority) {
  if (!authority) return nullptr;
  return {{"id", authority->id},
          {"name", authority->name},
          {"id_now", authority->id_now},
          {"name_now", authority->name_now},
          {"type", authority->type}};
}

Json citation_json(const Citation& citation) {
  Json json{{"id", citation.id}, {"label", citation.label}, {"status", name_of(citation.status)}, {"stage", name_of(citation.stage)}};
  if (citation.now) {
    json["now"] = {{"status", name_of(citation.now->status)}, {"stage", name_of(citation.now->stage)}, {"by", citation.now->by}};
  }
  return json;
}

Json snippet_json(const index::Snippet& snippet) {
  Json marks = Json::array();
  for (const auto& mark : snippet.marks) marks.push_back(Json::array({mark.from, mark.to}));
  return {{"text", snippet.text}, {"marks", std::move(marks)}};
}

Json hit_json(const index::Hit& hit) {
  const Record& record = hit.record;
  Json exemptions = Json::array();
  for (const auto& citation : record.exemptions) exemptions.push_back(citation_json(citation));
  return {{"id", record.id},
          {"title", record.title},
          {"authority", authority_json(record.authority)},
          {"responded", record.responded ? Json(to_iso(*record.responded)) : Json(nullptr)},
          {"kind", name_of(record.kind)},
          {"outcome", name_of(record.outcome)},
          {"topics", record.topics},
          {"exemptions", std::move(exemptions)},
          {"page", nullable(hit.page)},
          {"snippet", snippet_json(hit.snippet)}};
}

Json facet_json(const index::Facet& facet) {
  Json values = Json::array();
  for (const auto& value : facet.values) {
    Json json{{"id", value.id}, {"label", value.label}};
    if (facet.name == "exemption") json["parent"] = nullable(value.parent);
    json["count"] = value.count;
    values.push_back(std::move(json));
  }
  return values;
}

}  // namespace

std::string results_json(const index::Results& results) {
  Json hits = Json::array();
  for (const auto& hit : results.hits) hits.push_back(hit_json(hit));
  Json facets = Json::object();
  for (const auto& facet : results.facets) facets[facet.name] = facet_json(facet);
  return dump({{"total", results.total},
               {"exact", true},
               {"results", std::move(hits)},
               {"facets", std::move(facets)},
               {"next_cursor", nullable(results.next_cursor)},
               {"suggestion", nullable(results.suggestion)},
               {"edition", results.edition}});
}

std::string problem_json(const Problem& problem) {
  Json json{{"type", "about:blank"}, {"title", problem.title}, {"status", problem.status}, {"detail", problem.detail}};
  if (!problem.parameter.empty()) json["parameter"] = problem.parameter;
  if (!problem.value.empty()) json["value"] = problem.value;
  if (!problem.nearest.empty()) json["nearest"] = problem.nearest;
  return dump(json);
}

std::string health_json(const std::string& edition, std::uint64_t letters) {
  return dump({{"status", "ok"}, {"edition", edition}, {"letters", letters}});
}

}  // namespace foi::server
