#include "indexer/understand/log_entry.h"

#include <algorithm>
#include <utility>

#include "indexer/model/limits.h"
#include "indexer/model/text.h"
#include "indexer/understand/dates.h"
#include "indexer/understand/log_columns.h"
#include "indexer/understand/title.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {
namespace {

constexpr std::string_view kFirstLine = "%FOI-LOG-ENTRY 1\n";
// What a line begins with.
constexpr char kPeriod = '=', kHeading = '#', kText = '.', kLink = '>';
// Bytes of a reference; words of an outcome that is one word and what qualifies it.
constexpr std::size_t kMaxReferenceBytes = 60, kOutcomeWords = 6;

bool is_web(std::string_view link) { return link.starts_with("http://") || link.starts_with("https://"); }

std::string on_one_line(std::string_view text) {
  std::string line(trim(text));
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

// The one date of a cell; nothing when it has several, or none with a year.
std::optional<Date> only_date(std::string_view text) {
  const std::vector<PrintedDate> dates = find_printed_dates(text);
  if (dates.empty()) return std::nullopt;
  for (const PrintedDate& date : dates)
    if (date.date() != dates.front().date()) return std::nullopt;
  return dates.front().weekday_agrees() ? dates.front().date() : std::nullopt;
}

bool is_reference_value(std::string_view text) {
  return text.size() <= kMaxReferenceBytes && text.find('\n') == std::string_view::npos && std::any_of(text.begin(), text.end(), is_digit);
}

void take_fact(const EntryCell& cell, LogColumn column, LogEntry& facts) {
  const auto date = [&](std::optional<Date>& into) {
    if (!into) into = only_date(cell.text);
  };
  switch (column) {
    case LogColumn::reference:
      if (!facts.reference && is_reference_value(cell.text)) facts.reference = cell.text;
      return;
    case LogColumn::received:
      return date(facts.received);
    case LogColumn::responded:
      return date(facts.responded);
    case LogColumn::subject:
      if (!facts.title) facts.title = title_text(on_one_line(cell.text));
      return;
    case LogColumn::authority:
      if (!facts.authority) facts.authority = on_one_line(cell.text);
      return;
    default:
      return;
  }
}

// The first cell of the column, or null.
const EntryCell* cell_of(const Entry& entry, LogColumn column) {
  for (const EntryCell& cell : entry.cells)
    if (log_column(cell.heading) == column) return &cell;
  return nullptr;
}

// Words that say that an outcome is of a part.
bool says_part(std::string_view words) {
  for (std::string_view part : {" partial", " partly ", " part ", " in part ", " some ", " partially "})
    if (words.find(part) != std::string_view::npos) return true;
  return false;
}

// Of a page's line "Heading: text", and the lines that go on with it.
struct LabelledLine {
  LogColumn column = LogColumn::none;
  bool is_type = false;  // the heading asks for a kind of request
  Span value;
};

std::vector<LabelledLine> labelled_lines(const Letter& letter) {
  std::vector<LabelledLine> all;
  for (const Line& line : letter.lines) {
    const std::string_view text = letter.view(line);
    const std::size_t colon = text.find(':');
    const std::string_view heading = colon == std::string_view::npos ? std::string_view() : text.substr(0, colon);
    const LogColumn column = log_column(heading);
    const std::vector<std::string> words = words_of(heading.substr(0, kMaxReferenceBytes));
    const bool is_type = std::find(words.begin(), words.end(), "type") != words.end();
    if (column == LogColumn::none && !is_type) {
      if (!all.empty() && colon == std::string_view::npos) all.back().value.end = line.end;
      continue;
    }
    all.push_back({column, is_type, {line.start + colon + 1, line.end}});
  }
  return all;
}

}  // namespace

std::string encode_entry(const Entry& entry) {
  std::string out(kFirstLine);
  // Of each line its kind and its end take two bytes; a line cut down to nothing is left out.
  const auto add = [&out](char kind, std::string_view line) {
    const std::size_t left = limits::kMaxLogEntryBytes - std::min(out.size() + 2, limits::kMaxLogEntryBytes);
    if (line.size() > left) line = utf8_prefix(line, left);
    if (left > 0 && (kind == kHeading || !line.empty())) out.append(1, kind).append(line).append(1, '\n');
  };
  if (!entry.period.empty()) add(kPeriod, entry.period);
  for (const EntryCell& cell : entry.cells) {
    add(kHeading, cell.heading);
    for (const std::string_view line : split(cell.text, '\n'))
      if (!line.empty()) add(kText, line);
    for (const std::string& link : cell.links) add(kLink, link);
  }
  return out;
}

std::optional<Entry> decode_entry(std::string_view bytes) {
  if (!bytes.starts_with(kFirstLine) || !bytes.ends_with('\n') || bytes.size() > limits::kMaxLogEntryBytes || !valid_utf8(bytes))
    return std::nullopt;
  bytes.remove_prefix(kFirstLine.size());
  Entry entry;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end + 1);
    if (line.empty()) return std::nullopt;
    std::string value(line.substr(1));
    if (line[0] == kPeriod && entry.period.empty() && entry.cells.empty()) {
      entry.period = std::move(value);
    } else if (line[0] == kHeading) {
      entry.cells.push_back({std::move(value), {}, {}});
    } else if (line[0] == kText && !entry.cells.empty()) {
      std::string& text = entry.cells.back().text;
      text += (text.empty() ? "" : "\n") + value;
    } else if (line[0] == kLink && !entry.cells.empty()) {
      entry.cells.back().links.push_back(std::move(value));
    } else {
      return std::nullopt;
    }
  }
  return entry;
}

