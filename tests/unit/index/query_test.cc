// The query language, by example. Left: what a person types. Right: what is looked for (Xapian's description without places: Z… is
// a stem).
#include "indexer/index/query.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "indexer/index/rewrite.h"

namespace foi::index {
namespace {

std::string describe(std::string_view q, const Lexicon* lexicon = nullptr) {
  const auto query = parse_text(q, nullptr, lexicon);
  if (!query) return "error: " + query.error().message;
  if (query->everything) return "everything";
  if (query->match.empty()) return "nothing";
  const std::string whole = query->match.get_description();
  std::string out;
  bool in_place = false;
  for (const char c : whole.substr(6, whole.size() - 7)) {  // Query(…)
    in_place = c == '@' || (in_place && c >= '0' && c <= '9');
    if (!in_place) out.push_back(c);
  }
  return out;
}

struct Row {
  const char* typed;
  const char* sought;
};

TEST(Query, Language) {
  const Row rows[] = {
      // Words: every one of them, stemmed, in any case.
      {"maternity", "Zmatern"},
      {"Maternity", "Zmatern"},
      {"MATERNITY WARDS", "(Zmatern AND Zward)"},
      {"waiting lists", "(Zwait AND Zlist)"},
      {"Waiting   Lists\n", "(Zwait AND Zlist)"},
      {"trust's", "Ztrust"},
      {"trust’s", "Ztrust"},
      {"caf\xc3\xa9", "Zcaf\xc3\xa9"},
      {"\xc3\x89TUDE", "Z\xc3\xa9tude"},
      {"A&E", "Za&e"},
      {"section 117", "(Zsection AND 117)"},
      {"31(1)(b)", "(31 AND 1 AND Zb)"},
      // Words that say nothing, unless nothing else is said.
      {"what did the trust spend", "(Ztrust AND Zspend)"},
      {"how many patients are on the list", "(Zpatient AND Zlist)"},
      {"the of", "(Zthe AND Zof)"},
      {"held under section 17", "(Zheld AND Zunder AND Zsection AND 17)"},
      {"not held", "(Znot AND Zheld)"},
      // Phrases: the words as they stand, next to each other.
      {"\"freedom of information\"", "(freedom PHRASE 3 of PHRASE 3 information)"},
      {"“freedom of information”", "(freedom PHRASE 3 of PHRASE 3 information)"},
      {"\"Waiting Lists\"", "(waiting PHRASE 2 lists)"},
      {"\"freedom of", "(freedom PHRASE 2 of)"},
      {"follow-up", "(follow PHRASE 2 up)"},
      {"4129/22", "(4129 PHRASE 2 22)"},
      {"\"\"", "nothing"},
      // Operators are capitals with something on both sides.
      {"staff OR nurses", "(Zstaff OR Znurs)"},
      {"staff or nurses", "(Zstaff AND Znurs)"},
      {"Staff Or Nurses", "(Zstaff AND Znurs)"},
      {"staff AND nurses", "(Zstaff AND Znurs)"},
      {"staff NOT nurses", "(Zstaff AND_NOT Znurs)"},
      {"staff XOR nurses", "(Zstaff XOR Znurs)"},
      {"NOT nurses", "(<alldocuments> AND_NOT Znurs)"},
      {"(bank OR agency) nurses", "((Zbank OR Zagenc) AND Znurs)"},
      {"bank NEAR/3 nurses", "(bank NEAR 4 nurses)"},
      {"bank ADJ/2 nurses", "(bank PHRASE 3 nurses)"},
      {"NEAR", "near"},
      {"c+d", "(Zc AND Zd)"},
      // + and -, whatever stands beside them.
      {"+staff nurses", "(Zstaff AND Znurs)"},
      {"staff -nurses", "((<alldocuments> AND Zstaff) AND_NOT Znurs)"},
      {"-nurses", "(<alldocuments> AND_NOT Znurs)"},
      {"the -nurses", "(<alldocuments> AND_NOT Znurs)"},
      {"-bank -agency", "(<alldocuments> AND_NOT (Zbank OR Zagenc))"},
      {"well-being", "(well PHRASE 2 being)"},
      // Wildcards.
      {"matern*", "WILDCARD SYNONYM matern"},
      {"Matern*", "WILDCARD SYNONYM matern"},
      {"*", "nothing"},
      {"staff *", "Zstaff"},
      // Fields.
      {"title:maternity", "ZSmatern"},
      {"Title:Maternity", "ZSmatern"},
      {"title:\"annual report\"", "(Sannual PHRASE 2 Sreport)"},
      {"title:maternity staff", "(ZSmatern AND Zstaff)"},
      {"question:cost", "ZXQUcost"},
      {"answer:none", "ZXANnone"},
      {"authority:barts", "ZXAUbart"},
      {"ref:24-097", "(XRF24 PHRASE 2 XRF097)"},
      {"ref:FOI", "ZXRFfoi"},
      {"title:matern*", "WILDCARD SYNONYM Smatern"},
      {"title:", "Ztitl"},
      {"titles:maternity", "(titles PHRASE 2 maternity)"},
      {"Q:aaaaaaaaaaaaaaaa", "(q PHRASE 2 aaaaaaaaaaaaaaaa)"},
      {"XA:rxh", "(xa PHRASE 2 rxh)"},
      {"http://example.org/a", "(http PHRASE 4 example PHRASE 4 org PHRASE 4 a)"},
      // Nothing typed, and no word typed.
      {"", "everything"},
      {"   \n", "everything"},
      {"!!!", "nothing"},
      {"()", "nothing"},
      // Brackets that do not match do no harm.
      {"((staff", "Zstaff"},
      {"staff))", "Zstaff"},
  };
  for (const Row& row : rows) EXPECT_EQ(describe(row.typed), row.sought) << row.typed;
}

TEST(Query, OperatorsThatJoinNothingAreNamed) {
  for (const char* typed : {"AND", "OR", "staff AND", "AND staff", "staff OR", "NOT", "XOR", "staff AND AND nurses", "(staff OR)"}) {
    const auto query = parse_text(typed, nullptr);
    ASSERT_FALSE(query.ok()) << typed;
    EXPECT_EQ(query.error().fault, Fault::kUsage) << typed;
    EXPECT_TRUE(query.error().message.starts_with("q: cannot be read (Syntax: ")) << query.error().message;
  }
}

TEST(Query, WhatIsLookedForOnAPage) {
  const auto query = parse_text("question:costs \"Agency Nurses\" matern* title:report ref:12 NOT wards", nullptr);
  ASSERT_TRUE(query.ok());
  // Not what NOT excludes.
  EXPECT_EQ(query->sought.stems, (std::vector<std::string>{"cost"}));
  EXPECT_EQ(query->sought.phrases, (std::vector<std::vector<std::string>>{{"agency", "nurses"}}));
  EXPECT_EQ(query->sought.beginnings, (std::vector<std::string>{"matern"}));
  EXPECT_EQ(query->in_field.at(Field::kTitle).stems, (std::vector<std::string>{"report"}));
  EXPECT_EQ(query->in_field.at(Field::kReference).phrases, (std::vector<std::vector<std::string>>{{"12"}}));
  EXPECT_FALSE(query->in_field.contains(Field::kAnswer));
}

const Lexicon& lexicon() {
  static const Lexicon made(builtin_reference());
  return made;
}

// Text → the exemptions that were meant.
TEST(Query, CitationsAsPeopleWriteThem) {
  using Ids = std::vector<std::string>;
  struct Case {
    const char* typed;
    Ids meant;
  };
  const Case cases[] = {
      {"s31(1)(a)", {"foia-31-1-a"}},
      {"s.31(1)(a)", {"foia-31-1-a"}},
      {"S.31 (1) (a)", {"foia-31-1-a"}},
      {"section 43", {"foia-43"}},
      {"Section 43 contracts", {"foia-43"}},
      {"contracts section 43", {"foia-43"}},
      {"(section 43) contracts", {"foia-43"}},
      {"section 43?", {"foia-43"}},
      {"sec 40 (2)", {"foia-40-2"}},
      {"section 40(2) names", {"foia-40-2"}},
      {"31(1)(a)", {"foia-31-1-a"}},
      {"reg 12(4)(b)", {"eir-12-4-b"}},
      {"Regulation 12(4)(b)", {"eir-12-4-b"}},
      {"regulation 12 (5) (e)", {"eir-12-5-e"}},
      {"FOIA s.31(1)(a)", {"foia-31-1-a"}},
      {"EIR reg.12(4)(b)", {"eir-12-4-b"}},
      {"FOISA s.25(1)", {"foisa-25-1"}},
      {"section 40 (cost)", {"foia-40"}},
      {"section 36(2)(b)(i)", {"foia-36-2-b-i"}},
      {"s21 and s22", {"foia-21", "foia-22"}},
      // Not one of ours, or not a citation.
      {"section 117", {}},
      {"section 31(9)(z)", {"foia-31"}},
      {"31", {}},
      {"12 (4)", {}},
      {"s", {}},
      {"section", {}},
      {"section three", {}},
      {"beds 31", {}},
      {"class 43", {}},
      {"s43x", {}},
      {"\"section 43\"", {}},
      {"title:s43", {}},
      {"-s43 contracts", {}},
      {"section 43 NEAR contracts", {}},
      {"section 9999999", {}},
      {"s31(1)(", {"foia-31-1"}},
  };
  for (const Case& c : cases) {
    const auto query = parse_text(c.typed, nullptr, &lexicon());
    ASSERT_TRUE(query.ok()) << c.typed;
    // The Scottish Act numbers its sections alike; only where it is named is it shown here.
    Ids meant = query->cited;
    if (!std::string_view(c.typed).starts_with("FOISA"))
      std::erase_if(meant, [](const std::string& id) { return id.starts_with("foisa-") || id.starts_with("eisr-"); });
    EXPECT_EQ(meant, c.meant) << c.typed;
  }
}

TEST(Query, ACitationFindsLettersThatCiteItAndLettersThatSayIt) {
  EXPECT_EQ(describe("EIR reg 12(4)(b) costs", &lexicon()),
            "(((PostingSource(Xapian::FixedWeightPostingSource(wt=5)) FILTER XE:eir-12-4-b|any) OR ((12 PHRASE 3 4 PHRASE 3 b) OR (reg12 "
            "PHRASE 3 4 PHRASE 3 b))) AND Zcost)");
}

TEST(Query, OtherWordsForTheSameCountLess) {
  struct Case {
    const char* typed;
    bool expanded;
  };
  const Case cases[] = {
      {"computed tomography", true},
      {"computed tomography waits", true},
      {"waits computed tomography", true},
      {"Computed Tomography", true},
      {"CT", true},
      {"CT waits", true},
      {"CT scanner", true},
      // Small letters are not the abbreviation; quotes, fields, signs and NEAR mean the words themselves.
      {"ct", false},
      {"Ct", false},
      {"\"computed tomography\"", false},
      {"title:CT", false},
      {"-CT waits", false},
      {"CT NEAR waits", false},
      {"waits NEAR CT", false},
      {"CT*", false},
      {"tomography", false},
      {"computed", false},
  };
  for (const Case& c : cases) {
    const std::string query = describe(c.typed, &lexicon());
    EXPECT_EQ(query.find("0.5 * ") != std::string::npos, c.expanded) << c.typed << " → " << query;
  }
  const std::string query = describe("CT", &lexicon());
  EXPECT_NE(query.find("(computed PHRASE 2 tomography)"), std::string::npos) << query;
  EXPECT_TRUE(query.starts_with("(Zct OR 0.5 * ")) << query;
  EXPECT_EQ(describe("ward computed tomography", &lexicon()).rfind("(Zward AND ((Zcomput AND Ztomographi) OR 0.5 * ", 0), 0u);
}

TEST(Query, AReferenceAsPrintedComesFirst) {
  using Words = std::vector<std::string>;
  const std::pair<const char*, Words> cases[] = {
      {"FOI ICB 24-097", {"foi", "icb", "24", "097"}},
      {"FOI 4129/22", {"foi", "4129", "22"}},
      {"RFI-2207", {"rfi", "2207"}},
      {"F5531", {"f5531"}},
      {"2023/207", {"2023", "207"}},
      {"section 43", {}},
      {"waiting lists", {}},
      {"costs 2023", {}},
      {"how many in 2023-24?", {}},
      {"NHS staff", {}},
      {"what is FOI 12", {}},
      {"title:FOI-12", {}},
      {"\"FOI 12\"", {}},
      {"", {}},
  };
  for (const auto& [typed, words] : cases) EXPECT_EQ(reference_words(typed), words) << typed;
  EXPECT_EQ(describe("RFI-2207", &lexicon()), "((rfi PHRASE 2 2207) AND_MAYBE (XRFrfi PHRASE 2 XRF2207))");
  EXPECT_EQ(describe("Our ref: RFI-2207", &lexicon()), describe("RFI-2207", &lexicon()));
  EXPECT_EQ(describe("expansion:0", &lexicon()), "nothing");
}

TEST(Filters, AreTermsOfOneValueEach) {
  Selection selection;
  selection.values[at(FacetId::kAuthority)] = {"RXH", "RJ1"};
  selection.values[at(FacetId::kYear)] = {"2024"};
  EXPECT_EQ(filter_query(selection).get_description(), "Query(((XA:RXH OR XA:RJ1) AND Y2024))");
}

TEST(Filters, AnExemptionMeansOneThatStands) {
  Selection selection;
  selection.values[at(FacetId::kExemption)] = {"foia-31"};
  EXPECT_EQ(filter_query(selection).get_description(), "Query(XE:foia-31|standing)");
  selection.values[at(FacetId::kStatus)] = {"overturned"};
  EXPECT_EQ(filter_query(selection).get_description(), "Query(XE:foia-31|overturned)");
  selection.values[at(FacetId::kExemption)].clear();
  EXPECT_EQ(filter_query(selection).get_description(), "Query(XES:overturned)");
}

TEST(Filters, DatesAreARangeWithBothEnds) {
  Selection selection;
  selection.from = 20240105;
  selection.to = 20240106;
  EXPECT_EQ(filter_query(selection).get_description(), "Query(VALUE_RANGE 0 20240105 20240106\\xff)");
}

}  // namespace
}  // namespace foi::index
