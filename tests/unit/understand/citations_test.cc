// Citations as they are written → codes with status, and in brackets what is only mentioned. The forms are those of published letters, the
// sentences are not.
#include "indexer/understand/citations.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/understand/cited.h"

namespace foi::understand {
namespace {

using Row = CitedRow;

constexpr Row kInAnswers[] = {
    {"The information is exempt under Section 31(1)(a) – Law Enforcement.", "foia-31-1-a applied"},
    {"We are applying the Sec 31 exemption to this question.", "foia-31 applied"},
    {"We consider it to be exempt under Section 36 – Prejudice to effective conduct of public affairs (36 (1b)(2c)) of the FOIA.",
     "foia-36-1-b applied; foia-36-2-c applied"},
    {"The details are withheld under section 43 – commercial interests – of the Freedom of Information Act 2000.", "foia-43 applied"},
    {"The unit prices are withheld under section 43 (commercial interests) of the Freedom of Information Act (FOIA).", "foia-43 applied"},
    {"This is exempt under Section 24 and exempt under Section 31.", "foia-24 applied; foia-31 applied"},
    {"These are withheld under sections 31(1)(a) and (b) as well as section 43(2) of the Act.",
     "foia-31-1-a applied; foia-31-1-b applied; foia-43-2 applied"},
    {"The names are exempt from disclosure under section 40 subsections 2 and 3 (a).", "foia-40-2 applied; foia-40-3-a applied"},
    {"It is withheld under section 41(1) ‘Information provided in confidence’.", "foia-41-1 applied"},
    {"We have applied the exemption in section 21 of the FOI Act.", "foia-21 applied"},
    {"The report is withheld under sections 31, 33 and 43.", "foia-31 applied; foia-33 applied; foia-43 applied"},
    {"We have engaged s22 of the Freedom of Information Act 2000.", "foia-22 applied"},
    {"The request is refused under section 12(1) of the Act.", "foia-12-1 applied"},
    {"Refusal Notice Section 14(1) of the Freedom of Information Act 2000", "foia-14-1 applied"},
    {"Section 43 – Commercial Interest", "foia-43 applied"},
    {"Section 43 applied, see details below", "foia-43 applied"},
    {"This falls within the exemption at section 40(2).", "foia-40-2 applied"},
    {"The emails are exempt under s. 36 FOIA.", "foia-36 applied"},
    {"The file is withheld under section 41 and/or section 43 of the Act.", "foia-41 applied; foia-43 applied"},
    {"We are withholding it under Section 31 (1)(a)(b) – Law Enforcement.", "foia-31-1-a applied; foia-31-1-b applied"},
    {"We can neither confirm nor deny that we hold this, by virtue of section 31(3).", "foia-31-3 ncnd"},
    {"Under section 40(5B)(a)(i) the Trust can neither confirm nor deny whether it holds a complaint about that person.",
     "foia-40-5b-a-i ncnd"},
    {"The costs are withheld (FOIA, s.43).", "foia-43 applied"},
    {"The contract is exempt under section 43(2) (commercial interests) and section 41 (information provided in confidence).",
     "foia-43-2 applied; foia-41 applied"},
    {"The opinion is withheld under section 36(2)(b)(i), 36(2)(b)(ii) and 36(2)(c).",
     "foia-36-2-b-i applied; foia-36-2-b-ii applied; foia-36-2-c applied"},
    {"The opinion is withheld under section 36(2)(b)(i), (ii), (2)c) and 40(2).",
     "foia-36-2-b-i applied; foia-36-2-b-ii applied; foia-36-2-c applied; foia-40-2 applied"},
    {"The papers are withheld under sections 44 (statutory prohibitions) and 40(2) (third party personal data).",
     "foia-44 applied; foia-40-2 applied"},
    {"The advice is exempt under Sections 31(1)(g) and 31(2)(c).", "foia-31-1-g applied; foia-31-2-c applied"},
    {"The draft is exempt under section 36(2)(prejudice to public affairs).", "foia-36-2 applied"},
    {"The request is refused under s14(1).", "foia-14-1 applied"},
    {"The register is withheld under S43 (2) of the Act.", "foia-43-2 applied"},
    {"The addresses are withheld under section 40 (2) & (3).", "foia-40-2 applied; foia-40-3 applied"},
    {"The numbers are withheld under s.40(2)(3A)(a).", "foia-40-2 applied; foia-40-3a-a applied"},
    {"The trial data are exempt under Section 22A(1)(b)(i).", "foia-22a-1-b-i applied"},
    {"It is exempt under ss.31 and 43.", "foia-31 applied; foia-43 applied"},
    {"It is exempt under s31(1)(a)/s38.", "foia-31-1-a applied; foia-38 applied"},
    {"It is withheld under S.31(1)(a)&(b).", "foia-31-1-a applied; foia-31-1-b applied"},
    {"It is withheld under section 36.2.b&c.", "foia-36-2-b applied; foia-36-2-c applied"},
    {"The salaries are redacted under Sect1on 4O(2) of the Act.", "foia-40-2 applied"},
    {"The plans are withheld under section\n31(1)(a) of the Act.", "foia-31-1-a applied"},
    {"The tender is withheld under regulation 12(5)(e) of the Environmental Information Regulations 2004.", "eir-12-5-e applied"},
    {"The survey is refused under Regulation 12(4)(d) and (e) of the EIRs.", "eir-12-4-d applied; eir-12-4-e applied"},
    {"Under the EIR, the names are withheld under regulation 13.", "eir-13 applied"},
    {"The log is exempt under section 38(1)(b) of the Freedom of Information (Scotland) Act 2002.", "foisa-38-1-b applied"},
    {"Under section 17(1) of FOISA we give notice that the information is not held, so the request is refused.", "foisa-17-1 applied"},
    {"The views are withheld under sections 30(b)(i) and 30(b)(ii) of FOISA.", "foisa-30-b-i applied; foisa-30-b-ii applied"},
    {"It is exempt under section 44(1)(a) by virtue of section 22 of the Gender Recognition Act 2004.", "foia-44-1-a applied"},
    {"The Trust's policy is exempt from disclosure under s. 21 FOIA.", "foia-21 applied"},
    {"An exemption Section 40 has been applied to the author's name.", "foia-40 applied"},
    {"Section 40 of the Freedom of Information Act 2000 applies to the release of the exact number.", "foia-40 applied"},
    {"We are applying section 31(1)(a), which provides that information is exempt if disclosure would prejudice the prevention of crime.",
     "foia-31-1-a applied"},
    {"Section 43 was considered but we are not relying on it.", "foia-43 considered-not-applied"},
    {"Section 43 does not apply to these figures.", "foia-43 considered-not-applied"},
    {"We no longer rely on section 36 and it is withdrawn.", "foia-36 withdrawn"},
    {"Some information may be exempt under section 40 of the Act.", "(foia-40 threatened)"},
    {"There may be a charge in line with section 13 of the Act.", "(foia-13 duty)"},
    {"If we estimate that the limit is exceeded we may refuse under section 12.", "(foia-12 threatened)"},
    {"Section 12 of the Act makes provision for public authorities to refuse requests.", "(foia-12 explained)"},
    {"Section 43 (2) is a qualified exemption.", "(foia-43-2 explained)"},
    {"Section 31(1)(a) applies not only to the police but to any public authority.", "(foia-31-1-a explained)"},
    {"Section 1(1) of the Act entitles you to be told whether we hold the information.", "(foia-1-1 duty)"},
    {"This letter acts as notice under section 17 of the Act.", "(foia-17 duty)"},
    {"We have a duty under section 16 to advise and assist.", "(foia-16 duty)"},
    {"You requested the following under section 8 of the Act.", "(foia-8 duty)"},
    {"Patients on Section 117 aftercare are counted once.", "-"},
    {"Patients detained under section 3 of the Mental Health Act 1983 are counted.", "-"},
    {"Patients detained under sections 35, 36, 37 and 38 MHA are counted.", "-"},
    {"The section 136 suite has four beds.", "-"},
    {"The section 12 approved doctor was on duty.", "-"},
    {"Section 17 leave was granted to nine patients.", "-"},
    {"The s.12 doctors are paid by S12 Solutions Limited.", "-"},
    {"Our office is at Calow, Chesterfield S44 5BL.", "-"},
    {"The clinic moved to S40 3HW last year.", "-"},
    {"Its office is in Southampton SO40 2TA.", "-"},
    {"The agreement was made under section 75 of the NHS Act 2006.", "-"},
    {"Under the Care Act 2014, section 42 enquiries rose.", "-"},
    {"A section 42 enquiry was opened.", "-"},
    {"A section 47 enquiry under the Children Act 1989 was opened.", "-"},
    {"It was seized under sections 41 and 42 of the Police Act 1997.", "-"},
    {"See section 12 of the policy attached.", "-"},
    {"See section 40 of our contract with the supplier.", "-"},
    {"As set out in section 21 of your letter.", "-"},
    {"The policy refers to section 13.6.", "(foia-13 duty)"},
    {"The figures are on page 40 of 43.", "-"},
    {"Clauses 31, 40 and 43 of the contract apply.", "-"},
    {"SI 2005 No. 1515 came into force on 1 July 2005.", "-"},
    {"A regulation 28 report was issued by the coroner.", "-"},
    {"Regulation 12 of the Health and Social Care Act 2008 (Regulated Activities) Regulations 2014 is met.", "-"},
    {"Regulation 12 was inspected by the regulator.", "-"},
    {"Our reference is FOI 4129 and yours is FOI 19-436.", "-"},
    {"FOIA 2000 was followed.", "-"},
    {"Decision notice FS50664722 is not about this.", "-"},
    {"We spent £40,000 on s.40,000 tickets.", "-"},
    {"We used 43% of the section 106 money.", "-"},
    {"The meeting was on 12/2020 in section 8.", "(foia-8 duty)"},
    {"Under Article 8 of the European Convention on Human Rights everyone has a right to privacy.", "-"},
    {"Articles were written in 12 papers.", "-"},
    {"The exemption 1 listed above is a tax exemption.", "-"},
    {"There were 31 exempt employees and 43 others.", "-"},
    {"Section 31 and 12 months of figures are exempt.", "foia-31 applied"},
    {"It is exempt under section 401 of the Act.", "-"},
    {"Section 99 of the Act was used to withhold it.", "-"},
    {"The Data Protection Act 2018, section 10 covers health data.", "(dpa2018-10 reason)"},
    {"We rely on section 10 DPA 2018 for the processing.", "(dpa2018-10 reason)"},
    {"Disclosure would breach Article 5(1)(a) of the UK GDPR, so the names are withheld under section 40(2).",
     "foia-40-2 applied; (gdpr-5-1-a reason)"},
    {"The trust must protect data under Article 5 (1)(f) of the General Data Protection Regulations.", "(gdpr-5-1-f reason)"},
    {"You have a right to appeal under section 50 of the Act.", "(foia-50 duty)"},
    {"A fees notice under section 9 was sent.", "(foia-9 duty)"},
    {"The extension under section 10(3) was used.", "(foia-10-3 duty)"},
    {"The Irish authority cited section 37 of the Freedom of Information Act 2014.", "-"},
    {"The staff in section 40 were moved to section 41.", "(foia-40 explained); (foia-41 explained)"},
    {"It is exempt under section 43(ii) of the Act.", "foia-43 applied"},
    {"Section 41 – Legal professional privilege", "foia-41 applied"},
    {"The economy is exempt under section 30 (the economy).", "foia-30 applied"},
    {"None of sections 12, 14, 21-44 is used.",
     "foia-12 considered-not-applied; foia-14 considered-not-applied; (foia-21 listed); (foia-44 listed)"},
    {"We have redacted names under s40(2) FOIA.", "foia-40-2 applied"},
    {"The Trust does not hold this and no exemption under section 43 is needed.", "foia-43 considered-not-applied"},
    {"The sectioned patients numbered 12.", "-"},
    {"There are 2 wards, s 36 and s 37, in the west wing.", "-"},
    {"The grounds for refusal are in sections 12(1) (cost) and section 14(1) (vexatious) of the Act.",
     "foia-12-1 applied; foia-14-1 applied"},
    {"The exemption is engaged: EIR 12(4)(b).", "eir-12-4-b applied"},
    {"Withheld: FOIA s 21.", "foia-21 applied"},
    {"Patients subject to section 41 restrictions numbered nine.", "-"},
    {"Admissions under section 2 MHA rose by four.", "-"},
    {"The ward takes patients on a section 37/41 order under the Mental Health Act.", "-"},
    {"Those sectioned under s.47 or s.48 were counted together.", "-"},
    {"The forum discussed s136 detentions.", "-"},
    {"Staff from S12 Solutions attended.", "-"},
    {"Write to us at Leeds LS31 4AB or Stoke ST40 2XX.", "-"},
    {"The hospital is at Sheffield S10 2TH, and the clinic at S36 1BQ.", "-"},
    {"Planning gain under section 106 of the Town and Country Planning Act 1990 was paid.", "-"},
    {"The section 151 officer signed the accounts.", "-"},
    {"A section 21 notice was served on the tenant.", "-"},
    {"A section 172 notice under the Road Traffic Act 1988 was issued.", "-"},
    {"Section 43 of the Crime and Disorder Act 1998 was used.", "-"},
    {"Powers in section 35 of the Inquiries Act 2005 were used to obtain it.", "-"},
    {"The Equality Act 2010, section 31 interprets this part.", "-"},
    {"Paragraph 41 of this notice and annex 43 explain why.", "-"},
    {"Please complete section 40 of the form.", "-"},
    {"Section 12 of the contract deals with price.", "-"},
    {"Rule 31 and standing order 43 apply to meetings.", "-"},
    {"See chapter 36, table 40 and figure 41.", "-"},
    {"The drug was given at 31 mg in section 4.", "-"},
    {"Room S31 and bay S40A are on the first floor.", "-"},
    {"The model is an S40 with 43 seats.", "-"},
    {"Route 43 runs every 12 minutes.", "-"},
    {"It is regulated by the Fees Regulations 4(3).", "-"},
    {"The Health and Safety at Work Act section 40 puts the burden on the employer.", "-"},
    {"The lease, section 31, lists the fixtures.", "-"},
    {"The trust follows NICE guideline 43 and standard 31.", "-"},
    {"The requester's rights under section 45 and section 50 are set out elsewhere.", "(foia-45 duty); (foia-50 duty)"},
    {"Regulation 5 and regulation 9 of the EIR oblige us to help.", "(eir-5 duty); (eir-9 duty)"},
    {"Section 42 of the Care Act applies to adults at risk.", "-"},
};

TEST(Citations, InAnswers) {
  for (const Row& row : kInAnswers) EXPECT_EQ(in_answer(row.text), row.expected) << row.text;
}

constexpr Row kInRequests[] = {
    {"Please break the figure down by month.", "-"},
    {"If you rely on section 41 or section 43, please explain why.", "(foia-41 requester); (foia-43 requester)"},
    {"Please keep within the limits of Section 12 and advise me under your Section 16 obligations.",
     "(foia-12 requester); (foia-16 requester)"},
    {"I do not accept that section 31(1)(a) could be applied to this.", "(foia-31-1-a requester)"},
    {"Please count patients on Section 117 aftercare.", "-"},
    {"I think it is not exempt under section 43(2).", "(foia-43-2 requester)"},
};

TEST(Citations, OfTheRequesterAreNeverApplied) {
  for (const Row& row : kInRequests) EXPECT_EQ(in_request(row.text), row.expected) << row.text;
}

TEST(Citations, OfBoilerplateAreNeverApplied) {
  EXPECT_EQ(
      in_answer(
          "Please find the figures attached.\n\nIf you are dissatisfied, you may ask for an internal review under section 45, and under "
          "section 50 complain of a refusal that relied on section 40."),
      "(foia-45 duty); (foia-50 duty); (foia-40 explained)");
}

TEST(Citations, AListOfAllExemptionsAppliesNone) {
  std::string list = "The exemptions are:\n";
  for (int section : {21, 22, 23, 24, 26, 27, 28, 29, 30, 31, 32}) list += "Section " + std::to_string(section) + "\n";
  const Record record = understand_text("Dear Enquirer,\n\nThank you for your request.\n\n" + list).record;
  EXPECT_TRUE(record.exemptions.empty());
  EXPECT_EQ(record.mentioned.size(), 11u);
}

TEST(Citations, TheParentIsNotListedBesideItsChild) {
  EXPECT_EQ(in_answer("We are withholding this under section 43(2). Section 43 is applied because prices are secret."),
            "foia-43-2 applied");
}

TEST(Citations, TheSameGroundTwiceIsOneEntryWithTwoPlaces) {
  const Record record =
      understand_text(
          "Dear Enquirer,\n\nThank you for your request.\n\nThis is exempt under section 40(2). The names, too, are withheld "
          "under s.40(2).\n")
          .record;
  ASSERT_EQ(record.exemptions.size(), 1u);
  ASSERT_EQ(record.exemptions[0].evidence.size(), 2u);
  EXPECT_EQ(record.exemptions[0].evidence[0].quote, "section 40(2)");
  EXPECT_EQ(record.exemptions[0].evidence[1].quote, "s.40(2)");
  EXPECT_EQ(record.exemptions[0].label, "FOIA s.40(2)");
}

TEST(Citations, ASubsectionNobodyWroteIsInferredOnly) {
  const Record record =
      understand_text("Dear Enquirer,\n\nThank you for your request.\n\nThe names are withheld under section 40.\n").record;
  ASSERT_EQ(record.exemptions.size(), 1u);
  EXPECT_EQ(record.exemptions[0].id, "foia-40");
  ASSERT_EQ(record.inferred.size(), 1u);
  EXPECT_EQ(record.inferred[0].id, "foia-40-2");
}

TEST(Citations, AGroundWithoutNumberIsInferredOnlyWhereItRefuses) {
  const Row rows[] = {
      {"We estimate that the cost would exceed the appropriate limit, so we are unable to answer.", "foia-12-1"},
      {"The prices are withheld as commercially sensitive.", "foia-43-2"},
      {"The information is provided within the appropriate limit.", ""},
      {"If answering would exceed the appropriate limit we may refuse.", ""},
      {"Staff handle commercially sensitive papers every day.", ""},
      {"Your personal data are kept for two years.", ""},
  };
  for (const Row& row : rows) {
    const Record record = understand_text("Dear Enquirer,\n\nThank you for your request.\n\n" + std::string(row.text) + '\n').record;
    EXPECT_EQ(record.inferred.empty() ? "" : record.inferred[0].id, row.expected) << row.text;
    EXPECT_TRUE(record.exemptions.empty()) << row.text;
  }
}

TEST(Citations, ReasonsStandApart) {
  const Record record = understand_text(
                            "Dear Enquirer,\n\nThank you for your request.\n\nWe guard these systems as part of the Critical National "
                            "Infrastructure and under Article 5(1)(f) of the UK GDPR.\n")
                            .record;
  EXPECT_TRUE(record.exemptions.empty());
  EXPECT_EQ(record.reasons, (std::vector<std::string>{"critical-national-infrastructure", "gdpr-5-1-f"}));
}

TEST(Citations, AnUnnumberedActOfAScottishLetterIsTheScottishOne) {
  EXPECT_EQ(in_answer("We answer under the Freedom of Information (Scotland) Act 2002. The report is withheld under section 33(1)(b)."),
            "foisa-33-1-b applied");
  EXPECT_EQ(in_answer("We answer under the Freedom of Information Act 2000. The report is withheld under section 33(1)(b)."),
            "foia-33-1-b applied");
}

TEST(Citations, NumberAndTitleThatDisagreeAreFlagged) {
  const auto flagged = [](std::string_view text) {
    const Record record = understand_text("Dear Enquirer,\n\nThank you for your request.\n\n" + std::string(text) + '\n').record;
    return std::ranges::find(record.checks, Check::kNumberTitleMismatch) != record.checks.end();
  };
  EXPECT_TRUE(flagged("It is withheld under Section 41 – Legal professional privilege."));
  EXPECT_FALSE(flagged("It is withheld under Section 42 – Legal professional privilege."));
  EXPECT_FALSE(flagged("It is withheld under Section 42."));
}

}  // namespace
}  // namespace foi::understand
