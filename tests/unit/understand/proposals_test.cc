#include "indexer/understand/proposals.h"

#include <gtest/gtest.h>

#include <string_view>

#include "tests/unit/understand/cited.h"

namespace foi::understand {
namespace {

struct DeclinedRow {
  std::string_view sentence;
  Declined expected;
};

constexpr DeclinedRow kDeclined[] = {
    {"so we have not used that.", Declined::one},
    {"in the end it was not relied on.", Declined::one},
    {"that exception has not been applied.", Declined::one},
    {"we did not go down that road.", Declined::one},
    {"there was no need for that exemption.", Declined::one},
    {"it isn't put forward.", Declined::one},
    {"we haven't done so.", Declined::one},
    {"it was therefore left out.", Declined::one},
    {"we took that no further.", Declined::one},
    {"we do not adopt that argument.", Declined::one},
    {"neither ground has been used.", Declined::all},
    {"none of these provisions was relied on.", Declined::all},
    {"nothing has been kept from you under any of these.", Declined::all},
    {"we were not convinced.", Declined::view},
    {"we disagree.", Declined::view},
    // Near-misses.
    {"we have not used the second car park since may.", Declined::nothing},
    {"it was applied to the prices.", Declined::nothing},
    {"we might not need it.", Declined::nothing},
    {"if it is not used the money is lost.", Declined::nothing},
    {"no exemption has been used.", Declined::nothing},
    {"no opinion was sought and none is relied on.", Declined::nothing},
    {"the options that were rejected may be taken up next year.", Declined::nothing},
    {"we are convinced.", Declined::nothing},
};

TEST(Proposals, AreDeclinedByWhatPointsBack) {
  for (const DeclinedRow& row : kDeclined) EXPECT_EQ(declined_before(row.sentence), row.expected) << row.sentence;
}

TEST(Proposals, ArePutForwardByOthers) {
  constexpr std::string_view others[] = {
      "two owners felt that the list was exempt",      "the company's lawyers had put it to us that section 41 applied",
      "it was suggested that section 31 came in",      "there was talk here of section 30",
      "section 24(1) was raised by our security lead", "in its view the plan was exempt"};
  constexpr std::string_view ours[] = {"we told the company that it was exempt", "you said that section 43 might be used",
                                       "the names are withheld under section 40(2)", "it was not suggested that section 31 applied"};
  for (std::string_view words : others) EXPECT_TRUE(is_put_forward(words)) << words;
  for (std::string_view words : ours) EXPECT_FALSE(is_put_forward(words)) << words;
}

constexpr CitedRow kAnswers[] = {
    {"Two suppliers felt that the rates were exempt under section 43(2). We have not applied it, and they are below.",
     "foia-43-2 considered-not-applied"},
    {"The landlord argued that the plan was exempt under section 43(2), and under section 41(1). Neither ground has been used.",
     "foia-41-1 considered-not-applied; foia-43-2 considered-not-applied"},
    {"We did discuss with the fire brigade whether section 38(1)(b) was a reason to keep it. In the end we did not go down that road.",
     "foia-38-1-b considered-not-applied"},
    {"We had been inclined to say section 41. The price was agreed between two parties, so we have not used that.",
     "foia-41 considered-not-applied"},
    // Near-misses: what is applied, and what nobody raised.
    {"The names are withheld under section 40(2). We have not used it for the directors.", "foia-40-2 applied"},
    {"Section 31 of the Act has several limbs. None of them has been used.", "-"},
};

TEST(Proposals, AreConsideredAndNotApplied) {
  for (const CitedRow& row : kAnswers) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}

constexpr CitedRow kReviews[] = {
    {"We refused the report under section 41 and section 36(2)(c). Neither of the two grounds is good, and it is attached.",
     "foia-36-2-c overturned; foia-41 overturned"},
    {"He refused (a) as due to be published, quoting section 22; (b) under section 38(1)(b); (c) under section 43(2). None of the "
     "exemptions "
     "was available on the facts.",
     "foia-22 overturned; foia-38-1-b overturned; foia-43-2 overturned"},
    {"The first reply cited section 22. No plan existed in May. The ground fails.", "foia-22 overturned"},
    {"The reply relied on section 40(2). Section 40(2) was no answer to your request.", "foia-40-2 overturned"},
    {"The reply refused the log under section 41. To put section 41 over all of it was going too far.", "foia-41 overturned"},
    {"The reply refused it under section 31(1)(a). I am of the same mind as the first decision.", "foia-31-1-a upheld"},
    {"The reply cited section 36(2)(c). The Board has stopped relying on section 36(2)(c).", "foia-36-2-c withdrawn"},
    {"The reply refused it under section 14(1), which I uphold. If he had given an estimate I should have looked at section 12(1). He "
     "didn't.",
     "foia-12-1 considered-not-applied; foia-14-1 upheld"},
};

TEST(Proposals, GroundsAreJudgedTogetherOrByAWordThatPointsBack) {
  for (const CitedRow& row : kReviews) EXPECT_EQ(claims_of(in_review(row.text)), row.expected) << row.text;
}

}  // namespace
}  // namespace foi::understand
