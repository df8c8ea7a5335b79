// How much is found inside files in one run, at any depth, and whether there is room for more.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "indexer/model/limits.h"

namespace foi {

// Of a file it knows the documents that hold others, by id: one that is read again counts once. Not thread safe.
class InsideRoom {
 public:
  explicit InsideRoom(std::uint64_t most_bytes) : most_bytes_(most_bytes) {}

  // Forgets what was found inside the document.
  void count_anew(const std::string& file, const std::string& id) {
    const auto before = documents_.find(id);
    if (before == documents_.end()) return;
    files_[file].documents -= before->second.documents;
    files_[file].bytes -= before->second.bytes;
    documents_.erase(before);
  }
  // What came and was refused afterwards counts all the same: it may be in the originals.
  bool take_bytes(const std::string& file, const std::string& id, std::uint64_t bytes) {
    Amount& all = files_[file];
    Amount& own = documents_[id];
    if (bytes > most_bytes_ - all.bytes) {
      crowded_.insert(file);
      return false;
    }
    all.bytes += bytes;
    own.bytes += bytes;
    return true;
  }
  bool take_document(const std::string& file, const std::string& id) {
    if (files_[file].documents == limits::kMaxMembers) return false;
    ++files_[file].documents;
    ++documents_[id].documents;
    return true;
  }
  // Whether room was taken for what the document holds, or was refused.
  bool knows(const std::string& id) const { return documents_.contains(id); }
  // The files in which bytes were refused since this was asked last.
  std::unordered_set<std::string> crowded() { return std::exchange(crowded_, {}); }

 private:
  struct Amount {
    std::uint32_t documents = 0;
    std::uint64_t bytes = 0;
  };
  std::uint64_t most_bytes_;
  std::unordered_map<std::string, Amount> files_, documents_;
  std::unordered_set<std::string> crowded_;
};

}  // namespace foi
