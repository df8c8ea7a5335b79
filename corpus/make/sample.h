// The sample corpus: every letter of a folder, rendered, with the tables beside them.
#pragma once

#include <filesystem>
#include <vector>

#include "corpus/make/letter.h"
#include "indexer/model/result.h"

namespace foi::corpus {

// The specifications in a folder, ordered by name. Errors: kUsage (a bad one), kEnvironment.
Result<std::vector<Letter>> read_letters(const std::filesystem::path& folder);
// Writes documents/…, documents/manifest.csv, truth.jsonl and CONTENTS.tsv under out; removes nothing. Gives the number of documents.
Result<std::size_t> make_sample(const std::filesystem::path& letters, const std::filesystem::path& out);

}  // namespace foi::corpus
