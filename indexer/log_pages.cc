#include "indexer/log_pages.h"

#include <algorithm>
#include <filesystem>
#include <unordered_map>
#include <utility>

#include "indexer/discover.h"
#include "indexer/model/codec.h"
#include "indexer/model/text.h"

namespace foi {
namespace {

namespace fs = std::filesystem;
using library::kInside;
using library::Place;

// Bytes of an entry's name: a reference, and room for what tells two of one reference apart.
constexpr std::size_t kMaxNameBytes = 80;

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string undo_percent(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool coded = text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
    out += coded ? static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2])) : text[i];
    if (coded) i += 2;
  }
  return out;
}

// "http:", "mailto:", "C:": a colon before any stroke.
bool has_scheme(std::string_view link) {
  const std::size_t colon = link.find(':');
  return colon != std::string_view::npos && link.substr(0, colon).find_first_of("/?#") == std::string_view::npos;
}

std::string_view without_fragment(std::string_view link) { return link.substr(0, link.find('#')); }

// Path steps taken from a folder (empty: the top); nothing when they leave the top, end at it, or hold a zero.
std::optional<std::string> walk(std::string_view from, std::string_view steps) {
  if (steps.find('\0') != std::string_view::npos) return std::nullopt;
  std::vector<std::string_view> at;
  for (const std::string_view step : split(from, '/'))
    if (!step.empty()) at.push_back(step);
  for (const std::string_view step : split(steps, '/')) {
    if (step.empty() || step == ".") continue;
    if (step != "..") {
      at.push_back(step);
      continue;
    }
    if (at.empty()) return std::nullopt;
    at.pop_back();
  }
  std::string out;
  for (const std::string_view step : at) out.append(out.empty() ? "" : "/").append(step);
  return out.empty() ? std::nullopt : std::optional(out);
}

std::size_t authority_end(std::string_view url) {
  const std::size_t start = url.find("://");
  return start == std::string_view::npos ? start : std::min(url.find_first_of("/?#", start + 3), url.size());
}

}  // namespace

EntryNote note_of(const understand::Entry& entry) {
  EntryNote note{understand::entry_facts(entry), {}};
  for (const understand::EntryCell& cell : entry.cells) note.links.insert(note.links.end(), cell.links.begin(), cell.links.end());
  return note;
}

std::string encode_entry_note(const EntryNote& note) {
  ByteWriter out;
  out.string({});  // where a manifest's row has its path
  out.string(encode_log(note.says));
  out.varint(note.links.size());
  for (const std::string& link : note.links) out.string(link);
  return std::move(out).take();
}

std::optional<EntryNote> decode_entry_note(std::string_view bytes) {
  ByteReader in(bytes);
  if (bytes.empty() || !in.string().empty()) return std::nullopt;
  std::optional<LogEntry> says = decode_log(in.string());
  if (!says) return std::nullopt;
  EntryNote note{std::move(*says), {}};
  for (std::uint64_t n = in.count(1); n > 0 && !in.failed(); --n) note.links.push_back(in.string());
  if (in.failed() || !in.at_end()) return std::nullopt;
  return note;
}

std::vector<std::string> places_of_link(std::string_view page, std::string_view link) {
  link = without_fragment(link);
  if (link.empty() || link.starts_with('/') || link.starts_with('\\') || link.starts_with('?') || has_scheme(link)) return {};
  const std::size_t inside = page.rfind(kInside);
  const std::size_t top = inside == std::string_view::npos ? 0 : inside + kInside.size();
  const std::string_view within = page.substr(top);
  const std::string_view folder = within.substr(0, within.rfind('/') == std::string_view::npos ? 0 : within.rfind('/'));
  std::vector<std::string> places;
  for (const std::string_view form : {link, link.substr(0, link.find('?'))}) {
    const auto steps = walk(folder, undo_percent(form));
    if (!steps || *steps == within || steps->find(kInside) != std::string::npos) continue;
    std::string place = std::string(page.substr(0, top)) + *steps;
    if (places.empty() || places.back() != place) places.push_back(std::move(place));
  }
  return places;
}

