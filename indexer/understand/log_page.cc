#include "indexer/understand/log_page.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "indexer/model/limits.h"
#include "indexer/model/text.h"
#include "indexer/understand/log_candidates.h"
#include "indexer/understand/log_columns.h"

namespace foi::understand {
namespace {

// A log has at least so many entries.
constexpr std::size_t kMinEntries = 3;
// Of the page's words, in hundredths, the entries have at least so many: round a log stand menus and a foot, round a table a letter.
constexpr std::size_t kSharePercent = 20;
// Bytes of a page's head, in which it says what it is.
constexpr std::size_t kHeadBytes = 1'000;

enum class Form { kNone, kWeb, kCsv, kWorkbook };

Form form_of(const Extraction& extraction) {
  if (extraction.media_type == "text/html") return Form::kWeb;
  if (extraction.media_type == "text/csv") return Form::kCsv;
  return is_workbook(extraction.media_type) ? Form::kWorkbook : Form::kNone;
}

// Where the cells of one page lead, by line and cell.
using PageLinks = std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::string>>;

std::map<std::uint32_t, PageLinks> links_by_page(const Extraction& extraction) {
  std::map<std::uint32_t, PageLinks> pages;
  for (const CellLink& link : extraction.cell_links) {
    std::vector<std::string>& leads = pages[link.page][{link.line, link.cell}];
    if (leads.size() < limits::kMaxLinksOfCell) leads.push_back(link.to);
  }
  return pages;
}

// Text as readers of tables write it: a row a line, cells apart by tabs. links: of that text.
Listing listing_of(std::string_view rest, const PageLinks& links) {
  Listing table;
  for (std::uint32_t number = 0; !rest.empty(); ++number) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (trim(line).empty()) continue;
    if (table.rows.size() == limits::kMaxListingRows) {
      ++table.left_out;
      continue;
    }
    ListingRow row;
    for (const std::string_view cell : split(line, '\t')) {
      if (row.cells.size() == limits::kMaxListingCells) break;
      const auto leads = links.find({number, static_cast<std::uint32_t>(row.cells.size())});
      row.cells.push_back({{},
                           std::string(utf8_prefix(trim(cell), limits::kMaxListingCellBytes)),
                           leads != links.end() ? leads->second : std::vector<std::string>()});
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

// A CSV file is one table. A sheet is one under its name, which stands in its first line.
std::vector<Listing> listings_of(const Extraction& extraction, Form form) {
  if (form == Form::kWeb) return extraction.listings;
  std::vector<Listing> listings;
  const std::map<std::uint32_t, PageLinks> links = links_by_page(extraction);
  for (const Page& page : extraction.pages) {
    const std::string_view text = page.text;
    const auto own = links.find(page.number);
    const std::size_t body = form == Form::kWorkbook ? std::min(text.find('\n'), text.size()) : 0;
    // What is left begins with the end of that line, so that lines keep their numbers.
    listings.push_back(listing_of(text.substr(body), own != links.end() ? own->second : PageLinks()));
    listings.back().heading = text.substr(0, body);
  }
  return listings;
}

bool is_letter(const Extraction& extraction) {
  bool greets = false, closes = false;
  for (const Page& page : extraction.pages)
    for (const std::string_view line : split(page.text, '\n')) {
      greets = greets || line.starts_with("Dear ");
      closes = closes || line.starts_with("Yours ") || line.starts_with("Kind regards") || line.starts_with("Regards");
    }
  return greets && closes;
}

bool page_names_requests(const Extraction& extraction) {
  return !extraction.pages.empty() && names_requests(utf8_prefix(extraction.pages[0].text, kHeadBytes));
}

// Sheets of all kinds of data are given in answer to requests, under the number of the request: one is a log only where it has a reference,
// a date and a subject, and calls itself what nothing else is called.
bool is_log_sheet(const Candidate& sheet) {
  constexpr unsigned kAll = kReference | kDate | kSubject;
  return (sheet.groups & kAll) == kAll && sheet.is_of_foi;
}

std::vector<Candidate> candidates_of(const std::vector<Listing>& listings, Form form, bool page_names) {
  std::vector<Candidate> candidates;
  std::vector<const Listing*> key_tables;
  for (const Listing& listing : listings) {
    if (form == Form::kWeb && is_key_table(listing))
      key_tables.push_back(&listing);
    else
      candidates.push_back(listing.table ? read_table(listing) : read_blocks(listing));
  }
  candidates.push_back(read_key_tables(key_tables));
  std::set<std::vector<LogColumn>> known;  // the columns of tables that are logs
  for (Candidate& candidate : candidates) {
    candidate.fits = candidate.fits && (form == Form::kWorkbook ? is_log_sheet(candidate) : candidate.names_requests || page_names);
    if (candidate.fits && candidate.entries.size() >= kMinEntries && !candidate.columns.empty()) known.insert(candidate.columns);
  }
  std::erase_if(candidates, [&](const Candidate& c) { return !c.fits || (c.entries.size() < kMinEntries && !known.contains(c.columns)); });
  return candidates;
}

}  // namespace

std::optional<LogPage> find_log(const Extraction& extraction) {
  const Form form = form_of(extraction);
  if (form == Form::kNone || is_letter(extraction)) return std::nullopt;
  const std::vector<Listing> listings = listings_of(extraction, form);
  const std::vector<Candidate> candidates = candidates_of(listings, form, page_names_requests(extraction));
  std::size_t bytes = 0, of = 0;
  for (const Candidate& candidate : candidates) bytes += candidate.bytes;
  for (const Page& page : extraction.pages) of += page.text.size();
  if (candidates.empty() || !most(bytes, of, kSharePercent)) return std::nullopt;
  LogPage log;
  std::set<std::string> seen;
  for (const Candidate& candidate : candidates) {
    log.left_out += candidate.left_out;
    for (const Entry& entry : candidate.entries) {
      if (!seen.insert(encode_entry(entry)).second) continue;
      if (log.entries.size() < limits::kMaxLogEntries)
        log.entries.push_back(entry);
      else
        ++log.left_out;
    }
    log.requesters.insert(log.requesters.end(), candidate.requesters.begin(), candidate.requesters.end());
  }
  return log;
}

}  // namespace foi::understand
