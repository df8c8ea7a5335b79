// The born-digital sample letters, scanned badly.
#pragma once

#include <filesystem>

#include "tests/accuracy/report.h"

namespace foi::accuracy {

// Renders the letters that are drawn as PDF again as pictures, reads both, and scores both. Takes about a second and a half a page.
// Errors: kEnvironment, kUsage (a letter specification is wrong).
Result<Rescan> rescan(const std::filesystem::path& letters, const std::filesystem::path& corpus);

}  // namespace foi::accuracy
