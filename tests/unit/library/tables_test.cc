// Sources, documents and records.
#include <ctime>
#include <set>

#include "tests/unit/library/fixture.h"

namespace foi::library {
namespace {

class Tables : public testing::Test {
 protected:
  TemporaryFolder folder_;
  Library library_ = *Library::open_for_build(folder_ / "library");
  Sample one_{"one"}, two_{"two"}, three_{"three"};

  void know(const std::vector<Sample>& samples) {
    for (const Sample& sample : samples) EXPECT_OK(library_.put_documents({sample.row()}));
  }
};

TEST_F(Tables, a_new_library_is_empty) {
  EXPECT_TRUE(library_.folders()->empty());
  EXPECT_TRUE(library_.sources("/corpus")->empty());
  EXPECT_TRUE(library_.documents()->empty());
  EXPECT_TRUE(library_.removals()->empty());
  EXPECT_TRUE(record_ids(library_).empty());
}

TEST_F(Tables, sources_become_exactly_the_rows_given) {
  know({one_, two_, three_});
  SourceRow touched = one_.at("/corpus", "a");
  touched.mtime_ns = -5;
  touched.size = UINT64_MAX;
  touched.inode = UINT64_MAX - 1;
  const std::vector<std::vector<SourceRow>> states{
      {one_.at("/corpus", "a")},
      {one_.at("/corpus", "a"), two_.at("/corpus", "b"), one_.at("/corpus", "c")},
      {two_.at("/corpus", "b")},
      {touched, two_.at("/corpus", "b")},
      {two_.at("/corpus", "a"), one_.at("/corpus", "b")},
      {},
      {three_.at("/corpus", "\xFF\xFE not text"), one_.at("/corpus", std::string("nul\0inside", 10))},
      {one_.at("/corpus", "caf\xC3\xA9/a"), one_.at("/corpus", "caf\xE9/a")},
  };
  for (const auto& state : states) {
    EXPECT_OK(library_.replace_sources("/corpus", state));
    auto expected = state;
    std::sort(expected.begin(), expected.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    EXPECT_EQ(*library_.sources("/corpus"), expected);
  }
}

TEST_F(Tables, folders_are_apart_and_stay_known_when_empty) {
  know({one_, two_});
  EXPECT_OK(library_.replace_sources("/b", {one_.at("/b", "x")}));
  EXPECT_OK(library_.replace_sources("/a", {two_.at("/a", "x")}));
  EXPECT_OK(library_.replace_sources("/b", {}));
  EXPECT_EQ(*library_.folders(), (std::vector<std::string>{"/a", "/b"}));
  EXPECT_EQ(library_.sources("/a")->size(), 1u);
  EXPECT_TRUE(library_.sources("/b")->empty());
  EXPECT_TRUE(library_.sources("/A")->empty());
}

TEST_F(Tables, a_source_named_twice_changes_nothing) {
  know({one_, two_});
  EXPECT_OK(library_.replace_sources("/corpus", {one_.at("/corpus", "a")}));
  const auto twice = library_.replace_sources("/corpus", {two_.at("/corpus", "b"), one_.at("/corpus", "b")});
  ASSERT_FALSE(twice.ok());
  EXPECT_EQ(twice.error().fault, Fault::kUsage);
  EXPECT_EQ(library_.sources("/corpus")->at(0).path, "a");
}

TEST_F(Tables, a_source_of_an_unknown_document_changes_nothing) {
  know({one_});
  EXPECT_OK(library_.replace_sources("/corpus", {one_.at("/corpus", "a")}));
  const auto unknown = library_.replace_sources("/corpus", {one_.at("/corpus", "a"), two_.at("/corpus", "b")});
  ASSERT_FALSE(unknown.ok());
  EXPECT_EQ(unknown.error().fault, Fault::kUsage);
  EXPECT_NE(message_of(unknown).find(two_.id), std::string::npos);
  EXPECT_EQ(library_.sources("/corpus")->size(), 1u);
}

TEST_F(Tables, documents_are_those_some_source_names) {
  know({one_, two_, three_});
  EXPECT_TRUE(ids(library_).empty());
  EXPECT_OK(library_.replace_sources("/a", {one_.at("/a", "x"), two_.at("/a", "y")}));
  EXPECT_OK(library_.replace_sources("/b", {two_.at("/b", "z")}));
  EXPECT_EQ(ids(library_), sorted_ids({one_.id, two_.id}));
  EXPECT_OK(library_.replace_sources("/a", {}));
  EXPECT_EQ(ids(library_), std::vector{two_.id});
  EXPECT_OK(library_.replace_sources("/a", {one_.at("/a", "x")}));
  EXPECT_EQ(ids(library_), sorted_ids({one_.id, two_.id}));
}

TEST_F(Tables, a_document_keeps_what_was_put) {
  EXPECT_OK(library_.put_documents({one_.row()}));
  EXPECT_OK(library_.put_documents({one_.row(), one_.row()}));
  EXPECT_OK(library_.replace_sources("/a", {one_.at("/a", "x")}));
  const auto documents = library_.documents();
  ASSERT_EQ(documents->size(), 1u);
  EXPECT_EQ(documents->front().sha256, one_.sha256);
  EXPECT_EQ(documents->front().bytes, 3u);
}

TEST_F(Tables, an_id_that_does_not_fit_its_hash_is_refused) {
  EXPECT_FALSE(library_.put_documents({{two_.id, one_.sha256, 3}}).ok());
  EXPECT_FALSE(library_.put_documents({{one_.id, "abc", 3}}).ok());
  EXPECT_FALSE(library_.put_documents({two_.row(), {"", one_.sha256, 3}}).ok());
  EXPECT_OK(library_.put_documents({one_.row()}));
  EXPECT_FALSE(library_.replace_sources("/a", {two_.at("/a", "x")}).ok()) << "the second of the refused rows was kept";
}

TEST_F(Tables, records_come_in_order_of_id) {
  for (const Sample& sample : {one_, two_, three_}) EXPECT_OK(library_.put_record(sample.id, sample.published()));
  EXPECT_EQ(record_ids(library_), sorted_ids({one_.id, two_.id, three_.id}));
}

TEST_F(Tables, a_record_put_again_replaces_the_first) {
  EXPECT_OK(library_.put_record(one_.id, one_.published("before")));
  EXPECT_OK(library_.put_record(one_.id, one_.published("after")));
  EXPECT_OK(library_.for_each_record([&](std::string_view, std::string_view bytes) -> Status {
    EXPECT_EQ(decode_published(bytes)->record.title, "after");
    return success();
  }));
}

TEST_F(Tables, a_record_may_be_put_while_records_are_read) {
  for (const Sample& sample : {one_, two_, three_}) EXPECT_OK(library_.put_record(sample.id, sample.published()));
  int seen = 0;
  EXPECT_OK(library_.for_each_record([&](std::string_view id, std::string_view bytes) -> Status {
    ++seen;
    auto document = *decode_published(bytes);
    document.record.case_id = std::string(id);
    return library_.put_record(id, encode(document));
  }));
  EXPECT_EQ(seen, 3);
}

TEST_F(Tables, reading_stops_at_the_first_error) {
  for (const Sample& sample : {one_, two_, three_}) EXPECT_OK(library_.put_record(sample.id, sample.published()));
  int seen = 0;
  const auto read = library_.for_each_record([&](std::string_view, std::string_view) -> Status {
    ++seen;
    return worker_error("stop");
  });
  EXPECT_EQ(message_of(read), "stop");
  EXPECT_EQ(seen, 1);
}

TEST_F(Tables, what_is_no_record_is_refused) {
  EXPECT_FALSE(library_.put_record(one_.id, "").ok());
  EXPECT_FALSE(library_.put_record(one_.id, "not a record").ok());
  EXPECT_FALSE(library_.put_record(one_.id, two_.published()).ok());
  EXPECT_FALSE(library_.put_record(one_.id, one_.published() + "x").ok());
  EXPECT_TRUE(record_ids(library_).empty());
}

TEST_F(Tables, a_batch_is_kept_whole_or_not_at_all) {
  {
    Library moved = std::move(library_);
    EXPECT_OK(moved.put_record(one_.id, one_.published()));
    EXPECT_OK(moved.begin());
    EXPECT_OK(moved.put_documents({two_.row()}));
    EXPECT_OK(moved.replace_sources("/corpus", {two_.at("/corpus", "x")}));
    EXPECT_FALSE(moved.replace_sources("/corpus", {three_.at("/corpus", "x")}).ok()) << "undone alone, inside the batch";
    EXPECT_OK(moved.put_record(two_.id, two_.published()));
    EXPECT_EQ(moved.sources("/corpus")->size(), 1u);
  }
  auto again = Library::open_for_build(folder_ / "library");
  ASSERT_TRUE(again.ok()) << message_of(again);
  EXPECT_EQ(record_ids(*again), std::vector{one_.id});
  EXPECT_TRUE(again->sources("/corpus")->empty());
  EXPECT_OK(again->begin());
  EXPECT_OK(again->put_record(two_.id, two_.published()));
  EXPECT_OK(again->commit());
  EXPECT_EQ(record_ids(*again).size(), 2u);
}

TEST_F(Tables, batches_do_not_nest) {
  EXPECT_EQ(library_.commit().error().fault, Fault::kUsage);
  EXPECT_OK(library_.begin());
  EXPECT_EQ(library_.begin().error().fault, Fault::kUsage);
  EXPECT_EQ(library_.remove({one_.id, "why", "2024-01-01"}, false).error().fault, Fault::kUsage);
  EXPECT_EQ(library_.restore(one_.id).error().fault, Fault::kUsage);
  EXPECT_OK(library_.commit());
}

TEST_F(Tables, records_without_a_document_are_dropped) {
  EXPECT_OK(keep(library_, {one_, two_, three_}));
  EXPECT_OK(library_.replace_sources("/corpus", {two_.at("/corpus", "1")}));
  EXPECT_EQ(record_ids(library_).size(), 3u);
  EXPECT_OK(library_.drop_records_except_documents());
  EXPECT_EQ(record_ids(library_), std::vector{two_.id});
}

// What tells whether a record would come out the same again; of the documents one, two and three.
class Doubts : public Tables {
 protected:
  Doubts() {
    EXPECT_OK(library_.put_documents({one_.row(), two_.row(), three_.row()}));
    stand({one_.at("/corpus", "z"), inside("z", two_, "m")});
    for (const Sample& sample : {one_, two_}) EXPECT_OK(library_.put_record(sample.id, sample.published(), {"made from this", ""}));
  }
  static SourceRow inside(std::string_view container, const Sample& sample, std::string_view name) {
    SourceRow row = sample.at("/corpus", std::string(container).append(kInside).append(name));
    row.container = container;
    row.depth = 1;
    return row;
  }
  void stand(const std::vector<SourceRow>& rows) { EXPECT_OK(library_.replace_sources("/corpus", rows)); }
  std::set<std::string> in_doubt() const {
    std::set<std::string> ids;
    const auto rows = *library_.record_rows();
    for (const RecordRow& row : rows)
      if (row.note.made_from.empty()) ids.insert(row.id);
    return ids;
  }
};

TEST_F(Doubts, of_what_is_looked_into_until_its_record_is_put) {
  EXPECT_OK(library_.put_inside("/corpus", "z", {inside("z", two_, "m"), inside("z", three_, "n")}));
  EXPECT_EQ(in_doubt(), std::set{one_.id});
  EXPECT_OK(library_.put_record(one_.id, one_.published(), {"made from this", ""}));
  EXPECT_EQ(in_doubt(), std::set<std::string>());
}

TEST_F(Doubts, of_what_leaves_its_place_and_what_stood_inside_it) {
  stand({three_.at("/corpus", "z"), inside("z", two_, "m")});  // until three is looked into
  EXPECT_EQ(in_doubt(), std::set{one_.id});
}

TEST_F(Doubts, not_of_what_stays_or_moves_with_nothing_inside) {
  stand({one_.at("/corpus", "z"), inside("z", two_, "m"), three_.at("/corpus", "a")});
  stand({one_.at("/corpus", "z"), inside("z", two_, "m")});
  EXPECT_OK(library_.put_record(three_.id, three_.published(), {"made from this", ""}));
  stand({one_.at("/corpus", "z"), three_.at("/corpus", "b")});
  EXPECT_EQ(in_doubt(), std::set<std::string>());
}

TEST_F(Tables, totals_count_what_stands) {
  EXPECT_OK(keep(library_, {one_, two_, three_}));
  EXPECT_OK(library_.put_record(one_.id, one_.published("long", 5)));
  Published failed;
  failed.record.id = two_.id;
  failed.record.error = document_error("not read yet");
  EXPECT_OK(library_.put_record(two_.id, encode(failed)));
  auto totals = library_.totals();
  ASSERT_TRUE(totals.ok()) << message_of(totals);
  EXPECT_EQ(totals->documents, 3u);
  EXPECT_EQ(totals->failed, 1u);
  EXPECT_EQ(totals->removed, 0u);
  EXPECT_EQ(totals->pages, 6u);
  EXPECT_EQ(totals->ocr_pages, 1u);
  EXPECT_EQ(totals->original_bytes, 11u);
  EXPECT_GT(totals->extraction_bytes, 3u * 9u);
  EXPECT_EQ(totals->generation, "");
  EXPECT_OK(library_.remove({one_.id, "asked to", "2024-02-03"}, false));
  totals = library_.totals();
  EXPECT_EQ(totals->documents, 2u);
  EXPECT_EQ(totals->removed, 1u);
  EXPECT_EQ(totals->pages, 1u);
  EXPECT_EQ(totals->original_bytes, 8u);
}

// 100,000 files is more than the largest body's log holds; looking at them again must not be what a build waits for.
TEST_F(Tables, many_sources_are_replaced_quickly) {
  constexpr std::size_t kSources = 100'000;
  std::vector<SourceRow> rows;
  std::vector<DocumentRow> documents;
  for (std::size_t i = 0; i < kSources; ++i) {
    const Sample sample(std::to_string(i));
    documents.push_back(sample.row());
    rows.push_back(sample.at("/corpus", "2024/folder " + std::to_string(i % 97) + "/response " + std::to_string(i) + ".pdf"));
  }
  EXPECT_OK(library_.put_documents(documents));
  const auto timed = [&] {  // processor time: the machine may have other work
    const std::clock_t start = std::clock();
    EXPECT_OK(library_.replace_sources("/corpus", rows));
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  };
  const double first = timed();
  const double unchanged = timed();
  for (SourceRow& row : rows) row.mtime_ns += 1;
  const double all_changed = timed();
  rows.resize(kSources - 10);
  timed();
  EXPECT_EQ(library_.sources("/corpus")->size(), kSources - 10);
  RecordProperty("first_seconds", std::to_string(first));
  RecordProperty("unchanged_seconds", std::to_string(unchanged));
  RecordProperty("all_changed_seconds", std::to_string(all_changed));
#ifndef FOI_SANITIZED
  EXPECT_LT(first, 2);
  EXPECT_LT(unchanged, 2);
  EXPECT_LT(all_changed, 2);
#endif
  std::printf("100,000 sources: first %.2f s, unchanged %.2f s, all changed %.2f s\n", first, unchanged, all_changed);
}

}  // namespace
}  // namespace foi::library
