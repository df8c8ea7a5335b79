// A library over its life: documents removed and restored, folders forgotten, changes while it serves, full disks, copies and moves.
#include <gtest/gtest.h>
#include <httplib.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "indexer/library/identity.h"
#include "indexer/library/published.h"
#include "tests/e2e/programs.h"
#include "tests/unit/index/dump.h"
#include "tests/unit/pipeline/scratch.h"

namespace foi::test {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using Json = nlohmann::json;

std::string id_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return library::document_id(library::sha256_hex(std::string(std::istreambuf_iterator<char>(in), {})));
}

class Life : public ::testing::Test {
 protected:
  std::string dir() const { return (home_ / "library").string(); }
  Ran build(std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"build", corpus_.path().string(), "--library", dir()});
    return run("foi-index", more);
  }
  std::string dump(const std::string& library) const {
    const auto generation = library::current_generation(library);
    return generation ? index::made::dump(*generation) : generation.error().message;
  }
  void serve(const std::string& library) {
    server_ = std::make_unique<Running>("foi-server", std::vector<std::string>{"--library", library, "--listen", "127.0.0.1:0"}, "http://");
  }
  httplib::Result get(const std::string& path) const {
    httplib::Client client("127.0.0.1", port_in(server_->line()));
    return client.Get(path);
  }
  Json search(const std::string& parameters) const {
    const auto response = get("/api/v1/search?" + parameters);
    EXPECT_TRUE(response && response->status == 200) << parameters << (response ? response->body : "");
    return response ? Json::parse(response->body, nullptr, false) : Json();
  }
  std::uint64_t total(const std::string& parameters) const { return search(parameters).value("total", std::uint64_t{999}); }
  // Waits until the server has taken up what was published.
  bool soon(const std::function<bool()>& holds) const {
    for (const auto end = std::chrono::steady_clock::now() + 20s; std::chrono::steady_clock::now() < end; std::this_thread::sleep_for(50ms))
      if (holds()) return true;
    return false;
  }

  Scratch corpus_, home_;
  std::unique_ptr<Running> server_;
};

TEST_F(Life, ACursorIsGoodUntilTheIndexChangesAndThenSaysHowToGoOn) {
  for (const char* name : {"one", "two", "three"})
    corpus_.write(std::string(name) + ".txt", std::string("Thank you for asking about gliders ") + name + ".\n");
  ASSERT_EQ(build().exit_code, 0);
  serve(dir());
  const Json first = search("q=gliders&limit=1");
  const std::string next = "&cursor=" + first.at("next_cursor").get<std::string>();
  EXPECT_EQ(search("q=gliders&limit=1" + next).at("results").size(), 1u);
  corpus_.write("four.txt", "Thank you for asking about gliders four.\n");
  ASSERT_EQ(build().exit_code, 0);
  ASSERT_TRUE(soon([&] { return total("q=gliders") == 4; }));
  const auto gone = get("/api/v1/search?q=gliders&limit=1" + next);
  EXPECT_EQ(gone->status, 410);
  EXPECT_EQ(gone->get_header_value("Content-Type"), "application/problem+json");
  const Json problem = Json::parse(gone->body);
  EXPECT_EQ(problem.at("parameter"), "cursor");
  EXPECT_NE(problem.at("detail").get<std::string>().find("Begin again without cursor"), std::string::npos) << gone->body;
  EXPECT_EQ(get("/api/v1/search?q=wings&limit=1" + next)->status, 400) << "it never was one of this search";
  EXPECT_EQ(search("q=gliders&limit=1").at("total"), 4);
}

