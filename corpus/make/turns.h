// Letters are read in turns, each with tables that were learnt without it: on what they were learnt from tables look better than they are.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "corpus/make/letter.h"

namespace foi::corpus {

struct Turn {
  std::vector<const Letter*> letters;
  std::set<std::string> names;  // of them
};

// letters must outlive the turns.
std::vector<Turn> turns_of(const std::vector<Letter>& letters);

}  // namespace foi::corpus
