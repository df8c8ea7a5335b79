#include "indexer/index/searcher.h"

#include <algorithm>

#include "indexer/index/clock.h"
#include "indexer/index/compose.h"
#include "indexer/index/cursor.h"
#include "indexer/index/explain.h"
#include "indexer/index/labels.h"
#include "indexer/index/locate.h"
#include "indexer/index/matching.h"
#include "indexer/index/schema.h"
#include "indexer/index/searcher_impl.h"
#include "indexer/index/snippet.h"

namespace foi::index {

const std::vector<std::string> kFacetNames{"authority", "authority_type", "exemption", "status", "topic",   "outcome",
                                           "answer",    "kind",           "year",      "source", "cluster", "month"};

namespace {

// Of a search's time, when counting must be done, and ranking; the rest is for what is shown.
constexpr double kCounted = 0.4, kRanked = 0.75;

struct Counted {
  Counts counts;
  bool whole = true;               // false: the time was up
  std::vector<bool> letters = {};  // by number, those that pass the filters
};

// One pass over all letters the text matches, filters left to the counter.
Counted count(const Xapian::Database& letters, const TextQuery& text, const Columns& columns, const CheckedRequest& checked, Clock& clock) {
  Counted out{.counts = {}, .letters = std::vector<bool>(columns.rows())};
  Counter counter(columns, checked.selection, checked.wanted.facets, checked.wanted.months);
  if (text.everything) {
    counter.add(columns.numbers(), out.letters);
  } else {
    out.whole = each_match(letters, matching_query(text), clock,
                           [&](std::span<const Xapian::docid> numbers) { counter.add(numbers, out.letters); });
  }
  out.counts = counter.counts();
  return out;
}

// Lets the first letter of each cluster through.
class FirstOfCluster {
 public:
  explicit FirstOfCluster(const Columns& columns) : clusters_(columns.column(FacetId::kCluster)), seen_(clusters_.ids.size()) {}
  bool operator()(std::size_t number) {
    const auto row = clusters_.row(number);
    if (row.empty()) return true;
    const bool first = !seen_[row[0]];
    seen_[row[0]] = true;
    return first;
  }

