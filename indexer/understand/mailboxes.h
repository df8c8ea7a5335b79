// Whose an e-mail address is, by its words.
#pragma once

#include <string_view>

#include "indexer/understand/contacts.h"

namespace foi::understand {

// A mailbox of an office ("foi@", "complaints@"), not of a person.
bool is_role_mailbox(const EmailAddress& email);
// A domain of the public service, by its ending.
bool is_public_domain(std::string_view domain);
// Marked as taken out already: "xxxx.xxx@xxx.xxx".
bool is_blanked(const EmailAddress& email);

}  // namespace foi::understand
