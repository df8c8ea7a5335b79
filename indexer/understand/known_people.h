// The people a letter has named so far. A person is known by what was found: "Anna" of a salutation, "Ms Muster", or both names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace foi::understand {

struct KnownPerson {
  std::string given, surname;            // as tokenise gives words; either may be empty
  std::string type;                      // as PersonalSpan::type
  std::vector<std::string> middle = {};  // names between them, the first half of a double surname included
};

class KnownPeople {
 public:
  // The type a newly found name gets: that of the same person found before, when it says more ("requester" before "staff member" before
  // "person"), else its own.
  std::string_view type_for(const KnownPerson& found, std::string_view type) const;
  // Keeps at most a few hundred: a letter with more people than that is a table, in which each is found by its own cue.
  void remember(const KnownPerson& person);
  const std::vector<KnownPerson>& all() const { return people_; }

 private:
  std::vector<KnownPerson> people_;
};

}  // namespace foi::understand
