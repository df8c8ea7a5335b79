#include "tests/unit/understand/privacy_cases.h"

namespace foi::understand {
namespace {

const std::string kEnd = "We hold no further information about lifts.\n\n";

void check_endings(std::vector<std::string> cases) {
  for (std::string& text : cases) text.insert(0, kEnd);
  check_masked_after_opening(cases);
}

TEST(Signatures, OfAFirstNameAndAnOfficeInOneLine) {
  check_endings({
      "Please say which you mean.\n\n{Corisande}, FOI apprentice\n",
      "Please say which you mean.\n\n{Corisande}, FOI Officer\n\nFrom: {a@example.org}\n",
      "Please say which you mean.\n\nSampletown, Records Department\n",
      "Please say which you mean.\n\nExeter, FOI Officer\n",
      "Ask for the wards below.\n\nSurgery, FOI Officer\n\nThe rest is as before.\n",
      "Please say which you mean.\n\nRecords, FOI Manager\n",
  });
}

TEST(Signatures, UnderAClosing) {
  check_endings({
      "Yours sincerely\n\n{Oswald Quillfeather}\nFreedom of Information Officer\n",
      "Yours sincerely,\n\n\n\n{Xanthippe Zzyzx}\nInformation Governance\n",
      "Yours faithfully\n{O. Quillfeather}\n",
      "Kind regards\n{Oswald}\n",
      "Thx, {Oswald Quillfeather}\n",
      "Kind regards\n{Oswald Great-Oakapple}\n",
      "Kind regards, {Oswald Quillfeather}\n",
      "Many thanks,\n\n{Oswald Coombe-Lane}\nTrust Secretary\n",
      "With best wishes\n{Ms Q Oakapple}\nPA to the Director\n",
      "Best\n{Oswald}\n",
      "Regards,\n{Quillfeather Oakapple}\nRecords\n",
      "Yn gywir\n\n{Gwenllian Oakapple}\nSwyddog\n",
      "Yn gywir / Yours sincerely\n\n{Gwenllian Oakapple}\n",
      "Cofion gorau,\n{Gwenllian Oakapple}\n",
      "Le meas\n{Gráinne Oakapple}\n",
      "Warm regards\n{Zachary Moor-Orr}\nInformation Governance\n",
      "KR\n{Oswald}\n",
      "Rgds,\n{Oswald Quillfeather}\n",
      "Respectfully,\n{Oswald Quillfeather}\n",
      "Yours sincerely\n\n{OSWALD QUILLFEATHER}\nHead of Records\n",
      "Yours sincerely\n\n{ignatius Quillfeather}\nHead of Records\n",
      "Yours sincerely\n\n{lan Quillfeather}\nHead of Records\n",
      "Yours sincerely\n\ninformation Governance\nSample Trust\n",
      "Yours sincerely\n\nlegal Services\nSample Trust\n",
      "Yours sincerely\n\n{Mrs Anneka Field}\nCompany Secretary\n",
      "Yours sincerely                         Yours sincerely\n\n{Oswald Quillfeather}                {Xanthippe Oakapple}\nOfficer       "
      "                 Manager\n",
      "Signed\n{Oswald Quillfeather}\n",
      "Thank you,\n{Oswald}\nFOI Team\n",
      "Yours faithfully\npp {Q. Oakapple}\nfor {Otho Quillfeather}, Head of Records\n",
      "Yours faithfully\n\np.p. {Quentilla Oakapple}\nHead of Records\n",
      "Many thanks\n{oswald quillfeather}\n",
      "Regards\n\n{oswald}\nfoi team\n",
  });
}

TEST(Signatures, WithoutAClosing) {
  check_endings({
      "{Corisande Quillfeather}\nInformation Governance\n",
      "{Quentilla Oakapple}\nInformation Governance Officer\n",
      "{Quentilla Oakapple-Rudd}\nInformation Management\n",
      "{Quentilla Oakapple}\nFOI & Records\n",
      "{Quentilla Oakapple}\nFeedback and Insight Team\nSample Council\n",
      "{Quentilla Oakapple}, Information Governance, 1 Sample Road\n",
      "{Quentilla Oakapple} | Information Rights Officer\nThe Sample Inspectorate\n",
      "{Quentilla Oakapple} - Head of Legal\n",
      "{Quentilla Oakapple} (Records Manager)\n",
      "{Quentilla Oakapple}\nInformation Disclosure, PO Box 5\n\nFrom: FOI\nSent: 18 February 2025 09:44\nTo: Web Team\n",
      "{Quentilla Oakapple}\n\n________________________________\nFrom: FOI\nSent: 18 February 2025 09:44\n",
      "{Quentilla Oakapple}\n\n-----Original Message-----\nSubject: lifts\n",
      "{Oswald}\nRecords Team\n",
      "{Oswald}\n",
      "{Oswald Quillfeather}\n",
      "2. How many lifts broke?\n\n0\n\n{Oswald}\n",
      "{Mr Q Oakapple}\n",
      "For the log please. {Petra Oakapple-Dunn}\n",
  });
}

TEST(Signatures, ThatAreNone) {
  check_endings({
      "Yours sincerely\n\nFreedom of Information Team\n",
      "Yours sincerely\n\nCorporate Affairs\nTrust Headquarters\n",
      "Kind regards\n\nCustomer Relations\nSample Council\n",
      "Kind regards\n\nThe Information Rights Team\n",
      "Regards\n\nInformation Access Unit\n",
      "Thank you,\n\nPatient Experience\n",
      "Commercial Interests\nInformation is exempt where disclosure would prejudice them.\n",
      "Quality Governance\nInformation Team\n",
      "Greater Manchester\nInformation Governance\n",
      "Milton Keynes\nInformation Governance\n",
      "Tunbridge Wells\nFreedom of Information\n",
      "Outpatient Clinics\n",
      "Adalimumab\nEtanercept\n",
      "Trauma Orthopaedics\nHead Injury Service\n",
      "Internal Review\nInformation Governance\n",
      "Next Steps\n",
      "Right of Appeal\n",
      "Published Data\n\n________________________________\n",
      "Signed\n\nDIRECTOR\n",
      "Alder Hey\n",
      "Many thanks\nfoi team\n",
      "Many thanks\nmark attached\n",
      "Regards\n\npp 12 to 14\n",
      "Yours faithfully\n\npp Records Team\n",
      "Regards\n\nrose ward\n",
      "Many thanks\noswald ward has two lifts\n",
      "The wards are:\n\nOswald\n",
      "Edith\n\nOswald\n",
      "1. How many lifts?\n\n0\n\nChelsea\n",
      "1. How many lifts?\n\n0\n\nHumira\n",
      "Page 1\n",
      "Kind regards\n\nFOI Desk\nWorthing | Chichester | Brighton | Haywards Heath | Page 1\n",
  });
}

}  // namespace
}  // namespace foi::understand
