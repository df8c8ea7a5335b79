#include "indexer/reading.h"

#include <algorithm>
#include <filesystem>
#include <mutex>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "indexer/binding.h"
#include "indexer/discover.h"
#include "indexer/extractions.h"
#include "indexer/inside_room.h"
#include "indexer/library/identity.h"
#include "indexer/log_pages.h"
#include "indexer/model/codec.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"
#include "indexer/open_file.h"
#include "indexer/understand/understand.h"
#include "indexer/work_queue.h"

namespace foi {

namespace {

namespace fs = std::filesystem;
using library::Library;
using library::Place;
using library::RecordRow;

// Records put in one transaction: few enough to stay in the database's memory and to lose little when killed, and a commit costs
// milliseconds.
constexpr std::size_t kRecordsPerCommit = 256;

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

// A document and where it stands; the first place (Library::for_each_place) names it, the first with a log entry speaks for it, and what
// that lacks, entries of log pages may tell.
struct Found {
  std::string id, sha256;
  std::uint64_t bytes = 0;
  std::string folder, place;       // as the library names them
  std::string path;                // as shown to people, folder and path
  std::string log;                 // a LogEntry, coded, or empty
  bool is_entry = false;           // of a disclosure log
  std::string parent;              // id of the document it stands inside, or empty
  std::string holder;              // the place_key of where that stands, or empty
  std::size_t held_by = kNowhere;  // place of that in found_
  std::uint32_t depth = 0;         // how many documents it stands inside
  bool holds = false;              // documents stand inside it, as far as the library knows
  bool reading = false;            // wanted, or inside what is: in this round
  std::string made_from;

  Original original() const { return {sha256, bytes, folder, path, is_entry}; }
  // The file it is, or stands in however deep; no other has this name.
  std::string file() const { return folder + '\0' + place.substr(0, place.find(library::kInside)); }
};

// What stands inside a document, as the library is told of it.
struct Inside {
  std::vector<library::DocumentRow> documents;
  std::vector<library::SourceRow> rows;

  void add(const Found& found, std::string_view name, std::string_view sha256, std::uint64_t bytes, std::string log) {
    library::SourceRow row;
    row.folder = found.folder;
    row.path = found.place + std::string(library::kInside) + std::string(name);
    row.size = bytes;
    row.id = library::document_id(sha256);
    row.log = std::move(log);
    row.container = found.place;
    row.depth = found.depth + 1;
    documents.push_back({row.id, std::string(sha256), bytes});
    rows.push_back(std::move(row));
  }
};

Source source_of(const Found& found, const std::optional<LogEntry>& log, std::string media_type) {
  Source source;
  source.path = found.path;
  source.sha256 = found.sha256;
  source.bytes = found.bytes;
  source.media_type = std::move(media_type);
  if (log) {
    source.url = log->url;
    source.licence = log->licence;
  }
  return source;
}

std::string left_out_note(const understand::LogPage& log) {
  return std::to_string(log.left_out) + " entries beyond the first " + std::to_string(log.entries.size()) + " were left out";
}

class Reading {
 public:
  Reading(const BuildOptions& options, const Reference& reference, Library& library, Reporter& reporter, BuildSummary& summary)
      : options_(options),
        reference_(reference),
        library_(library),
        reporter_(reporter),
        summary_(summary),
        extractions_(options.extract, library),
        room_(options.most_bytes_inside) {}

  // Documents may stand inside others, so they are found and read round after round, until a round finds no more inside.
  Status read_all();

 private:
  Result<std::vector<Place>> gather();
  Status find();
  void add(Place place, const LogEntry* entry);
  Status choose();
  void take_authority(Found& found);
  Status read_round();
  std::string made_from(const Found& found) const;
  Status tell_failure(const Found& found, const RecordRow& row);
  Status read(const Found& found);
  Status keep(const Found& found, const Published& document, const std::string& left_out, bool retry);
  Result<Inside> keep_entries(const Found& found, const understand::LogPage& log) const;
  Status read_crowded();
  Result<std::string> put_inside(const Found& found, const std::vector<Member>& members, Inside inside);
  void tell(const Found& found, const Error& error);

