// What the headers Accept and Accept-Encoding take (RFC 9110, 12.5). Pure.
#pragma once

#include <string_view>

namespace foi::server {

// How much an Accept header wants a type ("text/csv; charset=utf-8"; parameters do not count), from 0 (not at all) to 1: what the range
// says that names it most closely. An empty header wants everything.
double wanted_type(std::string_view accept, std::string_view type);
// Whether an Accept-Encoding header takes gzip. An empty one asks for nothing.
bool takes_gzip(std::string_view accept_encoding);

}  // namespace foi::server
