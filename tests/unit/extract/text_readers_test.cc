#include <gtest/gtest.h>

#include "indexer/extract/encoding.h"
#include "indexer/extract/readers.h"
#include "tests/unit/extract/recording_sink.h"

namespace foi::extract {
namespace {

using namespace std::string_literals;

TEST(Encoding, IsFoundFromTheBytes) {
  EXPECT_EQ(decode_text("Trust’s £5"), "Trust’s £5");
  EXPECT_EQ(decode_text("\xEF\xBB\xBFyes"), "yes");
  EXPECT_EQ(decode_text("Trust\x92s \xA3"
                        "5 \x80"),
            "Trust’s £5 €");
  EXPECT_EQ(decode_text("\xFF\xFE\x41\x00\xA3\x00"s), "A£");
  EXPECT_EQ(decode_text("\xFE\xFF\x00\x41\x20\x19"s), "A’");
  EXPECT_EQ(decode_text("\xFF\xFE\x3D\xD8\x00\xDE"s), "😀");
  EXPECT_EQ(decode_text("\xFF\xFE\x3D\xD8"s), "\uFFFD") << "half a pair";
  EXPECT_EQ(decode_text("a\r\nb\rc\n"), "a\nb\nc\n");
}

TEST(TextReader, KeepsTheTextAsItIs) {
  const std::string mail = "From: foi@example.org\nSubject: FOI 12\n\nDear applicant,\n\n  1. None.\n";
  RecordingSink sink;
  ASSERT_TRUE(read_text(mail, "text/plain", sink).ok());
  EXPECT_EQ(sink.text(), mail);
  EXPECT_EQ(sink.extraction.media_type, "text/plain");
  EXPECT_TRUE(sink.extraction.pages[0].words.empty());
}

TEST(TextReader, FormFeedsEndPages) {
  RecordingSink sink;
  ASSERT_TRUE(read_text("one\n\ftwo\n\f\n", "text/plain", sink).ok());
  ASSERT_EQ(sink.extraction.pages.size(), 2u);
  EXPECT_EQ(sink.announced_pages, 2u);
  EXPECT_EQ(sink.text(1), "two\n");
  EXPECT_EQ(sink.extraction.pages[1].number, 2u);
}

struct CsvCase {
  const char* name;
  std::string bytes;
  std::string text;
};

class CsvReader : public testing::TestWithParam<CsvCase> {};

TEST_P(CsvReader, GivesALineForEachRow) {
  RecordingSink sink;
  ASSERT_TRUE(read_csv(GetParam().bytes, sink).ok());
  ASSERT_EQ(sink.extraction.pages.size(), 1u);
  EXPECT_EQ(sink.text(), GetParam().text);
}

const CsvCase kCsv[] = {
    {"plain", "Month,Count\r\nJan,5\r\n", "Month\tCount\nJan\t5\n"},
    {"quoted", "\"a, b\",\"say \"\"no\"\"\"\n", "a, b\tsay \"no\"\n"},
    {"line_breaks_in_fields", "\"two\nlines\",x\n", "two lines\tx\n"},
    {"semicolons", "Month;Cost\nJan;1,50\n", "Month\tCost\nJan\t1,50\n"},
    {"tabs", "a\tb\n1\t2\n", "a\tb\n1\t2\n"},
    {"empty_fields_keep_columns", "a,,c,,\n", "a\t\tc\n"},
    {"windows_1252", "Cost \xA3,5\n", "Cost £\t5\n"},
    {"utf16",
     "\xFF\xFE"
     "a\0,\0b\0\n\0"s,
     "a\tb\n"},
    {"last_line_without_end", "a,b", "a\tb\n"},
};

INSTANTIATE_TEST_SUITE_P(Files, CsvReader, testing::ValuesIn(kCsv), [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace foi::extract
