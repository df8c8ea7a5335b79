#include "indexer/understand/reference_shapes.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "indexer/model/text.h"
#include "indexer/understand/contacts.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/dates.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// Letters before the digits of a number in one word; of a body, or of "REQ", in a number of several; digits of a number without a label;
// letters of a body before "FOI"; bytes of the Commissioner's numbers.
constexpr std::size_t kTitleLetters = 4, kCodeLetters = 6, kShapeDigits = 4, kBodyLetters = 8, kNoticeNumber = 9;
// Of the letters that part one number into several.
constexpr char kLastLetter = 'e';
// Behind the prefix of a number and before its digits: "FOI-R 2019/41".
constexpr std::size_t kMarkLetters = 3;

// What numbers other things: boxes, telephones, laws, standards.
bool is_not_ours(std::string_view letters) {
  static constexpr std::string_view kNotOurs[] = {"PO",  "DX",   "BOX", "TEL", "FAX",  "NHS", "UK",   "GB",   "FAO",
                                                  "VAT", "ISO",  "SC",  "FOI", "FOIA", "EIR", "EIRS", "ACT",  "DPA",
                                                  "SI",  "OSCR", "BS",  "PAS", "HTM",  "HBN", "EN",   "GDPR", "FOISA"};
  return std::ranges::find(kNotOurs, letters) != std::end(kNotOurs);
}
bool is_year(std::string_view digits) {
  return digits.size() == kShapeDigits && std::ranges::all_of(digits, is_digit) && (digits.starts_with("20") || digits.starts_with("19"));
}

// "HNY-FOI-23-529Response": where a run of a Word file ends the next label may follow with nothing between.
bool is_glued_word(std::string_view text, std::size_t at) {
  return at + 2 < text.size() && is_digit(text[at - 1]) && is_upper(text[at]) && is_lower(text[at + 1]) && is_lower(text[at + 2]);
}

// Words that begin a number of ours.
bool is_prefix_word(std::string_view word) {
  static constexpr std::array<std::string_view, 13> kPrefixes{"foi",        "foia", "rfi", "eir", "eirs", "foisa", "eisr",
                                                              "foirequest", "fi",   "ir",  "ig",  "sar",  "id"};
  return std::find(kPrefixes.begin(), kPrefixes.end(), word) != kPrefixes.end();
}

// "BwD", "TfL": capitals of a body with small letters between.
bool is_body_letters(std::string_view word) {
  return word.size() > 2 && word.size() <= kCodeLetters && is_upper(word.front()) && is_upper(word.back()) &&
         std::ranges::all_of(word, is_alpha);
}

// A piece that may be part of a number: it has a digit, or is a word of capitals ("SPFT", "FOI"), or "Request" before a number.
bool is_key_piece(std::string_view piece) {
  if (piece.empty()) return false;
  if (has_digit(piece)) return true;
  return is_prefix_word(to_lower_ascii(piece)) || is_body_letters(piece) ||
         (piece.size() <= 8 &&
          std::all_of(piece.begin(), piece.end(), [](char c) { return is_upper(c) || c == '/' || c == '-' || c == '.'; }));
}

bool is_date(std::string_view text) {
  const auto dates = find_printed_dates(text);
  return !dates.empty() && dates.front().where.start == 0 && dates.front().year != 0;
}

// "FOI 2017-18 (388)": the number within a year stands in brackets. The end of the whole.
std::size_t numbered_within_year(std::string_view line, Span value) {
  constexpr std::size_t kYears = 7;  // "2017-18"
  const std::string_view key = line.substr(value.start, value.end - value.start);
  if (key.size() < kYears) return value.end;
  const std::string_view years = key.substr(key.size() - kYears);
  const bool is_years = years.starts_with("20") && (years[4] == '-' || years[4] == '/') && is_digit(years[5]) && is_digit(years[6]);
  std::size_t at = skip_spaces(line, value.end, 2);
  if (!is_years || at >= line.size() || line[at] != '(') return value.end;
  const std::size_t digits = ++at;
  while (at < line.size() && is_digit(line[at])) ++at;
  return at > digits && at < line.size() && line[at] == ')' ? at + 1 : value.end;
}

