// Data of the page /api: every address with its parameters and an example.
#include <algorithm>
#include <utility>

#include "server/assets.h"
#include "server/endpoints.h"
#include "server/export.h"
#include "server/page_views.h"
#include "server/parameters.h"

namespace foi::server {
namespace {

// Values a person reads through on a page; of longer lists the address that gives them.
constexpr std::size_t kListable = 20;

std::string values_text(const Parameter& parameter, const Reference& reference) {
  switch (parameter.shape) {
    case Shape::kYear:
    case Shape::kCount:
      return "a whole number from " + std::to_string(parameter.least) + " to " + std::to_string(parameter.most);
    case Shape::kDate:
      return "a date, as 2023-04-30";
    case Shape::kBodyId:
      return "an id, as RWK";
    case Shape::kDocumentId:
      return "an id of 16 characters";
    case Shape::kText:
    case Shape::kToken:
      return "text";
    case Shape::kChoice:
    case Shape::kList:
      break;
  }
  std::string text;
  const Values values = parameter.values(reference);
  if (values.size() > kListable) return "an id, as " + values.front();
  for (const auto& value : values) text += (text.empty() ? "" : ", ") + value;
  return text;
}

View parameter_view(const Parameter& parameter, const Reference& reference) {
  View view;
  view["parameter"] = View(std::string(parameter.name));
  view["repeatable"] = View(parameter.repeatable);
  view["about"] = View(std::string(parameter.description));
  view["values"] = View(values_text(parameter, reference));
  set_text(view, "standard", parameter.standard);
  return view;
}

View parameters_view(const std::vector<std::string_view>& names, const Reference& reference) {
  View list = new_list();
  for (const std::string_view name : names)
    if (const Parameter* parameter = find_parameter(name)) list.push_back(parameter_view(*parameter, reference));
  return list;
}

// The guide of an address: the same small task in three languages. tests/contract runs them all.
View guide_view(std::string_view operation, const std::string& base) {
  constexpr std::string_view kBase = "http://localhost:8080";
  View list = new_list();
  for (const auto& [language, ending] : {std::pair("curl", ".sh"), std::pair("Python", ".py"), std::pair("R", ".R")}) {
    const WebFile* file = web_file("guide/" + std::string(operation) + ending);
    if (file == nullptr) continue;
    std::string code(file->text);
    if (const auto at = code.find(kBase); at != std::string::npos) code.replace(at, kBase.size(), base);
    View view;
    view["language"] = View(std::string(language));
    view["code"] = View(code);
    list.push_back(view);
  }
  return list;
}

// Parameters that say which documents stand once, above; every other address names them in one word.
View endpoint_view(const Endpoint& endpoint, const Reference& reference, const std::string& base) {
  std::vector<std::string_view> own;
  std::size_t shared = 0;
  for (const std::string_view name : endpoint.parameters) {
    const auto& selecting = selecting_parameters();
    const bool is_shared = std::find(selecting.begin(), selecting.end(), name) != selecting.end();
    shared += is_shared ? 1 : 0;
    // An export takes all of them but the order.
    if (!is_shared || endpoint.parameters.size() + 1 < selecting.size()) own.push_back(name);
  }
  View view;
  view["operation"] = View(std::string(endpoint.operation));
  view["path"] = View(std::string(endpoint.path));
  view["summary"] = View(std::string(endpoint.summary));
  view["about"] = View(std::string(endpoint.description));
  view["selects"] = View(shared + 1 >= selecting_parameters().size());
  View parameters = parameters_view(own, reference);
  view["has_parameters"] = View(parameters.is_non_empty_list());
  view["parameters"] = std::move(parameters);
  std::string types;
  for (const Content& content : endpoint.answers) types += (types.empty() ? "" : ", ") + std::string(content.type);
  view["types"] = View(types);
  const bool placed = endpoint.example.find('{') != std::string_view::npos;
  set_text(view, "example_href", placed ? std::string_view() : endpoint.example);
  View columns = new_list();
  if (endpoint.handler == api_export)
    for (const auto& column : export_columns()) {
      View row;
      row["column"] = View(std::string(column.name));
      row["about"] = View(std::string(column.description));
      columns.push_back(row);
    }
  view["has_columns"] = View(columns.is_non_empty_list());
  view["columns"] = std::move(columns);
  view["guide"] = guide_view(endpoint.operation, base);
  view["example"] = View("curl \"" + base + std::string(endpoint.example) + "\"");
  return view;
}

}  // namespace

View api_view(const Reference& reference, const std::string& public_url) {
  View view;
  view["q"] = View("");
  view["base"] = View(public_url);
  view["selecting"] = parameters_view(selecting_parameters(), reference);
  View groups = new_list();
  std::vector<std::string_view> names;
  for (const Endpoint& endpoint : endpoints())
    if (std::find(names.begin(), names.end(), endpoint.group) == names.end()) names.push_back(endpoint.group);
  for (const std::string_view name : names) {
    View group, list = new_list();
    group["group"] = View(std::string(name));
    for (const Endpoint& endpoint : endpoints())
      if (endpoint.group == name)
        list.push_back(endpoint_view(endpoint, reference, public_url.empty() ? "http://localhost:8080" : public_url));
    group["endpoints"] = std::move(list);
    groups.push_back(group);
  }
  view["groups"] = std::move(groups);
  return view;
}

}  // namespace foi::server
