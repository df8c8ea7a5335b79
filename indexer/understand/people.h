// The people a letter names: where a cue says that words are a name (a salutation, a signature, a mail header, a role beside them), and
// every later occurrence of a name so found.
#pragma once

#include <vector>

#include "indexer/understand/authority_index.h"
#include "indexer/understand/contacts.h"
#include "indexer/understand/privacy.h"

namespace foi::understand {

// Spans may overlap; types "requester", "staff member", "person". emails are those of the letter. Pure; O(bytes).
std::vector<PersonalSpan> find_people(const Letter& letter, const std::vector<Section>& sections, const AuthorityIndex& index,
                                      const std::vector<EmailAddress>& emails);

}  // namespace foi::understand
