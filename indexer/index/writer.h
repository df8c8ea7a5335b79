// Writes a generation: letters, questions and pages as Xapian databases in one folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/tombstone.h"
#include "indexer/model/record.h"
#include "indexer/model/reference.h"
#include "indexer/model/result.h"

namespace foi::index {

struct Totals {
  std::uint64_t letters = 0, questions = 0, pages = 0;
};

// Names of places → the id of the document that stands there, for places inside which documents stand.
using Holders = std::map<std::string, std::string, std::less<>>;

// What the caller tells of a document beside what is in it.
struct Tag {
  std::string fingerprint{};  // what read_state (update.h) gives back
  // The caller's name, of at most 100 bytes, for the place of what it stands inside, or empty. Whoever reads the record finds as its parent
  // what Holders say; so a holder that changes costs one line, however many documents stand inside it.
  std::string holder{};
};

// What an index says of itself.
struct About {
  std::string made_by;          // the caller's name for all that it depends on beside the documents
  std::vector<Tombstone> gone;  // ordered by id
  Holders holders{};            // of each holder that a Tag names
};

// One writer's part of an index, written beside the others. Thread safety: one thread at a time; lanes of one Writer in any number of
// threads.
class Lane {
 public:
  Lane(Lane&&) noexcept;
  Lane& operator=(Lane&&) noexcept;
  ~Lane();
  // Documents with an error are recorded as documents without text. Errors: kEnvironment (disk full …), after which nothing more can be
  // added; a document given twice is refused and changes nothing.
  Status add(const Published& document, const Tag& tag = {});
  // Every lane must be finished before the writer is.
  Status finish();

 private:
  friend class Writer;
  struct Impl;
  explicit Lane(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// The index is a function of the documents added: not of their order, lanes, the time or the machine (but for document numbers, which mean
// nothing outside).
class Writer {
 public:
  // dir must exist and be empty; reference must outlive writer and lanes. Errors: kEnvironment.
  static Result<Writer> create(const std::filesystem::path& dir, const Reference& reference, About about = {});
  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) noexcept;
  ~Writer();

  // Any thread. The lane must not outlive the writer, nor the writer be moved meanwhile.
  Result<Lane> begin_lane();
  // Joins the lanes. The folder is complete when this returns, though not yet durable.
  Result<Totals> finish();

 private:
  friend class Lane;
  struct Impl;
  explicit Writer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace foi::index