std::optional<std::string> comparable_url(std::string_view url) {
  url = without_fragment(trim(url));
  const std::size_t end = authority_end(url);
  if (end == std::string_view::npos) return std::nullopt;
  std::string out = to_lower_ascii(url.substr(0, end));
  if (!out.starts_with("http://") && !out.starts_with("https://")) return std::nullopt;
  // Reserved characters keep their code: "%2F" in a path is no stroke.
  for (std::size_t i = end; i < url.size(); ++i) {
    const int code = url[i] == '%' && i + 2 < url.size() && hex_value(url[i + 1]) >= 0 && hex_value(url[i + 2]) >= 0
                         ? hex_value(url[i + 1]) * 16 + hex_value(url[i + 2])
                         : -1;
    const char c = static_cast<char>(code);
    const bool plain = code >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == '-' ||
                       c == '.' || c == '_' || c == '~' || c == '(' || c == ')';
    out += code >= 0 && plain ? c : url[i];
    if (code >= 0 && plain) i += 2;
  }
  if (out.size() == end) out += '/';
  return out;
}

std::optional<std::string> join_url(std::string_view page_url, std::string_view link) {
  link = without_fragment(trim(link));
  if (link.empty()) return std::nullopt;
  if (comparable_url(link)) return std::string(link);
  const std::size_t end = authority_end(page_url);
  if (!comparable_url(page_url) || has_scheme(link) || link.starts_with('?')) return std::nullopt;
  const std::string_view host = page_url.substr(0, end);
  if (link.starts_with("//")) return std::string(host.substr(0, host.find("//"))) + std::string(link);
  std::string_view path = page_url.substr(end, page_url.find_first_of("?#", end) - end);
  path = link.starts_with('/') ? std::string_view() : path.substr(0, path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/'));
  const std::string_view steps = link.substr(0, link.find('?'));
  const auto at = walk(path, steps);
  return at ? std::optional(std::string(host) + "/" + *at + std::string(link.substr(steps.size()))) : std::nullopt;
}

void fill_from(LogEntry& entry, const LogEntry& more) {
  const auto fill = [](auto& into, const auto& from) {
    if (!into) into = from;
  };
  fill(entry.url, more.url);
  fill(entry.authority, more.authority);
  fill(entry.reference, more.reference);
  fill(entry.title, more.title);
  fill(entry.licence, more.licence);
  fill(entry.received, more.received);
  fill(entry.responded, more.responded);
}

std::string name_of_entry(const LogEntry& says) {
  std::string name;
  if (!says.reference) return name;
  for (const char c : utf8_prefix(*says.reference, kMaxNameBytes)) {
    const bool apart = c == '/' || c == '\\' || c == '!' || (static_cast<unsigned char>(c) < 0x20);
    name += apart ? '-' : c;
  }
  return name.find_first_not_of(". -") == std::string::npos ? std::string() : name;
}

namespace {

// Places by folder and path, and documents by the address a folder's manifests give them.
class Directory {
 public:
  explicit Directory(const std::vector<Place>& places) {
    for (const Place& place : places) {
      if (decode_entry_note(place.log)) continue;
      ids_.emplace(key(place.folder, place.path), place.id);
      std::optional<LogEntry> log = place.log.empty() ? std::nullopt : decode_log(place.log);
      if (!log) continue;
      const LogEntry& row = rows_.emplace(key(place.folder, place.path), std::move(*log)).first->second;
      if (!row.url) continue;
      const auto url = comparable_url(*row.url);
      if (url) by_url_.emplace(key(place.folder, *url), place.id);
    }
  }
  const std::string* at(const std::string& folder, const std::string& path) const { return find(ids_, key(folder, path)); }
  // A manifest's row of what stands there; null when there is none.
  const LogEntry* row_of(const std::string& folder, const std::string& path) const {
    const auto found = rows_.find(key(folder, path));
    return found == rows_.end() ? nullptr : &found->second;
  }
  const std::string* by_url(const std::string& folder, std::string_view url) const {
    const auto comparable = comparable_url(url);
    return comparable ? find(by_url_, key(folder, *comparable)) : nullptr;
  }

 private:
  using Map = std::unordered_map<std::string, std::string>;
  static std::string key(std::string_view folder, std::string_view rest) { return std::string(folder) + '\0' + std::string(rest); }
  static const std::string* find(const Map& map, const std::string& key) {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
  }
  Map ids_, by_url_;
  std::unordered_map<std::string, LogEntry> rows_;
};

// An entry, and what it links.
struct Linking {
  std::size_t place = 0;
  std::string page;  // folder '\0' path
  EntryNote note;
  std::vector<std::string> ids;  // of documents, each once
  bool of_removed = false;
};

Result<Linking> follow(const Place& place, std::size_t number, EntryNote note, const Directory& directory,
                       const LogPages::WasThere& was_there) {
  const std::string page = place.path.substr(0, place.path.rfind(kInside));
  Linking linking{number, place.folder + '\0' + page, std::move(note), {}, false};
  const LogEntry* row = directory.row_of(place.folder, page);
  if (row && !linking.note.says.authority) linking.note.says.authority = row->authority;
  for (const std::string& link : linking.note.links) {
    const std::string* id = nullptr;
    bool removed = false;
    for (const std::string& path : places_of_link(page, link)) {
      id = directory.at(place.folder, path);
      if (id) break;
      Result<bool> was = was_there(place.folder, path);
      if (!was) return was.error();
      removed = removed || *was;
    }
    const std::optional<std::string> url = join_url(row && row->url ? std::string_view(*row->url) : std::string_view(), link);
    if (!id && url) id = directory.by_url(place.folder, *url);
    if (url && !linking.note.says.url) linking.note.says.url = url;
    linking.of_removed = linking.of_removed || (removed && !id);
    if (id && *id != place.parent && std::find(linking.ids.begin(), linking.ids.end(), *id) == linking.ids.end())
      linking.ids.push_back(*id);
  }
  return linking;
}

}  // namespace

Result<LogPages> LogPages::read(const std::vector<Place>& places, const WasThere& was_there) {
  const Directory directory(places);
  std::vector<Linking> all;
  std::map<std::pair<std::string, std::string>, std::size_t> linked;  // page, document → how many entries link it
  for (std::size_t i = 0; i < places.size(); ++i) {
    std::optional<EntryNote> note = places[i].log.empty() ? std::nullopt : decode_entry_note(places[i].log);
    if (!note) continue;
    Result<Linking> linking = follow(places[i], i, std::move(*note), directory, was_there);
    if (!linking) return linking.error();
    for (const std::string& id : linking->ids) ++linked[{linking->page, id}];
    all.push_back(std::move(*linking));
  }
  LogPages pages;
  for (Linking& linking : all) {
    LogEntry says = linking.note.says;
    pages.entries_.emplace(linking.place, std::move(linking.note.says));
    if (linking.of_removed) pages.silent_.insert(linking.place);
    for (const std::string& id : linking.ids) {
      if (linked[{linking.page, id}] > 1) continue;
      fill_from(pages.said_[id], says);
      pages.silent_.insert(linking.place);
      says.title.reset();
      says.url.reset();
    }
  }
  return pages;
}

const LogEntry* LogPages::entry(std::size_t place) const {
  const auto found = entries_.find(place);
  return found == entries_.end() ? nullptr : &found->second;
}

const LogEntry* LogPages::said_of(const std::string& id) const {
  const auto found = said_.find(id);
  return found == said_.end() ? nullptr : &found->second;
}

}  // namespace foi
