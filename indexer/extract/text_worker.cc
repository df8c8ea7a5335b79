// foi-extract-text: the text of one document, whatever its format. Started by the parent with the descriptors of wire.h.
#include <malloc.h>

#include <clocale>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/mail.h"
#include "indexer/extract/pdf_text.h"
#include "indexer/extract/readers.h"
#include "indexer/extract/worker.h"

namespace {

using namespace foi;
using namespace foi::extract;

// Poppler makes and frees millions of small objects a page; memory that a page gave up is kept for the next, since the process ends with
// its document anyway.
constexpr int kHeapStep = 16 << 20;   // bytes
constexpr int kHeapKept = 512 << 20;  // bytes; the address-space limit holds all the same

Status prepare() {
  ::mallopt(M_TOP_PAD, kHeapStep);
  ::mallopt(M_TRIM_THRESHOLD, kHeapKept);
  ::mallopt(M_MMAP_THRESHOLD, kHeapStep);
  // libarchive gives no member names unless characters are UTF-8; numbers stay in the C locale.
  if (!std::setlocale(LC_CTYPE, "C.UTF-8"))
    return environment_error("the locale C.UTF-8 cannot be loaded: install the package libc-bin, or raise the memory limit");
  if (Status mail = prepare_mail(); !mail) return mail;
  return prepare_pdf_text();
}

std::optional<WorkerPlan> plan(const std::vector<std::string>& arguments) {
  std::string hint;
  WorkerOptions options;
  for (const std::string& argument : arguments) {
    if (argument.starts_with("--hint="))
      hint = argument.substr(std::string_view("--hint=").size());
    else if (argument == "--no-sandbox")
      options.sandbox = false;
    else if (argument == "--check")
      options.check = true;
    else
      return std::nullopt;
  }
  const WorkerRole role{.prepare = prepare,
                        .read = [hint](std::string_view bytes, Sink& sink) { return read_document(bytes, hint, sink); }};
  return WorkerPlan{role, options};
}

}  // namespace

int main(int argc, char** argv) { return worker_main(argc, argv, plan); }
