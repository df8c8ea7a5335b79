#include "indexer/discover.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <functional>
#include <iterator>

#include "indexer/model/codec.h"
#include "indexer/model/csv.h"
#include "indexer/model/folder.h"
#include "indexer/model/limits.h"
#include "indexer/model/shown.h"
#include "indexer/model/text.h"
#include "indexer/open_file.h"

namespace foi {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kManifestName = "manifest.csv";

std::string shown(std::string_view path) { return shown_line(path); }

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

class ManifestReader {
 public:
  explicit ManifestReader(std::string_view name) : name_(name) {}

  // False when no row after this one counts.
  bool read(const CsvRow& row) {
    ++number_;
    if (number_ == 1) return read_head(row);
    if (row.size() == 1 && trim(row[0]).empty()) return true;
    std::optional<LogEntry> entry = entry_of(row);
    if (!entry) return true;
    if (log_.size() == limits::kMaxManifestRows) {
      doubt("and those after it were left out: more than are read of a manifest");
      return false;
    }
    std::string path = entry->path;
    if (!log_.emplace(path, std::move(*entry)).second) doubt(path + " is there twice; the first row counts");
    return true;
  }

  std::map<std::string, LogEntry> finish(std::vector<std::string>& remarks) && {
    std::move(remarks_.begin(), remarks_.end(), std::back_inserter(remarks));
    if (doubts_ > limits::kMaxManifestRemarks)
      remarks.push_back(name_ + ": " + std::to_string(doubts_ - limits::kMaxManifestRemarks) + " more like these");
    return std::move(log_);
  }

 private:
  bool read_head(const CsvRow& row) {
    columns_ = read_header(row);
    if (std::any_of(columns_.begin(), columns_.end(), [](const Column& c) { return c.name == "path"; })) return true;
    remarks_.push_back(name_ + ": no column \"path\"; the manifest was left out");
    return false;
  }

  std::optional<LogEntry> entry_of(const CsvRow& row) {
    LogEntry entry;
    for (std::size_t i = 0; i < row.size() && i < columns_.size(); ++i) {
      std::string value(trim(clean_utf8(row[i])));
      if (value.empty()) continue;
      if (columns_[i].name == "path")
        entry.path = fs::path(value).lexically_normal().string();
      else if (columns_[i].set && !columns_[i].set(entry, value))
        doubt(columns_[i].name + " \"" + value + "\" is no date of the form 2024-03-09 and was left out");
    }
    if (!entry.path.empty()) return entry;
    doubt("no path; the row was left out");
    return std::nullopt;
  }

  void doubt(const std::string& what) {
    if (++doubts_ <= limits::kMaxManifestRemarks) remarks_.push_back(name_ + ", row " + std::to_string(number_) + ": " + what);
  }

  std::string name_;
  std::vector<Column> columns_;
  std::map<std::string, LogEntry> log_;
  std::vector<std::string> remarks_;
  std::size_t number_ = 0, doubts_ = 0;
};

struct Walk {
  const fs::path& root;
  Discovery out;

  Status folder(const fs::path& dir);
  Status file(const fs::path& path);
  Status manifest(const fs::path& file);
};

// An open file from its beginning. Errors: kEnvironment (it cannot be read), kDocument (longer than most).
Result<std::string> read_whole(int descriptor, std::uint64_t most) {
  std::string bytes;
  constexpr std::size_t kReadBytes = 1u << 18;
  for (;;) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kReadBytes);
    const ssize_t got = ::read(descriptor, bytes.data() + before, kReadBytes);
    bytes.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return environment_error(std::string("cannot be read: ") + std::strerror(errno));
    if (got == 0) return bytes;
    if (bytes.size() > most)
      return document_error("larger than " + std::to_string(most >> 20) + " MiB, the most that is read of a manifest");
  }
}

Status Walk::manifest(const fs::path& file) {
  const OpenFile open(file);
  const Result<std::string> text =
      open.is_regular() ? read_whole(open.get(), limits::kMaxManifestBytes) : Result<std::string>(document_error(open.why_not()));
  if (!text && text.error().fault == Fault::kEnvironment) return environment_error(shown(file.string()) + " " + text.error().message);
  if (!text) {
    out.unread.emplace_back(file.lexically_relative(root).string(), text.error());
    return success();
  }
  const fs::path dir = file.parent_path().lexically_relative(root);
  for (auto& [path, entry] : parse_manifest(*text, shown(file.string()), out.remarks)) {
    const std::string key = (dir / path).lexically_normal().string();
    entry.path = key;
    if (entry.in_reply_to && fs::exists(file.parent_path() / *entry.in_reply_to))
      entry.in_reply_to = (dir / *entry.in_reply_to).lexically_normal().string();
    out.log.emplace(key, std::move(entry));
  }
  return success();
}

Status Walk::file(const fs::path& path) {
  const std::string name = path.filename().string();
  if (name.starts_with('.') || name.starts_with("~$")) return success();
  struct stat st {};
  if (::lstat(path.c_str(), &st) != 0) return environment_error("cannot look at " + shown(path.string()) + ": " + std::strerror(errno));
  if (S_ISDIR(st.st_mode)) return folder(path);
  if (!S_ISREG(st.st_mode)) {
    out.remarks.push_back(shown(path.string()) + (S_ISLNK(st.st_mode) ? ": a symbolic link" : ": not a file") + "; passed over");
    return success();
  }
  if (name == kManifestName) return manifest(path);
  out.files.push_back({path.lexically_relative(root).string(), static_cast<std::uint64_t>(st.st_size),
                       st.st_mtim.tv_sec * 1'000'000'000 + st.st_mtim.tv_nsec, st.st_ino});
  return success();
}

Status Walk::folder(const fs::path& dir) {
  std::vector<fs::path> names;
  if (const std::error_code error = list_folder(dir, names))
    return environment_error("cannot read the folder " + shown(dir.string()) + ": " + error.message());
  for (const fs::path& name : names)
    if (Status status = file(dir / name); !status) return status;
  return success();
}

}  // namespace

std::map<std::string, LogEntry> parse_manifest(std::string_view csv, std::string_view name, std::vector<std::string>& remarks) {
  ManifestReader reader(name);
  for_each_csv_row(csv, ',', [&](const CsvRow& row) { return reader.read(row); });
  return std::move(reader).finish(remarks);
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
