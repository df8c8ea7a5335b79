// Labels that say that a name follows: of mail headers, forms and footers.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace foi::understand {

enum class NameLabel : std::uint8_t {
  none,
  from,
  to,
  requester,
  staff,
  role
};  // role: an office ("Head of Estates"), which may be followed by a name or by what it is over

// The label that the words before a colon make; words as tokenise gives them, all of the label and nothing else.
NameLabel name_label(const std::vector<std::string_view>& words);

}  // namespace foi::understand
