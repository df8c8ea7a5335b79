#include "server/assets.h"

#include <algorithm>
#include <cassert>

namespace foi::server {

const WebFile* web_file(std::string_view name) {
  const auto files = web_files();
  const auto found = std::find_if(files.begin(), files.end(), [&](const WebFile& file) { return file.name == name; });
  return found == files.end() ? nullptr : &*found;
}

std::string asset_url(std::string_view name) {
  const WebFile* file = web_file(name);
  assert(file != nullptr);
  return "/assets/" + std::string(file->hash) + "/" + std::string(name);
}

}  // namespace foi::server
