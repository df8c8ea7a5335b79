// Calendar dates as the project uses them: std::chrono::year_month_day, written ISO ("2024-03-09").
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace foi {

using Date = std::chrono::year_month_day;

// "2024-03-09". Precondition: date.ok().
std::string to_iso(Date date);
// Exactly "YYYY-MM-DD" and a day that exists; otherwise nothing.
std::optional<Date> parse_iso(std::string_view text);

}  // namespace foi
