// Days counted as the Acts count them.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/model/date.h"
#include "indexer/model/reference.h"

namespace foi::understand {

// Working days from receipt to answer: the first working day after receipt is day 1 (section 10 FOIA, section 10 FOISA). Saturdays and
// Sundays never count; under "foia" and "eir" no day that is a bank holiday in any part of the United Kingdom (section 10(6) FOIA), under
// "foisa" and "eisr" no bank holiday of Scotland (section 73 FOISA). Answered on the day it came: 0. Nothing when it was answered before it
// came, or when the days run beyond the tables of bank holidays.
std::optional<int> working_days(Date received, Date responded, std::string_view regime, const Reference& reference);

}  // namespace foi::understand
