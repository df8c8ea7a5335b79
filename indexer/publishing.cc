#include "indexer/publishing.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

#include "indexer/binding.h"
#include "indexer/index/update.h"
#include "indexer/index/writer.h"
#include "indexer/library/identity.h"
#include "indexer/model/codec.h"
#include "indexer/relate/relate.h"
#include "indexer/work_queue.h"

namespace foi {

namespace {

namespace fs = std::filesystem;
using library::Library;
using library::RecordRow;

// The part of all documents, and the number, up to which a change goes into the index there is. A document costs about twice as much
// there, and a whole new index is written by every core.
constexpr double kLargestDelta = 0.2;
constexpr std::size_t kSmallDelta = 64;

class Publishing {
 public:
  Publishing(const PublishOptions& options, const Reference& reference, Library& library, Reporter& reporter, BuildSummary& summary)
      : options_(options), reference_(reference), library_(library), reporter_(reporter), summary_(summary) {}

  Status relate();
  Status read_gone();
  Status publish();
  Status publish_removals();
  Status clear_traces();

 private:
  // Authority '\0' key of the reference → document.
  using ByReference = std::unordered_multimap<std::string, std::string>;
  struct Delta {
    std::vector<const RecordRow*> put;
    std::vector<std::string> drop;
    bool gone_differ = false;      // what is told of documents that are gone
    bool removals_differ = false;  // which of them were removed
    bool holders_differ = false;   // which documents others stand inside
    bool empty() const { return put.empty() && drop.empty() && !gone_differ && !holders_differ; }
    std::size_t size() const { return put.size() + drop.size(); }
  };

  Result<std::optional<std::string>> reply_target(const Binding& binding, const ByReference& by_reference) const;
  void find_holders(std::vector<Binding>& bindings);
  void leave_parents_open(const std::vector<relate::Summary>& summaries);
  const std::string& holder_of(const std::string& id) const;
  index::Tag tag_of(const RecordRow& row) const;
  std::string fingerprint(const RecordRow& row) const;
  Delta difference(const index::State& state) const;
  bool may_update(const std::optional<index::State>& state, const Delta& delta) const;
  Result<Published> document(std::string_view id, std::string_view bytes) const;
  Result<Published> document(const RecordRow& row) const;
  Status publish_delta(const Delta& delta);
  Status publish_whole(bool removals_differ);
  Result<const RecordRow*> next(std::string& bytes);
  Status write_lane(index::Writer& writer);
  void count(const index::Totals& totals, Publication publication);

