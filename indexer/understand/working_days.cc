#include "indexer/understand/working_days.h"

#include <algorithm>

namespace foi::understand {

namespace {

using std::chrono::sys_days;

using Holidays = std::set<sys_days>;

std::vector<const Holidays*> holidays_for(std::string_view regime, const Reference& reference) {
  const bool scottish = regime == "foisa" || regime == "eisr";
  std::vector<const Holidays*> tables;
  for (const auto& [division, days] : reference.bank_holidays)
    if (!days.empty() && (!scottish || division == "scotland")) tables.push_back(&days);
  return tables;
}

// The tables hold whole years.
bool covers(const std::vector<const Holidays*>& tables, Date from, Date to) {
  return !tables.empty() && std::all_of(tables.begin(), tables.end(), [&](const Holidays* days) {
    return Date(*days->begin()).year() <= from.year() && to.year() <= Date(*days->rbegin()).year();
  });
}

// Mondays to Fridays in (from, to], without counting day by day: the two dates may be centuries apart.
int weekdays_between(sys_days from, sys_days to) {
  const int days = static_cast<int>((to - from).count());
  const int weeks = days / 7;
  int count = weeks * 5;
  for (sys_days day = from + std::chrono::days(weeks * 7 + 1); day <= to; day += std::chrono::days(1))
    if (std::chrono::weekday(day).iso_encoding() <= 5) ++count;
  return count;
}

}  // namespace

std::optional<int> working_days(Date received, Date responded, std::string_view regime, const Reference& reference) {
  if (!received.ok() || !responded.ok()) return std::nullopt;
  const sys_days from(received), to(responded);
  const std::vector<const Holidays*> tables = holidays_for(regime, reference);
  if (to < from || !covers(tables, received, responded)) return std::nullopt;
  Holidays off;
  for (const Holidays* days : tables)
    for (auto day = days->upper_bound(from); day != days->end() && *day <= to; ++day)
      if (std::chrono::weekday(*day).iso_encoding() <= 5) off.insert(*day);
  return weekdays_between(from, to) - static_cast<int>(off.size());
}

}  // namespace foi::understand
