#include "indexer/model/folder.h"

#include <dirent.h>

#include <cerrno>
#include <iterator>
#include <memory>
#include <string_view>

namespace foi {

std::error_code list_folder(const std::filesystem::path& folder, std::vector<std::filesystem::path>& names) {
  const std::unique_ptr<DIR, int (*)(DIR*)> dir(opendir(folder.c_str()), closedir);
  if (!dir) return {errno, std::generic_category()};
  std::vector<std::filesystem::path> found;
  for (;;) {
    errno = 0;
    const dirent* entry = readdir(dir.get());
    if (entry == nullptr) break;
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") found.emplace_back(name);
  }
  if (errno != 0) return {errno, std::generic_category()};
  names.insert(names.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  return {};
}

}  // namespace foi
