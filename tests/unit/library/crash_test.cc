// A builder killed before each thing it does to the disk: what it leaves opens, is consistent, and the next build ends as if nothing had
// happened. The child is traced, so that the library needs no hook for it; SQLite's own writes are among the points.
#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <functional>
#include <random>
#include <thread>

#include "tests/unit/library/fixture.h"

namespace foi::library {
namespace {

// -- what is built

struct Corpus {
  std::vector<Sample> letters;
  std::string index;
};

const Corpus& corpus(int version) {
  static const std::vector<Corpus> all{
      {{Sample("stays"), Sample("leaves"), Sample("is removed"), Sample(std::string(30'000, 'b'))}, "index of the first"},
      {{Sample("stays"), Sample(std::string(30'000, 'b')), Sample("is removed"), Sample("arrives"), Sample(std::string(50'000, 'c'))},
       "index of the second"}};
  return all[static_cast<std::size_t>(version)];
}

const Removal& removal() {
  static const Removal one{Sample("is removed").id, "asked to", "2024-05-06"};
  return one;
}

Status publish_index(Library& library, const std::string& content) {
  auto generation = library.begin_generation();
  if (!generation) return generation.error();
  std::error_code ignored;
  fs::create_directories(*generation / "letters", ignored);
  spit(*generation / "letters" / "postlist", content);
  spit(*generation / "masks", content);
  return library.publish(*generation);
}

Status build(const fs::path& dir, int version) {
  auto library = Library::open_for_build(dir);
  if (!library) return library.error();
  if (auto kept = keep(*library, corpus(version).letters); !kept) return kept;
  return publish_index(*library, corpus(version).index);
}

Status build_and_remove(const fs::path& dir) {
  if (auto built = build(dir, 1); !built) return built;
  auto library = Library::open_for_build(dir);
  if (!library) return library.error();
  if (auto removed = library->remove(removal(), false); !removed) return removed;
  return publish_index(*library, corpus(1).index);
}

// -- killing

using Args = std::uint64_t[6];

bool changes_disk(std::uint64_t call, const Args& args) {
  switch (call) {
    case SYS_openat:
      return (args[2] & O_CREAT) != 0;
#ifdef SYS_open
    case SYS_open:
      return (args[1] & O_CREAT) != 0;
    case SYS_rename:
    case SYS_unlink:
    case SYS_rmdir:
    case SYS_mkdir:
#endif
#ifdef SYS_renameat
    case SYS_renameat:
#endif
    case SYS_renameat2:
    case SYS_unlinkat:
    case SYS_mkdirat:
    case SYS_write:
    case SYS_pwrite64:
    case SYS_copy_file_range:
    case SYS_ftruncate:
    case SYS_fsync:
    case SYS_fdatasync:
      return true;
    default:
      return false;
  }
}

bool is_rename(std::uint64_t call) {
#ifdef SYS_rename
  if (call == SYS_rename) return true;
#endif
#ifdef SYS_renameat
  if (call == SYS_renameat) return true;
#endif
  return call == SYS_renameat2;
}

pid_t start_traced(const std::function<Status()>& work) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) ::_exit(77);
    ::raise(SIGSTOP);
    ::_exit(work().ok() ? 0 : 1);
  }
  return child;
}

struct Trace {
  bool traced = true;  // false where this machine allows no tracing
  bool killed = false;
  int status = 0;
  std::vector<std::uint64_t> calls;  // those that change the disk, in order
};

// Runs work in a child and kills it before its kill_at-th change of the disk (one-based); 0 never kills.
Trace run_traced(const std::function<Status()>& work, std::size_t kill_at) {
  Trace trace;
  const pid_t child = start_traced(work);
  ::waitpid(child, &trace.status, 0);
  if (WIFEXITED(trace.status)) return trace.traced = false, trace;
  ::ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
  while (true) {
    ::ptrace(PTRACE_SYSCALL, child, nullptr, nullptr);
    ::waitpid(child, &trace.status, 0);
    if (!WIFSTOPPED(trace.status)) return trace;
    __ptrace_syscall_info info{};
    ::ptrace(PTRACE_GET_SYSCALL_INFO, child, sizeof info, &info);
    if (info.op != PTRACE_SYSCALL_INFO_ENTRY || !changes_disk(info.entry.nr, info.entry.args)) continue;
    trace.calls.push_back(info.entry.nr);
    if (trace.calls.size() != kill_at) continue;
    ::kill(child, SIGKILL);
    ::waitpid(child, &trace.status, 0);
    trace.killed = true;
    return trace;
  }
}

// -- what must hold

std::vector<std::string> ids_of(int version, bool after_removal) {
  std::vector<std::string> all;
  for (const Sample& letter : corpus(version).letters)
    if (!after_removal || letter.id != removal().id) all.push_back(letter.id);
  return sorted_ids(all);
}

bool is_state(const std::vector<std::string>& found) {
  return found.empty() || found == ids_of(0, false) || found == ids_of(1, false) || found == ids_of(1, true);
}

void expect_consistent_to_read(const fs::path& dir, bool published_before) {
  auto reader = Library::open_to_read(dir);
  if (!reader) {
    EXPECT_FALSE(published_before) << message_of(reader);
    EXPECT_NE(message_of(reader).find("no library at"), std::string::npos) << message_of(reader);
    return;
  }
  EXPECT_TRUE(is_state(ids(*reader)));
  EXPECT_TRUE(is_state(record_ids(*reader)));
  const auto generation = current_generation(dir);
  if (!generation) {
    EXPECT_FALSE(published_before) << message_of(generation);
    return;
  }
  const std::string content = slurp(*generation / "letters" / "postlist");
  EXPECT_TRUE(content == corpus(0).index || content == corpus(1).index) << content;
  EXPECT_EQ(content, slurp(*generation / "masks"));
}

// After the builder has run again: exactly what an undisturbed one leaves.
void expect_finished(const fs::path& dir, bool after_removal) {
  auto reader = Library::open_to_read(dir);
  ASSERT_TRUE(reader.ok()) << message_of(reader);
  const auto damage = reader->check();
  ASSERT_TRUE(damage.ok()) << message_of(damage);
  EXPECT_TRUE(damage->empty()) << damage->front();
  EXPECT_EQ(ids(*reader), ids_of(1, after_removal));
  EXPECT_EQ(record_ids(*reader), ids_of(1, after_removal));
  EXPECT_EQ(slurp(*current_generation(dir) / "masks"), corpus(1).index);
  EXPECT_LE(std::distance(fs::directory_iterator(dir / "generations"), {}), 2);
  for (const auto& entry : fs::recursive_directory_iterator(dir)) {
    const std::string name = entry.path().filename().string();
    EXPECT_FALSE(name.starts_with(".tmp-") || name.ends_with("-journal")) << entry.path();
  }
}

// In memory where possible: thousands of fsyncs of a disk would take minutes and show no more, since the machine itself stays up.
fs::path quick_disk() {
  std::error_code ignored;
  return ::access("/dev/shm", W_OK) == 0 && fs::space("/dev/shm", ignored).available > 64u << 20 ? fs::path("/dev/shm")
                                                                                                 : fs::temp_directory_path();
}

struct Scene {
  const char* name;
  bool built_before;
  bool removes;
  std::function<Status(const fs::path&)> work;
};

const Scene kScenes[] = {
    {"the first build of a library", false, false, [](const fs::path& dir) { return build(dir, 1); }},
    {"a build over an older one, and a removal", true, true, build_and_remove},
};

class Crash : public testing::Test {
 protected:
  void SetUp() override { ASSERT_OK_(build(pristine_, 0)); }
  static void ASSERT_OK_(const Status& done) { ASSERT_TRUE(done.ok()) << message_of(done); }
  void reset(const Scene& scene) {
    fs::remove_all(dir_);
    if (scene.built_before) fs::copy(pristine_, dir_, fs::copy_options::recursive);
  }
  void expect_recovers(const Scene& scene) {
    expect_consistent_to_read(dir_, scene.built_before);
    const Status again = scene.work(dir_);
    ASSERT_TRUE(again.ok()) << message_of(again);
    expect_finished(dir_, scene.removes);
  }

  TemporaryFolder folder_{quick_disk()};
  fs::path pristine_ = folder_ / "pristine", dir_ = folder_ / "library";
};

TEST_F(Crash, killed_before_each_change_of_the_disk) {
  for (const Scene& scene : kScenes) {
    reset(scene);
    const Trace whole = run_traced([&] { return scene.work(dir_); }, 0);
    if (!whole.traced) GTEST_SKIP() << "tracing is not allowed here; the timed kills below still run";
    ASSERT_TRUE(WIFEXITED(whole.status) && WEXITSTATUS(whole.status) == 0) << scene.name;
    ASSERT_GT(whole.calls.size(), 100u) << "too few points to kill at in " << scene.name;
    for (std::size_t point = 1; point <= whole.calls.size(); ++point) {
      SCOPED_TRACE(std::string(scene.name) + ", point " + std::to_string(point) + ", system call " +
                   std::to_string(whole.calls[point - 1]));
      reset(scene);
      ASSERT_TRUE(run_traced([&] { return scene.work(dir_); }, point).killed);
      expect_recovers(scene);
      if (HasFailure()) return;
    }
    std::printf("%s: killed at %zu points\n", scene.name, whole.calls.size());
  }
}

// A name is given only to bytes that are durable, and the name is made durable before anything else happens.
TEST_F(Crash, every_rename_stands_between_two_syncs) {
  const Scene& scene = kScenes[1];
  reset(scene);
  const Trace whole = run_traced([&] { return scene.work(dir_); }, 0);
  if (!whole.traced) GTEST_SKIP() << "tracing is not allowed here";
  const auto is_sync = [](std::uint64_t call) { return call == SYS_fsync || call == SYS_fdatasync; };
  int renames = 0;
  for (std::size_t i = 0; i < whole.calls.size(); ++i) {
    if (!is_rename(whole.calls[i])) continue;
    ++renames;
    EXPECT_TRUE(i > 0 && is_sync(whole.calls[i - 1])) << "before rename at " << i;
    EXPECT_TRUE(i + 1 < whole.calls.size() && is_sync(whole.calls[i + 1])) << "after rename at " << i;
  }
  EXPECT_GE(renames, 9);  // originals, extractions, CURRENT twice
}

TEST_F(Crash, killed_at_any_moment) {
  constexpr int kKills = 40;
  std::mt19937 random(20'240'506);
  int killed = 0;
  for (const Scene& scene : kScenes) {
    reset(scene);
    const auto start = std::chrono::steady_clock::now();
    ASSERT_TRUE(scene.work(dir_).ok());
    const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
    std::uniform_int_distribution<std::int64_t> moments(0, whole.count());
    for (int i = 0; i < kKills; ++i) {
      reset(scene);
      const pid_t child = ::fork();
      if (child == 0) ::_exit(scene.work(dir_).ok() ? 0 : 1);
      std::this_thread::sleep_for(std::chrono::microseconds(moments(random)));
      ::kill(child, SIGKILL);
      int status = 0;
      ::waitpid(child, &status, 0);
      killed += WIFSIGNALED(status);
      expect_recovers(scene);
      if (HasFailure()) return;
    }
  }
  EXPECT_GT(killed, kKills / 8) << "on a busy machine most finish first, but not all";
}

}  // namespace
}  // namespace foi::library
