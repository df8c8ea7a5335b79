#include "indexer/understand/privacy.h"

#include <gtest/gtest.h>

#include "tests/unit/understand/fixtures.h"

namespace foi::understand {
namespace {

// The letter as it may be published.
std::string masked(const std::string& text) {
  const TestLetter letter(text);
  const AuthorityFinding authority =
      find_authority(letter.letter, letter.sections, Kind::kResponse, nullptr, std::nullopt, builtin_reference());
  const auto spans = find_personal(letter.letter, letter.sections, builtin_reference(), authority);
  return join_pages(mask(letter.pages, letter.letter, spans).pages).text;
}

struct Case {
  const char* what;
  std::string text;
  std::vector<const char*> gone, kept;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    const std::string out = masked(c.text);
    for (const char* word : c.gone) EXPECT_EQ(out.find(word), std::string::npos) << c.what << ": " << word << " in\n" << out;
    for (const char* word : c.kept) EXPECT_NE(out.find(word), std::string::npos) << c.what << ": no " << word << " in\n" << out;
  }
}

const std::string kThanks = "\n\nThank you for your request for information under the Freedom of Information Act 2000.\n\n";

TEST(FindPersonal, Requesters) {
  check({
      {"salutation", "Dear Zenobia," + kThanks, {"Zenobia"}, {"Dear [requester],", "Thank you"}},
      {"salutation with a title", "Dear Ms. Quillfeather" + kThanks, {"Quillfeather", "Ms."}, {"[requester]"}},
      {"two of them", "Dear Mr Quillfeather and Mrs Oakapple" + kThanks, {"Quillfeather", "Oakapple"}, {}},
      {"small letters", "Dear zenobia" + kThanks, {"zenobia"}, {}},
      {"capitals", "Dear ZENOBIA QUILLFEATHER" + kThanks, {"ZENOBIA", "QUILLFEATHER"}, {}},
      {"a surname that is a word", "Dear Susan Hill" + kThanks, {"Susan", "Hill"}, {}},
      {"address block and every later place",
       "Zenobia Quillfeather                              Trust Headquarters\nzquill@example.com\n\nDear Ms Quillfeather" + kThanks +
           "As Zenobia Quillfeather asked, and Mrs Quillfeather too; Quillfeather-Response.pdf\n",
       {"Zenobia", "Quillfeather", "zquill"},
       {"Trust Headquarters", "Response.pdf"}},
      {"first name greeted, full name elsewhere", "Zenobia Quillfeather\n\nDear Zenobia" + kThanks, {"Zenobia", "Quillfeather"}, {}},
      {"sir or madam, name over the e-mail",
       "Zenobia Quillfeather\nz.quillfeather@example.com\n30/03/2021\n\nDear Sir / Madam" + kThanks,
       {"Zenobia", "Quillfeather", "quillfeather"},
       {"Dear Sir / Madam", "30/03/2021"}},
      {"the quoted request",
       "Dear A" + kThanks + "You asked:\n\nMy name is Zenobia Quillfeather and I write for a paper.\n\n1. How many lifts?\n",
       {"Zenobia", "Quillfeather"},
       {"My name is [requester]", "How many lifts"}},
      {"signed request", "Dear A" + kThanks + "You asked:\n\nHow many lifts are there?\n\nMany thanks\n\nZenobia\n", {"Zenobia"}, {}},
      {"mail headers",
       "From: Zenobia Quillfeather <zenobia@example.com>\nTo: FOI Team\nSubject: lifts\n\nDear FOI Team\n\nHow many lifts?\n",
       {"Zenobia", "Quillfeather", "zenobia@"},
       {"FOI Team", "Subject: lifts"}},
      {"labels of a form",
       "Name: Zenobia Quillfeather\nEmail: zq@example.com\nOur ref: FOI 7\n\nDear Zenobia" + kThanks,
       {"Zenobia", "Quillfeather", "zq@"},
       {"FOI 7"}},
      {"reviewers named with their offices",
       "The review was carried out by Zenobe Quillfeather, Information Governance Manager, and Orrick Oakapple, "
       "Deputy Chief Digital Officer. The site in East Quillshire, the data of Oak House, Brill Road, and Widget Systems, suppliers, "
       "stay.\n",
       {"Zenobe", "Quillfeather", "Oakapple"},
       {"Information Governance Manager", "East Quillshire", "Oak House, Brill Road", "Widget Systems, suppliers"}},
      {"possessive", "Dear Zenobia" + kThanks + "We looked at Zenobia's list.\n", {"Zenobia"}, {"list"}},
      {"postal address",
       "Zenobia Quillfeather\n12 Invented Lane\nSampletown\nZZ1 1ZZ\n\n3 May 2021\n\nDear Ms Quillfeather" + kThanks,
       {"Zenobia", "Invented Lane", "Sampletown", "ZZ1 1ZZ"},
       {"3 May 2021", "[address]"}},
      {"announced address",
       "Dear A" + kThanks + "You asked:\n\nMy address is 12 Invented Lane, Sampletown, ZZ1 1ZZ and I ask how many lifts there are.\n",
       {"Invented Lane", "ZZ1 1ZZ"},
       {"how many lifts"}},
  });
}

TEST(FindPersonal, Staff) {
  check({
      {"signature",
       "Dear A" + kThanks + "Yours sincerely\n\n\nOswald Quillfeather\nFreedom of Information Officer\n",
       {"Oswald", "Quillfeather"},
       {"[staff member]", "Freedom of Information Officer"}},
      {"signature of an uncommon name",
       "Dear A" + kThanks + "Kind regards\n\nXanthippe Zzyzx\nSenior Officer\n",
       {"Xanthippe", "Zzyzx"},
       {"Senior Officer"}},
      {"name over its role, in boilerplate",
       "Dear A" + kThanks +
           "If you are unhappy you may ask for an internal review. Please write to:\n\n       Louise Quillfeather\n       Associate "
           "Director of Governance\n",
       {"Louise", "Quillfeather"},
       {"Associate Director of Governance"}},
      {"role before the name",
       "Dear A" + kThanks + "A review is done by our Information Governance Manager, Julie Quillfeather, on request.\n",
       {"Julie", "Quillfeather"},
       {"Information Governance Manager"}},
      {"role after the name",
       "Dear A" + kThanks +
           "This was looked at again by Laura Quillfeather – Governance Lead and Eric Oakapple Assistant Director of Estates.\n",
       {"Laura", "Quillfeather", "Eric", "Oakapple"},
       {"Governance Lead", "Director of Estates"}},
      {"title", "Dear A" + kThanks + "Ms Lian Quillfeather, Head of Records, will help.\n", {"Lian", "Quillfeather"}, {"Head of Records"}},
      {"in brackets", "Dear A" + kThanks + "Please contact me (Nigel Oakapple) first.\n", {"Nigel", "Oakapple"}, {"Please contact me"}},
      {"direct e-mail",
       "Dear A" + kThanks + "Write to Shirley.Quillfeather@example.nhs.uk or foi@example.nhs.uk. Shirley Quillfeather leads on this.\n",
       {"Shirley", "Quillfeather"},
       {"foi@example.nhs.uk", "[e-mail]"}},
      {"footer",
       "Dear A" + kThanks + "Chair: Denise Quillfeather        Chief Executive: Peter Oakapple\n",
       {"Denise", "Quillfeather", "Peter", "Oakapple"},
       {"Chair:", "Chief Executive:"}},
      {"footer in columns",
       "Dear A" + kThanks +
           "       Chair                    Trust Headquarters              Chief Executive\n Denise Quillfeather        1 Sample Road, "
           "Anytown           Peter Oakapple\n",
       {"Denise", "Quillfeather", "Peter", "Oakapple"},
       {"Trust Headquarters", "Sample Road"}},
      {"initials in the reference", "Our Ref: AB/CD FOI 4129\n\nDear A" + kThanks, {"AB/CD"}, {"FOI 4129"}},
  });
}

TEST(FindPersonal, Numbers) {
  check({
      {"mobile", "Dear A" + kThanks + "Call 07700 900123 or 07700900124.\n", {"07700"}, {"[phone]"}},
      {"direct line beside a switchboard",
       "Tel: 01632 960001\nDirect Line: 01632960002\n\nDear A" + kThanks,
       {"01632960002"},
       {"01632 960001"}},
      {"requester's landline",
       "Dear A" + kThanks + "You asked:\n\nPlease ring me on 01632 960003 about lifts.\n\n1. How many?\n",
       {"960003"},
       {"Please ring me"}},
      {"NHS numbers", "Dear A" + kThanks + "NHS number 9434765919, also 943 476 5919.\n", {"9434765919", "943 476 5919"}, {"[NHS number]"}},
      {"National Insurance", "Dear A" + kThanks + "AB123456C and AB 12 34 56 C\n", {"AB123456C", "34 56"}, {"[NI number]"}},
      {"date of birth",
       "Dear A" + kThanks + "The patient, date of birth: 03/04/1951, born on 3 April 1951, attended on 5 May 2019.\n",
       {"03/04/1951", "3 April 1951"},
       {"5 May 2019", "[date of birth]"}},
      {"private e-mail", "Dear A" + kThanks + "someone77@example.com\n", {"someone77"}, {"[e-mail]"}},
  });
}

TEST(FindPersonal, WhatLooksPersonalAndIsNot) {
  check({
      {"salutations without a name", "Dear Sir or Madam" + kThanks, {"[requester]"}, {"Dear Sir or Madam"}},
      {"colleague", "Dear Colleague" + kThanks, {"["}, {}},
      {"applicant", "Dear Applicant," + kThanks, {"["}, {}},
      {"a trust greeted in the request",
       "Dear A" + kThanks + "You asked:\n\nDear Whittington Health NHS Trust\n\nHow many lifts are there?\n",
       {},
       {"Dear Whittington Health NHS Trust"}},
      {"a team signs",
       "Dear A" + kThanks + "Yours sincerely\n\nFreedom of Information Team\nInformation Governance\n",
       {"[staff"},
       {"Freedom of Information Team"}},
      {"a heading under a form's signature", "Dear A" + kThanks + "Signed\n\nCLINICIAN\n", {"["}, {"CLINICIAN"}},
      {"a department signs", "Dear A" + kThanks + "Kind regards\n\nFOI Department\nTrust Headquarters\n", {"["}, {}},
      {"building named after a person",
       "Sid Watkins Building\nLower Lane\nLiverpool L9 7BB\n\nDear A" + kThanks,
       {"["},
       {"Sid Watkins Building", "L9 7BB"}},
      {"court named after a person", "Edward Jenner Court\nSampletown\n\nDear A" + kThanks, {"["}, {"Edward Jenner Court"}},
      {"hospital named after a person",
       "Dear A" + kThanks + "The James Paget and the Royal Albert Edward Infirmary have lifts; so has Alder Hey.\n",
       {"["},
       {"James Paget", "Alder Hey"}},
      {"ward named after a person",
       "Dear A" + kThanks + "Beds on Florence Nightingale Ward and Mary Seacole Ward: 12.\n",
       {"["},
       {"Mary Seacole Ward"}},
      {"street named after a person", "Dear A" + kThanks + "The clinic is in Charles Hastings Way.\n", {"["}, {"Charles Hastings Way"}},
      {"drugs and devices",
       "Dear A" + kThanks + "Adalimumab, Humira, Stelara; Robert Jones bandages; Hickman lines; Libre Freestyle.\n",
       {"["},
       {"Robert Jones bandages", "Hickman lines"}},
      {"a minister",
       "Dear A" + kThanks + "The letter of the Secretary of State, Mr Oakapple, and of Lord Quillfeather is attached.\n",
       {"["},
       {"Mr Oakapple", "Lord Quillfeather"}},
      {"a public inquiry",
       "Dear A" + kThanks + "We follow the Jimmy Oakapple Inquiry and the Robert Quillfeather Report.\n",
       {"["},
       {"Robert Quillfeather Report"}},
      {"headings",
       "Dear A" + kThanks + "Public Interest Test\nFactors For Disclosure\nLaw Enforcement\nCommercial Interests\n",
       {"["},
       {"Law Enforcement"}},
      {"roles without names",
       "Dear A" + kThanks + "Contact the Complaints Manager, Trust Headquarters, or the Data Protection Officer.\n",
       {"["},
       {}},
      {"switchboard and help line",
       "Tel: 01632 960001\n\nDear A" + kThanks + "The Commissioner's helpline is 0303 123 1113.\n",
       {"["},
       {"01632 960001", "0303 123 1113"}},
      {"role mailboxes and web addresses",
       "foi@example.nhs.uk  www.example.nhs.uk\n\nDear A" + kThanks + "casework@ico.org.uk\n",
       {"[e-mail]"},
       {"foi@example.nhs.uk", "casework@ico.org.uk"}},
      {"masked already",
       "From: [email address]\n\nDear A" + kThanks + "xxxx.xxx@xxx.xxx\n",
       {"[e-mail]"},
       {"[email address]", "xxxx.xxx@xxx.xxx"}},
      {"ten digits that check nothing",
       "Dear A" + kThanks + "Order 9434765918 and invoice 943 476 5918, 1234567890.\n",
       {"["},
       {"9434765918"}},
      {"ten digits of an invoice that check by chance", "Dear A" + kThanks + "Order 9434765919 was paid.\n", {"["}, {"9434765919"}},
      {"codes like National Insurance numbers",
       "Dear A" + kThanks + "Room QQ123456C, part AB1234567, M003010.\n",
       {"["},
       {"QQ123456C", "AB1234567"}},
      {"other dates", "Dear A" + kThanks + "Opened on 3 April 1951; birth rates on 1 May 2019.\n", {"["}, {"3 April 1951"}},
      {"amounts and years",
       "Dear A" + kThanks + "2018 2019 2020 2021 and 01 January 2018 to 31 December 2018; 0 1 2 3 4 5 6 7 8 9.\n",
       {"["},
       {}},
      {"the office's own address", "2 Sample Court\nInvented Way\nWorcester\nWR5 1DD\n\nDear A" + kThanks, {"[address]"}, {"WR5 1DD"}},
      {"a postcode asked about",
       "Dear A" + kThanks + "You asked:\n\nHow many lifts are there in ZZ1 1ZZ and around it?\n\n1. How many?\n",
       {"["},
       {"ZZ1 1ZZ"}},
      {"a requester named like a word",
       "Dear Will" + kThanks + "We will reply. This will help. Will there be more?\n",
       {"Dear Will"},
       {"We will reply", "This will help"}},
      {"a requester named like a place",
       "Dear Mr Lincoln" + kThanks + "Lincoln County Hospital is in Lincoln.\n",
       {"Mr Lincoln"},
       {"Lincoln County Hospital is in Lincoln"}},
  });
}

TEST(FindPersonal, TypesAndOrder) {
  const TestLetter letter("Zenobia Quillfeather\nzq@example.com\n\nDear Zenobia" + kThanks +
                          "Yours sincerely\n\nOswald Oakapple\nManager\n");
  const auto spans = find_personal(letter.letter, letter.sections, builtin_reference(), {});
  ASSERT_EQ(spans.size(), 4u);
  const char* types[] = {"requester", "e-mail", "requester", "staff member"};
  for (std::size_t i = 0; i < spans.size(); ++i) {
    EXPECT_EQ(spans[i].type, types[i]);
    EXPECT_FALSE(spans[i].where.empty());
    if (i > 0) {
      EXPECT_GE(spans[i].where.start, spans[i - 1].where.end);
    }
  }
}

TEST(FindPersonal, NothingInNothing) {
  EXPECT_EQ(masked(""), "");
  EXPECT_EQ(masked("\f\f"), "\f\f");
  EXPECT_EQ(masked("Dear"), "Dear");
  EXPECT_EQ(masked("Yours sincerely"), "Yours sincerely");
  EXPECT_EQ(masked("@@@ ::: \xC3\xA9\xE2\x80\x99"), "@@@ ::: \xC3\xA9\xE2\x80\x99");
}

}  // namespace
}  // namespace foi::understand
