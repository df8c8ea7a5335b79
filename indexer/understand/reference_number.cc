#include "indexer/understand/reference_number.h"

#include <algorithm>
#include <array>

#include "indexer/model/text.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/dates.h"
#include "indexer/understand/reference_shapes.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// Lines that are not blank, from the top, in which a number without a label may stand.
constexpr std::size_t kHeadLines = 30;
constexpr std::size_t kMostLineBytes = 2'000;  // of a line that are looked at
// Lines from the top that may be a subject or a title, bytes of a title, digits of a number that is more than an ordinal.
constexpr std::size_t kSubjectLines = 16, kTitleBytes = 120, kShapeDigits = 4;
// Lines from the top that may be a title with a number first; ranks of a number alone on its line, which only a label in the head outranks,
// and of one that begins a subject.
constexpr std::size_t kTitleLine = 3;
constexpr int kLoneCode = 7, kSubjectCode = 4;
// Spaces between a label and its value in the next column.
constexpr std::size_t kColumnGap = 120;
// Bytes of a row of a table; of what may stand before and after a label in its cell ("FOI ", " No."); and how far a column may shift.
// Bytes of a label in another language.
constexpr std::size_t kOtherLabel = 24;
// Bytes after "FOI 10" in which a finding may follow.
constexpr std::size_t kFindingBytes = 40;
constexpr std::size_t kMaxRowBytes = 500, kLabelBefore = 8, kLabelAfter = 6, kColumnDrift = 4;

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
                             {"our references", 6},
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
                             {"our file", 6},
                             {"number", 3},
                             {"file", 3},
                             {"reference", 3},
                             {"ref", 3},
                             {"foi", 3},
                             {"eir", 3},
                             {"rfi", 3}};

constexpr auto kLabelWords = [] {
  std::array<std::string_view, std::size(kLabels)> words;
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = kLabels[i].words;
  return words;
}();
constexpr Beginnings kLabelBeginnings(kLabelWords);

struct Candidate {
  std::string key;
  Span where, initials;
  int rank = 0;
};

// As it is written: a column laid out as printed may stand farther apart.
std::string with_single_spaces(std::string_view key) {
  std::string out(key);
  out.erase(std::unique(out.begin(), out.end(), [](char a, char b) { return a == ' ' && b == ' '; }), out.end());
  return out;
}

class ReferenceFinder {
 public:
  ReferenceFinder(const Letter& letter, const std::vector<Section>& sections) : letter_(letter), sections_(sections) {}

  std::optional<Candidate> find() {
    const auto greeting = std::ranges::find_if(letter_.lines, [&](Line line) { return trim(letter_.view(line)).starts_with("Dear "); });
    greeting_ = greeting == letter_.lines.end() ? 0 : greeting->start;
    for (const Line& line : letter_.lines) {
      std::string mended;
      const std::string_view text = as_meant(line, mended);
      if (trim(text).empty()) continue;
      ++filled_;
      const SectionKind kind = section_at(sections_, line.start);
      if (is_boilerplate(kind) || kind == SectionKind::quoted_thread) continue;
      const std::string lower_text = to_lower_ascii(text);
      if (is_title_of_release(lower_text)) continue;
      const SoughtText lower(lower_text);
      if (filled_ == 1) look_for_title(line, text);
      look_for_labels(line, text, lower, kind);
      if (!has_digit(text) || is_person_header(lower_text)) continue;
      if (kind == SectionKind::letterhead || kind == SectionKind::reference_block || filled_ <= 3) look_for_code(line, text);
      if (filled_ <= kSubjectLines) look_for_lone_code(line, text, lower);
      if (filled_ <= kSubjectLines) look_for_shape(line, text, lower, kind);
      if (filled_ <= kHeadLines && kind != SectionKind::request) look_for_bare(line, text, lower);
      if (filled_ <= 3) look_for_bare(line, text, lower);
    }
    return best_;
  }

