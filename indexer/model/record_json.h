// Records as JSON: the one place that knows the names of design.md's record.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/record.h"

namespace foi {

enum class Audience {
  kInspect,  // everything, source.path included: for the person at the command line
  kServed,   // what may leave the server: no path
};

// One line, no newline. Text fields must be valid UTF-8 (they are, once extraction checked them).
std::string record_to_json(const Record& record, Audience audience);
// As record_to_json for the command line, with "text" (and nothing else more) in each element of "pages".
std::string record_to_json_with_text(const Record& record, const std::vector<Page>& pages);
// The inverse of record_to_json; unknown members are ignored. Errors: kEnvironment, naming the member.
Result<Record> record_from_json(std::string_view json);

}  // namespace foi
