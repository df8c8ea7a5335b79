// What the program makes of files: `foi-index inspect --pages`, run once over all of them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/model/record.h"

namespace foi::accuracy {

struct Reading {
  Record record;      // record.error is set when the file could not be read
  std::string shown;  // every text of record and pages that leaves the program, its path excepted; runs of white space made one space
};

// A line of inspect's output. Errors: kEnvironment.
Result<Reading> parse_reading(const std::string& line);
// One reading a file, in their order. The files are copied to names that mean nothing first: paths are no evidence.
// Errors: kEnvironment when the program failed.
Result<std::vector<Reading>> read_files(const std::vector<std::filesystem::path>& files);

}  // namespace foi::accuracy
