#include "indexer/understand/reference_number.h"

#include <algorithm>
#include <array>

#include "indexer/model/text.h"
#include "indexer/understand/contacts.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/dates.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

constexpr std::size_t kMaxKeyBytes = 32;
// Lines that are not blank, from the top, in which a number without a label may stand.
constexpr std::size_t kHeadLines = 30;
// Lines from the top that may be a subject or a title, bytes of a title, digits of a number without a label, letters of a body before
// "FOI", bytes of the Commissioner's numbers.
constexpr std::size_t kTitleLetters = 4;  // before the digits of a title that is a number
constexpr std::size_t kCodeLetters = 6;   // of a body, or of "REQ", in a number of ours
constexpr std::size_t kSubjectLines = 16, kTitleBytes = 120, kShapeDigits = 4, kBodyLetters = 8, kNoticeNumber = 9;
// Spaces between a label and its value in the next column.
constexpr std::size_t kColumnGap = 120;
// Bytes of a row of a table; of what may stand before and after a label in its cell ("FOI ", " No."); and how far a column may shift.
// Bytes of a label in another language.
constexpr std::size_t kOtherLabel = 24;
// Bytes after "FOI 10" in which a finding may follow.
constexpr std::size_t kFindingBytes = 40;
constexpr std::size_t kMaxRowBytes = 500, kLabelBefore = 8, kLabelAfter = 6, kColumnDrift = 4;

// Words that begin a number of ours.
bool is_prefix_word(std::string_view word) {
  static constexpr std::array<std::string_view, 13> kPrefixes{"foi",        "foia", "rfi", "eir", "eirs", "foisa", "eisr",
                                                              "foirequest", "fi",   "ir",  "ig",  "sar",  "id"};
  return std::find(kPrefixes.begin(), kPrefixes.end(), word) != kPrefixes.end();
}

struct Label {
  std::string_view words;
  int rank;  // higher is better
};
// Longest first where one begins another. "your foi ref" is ours, "your ref" is the requester's.
constexpr Label kLabels[] = {{"freedom of information request id", 5},
                             {"freedom of information request reference", 6},
                             {"freedom of information request number", 6},
                             {"freedom of information reference", 6},
                             {"freedom of information ref", 6},
                             {"information request reference", 6},
                             {"information request number", 6},
                             {"internal reference number", 5},
                             {"internal review reference", 6},
                             {"foi reference number", 6},
                             {"foi request reference", 6},
                             {"foi request number", 6},
                             {"foi request ref", 6},
                             {"foi request no", 6},
                             {"foi request id", 6},
                             {"foi case reference", 6},
                             {"foi case number", 6},
                             {"foi ref no", 6},
                             {"foi reference", 6},
                             {"foi ref", 6},
                             {"foi number", 6},
                             {"foi case", 5},
                             {"foi log", 5},
                             {"foi no", 6},
                             {"foi id", 6},
                             {"foisa reference", 6},
                             {"foisa ref", 6},
                             {"rfi reference", 6},
                             {"rfi ref", 6},
                             {"eir reference", 6},
                             {"eir ref", 6},
                             {"our reference", 6},
                             {"our number", 6},
                             {"please quote", 4},
                             {"our ref", 6},
                             {"unique reference", 5},
                             {"review reference", 5},
                             {"enquiry reference", 5},
                             {"your request", 4},
                             {"request reference", 5},
                             {"request number", 5},
                             {"request ref", 5},
                             {"request no", 5},
                             {"request id", 5},
                             {"disclosure reference", 5},
                             {"disclosure id", 5},
                             {"disclosure log number", 5},
                             {"appeal reference", 5},
                             {"appeal number", 5},
                             {"appeal no", 5},
                             {"appeal", 5},
                             {"case number", 4},
                             {"case reference", 4},
                             {"case ref", 4},
                             {"case no", 4},
                             {"case id", 4},
                             {"log number", 4},
                             {"log no", 4},
                             {"ticket", 4},
                             {"reference number", 4},
                             {"reference no", 4},
                             {"ref no", 4},
                             {"ein cyf", 6},
                             {"cyf", 3},
                             {"reference", 3},
                             {"ref", 3}};

