// The files of web/, built into the program by embed_web.cmake. Immutable.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace foi::server {

struct WebFile {
  std::string_view name;  // "styles/site.css"
  std::string_view text;
  std::string_view hash;  // first 12 hex digits of the SHA-256: part of its address, and its ETag
};

std::span<const WebFile> web_files();
// Null when there is none of this name.
const WebFile* web_file(std::string_view name);
// The address a page links to: "/assets/HASH/styles/site.css". Precondition: the file exists.
std::string asset_url(std::string_view name);

}  // namespace foi::server