 private:
  const Column& clusters_;
  std::vector<bool> seen_;
};

// Of letters by number, those of one cluster once.
std::uint64_t count_collapsed(const std::vector<bool>& letters, const Columns& columns) {
  FirstOfCluster is_first(columns);
  const auto& all = columns.numbers();
  return static_cast<std::uint64_t>(
      std::count_if(all.begin(), all.end(), [&](std::uint32_t number) { return letters[number] && is_first(number); }));
}

Counted count(const Nearly& nearly, const Columns& columns, const CheckedRequest& checked) {
  Counted out{.counts = {}, .letters = std::vector<bool>(columns.rows())};
  Counter counter(columns, checked.selection, checked.wanted.facets, checked.wanted.months);
  counter.add(nearly.numbers(), out.letters);
  out.counts = counter.counts();
  return out;
}

bool is_by_date(const Request& request, const TextQuery& text) { return request.sort != Sort::kRelevance || text.everything; }

// The letters of the page asked for, those of one cluster once where that is asked for.
std::vector<Found> page_by_date(const std::vector<Xapian::docid>& order, const std::vector<bool>& letters, const Columns& columns,
                                bool collapse, const CheckedRequest& checked) {
  std::vector<Found> out;
  FirstOfCluster is_first(columns);
  std::size_t place = 0;
  for (const Xapian::docid number : order) {
    if (out.size() == checked.limit) break;
    if (letters[number] && (!collapse || is_first(number)) && place++ >= checked.offset) out.push_back({number, 0});
  }
  return out;
}

// The letters of the page asked for, in order.
std::vector<Found> page_of(const Xapian::MSet& found, const Nearly* nearly, const Columns& columns, bool collapse,
                           const CheckedRequest& checked) {
  std::vector<Found> out;
  FirstOfCluster is_first(columns);
  for (auto it = found.begin(); it != found.end(); ++it)
    if ((!nearly || nearly->has(*it)) && (!collapse || is_first(*it))) out.push_back({*it, it.get_weight()});
  out.erase(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(std::min(checked.offset, out.size())));
  out.resize(std::min(out.size(), checked.limit));
  return out;
}

Xapian::Query filtered(const Xapian::Query& query, const Selection& selection) {
  if (selection.empty() || query.empty()) return query;
  return {Xapian::Query::OP_FILTER, query, filter_query(selection)};
}

// By relevance; equals newest first. Of letters with nearly all the words those that have fewer are passed over after ranking: they rank
// low, so that a second look is rare. Only then are clusters told apart, as the first of one may be among them. Throws Clock::TimeIsUp.
std::vector<Found> page_by_relevance(const Xapian::Database& letters, const TextQuery& text, const Nearly* nearly, const Columns& columns,
                                     bool collapse, const CheckedRequest& checked, Clock& clock) {
  ClockSource source(clock);
  Xapian::Enquire enquire(letters);
  enquire.set_query(clocked(filtered(nearly ? weighing_query(text) : matching_query(text), checked.selection), source));
  enquire.set_sort_by_relevance_then_value(spec(Field::kNewestFirst).slot, false);
  if (collapse && !nearly) enquire.set_collapse_key(spec(Field::kCollapse).slot);
  for (std::size_t looked_at = checked.offset + checked.limit;; looked_at *= 2) {
    const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(looked_at));
    std::vector<Found> out = page_of(found, nearly, columns, collapse, checked);
    if (out.size() == checked.limit || found.size() < looked_at) return out;
  }
}

// Every letter by its keys in the slot. They hold the id, so no two are equal.
std::vector<Xapian::docid> in_order(const Xapian::Database& letters, Field slot) {
  std::vector<std::pair<std::string, Xapian::docid>> keys;
  for (auto it = letters.valuestream_begin(spec(slot).slot); it != letters.valuestream_end(spec(slot).slot); ++it)
    keys.emplace_back(*it, it.get_docid());
  std::sort(keys.begin(), keys.end());
  std::vector<Xapian::docid> out;
  for (const auto& [key, number] : keys) out.push_back(number);
  return out;
}

std::string_view first_question(const Record& record) {
  for (const Question& question : record.questions)
    if (!question.answer.empty()) return question.answer;
  for (const Question& question : record.questions)
    if (!question.text.empty()) return question.text;
  return {};
}

Result<std::optional<StoredPage>> whole_page(const Xapian::Database& pages, std::string_view id, std::uint32_t number) {
  auto page = page_without_words(pages, id, number);
  if (!page || !*page) return page;
  const auto words = data_of(pages, words_key(page_key(id, number)));
  if (!words) return page;
  auto whole = with_words(std::move(**page), *words);
  if (!whole) return whole.error();
  return std::optional<StoredPage>(std::move(*whole));
}

bool selected(const Request& request, const Selection& selection, FacetId facet, std::string_view id) {
  if (facet == FacetId::kStatus && request.status.empty()) return false;
  const auto& values = selection.of(facet);
  return std::find(values.begin(), values.end(), id) != values.end();
}

// The histogram: months of letters, oldest first.
Facet month_facet(const Counts& counts) {
  constexpr std::array kNames{"January", "February", "March",     "April",   "May",      "June",
                              "July",    "August",   "September", "October", "November", "December"};
  Facet out{"month", {}, 0};
  for (std::size_t n = 0; n < counts.months.size(); ++n) {
    if (counts.months[n] == 0) continue;
    const std::string year = std::to_string(kFirstYear + static_cast<int>(n) / 12), month = std::to_string(n % 12 + 1);
    out.values.push_back(
        {year + (month.size() < 2 ? "-0" : "-") + month, std::string(kNames[n % 12]) + " " + year, std::nullopt, counts.months[n]});
  }
  out.distinct = out.values.size();
  return out;
}

// The filters in force, each with what it alone keeps out.
std::vector<Relaxation> relaxations(const Selection& selection, const Counts& counts) {
  std::vector<Relaxation> single;
  Relaxation all{{}, counts.seen};
  const auto add = [&](std::vector<std::string> names, std::uint64_t total) {
    all.drop.insert(all.drop.end(), names.begin(), names.end());
    if (total > 0) single.push_back({std::move(names), total});
  };
  std::vector<std::string> citation;
  for (std::size_t f = 0; f < kFacetCount; ++f) {
    const auto facet = static_cast<FacetId>(f);
    if (selection.of(facet).empty()) continue;
    if (facet == FacetId::kExemption || facet == FacetId::kStatus)
      citation.push_back(kFacetNames[f]);
    else
      add({kFacetNames[f]}, counts.kept_out[f]);
  }
  if (!citation.empty()) add(std::move(citation), counts.kept_out[kCitationFilter]);
  std::vector<std::string> dates;
  if (selection.from != 0) dates.emplace_back("from");
  if (selection.to != 0) dates.emplace_back("to");
  if (!dates.empty()) add(std::move(dates), counts.kept_out[kDateFilter]);
  std::stable_sort(single.begin(), single.end(), [](const Relaxation& a, const Relaxation& b) { return a.total > b.total; });
  if (single.empty() && !all.drop.empty() && all.total > 0) single.push_back(std::move(all));
  return single;
}

}  // namespace

