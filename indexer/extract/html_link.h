// Links as they are written, and where those of a web page lead that says from where they count (<base href>).
#pragma once

#include <string>
#include <string_view>

namespace foi::extract {

// "http:", "mailto:", "C:": a colon before any stroke.
bool has_scheme(std::string_view link);

// A link as it would be written without the base: an address where the base is one, otherwise a path from where the page stands, or from
// the top of its site when the base is. The base itself when it cannot be told, and where there is none. Nothing is fetched.
std::string link_from_base(std::string_view base, std::string_view link);

}  // namespace foi::extract
