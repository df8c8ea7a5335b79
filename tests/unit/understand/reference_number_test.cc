#include "indexer/understand/reference_number.h"

#include <gtest/gtest.h>

#include "tests/unit/understand/fixtures.h"

namespace foi::understand {
namespace {

TEST(FindReference, InLetters) {
  const std::string body = "\n\nDear Ms Testperson\n\nThank you for your request for information.\n";
  const std::pair<std::string, const char*> cases[] = {
      {"Our Ref: FOI 4129" + body, "FOI 4129"},
      {"Our Ref: AB/CD FOI 4129" + body, "FOI 4129"},
      {"Our ref:   21 FOI 079" + body, "21 FOI 079"},
      {"Our Reference: ABCD FOI 20/21-349            Governance Team" + body, "ABCD FOI 20/21-349"},
      {"FOI ref:        8003                                  Sample Road" + body, "8003"},
      {"Ref: FOI/25/344" + body, "FOI/25/344"},
      {"Reference: HWXX-340" + body, "HWXX-340"},
      {"Freedom of Information/RFI-2207" + body, "RFI-2207"},
      {"FOI326 Request\n\nResponse\n", "FOI326"},
      {"Our Ref: FOI - 2103 - Adult Services" + body, "FOI - 2103"},
      {"FOI_0316_22/22 – FOI request concerning – Lifts\n\n1. How many?\n", "FOI_0316_22/22"},
      {"Dear A\n\nFreedom of Information Request – Ref: FOI 051-2122\n\nThank you for your request.\n", "FOI 051-2122"},
      {"Dear A\n\nFreedom of Information Request 008\n\nThank you for your request.\n", "008"},
      {"Dear A\n\nRe: Freedom of Information Request FOI 4129\n\nThank you for your request.\n", "FOI 4129"},
      {"Dear A\n\nThank you for your request for an internal review of the response to your FOI ref: 2002.\n", "2002"},
      {"Dear A\n\nI write further to your request FOI ID 24959 under the Act.\n", "24959"},
      {"Our ref: NIC-448459-V1J1H\n(Sent via email)" + body, "NIC-448459-V1J1H"},
      {"Your ref: 77\nOur ref: FOI 12" + body, "FOI 12"},

      {"Request number: F5531" + body, "F5531"},
      {"Our ref:                                          0619/21" + body, "0619/21"},
      {"FOI Case Reference: 24-25279" + body, "24-25279"},
      {"Freedom of Information Reference: 908A/21" + body, "908A/21"},
      {"From: FOI Team\nSubject: RE: Charging points [FOISA 2211]" + body, "FOISA 2211"},
      {"Reference      Received       Answered\nFOI 24-318     02/07/2024     29/07/2024" + body, "FOI 24-318"},
      {"Case ref: CAS-70721-Z7P3Y9" + body, "CAS-70721-Z7P3Y9"},
      {"Ref | 791/18" + body, "791/18"},
      {"RFI 37513" + body, "RFI 37513"},
      {"EIR 1187" + body, "EIR 1187"},
      {"FOI 2425/0866" + body, "FOI 2425/0866"},
      {"FOI Log No: 2017-493" + body, "2017-493"},

      {"Our Ref: SMP-FOI-23-529Response by: e-mail" + body, "SMP-FOI-23-529"},
      {"Our ref / Ein cyf: IR24-071 (ABC24/488)" + body, "IR24-071"},
      {"Your request: 6207" + body, "6207"},
      {"Sample Trust\n\nREQ 5087" + body, "REQ 5087"},
      {"Sample Trust\n\n24-25/0388 SMP" + body, "24-25/0388"},
      {"Dear A\n\nFREEDOM OF INFORMATION REQUEST: SMPL.FOI.23.2967\n\nThank you for your request.\n", "SMPL.FOI.23.2967"},
      {"Dear A\n\nRequest under the Act \u2013 FOI 2017-18 (388)\n\nThank you for your request.\n", "FOI 2017-18 (388)"},

      {"Appeal: EA/2024/0001" + body, "EA/2024/0001"},
      {"F23/0123" + body, "F23/0123"},
      {"From: FOI Team\nSubject: RE: Parking at the depot [7700123]" + body, "7700123"},
      {"Dear A\n\nThank you for your request. Our reference is SMPL 23-0419, please quote this at all times.\n", "SMPL 23-0419"},

      {"From: FOI Team\nSubject: FW: Parking at the depot [5160]" + body, "5160"},
      {"From: FOI Team\nSubject: Information request 23-4471 - Depots" + body, "23-4471"},
      {"Your request - 2024-088" + body, "2024-088"},
      {"Sample Trust\n\n7 June 2024\n\n2024-00217" + body, "2024-00217"},
      {"2 August 2024\n20441-EIR" + body, "20441-EIR"},
      {"Cyf: 2019/22" + body, "2019/22"},
      {"FOI: 7731-23" + body, "7731-23"},
      {"EIR: 30418" + body, "30418"},
      {"Sample Trust\n\n**FOI: 24-1733**" + body, "24-1733"},
      {"FOI: 2000" + body, ""},
      {"FOI: 24 questions on lifts" + body, ""},
      {"FOI: 3 June 2024" + body, ""},
      {"FOI: 01234 567 890" + body, ""},

      {"Sample Trust\n\n7 June 2024\n\n24-1733" + body, "24-1733"},
      {"Sample Trust\n\n7 June 2024\n\n611-24" + body, "611-24"},
      {"Sample Trust\n\n7 June 2024\n\nSM204417" + body, "SM204417"},
      {"Sample Trust\n\n7 June 2024\n\nF0031228" + body, "F0031228"},
      {"Sample Trust\n\n7 June 2024\nSMPL 4187Notice of refusal" + body, "SMPL 4187"},
      {"Sample Trust\n\nCase 4187 \u2013 internal review" + body, "4187"},
      {"Sample Trust\n\nYour request 2023-418" + body, "2023-418"},
      {"Sample Council\n\nRequest 30418 (received 17/02/2025)" + body, "30418"},
      {"From: FOI Team\nSubject: RE: Boiler house request 24.1733" + body, "24.1733"},
      {"From: FOI Team\nSubject: Internal review 611-24" + body, "611-24"},
      {"From: FOI Team\nSubject: Re: your request for a review, 2023-0418" + body, "2023-0418"},
      {"From: FOI Team\nSubject: SMPL 4187 - Vans and drivers" + body, "SMPL 4187"},
      {"Sample Fire Service\n\nSMP 4187 \u2013 Outcome of internal review" + body, "SMP 4187"},
      {"**Freedom of information disclosure: 2023-000418**" + body, "2023-000418"},
      {"Sample University\n\nFOI-R 2019/55" + body, "FOI-R 2019/55"},
      {"Sample Agency\n\nFOIR4187 (IR)" + body, "FOIR4187"},
      {"Our references: SMT-4187 and SMT-4188" + body, "SMT-4187"},

      {"Sample Trust\n\n2023-24" + body, ""},
      {"Sample Trust\n\n23-24" + body, ""},
      {"Sample Trust\n\nSC204417" + body, ""},
      {"Access to Information Policy\n\nSMP4187\n\nPolicy statement\n", ""},
      {"Dear A\n\nYour request 3000 vans was too wide" + body, ""},
      {"From: FOI Team\nSubject: Review 2023/24" + body, ""},
      {"From: FOI Team\nSubject: Internal review 2024" + body, ""},
      {"From: FOI Team\nSubject: NHS 1110 - calls answered" + body, ""},
      {"From: FOI Team\nSubject: BS 5837 - trees" + body, ""},
      {"From: FOI Team\nSubject: MRI 2024 - waits" + body, ""},
      {"Dear A\n\nIn case 12 of them were lost we looked again" + body, ""},

      {"Eich cyf: 2019/22" + body, ""},
      {"Cyf 2019 was a year" + body, ""},
      {"Your request - 2024-25" + body, ""},
      {"Your request - 2024-088 vans" + body, ""},
      {"Sample Trust\n\n2023-2024" + body, ""},
      {"Sample Trust\n\n2023/24" + body, ""},
      {"Sample Trust\n\n20441-B" + body, ""},
      {"From: FOI Team\nSubject: Depots 23-44" + body, ""},
      {"Appeal 3 was allowed" + body, ""},
      {"F23" + body, ""},
      {"Room F/23" + body, ""},
      {"Ward F23/0123 is shut" + body, ""},
      {"From: FOI Team\nSubject: RE: Parking at the depot [2024]" + body, ""},
      {"From: FOI Team\nSubject: RE: Parking at the depot [2 of 3]" + body, ""},
      {"There were vans at the depot [7700123]" + body, ""},
      {"Dear A\n\nThank you for your request. Reference is made to 12 vans.\n", ""},
      {"PO Box 2460" + body, ""},
      {"Sample Trust\nDX 412345 Sampletown" + body, ""},
      {"Your request: 12 lifts and when they were installed" + body, ""},
      {"Sample Trust\nTEL 01632 960123" + body, ""},
      {"Sample Trust\nBay 3/2011" + body, ""},
      {"Sample Trust\nISO 27001" + body, ""},
      {"EIR 5(2): Upheld" + body, ""},
      {"FOI 10: Complaint upheld" + body, ""},
      {"Reference number of your account: see below" + body, ""},
      {"Request number of copies: two" + body, ""},
      {"Ticket office hours: 9 to 5" + body, ""},
      {"Case number to follow" + body, ""},
      {"FOIA 2000" + body, ""},
      {"Refer to page 7" + body, ""},
      {"Our reference library holds 77 books" + body, ""},
      {body, ""},
      {"Your ref: 77" + body, ""},
      {"Dear A\n\nThank you for your request under the FOI Act 2000.\n", ""},
      {"Dear A\n\nThank you for your request under the Freedom of Information Act 2000.\n", ""},
      {"Dear A\n\nThank you for your FOI request of 3 May 2021.\n", ""},
      {"Dear A\n\nPlease quote the reference above in any reply.\n", ""},
      {"Tel: 01632 960123\nDate: 03/05/2021" + body, ""},
      {"Reference: to be confirmed" + body, ""},
      {"Ref: 03/05/2021" + body, ""},
      {"Dear A\n\nWe hold 2002 records of falls. With reference to question 3, none.\n", ""},
      {"", ""},
  };
  for (const auto& [text, expected] : cases) {
    const TestLetter letter(text);
    const auto found = find_reference(letter.letter, letter.sections, nullptr);
    EXPECT_EQ(found ? found->key : "", expected) << text;
    if (found) {
      EXPECT_EQ(letter.letter.view(found->where), found->key);
    }
  }
}

// As OCR reads them; in text that is the writer's own they are what they are.
TEST(FindReference, ReadFromPictures) {
  const std::string body = "\n\nDear Ms Testperson\n\nThank you for your request for information.\n";
  const std::pair<std::string, const char*> cases[] = {
      {"Our reference: FO! 05183/24" + body, "FOI 05183/24"},
      {"Our ref: FO! No: 11806" + body, "11806"},
      {"Our reference: FOI! 25/0318" + body, "FOI 25/0318"},
      {"Our ref: FOL/2025/0714" + body, "FOI/2025/0714"},
      {"Reference: FOW/24/196" + body, "FOI/24/196"},
      {"Ref: FO1/24-25/118" + body, "FOI/24-25/118"},
      {"1R/2024/090\n\nSample University" + body, "IR/2024/090"},
      {"Reference: 1C-318842-T4W7" + body, "IC-318842-T4W7"},
      {"FOI  1618" + body, "FOI 1618"},
      {"Our ref: FOLIO 2214" + body, "FOLIO 2214"},
      {"Our ref: REF1R/77" + body, "REF1R/77"},
  };
  for (const auto& [text, expected] : cases) {
    TestLetter scan(text);
    scan.pages.front().source = PageSource::kOcr;
    const Letter letter = join_pages(scan.pages);
    const auto found = find_reference(letter, scan.sections, nullptr);
    ASSERT_TRUE(found) << text;
    EXPECT_EQ(found->key, expected) << text;
  }
  const TestLetter typed("Our ref: FOL/2025/0714" + body);
  EXPECT_EQ(find_reference(typed.letter, typed.sections, nullptr)->key, "FOL/2025/0714");
}

TEST(FindReference, InitialsOfStaffAreToldApart) {
  const TestLetter letter("Our Ref: AB/CD FOI 4129\n\nDear A\n");
  const auto found = find_reference(letter.letter, letter.sections, nullptr);
  ASSERT_TRUE(found);
  EXPECT_EQ(letter.letter.view(found->initials), "AB/CD");
  const TestLetter none("Our Ref: HS/FOI/31506\n\nDear A\n");
  EXPECT_TRUE(find_reference(none.letter, none.sections, nullptr)->initials.empty());
}

TEST(FindReference, OnPublishedPages) {
  const std::pair<std::string, const char*> cases[] = {
      {"FI19999\n\nRequest\n\nPlease send the plan.\n\nResponse\n\nThe plan is attached.\n", "FI19999"},
      {"FOI Request - 24 Harbour Road\n\nRequest 101000139999\n\nWe request records.\n\nResponse 02-04-2013\n\nNot held.\n",
       "101000139999"},
      {"Files relating to FOI 201900009999: FOI release\n\nResponse\n\nIt is attached.\n", ""},
      {"Papers on request FOI/19/00022: FOI release\n- FOI reference\n- FOI/19/01999\n- Date received\n- 7 May "
       "2019\n\nResponse\n\nAttached.\n",
       "FOI/19/01999"},
      {"Request: FOI/13999\nSubject: Complaints\n\nWe do not hold it. In relation to request number 2, we hold none.\n", "FOI/13999"},

      {"Request number: 2\n\nDear A\n\nThank you for your request.\n", "2"},
      {"Dear A\n\nIn relation to request number 2, we hold none.\n", ""},
      {"FOI Request 24\n\nDear A\n\nThank you for your request.\n", "24"},
      {"Regarding your request FOI 4129\n\nDear A\n\nThank you.\n", "FOI 4129"},
      {"A4\n\nDear A\n\nThank you for your request.\n", ""},
      {"SAMPLE2024\n\nDear A\n\nThank you for your request.\n", ""},
      {"Dear A\n\nFI19999\n\nThank you for your request.\n", ""},
      {"Request 12 vans\n\nDear A\n\nThank you.\n", ""},

      // Alone on a line beside the letter's day.
      {"Sample Trust\n\n3 May 2023\n\n20331\n\nDear A\n\nThank you. Our number 5023467 was another.\n", "20331"},
      {"3 May 2023\n\n**01/24/2290**\n\nDear A\n\nThank you.\n", "01/24/2290"},
      {"DJ 2024-1183\n3 May 2023\n\nDear A\n\nThank you.\n", "DJ 2024-1183"},
      {"3 May 2023\n\nFS-Case-601774\n\nDear A\n\nThank you.\n", "FS-Case-601774"},
      {"3 May 2023\n\nF/7120 to F/7123\n\nDear A\n\nThank you.\n", "F/7120"},
      {"Sample City         14 August 2024\nCouncil             23681104\n                    Dear A\n\nThank you.\n", "23681104"},
      {"(771204)\n3 May 2023\n\nDear A\n\nThank you.\n", "771204"},
      {"3 May 2023\n\nSoB 20331\n\nDear A\n\nThank you.\n", "SoB 20331"},
      {"3 May 2023\n\nMuster 20331\n\nDear A\n\nThank you.\n", ""},
      {"3 May 2023\n\nRoom 20331\n\nDear A\n\nThank you.\n", ""},
      {"3 May 2023\n\nDear A\n\nSoB 20331 children live there\n\nThank you.\n", ""},
      {"Our file: LN-771\n3 May 2023\n\nDear A\n\nThank you.\n", "LN-771"},
      {"3 May 2023\nNumber: 24771\n\nDear A\n\nThank you.\n", "24771"},
      {"3 May 2023\n\nDear A\n\nThe number: 24771 of them.\n", ""},
      {"3 May 2023\n\nDear A\n\nOur file holds 24771 pages.\n", ""},
      {"3 May 2023\n\n2024\n\nDear A\n\nThank you.\n", ""},
      {"3 May 2023\n\nPO 20331\n\nDear A\n\nThank you.\n", ""},
      {"3 May 2023\n\n01632 960123\n\nDear A\n\nThank you.\n", ""},
      {"3 May 2023\n\nLN1 1DD\n\nDear A\n\nThank you.\n", ""},
      {"3 May 2023\n\nDear A\n\nThere were this many:\n\n20331\n\nYours sincerely\n", ""},
      // First in a subject or a title.
      {"From: FOI\nTo: A\nSubject: RE: 5520124 children's homes\n\nDear A\n\nThank you.\n", "5520124"},
      {"From: FOI\nTo: A\nSubject: DE-2024-0217\n\nDear A\n\nIts number there is EA-FOI-3391.\n", "DE-2024-0217"},
      {"12664: Senior pay\n\nAsked 10 February 2025\n\nNine.\n", "12664"},
      {"2021-0877 Waits\n\nAsked 10 February 2025\n\nNine.\n", "2021-0877"},
      {"3 May 2023\n\nDear A\n\n**ABC-26331b: lifts of the ward**\n\nThank you.\n", "ABC-26331b"},
      {"3 May 2023\n\nDear A\n\nSoB 20331 - Lifts\n\nThank you.\n", "SoB 20331"},
      {"3 May 2023\n\nDear A\n\nRUN-5000m: the race\n\nThank you.\n", ""},
      {"3 May 2023\n\nDear A\n\nHTM-0501b: fire doors\n\nThank you.\n", ""},
      {"3 May 2023\n\nDear A\n\nABC-2031a: the year\n\nThank you.\n", ""},
      {"3 May 2023\n\nDear A\n\nABC-26331bed: the ward\n\nThank you.\n", ""},
      {"From: FOI\nTo: A\nSubject: sampletown:20331744 Lifts\n\nDear A\n\nThank you.\n", "sampletown:20331744"},
      {"From: FOI\nTo: A\nSubject: RE: sampletown:20331744\n\nDear A\n\nOur ref: FOI 7\n", "FOI 7"},
      {"From: FOI\nTo: A\nSubject: lifts:2031 budget\n\nDear A\n\nThank you.\n", ""},
      {"From: FOI\nTo: A\nSubject: phone:2033174\n\nDear A\n\nThank you.\n", ""},
      {"From: FOI\nTo: A\nSubject: Lifts at sampletown:20331744\n\nDear A\n\nThank you.\n", ""},
      {"From: FOI\nTo: A\nSubject: Lifts\n\nDear A\n\nsampletown:20331744 is a key of our store.\n", ""},
      {"Internal review of 883120\n\nDear A\n\nThank you.\n", "883120"},
      {"From: FOI\nTo: A\nSubject: 2024 budget\n\nDear A\n\nThank you.\n", ""},
      {"12664 beds are open\n\nA report of the board.\n", ""},
      {"Request 07700900123\n\nDear A\n\nThank you.\n", ""},
  };
  for (const auto& [text, expected] : cases) {
    const TestLetter letter(text);
    const auto found = find_reference(letter.letter, letter.sections, nullptr);
    EXPECT_EQ(found ? found->key : "", expected) << text;
  }
}

TEST(FindReference, TheLog) {
  LogEntry log;
  log.reference = "FOI-4129";
  const TestLetter same("Our Ref: FOI 4129\n\nDear A\n"), other("Our Ref: FOI 4130\n\nDear A\n"), silent("Dear A\n\nThank you.\n");
  EXPECT_TRUE(find_reference(same.letter, same.sections, &log)->notes.empty());
  EXPECT_EQ(find_reference(other.letter, other.sections, &log)->notes.size(), 1u);
  EXPECT_EQ(find_reference(other.letter, other.sections, &log)->key, "FOI 4130");
  EXPECT_TRUE(find_reference(silent.letter, silent.sections, &log)->from_log);
}

TEST(SameReferenceKey, OneForAllSpellings) {
  for (const char* text : {"FOI 4129", "FOI-4129", "foi4129", "4129", "FOI: 4129", "Ref 4129"})
    EXPECT_EQ(same_reference_key(text), "4129") << text;
  EXPECT_NE(same_reference_key("FOI 4129/1"), "4129");
  EXPECT_NE(same_reference_key("RIF 4129"), "4129");
}

}  // namespace
}  // namespace foi::understand