 private:
  // As printed, or, where OCR read it, mended in the buffer given.
  std::string_view as_meant(Line line, std::string& mended) const {
    const std::string_view text = letter_.view(line).substr(0, kMostLineBytes);
    if (trim(text).empty() || !letter_.is_by_ocr(line.start)) return text;
    return mended = mended_prefixes(text);
  }
  // "Papers on request FOI 4129: FOI release": the number of another request.
  static bool is_title_of_release(std::string_view lower) {
    for (std::string_view ending : {": foi release", ": eir release", ": foi review", ": eir review"})
      if (trim(lower).ends_with(ending)) return true;
    return false;
  }
  // A page headed by nothing but a number: "FI19999".
  void look_for_title(Line line, std::string_view text) {
    const std::string_view code = trim(text);
    if (is_own_code(code)) offer(line, text, text.find(code), 1);
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
      // "Number: 24771", "Our file: LN-771" begin a line; elsewhere they are of anything.
      const bool common = label.words == "number" || label.words == "file" || label.words == "our file";
      if (common && (text.substr(at + label.words.size(), 1) != ":" || at > text.find_first_not_of(" \t*_"))) continue;
      if (is_law(label.words) && !labels_line(text, at, at + label.words.size())) continue;
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

  static bool is_law(std::string_view label) { return label == "foi" || label == "eir" || label == "rfi"; }
  // "FOI: 5512-24", and no more; "FOI: 24 questions" begins a title.
  static bool labels_line(std::string_view text, std::size_t at, std::size_t end) {
    if (text.substr(end, 1) != ":" || at > text.find_first_not_of(" \t*_")) return false;
    std::string_view code = text.substr(end + 1);
    while (!code.empty() && (code.front() == ' ' || code.front() == '*')) code.remove_prefix(1);
    while (!code.empty() && (code.back() == ' ' || code.back() == '*' || code.back() == '\r')) code.remove_suffix(1);
    return is_own_code(code) || is_lone_code(code);
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
      std::string mended;
      const std::string_view text_below = as_meant(below, mended);
      for (const Span& value : cells_of(letter_, below)) {
        const std::size_t a = cell.start - line.start, b = value.start - below.start;
        const std::size_t bullet = letter_.view(value).starts_with("- ") ? 2 : 0;
        if ((a > b ? a - b : b - a) <= kColumnDrift) offer(below, text_below, b + bullet, rank);
      }
    }
  }

  // A cell of a letterhead that is nothing but a number in our own shape: "REQ 5087", "24-25/0388 BEH", "LPFT 1920/355". No address has
  // one: not "PO Box 2460", "DX 4123", "Bay 3/20", nor a date, a telephone number or a postcode.
  void look_for_code(Line line, std::string_view text) {
    if (text.size() > kMaxRowBytes) return;
    for (const Span& cell : cells_of(letter_, line)) {
      std::string_view code = text.substr(cell.start - line.start, cell.end - cell.start);
      // "SFT 5093Notice of refusal": what is glued behind it is no part of it.
      if (const Span value = value_at(code, 0); value.end < code.size() && is_upper(code[value.end])) code = code.substr(0, value.end);
      // Policies and forms have numbers of their own.
      if ((line.start < greeting_ && is_own_code(code)) || is_numbered_within_year(code) || is_code_in_words(code))
        offer(line, text, cell.start - line.start, 1);
    }
  }

  // A line that is nothing but a number, next to the letter's day; and what a subject or a title begins with.
  void look_for_lone_code(Line line, std::string_view text, const SoughtText& lower) {
    const std::string_view marks = " \t\r*_#()[]";
    // Of two columns the letter's is the right one.
    const std::span<const Span> cells = cells_of(letter_, line);
    const bool labelled = cells.size() > 1 && trim(letter_.view(cells[cells.size() - 2])).ends_with(':');
    const std::size_t column = cells.empty() || labelled ? 0 : std::min(cells.back().start - line.start, text.size());
    const std::size_t first = std::min(text.find_first_not_of(marks, column), text.size());
    const std::size_t end = text.find_last_not_of(marks) + 1;  // npos + 1 is 0
    // "F/7120 to F/7123": the first of several.
    constexpr std::string_view to = " to ";
    const std::size_t range = std::min(text.substr(0, end).find(to, first), end);
    if (first < range && is_lone_code(text.substr(first, range - first)) &&
        (range == end || is_lone_code(text.substr(range + to.size(), end - range - to.size()))) && is_beside_day(line))
      return offer(line, text, first, kLoneCode);
    const bool subject = lower.text().starts_with("subject:");
    if (!subject && filled_ > kTitleLine) return;
    if (const auto at = code_at_start(text)) offer(line, text, *at, subject ? kSubjectCode : 1);
  }

