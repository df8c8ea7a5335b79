// What the parts of Library share. Internal to library.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "indexer/library/files.h"
#include "indexer/library/library.h"
#include "indexer/library/lock.h"
#include "indexer/library/sqlite.h"

namespace foi::library {

struct Library::Impl {
  fs::path dir;
  std::optional<Lock> lock;  // none when opened to read; outlives the database
  std::unique_ptr<Database> database;
  bool batch = false;  // between begin() and commit()

  // Ids whose original and extractions were dropped on removal: these must not come back while the removal stands.
  mutable std::mutex denied_mutex;
  std::unordered_set<std::string> denied;

  fs::path database_path() const { return dir / "library.sqlite"; }
  fs::path extraction_path(std::string_view key) const { return dir / "extractions" / key.substr(0, 2) / key.substr(2); }
  // Fails on a library opened to read. Any thread.
  Status may_put() const;
  // As may_put, for the database: fails also in a batch that SQLite has rolled back after an earlier failure.
  Status may_write() const;
  bool is_denied(std::string_view sha256) const;
  // What killed builders and removals did not come to delete.
  Status clear_leftovers();
  // Sources whose original has gone look changed from now on, so that the next build reads those files again.
  Status doubt_sources_without_original() const;
  // Deletes the original and every extraction of these bytes.
  Status drop_content(std::string_view sha256) const;
};

// How the files of the two content stores are named: "ab/cdef…" is "abcdef…".
inline bool is_sha256(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}
// A hash, then whatever the extraction depends on: "-3-eng_cym-200".
inline bool is_extraction_key(std::string_view text) {
  constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_+.";
  return text.size() >= 64 && text.size() <= 200 && is_sha256(text.substr(0, 64)) && (text.size() == 64 || text[64] == '-') &&
         text.find_first_not_of(kAllowed) == std::string_view::npos;
}

// What put_extraction writes before the bytes; damage shows when the hash no longer fits. Nothing when it does not.
std::string seal_extraction(std::string_view bytes);
std::optional<std::string_view> open_sealed_extraction(std::string_view file);

}  // namespace foi::library
