// Specifications: what is read, and what is refused with file and line.
#include "corpus/make/letter.h"

#include <gtest/gtest.h>

#include "corpus/make/render.h"

namespace {

using foi::corpus::parse_letter;

constexpr std::string_view kHead = "file: a/b.pdf\nformat: pdf\nkind: response\npurpose: none\n";

TEST(Letter, ReadsKeysThenBody) {
  const auto letter = parse_letter("x", std::string(kHead) + "# a remark\n\ntopics: cancer;  maternity ; \n---\nDear Sir\n---\nend\n");
  ASSERT_TRUE(letter) << letter.error().message;
  EXPECT_EQ(letter->at("file"), "a/b.pdf");
  EXPECT_EQ(letter->list("topics"), (std::vector<std::string>{"cancer", "maternity"}));
  EXPECT_EQ(letter->body, "Dear Sir\n---\nend\n") << "a rule in the body is no second end of the keys";
  EXPECT_EQ(letter->at("reference"), "");
}

TEST(Letter, RefusesSlips) {
  const struct {
    std::string text, complaint;
  } slips[] = {
      {"file: a\nfile: b\n---\n", "x.letter:2: key 'file' twice"},       {"tpoics: cancer\n---\n", "x.letter:1: unknown key 'tpoics'"},
      {"Dear Sir\n---\n", "x.letter:1: expected 'key: value' or '---'"}, {"file: a\n---\n", "x.letter:2: the key 'format' is missing"},
      {std::string(kHead), "x.letter:4: no '---' before the body"},      {"", "x.letter:0: no '---' before the body"},
  };
  for (const auto& slip : slips) {
    const auto letter = parse_letter("x", slip.text);
    ASSERT_FALSE(letter) << slip.complaint;
    EXPECT_EQ(letter.error().message, slip.complaint);
    EXPECT_EQ(letter.error().fault, foi::Fault::kUsage);
  }
}

TEST(Letter, RefusesWhatCannotBeRendered) {
  const struct {
    std::string keys, complaint;
  } slips[] = {
      {"file: a\nformat: pdf\nkind: response\npurpose: p\nstyle: baroque\n", "unknown style 'baroque'"},
      {"file: a\nformat: wordperfect\nkind: response\npurpose: p\nstyle: police\n", "unknown format 'wordperfect'"},
      {"file: a\nformat: scan\nkind: response\npurpose: p\nstyle: police\nscan: tilt=3\n", "unknown scan setting 'tilt'"},
      {"file: a\nformat: scan\nkind: response\npurpose: p\nstyle: police\nscan: dpi\n", "scan setting 'dpi' is not name=number"},
  };
  for (const auto& slip : slips) {
    const auto letter = parse_letter("x", slip.keys + "---\nDear Sir\n");
    ASSERT_TRUE(letter);
    const auto bytes = foi::corpus::render(*letter);
    ASSERT_FALSE(bytes) << slip.complaint;
    EXPECT_NE(bytes.error().message.find(slip.complaint), std::string::npos) << bytes.error().message;
  }
}

TEST(Letter, TextIsTheBodyWithItsLineEnds) {
  const auto letter =
      parse_letter("x", "file: a.csv\nformat: text\nkind: attachment\npurpose: p\nnewline: crlf\nbom: yes\n---\na,b\n1,2\n");
  ASSERT_TRUE(letter);
  const auto bytes = foi::corpus::render(*letter);
  ASSERT_TRUE(bytes);
  EXPECT_EQ(*bytes,
            "\xef\xbb\xbf"
            "a,b\r\n1,2\r\n");
}

}  // namespace
