#include "corpus/make/ground_training.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "corpus/make/claim_places.h"
#include "corpus/make/letter.h"
#include "corpus/make/outcome_training.h"
#include "corpus/make/sample.h"
#include "corpus/make/turns.h"
#include "corpus/make/weights_table.h"
#include "indexer/understand/citations.h"
#include "indexer/understand/ground_model.h"

namespace foi::corpus {
namespace {

using understand::GroundRead;
using understand::Standing;

// By ten-fold cross-validation over the letters.
constexpr double kPenalty = 5;
// Features of fewer grounds than this are chance; weights that are smaller, in hundredths, are left out of the table.
constexpr std::size_t kLeastGrounds = 3;
constexpr long kLeastWeight = 1;

struct Seen {
  understand::Features features;
  Standing truth;
};

// What becomes of each ground of a letter: all that are not named are not claimed.
std::map<std::string, Standing> truth_of(const Letter& letter) {
  std::map<std::string, Standing> truth;
  for (const std::string& entry : letter.list("exemptions")) {
    const std::vector<std::string> words = split_list(entry, ' ');
    if (words.size() != 2) continue;
    if (const auto status = parse_name<CitationStatus>(words[1])) truth[words[0]] = stands(*status) ? Standing::stands : Standing::fell;
  }
  return truth;
}

std::vector<Seen> grounds_of(const Letter& letter, const Reference& reference) {
  std::vector<Seen> seen;
  const std::map<std::string, Standing> truth = truth_of(letter);
  with_letter(words_of_letter(letter), reference, [&](const understand::RoleContext& context, understand::LawOfLetter law, auto review) {
    const std::vector<GroundRead> all = understand::read_grounds(context, law, review, reference);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto known = truth.find(all[i].id);
      seen.push_back({ground_features(all, i, context), known == truth.end() ? Standing::unclaimed : known->second});
    }
  });
  return seen;
}

// The program's tables with weights of claims and words that these letters taught nothing.
Result<Reference> reference_without(const Turn& turn, const ClaimExamples& claims, const OutcomeExamples& words) {
  const std::string of_claims = claims.table(turn.names), of_words = words.table(turn.names);
  ReferenceTexts texts = builtin_reference_texts();
  texts["claim_weights.tsv"] = of_claims;
  texts["outcome_words.tsv"] = of_words;
  return parse_reference(texts);
}

}  // namespace

Result<std::string> train_grounds(const std::filesystem::path& folder, const ClaimTexts& claimed) {
  const Result<std::vector<Letter>> letters = read_letters(folder);
  if (!letters) return letters.error();
  const Result<ClaimExamples> claims = ClaimExamples::read(claimed, builtin_reference());
  if (!claims) return claims.error();
  const Result<OutcomeExamples> words = OutcomeExamples::read(claimed.letters);
  if (!words) return words.error();
  std::vector<Seen> seen;
  for (const Turn& turn : turns_of(*letters)) {
    const Result<Reference> others = reference_without(turn, *claims, *words);
    if (!others) return others.error();
    for (const Letter* letter : turn.letters)
      for (Seen& ground : grounds_of(*letter, *others)) seen.push_back(std::move(ground));
  }
  std::map<std::string, std::size_t> counts;
  for (const Seen& ground : seen)
    for (const auto& [name, value] : ground.features) ++counts[name];
  WeightsTable table{.heading = "standing", .classes = {}, .features = {}, .penalty = kPenalty, .least = kLeastWeight};
  for (std::string_view name : understand::kStandingNames) table.classes.emplace_back(name);
  for (const auto& [name, count] : counts)
    if (count >= kLeastGrounds) table.features.emplace(name, static_cast<std::uint32_t>(table.features.size()));
  std::vector<Example> examples;
  for (const Seen& ground : seen) examples.push_back(example_of(ground.features, static_cast<std::size_t>(ground.truth), 1, table));
  return fit_table(examples, table);
}

}  // namespace foi::corpus
