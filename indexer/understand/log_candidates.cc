#include "indexer/understand/log_candidates.h"

#include <algorithm>
#include <bit>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/model/text.h"
#include "indexer/understand/dates.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {
namespace {

// Rows among which the headings are looked for: a CSV file may begin with its title, a date and empty lines.
constexpr std::size_t kPreambleRows = 20;
// Of all rows under a log's headings, in hundredths, so many are entries.
constexpr std::size_t kEntriesPercent = 60;
// Of entries without headings, in hundredths, so many must have what makes them entries.
constexpr std::size_t kBarePercent = 80;
// Bytes of a heading; of a heading that is a month or a year; of a label before a colon.
constexpr std::size_t kHeadingBytes = 100, kPeriodBytes = 40, kLabelBytes = 40;
// Digits of a number that only counts rows.
constexpr std::size_t kCountingDigits = 3;
constexpr std::size_t kLinkBytes = 300, kMaxExtension = 5;

std::string one_line(std::string_view text) {
  std::string line(trim(text));
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

unsigned group_of(LogColumn column) {
  switch (column) {
    case LogColumn::reference:
      return kReference;
    case LogColumn::received:
    case LogColumn::responded:
    case LogColumn::published:
    case LogColumn::date:
      return kDate;
    case LogColumn::subject:
    case LogColumn::request:
      return kSubject;
    case LogColumn::response:
    case LogColumn::outcome:
      return kOutcome;
    case LogColumn::exemption:
      return kExemption;
    case LogColumn::link:
      return kLink;
    default:
      return 0;
  }
}

// A subject, something to find it by, and a third thing.
bool tells_enough(unsigned groups) {
  return (groups & kSubject) != 0 && (groups & (kReference | kDate)) != 0 && std::popcount(groups) >= 3;
}

bool is_number(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

bool has_date(std::string_view text) {
  const std::vector<PrintedDate> dates = find_printed_dates(text);
  return std::any_of(dates.begin(), dates.end(), [](const PrintedDate& date) { return date.year != 0; });
}

// "March 2024", "2023/24", "Quarter 1 2024": nothing else in it.
bool is_period(std::string_view heading) {
  static constexpr std::string_view kWords[] = {
      "january", "february", "march", "april", "may", "june", "july", "august",    "september", "october", "november", "december",
      "jan",     "feb",      "mar",   "apr",   "jun", "jul",  "aug",  "sep",       "sept",      "oct",     "nov",      "dec",
      "to",      "quarter",  "q1",    "q2",    "q3",  "q4",   "year", "financial", "calendar",  "and"};
  if (heading.size() > kPeriodBytes) return false;
  bool year = false;
  for (const Token& token : tokenise(heading)) {
    const bool number = is_number(token.word);
    year = year || (number && token.word.size() == 4);
    if (!number && std::find(std::begin(kWords), std::end(kWords), token.word) == std::end(kWords)) return false;
  }
  return year;
}

// A cell of a CSV file that is nothing but an address, or the name of a file.
bool is_link_text(std::string_view text) {
  if (text.empty() || text.size() > kLinkBytes || text.find('\n') != std::string_view::npos) return false;
  if (text.starts_with("http://") || text.starts_with("https://")) return text.find(' ') == std::string_view::npos;
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || text.size() - dot - 1 < 2 || text.size() - dot - 1 > kMaxExtension) return false;
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(dot) + 1, text.end(),
                     [](char c) { return is_lower(c) || is_upper(c) || is_digit(c); });
}

std::size_t bytes_of(const Entry& entry) {
  std::size_t bytes = 0;
  for (const EntryCell& cell : entry.cells) bytes += cell.text.size();
  return bytes;
}

// What a requester's name links is of the requester, and no answer.
void note_requester(EntryCell& cell, Candidate& candidate) {
  if (log_column(cell.heading) != LogColumn::requester) return;
  cell.links.clear();
  if (is_requester_category(cell.text)) return;
  for (const std::string_view line : split(cell.text, '\n'))
    if (!trim(line).empty()) candidate.requesters.emplace_back(trim(line));
}

void add_entry(Entry entry, Candidate& candidate) {
  for (EntryCell& cell : entry.cells) note_requester(cell, candidate);
  std::erase_if(entry.cells, [](const EntryCell& cell) { return cell.text.empty() && cell.links.empty(); });
  candidate.bytes += bytes_of(entry);
  candidate.entries.push_back(std::move(entry));
}

// -- tables

class Table {
 public:
  explicit Table(const Listing& listing) : listing_(listing) {}

