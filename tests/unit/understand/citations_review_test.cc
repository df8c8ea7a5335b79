// What became of a ground: internal reviews, the Commissioner, the Tribunal.
#include <gtest/gtest.h>

#include "tests/unit/understand/cited.h"

namespace foi::understand {
namespace {

constexpr CitedRow kReviews[] = {
    // A ground that the review never comes back to is not claimed.
    {"Your letter asked whether section 22 was relied on. The reply of 3 May withheld the card under section 38(1)(a). I uphold the use of "
     "section 38(1)(a).",
     "foia-38-1-a upheld; (foia-22 threatened)"},
    // What is said of the section counts for the sub-section; an answer under its date is the first; the requester's guess is nobody's
    // ground.
    {"Response (28 October 2022)\n\nExempt under section 43(2), as it would prejudice our commercial interests.\n\nReview\n\nThe section "
     "43 "
     "exemption was wrongly applied.",
     "foia-43-2 overturned"},

    // Where the complaint succeeds in part, one of several grounds of which no more is said may stand or not; the only ground stands in
    // part.
    {"We withheld the prices under section 43(2) and the advice under section 42(1).\n\nOutcome\n\nI uphold the use of section 42(1). "
     "Your complaint is upheld in part.",
     "foia-42-1 upheld; (foia-43-2 explained)"},
    {"We withheld the prices under section 43(2). Your complaint is upheld in part, and two pages are enclosed.",
     "foia-43-2 partly-upheld"},
    {"We withheld the prices under section 43(2) and the advice under section 42(1). Your complaint is not upheld.",
     "foia-43-2 upheld; foia-42-1 upheld"},

    {"Rents were withheld under section 43(2), names under section 40(2). The refusal is upheld in part.",
     "(foia-43-2 explained); (foia-40-2 explained)"},
    {"Section 40(2) was rightly applied to the names. Section 43(2) was used for the rents. Your complaint is upheld in part.",
     "foia-40-2 upheld; (foia-43-2 explained)"},
    {"Section 40(2) was rightly applied to the names. Section 43(2) was used for the rents, and that use is upheld in part.",
     "foia-40-2 upheld; foia-43-2 partly-upheld"},
    {"Section 43(2) was used for the rents. I uphold that decision in part.", "foia-43-2 partly-upheld"},
    {"Your complaint was about section 43(2), and it is upheld in part.", "foia-43-2 partly-upheld"},

    {"The original response withheld the prices under section 43(2). I uphold that decision.", "foia-43-2 upheld"},
    {"We refused your request under section 12(1). Having looked at it afresh I find that the exemption was correctly applied.",
     "foia-12-1 upheld"},
    {"I am satisfied that section 40(2) was properly applied to the names.", "foia-40-2 upheld"},
    {"The Trust was entitled to rely on section 31(1)(a).", "foia-31-1-a upheld"},
    {"I agree with the original decision to withhold the advice under section 42(1).", "foia-42-1 upheld"},
    {"Your complaint about our use of section 14(1) is not upheld.", "foia-14-1 upheld"},
    {"Section 22 was cited in our reply. Your complaint is not upheld.", "foia-22 upheld"},
    {"In our view section 36(2)(c) remains engaged.", "foia-36-2-c upheld"},
    {"We continue to rely on section 43(2).", "foia-43-2 upheld"},
    {"We withheld the list under section 40(2). I am overturning this decision and the list is enclosed.", "foia-40-2 overturned"},
    {"I do not consider that section 43(2) was engaged and have decided to release the contract.", "foia-43-2 overturned"},
    {"Section 21 was wrongly applied, as the page is not there any more.", "foia-21 overturned"},
    {"Our response relied on section 36. That was an error and should not have happened: the exemption was incorrectly applied.",
     "foia-36 overturned"},
    {"The request should not have been refused under section 12.", "foia-12 overturned"},
    {"I am not satisfied that section 41(1) is engaged.", "foia-41-1 overturned"},
    {"Your complaint about section 38 is upheld and the map is attached.", "foia-38 overturned"},
    {"You were refused under section 14(1). I uphold your complaint.", "foia-14-1 overturned"},
    {"The public interest in disclosure outweighs that in maintaining section 43(2).", "foia-43-2 overturned"},
    {"The Council withdraws its reliance on section 41.", "foia-41 withdrawn"},
    {"We no longer rely on section 22 and enclose the report.", "foia-22 withdrawn"},
    {"We applied section 43(2) to three schedules. I uphold the decision for two of them; the third is enclosed, as it should have been "
     "disclosed.",
     "foia-43-2 partly-upheld"},
    {"The decision to withhold under section 31(1)(a) is partially upheld.", "foia-31-1-a partly-upheld"},
    {"I uphold in part the refusal under section 40(2).", "foia-40-2 partly-upheld"},
    {"The first answer said that nothing is held. That is right. In addition, the e-mails are exempt under section 36(2)(c).",
     "foia-36-2-c added-at-review"},
    {"We refused under section 12(1). I find that we should have relied on section 14(1) instead.",
     "foia-12-1 overturned; foia-14-1 added-at-review"},
    {"We originally relied on section 43(2). I uphold that. I am also applying section 40(2) to the signatures.",
     "foia-43-2 upheld; foia-40-2 added-at-review"},
    {"Section 40(2) was correctly applied to the names, but section 43(2) was wrongly applied to the totals.",
     "foia-40-2 upheld; foia-43-2 overturned"},
    {"Our first response\n\nWe withheld the paper under section 36(2)(b)(i) and the names under section 40(2).\n\nMy decision\n\nI uphold "
     "the use "
     "of section 40(2). I overturn the use of section 36(2)(b)(i).",
     "foia-36-2-b-i overturned; foia-40-2 upheld"},
    {"Request\n\nThe rota for May.\n\nResponse\n\nThis is exempt under section 38(1)(b).\n\nOutcome of the review\n\nThe original decision "
     "is "
     "upheld.",
     "foia-38-1-b upheld"},
    {"Request\n\nThe rota for May.\n\nResponse\n\nThis is exempt under section 38(1)(b).\n\nOutcome of the review\n\nI have decided to "
     "overturn the decision.",
     "foia-38-1-b overturned"},
    {"Section 43(2) – commercial interests\n\nI have read the tables. Nobody would be harmed by most of them and these are enclosed. I "
     "uphold the "
     "decision on the rest.\n\nSection 42(1) – legal professional privilege\n\nI am satisfied that the exemption was correctly applied.",
     "foia-43-2 partly-upheld; foia-42-1 upheld"},
    {"You said that section 14(1) should not have been applied. I disagree: the pattern of requests is plain and I uphold the refusal.",
     "foia-14-1 upheld"},
    {"You argue that section 43(2) is not engaged. I have considered this, and I am satisfied that it is engaged.", "foia-43-2 upheld"},
    {"The Trust was wrong to rely upon section 12, and the figures are attached.", "foia-12 overturned"},
    {"The first answer was that nothing is held. I find that the advice is held; it is, however, exempt under section 42(1).",
     "foia-42-1 added-at-review"},
    {"The Council cited section 31(1)(a). It now relies on section 24(1) instead of section 31(1)(a).",
     "foia-31-1-a overturned; foia-24-1 added-at-review"},
    {"The Trust maintains its position that the plan is exempt under section 31(1)(a).", "foia-31-1-a upheld"},
    // Near-misses: a review that says nothing of a ground, or only of a duty.
    {"Our answer was late, in breach of section 10(1), for which I apologise. The answer itself was correct.", "(foia-10-1 duty)"},
    {"I have considered whether section 12 might now be engaged, and decided that it is not. The figures are enclosed.",
     "foia-12 considered-not-applied"},
    {"No exemption was applied in our answer, and I see no reason to apply one.", "-"},
};

// Praise, blame and giving up, in many wordings.
constexpr CitedRow kFatesInOtherWords[] = {
    {"Section 43(2) was given as the reason. I regard that as mistaken: section 43(2) should never have been raised.",
     "foia-43-2 overturned"},
    {"The first reply refused question 3 under section 12(1). The estimate was far too high and I set that decision aside.",
     "foia-12-1 overturned"},
    {"Section 40(2) was an error, and the job titles are now enclosed.", "foia-40-2 overturned"},
    {"I find no basis for section 38(1)(a).", "foia-38-1-a overturned"},
    {"In my judgement section 31(1)(a) was not made out.", "foia-31-1-a overturned"},
    {"I reject the department's argument that section 42 applied.", "foia-42 overturned"},
    {"Section 12 was used too readily and I am asking the team to do the search.", "foia-12 overturned"},
    {"The Trust ought not to have leant on section 36.", "foia-36 overturned"},
    {"The reviewer felt section 24(1) was a step too far and has released the page.", "foia-24-1 overturned"},
    {"I do not consider that section 30(1)(a) could properly be claimed.", "foia-30-1-a overturned"},
    {"We are dropping section 43(2).", "foia-43-2 withdrawn"},
    {"The Trust no longer seeks to rely on section 36.", "foia-36 withdrawn"},
    {"I can tell you that section 12 is hereby withdrawn.", "foia-12 withdrawn"},
    {"Since then the accounts have been published and we have let section 22 go.", "foia-22 withdrawn"},
    {"Our reliance on section 31 has now ceased.", "foia-31 withdrawn"},
    {"We have decided to retract the section 21 refusal.", "foia-21 withdrawn"},
    {"Section 38 is not being maintained.", "foia-38 withdrawn"},
    {"Time has moved on and section 43(2) is not now relied upon.", "foia-43-2 withdrawn"},
    {"We are no longer arguing section 44.", "foia-44 withdrawn"},
    {"I see nothing wrong with the way section 43(2) was used.", "foia-43-2 upheld"},
    {"Section 40(2) was the proper course.", "foia-40-2 upheld"},
    {"Section 21 remains in place for the accounts.", "foia-21 upheld"},
    {"I would have decided no differently on section 38.", "foia-38 upheld"},
    {"There was no error in applying section 44(1)(a).", "foia-44-1-a upheld"},
    {"Section 12 has been re-examined and found to be right.", "foia-12 upheld"},
    {"The refusal cited section 43(2), which I uphold. I would add section 41 to it.", "foia-41 added-at-review; foia-43-2 upheld"},
    {"I find that section 40(2), which was not mentioned in the first reply, applies to the names.", "foia-40-2 added-at-review"},
    {"We relied on section 43(2). I have replaced section 43(2) with section 42.", "foia-42 added-at-review; foia-43-2 overturned"},
    {"A further exemption, section 38(1)(b), comes in at this stage.", "foia-38-1-b added-at-review"},
    {"In the course of this review it emerged that section 44 is engaged as well.", "foia-44 added-at-review"},
    {"It is also my view that section 41 would cover the letter.", "foia-41 added-at-review"},
    {"Section 12(1) was relied on in haste. The estimate does not bear examination and the refusal falls.", "foia-12-1 overturned"},
    {"The use of section 41 was ill-judged.", "foia-41 overturned"},
    {"I find that colleagues misread section 43(2).", "foia-43-2 overturned"},
    {"Section 14(1) should not have featured in our reply.", "foia-14-1 overturned"},
    {"We erred in applying section 40(2) to the totals.", "foia-40-2 overturned"},
    {"I allow your appeal in respect of section 43(2).", "foia-43-2 overturned"},
    {"We have thought again and no longer stand by section 43(2).", "foia-43-2 withdrawn"},
    {"Section 12 has been taken off the table.", "foia-12 withdrawn"},
    {"We do not persist with section 21.", "foia-21 withdrawn"},
    {"I back the decision to refuse under section 36(2)(b)(i).", "foia-36-2-b-i upheld"},
    {"I do not find that section 14(1) was misapplied.", "foia-14-1 upheld"},
    {"I stand by what we said about section 42.", "foia-42 upheld"},
    {"Section 41 was overlooked in our reply and I apply it to the letters.", "foia-41 added-at-review"},
    {"Section 40(2) was replaced by section 41 on review.", "foia-40-2 overturned; foia-41 added-at-review"},
    {"The panel adds section 31(1)(a) to the grounds.", "foia-31-1-a added-at-review"},
    {"The panel disagrees with colleagues about section 36.", "foia-36 overturned"},
    {"In retrospect section 12(1) was not the answer.", "foia-12-1 overturned"},
    {"I am afraid our use of section 40(2) went beyond what the Act allows.", "foia-40-2 overturned"},
    {"The Trust failed to make good its case under section 41.", "foia-41 overturned"},
    {"I do not share the view that section 31(1)(a) was engaged.", "foia-31-1-a overturned"},
    {"The arguments for section 38 do not convince me.", "foia-38 overturned"},
    {"Section 14(1) was an over-reaction.", "foia-14-1 overturned"},
    {"You were right about section 21.", "foia-21 overturned"},
    {"Section 43(2) was, in my view, rightly used.", "foia-43-2 upheld"},
    {"My own reading of section 40(2) leads to the same result.", "foia-40-2 upheld"},
    {"There are good grounds for section 36(2)(b)(i).", "foia-36-2-b-i upheld"},
    {"Section 43(2) was applied to the price. The reviewer finds that the Trust got section 43(2) wrong.", "foia-43-2 overturned"},
    {"We applied section 31(1)(a). I don't think section 31(1)(a) holds water, so the answer is below.", "foia-31-1-a overturned"},
    {"I can't support the use of section 43(2), and the figures are enclosed.", "foia-43-2 overturned"},
    {"Question 2 was refused under section 43(2). I would have reached the same decision.", "foia-43-2 upheld"},
    {"We said that section 14(1) applied. We now accept that the request has a serious purpose and will answer it.",
     "foia-14-1 overturned"},
    {"I have looked at whether section 43 might have been right.", "-"},
    {"Training on section 40 is good.", "-"},
};

TEST(CitationsInReviews, SayWhatBecameOfAGround) {
  for (const CitedRow& row : kReviews) EXPECT_EQ(in_review(row.text), row.expected) << row.text;
}

// Decided part by part, where the decision does not name the grounds again.
constexpr CitedRow kByPart[] = {
    {"We refused (a) under section 43(2), (b) under section 41(1) and (c) under section 40(2).\n\nFindings\n\nRates are agreed each "
     "year with each carrier, and no list of them was ever made public.\n\nConclusion\n\nThe complaint succeeds on (b), succeeds in "
     "part on (c), and fails on (a).",
     "foia-40-2 partly-upheld; foia-41-1 overturned; foia-43-2 upheld"},
    {"The reply refused items 1 and 2 by reference to section 31(1)(a) and item 3 by reference to section 42(1).\n\nOutcome\n\nI uphold "
     "the decision on item 3, and not that on items 1 and 2.",
     "foia-31-1-a overturned; foia-42-1 upheld"},
    {"Our reply refused the plan under section 43(2) and the diaries under section 36(2)(c).\n\nDecision\n\nYour complaint succeeds over "
     "the diaries; it fails for the rest.",
     "foia-36-2-c overturned; foia-43-2 upheld"},
    // Told in the last cell of a row, and in a heading.
    {"Findings\n\nPaper\tThen\tNow\n1. Account\ts.43(2)\tDisclosed\n2. Advice\ts.42(1)\tNo change\n\nThe advice is from our solicitor.",
     "foia-42-1 upheld; foia-43-2 overturned"},
    {"Our reply refused the plan under section 43(2) and the diaries under section 36(2)(c).\n\nDecision\n\nThe plan: refusal "
     "confirmed\n\nIt has prices in it.\n\nThe diaries: refusal reversed\n\nYou will find them with this.",
     "foia-36-2-c overturned; foia-43-2 upheld"},
    // What the requester says of a part decides nothing, however the lines are cut.
    {"We refused (b) under section 43(2).\n\nDecision\n\nYou say that the decision on\n(b) was wrong, and that\nothers publish theirs. I "
     "uphold it.",
     "foia-43-2 upheld"},
    // The part stays closed, for another reason than its ground.
    {"We refused (a) under section 43(2).\n\nOutcome\n\nSection 43(2) was wrongly applied to it. The complaint fails on (a), although "
     "the reason has changed.",
     "foia-43-2 overturned"},
    // What its own words decide stays decided.
    {"We refused (a) under section 43(2) and (b) under section 22.\n\nOutcome\n\nWe no longer rely on section 22. The decision on (a) "
     "stands.",
     "foia-22 withdrawn; foia-43-2 upheld"},
    // Its ground is told in a row, or by the number of the question alone; what is decided, in headings, in a line or in a list.
    {"Our response\n\nQuestion\tExemption\n1 and 2\tSection 31(1)(a)\n3\tSection 42(1)\n\nOutcome\n\nItems 1 and 2: decision "
     "overturned. Item 3: decision stands.",
     "foia-31-1-a overturned; foia-42-1 upheld"},
    {"The information at 2 was withheld under section 43(2). In relation to 4, names were withheld under section 40(2).\n\nOutcome\n\n2: "
     "substituted. 4: confirmed.",
     "foia-40-2 upheld; foia-43-2 overturned"},
    {"We refused part 1 under section 43(2) and part 2 under section 42(1).\n\nDecision of the panel\n\nPart 1 – original decision "
     "overturned\n\nThe rates are old.\n\nPart 2 – original decision changed\n\nTwo of the letters had gone to the other side.",
     "foia-42-1 partly-upheld; foia-43-2 overturned"},
    // What stands under a label at the head of a paragraph, with what is done about the part and no more.
    {"We refused (a) under section 12(1) and (b) under section 40(2).\n\nOutcome\n\n(a) The estimate was made for a search of paper "
     "files. The register took an hour, and the list is enclosed.\n\n(b) The clerks are junior, and were told nothing else. Their names "
     "will "
     "not be released.",
     "foia-12-1 overturned; foia-40-2 upheld"},
    // Numbers of paragraphs are none of parts.
    {"1. You asked for a review.\n\n2. We refused question 4 under section 43(2) and question 5 under section 42(1).\n\nFindings\n\n3. "
     "Time passed.\n\n4. The rule book is enclosed for your help.\n\n5. Question 4: refusal confirmed.\n\n6. Question 5: refusal "
     "confirmed.",
     "foia-42-1 upheld; foia-43-2 upheld"},
    // A part that falls in part says little of each of its grounds.
    {"We refused question 1 under sections 43(2) and 41(1).\n\nFindings\n\nSection 41(1) was wrongly applied. Section 43(2) is "
     "engaged.\n\nOutcome\n\nThe complaint is upheld in part as to question 1.",
     "foia-41-1 overturned; foia-43-2 upheld"},
};

TEST(CitationsInReviews, DecidePartByPart) {
  for (const CitedRow& row : kByPart) EXPECT_EQ(claims_of(in_review(row.text)), row.expected) << row.text;
}

// An acknowledgement of a request for a review decides nothing, and an answer that offers one is no review.
TEST(CitationsInReviews, AnOfferIsNoReview) {
  constexpr std::string_view letters[] = {
      "Dear Enquirer,\n\nThank you for your request.\n\nThe names are exempt under section 40(2).\n\nInternal review\n\nIf you would like "
      "the decision "
      "to be upheld or overturned, ask for an internal review.\n",
      "Dear Enquirer,\n\nThank you for your request.\n\nThe names are exempt under section 40(2).\n\nYou may ask for an internal review of "
      "this decision. "
      "Your complaint will be considered by somebody else, who may overturn it.\n",
  };
  for (std::string_view text : letters) {
    const Record record = understand_text(text).record;
    EXPECT_EQ(described(record), "foia-40-2 applied") << text;
    EXPECT_FALSE(record.review) << text;
  }
}

// A page that prints what the requester wrote over the answer: his view of a ground is no finding.
TEST(CitationsInReviews, ThePleaIsTheRequesters) {
  const std::string plea =
      "FOI Request - Vans - Review\n\nRequest 1010\n\nDear Sir/Madam,\n\nI would like to request that a review is held of the answer to my "
      "request. A section 43 exemption was wrong for it. Please reconsider your decision.\n\n";
  const std::string answer =
      "Following your request for a review of our response, this was held yesterday. The prices are commercially sensitive and we uphold "
      "the use of section 43(2).\n";
  const Record page = understand_text(plea + "Response 08-10-2020\n\n" + answer).record;
  EXPECT_EQ(claims_of(described(page)), "foia-43-2 upheld");
  EXPECT_EQ(name_of(page.outcome), "review-upheld");
  const Record refused = understand_text(plea +
                                         "Response 08-10-2020\n\nFollowing your request for a review, this was held yesterday. That "
                                         "information is not held.\n")
                             .record;
  EXPECT_EQ(claims_of(described(refused)), "-");
  EXPECT_NE(name_of(refused.outcome), "review-overturned");
}

std::string in_notice(std::string_view text) {
  const Record record = understand_text(notice_with(text)).record;
  EXPECT_EQ(name_of(record.kind), "ico-decision") << text;
  return described(record);
}

constexpr CitedRow kNotices[] = {
    {"2. The Commissioner's decision is that the council was entitled to rely on section 43(2).", "foia-43-2 upheld"},
    {"2. The Commissioner's decision is that the council has correctly applied section 12(1).", "foia-12-1 upheld"},
    {"2. The Commissioner finds that section 40(2) is engaged.", "foia-40-2 upheld"},
    {"2. The Commissioner's decision is that section 43(2) is not engaged.", "foia-43-2 overturned"},
    {"2. The Commissioner's decision is that the council was not entitled to rely on section 14(1).", "foia-14-1 overturned"},
    {"2. The Commissioner's decision is that section 36(2)(c) is engaged but that the public interest favours disclosure.",
     "foia-36-2-c overturned"},
    {"2. The council incorrectly applied section 31(1)(a).", "foia-31-1-a overturned"},
    {"2. The council withheld it under section 43(2). The Commissioner finds that the exemption is engaged and that the public interest in "
     "maintaining it outweighs the public interest in disclosure.",
     "foia-43-2 upheld"},
    {"2. The council relied on section 43(2).\n\nFindings\n\nFOI 43: Complaint upheld", "foia-43-2 overturned"},
    {"2. The council relied on section 12(1).\n\nFindings\n\nFOI 12: Not upheld", "foia-12-1 upheld"},
    {"2. The council relied on section 36.\n\nFindings\n\nFOI 36: Partly upheld", "foia-36 partly-upheld"},
    {"2. The council relied on section 40(2) and replied late.\n\nFOI 10: Upheld FOI 40: Not upheld", "foia-40-2 upheld"},
    {"2. The council relied on section 40(2) and replied late.\n\nFOI 17 – Complaint Upheld, FOI 40 – Complaint Not upheld",
     "foia-40-2 upheld"},
    {"2. The council relied on regulation 12(5)(b) of the EIR.\n\nEIR 12(5)(b): Not upheld EIR 14(2): Upheld",
     "eir-12-5-b upheld; (eir-14-2 duty)"},
    {"2. The council relied on sections 43(2) and 41. As the Commissioner finds section 43(2) engaged, he has not gone on to consider "
     "section 41.",
     "foia-43-2 upheld; foia-41 considered-not-applied"},
};

TEST(CitationsInDecisionNotices, UpheldIsSaidOfTheComplaint) {
  for (const CitedRow& row : kNotices) EXPECT_EQ(in_notice(row.text), row.expected) << row.text;
}

TEST(CitationReview, FatesInOtherWords) {
  for (const CitedRow& row : kFatesInOtherWords) EXPECT_EQ(claims_of(in_review(row.text)), row.expected) << row.text;
}

}  // namespace
}  // namespace foi::understand
