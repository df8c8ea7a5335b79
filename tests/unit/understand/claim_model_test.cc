// The words round a citation are named so that a model can weigh them.
#include "indexer/understand/claim_model.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/understand/cited.h"

namespace foi::understand {
namespace {

std::string joined(std::string_view lower) {
  std::string all;
  for (const std::string& word : claim_words(lower)) all += (all.empty() ? "" : " ") + word;
  return all;
}

TEST(ClaimWords, NumbersAndCitationsHaveOneNameEach) {
  constexpr std::pair<std::string_view, std::string_view> rows[] = {
      {"we rely on section 40(2) here", "we rely on \u00a7 here"},
      {"under s.31(1)(a), as above", "under \u00a7 , as above"},
      {"s 43 (2) applies", "\u00a7 applies"},
      {"regulation 12(4)(d) is engaged", "\u00a7 is engaged"},
      {"exempt: 40(2)", "exempt : \u00a7"},
      {"all 14 of the 1,200 files", "all 0 of the 0 , 0 files"},
      {"it doesn't apply", "it doesn't apply"},
      {"this section; that section", "this section | that section"},
      {"sections of the report", "sections of the report"},
      {"section 40(the second", "\u00a7 ( the second"},
      {"", ""},
  };
  for (const auto& [text, words] : rows) EXPECT_EQ(joined(text), words) << text;
}

std::string read_by(const Reference& reference, std::string_view text) {
  const Extraction extraction =
      make_extraction("Dear Enquirer,\n\nThank you for your request for information.\n\n" + std::string(text) + '\n');
  return described(understand({"aaaaaaaaaaaaaaaa", {}, false, extraction, nullptr}, reference).record);
}

// The likeliest stance of the first place of an answer that may claim a ground, by a model with these weights for one stance.
std::string_view likeliest(std::string_view stance, std::vector<std::pair<std::string, int>> weights, std::string_view text) {
  Reference reference = builtin_reference();
  reference.stances = {{std::string(stance), {.base = 0, .features = std::move(weights)}}};
  Page page;
  page.text = text;
  const Letter letter = join_pages({page});
  const Repaired repaired = repair(letter.text);
  const std::vector<Section> sections = find_sections(letter);
  const std::vector<FoundQuestion> questions;
  const RoleContext context{letter, repaired, sections, questions, Kind::kResponse, false};
  const std::vector<CodeCited> cited = parse_citations(repaired, *citation_table(reference), {});
  std::vector<double> likely;
  each_claim(cited, reference, context, [&](const CitedPlace& place) {
    if (likely.empty()) likely = ClaimModel(reference).stances(place);
  });
  if (likely.empty()) return "nothing";
  const auto best = std::ranges::max_element(likely);
  return std::ranges::count(likely, *best) == 1 ? kStanceNames[static_cast<std::size_t>(best - likely.begin())] : "unsure";
}

TEST(ClaimModel, WeighsTheWordsOfAPlace) {
  constexpr std::string_view text = "The names are withheld under section 40(2), says the parrot.";
  EXPECT_EQ(likeliest("considered", {{"R:parrot", 900}}, text), "considered");
  EXPECT_EQ(likeliest("requester", {{"R:parrot", 20}}, text), "requester");
  EXPECT_EQ(likeliest("considered", {{"L:parrot", 900}}, text), "unsure") << "words that do not stand there";
  EXPECT_EQ(likeliest("considered", {{"R:parrot", 900}}, "The names are withheld, says the parrot."), "nothing") << "no place";
}

TEST(ClaimModel, WithoutWeightsTheRulesCount) {
  Reference reference = builtin_reference();
  reference.stances.clear();
  EXPECT_EQ(read_by(reference, "The names are withheld under section 40(2)."), "foia-40-2 applied");
}

TEST(ClaimModel, TheTableHasEveryStance) {
  ASSERT_EQ(builtin_reference().stances.size(), kStanceNames.size());
  for (std::string_view name : kStanceNames) EXPECT_EQ(std::ranges::count(builtin_reference().stances, name, &StanceInfo::id), 1) << name;
}

}  // namespace
}  // namespace foi::understand
