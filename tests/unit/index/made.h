// Published documents as a test says them, and an index made of them.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/searcher.h"
#include "indexer/model/record.h"
#include "indexer/model/reference.h"

namespace foi::index::made {

class Letter {
 public:
  // A response of kind and outcome "response" and "unknown" until told otherwise.
  explicit Letter(std::string id);
  Letter& title(std::string text);
  // Each of its words stands on a box.
  Letter& page(std::string text, PageSource source = PageSource::kText);
  // The first place where these words stand on the page added last.
  Letter& boilerplate(std::string_view words);
  Letter& mask(std::string_view mark, std::string type);
  Letter& authority(std::string id, std::string name, std::string type = "nhs-trust-acute");
  Letter& reference(std::string text);
  Letter& responded(std::string_view iso);
  Letter& kind(Kind kind);
  Letter& outcome(Outcome outcome);
  Letter& topic(std::string id);
  Letter& cluster(std::string id);
  Letter& unreadable(Error error);
  Letter& cites(std::string code, CitationStatus status = CitationStatus::kApplied, std::vector<std::string> questions = {});
  // Of the citation added last: what became of it later.
  Letter& now(CitationStatus status);
  Letter& question(std::string text, std::string answer, QuestionOutcome outcome = QuestionOutcome::kDisclosed);
  operator const Published&() const { return published_; }  // NOLINT(google-explicit-constructor)

 private:
  Region find(std::string_view words) const;
  Published published_;
};

// Gone with everything in it at the end.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  // A new, empty folder inside.
  std::filesystem::path fresh(const std::string& name) const;

 private:
  std::filesystem::path path_;
};

// Throws std::runtime_error with the error's message, which fails the test that calls it.
void write_index(const std::filesystem::path& dir, const std::vector<Published>& letters);

class Index {
 public:
  explicit Index(const std::vector<Published>& letters);
  const Searcher* operator->() const { return searcher_.get(); }
  const Searcher& operator*() const { return *searcher_; }
  const std::filesystem::path& path() const { return path_; }

  Results search(const Request& request) const;
  // Ids of the hits for a text, in order.
  std::vector<std::string> ids(std::string q) const;
  std::vector<std::string> ids(const Request& request) const;
  // Every id a request finds, by paging through its cursors.
  std::vector<std::string> all_ids(Request request, std::size_t limit = 7) const;

 private:
  Folder folder_;
  std::filesystem::path path_;
  std::shared_ptr<const Searcher> searcher_;
};

// The count of a value in a facet; 0 when it is not listed.
std::uint64_t count_of(const Results& results, std::string_view facet, std::string_view id);
const FacetValue* find_value(const Results& results, std::string_view facet, std::string_view id);
// "the «care coordinator» was": marks shown as quotes.
std::string marked(const Snippet& snippet);

}  // namespace foi::index::made