  const BuildOptions& options_;
  const Reference& reference_;
  Library& library_;
  Reporter& reporter_;
  BuildSummary& summary_;
  Extractions extractions_;
  std::mutex mutex_;  // over reporter_, summary_, room_, read_ and writing to library_
  std::vector<Found> found_;
  std::vector<std::size_t> wanted_;                           // places in found_
  std::unordered_map<std::string_view, std::size_t> by_id_;   // places in found_
  std::unordered_set<std::string> silent_;                    // ids of entries that only speak for letters
  std::unordered_map<std::string, std::string> authorities_;  // of documents that were read, in or before this run; or empty
  std::unordered_map<std::string, std::string> done_;         // ids that were read, or told of, in this run → what from
  std::unordered_set<std::string> told_;                      // ids of documents told to have failed in this run
  bool found_inside_ = false;                                 // in this round
  InsideRoom room_;
  bool in_order_ = false;  // documents are read one after the other
  std::uint64_t read_ = 0;
};

// What a document stands inside counts by its place: it may change while this one stays the same.
std::string Reading::made_from(const Found& found) const {
  ByteWriter out;
  for (const std::string& part : {options_.code, extractions_.key(found.original()), found.folder, found.path, found.log, found.holder})
    out.string(part);
  return library::sha256_hex(out.bytes());
}

void Reading::add(Place place, const LogEntry* entry) {
  const auto parent = by_id_.find(place.parent);
  const std::size_t held_by = parent == by_id_.end() ? kNowhere : parent->second;
  if (held_by != kNowhere) found_[held_by].holds = true;
  const bool is_entry = entry != nullptr;
  std::string log = is_entry ? encode_log(*entry) : std::move(place.log);
  if (const auto there = by_id_.find(place.id); there != by_id_.end()) {
    Found& found = found_[there->second];
    if (found.log.empty() && !is_entry) found.log = std::move(log);
    return;
  }
  found_.push_back({.id = std::move(place.id),
                    .sha256 = std::move(place.sha256),
                    .bytes = place.bytes,
                    .folder = place.folder,
                    .place = place.path,
                    .path = (fs::path(place.folder) / place.path).string(),
                    .log = std::move(log),
                    .is_entry = is_entry,
                    .parent = std::move(place.parent),
                    .holder = held_by == kNowhere ? std::string() : place_key(place.folder, place.container),
                    .held_by = held_by,
                    .depth = place.depth,
                    .holds = false,
                    .reading = false,
                    .made_from = {}});
  by_id_.emplace(found_.back().id, found_.size() - 1);
}

// Of a document that stands at several places, only the first is looked into. What stands inside another has come from a time when that
// was the first, or when another document stood there: it goes.
Result<std::vector<Place>> Reading::gather() {
  std::vector<Place> places;
  std::unordered_map<std::string, std::pair<std::string, std::string>> first;  // id → folder and path
  std::set<std::pair<std::string, std::string>> others;                        // places of what holds documents, and is not the first
  Status gathered = library_.for_each_place([&](Place place) -> Status {
    const std::pair container(place.folder, place.container);
    if (const auto holder = first.find(place.parent); place.depth > 0 && (holder == first.end() || holder->second != container)) {
      others.insert(container);
      return success();
    }
    first.try_emplace(place.id, place.folder, place.path);
    places.push_back(std::move(place));
    return success();
  });
  if (!gathered) return gathered.error();
  for (const auto& [folder, path] : others)
    if (Status cleared = library_.put_inside(folder, path, {}); !cleared) return cleared.error();
  return places;
}

Status Reading::find() {
  found_.clear();
  by_id_.clear();
  silent_.clear();
  Result<std::vector<Place>> gathered = gather();
  if (!gathered) return gathered.error();
  std::vector<Place>& places = *gathered;
  const auto was_there = [this](const std::string& folder, const std::string& path) -> Result<bool> {
    Result<std::optional<std::string>> id = library_.id_at(folder, path);
    if (!id) return id.error();
    return id->has_value();
  };
  Result<LogPages> logs = LogPages::read(places, was_there);
  if (!logs) return logs.error();
  found_.reserve(places.size());  // by_id_ looks into it
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!logs->speaks_for_another(i)) {
      add(std::move(places[i]), logs->entry(i));
      continue;
    }
    if (const auto parent = by_id_.find(places[i].parent); parent != by_id_.end()) found_[parent->second].holds = true;
    silent_.insert(places[i].id);
  }
  for (Found& found : found_) {
    silent_.erase(found.id);
    const LogEntry* said = found.is_entry ? nullptr : logs->said_of(found.id);
    if (!said) continue;
    LogEntry log = found.log.empty() ? LogEntry() : decode_log(found.log).value_or(LogEntry());
    if (log.path.empty()) log.path = found.place;
    fill_from(log, *said);
    found.log = encode_log(log);
  }
  return choose();
}