// "20441-EIR".
bool ends_in_prefix(std::string_view code) {
  const std::size_t dash = code.find('-');
  if (dash == std::string_view::npos || dash < kShapeDigits) return false;
  const std::string_view last = code.substr(dash + 1);
  return std::ranges::all_of(code.substr(0, dash), is_digit) && (last == "EIR" || last == "FOI" || last == "FOIA" || last == "FOISA");
}

// "F23/0123": a letter or more, two digits for the year, a stroke, and the number within it.
bool is_numbered_by_year(std::string_view code) {
  const std::size_t stroke = code.find('/');
  if (stroke == std::string_view::npos || stroke < 3 || stroke > kTitleLetters + 2 || code.size() > stroke + 1 + 2 * kShapeDigits)
    return false;
  return std::ranges::all_of(code.substr(0, stroke - 2), is_upper) && std::ranges::all_of(code.substr(stroke - 2, 2), is_digit) &&
         code.size() > stroke + 3 && std::ranges::all_of(code.substr(stroke + 1), is_digit);
}

// "25-1422", "512-24": two digits for the year on one side, the number within it on the other. "2023-24" are years of account.
bool is_numbered_in_short_year(std::string_view code) {
  constexpr std::size_t year = 2, least = 3, most = 6;  // digits
  const std::size_t mark = code.find_first_of("-/");
  if (mark == std::string_view::npos) return false;
  const std::string_view first = code.substr(0, mark), second = code.substr(mark + 1);
  if (!std::ranges::all_of(first, is_digit) || !std::ranges::all_of(second, is_digit)) return false;
  const auto is_number = [&](std::string_view digits) {
    return digits.size() >= least && digits.size() <= most && !(digits.size() == kShapeDigits && is_year(digits));
  };
  return (first.size() == year && is_number(second)) || (second.size() == year && is_number(first));
}

// "EH418206", "F0021937": capitals, and digits in the same word.
bool is_capitals_and_digits(std::string_view code) {
  const auto letters = static_cast<std::size_t>(std::ranges::find_if_not(code, is_upper) - code.begin());
  if (letters == 0 || letters > kTitleLetters || is_not_ours(code.substr(0, letters))) return false;
  const std::size_t least = letters == 1 ? kShapeDigits + 1 : kShapeDigits;
  return code.size() >= letters + least && code.size() <= letters + 2 * kShapeDigits && std::ranges::all_of(code.substr(letters), is_digit);
}

// "2023/24", "23-24": of account, or of school.
bool is_years_of_account(std::string_view key) {
  const std::size_t mark = key.find_first_of("-/");
  if (mark != 2 && mark != kShapeDigits) return false;
  const std::string_view first = key.substr(0, mark), second = key.substr(mark + 1);
  if (!std::ranges::all_of(first, is_digit) || (second.size() != 2 && second.size() != first.size())) return false;
  if (!std::ranges::all_of(second, is_digit)) return false;
  const int from = std::atoi(std::string(first.substr(mark - 2)).c_str()), to = std::atoi(std::string(second).c_str()) % 100;
  return to == (from + 1) % 100;
}

// A number that may stand behind a noun or a body's letters: long enough, and no year.
bool is_own_number(std::string_view key) {
  constexpr std::ptrdiff_t least = 3;
  return std::ranges::count_if(key, is_digit) >= least && !is_year(key) && !is_years_of_account(key) && plausible(key) &&
         !is_not_ours(key.substr(0, key.find_first_of(" -/")));
}

// Nothing follows, or a mark does: no word that the number would count.
bool ends_number(std::string_view after) {
  const std::string_view rest = trim(after);
  if (rest.empty() || after.front() == ',' || after.front() == ':' || after.front() == ';' || after.front() == '.') return true;
  if (std::string_view("*_)]([|").find(rest.front()) != std::string_view::npos) return true;
  return rest.starts_with("- ") || rest.starts_with("\u2013") || rest.starts_with("\u2014");
}

}  // namespace

