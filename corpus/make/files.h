// The few things make-corpus does with the file system.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "indexer/model/result.h"

namespace foi::corpus {

Result<std::string> read_text(const std::filesystem::path& path);
// Makes the folders above it.
Status write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace foi::corpus
