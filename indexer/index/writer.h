// Writes a generation: letters, questions and pages as Xapian databases in one folder.
#pragma once

#include <filesystem>
#include <memory>

#include "indexer/model/record.h"
#include "indexer/model/reference.h"
#include "indexer/model/result.h"

namespace foi::index {

struct WriterTotals {
  std::uint64_t letters = 0, questions = 0, pages = 0;
};

// Thread safety: none. The index is a function of the documents added: not of their order, the time or the machine.
class Writer {
 public:
  // dir must exist and be empty; reference must outlive the writer. Errors: kEnvironment.
  static Result<Writer> create(const std::filesystem::path& dir, const Reference& reference);
  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) noexcept;
  ~Writer();

  // Documents with an error are recorded as documents without text. Errors: kEnvironment (disk full …), after which nothing more can be
  // added; a document given twice is refused and changes nothing.
  Status add(const Published& document);
  // Commits and compacts. The folder is complete when this returns.
  Result<WriterTotals> finish();

 private:
  struct Impl;
  explicit Writer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace foi::index