Extraction entry_extraction(const Entry& entry) {
  Page page;
  for (const EntryCell& cell : entry.cells) {
    const bool label = !cell.heading.empty();
    if (label) page.text += on_one_line(cell.heading) + (cell.heading.ends_with(':') ? " " : ": ");
    page.text += cell.text;
    for (const std::string& link : cell.links)
      if (is_web(link) && cell.text.find(link) == std::string::npos) page.text += (cell.text.empty() ? "" : " ") + ("(" + link + ")");
    page.text += '\n';
  }
  if (!entry.period.empty()) page.text += "Listed under: " + entry.period + "\n";
  Extraction extraction;
  extraction.media_type = kLogEntryMediaType;
  extraction.pages.push_back(std::move(page));
  return extraction;
}

namespace {

// Whether there is a number that tells one request from others: of three figures or more, and no year.
bool has_own_number(std::string_view reference) {
  constexpr std::size_t kFewestDigits = 3;
  std::string digits;
  bool runs = false;
  for (const char c : reference) {
    runs = runs || (!digits.empty() && !is_digit(c));
    if (is_digit(c)) digits += c;
  }
  const bool year = digits.size() == 4 && !runs && (digits.starts_with("19") || digits.starts_with("20"));
  return digits.size() >= kFewestDigits && !year;
}

// "FOI 24/118", "Ref. 8301": a number and words that name it as one.
bool is_reference_alone(std::string_view part) {
  if (part.size() > kMaxReferenceBytes || !has_own_number(part)) return false;
  std::string names;
  for (const std::string& word : words_of(part)) {
    const std::size_t figures = static_cast<std::size_t>(std::find_if(word.begin(), word.end(), is_digit) - word.begin());
    names += word.substr(0, figures) + ' ';
  }
  return log_column(names) == LogColumn::reference;
}

std::string_view without_marks(std::string_view text) {
  constexpr std::string_view kMarks = " ()[],;:.";
  const std::size_t begin = text.find_first_not_of(kMarks);
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(kMarks) + 1 - begin);
}

// What the words of an entry say that no heading and no label names, in whatever order: "FOI 24/118 \u2013 Agency nurses \u2013 3 May
// 2024".
class UnnamedWords {
 public:
  // The subject is in the first cell that has one; what follows it is an answer, or a date alone.
  explicit UnnamedWords(const Entry& entry) {
    for (const EntryCell& cell : entry.cells) {
      if (!cell.heading.empty()) continue;
      const bool titled = !title_.empty();
      const std::string line = on_one_line(cell.text);
      for (std::string_view rest = line; !rest.empty();) read(next_part(rest), titled);
    }
  }

