// Reads a generation: search with exact facets, a document, a page. Plain structs in and out; Xapian stays behind this header.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/refusal.h"
#include "indexer/index/tombstone.h"
#include "indexer/model/record.h"
#include "indexer/model/reference.h"
#include "indexer/model/result.h"

namespace foi::index {

class Lexicon;

enum class Sort : std::uint8_t { kRelevance, kNewest, kOldest };

// Values of one filter: OR within (AND with match_all), AND between filters. Exemption and status are one filter: a citation of one of
// the exemptions with one of the statuses; with match_all a citation for each pair.
struct Request {
  std::string q;  // as a person typed it (query.h); empty matches everything, text without a word nothing
  std::vector<std::string> authority, authority_type, exemption, topic, outcome, answer, kind, source, cluster;
  std::vector<int> year;
  // A citation status, "standing", "not-standing" or "any". Bound to the same citation as exemption; by itself "has any citation so".
  // Empty means standing when an exemption is given, and nothing otherwise.
  std::vector<std::string> status;
  std::optional<Date> from, to;  // responded, both ends included; letters without a date are left out when given
  bool match_all = false;
  Sort sort = Sort::kRelevance;
  std::size_t offset = 0;
  std::size_t limit = 20;  // 1 to 100
  std::string cursor;      // from Results::next_cursor of the same request and edition; then offset is ignored
  // Facets to count ("authority" … of kFacetNames); std::nullopt counts all.
  std::optional<std::vector<std::string>> facets;
  std::size_t facet_limit = 100;  // values a facet; 0 is every value. Months are never cut
  bool collapse = false;          // of a cluster only the letter that ranks first; totals count so, facets and relaxations letters
  // Asked now and then: the share of its time that the search has used. Once that is 1 it ends with what it has, and says so. Empty: it
  // goes on to its end.
  std::function<double()> spent{};
  bool explain = false;     // fill in Hit::explanation
  bool every_word = false;  // only letters with all the words of q, however few
};

struct Snippet {
  std::string text;
  struct Mark {
    std::uint32_t from, to;  // code points of text, half-open
  };
  std::vector<Mark> marks;
};

// What a term gave to a hit's weight.
struct TermWeight {
  std::string field;  // "text", "title" …
  std::string term;
  bool stem = false;  // any form of the word counts
  double weight = 0;
};

struct Hit {
  Record record;
  std::optional<std::uint32_t> page;  // the page that matches best; none for a match in metadata only or without a query
  Snippet snippet;
  // Fields that hold what was looked for: "text" (of a page), "title", "question", "answer", "reference", "authority", "exemption". Without
  // "text" it is a match in metadata only. Empty without a query, and for one that only says what must not be there.
  std::vector<std::string> matched{};
  bool metadata_match = false;            // something was typed, and no page holds what it looks for
  double score = 0;                       // by which relevance orders
  std::vector<TermWeight> explanation{};  // when Request::explain
};

struct FacetValue {
  std::string id, label;
  std::optional<std::string> parent;  // exemptions: the level above; statuses: "standing" or "not-standing", and of those "any"
  std::uint64_t count = 0;            // letters, exact
  bool selected = false;
};

// Each value's count is the total of the same request with this facet's own filter replaced by that value alone. Of status every value that
// its filter takes is listed, the standing ones together too; exemptions count under the status asked for, otherwise those that stand.
struct Facet {
  std::string name;
  std::vector<FacetValue> values;  // by count, then id; selected values are always there
  std::uint64_t distinct = 0;      // values with a count, listed or not
};

// A way out when nothing was found: without these filters this many letters are.
struct Relaxation {
  std::vector<std::string> drop;  // names: "authority" …, "from", "to"
  std::uint64_t total = 0;        // exact
};

struct Results {
  std::uint64_t total = 0;  // exact, or at least so many
  bool exact = true;        // false: there may be more than total and facets say. Not in time, or more words begin so than are looked for
  bool in_time = true;      // false: Request::spent ended the search; hits need not be the best, and may be fewer than were asked for
  // When fewer letters than kFewLetters have all the words typed, those that have some of them are found too, words counting the more the
  // fewer letters have them; by relevance those with all come first. Then this says how many of total have all; otherwise it is not given.
  // Whether it is hangs on q alone and on no filter. Never where q has operators, signs, quotes, fields or wildcards.
  std::optional<std::uint64_t> with_every_word;
  std::vector<Hit> hits;
  std::vector<Facet> facets;
  std::optional<std::string> next_cursor;
  std::vector<Relaxation> relaxations;    // only when total is 0: one filter each, most letters first; if none suffices, all of them
  std::optional<std::string> suggestion;  // the query with a word spelt as the index knows it
  std::string edition;
};

// Letters that have all the words of a query so that no others are found: half of the first page.
inline constexpr std::uint64_t kFewLetters = 10;

struct StoredPage {
  Page page;
  std::vector<Mask> masks;  // of this page
  std::vector<Region> boilerplate;
};

// Letters that could not be read, for one reason.
struct FailureCount {
  std::string reason;  // a short phrase, without what is particular to one document
  std::uint64_t letters = 0;
};

// "authority", "authority_type", "exemption", "status", "topic", "outcome", "answer", "kind", "year", "source", "cluster", "month". The
// last has no filter of its own name: its values ("2024-03", oldest first) are counted as if from and to were that month.
extern const std::vector<std::string> kFacetNames;

// Thread safety: any number of threads; each search takes a database handle from a small pool.
class Searcher {
 public:
  // reference must outlive the searcher. Errors: kEnvironment: missing or damaged, or of another format (naming both versions and "run
  // foi-index build").
  // lexicon is what queries are read with, made of the same reference; it is dear to make, so editions that follow one another share it.
  // None gives the searcher one of its own.
  static Result<std::shared_ptr<const Searcher>> open(const std::filesystem::path& generation, const Reference& reference,
                                                      std::shared_ptr<const Lexicon> lexicon = nullptr);
  ~Searcher();

