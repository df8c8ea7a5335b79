// Originals and extractions: files named by content, outside the database, so that any thread may add one.
#include <cerrno>

#include "indexer/library/identity.h"
#include "indexer/library/library_impl.h"
#include "indexer/library/published.h"
#include "indexer/model/limits.h"

namespace foi::library {
namespace {

constexpr std::string_view kSeal = "foi-extraction 1 ";
constexpr std::size_t kSealBytes = kSeal.size() + 64 + 1;
// An extraction holds at most what a worker may send, and its seal.
constexpr std::uint64_t kMaxExtractionBytes = limits::kMaxWorkerOutputBytes + kSealBytes;

Status check_sha256(std::string_view sha256) {
  if (is_sha256(sha256)) return success();
  return usage_error("\"" + shown(std::string(sha256)) + "\" is not a SHA-256 in 64 lower-case hex digits");
}

Status check_key(std::string_view key) {
  if (is_extraction_key(key)) return success();
  return usage_error("\"" + shown(std::string(key)) + "\" is not the key of an extraction (a SHA-256, then - and settings)");
}

}  // namespace

std::string seal_extraction(std::string_view bytes) { return std::string(kSeal) + sha256_hex(bytes) + "\n"; }

std::optional<std::string_view> open_sealed_extraction(std::string_view file) {
  if (file.size() < kSealBytes) return std::nullopt;
  const std::string_view bytes = file.substr(kSealBytes);
  if (file.substr(0, kSealBytes) != seal_extraction(bytes)) return std::nullopt;
  return bytes;
}

bool Library::Impl::is_denied(std::string_view sha256) const {
  const std::scoped_lock held(denied_mutex);
  return !denied.empty() && denied.contains(document_id(sha256));
}

Status Library::Impl::drop_content(std::string_view sha256) const {
  if (!is_sha256(sha256)) return environment_error(shown(database_path()) + " is damaged; run foi-index check");
  const fs::path original = library::original_path(dir, sha256);
  auto deleted = delete_file(original);
  if (!deleted) return deleted.error();
  if (*deleted)
    if (auto synced = sync_folder(original.parent_path()); !synced) return synced;
  const fs::path folder = dir / "extractions" / sha256.substr(0, 2);
  bool any = false;
  auto swept = for_each_entry(folder, [&](const fs::path& path) -> Status {
    if (!path.filename().native().starts_with(sha256.substr(2))) return success();
    any = true;
    if (auto gone = delete_file(path); !gone) return gone.error();
    return success();
  });
  if (!swept) return swept;
  return any ? sync_folder(folder) : success();
}

Status Library::put_original(std::string_view sha256, int descriptor) {
  if (auto writable = impl_->may_put(); !writable) return writable;
  if (auto valid = check_sha256(sha256); !valid) return valid;
  if (impl_->is_denied(sha256)) return success();
  const fs::path target = original_path(sha256);
  std::error_code ignored;
  if (fs::exists(target, ignored)) return success();
  auto file = TemporaryFile::create(impl_->dir / "originals");
  if (!file) return file.error();
  if (auto copied = file->copy_from(descriptor); !copied) return copied;
  auto copy = hash_file(file->descriptor(), UINT64_MAX);
  if (!copy) return copy.error();
  if (copy->sha256 != sha256) return document_error("changed while it was read; build again once it is complete");
  return file->keep(target);
}

fs::path Library::original_path(std::string_view sha256) const { return library::original_path(impl_->dir, sha256); }

Result<std::optional<std::string>> Library::get_extraction(std::string_view key) const {
  if (auto valid = check_key(key); !valid) return valid.error();
  auto file = read_file(impl_->extraction_path(key), kMaxExtractionBytes);
  if (!file) return file.error();
  if (!file->has_value()) return std::optional<std::string>();
  if (!open_sealed_extraction(**file)) return std::optional<std::string>();  // damaged: made again, and put_extraction replaces it
  return std::optional((*file)->erase(0, kSealBytes));
}

Status Library::put_extraction(std::string_view key, std::string_view bytes) {
  if (auto writable = impl_->may_put(); !writable) return writable;
  if (auto valid = check_key(key); !valid) return valid;
  if (impl_->is_denied(key.substr(0, 64))) return success();
  if (bytes.size() > limits::kMaxWorkerOutputBytes) return document_error("gives more text than is kept of one document");
  auto file = TemporaryFile::create(impl_->dir / "extractions");
  if (!file) return file.error();
  if (auto sealed = file->write(seal_extraction(bytes)); !sealed) return sealed;
  if (auto written = file->write(bytes); !written) return written;
  return file->keep(impl_->extraction_path(key));
}

}  // namespace foi::library
