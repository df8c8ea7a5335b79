// Paths and query strings: taken apart and put together. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foi::server {

using Parameters = std::vector<std::pair<std::string, std::string>>;

// The text behind percent signs; '+' is a space when plus_is_space. Nothing when a % is not followed by two hex digits, when the text is
// not UTF-8, or when it holds a NUL.
std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space);
// text with everything but letters, digits and -._~ percent-encoded: safe as a path segment, a name or a value.
std::string percent_encode(std::string_view text);

struct Target {
  std::string path;  // decoded; begins with '/'
  Parameters parameters;
};
// A request's target taken apart. Nothing when it does not begin with '/' or cannot be decoded.
std::optional<Target> parse_target(std::string_view target);

// "a=1&b=2", without a question mark.
std::string to_query(const Parameters& parameters);
// path alone, or path?query when there are parameters.
std::string to_url(std::string_view path, const Parameters& parameters);

// True for an absolute http or https URL without control characters or spaces: what may become a link. Everything else a document or a
// log calls its address is text.
bool is_web_url(std::string_view url);

}  // namespace foi::server