TEST_F(Life, ALimitThatIsGivenCountsThisMachineToo) {
  corpus_.write("letter.txt", "Thank you for asking about gliders.\n");
  ASSERT_EQ(build().exit_code, 0);
  const auto third_of = [&](std::vector<std::string> options) {
    options.insert(options.begin(), {"--library", dir(), "--listen", "127.0.0.1:0"});
    server_ = std::make_unique<Running>("foi-server", options, "http://");
    get("/api/v1/topics");
    get("/api/v1/topics");
    return get("/api/v1/topics");
  };
  const auto unlimited = third_of({});
  EXPECT_EQ(unlimited->status, 200);
  EXPECT_FALSE(unlimited->has_header("RateLimit"));
  EXPECT_EQ(third_of({"--rate-limit", "0"})->status, 200);
  const auto given = third_of({"--rate-limit", "2"});
  EXPECT_EQ(given->status, 429);
  EXPECT_TRUE(given->get_header_value("RateLimit").starts_with("\"address\";r=0;t=")) << given->get_header_value("RateLimit");
  EXPECT_TRUE(given->has_header("Retry-After"));
  EXPECT_EQ(third_of({"--rate-limit", "2", "--trusted-proxy", "192.0.2.1"})->status, 429) << "the proxy is another";
  ::setenv("FOI_RATE_LIMIT", "2", 1);
  EXPECT_EQ(third_of({})->status, 429);
  ::unsetenv("FOI_RATE_LIMIT");
}

