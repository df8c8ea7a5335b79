// Changes a few documents of the index that serves, without its readers noticing.
//
// The new generation shares the old one's tables by hard link and has version files of its own. Xapian's tables are trees whose blocks are
// never written over by the next commit: it writes the blocks that changed to free places in the same files, and only the small version
// file says which tree counts. So after one commit to each of the three databases there are two whole generations over one set of files,
// and the library's one rename decides which serves: before or after, nothing between, killed at any moment. The commit after that does
// write over blocks of the older generation, which is why Library::begin_successor deletes its folder first, and why a reader asks,
// after it has read, whether the folder is still there (Searcher::overtaken).
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/index/writer.h"
#include "indexer/model/record.h"
#include "indexer/model/reference.h"
#include "indexer/model/result.h"

namespace foi::index {

// What an index holds, without the documents.
struct State {
  std::string made_by;
  std::unordered_map<std::string, std::string> fingerprints;  // by document id
  std::vector<Tombstone> gone;                                // ordered by id
  Holders holders;
  Totals totals;
};
// Errors: kEnvironment: damaged, or of another format.
Result<State> read_state(const std::filesystem::path& generation);

// Thread safety: none. Afterwards the new generation is as Writer would have made it of the same documents, but for document numbers.
class Update {
 public:
  // next must exist and be empty, on the file system of serving, which no other generation may share files with. Errors: kEnvironment.
  static Result<Update> begin(const std::filesystem::path& serving, const std::filesystem::path& next, const Reference& reference);
  Update(Update&&) noexcept;
  Update& operator=(Update&&) noexcept;
  // Without finish() nothing has changed.
  ~Update();

  // Adds a document, or replaces the one of the same id. Each id at most once. Errors: kEnvironment, after which nothing more can be done.
  Status put(const Published& document, const Tag& tag = {});
  // One that is not there is no error.
  Status drop(std::string_view id);
  // Exactly these, ordered by id, are the documents that are gone from now on.
  Status set_gone(const std::vector<Tombstone>& gone);
  // Exactly these are the holders from now on.
  Status set_holders(const Holders& holders);
  Result<Totals> finish();

 private:
  struct Impl;
  explicit Update(std::unique_ptr<Impl> impl);
  template <class Work>
  Status run(const std::string& doing, Work work);
  std::unique_ptr<Impl> impl_;
};

// Copies an index into next, which must exist and be empty, without what stands in the parts of its tables that are in use no more: a
// delta frees blocks and leaves their bytes. Costs about half a millisecond a document, on two cores. Errors: kEnvironment.
Status copy_without_traces(const std::filesystem::path& serving, const std::filesystem::path& next);

}  // namespace foi::index