  Candidate read() && {
    Candidate candidate;
    candidate.left_out = listing_.left_out;
    find_head();
    if (!head_) return std::move(*this).read_bare();
    weed_columns();
    for (const LogColumn column : columns_) candidate.groups |= group_of(column);
    candidate.columns = columns_;
    candidate.names_requests = head_names_requests();
    read_rows(candidate);
    candidate.is_of_foi = is_titled() || bear_foi_references(candidate);
    candidate.fits = tells_enough(candidate.groups) && most(candidate.entries.size(), candidate.rows, kEntriesPercent);
    candidate.names_requests = candidate.names_requests || rows_name_requests(candidate);
    return candidate;
  }

 private:
  const std::string& text(const ListingRow& row, std::size_t column) const {
    static const std::string kNothing;
    return column < row.cells.size() ? row.cells[column].text : kNothing;
  }

  std::vector<LogColumn> meanings(const ListingRow& row) const {
    std::vector<LogColumn> columns;
    for (const ListingCell& cell : row.cells) columns.push_back(cell.text.size() > kHeadingBytes ? LogColumn::none : log_column(cell.text));
    return columns;
  }

  // The row of most meanings, the first of equals; of two, two must be different things.
  void find_head() {
    int best = 1;
    for (std::size_t i = 0; i < std::min(listing_.rows.size(), kPreambleRows); ++i) {
      unsigned groups = 0;
      const std::vector<LogColumn> columns = meanings(listing_.rows[i]);
      for (const LogColumn column : columns) groups |= group_of(column);
      if (std::popcount(groups) <= best) continue;
      best = std::popcount(groups);
      head_ = i;
      columns_ = columns;
    }
  }

  // A column headed "No." that counts the rows is no reference, and one headed "Date" without dates is none.
  void weed_columns() {
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      std::size_t filled = 0, counting = 0, dated = 0;
      for (std::size_t i = *head_ + 1; i < listing_.rows.size(); ++i) {
        const std::string& value = text(listing_.rows[i], column);
        if (value.empty()) continue;
        ++filled;
        const std::string_view digits = std::string_view(value).substr(0, value.find_last_not_of(". )") + 1);
        counting += digits.size() <= kCountingDigits && is_number(digits) ? 1 : 0;
        if (group_of(columns_[column]) == kDate) dated += has_date(value) ? 1 : 0;
      }
      if (columns_[column] == LogColumn::reference && most(counting, filled, kBarePercent)) columns_[column] = LogColumn::none;
      if (group_of(columns_[column]) == kDate && !most(dated, filled, 50)) columns_[column] = LogColumn::none;
    }
  }

  bool head_names_requests() const {
    for (const ListingCell& cell : listing_.rows[*head_].cells)
      if (names_requests(cell.text)) return true;
    return names_requests(listing_.heading);
  }

  // In a heading, in the listing's own, or in a line above its head.
  bool is_titled() const {
    bool titled = is_log_title(listing_.heading);
    for (std::size_t i = 0; i <= *head_; ++i)
      for (const ListingCell& cell : listing_.rows[i].cells)
        titled = titled || (cell.text.size() <= kHeadingBytes && (i == *head_ ? names_foi(cell.text) : is_log_title(cell.text)));
    return titled;
  }

  static bool bear_foi_references(const Candidate& candidate) {
    std::size_t bearing = 0;
    for (const Entry& entry : candidate.entries)
      bearing += std::any_of(entry.cells.begin(), entry.cells.end(), [](const EntryCell& cell) {
        return log_column(cell.heading) == LogColumn::reference && cell.text.size() <= kHeadingBytes && has_foi_reference(cell.text);
      });
    return most(bearing, candidate.entries.size(), 50);
  }

  static bool rows_name_requests(const Candidate& candidate) {
    std::size_t named = 0;
    for (const Entry& entry : candidate.entries)
      named += std::any_of(entry.cells.begin(), entry.cells.end(),
                           [](const EntryCell& c) { return names_requests(c.text) || has_foi_reference(c.text); });
    return most(named, candidate.entries.size(), 50);
  }

