// Whose words a sentence is: the requester's and the authority's ways of speaking, of the law, of what was answered first. What kind of
// thing it says is citation_tenor.h.
#pragma once

#include <string_view>

namespace foi::understand {

// All take repaired text in lower case.

// after: what follows a citation. True when the section is the subject of a verb that tells the law: "… provides that", "is a qualified
// exemption".
bool explains_after(std::string_view after);
// Said before a citation, of somebody else's view: "you argue that", "the council told the Commissioner".
bool is_reported(std::string_view before);
// "You also said", "your opening remark": words of the requester are told. Takes what stands before them.
bool names_their_words(std::string_view before);
// Only a requester says so: "if you rely on", "please note that section".
bool is_requesters_phrase(std::string_view sentence);
// The authority answers: "we are withholding", "your request".
bool is_authoritys_voice(std::string_view sentence);
// "FOI 36: Upheld"
bool is_finding_line(std::string_view sentence);
// In a notice: what the authority itself decided at its review ("on review it upheld its position").
bool is_partys_review(std::string_view sentence);
// "The reply: as to (1), section 18": the first answer in short.
bool begins_first_answer(std::string_view sentence);
// Told of an answer given before.
bool tells_first_answer(std::string_view sentence);

}  // namespace foi::understand
