// Pages for people, rendered from web/templates. Pure: what is shown is what is passed. Thread safety: any number of threads.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/index/searcher.h"
#include "indexer/model/record.h"
#include "indexer/model/reference.h"
#include "server/catalogue.h"
#include "server/message.h"
#include "server/request.h"

namespace foi::server {

// A page of a document as its page shows it.
struct ShownPage {
  index::StoredPage stored;
  std::vector<Region> found;  // where what the reader looked for stands
  // Why there is no picture of it; nothing where there is one, or where nobody would look for one.
  std::string no_image{};
  bool image = false;
};

// One document as its page shows it.
struct DocumentPage {
  const Record& record;
  // The stretch of pages shown: consecutive, the first with this number.
  std::uint32_t first_page = 1;
  std::vector<ShownPage> pages;
  // Titles of related documents, by place in record.related; empty where the document is not there.
  std::vector<std::string> related_titles;
  bool original_offered = false;
  std::string q{};  // what the reader looked for on the way here, or empty
};

class Pages {
 public:
  // public_url: the address people use ("https://foi.example.org"), without a slash at the end, or empty; for canonical links.
  // notice: what every page tells its reader at the top, or empty.
  Pages(const Reference& reference, std::string public_url, std::string notice);
  ~Pages();

  // The empty search page: what this is, how much there is, where to begin. results: match-all with facets and the newest letters.
  std::string start(const index::Results& results) const;
  // titles: of documents that the address names by their id.
  std::string results(const SearchUrl& url, const index::Results& results, const std::map<std::string, std::string>& titles) const;
  std::string document(const DocumentPage& page) const;
  std::string entries(Catalogue catalogue, const std::vector<Entry>& entries) const;
  std::string profile(Catalogue catalogue, const Profile& profile) const;
  std::string about() const;
  // results: match-all with the facets authority, year and source; readable: documents with text.
  std::string status(const index::Results& results, std::uint64_t readable) const;
  // The API for people: every address and parameter, from endpoints.h and parameters.h.
  std::string api() const;
  // retry: where to go on without what was wrong, or nothing.
  std::string problem(const Problem& problem, const std::optional<std::string>& retry) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

// The address of a page of a document: "/d/ID#page-3", or the stretch of pages that holds it; with q what to mark on it.
std::string document_href(std::string_view id, std::optional<std::uint32_t> page, const std::string& q = {});

}  // namespace foi::server
