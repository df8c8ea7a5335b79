// What handlers need of an edition. The real one stands in editions.cc; tests bring their own.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/searcher.h"
#include "indexer/model/record.h"
#include "indexer/model/result.h"

namespace foi::server {

// One edition: what it answers never changes. Thread safety: any number of threads. Meaning and errors as in index::Searcher.
class Search {
 public:
  virtual ~Search() = default;
  virtual Result<index::Results> search(const index::Request& request) const = 0;
  virtual std::optional<index::Refusal> refusal(const index::Request& request) const = 0;
  virtual Result<std::optional<Record>> document(std::string_view id) const = 0;
  virtual Result<std::optional<index::StoredPage>> page(std::string_view id, std::uint32_t number) const = 0;
  virtual Result<std::optional<index::Tombstone>> gone(std::string_view) const { return std::optional<index::Tombstone>(); }
  virtual bool overtaken() const { return false; }
  virtual Result<std::vector<Region>> marks(const index::StoredPage& page, std::string_view q) const = 0;
  virtual Result<std::vector<std::uint32_t>> matching(const index::Request& request) const = 0;
  virtual Result<std::vector<Record>> records(std::span<const std::uint32_t> numbers) const = 0;
  virtual Result<std::vector<index::FailureCount>> failures() const { return std::vector<index::FailureCount>(); }
  virtual std::uint64_t letters() const = 0;
  virtual const std::string& edition() const = 0;
};

}  // namespace foi::server
