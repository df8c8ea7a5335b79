// What the two office formats share: parts of the package by relationship, and XML read by local names, because producers choose their own
// prefixes. Entities and document types are never followed: pugixml knows only the five of XML itself.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/archive.h"
#include "indexer/extract/reader_limits.h"
#include "indexer/model/result.h"

namespace foi::extract {

std::string_view local_name(const pugi::xml_node& node);
// The first child element of that local name, or an empty node.
pugi::xml_node child(const pugi::xml_node& node, std::string_view local);
// The value of the attribute of that local name, or "".
std::string_view attribute(const pugi::xml_node& node, std::string_view local);
bool has_attribute(const pugi::xml_node& node, std::string_view local);
// How many elements of that local name are under node, not below kMaxXmlDepth.
std::uint32_t count_elements(const pugi::xml_node& node, std::string_view local);
// An on/off property of Word or Excel: present without a value means on.
bool is_on(const pugi::xml_node& property);
// The whole number value starts with, or otherwise.
long number_of(std::string_view value, long otherwise);

struct Relationship {
  std::string id;
  std::string type;     // the last part of its URI: "worksheet", "header" …
  std::string target;   // a name of a member; empty when it is outside the file
  std::string outside;  // where it leads then, as the file writes it
};

// The XML members of an office file.
class Package {
 public:
  // skip says which XML members are not even unpacked. Errors: kDocument.
  static Result<Package> open(std::string_view bytes, bool (*skip)(std::string_view name));

  bool has(std::string_view name) const { return members_.bytes.contains(name); }
  // Members whose names begin so, unpacked or not.
  std::uint32_t count_under(std::string_view prefix) const;
  // A member, parsed when it is first asked for. Valid as long as the package. Errors: kDocument when it is missing or not well-formed.
  Result<pugi::xml_document*> part(const std::string& name);
  // Frees what part() gave.
  void release(const std::string& name) { documents_.erase(name); }
  // Those of a part ("" is the package itself).
  std::vector<Relationship> relationships(const std::string& part_name);
  // The part the package starts from.
  std::string main_part(std::string_view otherwise);

 private:
  ArchiveMembers members_;
  std::map<std::string, pugi::xml_document> documents_;
};

}  // namespace foi::extract
