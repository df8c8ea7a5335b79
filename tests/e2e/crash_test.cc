// foi-index killed before each call that makes something durable, and with a disk that is full from each write on: what it leaves serves,
// and the next run ends as if nothing had happened.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <set>

#include "indexer/library/identity.h"
#include "indexer/library/published.h"
#include "tests/e2e/programs.h"
#include "tests/unit/index/dump.h"
#include "tests/unit/pipeline/scratch.h"

namespace foi::test {
namespace {

namespace fs = std::filesystem;

// In memory where possible: thousands of fsyncs of a disk would take minutes and show no more, since the machine itself stays up.
fs::path quick_disk() { return ::access("/dev/shm", W_OK) == 0 ? fs::path("/dev/shm") : fs::temp_directory_path(); }

struct Scene {
  const char* name;
  std::function<void(const Scratch& corpus)> change;  // between the first build and the run that is killed
  std::function<std::vector<std::string>(const std::string& library)> command;
  bool built_before = true;
};

// One changes, one comes and one goes.
void change_a_few_files(const Scratch& corpus) {
  corpus.write("a.txt", "Thank you for your request about balloons.\n");
  corpus.write("d.txt", "Thank you for your request about parachutes.\n");
  fs::remove(corpus / "b.txt");
}

class Crash : public ::testing::Test {
 protected:
  Crash() {
    std::string name = (quick_disk() / "foi-crash-XXXXXX").string();
    home_ = ::mkdtemp(name.data());
    // Thousands of runs that read no scan: with a stand-in for the worker that would, none of them waits until Tesseract is loaded.
    fs::copy_file(fs::path(FOI_BIN_DIR) / "foi-index", programs_ / "foi-index");
    for (const char* worker : {"foi-extract-text", "foi-extract-doc"})
      fs::create_symlink(fs::path(FOI_BIN_DIR) / worker, programs_ / worker);
    fs::create_symlink(fs::path(FOI_BIN_DIR) / "fake-worker", programs_ / "foi-extract-ocr");
    letter("a.txt", "gliders. Our Ref: FOI 24-1");
    letter("b.txt", "zeppelins. Our Ref: FOI 24-2");
    letter("c.txt", "kites. Our Ref: FOI 24-3");
    corpus_.write("manifest.csv", "path,in_reply_to\nc.txt,b.txt\n");
  }
  ~Crash() override { fs::remove_all(home_); }
  void letter(const std::string& name, const std::string& about) {
    corpus_.write(name, "Thank you for your request about " + about + "\n");
  }
  std::string library() const { return (home_ / "library").string(); }
  void reset(const Scene& scene) const {
    fs::remove_all(home_ / "library");
    if (scene.built_before) fs::copy(home_ / "pristine", home_ / "library", fs::copy_options::recursive);
  }
  Ran foi_index(const std::vector<std::string>& arguments, std::vector<std::string> environment = {}) const {
    return run("foi-index", arguments, {.environment = std::move(environment), .folder = programs_.path().string()});
  }
  // What is left of a killed run's log is how far it came. Zero: to the end.
  Ran run_scene(const Scene& scene, long kill_at) const {
    fs::remove(home_ / "log");
    return foi_index(scene.command(library()), {"LD_PRELOAD=" FOI_BIN_DIR "/kill-at.so", "FOI_KILL_LOG=" + (home_ / "log").string(),
                                                "FOI_KILL_AT=" + std::to_string(kill_at)});
  }
  Ran run_until_full(const Scene& scene, long full_at) const {
    fs::remove(home_ / "log");
    return foi_index(scene.command(library()), {"LD_PRELOAD=" FOI_BIN_DIR "/full-disk.so", "FOI_FULL_UNDER=" + library(),
                                                "FOI_FULL_LOG=" + (home_ / "log").string(), "FOI_FULL_AT=" + std::to_string(full_at)});
  }
  std::vector<std::string> points() const {
    std::vector<std::string> lines;
    std::ifstream in(home_ / "log");
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
  }
  // Of the index that serves; empty when none does.
  std::string served() const {
    const auto generation = library::current_generation(library());
    return generation ? index::made::dump(*generation) : std::string();
  }
  std::size_t extractions() const {
    std::size_t count = 0;
    if (!fs::exists(home_ / "library")) return count;
    for (const auto& entry : fs::recursive_directory_iterator(home_ / "library"))
      count += entry.is_regular_file() && entry.path().string().find("/extractions/") != std::string::npos &&
               !entry.path().filename().string().starts_with(".tmp-");
    return count;
  }
  static std::size_t read_now(const Ran& ran) {
    const std::size_t at = ran.err.find(" read now");
    const std::size_t from = ran.err.rfind('(', at);
    return at == std::string::npos ? 0 : std::stoul(ran.err.substr(from + 1));
  }
  std::string id_of(const std::string& name) const {
    std::ifstream in(corpus_ / name, std::ios::binary);
    return library::document_id(library::sha256_hex(std::string(std::istreambuf_iterator<char>(in), {})));
  }
  void build_pristine(const Scene& scene);
  void expect_synced_before_named(const std::vector<std::string>& calls) const;
  // A build of the corpus by one job.
  std::function<std::vector<std::string>(const std::string&)> build_alone() const {
    return [this](const std::string& dir) {
      return std::vector<std::string>{"build", corpus_.path().string(), "--library", dir, "--jobs", "1"};
    };
  }

