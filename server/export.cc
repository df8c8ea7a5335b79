#include "server/export.h"

#include <algorithm>
#include <array>

#include "indexer/model/csv.h"
#include "indexer/model/record_json.h"
#include "indexer/model/text.h"
#include "server/limits.h"
#include "server/request.h"

namespace foi::server {
namespace {

template <class List, class Get>
std::string listed(const List& list, Get get) {
  std::string out;
  for (const auto& item : list) out.append(out.empty() ? "" : "; ").append(get(item));
  return out;
}

std::string date_text(const std::optional<Date>& date) { return date ? to_iso(*date) : std::string(); }

CitationStatus status_now(const Citation& citation) { return citation.now ? citation.now->status : citation.status; }

constexpr std::array kColumns{
    ExportColumn{"id", "Id of the document; its record is at /api/v1/documents/ID, its page at /d/ID",
                 [](const Record& r) { return r.id; }},
    ExportColumn{"title", "What the letter or its publisher calls it", [](const Record& r) { return r.title; }},
    ExportColumn{"authority_id", "Id of the public body, as it is now",
                 [](const Record& r) { return r.authority ? r.authority->id_now : std::string(); }},
    ExportColumn{"authority", "Its name on the letter's date",
                 [](const Record& r) { return r.authority ? r.authority->name : std::string(); }},
    ExportColumn{"authority_type", "Its type", [](const Record& r) { return r.authority ? r.authority->type : std::string(); }},
    ExportColumn{"reference", "The publisher's reference, as printed", [](const Record& r) { return r.reference.value_or(""); }},
    ExportColumn{"received", "Day the request, or that for a review, was received", [](const Record& r) { return date_text(r.received); }},
    ExportColumn{"responded", "Day of the response", [](const Record& r) { return date_text(r.responded); }},
    ExportColumn{"working_days", "Working days between the two",
                 [](const Record& r) { return r.working_days ? std::to_string(*r.working_days) : std::string(); }},
    ExportColumn{"late", "true when past the time limit, false when not; empty when it cannot be told",
                 [](const Record& r) { return r.late ? std::string(*r.late ? "true" : "false") : std::string(); }},
    ExportColumn{"kind", "What kind of document it is", [](const Record& r) { return std::string(name_of(r.kind)); }},
    ExportColumn{"outcome", "What it decides as a whole", [](const Record& r) { return std::string(name_of(r.outcome)); }},
    ExportColumn{"topics", "Subjects by id, the main one first; several are separated by \"; \"",
                 [](const Record& r) { return listed(r.topics, [](const std::string& t) { return t; }); }},
    ExportColumn{"exemptions", "Exemptions cited, by id",
                 [](const Record& r) { return listed(r.exemptions, [](const Citation& c) { return c.id; }); }},
    ExportColumn{
        "statuses", "What became of each of them, in the same order",
        [](const Record& r) { return listed(r.exemptions, [](const Citation& c) { return std::string(name_of(status_now(c))); }); }},
    ExportColumn{"questions", "How many questions it answers", [](const Record& r) { return std::to_string(r.questions.size()); }},
    ExportColumn{"pages", "How many pages it has", [](const Record& r) { return std::to_string(r.pages.size()); }},
    ExportColumn{"ocr_pages", "How many of them were read from a scan",
                 [](const Record& r) {
                   return std::to_string(
                       std::count_if(r.pages.begin(), r.pages.end(), [](const auto& p) { return p.source == PageSource::kOcr; }));
                 }},
    ExportColumn{"language", "Its language", [](const Record& r) { return r.language; }},
    ExportColumn{"url", "Where it was published", [](const Record& r) { return r.source.url.value_or(""); }},
    ExportColumn{"licence", "The licence its publisher gives", [](const Record& r) { return r.source.licence.value_or(""); }},
};

std::string csv_head() {
  // Spreadsheets take a file for UTF-8 only when it begins with this mark.
  std::string line = "\xEF\xBB\xBF";
  for (const auto& column : kColumns) line.append(column.name).append(column.name == kColumns.back().name ? "\r\n" : ",");
  return line;
}

std::string csv_line(const Record& record) {
  std::string line;
  for (const auto& column : kColumns)
    line.append(safe_csv_field(column.value(record))).append(column.name == kColumns.back().name ? "\r\n" : ",");
  return line;
}

class ExportStream : public Stream {
 public:
  ExportStream(std::shared_ptr<const Search> edition, std::vector<std::uint32_t> numbers, bool csv)
      : edition_(std::move(edition)), numbers_(std::move(numbers)), csv_(csv) {}

  std::optional<std::string> next() override {
    std::string chunk;
    if (csv_ && at_ == 0 && !headed_) chunk = csv_head();
    headed_ = true;
    if (at_ == numbers_.size()) return chunk;
    const std::size_t count = std::min(limits::kExportBatch, numbers_.size() - at_);
    const auto records = edition_->records(std::span(numbers_).subspan(at_, count));
    // Once its files may be written over, what was read is void; a download cut short is seen to be no whole one.
    if (!records || edition_->overtaken()) return std::nullopt;
    at_ += count;
    for (const Record& record : *records) chunk += csv_ ? csv_line(record) : record_to_json(record, Audience::kServed) + "\n";
    return chunk;
  }

 private:
  std::shared_ptr<const Search> edition_;
  std::vector<std::uint32_t> numbers_;
  bool csv_, headed_ = false;
  std::size_t at_ = 0;
};

}  // namespace

std::span<const ExportColumn> export_columns() { return kColumns; }

std::string safe_csv_field(std::string_view text) {
  // The signs that begin a formula, in the widths in which spreadsheets read them, whatever blanks stand before.
  constexpr std::array<std::string_view, 8> kOpeners{"=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
  const std::string clean = clean_utf8(text);
  std::string_view rest = clean;
  for (constexpr std::string_view kNoBreak = "\xC2\xA0"; !rest.empty();) {
    if (static_cast<unsigned char>(rest[0]) <= ' ') {
      rest.remove_prefix(1);
    } else if (rest.starts_with(kNoBreak)) {
      rest.remove_prefix(kNoBreak.size());
    } else {
      break;
    }
  }
  const bool formula = std::any_of(kOpeners.begin(), kOpeners.end(), [&](std::string_view opener) { return rest.starts_with(opener); });
  const bool blank_first = !clean.empty() && (clean[0] == '\t' || clean[0] == '\n');
  return csv_field(formula || blank_first ? "'" + clean : clean);
}

Reply api_export(const Asked& asked) {
  const bool csv = asked.type.starts_with("text/csv");
  Parameters selecting = asked.parameters;
  std::erase_if(selecting, [](const auto& pair) { return pair.first == "format"; });
  auto parsed = parse_search(selecting, selecting_parameters(), asked.tools.reference);
  if (auto* problem = std::get_if<Problem>(&parsed)) return Failure{.problem = std::move(*problem)};
  auto found = list_all(asked.tools, std::get<SearchUrl>(parsed).request);
  if (auto* failure = std::get_if<Failure>(&found)) return std::move(*failure);
  Answer answer{.content_type = std::string(asked.type)};
  answer.stream = std::make_shared<ExportStream>(asked.tools.edition, std::move(std::get<std::vector<std::uint32_t>>(found)), csv);
  answer.headers = {{"Content-Disposition", std::string("attachment; filename=\"foi-export.") + (csv ? "csv\"" : "ndjson\"")}};
  return answer;
}

}  // namespace foi::server
