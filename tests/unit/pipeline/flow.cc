#include "tests/unit/pipeline/flow.h"

#include <sstream>

#include "indexer/library/library.h"
#include "indexer/library/published.h"
#include "indexer/model/codec.h"
#include "tests/unit/index/dump.h"

namespace foi::test {

namespace fs = std::filesystem;

BuildSummary FlowTest::build(const fs::path& library) {
  told_ = Told();
  extract::Options options;
  options.text_worker = fs::path(FOI_BIN_DIR) / "foi-extract-text";
  options.ocr_worker = fs::path(FOI_BIN_DIR) / "foi-extract-ocr";
  options.jobs = 2;
  const BuildOptions how{.library = library,
                         .folders = {corpus_.path()},
                         .allow_removals = true,
                         .rebuild = rebuild_,
                         .extract = options,
                         .most_bytes_inside = most_bytes_inside_};
  const auto summary = foi::build(how, builtin_reference(), told_);
  EXPECT_TRUE(summary.ok()) << (summary.ok() ? "" : summary.error().message);
  return summary.ok() ? *summary : BuildSummary();
}

void FlowTest::remove(const std::string& id) {
  const Status removed =
      foi::remove({.library = library(), .publish = {}}, id, "asked for", "2026-03-01", false, builtin_reference(), told_);
  EXPECT_TRUE(removed.ok()) << (removed.ok() ? "" : removed.error().message);
}

void FlowTest::restore(const std::string& id) {
  const Status restored = foi::restore({.library = library(), .publish = {}}, id, builtin_reference(), told_);
  EXPECT_TRUE(restored.ok()) << (restored.ok() ? "" : restored.error().message);
}

std::map<std::string, Published> FlowTest::records(const fs::path& of) const {
  std::map<std::string, Published> all;
  const auto library = library::Library::open_to_read(of);
  const Status read = library->for_each_record([&](std::string_view, std::string_view bytes) -> Status {
    Result<Published> document = decode_published(bytes);
    if (!document) return document.error();
    const std::string path = fs::path(document->record.source.path).lexically_relative(fs::canonical(corpus_.path())).string();
    all.emplace(path, std::move(*document));
    return success();
  });
  EXPECT_TRUE(read.ok());
  return all;
}

Paths FlowTest::paths() const {
  Paths all;
  for (const auto& [path, document] : records()) all.push_back(path);
  return all;
}

std::shared_ptr<const index::Searcher> FlowTest::open() const {
  return *index::Searcher::open(*library::current_generation(library()), builtin_reference());
}

std::optional<Record> FlowTest::served(const std::string& id) const {
  const auto record = open()->document(id);
  EXPECT_TRUE(record.ok()) << (record.ok() ? "" : record.error().message);
  return record.ok() ? *record : std::nullopt;
}

std::string FlowTest::parent_of(const std::string& path) const {
  const auto all = records();
  const std::optional<Record> record = served(all.at(path).record.id);
  if (!record || !record->parent) return {};
  EXPECT_TRUE(served(*record->parent)) << "the parent of " << path << " cannot be opened";
  for (const auto& [other, document] : all)
    if (document.record.id == *record->parent) return other;
  return "nowhere";
}

index::Results FlowTest::search(const index::Request& request) const {
  auto results = open()->search(request);
  EXPECT_TRUE(results.ok());
  return std::move(*results);
}

std::vector<std::string> FlowTest::found(const std::string& q) const {
  index::Request request;
  request.q = q;
  std::vector<std::string> ids;
  const auto results = search(request);
  for (const auto& hit : results.hits) ids.push_back(hit.record.id);
  return ids;
}

std::string FlowTest::dump(const fs::path& library) {
  std::istringstream lines(index::made::dump(*library::current_generation(library)));
  std::string out;
  for (std::string line; std::getline(lines, line);)
    if (!line.starts_with("metadata gone/")) out += line + '\n';
  return out;
}

void FlowTest::expect_as_built_at_once() {
  const Scratch other;
  const Told before = told_;
  build(other / "library");
  EXPECT_EQ(told_.failures, before.failures);
  const auto steps = records(), once = records(other / "library");
  ASSERT_EQ(steps.size(), once.size());
  for (const auto& [path, document] : once) {
    ASSERT_TRUE(steps.contains(path)) << path;
    EXPECT_EQ(encode(steps.at(path)), encode(document)) << path;
  }
  EXPECT_EQ(dump(library()), dump(other / "library"));
  EXPECT_EQ(build().publication, Publication::kNothing);
}

}  // namespace foi::test
