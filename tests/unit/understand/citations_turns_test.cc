// Turns of phrase by which a ground is relied on, left, given up, upheld or replaced, each with sentences that are near it and say
// something else; and conditions, which share the fate of the ground they belong to.
#include <gtest/gtest.h>

#include "tests/unit/understand/cited.h"

namespace foi::understand {
namespace {

constexpr CitedRow kAnswers[] = {
    // The ground does it.
    {"(b) The number is below five. With so few, section 40(2) rules it out.", "foia-40-2 applied"},
    {"(c) The survey comes out in June. Section 22 allows for it, and the wait is short.", "foia-22 applied"},
    {"As counting them would itself be too dear, section 12(2) means that we need not search.", "foia-12-2 applied"},
    {"The three notes sit under section 42(1).", "foia-42-1 applied"},
    {"We ruled it out: section 40(2) is not used.", "foia-40-2 considered-not-applied"},
    {"The rota sits under the stairs; see section 43 of the handbook.", "-"},
    {"The code allows for it in section 22 of the handbook.", "-"},

    // It is crossed out.
    {"The two addresses have been struck through under section 40(2).", "foia-40-2 applied"},
    {"Names were greyed out: section 40(2).", "foia-40-2 applied"},
    {"Two names were removed from the letter under section 40(2).", "foia-40-2 applied"},

    // It plays no part.
    {"The map is attached. Section 38 does not arise.", "-"},
    {"The map is attached. There is no question of section 14(1).", "foia-14-1 considered-not-applied"},
    {"**24(1)**\n\nA colleague asked whether section 24(1) should be argued as well. We decided against that.",
     "foia-24-1 considered-not-applied"},
    {"By section 40(5B)(a)(i) the duty to confirm or deny does not arise.", "foia-40-5b-a-i ncnd"},

    // Neither confirmed nor denied in other words.
    {"Under section 24(2) you are being told neither that it is held nor that it is not.", "foia-24-2 ncnd"},
    {"It would be against the public interest to reveal whether such a list exists: section 31(3).", "foia-31-3 ncnd"},
    {"If you tell us whether you hold a card, section 40 need not trouble you.", "-"},

    // Numbers and brackets apart, of an Act that is named.
    {"Disclosure would be likely to prejudice the prevention of crime, and so 31 (1) (a) of the Freedom of Information Act is engaged.",
     "foia-31-1-a applied"},
    {"We have 31 (1) (a) forms of that kind.", "-"},

    // "There isn't" says nothing of the ground before it.
    {"It is withheld under section 22(1). We asked ourselves whether anybody needed it sooner, and there isn't a reason.",
     "foia-22-1 applied"},

    // A condition with its part stands with its ground wherever it is cited; one without says where to look.
    {"We decide if a licence is still deserved, which is a purpose listed in section 31(2)(d). Firms would tell us less. So the file is "
     "withheld under section 31(1)(g).",
     "foia-31-1-g applied; foia-31-2-d applied"},
    {"The file is withheld under section 31(1)(g), for one of the purposes of section 31(2).", "foia-31-1-g applied"},
    {"We looked at section 31(1)(g) with 31(2)(b) and decided against using it.",
     "foia-31-1-g considered-not-applied; foia-31-2-b considered-not-applied"},
    {"Section 31(2)(c) speaks of regulatory action.", "-"},
    {"The plan is withheld under section 31(1)(a). You mention section 36(1)(b).", "foia-31-1-a applied"},
};

// What is printed under every answer is nobody's ground.
constexpr CitedRow kLeaflets[] = {
    {"The figures are attached.\n\nInformation may be exempt for a number of reasons, of which our requesters most often see cost (section "
     "12), safety (section 38) and confidence (section 41). When we use an exemption we will explain it.",
     "-"},
    {"The figures are attached.\n\nSome information will be exempt, for example because it is about a living person (section 40) or its "
     "release would damage a firm's business (section 43). We'll always say if that is so.",
     "-"},
    {"The figures are attached.\n\nThere are cases in which we may not be able to give you what you ask for. The ones we meet most often "
     "are:\n\n* it is on our website (section 21);\n\n* it is about a person who can be identified (section 40);\n\n* it would take more "
     "than 18 hours (section 12).",
     "-"},
    {"The search will cost £80.\n\nIt is possible that some of what is found will be exempt, for example as personal data under section "
     "40. "
     "No decision on that has been made.",
     "-"},
    // … and what is said of this request is.
    {"Some information is withheld, for example the names of patients: in this case under section 40(2).", "foia-40-2 applied"},
    {"You have the totals. The following are exempt:\n\n* names of patients (section 40(2));\n\n* the bids (section 43(2)).",
     "foia-40-2 applied; foia-43-2 applied"},
    {"We have withheld some information under section 40(2), such as names, and some under section 43(2). If you want to know more we will "
     "explain.",
     "foia-40-2 applied; foia-43-2 applied"},
    {"Parts of the report may be exempt under section 36(2)(c), and we have decided to withhold them.", "foia-36-2-c applied"},
    {"We are sending the contract. Some information is redacted: the prices, section 43(2), and personal details such as names, section "
     "40(2).",
     "foia-40-2 applied; foia-43-2 applied"},
    {"Some information in the contract is exempt, including the prices (section 43(2)) and the names (section 40(2)).",
     "foia-40-2 applied; foia-43-2 applied"},
    {"We cannot always send contracts whole. Here the prices are redacted (section 43(2)) and so are signatures, including those of junior "
     "staff (section 40(2)).",
     "foia-40-2 applied; foia-43-2 applied"},
    {"Some information has been withheld from you under section 43(2) and section 40(2), including prices and names. When we use an "
     "exemption we will explain how it applies.",
     "foia-40-2 applied; foia-43-2 applied"},
    {"For a number of reasons, including the following, part of the contract cannot be released:\n\n- section 40(2): names of "
     "staff\n\n- section 43(2): prices",
     "foia-40-2 applied; foia-43-2 applied"},
    {"We are not able to release personal details such as names (section 40(2)) or the rates (section 43(2)).",
     "foia-40-2 applied; foia-43-2 applied"},
    // Withheld when the case arises, for one that may.
    {"The minutes are attached.\n\nWe cannot always publish everything. Where something is withheld, for example names under section 40(2) "
     "or prices under section 43(2), we will tell you why.",
     "-"},
    {"The minutes are attached.\n\nSome information can be withheld, including personal details (section 40) and trade secrets (section "
     "43).",
     "-"},
};

constexpr CitedRow kReviews[] = {
    {"The first answer withheld the plan under section 31(1)(a).\n\nSection 31(1)(a) confirmed.", "foia-31-1-a upheld"},
    {"The first answer withheld it under section 30(3). A list of tools is not held for an investigation, and section 30(3) is therefore "
     "removed from our response.",
     "foia-30-3 overturned"},
    {"The first answer withheld it under section 36(2)(c). On what I have seen that exemption cannot survive.", "foia-36-2-c overturned"},
    {"The first answer withheld it under section 43(2). That ground has been dropped.", "foia-43-2 withdrawn"},
    {"The first answer withheld the names under section 40(2). To that extent we were wrong about section 40(2), and to that extent only.",
     "foia-40-2 partly-upheld"},
    {"The first answer withheld the names under section 40(2). We were wrong about section 40(2).", "foia-40-2 overturned"},
    {"The first answer withheld the names under section 40(2). Section 40(2) was applied too widely: job titles are given now.",
     "foia-40-2 partly-upheld"},
    {"The first answer withheld it under section 12(1). I no longer put it forward.", "foia-12-1 withdrawn"},
    {"The first answer withheld the notes under section 41(1). We now put section 31(1)(g), with section 31(2)(c), in place of section "
     "41(1).",
     "foia-31-1-g added-at-review; foia-31-2-c added-at-review; foia-41-1 overturned"},
    {"The first answer withheld the notes under section 41(1), and I uphold that. You suggest section 43 in place of section 41(1).",
     "foia-41-1 upheld"},
    {"The first answer withheld it under section 36(2)(c). Section 36(2)(c) was the wrong exemption. The better ground for it is section "
     "42(1).",
     "foia-36-2-c overturned; foia-42-1 added-at-review"},
};

constexpr CitedRow kNotices[] = {
    {"2. The council refused under section 21 and section 43(2). It has since told the Commissioner that it would not press section 21.\n\n"
     "3. The Commissioner finds that section 43(2) is engaged.",
     "foia-21 withdrawn; foia-43-2 upheld"},
    {"2. The council refused under section 21 and section 43(2). It told him later that section 21 was no longer being argued.\n\n3. The "
     "Commissioner finds that section 43(2) is engaged.",
     "foia-21 withdrawn; foia-43-2 upheld"},
};

TEST(CitationTurns, InAnswers) {
  for (const CitedRow& row : kAnswers) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}
TEST(CitationTurns, InLeaflets) {
  for (const CitedRow& row : kLeaflets) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}
TEST(CitationTurns, InReviews) {
  for (const CitedRow& row : kReviews) EXPECT_EQ(claims_of(in_review(row.text)), row.expected) << row.text;
}
TEST(CitationTurns, InNotices) {
  for (const CitedRow& row : kNotices)
    EXPECT_EQ(claims_of(described(understand_text(notice_with(row.text)).record)), row.expected) << row.text;
}

// A decision that names the Scottish Commissioner and no Act is of the Scottish Act.
TEST(CitationTurns, OfTheScottishCommissioner) {
  const std::string decision =
      "Scottish Information Commissioner\n\nDecision Notice 012/2023\n\nApplicant: Mr X\nAuthority: Northfield Council\n\n1. The Authority "
      "relied upon section 33(1)(b).\n\n2. The Commissioner accepts that section 33(1)(b) was correctly applied.\n";
  const Record record = understand_text(decision).record;
  ASSERT_EQ(record.exemptions.size(), 1u);
  EXPECT_EQ(record.exemptions[0].id, "foisa-33-1-b");
}

}  // namespace
}  // namespace foi::understand
