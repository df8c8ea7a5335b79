// Folders → the library's sources and originals: what stands where, and what the publisher's logs say of it.
#pragma once

#include <filesystem>
#include <vector>

#include "indexer/library/library.h"
#include "indexer/pipeline.h"

namespace foi {

// Looks through the folders (none named: all the library knows) and makes the library's sources say what stands there now. Each file's
// bytes are hashed and kept once; a file that looks as it did is not opened. Files that cannot be read are told to the reporter and
// counted. Errors: as build(); then the sources of some folders may be up to date already, which the next run does not mind.
Status take_in(const BuildOptions& options, library::Library& library, Reporter& reporter, BuildSummary& summary);

}  // namespace foi
