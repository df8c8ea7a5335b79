// One worker from start to end: what it may say and when, how long it may take, and what became of it. Whatever the process does, converse
// returns in bounded time with a report, and leaves neither process nor descriptor behind.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/extract/extractor.h"
#include "indexer/extract/grey_image.h"
#include "indexer/extract/worker_process.h"
#include "indexer/model/document.h"
#include "indexer/model/limits.h"
#include "indexer/model/result.h"

namespace foi::extract {

enum class Role {
  kText,   // pages of text, numbered from 1
  kOcr,    // the pages asked for: by OCR, or their text layer where that says more
  kDraw,   // the one page asked for, as a picture
  kCheck,  // no document: ready, done
};

struct Terms {
  Role role = Role::kText;
  std::uint32_t first_page = 1, last_page = limits::kMaxPages;  // the pages that may come, one-based, both included
  Deadlines deadlines;
  MemberTaker take_member;  // may be empty: then what is inside is passed over
  int most_width = 0;       // of the picture, in pixels; kDraw only
};

struct GivenPage {
  Page page;
  bool needs_ocr = false;
};

struct Ending {
  enum class How {
    kDone,        // it said so
    kFailure,     // it gave a reason
    kNotStarted,  // there is no process
    kDied,        // it ended without a last frame
    kDeadline,    // it took too long and was stopped
    kLied,        // it sent what no worker may send
    kNotTaken,    // a member it sent could not be kept
  } how = How::kDone;
  Error error;  // except of kDone
};

struct Report {
  Ending ending;
  bool fonts_closed = false;  // it could open no fonts: the kernel has no Landlock
  bool announced = false;     // the document frame came; the next three are from it
  std::string media_type, engine;
  std::uint32_t page_count = 0;
  std::vector<GivenPage> pages;  // ascending, as checked as everything else here
  std::vector<HiddenCount> hidden;
  std::vector<Note> notes;
  std::optional<GreyImage> picture;
  std::vector<Listing> listings;
  std::vector<CellLink> cell_links;
  std::vector<std::string> left_out;  // names of documents inside it that were not sent
};

// Listens to a worker that was just started, or could not be, until it has ended.
Report converse(Result<WorkerProcess> process, const Terms& terms);

}  // namespace foi::extract
