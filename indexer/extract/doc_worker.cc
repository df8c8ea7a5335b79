// foi-extract-doc: the text of a Word file of before 2007, through antiword behind a fence. antiword has gone over the document before this
// process shuts itself in; what comes after is plain text. Started by the parent with the descriptors of wire.h.
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/antiword.h"
#include "indexer/extract/fence.h"
#include "indexer/extract/wire.h"
#include "indexer/extract/worker.h"
#include "indexer/model/limits.h"

namespace {

using namespace foi;
using namespace foi::extract;

Result<std::string> antiword(std::vector<std::string> more) {
  Fence fence{.program = "/usr/bin/antiword",
              .arguments = {"-w", "0", "-m", "UTF-8.txt"},
              .environment = {"LC_ALL=C.UTF-8", "HOME=/nonexistent"},
              .readable = {"/usr/share/antiword"},
              .most_bytes = limits::kMaxPageTextBytes,
              .deadline = limits::kFencedDeadline};
  fence.arguments.insert(fence.arguments.end(), more.begin(), more.end());
  fence.arguments.emplace_back(kFencedDocument);
  return run_fenced(fence, kDocumentDescriptor);
}

}  // namespace

int main(int argc, char** argv) {
  constexpr int kUsageExit = 2;
  WorkerOptions options;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--no-sandbox")
      options.sandbox = false;
    else if (argument == "--check")
      options.check = true;
    else if (!argument.starts_with("--hint="))
      return kUsageExit;
  }
  Result<std::string> shown = document_error("not read");
  AntiwordText printed;
  const auto prepare = [&]() -> Status {
    if (options.check) return success();
    shown = antiword({"-f"});
    // What it shows only when asked to is what the author hid or deleted.
    if (!shown) return success();
    printed.formatted = *shown;
    if (Result<std::string> plain = antiword({"-t"})) printed.plain = std::move(*plain);
    if (Result<std::string> more = antiword({"-f", "-s"})) printed.with_hidden = std::move(*more);
    if (Result<std::string> more = antiword({"-f", "-r"})) printed.with_deleted = std::move(*more);
    return success();
  };
  const auto read = [&](std::string_view, Sink& sink) -> Status {
    if (!shown) return shown.error();
    return read_antiword(printed, sink);
  };
  return run_worker({.prepare = prepare, .read = read}, options);
}
