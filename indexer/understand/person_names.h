// What names of people look like, and the words that look like them and are not.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/understand/tokens.h"

namespace foi::understand {

// word is as tokenise gives it.
bool is_person_title(std::string_view word);  // "mr", "dr" … ; not "sir" and "lord": their bearers are public figures
bool is_first_name(std::string_view word);    // a common first name
// A word letters use in small letters, other than names ("report", "interests"); its plain endings too.
bool is_ordinary_word(std::string_view word);
bool is_role_word(std::string_view word);      // "manager", "director", "officer" …
bool is_place_word(std::string_view word);     // "ward", "road", "building" …: what stands before it is a place
bool is_company_word(std::string_view word);   // "recruitment", "associates", "llp": what stands before it is a firm
bool is_town(std::string_view word);           // the first word of a British place that letters name without saying what it is
bool is_public_office(std::string_view word);  // "minister", "mp", "lord" …
// A word that may be a name but is also an ordinary word, a month or a place ("will", "may", "lincoln").
bool is_ambiguous_name(std::string_view word);

// Tokens [first, end) of a text that have the shape of a name: an optional title, then one to four words with a capital (or initials), none
// of them a word of the office, the law or the address. surname is the last of them.
struct NameShape {
  std::size_t first = 0, end = 0;
  bool has_title = false;
  std::size_t words = 0;  // without title and single initials
};
// How much the place speaks for a name: after "Dear" or "Yours sincerely" a surname may be any word with a capital ("Hill", "Lane").
enum class NamePlace : std::uint8_t { anywhere, certain };
// The name that starts at tokens[at], as long as it goes, within one line and without punctuation between but full stops, hyphens and
// apostrophes. tokens are those of text.
std::optional<NameShape> name_at(std::string_view text, Tokens tokens, std::size_t at, NamePlace place);
// True when the word is one that letterheads, headings and signatures write with a capital ("Freedom", "Team").
bool is_office_word(std::string_view word);

}  // namespace foi::understand
