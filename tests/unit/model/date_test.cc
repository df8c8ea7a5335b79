#include "indexer/model/date.h"

#include <gtest/gtest.h>

namespace foi {
namespace {

using namespace std::chrono;

TEST(IsoDate, there_and_back) {
  for (const std::string_view text : {"2024-03-09", "2000-02-29", "2024-02-29", "1999-12-31", "0001-01-01", "9999-12-31"}) {
    const auto date = parse_iso(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(to_iso(*date), text);
  }
  EXPECT_EQ(parse_iso("2024-03-09"), year{2024} / March / 9);
}

TEST(IsoDate, what_is_none) {
  for (const std::string_view text :
       {"",           "2024",       "2024-03",    "2024-3-9",   "2024-03-9",  "24-03-09",   "2024-03-09 ", " 2024-03-09", "2024-03-091",
        "2024/03/09", "2024-03/09", "09-03-2024", "2024-00-09", "2024-13-09", "2024-03-00", "2024-03-32",  "2024-02-30",  "2023-02-29",
        "1900-02-29", "2024-04-31", "2024-o3-09", "-024-03-09", "+024-03-09", "2024-+3-09", "2024--3-09",  "20240309xx",  "2024-03-0\xC2"})
    EXPECT_FALSE(parse_iso(text)) << text;
}

}  // namespace
}  // namespace foi
