// Learns corpus/reference/claim_weights.tsv: from passages that cite a ground and whose stance is known (claims/*.tsv), each set into a
// small letter of its kind, and from letters whose places are labelled (.letter specifications beside a places.tsv), which teach how far
// the rules are to be trusted. The letters of the sample corpus are left out, so that they tell how well letters are read that were not
// learnt from.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/model/reference.h"
#include "indexer/model/result.h"
#include "indexer/understand/claim_model.h"

namespace foi::corpus {

struct ClaimTexts {
  std::filesystem::path passages;              // folder of .tsv files
  std::vector<std::filesystem::path> letters;  // folders of .letter files
};

// A labelled place as the rules read it.
struct ClaimExample {
  std::string letter;  // empty for a passage
  understand::Features features;
  understand::Stance stance;
  float weight;
};

// Every labelled place of the texts, for tables learnt of all or of some.
class ClaimExamples {
 public:
  // Errors: kUsage, naming file and line.
  static Result<ClaimExamples> read(const ClaimTexts& texts, const Reference& reference);
  // The table as text, of all but the letters of these names. The same texts and rules give the same bytes.
  std::string table(const std::set<std::string>& without = {}) const;

 private:
  explicit ClaimExamples(std::vector<ClaimExample> examples) : examples_(std::move(examples)) {}
  std::vector<ClaimExample> examples_;
};

// The places of the letters in a folder that have no label in its places.tsv (claim_places.h), as rows of one with "?" for the stance.
// Errors: kUsage, kEnvironment.
Result<std::string> unlabelled_places(const std::filesystem::path& letters, const Reference& reference);

}  // namespace foi::corpus
