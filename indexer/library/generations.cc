// Published indexes: written beside the one that serves, made durable, then named by one rename.
#include <malloc.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

#include "indexer/library/generation_name.h"
#include "indexer/library/library_impl.h"
#include "indexer/library/published.h"
#include "indexer/library/schema.h"

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

// Takes the folder away in one step, so that readers can tell whether it was there all the while, then what is in it.
Status delete_generation(const fs::path& dir, std::uint64_t number) {
  const fs::path folder = dir / "generations", from = folder / generation_name(number);
  const fs::path to = folder / (std::string(kTemporaryPrefix) + generation_name(number));
  if (auto synced = sync_folder(folder); !synced) return synced;
  if (::rename(from.c_str(), to.c_str()) != 0) return file_error("delete", from, errno);
  if (auto synced = sync_folder(folder); !synced) return synced;
  return delete_tree(to);
}

// Deletes all but the one that serves and, when kept, the one before it, which readers may be about to open; and what deletions that were
// killed left.
Status delete_unserved(const fs::path& dir, std::uint64_t serving, const std::vector<std::uint64_t>& numbers, Library::Previous keep) {
  auto left = for_each_entry(dir / "generations", [](const fs::path& path) {
    return path.filename().native().starts_with(kTemporaryPrefix) ? delete_tree(path) : success();
  });
  if (!left) return left;
  const auto at = std::lower_bound(numbers.begin(), numbers.end(), serving);
  const std::uint64_t previous = keep == Library::Previous::kDelete || at == numbers.begin() ? serving : *(at - 1);
  for (const std::uint64_t number : numbers)
    if (number != serving && number != previous)
      if (auto deleted = delete_generation(dir, number); !deleted) return deleted;
  return success();
}

Status write_current(const fs::path& dir, std::uint64_t number) {
  auto file = TemporaryFile::create(dir);
  if (!file) return file.error();
  if (auto written = file->write(generation_name(number) + "\n"); !written) return written;
  return file->keep(dir / "CURRENT");
}

// A new, empty folder after all others. The serving one's number is 0 when there is none.
Result<fs::path> next_folder(const fs::path& dir, std::uint64_t serving, Library::Previous previous) {
  auto numbers = all_numbers(dir);
  if (!numbers) return numbers.error();
  const std::uint64_t last = std::max(serving, numbers->empty() ? 0 : numbers->back());
  // With CURRENT lost, nobody knows which are whole; they stay until a new one serves.
  if (serving != 0)
    if (auto cleared = delete_unserved(dir, serving, *numbers, previous); !cleared) return cleared.error();
  fs::path folder = dir / "generations" / generation_name(last + 1);
  if (::mkdir(folder.c_str(), 0755) != 0) return file_error("create", folder, errno);
  return folder;
}

}  // namespace

Result<fs::path> Library::serving() const { return current_generation(impl_->dir); }

Result<fs::path> Library::begin_generation() {
  if (auto writable = impl_->may_put(); !writable) return writable.error();
  // The database's pages, up to 64 MiB of them, are in thousands of pieces that the C library would keep for the main thread alone.
  if (Status little = prepare_for_reading_once(*impl_->database); !little) return little.error();
  ::malloc_trim(0);
  auto serving = serving_number(impl_->dir);
  if (!serving) return serving.error();
  return next_folder(impl_->dir, *serving, Previous::kKeep);
}

Result<std::optional<Library::Successor>> Library::begin_successor() {
  if (auto writable = impl_->may_put(); !writable) return writable.error();
  auto number = serving_number(impl_->dir);
  if (!number) return number.error();
  fs::path serving = impl_->dir / "generations" / generation_name(*number);
  std::error_code ignored;
  if (*number == 0 || !fs::is_directory(serving, ignored)) return std::optional<Successor>();
  auto next = next_folder(impl_->dir, *number, Previous::kDelete);
  if (!next) return next.error();
  return std::optional(Successor{std::move(serving), *std::move(next)});
}

Status Library::publish(const fs::path& generation, Previous previous) {
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
  return delete_unserved(impl_->dir, *number, *numbers, previous);
}

}  // namespace foi::library