  void kill_at_each_point(const Scene& scene);
  void fill_at_each_write(const Scene& scene);

  Scratch corpus_, programs_;
  fs::path home_;
};

void Crash::build_pristine(const Scene& scene) {
  if (!scene.built_before) return;
  ASSERT_EQ(foi_index({"build", corpus_.path().string(), "--library", (home_ / "pristine").string()}).exit_code, 0);
  scene.change(corpus_);
}

// What a power cut would leave: before CURRENT names a generation, every file and folder of it was synced after the last name in it that
// changed. Those of a generation that has gone since are the ones it got by link.
void Crash::expect_synced_before_named(const std::vector<std::string>& calls) const {
  const fs::path generations = home_ / "library" / "generations";
  fs::path generation;
  std::map<fs::path, std::pair<int, int>> at;  // path → the call that synced it last, and the one that changed names there
  std::set<fs::path> linked;
  int named = 0;
  for (int i = 0; i < static_cast<int>(calls.size()); ++i) {
    const std::size_t space = calls[i].find(' ');
    const std::string call = calls[i].substr(0, space);
    const fs::path path = calls[i].substr(space + 1);
    if (call == "fsync" || call == "fdatasync") {
      at[path].first = i + 1;
      continue;
    }
    if (call == "mkdir" && path.parent_path() == generations) generation = path, linked.clear();
    if (call == "link") linked.insert(path);
    if (call == "rename" && path == home_ / "library" / "CURRENT") {
      ++named;
      std::set<fs::path> needed = linked;
      if (fs::exists(generation))
        for (const auto& entry : fs::recursive_directory_iterator(generation)) needed.insert(entry.path());
      ASSERT_GE(needed.size(), 3u) << "the index has files";
      for (const fs::path& file : std::set(needed)) needed.insert(file.parent_path());
      needed.insert(generations);
      for (const fs::path& each : needed) {
        const auto [synced, changed] = at[each];
        EXPECT_GT(synced, changed) << each << " may be lost when " << generation << " is named";
      }
    }
    if (call == "mkdir" || call == "link" || call == "rename") at[path].second = at[path.parent_path()].second = i + 1;
  }
  EXPECT_GE(named, 1);
}

void Crash::kill_at_each_point(const Scene& scene) {
  build_pristine(scene);
  reset(scene);
  const std::string before = scene.built_before ? served() : std::string();
  const std::size_t extracted_before = scene.built_before ? extractions() : 0;
  const Ran whole = run_scene(scene, 0);
  ASSERT_EQ(whole.exit_code, 0) << whole.err;
  const std::string after = served();
  const std::size_t extracted_after = extractions();
  ASSERT_NE(before, after) << "nothing happens in " << scene.name;
  const std::vector<std::string> all = points();
  const std::set<std::string> distinct(all.begin(), all.end());
  ASSERT_GE(distinct.size(), 50u) << "too few points to kill at";
  expect_synced_before_named(all);
  int killed = 0;
  for (std::size_t point = 1; point <= all.size(); ++point) {
    SCOPED_TRACE(std::string(scene.name) + ", before call " + std::to_string(point));
    reset(scene);
    const Ran cut = run_scene(scene, static_cast<long>(point));
    killed += cut.exit_code == -1;
    SCOPED_TRACE(points().empty() ? "?" : points().back());
    const std::string left = served();
    EXPECT_TRUE(left == before || left == after) << "half a change is served";
    const std::size_t finished = extractions();
    const Ran again = foi_index(scene.command(library()));
    EXPECT_EQ(again.exit_code, 0) << again.err;
    EXPECT_EQ(served(), after);
    if (extracted_after > extracted_before) {
      EXPECT_EQ(read_now(again), extracted_after - finished) << "extracted twice, or lost";
    }
    const Ran check = foi_index({"check", "--library", library()});
    EXPECT_EQ(check.exit_code, 0) << check.out;
    if (HasFailure()) return;
  }
  // Threads take turns: a run may come to an end a call earlier than the first one did.
  EXPECT_GE(killed + 3, static_cast<int>(all.size()));
  std::cout << scene.name << ": killed at " << killed << " points, " << distinct.size() << " of them distinct\n";
}

// One line that says where, what and what to do.
void expect_clear(const std::string& err) {
  const std::size_t at = err.rfind("foi-index: ");
  ASSERT_NE(at, std::string::npos) << err;
  const std::string line = err.substr(at, err.find('\n', at) - at);
  EXPECT_EQ(err.find('\n', at), err.size() - 1) << "it is the last: " << err;
  for (const char* word : {"No space left on device", "free some space and run it again", "/foi-crash-"})
    EXPECT_NE(line.find(word), std::string::npos) << line;
  EXPECT_EQ(err.find("terminate"), std::string::npos) << err;
}

void Crash::fill_at_each_write(const Scene& scene) {
  build_pristine(scene);
  reset(scene);
  const std::string before = served();
  const Ran whole = run_until_full(scene, 0);
  ASSERT_EQ(whole.exit_code, 0) << whole.err;
  const std::string after = served();
  const std::vector<std::string> all = points();
  ASSERT_GE(all.size(), 50u) << "too few writes to fail";
  std::size_t refused = 0, carried_on = 0;
  std::set<std::string> seen;
  for (std::size_t point = 1; point <= all.size(); ++point) {
    SCOPED_TRACE(std::string(scene.name) + ", full from write " + std::to_string(point) + " on: " + all[point - 1]);
    reset(scene);
    const Ran cut = run_until_full(scene, static_cast<long>(point));
    const std::string left = served();
    if (cut.exit_code == 0) {
      EXPECT_EQ(left, after) << "what failed was of no matter";
    } else {
      ++refused;
      EXPECT_EQ(cut.exit_code, 3) << cut.err;
      expect_clear(cut.err);
      EXPECT_TRUE(left == before || left == after) << "half a change is served";
    }
    // A build from there takes longer than the rest: after the first of like writes, and after every eighth.
    if (seen.insert(all[point - 1]).second || point % 8 == 0) {
      ++carried_on;
      const Ran again = foi_index(scene.command(library()));
      EXPECT_EQ(again.exit_code, 0) << again.err;
      EXPECT_EQ(served(), after);
      const Ran check = foi_index({"check", "--library", library()});
      EXPECT_EQ(check.exit_code, 0) << check.out;
    }
    if (HasFailure()) return;
  }
  EXPECT_GE(refused, all.size() / 2) << "a full disk was mostly not noticed";
  std::cout << scene.name << ": the disk full from each of " << all.size() << " writes on, " << refused << " times refused, carried on "
            << carried_on << " times\n";
}

// A hundred of all allocations, spread over the run.
TEST_F(Crash, AnAllocationFails) {
  const Scene scene{.name = "a file changes",
                    .change = [](const Scratch& corpus) { corpus.write("a.txt", "Thank you for your request about balloons.\n"); },
                    .command = [this](const std::string& dir) -> std::vector<std::string> {
                      return {"build", corpus_.path().string(), "--library", dir, "--jobs", "2"};
                    }};
  build_pristine(scene);
  reset(scene);
  const std::string before = served();
  const auto run_out = [&](std::size_t at) {
    fs::remove(home_ / "log");
    return foi_index(scene.command(library()), {"LD_PRELOAD=" FOI_BIN_DIR "/no-memory.so", "FOI_MEMORY_LOG=" + (home_ / "log").string(),
                                                "FOI_MEMORY_AT=" + std::to_string(at)});
  };
  ASSERT_EQ(run_out(0).exit_code, 0);
  const std::string after = served();
  ASSERT_EQ(points().size(), 1u);
  const std::size_t all = std::stoul(points()[0]);
  ASSERT_GE(all, 10'000u);
  int refused = 0;
  for (std::size_t i = 1; i < 100; ++i) {
    SCOPED_TRACE("allocation " + std::to_string(all / 100 * i + i) + " of " + std::to_string(all));
    reset(scene);
    const Ran cut = run_out(all / 100 * i + i);
    refused += cut.exit_code != 0;
    if (cut.exit_code != 0) {
      EXPECT_EQ(cut.exit_code, 3) << cut.err;
      EXPECT_NE(cut.err.find("memory"), std::string::npos) << cut.err;
    }
    const std::string left = served();
    EXPECT_TRUE(left == before || left == after) << "half a change is served";
    if (i % 8 != 0) continue;
    EXPECT_EQ(foi_index(scene.command(library())).exit_code, 0);
    EXPECT_EQ(served(), after);
    EXPECT_EQ(foi_index({"check", "--library", library()}).exit_code, 0);
  }
  EXPECT_GE(refused, 50);
  std::cout << all << " allocations, 99 of them failed, " << refused << " times refused\n";
}

TEST_F(Crash, TheDiskFillsInTheFirstBuild) {
  for (const char* name : {"b.txt", "c.txt", "manifest.csv"}) fs::remove(corpus_ / name);
  fill_at_each_write({.name = "the first build", .change = {}, .command = build_alone(), .built_before = false});
}

TEST_F(Crash, TheDiskFillsWhenAFileHasChanged) {
  fill_at_each_write({.name = "a file changes",
                      .change = [](const Scratch& corpus) { corpus.write("a.txt", "Thank you for your request about balloons.\n"); },
                      .command = build_alone()});
}

TEST_F(Crash, TheDiskFillsWhenADocumentIsRemoved) {
  fill_at_each_write({.name = "a document is removed",
                      .change = [](const Scratch&) {},
                      .command = [this](const std::string& dir) -> std::vector<std::string> {
                        return {"remove", id_of("b.txt"), "--reason", "asked to", "--library", dir};
                      }});
}

TEST_F(Crash, TheFirstBuild) {
  for (const char* name : {"c.txt", "manifest.csv"}) fs::remove(corpus_ / name);  // one letter more is a minute more
  kill_at_each_point({.name = "the first build", .change = {}, .command = build_alone(), .built_before = false});
}

TEST_F(Crash, AFewFilesChange) {
  kill_at_each_point({.name = "a few files change", .change = change_a_few_files, .command = build_alone()});
}

// Its entries are documents of their own, which say where they stand; the page is another document then.
TEST_F(Crash, ARowOfALogChanges) {
  for (const char* name : {"b.txt", "c.txt", "manifest.csv"}) fs::remove(corpus_ / name);
  const auto write_log = [](const Scratch& corpus, const std::string& outcome) {
    std::string log = "FOI reference,Date of response,Subject,Outcome\n";
    for (const char* subject : {"Beds", "Gulls", "Taxis"}) log += std::string("FOI ") + subject + " 1,1 May 2024," + subject + ",Refused\n";
    corpus.write("log.csv", log + "FOI Trees 1,2 May 2024,Trees," + outcome + "\n");
  };
  write_log(corpus_, "Refused");
  kill_at_each_point({.name = "a row of a log changes",
                      .change = [&](const Scratch& corpus) { write_log(corpus, "Disclosed in full"); },
                      .command = build_alone()});
}

TEST_F(Crash, ADocumentIsRemoved) {
  kill_at_each_point({.name = "a document is removed",
                      .change = [](const Scratch&) {},
                      .command = [this](const std::string& dir) -> std::vector<std::string> {
                        return {"remove", id_of("b.txt"), "--reason", "asked to", "--library", dir};
                      }});
}

// The records are of two states then: the removal must publish neither what was changed nor what was not read yet.
TEST_F(Crash, ADocumentIsRemovedAfterABuildThatWasKilled) {
  letter("e.txt", "hang gliders. Our Ref: FOI 24-5");
  const Scene scene{.name = "removed after a killed build", .change = change_a_few_files, .command = build_alone()};
  build_pristine(scene);
  const std::vector<std::string> removal{"remove", id_of("e.txt"), "--reason", "asked to", "--library", library()};
  reset(scene);
  ASSERT_EQ(foi_index(removal).exit_code, 0);
  const std::string before = served();
  reset(scene);
  ASSERT_EQ(run_scene(scene, 0).exit_code, 0);
  const std::size_t all = points().size();
  ASSERT_EQ(foi_index(removal).exit_code, 0);
  const std::string after = served();
  ASSERT_NE(before, after);
  int times = 0, half_way = 0, published = 0;
  for (std::size_t point = 1; point <= all; point += 2) {
    SCOPED_TRACE("killed before call " + std::to_string(point) + " of " + std::to_string(all));
    reset(scene);
    run_scene(scene, static_cast<long>(point));
    const Ran removed = foi_index(removal);
    EXPECT_EQ(removed.exit_code, 0) << removed.err;
    half_way += removed.err.find("not finished") != std::string::npos;
    const std::string left = served();
    published += left == after;
    EXPECT_TRUE(left == before || left == after) << "half a change is served";
    if (++times % 8 == 0) {
      EXPECT_EQ(foi_index(scene.command(library())).exit_code, 0);
      EXPECT_EQ(served(), after);
      EXPECT_EQ(foi_index({"check", "--library", library()}).exit_code, 0);
    }
    if (HasFailure()) return;
  }
  EXPECT_GE(half_way, 10) << "too few builds were killed half way";
  EXPECT_GE(published, 1);
  std::cout << times << " builds killed, " << half_way << " of them half way, " << published << " after they had published\n";
}

}  // namespace
}  // namespace foi::test
