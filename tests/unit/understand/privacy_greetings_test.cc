#include "tests/unit/understand/privacy_cases.h"

namespace foi::understand {
namespace {

const std::string kThanks = "\n\nThank you for your request of 3 May 2021 about lifts.\n";

void check_greetings(std::vector<std::string> cases) {
  for (std::string& text : cases) text += kThanks;
  check_masked(cases);
}

TEST(Greetings, NameTheRequester) {
  check_greetings({
      "Dear {Zenobia}",
      "Dear {Mrs Great-Oakapple},",
      "Dear {Mr Trust},",
      "Dear {Zenobia Hill-Quill},",
      "Dear {Zenobia Quillfeather},",
      "Dear {Mr. Quillfeather}:",
      "Dear {Mr Z Quillfeather}",
      "Dear {Dr Zenobia Oakapple-Lane},",
      "Dear {Prof. Quillfeather},",
      "Dear {Cllr Quillfeather},",
      "Dear {Z. Quillfeather},",
      "Dear {Z B Quillfeather},",
      "Dear {Jean-Baptiste Oakapple},",
      "Dear {O'Quillfeather},",
      "Dear {Zenobia McQuill},",
      "Dear {Zenobia van der Quill},",
      "Dear {Zoë Quillfeather},",
      "Dear {Siân Ap Quill},",
      "Dear {Ngozi Oakapple},",
      "Dear {Krzysztof},",
      "Dear {Xiuying},",
      "Dear {QUILLFEATHER},",
      "Dear {Ms QUILLFEATHER},",
      "DEAR {MS QUILLFEATHER},",
      "dear {ms quillfeather},",
      "dear {zenobia quillfeather},",
      "Dear {Mr and Mrs Quillfeather},",
      "Dear {Anna}, {Otto} and {Petra},",
      "Dear {Anna}/{Otto},",
      "Dear {Anna} & {Otto},",
      "Hello {Zenobia},",
      "Hello again {Zenobia},",
      "Hi {Zenobia Quillfeather}",
      "Hiya {Zenobia}",
      "Good morning {Zenobia},",
      "Good afternoon {Mr Quillfeather},",
      "Good day {Quentilla},",
      "Good evening {Zenobia Quillfeather}",
      "Morning {Zenobia},",
      "Annwyl {Gwenllian},",
      "Annwyl {Ms Quillfeather} / Dear {Ms Quillfeather}",
      "Annwyl / Dear {Gwenllian Quillfeather}",
      "Dear / Annwyl {Gwenllian}",
      "> Dear {Zenobia},",
      "**Dear {Zenobia Quillfeather}**",
      "Our ref: FOI 7          Dear {Ms Quillfeather},",
      "| Dear {Mrs Quillfeather} |",
      "Dear {Susan Hill},",
      "Dear {Mr Banks},",
      "Dear {Mr Marsh-Lane},",
      "Dear {Grace},",
  });
}

TEST(Greetings, WithoutAnyWordOfGreeting) {
  check_greetings({
      "{Quillfeather}",
      "{Quillfeather},",
      "{Zenobia} -",
      "{Zenobia Quillfeather}",
      "{Ms Quillfeather},",
      "{Oakapple-Quill}",
      "{Quillfeather}\nby email\n\n3 May 2021",
      "{Zenobia Quillfeather}\nBy e-mail only\n\n3 May 2021",
      "{Mr Z Quillfeather}\nVia email",
      "{Quillfeather}\nSent by email",
  });
}

TEST(Greetings, ThatNameNobody) {
  check_greetings({
      "Dear Sir",
      "Dear Great Barr Residents",
      "Dear Madam,",
      "Dear Sir/Madam,",
      "Dear Applicant",
      "Dear Requester,",
      "Dear Colleagues,",
      "Dear All,",
      "Dear Complainant,",
      "Dear Customer Relations,",
      "Dear Freedom of Information Team,",
      "Dear FOI Officer,",
      "Dear Head of Governance,",
      "Dear Enquirer",
      "Dear Editor",
      "Dear Resident,",
      "Dear [name removed]",
      "Dear xxxx",
      "Good morning,",
      "Hello,",
      "Hi there,",
      "Good afternoon all",
      "Morning surgery",
      "Request for information",
      "Freedom of Information",
      "Subject",
      "Summary",
      "Crynodeb",
      "Information Governance",
      "Public Interest Test",
      "Estates and Facilities",
      "Adult Social Care",
      "Private and confidential\nby email",
      "Lifts\nby email",
      "Trust Headquarters\nvia email",
  });
}

TEST(Greetings, AtTheEndOfThanks) {
  check_masked_after_opening({
      "Thank you for your e-mail, {Quentilla}.\n",
      "Thanks for your phone call, {Oswald}!\n",
      "Many thanks for your letter, {Mr Oakapple}, which we read.\n",
      "Thank you for your request, Records Team.\n",
      "Thank you for your letter, Sample Council.\n",
      "Thank you for your email, Exeter.\n",
      "Thank you for your letter, Oswald Ward is open.\n",
      "Thank you for your questions about Humira, Stelara.\n",
      "We looked at the request, Zentra.\n",
      "Thank you for your request, April.\n",
  });
}

}  // namespace
}  // namespace foi::understand
