// The flow, readable aloud: discover → extract → understand → relate → index → publish. Knows every module and none of their insides.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "indexer/code_number.h"
#include "indexer/extract/extractor.h"
#include "indexer/model/limits.h"
#include "indexer/model/record.h"
#include "indexer/model/reference.h"
#include "indexer/model/result.h"
#include "indexer/understand/explain.h"

namespace foi {

// What a run tells while it works. Calls come from one thread at a time.
class Reporter {
 public:
  virtual ~Reporter() = default;
  // stage: "looking", "reading", "indexing"; total is 0 while unknown.
  virtual void progress(std::string_view stage, std::uint64_t done, std::uint64_t total) = 0;
  virtual void failure(std::string_view path, const Error& error) = 0;
  virtual void remark(std::string_view text) = 0;
};

struct BuildOptions {
  std::filesystem::path library;
  std::vector<std::filesystem::path> folders;  // empty: every folder the library knows
  bool allow_removals = false;                 // a folder may lose more than limits::kMaxUnconfirmedRemovals of its files
  bool rebuild = false;                        // makes every record and the index again, also those that would come out the same
  std::string code{code_number()};             // records and indexes made by another are made again
  extract::Options extract;                    // jobs included
  // Bytes of all documents inside one file, however deep. Only tests set another.
  std::uint64_t most_bytes_inside = limits::kMaxMembersBytes;
};

// How the index came to say what it says.
enum class Publication : std::uint8_t {
  kNothing,  // it said so already
  kDelta,    // what changed went into the one there was
  kWhole,    // it was written anew
};

struct PublishOptions {
  std::string code{code_number()};
  bool accept_other_code = false;  // a small change may go into an index that other code made; the next build makes it again
  bool rebuild = false;
  int jobs = 1;
};

struct BuildSummary {
  Publication publication = Publication::kNothing;
  std::uint64_t documents = 0;  // in the index
  std::uint64_t read = 0;       // extracted in this run; the others were in the cache
  std::uint64_t made = 0;       // records made in this run; the others stayed as they were
  std::uint64_t indexed = 0;    // documents that the index was given or had to drop in this run
  std::uint64_t failed = 0;
  std::uint64_t pages = 0, ocr_pages = 0;  // of all documents
  std::uint64_t letters = 0, questions = 0;
  std::map<std::string, std::uint64_t> failures;  // documents by reason
};

// Errors: kUsage (no folder known), kEnvironment (folder, library, worker, disk): then the library serves what it served before.
// Documents that cannot be read are no error: they are in the summary, told to the reporter, and have a record that says why.
Result<BuildSummary> build(const BuildOptions& options, const Reference& reference, Reporter& reporter);

// -- decisions about what a library holds; each is durable before the index follows, so that a killed one is carried out by the next build
struct DecisionOptions {
  std::filesystem::path library;
  PublishOptions publish;
};
// Takes a document out of the library and the index, and what stands only inside it, for ever and wherever their bytes turn up again, with
// originals and extractions unless kept. today: ISO. Errors: kUsage: no such document, no reason; kEnvironment.
Status remove(const DecisionOptions& options, const std::string& id, const std::string& reason, const std::string& today,
              bool keep_original, const Reference& reference, Reporter& reporter);
// Undoes it. A document whose original was not kept comes back with the next build of the folder it stands in, as a remark says.
Status restore(const DecisionOptions& options, const std::string& id, const Reference& reference, Reporter& reporter);
// Forgets a folder that is gone for good: its documents leave the index unless they stand in another folder too. Originals stay.
// Errors: kUsage: a folder the library does not know.
Status forget(const DecisionOptions& options, const std::filesystem::path& folder, const Reference& reference, Reporter& reporter);

// One file → its record, without a library. The record of a file that cannot be read has an error and nothing else.
// Errors: kUsage (a folder or a device), kEnvironment (the file cannot be opened, a worker is missing).
Result<Published> inspect(const std::filesystem::path& file, extract::Extractor& extractor, const Reference& reference);

// As inspect, and which words led to which claim.
struct Explained {
  Published published;
  std::vector<understand::Explanation> explanations;
};
Result<Explained> explain(const std::filesystem::path& file, extract::Extractor& extractor, const Reference& reference);

}  // namespace foi
