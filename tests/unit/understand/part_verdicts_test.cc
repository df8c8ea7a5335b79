// What a review decides of the parts of a request it names, each with what only sounds like it.
#include "indexer/understand/part_verdicts.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace foi::understand {
namespace {

std::string shown(PartLabel label) {
  switch (label.form) {
    case PartLabel::Form::ordinal:
      return "no" + std::to_string(label.number);
    case PartLabel::Form::letter:
      return std::string(1, static_cast<char>('a' + label.number - 1));
    case PartLabel::Form::roman:
      return "r" + std::to_string(label.number);
    case PartLabel::Form::rest:
      return "rest";
    case PartLabel::Form::number:
    case PartLabel::Form::subject:
      break;
  }
  return std::to_string(label.number);
}

std::string labels_of(std::string_view lower, const std::vector<Span>& citations = {}) {
  std::string all;
  for (const SentencePiece& piece : pieces_of(lower, citations))
    if (piece.kind == SentencePiece::Kind::label) all += (all.empty() ? "" : " ") + shown(piece.label);
  return all;
}

TEST(PartLabels, AsPeopleNameThem) {
  struct Row {
    std::string_view text, labels;
  };
  constexpr Row rows[] = {
      {"(a), (b) and (c)", "a b c"},
      {"as to (i) and (iv)", "r1 r4"},
      {"the decision on b) stands", "b"},
      {"questions 2, 3 and 5", "2 3 5"},
      {"items 1 to 4", "1 2 3 4"},
      {"q7 and question 9", "7 9"},
      {"question 2a was answered", "2"},
      {"part b is enclosed", "b"},
      {"your first and third questions", "no1 no3"},
      {"it fails for the rest", "rest"},
      // No part of a request.
      {"the first decision of 3 may", ""},
      {"the rest of the valuation", ""},
      {"a question i asked", ""},
      {"question a colleague", ""},
      {"3 of the 12 pages", ""},
      {"the board met on (2 may)", ""},
      {"two vans (31) were sold", ""},
      {"on (1) and (2)", "1 2"},
      {"grade 5(b) staff", ""},
      {"the map (see annex c) is enclosed", ""},
      {"about a dozen (some 12) were sold", ""},
      {"the figures for q4 2023", ""},
      {"question 2, 14 days after it came", "2"},
      {"2: confirmed", "2"},
      {"the information at 2 was withheld", "2"},
      {"in relation to 4, the post was given", "4"},
      {"information at 9 sites", ""},
      {"in relation to 12 vans", ""},
      {"in respect of 2.5 million records", ""},
      {"in relation to 1,500 records", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(labels_of(row.text), row.labels) << row.text;
}

TEST(PartLabels, AtTheHeadOfALineOrACell) {
  struct Row {
    std::string_view text;
    bool cell;
    std::string_view labels;
  };
  constexpr Row rows[] = {
      {"(a) the estimate was made in may", false, "a"},
      {"questions 1 and 2", false, "1 2"},
      {"part 3 - original decision confirmed", false, "3"},
      {"**q1 - the agreement**", false, "1"},
      {"2. the briefing note", true, "2"},
      {"2", true, "2"},
      {"1 and 2", true, "1 2"},
      {"2", false, ""},
      {"2019/20", true, ""},
      {"the second", false, ""},
      {"vans", true, ""},
  };
  for (const Row& row : rows) {
    std::string all;
    for (const PartLabel label : labels_leading(row.text, row.cell)) all += (all.empty() ? "" : " ") + shown(label);
    EXPECT_EQ(all, row.labels) << row.text;
  }
}

TEST(PartLabels, BracketsOfACitationAreNone) {
  constexpr std::string_view text = "(i) under section 31(1)(a)";
  EXPECT_EQ(labels_of(text, {{10, text.size()}}), "r1");
}

std::string verdicts(std::string_view lower) {
  std::string all;
  for (const PartVerdict& v : verdicts_on_parts(lower, pieces_of(lower, {})))
    all += (all.empty() ? "" : " ") + shown(v.part) + (v.fate == PartFate::upheld ? "+" : v.fate == PartFate::partly ? "~" : "-");
  return all;
}

TEST(PartVerdicts, OfTheComplaintAndOfTheAnswer) {
  struct Row {
    std::string_view text, verdicts;  // + the refusal stands, - it falls, ~ in part
  };
  constexpr Row rows[] = {
      {"the complaint succeeds on c), succeeds in large part on d), and fails on b)", "c- d~ b+"},
      {"i uphold the original decision as to (i), partly as to (ii), and not as to (iii)", "r1+ r2~ r3-"},
      {"your complaint succeeds on the first and third questions, and fails on the second and fourth", "no1- no3- no2+ no4+"},
      {"your complaint is upheld as to item 2 and half of item 4, and not as to item 3", "2- 4~ 3+"},
      {"the decision on b) stands", "b+"},
      {"the refusal of (a) and (b) is set aside", "a- b-"},
      {"questions 1 to 3: the reply is maintained", "1+ 2+ 3+"},
      {"i agree with you on (i)", "r1-"},
      {"i agree with the refusal of (i)", "r1+"},
      {"you are right on c)", "c-"},
      {"the trust was right on c)", "c+"},
      {"item 2 is now enclosed", "2-"},
      {"items 3 and 4 remain withheld", "3+ 4+"},
      {"i do not uphold the decision on (b)", "b-"},
      {"the panel substituted a different decision on (a) and on a part of (b), and confirmed the remainder", "a- b~ rest+"},
      {"the refusal stands except for (c)", "c-"},
      {"it was wrong to refuse (d)", "d-"},
      {"you are correct on (b)", "b-"},
      {"you are wrong on (b)", "b+"},
      {"the answer to question 2 was right", "2+"},
      {"the decision on (b) fails", "b-"},
      {"i reject the refusal of (b)", "b-"},
      {"i reject the complaint about (b)", "b+"},
      {"part 3: original decision changed", "3~"},
      {"4: modified", "4~"},
      {"confirmed, with modifications, on point 3", "3~"},
      {"confirmed without modification on point 3", "3+"},
      // Nothing decided of a part.
      {"part 3 of the rota changed", ""},
      {"the reply lists item 2 as you amended it", ""},
      {"you say that the decision on b) was wrong", ""},
      {"i considered whether the decision on b) was right", ""},
      {"the complaint succeeds", ""},
      {"(a) the number of vans; (b) the cost of each", ""},
      {"the board upheld the award in 2019", ""},
      {"it fails on item 3, although the reason has changed", ""},
      {"item 2 was not held", ""},
      {"we failed to answer question 3", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(verdicts(row.text), row.verdicts) << row.text;
}

TEST(PartVerdicts, InTheLastCellOfARow) {
  struct Row {
    std::string_view cell;
    std::optional<PartFate> fate;
  };
  constexpr auto upheld = PartFate::upheld, partly = PartFate::partly, overturned = PartFate::overturned;
  const Row rows[] = {{"disclosed", overturned},
                      {"two of five documents disclosed", partly},
                      {"five of five disclosed", overturned},
                      {"upheld. drivers would not expect their names to be published, and nobody needs them", upheld},
                      {"given in full", overturned},
                      {"not upheld. disclosed", overturned},
                      {"still withheld", upheld},
                      {"no change", upheld},
                      {"not disclosed", upheld},
                      {"complaint not upheld", upheld},
                      {"complaint upheld", overturned},
                      {"disclosed, bar three names", partly},
                      {"11 names given, 8 still withheld", partly},
                      {"upheld in part", partly},
                      {"question 3", std::nullopt},
                      {"£11,460", std::nullopt},
                      {"", std::nullopt}};
  for (const Row& row : rows) EXPECT_EQ(fate_in_cell(row.cell), row.fate) << row.cell;
  EXPECT_FALSE(
      fate_in_cell("the plan was looked at by two of us who had not seen it and what was said of it in june is set out at length in the "
                   "pages that follow this one so it is not disclosed"));
}

}  // namespace
}  // namespace foi::understand
