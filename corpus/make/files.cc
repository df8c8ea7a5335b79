#include "corpus/make/files.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace foi::corpus {

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder, std::string_view ending) {
  std::vector<std::filesystem::path> files;
  std::error_code failed;
  for (std::filesystem::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
    if (at->path().extension() == ending) files.push_back(at->path());
  std::ranges::sort(files);
  return files;
}

Result<std::string> read_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return environment_error("cannot read " + path.string());
  return std::string(std::istreambuf_iterator<char>(in), {});
}

Status write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::error_code failed;
  std::filesystem::create_directories(path.parent_path(), failed);
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) return environment_error("cannot write " + path.string());
  return success();
}

}  // namespace foi::corpus