bool is_value_char(char c) { return is_digit(c) || is_upper(c) || is_lower(c) || c == '/' || c == '-' || c == '_' || c == '.'; }

Span piece_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at <= kMaxKeyBytes && is_value_char(text[end]) && !(end > at && is_glued_word(text, end))) ++end;
  while (end > at && (text[end - 1] == '.' || text[end - 1] == '-' || text[end - 1] == '/')) --end;
  return {at, end};
}

std::string mended_prefixes(std::string_view line) {
  struct Damage {
    std::string_view read, meant;  // of the same length
    bool stroke;                   // only before "/" and a digit: without, it is a word
  };
  static constexpr Damage damages[] = {{"FOI!", "FOI ", false}, {"FO!", "FOI", false}, {"FO1", "FOI", false}, {"FOl", "FOI", false},
                                       {"FO|", "FOI", false},   {"FOL", "FOI", true},  {"FOV", "FOI", true},  {"FOU", "FOI", true},
                                       {"FOW", "FOI", true},    {"1C-", "IC-", false}, {"lC-", "IC-", false}, {"1R/", "IR/", false},
                                       {"lR/", "IR/", false}};
  std::string mended(line);
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (at > 0 && is_word(line[at - 1])) continue;
    for (const Damage& damage : damages) {
      if (!line.substr(at).starts_with(damage.read)) continue;
      const std::string_view rest = line.substr(at + damage.read.size());
      const bool whole = !is_word(damage.read.back()) || rest.empty() || !is_lower(rest.front());
      const bool strokes = rest.size() > 1 && rest[0] == '/' && is_digit(rest[1]);
      if (whole && (strokes || !damage.stroke)) mended.replace(at, damage.meant.size(), damage.meant);
      break;
    }
  }
  return mended;
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

bool is_initials(std::string_view piece) {
  const std::size_t stroke = piece.find('/');
  if (stroke == std::string_view::npos || piece.find('/', stroke + 1) != std::string_view::npos) return false;
  for (std::string_view part : {piece.substr(0, stroke), piece.substr(stroke + 1)}) {
    if (part.size() < 2 || part.size() > 3 || is_prefix_word(to_lower_ascii(part))) return false;
    if (!std::all_of(part.begin(), part.end(), [](char c) { return is_upper(c) || is_lower(c); })) return false;
  }
  return true;
}