  const std::string& reference() const { return reference_; }
  const std::string& title() const { return title_; }
  // Nothing when there are several.
  std::optional<Date> date() const { return dates_.size() == 1 ? std::optional(dates_.front()) : std::nullopt; }

 private:
  static std::string_view next_part(std::string_view& rest) {
    std::size_t end = rest.size(), next = rest.size();
    for (const std::string_view between : {" \u2013 ", " \u2014 ", " - ", " | "})
      if (const std::size_t at = rest.find(between); at < end) {
        end = at;
        next = at + between.size();
      }
    const std::string_view part = trim(rest.substr(0, end));
    rest.remove_prefix(next);
    return part;
  }

  void read(std::string_view part, bool titled) {
    if (take_date(part) || titled) return;
    if (is_reference_alone(part)) {
      if (reference_.empty()) reference_ = without_marks(part);
      return;
    }
    if (const auto numbered = numbered_subject(part)) {
      if (reference_.empty()) reference_ = numbered->reference;
      part = numbered->subject;
    }
    // "Agency nurses (3 May 2024)", but not "Letters since 3 May 2024".
    const std::size_t aside = part.find_last_of("([,");
    if (aside != std::string_view::npos && take_date(part.substr(aside + 1))) part = trim(part.substr(0, aside));
    if (!part.empty()) title_ += (title_.empty() ? "" : " \u2013 ") + std::string(part);
  }

  // Whether the words are a date and nothing else.
  bool take_date(std::string_view words) {
    const std::optional<Date> date = only_date(words);
    if (!date) return false;
    const Span where = find_printed_dates(words)[0].where;
    if (without_marks(words).size() > where.end - where.start) return false;
    if (!dates_.empty() && dates_.front() == *date) return true;
    dates_.push_back(*date);
    return true;
  }

  std::string reference_, title_;
  std::vector<Date> dates_;
};

bool has_column_of_dates(const Entry& entry) {
  return std::any_of(entry.cells.begin(), entry.cells.end(), [](const EntryCell& cell) {
    const LogColumn column = log_column(cell.heading);
    return column == LogColumn::received || column == LogColumn::responded || column == LogColumn::published || column == LogColumn::date;
  });
}

}  // namespace

std::optional<NumberedSubject> numbered_subject(std::string_view line) {
  line = trim(line.substr(0, line.find('\n')));
  std::size_t end = std::string_view::npos, next = 0;
  for (const std::string_view between : {" \u2013 ", " \u2014 ", " - ", ": "})
    if (const std::size_t at = line.find(between); at < end) {
      end = at;
      next = at + between.size();
    }
  if (end == std::string_view::npos || end > kMaxReferenceBytes) return std::nullopt;
  const NumberedSubject found{trim(line.substr(0, end)), trim(line.substr(next))};
  if (!has_foi_reference(found.reference) || !has_own_number(found.reference) || words_of(found.subject).empty()) return std::nullopt;
  return found;
}

LogEntry entry_facts(const Entry& entry) {
  LogEntry facts;
  for (const EntryCell& cell : entry.cells) {
    take_fact(cell, log_column(cell.heading), facts);
    for (const std::string& link : cell.links)
      if (!facts.url && is_web(link)) facts.url = link;
  }
  const UnnamedWords unnamed(entry);
  if (!facts.reference && !unnamed.reference().empty()) facts.reference = unnamed.reference();
  // What is listed is an answer, so the one day that is given is that of the answer.
  if (!has_column_of_dates(entry)) facts.responded = unnamed.date();
  if (facts.title) return facts;
  // A card's own heading has no label; else the request is its own subject.
  const EntryCell* request = cell_of(entry, LogColumn::request);
  const std::string words = !unnamed.title().empty() ? unnamed.title() : request ? on_one_line(request->text) : std::string();
  if (!words.empty()) facts.title = title_text(words);
  return facts;
}

