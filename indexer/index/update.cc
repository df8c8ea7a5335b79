#include "indexer/index/update.h"

#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <system_error>
#include <thread>
#include <vector>

#include "indexer/index/compose.h"
#include "indexer/index/reader.h"
#include "indexer/index/schema.h"
#include "indexer/index/store.h"
#include "indexer/model/folder.h"

namespace foi::index {

namespace {

namespace fs = std::filesystem;

// Documents whose terms are held in memory before they go to the tables, as in Writer; within a transaction Xapian takes the number from
// here alone. It is no commit: there must be only one.
constexpr const char* kFlushDocuments = "250";

// A file system without hard links gets a copy: slower, and as good.
void link_or_copy(const fs::path& from, const fs::path& to) {
  if (::link(from.c_str(), to.c_str()) == 0) return;
  if (errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS || errno == EMLINK) {
    fs::copy_file(from, to);
    return;
  }
  throw fs::filesystem_error("cannot link", from, to, std::error_code(errno, std::generic_category()));
}

// Tables are shared; the version file is what makes a generation its own.
void share(const fs::path& from, const fs::path& to) {
  fs::create_directory(to);
  std::vector<fs::path> names;
  if (const std::error_code error = list_folder(from, names)) throw fs::filesystem_error("cannot list the index", from, error);
  for (const fs::path& name : names) {
    if (name.extension() == ".glass")
      link_or_copy(from / name, to / name);
    else if (name == "iamglass")
      fs::copy_file(from / name, to / name);
  }
}

Xapian::WritableDatabase open_to_change(const fs::path& from, const fs::path& to) {
  share(from, to);
  // Synced by the library before it publishes, all at once.
  Xapian::WritableDatabase database(to.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  database.begin_transaction();
  return database;
}

std::optional<Xapian::docid> find(const Xapian::Database& letters, std::string_view id) {
  const std::string term = exact_term(Field::kId, id);
  const auto posting = letters.postlist_begin(term);
  if (posting == letters.postlist_end(term)) return std::nullopt;
  return *posting;
}

Result<std::vector<Tombstone>> tombstones(const Xapian::Database& letters) {
  std::vector<Tombstone> out;
  const std::string prefix(kGonePrefix);
  for (auto key = letters.metadata_keys_begin(prefix); key != letters.metadata_keys_end(prefix); ++key) {
    Result<Tombstone> tombstone = decode_tombstone((*key).substr(prefix.size()), letters.get_metadata(*key));
    if (!tombstone) return tombstone.error();
    out.push_back(std::move(*tombstone));
  }
  return out;
}

Holders holders_in(const Xapian::Database& letters) {
  Holders out;
  const std::string prefix(kHolderPrefix);
  for (auto key = letters.metadata_keys_begin(prefix); key != letters.metadata_keys_end(prefix); ++key)
    out.emplace((*key).substr(prefix.size()), letters.get_metadata(*key));
  return out;
}

Totals totals_of(const Xapian::Database& letters, const Xapian::Database& questions, const Xapian::Database& pages) {
  return {count_in(letters), count_in(questions), count_in(pages)};
}

Result<State> state_of(const fs::path& generation) {
  const Xapian::Database letters((generation / kLettersFolder).string());
  if (Status format = check_format(letters, generation); !format) return format.error();
  State state;
  state.made_by = letters.get_metadata(std::string(kMadeByKey));
  Result<std::vector<Tombstone>> gone = tombstones(letters);
  if (!gone) return gone.error();
  state.gone = std::move(*gone);
  state.holders = holders_in(letters);
  const std::uint32_t slot = spec(Field::kFingerprint).slot;
  for (auto value = letters.valuestream_begin(slot); value != letters.valuestream_end(slot); ++value) {
    Result<Fingerprint> fingerprint = decode_fingerprint(*value);
    if (!fingerprint) return fingerprint.error();
    state.fingerprints.emplace(std::move(fingerprint->id), std::move(fingerprint->fingerprint));
  }
  const Xapian::Database questions((generation / kQuestionsFolder).string()), pages((generation / kPagesFolder).string());
  state.totals = totals_of(letters, questions, pages);
  if (state.fingerprints.size() != state.totals.letters) return environment_error("the index in " + generation.string() + " is damaged");
  return state;
}

}  // namespace

Result<State> read_state(const fs::path& generation) {
  return guarded("reading the index in " + generation.string(), [&] { return state_of(generation); });
}

struct Update::Impl {
  Impl(const fs::path& serving, const fs::path& next, const Reference& reference)
      : dir(next),
        composer(reference),
        letters(open_to_change(serving / kLettersFolder, next / kLettersFolder)),
        questions(open_to_change(serving / kQuestionsFolder, next / kQuestionsFolder)),
        pages(open_to_change(serving / kPagesFolder, next / kPagesFolder)) {}

  // Everything of a document but the letter itself.
  Status drop_parts(std::string_view id, Xapian::docid letter) {
    const auto stored = decode_letter(letters.get_document(letter).get_data());
    if (!stored) return stored.error();
    std::vector<StoredPage> its_pages;
    for (const PageStart& start : stored->pages) {
      auto page = page_without_words(pages, id, start.page);
      if (!page) return page.error();
      if (!*page) return environment_error("the index is damaged: it lacks a page of " + std::string(id));
      its_pages.push_back(std::move(**page));
    }
    for (const auto& [word, frequency] : spelling_in(its_pages)) letters.remove_spelling(word, frequency);
    const std::string term = exact_term(Field::kLetter, id);
    questions.delete_document(term);
    pages.delete_document(term);
    return success();
  }

