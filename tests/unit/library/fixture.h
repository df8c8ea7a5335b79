// What tests of the library share: a folder that goes away, small documents, their records.
#pragma once

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/library/identity.h"
#include "indexer/library/library.h"
#include "indexer/library/published.h"
#include "indexer/model/codec.h"

namespace foi::library {

namespace fs = std::filesystem;

class TemporaryFolder {
 public:
  explicit TemporaryFolder(const fs::path& parent = fs::temp_directory_path()) {
    std::string name = (parent / "foi-library-XXXXXX").string();
    path_ = ::mkdtemp(name.data()) ? name : "";
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }
  fs::path operator/(std::string_view name) const { return path_ / name; }

 private:
  fs::path path_;
};

inline std::string slurp(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline void spit(const fs::path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

// An open file that only this process sees.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : descriptor_(::memfd_create("document", MFD_CLOEXEC)) {
    if (::write(descriptor_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) ADD_FAILURE() << "memfd";
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(descriptor_); }
  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

// A document made of the bytes given.
struct Sample {
  explicit Sample(std::string_view text) : bytes(text), sha256(sha256_hex(text)), id(document_id(sha256)) {}
  DocumentRow row() const { return {id, sha256, bytes.size()}; }
  SourceRow at(std::string_view folder, std::string_view path) const {
    return {std::string(folder), std::string(path), bytes.size(), 1'700'000'000'000'000'000, 42, id};
  }
  std::string key() const { return sha256 + "-1-eng"; }
  std::string published(std::string_view title = "A letter", std::uint32_t pages = 1) const {
    Published document;
    document.record.id = id;
    document.record.title = title;
    document.record.source.sha256 = sha256;
    for (std::uint32_t number = 1; number <= pages; ++number) {
      document.record.pages.push_back({number, number == 2 ? PageSource::kOcr : PageSource::kText, 1, bytes.size()});
      document.pages.emplace_back();
      document.pages.back().number = number;
      document.pages.back().text = bytes;
    }
    return encode(document);
  }
  std::string bytes, sha256, id;
};

inline Status put_original(Library& library, const Sample& sample) {
  return library.put_original(sample.sha256, MemoryFile(sample.bytes).get());
}

// Everything a build keeps of documents that lie in /corpus under "0", "1" …
inline Status keep(Library& library, const std::vector<Sample>& samples) {
  std::vector<DocumentRow> documents;
  std::vector<SourceRow> sources;
  for (const Sample& sample : samples) {
    if (auto done = put_original(library, sample); !done) return done;
    if (auto done = library.put_extraction(sample.key(), "pages of " + sample.bytes); !done) return done;
    documents.push_back(sample.row());
    sources.push_back(sample.at("/corpus", std::to_string(sources.size())));
  }
  if (auto done = library.put_documents(documents); !done) return done;
  if (auto done = library.replace_sources("/corpus", sources); !done) return done;
  if (auto done = library.begin(); !done) return done;
  for (const Sample& sample : samples)
    if (auto done = library.put_record(sample.id, sample.published()); !done) return done;
  if (auto done = library.drop_records_except_documents(); !done) return done;
  return library.commit();
}

inline std::vector<std::string> ids(const Library& library) {
  std::vector<std::string> found;
  auto documents = library.documents();
  EXPECT_TRUE(documents.ok());
  if (documents)
    for (const DocumentRow& row : *documents) found.push_back(row.id);
  return found;
}

inline std::vector<std::string> record_ids(const Library& library) {
  std::vector<std::string> found;
  auto read = library.for_each_record([&](std::string_view id, std::string_view) -> Status {
    found.emplace_back(id);
    return success();
  });
  EXPECT_TRUE(read.ok());
  return found;
}

inline std::vector<std::string> sorted_ids(std::vector<std::string> all) {
  std::sort(all.begin(), all.end());
  return all;
}

// The message of an error; of a success, which no test that asks expects, "(no error)".
template <class T>
std::string message_of(const Result<T>& result) {
  return result ? "(no error)" : result.error().message;
}

#define EXPECT_OK(expression)                                           \
  do {                                                                  \
    const auto& expect_ok_result = (expression);                        \
    EXPECT_TRUE(expect_ok_result.ok()) << message_of(expect_ok_result); \
  } while (false)

}  // namespace foi::library
