// The headers of answers that do not follow from what is asked: methods, tags of caches, what keeps pages to themselves and lets other
// sites' pages read the open ones. Pure.
#pragma once

#include <string>
#include <string_view>

#include "server/message.h"
#include "server/search.h"

namespace foi::server {

inline constexpr std::string_view kMethods = "GET, HEAD, OPTIONS";

// An If-None-Match header names the tag, or any ("*").
bool etag_matches(std::string_view header, std::string_view etag);
// Editions never change, so edition, program and what was asked (address, type, options of the site) say which answer it is.
std::string edition_tag(const Search& edition, std::string_view asked);
// An answer that says itself that it is not to be kept; it has no tag.
bool is_passing(const Answer& answer);

// open: other sites' pages may read what is asked for.
Answer options_answer(bool open);
// Adds what every answer carries, where the answer does not say otherwise itself. An answer that the caller holds already becomes a 304.
void finish_answer(Answer& answer, const Call& call, bool open);

}  // namespace foi::server
