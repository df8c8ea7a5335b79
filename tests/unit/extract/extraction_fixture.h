// What the tests of extraction share: a document on a descriptor, and proof that nothing of a worker is left.
#pragma once

#include <dirent.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "indexer/extract/extractor.h"

namespace foi::extract {

// A document that exists only in memory; its descriptor can be written, which no worker may be able to use.
class MemoryDocument {
 public:
  explicit MemoryDocument(std::string_view bytes) : fd_(::memfd_create("document", MFD_CLOEXEC)), size_(bytes.size()) {
    if (::write(fd_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) ADD_FAILURE() << "no memory file";
  }
  ~MemoryDocument() { ::close(fd_); }
  MemoryDocument(const MemoryDocument&) = delete;
  MemoryDocument& operator=(const MemoryDocument&) = delete;
  int fd() const { return fd_; }
  std::uint64_t size() const { return size_; }

 private:
  int fd_;
  std::uint64_t size_;
};

inline std::filesystem::path program(std::string_view name) { return std::filesystem::path(FOI_BIN_DIR) / name; }

inline int open_descriptors() {
  int count = 0;
  DIR* folder = ::opendir("/proc/self/fd");
  while (::readdir(folder) != nullptr) ++count;
  ::closedir(folder);
  return count;
}

inline bool has_children() {
  siginfo_t info{};
  return ::waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0 || errno != ECHILD;
}

// A test that leaves a descriptor open or a process behind fails.
class LeavesNothing : public ::testing::Test {
 protected:
  void SetUp() override { before_ = open_descriptors(); }
  void TearDown() override {
    EXPECT_EQ(open_descriptors(), before_) << "descriptors left open";
    EXPECT_FALSE(has_children()) << "a process was left";
  }

 private:
  int before_ = 0;
};

}  // namespace foi::extract
