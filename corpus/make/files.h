// The few things make-corpus does with the file system.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/result.h"

namespace foi::corpus {

// Files of a folder whose names end so, in the order of their names; none when it cannot be read.
std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder, std::string_view ending);
Result<std::string> read_text(const std::filesystem::path& path);
// Makes the folders above it.
Status write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace foi::corpus