std::size_t skip_spaces(std::string_view text, std::size_t at, std::size_t most) {
  const std::size_t limit = std::min(text.size(), at + most);
  while (at < limit && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at;
}

Span value_at(std::string_view line, std::size_t at) {
  Span value{at, at};
  std::size_t i = at;
  while (i < line.size() && i - at <= kMaxKeyBytes) {
    const Span piece = piece_at(line, i);
    const std::string_view text = line.substr(piece.start, piece.end - piece.start);
    if (!is_key_piece(text) || (value.end > value.start && is_date(line.substr(i, 24)))) break;
    value.end = piece.end;
    std::size_t next = skip_spaces(line, piece.end, 2);
    if (next + 1 < line.size() && line[next] == '-' && line[next + 1] == ' ' && next > piece.end) next = skip_spaces(line, next + 1, 2);
    if (next == piece.end) break;
    i = next;
  }
  // A last piece without a digit belongs to the next words ("FOI 4129 FAO …").
  std::string_view text = line.substr(value.start, value.end - value.start);
  while (!text.empty() && !has_digit(text.substr(text.find_last_of(' ') + 1))) {
    const std::size_t space = text.find_last_of(' ');
    text = space == std::string_view::npos ? std::string_view{} : text.substr(0, space);
    while (!text.empty() && (text.back() == ' ' || text.back() == '-')) text.remove_suffix(1);
  }
  value.end = value.start + text.size();
  if (const std::size_t end = numbered_within_year(line, value); end != value.end) value.end = end;
  return value;
}

bool plausible(std::string_view key) {
  std::size_t digits = 0;
  for (char c : key) digits += is_digit(c) ? 1 : 0;
  if (digits == 0 || digits > 16 || key.size() > kMaxKeyBytes || is_date(key)) return false;
  // A telephone number, a postcode, a web address.
  return find_phones(key).empty() && find_postcodes(key).empty() && !key.starts_with("www");
}

bool is_numbered_within_year(std::string_view code) {
  constexpr std::size_t year = 4, least = 3;  // digits
  if (code.size() < year + 1 + least || code.size() > 3 * year || !code.starts_with("20")) return false;
  const std::string_view number = code.substr(year + 1);
  return std::ranges::all_of(code.substr(0, year), is_digit) && (code[year] == '-' || code[year] == '/') &&
         std::ranges::all_of(number, is_digit) && !(number.size() == year && number.starts_with("20"));
}

bool is_own_code(std::string_view code) {
  return is_numbered_within_year(code) || is_numbered_in_short_year(code) || is_numbered_by_year(code) || ends_in_prefix(code) ||
         is_capitals_and_digits(code);
}

bool is_code_in_words(std::string_view code) {
  if (code.size() > kMaxKeyBytes) return false;
  std::size_t digits = 0, letters = 0, words = 0;
  for (const Token& token : tokenise(code)) {
    const std::string_view printed = code.substr(token.start, token.end - token.start);
    const bool capitals = std::ranges::all_of(printed, is_upper);
    if (capitals ? printed.size() > kCodeLetters : !std::ranges::all_of(printed, is_digit)) return false;
    if (is_not_ours(printed)) return false;
    digits += static_cast<std::size_t>(std::ranges::count_if(printed, is_digit));
    letters += capitals ? printed.size() : 0;
    ++words;
  }
  return words >= 2 && digits >= kShapeDigits && letters >= 2;
}

bool is_lone_code(std::string_view code) {
  constexpr std::size_t most = 10, pieces = 3;  // digits of a number without letters or marks; words
  if (code.size() > kMaxKeyBytes || is_year(code) || is_years_of_account(code) || !plausible(code)) return false;
  std::size_t digits = 0, words = 0;
  bool bare = true;
  for (std::size_t at = 0; at < code.size();) {
    const std::size_t end = std::min(code.find(' ', at), code.size());
    const std::string_view word = code.substr(at, end - at);
    at = end + 1;
    if (word.empty() || !std::ranges::all_of(word, is_value_char)) return false;
    // "SECAmb/25/06/44", "FS-Case-601774", but no word of a sentence.
    const bool lower = std::ranges::any_of(word, is_lower);
    if (lower && !is_body_letters(word) && (!has_digit(word) || word.find_first_of("/-") == std::string_view::npos)) return false;
    if (!has_digit(word) && word.size() > kCodeLetters) return false;
    const std::string_view letters = word.substr(0, std::min(word.find_first_of("0123456789"), word.size()));
    if (words == 0 && is_not_ours(letters) && letters != "FOI" && letters != "EIR") return false;
    digits += static_cast<std::size_t>(std::ranges::count_if(word, is_digit));
    bare = bare && std::ranges::all_of(word, is_digit);
    ++words;
  }
  if (words > pieces || (bare && words > 1)) return false;
  return digits >= kShapeDigits && (!bare || digits <= most);
}

namespace {

struct SubjectStart {
  std::size_t at = 0;    // behind marks and labels
  bool subject = false;  // there was a label
};

// "Subject: RE: FOI 4129".
SubjectStart after_subject_labels(std::string_view text) {
  const std::string lower = to_lower_ascii(text);
  SubjectStart start;
  for (bool more = true; more;) {
    while (start.at < text.size() && std::string_view(" *#_\t").find(text[start.at]) != std::string_view::npos) ++start.at;
    more = false;
    for (std::string_view label : {"subject:", "re:", "fw:", "fwd:"})
      if (std::string_view(lower).substr(start.at).starts_with(label)) {
        start.at += label.size();
        more = start.subject = true;
      }
  }
  return start;
}

}  // namespace

std::optional<std::size_t> code_at_start(std::string_view text) {
  const auto [at, subject] = after_subject_labels(text);
  const Span piece = piece_at(text, at);
  const std::string_view code = text.substr(piece.start, piece.end - piece.start), after = text.substr(piece.end);
  if (!is_lone_code(code)) return std::nullopt;
  const bool bare = std::ranges::all_of(code, is_digit);
  // "4021 patients waited": a count, unless the subject of a mail begins with a long one.
  if (bare && !after.starts_with(":") && (!subject || code.size() <= kShapeDigits)) return std::nullopt;
  // Forms and policies have numbers of their own, which stand alone.
  if (trim(after).empty() && !subject) return std::nullopt;
  if (!after.empty() && !after.starts_with(":") && !after.starts_with(" ") && !after.starts_with(",")) return std::nullopt;
  return subject || bare || is_own_code(code) ? std::optional(at) : std::nullopt;
}

std::optional<Span> number_behind_noun(std::string_view text) {
  static constexpr std::string_view nouns[] = {"request", "case",   "review", "enquiry",   "inquiry", "query",
                                               "ticket",  "matter", "notice", "complaint", "number",  "review of"};
  const std::string lower = to_lower_ascii(text);
  for (std::string_view noun : nouns) {
    for (std::size_t at = find_phrase(lower, noun); at != std::string::npos; at = find_phrase(lower, noun, at + 1)) {
      std::size_t value = at + noun.size();
      while (value < text.size() && std::string_view(" ,:#\t|").find(text[value]) != std::string_view::npos) ++value;
      if (value == at + noun.size() || value == text.size() || !(is_digit(text[value]) || is_upper(text[value]))) continue;
      const Span found = value_at(text, value);
      const std::string_view key = text.substr(found.start, found.end - found.start);
      // "Number 2024-118": of other things, too, but not in this shape. "Review of 883120": no year or count.
      if (noun == "number" && !is_numbered_within_year(key)) continue;
      if (noun == "review of" && key.size() <= kShapeDigits) continue;
      if (!found.empty() && is_own_number(key) && ends_number(text.substr(found.end))) return found;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> body_and_number(std::string_view text) {
  const std::size_t at = after_subject_labels(text).at;
  std::size_t end = at;
  while (end < text.size() && is_alpha(text[end])) ++end;
  const std::string_view body = text.substr(at, end - at);
  if (!std::ranges::all_of(body, is_upper) && !is_body_letters(body)) return std::nullopt;
  if (end - at < 2 || end - at > kCodeLetters || end + 1 >= text.size() || (text[end] != ' ' && text[end] != '-')) return std::nullopt;
  std::size_t digits = end + 1;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  const std::size_t least = text[end] == ' ' ? kShapeDigits : kShapeDigits - 1;
  const Span found = value_at(text, at);
  const std::string_view key = text.substr(found.start, found.end - found.start);
  // "ATI-26117a": the first letter of several; no unit ("5000m").
  const bool lettered = found.end == digits + 1 && text[digits] >= 'a' && text[digits] <= kLastLetter;
  if (digits < end + 1 + least || is_year(text.substr(end + 1, digits - end - 1)) || (found.end != digits && !lettered))
    return std::nullopt;
  return is_own_number(key) && ends_number(text.substr(found.end)) ? std::optional(at) : std::nullopt;
}

bool has_shape(std::string_view word) {
  std::size_t digits = 0;
  for (char c : word) digits += is_digit(c) ? 1 : 0;
  const bool marked = is_upper(word.empty() ? ' ' : word.front()) || word.find('/') != std::string_view::npos;
  const bool years = word.size() == 7 && word.starts_with("20") && (word[4] == '/' || word[4] == '-');
  // "23-4471": the year, and the number within it.
  const bool in_year = word.size() > 2 + kShapeDigits && word[2] == '-' && digits + 1 == word.size();
  return digits >= kShapeDigits && (marked || in_year || is_numbered_within_year(word)) && !years &&
         word.find('.') == std::string_view::npos;
}

std::optional<Span> name_and_number(std::string_view text) {
  constexpr std::size_t least_letters = 5, most_letters = 20;
  static constexpr CueTable others = {"https", "ticket", "number", "issue", "order", "version", "phone", "mobile", "invoice"};
  const auto [at, subject] = after_subject_labels(text);
  std::size_t mark = at;
  while (mark < text.size() && is_lower(text[mark])) ++mark;
  if (!subject || mark < at + least_letters || mark > at + most_letters || text.substr(mark, 1) != ":") return std::nullopt;
  if (among(others, text.substr(at, mark - at))) return std::nullopt;
  const Span number = piece_at(text, mark + 1);
  const std::string_view digits = text.substr(number.start, number.end - number.start);
  if (digits.size() <= kShapeDigits || !std::ranges::all_of(digits, is_digit) || !plausible(digits)) return std::nullopt;
  return Span{at, number.end};
}

std::size_t bracketed_number(std::string_view text) {
  const std::string_view line = trim(text);
  const std::size_t open = line.rfind('[');
  if (open == std::string_view::npos || !line.ends_with(']')) return std::string_view::npos;
  const std::string_view digits = line.substr(open + 1, line.size() - open - 2);
  const bool year = digits.size() == kShapeDigits && (digits.starts_with("20") || digits.starts_with("19"));
  const bool ticket = digits.size() >= kShapeDigits && digits.size() <= 4 * kShapeDigits && std::ranges::all_of(digits, is_digit);
  return ticket && !year ? static_cast<std::size_t>(digits.data() - text.data()) : std::string_view::npos;
}

bool begins_own_number(std::string_view word) {
  static constexpr std::string_view kPrefixes[] = {"foisa", "foia", "foi", "rfi", "eir"};
  const bool digit = has_digit(word);
  const std::string lower = to_lower_ascii(word);
  // "FOI", and "FOI-R" or "EIR/IR" of a number that follows.
  if (!digit) {
    const std::size_t mark = std::min(lower.find_first_of("-/"), lower.size());
    const bool letters = lower.size() - mark <= kMarkLetters && std::ranges::all_of(word, [](char c) { return !is_lower(c); });
    return std::ranges::find(kPrefixes, std::string_view(lower).substr(0, mark)) != std::end(kPrefixes) &&
           (mark == lower.size() || letters);
  }
  // "SCAS-FOI-24-317": the body's letters first.
  for (std::string_view inner : {"-foi-", "/foi/", "_foi_", ".foi.", "-rfi-", "/rfi/", "-eir-", "/eir/", ".eir.", "-foi/", "foi-"})
    if (const std::size_t at = lower.find(inner); at != std::string::npos && at > 0 && at <= kBodyLetters && has_digit(lower.substr(at)))
      return true;
  // The Commissioner's own numbers.
  for (std::string_view notice : {"fs50", "fer0", "ic-"})
    if (lower.starts_with(notice) && lower.size() >= kNoticeNumber && has_digit(lower.substr(notice.size()))) return true;
  for (std::string_view prefix : kPrefixes) {
    if (!lower.starts_with(prefix)) continue;
    const std::string_view rest = std::string_view(lower).substr(prefix.size());
    // "FOIR9951"; the Acts have their year behind them.
    if (rest == "2000" || rest == "2002" || rest == "2004") return false;
    const bool lettered = rest.size() > kShapeDigits && is_lower(rest[0]) && std::ranges::all_of(rest.substr(1), is_digit);
    if (rest.empty() || is_digit(rest[0]) || lettered ||
        ((rest[0] == '-' || rest[0] == '_' || rest[0] == '/' || rest[0] == '.') && has_digit(rest)))
      return true;
  }
  return false;
}

}  // namespace foi::understand
