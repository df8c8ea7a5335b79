// What words round it, or a form, tell to be a person's: homes, numbers, plates, initials.
#include "tests/unit/understand/privacy_cases.h"

namespace foi::understand {
namespace {

TEST(Homes, OfPeopleNamed) {
  check_masked_after_opening({
      "The notice went to {Mrs Oakapple}, {3 Sample Avenue, Tickton ZZ1 1ZZ}.\n",
      "Complaint about {Mr Otho Oakapple} of {9 Sample Row, Tickton ZZ1 1ZZ}\n",
      "Your neighbour, {Mr Otho Oakapple} of {9 Sample Row,\nTickton, Quillshire, ZZ1 1ZZ}, is not known to us.\n",
      "The witness, {Ms Quentilla Oakapple}, of {Flat 2, 14 Sample Way}, Tickton, saw this.\n",
      "The tenant was {Mr Oakapple} ({12a St Quill's Road, Tickton-on-Brill ZZ1 1ZZ}).\n",
      "{Mr Oakapple} owns 9 per cent of Sample Road.\n",
      "{Mr Oakapple}, 9 Sample reports and a Road map are attached.\n",
      "The surgery of {Dr Oakapple}, 9 Sample Road, Tickton ZZ1 1ZZ, is open.\n",
      "{Mr Oakapple} of Sample Road asked about 9 Sample Row.\n",
      "We told {Mr Oakapple} on 9 May Road works had begun.\n",
      "Oakapple Bakery, 9 Sample Road, Tickton ZZ1 1ZZ, was inspected.\n",
      "The Sample Arms of 9 Sample Road, Tickton ZZ1 1ZZ, is licensed.\n",
  });
}

TEST(Homes, ToldOf) {
  check_masked_after_opening({
      "The caller gave her address as {3 Sample Avenue, Tickton ZZ1 1ZZ}.\n",
      "Your address is recorded as {3 Sample Avenue, Tickton ZZ1 1ZZ}.\n",
      "The home address was {3 Sample Avenue}.\n",
      "A man who lives at {3 Sample Avenue} rang us.\n",
      "The fine was sent to {12 Sample Terrace, Tickton, Quillshire, ZZ1 1ZZ}.\n",
      "I wrote to {12 Sample Terrace, Tickton ZZ1 1ZZ}.\n",
      "We have written to you at {12 Sample Terrace, Tickton ZZ1 1ZZ}.\n",
      "The tenant of {12 Sample Terrace} left in May.\n",
      "The house at {ZZ1 1ZZ} was searched.\n",
      "She was at home in {ZZ1 1ZZ} then.\n",
      "Our address is 3 Sample Avenue, Tickton ZZ1 1ZZ.\n",
      "The address of the depot is 3 Sample Avenue, Tickton ZZ1 1ZZ.\n",
      "Forms should be sent to 12 Sample Terrace, Tickton ZZ1 1ZZ.\n",
      "Forms are sent to 12 Sample Terrace, Tickton ZZ1 1ZZ.\n",
      "Please write to the depot at 12 Sample Terrace, Tickton ZZ1 1ZZ.\n",
      "The care home at 12 Sample Terrace, Tickton ZZ1 1ZZ, was inspected.\n",
      "The nursing home in ZZ1 1ZZ was inspected.\n",
      "Quill House at ZZ1 1ZZ has a lift.\n",
      "The lift at 12 Sample Terrace, Tickton ZZ1 1ZZ, was mended.\n",
      "We have lifts in ZZ1 1ZZ and ZZ2 2ZZ.\n",
      "The lamps were sent to 12 Sample Terrace.\n",
      "The letter was sent to 2 Sample Court, Invented Way, Worcester WR5 1DD.\n",
  });
}

TEST(Numbers, ToldOfPeople) {
  check_masked_after_opening({
      "Your telephone number is recorded as {01632 960155}.\n",
      "Your daytime telephone number was given as {01632 960155}.\n",
      "The number on our file is old; his home number is {01632 960155}.\n",
      "Telephone: we rang you on {01632 960155}.\n",
      "By telephone, she can be reached on {01632 960155}.\n",
      "Our telephone number is 01632 960155.\n",
      "Your local office has the telephone number 01632 960155.\n",
      "Have your telephone number ready when you telephone 01632 960155.\n",
      "You can telephone us on tel 01632 960155.\n",
      "By telephone we can be reached on tel 01632 960155.\n",
      "The switchboard's telephone number is recorded as 01632 960155.\n",
      "If you telephone on the number below, tel 01632 960155, we can help.\n",
  });
}

TEST(Forms, OfRequesters) {
  check_masked({
      "Requester: {Quentilla Oakapple}\nPhone: {01632 960155}\n\n" + kOpening,
      "Requester: {Quentilla Oakapple}\n\nTelephone number: {01632 960155}\n\n" + kOpening,
      "Requester: withheld\nRequester e-mail: {q.oak@example.org}\nTelephone: {01632 960155}\n\n" + kOpening,
      "Requester name: {Quentilla Oakapple}\nAddress: {3 Sample Avenue, Tickton, ZZ1 1ZZ}\nTelephone: {01632 960155}\n\n" + kOpening,
      "Name: {Quentilla Oakapple}\nAddress: {3 Sample Avenue}\n{Tickton}\n{ZZ1 1ZZ}\nTel: {01632 960155}\n\n" + kOpening,
      "| Applicant | {Quentilla Oakapple} |\n| Postal address | {3 Sample Avenue, Tickton} |\n| Tel | {01632 960155} |\n\n" + kOpening,
      "Applicant: {Quentilla Oakapple}\nPostcode: {ZZ1 1ZZ}\n\n" + kOpening,
      "Requester: {Quentilla Oakapple}\nFOI Officer: {Otho Quillfeather}\nTelephone: 01632 960155\n\n" + kOpening,
      "Requester: {Quentilla Oakapple}\nPublic authority: Sample Council\nTelephone: 01632 960155\n\n" + kOpening,
      "Requester: {Quentilla Oakapple}\nE-mail: foi@example.gov.uk\nTelephone: 01632 960155\n\n" + kOpening,
      "Requester: {Quentilla Oakapple}\nOur address: 3 Sample Avenue, Tickton, ZZ1 1ZZ\n\n" + kOpening,
      "Requester: {Quentilla Oakapple}\nEmail address: withheld\nAddress: withheld\n\n" + kOpening,
      "Requester: {Quentilla Oakapple}\n\n\nTelephone: 01632 960155\n\n" + kOpening,
      "Requester: {Quentilla Oakapple}\nThis is the answer of the depot.\nTelephone: 01632 960155\n\n" + kOpening,
      "To: {Quentilla Oakapple}\nTelephone: 01632 960155\n\n" + kOpening,
      "Contact: {Otho Quillfeather}\nTelephone: 01632 960155\nAddress: 3 Sample Avenue, Tickton, ZZ1 1ZZ\n\n" + kOpening,
      "FOI Office\nAddress: 3 Sample Avenue, Tickton, ZZ1 1ZZ\nTelephone: 01632 960155\n\n" + kOpening,
  });
}

TEST(Plates, OfVehicles) {
  check_masked_after_opening({
      "The complainant's vehicle {KX19 ZZZ} was fined.\n",
      "A car with the registration number {KX19ZZZ} was fined.\n",
      "Vehicle registration: {Q123 ZZZ}\n",
      "The van, registration {ZZZ 123Q}, was towed.\n",
      "The council's vehicle KX19 ZZZ was repaired.\n",
      "Our van, registration KX19 ZZZ, was repaired.\n",
      "The part KX19 ZZZ was bought.\n",
      "A vehicle was seen. KX19 ZZZ is a part.\n",
      "The registration number is 120045.\n",
      "The vehicle FOI 2024 is none, nor is the car A12.\n",
      "| Vehicle | Cost |\n| KX19 ZZZ | 12 |\n",
  });
}

TEST(Initials, OfPeopleNamed) {
  const std::string ending = "\nDear {Quentilla Oakapple}\n\nWe hold no list of lifts.\n\nYours sincerely\n\n{Otho Quillfeather}\n";
  check_masked({
      "Our ref: {QO/OQ}/24/3001\n" + ending,
      "Our ref: {OQ}/24/3001\n" + ending,
      "Our ref: 24/3001/{OQ}\n" + ending,
      "Our ref: FOI-2324-560/{OQ/jp}\n" + ending,
      "Our ref: {ZZ/OQ}/24/3001\n" + ending,
      "Our ref: ZZ/QX/24/3001\n" + ending,
      "Our ref: FOI-2324-560/LM/jp\n" + ending,
      "Our ref: FOI/24/3001\n" + ending,
      "Our ref: SC/FOI/24/3001\n" + ending,
      "Our ref: IG/24/3001\n" + ending,
      "Our ref: OQX/24/3001\n" + ending,
      "Our ref: OQ24/3001\n" + ending,
  });
}

TEST(Addresses, OfMailSpeltOut) {
  check_masked_after_opening({
      "Write to {jasmine.q (at) example.net} by May.\n",
      "Write to {jasmine.q(at)example.net} by May.\n",
      "Write to {jasmine.q[at]example.net} by May.\n",
      "Write to foi (at) example.gov.uk by May.\n",
      "Lifts (at) example sites.\n",
      "It was closed (at) 10.30 by us.\n",
      "The lifts (at Sample House) are old.\n",
  });
}

}  // namespace
}  // namespace foi::understand