// An entry that names no authority is of the one that keeps its page.
void Reading::take_authority(Found& found) {
  const auto keeper = authorities_.find(found.parent);
  if (keeper == authorities_.end() || keeper->second.empty()) return;
  std::optional<LogEntry> log = decode_log(found.log);
  if (!log || log->authority) return;
  log->authority = keeper->second;
  found.log = encode_log(*log);
}

// Which of the documents found must be read. What was read in this run is read again where what it is made from has changed since: a page
// read meanwhile says more of it.
Status Reading::choose() {
  wanted_.clear();
  Result<std::vector<RecordRow>> rows = library_.record_rows();
  if (!rows) return rows.error();
  std::unordered_map<std::string_view, const RecordRow*> by_record;
  for (const RecordRow& row : *rows) by_record.emplace(row.id, &row);
  for (const RecordRow& row : *rows)
    if (silent_.contains(row.id))
      if (Status dropped = library_.drop_record(row.id); !dropped) return dropped;
  for (const Found& found : found_) {
    if (!found.holds || authorities_.contains(found.id)) continue;
    const auto record = by_record.find(found.id);
    if (record == by_record.end()) continue;
    if (const Result<Binding> binding = decode_binding(record->second->note.brief)) authorities_[found.id] = binding->summary.authority;
  }
  for (std::size_t i = 0; i < found_.size(); ++i) {
    Found& found = found_[i];
    // What stands inside is told when that is read; until then nobody knows whether it still does.
    found.reading = found.held_by != kNowhere && found_[found.held_by].reading;
    if (found.reading) continue;
    if (found.is_entry) take_authority(found);
    found.made_from = made_from(found);
    if (const auto done = done_.find(found.id); done != done_.end() && done->second == found.made_from) continue;
    const auto known = by_record.find(found.id);
    const bool current =
        (!options_.rebuild || done_.contains(found.id)) && known != by_record.end() && known->second->note.made_from == found.made_from;
    if (current) {
      if (Status told = tell_failure(found, *known->second); !told) return told;
      continue;
    }
    done_[found.id] = found.made_from;
    found.reading = true;
    wanted_.push_back(i);
  }
  return success();
}

// What could not be read before and would not be now is named again: it is still missing.
Status Reading::tell_failure(const Found& found, const RecordRow& row) {
  if (!row.failed) {
    const Result<Binding> binding = decode_binding(row.note.brief);
    if (binding && !binding->left_out.empty()) tell(found, document_error(binding->left_out));
    return success();
  }
  Result<std::optional<std::string>> bytes = library_.published(found.id);
  if (!bytes) return bytes.error();
  Result<Published> document = decode_published(*bytes ? **bytes : std::string());
  if (document && document->record.error) tell(found, *document->record.error);  // foi-index check tells of damage
  return success();
}

