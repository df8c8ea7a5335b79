// Records → what binds them → the index that serves. A small change goes into the index there is, a large one makes another; what is
// served afterwards is the same.
#pragma once

#include "indexer/library/library.h"
#include "indexer/model/reference.h"
#include "indexer/pipeline.h"

namespace foi {

// Makes the published index say what the records and removals say, unless it does already. Errors: kEnvironment; then what served before
// serves on.
Status publish_index(const PublishOptions& options, const Reference& reference, library::Library& library, Reporter& reporter,
                     BuildSummary& summary);

}  // namespace foi
