// Grounds that are given up, and grounds that a decision speaks of by their matter rather than by their number.
#include <gtest/gtest.h>

#include "indexer/understand/review_by_name.h"
#include "tests/unit/understand/cited.h"

namespace foi::understand {
namespace {

TEST(GroundNames, AreOfTheMatter) {
  EXPECT_TRUE(names_ground("foia-43-2", "nobody now defends the commercial point."));
  EXPECT_TRUE(names_ground("foisa-33-1-b", "it stands on commercial interests no more."));
  EXPECT_TRUE(names_ground("foia-12-1", "the cost refusal has gone."));
  EXPECT_TRUE(names_ground("eir-12-5-e", "the commercial ground"));
  EXPECT_TRUE(names_ground("eir-12-5-b", "the advice is privileged."));
  EXPECT_TRUE(names_ground("foia-40-2", "it is personal data, though not your own personal data."));
  EXPECT_FALSE(names_ground("foia-40-2", "your own personal data will follow."));
  EXPECT_FALSE(names_ground("foia-42-1", "it was a privilege to read it."));
  EXPECT_FALSE(names_ground("foia-43-2", "the commercial manager replied."));
  EXPECT_FALSE(names_ground("foia-12-1", "it cost nine pounds."));
  EXPECT_FALSE(names_ground("foia-41-1", "i have confidence in my colleague."));
  EXPECT_FALSE(names_ground("foia-4", "commercial interests"));
  EXPECT_FALSE(names_ground("eir-12-4-e", "commercial interests"));
}

// After "We refused the request under section 43(2)."
constexpr CitedRow kGivenUp[] = {
    {"The Trust does not therefore stand by section 43(2).", "foia-43-2 withdrawn"},
    {"The team has told me that it has no wish to press section 43(2).", "foia-43-2 withdrawn"},
    {"By then nobody was defending section 43(2) any longer.", "foia-43-2 withdrawn"},
    {"The buyers stand on section 43(2) no more.", "foia-43-2 withdrawn"},
    {"Section 43(2) has been taken back by the team.", "foia-43-2 withdrawn"},
    {"Section 43(2) is no longer part of our case.", "foia-43-2 withdrawn"},
    {"The team will not be relying on section 43(2) after all.", "foia-43-2 withdrawn"},
    {"The team told me that it could not defend section 43(2).", "foia-43-2 withdrawn"},
    // Near-misses.
    {"I stand by section 43(2).", "foia-43-2 upheld"},
    {"You ask us not to stand by section 43(2).", "-"},
    {"The firm took back its tender. I uphold section 43(2).", "foia-43-2 upheld"},
    {"We see no reason to drop section 43(2).", "-"},
    {"I would not have given up section 43(2).", "-"},
    {"The depot is no longer part of the estate. I uphold section 43(2).", "foia-43-2 upheld"},
    {"If the team could not defend section 43(2) it would say so.", "-"},
    // By its matter.
    {"The team has told me that the commercial point is no longer being defended.", "foia-43-2 withdrawn"},
    {"The prices are in the award notice, and the Council no longer seeks to rely on commercial interests.", "foia-43-2 withdrawn"},
    {"We said that commercial interests would be harmed. The contract has ended. The exemption was wrongly applied.",
     "foia-43-2 overturned"},
    {"On commercial interests I have read the file. The exemption was correctly applied.", "foia-43-2 upheld"},
    {"You said that the prices were of no commercial interest. I have taken advice. The exemption was wrongly applied.",
     "foia-43-2 overturned"},
    {"You say that the commercial point is no longer being defended.", "-"},
    {"The Council has not dropped the commercial point.", "-"},
    {"The firm has no commercial interests in Leeds.", "-"},
    {"The firm has dropped the commercial point.", "-"},
    {"The commercial point has been dropped by nobody.", "-"},
    {"Our web page on commercial interests was wrong. I have told the web team.", "-"},
    {"Our web page on commercial interests is right.", "-"},
    {"On commercial interests I have read the file.\n\nThe exemption was wrongly explained in the leaflet.", "-"},
};

TEST(GroundNames, InReviews) {
  for (const CitedRow& row : kGivenUp)
    EXPECT_EQ(claims_of(in_review("We refused the request under section 43(2).\n\n" + std::string(row.text))), row.expected) << row.text;
}

// After "The council withheld the lease under section 43(2)."
constexpr CitedRow kNotices[] = {
    {"The council acknowledged that it could not maintain section 43(2).", "foia-43-2 withdrawn"},
    {"It wrote: \"we will not be relying on that exemption\".", "foia-43-2 withdrawn"},
    {"From that date section 43(2) has played no part in the case.", "foia-43-2 withdrawn"},
    {"The complainant says that it gave up its commercial argument.", "foia-43-2 applied"},
    {"The council did not rely on section 41(1).", "foia-43-2 applied"},
    // "No longer", of the ground and of other things.
    {"The council wrote to say that it no longer wished to rely on section 43(2).", "foia-43-2 withdrawn"},
    {"The council no longer maintains that section 43(2) applies.", "foia-43-2 withdrawn"},
    {"The Commissioner finds that, although the tender is no longer live, section 43(2) is engaged.", "foia-43-2 upheld"},
    {"Since the framework is no longer open to bidders, the Commissioner finds that section 43(2) is not engaged.", "foia-43-2 overturned"},
    {"The council accepted that the rents were no longer secret and that section 43(2) was not engaged.", "foia-43-2 overturned"},
    {"The supplier told the council that it no longer relied on section 43(2). The Commissioner finds that it is engaged.",
     "foia-43-2 upheld"},
    {"The council asked whether it would no longer need section 43(2).", "foia-43-2 applied"},
    // Of other cases.
    {"In IC-44556-B2C3 the Commissioner decided that section 41(1) was not engaged. He finds that section 43(2) is engaged.",
     "foia-43-2 upheld"},
    {"In McIntyre v Information Commissioner section 41(1) was found to be engaged. The Commissioner finds that section 43(2) is not "
     "engaged.",
     "foia-43-2 overturned"},
    {"In line with McIntyre v Information Commissioner, the Commissioner finds that section 43(2) is engaged.", "foia-43-2 upheld"},
    {"As in IC-44556-B2C3, the Commissioner finds that section 43(2) is not engaged.", "foia-43-2 overturned"},
    // A relative clause denies nothing beyond itself.
    {"In a second request, which is not part of this complaint, the council applied section 41(1). The Commissioner finds that section "
     "43(2) is engaged.",
     "foia-43-2 upheld"},
    {"In its reply, which was not prompt, the council applied section 41(1) as well. The Commissioner finds that section 43(2) is engaged.",
     "foia-43-2 upheld"},
    {"The rents, which the council had not agreed, it refused under section 43(2). The Commissioner finds that it is engaged.",
     "foia-43-2 upheld"},
    {"The rents, which had not been agreed, the council refused under section 43(2).", "foia-43-2 applied"},
    {"The Commissioner does not agree that, as the rents were old, section 43(2) is engaged.", "foia-43-2 overturned"},
    {"The Commissioner finds that the council could not, which surprised him, apply section 43(2).", "foia-43-2 overturned"},
    {"The Commissioner finds that the council, which had time to think, did not apply section 43(2) correctly.", "foia-43-2 overturned"},
    {"Section 43(2) played no part in the complaint.", "foia-43-2 considered-not-applied"},
    // Left open.
    {"There is no need for the Commissioner to come to a view on section 43(2).", "foia-43-2 considered-not-applied"},
    {"We see no point in giving a judgment upon section 43(2).", "foia-43-2 considered-not-applied"},
    {"The Commissioner finds that section 43(2) is engaged, so there is no need to come to a view on section 41(1).", "foia-43-2 upheld"},
    {"The Commissioner has come to a view on section 43(2): it is engaged.", "foia-43-2 upheld"},
};

TEST(GroundNames, InNotices) {
  for (const CitedRow& row : kNotices)
    EXPECT_EQ(claims_of(described(
                  understand_text(notice_with("2. The council withheld the lease under section 43(2). " + std::string(row.text))).record)),
              row.expected)
        << row.text;
}

// Exceptions of one regulation are several grounds: that the council was right of one thing says nothing of each.
TEST(GroundNames, ExceptionsOfOneRegulationAreSeveral) {
  EXPECT_EQ(claims_of(described(understand_text(notice_with("2. The council refused part (a) under regulation 12(5)(e) of the EIR and part "
                                                            "(b) under regulation 12(4)(d). It was entitled to withhold the draft."))
                                    .record)),
            "eir-12-4-d upheld");
}

}  // namespace
}  // namespace foi::understand
