// Everything a request finds, for exports: document numbers first (four bytes each), records a few at a time.
#include <algorithm>

#include "indexer/index/searcher_impl.h"

namespace foi::index {

namespace {

class CollectingSpy : public Xapian::MatchSpy {
 public:
  explicit CollectingSpy(std::vector<std::uint32_t>& numbers) : numbers_(numbers) {}
  void operator()(const Xapian::Document& document, double) override { numbers_.push_back(document.get_docid()); }

 private:
  std::vector<std::uint32_t>& numbers_;
};

// Newest first, letters without a date last; of one day by id, so that the order does not hang on document numbers.
void put_in_order(std::vector<std::uint32_t>& numbers, const Columns& columns, const Xapian::Database& letters) {
  std::sort(numbers.begin(), numbers.end(), [&](std::uint32_t a, std::uint32_t b) { return columns.date(a) > columns.date(b); });
  std::vector<std::pair<std::string, std::uint32_t>> day;
  for (std::size_t from = 0; from < numbers.size();) {
    std::size_t to = from;
    day.clear();
    for (; to < numbers.size() && columns.date(numbers[to]) == columns.date(numbers[from]); ++to)
      day.emplace_back(letters.get_document(numbers[to], Xapian::DOC_ASSUME_VALID).get_value(spec(Field::kNewestFirst).slot), numbers[to]);
    std::sort(day.begin(), day.end());
    for (const auto& [key, number] : day) numbers[from++] = number;
  }
}

}  // namespace

Result<std::vector<std::uint32_t>> Searcher::matching(const Request& request) const {
  auto checked = check_request(request, *impl_);
  if (!checked) return checked.error();
  return guarded("searching the index", [&]() -> Result<std::vector<std::uint32_t>> {
    const auto handle = impl_->pool.take();
    const auto text = parse_text(request.q, &handle->letters, impl_->lexicon.get());
    if (!text) return text.error();
    std::vector<std::uint32_t> numbers;
    Request whole = request;
    whole.stop = {};  // a list that ends early would be taken for all there is
    const Searcher::Impl::Matched letters = impl_->matched(*handle, *text, whole, *checked);
    const Xapian::Query query =
        letters.nearly ? filtered(weighing_query(*text), checked->selection) : filtered_query(*text, checked->selection);
    if (query.empty()) return numbers;
    CollectingSpy spy(numbers);
    Xapian::Enquire enquire(handle->letters);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.add_matchspy(&spy);
    enquire.get_mset(0, 0, handle->letters.get_doccount());
    if (letters.nearly) std::erase_if(numbers, [&letters](std::uint32_t number) { return !letters.nearly->has(number); });
    put_in_order(numbers, impl_->columns, handle->letters);
    return numbers;
  });
}

Result<std::vector<Record>> Searcher::records(std::span<const std::uint32_t> numbers) const {
  return guarded("reading letters from the index", [&]() -> Result<std::vector<Record>> {
    const auto handle = impl_->pool.take();
    std::vector<Record> out;
    for (const std::uint32_t number : numbers) {
      auto stored = decode_letter(handle->letters.get_document(number).get_data());
      if (!stored) return stored.error();
      auto record = served_record(handle->letters, *stored);
      if (!record) return record.error();
      out.push_back(std::move(*record));
    }
    return out;
  });
}

}  // namespace foi::index
