#include "indexer/model/csv.h"

#include <gtest/gtest.h>

namespace foi {
namespace {

using Rows = std::vector<CsvRow>;

TEST(Csv, table) {
  struct {
    const char* what;
    std::string_view text;
    Rows rows;
  } const cases[] = {
      {"nothing", "", {}},
      {"only a byte order mark", "\xEF\xBB\xBF", {}},
      {"one field", "a", {{"a"}}},
      {"one row", "a,b,c\n", {{"a", "b", "c"}}},
      {"a last line without an end", "a,b\nc,d", {{"a", "b"}, {"c", "d"}}},
      {"Windows line ends", "a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}}},
      {"old Macintosh line ends", "a,b\rc,d\r", {{"a", "b"}, {"c", "d"}}},
      {"mixed line ends", "a\r\nb\nc\rd", {{"a"}, {"b"}, {"c"}, {"d"}}},
      {"a byte order mark", "\xEF\xBB\xBFpath,url\n", {{"path", "url"}}},
      {"a byte order mark before a quote", "\xEF\xBB\xBF\"path\",url\n", {{"path", "url"}}},
      {"empty fields", ",a,,\n", {{"", "a", "", ""}}},
      {"a field missing at the end of the text", "a,", {{"a", ""}}},
      {"an empty line is a row of one empty field", "a\n\nb\n", {{"a"}, {""}, {"b"}}},
      {"quoted", "\"a\",\"b\"\n", {{"a", "b"}}},
      {"a separator in quotes", "\"a,b\",c\n", {{"a,b", "c"}}},
      {"a quote in quotes", "\"say \"\"no\"\"\",c\n", {{"say \"no\"", "c"}}},
      {"a line break in quotes", "\"a\nb\",c\n\"d\r\ne\"\n", {{"a\nb", "c"}, {"d\r\ne"}}},
      {"empty quotes", "\"\",\"\"\n", {{"", ""}}},
      {"a lone doubled quote", "\"\"\"\"\n", {{"\""}}},
      {"a quote inside an unquoted field stays", "5\" pipe,x\n", {{"5\" pipe", "x"}}},
      {"text after a closing quote is not lost", "\"a\"b,c\n", {{"ab", "c"}}},
      {"a quote that never closes takes the rest", "a,\"b\nc,d\n", {{"a", "b\nc,d\n"}}},
      {"rows of different lengths", "a\nb,c,d\ne,f\n", {{"a"}, {"b", "c", "d"}, {"e", "f"}}},
      {"spaces are kept", " a , b \n", {{" a ", " b "}}},
      {"bytes of any kind", "caf\xE9,\xFF\n", {{"caf\xE9", "\xFF"}}},
      {"another separator is text", "a;b\tc\n", {{"a;b\tc"}}},
  };
  for (const auto& c : cases) EXPECT_EQ(parse_csv(c.text), c.rows) << c.what;
}

TEST(Csv, other_separators) {
  EXPECT_EQ(parse_csv("a;b,c\n", ';'), (Rows{{"a", "b,c"}}));
  EXPECT_EQ(parse_csv("a\t\"b\tc\"\n", '\t'), (Rows{{"a", "b\tc"}}));
}

TEST(Csv, at_most_so_many_rows) {
  EXPECT_EQ(parse_csv("a\nb\nc\n", ',', 2), (Rows{{"a"}, {"b"}}));
  EXPECT_EQ(parse_csv("a\nb\n", ',', 0), Rows{});
}

TEST(Csv, fields_beyond_those_of_any_sheet_stay_in_the_last) {
  const std::vector<CsvRow> rows = parse_csv(std::string(16'383, ',') + "x\n" + std::string(16'384, ',') + "y,z\n");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].size(), 16'384u);
  EXPECT_EQ(rows[0].back(), "x");
  EXPECT_EQ(rows[1].size(), 16'384u);
  EXPECT_EQ(rows[1].back(), ",y,z");
}

TEST(Csv, a_field_written_is_the_field_read) {
  for (const std::string_view value : {"", "plain", "a,b", "say \"no\"", "\"", "two\nlines", "two\r\nlines", " space before",
                                       "space after ", ";", "\t", "caf\xC3\xA9", "\r", ",,,", "\"\"\n\""}) {
    const std::string text = csv_field(value) + "," + csv_field("next") + "\n";
    EXPECT_EQ(parse_csv(text), (Rows{{std::string(value), "next"}})) << value;
  }
  EXPECT_EQ(csv_field("plain words"), "plain words") << "quoted only when it must be";
}

}  // namespace
}  // namespace foi
