// What looks like a ground and is none. Each fragment is the authority's own text; none may claim anything.
#include <gtest/gtest.h>

#include "tests/unit/understand/cited.h"

namespace foi::understand {
namespace {

constexpr std::string_view kClaimNothing[] = {
    // Postcodes, rooms, models, roads.
    "The trust's office is at Calow, Chesterfield S44 5BL.",
    "Send it to Derbyshire Community, S40 3HW, please.",
    "Sheffield Children's, Western Bank, S10 2TH.",
    "Clinics are held at S36 1BQ, S41 8JZ and S43 3LJ.",
    "Southampton SO40 2TA is the new depot.",
    "The depot at S040 2TA opened in June.",
    "Our address is Unit 4, S35 2PW, where exempt goods are kept.",
    "Bays S31 to S44 are for ambulances.",
    "Bays s12 and s14 were closed for painting.",
    "Room s31 on the fourth floor was cleaned.",
    "Patients detained under s37 and s41 were moved.",
    "The S40 bus stops outside ward 12.",
    "We own nine Volvo S40 cars and two S60s.",
    // Mental Health Act.
    "In May, 31 patients were detained under section 2 and 43 under section 3.",
    "Patients on a section 37/41 order are counted under forensic.",
    "The section 136 suite was closed on 12 days.",
    "Section 12(2) approved doctors carried out 40 assessments.",
    "Nine people were on section 17 leave.",
    "Detentions under s.35, s.36, s.38 and s.48 MHA 1983 were nil.",
    "The number of Section 47 and Section 48 transfers from prison was 31.",
    "Section 117 aftercare costs are shared with the council.",
    "Section 42 of the Mental Health Act 1983 lets the Secretary of State lift restrictions.",
    "Those sectioned under sections 2 and 3 stayed 21 days on average.",
    "Hospital orders (s37) with restrictions (s41) rose to 43.",
    "An AMHP considered whether section 2 or section 3 should be used for the patient.",
    "Patients detained under Section 43 remained on the ward.",
    "Under section 40 of the MHA the order is an authority to convey.",
    // Other Acts.
    "The pooled budget is under section 75 of the NHS Act 2006.",
    "A section 106 agreement pays for the school.",
    "A duty arises under section 43 of the Crime and Disorder Act 1998.",
    "Section 47 enquiries under the Children Act 1989 numbered 212.",
    "A child in need under section 17 of the Children Act is counted once.",
    "Twelve children were accommodated under section 20.",
    "Under the Care Act 2014, section 42 enquiries rose by a tenth.",
    "A section 172 notice was sent under the Road Traffic Act 1988.",
    "The section 151 officer signed it off.",
    "The section 21 notice under the Housing Act 1988 was withdrawn.",
    "Section 188 redundancy notices were sent to unions.",
    "Powers in section 44 of the Terrorism Act 2000 were used nine times.",
    "Drivers were stopped under section 163 of that Act and section 41 of the Police Act.",
    "It was seized under sections 41 and 42 of the Police Act 1997.",
    "Licences under section 21 of the Highways Act 1980 were refused.",
    "Section 31 of the Local Government Act 2003 grants were received.",
    "Consent was refused under section 12 of the Licensing Act 2003.",
    "The Town and Country Planning Act 1990, section 42, was the basis for the refusal.",
    "NHS Act 2006, section 40 sets out the power.",
    "The Equality Act 2010 (section 31) interprets this.",
    "Notices under s.43 Environmental Protection Act 1990 were issued to nine firms.",
    "Section 36 applications under the Electricity Act 1989 are listed.",
    "The power to refuse entry is in section 38 Immigration Act 1971.",
    "Section 40 of the Employment Rights Act 1996 was not used.",
    "Section 33 of the Limitation Act lets a court disapply the limit.",
    "Regulation 28 reports from the coroner numbered two.",
    "Regulation 12 of the Health and Social Care Act 2008 (Regulated Activities) Regulations 2014 was breached.",
    "The inspectors found a breach of Regulation 13 (safeguarding).",
    "The Procurement Regulations, regulation 12, exclude it.",
    "Fees Regulations 4(3) sets the hourly rate.",
    "Article 8 of the Human Rights Act protects family life.",
    "Section 10 DPA 2018 covers health data.",
    "Under Schedule 2 of the Data Protection Act 2018 the police may ask.",
    "Section 7 of the Data Protection Act 1998 gave access to one's own file.",
    "The Irish body cited section 37 of the Freedom of Information Act 2014.",
    "In Ireland, section 36 of the FOI Act 2014 protects commercially sensitive information.",
    "Section 49 of the Licensing (Scotland) Act 2005 was applied to refuse it.",
    "The fire authority prohibited use under Article 31 of the Fire Safety Order.",
    "Rules 12 and 43 of the Prison Rules apply.",
    "The Access to Health Records Act 1990, section 3, lets relatives apply.",
    "The tenant applied under section 43 of the Landlord and Tenant Act.",
    "Refused under section 36 of the Children and Families Act 2014: nine.",
    "We may charge under section 93 of the Local Government Act 2003.",
    // Statutory instruments and references.
    "SI 2005 No. 1515 and S.I. 2004/3391 apply.",
    "Reference FOI 4129; ours is FOI 31 and yours FOI 19-436.",
    "See FOI-2024-043, FOI_9336, RFI 37513 and HWHCT-042.",
    "The Commissioner's notices FS50664722, FER0551773 and IC-45378-P6C4 do not help.",
    "Appeal EA/2022/0155 was dismissed.",
    "Case CAS-70721-Z7P3Y9 was closed.",
    // Parts of documents.
    "See section 12 of the policy.",
    "Section 40 of our contract deals with price.",
    "Clauses 31, 40 and 43 of the lease are exempt from the rent review.",
    "Please complete section 21 of the application form.",
    "Question 40 was not answered, and page 40 of 43 is blank.",
    "Paragraph 41 of this notice, annex 43 and table 36 say more.",
    "The safeguarding policy, section 43, was withdrawn in May.",
    "Discharge is dealt with in section 13.6 of the procedure.",
    "As to section 2.1 of your letter, we agree.",
    "Part 31, chapter 36 and appendix 40 are attached.",
    "Section 38 of the Standing Orders lets a member be excluded.",
    "See the Care Quality Commission's report at section 31.",
    "In section 44 of the annual report the board explains its losses.",
    "Under section 22 of the collective agreement the shift is refused.",
    "Section 12 of the tender was removed before it was published.",
    // Numbers.
    "In all, 31 staff were exempt and 43 were not.",
    "We paid £5.40(2 x £2.70) a ticket.",
    "There were 12(1 withdrawn) complaints and 40(2 upheld) compliments.",
    "The price was 5.40 for each exempt item.",
    "Tickets s.40,000 were sold.",
    "Ages 12, 14, 21, 31, 40 and 43 were counted.",
    "The vote was 31 to 43 and the exemption was lost.",
    "Tax exemption 1 and 2 apply to charities.",
    "S12 Solutions Limited is paid for assessments.",
    "Staff may claim an exemption in 12 cases.",
    "Of 43 exemptions requested by parents, 36 were refused.",
    // The Act's own duties, rights, and what may happen.
    "Section 1(1) of the Act gives you the right to be told.",
    "This letter is a notice under section 17 of the Act.",
    "Under section 16 we have a duty to advise and assist.",
    "We extended the time under section 10(3) of the Act.",
    "A fees notice under section 9 was sent.",
    "You may apply to the Commissioner under section 50.",
    "We follow the Code of Practice under section 45.",
    "Please note that section 12 allows an authority to refuse if the cost would exceed £450.",
    "Under section 12 of the Act, public authorities are not obliged to comply where the cost exceeds the limit.",
    "Some of what you ask for may be exempt under section 40 or section 43.",
    "If the cost limit is exceeded we may refuse your next request under section 12.",
    "A search of every file would probably be refused under section 12.",
    "Should further requests be made we might consider section 14(1).",
    "We reserve the right to apply section 14 in future.",
    "Unless an exemption such as section 40 applies, you will have it by Friday.",
    "The Act has exemptions, for instance in section 24 for national security.",
    "Section 43 is a qualified exemption.",
    "No exemptions have been applied to this response.",
    "We publish guidance on section 36 for our managers.",
    "Training on section 40 of the Freedom of Information Act was given to nine staff.",
    "How often section 14 was used is not recorded centrally.",
    "In 2022 we refused 31 requests under section 12 and 43 under section 40.",
    "Requests refused, by exemption: s.12 – 31, s.21 – 14, s.40 – 43.",
};

TEST(CitationFalseFriends, ClaimNothing) {
  for (std::string_view text : kClaimNothing) {
    const Record record =
        understand_text("Dear Enquirer,\n\nThank you for your request for information.\n\n" + std::string(text) + '\n').record;
    for (const Citation& c : record.exemptions) ADD_FAILURE() << c.id << ' ' << name_of(c.status) << " (" << c.rule << ") in: " << text;
  }
}

// Of another law altogether: not even mentioned.
constexpr std::string_view kNotMentioned[] = {
    "Patients on Section 117 aftercare are counted once.",
    "It was seized under sections 41 and 42 of the Police Act 1997.",
    "Section 40 of our contract deals with price.",
    "Bays S31 to S44 are for ambulances.",
    "Detentions under s.35, s.36, s.38 and s.48 MHA 1983 were nil.",
    "SI 2005 No. 1515 and S.I. 2004/3391 apply.",
    "A section 106 agreement pays for the school.",
    "Send it to Derbyshire Community, S40 3HW, please.",
    "In Ireland, section 36 of the FOI Act 2014 protects commercially sensitive information.",
};

TEST(CitationFalseFriends, AreNotMentionedEither) {
  for (std::string_view text : kNotMentioned) EXPECT_EQ(in_answer(text), "-") << text;
}

}  // namespace
}  // namespace foi::understand
