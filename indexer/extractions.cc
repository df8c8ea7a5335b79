#include "indexer/extractions.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "indexer/library/identity.h"
#include "indexer/model/codec.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"
#include "indexer/open_file.h"
#include "indexer/understand/log_entry.h"

namespace foi {

namespace {

namespace fs = std::filesystem;

// Part of what entries of logs are made from; raised whenever the same entry may give another page of text.
constexpr std::string_view kEntryNumber = "-entry-1";

// Extensions that tell text formats apart, which bytes cannot: what the extraction of such a file depends on beside its bytes.
std::string text_hint(std::string_view path) {
  constexpr std::array<std::string_view, 10> kHints{"csv", "tsv", "md", "markdown", "txt", "eml", "htm", "html", "xhtml", "xml"};
  std::string extension = to_lower_ascii(fs::path(path).extension().string());
  if (!extension.empty()) extension.erase(0, 1);
  return std::find(kHints.begin(), kHints.end(), extension) == kHints.end() ? std::string() : "-" + extension;
}

// The cache keeps failures too, when the bytes are at fault: they would fail again.
std::string encode_cached(const Result<Extraction>& extraction) {
  if (extraction) return "+" + encode(*extraction);
  return "-" + extraction.error().message;
}

Result<Result<Extraction>> decode_cached(std::string_view bytes) {
  if (bytes.starts_with('-')) return Result<Extraction>(document_error(std::string(bytes.substr(1))));
  if (!bytes.starts_with('+')) return environment_error("a cached extraction is damaged");
  Result<Extraction> extraction = decode_extraction(bytes.substr(1));
  if (!extraction) return extraction.error();
  return extraction;
}

Result<Extraction> no_room() {
  return document_error("the documents inside it, with those beside it in one file, together hold more than is read");
}

bool has_room(const std::vector<Member>& members, const Extractions::Room& room) {
  return std::all_of(members.begin(), members.end(), [&](const Member& member) { return room(member.bytes); });
}

}  // namespace

Extractions::Extractions(extract::Options options, library::Library& library)
    : ocr_(options.ocr), library_(library), extractor_(std::move(options)) {}

std::string Extractions::key(const Original& original) const {
  if (original.is_entry) return std::string(original.sha256) + std::string(kEntryNumber);
  return std::string(original.sha256) + "-" + std::to_string(extract::kExtractorNumber) + "-" + ocr_.languages + "-" +
         std::to_string(ocr_.dpi) + text_hint(original.path);
}

// The bytes of what stands inside were kept when it was extracted; where they are lost, it is extracted again.
bool Extractions::holds_all(const Extraction& extraction) const {
  return std::all_of(extraction.members.begin(), extraction.members.end(), [&](const Member& member) {
    std::error_code ignored;
    return member.sha256.empty() || fs::exists(library_.original_path(member.sha256), ignored);
  });
}

// An entry is read where it is needed: it is short, and its form is this program's own.
Result<Result<Extraction>> Extractions::entry_of(const Original& original) const {
  std::ifstream in(library_.original_path(original.sha256), std::ios::binary);
  std::string bytes(limits::kMaxLogEntryBytes + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  const std::optional<understand::Entry> entry = understand::decode_entry(bytes);
  if (entry) return Result<Extraction>(understand::entry_extraction(*entry));
  return Result<Extraction>(
      worker_error("its original is not in the library; foi-index build " + clean_utf8(original.folder) + " reads its page again"));
}

Result<Result<Extraction>> Extractions::get(const Original& original, const Room& room) {
  if (original.is_entry) return entry_of(original);
  const std::string cached_as = key(original);
  Result<std::optional<std::string>> cached = library_.get_extraction(cached_as);
  if (!cached) return cached.error();
  if (*cached)
    if (Result<Result<Extraction>> decoded = decode_cached(**cached)) {  // a damaged one is made again
      if (!*decoded) return decoded;
      if (holds_all(**decoded)) return has_room((*decoded)->members, room) ? *decoded : no_room();
    }

  const OpenFile file(library_.original_path(original.sha256));
  if (!file.is_regular())
    return Result<Extraction>(
        worker_error("its original is not in the library; foi-index build " + clean_utf8(original.folder) + " reads it again"));
  std::vector<Member> members;
  bool fits = true;
  const auto keep = [&](std::string_view name, std::string_view bytes) {
    fits = room(bytes.size());
    return fits ? keep_member(name, bytes, members) : Status(no_room().error());
  };
  Result<Extraction> extraction = extractor_.extract(file.get(), original.bytes, fs::path(original.path).filename().string(), keep);
  if (!extraction && extraction.error().fault == Fault::kEnvironment) return extraction.error();
  if (!fits) return no_room();
  if (extraction) std::move(members.begin(), members.end(), std::back_inserter(extraction->members));
  if (extraction || extraction.error().fault == Fault::kDocument)
    if (Status kept = library_.put_extraction(cached_as, encode_cached(extraction)); !kept) return kept.error();
  ++made_;
  return extraction;
}

// The bytes of a document inside another go to the originals at once: no more than one is ever held in memory.
Status Extractions::keep_member(std::string_view name, std::string_view bytes, std::vector<Member>& members) {
  const MemoryFile file(bytes);
  if (file.get() < 0) return environment_error("no memory for a document inside another: use fewer --jobs");
  Member member{std::string(name), library::sha256_hex(bytes), bytes.size()};
  if (Status kept = library_.put_original(member.sha256, file.get()); !kept) return kept;
  members.push_back(std::move(member));
  return success();
}

}  // namespace foi
