#include "indexer/index/writer.h"

#include <xapian.h>

#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/index/compose.h"
#include "indexer/index/reader.h"
#include "indexer/index/schema.h"

namespace foi::index {

namespace {

// Documents one commit holds in memory, and bytes of their text. A larger batch is slower here, not faster (CPU time of one run: 122
// documents a second at 1,000, 147 at 250), and a few long scans must not add up.
constexpr std::size_t kCommitDocuments = 250;
constexpr std::size_t kCommitBytes = 32u << 20;
// Documents one shard holds before the next is begun: small trees are cheap to add to, and compaction joins them once.
constexpr std::size_t kShardDocuments = 10'000;

// One database of the generation, written as small shards and joined at the end.
class Shards {
 public:
  explicit Shards(std::filesystem::path target) : target_(std::move(target)) { begin(); }

  void add(const Xapian::Document& document, std::size_t bytes) {
    if (in_shard_ == kShardDocuments) begin();
    current_.add_document(document);
    ++in_shard_, ++documents_, ++uncommitted_;
    uncommitted_bytes_ += bytes;
    if (uncommitted_ < kCommitDocuments && uncommitted_bytes_ < kCommitBytes) return;
    current_.commit();
    uncommitted_ = uncommitted_bytes_ = 0;
  }

  // Counted here and written a shard at a time: Xapian takes as long for a word it knows as for a new one.
  void count_spelling(const std::string& word, Xapian::termcount frequency) { spelling_[word] += frequency; }

  std::uint64_t finish() {
    end_shard();
    Xapian::Database all;
    for (const auto& shard : shards_) all.add_database(Xapian::Database(shard.string()));
    all.compact(target_.string(), Xapian::Compactor::FULL);
    all.close();
    for (const auto& shard : shards_) std::filesystem::remove_all(shard);
    return documents_;
  }

 private:
  void begin() {
    const bool first = shards_.empty();
    if (!first) end_shard();
    shards_.push_back(target_.string() + ".shard" + std::to_string(shards_.size()));
    // A generation that a crash cut short is thrown away whole, so shards need not survive one.
    current_ = Xapian::WritableDatabase(shards_.back().string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    if (first) current_.set_metadata(std::string(kFormatKey), std::to_string(kIndexFormat));
    in_shard_ = uncommitted_ = uncommitted_bytes_ = 0;
  }

  void end_shard() {
    for (const auto& [word, frequency] : spelling_) current_.add_spelling(word, frequency);
    spelling_.clear();
    current_.commit();
    current_.close();
  }

  std::filesystem::path target_;
  std::vector<std::filesystem::path> shards_;
  std::unordered_map<std::string, Xapian::termcount> spelling_;
  Xapian::WritableDatabase current_;
  std::size_t in_shard_ = 0, uncommitted_ = 0, uncommitted_bytes_ = 0;
  std::uint64_t documents_ = 0;
};

std::size_t text_bytes(const Published& published) {
  std::size_t out = 0;
  for (const Page& page : published.pages) out += page.text.size();
  return out;
}

}  // namespace

struct Writer::Impl {
  Impl(const std::filesystem::path& dir_, const Reference& reference)
      : dir(dir_), composer(reference), letters(dir / kLettersFolder), questions(dir / kQuestionsFolder), pages(dir / kPagesFolder) {}

  // Throws what Xapian and the file system throw.
  void add(const Published& document) {
    const std::size_t bytes = text_bytes(document);
    ComposedLetter letter = composer.letter(document);
    letters.add(letter.document, bytes);
    for (const auto& [word, frequency] : letter.spelling) letters.count_spelling(word, frequency);
    for (const Xapian::Document& question : composer.questions(document)) questions.add(question, question.get_data().size());
    for (const Xapian::Document& page : composer.pages(document)) pages.add(page, page.get_data().size());
  }

  std::filesystem::path dir;
  Composer composer;
  Shards letters, questions, pages;
  std::unordered_set<std::string> ids;
  bool closed = false;  // finished or failed
};

Writer::Writer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;
Writer::~Writer() = default;

Result<Writer> Writer::create(const std::filesystem::path& dir, const Reference& reference) {
  return guarded("writing the index in " + dir.string(), [&]() -> Result<Writer> {
    if (!std::filesystem::is_directory(dir) || !std::filesystem::is_empty(dir))
      return environment_error("the index needs an empty folder, and " + dir.string() + " is none");
    return Writer(std::make_unique<Impl>(dir, reference));
  });
}

Status Writer::add(const Published& document) {
  const std::string& id = document.record.id;
  if (impl_->closed) return environment_error("the index in " + impl_->dir.string() + " is closed; nothing can be added to it");
  if (!impl_->ids.insert(id).second) return environment_error("document " + id + " was given to the index twice");
  impl_->closed = true;  // until this addition is whole
  return guarded("indexing document " + id + " in " + impl_->dir.string(), [&]() -> Status {
    impl_->add(document);
    impl_->closed = false;
    return success();
  });
}

Result<WriterTotals> Writer::finish() {
  if (impl_->closed) return environment_error("the index in " + impl_->dir.string() + " is closed; it cannot be finished");
  impl_->closed = true;
  return guarded("finishing the index in " + impl_->dir.string(), [&]() -> Result<WriterTotals> {
    WriterTotals totals;
    totals.letters = impl_->letters.finish();
    totals.questions = impl_->questions.finish();
    totals.pages = impl_->pages.finish();
    return totals;
  });
}

}  // namespace foi::index
