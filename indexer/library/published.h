// The part of a library that a server reads: which generation serves, and originals by hash. No SQLite, nothing written.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "indexer/model/result.h"

namespace foi::library {

// The folder of the generation CURRENT names. Errors: kEnvironment: no library there, none published yet, CURRENT damaged.
Result<std::filesystem::path> current_generation(const std::filesystem::path& library);
// The original's file. Precondition: sha256 is 64 hex digits. The file need not be there.
std::filesystem::path original_path(const std::filesystem::path& library, std::string_view sha256);

}  // namespace foi::library
