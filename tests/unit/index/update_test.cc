// Changing an index in place against writing it anew, which is obviously right.
#include "indexer/index/update.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>

#include "dump.h"
#include "made.h"

namespace foi::index {
namespace {

namespace fs = std::filesystem;
using made::Letter;

// "Fernsby" may be a name and is never suggested; "Ward" counts where a letter has "ward" too. A word broken at the end of a line is
// indexed whole, and only its halves are suggested.
constexpr std::array kWords{"bed",       "ward",     "nurse", "cost",   "agency",  "list", "report",        "theatre",
                            "patient's", "midwives", "42",    "glider", "Fernsby", "Ward", "thermo-\nmeter"};

Published random_letter(std::mt19937& random, const std::string& id) {
  const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
  const auto word = [&] { return std::string(kWords[below(kWords.size())]); };
  Letter out(id);
  out.title("A letter about " + word() + " and the " + word());
  for (unsigned pages = 1 + below(3); pages > 0; --pages) {
    std::string text = "Number " + std::to_string(below(50)) + ". ";
    for (unsigned n = below(40); n > 0; --n) text += word() + (below(9) == 0 ? ". " : " ");
    out.page(text, below(4) == 0 ? PageSource::kOcr : PageSource::kText);
  }
  if (below(3) > 0) out.authority(below(2) ? "RXH" : "RJ1", "Some Trust");
  if (below(4) > 0) out.responded(below(2) ? "2022-03-04" : "2023-01-01");
  for (unsigned n = below(3); n > 0; --n) out.cites(below(2) ? "foia-31-1-a" : "foia-43-2");
  for (unsigned n = below(3); n > 0; --n) out.question("How many " + word() + "?", "None of the wards.");
  return out;
}

struct Given {
  Published letter;
  Tag tag;
};
using Library = std::map<std::string, Given>;

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return std::move(*result);
}
void must(const Status& status) {
  if (!status) throw std::runtime_error(status.error().message);
}

void write(const fs::path& dir, const Library& library, const About& about, unsigned seed, std::size_t lanes) {
  std::vector<const Given*> order;
  for (const auto& [id, given] : library) order.push_back(&given);
  std::shuffle(order.begin(), order.end(), std::mt19937(seed));
  Writer writer = must(Writer::create(dir, builtin_reference(), about));
  std::vector<Lane> open;
  for (std::size_t i = 0; i < lanes; ++i) open.push_back(must(writer.begin_lane()));
  for (std::size_t i = 0; i < order.size(); ++i) must(open[i % lanes].add(order[i]->letter, order[i]->tag));
  for (Lane& lane : open) must(lane.finish());
  must(writer.finish());
}

TEST(Writing, OrderAndNumberOfLanesMeanNothing) {
  const made::Folder folder;
  std::mt19937 random(1);
  Library library;
  for (int i = 0; i < 30; ++i) {
    const std::string id = "id" + std::to_string(i);
    library[id] = {random_letter(random, id), {.fingerprint = "f" + id}};
  }
  const About about{"code", {{"aaaa", "2024-01-02"}}, {{"place", "id1"}}};
  write(folder.fresh("1"), library, about, 1, 1);
  write(folder.fresh("2"), library, about, 2, 3);
  write(folder.fresh("3"), library, about, 3, 40);  // some lanes get nothing
  const std::string one = made::dump(folder.fresh("1"));
  EXPECT_NE(one.find("spelling nurse"), std::string::npos) << "the dump is blind";
  EXPECT_NE(one.find("term fernsby"), std::string::npos) << "the letters hold no name";
  EXPECT_EQ(one.find("spelling fernsby"), std::string::npos);
  EXPECT_NE(one.find("term thermometer"), std::string::npos);
  EXPECT_NE(one.find("spelling thermo "), std::string::npos);
  EXPECT_EQ(one.find("spelling thermometer"), std::string::npos);
  EXPECT_EQ(one, made::dump(folder.fresh("2")));
  EXPECT_EQ(one, made::dump(folder.fresh("3")));
}

// A library that changes at random; each step goes into the index there is, and every index must be as one written anew.
class Changing {
 public:
  explicit Changing(unsigned seed) : random_(seed) {}
  const Library& library() const { return library_; }
  const About& about() const { return about_; }
  fs::path current() const { return folder_.fresh("generations/" + std::to_string(number_)); }

