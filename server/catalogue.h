// The lists of exemptions, public bodies and subjects with their counts, and one of each with what is known of it. JSON and pages are made
// from the same values.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/api.h"

namespace foi::server {

enum class Catalogue { kExemptions, kAuthorities, kTopics };

// "exemptions" and the filter that chooses documents of one entry: "exemption".
std::string_view catalogue_name(Catalogue catalogue);
std::string_view filter_of(Catalogue catalogue);

struct Entry {
  std::string id, label;
  std::string note;                   // an exemption's title, a body's type, a subject's definition; or empty
  std::optional<std::string> parent;  // of an exemption
  std::uint64_t total = 0;            // documents
  std::uint64_t standing = 0;         // of an exemption: documents where it stands
};

// Exemptions and subjects in the order of their tables, those without documents too; bodies by name, only those that published.
std::variant<std::vector<Entry>, Failure> entries_of(Catalogue catalogue, const SearchTools& tools);

struct Profile {
  Entry entry;
  std::vector<Entry> parts;  // sub-sections that were cited
  index::Results results;    // its documents: facets, and the newest
};
// Failure 404 for what neither tables nor documents know, naming the nearest that they do.
std::variant<Profile, Failure> profile_of(Catalogue catalogue, const std::string& id, const SearchTools& tools);

template <Catalogue catalogue>
Reply api_entries(const Asked& asked);
template <Catalogue catalogue>
Reply api_profile(const Asked& asked);
Reply api_suggest(const Asked& asked);

}  // namespace foi::server
