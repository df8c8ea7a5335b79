#include "indexer/extract/office_xml.h"

#include <algorithm>
#include <charconv>

#include "indexer/model/text.h"

namespace foi::extract {
namespace {

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_attribute find_attribute(const pugi::xml_node& node, std::string_view local) {
  for (const pugi::xml_attribute& a : node.attributes())
    if (without_prefix(a.name()) == local) return a;
  return {};
}

std::uint32_t count_to(const pugi::xml_node& node, std::string_view local, int depth) {
  if (depth > kMaxXmlDepth) return 0;
  std::uint32_t count = 0;
  for (const pugi::xml_node& c : node.children()) count += (local_name(c) == local ? 1u : 0u) + count_to(c, local, depth + 1);
  return count;
}

// target as a relationship of a part in folder names it, as a member's name.
std::string resolve(std::string_view folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::vector<std::string_view> steps = folder.empty() ? std::vector<std::string_view>{} : split(folder, '/');
  for (const std::string_view step : split(target, '/')) {
    if (step == ".." && !steps.empty())
      steps.pop_back();
    else if (step != "." && step != "..")
      steps.push_back(step);
  }
  std::string name;
  for (const std::string_view step : steps) name += (name.empty() ? "" : "/") + std::string(step);
  return name;
}

std::string_view folder_of(std::string_view part_name) {
  const std::size_t slash = part_name.rfind('/');
  return slash == std::string_view::npos ? "" : part_name.substr(0, slash);
}

std::string relationships_of(std::string_view part_name) {
  const std::string_view folder = folder_of(part_name);
  const std::string_view file = folder.empty() ? part_name : part_name.substr(folder.size() + 1);
  return std::string(folder) + (folder.empty() ? "" : "/") + "_rels/" + std::string(file) + ".rels";
}

}  // namespace

std::string_view local_name(const pugi::xml_node& node) { return without_prefix(node.name()); }

pugi::xml_node child(const pugi::xml_node& node, std::string_view local) {
  for (const pugi::xml_node& c : node.children())
    if (local_name(c) == local) return c;
  return {};
}

std::string_view attribute(const pugi::xml_node& node, std::string_view local) { return find_attribute(node, local).value(); }

bool has_attribute(const pugi::xml_node& node, std::string_view local) { return !find_attribute(node, local).empty(); }

std::uint32_t count_elements(const pugi::xml_node& node, std::string_view local) { return count_to(node, local, 0); }

bool is_on(const pugi::xml_node& property) {
  if (!property) return false;
  const std::string_view value = attribute(property, "val");
  return value != "0" && value != "false" && value != "off";
}

long number_of(std::string_view value, long otherwise) {
  long number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() ? number : otherwise;
}

Result<Package> Package::open(std::string_view bytes, bool (*skip)(std::string_view name)) {
  Result<ArchiveMembers> members =
      read_zip(bytes, [skip](std::string_view name) { return (name.ends_with(".xml") || name.ends_with(".rels")) && !skip(name); });
  if (!members) return members.error();
  Package package;
  package.members_ = std::move(*members);
  return package;
}

std::uint32_t Package::count_under(std::string_view prefix) const {
  return static_cast<std::uint32_t>(std::count_if(members_.names.begin(), members_.names.end(), [&](const std::string& name) {
    return name.starts_with(prefix) && !name.ends_with('/') && !name.ends_with(".rels");
  }));
}

Result<pugi::xml_document*> Package::part(const std::string& name) {
  if (const auto known = documents_.find(name); known != documents_.end()) return &known->second;
  const auto member = members_.bytes.find(name);
  if (member == members_.bytes.end()) return document_error("damaged: it has no part " + name);
  pugi::xml_document& document = documents_[name];
  const pugi::xml_parse_result parsed =
      document.load_buffer(member->second.data(), member->second.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
  std::string().swap(member->second);
  if (!parsed) {
    documents_.erase(name);
    return document_error("damaged: its part " + name + " is not well-formed (" + parsed.description() + ")");
  }
  return &document;
}

std::vector<Relationship> Package::relationships(const std::string& part_name) {
  std::vector<Relationship> found;
  const std::string name = relationships_of(part_name);
  if (!has(name)) return found;
  const Result<pugi::xml_document*> document = part(name);
  if (!document) return found;
  for (const pugi::xml_node& r : (*document)->document_element().children()) {
    const std::string_view type = attribute(r, "Type");
    const std::string_view target = attribute(r, "Target");
    const bool outside = attribute(r, "TargetMode") == "External";
    found.push_back({std::string(attribute(r, "Id")), std::string(type.substr(type.rfind('/') + 1)),
                     outside ? std::string() : resolve(folder_of(part_name), target), std::string(outside ? target : "")});
  }
  return found;
}

std::string Package::main_part(std::string_view otherwise) {
  for (const Relationship& r : relationships(""))
    if (r.type == "officeDocument" && has(r.target)) return r.target;
  return std::string(otherwise);
}

}  // namespace foi::extract
