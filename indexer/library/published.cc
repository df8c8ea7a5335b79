#include "indexer/library/published.h"

#include "indexer/library/files.h"
#include "indexer/library/generation_name.h"

namespace foi::library {

fs::path original_path(const fs::path& library, std::string_view sha256) {
  return library / "originals" / sha256.substr(0, 2) / sha256.substr(2);
}

Result<fs::path> current_generation(const fs::path& library) {
  std::error_code ignored;
  if (!fs::is_regular_file(library / "library.sqlite", ignored))
    return environment_error("no library at " + shown(library) + "; run foi-index build CORPUS --library " + shown(library));
  auto line = read_file(library / "CURRENT", kMaxCurrentBytes);
  if (!line) return line.error();
  if (!line->has_value())
    return environment_error("the library at " + shown(library) + " has nothing published yet; run foi-index build --library " +
                             shown(library));
  std::string_view name = **line;
  if (!name.ends_with('\n') || !generation_number(name.substr(0, name.size() - 1)))
    return environment_error(shown(library / "CURRENT") + " is damaged; run foi-index build --library " + shown(library));
  name.remove_suffix(1);
  fs::path generation = library / "generations" / name;
  if (!fs::is_directory(generation, ignored))
    return environment_error(shown(library / "CURRENT") + " names generation " + std::string(name) +
                             ", which is not there; run foi-index build --library " + shown(library));
  return generation;
}

}  // namespace foi::library