TEST_F(Life, ARemovedDocumentIsGoneFromEverywhereAndStaysGone) {
  const std::string secret = "Thank you for your request about the zygodactyl quillwork at Sheffield City Council. It was 12 March 2021.\n";
  const fs::path file = corpus_.write("secret.txt", secret);
  corpus_.write("other.txt", "Thank you for your request about gliders.\n");
  corpus_.write("manifest.csv",
                "path,in_reply_to,title,authority\nother.txt,secret.txt,,\n"
                "secret.txt,,Zygodactyl quillwork,Sheffield City Council\n");
  ASSERT_EQ(build().exit_code, 0);
  const std::string id = id_of(file), other = id_of(corpus_ / "other.txt");
  serve(dir());
  ASSERT_EQ(total("q=zygodactyl"), 1u);
  ASSERT_EQ(search("q=zygodactil").at("suggestion"), "zygodactyl");
  ASSERT_NE(get("/api/v1/documents/" + other)->body.find(id), std::string::npos) << "a reply names what it replies to";
  const std::string page = "/api/v1/documents/" + id + "/pages/1";
  const std::string suggest = "/api/v1/suggest?q=quillw", authorities = "/api/v1/authorities";
  for (const std::string& path :
       {suggest, std::string("/api/v1/export"), std::string("/api/v1/export?format=csv"), std::string("/feed.atom")})
    ASSERT_NE(get(path)->body.find(id), std::string::npos) << path;
  for (const std::string& path : {authorities, std::string("/authorities"), page})
    ASSERT_NE(get(path)->body.find("Sheffield"), std::string::npos) << path;

  EXPECT_EQ(run("foi-index", {"remove", id, "--library", dir()}).exit_code, 2) << "a reason is needed";
  EXPECT_EQ(run("foi-index", {"remove", id, "--reason", " ", "--library", dir()}).exit_code, 2) << "a reason is needed";
  const Ran removed = run("foi-index", {"remove", id, "--reason", "names a\npatient", "--library", dir()});
  ASSERT_EQ(removed.exit_code, 0) << removed.err;
  ASSERT_TRUE(soon([&] { return total("") == 1; }));

  const auto expect_gone = [&] {
    EXPECT_EQ(total("q=zygodactyl"), 0u);
    EXPECT_TRUE(search("q=zygodactil").at("suggestion").is_null());
    for (const auto& path : {"/d/" + id, "/d/" + id + "/original", "/api/v1/documents/" + id, page}) {
      const auto response = get(path);
      EXPECT_EQ(response->status, 410) << path;
      for (const char* word : {"zygodactyl", "quillwork", "Sheffield", "patient", "secret"})
        EXPECT_EQ(response->body.find(word), std::string::npos) << path << ": " << word;
    }
    for (const char* path : {"/d/aaaaaaaaaaaaaaaa", "/api/v1/documents/aaaaaaaaaaaaaaaa/pages/1"})
      EXPECT_EQ(get(path)->status, 404) << path;
    for (const std::string& path :
         {std::string("/api/v1/search?limit=100&facet_limit=0"), "/d/" + other, "/api/v1/documents/" + other, suggest,
          std::string("/api/v1/export"), std::string("/api/v1/export?format=csv"), std::string("/feed.atom"), authorities,
          std::string("/authorities"), std::string("/topics"), std::string("/status")}) {
      const auto response = get(path);
      EXPECT_EQ(response->status, 200) << path;
      for (const std::string& word : {std::string("ygodactyl"), std::string("uillwork"), std::string("Sheffield"), id})
        EXPECT_EQ(response->body.find(word), std::string::npos) << path << ": " << word;
    }
    const std::string index = dump(dir());
    EXPECT_EQ(index.find("zygodactyl"), std::string::npos);
    for (const auto& entry : fs::recursive_directory_iterator(dir())) {
      if (entry.path().filename() == "library.sqlite") continue;  // which knows what the manifest says of the file
      std::ifstream in(entry.path(), std::ios::binary);
      const std::string bytes = entry.is_regular_file() ? std::string(std::istreambuf_iterator<char>(in), {}) : std::string();
      for (const char* word : {"zygodactyl", "quillwork"})
        EXPECT_EQ(bytes.find(word), std::string::npos) << entry.path() << " holds what was removed";
    }
    EXPECT_EQ(run("foi-index", {"check", "--library", dir()}).exit_code, 0);
  };
  expect_gone();
  EXPECT_EQ(std::distance(fs::directory_iterator(fs::path(dir()) / "generations"), {}), 1) << "the index before holds it still";

  corpus_.write("again/copy.txt", secret);
  ASSERT_EQ(build().exit_code, 0);
  ASSERT_EQ(build({"--rebuild"}).exit_code, 0);
  const Scratch elsewhere;
  elsewhere.write("elsewhere.txt", secret);
  elsewhere.write("kites.txt", "Thank you for your request about kites.\n");
  ASSERT_EQ(run("foi-index", {"build", elsewhere.path().string(), "--library", dir()}).exit_code, 0);
  ASSERT_TRUE(soon([&] { return total("") == 2; }));
  expect_gone();

  const Ran list = run("foi-index", {"removals", "--library", dir()});
  EXPECT_EQ(list.exit_code, 0);
  EXPECT_NE(list.out.find(id + "  20"), std::string::npos) << list.out;
  EXPECT_NE(list.out.find("names a patient"), std::string::npos) << "on one line: " << list.out;

  const Ran restored = run("foi-index", {"restore", id, "--library", dir()});
  EXPECT_EQ(restored.exit_code, 0) << restored.err;
  EXPECT_NE(restored.err.find("foi-index build"), std::string::npos) << restored.err;
  ASSERT_EQ(build().exit_code, 0);
  EXPECT_TRUE(soon([&] { return total("q=zygodactyl") == 1; }));
  EXPECT_EQ(get("/d/" + id)->status, 200);
  EXPECT_EQ(run("foi-index", {"restore", id, "--library", dir()}).exit_code, 2) << "nothing to restore";
  EXPECT_EQ(run("foi-index", {"remove", "nonsense", "--reason", "x", "--library", dir()}).exit_code, 2);
  EXPECT_EQ(run("foi-index", {"remove", id, "--reason", "x", "--library", (home_ / "nowhere").string()}).exit_code, 3);
}

