// Which address a path is. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foi::server {

// "/d/{id}" against "/d/abc": the parts in braces, or nothing when the path is another's. "{rest}" at the end takes all that follows.
std::optional<std::vector<std::string>> match_route(std::string_view pattern, std::string_view path);

}  // namespace foi::server
