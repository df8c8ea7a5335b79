// To which questions of a letter a ground belongs.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "indexer/understand/citation_grammar.h"
#include "indexer/understand/citation_roles.h"
#include "indexer/understand/citations.h"

namespace foi::understand {

// Each number once, in the order added.
void add_question(FoundCitation& citation, const std::string& number);

class Scopes {
 public:
  // Both outlive it. cited: all codes of the letter, in order of place.
  Scopes(const RoleContext& context, const std::vector<CodeCited>& cited) : context_(context), cited_(cited) {}

  // cited: one of all; place: where it stands, in Letter::text. The question whose answer holds it, or those its sentence names.
  void add(FoundCitation& citation, const CodeCited& cited, Span place) const;
  // A ground in a block after all answers belongs to the answers that point to it: "see below", "exempt", "commercially sensitive".
  void add_blocks(std::vector<FoundCitation>& citations) const;

 private:
  std::vector<std::pair<int, int>> ranges_for(const CodeCited& cited) const;

  const RoleContext& context_;
  const std::vector<CodeCited>& cited_;
};

}  // namespace foi::understand