TEST_F(Life, AnIdWhoseFileChangedLeadsToWhatStandsThereNow) {
  const auto write = [&](const std::string& about) {
    corpus_.write("letter.txt", "Thank you for your request about " + about + ".\n");
    return id_of(corpus_ / "letter.txt");
  };
  corpus_.write("other.txt", "Thank you for your request about gliders.\n");
  const std::string a = write("zygodactyls");
  ASSERT_EQ(build().exit_code, 0);
  serve(dir());
  ASSERT_EQ(get("/d/" + a)->status, 200);
  const std::string b = write("balloons");
  ASSERT_EQ(build().exit_code, 0);
  const std::string c = write("kites");
  ASSERT_EQ(build().exit_code, 0);
  ASSERT_TRUE(soon([&] { return total("q=kites") == 1; }));

  const auto expect_leads = [&](const std::string& from, const std::string& to) {
    for (const auto& path :
         {"/d/" + from, "/d/" + from + "/original", "/api/v1/documents/" + from, "/api/v1/documents/" + from + "/pages/1"}) {
      const bool api = path.starts_with("/api");
      const auto response = get(path);
      EXPECT_EQ(response->status, 410) << path;
      EXPECT_EQ(response->body.find("zygodactyl"), std::string::npos) << path;
      const std::string way = (api ? "/api/v1/documents/" : "/d/") + to;
      EXPECT_EQ(response->get_header_value("Link"), "<" + way + ">; rel=\"successor-version\"") << path;
      EXPECT_NE(response->body.find(api ? "\"url\":\"" + way + "\"" : "href=\"" + way + "\""), std::string::npos) << response->body;
      EXPECT_EQ(get(way)->status, 200) << path;
    }
  };
  expect_leads(a, c);
  expect_leads(b, c);
  const std::string delta = dump(dir());
  ASSERT_EQ(build({"--rebuild"}).exit_code, 0);
  EXPECT_EQ(dump(dir()), delta);

  write("balloons");  // as it was before
  ASSERT_EQ(build().exit_code, 0);
  ASSERT_TRUE(soon([&] { return total("q=balloons") == 1; }));
  EXPECT_EQ(get("/d/" + b)->status, 200);
  expect_leads(a, b);
  expect_leads(c, b);

  ASSERT_EQ(run("foi-index", {"remove", b, "--reason", "asked to", "--library", dir()}).exit_code, 0);
  ASSERT_TRUE(soon([&] { return total("q=balloons") == 0; }));
  for (const std::string& id : {a, b, c})
    for (const auto& path : {"/d/" + id, "/api/v1/documents/" + id}) {
      const auto response = get(path);
      EXPECT_EQ(response->status, 410) << path;
      EXPECT_NE(response->body.find("removed from this site on 20"), std::string::npos) << response->body;
      EXPECT_FALSE(response->has_header("Link")) << path;
      EXPECT_EQ(id != b && response->body.find(b) != std::string::npos, false) << response->body;
    }
  fs::remove(corpus_ / "letter.txt");
  ASSERT_EQ(build().exit_code, 0);
  const std::string d = write("parachutes");
  ASSERT_EQ(build().exit_code, 0);
  ASSERT_TRUE(soon([&] { return total("q=parachutes") == 1; }));
  expect_leads(a, d);
  EXPECT_EQ(get("/d/" + b)->body.find(d), std::string::npos) << "what was removed has a date and nothing else";
  EXPECT_EQ(run("foi-index", {"check", "--library", dir()}).exit_code, 0);
}

TEST_F(Life, AFolderThatIsGoneForGoodIsForgottenWhenAsked) {
  corpus_.write("a.txt", "Thank you for your request about gliders.\n");
  auto gone = std::make_unique<Scratch>();
  gone->write("b.txt", "Thank you for your request about kites.\n");
  gone->write("a-copy.txt", "Thank you for your request about gliders.\n");
  const std::string folder = gone->path().string();
  ASSERT_EQ(run("foi-index", {"build", corpus_.path().string(), folder, "--library", dir()}).exit_code, 0);
  gone.reset();
  const Ran refused = run("foi-index", {"build", "--library", dir()});
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_NE(refused.err.find("foi-index forget " + folder), std::string::npos) << refused.err;
  const Ran unknown = run("foi-index", {"forget", folder + "x", "--library", dir()});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_NE(unknown.err.find(folder), std::string::npos) << unknown.err;

  EXPECT_EQ(run("foi-index", {"forget", folder, "--library", dir()}).exit_code, 0);
  const std::string index = dump(dir());
  EXPECT_EQ(index.find("kites"), std::string::npos);
  EXPECT_NE(index.find("gliders"), std::string::npos) << "stands in another folder too";
  EXPECT_EQ(run("foi-index", {"build", "--library", dir()}).exit_code, 0);
  EXPECT_EQ(run("foi-index", {"check", "--library", dir()}).exit_code, 0);
}

