// Published indexes: written beside the one that serves, made durable, then named by one rename.
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

#include "indexer/library/generation_name.h"
#include "indexer/library/library_impl.h"

namespace foi::library {
namespace {

// The number CURRENT holds; 0 when there is none, or when it is damaged and a new one must replace it.
Result<std::uint64_t> serving_number(const fs::path& dir) {
  auto line = read_file(dir / "CURRENT", kMaxCurrentBytes);
  if (!line) return line.error();
  if (!line->has_value() || !(*line)->ends_with('\n')) return std::uint64_t{0};
  return generation_number(std::string_view(**line).substr(0, (*line)->size() - 1)).value_or(0);
}

// The numbers of all generation folders, ascending.
Result<std::vector<std::uint64_t>> all_numbers(const fs::path& dir) {
  std::vector<std::uint64_t> numbers;
  auto read = for_each_entry(dir / "generations", [&](const fs::path& path) -> Status {
    if (const auto number = generation_number(path.filename().native())) numbers.push_back(*number);
    return success();
  });
  if (!read) return read.error();
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

// Deletes all but the one that serves and the one before it, which readers may still hold open.
Status delete_unserved(const fs::path& dir, std::uint64_t serving, const std::vector<std::uint64_t>& numbers) {
  const auto at = std::lower_bound(numbers.begin(), numbers.end(), serving);
  const std::uint64_t previous = at == numbers.begin() ? serving : *(at - 1);
  for (const std::uint64_t number : numbers)
    if (number != serving && number != previous)
      if (auto deleted = delete_tree(dir / "generations" / generation_name(number)); !deleted) return deleted;
  return success();
}

Status write_current(const fs::path& dir, std::uint64_t number) {
  auto file = TemporaryFile::create(dir);
  if (!file) return file.error();
  if (auto written = file->write(generation_name(number) + "\n"); !written) return written;
  return file->keep(dir / "CURRENT");
}

}  // namespace

Result<fs::path> Library::begin_generation() {
  if (auto writable = impl_->may_put(); !writable) return writable.error();
  auto serving = serving_number(impl_->dir);
  if (!serving) return serving.error();
  auto numbers = all_numbers(impl_->dir);
  if (!numbers) return numbers.error();
  const std::uint64_t last = std::max(*serving, numbers->empty() ? 0 : numbers->back());
  // With CURRENT lost, nobody knows which are whole; they stay until a new one serves.
  if (*serving != 0)
    if (auto cleared = delete_unserved(impl_->dir, *serving, *numbers); !cleared) return cleared.error();
  fs::path folder = impl_->dir / "generations" / generation_name(last + 1);
  if (::mkdir(folder.c_str(), 0755) != 0) return file_error("create", folder, errno);
  return folder;
}

Status Library::publish(const fs::path& generation) {
  if (auto writable = impl_->may_put(); !writable) return writable;
  const fs::path folder = impl_->dir / "generations";
  const auto number = generation_number(generation.filename().native());
  std::error_code ignored;
  if (!number || generation.parent_path() != folder || !fs::is_directory(generation, ignored))
    return usage_error(shown(generation) + " is not a generation of the library at " + shown(impl_->dir));
  if (auto durable = sync_tree(generation); !durable) return durable;
  if (auto durable = sync_folder(folder); !durable) return durable;
  if (auto named = write_current(impl_->dir, *number); !named) return named;
  auto numbers = all_numbers(impl_->dir);
  if (!numbers) return numbers.error();
  return delete_unserved(impl_->dir, *number, *numbers);
}

}  // namespace foi::library
