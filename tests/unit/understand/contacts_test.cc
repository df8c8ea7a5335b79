#include "indexer/understand/contacts.h"

#include <gtest/gtest.h>

#include "indexer/understand/mailboxes.h"
#include "indexer/understand/tokens.h"
#include "tests/unit/understand/fixtures.h"

namespace foi::understand {
namespace {

TEST(Tokens, WordsAreFolded) {
  using Words = std::vector<std::string>;
  const std::pair<const char*, Words> cases[] = {
      {"Guy’s & St. Thomas' NHS", {"guys", "and", "st", "thomas", "nhs"}},
      {"**Bold** _x_", {"bold", "x"}},
      {"a–b—c", {"a", "b", "c"}},  // dashes of print part words
      {"Ysbyty Gwynedd, Llanfâir", {"ysbyty", "gwynedd", "llanfâir"}},
      {"", {}},
      {" ,.;", {}},
      {"'quoted'", {"quoted"}},
  };
  for (const auto& [text, words] : cases) EXPECT_EQ(words_of(text), words) << text;
}

TEST(Tokens, ColumnsAreKeptApart) {
  const Letter letter = join_pages({text_page("  Name Here     Other  side\tThird")});
  const auto cells = cells_of(letter, letter.lines[0]);
  ASSERT_EQ(cells.size(), 3u);
  EXPECT_EQ(letter.view(cells[0]), "Name Here");
  EXPECT_EQ(letter.view(cells[1]), "Other  side");
  EXPECT_EQ(letter.view(cells[2]), "Third");
}

TEST(Emails, FoundWhole) {
  const std::pair<const char*, const char*> cases[] = {
      {"write to a.testperson@example.org.", "a.testperson@example.org"},
      {"<A.Testperson@Example.org>", "a.testperson@example.org"},
      {"mailto:x@y.uk?subject=1", "x@y.uk"},
      {"no @ here", ""},
      {"a@b", ""},
      {"@example.org", ""},
      {"a@example..org", ""},
      {"5 lifts @ 3 floors", ""},
      {"a.testperson (at) example.org", "a.testperson@example.org"},
      {"a.testperson[at]example.org", "a.testperson@example.org"},
      {"lifts (at) floors", ""},
      {"(at) example.org", ""},
      {"a (attached) example.org", ""},
  };
  for (const auto& [text, expected] : cases) {
    const auto found = find_emails(text);
    EXPECT_EQ(found.empty() ? "" : found[0].local + "@" + found[0].domain, expected) << text;
  }
}

TEST(Hosts, FoundWithoutMail) {
  const std::pair<const char*, const char*> cases[] = {
      {"see www.Example.nhs.uk/foi.", "example.nhs.uk"},
      {"https://www.example.org/a?b", "example.org"},
      {"at example.gov.uk", "example.gov.uk"},
      {"foi@example.nhs.uk", ""},
      {"e.g. this", ""},
      {"version 1.2.3", ""},
      {"file.docx", ""},
  };
  for (const auto& [text, expected] : cases) {
    const auto found = find_hosts(text);
    EXPECT_EQ(found.empty() ? "" : found[0].host, expected) << text;
  }
}

TEST(Phones, BritishNumbers) {
  const std::pair<const char*, const char*> cases[] = {
      {"Tel: 01632 960123", "01632960123"},
      {"(01632) 960 123", "01632960123"},
      {"+44 (0)1632 960123", "01632960123"},
      {"+44 7700 900123", "07700900123"},
      {"07700 900 123", "07700900123"},
      {"020 7946 0123", "02079460123"},
      {"0300 123 1113 or 01632 960124", "03001231113"},
      {"01632 960123  01632 960124", "01632960123"},
      {"FOI 01632", ""},
      {"0 0 0 1 2 3 4 5 6 7", ""},
      {"2019 2020 2021 2022", ""},
      {"01 January 2018 to 31 December 2018", ""},
      {"1234567890", ""},
      {"9601234567", ""},
      {"FOI_01632960123", ""},
  };
  for (const auto& [text, expected] : cases) {
    const auto found = find_phones(text);
    EXPECT_EQ(found.empty() ? "" : found[0].digits, expected) << text;
  }
  EXPECT_EQ(find_phones("01632 960123  01632 960124").size(), 2u);
}

TEST(Postcodes, WholeOnesOnly) {
  const std::pair<const char*, const char*> cases[] = {
      {"Liverpool L9 7BB", "L97BB"},
      {"WA9 1TT.", "WA91TT"},
      {"SW1A 1AA", "SW1A1AA"},
      {"EC1A1BB", "EC1A1BB"},
      {"S44 5BL", "S445BL"},
      {"WA9 ITT", "WA91TT"},  // scanned
      {"WA9 1T", ""},         // cut off
      {"SL9 7BBC", ""},
      {"section S40 of", ""},
      {"FOI 4129 2AB", ""},
      {"l9 7bb", ""},
      {"X1", ""},
      {"NHS 24 HRS", ""},
  };
  for (const auto& [text, expected] : cases) {
    const auto found = find_postcodes(text);
    EXPECT_EQ(found.empty() ? "" : found[0].code, expected) << text;
  }
}

TEST(Mailboxes, OfficeOrPerson) {
  const std::pair<const char*, bool> cases[] = {
      {"foi@example.nhs.uk", true},
      {"awp.freedomofinformation@nhs.net", true},
      {"rdash.foirdash@nhs.net", true},
      {"uhl-tr.foi-freedomofinformation@nhs.net", true},
      {"complaints@example.gov.uk", true},
      {"xyz-tr.complaints@nhs.net", true},
      {"sales@example.com", true},
      {"info@example.org", true},
      {"anna.testperson@nhs.net", false},
      {"a.testperson7@example.nhs.uk", false},
      {"testperson@example.com", false},
      {"anna.foi@nhs.net", false},
      {"testperson.press@example.com", false},
  };
  for (const auto& [address, role] : cases) EXPECT_EQ(is_role_mailbox(find_emails(address).at(0)), role) << address;
  EXPECT_TRUE(is_blanked(find_emails("xxxx.xxx@xxx.xxx").at(0)));
  EXPECT_FALSE(is_blanked(find_emails("xavier@example.org").at(0)));
}

}  // namespace
}  // namespace foi::understand
