#include "indexer/extract/antiword.h"

#include <string>
#include <vector>

#include "indexer/extract/flow.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

constexpr std::string_view kMediaType = "application/msword";
constexpr std::string_view kPicture = "[pic]";

// "|Month |Count |" → cells.
Lines row(std::string_view line) {
  std::vector<Lines> cells;
  line = line.substr(1, line.size() - 2);
  for (const std::string_view cell : split(line, '|')) cells.push_back({flat(cell)});
  return row_lines(std::move(cells));
}

bool is_row(std::string_view line) { return line.size() > 2 && line.front() == '|' && line.back() == '|'; }

}  // namespace

Status read_antiword(const AntiwordText& printed, Sink& sink) {
  Flow flow;
  std::uint32_t pictures = 0;
  const bool nothing_left_out = printed.with_hidden == printed.formatted && printed.with_deleted == printed.formatted;
  for (const std::string_view whole : split(nothing_left_out ? printed.plain : printed.formatted, '\n')) {
    std::string line(trim(whole).starts_with('|') ? trim(whole) : whole);
    for (std::size_t at = line.find(kPicture); at != std::string::npos; at = line.find(kPicture)) {
      line.erase(at, kPicture.size());
      ++pictures;
    }
    if (is_row(line))
      flow.add(row(line));
    else
      flow.add(line);
  }
  if (flow.empty()) return document_error("no text was found in it");
  sink.document(kMediaType, flow.pages(), "antiword");
  if (!printed.with_hidden.empty() && printed.with_hidden != printed.formatted) sink.hidden({"hidden text", 1});
  if (!printed.with_deleted.empty() && printed.with_deleted != printed.formatted) sink.hidden({"deleted revision", 1});
  if (pictures > 0) sink.note({0, "pictures were not read: " + std::to_string(pictures)});
  flow.give(sink);
  return success();
}

}  // namespace foi::extract
