// What a letter does with a ground it names: applies it, gives it up, leaves it, threatens it, explains it; or only tells what the
// requester said.
#include <gtest/gtest.h>

#include "tests/unit/understand/cited.h"

namespace foi::understand {
namespace {

constexpr CitedRow kAnswers[] = {
    // Applied, in so many ways.
    {"We have decided that the tender is exempt from disclosure under section 43(2).", "foia-43-2 applied"},
    {"I am withholding the two names, relying on section 40(2) of the Act.", "foia-40-2 applied"},
    {"The Council is not obliged to comply with your request, by virtue of section 12(1).", "foia-12-1 applied"},
    {"We are unable to provide the addresses as to do so would breach confidence (section 41).", "foia-41 applied"},
    {"The figures cannot be released because of section 38(1)(b) of the Act.", "foia-38-1-b applied"},
    {"In line with section 21 we are not required to send you what is on our website already.", "foia-21 applied"},
    {"Numbers under five have been suppressed (section 40(2)).", "foia-40-2 applied"},
    {"Where a number is below six we give <6, in accordance with section 40(2) of the Act.", "foia-40-2 applied"},
    {"Section 22 applies, since the report comes out in May.", "foia-22 applied"},
    {"Your request attracts the exemption in section 24(1).", "foia-24-1 applied"},
    {"The Trust considers that section 31(1)(a) is engaged.", "foia-31-1-a applied"},
    {"It is our view that the legal advice falls within section 42(1).", "foia-42-1 applied"},
    {"We have had to apply a Section 40(2) exemption to the staff list.", "foia-40-2 applied"},
    {"This part of the request has been refused under s.14(1) of the FOIA.", "foia-14-1 applied"},
    {"To answer would take 60 hours, and section 12 is therefore engaged.", "foia-12 applied"},
    {"We estimate that it would take 37 hours, which exceeds the appropriate limit set by section 12(1).", "foia-12-1 applied"},
    {"The maps are covered by the exemption in section 24.", "foia-24 applied"},
    {"We rely upon section 36(2)(c), the Monitoring Officer having given her opinion.", "foia-36-2-c applied"},
    {"The public interest in maintaining the exemption at section 35(1)(a) outweighs that in disclosure.", "foia-35-1-a applied"},
    {"A redacted copy is attached; names were removed under section 40(2).", "foia-40-2 applied"},
    {"Release would be likely to prejudice our own commercial interests and section 43(2) therefore applies.", "foia-43-2 applied"},
    {"The force does not have to provide this: section 30(1)(a).", "foia-30-1-a applied"},
    {"We decline to answer, citing section 14(2).", "foia-14-2 applied"},
    {"For that reason the request must be refused under section 12(2).", "foia-12-2 applied"},
    {"The e-mails should be withheld under section 36(2)(b)(i).", "foia-36-2-b-i applied"},
    {"As you can find the minutes online, they are exempt under section 21(1).", "foia-21-1 applied"},
    {"Although we may change our mind next year, for now we are applying section 43(2).", "foia-43-2 applied"},
    {"The appraisal would, if published, harm the developer; regulation 12(5)(e) EIR is engaged.", "eir-12-5-e applied"},
    {"This is a request that is manifestly unreasonable and we refuse it under regulation 12(4)(b) of the EIR.", "eir-12-4-b applied"},
    {"The Board gives notice under section 17(1) of FOISA that it does not hold a register.", "foisa-17-1 applied"},
    {"The exemption that applies is section 40(2).", "foia-40-2 applied"},
    {"The information is the personal data of others. Section 40(2) refers.", "foia-40-2 applied"},
    {"We consider section 43(2) to be engaged in respect of the unit prices.", "foia-43-2 applied"},
    {"Section 40(2) of the Act has been cited for the following reasons.", "foia-40-2 applied"},
    {"The Department is refusing to disclose the drafts under sections 35(1)(a) and 36(2)(b)(ii).",
     "foia-35-1-a applied; foia-36-2-b-ii applied"},
    {"We believe this information to be exempt under section 44(1)(a).", "foia-44-1-a applied"},
    {"This exemption (section 38) is being applied to protect our staff.", "foia-38 applied"},
    {"Under section 40(2) and section 40(3A)(a) of the Act this information is exempt.", "foia-40-2 applied; foia-40-3a-a applied"},
    {"We will not be releasing the rotas, which are exempt by virtue of section 31(1)(f).", "foia-31-1-f applied"},
    {"The Council applied section 43(2) to the pricing schedule and withheld it.", "foia-43-2 applied"},
    {"We have made redactions under section 40(2) in the attached report.", "foia-40-2 applied"},
    {"Regulation 12(4)(b) is engaged, as the request is manifestly unreasonable.", "eir-12-4-b applied"},
    {"The Trust considers that sending it to you would be a breach of section 40(2) of the FOI Act.", "foia-40-2 applied"},
    {"You have sent us 46 requests about one culvert, and we are refusing your request under section 14(1).", "foia-14-1 applied"},
    {"The report you refer to is exempt under section 22 until it is published.", "foia-22 applied"},
    {"The details could be used to find a person and are withheld under section 38(1)(b).", "foia-38-1-b applied"},
    {"It would take 30 hours, where section 12 allows £450, equivalent to 18 hours, and is therefore refused.", "foia-12 applied"},
    // Said over more than one sentence.
    {"Section 12 of the Act makes provision for public authorities to refuse requests where the cost would exceed the limit of £450. We "
     "estimate that your request would take 44 hours and we are therefore refusing it.",
     "foia-12 applied"},
    {"Section 21 of the Act provides that we need not supply what is accessible by other means. This exemption applies because the budget "
     "is on our website.",
     "foia-21 applied"},
    {"Section 43(2) exempts information whose disclosure would prejudice trade. The Council takes the view that the prices are such "
     "information and they have been withheld.",
     "foia-43-2 applied"},
    {"Section 14(1) says that an authority need not comply with a vexatious request.\n\nWe have looked at the history of this matter and "
     "are "
     "refusing your request on that basis.",
     "foia-14-1 applied"},
    {"Section 40 – Personal information\n\nThis exemption applies to third parties' data where its release would be unfair.",
     "foia-40 applied"},
    {"Section 31 is a prejudice-based exemption. Here the harm is plain: a burglar would learn which doors have no lock. We have "
     "accordingly "
     "withheld the plan under this exemption.",
     "foia-31 applied"},
    // Neither confirmed nor denied.
    {"The Constabulary neither confirms nor denies that it holds this, by virtue of section 23(5) and section 24(2).",
     "foia-23-5 ncnd; foia-24-2 ncnd"},
    {"We can neither confirm nor deny that information is held. Section 30(3) applies.", "foia-30-3 ncnd"},
    {"Under section 40(5B)(a)(i) the duty to confirm or deny does not arise.", "foia-40-5b-a-i ncnd"},
    {"The duty in Section 1(1)(a) does not apply, by virtue of the following exemptions:\n\nSection 31(3) Law Enforcement\nSection 40(5) "
     "Personal Information",
     "foia-31-3 ncnd; foia-40-5 ncnd; (foia-1-1-a duty)"},
    {"To say whether we hold a file on him would itself disclose personal data, so we refuse to confirm or deny under section 40(5A).",
     "foia-40-5a ncnd"},
    {"Section 18(1) of FOISA allows us not to reveal whether it is held, and we neither confirm nor deny it.", "foisa-18-1 ncnd"},
    // Considered and left, or given up.
    {"We considered section 43(2) but decided that it does not apply.", "foia-43-2 considered-not-applied"},
    {"We asked ourselves whether section 36 might be engaged and concluded that it is not.", "foia-36 considered-not-applied"},
    {"Although section 12 could have been applied, we have answered in full.", "foia-12 considered-not-applied"},
    {"We are not relying on section 14(1).", "foia-14-1 considered-not-applied"},
    {"The exemption in section 41 is not engaged, because nobody gave it to us.", "foia-41 considered-not-applied"},
    {"The public interest favours disclosure, and so section 43(2), though considered, is not maintained.",
     "foia-43-2 considered-not-applied"},
    {"We do not consider that section 40(2) applies to the head of service's name.", "foia-40-2 considered-not-applied"},
    {"We have not found it necessary to rely on section 42.", "foia-42 considered-not-applied"},
    {"We now withdraw our reliance on section 22 as the report is out.", "foia-22 withdrawn"},
    {"The Council no longer seeks to rely on section 43(2).", "foia-43-2 withdrawn"},
    {"We have applied section 40(2) rather than section 41.", "foia-40-2 applied; foia-41 considered-not-applied"},
    {"Section 43(2) does not apply to the total, but section 40(2) does apply to the names.",
     "foia-43-2 considered-not-applied; foia-40-2 applied"},
    {"Names are withheld under section 40(2), but we are not relying on section 38.", "foia-40-2 applied; foia-38 considered-not-applied"},
    {"We refuse under section 12(1), and so have not gone on to consider section 40.", "foia-12-1 applied; (foia-40 explained)"},
    // What the law says of a condition is not one of the letter's.
    {"To extract it would exceed the appropriate limit, as per section 12(1) which does not oblige an authority to comply if the cost "
     "would "
     "exceed it.",
     "foia-12-1 applied"},
    {"It would exceed the limit, as per section 12(1) which does not oblige an authority to comply with a request for information if it "
     "estimates that the cost is too high.",
     "foia-12-1 applied"},
    {"Collating the files by hand would exceed the limit, as per section 12(1) of the Act, which provides that if the authority estimates "
     "that the cost would exceed it, it need not comply.",
     "foia-12-1 applied"},
    {"If the files are opened by hand it would exceed the limit as per section 12(1), which allows us to refuse.",
     "(foia-12-1 threatened)"},
    {"If you asked for all years it would exceed the limit as per section 12(1), which does not oblige an authority to comply.",
     "(foia-12-1 threatened)"},
    {"As per section 12(1), which might apply if the work takes longer than 18 hours, we would ask you to narrow it.",
     "(foia-12-1 threatened)"},
    {"Section 12(1) does not oblige an authority to comply if the cost would exceed the limit.", "(foia-12-1 explained)"},
    // Threatened.
    {"A wider request would be likely to exceed the limit in section 12.", "(foia-12 threatened)"},
    {"If you repeat your request we may apply section 14(2).", "(foia-14-2 threatened)"},
    {"Parts of the file might be exempt under section 42 once we have read it.", "(foia-42 threatened)"},
    {"Please note that any future request could be refused under section 14(1).", "(foia-14-1 threatened)"},
    {"We will tell you by 9 May whether section 43(2) applies.", "(foia-43-2 threatened)"},
    {"In future, requests of this size are likely to be refused under section 12.", "(foia-12 threatened)"},
    {"Names of staff below the grade of manager are not normally released, under section 40(2).", "(foia-40-2 threatened)"},
    // Explained.
    {"Section 21 covers information that can be had elsewhere.", "(foia-21 explained)"},
    {"Section 40(2) is an absolute exemption if a principle would be broken.", "(foia-40-2 explained)"},
    {"Section 36 requires the opinion of a qualified person.", "(foia-36 explained)"},
    {"Section 31(1)(a) applies not only to the police.", "(foia-31-1-a explained)"},
    {"An authority may rely on section 14 where a request is a burden.", "(foia-14 threatened)"},
    // A gateway or condition stands with its ground, and not without.
    {"This is withheld under section 36(2)(c); section 36(1)(b) is met.", "foia-36-2-c applied; foia-36-1-b applied"},
    {"The first condition, in section 40(3A)(a), is what matters: the names are exempt under section 40(2).",
     "foia-40-3a-a applied; foia-40-2 applied"},
    {"Section 40(3A)(a) refers to the data protection principles.", "(foia-40-3a-a explained)"},
};

TEST(CitationRoles, InAnswers) {
  for (const CitedRow& row : kAnswers) EXPECT_EQ(in_answer(row.text), row.expected) << row.text;
}

constexpr CitedRow kRequests[] = {
    {"If you consider section 43 to apply, please send me the rest.", "(foia-43 requester)"},
    {"I do not believe that section 40(2) is engaged.", "(foia-40-2 requester)"},
    {"Should you wish to rely on section 12, tell me how to narrow it.", "(foia-12 requester)"},
    {"I am aware of section 21 but your website has no minutes.", "(foia-21 requester)"},
    {"My last request was refused under section 14(1), wrongly in my view.", "(foia-14-1 requester)"},
    {"Section 36 has been used by other trusts to withhold this.", "(foia-36 requester)"},
    {"I make this request under section 1 of the Act and regulation 5 of the EIR.", "(foia-1 requester); (eir-5 requester)"},
    {"Please bear in mind section 16 if section 12 is a difficulty.", "(foia-16 requester); (foia-12 requester)"},
    {"How many requests did you refuse under section 40(2) last year?", "(foia-40-2 requester)"},
};

TEST(CitationRoles, TheRequestersAreNeverClaimed) {
  for (const CitedRow& row : kRequests) EXPECT_EQ(in_request(row.text), row.expected) << row.text;
}

// An answer typed into, under or beside the request is the authority's all the same.
constexpr CitedRow kTypedIn[] = {
    {"2. What do you pay for each? – Commercially sensitive – Section 43 applied, see below:", "foia-43 applied"},
    {"We are withholding the unit price under section 43(2).", "foia-43-2 applied"},
    {"The Trust has applied section 40(2) to the names.", "foia-40-2 applied"},
    {"This part of your request is exempt under section 31(1)(a).", "foia-31-1-a applied"},
};

TEST(CitationRoles, AnswersTypedIntoTheRequestCount) {
  for (const CitedRow& row : kTypedIn) EXPECT_EQ(in_request(row.text), row.expected) << row.text;
}

TEST(CitationRoles, AMessageQuotedBelowIsTheRequesters) {
  EXPECT_EQ(described(understand_text("Dear Enquirer,\n\nPlease find the figures attached.\n\nKind regards\n\nInformation Team\n\n"
                                      "From: someone@example.org\nSent: 3 May 2023 08:11\nTo: foi@example.org\nSubject: vans\n\nHello,\n\n"
                                      "How many vans have you? Do not tell me that it is commercially sensitive under section 43, or that "
                                      "section 12 applies.\n")
                          .record),
            "(foia-43 requester); (foia-12 requester)");
}

TEST(CitationRoles, AnAcknowledgementAppliesNothing) {
  EXPECT_EQ(
      described(understand_text("Dear Enquirer,\n\nThank you for your request, which we acknowledge receipt of. We will reply within 20 "
                                "working days. There may be a cost, in line with section 12, and some of it may be exempt, for "
                                "instance under section 40.\n\nKind regards\n")
                    .record),
      "(foia-12 listed); (foia-40 listed)");
}

TEST(CitationRoles, BoilerplateAppliesNothing) {
  constexpr std::string_view boilerplate[] = {
      "If you are dissatisfied with this answer, or with our use of section 40, you may ask for an internal review.",
      "You have the right to complain to the Information Commissioner if you think that section 43 has been wrongly applied.",
      "Any re-use is subject to section 43 of the Copyright, Designs and Patents Act 1988.",
  };
  for (std::string_view text : boilerplate)
    EXPECT_TRUE(understand_text("Dear Enquirer,\n\nThank you for your request.\n\nNine vans.\n\n" + std::string(text) + '\n')
                    .record.exemptions.empty())
        << text;
}

// Letters of several paragraphs: which ground stands, and for which question.
TEST(CitationRoles, GroundsAreTiedToTheirQuestions) {
  const Record record =
      understand_text(
          "Dear Enquirer,\n\nYour request was as follows:\n\n1. How many vans do you own?\n\nNine.\n\n2. Who drives them?\n\n"
          "Names are exempt under section 40(2).\n\n3. What do they cost?\n\nSection 43 applied, see below.\n\n"
          "Section 43(2) – Commercial interests\n\nThe price is known to us alone.\n")
          .record;
  ASSERT_EQ(described(record), "foia-40-2 applied; foia-43-2 applied");
  EXPECT_EQ(record.exemptions[0].questions, std::vector<std::string>{"2"});
  EXPECT_EQ(record.exemptions[1].questions, std::vector<std::string>{"3"});
}

TEST(CitationRoles, ASentenceNamesItsQuestions) {
  const Record record = understand_text(
                            "Dear Enquirer,\n\nYour request was as follows:\n\n1. Vans?\n\n2. Drivers?\n\n3. Costs?\n\n4. Routes?\n\n"
                            "Our response:\n\nWe have nine vans. Questions 2 to 3 are refused under section 12(1), and question 4 under "
                            "section 38(1)(b).\n")
                            .record;
  ASSERT_EQ(described(record), "foia-12-1 applied; foia-38-1-b applied");
  EXPECT_EQ(record.exemptions[0].questions, (std::vector<std::string>{"2", "3"}));
  EXPECT_EQ(record.exemptions[1].questions, std::vector<std::string>{"4"});
}

TEST(CitationRoles, EveryClaimHasARuleAndAConfidence) {
  for (const CitedRow& row : kAnswers) {
    const Record record = understand_text("Dear Enquirer,\n\nThank you for your request.\n\n" + std::string(row.text) + '\n').record;
    for (const Citation& c : record.exemptions) {
      EXPECT_FALSE(c.rule.empty()) << row.text;
      EXPECT_FALSE(c.evidence.empty()) << row.text;
      EXPECT_GE(c.confidence, 0.5) << row.text;
      EXPECT_LE(c.confidence, 1.0) << row.text;
    }
  }
}

}  // namespace
}  // namespace foi::understand
