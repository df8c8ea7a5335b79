#include "indexer/understand/authority.h"

#include <gtest/gtest.h>

#include "tests/unit/understand/fixtures.h"

namespace foi::understand {
namespace {

AuthorityFinding find(std::string_view text, const LogEntry* log = nullptr, const char* date = nullptr, Kind kind = Kind::kResponse) {
  const TestLetter letter(text);
  return find_authority(letter.letter, letter.sections, kind, log, date ? parse_iso(date) : std::nullopt, builtin_reference(),
                        find_questions(letter.letter, letter.sections));
}

const std::string kBody =
    "\n\nDear Ms Testperson\n\nThank you for your request for information under the Freedom of Information Act 2000.\n\n"
    "You asked:\n\n1. How many lifts are there?\n\nThere are twelve lifts.\n\n";

struct Case {
  const char* what;
  std::string text;
  const char* id;  // "" for none
};

TEST(FindAuthority, FromTheLetterAlone) {
  const Case cases[] = {
      {"name in the letterhead", "Barts Health NHS Trust\n" + kBody + "Yours sincerely\n\nFOI Team\n", "R1H"},
      {"name over three lines", "Mersey and West Lancashire\nTeaching Hospitals\nNHS Trust\n" + kBody, "RBN"},
      {"name over lines beside an address",
       "A Testperson                                   Mersey and West Lancashire\n1 Sample Road                                        "
       "Teaching Hospitals\n"
       "Anytown                                                       NHS Trust\n" +
           kBody,
       "RBN"},
      {"ampersand and curly apostrophe", "Guy’s & St Thomas’ NHS Foundation Trust\n" + kBody, "RJ1"},
      {"another legal ending", "Whittington Health NHS Foundation Trust\n" + kBody, "RKE"},
      {"name in the signature", kBody + "Yours sincerely\n\nFOI Team\nWhittington Health NHS Trust\n", "RKE"},
      {"the letter speaks of itself", kBody + "I can confirm that Whittington Health NHS Trust holds this.\n\nYours sincerely\n", "RKE"},
      {"web domain, mixed case", "www.MerseyWestLancs.nhs.uk\n" + kBody, "RBN"},
      {"sub-domain", "foi@mail.uhb.nhs.uk\n" + kBody, "RRK"},
      {"shared mail service, own prefix", "asp-tr.foi@nhs.net\n" + kBody, "RTK"},
      {"FOI office that no list of sites knows", "Sid Watkins Building\nLower Lane\nLiverpool L9 7BB\n" + kBody, "RET"},
      {"council by name", "Sheffield City Council\nTown Hall\n" + kBody, "sheffield-city-council"},
      {"police by domain", "foi@merseyside.police.uk\n" + kBody, "merseyside-police"},
      {"longer name wins over the one inside it", "North East London NHS Foundation Trust\n" + kBody, "RAT"},
      {"footer of a page that ends in the request", kBody + "2. And how many stairs?\n\nWhittington Health NHS Trust\n\f3. And doors?\n",
       "RKE"},

      {"a board by its letters, before its address",
       kBody + "All the best\nA Writer\nFOI Officer\nNHS South Yorkshire ICB, 7 Sample Street, Sampletown\n",
       "nhs-south-yorkshire-integrated-care-board"},
      {"it responds", "Dear A\n\nRe your request. NHS Forth Valley\nresponds as follows.\n\nThere are twelve lifts.\n", "nhs-forth-valley"},

      {"nothing", kBody, ""},
      {"a board in a sentence", kBody + "NHS South Yorkshire ICB, 3 years ago, asked for lifts of its own.\n\nYours sincerely\n", ""},
      {"one that shares its office",
       "South Ribble Borough Council\n" + kBody + "Information Team\nChorley Council, Town Hall, 7 Sample Street, Sampletown\n",
       "south-ribble-borough-council"},
      {"another that responded", kBody + "In its survey NHS Forth Valley responds to that.\n\nYours sincerely\n", ""},
      {"shared mail service only", "anything.else@nhs.net\n" + kBody, ""},
      {"only the request names a body",
       "Response\n\nYou asked:\n\nI would like to know how many lifts there are in the Whittington Health NHS Trust buildings and "
       "stairs.\n\n1. How many?\n",
       ""},
      {"another trust compared with",
       kBody + "We looked at a report on lifts that Barts Health NHS Trust once commissioned for itself.\n\nYours sincerely\n", ""},
      {"the Commissioner's address",
       kBody + "If you are not content you may complain to the Information Commissioner's Office, Wycliffe House, Water Lane, Wilmslow, "
               "SK9 5AF "
               "www.ico.org.uk\n",
       ""},
      {"a postcode inside a longer one", "Unit 1, SL9 7BB\n" + kBody, ""},
      {"a hospital's postcode that trusts share is too little", "L9 7BB\n" + kBody, ""},
      {"a section that looks like a postcode", "S44\n" + kBody, ""},
      {"a supplier's site", "www.infreemation.co.uk\n" + kBody, ""},
      {"a town", "St Helens\n" + kBody, ""},
  };
  for (const Case& c : cases) {
    const AuthorityFinding found = find(c.text);
    EXPECT_EQ(found.best ? found.best->id : "", c.id) << c.what;
    if (found.best) {
      EXPECT_GE(found.best->confidence, 0.5) << c.what;
      EXPECT_FALSE(found.evidence.empty()) << c.what;
    }
  }
}

TEST(FindAuthority, InMoreForms) {
  const std::string mail = "\n\nDear Ms Testperson\n\nThank you for your request. There are twelve lifts.\n\nKind regards\n\nFOI Team\n";
  const Case cases[] = {
      {"the sender of a mail", "From: Requests <foi@sheffield.gov.uk>\nTo: A\nSubject: lifts" + mail, "sheffield-city-council"},
      {"the name beside the sender's mailbox",
       "From: SCAS FOI (SOUTH CENTRAL AMBULANCE SERVICE NHS FOUNDATION TRUST)\nTo: A\nSubject: lifts" + mail, "RYE"},
      {"name on the left with an address on the right between its lines",
       "Scottish Environment                                   1 Sample House\n"
       "                                                       Sample Park\n"
       "Protection Agency                                      Anytown\n" +
           kBody,
       "scottish-environment-protection-agency"},
      {"a board without the letters of the service", "North East and North Cumbria Integrated Care Board\n" + kBody,
       "nhs-north-east-and-north-cumbria-integrated-care-board"},
      {"a name in two languages", "Cyngor Sir Powys County Council\n" + kBody, "powys-county-council"},
      {"held by the writer", kBody + "This is held by Whittington Health NHS Trust.\n\nYours sincerely\n", "RKE"},

      {"the head outweighs a body to ask instead",
       "NHS Resolution\n\nDear A\n\nNHS Norfolk and Waveney Integrated Care Board holds that.\n\nYours sincerely\n", "nhs-resolution"},
      {"its own mailbox, to ask for a review",
       kBody + "If you are not satisfied, please e-mail paht.FOI@nhs.net and put internal review in the subject.\n\nA Person\n", "RQW"},
      {"the head office with its building and postcode", "Duncan Macmillan House\nPorchester Road\nMapperley\nNottingham NG3 6AA\n" + kBody,
       "RHA"},

      {"the last words of a sentence", kBody + "The fences needed consent, which\nyou'll find at Natural England.\n\nYours sincerely\n",
       ""},
      {"another's mailbox, to ask it instead", kBody + "Please write to paht.FOI@nhs.net, who hold it.\n\nYours sincerely\n", ""},
      {"the Commissioner's address after a review",
       kBody + "For an internal review write to us. After it: Information Commissioner, Wycliffe House, Wilmslow SK9 5AF.\n", ""},
      {"the requester of a mail works for a council",
       "From: A Person <a.person@example.org>\nTo: foi@sheffield.gov.uk\nSubject: lifts" + mail, ""},
      {"published by another body",
       "www.south-wales.police.uk\n" + kBody + "The figures are published by the Home Office each year.\n\nYours sincerely\n",
       "south-wales-police"},
      {"what another body holds", "Barts Health NHS Trust\n" + kBody + "NHS England publishes that. See www.england.nhs.uk for it.\n",
       "R1H"},
      {"only what another body holds", kBody + "NHS England publishes that.\n\nYours sincerely\n", ""},
      {"the town of an address", "1 Sample Street\nSunderland\nSR1 1AA\n" + kBody, ""},
      {"a town that has a council and a hospital", "Sample House\nBolton\n" + kBody, ""},
  };
  for (const Case& c : cases) {
    const AuthorityFinding found = find(c.text);
    EXPECT_EQ(found.best ? found.best->id : "", c.id) << c.what;
  }
}

TEST(FindAuthority, WhatAnswersAQuestion) {
  const std::string more = "\n2. How many are there?\n14\n\nYours sincerely\n";
  const std::string greeting = "Dear Ms Testperson\n\n";
  const Case cases[] = {
      {"a supplier under its question",
       "Whittington Health NHS Trust\n" + greeting + "1. Who supplies the gloves?\nNHS Supply Chain" + more, "RKE"},
      {"bodies that share",
       "Whittington Health NHS Trust\n3 March 2025\n\nQuestion 1: Which bodies share it?\n" +
           std::string("Sheffield City Council and Merseyside Police\n\nQuestion 2: Who inspects it?\nCare Quality Commission\n"),
       "RKE"},
      {"the only body named", greeting + "1. Who maintains the lifts?\nSheffield City Council" + more, ""},
      {"behind its question", greeting + "1. Who mends it? Sheffield City Council" + more, ""},

      {"the writer's name asked for", greeting + "1. What is the name of your Trust?\nWhittington Health NHS Trust" + more, "RKE"},
      {"the writer says what it holds", greeting + "1. Who keeps the list?\nThis is held by Whittington Health NHS Trust." + more, "RKE"},
      {"the letterhead below", greeting + "1. How many lifts are there?\nTwelve\n\nYours sincerely\n\nFOI Team\nSheffield City Council\n",
       "sheffield-city-council"},
      {"a footer under the last question of a page",
       kBody + "2. And how many stairs?\nWhittington Health NHS Trust\n\f3. And doors?\n\nNone\n", "RKE"},
  };
  for (const Case& c : cases) {
    const AuthorityFinding found = find(c.text);
    EXPECT_EQ(found.best ? found.best->id : "", c.id) << c.what;
  }
}

TEST(FindAuthority, WhomTheLetterOnlyPointsTo) {
  const std::string own = "Sheffield City Council\n" + kBody;
  const Case cases[] = {
      {"who might hold it", kBody + "This information is not held. It would be held by Kent Police.\n\nYours sincerely\n", ""},
      {"who is likely to", kBody + "It is likely to be held by the Home Office.\n\nYours sincerely\n", ""},
      {"whom to ask, with the address",
       kBody + "All of it is held by the Home Office. Requests can be made to:\nHome Office\n2 Sample Street\nAnytown\n\nYours sincerely\n",
       ""},
      {"the address stands apart",
       kBody + "We do not hold it. Requests should be sent on; requests can be made to:\n\nHome Office\n2 Sample Street\n", ""},
      {"whom you may wish to contact", kBody + "You may wish to contact:\nHome Office\n2 Sample Street\n", ""},
      {"a mailbox to ask instead", kBody + "We suggest you contact the county:\nfoi@kent.gov.uk\n", ""},
      {"the title tells with whom they wrote", "Correspondence with NHS Borders: FOI release\n" + kBody, ""},
      {"the title tells of what", "NHS Lothian lifts: EIR release\n" + kBody, ""},
      {"the title of a review", "Letters between the Agency and Police Scotland: FOI Review\n" + kBody, ""},
      {"the subject of a request", "Subject: Lifts at Kent Police\n" + kBody, ""},
      {"a subject that is a request", "Subject: Request for information to Kent Police\n" + kBody, "kent-police"},
      {"a title without a colon", "Contracts between Kent Police and suppliers\n" + kBody, ""},

      {"the writer beside another", own + "It would be held by Kent Police.\n", "sheffield-city-council"},
      {"the writer holds it", kBody + "I can confirm that this is held by Kent Police.\n\nYours sincerely\n", "kent-police"},
      {"where to ask for a review",
       kBody + "If you are dissatisfied, requests can be made for an internal review to:\nKent Police\n1 Sample Street\n", "kent-police"},
      {"an office that most bodies have", kBody + "To request a review, write to the Executive Office, 1 Sample Street, Anytown.\n", ""},
      {"the response of the body", "Response from Kent Police\n" + kBody, "kent-police"},
      {"a request to the body", "Freedom of Information request to Kent Police\n" + kBody, "kent-police"},
      {"a log of the body", "Kent Police: FOI disclosure log\n" + kBody, "kent-police"},
  };
  for (const Case& c : cases) {
    const AuthorityFinding found = find(c.text);
    EXPECT_EQ(found.best ? found.best->id : "", c.id) << c.what;
  }
}

TEST(FindAuthority, WhoAnswersInASentence) {
  const std::string answer = "\n\nDear Ms Testperson\n\nThank you for your request. Our response is below.\n\nResponse\n\n",
                    signed_off = "\n\nYours sincerely\n";
  const Case cases[] = {
      {"decided", answer + "NHS Blood and Transplant decided to withhold the plans under section 43." + signed_off,
       "nhs-blood-and-transplant"},
      {"has decided not to", answer + "The Scottish Government has decided not to disclose this." + signed_off, "scottish-government"},
      {"held and released", answer + "Companies House held some of the information and released it." + signed_off, "companies-house"},
      {"does hold", answer + "The Welsh Government does hold this information." + signed_off, "welsh-government"},
      {"is not obliged", answer + "Kent Police is not obliged to provide this information." + signed_off, "kent-police"},
      {"by initials", answer + "DVLA decided to withhold the plans." + signed_off, "driver-and-vehicle-licensing-agency"},
      {"is required by the Act",
       answer + "Section 17 of the Act requires Kent Police, when refusing to provide it, to give a notice." + signed_off, "kent-police"},
      {"neither confirms nor denies", answer + "Kent Police can neither confirm nor deny that it holds this." + signed_off, "kent-police"},
      {"searched itself", answer + "Searches were conducted within Kent Police to locate it." + signed_off, "kent-police"},
      {"processed the request", answer + "We write as the Scottish Police Authority has processed your request." + signed_off,
       "scottish-police-authority"},
      {"a team by initials at the head", "DVLA Central Freedom of Information Team\nSample House\n" + answer,
       "driver-and-vehicle-licensing-agency"},
      {"a review by the body itself",
       answer +
           "If you are dissatisfied you may ask for an internal review: write to the Chief Executive, Barts Health NHS Trust, Anytown.\n",
       "R1H"},

      {"ends the review", answer + "This completes the internal review process by the Home Office." + signed_off, "home-office"},

      {"publishes", answer + "NHS Blood and Transplant publishes such plans." + signed_off, ""},
      {"holds that, in words of no answer", answer + "NHS Blood and Transplant holds meetings every month." + signed_off, ""},
      {"held a meeting", answer + "NHS Blood and Transplant held the meeting in Leeds." + signed_off, ""},
      {"released a report long ago", answer + "Companies House released the report in 2012." + signed_off, ""},
      {"decided something else", answer + "The Scottish Government decided to build the lift." + signed_off, ""},
      {"released for another", answer + "Companies House has a shop." + signed_off, ""},
      {"another is to be asked", answer + "Companies House holds this information. You may wish to contact them." + signed_off, ""},
      {"two bodies answer", answer + "Companies House held some of it. The Met Office held the rest of it." + signed_off, ""},
      {"two bodies decide", answer + "Companies House decided to withhold this. The Met Office decided to release this." + signed_off, ""},
      {"the writer is known", "Barts Health NHS Trust\n" + answer + "Companies House decided to withhold this." + signed_off, "R1H"},
      {"the writer's mailbox is known", "foi@sheffield.gov.uk\n" + answer + "Companies House decided to withhold this." + signed_off,
       "sheffield-city-council"},
      {"in the request", "Response\n\nYou asked:\n\nCompanies House decided to withhold the plans. Why?\n\nWe do not know.\n", ""},
      {"the Commissioner decided", answer + "The Information Commissioner's Office decided to disclose this." + signed_off, ""},
      {"a team of another in a sentence", answer + "We asked the DVLA Freedom of Information Team about it last year." + signed_off, ""},
      {"initials shared by many", "SFRS Freedom of Information Team\n" + answer, ""},
      {"searches of another", answer + "Searches within Kent Police were not possible." + signed_off, ""},
  };
  for (const Case& c : cases) {
    const AuthorityFinding found = find(c.text);
    EXPECT_EQ(found.best ? found.best->id : "", c.id) << c.what;
  }
}

TEST(FindAuthority, UniversitiesBroadcastersAndOthers) {
  const Case cases[] = {
      {"a university", "University of Oxford\nSample Street\n" + kBody, "university-of-oxford"},
      {"a college of a federal university", "Royal Holloway, University of London\n" + kBody, "royal-holloway-university-of-london"},
      {"its address alone", "Paisley Campus\nPA1 2BE\n" + kBody, "university-of-the-west-of-scotland"},
      {"a hospital trust that begins with its name", "Oxford University Hospitals NHS Foundation Trust\n" + kBody, "RTH"},
      {"a broadcaster", "British Broadcasting Corporation Broadcast Centre\n" + kBody, "british-broadcasting-corporation"},
      {"transport", kBody + "Yours sincerely\n\nFOI Case Officer\nTransport for London\n", "transport-for-london"},
      {"a commissioner is not the police", "Kent Police and Crime Commissioner\n" + kBody, "police-and-crime-commissioner-for-kent"},
      {"a commissioner's office", "Office of the Police and Crime Commissioner for Kent\n" + kBody,
       "police-and-crime-commissioner-for-kent"},

      {"a graduate's signature", kBody + "She studied at the University of Oxford.\n\nYours sincerely\n", ""},
      {"news told by a broadcaster", kBody + "See www.bbc.co.uk for the news of it.\n\nYours sincerely\n", ""},
      {"an ombudsman at the foot", "Sheffield City Council\n" + kBody + "Housing Ombudsman\nSample House\n", "sheffield-city-council"},
      {"initials that mean something else", kBody + "The NDA and the HCA were signed.\n\nYours sincerely\n", ""},
      {"an education authority of long ago", "Local Education Authority\n" + kBody, ""},
  };
  for (const Case& c : cases) {
    const AuthorityFinding found = find(c.text);
    EXPECT_EQ(found.best ? found.best->id : "", c.id) << c.what;
  }
}

TEST(FindAuthority, WhoStandsOverIt) {
  const Case cases[] = {
      {"a footer with its parent",
       kBody + "Yours sincerely\n\nFOI Team\n\nNorthern Ireland Blood Transfusion Service. A special agency of the Department of Health.\n",
       "northern-ireland-blood-transfusion-service"},
      {"an executive agency at the head",
       "Driver and Vehicle Standards Agency\nAn executive agency of the Department for Transport\n" + kBody,
       "driver-and-vehicle-standards-agency"},
      {"whom a regulator regulates", "Barts Health NHS Trust\nRegulated by the Care Quality Commission\n" + kBody, "R1H"},
      {"who pays", "Sport England\nSponsored by the Department for Culture, Media and Sport\n" + kBody, "sport-england"},

      {"only its parent is named", "An executive agency of the Department for Transport\n" + kBody, ""},
      {"the parent itself", "Department for Transport\nThe agency is another body.\n" + kBody, "department-for-transport"},
      {"an office of it", "Freedom of Information Unit of the Department for Transport\n" + kBody, "department-for-transport"},
      {"held by it", kBody + "I can confirm that this is held by the Department for Transport.\n\nYours sincerely\n",
       "department-for-transport"},
  };
  for (const Case& c : cases) {
    const AuthorityFinding found = find(c.text);
    EXPECT_EQ(found.best ? found.best->id : "", c.id) << c.what;
  }
}

TEST(FindAuthority, ByInitialsAndAddressesOfMails) {
  const std::string mail = "\n\nDear Ms Testperson\n\nThank you for your request. There are twelve lifts.\n\n",
                    thread =
                        "\n-----Original message-----\nFrom: A Person\nSent: 3 May 2024 10:15\nTo: FOI\nSubject: lifts\n\n"
                        "Hello\n\nHow many lifts are there, and how many stairs, and since when?\n"
                        "And please say who looks after them, and what that costs each year.\nThanks\nA Person\n";
  std::string long_thread = thread;
  for (int i = 0; i < 30; ++i) long_thread += "I would also like to know about the lifts of that building.\n";
  const Case cases[] = {
      {"initials in small letters and capitals label the number", "27 May 2031\n\nTfL reference: FOI-22-7\n" + kBody,
       "transport-for-london"},
      {"and without a mark", "DfE ref no FOI22\n" + kBody, "department-for-education"},
      {"the office of such initials", "TfGM Freedom of Information Team\n" + kBody, "transport-for-greater-manchester"},
      {"a sender by its short name", "From: Requests, North East CA\nTo: A\nSubject: lifts" + mail, "north-east-combined-authority"},
      {"an address in which a town has small words",
       mail + "Best\nA Writer\nFOI Officer\n\nNorth East Combined Authority, 7 Sample Way, Newcastle upon Tyne NE4 5BZ\n",
       "north-east-combined-authority"},
      {"an address over the messages it answers",
       "From: A Writer" + mail + "A Writer\nFOI Officer\nHM Land Registry, 7 Sample Way, Stoke-on-Trent\n" + long_thread,
       "hm-land-registry"},

      {"another's number", "TfL reference: 22-7\n" + kBody, ""},
      {"the Commissioner's number", "ICO reference: FOI-22-7\n" + kBody, ""},
      {"the same letters written otherwise", "TFL reference: FOI-22-7\n" + kBody, ""},
      {"initials in a sentence", kBody + "The lifts of TfL are like these, and the MoD has more.\n\nYours sincerely\n", ""},
      {"a reference to it", kBody + "We had reference to TfL and DfE guidance.\n\nYours sincerely\n", ""},
      {"a sender whose name is a county's", "From: Anna Kent\nTo: A\nSubject: lifts" + mail, ""},
      {"a sentence that begins with it",
       mail + "North East Combined Authority, in 2031, asked for lifts of its own upon the works.\n\nYours sincerely\n", ""},
      {"named by who asked",
       "From: A Writer" + mail + "A Writer\n" + thread + "\nI used to work for HM Land Registry, and its lifts in Croydon were new.\n", ""},
  };
  for (const Case& c : cases) {
    const AuthorityFinding found = find(c.text);
    EXPECT_EQ(found.best ? found.best->id : "", c.id) << c.what;
  }
}

TEST(FindAuthority, AnAttachmentIsClaimedForTheOneBodyItNames) {
  const std::string own = "Lift Policy\nBarts Health NHS Trust\n\nBarts Health NHS Trust looks after its lifts.\n";
  EXPECT_EQ(find(own, nullptr, nullptr, Kind::kAttachment).best->id, "R1H");
  const std::string joint = own + "It was agreed with Sheffield City Council. Sheffield City Council pays.\n";
  EXPECT_FALSE(find(joint, nullptr, nullptr, Kind::kAttachment).best);
  LogEntry log;
  log.authority = "R1H";
  EXPECT_EQ(find(joint, &log, nullptr, Kind::kAttachment).best->id, "R1H") << "the publisher's log says whose it is";
  EXPECT_EQ(find(joint, nullptr, nullptr, Kind::kResponse).best->id, "R1H") << "a letter names whom it likes";
}

TEST(FindAuthority, NoticesAreTheCommissioners) {
  const std::string notice =
      "Decision notice\n\nPublic authority: Sheffield City Council\n\nThe Commissioner's decision is that it was not held.\n";
  EXPECT_EQ(find(notice, nullptr, nullptr, Kind::kIcoDecision).best->id, "information-commissioners-office");
  EXPECT_EQ(find("Scottish Information Commissioner\n" + notice, nullptr, nullptr, Kind::kIcoDecision).best->id,
            "scottish-information-commissioner");
  EXPECT_EQ(
      find("Decision 117/2031\nThe Council withheld it under section 30(c) of FOISA.\n" + notice, nullptr, nullptr, Kind::kIcoDecision)
          .best->id,
      "scottish-information-commissioner");
  const std::string applied = "Decision Notice 117/2031\nThe Applicant applied to the Commissioner under section ";
  EXPECT_EQ(find(applied + "47(1).\n" + notice, nullptr, nullptr, Kind::kIcoDecision).best->id, "scottish-information-commissioner");
  EXPECT_EQ(find(applied + "50(1).\n" + notice, nullptr, nullptr, Kind::kIcoDecision).best->id, "information-commissioners-office");
  EXPECT_FALSE(find("Sheffield City Council\n" + notice, nullptr, nullptr, Kind::kTribunalDecision).best);
}

TEST(FindAuthority, TwoNamesOfEqualWeightGiveCandidates) {
  const AuthorityFinding found = find("Barts Health NHS Trust\nWhittington Health NHS Trust\n" + kBody);
  EXPECT_FALSE(found.best);
  ASSERT_EQ(found.candidates.size(), 2u);
  EXPECT_EQ(found.candidates[0].score, found.candidates[1].score);
}

TEST(FindAuthority, NameOnTheLettersDate) {
  const std::string letter = "www.merseywestlancs.nhs.uk\n" + kBody;
  const auto before = find(letter, nullptr, "2022-03-01").best;
  ASSERT_TRUE(before);
  EXPECT_EQ(before->name, "St Helens and Knowsley Teaching Hospitals NHS Trust");
  EXPECT_EQ(before->name_now, "Mersey and West Lancashire Teaching Hospitals NHS Trust");
  EXPECT_EQ(find(letter, nullptr, "2024-03-01").best->name, "Mersey and West Lancashire Teaching Hospitals NHS Trust");
}

TEST(FindAuthority, ClosedBodiesKeepTheirIdAndNameTheirSuccessor) {
  const auto then = find("Solent NHS Trust\n" + kBody, nullptr, "2021-05-01").best;
  ASSERT_TRUE(then);
  EXPECT_EQ(then->id, "R1C");
  EXPECT_EQ(then->id_now, "RW1");
  EXPECT_EQ(then->name_now, "Hampshire and Isle of Wight Healthcare NHS Foundation Trust");
  EXPECT_EQ(find("Solent NHS Trust\n" + kBody, nullptr, "2025-05-01").best->id, "RW1");
}

TEST(FindAuthority, BodiesThatBecameOneAnotherDoNotCompete) {
  const auto found = find("Solent NHS Trust\nfrom 1 October part of Hampshire and Isle of Wight Healthcare NHS Foundation Trust\n" + kBody);
  ASSERT_TRUE(found.best);
  EXPECT_EQ(found.best->id_now, "RW1");
}

TEST(FindAuthority, TheLogCounts) {
  LogEntry log;
  log.authority = "Whittington Health NHS Trust";
  EXPECT_EQ(find(kBody, &log).best->id, "RKE");
  log.authority = "RKE";
  EXPECT_EQ(find(kBody, &log).best->id, "RKE");

  log.authority = "Anytown Parish Council";
  const AuthorityFinding unknown = find(kBody, &log);
  ASSERT_TRUE(unknown.best);
  EXPECT_EQ(unknown.best->id, "anytown-parish-council");
  EXPECT_EQ(unknown.notes.size(), 1u);
}

TEST(FindAuthority, ALogThatSaysOtherwiseIsNoted) {
  LogEntry log;
  log.authority = "Whittington Health NHS Trust";
  const AuthorityFinding found = find("Barts Health NHS Trust\n" + kBody, &log);
  EXPECT_FALSE(found.best) << "12 against 10 is no lead";
  ASSERT_EQ(found.notes.size(), 1u);
  EXPECT_NE(found.notes[0].find("log"), std::string::npos);
}

TEST(FindAuthority, EmptyText) {
  EXPECT_FALSE(find("").best);
  EXPECT_FALSE(find("\f\f\n").best);
}

}  // namespace
}  // namespace foi::understand