  void read_rows(Candidate& candidate) {
    std::string period = is_period(listing_.heading) ? listing_.heading : std::string();
    const ListingRow& head = listing_.rows[*head_];
    for (std::size_t i = *head_ + 1; i < listing_.rows.size(); ++i) {
      const ListingRow& row = listing_.rows[i];
      const auto filled =
          static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(), [](const ListingCell& c) { return !c.text.empty(); }));
      const ListingCell* first = nullptr;
      for (const ListingCell& cell : row.cells)
        if (!first && !cell.text.empty()) first = &cell;
      if (filled == 1 && is_period(first->text)) {
        period = one_line(first->text);
        continue;
      }
      if (filled == 0 || same_words(row, head)) continue;
      ++candidate.rows;
      bool found_by = false;
      for (std::size_t column = 0; column < columns_.size(); ++column)
        found_by = found_by || (!text(row, column).empty() && (group_of(columns_[column]) & (kReference | kSubject)) != 0);
      if (filled >= 2 && found_by) add_entry(entry_of(row, head, period), candidate);
    }
  }

  static bool same_words(const ListingRow& row, const ListingRow& head) {
    return row.cells.size() == head.cells.size() && std::equal(row.cells.begin(), row.cells.end(), head.cells.begin(),
                                                               [](const auto& a, const auto& b) { return a.text == b.text; });
  }

  static Entry entry_of(const ListingRow& row, const ListingRow& head, const std::string& period) {
    Entry entry{period, {}};
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      const ListingCell& cell = row.cells[column];
      if (cell.text.empty() && cell.links.empty()) continue;
      EntryCell out{column < head.cells.size() ? one_line(utf8_prefix(head.cells[column].text, kHeadingBytes)) : std::string(), cell.text,
                    cell.links};
      if (out.links.empty() && is_link_text(cell.text)) out.links.push_back(cell.text);
      entry.cells.push_back(std::move(out));
    }
    return entry;
  }

  // Without headings: a column of references that say what they are, one of dates, and one of words.
  Candidate read_bare() && {
    Candidate candidate;
    candidate.left_out = listing_.left_out;
    std::size_t good = 0;
    for (const ListingRow& row : listing_.rows) {
      bool reference = false, dated = false, words = false;
      for (const ListingCell& cell : row.cells) {
        const bool is_reference = cell.text.size() <= kHeadingBytes && has_foi_reference(cell.text);
        reference = reference || is_reference;
        dated = dated || (cell.text.size() <= kHeadingBytes && has_date(cell.text));
        words = words || (!is_reference && words_of(cell.text).size() >= 2 && !has_date(cell.text));
      }
      good += reference && dated && words ? 1 : 0;
    }
    candidate.rows = listing_.rows.size();
    if (!most(good, listing_.rows.size(), kBarePercent)) return candidate;
    const std::string period = is_period(listing_.heading) ? listing_.heading : std::string();
    for (const ListingRow& row : listing_.rows) add_entry(entry_of(row, {}, period), candidate);
    candidate.fits = candidate.names_requests = true;
    return candidate;
  }

  const Listing& listing_;
  std::optional<std::size_t> head_;
  std::vector<LogColumn> columns_;
};

// -- blocks

// "Date of response: 3 May 2024" is a cell with a label.
EntryCell labelled(const ListingCell& cell) {
  EntryCell out{cell.label, cell.text, cell.links};
  const std::size_t colon = cell.text.find(':');
  if (out.heading.empty() && colon != std::string::npos && colon <= kLabelBytes &&
      log_column(cell.text.substr(0, colon)) != LogColumn::none) {
    out.heading = one_line(std::string_view(cell.text).substr(0, colon));
    out.text = one_line(std::string_view(cell.text).substr(colon + 1));
  }
  if (out.heading.ends_with(':')) out.heading.pop_back();
  return out;
}

// The terms of a <dl> over and over are the columns of its entries; terms that differ are their headings.
std::vector<Entry> blocks_of(const Listing& listing) {
  std::vector<Entry> blocks;
  const std::string first = listing.rows.empty() || listing.rows[0].cells.empty() ? std::string() : listing.rows[0].cells[0].label;
  std::size_t again = 0;
  bool definitions = true;
  for (const ListingRow& row : listing.rows) {
    again += !row.cells.empty() && row.cells[0].label == first ? 1 : 0;
    definitions = definitions && row.cells.size() >= 1 && !row.cells[0].label.empty() && row.cells[0].label == row.cells.back().label;
  }
  const bool terms_repeat = definitions && again >= 2 && log_column(first) != LogColumn::none;
  for (const ListingRow& row : listing.rows) {
    if (!terms_repeat || row.cells[0].label == first || blocks.empty()) blocks.emplace_back();
    Entry& block = blocks.back();
    if (definitions && !terms_repeat) block.cells.push_back({{}, row.cells[0].label, {}});
    for (const ListingCell& cell : row.cells) {
      ListingCell plain = cell;
      if (definitions && !terms_repeat) plain.label.clear();
      EntryCell made = labelled(plain);
      if (!made.text.empty() || !made.links.empty()) block.cells.push_back(std::move(made));
    }
  }
  std::erase_if(blocks, [](const Entry& block) { return block.cells.empty(); });
  return blocks;
}

unsigned groups_of(const Entry& block) {
  unsigned groups = 0;
  for (const EntryCell& cell : block.cells) {
    const LogColumn column = log_column(cell.heading);
    if (group_of(column) != kDate || has_date(cell.text)) groups |= group_of(column);
  }
  // The heading of a card.
  if (block.cells.front().heading.empty() && words_of(block.cells.front().text).size() >= 2) groups |= kSubject;
  if (block.cells.front().heading.empty() && numbered_subject(block.cells.front().text)) groups |= kReference;
  return groups;
}

