// Grounds named for another request, another law or another page, left or taken up in few words, with near-misses.
#include <gtest/gtest.h>

#include "tests/unit/understand/cited.h"

namespace foi::understand {
namespace {

// What may meet a request that nobody has made.
constexpr CitedRow kLaterRequests[] = {
    {"If you come back for each ward you would be likely to run into the cost limit (section 12).", "-"},
    {"You should know that the names of officers would probably be taken out, section 40(2), and that a request for all of the e-mails "
     "would be unlikely to fall within the limit in section 12.",
     "-"},
    {"Should you ask for the names we would have to look at section 40(2).", "-"},
    {"Another request for the same papers would be refused under section 14(2).", "-"},
    {"We have treated your letter as a new request and refuse it under section 14(1).", "foia-14-1 applied"},
    {"If you make a narrower request we may be able to help. This one is refused under section 12(1).", "foia-12-1 applied"},
    {"We are withholding the list under section 31(1)(a) and would do so for any further request.", "foia-31-1-a applied"},
    {"We refuse the request under section 12(1). A request for one year could probably be met.", "foia-12-1 applied"},
};

// An entry of a key that is not used; a heading over what is given; a section that names what is counted.
constexpr CitedRow kKeys[] = {
    {"R2 free and frank advice, s36(2)(b)(i): none in this bundle.", "-"},
    {"s12 - too long to gather, section 12(1). Not used on this page.", "-"},
    {"The names are withheld under section 40(2). None of the prices in this bundle has been touched.", "foia-40-2 applied"},
    {"The rates are withheld under section 43(2). The old form is not used on this page.", "foia-43-2 applied"},
    {"Sections 21 and 22 (all given)\n\nThe figures are below.", "-"},
    {"Section 43(2) (part given)\n\nThe rates are withheld under this exemption.", "foia-43-2 applied"},
    {"\tAsked\tDone in time\nSection 21, summary\t133\t97\nSection 22, receipts\t48\t19", "-"},
    {"Section 43, rates\tWithheld\nSection 40, names\tWithheld", "foia-40 applied; foia-43 applied"},
    {"Item\tAnswer\tExempt?\n1. How many landlords?\tTen, not named\tIn part: 40(2)\n2. Which forms?\tEnclosed\tNo", "foia-40-2 applied"},
};

constexpr CitedRow kRaised[] = {
    {"You may have expected section 42. None of the e-mails contains advice, so it does not arise.", "foia-42 considered-not-applied"},
    {"As it was made for an inquiry I had to think about section 32(2). The Inquiry has put it on its website. I couldn't see what it "
     "would "
     "protect now.",
     "foia-32-2 considered-not-applied"},
    {"Both section 24(1), national security, and section 38(1)(b), the safety of any person, were put to us by colleagues. We have not "
     "relied on either.",
     "foia-24-1 considered-not-applied; foia-38-1-b considered-not-applied"},
    {"I have not claimed section 24, as some other services have.", "foia-24 considered-not-applied"},
    {"You may have expected the names. They are exempt under section 40(2), and it is not a close call.", "foia-40-2 applied"},
    {"We had to think about section 32(2). We agree with the Inquiry and withhold it under section 32(2).", "foia-32-2 applied"},
    {"Section 31(1)(a), and section 24(1), apply to the list, and both were discussed with the police.",
     "foia-24-1 applied; foia-31-1-a applied"},
    {"You told us to think about section 32(2). It is not a court record.", "-"},
};

// "Those" are the sections named last, of whatever law.
constexpr CitedRow kLeftTogether[] = {
    {"Names - section 40(2)\n\nThe personal data exemption is applied to them.\n\nThe rates are withheld under section 43(2).\n\nCarers "
     "have plans under section 6 of the Carers (Scotland) Act 2016. Nothing was withheld on account of any of those.",
     "foia-40-2 applied; foia-43-2 applied"},
    {"(a) Section 36(2)(c). The Chair formed no opinion.\n\n(b) Section 40(2). Both people are content.\n\nSo nothing has been kept from "
     "you under either of these.",
     "foia-36-2-c considered-not-applied; foia-40-2 considered-not-applied"},
};

// What is on a website is left there.
constexpr CitedRow kLeftElsewhere[] = {
    {"The minutes are on our website. Section 21 covers what you can get for yourself, so they are not repeated in this letter.",
     "foia-21 applied"},
    {"The minutes are on our website, so they are not repeated in this letter. Section 21 is what allows that.", "foia-21 applied"},
    {"The minutes are on our website and fall under section 21, so they are not repeated in this letter.", "foia-21 applied"},
    {"Section 21 covers what people can get for themselves. All of it is enclosed, so no reason is repeated here.", "-"},
    {"Section 43 covers trade. The prices are on our website, so they are not repeated in this letter.", "-"},
    {"Section 21 covers what people can get for themselves. If your question is not repeated in this letter, please tell us.", "-"},
};

constexpr CitedRow kWithinRequest[] = {
    {"2. We can't do this in the time. The Act says so at section 12(1), and since the parts make up one request the total is what counts. "
     "I "
     "am therefore not answering any of it.",
     "foia-12-1 applied"},
    {"2. The e-mails. I am not able to see how section 36 could apply.", "-"},
    {"2. The names of your managers. I know of section 40(2), and I am paying for their work.", "-"},
};

constexpr CitedRow kScottish[] = {
    {"The survey is environmental information and so is exempt from the 2002 Act by its section 39(2) (the Freedom of Information "
     "(Scotland) Act).",
     "foisa-39-2 applied"},
    {"The handbook sets this out in its section 43.", "-"},
};

template <std::size_t N>
void expect_in_answers(const CitedRow (&rows)[N]) {
  for (const CitedRow& row : rows) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}

TEST(CitationsElsewhere, OfLaterRequests) { expect_in_answers(kLaterRequests); }
TEST(CitationsElsewhere, InKeysAndTables) { expect_in_answers(kKeys); }
TEST(CitationsElsewhere, RaisedAndLeft) { expect_in_answers(kRaised); }
TEST(CitationsElsewhere, LeftTogether) { expect_in_answers(kLeftTogether); }
TEST(CitationsElsewhere, OnWebsites) { expect_in_answers(kLeftElsewhere); }
TEST(CitationsElsewhere, ByTheirOwnAct) { expect_in_answers(kScottish); }
TEST(CitationsElsewhere, AnsweredWithinTheRequest) {
  for (const CitedRow& row : kWithinRequest) EXPECT_EQ(claims_of(in_request(row.text)), row.expected) << row.text;
}

}  // namespace
}  // namespace foi::understand
