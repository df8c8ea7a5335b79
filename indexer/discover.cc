#include "indexer/discover.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <functional>

#include "indexer/model/codec.h"
#include "indexer/model/csv.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kManifestName = "manifest.csv";

std::string shown(std::string_view path) { return clean_utf8(path); }

// The fields of an entry beside its path, in the order in which they are coded.
constexpr std::array kTextFields{&LogEntry::url,   &LogEntry::authority, &LogEntry::reference,
                                 &LogEntry::title, &LogEntry::licence,   &LogEntry::in_reply_to};
constexpr std::array kDateFields{&LogEntry::received, &LogEntry::responded};

// What a column of the manifest means. "path" is the key and is not here.
using Setter = std::function<bool(LogEntry&, std::string value)>;

Setter text_setter(std::optional<std::string> LogEntry::*field) {
  return [field](LogEntry& entry, std::string value) {
    entry.*field = std::move(value);
    return true;
  };
}

Setter date_setter(std::optional<Date> LogEntry::*field) {
  return [field](LogEntry& entry, const std::string& value) {
    entry.*field = parse_iso(value);
    return (entry.*field).has_value();
  };
}

const std::map<std::string, Setter, std::less<>>& manifest_columns() {
  static const std::map<std::string, Setter, std::less<>> columns{
      {"url", text_setter(&LogEntry::url)},
      {"authority", text_setter(&LogEntry::authority)},
      {"reference", text_setter(&LogEntry::reference)},
      {"title", text_setter(&LogEntry::title)},
      {"licence", text_setter(&LogEntry::licence)},
      {"in_reply_to", text_setter(&LogEntry::in_reply_to)},
      {"received", date_setter(&LogEntry::received)},
      {"responded", date_setter(&LogEntry::responded)},
  };
  return columns;
}

// One column of one manifest: its name and what it sets (nothing for "path" and for columns we do not know).
struct Column {
  std::string name;
  Setter set;
};

std::vector<Column> read_header(const CsvRow& header) {
  std::vector<Column> columns;
  for (const std::string& cell : header) {
    Column column{to_lower_ascii(trim(cell)), {}};
    const auto known = manifest_columns().find(column.name);
    if (known != manifest_columns().end()) column.set = known->second;
    columns.push_back(std::move(column));
  }
  return columns;
}

std::optional<LogEntry> read_row(const CsvRow& row, const std::vector<Column>& columns, const std::string& where,
                                 std::vector<std::string>& remarks) {
  LogEntry entry;
  for (std::size_t i = 0; i < row.size() && i < columns.size(); ++i) {
    std::string value(trim(clean_utf8(row[i])));
    if (value.empty()) continue;
    if (columns[i].name == "path")
      entry.path = fs::path(value).lexically_normal().string();
    else if (columns[i].set && !columns[i].set(entry, value))
      remarks.push_back(where + ": " + columns[i].name + " \"" + value + "\" is no date of the form 2024-03-09 and was left out");
  }
  if (!entry.path.empty()) return entry;
  remarks.push_back(where + ": no path; the row was left out");
  return std::nullopt;
}

struct Walk {
  const fs::path& root;
  Discovery out;

  Status folder(const fs::path& dir);
  Status file(const fs::directory_entry& entry);
  Status manifest(const fs::path& file);
};

Status Walk::manifest(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in) return environment_error("cannot read " + shown(file.string()));
  const fs::path dir = file.parent_path().lexically_relative(root);
  for (auto& [path, entry] : parse_manifest(text, shown(file.string()), out.remarks)) {
    const std::string key = (dir / path).lexically_normal().string();
    entry.path = key;
    if (entry.in_reply_to && fs::exists(file.parent_path() / *entry.in_reply_to))
      entry.in_reply_to = (dir / *entry.in_reply_to).lexically_normal().string();
    out.log.emplace(key, std::move(entry));
  }
  return success();
}