  // Errors: kUsage, naming parameter, value and what is allowed (unknown filter value of a closed vocabulary, bad cursor, a query
  // that is too long or cannot be read); kEnvironment.
  Result<Results> search(const Request& request) const;
  // Why search(), matching() and marks() refuse the request; nothing when they take it. Costs no search.
  std::optional<Refusal> refusal(const Request& request) const;
  // Nothing when no document has this id.
  Result<std::optional<Record>> document(std::string_view id) const;
  // number is one-based. Nothing when there is no such page.
  Result<std::optional<StoredPage>> page(std::string_view id, std::uint32_t number) const;

  // What became of a document that was here; nothing when it still is or never was.
  Result<std::optional<Tombstone>> gone(std::string_view id) const;

  // True once the builder may write over what is being read: an answer taken before is good, errors and answers since are void, and the
  // generation that serves now is to be asked.
  bool overtaken() const;
  // Where what q looks for stands on the page: bytes of its text, in order, none inside another; none in masks or boilerplate. Errors:
  // kUsage as search.
  Result<std::vector<Region>> marks(const StoredPage& page, std::string_view q) const;
  // Every letter the request finds, newest first, by numbers that hold for this searcher only; limit, cursor and sort are ignored. Four
  // bytes a letter. Errors: as search; kUsage too when Request::spent ended it, as a list cut short would be taken for the whole.
  Result<std::vector<std::uint32_t>> matching(const Request& request) const;
  // The records of numbers that matching() gave, in that order.
  Result<std::vector<Record>> records(std::span<const std::uint32_t> numbers) const;

  // By reason, in the order of the alphabet.
  Result<std::vector<FailureCount>> failures() const;

  std::uint64_t letters() const;
  // Generation and revision: what ETags and cursors belong to.
  const std::string& edition() const;

  struct Impl;

 private:
  explicit Searcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace foi::index
