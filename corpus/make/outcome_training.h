// Learns how letters end: corpus/reference/outcome_words.tsv from the words of letters whose outcome is known, and outcome_weights.tsv from
// letters that no rule was written with in sight, how far the rules and those words are to be trusted.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "corpus/make/letter.h"
#include "indexer/model/result.h"
#include "indexer/model/vocabulary.h"
#include "indexer/understand/linear_model.h"

namespace foi::corpus {

// The words of letters with what became of the request.
class OutcomeExamples {
 public:
  // folders: of .letter files. Errors: kUsage, naming the file.
  static Result<OutcomeExamples> read(const std::vector<std::filesystem::path>& folders);
  // outcome_words.tsv as text, of all but the letters of these names. The same letters give the same bytes.
  std::string table(const std::set<std::string>& without = {}) const;

 private:
  struct Seen {
    std::string letter;
    understand::Features features;
    Outcome outcome;
  };
  std::vector<Seen> seen_;
};

// outcome_weights.tsv as text; letters is a folder of specifications, among those of told. The words of each are told by weights learnt
// without it. The same letters and rules give the same bytes. Errors: kUsage, naming the file.
Result<std::string> train_outcomes(const std::filesystem::path& letters, const std::vector<std::filesystem::path>& told);

}  // namespace foi::corpus