Checked<CheckedRequest> check_request(const Request& request, const Searcher::Impl& impl) {
  if (auto refusal = check_form(request)) return std::move(*refusal);
  auto selection = check_filters(request, impl.columns, impl.reference);
  if (auto* refusal = std::get_if<Refusal>(&selection)) return std::move(*refusal);
  auto wanted = check_facets(request);
  if (auto* refusal = std::get_if<Refusal>(&wanted)) return std::move(*refusal);
  std::size_t offset = request.offset;
  if (!request.cursor.empty()) {
    auto position = read_cursor(request.cursor, impl.edition, request);
    if (auto* refusal = std::get_if<Refusal>(&position)) return std::move(*refusal);
    offset = std::get<std::size_t>(position);
  }
  return CheckedRequest{std::move(std::get<Selection>(selection)), std::get<WantedFacets>(wanted), offset, request.limit};
}

Status Searcher::Impl::load(const Xapian::Database& letters) {
  const std::uint32_t slot = spec(Field::kFacetValues).slot;
  for (auto it = letters.valuestream_begin(slot); it != letters.valuestream_end(slot); ++it) {
    auto values = decode_facet_values(*it);
    if (!values) return values.error();
    columns.add(it.get_docid(), *values);
  }
  if (columns.letters() + 1 != letters.get_doccount()) return environment_error("the index is damaged: letters without facet values");
  newest = in_order(letters, Field::kNewestFirst);
  oldest = in_order(letters, Field::kOldestFirst);
  CheckedRequest everything;
  everything.wanted.facets.fill(true);
  everything.wanted.months = true;
  TextQuery text;
  text.everything = true;
  Clock clock;
  Counted all = count(letters, text, columns, everything, clock);
  unfiltered = std::make_shared<Matched>(Matched{.counts = std::move(all.counts), .letters = std::move(all.letters)});
  return success();
}

Facet Searcher::Impl::facet(FacetId id, const Request& request, const Selection& selection, const Counts& counts) const {
  struct Value {
    std::string_view id;
    std::uint64_t count;
    bool selected;
  };
  Facet out{kFacetNames[at(id)], {}, 0};
  std::vector<Value> values;
  const auto& numbers = counts.facets[at(id)];
  for (std::size_t n = 0; n < numbers.size(); ++n) {
    const std::string_view value = id == FacetId::kStatus ? status_values()[n].name : std::string_view(columns.column(id).ids[n]);
    if (numbers[n] > 0) ++out.distinct;
    const bool is_selected = selected(request, selection, id, value);
    if (numbers[n] > 0 || is_selected) values.push_back({value, numbers[n], is_selected});
  }
  // A value that was selected and that no letter has.
  for (const std::string& value : selection.of(id))
    if (std::none_of(values.begin(), values.end(), [&value](const Value& v) { return v.id == value; })) values.push_back({value, 0, true});
  std::sort(values.begin(), values.end(),
            [](const Value& a, const Value& b) { return a.count != b.count ? a.count > b.count : a.id < b.id; });
  for (std::size_t place = 0; place < values.size(); ++place) {
    const auto& [value, count, is_selected] = values[place];
    if (request.facet_limit > 0 && place >= request.facet_limit && !is_selected) continue;
    out.values.push_back(
        {std::string(value), index::label_of(id, value, columns, reference), parent_of(id, value, reference), count, is_selected});
  }
  return out;
}

// The page that matches best and its snippet; without one the first answer or question, or the beginning.
Status Searcher::Impl::show_page(const Handle& handle, Xapian::docid letter, const StoredLetter& stored, const TextQuery& text,
                                 WhyFinder& why, Hit& out) const {
  const std::uint32_t first = stored.pages.empty() ? 1 : stored.pages.front().page;
  std::optional<std::uint32_t> number;
  if (!text.sought.empty()) number = stored.pages.size() == 1 ? first : locate(handle.letters, letter, stored, text);
  const std::string_view question = first_question(stored.record);
  std::string beginning;
  if (number || question.empty()) {
    auto page = page_without_words(handle.pages, stored.record.id, number.value_or(first));
    if (!page) return page.error();
    if (number && *page) {
      if (const auto spans = find_on(**page, why.on_page()); !spans.empty()) {
        out.page = number;
        out.snippet = marked_snippet(**page, spans);
      }
    }
    if (question.empty() && *page && out.snippet.text.empty()) beginning = snippet_text(**page);
  }
  if (!out.snippet.text.empty()) return success();
  const std::string_view shown = question.empty() ? std::string_view(beginning) : question;
  out.snippet = opening(shown.empty() ? std::string_view(stored.record.title) : shown);
  return success();
}