Status Reading::read_all() {
  do {
    if (Status found = find(); !found) return found;
    found_inside_ = false;
    if (Status read = read_round(); !read) return read;
  } while (found_inside_);
  return library_.drop_records_except_documents();
}

Status Reading::read_round() {
  const std::uint64_t total = read_ + wanted_.size();
  reporter_.progress("reading", read_, total);
  if (Status begun = library_.begin(); !begun) return begun;
  Status status = for_each_in_parallel(wanted_.size(), options_.extract.jobs, [&](std::size_t i) -> Status {
    if (Status done = read(found_[wanted_[i]]); !done) return done;
    const std::lock_guard lock(mutex_);
    reporter_.progress("reading", ++read_, total);
    if (read_ % kRecordsPerCommit != 0) return success();
    if (Status committed = library_.commit(); !committed) return committed;
    return library_.begin();
  });
  if (status) status = read_crowded();
  // What was understood before an error stays: the next build carries on from it.
  if (Status committed = library_.commit(); !committed) return status ? committed : status;
  return status;
}

// Where there was no room for all, who came first took it. So that this does not decide what is read, the documents of such a file that
// hold others are read again, in their order.
Status Reading::read_crowded() {
  const std::unordered_set<std::string> crowded = room_.crowded();
  std::vector<std::size_t> again;
  for (const std::size_t i : wanted_)
    if (room_.knows(found_[i].id) && crowded.contains(found_[i].file())) again.push_back(i);
  for (const std::size_t i : again) room_.count_anew(found_[i].file(), found_[i].id);
  in_order_ = true;
  for (const std::size_t i : again) {
    found_[i].holds = true;  // what came out of it before has a place
    if (Status done = read(found_[i]); !done) return done;
  }
  in_order_ = false;
  return success();
}

Status Reading::read(const Found& found) {
  bool refused = false;
  const auto room = [&](std::uint64_t bytes) {
    const std::lock_guard lock(mutex_);
    refused = !room_.take_bytes(found.file(), found.id, bytes);
    return !refused;
  };
  {
    const std::lock_guard lock(mutex_);
    room_.count_anew(found.file(), found.id);
  }
  Result<Result<Extraction>> outcome = found.depth > limits::kMaxMemberDepth && !found.is_entry
                                           ? Result<Extraction>(document_error("inside a document inside others, more deeply than is read"))
                                           : extractions_.get(found.original(), room);
  if (!outcome) return outcome.error();
  if (refused && !in_order_) return success();  // read_crowded reads it
  const Result<Extraction>& extraction = *outcome;
  const std::optional<LogEntry> log = found.log.empty() ? std::nullopt : decode_log(found.log);
  std::optional<understand::LogPage> is_log;
  if (extraction) is_log = understand::find_log(*extraction);
  Published document;
  if (extraction)
    document = understand::understand({.id = found.id,
                                       .source = source_of(found, log, extraction->media_type),
                                       .inside = !found.parent.empty(),
                                       .extraction = *extraction,
                                       .log = log ? &*log : nullptr,
                                       .is_log = is_log ? &*is_log : nullptr},
                                      reference_);
  else
    document.record = understand::unreadable(found.id, source_of(found, log, "application/octet-stream"), extraction.error());
  Inside inside;
  if (is_log) {
    Result<Inside> kept = keep_entries(found, *is_log);
    if (!kept) return kept.error();
    inside = std::move(*kept);
    if (is_log->left_out > 0) document.record.notes.push_back({0, left_out_note(*is_log)});
  }
  const std::vector<Member> none;
  const std::lock_guard lock(mutex_);
  summary_.read = extractions_.made();
  const Result<std::string> left_out = put_inside(found, extraction ? extraction->members : none, std::move(inside));
  if (!left_out) return left_out.error();
  return keep(found, document, *left_out, !extraction && extraction.error().fault == Fault::kWorker);
}