  void begin(int letters) {
    for (int i = 0; i < letters; ++i) set(i);
    set_holders();
    write(current(), library_, about_, 1, 2);
  }
  void step(int puts, int drops) {
    const fs::path serving = current();
    ++number_;
    Update update = must(Update::begin(serving, current(), builtin_reference()));
    for (int i = 0; i < drops && !library_.empty(); ++i) {
      const auto gone = std::next(library_.begin(), static_cast<std::ptrdiff_t>(random_() % library_.size()));
      must(update.drop(gone->first));
      about_.gone.push_back({gone->first, drops % 2 ? "2024-05-06" : "", i % 2 ? "aaaaaaaaaaaaaaaa" : ""});
      library_.erase(gone);
    }
    must(update.drop("nobody"));
    std::set<int> numbers;
    while (static_cast<int>(numbers.size()) < puts) numbers.insert(static_cast<int>(random_() % 1000));
    for (const int number : numbers) {
      const Given& given = set(number);
      must(update.put(given.letter, given.tag));
    }
    std::sort(about_.gone.begin(), about_.gone.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    std::erase_if(about_.gone, [&](const Tombstone& t) { return library_.contains(t.id); });
    const auto twice = std::unique(about_.gone.begin(), about_.gone.end(), [](const auto& a, const auto& b) { return a.id == b.id; });
    about_.gone.erase(twice, about_.gone.end());
    must(update.set_gone(about_.gone));
    set_holders();
    must(update.set_holders(about_.holders));
    must(update.finish());
  }
  // As Library::begin_successor does.
  void delete_older() {
    for (int n = 0; n < number_; ++n) fs::remove_all(folder_.fresh("generations") / std::to_string(n));
  }
  std::string written_anew() {
    const fs::path dir = folder_.fresh("anew" + std::to_string(number_));
    write(dir, library_, about_, static_cast<unsigned>(number_), 3);
    return made::dump(dir);
  }

 private:
  Given& set(int number) {
    const std::string id = "id" + std::to_string(number);
    const unsigned place = static_cast<unsigned>(random_() % 8);
    const std::string holder = place < 4 ? "place" + std::to_string(place) : std::string();
    return library_[id] = {random_letter(random_, id), {.fingerprint = std::to_string(random_()), .holder = holder}};
  }
  // Of places that are named; what stands there is another each time, or the same.
  void set_holders() {
    about_.holders.clear();
    for (const auto& [id, given] : library_)
      if (!given.tag.holder.empty()) about_.holders[given.tag.holder] = "id" + std::to_string(random_() % 3);
  }
  made::Folder folder_;
  std::mt19937 random_;
  Library library_;
  About about_{"code", {}, {}};
  int number_ = 0;
};

TEST(Updating, GivesTheIndexThatWritingAnewGives) {
  Changing index(7);
  index.begin(60);
  for (int step = 0; step < 12; ++step) {
    index.step(step % 4, step % 3 == 0 ? 9 : 1);
    EXPECT_EQ(made::dump(index.current()), index.written_anew()) << "step " << step;
    if (HasFailure()) return;
    index.delete_older();
  }
}

TEST(Updating, ManyDocumentsAreStillOneCommit) {
  Changing index(8);
  index.begin(100);
  const std::string before = made::dump(index.current());
  const fs::path old = index.current();
  index.step(600, 50);  // more than Xapian holds in memory at a time
  EXPECT_EQ(made::dump(index.current()), index.written_anew());
  EXPECT_EQ(made::dump(old), before) << "written over while it may be read";
}

TEST(Updating, TheOneBeforeStaysWholeUntilTheNextBegins) {
  Changing index(9);
  index.begin(40);
  for (int step = 0; step < 8; ++step) {
    const fs::path old = index.current();
    const std::string before = made::dump(old);
    const auto reader = must(Searcher::open(old, builtin_reference()));
    index.step(3, 2);
    EXPECT_EQ(made::dump(old), before) << "step " << step;
    EXPECT_FALSE(reader->overtaken());
    EXPECT_EQ(reader->search({})->total, reader->letters());
    index.delete_older();
    EXPECT_TRUE(reader->overtaken());
  }
}

TEST(Updating, WhatIsNotFinishedChangesNothing) {
  const made::Folder folder;
  std::mt19937 random(3);
  Library library;
  for (int i = 0; i < 20; ++i) library["id" + std::to_string(i)] = {random_letter(random, "id" + std::to_string(i)), {.fingerprint = "f"}};
  write(folder.fresh("1"), library, {}, 1, 1);
  const std::string before = made::dump(folder.fresh("1"));
  for (int i = 0; i < 6; ++i) {
    const fs::path next = folder.fresh("half" + std::to_string(i));
    Update update = must(Update::begin(folder.fresh("1"), next, builtin_reference()));
    for (int n = 0; n < 10; ++n) must(update.put(random_letter(random, "id" + std::to_string(n)), {.fingerprint = "g"}));
    if (i % 2) must(update.finish());  // committed, and never published
    fs::remove_all(next);
    EXPECT_EQ(made::dump(folder.fresh("1")), before);
  }
}

TEST(Updating, SearchesFindWhatIsThere) {
  const made::Folder folder;
  Library library;
  for (int i = 0; i < 10; ++i) {
    const std::string id = "id" + std::to_string(i);
    library[id] = {Letter(id).page("Request " + std::to_string(i) + " about gliders."), {.fingerprint = "f"}};
  }
  write(folder.fresh("1"), library, {}, 1, 1);
  Update update = must(Update::begin(folder.fresh("1"), folder.fresh("2"), builtin_reference()));
  for (int i = 0; i < 5; ++i) must(update.drop("id" + std::to_string(i)));
  must(update.finish());
  const auto searcher = must(Searcher::open(folder.fresh("2"), builtin_reference()));
  // Words and filters that every letter has, alone and denied: what Xapian reads from its list of all documents.
  const std::pair<const char*, std::uint64_t> queries[] = {{"", 5},
                                                           {"gliders", 5},
                                                           {"gliders -request", 0},
                                                           {"NOT zeppelins", 5},
                                                           {"NOT gliders", 0},
                                                           {"glid*", 5},
                                                           {"request OR zeppelins", 5}};
  for (const auto& [q, total] : queries) {
    Request request;
    request.q = q;
    for (const std::vector<std::string>& kind : {std::vector<std::string>{}, std::vector<std::string>{"response"}}) {
      request.kind = kind;
      const auto results = searcher->search(request);
      ASSERT_TRUE(results.ok()) << q << ": " << results.error().message;
      EXPECT_EQ(results->total, total) << q;
      EXPECT_EQ(results->hits.size(), total) << q;
      const auto numbers = must(searcher->matching(request));
      EXPECT_EQ(numbers.size(), total) << q;
      EXPECT_EQ(must(searcher->records(numbers)).size(), total) << q;
    }
  }
}

// What stands inside it is not touched.
TEST(Updating, AHolderThatChangesIsTheParentOfWhatStandsInsideAtOnce) {
  const made::Folder folder;
  const std::string page = "aaaaaaaaaaaaaaaa", new_page = "bbbbbbbbbbbbbbbb", row = "cccccccccccccccc", other = "dddddddddddddddd";
  Published entry = Letter(row).page("Gliders");
  entry.record.related = {{.id = {}, .relation = "listed-in", .confidence = 1}, {.id = other, .relation = "in-reply-to", .confidence = 1}};
  const Library library{{page, {Letter(page).page("A log"), {}}},
                        {row, {entry, {.fingerprint = "f", .holder = "place"}}},
                        {other, {Letter(other).page("Balloons"), {}}}};
  write(folder.fresh("1"), library, {.made_by = "code", .gone = {}, .holders = {{"place", page}}}, 1, 1);
  Update update = must(Update::begin(folder.fresh("1"), folder.fresh("2"), builtin_reference()));
  must(update.drop(page));
  must(update.put(Letter(new_page).page("A log that grew")));
  must(update.set_holders({{"place", new_page}}));
  must(update.finish());
  for (const auto& [generation, parent] : {std::pair("1", page), std::pair("2", new_page)}) {
    const auto searcher = must(Searcher::open(folder.fresh(generation), builtin_reference()));
    Request request;
    request.q = "gliders";
    const auto numbers = must(searcher->matching(request));
    for (const Record& record : {must(searcher->document(row)).value(), must(searcher->search(request)).hits.at(0).record,
                                 must(searcher->records(numbers)).at(0)}) {
      EXPECT_EQ(record.parent, parent);
      EXPECT_EQ(record.related.at(0).id, parent);
      EXPECT_EQ(record.related.at(1).id, other);
    }
    EXPECT_FALSE(must(searcher->document(other))->parent);
  }
}

TEST(Updating, ALetterWhoseHolderIsNotKnownIsDamage) {
  const made::Folder folder;
  const Library library{{"a", {Letter("a").page("Gliders"), {.fingerprint = "f", .holder = "place"}}}};
  write(folder.fresh("1"), library, {}, 1, 1);
  EXPECT_FALSE(must(Searcher::open(folder.fresh("1"), builtin_reference()))->document("a").ok());
}

TEST(State, IsWhatWasGiven) {
  Changing index(4);
  index.begin(10);
  index.step(2, 3);
  const State state = must(read_state(index.current()));
  EXPECT_EQ(state.made_by, "code");
  EXPECT_EQ(state.gone, index.about().gone);
  EXPECT_EQ(state.holders, index.about().holders);
  EXPECT_FALSE(state.holders.empty());
  EXPECT_EQ(state.totals.letters, index.library().size());
  ASSERT_EQ(state.fingerprints.size(), index.library().size());
  for (const auto& [id, given] : index.library()) EXPECT_EQ(state.fingerprints.at(id), given.tag.fingerprint);
  const auto searcher = must(Searcher::open(index.current(), builtin_reference()));
  EXPECT_EQ(*must(searcher->gone(state.gone.at(0).id)), state.gone.at(0));
  EXPECT_FALSE(must(searcher->gone(index.library().begin()->first)).has_value());
}

TEST(State, OfWhatIsNoIndexIsAnError) {
  const made::Folder folder;
  EXPECT_FALSE(read_state(folder.fresh("empty")).ok());
  EXPECT_FALSE(Update::begin(folder.fresh("empty"), folder.fresh("next"), builtin_reference()).ok());
}

}  // namespace
}  // namespace foi::index
