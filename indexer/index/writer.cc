#include "indexer/index/writer.h"

#include <xapian.h>

#include <array>
#include <atomic>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/index/compose.h"
#include "indexer/index/reader.h"
#include "indexer/index/schema.h"
#include "indexer/index/store.h"

namespace foi::index {

namespace {

namespace fs = std::filesystem;

// Documents one commit holds in memory, and bytes of their text. A larger batch is slower here, not faster, and holds more (two lanes at
// once, documents a second and MB at most: 178 and 112 at 100, 162 and 148 at 250), and a few long scans must not add up.
constexpr std::size_t kCommitDocuments = 100;
constexpr std::size_t kCommitBytes = 32u << 20;
// Documents one shard holds before the next is begun: small trees are cheap to add to, and compaction joins them once.
constexpr std::size_t kShardDocuments = 10'000;
// Up to this many shards the three databases are joined at the same time; each holds every shard's files open, and a process may open
// about a thousand.
constexpr std::size_t kJoinTogether = 40;

constexpr std::array<const char*, 3> kFolders{kLettersFolder, kQuestionsFolder, kPagesFolder};

// A generation that a crash cut short is thrown away whole, so shards need not survive one.
Xapian::WritableDatabase create_database(const fs::path& dir) {
  return Xapian::WritableDatabase(dir.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
}

void write_about(Xapian::WritableDatabase& letters, const About& about) {
  letters.set_metadata(std::string(kFormatKey), std::to_string(kIndexFormat));
  letters.set_metadata(std::string(kMadeByKey), about.made_by);
  for (const Tombstone& tombstone : about.gone) letters.set_metadata(std::string(kGonePrefix) + tombstone.id, encode(tombstone));
  for (const auto& [place, id] : about.holders) letters.set_metadata(std::string(kHolderPrefix) + place, id);
}

Xapian::Document blank() {
  Xapian::Document document;
  document.add_boolean_term(exact_term(Field::kBeside, kBlank));
  return document;
}

// One database of a shard.
class Part {
 public:
  explicit Part(const fs::path& dir) : database_(create_database(dir)) {}

  void add(const Xapian::Document& document, std::size_t bytes) {
    database_.add_document(document);
    uncommitted_bytes_ += bytes;
    if (++uncommitted_ < kCommitDocuments && uncommitted_bytes_ < kCommitBytes) return;
    database_.commit();
    uncommitted_ = uncommitted_bytes_ = 0;
  }
  void add_spelling(const std::string& word, Xapian::termcount frequency) { database_.add_spelling(word, frequency); }
  void close() {
    database_.commit();
    database_.close();
  }

 private:
  Xapian::WritableDatabase database_;
  std::size_t uncommitted_ = 0, uncommitted_bytes_ = 0;
};

struct Shard {
  explicit Shard(const fs::path& dir) : letters(dir / kLettersFolder), questions(dir / kQuestionsFolder), pages(dir / kPagesFolder) {}

  Part letters, questions, pages;
  // Counted here and written once: Xapian takes as long for a word it knows as for a new one.
  std::unordered_map<std::string, Xapian::termcount> spelling;
  std::size_t documents = 0;

  void close() {
    for (const auto& [word, frequency] : spelling) letters.add_spelling(word, frequency);
    letters.close();
    questions.close();
    pages.close();
  }
};

std::size_t text_bytes(const Published& published) {
  std::size_t out = 0;
  for (const Page& page : published.pages) out += page.text.size();
  return out;
}

std::uint64_t join(const std::vector<fs::path>& shards, const char* folder, const fs::path& target) {
  Xapian::Database all;
  for (const fs::path& shard : shards) all.add_database(Xapian::Database((shard / folder).string()));
  all.compact(target.string(), Xapian::Compactor::FULL);
  const std::uint64_t documents = count_in(all);
  all.close();
  return documents;
}

}  // namespace

struct Writer::Impl {
  Impl(fs::path dir_, const Reference& reference_, About about_) : dir(std::move(dir_)), reference(reference_), about(std::move(about_)) {}

  // A new folder for a shard.
  fs::path begin_shard() {
    const std::lock_guard lock(mutex);
    shards.push_back(dir / ("shard-" + std::to_string(shards.size())));
    fs::create_directory(shards.back());
    return shards.back();
  }

  bool claim(const std::string& id) {
    const std::lock_guard lock(mutex);
    return ids.insert(id).second;
  }

  // What belongs to no document stands in a shard of its own, so that there is one even when there are no documents.
  void describe() {
    const fs::path shard = begin_shard();
    for (const char* folder : kFolders) {
      Xapian::WritableDatabase database = create_database(shard / folder);
      if (folder == kLettersFolder) write_about(database, about);
      if (folder != kPagesFolder) database.add_document(blank());
      database.commit();
      database.close();
    }
  }