// A quota, in place of a full disk: whichever file is the first that cannot grow, and whatever stage that is in.
TEST_F(Life, AFileThatMayNotGrowIsOneLineAndTheOldIndexServes) {
  corpus_.write("a.txt", "Thank you for your request about gliders.\n");
  ASSERT_EQ(build().exit_code, 0);
  const std::string before = dump(dir());
  fs::copy(dir(), home_ / "pristine", fs::copy_options::recursive);
  std::string words;
  for (int i = 0; i < 3000; ++i) words += "word" + std::to_string(i * 7919 % 5000) + (i % 9 ? " " : ".\n");
  for (int i = 0; i < 3; ++i) corpus_.write("b" + std::to_string(i) + ".txt", "Dear Sir\n" + std::to_string(i) + words);
  int failed = 0;
  bool done = false;
  for (std::uint64_t limit = 1'000; limit < 100'000'000 && !done; limit = limit * 3 / 2) {
    fs::remove_all(dir());
    fs::copy(home_ / "pristine", dir(), fs::copy_options::recursive);
    const Ran ran = run("foi-index", {"build", corpus_.path().string(), "--library", dir()}, {.environment = {}, .largest_file = limit});
    done = ran.exit_code == 0;
    if (done) break;
    ++failed;
    EXPECT_EQ(ran.exit_code, 3) << "with files up to " << limit << ": " << ran.err;
    EXPECT_NE(ran.err.find("foi-index: "), std::string::npos) << ran.err;
    EXPECT_EQ(ran.err.find("terminate"), std::string::npos) << ran.err;
    EXPECT_EQ(dump(dir()), before) << "with files up to " << limit;
    EXPECT_EQ(build().exit_code, 0);
    EXPECT_EQ(run("foi-index", {"check", "--library", dir()}).exit_code, 0);
  }
  EXPECT_TRUE(done);
  EXPECT_GE(failed, 8) << "too few stages met the limit";
}

#ifndef FOI_SANITIZED  // which needs more address space than there is
// Whatever runs out of memory first, of the program and of its readers (which have the hard limit from it).
TEST_F(Life, AMemoryLimitIsOneLineAndTheOldIndexServes) {
  corpus_.write("a.txt", "Thank you for your request about gliders.\n");
  ASSERT_EQ(build().exit_code, 0);
  const std::string before = dump(dir());
  fs::copy(dir(), home_ / "pristine", fs::copy_options::recursive);
  std::string words;
  for (int i = 0; i < 50'000; ++i) words += "word" + std::to_string(i * 7919 % 30'011) + (i % 9 ? " " : ".\n");
  corpus_.write("b.txt", "Dear Sir\n" + words);
  int refused = 0;
  for (const bool hard : {false, true}) {
    bool done = false;
    for (std::uint64_t limit = 10'000'000; limit < 4'000'000'000 && !done; limit = limit * 5 / 4) {
      fs::remove_all(dir());
      fs::copy(home_ / "pristine", dir(), fs::copy_options::recursive);
      const std::string bytes = std::to_string(limit);
      const Ran ran = run("foi-index", {"build", corpus_.path().string(), "--library", dir()},
                          {.address_space = bytes + ":" + (hard ? bytes : "unlimited")});
      // So little that the system cannot load the program at all.
      if (ran.exit_code == 127) continue;
      done = ran.exit_code == 0;
      refused += ran.exit_code == 3;
      EXPECT_TRUE(ran.exit_code == 0 || ran.exit_code == 3 || (hard && ran.exit_code == 1)) << limit << ": " << ran.exit_code << ran.err;
      EXPECT_EQ(ran.err.find("terminate"), std::string::npos) << limit << ": " << ran.err;
      EXPECT_TRUE(done || ran.err.find("memory") != std::string::npos || ran.err.find("limit") != std::string::npos)
          << limit << ": " << ran.err;
      if (!done && ran.exit_code == 3) {
        EXPECT_EQ(dump(dir()), before) << limit;
      }
    }
    EXPECT_TRUE(done);
  }
  EXPECT_GE(refused, 4) << "too few stages met the limit";
  EXPECT_EQ(build().exit_code, 0);
  EXPECT_EQ(run("foi-index", {"check", "--library", dir()}).exit_code, 0);
}
#endif

