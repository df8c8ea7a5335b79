// What is said of something else than the ground, denied, or told of somebody else takes no ground away: in answers and in notices.
#include <gtest/gtest.h>

#include "tests/unit/understand/cited.h"

namespace foi::understand {
namespace {

// The ground is relied on, or left, by its own words: a fact, an offer, a scheme or somebody's view beside it changes nothing.
constexpr CitedRow kAnswers[] = {
    {"Your letter was first passed to the wrong section of the Trust. The prices are exempt under section 43(2).", "foia-43-2 applied"},
    {"We have set the prices to one side under section 43(2).", "foia-43-2 applied"},
    {"To rely on section 43(2) we have to show harm. Acme would lose its edge. The prices are withheld.", "foia-43-2 applied"},
    {"We refused the prices under section 43(2), and section 40(2) was applied to the names.", "foia-40-2 applied; foia-43-2 applied"},
    {"We withhold the names under section 40(2). The fact that the people are senior is beside the point.", "foia-40-2 applied"},
    {"We are withholding the prices under section 43(2), although their age is beside the point.", "foia-43-2 applied"},
    {"The prices are exempt under section 43(2), and the harm is not at issue.", "foia-43-2 applied"},
    {"The contract is attached. Section 43(2) is beside the point.", "-"},
    {"The contract is attached, and nothing turns on section 43(2).", "-"},
    {"Disclosure could harm Acme's commercial interests, and section 43(2) applies to the prices. A decision on the tender has not been "
     "decided yet.",
     "foia-43-2 applied"},
    {"The prices are exempt under section 43(2), and your motives are irrelevant.", "foia-43-2 applied"},
    {"The prices are exempt under section 43(2); how old they are is neither here nor there.", "foia-43-2 applied"},
    {"We rely on section 43(2). Whether you are a competitor is not relevant.", "foia-43-2 applied"},
    {"The identity of the requester is not relevant when we apply section 43(2).", "foia-43-2 applied"},
    {"The prices are exempt under section 43(2), and the tender has nothing to do with the grant.", "foia-43-2 applied"},
    {"The prices are withheld under section 43(2), and the age of the contract has no bearing on that.", "foia-43-2 applied"},
    {"The dispute plays no part in our decision to withhold the prices under section 43(2).", "foia-43-2 applied"},
    {"Your identity played no part in our decision to apply section 43(2).", "foia-43-2 applied"},
    {"The prices are withheld under section 43(2). The delivery dates are a different matter and are attached.", "foia-43-2 applied"},
    {"We withhold the prices under section 43(2). There is no question of section 14 here.",
     "foia-14 considered-not-applied; foia-43-2 applied"},
    {"There is no basis for the charge of secrecy. The prices are exempt under section 43(2).", "foia-43-2 applied"},
    {"The contract has no application form. The prices are exempt under section 43(2).", "foia-43-2 applied"},
    {"We have left the prices to one side because section 43(2) applies to them.", "foia-43-2 applied"},
    {"We have no claim against Acme; the prices are exempt under section 43(2).", "foia-43-2 applied"},
    {"Acme has no business in Wales. The prices are exempt under section 43(2).", "foia-43-2 applied"},
    {"The offer is off the table. The prices are exempt under section 43(2).", "foia-43-2 applied"},
    {"The scheme fell by the wayside. The prices are exempt under section 43(2).", "foia-43-2 applied"},
    {"The scheme fell by the wayside, but its prices are exempt under section 43(2).", "foia-43-2 applied"},
    {"The timetable has been overtaken by events, and the prices are exempt under section 43(2).", "foia-43-2 applied"},
    {"Acme has no obstacle to bidding again, and the prices are exempt under section 43(2).", "foia-43-2 applied"},
    {"The prices are exempt under section 43(2) and there is no scope for a partial release.", "foia-43-2 applied"},
    {"The prices are exempt under section 43(2) and there is no room for redaction.", "foia-43-2 applied"},
    {"There is no justification for disclosing the prices, which are exempt under section 43(2).", "foia-43-2 applied"},
    {"There are no grounds for disclosure and section 43(2) applies.", "foia-43-2 applied"},
    {"The minutes are attached. Section 43(2) has no application.", "foia-43-2 considered-not-applied"},
    {"The prices are exempt under section 43(2), as the public interest test adds nothing.", "foia-43-2 applied"},
    {"Your second email added nothing. The prices remain exempt under section 43(2).", "foia-43-2 applied"},
    {"Acme told us that section 43(2) was off the table. We disagree and withhold the prices under section 43(2).", "foia-43-2 applied"},
    {"You say that section 43(2) has no application. We disagree and withhold the prices under it.", "foia-43-2 applied"},
    {"You wrote that section 43(2) is irrelevant. It is not: the prices are exempt under section 43(2).", "foia-43-2 applied"},
    {"You may think section 43(2) is beside the point. The prices are nevertheless exempt under section 43(2).", "foia-43-2 applied"},
    {"We do not regard section 43(2) as irrelevant and we withhold the prices under it.", "foia-43-2 applied"},
    {"We have not put section 43(2) to one side: it applies to the prices.", "foia-43-2 applied"},
    {"We have put section 43(2) to one side.", "foia-43-2 considered-not-applied"},
    {"We make no case for section 43(2).", "foia-43-2 considered-not-applied"},
    {"There is no case for section 43(2).", "foia-43-2 considered-not-applied"},
    {"There is a case for section 43(2), and we apply it.", "foia-43-2 applied"},
    {"The names were given up to the police. The prices are exempt under section 43(2).", "foia-43-2 applied"},
    {"Acme has given up its licence, and the prices are exempt under section 43(2).", "foia-43-2 applied"},
    {"The price was struck down by 5% in talks, and it is exempt under section 43(2).", "foia-43-2 applied"},
    {"The supplier backed down on price. The prices are exempt under section 43(2).", "foia-43-2 applied"},
    {"The price of steel fell away, and our figures are exempt under section 43(2).", "foia-43-2 applied"},
    {"Disclosure could harm Acme's interests, so the prices are exempt under section 43(2). A decision on the appeal has not been made.",
     "foia-43-2 applied"},
    {"The prices may be commercially sensitive. Section 43(2) applies to them. No decision has been made on renewal.", "foia-43-2 applied"},
    {"Some of the prices may be exempt under section 43(2). We have not yet decided.", "-"},
    {"Some of what is found could be withheld, for example under section 43(2). No decision on that has been made.", "-"},
    {"We no longer hold the annex. The prices are exempt under section 43(2).", "foia-43-2 applied"},
    {"The framework has been withdrawn; its prices are exempt under section 43(2).", "foia-43-2 applied"},
    {"Acme withdrew its consent, and the prices are exempt under section 43(2).", "foia-43-2 applied"},
    {"The project was abandoned, and its costs are exempt under section 43(2).", "foia-43-2 applied"},
    {"The option was ruled out in May. Its price is exempt under section 43(2).", "foia-43-2 applied"},
    {"Acme's bid was rejected, and the prices in it are exempt under section 43(2).", "foia-43-2 applied"},
    {"The bid was discounted, and the prices in it are exempt under section 43(2).", "foia-43-2 applied"},
    {"The contract was replaced by another, and both are exempt under section 43(2).", "foia-43-2 applied"},
    {"The scheme was overtaken by the merger, and the plans are exempt under section 43(2).", "foia-43-2 applied"},
    {"It would be wrong to disclose the prices, which are exempt under section 43(2).", "foia-43-2 applied"},
    {"It is not right that competitors should see the prices, which are exempt under section 43(2).", "foia-43-2 applied"},
    {"The prices are exempt under section 43(2), and it would be a mistake to think that they are out of date.", "foia-43-2 applied"},
    {"The prices are exempt under section 43(2). You are mistaken in thinking that the contract has ended.", "foia-43-2 applied"},
    {"The prices are exempt under section 43(2), and we do not need to consider how old they are.", "foia-43-2 applied"},
    {"The prices are exempt under section 43(2), so we have not gone on to look at the invoices.", "foia-43-2 applied"},
    {"We withhold the prices under section 43(2) and have no need to address your other points.", "foia-43-2 applied"},
    {"You say that section 43(2) should be dropped. We do not agree: the prices are exempt under section 43(2).", "foia-43-2 applied"},
    {"You say we cannot rely on section 43(2). We can and do: the prices are withheld under section 43(2).", "foia-43-2 applied"},
    {"Acme asked us not to rely on section 43(2). We nonetheless withhold the prices under section 43(2).", "foia-43-2 applied"},
    {"Section 43(2) is irrelevant here.", "-"},
    {"We considered section 43(2), but it is beside the point.", "-"},
    {"Section 36 plays no part in this decision. The prices are exempt under section 43(2).", "foia-43-2 applied"},
    {"We withhold the prices under section 43(2). Section 36 is neither here nor there.", "foia-43-2 applied"},
    {"We withhold the prices under section 43(2), and section 36 is not in issue.", "foia-43-2 applied"},
    {"Nothing turns on section 36. We withhold the prices under section 43(2).", "foia-43-2 applied"},
    {"There is no basis for using section 43(2).", "foia-43-2 considered-not-applied"},
    {"There is no basis for section 43(2) here.", "foia-43-2 considered-not-applied"},
    {"We had no need to consider section 36.", "-"},
    {"Section 36 has no application here.", "foia-36 considered-not-applied"},
    {"We saw no room for section 36.", "foia-36 considered-not-applied"},
    {"We place no reliance on section 36.", "foia-36 considered-not-applied"},
    {"We place no reliance on the newspaper report, and withhold the prices under section 43(2).", "foia-43-2 applied"},
    {"Section 43(2) applies because disclosure could harm Acme. We have not yet decided whether to renew.", "foia-43-2 applied"},
    {"Some prices might be exempt under section 43(2), but we have not yet decided.", "-"},
    {"It is likely that section 43(2) will be used for some of it. No decision has yet been made.", "-"},
    {"We cannot accept that section 43(2) is irrelevant; we withhold the prices under it.", "foia-43-2 applied"},
    {"We have not used section 36, which is beside the point. The prices are exempt under section 43(2).",
     "foia-36 considered-not-applied; foia-43-2 applied"},
    {"The prices are exempt under section 43(2). It is neither here nor there that you have seen one of them.", "foia-43-2 applied"},
    {"It is irrelevant who asks; the prices are exempt under section 43(2).", "foia-43-2 applied"},
    {"It is irrelevant to section 43(2) who asks, and we withhold the prices.", "-"},
    {"The prices are exempt under section 43(2), which has nothing to do with your identity.", "foia-43-2 applied"},
    {"We withhold the prices under section 43(2). This has no bearing on your other request.", "foia-43-2 applied"},
    {"We withhold the prices under section 43(2). That is a separate matter from your complaint.", "foia-43-2 applied"},
    {"We withhold the prices under section 43(2). They play no part in the tender.", "foia-43-2 applied"},
    {"We withhold the prices under section 43(2). Your tone played no part in that.", "foia-43-2 applied"},
    {"We withhold the prices under section 43(2). We formed no view on whether they are right.", "foia-43-2 applied"},
    {"We withhold the prices under section 43(2). We leave open whether they will be published later.", "foia-43-2 applied"},
    {"We withhold the prices under section 43(2). There was no occasion to ask Acme.", "foia-43-2 applied"},
    {"We withhold the prices under section 43(2). There is no call to look at the drawings.", "foia-43-2 applied"},
    {"We withhold the prices under section 43(2). There is no room for doubt.", "foia-43-2 applied"},
    {"We withhold the prices under section 43(2). There is no basis for your claim of bias.", "foia-43-2 applied"},
    {"We withhold the prices under section 43(2). There is no scope for giving you a part of them.", "foia-43-2 applied"},
    {"We withhold the prices under section 43(2). That the contract has ended adds nothing.", "foia-43-2 applied"},
    {"We withhold the prices under section 43(2). We set the drawings to one side for now.", "foia-43-2 applied"},
    {"We withhold the prices under section 43(2). The charge was set aside on appeal.", "foia-43-2 applied"},
    {"We withhold the prices under section 43(2). Acme has thought better of it.", "foia-43-2 applied"},
    {"We withhold the prices under section 43(2). The council decided against it in 2019.", "foia-43-2 applied"},
    {"We withhold the prices under section 43(2). The bridge was not needed.", "foia-43-2 applied"},
    {"We withhold the prices under section 43(2). The land was let, and it was not needed.", "foia-43-2 applied"},
    {"To protect Acme we rely on section 43(2).", "foia-43-2 applied"},
    {"You say that section 43(2) has no application. We have not used it.", "-"},
    {"You say that section 43(2) was the wrong exemption. We do not rely on it.", "-"},
    {"You argue that section 43(2) falls away. We accept that and enclose the prices.", "-"},
    {"You say that section 43(2) has no application. We disagree.", "foia-43-2 applied"},
    {"Acme says that section 43(2) is beside the point. We withhold the prices under section 43(2).", "foia-43-2 applied"},
    {"Section 43(2) is not beside the point: it applies to the prices.", "foia-43-2 applied"},
    {"The prices are exempt under section 43(2), and it is beside the point that some are known.", "foia-43-2 applied"},
    {"The prices are exempt under section 43(2), the cost being neither here nor there.", "foia-43-2 applied"},
    {"We withhold the prices under section 43(2); their being old is not relevant.", "foia-43-2 applied"},
    {"Your wish to compare them is not relevant to section 43(2), under which the prices are withheld.", "foia-43-2 applied"},
    {"The wrong section of the form was filled in. The prices are exempt under section 43(2).", "foia-43-2 applied"},
    {"Your email went to the wrong section, for which we are sorry; the prices are exempt under section 43(2).", "foia-43-2 applied"},
};

// After "The Council refused the request under section 43(2).": what the complainant argues decides nothing.
constexpr CitedRow kNotices[] = {
    // A ground that is come to under another's heading has its own finding.
    {"Section 43(2)\n\n2. The Commissioner finds it is not engaged. He therefore turns to section 41(1).\n\n3. The information has the "
     "necessary quality of confidence. The Commissioner finds that the exemption is engaged.",
     "foia-41-1 upheld; foia-43-2 overturned"},
    {"Section 43(2)\n\n2. The exemption is engaged.\n\n3. In relation to section 41(1), the Commissioner considers that the contract was "
     "not confidential. The exemption is not engaged.",
     "foia-41-1 overturned; foia-43-2 upheld"},
    {"2. The complainant argued that section 43(2) was the wrong exemption.\n\n3. The Commissioner finds that section 43(2) is engaged and "
     "the public interest favours maintaining it.",
     "foia-43-2 upheld"},
    {"2. The complainant said that section 43(2) had been overtaken by events.\n\n3. The Commissioner does not agree. The Council was "
     "entitled to rely on section 43(2).",
     "foia-43-2 upheld"},
    {"2. The complainant considers that section 43(2) falls away.\n\n3. The Commissioner is satisfied that section 43(2) is engaged and "
     "was correctly applied.",
     "foia-43-2 upheld"},
    {"2. The Council's reliance on section 43(2) fell short, the complainant says.\n\n3. Section 43(2) was correctly applied.",
     "foia-43-2 upheld"},
    {"2. The complainant argued that the Council's reliance on section 43(2) was flawed.\n\n3. The Commissioner does not accept this. He "
     "finds that section 43(2) is engaged and that the public interest favours maintaining the exemption.",
     "foia-43-2 upheld"},
    {"2. The complainant considers the refusal under section 43(2) to be excessive and unlawful.\n\n3. The Commissioner finds that the "
     "Council was entitled to rely on section 43(2).",
     "foia-43-2 upheld"},
    {"2. The complainant believes that section 43(2) has been misapplied and that the prices should be released.\n\n3. The Commissioner "
     "finds that section 43(2) was correctly applied.",
     "foia-43-2 upheld"},
    {"2. Acme told the Commissioner that section 43(2) was the better ground.\n\n3. The Commissioner finds that section 43(2) was "
     "correctly applied.",
     "foia-43-2 upheld"},
    {"2. The Council said that the complainant's view of section 43(2) was mistaken.\n\n3. The Commissioner finds that section 43(2) is "
     "not engaged.",
     "foia-43-2 overturned"},
    {"3. The Commissioner finds that the Council's reliance on section 43(2) was flawed.", "foia-43-2 overturned"},
    {"3. The Commissioner considers that section 43(2) was the wrong exemption.", "foia-43-2 overturned"},
    {"3. The complainant is right that section 43(2) was misapplied.", "foia-43-2 overturned"},
    {"3. The Commissioner does not accept the complainant's argument that section 43(2) was misapplied. The exemption is engaged.",
     "foia-43-2 upheld"},
    {"3. The Commissioner agrees with the complainant that section 43(2) was the wrong exemption.", "foia-43-2 overturned"},
    {"3. The Council told the Commissioner that it no longer relies on section 43(2).", "foia-43-2 withdrawn"},
    {"3. The Council withdrew its reliance on section 43(2).", "foia-43-2 withdrawn"},
    {"3. The Council has since accepted that section 43(2) was wrongly applied.", "foia-43-2 overturned"},
    {"3. The complainant's argument was that the public interest favoured disclosure. The Commissioner finds that section 43(2) is engaged "
     "and that the public interest favours maintaining the exemption.",
     "foia-43-2 upheld"},
    {"Section 43(2)\n\n3. The Council gave no reasons beyond those which the Commissioner has just rejected. To rely on the section a real "
     "harm has to be shown. None was, and the Commissioner finds that this exemption does not apply.",
     "foia-43-2 overturned"},
    {"Section 43(2)\n\n3. Asked about harm, the Council spoke of its thinking. That is what section 36 is about, and not this one. The "
     "Commissioner finds that the prices were wrongly withheld under this exemption.",
     "foia-43-2 overturned"},
    {"Section 43(2)\n\n3. Asked about harm, the Council spoke of its bids. Section 36 is about something else. The Commissioner finds that "
     "the prices were correctly withheld under this exemption.",
     "foia-43-2 upheld"},
    {"Section 43(2)\n\n3. The prices are of bids still open. The exemption is engaged and the balance lies in maintaining it.\n\nSection "
     "41(1)\n\n4. The Commissioner finds that this exemption was wrongly applied.",
     "foia-41-1 overturned; foia-43-2 upheld"},
};

TEST(CitationGuards, InAnswers) {
  for (const CitedRow& row : kAnswers) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}
TEST(CitationGuards, InNotices) {
  const std::string refused = "2. The Council refused the request under section 43(2).\n\n";
  for (const CitedRow& row : kNotices)
    EXPECT_EQ(claims_of(described(understand_text(notice_with(refused + std::string(row.text))).record)), row.expected) << row.text;
}

}  // namespace
}  // namespace foi::understand
