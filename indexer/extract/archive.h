// Reading the members of a ZIP file within bounds. The one file that speaks libarchive.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/reader_limits.h"
#include "indexer/model/result.h"

namespace foi::extract {

struct ArchiveMembers {
  std::vector<std::string> names;                         // all, in the order of the file
  std::map<std::string, std::string, std::less<>> bytes;  // those that were wanted, by name
};

// Reads every name and the bytes of the members that `wanted` says yes to. Errors: kDocument ("encrypted", "damaged ZIP: …", "unpacks to
// more than …").
Result<ArchiveMembers> read_zip(std::string_view zip, const std::function<bool(std::string_view name)>& wanted);

// Gives the files of a ZIP one after the other, each whole; folders, links and what programs leave behind (".DS_Store" …) are passed over,
// and what is larger than most_bytes_each goes to too_large by name. Errors: as read_zip.
struct ZipVisitor {
  std::function<void(std::string_view name, std::string_view bytes)> file;
  std::function<void(std::string_view name)> too_large;
  std::function<void(std::string_view name)> encrypted;
};
Status visit_zip(std::string_view zip, std::size_t most_bytes_each, const ZipVisitor& visitor);

}  // namespace foi::extract