  const PublishOptions& options_;
  const Reference& reference_;
  Library& library_;
  Reporter& reporter_;
  BuildSummary& summary_;
  std::vector<RecordRow> rows_;
  std::unordered_map<std::string, relate::Related> related_;
  std::unordered_map<std::string, std::string> holder_of_;  // id → the place_key of what it stands inside
  index::Holders holders_;
  std::vector<index::Tombstone> gone_;  // ordered by id
  std::mutex mutex_;                    // over what follows, reporter_ and library_, while lanes write
  std::size_t next_ = 0;
};

// -- relate

std::string key(std::string_view authority, std::string_view reference) { return std::string(authority) + '\0' + std::string(reference); }

// The log names what a document replies to by path or by reference; a reference counts when just one document of the authority bears it.
Result<std::optional<std::string>> Publishing::reply_target(const Binding& binding, const ByReference& by_reference) const {
  if (binding.in_reply_to.empty()) return std::optional<std::string>();
  Result<std::optional<std::string>> there = library_.id_at(binding.folder, binding.in_reply_to);
  if (!there || *there) return there;
  const auto [from, to] = by_reference.equal_range(key(binding.summary.authority, relate::reference_key(binding.in_reply_to)));
  if (from == to || std::next(from) != to || from->second == binding.summary.id) return std::optional<std::string>();
  return std::optional(from->second);
}

// What stands now where the documents inside say that they do.
void Publishing::find_holders(std::vector<Binding>& bindings) {
  std::unordered_map<std::string_view, std::string_view> at;
  for (const Binding& binding : bindings)
    if (!binding.place.empty()) at.emplace(binding.place, binding.summary.id);
  for (Binding& binding : bindings) {
    const auto holder = at.find(binding.holder);
    if (binding.holder.empty() || holder == at.end()) continue;
    binding.summary.parent = holder->second;
    holder_of_.emplace(binding.summary.id, binding.holder);
    holders_.emplace(binding.holder, holder->second);
  }
}

// So that a record says the same whatever the id of its parent: the index fills it in.
void Publishing::leave_parents_open(const std::vector<relate::Summary>& summaries) {
  for (const relate::Summary& summary : summaries)
    if (holder_of_.contains(summary.id))
      if (const auto related = related_.find(summary.id); related != related_.end())
        relate::leave_parent_open(*summary.parent, related->second);
}

const std::string& Publishing::holder_of(const std::string& id) const {
  static const std::string kNone;
  const auto holder = holder_of_.find(id);
  return holder == holder_of_.end() ? kNone : holder->second;
}

Status Publishing::relate() {
  Result<std::vector<RecordRow>> rows = library_.record_rows();
  if (!rows) return rows.error();
  rows_ = std::move(*rows);
  std::vector<Binding> bindings;
  ByReference by_reference;
  for (RecordRow& row : rows_) {
    Result<Binding> binding = decode_binding(std::exchange(row.note.brief, {}));
    if (!binding) return environment_error("record " + row.id + ": " + binding.error().message + "; foi-index build --rebuild mends it");
    // An entry of a log bears the reference of a letter that may be there too.
    if (!binding->summary.reference.empty() && !binding->summary.is_log_entry)
      by_reference.emplace(key(binding->summary.authority, binding->summary.reference), row.id);
    bindings.push_back(std::move(*binding));
  }
  find_holders(bindings);
  std::vector<relate::Summary> summaries;
  for (Binding& binding : bindings) {
    Result<std::optional<std::string>> target = reply_target(binding, by_reference);
    if (!target) return target.error();
    summaries.push_back(std::move(binding.summary));
    summaries.back().in_reply_to = std::move(*target);
  }
  related_ = relate::relate(summaries);
  leave_parents_open(summaries);
  return success();
}

bool removed(const index::Tombstone& tombstone) { return tombstone.successor.empty(); }

Status Publishing::read_gone() {
  Result<std::vector<library::Removal>> removals = library_.removals();
  if (!removals) return removals.error();
  Result<std::vector<library::Replacement>> replacements = library_.replacements();
  if (!replacements) return replacements.error();
  std::unordered_map<std::string_view, std::string_view> dates;
  for (const library::Removal& removal : *removals) {
    dates.emplace(removal.id, removal.date);
    gone_.push_back({removal.id, removal.date});
  }
  for (const auto& [id, successor] : *replacements) {
    const auto date = dates.find(successor);
    gone_.push_back({id, std::string(date == dates.end() ? "" : date->second), successor});
  }
  std::sort(gone_.begin(), gone_.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return success();
}

// -- what differs

// Of a record and what binds it: an index that holds the same says the same of it.
std::string Publishing::fingerprint(const RecordRow& row) const {
  const auto related = related_.find(row.id);
  return library::sha256_hex(row.digest + holder_of(row.id) +
                             (related == related_.end() ? std::string() : relate::encode(related->second)));
}

index::Tag Publishing::tag_of(const RecordRow& row) const { return {fingerprint(row), holder_of(row.id)}; }

Publishing::Delta Publishing::difference(const index::State& state) const {
  Delta delta;
  std::unordered_map<std::string_view, const RecordRow*> wanted;
  for (const RecordRow& row : rows_) {
    wanted.emplace(row.id, &row);
    const auto there = state.fingerprints.find(row.id);
    if (there == state.fingerprints.end() || there->second != fingerprint(row)) delta.put.push_back(&row);
  }
  for (const auto& [id, ignored] : state.fingerprints)
    if (!wanted.contains(id)) delta.drop.push_back(id);
  std::sort(delta.drop.begin(), delta.drop.end());
  delta.holders_differ = state.holders != holders_;
  delta.gone_differ = state.gone != gone_;
  std::vector<index::Tombstone> before, after;
  std::copy_if(state.gone.begin(), state.gone.end(), std::back_inserter(before), removed);
  std::copy_if(gone_.begin(), gone_.end(), std::back_inserter(after), removed);
  delta.removals_differ = before != after;
  return delta;
}

bool Publishing::may_update(const std::optional<index::State>& state, const Delta& delta) const {
  if (!state || options_.rebuild) return false;
  if (state->made_by != options_.code && !options_.accept_other_code) return false;
  return delta.size() <= std::max(kSmallDelta, static_cast<std::size_t>(kLargestDelta * static_cast<double>(rows_.size())));
}

// -- index and publish

Result<Published> Publishing::document(std::string_view id, std::string_view bytes) const {
  Result<Published> document = decode_published(bytes);
  if (!document)
    return environment_error("record " + std::string(id) + " is damaged (" + document.error().message +
                             "); foi-index build --rebuild makes it again");
  if (const auto related = related_.find(std::string(id)); related != related_.end()) relate::apply(related->second, document->record);
  return document;
}

Result<Published> Publishing::document(const RecordRow& row) const {
  Result<std::optional<std::string>> bytes = library_.published(row.id);
  if (!bytes) return bytes.error();
  return document(row.id, *bytes ? **bytes : std::string());
}

Status Publishing::publish_delta(const Delta& delta) {
  Result<std::optional<Library::Successor>> folders = library_.begin_successor();
  if (!folders) return folders.error();
  if (!*folders) return environment_error("no index serves");
  Result<index::Update> update = index::Update::begin((*folders)->serving, (*folders)->next, reference_);
  if (!update) return update.error();
  for (const std::string& id : delta.drop)
    if (Status dropped = update->drop(id); !dropped) return dropped;
  std::uint64_t done = 0;
  for (const RecordRow* row : delta.put) {
    Result<Published> changed = document(*row);
    if (!changed) return changed.error();
    if (Status put = update->put(*changed, tag_of(*row)); !put) return put;
    reporter_.progress("indexing", ++done, delta.put.size());
  }
  if (delta.gone_differ)
    if (Status told = update->set_gone(gone_); !told) return told;
  if (delta.holders_differ)
    if (Status told = update->set_holders(holders_); !told) return told;
  Result<index::Totals> totals = update->finish();
  if (!totals) return totals.error();
  count(*totals, Publication::kDelta);
  summary_.indexed = delta.size();
  return library_.publish((*folders)->next, delta.removals_differ ? Library::Previous::kDelete : Library::Previous::kKeep);
}

// The next record and its published document; null when all have been given out.
Result<const RecordRow*> Publishing::next(std::string& bytes) {
  const std::lock_guard lock(mutex_);
  if (next_ == rows_.size()) return static_cast<const RecordRow*>(nullptr);
  const RecordRow& row = rows_[next_++];
  Result<std::optional<std::string>> found = library_.published(row.id);
  if (!found) return found.error();
  bytes = *found ? std::move(**found) : std::string();
  reporter_.progress("indexing", next_, rows_.size());
  return &row;
}

Status Publishing::write_lane(index::Writer& writer) {
  Result<index::Lane> lane = writer.begin_lane();
  if (!lane) return lane.error();
  std::string bytes;
  while (true) {
    Result<const RecordRow*> row = next(bytes);
    if (!row) return row.error();
    if (!*row) return lane->finish();
    Result<Published> whole = document((*row)->id, bytes);
    if (!whole) return whole.error();
    if (Status added = lane->add(*whole, tag_of(**row)); !added) return added;
  }
}

Status Publishing::publish_whole(bool removals_differ) {
  Result<fs::path> generation = library_.begin_generation();
  if (!generation) return generation.error();
  Result<index::Writer> writer = index::Writer::create(*generation, reference_, {options_.code, gone_, holders_});
  if (!writer) return writer.error();
  next_ = 0;
  const auto lanes = static_cast<std::size_t>(std::max(1, options_.jobs));
  Status written = for_each_in_parallel(lanes, options_.jobs, [&](std::size_t) { return write_lane(*writer); });
  if (!written) return written;
  Result<index::Totals> totals = writer->finish();
  if (!totals) return totals.error();
  count(*totals, Publication::kWhole);
  summary_.indexed = rows_.size();
  const auto previous = removals_differ ? Library::Previous::kDelete : Library::Previous::kKeep;
  if (Status published = library_.publish(*generation, previous); !published) return published;
  return library_.unmark(Library::Mark::kTraces);  // it was written from the records alone
}

void Publishing::count(const index::Totals& totals, Publication publication) {
  summary_.documents = rows_.size();
  summary_.letters = totals.letters;
  summary_.questions = totals.questions;
  summary_.pages = summary_.ocr_pages = 0;
  for (const RecordRow& row : rows_) {
    summary_.pages += row.pages;
    summary_.ocr_pages += row.ocr_pages;
  }
  summary_.publication = publication;
}

Status Publishing::publish() {
  std::optional<index::State> state;
  if (const Result<fs::path> serving = library_.serving())
    if (Result<index::State> read = index::read_state(*serving)) state = std::move(*read);
  const Delta delta =
      state ? difference(*state) : Delta{.put = {}, .drop = {}, .gone_differ = true, .removals_differ = true, .holders_differ = true};
  const Result<bool> traces = library_.marked(Library::Mark::kTraces);
  if (!traces) return traces.error();
  if (!may_update(state, delta)) return publish_whole(delta.removals_differ || *traces);
  if (delta.empty()) {
    count(state->totals, Publication::kNothing);
    return success();
  }
  const Status published = publish_delta(delta);
  if (published) return published;
  // Whatever is wrong with the index there is, or cannot be done to it, does not matter to a new one.
  reporter_.remark("the index could not be changed in place (" + published.error().message + "); making a new one");
  return publish_whole(delta.removals_differ || *traces);
}

// Leaves what the index says of all else as it is.
Status Publishing::publish_removals() {
  const Result<fs::path> serving = library_.serving();
  if (!serving) return success();  // nothing serves
  Result<index::State> state = index::read_state(*serving);
  if (!state) return state.error();
  Delta delta;
  delta.removals_differ = true;
  std::map<std::string, index::Tombstone> gone;
  std::erase_if(gone_, [](const index::Tombstone& tombstone) { return !removed(tombstone); });
  for (const index::Tombstone& tombstone : gone_) {
    gone.emplace(tombstone.id, tombstone);
    if (state->fingerprints.contains(tombstone.id)) delta.drop.push_back(tombstone.id);
  }
  for (const index::Tombstone& before : state->gone)
    if (!removed(before)) gone.emplace(before.id, before);
  gone_.clear();
  for (auto& [id, tombstone] : gone) gone_.push_back(std::move(tombstone));
  holders_ = state->holders;
  std::erase_if(holders_, [&](const auto& holder) { return std::binary_search(delta.drop.begin(), delta.drop.end(), holder.second); });
  delta.gone_differ = state->gone != gone_;
  delta.holders_differ = state->holders != holders_;
  return delta.empty() ? success() : publish_delta(delta);
}

// The delta that dropped what was removed serves already: only then is its text worked out of the files, which takes longer.
Status Publishing::clear_traces() {
  const Result<bool> left = library_.marked(Library::Mark::kTraces);
  if (!left) return left.error();
  const Result<fs::path> serving = library_.serving();
  if (!*left || !serving) return success();
  reporter_.remark("what was removed is gone from the index; its traces in the files are being cleared");
  Result<fs::path> next = library_.begin_generation();
  if (!next) return next.error();
  if (Status copied = index::copy_without_traces(*serving, *next); !copied) return copied;
  if (Status published = library_.publish(*next, Library::Previous::kDelete); !published) return published;
  return library_.unmark(Library::Mark::kTraces);
}

}  // namespace

Status publish_index(const PublishOptions& options, const Reference& reference, Library& library, Reporter& reporter,
                     BuildSummary& summary) {
  Publishing publishing(options, reference, library, reporter, summary);
  if (Status related = publishing.relate(); !related) return related;
  if (Status read = publishing.read_gone(); !read) return read;
  if (Status published = publishing.publish(); !published) return published;
  if (Status finished = library.unmark(Library::Mark::kUnfinished); !finished) return finished;
  return publishing.clear_traces();
}

Status publish_decision(const PublishOptions& options, const Reference& reference, Library& library, Reporter& reporter) {
  BuildSummary summary;
  const Result<bool> unfinished = library.marked(Library::Mark::kUnfinished);
  if (!unfinished) return unfinished.error();
  if (!*unfinished) {
    if (Status dropped = library.drop_records_except_documents(); !dropped) return dropped;
    return publish_index(options, reference, library, reporter, summary);
  }
  Publishing publishing(options, reference, library, reporter, summary);
  if (Status read = publishing.read_gone(); !read) return read;
  if (Status published = publishing.publish_removals(); !published) return published;
  reporter.remark("a build before this was not finished: what was removed is gone, all else follows with the next foi-index build");
  return publishing.clear_traces();
}

}  // namespace foi
