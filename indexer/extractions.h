// What was extracted of the documents in a library: from its cache where it was done before, otherwise made now and kept there.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/extractor.h"
#include "indexer/library/library.h"
#include "indexer/model/document.h"
#include "indexer/model/result.h"

namespace foi {

// A document as far as its extraction depends on it. Views: of whoever asks.
struct Original {
  std::string_view sha256;
  std::uint64_t bytes = 0;
  std::string_view folder, path;  // the library's name of the folder; the path as shown to people
  bool is_entry = false;          // of a disclosure log
};

// Thread safety: any number of threads.
class Extractions {
 public:
  // The library must outlive it.
  Extractions(extract::Options options, library::Library& library);

  // Two originals of one key have one extraction.
  std::string key(const Original& original) const;
  // Asked for each document inside, with its bytes: whether there is room for it.
  using Room = std::function<bool(std::uint64_t bytes)>;
  // The outer error is the world's, the inner one the document's or the worker's. The bytes of what stands inside are in the library's
  // originals when it returns. Without room for all of them it fails; that depends on where it stands and is not kept in the cache.
  Result<Result<Extraction>> get(const Original& original, const Room& room);
  // How many were made and not in the cache.
  std::uint64_t made() const { return made_; }

 private:
  bool holds_all(const Extraction& extraction) const;
  Result<Result<Extraction>> entry_of(const Original& original) const;
  Status keep_member(std::string_view name, std::string_view bytes, std::vector<Member>& members);

  extract::OcrSettings ocr_;
  library::Library& library_;
  extract::Extractor extractor_;
  std::atomic<std::uint64_t> made_ = 0;
};

}  // namespace foi
