// The inside of a worker: what every reader of a format writes to, and the life every worker leads (prepare, shut the sandbox, only then
// read). Nothing here is linked into the parent.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/grey_image.h"
#include "indexer/extract/sandbox.h"
#include "indexer/model/document.h"
#include "indexer/model/result.h"

namespace foi::extract {

// Where a reader puts what it finds, as it finds it: pages already given are kept if the reader dies on a later one.
class Sink {
 public:
  virtual ~Sink() = default;
  // Called once, before the first page.
  virtual void document(std::string_view media_type, std::uint32_t pages, std::string_view engine) = 0;
  virtual void page(const Page& page, bool needs_ocr) = 0;
  virtual void hidden(const HiddenCount& hidden) = 0;
  virtual void note(const Note& note) = 0;
  // A table or list of a page whose rows and links its text does not show. Within limits.h.
  virtual void listing(const Listing& listing) = 0;
  // Where a cell of a sheet leads. At most limits::kMaxCellLinks, each within limits.h.
  virtual void cell_link(const CellLink& link) = 0;
  // A document inside this one, to be read as one of its own, or left out if it is more than limits.h allows. name is for people: any
  // bytes.
  virtual void member(std::string_view name, std::string_view bytes) = 0;
  // A document inside this one that is not given: it is encrypted, too large, or one too many.
  virtual void left_out(std::string_view name) = 0;
  // The page that was to be drawn; only the worker that draws gives one, once.
  virtual void picture(const GreyImage&) {}
};

struct WorkerRole {
  // Opens what cannot be opened later (locale, iconv, fontconfig, models); may be empty. Errors: kEnvironment.
  std::function<Status()> prepare;
  // Reads the document. Runs inside the sandbox. Errors: kDocument mostly. May throw: the caller turns exceptions into failures.
  std::function<Status(std::string_view bytes, Sink& sink)> read;
};

struct WorkerOptions {
  bool sandbox = true;
  bool check = false;  // --check: only find out whether prepare and the shut work; no document is read
  Resources resources = {};
};

// The main() of a worker: prepare, shut the sandbox (unless options say not), send kReady, map the document, read it, send kDone or
// kFailure. Pages larger than limits.h allows are trimmed, with a note. The exit code is 0 when the last frame went out, whatever it said.
// Precondition: kReplyDescriptor is open for writing, and kDocumentDescriptor for reading unless options.check.
int run_worker(const WorkerRole& role, const WorkerOptions& options);

// What the arguments of a worker program ask for.
struct WorkerPlan {
  WorkerRole role;
  WorkerOptions options;
};
// Gives nothing when the arguments make no sense. role.prepare must serve any plan: a nursery prepares once, for all the documents to come.
using Planner = std::function<std::optional<WorkerPlan>(const std::vector<std::string>& arguments)>;

// The main() of a worker program that can be a nursery (nursery.h): started with --nursery it serves until the socket at kReplyDescriptor
// ends, otherwise it runs the one worker its arguments ask for. Returns the exit code; 2 when the arguments make no sense.
int worker_main(int argc, char** argv, const Planner& planner);

}  // namespace foi::extract
