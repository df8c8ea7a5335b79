// What a Searcher holds, for the files that implement it. Inside this directory only: it shows Xapian.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "indexer/index/columns.h"
#include "indexer/index/lexicon.h"
#include "indexer/index/nearly.h"
#include "indexer/index/query.h"
#include "indexer/index/reader.h"
#include "indexer/index/searcher.h"
#include "indexer/index/selection.h"
#include "indexer/index/store.h"
#include "indexer/index/why.h"

namespace foi::index {

// A request that was found good.
struct CheckedRequest {
  Selection selection;
  WantedFacets wanted;
  std::size_t offset = 0;
  std::size_t limit = 0;
};

// A letter to show.
struct Found {
  Xapian::docid number = 0;
  double weight = 0;
};

struct Searcher::Impl {
  Impl(const std::filesystem::path& generation, const Reference& reference_, std::shared_ptr<const Lexicon> lexicon_)
      : reference(reference_), lexicon(lexicon_ ? std::move(lexicon_) : std::make_shared<const Lexicon>(reference)), pool(generation) {}

  Result<Results> search(const Request& request, const CheckedRequest& checked);
  Status show_page(const Handle& handle, Xapian::docid letter, const StoredLetter& stored, const TextQuery& text, WhyFinder& why,
                   Hit& out) const;
  Result<Hit> hit(const Handle& handle, const Found& at, const TextQuery& text, WhyFinder& why) const;
  Facet facet(FacetId id, const Request& request, const Selection& selection, const Counts& counts) const;
  // Which letters the text finds.
  struct Matched {
    Counts counts;
    bool whole = true;                  // false: Request::spent ended the counting
    std::optional<Nearly> nearly = {};  // given when not all of them have all the words
    std::uint64_t every_word = 0;       // of them, those with all of them; with Request::collapse, one of each cluster
    std::vector<bool> letters = {};     // by number, those that pass the filters
  };
  std::shared_ptr<const Matched> matched(const Handle& handle, const TextQuery& text, const Request& request,
                                         const CheckedRequest& checked) const;
  // The letters of the page asked for, in order. Nothing when there was no time to rank them.
  std::optional<std::vector<Found>> page(const Handle& handle, const TextQuery& text, const Request& request, const CheckedRequest& checked,
                                         const Matched& letters) const;
  Status load(const Xapian::Database& letters);

  const Reference& reference;
  std::shared_ptr<const Lexicon> lexicon;
  HandlePool pool;
  Columns columns;
  std::vector<Xapian::docid> newest, oldest;  // every letter, in the orders of Sort
  std::shared_ptr<const Matched> unfiltered;  // every letter: the first page everyone sees
  std::string edition;
};

Checked<CheckedRequest> check_request(const Request& request, const Searcher::Impl& impl);

}  // namespace foi::index
