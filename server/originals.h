// Whether a document's original may be offered, and the file itself (design.md, Masking).
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include "indexer/model/record.h"
#include "server/message.h"

namespace foi::server {

// --originals
enum class OriginalsPolicy {
  kNone,   // never
  kClean,  // PDF and plain text where nothing was masked and nothing hidden was found
  kAll,    // PDF and plain text; for operators who hold the right to publish them. Spreadsheets and office files: never
};
std::optional<OriginalsPolicy> parse_originals_policy(std::string_view name);

bool may_offer_original(const Record& record, OriginalsPolicy policy);
// Nothing was masked, and nothing hidden was found that stands on pages: an author whom the file's properties name is on none.
bool has_clean_pages(const Record& record);
// ".pdf" or ".txt": what the download is called after its id. Precondition: may_offer_original.
std::string_view original_extension(const Record& record);
// The file, opened to read; null when it is not there.
std::shared_ptr<const File> open_original(const std::filesystem::path& library, std::string_view sha256);

}  // namespace foi::server
