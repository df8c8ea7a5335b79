// Sources and originals → records: extraction, from the cache where it was done before, then understanding. What the library's sources say
// is all that counts, so the records are the same whichever builds led there.
#pragma once

#include "indexer/library/library.h"
#include "indexer/model/reference.h"
#include "indexer/pipeline.h"

namespace foi {

// Makes the record of every document whose record would come out otherwise than the one there is, and drops those no document stands
// behind. Documents that cannot be read get a record that says why; each is told to the reporter and counted on every build.
// Errors: kEnvironment; what was finished before stays finished.
Status read_documents(const BuildOptions& options, const Reference& reference, library::Library& library, Reporter& reporter,
                      BuildSummary& summary);

}  // namespace foi
