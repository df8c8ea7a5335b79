#include "indexer/index/searcher.h"

#include <algorithm>

#include "indexer/index/columns.h"
#include "indexer/index/cursor.h"
#include "indexer/index/labels.h"
#include "indexer/index/locate.h"
#include "indexer/index/query.h"
#include "indexer/index/reader.h"
#include "indexer/index/schema.h"
#include "indexer/index/selection.h"
#include "indexer/index/snippet.h"
#include "indexer/index/store.h"
#include "indexer/model/record_json.h"

namespace foi::index {

const std::vector<std::string> kFacetNames{"authority", "authority_type", "exemption", "status", "topic",
                                           "outcome",   "answer",         "kind",      "year",   "source"};

namespace {

using Wanted = std::array<bool, kFacetCount>;

// A request that was found good.
struct Checked {
  Selection selection;
  Wanted wanted{};
  std::size_t offset = 0;
};

Result<Checked> check(const Request& request, const Columns& columns, const Reference& reference, std::string_view edition) {
  if (auto form = check_form(request); !form) return form.error();
  auto selection = check_filters(request, columns, reference);
  if (!selection) return selection.error();
  auto wanted = check_facets(request);
  if (!wanted) return wanted.error();
  std::size_t offset = request.offset;
  if (!request.cursor.empty()) {
    auto position = read_cursor(request.cursor, edition, request);
    if (!position) return position.error();
    offset = *position;
  }
  return Checked{std::move(*selection), *wanted, offset};
}

// Counts every letter the matcher shows it. Needs no document data, only the number.
class CountingSpy : public Xapian::MatchSpy {
 public:
  explicit CountingSpy(Counter& counter) : counter_(counter) {}
  void operator()(const Xapian::Document& document, double) override { counter_.add(document.get_docid()); }

 private:
  Counter& counter_;
};

// One pass over all letters the text matches, filters left to the counter.
Counts count(const Xapian::Database& letters, const TextQuery& text, const Columns& columns, const Checked& checked) {
  Counter counter(columns, checked.selection, checked.wanted);
  if (text.everything) {
    for (std::size_t n = 0; n < columns.rows(); ++n)
      if (columns.present(n)) counter.add(n);
  } else if (!text.match.empty()) {
    CountingSpy spy(counter);
    Xapian::Enquire enquire(letters);
    enquire.set_query(sought(text));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.add_matchspy(&spy);
    enquire.get_mset(0, 0, letters.get_doccount());
  }
  return counter.counts();
}

Xapian::Query filtered(const TextQuery& text, const Selection& selection) {
  const Xapian::Query query = sought(text);
  if (selection.empty() || query.empty()) return query;
  if (text.everything) return Xapian::Query(0.0, filter_query(selection));
  return {Xapian::Query::OP_FILTER, query, filter_query(selection)};
}

// Ascending keys of either slot give the order wanted; they hold the id, so no two letters are equal.
void set_order(Xapian::Enquire& enquire, Sort sort, bool everything) {
  const std::uint32_t newest = spec(Field::kNewestFirst).slot;
  if (sort == Sort::kOldest) {
    enquire.set_sort_by_value(spec(Field::kOldestFirst).slot, false);
  } else if (sort == Sort::kNewest || everything) {
    enquire.set_sort_by_value(newest, false);
  } else {
    enquire.set_sort_by_relevance_then_value(newest, false);
  }
}

Xapian::MSet ranked(const Xapian::Database& letters, const TextQuery& text, const Request& request, const Checked& checked) {
  Xapian::Enquire enquire(letters);
  enquire.set_query(filtered(text, checked.selection));
  set_order(enquire, request.sort, text.everything);
  return enquire.get_mset(static_cast<Xapian::doccount>(checked.offset), static_cast<Xapian::doccount>(request.limit));
}

// What snippets are marked by: words under question: and answer: stand on the page without their prefix.
Xapian::MSet marking(const Xapian::Database& letters, const TextQuery& text, const Xapian::MSet& hits) {
  if (!text.uses_fields || text.on_page.empty() || hits.empty()) return hits;
  Xapian::Enquire enquire(letters);
  enquire.set_query(text.on_page);
  return enquire.get_mset(0, 1);
}

std::string first_question(const Record& record) {
  for (const Question& question : record.questions)
    if (!question.answer.empty()) return question.answer;
  for (const Question& question : record.questions)
    if (!question.text.empty()) return question.text;
  return {};
}

std::optional<std::string> data_of(const Xapian::Database& database, const std::string& key) {
  const std::string term = exact_term(Field::kId, key);
  const auto posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) return std::nullopt;
  return database.get_document(*posting).get_data();
}

Result<std::optional<StoredPage>> stored_page(const Xapian::Database& pages, std::string_view id, std::uint32_t number) {
  const auto data = data_of(pages, page_key(id, number));
  if (!data) return std::optional<StoredPage>();
  auto page = decode_stored_page(*data);
  if (!page) return page.error();
  return std::optional<StoredPage>(std::move(*page));
}

bool selected(const Request& request, const Selection& selection, FacetId facet, std::string_view id) {
  if (facet == FacetId::kStatus && request.status.empty()) return false;
  const auto& values = selection.of(facet);
  return std::find(values.begin(), values.end(), id) != values.end();
}

}  // namespace