// A reference and a subject in its first line, and what became of it below.
bool is_section_of_one(const Entry& block) {
  constexpr std::size_t kFewWords = 3;  // "Read more" is nothing that became of a request
  std::size_t words = 0;
  for (std::size_t i = 1; i < block.cells.size(); ++i) words += words_of(block.cells[i].text).size();
  return words >= kFewWords && block.cells.front().heading.empty() && numbered_subject(block.cells.front().text).has_value();
}

// A line or two that name a reference and a date beside other words.
bool is_bare_entry(const Entry& block) {
  if (is_section_of_one(block)) return true;
  bool reference = false, dated = false;
  std::size_t words = 0;
  for (const EntryCell& cell : block.cells) {
    reference = reference || has_foi_reference(cell.text);
    dated = dated || has_date(cell.text);
    words += words_of(cell.text).size();
  }
  constexpr std::size_t kFewWords = 6;  // "FOI 24/118, 3 May 2024" alone
  return reference && dated && words > kFewWords;
}

// Blocks that are entries, nearly all, by their labels or by a reference and a date. named: it is said of them that they are requests.
Candidate read_entries(std::vector<Entry> blocks, bool named) {
  Candidate candidate;
  candidate.rows = blocks.size();
  std::size_t labelled_ones = 0, bare = 0, naming = 0;
  for (const Entry& block : blocks) {
    labelled_ones += tells_enough(groups_of(block)) ? 1 : 0;
    bare += is_bare_entry(block) ? 1 : 0;
    naming += std::any_of(block.cells.begin(), block.cells.end(), [](const EntryCell& c) {
      return names_requests(c.heading) || names_requests(c.text) || has_foi_reference(c.text);
    });
  }
  candidate.names_requests = named || most(naming, blocks.size(), 50);
  candidate.fits = most(std::max(labelled_ones, bare), blocks.size(), kBarePercent);
  if (!candidate.fits) return candidate;
  for (Entry& block : blocks) {
    if (!tells_enough(groups_of(block)) && !is_bare_entry(block)) continue;
    add_entry(std::move(block), candidate);
  }
  return candidate;
}

}  // namespace

Candidate read_blocks(const Listing& listing) {
  std::vector<Entry> blocks = blocks_of(listing);
  if (is_period(listing.heading))
    for (Entry& block : blocks) block.period = listing.heading;
  Candidate candidate = read_entries(std::move(blocks), names_requests(listing.heading));
  candidate.left_out = listing.left_out;
  return candidate;
}

namespace {

std::string label_of(const ListingRow& row) {
  std::string label = one_line(row.cells[0].text);
  if (label.ends_with(':')) label.pop_back();
  return label.size() > kHeadingBytes ? std::string() : std::string(trim(label));
}

// A heading over one such table and no other is the entry's own; a month or a year is its period.
Entry entry_of_key_table(const Listing& table, bool own_heading) {
  Entry entry;
  if (is_period(table.heading))
    entry.period = table.heading;
  else if (own_heading && !table.heading.empty())
    entry.cells.push_back({{}, table.heading, {}});
  for (const ListingRow& row : table.rows) {
    const ListingCell& value = row.cells[1];
    if (!value.text.empty() || !value.links.empty()) entry.cells.push_back({label_of(row), value.text, value.links});
  }
  return entry;
}

}  // namespace

bool is_key_table(const Listing& listing) {
  constexpr std::size_t kMostRows = 20;
  if (!listing.table || listing.rows.size() > kMostRows || listing.left_out > 0) return false;
  unsigned groups = 0;
  std::size_t labelled_ones = 0;
  for (const ListingRow& row : listing.rows) {
    if (row.cells.size() != 2) return false;
    const LogColumn column = log_column(label_of(row));
    groups |= group_of(column);
    labelled_ones += column == LogColumn::none ? 0 : 1;
  }
  return std::popcount(groups) >= 2 && most(labelled_ones, listing.rows.size(), 50);
}

Candidate read_key_tables(const std::vector<const Listing*>& tables) {
  std::map<std::string_view, std::size_t> headings;
  for (const Listing* table : tables) ++headings[table->heading];
  std::vector<Entry> entries;
  for (const Listing* table : tables) {
    Entry entry = entry_of_key_table(*table, headings[table->heading] == 1);
    if (!entry.cells.empty() && tells_enough(groups_of(entry))) entries.push_back(std::move(entry));
  }
  return most(entries.size(), tables.size(), kBarePercent) ? read_entries(std::move(entries), false) : Candidate();
}

Candidate read_table(const Listing& listing) { return Table(listing).read(); }

}  // namespace foi::understand
