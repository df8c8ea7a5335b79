#include "indexer/understand/known_people.h"

#include <algorithm>

namespace foi::understand {

namespace {

constexpr std::size_t kMaxPeople = 200;

int importance(std::string_view type) { return type == "requester" ? 2 : type == "staff member" ? 1 : 0; }

bool same_person(const KnownPerson& a, const KnownPerson& b) {
  if (!b.surname.empty() && a.surname == b.surname) return a.given.empty() || b.given.empty() || a.given == b.given;
  return a.surname.empty() && a.given == b.given;
}

}  // namespace

std::string_view KnownPeople::type_for(const KnownPerson& found, std::string_view type) const {
  for (const KnownPerson& other : people_)
    if (same_person(other, found) && importance(other.type) > importance(type)) return other.type;
  return type;
}

void KnownPeople::remember(const KnownPerson& person) {
  const bool there = std::any_of(people_.begin(), people_.end(),
                                 [&](const KnownPerson& other) { return other.given == person.given && other.surname == person.surname; });
  if (!there && people_.size() < kMaxPeople) people_.push_back(person);
}

}  // namespace foi::understand
