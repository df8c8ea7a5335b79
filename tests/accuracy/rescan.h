// The born-digital sample letters, scanned badly.
#pragma once

#include <filesystem>

#include "corpus/make/letter.h"
#include "tests/accuracy/report.h"

namespace foi::accuracy {

// Whether a letter's pages are drawn, so that the same pages can be scanned.
bool is_drawn(const corpus::Letter& letter);
// The letter as the same sheets scanned on a bad day. Precondition: is_drawn.
corpus::Letter scanned_copy(corpus::Letter letter);

// Renders the letters that are drawn as PDF again as pictures, reads both, and scores both. Takes about a second and a half a page.
// Errors: kEnvironment, kUsage (a letter specification is wrong).
Result<Rescan> rescan(const std::filesystem::path& letters, const std::filesystem::path& corpus);

}  // namespace foi::accuracy
