#include "tests/relevance/library.h"

#include "corpus/make/files.h"
#include "indexer/library/identity.h"
#include "indexer/library/published.h"
#include "indexer/model/reference.h"
#include "tests/e2e/programs.h"

namespace foi::relevance {

namespace fs = std::filesystem;

Result<TestLibrary> TestLibrary::build(const fs::path& folder, const fs::path& library) {
  const test::Ran ran = test::run("foi-index", {"build", folder.string(), "--library", library.string()});
  if (ran.exit_code != 0 && ran.exit_code != 1) return environment_error("foi-index build failed: " + ran.err);
  const Result<fs::path> generation = library::current_generation(library);
  if (!generation) return generation.error();
  TestLibrary out;
  auto searcher = index::Searcher::open(*generation, builtin_reference());
  if (!searcher) return searcher.error();
  out.searcher_ = std::move(*searcher);
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const Result<std::string> bytes = corpus::read_text(entry.path());
    if (!bytes) return bytes.error();
    out.files_.emplace(library::document_id(library::sha256_hex(*bytes)), fs::relative(entry.path(), folder).string());
  }
  return out;
}

Result<std::vector<TestLibrary::Found>> TestLibrary::search(const std::string& query, std::size_t limit) const {
  index::Request request;
  request.q = query;
  request.limit = limit;
  request.facets = std::vector<std::string>();
  const Result<index::Results> results = searcher_->search(request);
  std::vector<Found> out;
  if (!results && results.error().fault != Fault::kUsage) return results.error();
  if (!results) return out;
  for (const index::Hit& hit : results->hits) {
    // An entry of a log, or what stands in a mail or a ZIP, is as good an answer as the file it is in.
    auto file = files_.find(hit.record.id);
    if (file == files_.end() && hit.record.parent) file = files_.find(*hit.record.parent);
    if (file == files_.end()) return environment_error("a letter was found that is in none of the files: " + hit.record.id);
    out.push_back({file->second, !hit.matched.empty()});
  }
  return out;
}

}  // namespace foi::relevance
