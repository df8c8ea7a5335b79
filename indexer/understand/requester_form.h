// The form at the head of a letter that says who asked: what stands in its fields below the requester's name is the requester's.
#pragma once

#include <vector>

#include "indexer/understand/privacy.h"

namespace foi::understand {

struct RequesterForm {
  std::vector<Span> values;     // of all fields, in order
  std::vector<Span> addresses;  // lines of the postal address
};

// "Requester: …" over "Address: …" and "Telephone: …", in lines with a colon or rows of two columns; over where a field speaks of the body,
// its staff or their office. people are in any order. O(bytes).
RequesterForm find_requester_form(const Letter& letter, const std::vector<PersonalSpan>& people);

}  // namespace foi::understand
