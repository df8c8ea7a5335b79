#include "server/openapi.h"

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <set>

#include "indexer/index/searcher.h"
#include "indexer/model/vocabulary.h"
#include "server/assets.h"
#include "server/endpoints.h"
#include "server/limits.h"
#include "server/parameters.h"

namespace foi::server {
namespace {

using Json = nlohmann::ordered_json;

Json reference_to(std::string_view kind, std::string_view name) {
  return {{"$ref", "#/components/" + std::string(kind) + "/" + std::string(name)}};
}

template <class E>
Json vocabulary() {
  return {{"type", "string"}, {"enum", std::vector<std::string>(names<E>().begin(), names<E>().end())}};
}

// Lists that a reader takes in; longer ones (exemptions, topics) have addresses of their own.
Json choice_schema(const Parameter& parameter, const Reference& reference) {
  constexpr std::size_t kListable = 40;
  Json schema{{"type", "string"}};
  const Values values = parameter.values(reference);
  if (values.size() <= kListable) schema["enum"] = values;
  return schema;
}

Json value_schema(const Parameter& parameter, const Reference& reference) {
  switch (parameter.shape) {
    case Shape::kChoice:
      return choice_schema(parameter, reference);
    case Shape::kText:
      return {{"type", "string"}, {"maxLength", limits::kMaxQueryCodePoints}};
    case Shape::kBodyId:
      return {{"type", "string"}, {"pattern", "^[A-Za-z0-9-]+$"}};
    case Shape::kDocumentId:
      return {{"type", "string"}, {"pattern", "^[a-z2-7]{16}$"}};
    case Shape::kDate:
      return {{"type", "string"}, {"format", "date"}};
    case Shape::kYear:
    case Shape::kCount:
      return {{"type", "integer"}, {"minimum", parameter.least}, {"maximum", parameter.most}};
    case Shape::kList:
    case Shape::kToken:
      return {{"type", "string"}};
  }
  return Json::object();
}

Json parameter_json(const Parameter& parameter, const Reference& reference) {
  Json schema = value_schema(parameter, reference);
  if (parameter.repeatable) schema = {{"type", "array"}, {"items", schema}, {"maxItems", limits::kMaxFilterValues}};
  Json json{{"name", parameter.name}, {"in", "query"}, {"required", false}, {"description", parameter.description}, {"schema", schema}};
  if (!parameter.standard.empty())
    json["description"] = std::string(parameter.description) + " Default: " + std::string(parameter.standard) + ".";
  if (parameter.repeatable) json["style"] = "form", json["explode"] = true;
  return json;
}

Json path_part_json(const PathPart& part) {
  return {{"name", part.name},
          {"in", "path"},
          {"required", true},
          {"description", part.description},
          {"schema", {{"type", "string"}, {"pattern", part.pattern}}}};
}

Json headers_json() {
  const auto header = [](const char* description) -> Json { return {{"description", description}, {"schema", {{"type", "string"}}}}; };
  return {{"ETag", header("Changes with the edition; send it back in If-None-Match and get 304 while nothing changed.")},
          {"RateLimit", header("What is left of the caller's requests and in how many seconds all are there again.")}};
}

Json problem_response(const char* description) {
  return {{"description", description}, {"content", {{"application/problem+json", {{"schema", reference_to("schemas", "Problem")}}}}}};
}

Json responses_json(const Endpoint& endpoint) {
  Json content = Json::object();
  for (const Content& answer : endpoint.answers) {
    const Json schema = answer.schema.empty() ? Json{{"type", "string"}} : reference_to("schemas", answer.schema);
    content[std::string(answer.type)] = {{"schema", schema}};
  }
  Json responses{{"200", {{"description", endpoint.summary}, {"headers", headers_json()}, {"content", content}}}};
  const bool may_miss = endpoint.path.find('{') != std::string_view::npos;
  if (may_miss) responses["404"] = reference_to("responses", "NotFound");
  const bool may_pass =
      may_miss || std::find(endpoint.parameters.begin(), endpoint.parameters.end(), "cursor") != endpoint.parameters.end();
  if (may_pass) responses["410"] = reference_to("responses", "Gone");
  if (endpoint.cache != "no-store") responses["304"] = reference_to("responses", "NotModified");
  for (const auto& [status, name] :
       {std::pair("400", "BadRequest"), std::pair("405", "MethodNotAllowed"), std::pair("406", "NotAcceptable"),
        std::pair("413", "TooLarge"), std::pair("414", "AddressTooLong"), std::pair("429", "TooManyRequests"), std::pair("500", "Fault"),
        std::pair("503", "Busy"), std::pair("default", "Refused")})
    responses[status] = reference_to("responses", name);
  return responses;
}

Json operation_json(const Endpoint& endpoint) {
  Json list = Json::array();
  for (const PathPart& part : path_parts())
    if (endpoint.path.find("{" + std::string(part.name) + "}") != std::string_view::npos)
      list.push_back(reference_to("parameters", "path_" + std::string(part.name)));
  for (const std::string_view name : endpoint.parameters) list.push_back(reference_to("parameters", name));
  return {{"operationId", endpoint.operation},   {"tags", {endpoint.group}},      {"summary", endpoint.summary},
          {"description", endpoint.description}, {"parameters", std::move(list)}, {"responses", responses_json(endpoint)},
          {"x-example", endpoint.example}};
}

Json schemas_json() {
  const WebFile* file = web_file("api/schemas.json");
  if (file == nullptr) std::abort();  // the program was built with it
  Json schemas = Json::parse(file->text);
  schemas["Kind"] = vocabulary<Kind>();
  schemas["Outcome"] = vocabulary<Outcome>();
  schemas["QuestionOutcome"] = vocabulary<QuestionOutcome>();
  schemas["CitationStatus"] = vocabulary<CitationStatus>();
  schemas["Stage"] = vocabulary<Stage>();
  schemas["MentionRole"] = vocabulary<MentionRole>();
  schemas["ReviewResult"] = vocabulary<ReviewResult>();
  schemas["Check"] = vocabulary<Check>();
  return schemas;
}

Json components_json(const Reference& reference) {
  std::set<std::string_view> used;
  for (const Endpoint& endpoint : endpoints()) used.insert(endpoint.parameters.begin(), endpoint.parameters.end());
  Json parameters_by_name = Json::object();
  for (const PathPart& part : path_parts()) parameters_by_name["path_" + std::string(part.name)] = path_part_json(part);
  for (const Parameter& parameter : parameters())
    if (used.contains(parameter.name)) parameters_by_name[std::string(parameter.name)] = parameter_json(parameter, reference);
  return {{"schemas", schemas_json()},
          {"parameters", std::move(parameters_by_name)},
          {"responses",
           {{"BadRequest", problem_response("An unknown parameter or value; the answer names it and the nearest that is known.")},
            {"NotModified", {{"description", "What If-None-Match names is still the answer; there is no body."}}},
            {"NotFound", problem_response("There is nothing of this name; where something near it is known the answer names it.")},
            {"Gone", problem_response("It was here, or the cursor was good, and is no longer; the answer says how to go on.")},
            {"MethodNotAllowed", problem_response("GET, HEAD and OPTIONS are all there is.")},
            {"TooLarge", problem_response("The request has a body; nothing here reads one.")},
            {"AddressTooLong", problem_response("The address is longer than 8,192 bytes.")},
            {"Refused", problem_response("A request that was too slow (408), had headers too large (431) or a method nobody knows (501).")},
            {"NotAcceptable", problem_response("None of the types that Accept names is given here.")},
            {"TooManyRequests", problem_response("More requests than one address may make; Retry-After says when to go on.")},
            {"Fault", problem_response("The fault is ours.")},
            {"Busy", problem_response("Too many searches are running; try again in a few seconds.")}}}};
}

Json groups_json() {
  Json tags = Json::array();
  std::set<std::string_view> known;
  for (const Endpoint& endpoint : endpoints())
    if (known.insert(endpoint.group).second) tags.push_back({{"name", endpoint.group}, {"description", endpoint.group}});
  return tags;
}

Json contact_json(const std::string& public_url) {
  Json contact{{"name", "The people who run this site"}};
  if (!public_url.empty()) contact["url"] = public_url + "/about";
  return contact;
}

}  // namespace

std::string openapi_json(const Reference& reference, const std::string& public_url) {
  Json paths = Json::object();
  for (const Endpoint& endpoint : endpoints()) paths[std::string(endpoint.path)] = {{"get", operation_json(endpoint)}};
  const Json document{
      {"openapi", "3.1.0"},
      {"info",
       {{"title", "FOI Search"},
        {"version", FOI_VERSION},
        {"description",
         "Answers that public bodies in the United Kingdom gave to Freedom of Information requests, down to the sub-section "
         "of each exemption and what became of it. Counts are exact. No key and no permission are needed."},
        {"contact", contact_json(public_url)},
        {"license", {{"name", "GPL-3.0-or-later (the program)"}, {"identifier", "GPL-3.0-or-later"}}}}},
      {"servers", Json::array({{{"url", public_url.empty() ? "/" : public_url}}})},
      {"tags", groups_json()},
      {"paths", std::move(paths)},
      {"components", components_json(reference)}};
  return document.dump();
}

}  // namespace foi::server
