// Learns corpus/reference/claim_weights.tsv: from passages that cite a ground and whose stance is known (claims/*.tsv), each set into a
// small letter of its kind, and from letters whose grounds are known (.letter specifications), which teach how far the rules are to be
// trusted. The letters of the sample corpus are left out, so that they tell how well letters are read that were not learnt from.
#pragma once

#include <filesystem>
#include <string>

#include "indexer/model/reference.h"
#include "indexer/model/result.h"

namespace foi::corpus {

struct ClaimTexts {
  std::filesystem::path passages;  // folder of .tsv files
  std::filesystem::path letters;   // folder of .letter files
};

// The table as text. The same texts and rules give the same bytes. Errors: kUsage, naming file and line.
Result<std::string> train_claims(const ClaimTexts& texts, const Reference& reference);

// The places of the letters in a folder that have no label in its places.tsv (claim_places.h), as rows of one with "?" for the stance.
// Errors: kUsage, kEnvironment.
Result<std::string> unlabelled_places(const std::filesystem::path& letters, const Reference& reference);

}  // namespace foi::corpus
