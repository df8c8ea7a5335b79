// The unit of Box and of page sizes: as PDF has it.
#pragma once

namespace foi::extract {

inline constexpr double kPointsAnInch = 72;

}  // namespace foi::extract
