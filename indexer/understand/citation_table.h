// Elements of a citation → codes of the exemption table, at the finest level that exists.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "indexer/model/reference.h"

namespace foi::understand {

// "1", "a", "ii", "3a", in lower case.
using Elements = std::vector<std::string>;

struct Resolved {
  std::string id;          // a code of the table
  bool malformed = false;  // an element was cited that cannot exist; id is the level above
};

class CitationTable {
 public:
  explicit CitationTable(const Reference& reference);

  // True when id is a code of the table or a level above one.
  bool known(std::string_view id) const { return paths_.contains(std::string(id)); }
  // The codes named by one section and the elements after it: (1)(a)(b) names two, (1b) is (1)(b) unless 1b exists, (2)(3A)(a) names
  // two, a digit where only a roman numeral exists is one. Empty when the regime has no such section.
  std::vector<Resolved> resolve(std::string_view regime, std::string_view section, const Elements& elements) const;
  // The section has exactly these elements in the regime.
  bool has(std::string_view regime, std::string_view section, const Elements& elements) const;
  // In any of FOIA, FOISA, EIR and EISR.
  bool any_has(std::string_view section, const Elements& elements) const;
  // The elements meant by `next` in "31(1)(a) and (b)", given those before it.
  Elements inherit(std::string_view regime, std::string_view section, const Elements& before, const Elements& next) const;

 private:
  std::string deepest_code(std::string path) const;

  const Reference& reference_;
  std::unordered_set<std::string> paths_;
};

// Made once for the tables that are compiled in; reference must outlive it.
std::shared_ptr<const CitationTable> citation_table(const Reference& reference);

}  // namespace foi::understand
