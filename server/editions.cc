#include "server/editions.h"

#include <utility>

#include "indexer/index/searcher.h"

namespace foi::server {
namespace {

// How often an index that went away while it was opened is looked for again.
constexpr int kOpenTries = 5;

class IndexSearch : public Search {
 public:
  explicit IndexSearch(std::shared_ptr<const index::Searcher> searcher) : searcher_(std::move(searcher)) {}
  Result<index::Results> search(const index::Request& request) const override { return searcher_->search(request); }
  std::optional<index::Refusal> refusal(const index::Request& request) const override { return searcher_->refusal(request); }
  Result<std::optional<Record>> document(std::string_view id) const override { return searcher_->document(id); }
  Result<std::optional<index::StoredPage>> page(std::string_view id, std::uint32_t number) const override {
    return searcher_->page(id, number);
  }
  Result<std::optional<index::Tombstone>> gone(std::string_view id) const override { return searcher_->gone(id); }
  bool overtaken() const override { return searcher_->overtaken(); }
  Result<std::vector<Region>> marks(const index::StoredPage& page, std::string_view q) const override { return searcher_->marks(page, q); }
  Result<std::vector<std::uint32_t>> matching(const index::Request& request) const override { return searcher_->matching(request); }
  Result<std::vector<Record>> records(std::span<const std::uint32_t> numbers) const override { return searcher_->records(numbers); }
  Result<std::vector<index::FailureCount>> failures() const override { return searcher_->failures(); }
  std::uint64_t letters() const override { return searcher_->letters(); }
  const std::string& edition() const override { return searcher_->edition(); }

 private:
  std::shared_ptr<const index::Searcher> searcher_;
};

}  // namespace

Result<Edition> open_edition(const std::filesystem::path& generation, const Reference& reference,
                             std::shared_ptr<const index::Lexicon> lexicon) {
  auto searcher = index::Searcher::open(generation, reference, std::move(lexicon));
  if (!searcher) return searcher.error();
  return Edition(std::make_shared<const IndexSearch>(std::move(*searcher)));
}

Result<std::unique_ptr<Editions>> Editions::start(Hooks hooks, std::chrono::milliseconds interval) {
  auto generation = hooks.locate();
  if (!generation) return generation.error();
  auto edition = hooks.open(*generation);
  // Between the two a build may have published and cleared away the one we were about to open.
  if (!edition) {
    generation = hooks.locate();
    if (!generation) return generation.error();
    edition = hooks.open(*generation);
  }
  if (!edition) return edition.error();
  return std::unique_ptr<Editions>(new Editions(std::move(hooks), interval, std::move(*generation), std::move(*edition)));
}

Editions::Editions(Hooks hooks, std::chrono::milliseconds interval, std::filesystem::path generation, Edition edition)
    : hooks_(std::move(hooks)), interval_(interval), generation_(std::move(generation)), edition_(std::move(edition)), watcher_([this] {
        watch();
      }) {}

Editions::~Editions() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  watcher_.join();
}

Edition Editions::current() const {
  const std::lock_guard lock(mutex_);
  return edition_;
}

void Editions::watch() {
  std::unique_lock lock(mutex_);
  while (!wake_.wait_for(lock, interval_, [this] { return stopping_; })) {
    lock.unlock();
    look();
    lock.lock();
  }
}

void Editions::renew(const Edition& seen) {
  {
    const std::lock_guard lock(mutex_);
    if (edition_ != seen) return;
  }
  look();
}

void Editions::look() {
  const std::lock_guard looking(look_mutex_);
  auto generation = hooks_.locate();
  if (!generation) return complain(generation.error().message);
  if (*generation == generation_) return;
  auto next = hooks_.open(*generation);
  for (int tries = 1; !next && tries < kOpenTries; ++tries) {
    // Two builds may have been published meanwhile, and the first of them cleared away.
    auto newer = hooks_.locate();
    if (!newer || *newer == *generation) break;
    generation = std::move(newer);
    next = hooks_.open(*generation);
  }
  if (!next) return complain(next.error().message);
  generation_ = std::move(*generation);
  last_complaint_.clear();
  hooks_.report("now serving " + generation_.filename().string() + " with " + std::to_string((*next)->letters()) + " documents");
  Edition last;
  {
    const std::lock_guard lock(mutex_);
    last = std::exchange(edition_, std::move(*next));
  }
}

void Editions::complain(const std::string& why) {
  if (why == last_complaint_) return;
  last_complaint_ = why;
  hooks_.report("the new index cannot be opened; the old one goes on serving for as long as its files are left: " + why);
}

}  // namespace foi::server
