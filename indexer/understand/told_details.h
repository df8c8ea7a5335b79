// What the words round it tell to be a person's own: where somebody lives, the number they are rung on, the plate of their vehicle.
// Addresses, numbers and plates of which nothing is told are a body's, a shop's or what was asked about.
#pragma once

#include <vector>

#include "indexer/understand/authority_index.h"
#include "indexer/understand/privacy.h"

namespace foi::understand {

// Homes: "Mrs Muster, 3 Mill Lane, Anytown AB1 2CD", "Mr Muster of 3 Mill Lane", "lives at …", "her address as …", "was sent to 3 Mill
// Lane, Anytown AB1 2CD"; a postcode alone where it is said to be one. None whose postcode is a known body's. people are in any order.
// O(bytes).
std::vector<Span> find_homes(const Letter& letter, const std::vector<Section>& sections, const AuthorityIndex& index,
                             const std::vector<PersonalSpan>& people);
// "Your telephone number is recorded as …", "We rang you on …", "She can be reached on …": the number that begins at a place. O(1).
bool is_told_of_person(const Letter& letter, std::size_t number);
// "vehicle AB12 CDE", "registration number AB12 CDE"; not those of the body's own. O(words).
std::vector<Span> find_plates(const Letter& letter);

}  // namespace foi::understand
