#include "indexer/understand/working_days.h"

#include <gtest/gtest.h>

namespace foi::understand {
namespace {

std::optional<int> count(const char* received, const char* responded, const char* regime = "foia") {
  return working_days(*parse_iso(received), *parse_iso(responded), regime, builtin_reference());
}

TEST(WorkingDays, Counted) {
  struct Case {
    const char *received, *responded, *regime;
    int days;
  };
  const Case cases[] = {
      {"2019-11-20", "2019-11-26", "foia", 4},   // Wednesday to Tuesday
      {"2019-11-20", "2019-11-20", "foia", 0},   // the same day
      {"2019-11-22", "2019-11-25", "foia", 1},   // over a weekend
      {"2019-11-23", "2019-11-25", "foia", 1},   // received on a Saturday
      {"2019-11-22", "2019-11-24", "foia", 0},   // answered on a Sunday
      {"2021-03-26", "2021-04-09", "foia", 8},   // Good Friday and Easter Monday
      {"2021-03-26", "2021-04-09", "foisa", 9},  // Easter Monday is none in Scotland
      {"2021-07-09", "2021-07-14", "foia", 2},   // 12 July in Northern Ireland counts for all under the FOIA
      {"2021-07-09", "2021-07-14", "foisa", 3}, {"2021-07-09", "2021-07-14", "eir", 2},
      {"2021-12-24", "2022-01-05", "foia", 4},                                             // Christmas, New Year, and 2 January in Scotland
      {"2022-09-16", "2022-09-20", "foia", 1},                                             // the state funeral
      {"2021-03-04", "2021-04-06", "foia", 20}, {"2020-11-27", "2020-12-01", "foisa", 1},  // St Andrew's Day, in Scotland …
      {"2020-11-27", "2020-12-01", "foia", 1},                                             // … and so for all
  };
  for (const Case& c : cases)
    EXPECT_EQ(count(c.received, c.responded, c.regime), c.days) << c.received << " " << c.responded << " " << c.regime;
}

TEST(WorkingDays, NothingWhenItCannotBeTold) {
  EXPECT_EQ(count("2021-04-09", "2021-03-26"), std::nullopt);  // answered before it came
  EXPECT_EQ(count("2004-12-31", "2005-01-10"), std::nullopt);  // before the tables
  EXPECT_EQ(count("2027-12-20", "2028-01-10"), std::nullopt);  // after them
  EXPECT_EQ(working_days(Date{}, *parse_iso("2021-03-26"), "foia", builtin_reference()), std::nullopt);
}

// Day by day, as one would on a calendar.
TEST(WorkingDays, AgreesWithCountingOnFingers) {
  const auto& holidays = builtin_reference().bank_holidays;
  const auto works = [&](std::chrono::sys_days day) {
    for (const auto& [division, days] : holidays)
      if (days.contains(day)) return false;
    return std::chrono::weekday(day).iso_encoding() <= 5;
  };
  std::chrono::sys_days from(*parse_iso("2019-12-01"));
  for (int start = 0; start < 400; start += 7) {
    int expected = 0;
    for (int length = 0; length < 120; ++length) {
      const auto first = from + std::chrono::days(start), last = first + std::chrono::days(length);
      if (length > 0 && works(last)) ++expected;
      ASSERT_EQ(working_days(Date(first), Date(last), "foia", builtin_reference()), expected)
          << to_iso(Date(first)) << " " << to_iso(Date(last));
    }
  }
}

}  // namespace
}  // namespace foi::understand