// The documented backup: while it is copied the lock keeps builds away, and the server goes on.
TEST_F(Life, ACopyTakenWhileServingIsALibrary) {
  for (int i = 0; i < 20; ++i)
    corpus_.write(std::to_string(i) + ".txt", "Thank you for request " + std::to_string(i) + " about gliders.\n");
  ASSERT_EQ(build().exit_code, 0);
  corpus_.write("0.txt", "Thank you for your request about kites.\n");
  ASSERT_EQ(build().exit_code, 0);  // two generations that share files
  serve(dir());
  std::atomic<bool> stop = false;
  std::atomic<int> failed = 0;
  std::jthread reader([&] {
    while (!stop) failed += !get("/api/v1/search?q=gliders");
  });
  const auto back_up = [&](const std::string& name) {
    const std::string copy = (home_ / name).string();
    EXPECT_EQ(std::system(("flock --nonblock '" + dir() + "/lock' cp -aT '" + dir() + "' '" + copy + "'").c_str()), 0);
    EXPECT_EQ(dump(copy), dump(dir()));
    EXPECT_EQ(run("foi-index", {"check", "--library", copy}).exit_code, 0);
    return copy;
  };
  const std::string copy = back_up("backup-2026-03-01");
  corpus_.write("2.txt", "Thank you for your request about hang gliders.\n");
  ASSERT_EQ(build().exit_code, 0);
  back_up("backup-2026-03-02");
  corpus_.write("2.txt", "Thank you for request 2 about gliders.\n");
  ASSERT_EQ(build().exit_code, 0);
  stop = true;
  reader.join();
  EXPECT_EQ(failed, 0);
  // Restored, it goes on as the original would, and neither touches the other's files.
  const std::string before = dump(dir());
  corpus_.write("1.txt", "Thank you for your request about balloons.\n");
  const Ran ran = run("foi-index", {"build", corpus_.path().string(), "--library", copy});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_NE(ran.err.find("(1 read now"), std::string::npos) << ran.err;
  EXPECT_NE(dump(copy).find("balloons"), std::string::npos);
  EXPECT_EQ(dump(dir()), before);
}

TEST_F(Life, AMovedLibraryServesOnAndBuildsWhereItIs) {
  corpus_.write("a.txt", "Thank you for your request about gliders.\n");
  ASSERT_EQ(build().exit_code, 0);
  serve(dir());
  const std::string moved = (home_ / "moved").string();
  fs::rename(dir(), moved);
  for (int i = 0; i < 4; ++i) {
    std::vector<std::jthread> readers;
    for (int n = 0; n < 12; ++n) readers.emplace_back([&] { EXPECT_EQ(total("q=gliders"), 1u); });
  }
  corpus_.write("b.txt", "Thank you for your request about kites.\n");
  EXPECT_EQ(run("foi-index", {"build", corpus_.path().string(), "--library", moved}).exit_code, 0);
  serve(moved);
  EXPECT_EQ(total(""), 2u);
}

TEST_F(Life, ALibraryOnAReadOnlyDiskServes) {
  corpus_.write("a.txt", "Thank you for your request about gliders.\n");
  ASSERT_EQ(build().exit_code, 0);
  const std::string mount = (home_ / "readonly").string();
  fs::create_directory(mount);
  if (std::system(
          ("mount --bind '" + dir() + "' '" + mount + "' 2>/dev/null && mount -o remount,ro,bind '" + mount + "' 2>/dev/null").c_str()) !=
      0)
    GTEST_SKIP() << "mounting is not allowed here";
  serve(mount);
  EXPECT_EQ(total("q=gliders"), 1u);
  EXPECT_EQ(run("foi-index", {"stats", "--library", mount}).exit_code, 0);
  const Ran refused = run("foi-index", {"build", corpus_.path().string(), "--library", mount});
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_EQ(run("foi-index", {"remove", id_of(corpus_ / "a.txt"), "--reason", "x", "--library", mount}).exit_code, 3);
  EXPECT_EQ(server_->stop(), 0);
  EXPECT_EQ(std::system(("umount '" + mount + "'").c_str()), 0);
}

