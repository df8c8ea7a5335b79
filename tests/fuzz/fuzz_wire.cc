// Any bytes as what a worker sends, the first byte saying what it was asked for: the parent comes back, and what it kept is within bounds.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <utility>

#include "indexer/extract/conversation.h"
#include "indexer/model/text.h"

namespace {

using namespace foi;
using namespace foi::extract;

// A worker that has said all it had to say and ended well.
class EndedProcess final : public Process {
 public:
  Exit finish(Clock::time_point) override { return {}; }
};

Descriptor file_of(std::string_view bytes) {
  Descriptor file(::memfd_create("replies", MFD_CLOEXEC));
  if (::write(file.get(), bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) std::abort();
  if (::lseek(file.get(), 0, SEEK_SET) != 0) std::abort();
  return file;
}

void require(bool holds) {
  if (!holds) std::abort();
}

bool one_line(const std::string& text) {
  return valid_utf8(text) && text.size() <= limits::kMaxNoteBytes && text.find('\n') == std::string::npos;
}

void check(const Report& report, const Terms& terms) {
  std::uint32_t last = 0;
  std::size_t bytes = 0;
  for (const GivenPage& given : report.pages) {
    require(given.page.number > last && given.page.number >= terms.first_page && given.page.number <= terms.last_page);
    require(valid_utf8(given.page.text) && given.page.words.size() <= limits::kMaxPageWords);
    for (const Word& word : given.page.words) require(word.start <= word.end && word.end <= given.page.text.size());
    last = given.page.number;
    bytes += given.page.text.size();
  }
  require(bytes <= limits::kMaxDocumentTextBytes && report.notes.size() <= limits::kMaxWorkerNotes + 1);
  for (const Note& note : report.notes) require(one_line(note.what) && note.page <= terms.last_page);
  for (const HiddenCount& hidden : report.hidden) require(one_line(hidden.what));
  require(report.ending.how == Ending::How::kDone || one_line(report.ending.error.message));
  require(report.cell_links.size() <= limits::kMaxCellLinks);
  for (const CellLink& link : report.cell_links) {
    require(link.page >= 1 && link.page <= report.page_count && terms.role == Role::kText);
    require(valid_utf8(link.to) && link.to.size() <= limits::kMaxLinkBytes);
  }
  for (const std::string& name : report.left_out) require(one_line(name) && terms.role == Role::kText);
  require(terms.role != Role::kCheck || !report.announced);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  Terms terms;
  terms.role = static_cast<Role>(data[0] % 3);
  if (terms.role == Role::kOcr) terms.first_page = 3, terms.last_page = 8;
  std::uint32_t members = 0;
  if (data[0] % 2 == 0)
    terms.take_member = [&](std::string_view name, std::string_view bytes) -> Status {
      require(one_line(std::string(name)) && bytes.size() <= limits::kMaxMemberBytes && ++members <= limits::kMaxMembers);
      return success();
    };
  const std::string_view said(reinterpret_cast<const char*>(data) + 1, size - 1);
  check(converse(WorkerProcess(std::make_unique<EndedProcess>(), file_of(said)), terms), terms);
  return 0;
}
