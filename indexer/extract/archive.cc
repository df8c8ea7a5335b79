#include "indexer/extract/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>

namespace foi::extract {
namespace {

struct CloseArchive {
  void operator()(archive* a) const { archive_read_free(a); }
};
using Archive = std::unique_ptr<archive, CloseArchive>;

Error damaged(archive* a) {
  const char* why = archive_error_string(a);
  return document_error(std::string("damaged ZIP: ") + (why ? why : "it cannot be read"));
}

Error too_large() { return document_error("unpacks to more than may be read: it is damaged or made to do harm"); }

Result<Archive> open_zip(std::string_view zip) {
  Archive a(archive_read_new());
  if (!a) return environment_error("no memory to read a ZIP file");
  // Seekable only: the directory at the end counts, not whatever local headers say.
  if (archive_read_support_format_zip_seekable(a.get()) != ARCHIVE_OK ||
      archive_read_open_memory(a.get(), zip.data(), zip.size()) != ARCHIVE_OK)
    return damaged(a.get());
  return a;
}

// Reads the current member; room is what it may take.
Result<std::string> read_member(archive* a, std::size_t room) {
  std::string bytes;
  for (;;) {
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int status = archive_read_data_block(a, &block, &size, &offset);
    if (status == ARCHIVE_EOF) return bytes;
    if (status < ARCHIVE_WARN) return damaged(a);
    if (size > room - bytes.size()) return too_large();
    bytes.append(static_cast<const char*>(block), size);
  }
}

// Files that programs leave beside those of people.
bool is_left_behind(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return path.starts_with("__MACOSX/") || name.starts_with('.') || name.starts_with("~$") || name == "Thumbs.db" || name == "desktop.ini";
}

}  // namespace

Result<ArchiveMembers> read_zip(std::string_view zip, const std::function<bool(std::string_view name)>& wanted) {
  Result<Archive> opened = open_zip(zip);
  if (!opened) return opened.error();
  archive* a = opened->get();
  ArchiveMembers members;
  std::size_t room = std::min(kMaxMembersBytes, zip.size() * kMaxExpansion + (1u << 20));
  for (;;) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(a, &entry);
    if (status == ARCHIVE_EOF) return members;
    if (status < ARCHIVE_WARN) return damaged(a);
    const char* name = archive_entry_pathname(entry);
    if (!name) continue;
    if (members.names.size() == kMaxMembers) return document_error("holds more members than may be read");
    members.names.emplace_back(name);
    if (!wanted(name) || members.bytes.contains(name)) continue;
    if (archive_entry_is_encrypted(entry)) return document_error("encrypted with a password");
    Result<std::string> bytes = read_member(a, std::min(room, kMaxMemberBytes));
    if (!bytes) return bytes.error();
    room -= bytes->size();
    members.bytes.emplace(name, std::move(*bytes));
  }
}

Status visit_zip(std::string_view zip, std::size_t most_bytes_each, const ZipVisitor& visitor) {
  Result<Archive> opened = open_zip(zip);
  if (!opened) return opened.error();
  archive* a = opened->get();
  std::size_t room = zip.size() * kMaxExpansion + (1u << 20);
  for (std::size_t count = 0;; ++count) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(a, &entry);
    if (status == ARCHIVE_EOF) return success();
    if (status < ARCHIVE_WARN) return damaged(a);
    if (count == kMaxMembers) return document_error("holds more members than may be read");
    const char* name = archive_entry_pathname(entry);
    if (!name || archive_entry_filetype(entry) != AE_IFREG || is_left_behind(name)) continue;
    if (archive_entry_is_encrypted(entry)) {
      visitor.encrypted(name);
      continue;
    }
    if (archive_entry_size_is_set(entry) && static_cast<std::uint64_t>(archive_entry_size(entry)) > most_bytes_each) {
      visitor.too_large(name);
      continue;
    }
    const Result<std::string> bytes = read_member(a, std::min(room, most_bytes_each));
    if (!bytes) return bytes.error();
    room -= bytes->size();
    visitor.file(name, *bytes);
  }
}

}  // namespace foi::extract
