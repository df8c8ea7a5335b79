// A folder of documents through the whole flow, with the real workers: built, changed, and built again.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/searcher.h"
#include "indexer/model/limits.h"
#include "indexer/model/record.h"
#include "indexer/pipeline.h"
#include "tests/unit/pipeline/scratch.h"

namespace foi::test {

class Told final : public Reporter {
 public:
  void progress(std::string_view, std::uint64_t, std::uint64_t) override {}
  void failure(std::string_view path, const Error& error) override { failures.push_back(std::string(path) + ": " + error.message); }
  void remark(std::string_view) override {}
  std::vector<std::string> failures;
};

using Paths = std::vector<std::string>;

class FlowTest : public ::testing::Test {
 protected:
  std::filesystem::path library() const { return home_ / "library"; }
  BuildSummary build() { return build(library()); }
  BuildSummary build(const std::filesystem::path& library);
  void remove(const std::string& id);
  void restore(const std::string& id);

  // By the path inside the corpus, as the library keeps them: without what relate and the index add.
  std::map<std::string, Published> records() const { return records(library()); }
  std::map<std::string, Published> records(const std::filesystem::path& library) const;
  Paths paths() const;
  std::string id_of(const std::string& path) const { return records().at(path).record.id; }
  // As the index serves them.
  std::optional<Record> served(const std::string& id) const;
  // The path of the document that the one at this path names as its parent; empty when it names none.
  std::string parent_of(const std::string& path) const;
  index::Results search(const index::Request& request) const;
  // Ids of the hits, in order.
  std::vector<std::string> found(const std::string& q) const;

  // All that the index says, but for what became of ids that stand nowhere any more: that is history, which a library made at once has not.
  static std::string dump(const std::filesystem::path& library);
  // What was built step by step is what building at once gives, in records and index; and building again changes nothing.
  void expect_as_built_at_once();

  Scratch corpus_, home_;
  Told told_;
  bool rebuild_ = false;
  std::uint64_t most_bytes_inside_ = limits::kMaxMembersBytes;

 private:
  std::shared_ptr<const index::Searcher> open() const;
};

}  // namespace foi::test
