// Explanations: the words given suffice for the claim, and are few.
#include "indexer/understand/explain.h"

#include <gtest/gtest.h>

#include "tests/unit/understand/letters.h"

namespace foi::understand {
namespace {

constexpr std::string_view kLetter =
    "Date: Tuesday, 9th May 2023\nOur Ref: FOI 8841\n\nRe: Freedom of Information Request FOI 8841\n\nDear Ms Quillfeather,\n\n"
    "Thank you for your request, received in this office on 3rd May 2023.\n\nYour request was as follows:\n\n"
    "1. The total spent on agency nurses in 2022.\n\nThe Trust is withholding this information under Section 43(2) of the Freedom of "
    "Information Act.\n\n"
    "If you are dissatisfied with the handling of your request, you may ask for an internal review.\n\nYours sincerely\n\nInformation "
    "Office\n\f"
    "Enclosed: a leaflet about parking\nand another about the canteen\n";

std::vector<Explanation> explained(std::string_view text, Effort effort = {}) {
  const Extraction extraction = make_extraction(text);
  const Input input{"aaaaaaaaaaaaaaaa", {}, false, extraction, nullptr};
  return explain(input, understand(input, builtin_reference()), builtin_reference(), effort);
}

std::string words_of(const std::vector<Explanation>& all, const std::string& claim, const std::string& value) {
  for (const Explanation& e : all) {
    if (e.claim != claim || e.value != value) continue;
    std::string words;
    for (const Evidence& stretch : e.words) words += (words.empty() ? "" : " | ") + stretch.quote;
    return words;
  }
  return "no such claim";
}

TEST(Explain, GivesTheLinesThatSuffice) {
  const std::vector<Explanation> all = explained(kLetter);
  const struct {
    const char *claim, *value, *holds, *lacks;
  } rows[] = {{"reference", "FOI 8841", "FOI 8841", "withholding"},
              {"responded", "2023-05-09", "Tuesday, 9th May 2023", "3rd May"},
              {"received", "2023-05-03", "received in this office on 3rd May 2023", "leaflet"},
              {"exemption", "foia-43-2 applied", "under Section 43(2)", "received in this office"},
              {"outcome", "refused-in-full", "withholding", "leaflet"}};
  for (const auto& row : rows) {
    const std::string words = words_of(all, row.claim, row.value);
    EXPECT_NE(words.find(row.holds), std::string::npos) << row.claim << ": " << words;
    EXPECT_EQ(words.find(row.lacks), std::string::npos) << row.claim << ": " << words;
  }
}

// The promise itself: a letter of these lines alone makes the claim.
TEST(Explain, TheLinesAloneMakeTheClaim) {
  for (const Explanation& e : explained(kLetter)) {
    if (e.claim != "exemption" && e.claim != "responded") continue;
    std::string letter;
    for (const Evidence& stretch : e.words) letter += stretch.quote + "\n\n";
    const std::string words = words_of(explained(letter), e.claim, e.value);
    EXPECT_NE(words, "no such claim") << e.claim << " " << e.value << " from\n" << letter;
  }
}

TEST(Explain, NamesStayMasked) {
  for (const Explanation& e : explained(kLetter))
    for (const Evidence& stretch : e.words) EXPECT_EQ(stretch.quote.find("Quillfeather"), std::string::npos) << e.claim;
}

TEST(Explain, PlacesAreCodePointsOfThePublishedPage) {
  const Extraction extraction = make_extraction("Café Ångström\nDear Ms Quillfeather,\nOur Ref: FOI 8841\n");
  const Input input{"aaaaaaaaaaaaaaaa", {}, false, extraction, nullptr};
  const Published published = understand(input, builtin_reference());
  const std::vector<Explanation> all = explain(input, published, builtin_reference());
  const auto found = std::find_if(all.begin(), all.end(), [](const Explanation& e) { return e.claim == "reference"; });
  ASSERT_NE(found, all.end());
  ASSERT_EQ(found->words.size(), 1u);
  EXPECT_EQ(found->words[0].quote, "Our Ref: FOI 8841");
  EXPECT_EQ(found->words[0].end - found->words[0].start, 17u);
  EXPECT_EQ(found->words[0].start, std::string_view("Cafe Angstrom\nDear [requester],\n").size());
}

TEST(Explain, NothingClaimedNothingExplained) {
  EXPECT_TRUE(explained("").empty());
  EXPECT_TRUE(explained("\n\n\f\n").empty());
}

// What cannot be narrowed down with the effort allowed is given in part: a few stretches, none of them long.
TEST(Explain, LittleEffortGivesMoreLinesButNotMany) {
  std::string letter(kLetter);
  for (int i = 0; i < 200; ++i) letter += "Bay " + std::to_string(i) + " of the car park is let.\n" + (i % 3 == 0 ? "\f" : "");
  for (const Effort effort : {Effort{.readings = 0}, Effort{.readings = 2}, Effort{.bytes = 1}}) {
    const std::vector<Explanation> all = explained(letter, effort);
    EXPECT_FALSE(all.empty());
    for (const Explanation& e : all) {
      EXPECT_FALSE(e.words.empty()) << e.claim;
      EXPECT_LE(e.words.size(), 12u) << e.claim;
      for (const Evidence& stretch : e.words) EXPECT_LE(stretch.quote.size(), 400u) << e.claim;
    }
  }
}

TEST(Explain, PrintsForPeople) {
  const std::vector<Explanation> all{{"kind", "response", "", {{2, 0, 9, "Thank\n  you"}}}, {"kind", "attachment", "because", {}}};
  EXPECT_EQ(to_text(all),
            "  kind: response\n      page 2: Thank you\n  kind: attachment (because)\n      from no words: what the file is decides\n");
}

}  // namespace
}  // namespace foi::understand
