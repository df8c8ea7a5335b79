// What stands in a folder. With readdir: the iterator of libstdc++ 12, and its remove_all, end the program where memory runs out.
#pragma once

#include <filesystem>
#include <system_error>
#include <vector>

namespace foi {

// Adds the names of all entries but "." and "..", in no order. On an error, none are added.
std::error_code list_folder(const std::filesystem::path& folder, std::vector<std::filesystem::path>& names);

}  // namespace foi