Result<Hit> Searcher::Impl::hit(const Handle& handle, const Found& at, const TextQuery& text, WhyFinder& why) const {
  auto stored = read_letter(handle.letters, data_of(handle.letters, at.number));
  if (!stored) return stored.error();
  Hit out{.record = {}, .page = std::nullopt, .snippet = {}, .score = at.weight};
  if (auto shown = show_page(handle, at.number, *stored, text, why, out); !shown) return shown.error();
  if (out.page) out.matched.emplace_back("text");
  out.metadata_match = !text.everything && !out.page;
  if (!text.everything)
    for (std::string& field : why.matched_fields(stored->record)) out.matched.push_back(std::move(field));
  out.record = std::move(stored->record);
  return out;
}

std::shared_ptr<const Searcher::Impl::Matched> Searcher::Impl::matched(const Handle& handle, const TextQuery& text, const Request& request,
                                                                       const CheckedRequest& checked) const {
  if (text.everything && checked.selection.empty()) return unfiltered;
  Clock clock(request.spent, is_by_date(request, text) ? kRanked : kCounted);
  auto [counts, whole, passing] = count(handle.letters, text, columns, checked, clock);
  auto out = std::make_shared<Matched>(Matched{.counts = std::move(counts), .whole = whole, .letters = std::move(passing)});
  if (!whole || request.every_word || text.parts.empty() || out->counts.seen >= kFewLetters) return out;
  try {
    Nearly nearly(handle.letters, text.parts, columns.rows(), clock);
    if (nearly.numbers().size() <= out->counts.seen) return out;
    out->every_word = request.collapse ? count_collapsed(out->letters, columns) : out->counts.total;
    Counted all = count(nearly, columns, checked);
    out->counts = std::move(all.counts);
    out->letters = std::move(all.letters);
    out->nearly.emplace(std::move(nearly));
  } catch (const Clock::TimeIsUp&) {
    out->whole = false;
  }
  return out;
}

std::optional<std::vector<Found>> Searcher::Impl::page(const Handle& handle, const TextQuery& text, const Request& request,
                                                       const CheckedRequest& checked, const Matched& letters) const {
  if (is_by_date(request, text))
    return page_by_date(request.sort == Sort::kOldest ? oldest : newest, letters.letters, columns, request.collapse, checked);
  Clock clock(request.spent, kRanked);
  try {
    return page_by_relevance(handle.letters, text, letters.nearly ? &*letters.nearly : nullptr, columns, request.collapse, checked, clock);
  } catch (const Clock::TimeIsUp&) {
    return std::nullopt;
  }
}

Result<Results> Searcher::Impl::search(const Request& request, const CheckedRequest& checked) {
  const auto handle = pool.take();
  auto text = parse_text(request.q, &handle->letters, lexicon.get());
  if (!text) return text.error();
  Results out;
  out.edition = edition;
  if (!text->suggestion.empty()) out.suggestion = text->suggestion;
  const std::shared_ptr<const Matched> found_letters = matched(*handle, *text, request, checked);
  const Matched& letters = *found_letters;
  const Counts& counts = letters.counts;
  out.in_time = letters.whole;
  out.exact = text->whole;
  out.total = counts.total;
  if (letters.nearly) out.with_every_word = letters.every_word;
  for (std::size_t f = 0; f < kFacetCount; ++f)
    if (checked.wanted.facets[f]) out.facets.push_back(facet(static_cast<FacetId>(f), request, checked.selection, counts));
  if (checked.wanted.months) out.facets.push_back(month_facet(counts));
  out.exact = out.in_time && text->whole;
  if (out.total == 0 && out.exact) out.relaxations = relaxations(checked.selection, counts);
  if (request.collapse) out.total = count_collapsed(letters.letters, columns);
  if (out.exact && out.total <= checked.offset) return out;

  std::optional<std::vector<Found>> ranked = page(*handle, *text, request, checked, letters);
  if (!ranked) {
    out.in_time = false;
    ranked = page_by_date(newest, letters.letters, columns, request.collapse, checked);
  }
  WhyFinder why(*text, reference);
  const Clock clock(request.spent);
  for (const Found& letter : *ranked) {
    if (!out.hits.empty() && clock.is_up()) {
      out.in_time = false;
      break;
    }
    auto found = hit(*handle, letter, *text, why);
    if (!found) return found.error();
    if (letters.nearly && found->score >= kEveryPart) found->score -= kEveryPart;
    out.hits.push_back(std::move(*found));
  }
  if (request.explain && !text->everything) explain(handle->letters, text->match, out.hits);
  out.exact = out.exact && out.in_time;
  const std::size_t next = checked.offset + out.hits.size();
  // Of what was not counted to the end nobody knows whether this is the last page.
  if (!out.hits.empty() && (next < out.total || !letters.whole)) out.next_cursor = make_cursor(edition, request, next);
  return out;
}

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::~Searcher() = default;