struct Searcher::Impl {
  Impl(const std::filesystem::path& generation, const Reference& reference_) : reference(reference_), pool(generation) {}

  Result<Results> search(const Request& request, const Checked& checked);
  Result<Hit> hit(const Handle& handle, const Xapian::MSetIterator& at, const TextQuery& text, const Xapian::MSet& marks) const;
  Facet facet(FacetId id, const Request& request, const Selection& selection, const Counts& counts) const;
  Status load(const Xapian::Database& letters);

  const Reference& reference;
  HandlePool pool;
  Columns columns;
  Counts unfiltered;  // of every letter: the first page everyone sees
  std::string edition;
};

Status Searcher::Impl::load(const Xapian::Database& letters) {
  const std::uint32_t slot = spec(Field::kFacetValues).slot;
  for (auto it = letters.valuestream_begin(slot); it != letters.valuestream_end(slot); ++it) {
    auto values = decode_facet_values(*it);
    if (!values) return values.error();
    columns.add(it.get_docid(), *values);
  }
  if (columns.letters() + 1 != letters.get_doccount()) return environment_error("the index is damaged: letters without facet values");
  Checked everything;
  everything.wanted.fill(true);
  TextQuery text;
  text.everything = true;
  unfiltered = count(letters, text, columns, everything);
  return success();
}

Facet Searcher::Impl::facet(FacetId id, const Request& request, const Selection& selection, const Counts& counts) const {
  Facet out{kFacetNames[at(id)], {}, 0};
  const auto& numbers = counts.facets[at(id)];
  for (std::size_t n = 0; n < numbers.size(); ++n) {
    const std::string value = id == FacetId::kStatus ? std::string(status_values()[n].name) : columns.column(id).ids[n];
    if (numbers[n] > 0) ++out.distinct;
    const bool is_selected = selected(request, selection, id, value);
    if (numbers[n] > 0 || is_selected) out.values.push_back({value, {}, std::nullopt, numbers[n], is_selected});
  }
  // A value that was selected and that no letter has.
  for (const std::string& value : selection.of(id))
    if (std::none_of(out.values.begin(), out.values.end(), [&value](const FacetValue& v) { return v.id == value; }))
      out.values.push_back({value, {}, std::nullopt, 0, true});
  std::sort(out.values.begin(), out.values.end(),
            [](const FacetValue& a, const FacetValue& b) { return a.count != b.count ? a.count > b.count : a.id < b.id; });
  std::size_t place = 0;
  std::erase_if(out.values, [&](const FacetValue& v) { return request.facet_limit > 0 && place++ >= request.facet_limit && !v.selected; });
  for (FacetValue& value : out.values) {
    value.label = index::label_of(id, value.id, columns, reference);
    value.parent = parent_of(id, value.id, reference);
  }
  return out;
}

Result<Hit> Searcher::Impl::hit(const Handle& handle, const Xapian::MSetIterator& at, const TextQuery& text,
                                const Xapian::MSet& marks) const {
  auto stored = decode_letter(at.get_document().get_data());
  if (!stored) return stored.error();
  auto record = record_from_json(stored->record);
  if (!record) return record.error();
  Hit out{std::move(*record), std::nullopt, {}};
  const auto located = locate(handle.letters, *at, *stored, text);
  std::string fallback = first_question(out.record);
  if (located || fallback.empty()) {
    const std::uint32_t number = located ? located->page : stored->pages.empty() ? 1 : stored->pages.front().page;
    auto page = stored_page(handle.pages, out.record.id, number);
    if (!page) return page.error();
    const std::string shown = *page ? snippet_text(**page) : std::string();
    if (located) {
      out.page = number;
      out.snippet = marked_snippet(marks, shown, located->words);
      if (*page) unmark_masks(out.snippet, **page);
    }
    if (fallback.empty()) fallback = shown;
  }
  if (out.snippet.text.empty()) out.snippet = opening(fallback.empty() ? out.record.title : fallback);
  return out;
}

