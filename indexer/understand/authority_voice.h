// What the words around a body's name say of it: that it wrote the letter, that it answers, or that it is only pointed to. Internal to
// authority; pure.
#pragma once

#include <cstddef>
#include <cstdint>

#include "indexer/understand/letter.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

// own: "held by X", "your request to X", "X can neither confirm nor deny": the writer speaking of itself. perhaps: "X holds", "X publishes"
// may be said of another.
enum class Voice : std::uint8_t { none, perhaps, own };

// Of the name that is tokens [at, end).
Voice voice_of(Tokens tokens, std::size_t at, std::size_t end);
// "Dear X".
bool is_addressed(Tokens tokens, std::size_t at);
// "X decided to withhold", "X held some of the information": what a body does with a request; end is the token after its name. In a letter
// that names no other writer that body wrote it.
bool answers(Tokens tokens, std::size_t end);
// "X Central FOI Team".
bool names_team(Tokens tokens, std::size_t end);
// "X reference: FOI 7": the label of a number under which X answers a request.
bool labels_number(Tokens tokens, std::size_t end);
// "An executive agency of X", "regulated by X": who stands over the writer.
bool stands_over(Tokens tokens, std::size_t at);

// A name, a postcode or a mailbox of whom to ask instead: "it would be held by X", "requests can be made to: X" with the lines of its
// address.
bool points_away(const Letter& letter, Span where);
// "X holds this. You may wish to contact them."
bool is_to_be_asked(const Letter& letter, Span where);
// A name in the title that says what was asked about: "Correspondence with X", "X closures: FOI release".
bool is_subject(const Letter& letter, Span where);

}  // namespace foi::understand
