// The data that pages are filled with: one function a page, internal to pages.cc.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/pages.h"
#include "server/templates.h"

namespace foi::server {

View start_view(const index::Results& results, const Reference& reference);
View results_view(const SearchUrl& url, const index::Results& results, const std::map<std::string, std::string>& titles,
                  const Reference& reference);
View document_view(const DocumentPage& page, const Reference& reference);
View entries_view(Catalogue catalogue, const std::vector<Entry>& entries);
View profile_view(Catalogue catalogue, const Profile& profile, const Reference& reference);
View status_view(const index::Results& results, std::uint64_t readable);
View api_view(const Reference& reference, const std::string& public_url);

// Shared between them.
// A result: title, address, body, date, outcome, exemptions, snippet.
// q: what was looked for, to be marked on the document's page; or empty.
View hit_view(const index::Hit& hit, const Reference& reference, const std::string& q = {});
// An exemption with what became of it: label, section_title, phrase, standing.
View citation_view(const Citation& citation, const Reference& reference);
std::string title_or_fallback(const Record& record);
// The facets on the search page, in order.
const std::vector<std::string>& shown_facets();
// "/?q=…&exemption=…"
std::string search_href(const Parameters& parameters);

}  // namespace foi::server
