#include "server/wire.h"

#include <nlohmann/json.hpp>

#include "indexer/model/date.h"
#include "indexer/model/text.h"
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
  Json json{{"id", record.id},
            {"title", record.title},
            {"authority", authority_json(record.authority)},
            {"responded", record.responded ? Json(to_iso(*record.responded)) : Json(nullptr)},
            {"kind", name_of(record.kind)},
            {"outcome", name_of(record.outcome)},
            {"topics", record.topics},
            {"exemptions", std::move(exemptions)},
            {"cluster", nullable(record.cluster)},
            {"page", nullable(hit.page)},
            {"snippet", snippet_json(hit.snippet)},
            {"matched", hit.matched},
            {"metadata_match", hit.metadata_match}};
  if (!hit.explanation.empty()) {
    json["score"] = hit.score;
    json["explain"] = Json::array();
    for (const auto& term : hit.explanation)
      json["explain"].push_back({{"field", term.field}, {"term", term.term}, {"any_form", term.stem}, {"weight", term.weight}});
  }
  return json;
}

Json drop_json(const std::vector<index::Relaxation>& relaxations) {
  Json list = Json::array();
  for (const auto& relaxation : relaxations) list.push_back({{"filters", relaxation.drop}, {"total", relaxation.total}});
  return list;
}

Json box_json(const Box& box) { return Json::array({box.x0, box.y0, box.x1, box.y1}); }

// The words that a stretch of bytes touches lie on these boxes.
Json boxes_json(const Page& page, const Region& region) {
  Json boxes = Json::array();
  for (const auto& word : page.words)
    if (word.start < region.end && word.end > region.start) boxes.push_back(box_json(word.box));
  return boxes;
}

Json entry_json(Catalogue catalogue, const Entry& entry) {
  Json json{{"id", entry.id}, {"label", entry.label}};
  if (catalogue == Catalogue::kExemptions) {
    json["title"] = entry.note;
    json["parent"] = nullable(entry.parent);
  } else if (catalogue == Catalogue::kAuthorities) {
    json["type"] = entry.note.empty() ? Json(nullptr) : Json(entry.note);
  } else {
    json["definition"] = entry.note;
  }
  json["total"] = entry.total;
  if (catalogue == Catalogue::kExemptions) json["standing"] = entry.standing;
  return json;
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

Json facets_json(const index::Results& results) {
  Json facets = Json::object();
  for (const auto& facet : results.facets) facets[facet.name] = facet_json(facet);
  return facets;
}

Json hits_json(const index::Results& results) {
  Json hits = Json::array();
  for (const auto& hit : results.hits) hits.push_back(hit_json(hit));
  return hits;
}

}  // namespace

std::string results_json(const index::Results& results) {
  Json distinct = Json::object();
  for (const auto& facet : results.facets) distinct[facet.name] = facet.distinct;
  return dump({{"total", results.total},
               {"exact", results.exact},
               {"with_every_word", nullable(results.with_every_word)},
               {"results", hits_json(results)},
               {"facets", facets_json(results)},
               {"facet_values", std::move(distinct)},
               {"drop", drop_json(results.relaxations)},
               {"next_cursor", nullable(results.next_cursor)},
               {"suggestion", nullable(results.suggestion)},
               {"edition", results.edition}});
}

std::string cluster_json(const std::string& id, const index::Results& results) {
  return dump({{"id", id},
               {"total", results.total},
               {"facets", facets_json(results)},
               {"results", hits_json(results)},
               {"edition", results.edition}});
}

std::string page_json(std::string_view id, const index::StoredPage& stored, const std::optional<std::vector<Region>>& marks,
                      const std::optional<std::string>& no_image) {
  const Page& page = stored.page;
  const CodePointIndex places(page.text);
  const auto place = [&](std::uint32_t byte) { return places.code_points_before(byte); };
  constexpr std::string_view kSources[] = {"text", "ocr", "none"};
  Json words = Json::array(), masks = Json::array(), boilerplate = Json::array();
  for (const auto& word : page.words)
    words.push_back({{"start", place(word.start)}, {"end", place(word.end)}, {"box", box_json(word.box)}, {"confidence", word.confidence}});
  for (const auto& mask : stored.masks) {
    Json boxes = Json::array();
    for (const Box& box : mask.boxes) boxes.push_back(box_json(box));
    masks.push_back({{"start", place(mask.where.start)}, {"end", place(mask.where.end)}, {"type", mask.type}, {"boxes", std::move(boxes)}});
  }
  for (const auto& region : stored.boilerplate) boilerplate.push_back({{"start", place(region.start)}, {"end", place(region.end)}});
  Json json{
      {"id", id},
      {"number", page.number},
      {"source", kSources[static_cast<std::size_t>(page.source)]},
      {"confidence", page.confidence},
      {"width", page.width},
      {"height", page.height},
      {"rotation", page.rotation},
      {"text", page.text},
      {"words", std::move(words)},
      {"masks", std::move(masks)},
      {"boilerplate", std::move(boilerplate)},
      {"image", no_image ? Json(nullptr) : Json("/api/v1/documents/" + std::string(id) + "/pages/" + std::to_string(page.number) + ".png")},
      {"no_image", nullable(no_image)}};
  if (marks) {
    json["marks"] = Json::array();
    for (const Region& mark : *marks)
      json["marks"].push_back({{"start", place(mark.start)}, {"end", place(mark.end)}, {"boxes", boxes_json(page, mark)}});
  }
  return dump(json);
}

std::string entries_json(Catalogue catalogue, const std::vector<Entry>& entries, const std::string& edition) {
  Json list = Json::array();
  for (const Entry& entry : entries) list.push_back(entry_json(catalogue, entry));
  return dump({{"total", entries.size()}, {std::string(catalogue_name(catalogue)), std::move(list)}, {"edition", edition}});
}

std::string profile_json(Catalogue catalogue, const Profile& profile) {
  Json json = entry_json(catalogue, profile.entry);
  if (catalogue == Catalogue::kExemptions) {
    json["parts"] = Json::array();
    for (const Entry& part : profile.parts) json["parts"].push_back(entry_json(catalogue, part));
  }
  json["facets"] = facets_json(profile.results);
  json["newest"] = hits_json(profile.results);
  json["edition"] = profile.results.edition;
  return dump(json);
}

std::string suggestions_json(const std::vector<Suggestion>& suggestions, const std::string& edition) {
  Json list = Json::array();
  for (const auto& s : suggestions) list.push_back({{"kind", s.kind}, {"id", s.id}, {"label", s.label}, {"total", s.total}});
  return dump({{"suggestions", std::move(list)}, {"edition", edition}});
}

std::string problem_json(const Problem& problem) {
  Json json{{"type", "about:blank"}, {"title", problem.title}, {"status", problem.status}, {"detail", problem.detail}};
  if (!problem.parameter.empty()) json["parameter"] = problem.parameter;
  if (!problem.value.empty()) json["value"] = problem.value;
  if (!problem.nearest.empty()) json["nearest"] = problem.nearest;
  if (!problem.successor.empty()) json["successor"] = {{"id", problem.successor}, {"url", "/api/v1/documents/" + problem.successor}};
  return dump(json);
}

std::string health_json(const std::string& edition, std::uint64_t letters) {
  return dump({{"status", "ok"}, {"edition", edition}, {"letters", letters}});
}

}  // namespace foi::server