// The bytes of a log's entries go to the originals, as those of members do.
Result<Inside> Reading::keep_entries(const Found& found, const understand::LogPage& log) const {
  std::unordered_set<std::string> names;
  Inside inside;
  for (const understand::Entry& entry : log.entries) {
    const std::string bytes = understand::encode_entry(entry);
    const std::string sha256 = library::sha256_hex(bytes);
    const MemoryFile file(bytes);
    if (file.get() < 0) return environment_error("no memory for an entry of a log: use fewer --jobs");
    if (Status kept = library_.put_original(sha256, file.get()); !kept) return kept.error();
    const EntryNote note = note_of(entry);
    // Entries of one reference are told apart by their ids.
    std::string name = name_of_entry(note.says);
    if (name.empty() || names.contains(name)) name += (name.empty() ? "" : " ") + library::document_id(sha256);
    names.insert(name);
    inside.add(found, name, sha256, bytes.size(), encode_entry_note(note));
  }
  return inside;
}

// A member's name as a part of a path: no steps up, and another than those before it. It keeps its extension.
std::string name_inside(std::string_view given, std::set<std::string>& taken) {
  std::string name;
  for (const std::string_view step : split(given, '/'))
    if (!step.empty() && step != "." && step != "..") name += (name.empty() ? "" : "/") + std::string(step);
  if (name.empty()) name = "unnamed";
  const fs::path path(name);
  for (int again = 2; !taken.insert(name).second; ++again)
    name = (path.parent_path() / path.stem()).string() + " (" + std::to_string(again) + ")" + path.extension().string();
  return name;
}

// Precondition: mutex_ is held, or no other thread is there.
void Reading::tell(const Found& found, const Error& error) {
  if (!told_.insert(found.id).second) return;
  reporter_.failure(found.path, error);
  ++summary_.failed;
  ++summary_.failures[error.message];
}

// What stands inside a document gets places of its own, in one commit with the record: a build killed in between reads it again. Gives what
// is to be said of documents that were left out. Precondition: mutex_ is held.
Result<std::string> Reading::put_inside(const Found& found, const std::vector<Member>& members, Inside inside) {
  if (members.empty() && inside.rows.empty() && !found.holds) return std::string();
  std::set<std::string> names;
  std::size_t left_out = 0;
  for (const Member& member : members) {
    if (member.sha256.empty() || !room_.take_document(found.file(), found.id))
      ++left_out;
    else
      inside.add(found, name_inside(member.name, names), member.sha256, member.bytes, {});
  }
  found_inside_ = true;
  if (Status put = library_.put_documents(inside.documents); !put) return put.error();
  if (Status put = library_.put_inside(found.folder, found.place, inside.rows); !put) return put.error();
  return left_out > 0 ? extract::left_out_message(left_out) : std::string();
}

// retry: the next build tries again, since the fault may not be the document's. Precondition: mutex_ is held.
Status Reading::keep(const Found& found, const Published& document, const std::string& left_out, bool retry) {
  const std::optional<LogEntry> log = found.log.empty() ? std::nullopt : decode_log(found.log);
  const Binding binding{.folder = found.folder,
                        .in_reply_to = log && log->in_reply_to ? *log->in_reply_to : std::string(),
                        .summary = relate::summarise(document.record),
                        .place = place_key(found.folder, found.place),
                        .holder = found.holder,
                        .left_out = left_out};
  if (const auto keeper = authorities_.find(found.id); keeper != authorities_.end()) keeper->second = binding.summary.authority;
  if (document.record.error) tell(found, *document.record.error);
  if (!left_out.empty()) tell(found, document_error(left_out));
  ++summary_.made;
  return library_.put_record(found.id, encode(document), {.made_from = retry ? std::string() : found.made_from, .brief = encode(binding)});
}

}  // namespace

Status read_documents(const BuildOptions& options, const Reference& reference, Library& library, Reporter& reporter,
                      BuildSummary& summary) {
  return Reading(options, reference, library, reporter, summary).read_all();
}

}  // namespace foi
