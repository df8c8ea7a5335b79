// What people do wrong, and what they are told: one clear line, the right exit code, nothing half done.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>

#include "tests/e2e/programs.h"
#include "tests/unit/pipeline/scratch.h"

namespace foi::test {
namespace {

namespace fs = std::filesystem;

std::ptrdiff_t lines_in(const std::string& text) { return std::count(text.begin(), text.end(), '\n'); }

void expect_told(const Ran& ran, int exit_code, const std::string& words) {
  EXPECT_EQ(ran.exit_code, exit_code) << ran.err;
  EXPECT_NE(ran.err.find(words), std::string::npos) << ran.err;
  EXPECT_EQ(ran.err.find("terminate called"), std::string::npos);
}

class Commands : public ::testing::Test {
 protected:
  // A library with one letter in it.
  std::string library() {
    corpus_.write("letter.txt", "Thank you for your request about gliders.\n");
    const std::string dir = (home_ / "library").string();
    const Ran ran = run("foi-index", {"build", corpus_.path().string(), "--library", dir});
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    return dir;
  }
  Scratch corpus_, home_;
};

TEST_F(Commands, EveryCommandHasHelp) {
  for (const char* command : {"build", "inspect", "stats", "check"}) {
    const Ran ran = run("foi-index", {command, "--help"});
    EXPECT_EQ(ran.exit_code, 0);
    EXPECT_NE(ran.out.find("--"), std::string::npos) << command;
  }
  EXPECT_EQ(run("foi-index", {"--help"}).exit_code, 0);
  EXPECT_EQ(run("foi-index", {"--version"}).exit_code, 0);
  EXPECT_EQ(run("foi-server", {"--help"}).exit_code, 0);
}

TEST_F(Commands, WrongUseIsTwo) {
  EXPECT_EQ(run("foi-index", {}).exit_code, 2);
  EXPECT_EQ(run("foi-index", {"biuld"}).exit_code, 2);
  EXPECT_EQ(run("foi-index", {"build", "--libary", "x"}).exit_code, 2);
  EXPECT_EQ(run("foi-index", {"build", corpus_.path().string()}).exit_code, 2);  // no library named
  EXPECT_EQ(run("foi-index", {"build", "--library", (home_ / "l").string(), "--jobs", "0"}).exit_code, 2);
  EXPECT_EQ(run("foi-index", {"inspect"}).exit_code, 2);
  EXPECT_EQ(run("foi-server", {"--library", library(), "--listen", "nonsense"}).exit_code, 2);
  EXPECT_EQ(run("foi-server", {}).exit_code, 2);
}

TEST_F(Commands, AMissingFolderIsNamedAndNothingIsMade) {
  const Ran ran = run("foi-index", {"build", "/no/such/folder", "--library", (home_ / "library").string()});
  expect_told(ran, 3, "/no/such/folder");
}

TEST_F(Commands, AnEmptyFolderGivesAnEmptyIndex) {
  EXPECT_EQ(run("foi-index", {"build", corpus_.path().string(), "--library", (home_ / "library").string()}).exit_code, 0);
}

TEST_F(Commands, AFileThatCannotBeReadIsOneLineAndOne) {
  corpus_.write("letter.txt", "Thank you for your request about gliders.\n");
  corpus_.write("broken.pdf", "%PDF-1.4 no more");
  const Ran ran = run("foi-index", {"build", corpus_.path().string(), "--library", (home_ / "library").string()});
  expect_told(ran, 1, "broken.pdf");
}

TEST_F(Commands, AFolderThatIsNoLibraryIsLeftAlone) {
  const fs::path photo = home_.write("photos/beach.jpg", "x");
  expect_told(run("foi-index", {"build", corpus_.path().string(), "--library", photo.parent_path().string()}), 3,
              photo.parent_path().string());
  EXPECT_EQ(std::distance(fs::directory_iterator(photo.parent_path()), {}), 1);
}

TEST_F(Commands, NoLibraryIsSaidWithTheCommandThatMakesOne) {
  const std::string nowhere = (home_ / "nowhere").string();
  for (const Ran& ran : {run("foi-index", {"stats", "--library", nowhere}), run("foi-index", {"check", "--library", nowhere}),
                         run("foi-server", {"--library", nowhere})}) {
    expect_told(ran, 3, nowhere);
    EXPECT_NE(ran.err.find("foi-index build"), std::string::npos) << ran.err;
    EXPECT_EQ(lines_in(ran.err), 1) << ran.err;
  }
  EXPECT_FALSE(fs::exists(nowhere));
}

TEST_F(Commands, InspectPrintsOneRecordALineInTheOrderAsked) {
  const std::string a = corpus_.write("a.txt", "Thank you for your request about gliders.\n").string();
  const std::string b = corpus_.write("b.txt", "Thank you for your request about kites.\n").string();
  const std::string empty = corpus_.write("c.pdf", "").string();
  const Ran ran = run("foi-index", {"inspect", "--pages", b, a, empty, b});
  EXPECT_EQ(ran.exit_code, 1) << ran.err;  // the empty file
  ASSERT_EQ(lines_in(ran.out), 4);
  EXPECT_LT(ran.out.find("kites"), ran.out.find("gliders"));
  EXPECT_NE(ran.out.find("\"error\":{\"fault\":\"document\""), std::string::npos);
}

TEST_F(Commands, InspectExplainsItselfToPeople) {
  const std::string letter =
      corpus_.write("a.txt", "Our Ref: FOI 8841\n\nDear Ms Quillfeather,\n\nThank you for your request about gliders.\n").string();
  const Ran ran = run("foi-index", {"inspect", "--explain", letter});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_TRUE(ran.out.starts_with(letter + "\n")) << ran.out;
  EXPECT_NE(ran.out.find("  reference: FOI 8841\n      page 1: Our Ref: FOI 8841\n"), std::string::npos) << ran.out;
  EXPECT_EQ(ran.out.find("Quillfeather"), std::string::npos) << ran.out;
  EXPECT_EQ(ran.out.find('{'), std::string::npos) << "for people, no JSON";
}

TEST_F(Commands, InspectOfWhatIsNoFileIsTwo) {
  ASSERT_EQ(::mkfifo((corpus_ / "pipe.pdf").c_str(), 0600), 0);
  expect_told(run("foi-index", {"inspect", corpus_.path().string()}), 2, "is a folder or a device, not a file");
  expect_told(run("foi-index", {"inspect", (corpus_ / "pipe.pdf").string()}), 2, "is a folder or a device, not a file");
}

TEST_F(Commands, AManifestThatIsTooLargeIsNamed) {
  const std::string dir = library();
  corpus_.write("manifest.csv", "path\n");
  fs::resize_file(corpus_ / "manifest.csv", 1ull << 30);
  expect_told(run("foi-index", {"build", "--library", dir}), 1, "manifest.csv: larger than 32 MiB");
}

TEST_F(Commands, InspectOfNoFileIsThree) { expect_told(run("foi-index", {"inspect", "/no/such/file.pdf"}), 3, "/no/such/file.pdf"); }

TEST_F(Commands, ALanguageThatIsNotInstalledIsNamedWithItsPackage) {
  const Ran ran = run("foi-index", {"inspect", "--ocr-languages", "tlh", corpus_.write("a.txt", "x").string()});
  expect_told(ran, 3, "tesseract-ocr-tlh");
}

TEST_F(Commands, StatsAndCheckSpeakOfAWholeLibrary) {
  const std::string dir = library();
  const Ran stats = run("foi-index", {"stats", "--library", dir});
  EXPECT_EQ(stats.exit_code, 0);
  EXPECT_NE(stats.out.find("documents           1"), std::string::npos) << stats.out;
  EXPECT_EQ(run("foi-index", {"check", "--library", dir}).exit_code, 0);
}

TEST_F(Commands, CheckFindsALostOriginal) {
  const std::string dir = library();
  fs::remove_all(fs::path(dir) / "originals");
  EXPECT_EQ(run("foi-index", {"check", "--library", dir}).exit_code, 3);
}

TEST_F(Commands, AnIndexOfAnotherFormatIsRefusedWithTheCommandThatMendsIt) {
  const std::string dir = library();
  std::ifstream in(fs::path(dir) / "CURRENT");
  std::string generation;
  std::getline(in, generation);
  const fs::path letters = fs::path(dir) / "generations" / generation / "letters";
  ASSERT_TRUE(fs::exists(letters));
  for (const auto& entry : fs::directory_iterator(letters)) std::ofstream(entry.path()) << "not an index";
  const Ran ran = run("foi-server", {"--library", dir, "--listen", "127.0.0.1:0"});
  EXPECT_EQ(ran.exit_code, 3);
  EXPECT_EQ(lines_in(ran.err), 1) << ran.err;
  EXPECT_NE(ran.err.find("foi-index build"), std::string::npos) << ran.err;
}

TEST_F(Commands, ABusyPortIsNamed) {
  const std::string dir = library();
  Running first("foi-server", {"--library", dir, "--listen", "127.0.0.1:0"}, "http://");
  const std::string address = "127.0.0.1:" + std::to_string(port_in(first.line()));
  const Ran ran = run("foi-server", {"--library", dir, "--listen", address});
  expect_told(ran, 3, address);
  EXPECT_EQ(first.stop(), 0);
}

// A tiny disk stands for a full one; RLIMIT_FSIZE would be noticed by a signal instead.
TEST_F(Commands, AFullDiskIsOneLineAndTheOldIndexServes) {
  const std::string dir = library();
  std::string big(3 << 20, 'x');
  for (std::size_t i = 0; i < big.size(); i += 7) big[i] = i % 77 == 0 ? '\n' : ' ';
  for (int i = 0; i < 8; ++i) corpus_.write("big" + std::to_string(i) + ".txt", big + std::to_string(i));
  // The library is copied to the small file system, so that only what is new does not fit.
  const std::string mount = (home_ / "small").string();
  fs::create_directory(mount);
  if (std::system(("mount -t tmpfs -o size=12m tmpfs " + mount + " 2>/dev/null").c_str()) != 0) {
    std::cout << "no right to mount a small file system here; the library's own tests cover a full disk\n";
    return;
  }
  fs::copy(dir, mount + "/library", fs::copy_options::recursive);
  const Ran ran = run("foi-index", {"build", corpus_.path().string(), "--library", mount + "/library"});
  const Ran check = run("foi-index", {"check", "--library", mount + "/library"});
  {
    Running server("foi-server", {"--library", mount + "/library", "--listen", "127.0.0.1:0"}, "http://");
    EXPECT_EQ(server.stop(), 0);
  }
  EXPECT_EQ(std::system(("umount " + mount).c_str()), 0);
  EXPECT_EQ(ran.exit_code, 3) << ran.err;
  EXPECT_NE(ran.err.find("space"), std::string::npos) << ran.err;
  EXPECT_EQ(check.exit_code, 0) << check.out;
}

}  // namespace
}  // namespace foi::test
