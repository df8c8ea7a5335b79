// One foreign program over one document, behind a fence of its own: it may read the document and its own tables, and be nothing but
// itself. For programs of other people that read formats no library does. Linux with Landlock only.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "indexer/model/result.h"

namespace foi::extract {

struct Fence {
  std::string program;                 // absolute path; the one thing that can be executed
  std::vector<std::string> arguments;  // without the program's own name; the document is kFencedDocument
  std::vector<std::string> environment;
  std::vector<std::string> readable;  // folders and files besides the system's libraries
  std::size_t most_bytes = 0;         // of its standard output; more ends it
  std::chrono::milliseconds deadline{};
};

// What a fenced program opens to read the document.
inline constexpr const char* kFencedDocument = "/dev/fd/3";

// Runs it over the open document and gives its standard output; standard error leads nowhere. No network, no other process, no file
// written, memory and time limited as a worker's. The caller must be a single-threaded process that can fork.
// Errors: kDocument when it took too long, gave too much, crashed or said that it failed; kWorker when it is not installed or the kernel
// has no Landlock, so that nothing was read.
Result<std::string> run_fenced(const Fence& fence, int document);

}  // namespace foi::extract
