#include "indexer/understand/people.h"

#include "indexer/understand/name_search.h"

namespace foi::understand {

std::vector<PersonalSpan> find_people(const Letter& letter, const std::vector<Section>& sections, const AuthorityIndex& index,
                                      const std::vector<EmailAddress>& emails) {
  NameSheet sheet(letter, sections, index, emails);
  find_greeted(sheet);
  find_signers(sheet);
  find_labelled(sheet);
  find_in_text(sheet);
  find_again(sheet);
  return sheet.take_spans();
}

}  // namespace foi::understand
