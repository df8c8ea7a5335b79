#include "indexer/model/nearest.h"

#include <gtest/gtest.h>

namespace foi {
namespace {

using Ids = std::vector<std::string>;

TEST(Nearest, IsWhatAFewLettersOrTheRestOfAnIdAreMissingFrom) {
  const std::vector<std::string_view> known{"parking-transport", "workforce-temporary-staffing",
                                            "refused-in-full",   "district-council",
                                            "county-council",    "foia-31",
                                            "foia-31-1",         "RXE",
                                            "exemption",         "exemptions-list"};
  const struct {
    const char* value;
    Ids nearest;
  } cases[] = {
      {"exemtion", {"exemption"}},
      {"EXEMPTION", {"exemption", "exemptions-list"}},
      {"parking", {"parking-transport"}},
      {"park", {"parking-transport"}},
      {"transport", {"parking-transport"}},
      {"staffing", {"workforce-temporary-staffing"}},
      {"Temporary-Staffing", {"workforce-temporary-staffing"}},
      {"temporary", {"workforce-temporary-staffing"}},
      {"refused", {"refused-in-full"}},
      {"council", {"district-council", "county-council"}},
      {"foia-311", {"foia-31-1", "foia-31"}},
      {"refused_in full", {"refused-in-full"}},
      {"RXEE", {"RXE"}},
      {"rxe", {"RXE"}},
      // Near misses: too short, the middle of a word, two parts that do not follow one another, another thing altogether.
      {"", {}},
      {"r", {}},
      {"in", {}},
      {"31", {}},
      {"arking", {}},
      {"ransport", {}},
      {"staff", {}},
      {"workforce-staffing", {}},
      {"colour", {}},
      {"authorisation", {}},
  };
  for (const auto& c : cases) EXPECT_EQ(nearest(c.value, known), c.nearest) << c.value;
  EXPECT_TRUE(nearest(std::string(5000, 'e'), known).empty());
  const std::vector<std::string_view> many{"aaa-1", "aaa-2", "aaa-3", "aaa-4"};
  EXPECT_EQ(nearest("aaa", many), (Ids{"aaa-1", "aaa-2", "aaa-3"}));
}

TEST(Nearest, NamesCountAfterIds) {
  const std::vector<Candidate> known{{"RXX", "Example Valley NHS Trust"}, {"example-city-council", "Example City Council"}, {"RXY"}};
  EXPECT_EQ(nearest("valley", known), Ids{"RXX"});
  EXPECT_EQ(nearest("example", known), (Ids{"example-city-council", "RXX"}));
  EXPECT_EQ(nearest("RXZ", known), (Ids{"RXX", "RXY"}));
  for (const char* far : {"va", "moor", "valley-trust"}) EXPECT_TRUE(nearest(far, known).empty()) << far;
}

}  // namespace
}  // namespace foi
