// A folder of published responses → the files in it, and what the publisher's own log says of them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/model/record.h"
#include "indexer/model/result.h"

namespace foi {

struct FoundFile {
  std::string path;  // relative to the folder, any bytes
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
  std::uint64_t inode = 0;
};

struct Discovery {
  std::vector<FoundFile> files;         // ordered by path, so that the same folder gives the same list
  std::map<std::string, LogEntry> log;  // by path relative to the folder
  std::vector<std::string> remarks;     // what was passed over and why, a line each
  // Manifests that were not read, whose folders' logs are therefore missing: the path relative to the folder, and why.
  std::vector<std::pair<std::string, Error>> unread;
};

// Walks the folder. Symbolic links, devices, FIFOs and sockets are passed over with a remark; files that begin with a dot or "~$" silently.
// A manifest.csv in any of its folders is read as that folder's log and is no document itself; one longer than limits::kMaxManifestBytes,
// or that is no file when it is opened, is not read.
// Errors: kEnvironment when the folder or any folder in it cannot be read whole: nobody may take what was not seen for gone.
Result<Discovery> discover(const std::filesystem::path& folder);

// The rows of one manifest.csv by path, at most limits::kMaxManifestRows. Rows that make no sense are left out, with a remark naming
// manifest and line; of many such rows the last remark gives their number.
std::map<std::string, LogEntry> parse_manifest(std::string_view csv, std::string_view name, std::vector<std::string>& remarks);

// A row as bytes and back; nothing when they are damaged.
std::string encode_log(const LogEntry& entry);
std::optional<LogEntry> decode_log(std::string_view bytes);

}  // namespace foi
