// Grounds in the words of officers who write plainly, each rule with sentences that are near it and say something else.
#include <gtest/gtest.h>

#include "tests/unit/understand/cited.h"

namespace foi::understand {
namespace {

// A unit word is a unit word however short it is.
constexpr CitedRow kAbbreviated[] = {
    {"These are internal communications within Reg 12(4)(e) of the EIR.", "eir-12-4-e applied"},
    {"The plan comes within reg. 12(4)(d) of the EIR.", "eir-12-4-d applied"},
    {"The letters are within s.41(1).", "foia-41-1 applied"},
    {"The rates come within s43(2) of the Act.", "foia-43-2 applied"},
    {"We did wonder whether s43(2) was relevant but it is not needed.", "foia-43-2 considered-not-applied"},
    {"Were the rates within s43(2) we would say so.", "-"},
    {"The work was done within reg 4 of the Working Time Regulations 1998.", "-"},
};

// "The (i)" of a citation is nobody who asks.
constexpr CitedRow kListed[] = {
    {"1. Items A and B are withheld in full by virtue of section 36(2)(b)(i), 36(2)(b)(ii) and 36(2)(c).",
     "foia-36-2-b-i applied; foia-36-2-b-ii applied; foia-36-2-c applied"},
    {"I expect that the file is withheld under section 36(2)(b)(i) again.", "-"},
};

// Which way the balance falls, with a "not" in it.
constexpr CitedRow kBalance[] = {
    {"Section 31(1)(a) – law enforcement\n\nAn attacker would be helped by the versions. The balance is in favour of not disclosing them.",
     "foia-31-1-a applied"},
    {"Section 31(1)(a) – law enforcement\n\nThe balance falls in favour of not releasing the list.", "foia-31-1-a applied"},
    {"Section 43(2) is engaged, but the public interest is in favour of disclosing the total, which is £40.",
     "foia-43-2 considered-not-applied"},
};

// A ground that is told apart from the one relied on.
constexpr CitedRow kToldApart[] = {
    {"We refuse it under section 14(1). Section 14(2) is a different matter and isn't being used. This notice says what we rely upon.",
     "foia-14-1 applied"},
    {"We refuse it under section 14(1). Section 14(2) is another matter.", "foia-14-1 applied"},
    {"The file is withheld under section 40(2). Section 40(1) is a separate matter.", "foia-40-2 applied"},
};

// A heading of a table of figures, or an element's own title, is no ground and no other thing.
constexpr CitedRow kTitles[] = {
    {"We can neither confirm nor deny that we hold this, by virtue of:\n\n* Section 40(5B) Personal information\n* Section 30(3) "
     "Investigations",
     "foia-30-3 ncnd; foia-40-5b ncnd"},
    {"Section 37: 34. Section 41: 97.\n\nWe are unable to give a breakdown, as the cells are small.", "-"},
    {"Withheld: 43(2)\n\nThe price list is kept back.", "foia-43-2 applied"},
    {"There were 40 section 47 investigations.", "-"},
    {"The unit closed 12 section 42 enquiries.", "-"},
};

constexpr CitedRow kNotices[] = {
    {"2. The Trust told the Commissioner that part 2 might exceed the cost limit under section 12(1), and the Commissioner has not "
     "considered section 12(1) further. Section 14(1) was not correctly applied.",
     "foia-14-1 overturned"},
    {"2. Section 36(2)(c) is engaged. Section 36(1)(b) is not in issue.", "foia-36-2-c upheld"},
    {"2. The Council replied on 20 May and refused the request under section 43. On review it cited regulation 12(5)(e) of the EIR, which "
     "the Commissioner finds to be engaged.",
     "eir-12-5-e upheld"},
    {"2. At review the council dropped section 31(1)(a) and relied on section 38(1)(b), which the Commissioner finds to be engaged.",
     "foia-31-1-a withdrawn; foia-38-1-b upheld"},
};

// A letter that refuses and tells the law of one ground only.
constexpr CitedRow kOnlyGround[] = {
    {"We regret that we are unable to comply.\n\nUnder section 12 of the Act an authority is not obliged to comply with a request if it "
     "estimates that to do so would cost more than the amount prescribed.\n\nOur estimate is 709 hours.",
     "foia-12 applied"},
    {"We are not sending you the register.\n\nSection 31 exempts information whose disclosure would be likely to prejudice the "
     "detection of crime.\n\nThe register would tell a burglar which sites have no alarm, which would prejudice our security.",
     "foia-31 applied"},
    {"The figures are attached.\n\nSection 12 lets an authority refuse a request that would take too many hours.", "-"},
    {"We do not hold the register.\n\nSection 21 is for information that is published already.", "-"},
    {"Nobody has asked for this before.\n\nSection 12 sets a limit of cost and section 14 is for vexatious requests.", "-"},
};

// Weighed only for what is relied on.
constexpr CitedRow kBalanceHeadings[] = {
    {"The model cannot be sent.\n\nPublic interest test (section 43)\n\nOthers could work out the margin.", "foia-43 applied"},
    {"The public interest is what section 2 is about. Section 43 is about commerce.", "-"},
};

constexpr CitedRow kReviewed[] = {
    {"We refused under section 14(2). It was not a repeat and we no longer rely on it. Nor would it take long, so section 12 is not relied "
     "upon either.",
     "foia-12 considered-not-applied; foia-14-2 withdrawn"},
    {"I uphold section 12(1). Small numbers might have to be withheld under section 40(2) if you ask again.", "foia-12-1 upheld"},
    {"The original decision\n\nOn 20 May the Council refused both parts under section 43(2).\n\nWhich legislation\n\nThe decision to rely "
     "on section 43(2) was wrong and is set aside.\n\nPart a)\n\nThe names are withheld under section 40(2).",
     "foia-40-2 added-at-review; foia-43-2 overturned"},
    {"Original response (21 July)\n\nQuestion 1 - exempt, section 43(2).\n\nReview\n\nSection 43(2) should not have been applied.",
     "foia-43-2 overturned"},
};

void expect_in_answers(std::span<const CitedRow> rows) {
  for (const CitedRow& row : rows) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}

// Verbs of refusing, of leaving alone and of supposing, in many wordings; and sentences that have the same words for something else.
constexpr CitedRow kInOtherWords[] = {
    {"Our Chief Executive, as qualified person, has given her opinion that section 36(2)(b)(i) should be used.", "foia-36-2-b-i applied"},
    {"Regulation 12(4)(b) EIR gives us grounds to refuse, and we do.", "eir-12-4-b applied"},
    {"We estimate 61 hours of work. That is beyond the limit and section 12(1) lets us stop there.", "foia-12-1 applied"},
    {"Your second question falls foul of section 40(2).", "foia-40-2 applied"},
    {"The answer to question 4 attracts section 31(1)(g).", "foia-31-1-g applied"},
    {"Not provided. Section 21. See our publication scheme.", "foia-21 applied"},
    {"We need to hold the list back under section 38.", "foia-38 applied"},
    {"Your request is turned down. It's section 14(1), I'm afraid.", "foia-14-1 applied"},
    {"Part 3 of your request hits the cost ceiling in section 12(1).", "foia-12-1 applied"},
    {"We must keep the informant's statement to ourselves, section 30(2)(b) being in point.", "foia-30-2-b applied"},
    {"Section 22(1) is engaged because the survey is due out in May.", "foia-22-1 applied"},
    {"Disclosure is resisted under section 42.", "foia-42 applied"},
    {"We do not think section 40(2) catches job titles, so they are given below.", "foia-40-2 considered-not-applied"},
    {"Section 41 was weighed up and rejected.", "foia-41 considered-not-applied"},
    {"The Trust has decided against relying on section 36.", "foia-36 considered-not-applied"},
    {"The public interest lies in release, so section 43(2) fails and you'll find the figures in the table.",
     "foia-43-2 considered-not-applied"},
    {"While we were entitled to refuse this under section 12(1), we have chosen to help.", "foia-12-1 considered-not-applied"},
    {"There is nothing here to which section 40(2) would attach.", "foia-40-2 considered-not-applied"},
    {"Our solicitor advised that section 44 was not available.", "foia-44 considered-not-applied"},
    {"We toyed with section 14(1), but gave you the benefit of the doubt.", "foia-14-1 considered-not-applied"},
    {"Rather than apply section 12 we have narrowed your question to last year.", "foia-12 considered-not-applied"},
    {"Section 43(2) would have applied last year, but the contract has ended.", "foia-43-2 considered-not-applied"},
    {"We have stopped short of invoking section 14.", "foia-14 considered-not-applied"},
    {"We were tempted to use section 12; in the end the search took an hour.", "foia-12 considered-not-applied"},
    {"We see no reason to withhold this under section 22.", "foia-22 considered-not-applied"},
    {"We looked hard at section 12 before deciding that we could just about manage.", "foia-12 considered-not-applied"},
    {"I do not think this is a case for section 14.", "foia-14 considered-not-applied"},
    {"Though section 36 crossed our minds, no opinion was sought.", "foia-36 considered-not-applied"},
    {"We refrained from citing section 14(1).", "foia-14-1 considered-not-applied"},
    {"Section 38 was mooted and discarded.", "foia-38 considered-not-applied"},
    {"There was no call for section 14.", "foia-14 considered-not-applied"},
    {"No use has been made of section 21.", "foia-21 considered-not-applied"},
    {"Section 44 turned out not to be relevant.", "foia-44 considered-not-applied"},
    {"We can't bring this within section 41.", "foia-41 considered-not-applied"},
    {"In consequence the exemption in section 38(1)(a) comes into play.", "foia-38-1-a applied"},
    {"That would put us over the eighteen hours in section 12(1), so we can't do it.", "foia-12-1 applied"},
    {"The team ruled out section 41.", "foia-41 considered-not-applied"},
    {"We don't need section 12 to deal with this.", "foia-12 considered-not-applied"},
    {"Section 36 would not have been right here.", "foia-36 considered-not-applied"},
    {"Section 38 was discussed and dropped.", "foia-38 considered-not-applied"},
    {"Should you send further requests of this kind, we shall look at section 14.", "-"},
    {"An authority that relies on section 36 must get the opinion of a qualified person.", "-"},
    {"The Act has 23 exemptions, among them section 31 (law enforcement).", "-"},
    {"Any response to question 2 may be subject to section 40.", "-"},
    {"In 2023 we refused 14 requests under section 12.", "-"},
    {"We need section 12 estimates to be signed by a manager.", "-"},
    {"The lawyers have raised section 43 with us and we await their advice.", "-"},
    {"The policy covers what to do when section 40 comes into play.", "-"},
    {"A body that relies on section 22 has to have a date in mind.", "-"},
    {"Staff who misapplied section 40 were sent on a course.", "-"},
    {"Section 43 is often got wrong by new officers.", "-"},
    {"The old form of section 40 was replaced by the Data Protection Act 2018.", "-"},
    {"We would not normally need section 14 for a request like this.", "-"},
    {"The Commissioner's guidance on section 36 was withdrawn in 2021.", "-"},
    {"If the search goes over the limit we shall tell you under section 12.", "-"},
    {"We refuse about a tenth of requests under section 12 and you can read how on our website.", "-"},
    {"Had you asked for the names we would have turned to section 40.", "-"},
    {"We kept a note of each section 12 estimate.", "-"},
    {"The Trust does not keep figures by section 40 and section 41.", "-"},
    {"If we had held it, section 41 would have covered it.", "-"},
    {"You can see how we use section 31 in our disclosure log.", "-"},
};

// The request told in a sentence that ends, and the refusal behind or below it; or more of what the requester said.
constexpr CitedRow kToldAndAnswered[] = {
    {"You requested the rota.\n\nThis cannot be disclosed because of section 38(1)(b) of the Act.", "foia-38-1-b applied"},
    {"You asked for every letter on parking. Reading 4,000 of them would exceed the appropriate limit in section 12(1).",
     "foia-12-1 applied"},
    {"You asked for the tender and the log. Neither can be released: section 43(2) applies to the tender and section 31(1)(a) to the log.",
     "foia-31-1-a applied; foia-43-2 applied"},
    {"You have asked for the names of the bidders. They cannot be given to you because of section 43(2).", "foia-43-2 applied"},
    {"Your request\n\nA copy of the rota.\n\nThe rota cannot be released because of section 38(1)(b), I am told.", "-"},
    {"You asked for the rota. What is given to you depends on whether section 38(1)(b) applies.", "-"},
    {"You requested the rota. You added that it cannot be refused because of section 38(1)(b).", "-"},
    {"You asked for the tender.\n\nPlease leave out what section 43(2) applies to.", "-"},
    {"You asked for the following:\n\nThe tender. Section 43(2) applies to none of it.", "-"},
    {"You asked for the tender. You wrote:\n\n\"The tender cannot be kept back because of section 43(2).\"", "-"},
    {"You asked for the tender. If section 43(2) applies to a part of it, what is left?", "-"},
};

// Letters whose questions are about other requests, and letters whose questions are answered with a ground.
constexpr CitedRow kAskedAbout[] = {
    {"1. Has the Trust ever refused a request under section 14(1)?\nYes, three.\n2. How many requests came in 2022?\n812", "-"},
    {"1. Did you withhold anything under section 43(2) in 2022?\nNo.\n2. How many reviews were there?\nNine", "-"},
    {"1. What was the price of each bid?\nExempt under section 43(2).\n2. How many bids came in?\nFour", "foia-43-2 applied"},
    {"1. How many bids came in? Four.\n2. What was each price? Withheld under section 43(2).", "foia-43-2 applied"},
};

// What is said of a request that nobody has made yet.
constexpr CitedRow kOfLaterRequests[] = {
    {"If you ask for a review and the request is held to be vexatious under section 14(1), we may refuse it.", "-"},
    {"If you make this request again it may be refused as vexatious under section 14(1).", "-"},
    {"Should you ask for each name, that could be exempt under section 40(2).", "-"},
    {"The next request might be for the rota, and the rota is exempt under section 38(1)(b).", "foia-38-1-b applied"},
    {"Another request for the log may come, but the log is exempt under section 31(1)(a).", "foia-31-1-a applied"},
    {"We refuse this as vexatious under section 14(1), and may refuse any further request.", "foia-14-1 applied"},
    {"The request is vexatious under section 14(1), and a further request may be refused as well.", "foia-14-1 applied"},
};

TEST(PlainWords, UnitsInShort) { expect_in_answers(kAbbreviated); }
TEST(PlainWords, Balance) { expect_in_answers(kBalance); }
TEST(PlainWords, ToldApart) { expect_in_answers(kToldApart); }
TEST(PlainWords, Titles) { expect_in_answers(kTitles); }
TEST(PlainWords, ListedInTheRequest) {
  for (const CitedRow& row : kListed) EXPECT_EQ(claims_of(in_request(row.text)), row.expected) << row.text;
}
TEST(PlainWords, OnlyGround) { expect_in_answers(kOnlyGround); }
TEST(PlainWords, BalanceHeadings) { expect_in_answers(kBalanceHeadings); }
TEST(PlainWords, Reviews) {
  for (const CitedRow& row : kReviewed) EXPECT_EQ(claims_of(in_review(row.text)), row.expected) << row.text;
}
TEST(PlainWords, Notices) {
  for (const CitedRow& row : kNotices)
    EXPECT_EQ(claims_of(described(understand_text(notice_with(row.text)).record)), row.expected) << row.text;
}

TEST(PlainWords, ToldAndAnswered) {
  for (const CitedRow& row : kToldAndAnswered)
    EXPECT_EQ(claims_of(described(read_in_places("Dear A\n\n" + std::string(row.text) + "\n\nYours sincerely\n"))), row.expected)
        << row.text;
}
TEST(PlainWords, AskedAbout) {
  for (const CitedRow& row : kAskedAbout)
    EXPECT_EQ(claims_of(described(read_in_places("Dear A\n\n" + std::string(row.text) + "\n\nYours sincerely\n"))), row.expected)
        << row.text;
}
TEST(PlainWords, OfLaterRequests) { expect_in_answers(kOfLaterRequests); }

TEST(PlainWords, InOtherWords) {
  for (const CitedRow& row : kInOtherWords) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}

}  // namespace
}  // namespace foi::understand