  // The filled line before or after is a day alone.
  bool is_beside_day(Line line) const {
    const std::size_t number = letter_.line_index(line.start);
    const auto filled = [&](std::size_t i) { return !trim(letter_.view(letter_.lines[i])).empty(); };
    const auto tells = [&](std::size_t i) {
      const std::string_view said = trim(letter_.view(letter_.lines[i]));
      constexpr std::size_t words = 8;  // of a day in two languages
      return tokenise(said).size() <= words && !find_printed_dates(said).empty();
    };
    for (std::size_t i = number; i-- > 0;)
      if (filled(i)) {
        if (tells(i)) return true;
        break;
      }
    for (std::size_t i = number + 1; i < letter_.lines.size(); ++i)
      if (filled(i)) return tells(i);
    return false;
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

  // A subject or a title with a number of its own shape in it: "Subject: F/7720: request", "Internal review – F-2022-01533", "Case 7754 –
  // internal review", "IOWNT 7731 - Controlled drugs".
  void look_for_shape(Line line, std::string_view text, const SoughtText& lower, SectionKind kind) {
    static constexpr CueTable titles = {"internal review", "request", "received", "freedom of information", "disclosure"};
    const bool subject = lower.text().starts_with("subject:") || lower.text().starts_with("re:");
    const bool title = text.size() <= kTitleBytes && !trim(text).ends_with('.');
    const std::optional<Span> behind = number_behind_noun(text);
    // "Your request 2023-418": taken for the heading of what was asked.
    const bool row = text.find('\t') != std::string_view::npos;
    const bool whole = behind && behind->end == trim(text).size() + text.find_first_not_of(" \t") && (row || line.start < greeting_);
    if (!subject && (!title || (kind == SectionKind::request && !whole))) return;
    if (const std::size_t number = bracketed_number(text); subject && number != std::string_view::npos) offer(line, text, number, 1);
    if (behind) offer(line, text, behind->start, 2);
    if (const auto at = body_and_number(text)) offer(line, text, *at, 1);
    if (const auto named = name_and_number(text)) {
      const Span where{line.start + named->start, line.start + named->end};
      keep({std::string(letter_.view(where)), where, {}, 1});
    }
    if (!subject && !has_any(lower, titles)) return;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (!is_value_char(text[i]) || (i > 0 && is_value_char(text[i - 1]))) continue;
      const Span piece = piece_at(text, i);
      const std::string_view word = text.substr(piece.start, piece.end - piece.start);
      if (has_shape(word)) return offer(line, text, i, 1);
    }
  }

  void look_for_bare(Line line, std::string_view text, const SoughtText& lower) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (i > 0 && (is_word(text[i - 1]) || text[i - 1] == '@' || text[i - 1] == '.')) continue;
      if (!is_word(text[i])) continue;
      const Span piece = piece_at(text, i);
      const std::string_view word = text.substr(piece.start, piece.end - piece.start);
      if (begins_own_number(word)) offer_bare(line, text, i);
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
    Candidate candidate{{}, {}, {}, rank};
    const Span first = piece_at(text, at);
    if (is_initials(text.substr(first.start, first.end - first.start))) {
      candidate.initials = {line.start + first.start, line.start + first.end};
      at = skip_spaces(text, first.end, 3);
    }
    const Span value = value_at(text, at);
    if (value.empty() || !plausible(text.substr(value.start, value.end - value.start))) return;
    candidate.where = {line.start + value.start, line.start + value.end};
    candidate.key = with_single_spaces(text.substr(value.start, value.end - value.start));
    keep(std::move(candidate));
  }
  void keep(Candidate candidate) {
    if (!best_ || candidate.rank > best_->rank) best_ = std::move(candidate);
  }

  const Letter& letter_;
  const std::vector<Section>& sections_;
  std::optional<Candidate> best_;
  std::size_t greeting_ = 0;  // where somebody is greeted
  std::size_t filled_ = 0;    // lines that are not blank, so far
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
  FoundReference out{found->key, found->where, found->initials, false, {}};
  if (logged && same_reference_key(out.key) != same_reference_key(*log->reference))
    out.notes.push_back("reference: " + out.key + " in the letter, " + *log->reference + " in the publisher's log");
  return out;
}

}  // namespace foi::understand
