#include "server/originals.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "indexer/library/published.h"
#include "indexer/model/hidden.h"

namespace foi::server {
namespace {

bool is_sha256(std::string_view text) {
  return text.size() == 64 &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace

File::~File() { ::close(descriptor_); }

std::optional<OriginalsPolicy> parse_originals_policy(std::string_view name) {
  if (name == "none") return OriginalsPolicy::kNone;
  if (name == "clean") return OriginalsPolicy::kClean;
  if (name == "all") return OriginalsPolicy::kAll;
  return std::nullopt;
}

bool may_offer_original(const Record& record, OriginalsPolicy policy) {
  if (policy == OriginalsPolicy::kNone || record.error || original_extension(record).empty()) return false;
  return policy == OriginalsPolicy::kAll || (record.masks == 0 && record.hidden.empty());
}

bool has_clean_pages(const Record& record) {
  return record.masks == 0 &&
         std::all_of(record.hidden.begin(), record.hidden.end(), [](const HiddenCount& hidden) { return hidden.what == kAuthorNamed; });
}

std::string_view original_extension(const Record& record) {
  if (record.source.media_type == "application/pdf") return ".pdf";
  if (record.source.media_type == "text/plain") return ".txt";
  return {};
}

std::shared_ptr<const File> open_original(const std::filesystem::path& library, std::string_view sha256) {
  if (!is_sha256(sha256)) return nullptr;
  const int descriptor = ::open(library::original_path(library, sha256).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (descriptor < 0) return nullptr;
  struct stat status {};
  const bool regular = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  auto file = std::make_shared<const File>(descriptor, regular ? static_cast<std::uint64_t>(status.st_size) : 0);
  return regular ? file : nullptr;
}

}  // namespace foi::server
