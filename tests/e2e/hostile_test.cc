// A folder of bad files: each costs one line that people understand, and the letters among them are found.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "tests/e2e/hostile_files.h"
#include "tests/e2e/programs.h"
#include "tests/unit/extract/made_zip.h"
#include "tests/unit/pipeline/scratch.h"

namespace foi::test {
namespace {

namespace fs = std::filesystem;

fs::path committed(const HostileFile& file) { return fs::path(FOI_SOURCE_DIR) / "corpus/hostile" / file.name; }

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// With FOI_WRITE_HOSTILE set the files are written instead. ZIP files are not compared: their bytes depend on the library that packs them.
TEST(Hostile, TheCommittedFilesAreThoseOfTheTable) {
  for (const HostileFile& file : hostile_files()) {
    if (file.bytes.size() > kLargestCommitted) continue;
    if (std::getenv("FOI_WRITE_HOSTILE")) std::ofstream(committed(file), std::ios::binary) << file.bytes;
    ASSERT_TRUE(fs::exists(committed(file))) << file.name;
    if (!file.bytes.starts_with("PK")) {
      EXPECT_EQ(bytes_of(committed(file)), file.bytes) << file.name;
    }
  }
}

class HostileFolder : public ::testing::Test {
 protected:
  std::vector<std::string> lines_about(const std::string& name) const {
    std::vector<std::string> found;
    for (std::size_t at = 0; at < ran_.err.size();) {
      const std::size_t end = std::min(ran_.err.find('\n', at), ran_.err.size());
      const std::string line = ran_.err.substr(at, end - at);
      if (line.starts_with("could not read ") && line.find("/" + name) != std::string::npos) found.push_back(line);
      at = end + 1;
    }
    return found;
  }
  void build() { ran_ = run("foi-index", {"build", corpus_.path().string(), "--library", (home_ / "library").string(), "--jobs", "2"}); }

  Scratch corpus_, home_;
  Ran ran_;
};

TEST_F(HostileFolder, EachBadFileCostsOneLine) {
  const std::vector<HostileFile> files = hostile_files();
  ASSERT_GE(files.size(), 60u);
  for (const HostileFile& file : files)
    corpus_.write(file.name, file.bytes.size() > kLargestCommitted ? file.bytes : bytes_of(committed(file)));
  corpus_.write("enormous.pdf", "");
  fs::resize_file(corpus_ / "enormous.pdf", 600ull << 20);  // takes no room on the disk
  corpus_.write("good letter.txt", "Thank you for your request about gliders.\n");
  const auto started = std::chrono::steady_clock::now();
  build();
  EXPECT_EQ(ran_.exit_code, 1) << ran_.err;
  for (const HostileFile& file : files) {
    const std::vector<std::string> lines = lines_about(file.name);
    ASSERT_EQ(lines.size(), 1u) << file.name << "\n" << ran_.err;
    EXPECT_NE(lines[0].find(": " + file.reason), std::string::npos) << lines[0];
    EXPECT_LT(lines[0].size(), 300u + corpus_.path().string().size()) << lines[0];
  }
  ASSERT_EQ(lines_about("enormous.pdf").size(), 1u);
  EXPECT_TRUE(lines_about("good letter.txt").empty());
  EXPECT_EQ(ran_.err.find("crashed"), std::string::npos) << ran_.err;
  EXPECT_EQ(ran_.err.find("took too long"), std::string::npos) << ran_.err;
  EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(120));
#ifndef FOI_SANITIZED  // whose shadow memory is counted too
  rusage children{};
  ::getrusage(RUSAGE_CHILDREN, &children);
  EXPECT_LT(children.ru_maxrss, 512 * 1024) << "kilobytes, of the largest process";
#endif
}

TEST_F(HostileFolder, WhatIsNoFileIsPassedOver) {
  corpus_.write("good letter.txt", "Thank you for your request about gliders.\n");
  ASSERT_EQ(::mkfifo((corpus_ / "pipe.pdf").c_str(), 0600), 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string socket = (corpus_ / "socket.pdf").string();
  ASSERT_LT(socket.size(), sizeof address.sun_path);
  socket.copy(address.sun_path, socket.size());
  const int listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
  ASSERT_EQ(::bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  ::close(listener);
  // Only root makes devices, and not in every container.
  const bool device = ::mknod((corpus_ / "device.pdf").c_str(), S_IFCHR | 0600, makedev(1, 5)) == 0;  // /dev/zero, which never ends
  fs::create_symlink("/etc/passwd", corpus_ / "link.txt");
  fs::create_directory_symlink("/", corpus_ / "folder");
  build();
  EXPECT_EQ(ran_.exit_code, 0) << ran_.err;
  EXPECT_NE(ran_.err.find("pipe.pdf: not a file; passed over"), std::string::npos) << ran_.err;
  EXPECT_NE(ran_.err.find("socket.pdf: not a file; passed over"), std::string::npos) << ran_.err;
  EXPECT_EQ(ran_.err.find("device.pdf: not a file; passed over") != std::string::npos, device) << ran_.err;
  EXPECT_NE(ran_.err.find("link.txt: a symbolic link; passed over"), std::string::npos) << ran_.err;
  EXPECT_NE(ran_.err.find("1 documents"), std::string::npos) << ran_.err;
}

TEST_F(HostileFolder, NamesInAnyBytesAreShownSafely) {
  const char* names[] = {"\xFF\xFE.pdf",    "red\x1B[31m.pdf", "line\nfoi-index: all well.pdf",
                         "tab\t.pdf",       "up!.pdf",         "-rf.pdf",
                         "spaced out .pdf", "\u202Egnp.pdf",   "\u2066isolated.pdf",
                         "\u2028x.pdf"};
  for (const char* name : names) corpus_.write(name, "%PDF-1.4 rubbish " + std::string(name));
  corpus_.write("\u202Elog.zip", extract::make_zip({{"in\nside\u202Egnp.pdf", "%PDF-1.4 rubbish"}, {"empty\u202E.txt", ""}}));
  corpus_.write("manifest.csv", "path,received\na.pdf,\"\u202Enever\nfoi-index: all well\"\n");
  build();
  EXPECT_EQ(ran_.exit_code, 1) << ran_.err;
  EXPECT_EQ(ran_.err.find('\x1B'), std::string::npos) << "a name reached the terminal as it is";
  EXPECT_EQ(ran_.err.find('\xFF'), std::string::npos);
  std::size_t told = 0;
  for (std::size_t at = ran_.err.find("could not read "); at != std::string::npos; at = ran_.err.find("could not read ", at + 1)) ++told;
  EXPECT_EQ(told, std::size(names) + 1) << ran_.err;
  EXPECT_EQ(ran_.err.find("\nfoi-index:"), std::string::npos) << "a line that a name wrote\n" << ran_.err;
  for (const char* mark : {"\t", "\u2028", "\u202E", "\u2066"}) EXPECT_EQ(ran_.err.find(mark), std::string::npos) << ran_.err;
  EXPECT_NE(ran_.err.find("received \"\uFFFDnever foi-index: all well\""), std::string::npos) << ran_.err;
}

}  // namespace
}  // namespace foi::test
