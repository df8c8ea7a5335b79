// How far words reach: contractions, clauses, sentences before and after, paragraphs, headings, messages; near-misses beside each.
#include <gtest/gtest.h>

#include "tests/unit/understand/cited.h"

namespace foi::understand {
namespace {

// "isn't" says no less than "is not", and possessives say nothing.
constexpr CitedRow kContractions[] = {
    {"Section 31(1)(a) isn't engaged.", "foia-31-1-a considered-not-applied"},
    {"We've applied section 40(2) to the names.", "foia-40-2 applied"},
    {"It's exempt under section 43(2).", "foia-43-2 applied"},
    {"The tender's withheld under section 43(2) of the Act.", "foia-43-2 applied"},
    {"We're relying on section 42(1) for the note of advice.", "foia-42-1 applied"},
    {"I'm refusing the second part under section 14(1).", "foia-14-1 applied"},
    {"We'd looked at section 38(1)(b), but it doesn't apply.", "foia-38-1-b considered-not-applied"},
    {"We won't be relying on section 22, since the report's out.", "foia-22 considered-not-applied"},
    {"Section 24(1) hasn't been relied on.", "foia-24-1 considered-not-applied"},
    {"The exemption in section 36(2)(c) can't be used without an opinion and we don't claim it.", "foia-36-2-c considered-not-applied"},
    {"The Trust's use of section 40(2) is explained below. The names are withheld.", "foia-40-2 applied"},
    {"It'd take 40 hours, so section 12(1) applies.", "foia-12-1 applied"},
};

// A "not" denies the verb of its own clause.
constexpr CitedRow kClauses[] = {
    {"The names of the bidders who were not chosen are exempt under section 43(2).", "foia-43-2 applied"},
    {"Details which have never been made public are withheld under section 41(1).", "foia-41-1 applied"},
    {"They are data of people who would not expect it, and exempt under section 40(2).", "foia-40-2 applied"},
    {"Candidates that did not get the post are protected by section 40(2).", "foia-40-2 applied"},
    {"The pages that aren't in the public file are withheld under section 42(1).", "foia-42-1 applied"},
    {"No part of the report is exempt under section 36(2)(c).", "foia-36-2-c considered-not-applied"},
    {"None of it is exempt under section 35(1)(a).", "foia-35-1-a considered-not-applied"},
    {"No public interest test is needed, as section 40(2) applies.", "foia-40-2 applied"},
    {"The list is not, in our view, exempt under section 43(2).", "foia-43-2 considered-not-applied"},
    {"We do not find that the minutes are exempt under section 36(2)(b)(i).", "foia-36-2-b-i considered-not-applied"},
    {"Some information may be exempt under section 40; nothing has been held back in your case.", "-"},
    {"Nothing was taken out, although section 41 might be thought of by some.", "-"},
};

// Thought about, and left; or only asked about.
constexpr CitedRow kWeighed[] = {
    {"I did consider whether section 44(1)(a) applied as well. I don't think so and haven't used it.",
     "foia-44-1-a considered-not-applied"},
    {"We did ask ourselves whether section 43 had any bearing. As the whole is withheld under section 36(2)(c) we make no claim under it.",
     "foia-36-2-c applied; foia-43 considered-not-applied"},
    {"I wondered about section 38(1)(b), and decided against it.", "foia-38-1-b considered-not-applied"},
    {"We considered section 30(1)(a)(i) and it adds nothing.", "foia-30-1-a-i considered-not-applied"},
    {"Section 31(3) was looked at. We don't rely on it.", "foia-31-3 considered-not-applied"},
    {"The supplier wrote that section 43(2) ought to be used. We weren't persuaded. Not applied.", "foia-43-2 considered-not-applied"},
    {"Regulation 12(4)(e) of the EIR is engaged, as it always is. But the decision is made, and we don't rely upon it.",
     "eir-12-4-e considered-not-applied"},
    {"We turned our minds to section 24(1); it was not needed.", "foia-24-1 considered-not-applied"},
    {"Section 41 does not stop us from sending the letter.", "foia-41 considered-not-applied"},
    {"You wanted to know if section 38 was looked at. No.", "-"},
    {"You asked whether we had considered section 24. We had not.", "-"},
    {"There being no need to, we've not gone on to look at section 41.", "-"},
    {"Section 14 was not in our minds.", "-"},
    {"It wasn't necessary for us to think about section 36.", "-"},
    {"Where it is engaged section 36 can't be used.", "-"},
    {"It is possible that the notes also contain personal information (section 40).", "-"},
    {"We did not think that section 43(2) would stand up and have left the prices in.", "foia-43-2 considered-not-applied"},
    {"The contractor begged us to use section 43(2).", "-"},
};

// Told as the law, and brought home to the case.
constexpr CitedRow kBroughtHome[] = {
    {"I have therefore to refuse. A request may be refused where it is vexatious: section 14(1). That is the case here.",
     "foia-14-1 applied"},
    {"For that reason section 40(1) makes your own file exempt from the Act.", "foia-40-1 applied"},
    {"Section 12(4) allows requests to be added together. I have therefore added yours.", "foia-12-4 applied"},
    {"The minutes come within section 36(2)(b)(i).", "foia-36-2-b-i applied"},
    {"Our functions are those of an auditor, which brings us within section 33(1)(b), and the papers are exempt.", "foia-33-1-b applied"},
    {"The reserve price: section 43(2).", "foia-43-2 applied"},
    {"Disclosure would be likely to prejudice the prevention of crime, section 31(1)(a).", "foia-31-1-a applied"},
    {"To publish it would be a breach of confidence actionable by the patient's family, section 41(1).", "foia-41-1 applied"},
    {"It would be exempt here as well because it was given in confidence, section 41(1).", "foia-41-1 applied"},
    {"Section 12(4) allows requests to be added together.", "-"},
    {"A request may be refused where it is vexatious: section 14(1). Yours was not refused.", "-"},
    {"Section 40(1) makes a person's own data exempt.", "-"},
    {"Your note speaks of the appropriate limit; we were within it, section 12(1).", "-"},
    {"If disclosure would be likely to prejudice an inquiry, section 31(1)(g) might be thought of.", "-"},
    {"Our catalogue says of the box \"closed, exemption 38, 41 until 2030\" and nobody has looked at it since.", "-"},
    {"Those which we use most are section 40 (personal information) and section 43 (commercial interests).", "-"},
    {"The four black columns are prices, and section 43(2) is why.", "foia-43-2 applied"},
    {"The minutes are a click away, so section 21 lets us off copying them.", "foia-21 applied"},
    {"It comes to 31 hours. Section 12(1), I'm afraid.", "foia-12-1 applied"},
    {"Section 41(1) is the exemption that we rely on.", "foia-41-1 applied"},
    {"Section 43 is the exemption for commercial interests.", "-"},
    {"At one point we meant to use section 38(1)(b). On reflection we shall not.", "-"},
    {"Your neighbour was refused last year under section 40(2), which is between him and us.", "-"},
    {"Had you asked for names we would have had to consider section 40.", "-"},
};

// Whose words they are.
constexpr CitedRow kSpeakers[] = {
    {"Your opening remark, that neither section 31(1)(a) nor section 21 can be used, is noted.", "-"},
    {"You also said: \"You couldn't use section 40 or section 43, so say so.\"", "-"},
    {"In your covering note you predicted that we would cite section 36(2)(c).", "-"},
    {"You then wrote that section 41 is what trusts plead when all else fails.", "-"},
    {"You rightly pointed out that section 22 lapses with the day of publication.", "-"},
    {"When you wrote, the figures were being checked and section 22(1) applied to them; it still does.", "foia-22-1 applied"},
    {"Since you asked, the names are withheld under section 40(2).", "foia-40-2 applied"},
    {"Your point about prices is understood, but they are exempt under section 43(2).", "foia-43-2 applied"},
    {"You have been told so three times, on the last of them under section 14(2), which is history.", "-"},
};

// Other laws, other documents, other tables.
constexpr CitedRow kOtherLaws[] = {
    // Another Act is cited, too: a sub-section that is a ground is still one.
    {"Two of the lists are kept under section 2 of the Safeguarding Vulnerable Groups Act 2006. Merely to see what is held would go past "
     "the "
     "limit many times over, so we refuse it. Section 12(2).",
     "foia-12-2 applied"},
    {"The files are those of referrals under section 28 of the Housing Act 1996. You had the same reply on 3 February. Section 14(2) lets "
     "us "
     "leave it there.",
     "foia-14-2 applied"},
    {"Some patients were moved under section 43 of the Mental Health Act 1983. That is how the Freedom of Information Act has to be "
     "applied "
     "here. We have placed the rota behind section 38(1)(b) of that Act.",
     "foia-38-1-b applied"},
    {"We have counted detentions under section 3 of the Mental Health Act 1983. The list of fixed points is covered by section 38(1)(a), "
     "since it would be likely to endanger people in our care.",
     "foia-38-1-a applied"},
    {"The doctor's notes were asked for.\n\nSECTION 41(1). They were made from what he told a doctor in confidence, and we refuse to give "
     "them.",
     "foia-41-1 applied"},
    {"We act under the Courts and Fees Act 2019 (CFA). Section 23(1) CFA limits what may be said, and section 31 CFA what may be sold.",
     "-"},
    {"Section 43 of the 2003 Act lets members meet in private.", "-"},
    {"\"Working Safely\" is enclosed. See its sections 30, 31 and 40.", "-"},
    {"The Dublin body wrote: \"Record 3 is refused under section 33(1)(d) of the FOI Act 2014. Record 4 is refused under section 29(1)(a) "
     "and the names pursuant to section 37(1).\" We have no objection to its release and it is enclosed.",
     "-"},
    {"A doctor approved under section 12(2) saw each of them. The other figures are withheld under section 40(2).", "foia-40-2 applied"},
    {"They are within the limit. The parking plan is exempt under section 31(1)(b) FOIA.", "foia-31-1-b applied"},
    {"Section 40(2) of the 2000 Act applies to the names.", "foia-40-2 applied"},
    {"The staff list falls under section 40(2) FOIA.", "foia-40-2 applied"},
};

// Parts of a section told without it, and marks lost.
constexpr CitedRow kForms[] = {
    {"Exempt under section 36(2)(b)(i). The same goes for (2)(c), on which we rely as well.", "foia-36-2-b-i applied; foia-36-2-c applied"},
    {"Commercially sensitive - S43 2 applied, see below.", "foia-43-2 applied"},
    {"The memo is exempt under section 36; in particular we rely on 36 (2b)(ii).", "foia-36-2-b-ii applied"},
    {"Document | Exemption\n\n1 Minutes\tReg 12(4)(e)\n2 Draft\tReg 12(4)(d)\n\nThe request falls under the Environmental Information "
     "Regulations 2004.",
     "eir-12-4-d applied; eir-12-4-e applied"},
    {"Section 43 2 weeks ago was no concern of ours.", "-"},
    {"The names are withheld, section 40(2)\nE. The rates are attached.", "foia-40-2 applied"},
};

constexpr CitedRow kReviews[] = {
    {"**The first reply**\n\nPart 1 refused, section 12(1). Part 2 refused, section 31(1)(g).\n\n**My decision, part by part**\n\nPart 1 - "
     "complaint upheld. The estimate was wrong and reliance on section 12(1) is withdrawn.\n\nPart 2 - complaint not upheld. I agree with "
     "the decision. A witness who read the plan would be forewarned, section 31(1)(g).",
     "foia-12-1 withdrawn; foia-31-1-g upheld"},
    {"We refused the report under section 36(2)(c).\n\nFindings\n\nNobody asked for an opinion and section 36(2)(c) was wrongly applied. I "
     "wondered if section 40(2) came into it, but those named are content. The report is attached and your complaint is upheld.",
     "foia-36-2-c overturned; foia-40-2 considered-not-applied"},
    {"The prices were refused under section 43(2).\n\nI have not upheld the Trust's decision. The prices are enclosed.",
     "foia-43-2 overturned"},
    {"We relied on section 22. There was no plan to publish. The exemption falls away.", "foia-22 overturned"},
    {"We relied on section 22. I don't think that section 22 can be relied on any longer, and it isn't.", "foia-22 withdrawn"},
    {"The note was refused under section 42(1). S.42(1) stands.", "foia-42-1 upheld"},
    {"The names were refused under section 40(2). You did not complain of this. It stays as it is.", "foia-40-2 upheld"},
    {"What you say is wrong with it\n\n\"If it's an investigation say so and use section 30.\"\n\nWhat I think\n\nThe plan is exempt under "
     "section 31(1)(a), as you were told. I uphold that.",
     "foia-31-1-a upheld"},
    {"The plan was refused under section 31(1)(a). I asked if section 38(1)(b) ought to have been claimed. One exemption is enough and I "
     "haven't adopted it. I uphold section 31(1)(a).",
     "foia-31-1-a upheld; foia-38-1-b considered-not-applied"},
    {"The e-mails were refused under section 12(1), which I uphold. The rest is refused under section 14(1), which I introduce at review.",
     "foia-12-1 upheld; foia-14-1 added-at-review"},
    {"I can't find any bad faith, and in my opinion section 14(1) should not have been applied.", "foia-14-1 overturned"},
    {"The reply: as to 1, section 31(1)(a); as to 2, nothing was said.\n\nSection 31(1)(a) is withdrawn.", "foia-31-1-a withdrawn"},
    {"The names were taken out under section 40(2). I'd have done the same.", "foia-40-2 upheld"},
    {"You were refused the prices under section 43(2). They should have gone to you and are enclosed.", "foia-43-2 overturned"},
    {"The first reply was section 22. Publication is set for 3 June. I agree with it.", "foia-22 upheld"},
};

constexpr CitedRow kNotices[] = {
    {"2. The council relied on sections 43(2) and 24(1). The Commissioner finds that section 43(2) is not engaged.\n\n3. The council told "
     "the Commissioner that it withdrew its reliance on section 24(1).",
     "foia-24-1 withdrawn; foia-43-2 overturned"},
    {"2. The council withheld it under section 36(2)(b)(i) and (c). The Commissioner finds section 36(2)(b)(i) engaged and maintained. The "
     "council told her that it no longer relied on the limb in (c).",
     "foia-36-2-b-i upheld; foia-36-2-c withdrawn"},
    {"2. The Commissioner's decision is that section 12(1) is engaged. Under the EIR one would look to regulation 12(4)(b).",
     "foia-12-1 upheld"},
    {"2. The Commissioner finds that neither section 22(1) nor section 35(1)(a) is engaged.",
     "foia-22-1 overturned; foia-35-1-a overturned"},
    {"2. The Commissioner's decision is that section 40(2) is engaged. Section 41 was not relied upon.", "foia-40-2 upheld"},
    {"2. The council was entitled to rely on section 43(2). It told the Commissioner that it wished to rely on section 41 in the "
     "alternative, which he has not gone on to consider.",
     "foia-43-2 upheld"},
    {"2. The council relied on section 22(1). The Commissioner finds that section 22(1) is not engaged.\n\n3. There are three conditions: "
     "a "
     "view to publication, 22(1)(a); held when asked for, 22(1)(b); and reasonable, 22(1)(c).",
     "foia-22-1 overturned"},
    {"2. Section 40(2) is made out for the names. The council has not made its case under section 43(2).",
     "foia-40-2 upheld; foia-43-2 overturned"},
    {"2. Section 40(2) is engaged.\n\n3. By the time the Commissioner wrote, section 31(1)(a) was no longer being pursued by the council.",
     "foia-31-1-a withdrawn; foia-40-2 upheld"},
};

TEST(CitationReach, Contractions) {
  for (const CitedRow& row : kContractions) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}
TEST(CitationReach, Clauses) {
  for (const CitedRow& row : kClauses) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}
TEST(CitationReach, Weighed) {
  for (const CitedRow& row : kWeighed) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}
TEST(CitationReach, BroughtHome) {
  for (const CitedRow& row : kBroughtHome) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}
TEST(CitationReach, Speakers) {
  for (const CitedRow& row : kSpeakers) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}
TEST(CitationReach, OtherLaws) {
  for (const CitedRow& row : kOtherLaws) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}
TEST(CitationReach, Forms) {
  for (const CitedRow& row : kForms) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}
TEST(CitationReach, Reviews) {
  for (const CitedRow& row : kReviews) EXPECT_EQ(claims_of(in_review(row.text)), row.expected) << row.text;
}
TEST(CitationReach, Notices) {
  for (const CitedRow& row : kNotices)
    EXPECT_EQ(claims_of(described(understand_text(notice_with(row.text)).record)), row.expected) << row.text;
}

}  // namespace
}  // namespace foi::understand
