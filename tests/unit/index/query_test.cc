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

const Lexicon& lexicon() {
  static const Lexicon made(builtin_reference());
  return made;
}

struct Row {
  const char* typed;
  const char* sought;
  bool means_more = false;  // to the lexicon, of which tests below tell
};

TEST(Query, Language) {
  const Row rows[] = {
      // Words: every one of them, stemmed, in any case.
      {"maternity", "Zmatern", true},
      {"Maternity", "Zmatern", true},
      {"MATERNITY WARDS", "(Zmatern AND Zward)", true},
      {"waiting lists", "(Zwait AND Zlist)"},
      {"Waiting   Lists\n", "(Zwait AND Zlist)"},
      {"trust's", "Ztrust"},
      {"trust’s", "Ztrust"},
      {"caf\xc3\xa9", "Zcaf\xc3\xa9"},
      {"\xc3\x89TUDE", "Z\xc3\xa9tude"},
      {"A&E", "Za&e", true},
      {"section 117", "(Zsection AND 117)"},
      {"31(1)(b)", "(31 AND 1 AND Zb)", true},
      // Words that say nothing, unless nothing else is said.
      {"what did the trust spend", "(Ztrust AND Zspend)"},
      {"how many patients are on the list", "(Zpatient AND Zlist)"},
      {"the of", "(Zthe AND Zof)"},
      {"held under section 17", "(Zheld AND Zunder AND Zsection AND 17)", true},
      {"not held", "(Znot AND Zheld)", true},
      // Phrases: the words as they stand, next to each other.
      {"\"freedom of information\"", "(freedom PHRASE 3 of PHRASE 3 information)"},
      {"“freedom of information”", "(freedom PHRASE 3 of PHRASE 3 information)"},
      {"„freedom of information“", "(freedom PHRASE 3 of PHRASE 3 information)"},
      {"«freedom of information»", "(freedom PHRASE 3 of PHRASE 3 information)"},
      {"”agency nurses“ staff", "((agency PHRASE 2 nurses) AND Zstaff)"},
      {"“agency nurses", "(agency PHRASE 2 nurses)"},
      {"‘parking costs’", "(Zpark AND Zcost)"},
      {"\"Waiting Lists\"", "(waiting PHRASE 2 lists)"},
      {"\"freedom of", "(freedom PHRASE 2 of)"},
      {"follow-up", "(follow PHRASE 2 up)", true},
      {"4129/22", "(4129 PHRASE 2 22)", true},
      {"\"\"", "nothing"},
      // Operators are capitals with something on both sides.
      {"staff OR nurses", "(Zstaff OR Znurs)"},
      {"staff or nurses", "(Zstaff AND Znurs)"},
      {"Staff Or Nurses", "(Zstaff AND Znurs)"},
      {"staff AND nurses", "(Zstaff AND Znurs)"},
      {"staff NOT nurses", "(Zstaff AND_NOT Znurs)"},
      {"staff XOR nurses", "(Zstaff XOR Znurs)"},
      {"NOT nurses", "(<alldocuments> AND_NOT Znurs)"},
      {"(bank OR agency) nurses", "((Zbank OR Zagenc) AND Znurs)", true},
      {"bank NEAR/3 nurses", "(bank NEAR 4 nurses)"},
      {"bank ADJ/2 nurses", "(bank PHRASE 3 nurses)"},
      // Never so far that two pages are near.
      {"bank NEAR/500 nurses", "(bank NEAR 501 nurses)"},
      {"bank NEAR/5000 nurses", "(bank NEAR 501 nurses)"},
      {"bank ADJ/99999999999999999999 nurses", "(bank PHRASE 501 nurses)"},
      {"(bank NEAR/5000 nurses)", "(bank NEAR 501 nurses)"},
      {"bank NEAR/0 nurses", "(bank NEAR 2 nurses)"},
      {"bank NEAR/-1 nurses", "(bank NEAR 2 nurses)"},
      {"bank ADJ/0 nurses", "(bank PHRASE 2 nurses)"},
      {"bank NEAR/5000 nurses NEAR/0 wards", "(bank NEAR 502 nurses NEAR 502 wards)"},
      {"bank NEAR/5000x", "(Zbank AND (near PHRASE 2 5000x))"},
      {"\"bank NEAR/5000 nurses\"", "(bank PHRASE 4 near PHRASE 4 5000 PHRASE 4 nurses)"},
      {"LINEAR/5000", "(linear PHRASE 2 5000)", true},
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
      {"é*", "WILDCARD SYNONYM é"},
      {"\"5*6 beds\"", "(5 PHRASE 3 6 PHRASE 3 beds)"},
      {"\"staff * nurses\"", "(staff PHRASE 2 nurses)"},
      {"matern* \"bank nurses\"", "(WILDCARD SYNONYM matern AND (bank PHRASE 2 nurses))"},
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
  for (const Row& row : rows) {
    EXPECT_EQ(describe(row.typed), row.sought) << row.typed;
    EXPECT_EQ(describe(row.typed, &lexicon()) != row.sought, row.means_more) << row.typed << " → " << describe(row.typed, &lexicon());
  }
}

TEST(Query, QuotesOfAnyKindMeanTheWordsThemselves) {
  for (const char* words : {"agency nurses", "section 43", "A&E", "computed tomography", "s31(1)(a)"}) {
    const std::string straight = describe("\"" + std::string(words) + "\"", &lexicon());
    EXPECT_EQ(straight, describe("\"" + std::string(words) + "\"")) << words;
    for (const auto& [open, close] : {std::pair{"“", "”"}, {"„", "“"}, {"«", "»"}})
      EXPECT_EQ(describe(open + std::string(words) + close, &lexicon()), straight) << open << words << close;
  }
}

TEST(Query, AWildcardInQuotesIsNamed) {
  for (const char* typed :
       {"\"agency nur*\"", "“agency nur*”", "title:\"annual rep*\"", "\"nur* agency\"", "staff \"agency nur*", "\"caf\xc3\xa9*\""}) {
    const auto query = parse_text(typed, nullptr, &lexicon());
    ASSERT_FALSE(query.ok()) << typed;
    EXPECT_EQ(query.error().message, "q: cannot be read (a word with * in quotes); take the word out of the quotes") << typed;
  }
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
  const auto query =
      parse_text("question:costs answer:thea* \"Agency Nurses\" matern* title:report title:Ann* ref:12 x-ray* NOT wards NOT car*", nullptr);
  ASSERT_TRUE(query.ok());
  // Not what NOT excludes.
  EXPECT_EQ(query->sought.stems, (std::vector<std::string>{"cost"}));
  EXPECT_EQ(query->sought.phrases, (std::vector<std::vector<std::string>>{{"agency", "nurses"}, {"x", "ray"}}));
  EXPECT_EQ(query->sought.beginnings, (std::vector<std::string>{"thea", "matern"}));
  EXPECT_EQ(query->in_field.at(Field::kTitle).beginnings, (std::vector<std::string>{"ann"}));
  EXPECT_EQ(query->in_field.at(Field::kTitle).stems, (std::vector<std::string>{"report"}));
  EXPECT_EQ(query->in_field.at(Field::kReference).phrases, (std::vector<std::vector<std::string>>{{"12"}}));
  EXPECT_EQ(query->in_field.at(Field::kAnswer).beginnings, (std::vector<std::string>{"thea"}));
  EXPECT_FALSE(query->in_field.at(Field::kQuestion).stems.empty());
  EXPECT_FALSE(query->in_field.contains(Field::kAuthorityName));
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
      {"§31(1)(a)", {"foia-31-1-a"}},
      {"§ 43 contracts", {"foia-43"}},
      {"§§ 31 (1) (a)", {"foia-31-1-a"}},
      {"31 (1) (a)", {"foia-31-1-a"}},
      {"31 (1)(a) contracts", {"foia-31-1-a"}},
      {"+s43 contracts", {"foia-43"}},
      // Not one of ours, or not a citation.
      {"section 117", {}},
      {"section 31(9)(z)", {"foia-31"}},
      {"31", {}},
      {"12 (4)", {}},
      {"ward 31 (1)", {}},
      {"ward 31 (1) (zz)", {}},
      {"beds 31 (1) of (a)", {}},
      {"§", {}},
      {"§ 117", {}},
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

TEST(Query, ACitationKeepsItsSign) {
  const std::string cited = describe("section 43", &lexicon());
  EXPECT_NE(cited.find("XE:foia-43|any"), std::string::npos) << cited;
  EXPECT_NE(describe("-s43", &lexicon()).find("AND_NOT ((PostingSource"), std::string::npos);
  EXPECT_EQ(describe("-section 43", &lexicon()), "(<alldocuments> AND_NOT " + cited + ")");
  EXPECT_EQ(describe("contracts -section 43", &lexicon()), "((<alldocuments> AND Zcontract) AND_NOT " + cited + ")");
  EXPECT_EQ(describe("+section 43", &lexicon()), cited);
  EXPECT_EQ(describe("x contracts-s43 x", &lexicon()).find("foia"), std::string::npos);
  EXPECT_EQ(describe("-contracts", &lexicon()), "(<alldocuments> AND_NOT Zcontract)");
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
      // No word is spelt as what has "&" in it.
      {"A&E", true},
      {"a&e", true},
      {"a&e waits", true},
      {"h&s", true},
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
  EXPECT_EQ(describe("bank NEAR/3 nurses", &lexicon()), describe("bank NEAR/3 nurses")) << "an operator is no part of a reference";
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
