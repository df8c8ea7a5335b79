// Everything a request finds, for exports: document numbers first (four bytes each), records a few at a time.
#include "indexer/index/searcher_impl.h"

namespace foi::index {

Result<std::vector<std::uint32_t>> Searcher::matching(const Request& request) const {
  const auto checked = check_request(request, *impl_);
  if (const auto* refusal = std::get_if<Refusal>(&checked)) return to_error(*refusal);
  return guarded("searching the index", [&]() -> Result<std::vector<std::uint32_t>> {
    const auto handle = impl_->pool.take();
    const auto text = parse_text(request.q, &handle->letters, impl_->lexicon.get());
    if (!text) return text.error();
    Request by_date = request;  // all the time is for finding them
    by_date.sort = Sort::kNewest;
    const auto letters = impl_->matched(*handle, *text, by_date, std::get<CheckedRequest>(checked));
    if (!letters->whole) return usage_error("q: finding everything it asks for takes too long; use fewer words, wildcards or phrases");
    std::vector<std::uint32_t> numbers;
    for (const Xapian::docid number : impl_->newest)
      if (letters->letters[number]) numbers.push_back(number);
    return numbers;
  });
}

Result<std::vector<Record>> Searcher::records(std::span<const std::uint32_t> numbers) const {
  return guarded("reading letters from the index", [&]() -> Result<std::vector<Record>> {
    const auto handle = impl_->pool.take();
    std::vector<Record> out;
    for (const std::uint32_t number : numbers) {
      auto letter = read_letter(handle->letters, handle->letters.get_document(number).get_data());
      if (!letter) return letter.error();
      out.push_back(std::move(letter->record));
    }
    return out;
  });
}

}  // namespace foi::index
