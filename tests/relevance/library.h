// A library made of files, and searched as the site does.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/index/searcher.h"

namespace foi::relevance {

class TestLibrary {
 public:
  // Reads the files of a folder into a library with foi-index. Errors: kEnvironment.
  static Result<TestLibrary> build(const std::filesystem::path& folder, const std::filesystem::path& library);

  const index::Searcher& searcher() const { return *searcher_; }
  // Names under the folder, by document id.
  const std::map<std::string, std::string>& files() const { return files_; }
  // Letters in the order found; nothing for a query that cannot be read. Errors: kEnvironment.
  struct Found {
    std::string file;
    bool anywhere = false;  // it says where it matches
  };
  Result<std::vector<Found>> search(const std::string& query, std::size_t limit) const;

 private:
  std::shared_ptr<const index::Searcher> searcher_;
  std::map<std::string, std::string> files_;
};

}  // namespace foi::relevance