  Status drop(std::string_view id) {
    const auto letter = find(letters, id);
    if (!letter) return success();
    if (Status dropped = drop_parts(id, *letter); !dropped) return dropped;
    letters.delete_document(*letter);
    return success();
  }

  Status put(const Published& document, const Tag& tag) {
    const std::string& id = document.record.id;
    const auto there = find(letters, id);
    if (there)
      if (Status dropped = drop_parts(id, *there); !dropped) return dropped;
    const ComposedLetter letter = composer.letter(document, tag);
    if (there)
      letters.replace_document(*there, letter.document);
    else
      letters.add_document(letter.document);
    for (const auto& [word, frequency] : letter.spelling) letters.add_spelling(word, frequency);
    for (const Xapian::Document& question : composer.questions(document)) questions.add_document(question);
    for (const Xapian::Document& page : composer.pages(document)) pages.add_document(page);
    return success();
  }

  void commit() {
    for (Xapian::WritableDatabase* database : {&letters, &questions, &pages}) database->commit_transaction();
  }

  void close() {
    for (Xapian::WritableDatabase* database : {&letters, &questions, &pages}) database->close();
  }

  fs::path dir;
  Composer composer;
  Xapian::WritableDatabase letters, questions, pages;
  bool closed = false;  // finished or failed
};

Update::Update(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Update::Update(Update&&) noexcept = default;
Update& Update::operator=(Update&&) noexcept = default;
Update::~Update() = default;

Result<Update> Update::begin(const fs::path& serving, const fs::path& next, const Reference& reference) {
  return guarded("changing the index in " + serving.string(), [&]() -> Result<Update> {
    {
      const Xapian::Database letters((serving / kLettersFolder).string());
      if (Status format = check_format(letters, serving); !format) return format.error();
    }
    // Read by Xapian as a database is opened. No other thread of ours runs while an index is changed.
    ::setenv("XAPIAN_FLUSH_THRESHOLD", kFlushDocuments, 1);
    return Update(std::make_unique<Impl>(serving, next, reference));
  });
}

template <class Work>
Status Update::run(const std::string& doing, Work work) {
  if (impl_->closed) return environment_error("the index in " + impl_->dir.string() + " is closed; nothing more can be changed");
  impl_->closed = true;  // until this change is whole
  return guarded(doing + " in " + impl_->dir.string(), [&]() -> Status {
    if (Status done = work(); !done) return done;
    impl_->closed = false;
    return success();
  });
}

Status Update::put(const Published& document, const Tag& tag) {
  return run("indexing document " + document.record.id, [&] { return impl_->put(document, tag); });
}

Status Update::drop(std::string_view id) {
  return run("dropping document " + std::string(id), [&] { return impl_->drop(id); });
}

// Only what differs is written: a library that was kept for years has many.
Status Update::set_gone(const std::vector<Tombstone>& gone) {
  return run("noting what is gone", [&]() -> Status {
    const Result<std::vector<Tombstone>> before = tombstones(impl_->letters);
    if (!before) return before.error();
    const auto by_id = [](const Tombstone& a, const Tombstone& b) { return a.id < b.id; };
    const auto key = [](const Tombstone& tombstone) { return std::string(kGonePrefix) + tombstone.id; };
    for (const Tombstone& old : *before)
      if (!std::binary_search(gone.begin(), gone.end(), old, by_id)) impl_->letters.set_metadata(key(old), {});
    for (const Tombstone& tombstone : gone) {
      const auto was = std::lower_bound(before->begin(), before->end(), tombstone, by_id);
      if (was == before->end() || !(*was == tombstone)) impl_->letters.set_metadata(key(tombstone), encode(tombstone));
    }
    return success();
  });
}

Status Update::set_holders(const Holders& holders) {
  return run("noting what stands inside what", [&]() -> Status {
    const Holders before = holders_in(impl_->letters);
    const auto set = [&](const std::string& place, const std::string& id) {
      impl_->letters.set_metadata(std::string(kHolderPrefix) + place, id);
    };
    for (const auto& [place, id] : before)
      if (!holders.contains(place)) set(place, {});
    for (const auto& [place, id] : holders)
      if (const auto was = before.find(place); was == before.end() || was->second != id) set(place, id);
    return success();
  });
}

// Each table is copied item by item, on a core of its own.
Status copy_without_traces(const fs::path& serving, const fs::path& next) {
  constexpr std::array kFolders{kLettersFolder, kQuestionsFolder, kPagesFolder};
  std::array<Status, kFolders.size()> done{success(), success(), success()};
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < kFolders.size(); ++i)
      threads.emplace_back([&, i] {
        done[i] = guarded("copying " + (serving / kFolders[i]).string(), [&]() -> Status {
          Xapian::Database((serving / kFolders[i]).string())
              .compact((next / kFolders[i]).string(), Xapian::DBCOMPACT_NO_RENUMBER | Xapian::Compactor::FULL);
          return success();
        });
      });
  }
  for (const Status& each : done)
    if (!each) return each;
  return success();
}

Result<Totals> Update::finish() {
  Totals totals;
  const Status done = run("finishing the index", [&]() -> Status {
    impl_->commit();
    totals = totals_of(impl_->letters, impl_->questions, impl_->pages);
    impl_->close();
    return success();
  });
  impl_->closed = true;
  if (!done) return done.error();
  return totals;
}

}  // namespace foi::index
