// Records → what binds them → the index that serves. A small change goes into the index there is, a large one makes another; what is
// served afterwards is the same.
#pragma once

#include "indexer/library/library.h"
#include "indexer/model/reference.h"
#include "indexer/pipeline.h"

namespace foi {

// Makes the published index say what the records and removals say, unless it does already; after a removal also so that nothing of it is
// left in the index's files. Errors: kEnvironment; then what served before serves on, or what was removed has left it and only traces of
// it in the files remain for the next build to clear.
Status publish_index(const PublishOptions& options, const Reference& reference, library::Library& library, Reporter& reporter,
                     BuildSummary& summary);

// As publish_index, after a decision. Where a build ended before it had published what it changed, the records are of two states: then only
// what was removed leaves the index, and a remark says that the rest follows with the next build.
Status publish_decision(const PublishOptions& options, const Reference& reference, library::Library& library, Reporter& reporter);

}  // namespace foi
