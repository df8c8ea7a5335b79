// Learns corpus/reference/ground_weights.tsv from letters that no rule was written with in sight: how far the rules, and the words of all
// places that cite a ground, tell what becomes of it.
#pragma once

#include <filesystem>
#include <string>

#include "corpus/make/claim_training.h"
#include "indexer/model/result.h"

namespace foi::corpus {

// The table as text; letters is a folder of specifications, among those of claimed. What the words round a citation say, and those of
// the whole letter, is told for each by weights learnt without it (turns.h). The same letters, passages
// and rules give the same bytes. Errors: kUsage, naming file and line.
Result<std::string> train_grounds(const std::filesystem::path& letters, const ClaimTexts& claimed);

}  // namespace foi::corpus