constexpr auto kLabelWords = [] {
  std::array<std::string_view, std::size(kLabels)> words;
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = kLabels[i].words;
  return words;
}();
constexpr Beginnings kLabelBeginnings(kLabelWords);

bool is_value_char(char c) { return is_digit(c) || is_upper(c) || is_lower(c) || c == '/' || c == '-' || c == '_' || c == '.'; }

// "HNY-FOI-23-529Response": where a run of a Word file ends the next label may follow with nothing between.
bool is_glued_word(std::string_view text, std::size_t at) {
  return at + 2 < text.size() && is_digit(text[at - 1]) && is_upper(text[at]) && is_lower(text[at + 1]) && is_lower(text[at + 2]);
}

// One piece of a value: characters without space.
Span piece_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at <= kMaxKeyBytes && is_value_char(text[end]) && !(end > at && is_glued_word(text, end))) ++end;
  while (end > at && (text[end - 1] == '.' || text[end - 1] == '-' || text[end - 1] == '/')) --end;
  return {at, end};
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

// A piece that may be part of a number: it has a digit, or is a word of capitals ("SPFT", "FOI"), or "Request" before a number.
bool is_key_piece(std::string_view piece) {
  if (piece.empty()) return false;
  if (has_digit(piece)) return true;
  return is_prefix_word(to_lower_ascii(piece)) || (piece.size() <= 8 && std::all_of(piece.begin(), piece.end(), [](char c) {
                                                     return is_upper(c) || c == '/' || c == '-' || c == '.';
                                                   }));
}

// "MB/SS" before a number: two or three letters, a stroke, two or three letters, and none of them our own prefix.
bool is_initials(std::string_view piece) {
  const std::size_t stroke = piece.find('/');
  if (stroke == std::string_view::npos || piece.find('/', stroke + 1) != std::string_view::npos) return false;
  for (std::string_view part : {piece.substr(0, stroke), piece.substr(stroke + 1)}) {
    if (part.size() < 2 || part.size() > 3 || is_prefix_word(to_lower_ascii(part))) return false;
    if (!std::all_of(part.begin(), part.end(), [](char c) { return is_upper(c) || is_lower(c); })) return false;
  }
  return true;
}

bool is_date(std::string_view text) {
  const auto dates = find_printed_dates(text);
  return !dates.empty() && dates.front().where.start == 0 && dates.front().year != 0;
}

