// Any search as an Atom feed (RFC 4287), newest first.
#pragma once

#include "server/api.h"

namespace foi::server {

Reply feed(const Asked& asked);
// Text between tags or quotes of XML: markup escaped, characters that XML does not allow left out.
std::string xml_text(std::string_view text);

}  // namespace foi::server