Result<Results> Searcher::Impl::search(const Request& request, const Checked& checked) {
  const auto handle = pool.take();
  auto text = parse_text(request.q, &handle->letters);
  if (!text) return text.error();
  Results out;
  out.edition = edition;
  if (!text->suggestion.empty()) out.suggestion = text->suggestion;
  const bool first_page = text->everything && checked.selection.empty();
  const Counts counts = first_page ? unfiltered : count(handle->letters, *text, columns, checked);
  out.total = counts.total;
  for (std::size_t f = 0; f < kFacetCount; ++f)
    if (checked.wanted[f]) out.facets.push_back(facet(static_cast<FacetId>(f), request, checked.selection, counts));
  if (out.total <= checked.offset) return out;

  const Xapian::MSet hits = ranked(handle->letters, *text, request, checked);
  const Xapian::MSet marks = marking(handle->letters, *text, hits);
  for (auto it = hits.begin(); it != hits.end(); ++it) {
    auto found = hit(*handle, it, *text, marks);
    if (!found) return found.error();
    out.hits.push_back(std::move(*found));
  }
  const std::size_t next = checked.offset + out.hits.size();
  if (!out.hits.empty() && next < out.total) out.next_cursor = make_cursor(edition, request, next);
  return out;
}

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::~Searcher() = default;

Result<std::shared_ptr<const Searcher>> Searcher::open(const std::filesystem::path& generation, const Reference& reference) {
  using Opened = Result<std::shared_ptr<const Searcher>>;
  return guarded("reading the index in " + generation.string(), [&]() -> Opened {
    auto impl = std::make_unique<Impl>(generation, reference);
    {
      const auto handle = impl->pool.take();
      if (auto format = check_format(handle->letters, generation); !format) return format.error();
      impl->edition = edition_of(handle->letters, generation);
      if (auto loaded = impl->load(handle->letters); !loaded) return loaded.error();
    }
    if (impl->pool.folder().deleted())
      return environment_error("the index in " + generation.string() + " was replaced while it was opened");
    return std::shared_ptr<const Searcher>(new Searcher(std::move(impl)));
  });
}

Result<Results> Searcher::search(const Request& request) const {
  auto checked = check(request, impl_->columns, impl_->reference, impl_->edition);
  if (!checked) return checked.error();
  return guarded("searching the index", [&] { return impl_->search(request, *checked); });
}

Result<std::optional<Record>> Searcher::document(std::string_view id) const {
  return guarded("reading a letter from the index", [&]() -> Result<std::optional<Record>> {
    const auto handle = impl_->pool.take();
    const auto data = data_of(handle->letters, std::string(id));
    if (!data) return std::optional<Record>();
    auto stored = decode_letter(*data);
    if (!stored) return stored.error();
    auto record = record_from_json(stored->record);
    if (!record) return record.error();
    return std::optional<Record>(std::move(*record));
  });
}

Result<std::optional<StoredPage>> Searcher::page(std::string_view id, std::uint32_t number) const {
  return guarded("reading a page from the index", [&] {
    const auto handle = impl_->pool.take();
    return stored_page(handle->pages, id, number);
  });
}

Result<std::optional<std::string>> Searcher::removed(std::string_view id) const {
  return guarded("reading the index", [&]() -> Result<std::optional<std::string>> {
    const auto handle = impl_->pool.take();
    const std::string date = handle->letters.get_metadata(std::string(kRemovedPrefix).append(id));
    return date.empty() ? std::nullopt : std::optional(date);
  });
}

// Its folder goes before any file it shares is written over (update.h).
bool Searcher::overtaken() const { return impl_->pool.folder().deleted(); }

std::uint64_t Searcher::letters() const { return impl_->columns.letters(); }

const std::string& Searcher::edition() const { return impl_->edition; }

}  // namespace foi::index
