// The places of a letter in which people are named, each its own search; all record what they find on the sheet. O(words) each.
#pragma once

#include "indexer/understand/name_sheet.h"

namespace foi::understand {

// "Dear …", "Annwyl …", a name alone over "Thank you for …", a name over "by email".
void find_greeted(NameSheet& sheet);
// Under "Yours sincerely", and, with no closing at all, alone over an office or at the end of a message.
void find_signers(NameSheet& sheet);
// "From: …", "Applicant | …", roles over names, columns of names, parties of a case.
void find_labelled(NameSheet& sheet);
// In sentences: with a title, a first name, a role beside them, or words that speak of people.
void find_in_text(NameSheet& sheet);
// Names found by now wherever else they stand, whole or in part, and those that e-mail addresses spell out. Comes last.
void find_again(NameSheet& sheet);

// A role, an office or a title stands right beside the name: "…, Head of Governance", "Complaints Manager, …".
bool is_beside_role(const NameSheet& sheet, const NameShape& shape);
// A first name that is a place, a market or a charity too: alone it may stand for what these do and say.
bool is_also_house(std::string_view word);
// "the Secretary of State, Ms …", "… MP", "Lord …": spoken of for their office.
bool is_public_figure(const NameSheet& sheet, const NameShape& shape);

}  // namespace foi::understand
