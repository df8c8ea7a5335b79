// Why a letter was found: the fields that hold what was sought.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/query.h"
#include "indexer/index/sought.h"
#include "indexer/model/record.h"
#include "indexer/model/reference.h"

namespace foi::index {

// For all the letters that one query found. Thread safety: one thread at a time.
class WhyFinder {
 public:
  // query and reference must outlive this.
  WhyFinder(const TextQuery& query, const Reference& reference);
  // Looks for what may stand on a page.
  PlaceFinder& on_page() { return anywhere_; }
  // "title", "question", "answer", "reference", "authority", "exemption": names in Hit::matched beside "text".
  std::vector<std::string> matched_fields(const Record& record);

 private:
  bool holds(std::string_view text, Field field);

  const TextQuery& query_;
  const Reference& reference_;
  PlaceFinder anywhere_;
  std::map<Field, PlaceFinder> in_field_;
};

}  // namespace foi::index
