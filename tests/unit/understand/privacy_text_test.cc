#include "tests/unit/understand/privacy_cases.h"

namespace foi::understand {
namespace {

TEST(Sentences, NamePeople) {
  check_masked_after_opening({
      "That reply, which was signed by {Quentilla Oakapple}, is reprinted.\n",
      "I have discussed this with {Quentilla Oakapple} in Estates.\n",
      "I spoke to {Quentilla Oakapple} on 3 May.\n",
      "The file was assigned to {Quentilla Oakapple}.\n",
      "My colleague {Quentilla Oakapple} will reply.\n",
      "It was submitted on behalf of {Quentilla Oakapple} last year.\n",
      "The letter was handled by {Quentilla Oakapple}, and later by {Otho Quillfeather}, Records Manager.\n",
      "{Sandra Oakapple} has looked at it again.\n",
      "We asked {Susan Hill} and {Peter Marsh} for their notes.\n",
      "{Mr Oakapple} and {Mrs J Quillfeather} were present.\n",
      "Is {Mr ignatius Oakapple}, who runs the boatyard, held to have asked?\n",
      "Mr will not be put in the form; Ms may Stand alone.\n",
      "{Dr Oakapple-Lane} saw the patient.\n",
      "{Prof. Quillfeather} led the study.\n",
      "PC {Quillfeather} attended with Sgt {Oakapple}.\n",
      "Staff Nurse {Quillfeather} wrote the note.\n",
      "{Quentilla Oakapple} told us that the lift was old.\n",
      "The patient, {Quentilla Oakapple}, was moved.\n",
      "my neighbour {Erasmus Oakapple} of {8 Mill Row}\n",
      "what surveillance have you got on {Quentilla Oakapple} of {8 Mill Row}\n",
      "the late {Quentilla Oakapple}\n",
      "We sent the notes of {Iolanthe Quill-Vey} to Estates.\n",
      "A discussion between {Jendayi Oakapple} and {Iolanthe Quill-Vey} settled it.\n",
      "{Drs Oakapple} were there.\n",
      "The review was conducted by {Aoife Quillfeather} in June.\n",
      "It concerns {Quentilla Oakapple}, 43, of Sampletown.\n",
      "The records of {Quentilla Oakapple}, my neighbour, are asked for.\n",
      "{Quentilla Oakapple}'s husband called the ward.\n",
      "For the council: {Quentilla Oakapple} of counsel.\n",
      "It was seen by {Quentilla Oakapple}, a former nurse here.\n",
      "{Quentilla Oakapple} lived there until May.\n",
      "{Mohammed Oakapple}, {Agnieszka Quillfeather} and {Chinedu Quill} made up the panel.\n",
  });
}

// Lines of a letter break where they will.
TEST(Sentences, NamePeopleOverTwoLines) {
  check_masked_after_opening({
      "I had nothing to do with that reply, which was sent by {Averil\nOakapple}, Parking Services.\n",
      "I had nothing to do with that reply, which was sent by {Averil Oakapple},\nParking Services.\n",
      "The first letter to you was drafted by {Quentilla\nOakapple} of Highways.\n",
      "The search was handled in June by {Quentilla\nOakapple-Lane}, who has since left.\n",
      "All that we hold on this was checked by {Susan\nHill} in Estates.\n",
      "It was then looked at again in May by {Ms\nOakapple}, who agreed.\n",
      "The first letter was late and short. {Sandra\nOakapple} has looked at it again.\n",
      "> I have asked for this before and was told by {Zenobia\n> Quillfeather} that it exists.\n",
  });
  check_masked({"I write for a paper and my name is {Zenobia\nQuillfeather}. How many lifts are there?\n"});
}

TEST(Sentences, BreakAfterWhatIsNoName) {
  check_masked_after_opening({
      "The accounts of that year were audited by Grant\nThornton, as the law asks.\n",
      "The fittings of the ward were supplied by Martin\nQuill Recruitment in May.\n",
      "The works closed the whole of Charlotte\nStreet for two weeks.\n",
      "The event was held by the band in Victoria\nPark last year.\n",
      "The clinic has moved to the new Edith\nCavell Building, off the ring road.\n",
      "The figures were sent to us by Sample\nBorough Council in June.\n",
      "The audit of that year was conducted by Internal\nAudit, as always.\n",
      "The drugs that were switched are Humira,\nStelara and Ozempic.\n",
      "The ward was told to stop using Zentra\nQuarrix, as it was too dear.\n",
      "The patients were moved by Acorn\nWard to the new wing.\n",
      "Heavy plant is kept by the team at Milton\nKeynes and by nobody else.\n",
      "Mary\nQuarrix House\n",
      "Will\nThere be more?\n",
  });
}

TEST(Sentences, NameColleaguesByTheirFirstNames) {
  check_masked_after_opening({
      "{Tamsin}'s reply of 1 September said so, for the reason that {Tamsin} gave.\n",
      "I have read {Otto}\xE2\x80\x99s letter and agree with it.\n",
      "{Sandra}'s email of 4 May went too far.\n",
      "The Trust's reply of 1 September said so, and the Sampletown's letter too.\n",
      "Lloyd's reply and Maggie's response are attached.\n",
      "Chester's answer, Lincoln's letter and May's response are attached.\n",
      "King Charles's letter and St Andrew's reply are in the archive.\n",
      "Humira's message, Quarrix's note and Zentra's reply to the tender.\n",
      "Martha's Rule, Sarah's Law and Clare's Law requests.\n",
      "Anne's Reply Service\n",
  });
}

// Whom a request asks after need have no first name that is known: only people are cautioned, and nurses are people.
TEST(Sentences, AskAfterPeople) {
  check_masked_after_opening({
      "Was {Barnabus Oakapple} given a caution for it?\n",
      "Has {Melisandra Quillfeather} (Mill Row) been reported to the police?\n",
      "1 - has {Melisandra Quillfeather} been arrested\n",
      "Were {Jocelin Oakapple} and others ever charged?\n",
      "How many complaints were made about staff nurse {Jocelin Oakapple}?\n",
      "A complaint about constable {Jocelin Oakapple} was upheld.\n",
      "Has Oak Ward been closed?\n",
      "Was Quillfeather Road closed for the works?\n",
      "Was Grant Thornton employed as auditor?\n",
      "Has Oakapple Software been bought?\n",
      "Did Oakapple Rovers play on the field?\n",
      "Has the Oakapple Inquiry reported?\n",
      "Is Freedom Pass renewal charged for?\n",
      "Was Sampletown Hospital warned?\n",
      "The nurse Advisory Panel met.\n",
  });
}

TEST(Sentences, InWhichRequestersNameThemselves) {
  check_masked({
      "My name is {Zenobia Quillfeather} and I write for a paper.\n",
      "My name is {Zenobia}. How many lifts are there?\n",
      "My name is {Qin Oakapple}, of Sampletown.\n",
      "my name's {Zenobia Quillfeather} and I write for a paper.\n",
      "my name is {zenobia quillfeather} and i ask how many lifts there are.\n",
      "my name is {quentilla oakapple}, how many lifts are there?\n",
      "The name is not held, and its name is unknown to the trust.\n",
      "The ward's name is changed in spring.\n",
      "Write to {Quentilla Oakapple} <{q7@example.org}> about it.\n",
      "I am {Zenobia Quillfeather} of the Sample Gazette.\n",
      "I'm {Zenobia}, a student.\n",
      "Fy enw i yw {Gwenllian Oakapple}.\n",
  });
}

TEST(Sentences, AboutThingsNamedAfterPeople) {
  check_masked_after_opening({
      "The James Paget and the James Cook have lifts.\n",
      "Beds on Florence Nightingale Ward and Edith Cavell Ward: 12.\n",
      "The clinic is in Charles Hastings Way, off Albert Edward Street.\n",
      "Robert Jones bandages and Stanley knives were bought.\n",
      "We follow the Oliver McGowan training.\n",
      "The Jimmy Oakapple Inquiry and the Robert Quillfeather Report.\n",
      "Grant Thornton and Ernst Young audited us.\n",
      "Brackenfold Zentra, 12 High Street, supplied it.\n",
      "Zentra Quarrix, our supplier, has it.\n",
      "Brackenfold Zentra's contract ended.\n",
      "Zentra Quarrix of Sampletown won the tender.\n",
      "Zentra Quarrix, a framework supplier, was paid.\n",
      "Zentra Quarrix confirmed the price.\n",
      "We use Zentra Quarrix, 2019 edition.\n",
      "Supplied by Martin Quill Recruitment and Peter Oakapple Solicitors.\n",
      "Victoria Embankment Road and Elizabeth House.\n",
      "The Alan Turing Institute and the Francis Crick Institute.\n",
      "Queen Mary Oakham lies by St John Quillham.\n",
      "Sue Ryder, Marie Curie and Macmillan Cancer Support.\n",
      "The Mental Health Act, the Equality Act and the Care Act.\n",
      "The Secretary of State, Mr Oakapple, and Lord Quillfeather.\n",
      "Dame Quentilla Oakapple chaired it.\n",
      "The letter of Judge Oakapple stands.\n",
  });
}

TEST(Sentences, AboutNoPeople) {
  check_masked_after_opening({
      "Adalimumab, Humira, Stelara and Ozempic are not stocked.\n",
      "The Director of Adult Social Care replied.\n",
      "We contacted Estates and Facilities, and spoke to Occupational Health.\n",
      "The audit was conducted by Internal Audit.\n",
      "It was reviewed by Sample Borough Council.\n",
      "From January to March, and May to August.\n",
      "Milton Keynes, Bury St Edmunds and Kingston upon Thames.\n",
      "Microsoft Teams and Cisco Webex are used.\n",
      "Grant Funding, Grace Period, Will Writing and Mark Scheme.\n",
      "Our patient Transport service.\n",
      "It is assigned to Corporate Services.\n",
      "Section 12 applies; see Regulation 12(4)(d).\n",
      "My name is withheld.\n",
      "Stratford-upon-Avon, Stoke-on-Trent and Chester-le-Street.\n",
      "Non-Executive Directors and the Medium-Term Plan.\n",
      "A meeting between Estates and Finance.\n",
      "I am writing to ask about Sampletown.\n",
      "I am Director of a firm.\n",
      "PC World and DC Motors sold them.\n",
      "The Major Trauma Centre and the Sister Ward.\n",
      "Information about Jersey, Guernsey and Chad.\n",
      "In April Will Street was closed.\n",
      "Hope House, Rose Cottage and Joy Lane.\n",
  });
}

TEST(Again, EveryPartOfAKnownName) {
  check_masked({
      "Dear {Ms Quillfeather}\n\nThank you. As {Quillfeather} asked: {Zenobia Quillfeather}, {Z Quillfeather}, {Z. Quillfeather}.\n",
      "Dear {Zenobia Oakapple-Lane}\n\nThank you. {Oakapple-Lane}'s list, {Zenobia}'s letter.\n",
      "Dear {Zenobia Quillfeather}\n\nThank you. {ZENOBIA QUILLFEATHER} wrote.\n",
      "Dear {Zenobia Quillfeather}\n\nThank you. See {Quillfeather}-response.pdf and {zenobia_quillfeather}.docx.\n",
      "Dear {Zenobia Quillfeather}\n\nThank you. Re: {Quillfeather}, FOI 7\n",
      "FOI 7 {Quillfeather} - acknowledgement\n\nDear {Ms Quillfeather}\n\nThank you.\n",
      "Dear {Ms Quillfeather}\n\nThank you. {Zenobia\nQuillfeather} wrote.\n",
      "Dear {Zenobia Trevel Quillfeather}\n\nThank you. {Trevel} asked twice.\n",
      "Dear Applicant\n\nThank you.\n\nYours sincerely\n\n{Oswald Quillfeather}\nOfficer\n\nAsk {Oswald} or {Mr Quillfeather}; "
      "{Quillfeather} knows.\n",
      "Dear {Zenobia}\n\nThank you. Write to {z.quillfeather@example.com}: {Zenobia Quillfeather}.\n",
      "Dear {Zenobia}\n\nThank you. {zquillfeather@example.com} is {Zenobia Quillfeather}'s.\n",
  });
}

TEST(Again, WordsThatMeanSomethingElse) {
  check_masked({
      "Dear {Mr Lincoln}\n\nThank you. Lincoln County Hospital is in Lincoln.\n",
      "Dear {Will}\n\nThank you. We will reply. Will there be more?\n",
      "Dear {Mrs Rose}\n\nThank you. The figures rose; Rose Cottage stays.\n",
      "Dear {Ms Ward}\n\nThank you. Ward 7 and Acorn Ward.\n",
      "Dear {Mr Page}\n\nThank you. Page 1 of 2\n",
      "Dear {Dr March}\n\nThank you. In March we moved.\n",
      "Dear {Susan Banks}\n\nThank you. Banks were closed.\n",
      "Dear Applicant\n\nThank you.\n\nYours sincerely\n\n{Blanche Monkston}\nOfficer\n\nMonkston Orchard Road, and in Monkston.\n",
      "Dear {Mr Holder}\n\nThank you. The budget Holder signed.\n",
  });
}

TEST(Sentences, NamePeopleOverTwoLinesAndNoOffices) {
  check_masked_after_opening({
      "Your neighbour {Mr\nOakapple} wrote to us about it in the spring.\n",
      "A call about the lift was taken by {Ms\nQuillfeather} on 4 May.\n",
      "The list of lifts was made by {Susan\nQuillfeather} of our office.\n",
      "The notes were sent on by {Mr\nSpeakwell} on 4 May.\n",
      "The notes were sent on by {Mrs\nJusticia} on 4 May.\n",
      "It was sent by {Mr Speaker Oakapple} in June.\n",
      "The lifts were looked at by {Susan Quillfeather} llp partner in 2019.\n",
      "A letter about the lifts went to {Mr Speaker} on 4 May.\n",
      "The lifts were mended by {Mr Justice Oakapple} on 4 May.\n",
      "A letter about the lifts of the House of Commons went to Mr Speaker on 4 May.\n",
      "The case about the lifts went from the tribunal to Mrs Justice Oakapple.\n",
      "The tribunal heard of it. The case about the lifts went to Mr\nJustice Oakapple.\n",
  });
}

}  // namespace
}  // namespace foi::understand
