// Findings on lateness, which decide on no ground, each with what decides on more.
#include "indexer/understand/review_lateness.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace foi::understand {
namespace {

bool left_out(std::string_view lower) { return without_lateness(lower).find("uph") == std::string::npos; }

TEST(Lateness, IsLeftOut) {
  for (std::string_view text : {"your complaint is upheld as regards the time taken only.", "i uphold your complaint about the delay.",
                                "your complaint that we answered late is upheld and i apologise.",
                                "you said that the answer was late. it was, by nine days. i uphold this part of your complaint."})
    EXPECT_TRUE(left_out(text)) << text;
}

TEST(Lateness, LeavesWhatDecidesOnMore) {
  for (std::string_view text : {"your complaint is upheld.", "your complaint is upheld in part: it was late, and the exemption stands.",
                                "the answer was late. your complaint about the vans is upheld.",
                                "the answer was late.\n\ni uphold this part of your complaint.",  // of the paragraph it stands in
                                "i uphold the decision on vans, although it was late.",
                                "i uphold your complaint and the survey will be sent to you within 10 working days.",
                                "on this point i uphold the refusal because of the length of time the search would take."})
    EXPECT_FALSE(left_out(text)) << text;
}

TEST(Lateness, KeepsEveryByteAtItsPlace) {
  const std::string_view text = "it was late. i uphold this point of your complaint. the vans are listed.";
  const std::string without = without_lateness(text);
  ASSERT_EQ(without.size(), text.size());
  EXPECT_EQ(without.find("the vans"), text.find("the vans"));
  EXPECT_EQ(without_lateness(""), "");
}

}  // namespace
}  // namespace foi::understand
