#include "indexer/model/text.h"

#include <gtest/gtest.h>

#include <random>

#include "indexer/model/shown.h"

namespace foi {
namespace {

using Parts = std::vector<std::string_view>;

TEST(Utf8, well_formed) {
  for (const std::string_view text : {"", "Dear Sir", "caf\xC3\xA9",
                                      "\xE2\x82\xAC"
                                      "50",
                                      "\xF0\x9F\x98\x80", "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                                      "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", "Llwydd\xC5\xB7"})
    EXPECT_TRUE(valid_utf8(text)) << testing::PrintToString(text);
  EXPECT_TRUE(valid_utf8(std::string_view("a\0b", 3)));
}

TEST(Utf8, ill_formed) {
  const std::pair<std::string_view, const char*> cases[] = {
      {"\x80", "a continuation alone"},
      {"\xBF", "the last continuation alone"},
      {"caf\xE9", "Latin-1"},
      {"caf\xE9 noir", "Latin-1 in the middle"},
      {"\x93quoted\x94", "Windows-1252 quotes"},
      {"\xC3", "cut after one of two"},
      {"\xE2\x82", "cut after two of three"},
      {"\xF0\x9F\x98", "cut after three of four"},
      {"\xC0\x80", "overlong nought"},
      {"\xC1\xBF", "overlong in two"},
      {"\xE0\x9F\xBF", "overlong in three"},
      {"\xF0\x8F\xBF\xBF", "overlong in four"},
      {"\xED\xA0\x80", "first surrogate"},
      {"\xED\xBF\xBF", "last surrogate"},
      {"\xF4\x90\x80\x80", "above U+10FFFF"},
      {"\xF5\x80\x80\x80", "a lead that never occurs"},
      {"\xFF\xFE", "a UTF-16 mark"},
      {"\xC3\x28", "no continuation where one is due"},
      {"\xE2\x28\xA1", "nor in three"},
  };
  for (const auto& [text, why] : cases) EXPECT_FALSE(valid_utf8(text)) << why;
}

TEST(Utf8, cleaned) {
  struct {
    std::string_view text, clean;
  } const cases[] = {
      {"", ""},
      {"two\nlines\tand a tab", "two\nlines\tand a tab"},
      {"caf\xE9", "caf\xEF\xBF\xBD"},
      {"\xE2\x82", "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"\xE2\x82x", "\xEF\xBF\xBD\xEF\xBF\xBDx"},
      {"form\x0C"
       "feed\r\n",
       "form feed \n"},
      {"bell\x07 del\x7F", "bell  del "},
      {"next\xC2\x85line", "next line"},
      {"\xC2\xA0kept", "\xC2\xA0kept"},
      {"\xE2\x82\xAC", "\xE2\x82\xAC"},
  };
  for (const auto& c : cases) EXPECT_EQ(clean_utf8(c.text), c.clean);
  EXPECT_EQ(clean_utf8(std::string_view("a\0b", 3)), "a b");
}

TEST(Utf8, whatever_comes_in_is_well_formed_once_cleaned) {
  std::mt19937 random(1);
  const std::string_view likely("\x20\x41\x80\xBF\xC0\xC3\xE0\xE2\xED\xEF\xF0\xF4\xFF\xA0\x9F\x8F", 16);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (auto n = random() % 8; n > 0; --n) text += likely[random() % likely.size()];
    const std::string clean = clean_utf8(text);
    ASSERT_TRUE(valid_utf8(clean));
    ASSERT_EQ(clean_utf8(clean), clean);
  }
}

TEST(CodePoints, counted) {
  EXPECT_EQ(count_code_points(""), 0u);
  EXPECT_EQ(count_code_points("plain"), 5u);
  EXPECT_EQ(count_code_points("caf\xC3\xA9"), 4u);
  EXPECT_EQ(count_code_points("\xE2\x82\xAC\xF0\x9F\x98\x80!"), 3u);
}

TEST(CodePoints, prefixes_do_not_cut_one) {
  const std::string_view text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80";  // 1, 2, 3, 4 bytes
  const std::size_t kept[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 10};
  for (std::size_t limit = 0; limit < std::size(kept); ++limit) EXPECT_EQ(utf8_prefix(text, limit).size(), kept[limit]) << limit;
  EXPECT_EQ(utf8_prefix("", 5), "");
}

// Counting from the beginning each time: slow, and plainly right.
std::size_t slow_code_points_before(std::string_view text, std::size_t byte) {
  byte = std::min(byte, text.size());
  while (byte < text.size() && byte > 0 && (static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80) --byte;
  return count_code_points(text.substr(0, byte));
}

TEST(CodePoints, index_agrees_with_counting) {
  std::mt19937 random(2);
  const std::string_view characters[] = {"a", "b", " ", "\n", "\xC3\xA9", "\xC5\xB7", "\xE2\x82\xAC", "\xEF\xBF\xBD", "\xF0\x9F\x98\x80"};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    const std::size_t kinds = 1 + random() % std::size(characters);
    for (auto n = random() % 60; n > 0; --n) text += characters[random() % kinds];
    const CodePointIndex index(text);
    for (std::size_t byte = 0; byte <= text.size() + 2; ++byte)
      ASSERT_EQ(index.code_points_before(byte), slow_code_points_before(text, byte));
    const std::size_t all = count_code_points(text);
    for (std::size_t point = 0; point <= all; ++point) ASSERT_EQ(index.code_points_before(index.byte_offset(point)), point);
    ASSERT_EQ(index.byte_offset(all), text.size());
    ASSERT_EQ(index.byte_offset(all + 7), text.size());
  }
}

TEST(CodePoints, index_keeps_nothing_of_the_text) {
  const CodePointIndex index = [] {
    const std::string gone = "caf\xC3\xA9 noir";
    return CodePointIndex(gone);
  }();
  EXPECT_EQ(index.code_points_before(6), 5u);
  EXPECT_EQ(index.byte_offset(5), 6u);
}

TEST(Ascii, lower) {
  EXPECT_EQ(to_lower_ascii("FOI Act 2000 (s.40)"), "foi act 2000 (s.40)");
  EXPECT_EQ(to_lower_ascii("[@Z`{"), "[@z`{");
  EXPECT_EQ(to_lower_ascii("CAF\xC3\x89"), "caf\xC3\x89") << "only ASCII";
}

TEST(Ascii, trimmed) {
  EXPECT_EQ(trim(""), "");
  EXPECT_EQ(trim(" \t\r\n\f\v"), "");
  EXPECT_EQ(trim("  a b \n"), "a b");
  EXPECT_EQ(trim("a"), "a");
  EXPECT_EQ(trim("\xC2\xA0"
                 "a"),
            "\xC2\xA0"
            "a");
}

TEST(Ascii, split_at_every_separator) {
  EXPECT_EQ(split("", ','), (Parts{""}));
  EXPECT_EQ(split("a", ','), (Parts{"a"}));
  EXPECT_EQ(split("a,b", ','), (Parts{"a", "b"}));
  EXPECT_EQ(split(",a,,b,", ','), (Parts{"", "a", "", "b", ""}));
  EXPECT_EQ(split("a;b", ','), (Parts{"a;b"}));
}

TEST(ShownLine, misleads_nobody) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"", ""},
      {"letter.pdf", "letter.pdf"},
      {"caf\u00E9 \u2013 \u201Cx\u201D \u2026\u20AC\U0001F600", "caf\u00E9 \u2013 \u201Cx\u201D \u2026\u20AC\U0001F600"},
      {"a\nb\tc\rd\x1B[31me", "a b c d [31me"},
      {"\xFF\xE2\x80", "\uFFFD\uFFFD\uFFFD"},
      {"a\u2028b\u2029c", "a\uFFFDb\uFFFDc"},
      {"\u202A\u202B\u202C\u202D\u202E", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"\u2066\u2067\u2068\u2069\u200E\u200F\u061C", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"\u200D\u2010\u2027\u202F\u2065\u206A\u061B\u3028", "\u200D\u2010\u2027\u202F\u2065\u206A\u061B\u3028"},  // neighbours
  };
  for (const auto& [text, line] : cases) EXPECT_EQ(shown_line(text), line) << testing::PrintToString(text);
}

}  // namespace
}  // namespace foi
