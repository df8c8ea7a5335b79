// How grounds are written: the forms of published letters, in sentences of our own. What is taken for a ground, and at what level.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/understand/cited.h"

namespace foi::understand {
namespace {

// After "These papers are withheld under ".
constexpr CitedRow kForms[] = {
    // A letter after a comma is an element, unless the ground before had a part of the request in front of it and this one has its own.
    {"The files are exempt under section 31(1)(a) and (b) under section 31 of the Act.", "foia-31-1-a foia-31-1-b"},
    {"The report is exempt under section 38(1)(a) and (b). Under section 17 we have to say so.", "foia-38-1-a foia-38-1-b"},
    {"We refuse (a) under section 43(2), (b) under section 41(1) and (c) under section 40(2).", "foia-43-2 foia-41-1 foia-40-2"},
    // A small letter before the number; hospital words beside it; another Act in the paragraph before, and a line that is wrapped.
    {"It was withheld from you by s41 alone.", "foia-41"},
    {"The agreement is withheld under s41 as it was told us in confidence.", "foia-41"},
    {"Nobody who was detained in hospital is told of. S.40(2), third party personal data: withheld.", "foia-40-2"},
    {"Eleven were detained, all under Section 3 of the Mental Health Act.\n\nAt 220 hours we are refusing this part\nunder section 12. If "
     "it "
     "helps, ask for less.",
     "foia-12"},

    {"Section 31(1)(a) – Law Enforcement", "foia-31-1-a"},
    {"the Sec 31 exemption", "foia-31"},
    {"Section 36 - Prejudice to the effective conduct of public affairs (36 (1b)(2c))", "foia-36-1-b foia-36-2-c"},
    {"section 43 – commercial interests – of the Freedom of Information Act", "foia-43"},
    {"section 43 (commercial interests) of the Freedom of Information Act 2000 (FOIA)", "foia-43"},
    {"Section 43 (2)", "foia-43-2"},
    {"sections 31(1)(a) and (b) as well as section 43(2)", "foia-31-1-a foia-31-1-b foia-43-2"},
    {"section 31(1) and 43", "foia-31-1 foia-43"},
    {"s22 of the Freedom of Information Act 2000", "foia-22"},
    {"section 40 subsections 2 and 3 (a)", "foia-40-2 foia-40-3-a"},
    {"section 41(1) ‘Information provided in confidence’", "foia-41-1"},
    {"sections 31, 33 and 43", "foia-31 foia-33 foia-43"},
    {"the exemptions in sections 21, 31, 41 and 43", "foia-21 foia-31 foia-41 foia-43"},
    {"the exemption at section 40", "foia-40"},
    {"s. 36 FOIA", "foia-36"},
    {"section 21 and 41 exemptions", "foia-21 foia-41"},
    {"section 41 (given in confidence) and/or section 43 (trade) of FOI", "foia-41 foia-43"},
    {"Section 31 (1)(a)(b) – Law Enforcement", "foia-31-1-a foia-31-1-b"},
    {"the Act (FOIA, s.43)", "foia-43"},
    {"section 40[2]", "foia-40-2"},
    {"section 43(2) (commercial interests) and section 41", "foia-43-2 foia-41"},
    {"sections 40(2), 42(1) and 44(1)(a)", "foia-40-2 foia-42-1 foia-44-1-a"},
    {"Sections 31(1)(g) and 31(2)(c)", "foia-31-1-g foia-31-2-c"},
    {"FOIA sections 43(2) (trade) and section 41(1)", "foia-43-2 foia-41-1"},
    {"section 36(2)(prejudice to public affairs)", "foia-36-2"},
    {"section 36(2)(b)(i), 36(2)(b)(ii) and 36(2)(c)", "foia-36-2-b-i foia-36-2-b-ii foia-36-2-c"},
    {"section 36(2)(b)(i), (ii), (2)c) and 40(2)", "foia-36-2-b-i foia-36-2-b-ii foia-36-2-c foia-40-2"},
    {"section 36(2)(b)(i), (b)(ii) and (c)", "foia-36-2-b-i foia-36-2-b-ii foia-36-2-c"},
    {"sections 44 (statutory prohibitions) and 40(2) (third party personal data)", "foia-44 foia-40-2"},
    {"Sections 31(1)(a) and 43(2)", "foia-31-1-a foia-43-2"},
    {"section 40 (2) & (3)", "foia-40-2 foia-40-3"},
    {"S43 (2)", "foia-43-2"},
    {"s.40(2)", "foia-40-2"},
    {"exemption 43(2)", "foia-43-2"},
    {"FOIA s 21", "foia-21"},
    {"40(2) or 43(2) FOIA", "foia-40-2 foia-43-2"},
    {"section 40(2) or 43(2)", "foia-40-2 foia-43-2"},
    {"S.31(1)(a)&(b)", "foia-31-1-a foia-31-1-b"},
    {"section 36.2.b&c", "foia-36-2-b foia-36-2-c"},
    {"Sect1on 4O(2)", "foia-40-2"},
    {"Sectlon 3l(1)(a)", "foia-31-1-a"},
    {"5ection 43(2)", "foia-43-2"},
    {"section 31(1Xa)", "foia-31-1-a"},
    {"section 36(2Xb)(ii)", "foia-36-2-b-ii"},
    {"section 31(1\\a)", "foia-31-1-a"},
    {"under $40(2) (personal data)", "foia-40-2"},
    {"I have instead applied $43 (2), as prices", "foia-43-2"},
    {"Fees are $21(1) for adults and $30(2) for children, as notes 1 and 2 say.", "-"},
    {"It cost $40 (two hours), then $43.", "-"},
    {"It cost $52(2).", "-"},
    {"$ection 4o(2)", "foia-40-2"},
    {"Secti0n 41", "foia-41"},
    {"5.40(2) of the Act", "foia-40-2"},
    {"5.43(2) FOIA", "foia-43-2"},
    {"s 4 0(2) of the Act", "foia-40-2"},
    {"Section 40(l) of the Act", "foia-40-1"},
    {"section 31(l)(a)", "foia-31-1-a"},
    {"section 40{2)", "foia-40-2"},
    {"section 40(2} of the Act", "foia-40-2"},
    {"section 40(2J of the Act", "foia-40-2"},
    {"Section 40(2)by virtue of section 40(3A)(a)", "foia-40-2 foia-40-3a-a"},
    {"section 40(2) by virtue of 40(3A)(a)", "foia-40-2 foia-40-3a-a"},
    {"s.40(2)(3A)(a)", "foia-40-2 foia-40-3a-a"},
    {"Section 22A(1)(b)(i)", "foia-22a-1-b-i"},
    {"section 22A", "foia-22a"},
    {"ss.31 and 43", "foia-31 foia-43"},
    {"s31(1)(a)/s38", "foia-31-1-a foia-38"},
    {"section 31 - law enforcement (1)(a)", "foia-31-1-a"},
    {"FOIA section 31 1 a", "foia-31-1-a"},
    {"section 36 2 (c)", "foia-36-2-c"},
    {"section 44(1)(a) by virtue of section 22 of the Gender Recognition Act 2004", "foia-44-1-a"},
    {"section\n31(1)(a)", "foia-31-1-a"},
    {"section 31(1)(\na) of the Act", "foia-31-1-a"},
    {"section 42 of the „Freedom of Information Act‟", "foia-42"},
    {"§ 43(2) of the FOIA", "foia-43-2"},
    {"section(s) 40(2) and 41", "foia-40-2 foia-41"},
    {"Sections 23(5) and 24(2)", "foia-23-5 foia-24-2"},
    {"section 30(1)(a)(i) and (ii)", "foia-30-1-a-i foia-30-1-a-ii"},
    {"section 30(1)(a)(i)-(ii)", "foia-30-1-a-i foia-30-1-a-ii"},
    {"section 30(1)(a), (b) & (c)", "foia-30-1-a foia-30-1-b foia-30-1-c"},
    {"section 38(1)(a) and (b) (health and safety)", "foia-38-1-a foia-38-1-b"},
    {"sections 31 (law enforcement), 38 (health and safety) and 40 (personal data)", "foia-31 foia-38 foia-40"},
    {"subsection 40(2)", "foia-40-2"},
    {"section 40, subsection (2)", "foia-40-2"},
    {"subsection (2) of section 43", "foia-43-2"},
    {"paragraph (a) of section 31(1)", "foia-31-1-a"},
    {"section 37(1)(ac)", "foia-37-1-ac"},
    {"section 43(ii)", "foia-43"},
    {"Section 40.2", "foia-40-2"},
    {"section 40(2)(a)", "foia-40-2"},
    {"regulation 12(5)(e) of the Environmental Information Regulations 2004", "eir-12-5-e"},
    {"regulations 12(4)(d) and (e) and 12(5)(b) of the EIRs", "eir-12-4-d eir-12-4-e eir-12-5-b"},
    {"regulation 12(4)(d) (drafts), regulation 12(5)(e) (trade) and regulation 13 (people) EIR", "eir-12-4-d eir-12-5-e eir-13"},
    {"Reg. 12 (4) (b) of the Environmental Information Regulations", "eir-12-4-b"},
    {"Regulation 12 (4) b of the EIR", "eir-12-4-b"},
    {"EIR 12(5)(f)", "eir-12-5-f"},
    {"EIR Regulation 12(4)(e)", "eir-12-4-e"},
    {"regulation 21 of the FOIA", "foia-21"},
    {"Section 13(EIR)", "eir-13"},
    {"section 12(5)(e) of the EIR", "eir-12-5-e"},
    {"section 38(1)(b) of the Freedom of Information (Scotland) Act 2002", "foisa-38-1-b"},
    {"sections s.38(1)(b) of FOISA", "foisa-38-1-b"},
    {"sections 30(c), 34(1)(a)and (b) and 35(1) of FOISA", "foisa-30-c foisa-34-1-a foisa-34-1-b foisa-35-1"},
    {"FOISA sections; 29(1)(b) (ministers), 30(b)(i) and 30(b)(ii)", "foisa-29-1-b foisa-30-b-i foisa-30-b-ii"},
    {"30(b)(1) and section 30(b)(2) of FOISA", "foisa-30-b-i foisa-30-b-ii"},
    {"section 30(b)(1) and 30(b)(2) of FOISA", "foisa-30-b-i foisa-30-b-ii"},
    {"regulation 10(5)(e) of the Environmental Information (Scotland) Regulations 2004", "eisr-10-5-e"},
    {"section 33(1)(b) of the Freedom of Information (Scotland) Act", "foisa-33-1-b"},
};

TEST(CitationForms, AreReadAtTheFinestLevel) {
  for (const CitedRow& row : kForms) {
    const Record record =
        understand_text("Dear Enquirer,\n\nThank you for your request for information.\n\nThese papers are withheld under " +
                        std::string(row.text) + ".\n")
            .record;
    std::string ids;
    for (const Citation& c : record.exemptions) ids += (ids.empty() ? "" : " ") + c.id;
    EXPECT_EQ(ids.empty() ? "-" : ids, row.expected) << row.text << "\n  " << described(record);
  }
}

// As headings, labels and cells stand in a letter.
constexpr CitedRow kPlaced[] = {
    {"Section 43 – Commercial Interest", "foia-43 applied"},
    {"Section 43 applied, see details below", "foia-43 applied"},
    {"Section 43 Response\n\nPrices are kept back.", "foia-43 applied"},
    {"Exemptions Applied: Section 12 – Exemption where cost of compliance exceeds appropriate limit", "foia-12 applied"},
    {"Exemption: Section 40(2)", "foia-40-2 applied"},
    {"Exemption(s) which apply: S40, S43", "foia-40 applied; foia-43 applied"},
    {"Exemption(s) which apply: None", "-"},
    {"Refusal Notice Section 14(1) of the Freedom of Information Act 2000", "foia-14-1 applied"},
    {"Refusal notice – section 12(1)", "foia-12-1 applied"},
    {"Report [s.40(2)] [s.43(2)]", "foia-40-2 applied; foia-43-2 applied"},
    {"Name        Grade\nREDACTED s40(2)     Band 7", "foia-40-2 applied"},
    {"Q3    Exempt – s.43(2)", "foia-43-2 applied"},
    {"43.–(2)  Information is exempt information if its disclosure would harm trade.", "-"},
    {"The exemptions that have been applied are as follows:\n\nSection 31(1)(a)\nSection 40(2)", "foia-31-1-a applied; foia-40-2 applied"},
    {"We are relying on these exemptions:\n\n• Section 31(1)(a) – law enforcement\n• Section 43(2) – commercial interests",
     "foia-31-1-a applied; foia-43-2 applied"},
    {"The following exemptions might apply to such requests:\n\n• Section 31 – law enforcement\n• Section 43 – commercial interests",
     "(foia-31 threatened); (foia-43 threatened)"},
    {"S30 - Prejudicial to the conduct of public affairs, under the Freedom of Information (Scotland) Act 2002", "foisa-30 applied"},
};

TEST(CitationForms, StandAsHeadingsAndLabels) {
  for (const CitedRow& row : kPlaced) EXPECT_EQ(in_answer(row.text), row.expected) << row.text;
}

bool flagged(std::string_view text, Check check) {
  const Record record = understand_text("Dear Enquirer,\n\nThank you for your request.\n\n" + std::string(text) + '\n').record;
  return std::ranges::find(record.checks, check) != record.checks.end();
}

TEST(CitationForms, ANumberWithTheTitleOfAnotherIsFlagged) {
  constexpr std::string_view wrong[] = {
      "It is withheld under Section 41 Legal professional privilege.", "The economy is exempt under section 30 (the economy).",
      "It is exempt under section 40 – commercial interests.", "Section 21 (national security) is applied."};
  constexpr std::string_view right[] = {
      "It is withheld under Section 42 Legal professional privilege.", "It is exempt under section 43 (commercial interests).",
      "It is exempt under section 40 – personal data.", "Section 43(2): prejudice to commercial interests is applied.",
      "Section 41 is applied as the defence solicitor gave it in confidence."};
  for (std::string_view text : wrong) EXPECT_TRUE(flagged(text, Check::kNumberTitleMismatch)) << text;
  for (std::string_view text : right) EXPECT_FALSE(flagged(text, Check::kNumberTitleMismatch)) << text;
}

// Forms of published letters, each beside what only looks like it.
TEST(CitationForms, OfPublishedLetters) {
  constexpr CitedRow rows[] = {
      {"It is exempt under section 31 1(a) of the Act.", "foia-31-1-a applied"},
      {"It is exempt under section 31 (1a) of the Act.", "foia-31-1-a applied"},
      {"Some of it is withheld under the Act: Exclusion 31: Law enforcement - patrols.", "foia-31 applied"},
      {"The plan is exempt under section 43(2) (disclosure would (or would be likely to) prejudice trade) and section 41.",
       "foia-43-2 applied; foia-41 applied"},
      {"The plan is being refused under Exception 12(5)(b) of the Environmental Information Regulations.", "eir-12-5-b applied"},
      {"We withhold the names under section 40(2): they are personal data which does not fall within subsection (1).", "foia-40-2 applied"},

      {"We hold 31 1(a) forms.", "-"},
      {"It is exempt under section 43 9(z) of our policy.", "foia-43 applied"},
      {"Exclusion 31 was of a pupil.", "-"},
      {"There was permanent exclusion 22 times.", "-"},
      {"We withhold the names under section 40. Subsection (2) is the one we apply.", "foia-40-2 applied"},
  };
  for (const CitedRow& row : rows) EXPECT_EQ(claims_of(in_answer(row.text)), claims_of(std::string(row.expected))) << row.text;
}

// What applies by its section is told by its limb; two that are told to be told apart are not.
TEST(CitationForms, ALimbThatIsExplainedWhereItsSectionApplies) {
  constexpr CitedRow rows[] = {
      {"The exemption applied is section 31. Section 31(1)(a) exempts information if disclosure would prejudice the prevention of crime. "
       "Section 31(1)(b) exempts information if disclosure would prejudice the apprehension of offenders.",
       "foia-31-1-a applied; foia-31-1-b applied"},
      {"It is withheld under section 27. Section 27(1)(a)(b)(c) of the Act recognises the need to protect relations with other states.",
       "foia-27-1-a applied; foia-27-1-b applied; foia-27-1-c applied"},

      {"It is withheld under section 43. Section 43(1) exempts trade secrets. Section 43(2) exempts information that would harm a firm.",
       "foia-43 applied"},
      {"It is withheld under section 41. Section 31(1)(a) exempts information if disclosure would prejudice the prevention of crime.",
       "foia-41 applied"},
      {"Section 31(1)(a) exempts information if disclosure would prejudice the prevention of crime. We do not rely on it.", "-"},
  };
  for (const CitedRow& row : rows) {
    std::string claims = claims_of(in_answer(row.text));
    if (claims.find("considered-not-applied") != std::string::npos) claims = "-";
    EXPECT_EQ(claims, row.expected) << row.text;
  }
}

// Claimed or mentioned, in the order first cited.
std::string codes_in(const std::string& letter) {
  const Record record = read_in_places(letter);
  std::string all;
  for (const Citation& c : record.exemptions) all += (all.empty() ? "" : " ") + c.id;
  for (const Mention& m : record.mentioned) all += (all.empty() ? "" : " ") + m.id;
  return all.empty() ? "-" : all;
}

// In a letter on freedom of information a code needs no word before it; what other numbers with brackets are is told by the words round
// them, or by there being more of them.
TEST(CitationForms, CodesStandAlone) {
  constexpr CitedRow rows[] = {
      {"The wards' postcodes would give families away, so 40(2) covers them.", "foia-40-2"},
      {"Street and number stay with us under 38(1)(a) and (b).", "foia-38-1-a foia-38-1-b"},
      {"5. Which firewall is in use?\n[31(1)(a)]", "foia-31-1-a"},
      {"Our reason is 40(2), by way of 40(3A)(a).", "foia-40-2 foia-40-3a-a"},
      {"Thieves would come (31(1)(a)) and someone would be hurt (38(1)(b)).", "foia-31-1-a foia-38-1-b"},
      {"That takes us into 12(5)(a), public safety.", "eir-12-5-a"},
      {"The drafts are kept under regulation 12(4)(d) EIR. Names: 13(1).", "eir-12-4-d eir-13-1"},
      {"For questions 3 and 5, 43(2) is our ground.", "foia-43-2"},
      {"Unit price: 43(2)\nTwelve of 61 contracts were let by tender, 12(20 %).", "foia-43-2"},

      {"Those two are the limbs of section 31(1) that come into it, (a) and (b).", "foia-31-1 foia-31-1-a foia-31-1-b"},
      {"It is held back under section 31(1)\n(a): a thief would learn of it.", "foia-31-1-a"},
      {"Nothing has changed meanwhile. Section 14(2) lets us leave it there.", "foia-14-2"},
      {"You can have it from there, and s21 says we need not send it again.", "foia-21"},
      {"How many left?\tSix\ts.40(2)\nWhy?\tPay\t-", "foia-40-2"},

      {"He went on section 17 leave from ward S21, and S21 is being painted.", "-"},
      {"Section 31(1) is about crime, and (a) and (b) are lists of our own.", "foia-31-1"},
      {"Clause 43(2) of the lease has been left out.", "-"},
      {"Clauses 12, 31(2) and 43(2) are those that you will want.", "-"},
      {"Schedule 40(2) of the contract is enclosed, and so is standard 31(1).", "-"},
      {"Wards open: 31(2), 52(17), 64(20), 38(19) and 27(15).", "-"},
      {"The lift was out of use on 43(2nd) and 40(3rd) street.", "-"},
      {"Part 5(2) and 4(1) were used 31 times.", "-"},
      {"Call 01234 440(2) or 43(2)1.", "-"},
  };
  for (const CitedRow& row : rows)
    EXPECT_EQ(codes_in("Dear Enquirer,\n\nThank you for your request under the Freedom of Information Act 2000.\n\n" +
                       std::string(row.text) + '\n'),
              row.expected)
        << row.text;
  EXPECT_EQ(codes_in("Dear Tenant,\n\nThe minutes of 43(2) and 31(1)(a) meetings are enclosed.\n"), "-");
}

}  // namespace
}  // namespace foi::understand
