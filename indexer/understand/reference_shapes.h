// What a number of a request looks like where nothing but its shape tells: the characters it is made of, and the forms in which bodies
// number what they are asked. Internal to reference_number.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/understand/letter.h"

namespace foi::understand {

// The longest number, in bytes.
inline constexpr std::size_t kMaxKeyBytes = 32;

// Characters of a number, and one piece of it: characters without space. The piece is cut before a word that is glued to it.
bool is_value_char(char c);
Span piece_at(std::string_view text, std::size_t at);
// The value that starts at `at` of a line: pieces with a space, or " - ", between; empty when none is a number's.
Span value_at(std::string_view line, std::size_t at);
// "MB/SS" before a number: initials of staff, and no prefix of ours.
bool is_initials(std::string_view piece);
// No date, telephone number, postcode or web address; some digits, and not too many.
bool plausible(std::string_view key);

// A line read by OCR, as long as it was, in which the letters before a number are mended where OCR damages them: "FO! 05183/24" and
// "FOL/24/196" to "FOI", "1C-318842-T4W7" to "IC", "1R/2024/090" to "IR".
std::string mended_prefixes(std::string_view line);

std::size_t skip_spaces(std::string_view text, std::size_t at, std::size_t most);
bool has_digit(std::string_view text);

// A whole cell that is nothing but a number of ours: "2024-00217", "25-1422", "512-24", "F23/0123", "20441-EIR", "EH418206".
bool is_own_code(std::string_view code);
// "2024-00217", "2024/088": the year, and the number within it; no years of account ("2023/24", "2023-2024").
bool is_numbered_within_year(std::string_view code);
// "REQ 5087", "24-25/0388 BEH": capitals and digits in words of their own.
bool is_code_in_words(std::string_view code);
// A word of a subject or title with four digits and more: "F0006132", "017441/25", "23-4471"; no year of account, no amount.
bool has_shape(std::string_view word);
// "FOI", "foi326", "RFI-2207", "FOI-R", "SCAS-FOI-24-317", "IC-123456-A1B2": begins a number wherever it stands.
bool begins_own_number(std::string_view word);
// Nothing but a number that may be ours, for a place where little else can stand: "20331", "YSTH-F25-219", "01/24/2290", "DJ 2024-1183",
// "FS-Case-601774"; no year, date, telephone, postcode or box.
bool is_lone_code(std::string_view code);
// Where such a number begins a mail's subject ("Subject: RE: 5520124 lifts", "Subject: DE-2024-0217") or a title ("12664: Lifts",
// "2021-0877 Lifts"), or nothing.
std::optional<std::size_t> code_at_start(std::string_view text);
// "Case 7754 – review", "request SASH 5542": what stands directly behind the noun for what was asked. Its place in text; nothing when it
// counts something ("request 3000 records") or is a year.
std::optional<Span> number_behind_noun(std::string_view text);
// "Subject: RE: IOWNT 7731 - Controlled drugs", "HFR 3350 – Outcome": the letters of a body and a number before a dash. Where they begin.
std::optional<std::size_t> body_and_number(std::string_view text);
// "Subject: sampletown:20331744 Lifts": the name of a body in small letters, a colon and a number, as a program for requests writes them.
std::optional<Span> name_and_number(std::string_view text);
// "Subject: RE: Parking enforcement [7714022]": digits that a program for tickets put in square brackets at the end; no year. Else npos.
std::size_t bracketed_number(std::string_view text);

}  // namespace foi::understand
