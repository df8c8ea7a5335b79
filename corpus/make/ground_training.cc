#include "corpus/make/ground_training.h"

#include <algorithm>
#include <map>
#include <span>
#include <string_view>
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

// A ground as one model sees it, and the number of its true class.
struct Seen {
  understand::Features features;
  std::size_t truth;
};

// Of all grounds, and of those that fell elsewhere than in a notice.
struct Grounds {
  std::vector<Seen> standings, falls;
};

// What becomes of each ground of a letter: all that are not named are not claimed.
std::map<std::string, CitationStatus> truth_of(const Letter& letter) {
  std::map<std::string, CitationStatus> truth;
  for (const std::string& entry : letter.list("exemptions")) {
    const std::vector<std::string> words = split_list(entry, ' ');
    if (words.size() != 2) continue;
    if (const auto status = parse_name<CitationStatus>(words[1])) truth[words[0]] = *status;
  }
  return truth;
}

// The number of a status among kFalls.
std::size_t fall_of(CitationStatus status) {
  const auto same = [&](understand::Stance fall) { return understand::status_of(fall, Stage::kReview) == status; };
  return static_cast<std::size_t>(std::ranges::find_if(understand::kFalls, same) - understand::kFalls.begin());
}

void add_grounds(const Letter& letter, const Reference& reference, Grounds& seen) {
  const std::map<std::string, CitationStatus> truth = truth_of(letter);
  with_letter(words_of_letter(letter), reference, [&](const understand::RoleContext& context, understand::LawOfLetter law, auto review) {
    const std::vector<GroundRead> all = understand::read_grounds(context, law, review, reference);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto known = truth.find(all[i].id);
      const Standing standing = known == truth.end() ? Standing::unclaimed : stands(known->second) ? Standing::stands : Standing::fell;
      understand::Features features = ground_features(all, i, context);
      if (standing == Standing::fell && !context.is_notice())
        seen.falls.push_back({fall_features(features, all[i]), fall_of(known->second)});
      seen.standings.push_back({std::move(features), static_cast<std::size_t>(standing)});
    }
  });
}

// Rows for the classes of these names.
std::string table_of(const std::vector<Seen>& grounds, std::span<const std::string_view> names) {
  std::map<std::string, std::size_t> counts;
  for (const Seen& ground : grounds)
    for (const auto& [name, value] : ground.features) ++counts[name];
  WeightsTable table{.heading = "standing", .classes = {}, .features = {}, .penalty = kPenalty, .least = kLeastWeight};
  for (std::string_view name : names) table.classes.emplace_back(name);
  for (const auto& [name, count] : counts)
    if (count >= kLeastGrounds) table.features.emplace(name, static_cast<std::uint32_t>(table.features.size()));
  std::vector<Example> examples;
  for (const Seen& ground : grounds) examples.push_back(example_of(ground.features, ground.truth, 1, table));
  return fit_table(examples, table);
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
  Grounds seen;
  for (const Turn& turn : turns_of(*letters)) {
    const Result<Reference> others = reference_without(turn, *claims, *words);
    if (!others) return others.error();
    for (const Letter* letter : turn.letters) add_grounds(*letter, *others, seen);
  }
  const std::string falls = table_of(seen.falls, understand::fall_names());
  return table_of(seen.standings, understand::kStandingNames) + falls.substr(falls.find('\n') + 1);
}

}  // namespace foi::corpus
