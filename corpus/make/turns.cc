#include "corpus/make/turns.h"

namespace foi::corpus {

std::vector<Turn> turns_of(const std::vector<Letter>& letters) {
  constexpr std::size_t kTurns = 3;
  std::vector<Turn> turns(kTurns);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    Turn& turn = turns[i % kTurns];
    turn.letters.push_back(&letters[i]);
    turn.names.insert(letters[i].name);
  }
  return turns;
}

}  // namespace foi::corpus
