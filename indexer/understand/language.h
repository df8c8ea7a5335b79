// Which of the two languages of British letters a text is in.
#pragma once

#include <string>
#include <string_view>

namespace foi::understand {

// "cy" when the small words of Welsh outnumber those of English, else "en". lower is repaired, in lower case. O(bytes).
std::string language_of(std::string_view lower);

}  // namespace foi::understand
