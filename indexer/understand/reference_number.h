// The authority's own number for a request, where a cue says that it is one ("Our ref", "FOI ref", "Request ID", "FOI 4129").
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/record.h"
#include "indexer/understand/letter.h"
#include "indexer/understand/sections.h"

namespace foi::understand {

struct FoundReference {
  std::string key;  // as people cite it, without the initials of staff before it: "FOI 4129"
  Span where;       // of the key; empty when only the log says it
  Span initials;    // "MB/SS", personal data; empty when there are none
  bool from_log = false;
  std::vector<std::string> notes;
};

// The letter first, the log (may be null) where the letter is silent. Pure; O(bytes).
std::optional<FoundReference> find_reference(const Letter& letter, const std::vector<Section>& sections, const LogEntry* log);

// What two spellings of one reference share: letters and digits in lower case, without "foi", "ref" and their like in front.
// "FOI 4129", "FOI-4129" and "4129" give the same.
std::string same_reference_key(std::string_view reference);

}  // namespace foi::understand
