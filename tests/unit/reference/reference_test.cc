#include "indexer/model/reference.h"

#include <gtest/gtest.h>

#include <set>

namespace foi {
namespace {

using std::chrono::sys_days;

const Reference& tables() { return builtin_reference(); }

TEST(Reference, TheTablesCompiledInParse) {
  const Result<Reference> parsed = parse_reference(builtin_reference_texts());
  ASSERT_TRUE(parsed.ok()) << parsed.error().message;
  EXPECT_GE(parsed->exemptions.size(), 456u);
  EXPECT_EQ(parsed->topics.size(), 41u);
  EXPECT_GT(parsed->authorities.size(), 1000u);
}

TEST(Reference, ExemptionLabels) {
  const std::pair<const char*, const char*> cases[] = {
      {"foia-31-1-a", "FOIA s.31(1)(a)"},   {"foia-40-3a-a", "FOIA s.40(3A)(a)"},      {"foia-22a", "FOIA s.22A"},
      {"eir-12-4-b", "EIR reg.12(4)(b)"},   {"eir-13-2a", "EIR reg.13(2A)"},           {"foisa-38-1-b", "FOISA s.38(1)(b)"},
      {"eisr-10-4-b", "EISR reg.10(4)(b)"}, {"foia-36-2-b-ii", "FOIA s.36(2)(b)(ii)"}, {"gdpr-5-1-f", "Article 5(1)(f) UK GDPR"},
  };
  for (const auto& [id, label] : cases) {
    ASSERT_TRUE(tables().exemption(id)) << id;
    EXPECT_EQ(tables().exemption(id)->label, label);
  }
}

TEST(Reference, EveryExemptionHasItsParentOneLevelUp) {
  const std::set<std::string> no_levels{"dpa1998-first-principle"};
  for (const ExemptionInfo& row : tables().exemptions) {
    const std::size_t first = row.id.find('-'), last = row.id.rfind('-');
    if (first == last || no_levels.contains(row.id)) {
      EXPECT_FALSE(row.parent) << row.id;
      continue;
    }
    ASSERT_TRUE(row.parent) << row.id;
    EXPECT_EQ(*row.parent, row.id.substr(0, last));
  }
}

TEST(Reference, QualifiedMeansAPublicInterestTestIsAlwaysDue) {
  for (const char* id : {"foia-31-1-a", "foia-36-2-c", "foia-43-2", "eir-12-4-b", "foisa-33-1-b", "foia-22"})
    EXPECT_TRUE(tables().exemption(id)->qualified) << id;
  for (const char* id : {"foia-40-2", "foia-21", "foia-41", "foia-44", "foia-12", "foia-40", "foia-1", "foia-23", "foisa-38-1-b"})
    EXPECT_FALSE(tables().exemption(id)->qualified) << id;
}

TEST(Reference, WayUpFromAnExemption) {
  EXPECT_EQ(tables().exemption_and_parents("foia-31-2-c"), (std::vector<std::string>{"foia-31-2-c", "foia-31-2", "foia-31"}));
  EXPECT_EQ(tables().exemption_and_parents("foia-40-5b-a-i"),
            (std::vector<std::string>{"foia-40-5b-a-i", "foia-40-5b-a", "foia-40-5b", "foia-40"}));
  EXPECT_EQ(tables().exemption_and_parents("foia-12"), (std::vector<std::string>{"foia-12"}));
  EXPECT_EQ(tables().exemption_and_parents("no-such"), (std::vector<std::string>{"no-such"}));
}

TEST(Reference, UnknownIdsAreNull) {
  EXPECT_EQ(tables().exemption("foia-99"), nullptr);
  EXPECT_EQ(tables().exemption(""), nullptr);
  EXPECT_EQ(tables().authority("XXX"), nullptr);
  EXPECT_EQ(tables().topic("weather"), nullptr);
}

TEST(Reference, MailboxesAreRolesAndDomainsAreTheirOwn) {
  const std::set<std::string> shared{"nhs.net", "nhs.scot", "gov.uk", "www.gov.uk", "infreemation.co.uk", "hscni.net", "wales.nhs.uk"};
  for (const AuthorityInfo& row : tables().authorities) {
    for (const auto* list : {&row.web_domains, &row.mail_domains})
      for (const std::string& domain : *list) {
        EXPECT_FALSE(shared.contains(domain)) << row.id;
        EXPECT_EQ(domain.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-"), std::string::npos) << row.id << " " << domain;
      }
    EXPECT_NE(row.foi_email, "nhs.net");
  }
}

TEST(Reference, ClosedTrustsLeadToTheirSuccessor) {
  const AuthorityInfo* solent = tables().authority("R1C");
  ASSERT_TRUE(solent);
  EXPECT_EQ(solent->name, "Solent NHS Trust");
  EXPECT_EQ(solent->successor, "RW1");
  EXPECT_EQ(to_iso(*solent->closed), "2024-10-01");
}

// Days checked by hand against the calendar, with every day that was moved or added.
TEST(Reference, BankHolidays) {
  struct Case {
    const char* date;
    bool england_and_wales, scotland, northern_ireland;
  };
  const Case cases[] = {
      {"2005-01-03", true, true, true},     // 1 January 2005 was a Saturday
      {"2005-01-04", false, true, false},   // and 2 January a Sunday
      {"2006-01-03", false, true, false},   // 1 January a Sunday, 2 January itself a holiday in Scotland
      {"2008-03-21", true, true, true},     // Good Friday
      {"2008-03-24", true, false, true},    // Easter Monday
      {"2008-12-01", false, true, false},   // St Andrew's Day was a Sunday
      {"2009-07-13", false, false, true},   // 12 July was a Sunday
      {"2011-04-29", true, true, true},     // royal wedding
      {"2012-05-28", false, false, false},  // spring holiday moved …
      {"2012-06-04", true, true, true},     // … to here
      {"2012-06-05", true, true, true},    {"2018-03-19", false, false, true},   // 17 March was a Saturday
      {"2019-11-20", false, false, false}, {"2020-05-04", false, false, false},  // early May holiday moved …
      {"2020-05-08", true, true, true},                                          // … to VE day
      {"2020-08-03", false, true, false},  {"2020-08-31", true, false, true},   {"2021-12-27", true, true, true},
      {"2021-12-28", true, true, true},    {"2021-12-29", false, false, false}, {"2022-01-03", true, true, true},
      {"2022-01-04", false, true, false},  {"2022-05-30", false, false, false}, {"2022-06-02", true, true, true},
      {"2022-06-03", true, true, true},    {"2022-09-19", true, true, true},    {"2023-05-08", true, true, true},
      {"2024-03-29", true, true, true},    {"2024-04-01", true, false, true},   {"2026-06-15", false, true, false},
      {"2027-12-27", true, true, true},  // 25 and 26 December 2027 are Saturday and Sunday
      {"2027-12-28", true, true, true},
  };
  for (const Case& c : cases) {
    const auto day = sys_days(*parse_iso(c.date));
    EXPECT_EQ(tables().bank_holidays.at("england-and-wales").contains(day), c.england_and_wales) << c.date;
    EXPECT_EQ(tables().bank_holidays.at("scotland").contains(day), c.scotland) << c.date;
    EXPECT_EQ(tables().bank_holidays.at("northern-ireland").contains(day), c.northern_ireland) << c.date;
  }
}

TEST(Reference, NoBankHolidayFallsOnAWeekend) {
  for (const auto& [division, days] : tables().bank_holidays) {
    EXPECT_GE(days.size(), 8u * 23);
    for (const sys_days day : days) {
      const unsigned weekday = std::chrono::weekday(day).iso_encoding();
      EXPECT_LE(weekday, 5u) << division << " " << to_iso(Date(day));
    }
  }
}

TEST(ParseReference, SaysWhereATableIsWrong) {
  struct Case {
    const char *file, *text, *message;
  };
  const Case cases[] = {
      {"topics.tsv", "", "topics.tsv, line 1, column 1: the header"},
      {"topics.tsv", "id\tname\n", "topics.tsv, line 1, column 1: the header"},
      {"topics.tsv", "id\tname\tdefinition\twords\tpeople_words\tweak_words\tsource\na\tb\n",
       "topics.tsv, line 2, column 2: has 2 cells, needs 7"},
      {"topics.tsv", "id\tname\tdefinition\twords\tpeople_words\tweak_words\tsource\na\tA\td\tw\t\t\ts\na\tA\td\tw\t\t\ts\n",
       "line 3, column 1: id 'a' stands twice"},
      {"topics.tsv", "id\tname\tdefinition\twords\tpeople_words\tweak_words\tsource\na\tA\td\t;\t\t\ts\n",
       "line 2, column 4: words is empty"},
      {"synonyms.tsv", "term\tvariants\tdirection\tcase_sensitive\tnote\tsource\nx\ty\tsideways\tno\t\t\n",
       "line 2, column 3: direction 'sideways'"},
      {"bank_holidays.tsv", "date\tdivision\tname\tsource\n2020-02-30\tscotland\tx\ty\n",
       "line 2, column 1: date '2020-02-30' is not a date"},
      {"sites.tsv", "authority\tname\taddress\tpostcode\tkind\tsource\nNOONE\tx\ty\tL1 1AA\thospital\ts\n",
       "line 2, column 1: authority 'NOONE'"},
      {"exemptions.tsv",
       "id\tregime\tlabel\ttitle\tkind\tqualified\tparent\tfrom\tto\tsource\nfoia-31-1\tfoia\tl\tt\texemption\tyes\tfoia-31\t\t\ts\n",
       "line 2, column 7: parent 'foia-31' has no row above"},
  };
  for (const Case& c : cases) {
    ReferenceTexts texts = builtin_reference_texts();
    texts[c.file] = c.text;
    const Result<Reference> parsed = parse_reference(texts);
    ASSERT_FALSE(parsed.ok()) << c.text;
    EXPECT_EQ(parsed.error().fault, Fault::kEnvironment);
    EXPECT_NE(parsed.error().message.find(c.message), std::string::npos) << parsed.error().message;
  }
  ReferenceTexts texts = builtin_reference_texts();
  texts.erase("topics.tsv");
  EXPECT_NE(parse_reference(texts).error().message.find("topics.tsv is missing"), std::string::npos);
}

}  // namespace
}  // namespace foi