// -- changes while it serves

// Each state of the corpus has three letters that say its number: whoever sees two numbers, or one number with two editions, sees half a
// change.
class Load : public Life {
 protected:
  void set_state(int number) {
    for (const char* name : {"x", "y", "z"})
      corpus_.write(std::string(name) + ".txt", "Thank you for your request about markers (" + std::string(name) +
                                                    ").\nThe number is state" + std::to_string(number) + " and no other.\n");
  }
  void read_until_told(const std::atomic<bool>& done);
  void check_one(const Json& page);

  std::mutex mutex_;
  std::map<std::string, std::string> state_of_edition_;
  std::atomic<int> asked_ = 0, failed_ = 0, mixed_ = 0;
};

void Load::check_one(const Json& page) {
  std::set<std::string> states;
  for (const Json& hit : page.at("results")) {
    const std::string text = hit.at("snippet").at("text");
    const std::size_t at = text.find("state");
    states.insert(at == std::string::npos ? text : text.substr(at, text.find(' ', at) - at));
  }
  const bool whole = page.at("total") == 3 && page.at("results").size() == 3 && states.size() == 1;
  const std::lock_guard lock(mutex_);
  const auto& [edition, state] = *state_of_edition_.emplace(page.at("edition"), whole ? *states.begin() : "").first;
  if (whole && state == *states.begin()) return;
  ++mixed_;
  ADD_FAILURE() << page;
}

void Load::read_until_told(const std::atomic<bool>& done) {
  httplib::Client client("127.0.0.1", port_in(server_->line()));
  client.set_keep_alive(true);
  while (!done) {
    const auto response = client.Get("/api/v1/search?q=markers+number&limit=10");
    ++asked_;
    const bool good = response && response->status == 200;
    if (!good && ++failed_ < 5) ADD_FAILURE() << (response ? response->body : "no answer");
    if (good) check_one(Json::parse(response->body));
  }
}

TEST_F(Load, NoRequestFailsOrMixesEditions) {
  const bool all = std::getenv("FOI_LOAD") && std::string(std::getenv("FOI_LOAD")) == "all";
  const int deltas = all ? 100 : 15, wholes = all ? 5 : 2, requests = all ? 10'000 : 1'000;
  for (int i = 0; i < 30; ++i)
    corpus_.write("other" + std::to_string(i) + ".txt", "Thank you for request " + std::to_string(i) + " about gliders.\n");
  set_state(0);
  ASSERT_EQ(build().exit_code, 0);
  serve(dir());
  std::atomic<bool> done = false;
  std::vector<std::jthread> readers;
  for (int i = 0; i < 4; ++i) readers.emplace_back([&] { read_until_told(done); });
  for (int number = 1; number <= deltas; ++number) {
    set_state(number);
    const Ran ran = build({"--allow-removals"});
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    if (number % (deltas / wholes) != 0) continue;
    EXPECT_EQ(build({"--rebuild"}).exit_code, 0);
  }
  EXPECT_TRUE(soon([&] { return search("q=markers&limit=1").dump().find("state" + std::to_string(deltas) + " ") != std::string::npos; }));
  while (asked_ < requests) std::this_thread::sleep_for(10ms);
  done = true;
  readers.clear();
  EXPECT_EQ(failed_, 0);
  EXPECT_EQ(mixed_, 0);
  EXPECT_GT(state_of_edition_.size(), static_cast<std::size_t>(deltas / 4)) << "too few editions were seen";
  std::cout << asked_ << " requests in " << state_of_edition_.size() << " editions, " << failed_ << " failed, " << mixed_ << " mixed\n";
}

}  // namespace
}  // namespace foi::test
