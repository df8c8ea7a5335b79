#include "indexer/understand/findings.h"

#include <gtest/gtest.h>

namespace foi::understand {
namespace {

std::string found(std::string_view text) {
  std::string all;
  for (const Finding& f : read_findings(repair(text), CitationTable(builtin_reference())))
    all += (all.empty() ? "" : "; ") + f.id + ' ' + std::string(name_of(f.status));
  return all.empty() ? "-" : all;
}

TEST(Findings, OfTheCommissionersNotices) {
  struct Row {
    std::string_view text, expected;
  };
  constexpr Row rows[] = {
      {"FOI 36: Upheld", "foia-36 overturned"},
      {"FOI 36: Upheld FOI 40: Not upheld", "foia-36 overturned; foia-40 upheld"},
      {"FOI 36: Partly upheld", "foia-36 partly-upheld"},
      {"FOI 17 – Complaint Upheld, FOI 40 – Complaint Not upheld", "foia-17 overturned; foia-40 upheld"},
      {"EIR 12(5)(b): Not upheld EIR 14(2): Upheld", "eir-12-5-b upheld; eir-14-2 overturned"},
      {"FOI 12    Not upheld", "foia-12 upheld"},
      {"FOI 43(2): Complaint partly upheld", "foia-43-2 partly-upheld"},
      {"- Decision(s) FOI 27: Not upheld, FOI 40: Upheld", "foia-27 upheld; foia-40 overturned"},
      {"EIR 12.5.e - Complaint Upheld, EIR 12.4.d: Partly upheld", "eir-12-5-e overturned; eir-12-4-d partly-upheld"},
      {"FOI 36. Upheld", "-"},
      {"FOI 36 was upheld by the board", "-"},
      {"FOI 4129: Upheld", "-"},
      {"FOI 36: Upholding it", "-"},
      {"Complaint upheld", "-"},
      {"FOI 99: Upheld", "-"},
  };
  for (const Row& row : rows) EXPECT_EQ(found(row.text), row.expected) << row.text;
}

TEST(Findings, AreThere) {
  for (const std::string_view text : {"foi 36: upheld", "so it ends. eir 12.4.a: not upheld", "foi 1(1) \u2013 complaint partly upheld"})
    EXPECT_TRUE(has_finding(text)) << text;
  for (const std::string_view text :
       {"foi 4129: we upheld it", "foi 36 upheld", "foi: upheld", "foi 36: the complaint was upheld", "section 36: upheld", "", "foi 3"})
    EXPECT_FALSE(has_finding(text)) << text;
}

}  // namespace
}  // namespace foi::understand