Result<std::shared_ptr<const Searcher>> Searcher::open(const std::filesystem::path& generation, const Reference& reference,
                                                       std::shared_ptr<const Lexicon> lexicon) {
  using Opened = Result<std::shared_ptr<const Searcher>>;
  return guarded("reading the index in " + generation.string(), [&]() -> Opened {
    auto impl = std::make_unique<Impl>(generation, reference, std::move(lexicon));
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
  const auto checked = check_request(request, *impl_);
  if (const auto* refusal = std::get_if<Refusal>(&checked)) return to_error(*refusal);
  return guarded("searching the index", [&] { return impl_->search(request, std::get<CheckedRequest>(checked)); });
}

std::optional<Refusal> Searcher::refusal(const Request& request) const {
  auto checked = check_request(request, *impl_);
  if (auto* refusal = std::get_if<Refusal>(&checked)) return std::move(*refusal);
  const Status text = guarded("reading a query", [&]() -> Status {
    const auto handle = impl_->pool.take();  // some are refused for what the letters hold
    auto parsed = parse_text(request.q, &handle->letters, impl_->lexicon.get());
    return parsed ? success() : parsed.error();
  });
  if (text || text.error().fault != Fault::kUsage) return std::nullopt;
  return Refusal{.parameter = "q", .value = request.q, .message = text.error().message};
}

Result<std::optional<Record>> Searcher::document(std::string_view id) const {
  return guarded("reading a letter from the index", [&]() -> Result<std::optional<Record>> {
    const auto handle = impl_->pool.take();
    const auto data = data_of(handle->letters, std::string(id));
    if (!data) return std::optional<Record>();
    auto letter = read_letter(handle->letters, *data);
    if (!letter) return letter.error();
    return std::optional<Record>(std::move(letter->record));
  });
}

Result<std::optional<StoredPage>> Searcher::page(std::string_view id, std::uint32_t number) const {
  return guarded("reading a page from the index", [&] {
    const auto handle = impl_->pool.take();
    return whole_page(handle->pages, id, number);
  });
}

Result<std::optional<Tombstone>> Searcher::gone(std::string_view id) const {
  return guarded("reading the index", [&]() -> Result<std::optional<Tombstone>> {
    const auto handle = impl_->pool.take();
    const std::string stored = handle->letters.get_metadata(std::string(kGonePrefix).append(id));
    if (stored.empty()) return std::optional<Tombstone>();
    Result<Tombstone> tombstone = decode_tombstone(id, stored);
    if (!tombstone) return tombstone.error();
    return std::optional(std::move(*tombstone));
  });
}

Result<std::vector<FailureCount>> Searcher::failures() const {
  return guarded("reading the index", [&]() -> Result<std::vector<FailureCount>> {
    const auto handle = impl_->pool.take();
    const std::string prefix(spec(Field::kFailure).prefix);
    std::vector<FailureCount> out;
    for (auto term = handle->letters.allterms_begin(prefix); term != handle->letters.allterms_end(prefix); ++term)
      out.push_back({(*term).substr(prefix.size()), term.get_termfreq()});
    return out;
  });
}

// Its folder goes before any file it shares is written over (update.h).
bool Searcher::overtaken() const { return impl_->pool.folder().deleted(); }

Result<std::vector<Region>> Searcher::marks(const StoredPage& page, std::string_view q) const {
  Request request;
  request.q = q;
  if (const auto refusal = check_form(request)) return to_error(*refusal);
  return guarded("marking a page", [&]() -> Result<std::vector<Region>> {
    const auto text = parse_text(q, nullptr, impl_->lexicon.get());
    if (!text) return text.error();
    std::vector<Region> out;
    PlaceFinder finder(text->sought);
    for (const Span& span : find_on(page, finder)) out.push_back({page.page.number, span.from, span.to});
    return out;
  });
}

std::uint64_t Searcher::letters() const { return impl_->columns.letters(); }

const std::string& Searcher::edition() const { return impl_->edition; }

}  // namespace foi::index
