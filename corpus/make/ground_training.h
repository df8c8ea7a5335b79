// Learns corpus/reference/ground_weights.tsv from letters that no rule was written with in sight: how far the rules, and the words of all
// places that cite a ground, tell what becomes of it.
#pragma once

#include <filesystem>
#include <string>

#include "indexer/model/reference.h"
#include "indexer/model/result.h"

namespace foi::corpus {

// The table as text; letters is a folder of specifications. The same letters, rules and claim weights give the same bytes. Errors: kUsage,
// naming file and line.
Result<std::string> train_grounds(const std::filesystem::path& letters, const Reference& reference);

}  // namespace foi::corpus
