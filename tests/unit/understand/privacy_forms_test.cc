// Where names of requesters hide, and what is named like a person: each hit with its near misses.
#include <gtest/gtest.h>

#include "indexer/understand/privacy.h"
#include "tests/unit/understand/fixtures.h"

namespace foi::understand {
namespace {

std::string masked(const std::string& text) {
  const TestLetter letter(text);
  const auto spans = find_personal(letter.letter, letter.sections, builtin_reference(), {});
  return join_pages(mask(letter.pages, letter.letter, spans).pages).text;
}

const std::string kThanks = "\n\nThank you for your request for information under the Freedom of Information Act 2000.\n\n";

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

TEST(PrivacyForms, GreetingsOfRequesters) {
  check({
      {"good morning", "Good morning Zenobia," + kThanks, {"Zenobia"}, {"Good morning"}},
      {"good afternoon, with a title", "Good afternoon Mr Quillfeather" + kThanks, {"Quillfeather"}, {"Good afternoon"}},
      {"hyphen", "Dear Zenobia-Jane Quillfeather-Oakapple" + kThanks, {"Zenobia", "Oakapple"}, {}},
      {"apostrophe", "Dear Ms O'Quillfeather" + kThanks, {"Quillfeather"}, {}},
      {"accents", "Dear Zo\u00EB Quillfeather" + kThanks, {"Zo\u00EB", "Quillfeather"}, {}},
      {"initial", "Dear Ms Z Quillfeather" + kThanks, {"Quillfeather", " Z "}, {}},
      {"Welsh", "Annwyl Ms Quillfeather / Dear Ms Quillfeather" + kThanks, {"Quillfeather"}, {"Annwyl"}},
      {"surname first in a header",
       "To: Quillfeather, Zenobia\nFrom: FOI Team\n\nDear Zenobia" + kThanks,
       {"Zenobia", "Quillfeather"},
       {"FOI Team"}},
      {"the line over a quoted mail",
       "Dear Zenobia" + kThanks + "On Mon, 3 May 2021 at 10:00, Zenobia Quillfeather <zq@example.org> wrote:\n\nHow many vans?\n",
       {"Zenobia", "Quillfeather", "zq@"},
       {"3 May 2021"}},
      {"name in small letters after my name is",
       "Dear A" + kThanks + "You asked:\n\nmy name is emma quillfeather and I ask about vans.\n",
       {"emma", "quillfeather"},
       {}},
      {"name in a subject line",
       "Subject: FOI request from Zenobia Quillfeather\n\nDear Ms Quillfeather" + kThanks,
       {"Zenobia", "Quillfeather"},
       {}},
      {"name and paper under a request",
       "Dear A" + kThanks + "You asked:\n\nHow many vans?\n\nThanks,\nZenobia Quillfeather\nSampletown Herald\n",
       {"Zenobia"},
       {"How many vans"}},

      {"a form that was filled in", "Dear Sir/Madam Quillfeather" + kThanks, {"Quillfeather"}, {"Dear Sir/Madam"}},
      {"a form filled in with or", "Dear Sir or Madam Quillfeather," + kThanks, {"Quillfeather"}, {"Dear Sir or Madam"}},
      {"addressed by name, greeted without",
       "Our ref: 5217/22\n\nMr T Quillfeather-Oakapple\n\nDear Sir" + kThanks,
       {"Quillfeather", "Oakapple"},
       {"5217/22", "Dear Sir"}},
      {"a title and a surname over an address",
       "26/02/2021\n\nMr Quillfeather\n12 Sample Street\nSampletown\n\nDear Sir," + kThanks,
       {"Quillfeather"},
       {"26/02/2021", "Dear Sir"}},
      {"addressed and greeted by another form", "Mrs Z. Quillfeather\n\nDear Madam" + kThanks, {"Quillfeather"}, {"Dear Madam"}},

      {"nobody after the form", "Dear Sir/Madam" + kThanks, {"["}, {"Dear Sir/Madam"}},
      {"the subject after the form", "Dear Sir/Madam, Sampletown Wards" + kThanks, {"["}, {"Sampletown Wards"}},
      {"a ward of that title", "The wards are:\n\nDr Sample Ward\n\nThey are open.\n", {"["}, {"Dr Sample Ward"}},
      {"good morning to nobody", "Good morning" + kThanks, {"["}, {"Good morning"}},
      {"good morning to all", "Good morning all," + kThanks, {"["}, {"Good morning all"}},
      {"good news", "Dear Sir" + kThanks + "Good Friday and Good Governance are not people.\n", {"["}, {"Good Friday"}},
      {"dear as costly", "Dear Sir" + kThanks + "Vans were dear Trust assets.\n", {"["}, {"dear Trust"}},
      {"my name is not shown", "Dear A" + kThanks + "You asked:\n\nThe form on which my name is recorded.\n", {"["}, {"is recorded"}},
      {"I am sure", "Dear A" + kThanks + "I am Sure Start lead; I am writing.\n", {"["}, {"Sure Start"}},
  });
}

TEST(PrivacyForms, NamedLikePeople) {
  check({
      {"medicines",
       "Dear A" + kThanks + "Doses of Stelara, Humira and Rosuvastatin; Stanley Davidson disease; Eve Adam tablets.\n",
       {"["},
       {"Stelara", "Rosuvastatin"}},
      {"syndromes",
       "Dear A" + kThanks + "Guillain-Barre, Stevens-Johnson Syndrome, Peter Pan Syndrome and Down Syndrome.\n",
       {"["},
       {"Stevens-Johnson Syndrome", "Peter Pan Syndrome"}},
      {"scales", "Dear A" + kThanks + "The Edinburgh Postnatal and the Thomas Hayward Scale were used.\n", {"["}, {"Thomas Hayward Scale"}},
      {"wards",
       "Dear A" + kThanks + "Beds on Edith Cavell Ward and Nelson Mandela Unit.\n",
       {"["},
       {"Edith Cavell Ward", "Nelson Mandela Unit"}},
      {"wards in a list",
       "Dear A" + kThanks + "Wards: Rose, Lily, Violet, Daisy and Holly.\n",
       {"["},
       {"Rose, Lily, Violet, Daisy and Holly"}},
      {"streets",
       "Dear A" + kThanks + "The depot on George Stephenson Way and the yard in Victoria Alexandra Street.\n",
       {"["},
       {"George Stephenson Way", "Victoria Alexandra Street"}},
      {"buildings",
       "Dear A" + kThanks + "Elizabeth Fry House, Isaac Newton Centre and the Martin Luther Building have lifts.\n",
       {"["},
       {"Elizabeth Fry House", "Isaac Newton Centre"}},
      {"trusts",
       "Dear A" + kThanks +
           "James Paget University Hospitals NHS Foundation Trust and Alder Hey Children's NHS Foundation Trust replied.\n",
       {"["},
       {"James Paget", "Alder Hey"}},
      {"hospitals",
       "Dear A" + kThanks + "Queen Elizabeth Hospital, King George Hospital and Princess Alexandra Hospital.\n",
       {"["},
       {"King George Hospital", "Princess Alexandra Hospital"}},
      {"suppliers",
       "Dear A" + kThanks + "The contract is with Arthur Anderson Ltd and Ernest Young LLP.\n",
       {"["},
       {"Arthur Anderson Ltd", "Ernest Young LLP"}},
      {"systems", "Dear A" + kThanks + "The systems are called Dorothy, Clara and Adam.\n", {"["}, {"Dorothy, Clara and Adam"}},
      {"prizes and schemes",
       "Dear A" + kThanks + "Oliver McGowan training, Martha's Rule and Sarah's Law are in place.\n",
       {"["},
       {"Oliver McGowan training", "Martha's Rule"}},
      {"law", "Dear A" + kThanks + "See Mental Health Act and the Harry Oakapple Act.\n", {"["}, {"Harry Oakapple Act"}},
      {"months", "Dear A" + kThanks + "April May and June figures; August too.\n", {"["}, {"April May and June"}},
      {"places",
       "Dear A" + kThanks + "St Helens, St George and Lincoln, Chester and Bradford.\n",
       {"["},
       {"St Helens", "Lincoln, Chester and Bradford"}},
      {"unions and charities", "Dear A" + kThanks + "Marie Curie Hospice and the Samaritans help.\n", {"["}, {"Marie Curie Hospice"}},
      {"case law", "Dear A" + kThanks + "In Dransfield the Upper Tribunal agreed.\n", {"["}, {"Dransfield"}},
  });
}

TEST(PrivacyForms, AddressesAndNumbersOfOffices) {
  check({
      {"street asked about",
       "Dear A" + kThanks + "You asked:\n\nHow many fines were issued in 12 Mill Lane car park?\n\n1. How many?\n",
       {"["},
       {"12 Mill Lane"}},
      {"form numbers", "Dear A" + kThanks + "Form 07700 is kept; lot 900123.\n", {"["}, {"07700"}},
      {"sort of a number", "Dear A" + kThanks + "Budget 0770 and 1234 5678 9012.\n", {"["}, {"0770", "1234 5678 9012"}},
      {"shared mailbox in a signature",
       "Dear A" + kThanks + "Kind regards\n\nInformation Team\nfoi.team@example.gov.uk\n",
       {"["},
       {"foi.team@example.gov.uk"}},
      {"mobile in a request",
       "Dear A" + kThanks + "You asked:\n\nRing me on +44 7700 900123 about vans.\n\n1. How many?\n",
       {"900123"},
       {"[phone]"}},
      {"mail of a requester", "Dear A" + kThanks + "Sent to zenobia.q@example.org today.\n", {"zenobia"}, {"[e-mail]"}},
  });
}

}  // namespace
}  // namespace foi::understand
