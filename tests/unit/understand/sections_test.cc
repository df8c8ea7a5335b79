#include "indexer/understand/sections.h"

#include <gtest/gtest.h>

#include "tests/unit/understand/fixtures.h"

namespace foi::understand {
namespace {

using enum SectionKind;

SectionKind kind_of(const TestLetter& letter, std::string_view words) {
  const std::size_t at = letter.letter.text.find(words);
  EXPECT_NE(at, std::string::npos) << words;
  return section_at(letter.sections, at);
}

struct Row {
  std::string_view words;
  SectionKind kind;
};

void expect_kinds(const TestLetter& letter, const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(static_cast<int>(kind_of(letter, row.words)), static_cast<int>(row.kind)) << row.words;
}

TEST(Sections, OfAPlainLetter) {
  const TestLetter letter(
      "Northfield House\nNorthfield\n\nOur Ref: FOI 77\nDate: 3 May 2023\n\nDear Enquirer,\n\nThank you for your request.\n\nYou requested "
      "the "
      "following information:\n\n1. How many vans are owned?\n\n2. I can confirm that I only need the total. What do they cost?\n\nOur "
      "response:\n\n1. "
      "Nine.\n\n2. It is withheld.\n\nSection 43 - Commercial interests\n\nPrices would help rivals.\n\nPublic interest test\n\nFactors in "
      "favour of disclosure "
      "are openness.\n\nRe-use of Public Sector Information\n\nYou may re-use this.\n\nIf you are dissatisfied with the handling of your "
      "request, you may ask "
      "for an internal review.\n\nIf you are not content with the outcome, you may apply to the Information Commissioner.\n\nYours "
      "sincerely\n\nFreedom of "
      "Information Team\n\nThis email is confidential and intended only for you.\n");
  expect_kinds(letter, {{"Northfield House", letterhead},
                        {"Our Ref", reference_block},
                        {"Date: 3", reference_block},
                        {"Dear", response},
                        {"You requested", request},
                        {"How many vans", request},
                        {"I can confirm that I only", request},
                        {"Our response", response},
                        {"Nine.", response},
                        {"Section 43", exemption_reasons},
                        {"Prices would", exemption_reasons},
                        {"Factors in favour", public_interest_test},
                        {"You may re-use", re_use},
                        {"If you are dissatisfied", review_rights},
                        {"If you are not content", ico_address},
                        {"Yours sincerely", signature},
                        {"Freedom of", signature},
                        {"This email is", disclaimer}});
}

TEST(Sections, OfAReviewThatQuotesTheFirstAnswer) {
  const TestLetter letter(
      "Dear Enquirer,\n\nThank you for your request for an internal review of our response.\n\nRequest\n\nHow is access "
      "given?\n\nResponse\n\nWe refuse to "
      "say.\n\nInternal Review\n\nThe first answer was incorrect.\n\nIf you remain dissatisfied, you may complain to the Information "
      "Commissioner.\n");
  expect_kinds(letter, {{"Thank you", response},
                        {"How is access", request},
                        {"We refuse", quoted_thread},
                        {"The first answer", review_decision},
                        {"If you remain", ico_address}});
}

TEST(Sections, AReviewHeadingInAnOrdinaryAnswerIsBoilerplate) {
  const TestLetter letter(
      "Dear Enquirer,\n\nThank you for your request.\n\nWe own nine vans.\n\nInternal Review\n\nWrite to us within 40 days.\n");
  expect_kinds(letter, {{"We own", response}, {"Write to us", review_rights}});
}

TEST(Sections, NearMissesOpenNothing) {
  const TestLetter letter(
      "Dear Enquirer,\n\nThank you for your request.\n\nYou have the right to see the garden.\n\nIf you believe in gardens, plant "
      "one.\n\nThe response was slow.\n\n"
      "Requests rose by nine.\n\nTo: the left of the gate.\n");
  expect_kinds(letter, {{"You have the right", response},
                        {"If you believe", response},
                        {"The response was", response},
                        {"Requests rose", response},
                        {"To: the", response}});
}

TEST(Sections, ATableWithoutSalutationHasNoLetterhead) {
  const TestLetter letter("Ward  Beds\nAsh  12\nElm  9\n");
  expect_kinds(letter, {{"Ward", response}, {"Elm", response}});
}

TEST(Sections, AnAnnexAfterTheSignatureIsAnswerAgain) {
  const TestLetter letter(
      "Dear Enquirer,\n\nThank you for your request.\n\nYours sincerely\n\nInformation Team\n\fAppendix 1\n\nAsh ward has twelve beds.\n");
  expect_kinds(letter, {{"Information Team", signature}, {"Ash ward", response}});
}

TEST(Sections, MessageHeadersOpenAThread) {
  const TestLetter letter(
      "Please find the figures below.\n\nFrom: foi@example.org\nSent: 3 May 2023\nTo: enquirer\nSubject: vans\n\nDear Team,\n\nHow many "
      "vans?\n");
  expect_kinds(letter, {{"Please find", response}, {"Sent:", mail_headers}, {"How many", quoted_thread}});
}

TEST(Sections, CoverTheTextWithoutGaps) {
  for (std::string_view text : {"", "\n", "\f\f", "Dear A\n\nRequest\nx\n\fResponse\n", "Yours sincerely", "1.\n2.\n3."}) {
    const TestLetter letter(text);
    std::size_t at = 0;
    for (const Section& s : letter.sections) {
      EXPECT_EQ(s.start, at);
      EXPECT_GT(s.end, s.start);
      at = s.end;
    }
    EXPECT_EQ(at, letter.letter.text.size());
  }
}

}  // namespace
}  // namespace foi::understand