Status Walk::file(const fs::directory_entry& entry) {
  const std::string name = entry.path().filename().string();
  if (name.starts_with('.') || name.starts_with("~$")) return success();
  struct stat st {};
  if (::lstat(entry.path().c_str(), &st) != 0)
    return environment_error("cannot look at " + shown(entry.path().string()) + ": " + std::strerror(errno));
  if (S_ISDIR(st.st_mode)) return folder(entry.path());
  if (!S_ISREG(st.st_mode)) {
    out.remarks.push_back(shown(entry.path().string()) + (S_ISLNK(st.st_mode) ? ": a symbolic link" : ": not a file") + "; passed over");
    return success();
  }
  if (name == kManifestName) return manifest(entry.path());
  out.files.push_back({entry.path().lexically_relative(root).string(), static_cast<std::uint64_t>(st.st_size),
                       st.st_mtim.tv_sec * 1'000'000'000 + st.st_mtim.tv_nsec, st.st_ino});
  return success();
}

Status Walk::folder(const fs::path& dir) {
  std::error_code error;
  fs::directory_iterator entries(dir, error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error))
    if (Status status = file(*entries); !status) return status;
  if (error) return environment_error("cannot read the folder " + shown(dir.string()) + ": " + error.message());
  return success();
}

}  // namespace

std::map<std::string, LogEntry> parse_manifest(std::string_view csv, std::string_view name, std::vector<std::string>& remarks) {
  std::map<std::string, LogEntry> log;
  const std::vector<CsvRow> rows = parse_csv(csv);
  if (rows.empty()) return log;
  const std::vector<Column> columns = read_header(rows.front());
  if (std::none_of(columns.begin(), columns.end(), [](const Column& c) { return c.name == "path"; })) {
    remarks.push_back(std::string(name) + ": no column \"path\"; the manifest was left out");
    return log;
  }
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].size() == 1 && trim(rows[i][0]).empty()) continue;
    const std::string where = std::string(name) + ", row " + std::to_string(i + 1);
    std::optional<LogEntry> entry = read_row(rows[i], columns, where, remarks);
    if (!entry) continue;
    std::string path = entry->path;
    if (!log.emplace(path, std::move(*entry)).second) remarks.push_back(where + ": " + path + " is there twice; the first row counts");
  }
  return log;
}

std::string encode_log(const LogEntry& entry) {
  ByteWriter out;
  const auto put = [&out](const std::optional<std::string>& value) {
    out.u8(value.has_value());
    if (value) out.string(*value);
  };
  out.string(entry.path);
  for (const auto field : kTextFields) put(entry.*field);
  for (const auto field : kDateFields) put(entry.*field ? std::optional(to_iso(*(entry.*field))) : std::nullopt);
  return std::move(out).take();
}

std::optional<LogEntry> decode_log(std::string_view bytes) {
  ByteReader in(bytes);
  const auto take = [&in] { return in.u8() == 0 ? std::optional<std::string>() : std::optional(in.string()); };
  LogEntry entry;
  entry.path = in.string();
  for (const auto field : kTextFields) entry.*field = take();
  for (const auto field : kDateFields)
    if (const auto date = take()) entry.*field = parse_iso(*date);
  if (in.failed() || !in.at_end()) return std::nullopt;
  return entry;
}

Result<Discovery> discover(const std::filesystem::path& folder) {
  std::error_code error;
  if (!fs::exists(folder, error)) return environment_error("there is no folder " + shown(folder.string()));
  if (!fs::is_directory(folder, error)) return environment_error(shown(folder.string()) + " is not a folder; name the folder it is in");
  Walk walk{folder, {}};
  if (Status status = walk.folder(folder); !status) return status.error();
  std::sort(walk.out.files.begin(), walk.out.files.end(), [](const FoundFile& a, const FoundFile& b) { return a.path < b.path; });
  std::sort(walk.out.remarks.begin(), walk.out.remarks.end());
  return std::move(walk.out);
}

}  // namespace foi