std::size_t skip_spaces(std::string_view text, std::size_t at, std::size_t most) {
  const std::size_t limit = std::min(text.size(), at + most);
  while (at < limit && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at;
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

// The value that starts at `at` of a line: pieces with a space, or " - ", between.
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

struct Candidate {
  Span key, initials;
  int rank = 0;
};

class ReferenceFinder {
 public:
  ReferenceFinder(const Letter& letter, const std::vector<Section>& sections) : letter_(letter), sections_(sections) {}

  std::optional<Candidate> find() {
    for (const Line& line : letter_.lines) {
      const std::string_view text = letter_.view(line).substr(0, 2000);
      if (trim(text).empty()) continue;
      ++filled_;
      const SectionKind kind = section_at(sections_, line.start);
      if (is_boilerplate(kind) || kind == SectionKind::quoted_thread) continue;
      const std::string lower_text = to_lower_ascii(text);
      if (is_title_of_release(lower_text)) continue;
      const SoughtText lower(lower_text);
      if (filled_ == 1) look_for_title(line, text);
      look_for_labels(line, text, lower, kind);
      if (is_person_header(lower_text)) continue;
      if (kind == SectionKind::letterhead || kind == SectionKind::reference_block || filled_ <= 3) look_for_code(line, text);
      if (filled_ <= kSubjectLines) look_for_shape(line, text, lower);
      if (filled_ <= kHeadLines && kind != SectionKind::request) look_for_bare(line, text, lower);
      if (filled_ <= 3) look_for_bare(line, text, lower);
    }
    return best_;
  }

 private:
  // "Papers on request FOI 4129: FOI release": the number of another request.
  static bool is_title_of_release(std::string_view lower) {
    for (std::string_view ending : {": foi release", ": eir release", ": foi review", ": eir review"})
      if (trim(lower).ends_with(ending)) return true;
    return false;
  }
  // A page headed by nothing but a number in capitals and digits: "FI19999".
  void look_for_title(Line line, std::string_view text) {
    const std::string_view code = trim(text);
    const auto letters = static_cast<std::size_t>(std::ranges::find_if_not(code, is_upper) - code.begin());
    const bool ours = letters >= 2 && letters <= kTitleLetters && code.size() >= letters + kShapeDigits &&
                      code.size() <= letters + 2 * kShapeDigits && std::ranges::all_of(code.substr(letters), is_digit);
    if (ours || is_numbered_by_year(code)) offer(line, text, text.find(code), 1);
  }

  // "2024-00217", "2024/088": no years of account ("2023/24", "2023-2024").
  static bool is_numbered_within_year(std::string_view code) {
    constexpr std::size_t year = 4, least = 3;  // digits
    if (code.size() < year + 1 + least || code.size() > 3 * year || !code.starts_with("20")) return false;
    const std::string_view number = code.substr(year + 1);
    return std::ranges::all_of(code.substr(0, year), is_digit) && (code[year] == '-' || code[year] == '/') &&
           std::ranges::all_of(number, is_digit) && !(number.size() == year && number.starts_with("20"));
  }
  // "20441-EIR".
  static bool ends_in_prefix(std::string_view code) {
    const std::size_t dash = code.find('-');
    if (dash == std::string_view::npos || dash < kShapeDigits) return false;
    const std::string_view last = code.substr(dash + 1);
    return std::ranges::all_of(code.substr(0, dash), is_digit) && (last == "EIR" || last == "FOI" || last == "FOIA" || last == "FOISA");
  }

  // "F23/0123": a letter or more, two digits for the year, a stroke, and the number within it.
  static bool is_numbered_by_year(std::string_view code) {
    const std::size_t stroke = code.find('/');
    if (stroke == std::string_view::npos || stroke < 3 || stroke > kTitleLetters + 2 || code.size() > stroke + 1 + 2 * kShapeDigits)
      return false;
    return std::ranges::all_of(code.substr(0, stroke - 2), is_upper) && std::ranges::all_of(code.substr(stroke - 2, 2), is_digit) &&
           code.size() > stroke + 3 && std::ranges::all_of(code.substr(stroke + 1), is_digit);
  }

  void look_for_labels(Line line, std::string_view text, const SoughtText& lower, SectionKind kind) {
    if (!lower.has_any(kLabelWords, kLabelBeginnings)) return;
    for (const Label& label : kLabels) {
      const std::size_t at = lower.find_phrase(label.words);
      if (at == std::string::npos) continue;
      const bool yours = ends_with_word(lower.text().substr(0, at), "your");
      if (yours && (label.words == "ref" || label.words == "reference")) continue;
      if (label.words == "cyf" && ends_with_word(lower.text().substr(0, at), "eich")) continue;
      // "Appeal: EA/2024/0001", "Cyf: 2019/22"; without a colon they are words.
      if ((label.words == "appeal" || label.words == "cyf") && text.substr(at + label.words.size(), 1) != ":") continue;
      if (label.words == "your request" && !is_number_alone(text, at + label.words.size())) continue;
      // "In relation to request number 2": one of the questions.
      const std::size_t after = at + label.words.size();
      const bool counts = label.words == "request number" || label.words == "request no";
      if (counts && text.substr(after, 1) != ":" && digits_at(text, skip_label(text, after)) < 3) continue;
      const bool head = kind == SectionKind::letterhead || kind == SectionKind::reference_block || kind == SectionKind::mail_headers;
      const int rank = label.rank + (head ? 2 : kind == SectionKind::request ? -2 : 0);
      const std::size_t value = skip_label(text, at + label.words.size());
      if (value != std::string_view::npos) offer(line, text, value, rank);
      if (head || filled_ <= kHeadLines) offer_below(line, at, at + label.words.size(), rank - 1);
    }
  }

  static std::size_t digits_at(std::string_view text, std::size_t at) {
    if (at == std::string_view::npos) return 0;
    const std::string_view value = text.substr(at, text.substr(at).find(' '));
    return static_cast<std::size_t>(std::ranges::count_if(value, is_digit));
  }

  // "Your request: 6207", and no more: what was asked may begin with a number too.
  static bool is_number_alone(std::string_view text, std::size_t at) {
    if (text.substr(at).starts_with(" - ") && is_numbered_within_year(trim(text.substr(at + 3)))) return true;
    if (at >= text.size() || text[at] != ':') return false;
    const std::string_view rest = trim(text.substr(at + 1));
    return rest.size() >= 3 && rest.size() <= 8 && std::ranges::all_of(rest, is_digit);
  }

  // A label with its cell to itself, and the value in the same column of the next line: a table with a line of headings.
  void offer_below(Line line, std::size_t at, std::size_t end, int rank) {
    if (line.end - line.start > kMaxRowBytes) return;
    for (const Span& cell : cells_of(letter_, line)) {
      const bool alone =
          cell.contains(line.start + at) && line.start + at - cell.start <= kLabelBefore && cell.end <= line.start + end + kLabelAfter;
      if (!alone) continue;
      std::size_t next = letter_.line_index(line.start) + 1;
      while (next < letter_.lines.size() && trim(letter_.view(letter_.lines[next])).empty()) ++next;
      if (next >= letter_.lines.size() || letter_.lines[next].end - letter_.lines[next].start > kMaxRowBytes) return;
      const Line below = letter_.lines[next];
      for (const Span& value : cells_of(letter_, below)) {
        const std::size_t a = cell.start - line.start, b = value.start - below.start;
        const std::size_t bullet = letter_.view(value).starts_with("- ") ? 2 : 0;
        if ((a > b ? a - b : b - a) <= kColumnDrift) offer(below, letter_.view(below), b + bullet, rank);
      }
    }
  }

  // A cell of a letterhead that is nothing but a number in our own shape: "REQ 5087", "24-25/0388 BEH", "LPFT 1920/355". No address has
  // one: not "PO Box 2460", "DX 4123", "Bay 3/20", nor a date, a telephone number or a postcode.
  void look_for_code(Line line, std::string_view text) {
    static constexpr std::string_view kNotOurs[] = {"PO",  "DX", "BOX", "TEL",  "FAX",   "NHS", "UK",   "GB",  "FAO", "VAT", "OSCR",
                                                    "ISO", "SC", "FOI", "FOIA", "FOISA", "EIR", "EIRS", "ACT", "DPA", "GDPR"};
    if (text.size() > kMaxRowBytes) return;
    for (const Span& cell : cells_of(letter_, line)) {
      const std::string_view code = letter_.view(cell);
      std::size_t digits = 0, letters = 0, words = 0;
      bool ours = code.size() <= kMaxKeyBytes;
      for (const Token& token : tokenise(code)) {
        const std::string_view printed = code.substr(token.start, token.end - token.start);
        const bool capitals = std::ranges::all_of(printed, is_upper);
        digits += static_cast<std::size_t>(std::ranges::count_if(printed, is_digit));
        letters += capitals ? printed.size() : 0;
        ++words;
        ours = ours && (capitals ? printed.size() <= kCodeLetters : std::ranges::all_of(printed, is_digit)) &&
               std::ranges::find(kNotOurs, printed) == std::end(kNotOurs);
      }
      if (is_numbered_within_year(code) || ends_in_prefix(code)) offer(line, text, cell.start - line.start, 1);
      if (ours && words >= 2 && digits >= kShapeDigits && letters >= 2) offer(line, text, cell.start - line.start, 1);
    }
  }

  static bool ends_with_word(std::string_view text, std::string_view word) { return trim(text).ends_with(word); }

  // Past ":", ".", "no", "number", spaces and one gap between columns; npos when a sentence goes on instead.
  static std::size_t skip_label(std::string_view text, std::size_t at) {
    const std::size_t label_end = at;
    // "Our ref / Ein cyf: …": the same label in the other language.
    if (const std::size_t stroke = skip_spaces(text, at, 2); stroke < text.size() && text[stroke] == '/') {
      const std::size_t colon = text.find(':', stroke);
      if (colon != std::string_view::npos && colon - stroke <= kOtherLabel && !has_digit(text.substr(stroke, colon - stroke))) at = colon;
    }
    for (int steps = 0; steps < 6 && at < text.size(); ++steps) {
      at = skip_spaces(text, at, kColumnGap);
      if (at < text.size() && std::string_view(":.-#|*").find(text[at]) != std::string_view::npos) {
        ++at;
        continue;
      }
      const std::string word = to_lower_ascii(text.substr(at, 6));
      if (word.starts_with("number")) {
        at += 6;
      } else if (at > label_end && word.starts_with("is ")) {
        at += 2;
      } else if (word.starts_with("no:") || word.starts_with("no.") || word.starts_with("no ")) {
        at += 2;
      } else {
        break;
      }
    }
    return at > label_end && at < text.size() ? at : std::string_view::npos;
  }

  // "From: ACME FOI2 <…>" has no number of a request.
  static bool is_person_header(std::string_view lower) {
    return lower.starts_with("from:") || lower.starts_with("to:") || lower.starts_with("cc:");
  }

  // A subject or a title with a number of its own shape in it: "Subject: F/7720: request", "Internal review – F-2022-01533".
  void look_for_shape(Line line, std::string_view text, const SoughtText& lower) {
    static constexpr CueTable titles = {"internal review", "request", "received"};
    const bool subject = lower.text().starts_with("subject:") || lower.text().starts_with("re:");
    const bool title = text.size() <= kTitleBytes && !text.ends_with('.') && has_any(lower, titles);
    if (!subject && !title) return;
    if (const std::size_t number = bracketed_number(text); subject && number != std::string_view::npos) offer(line, text, number, 1);
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (!is_value_char(text[i]) || (i > 0 && is_value_char(text[i - 1]))) continue;
      const Span piece = piece_at(text, i);
      const std::string_view word = text.substr(piece.start, piece.end - piece.start);
      if (has_shape(word)) return offer(line, text, i, 1);
    }
  }

  // "Subject: RE: Parking enforcement [7714022]": digits that a program for tickets put in square brackets at the end; no year.
  static std::size_t bracketed_number(std::string_view text) {
    const std::string_view line = trim(text);
    const std::size_t open = line.rfind('[');
    if (open == std::string_view::npos || !line.ends_with(']')) return std::string_view::npos;
    const std::string_view digits = line.substr(open + 1, line.size() - open - 2);
    const bool year = digits.size() == kShapeDigits && (digits.starts_with("20") || digits.starts_with("19"));
    const bool ticket = digits.size() >= kShapeDigits && digits.size() <= 4 * kShapeDigits && std::ranges::all_of(digits, is_digit);
    return ticket && !year ? static_cast<std::size_t>(digits.data() - text.data()) : std::string_view::npos;
  }

  // Four digits and more, and a letter or a stroke: "F0006132", "017441/25"; no year of account ("2023/24"), no amount.
  static bool has_shape(std::string_view word) {
    std::size_t digits = 0;
    for (char c : word) digits += is_digit(c) ? 1 : 0;
    const bool marked = is_upper(word.empty() ? ' ' : word.front()) || word.find('/') != std::string_view::npos;
    const bool years = word.size() == 7 && word.starts_with("20") && (word[4] == '/' || word[4] == '-');
    // "23-4471": the year, and the number within it.
    const bool in_year = word.size() > 2 + kShapeDigits && word[2] == '-' && digits + 1 == word.size();
    return digits >= kShapeDigits && (marked || in_year) && !years && word.find('.') == std::string_view::npos;
  }

  // "FOI 4129", "RFI-2207", "FOI_0316_22/22", "Freedom of Information Request 008".
  void look_for_bare(Line line, std::string_view text, const SoughtText& lower) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (i > 0 && (is_word(text[i - 1]) || text[i - 1] == '@' || text[i - 1] == '.')) continue;
      if (!is_word(text[i])) continue;
      const Span piece = piece_at(text, i);
      const std::string_view word = text.substr(piece.start, piece.end - piece.start);
      if (bare_prefix(word)) offer_bare(line, text, i);
      i = std::max(i, piece.end == 0 ? i : piece.end - 1);
    }
    // "Request 101000132893", and no more.
    if (trim(lower.text()).starts_with("request ") && is_long_number(trim(text).substr(std::string_view("request ").size())))
      offer(line, text, text.find_first_of("0123456789"), 4);
    static constexpr CueTable cues = {"freedom of information request", "foi request", "request for information", "freedom of information"};
    if (!has_any(lower, cues)) return;
    for (std::string_view cue : cues) {
      const std::size_t at = lower.find_phrase(cue);
      if (at == std::string::npos) continue;
      const std::size_t value = skip_label(text, at + cue.size());
      const std::size_t after_stroke = at + cue.size() + 1;
      if (value != std::string_view::npos && is_digit(text[value]) && !is_address(text, value)) offer(line, text, value, 2);
      if (cue == "freedom of information" && text.substr(at + cue.size(), 1) == "/") offer(line, text, after_stroke, 4);
    }
  }

  static bool is_long_number(std::string_view text) {
    return text.size() > 2 * kShapeDigits && text.size() <= 4 * kShapeDigits && std::ranges::all_of(text, is_digit);
  }
  // "24 Harbour Road": a number of one or two digits and a name.
  static bool is_address(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end - at < 3 && end + 1 < text.size() && text[end] == ' ' && is_upper(text[end + 1]);
  }

  // "FOI", "foi326", "RFI-2207", "FOI_0316": a prefix alone or with more after it that has a digit.
  static bool bare_prefix(std::string_view word) {
    static constexpr std::string_view kPrefixes[] = {"foisa", "foia", "foi", "rfi", "eir"};
    const bool digit = has_digit(word);
    if (!digit && word.size() > std::string_view("foisa").size()) return false;
    const std::string lower = to_lower_ascii(word);
    if (!digit) return std::ranges::find(kPrefixes, lower) != std::end(kPrefixes);
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
      if (rest.empty() || is_digit(rest[0]) || ((rest[0] == '-' || rest[0] == '_' || rest[0] == '/' || rest[0] == '.') && has_digit(rest)))
        return true;
    }
    return false;
  }

  void offer_bare(Line line, std::string_view text, std::size_t at) {
    const Span value = value_at(text, at);
    const std::string_view key = text.substr(value.start, value.end - value.start);
    // The year of the Act is no number of a request.
    if (key.ends_with(" 2000") || key.ends_with(" 2002") || key.ends_with(" 2004")) return;
    // "EIR 5(2)", "FOI 10: Complaint upheld": sections of a notice of the Commissioner.
    const std::string_view after = text.substr(value.end);
    if (after.starts_with("(") || to_lower_ascii(after.substr(0, kFindingBytes)).find("upheld") != std::string::npos) return;
    offer(line, text, at, 3);
  }

  void offer(Line line, std::string_view text, std::size_t at, int rank) {
    Candidate candidate{{}, {}, rank};
    const Span first = piece_at(text, at);
    if (is_initials(text.substr(first.start, first.end - first.start))) {
      candidate.initials = {line.start + first.start, line.start + first.end};
      at = skip_spaces(text, first.end, 3);
    }
    const Span value = value_at(text, at);
    if (value.empty() || !plausible(text.substr(value.start, value.end - value.start))) return;
    candidate.key = {line.start + value.start, line.start + value.end};
    if (!best_ || candidate.rank > best_->rank) best_ = candidate;
  }

  const Letter& letter_;
  const std::vector<Section>& sections_;
  std::optional<Candidate> best_;
  std::size_t filled_ = 0;  // lines that are not blank, so far
};

}  // namespace

std::string same_reference_key(std::string_view reference) {
  std::string key;
  for (const Token& token : tokenise(reference)) {
    std::string_view word = token.word;
    for (std::string_view prefix : {"foisa", "foi", "rfi", "eir", "ref"})
      if (word.starts_with(prefix) && (word.size() == prefix.size() || is_digit(word[prefix.size()]))) word.remove_prefix(prefix.size());
    key += word;
  }
  return key;
}

std::optional<FoundReference> find_reference(const Letter& letter, const std::vector<Section>& sections, const LogEntry* log) {
  const std::optional<Candidate> found = ReferenceFinder(letter, sections).find();
  const bool logged = log && log->reference && !log->reference->empty();
  if (!found) {
    if (!logged) return std::nullopt;
    return FoundReference{*log->reference, {}, {}, true, {}};
  }
  FoundReference out{std::string(letter.view(found->key)), found->key, found->initials, false, {}};
  if (logged && same_reference_key(out.key) != same_reference_key(*log->reference))
    out.notes.push_back("reference: " + out.key + " in the letter, " + *log->reference + " in the publisher's log");
  return out;
}

}  // namespace foi::understand
