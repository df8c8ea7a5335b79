// Grounds that somebody brought up and the letter left, and grounds told by turns of phrase, with near-misses.
#include <gtest/gtest.h>

#include "tests/unit/understand/cited.h"

namespace foi::understand {
namespace {

// Who proposed it does not matter, nor in which words it was left.
constexpr CitedRow kRaisedAndLeft[] = {
    {"The caterer's accountants argued that section 41 was the proper exemption. A recipe that anyone can taste is no secret, and we did "
     "not "
     "take that line.",
     "foia-41 considered-not-applied"},
    {"Two landlords objected and spoke of section 43(2). They could point to no rival. The rents are enclosed.",
     "foia-43-2 considered-not-applied"},
    {"A manager had suggested that we cite section 38(1)(b). It seemed far-fetched and we haven't done so.",
     "foia-38-1-b considered-not-applied"},
    {"Section 24(1) was raised by the cyber team. We have taken it no further.", "foia-24-1 considered-not-applied"},
    {"There was talk of section 36(2)(c). No opinion was sought, so it was left out.", "foia-36-2-c considered-not-applied"},
    {"We did discuss with the fire service whether section 31(1)(a) was a reason to keep them. It wasn't.",
     "foia-31-1-a considered-not-applied"},
    {"The firm asked us to apply section 43(2). We cannot see why.", "foia-43-2 considered-not-applied"},
    {"A safety objection was raised (section 38(1)(b)). We thought it remote and have not upheld it.",
     "foia-38-1-b considered-not-applied"},
    {"In its view the plan was exempt under section 43(2). We thought about that. It has not been used.",
     "foia-43-2 considered-not-applied"},
    // Taken up, or the letter's own.
    {"The firm asked us to keep the rates back. They are withheld under section 43(2).", "foia-43-2 applied"},
    {"Our solicitor suggested that section 42 applies. We agree, and are withholding the note under section 42.", "foia-42 applied"},
    {"The tenants objected, and we refuse this part under section 40(2). It is not for us to name them.", "foia-40-2 applied"},
    {"The Director was of the opinion that section 36(2)(c) is engaged. It is not in doubt that harm would follow.", "foia-36-2-c applied"},
    {"You suggested that section 12 might be used. It hasn't been.", "-"},
    {"The requested list is withheld under section 43(2). It is not public.", "foia-43-2 applied"},
};

constexpr CitedRow kLeftTogether[] = {
    {"There was some argument.\n\n(a) Section 36(2)(c). The Chair was invited to form an opinion.\n\n(b) Section 40(2). Two people can be "
     "recognised. Both are content.\n\nSo nothing has been kept from you under any of these.",
     "foia-36-2-c considered-not-applied; foia-40-2 considered-not-applied"},
    {"(a) Section 43(2). The price is withheld.\n\nNothing would be lost by waiting for them.", "foia-43-2 applied"},
};

constexpr CitedRow kTurns[] = {
    {"Finding out would take 60 hours, and under section 12(2) of the Freedom of Information Act we need not.", "foia-12-2 applied"},
    {"Section 12 sets a ceiling of 18 hours for us and so we don't have to do it.", "foia-12 applied"},
    {"Section 12 says that an authority need not go over 18 hours.", "-"},
    {"The danger brings section 38(1)(a) into operation.", "foia-38-1-a applied"},
    {"Were there danger it would bring section 38(1)(a) into operation.", "-"},
    {"Until it is finished section 22 lets us keep it.", "foia-22 applied"},
    {"Section 22 lets us keep information where it is meant for publication.", "-"},
    {"As you can get it there, section 21 applies.", "foia-21 applied"},
    {"The names have been taken off it, as section 40(2) requires.", "foia-40-2 applied"},
    {"We have not gone for section 14(1); the file is easily copied.", "foia-14-1 considered-not-applied"},
    {"We have not gone on to section 38(1)(b).", "-"},
    {"It takes nine hours, so section 12 plays no part here.", "foia-12 considered-not-applied"},
    {"Section 12 plays no part here.", "-"},
    {"Nor does it matter that some of it is exempt under section 40(2).", "foia-40-2 considered-not-applied"},
    {"Nobody has had to be left out under section 40.", "foia-40 considered-not-applied"},
    {"The exemption that guards against this is the one at section 42(1).", "foia-42-1 applied"},
    {"They are withheld. Section 36(2)(b)(i) and (ii) - see Annex 2.", "foia-36-2-b-i applied; foia-36-2-b-ii applied"},
    {"The exemption is section 36(2)(b)(i) and, separately, (ii).", "foia-36-2-b-i applied; foia-36-2-b-ii applied"},
    {"Section 43 applied. Section 43(1) isn't relied on.", "foia-43 applied; foia-43-1 considered-not-applied"},
    {"The duty is taken away by these subsections:\n\n* 23(5) - security bodies\n* 31(3) - law enforcement\n\nWe neither confirm nor deny "
     "that it is held.",
     "foia-23-5 ncnd; foia-31-3 ncnd"},
    {"Automatic text: requests that would take more than 18 hours can be refused (section 12).", "-"},
};

TEST(CitationsRaised, BroughtUpAndLeft) {
  for (const CitedRow& row : kRaisedAndLeft) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}
TEST(CitationsRaised, LeftTogether) {
  for (const CitedRow& row : kLeftTogether) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}
TEST(CitationsRaised, TurnsOfPhrase) {
  for (const CitedRow& row : kTurns) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}

// After "We refused the request under section 43(2)."
constexpr CitedRow kInReviews[] = {
    {"The team had suggested section 31(1)(a) for those numbers. With your agreement in hand it need not be used.",
     "foia-31-1-a considered-not-applied"},
    {"I overturn the decision. The team had suggested section 31(1)(a) for the numbers. It was not used.",
     "foia-31-1-a considered-not-applied; foia-43-2 overturned"},
    {"I thought about section 38(1)(b) for the four and then asked them. They had no objection, so it was left alone.",
     "foia-38-1-b considered-not-applied"},
    {"I did ask if the Trust should have called it section 22. Nobody had decided to publish it, and it is not part of my decision.",
     "foia-22 considered-not-applied"},
    {"Nobody had mentioned section 14 until you did.", "-"},
    {"The team had suggested section 31(1)(a). I agree, and it now applies to the numbers.", "foia-31-1-a added-at-review"},
    {"I was asked whether section 43(2) was wrongly applied. The file is not thick.", "-"},
};
TEST(CitationsRaised, InReviews) {
  for (const CitedRow& row : kInReviews)
    EXPECT_EQ(claims_of(in_review("We refused the request under section 43(2).\n\n" + std::string(row.text))), row.expected) << row.text;
}

}  // namespace
}  // namespace foi::understand