Kind kind_of_entry(const Letter& letter) {
  for (const LabelledLine& line : labelled_lines(letter)) {
    if (!line.is_type && line.column != LogColumn::outcome) continue;
    const std::vector<std::string> words = words_of(letter.view(line.value));
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      if (words[i] == "internal" && words[i + 1] == "review") return Kind::kInternalReview;
      if (words[i] == "refusal" && words[i + 1] == "notice") return Kind::kRefusalNotice;
    }
  }
  return Kind::kOther;
}

Outcome outcome_of_entry(const Letter& letter) {
  struct Cue {
    std::string_view words;
    Outcome outcome;
  };
  // The first that stands in it decides; those after the first line only where little else does.
  static constexpr Cue kCues[] = {{" neither confirm", Outcome::kNcnd},
                                  {" ncnd ", Outcome::kNcnd},
                                  {" not held ", Outcome::kNotHeld},
                                  {" no information held ", Outcome::kNotHeld},
                                  {" does not hold ", Outcome::kNotHeld},
                                  {" no recorded information ", Outcome::kNotHeld},
                                  {" vexatious ", Outcome::kVexatious},
                                  {" cost limit ", Outcome::kCostLimit},
                                  {" appropriate limit ", Outcome::kCostLimit},
                                  {" transferred ", Outcome::kTransferred},
                                  {" clarification ", Outcome::kClarification},
                                  {" publicly available ", Outcome::kPublishedElsewhere},
                                  {" already published ", Outcome::kPublishedElsewhere},
                                  {" refused in full ", Outcome::kRefusedInFull},
                                  {" withheld in full ", Outcome::kRefusedInFull},
                                  {" fully refused ", Outcome::kRefusedInFull},
                                  {" fully withheld ", Outcome::kRefusedInFull},
                                  {" fully exempt ", Outcome::kRefusedInFull},
                                  {" in full ", Outcome::kGrantedInFull},
                                  {" full disclosure ", Outcome::kGrantedInFull},
                                  {" fully ", Outcome::kGrantedInFull},
                                  {" full release ", Outcome::kGrantedInFull},
                                  {" all information ", Outcome::kGrantedInFull}};
  static constexpr Cue kWholeCells[] = {{" refused ", Outcome::kRefusedInFull},         {" withheld ", Outcome::kRefusedInFull},
                                        {" request refused ", Outcome::kRefusedInFull}, {" information withheld ", Outcome::kRefusedInFull},
                                        {" granted ", Outcome::kGrantedInFull},         {" request granted ", Outcome::kGrantedInFull},
                                        {" successful ", Outcome::kGrantedInFull}};
  for (const LabelledLine& line : labelled_lines(letter)) {
    if (line.column != LogColumn::outcome) continue;
    const std::vector<std::string> all = words_of(letter.view(line.value));
    std::string words = " ";
    for (const std::string& word : all) words += word + ' ';
    if (says_part(words)) return Outcome::kPartlyGranted;
    for (const Cue& cue : kCues)
      if (words.find(cue.words) != std::string::npos) {
        const bool denied = cue.outcome == Outcome::kGrantedInFull &&
                            (words.find(" not ") != std::string::npos || words.find(" refus") != std::string::npos ||
                             words.find(" withh") != std::string::npos);
        return denied ? Outcome::kUnknown : cue.outcome;
      }
    for (const Cue& cue : kWholeCells)
      if (all.size() <= kOutcomeWords && words == cue.words) return cue.outcome;
  }
  return Outcome::kUnknown;
}

std::vector<PersonalSpan> requesters_of_entry(const Letter& letter) {
  std::vector<PersonalSpan> spans;
  for (const LabelledLine& line : labelled_lines(letter)) {
    if (line.column != LogColumn::requester || is_requester_category(letter.view(line.value))) continue;
    for (std::size_t at = line.value.start; at < line.value.end;) {
      const std::size_t end = std::min(letter.text.find('\n', at), line.value.end);
      Span span{at, end};
      while (span.start < span.end && letter.text[span.start] == ' ') ++span.start;
      if (!span.empty()) spans.push_back({span, "requester"});
      at = end + 1;
    }
  }
  return spans;
}

}  // namespace foi::understand