  Totals join_all() {
    std::array<std::uint64_t, kFolders.size()> counts{};
    std::array<Status, kFolders.size()> done{success(), success(), success()};
    const auto join_one = [&](std::size_t i) {
      done[i] = guarded("joining " + (dir / kFolders[i]).string(), [&]() -> Status {
        counts[i] = join(shards, kFolders[i], dir / kFolders[i]);
        return success();
      });
    };
    if (shards.size() <= kJoinTogether) {
      std::vector<std::jthread> threads;
      for (std::size_t i = 1; i < kFolders.size(); ++i) threads.emplace_back(join_one, i);
      join_one(0);
    } else {
      for (std::size_t i = 0; i < kFolders.size(); ++i) join_one(i);
    }
    for (const Status& status : done)
      if (!status && !failed) failed = status.error();
    for (const fs::path& shard : shards) fs::remove_all(shard);
    return {counts[0], counts[1], counts[2]};
  }

  fs::path dir;
  const Reference& reference;
  About about;
  std::mutex mutex;  // over what follows
  std::vector<fs::path> shards;
  std::unordered_set<std::string> ids;
  std::optional<Error> failed;
  std::atomic<int> open_lanes = 0;
  bool finished = false;
};

struct Lane::Impl {
  explicit Impl(Writer::Impl& writer_) : writer(writer_), composer(writer_.reference) { ++writer.open_lanes; }

  // Throws what Xapian and the file system throw.
  void add(const Published& document, const Tag& tag) {
    if (shard && shard->documents == kShardDocuments) end_shard();
    if (!shard) shard.emplace(writer.begin_shard());
    ++shard->documents;
    ComposedLetter letter = composer.letter(document, tag);
    shard->letters.add(letter.document, text_bytes(document));
    for (const auto& [word, frequency] : letter.spelling) shard->spelling[word] += frequency;
    for (const Xapian::Document& question : composer.questions(document)) shard->questions.add(question, question.get_data().size());
    for (const Xapian::Document& page : composer.pages(document)) shard->pages.add(page, page.get_data().size());
  }

  void end_shard() {
    if (shard) shard->close();
    shard.reset();
  }

  Writer::Impl& writer;
  Composer composer;
  std::optional<Shard> shard;
  bool closed = false;  // finished or failed
};

Lane::Lane(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Lane::Lane(Lane&&) noexcept = default;
Lane& Lane::operator=(Lane&&) noexcept = default;
Lane::~Lane() = default;

Status Lane::add(const Published& document, const Tag& tag) {
  const std::string& id = document.record.id;
  const std::string where = impl_->writer.dir.string();
  if (impl_->closed) return environment_error("the index in " + where + " is closed; nothing can be added to it");
  if (!impl_->writer.claim(id)) return environment_error("document " + id + " was given to the index twice");
  impl_->closed = true;  // until this addition is whole
  return guarded("indexing document " + id + " in " + where, [&]() -> Status {
    impl_->add(document, tag);
    impl_->closed = false;
    return success();
  });
}

Status Lane::finish() {
  const std::string where = impl_->writer.dir.string();
  if (impl_->closed) return environment_error("the index in " + where + " is closed; it cannot be finished");
  impl_->closed = true;
  return guarded("writing the index in " + where, [&]() -> Status {
    impl_->end_shard();
    --impl_->writer.open_lanes;
    return success();
  });
}

Writer::Writer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;
Writer::~Writer() = default;

Result<Writer> Writer::create(const fs::path& dir, const Reference& reference, About about) {
  return guarded("writing the index in " + dir.string(), [&]() -> Result<Writer> {
    if (!fs::is_directory(dir) || !fs::is_empty(dir))
      return environment_error("the index needs an empty folder, and " + dir.string() + " is none");
    return Writer(std::make_unique<Impl>(dir, reference, std::move(about)));
  });
}

Result<Lane> Writer::begin_lane() {
  if (impl_->finished) return environment_error("the index in " + impl_->dir.string() + " is closed; nothing can be added to it");
  return guarded("writing the index in " + impl_->dir.string(),
                 [&]() -> Result<Lane> { return Lane(std::make_unique<Lane::Impl>(*impl_)); });
}

Result<Totals> Writer::finish() {
  if (impl_->finished || impl_->open_lanes != 0)
    return environment_error("the index in " + impl_->dir.string() + " is closed or still being written; it cannot be finished");
  impl_->finished = true;
  return guarded("finishing the index in " + impl_->dir.string(), [&]() -> Result<Totals> {
    impl_->describe();
    const Totals totals = impl_->join_all();
    if (impl_->failed) return *impl_->failed;
    return totals;
  });
}

}  // namespace foi::index
