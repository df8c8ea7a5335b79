#include "indexer/discover.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indexer/model/limits.h"
#include "tests/unit/pipeline/scratch.h"

namespace foi {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> paths(const Discovery& discovery) {
  std::vector<std::string> out;
  for (const FoundFile& file : discovery.files) out.push_back(file.path);
  return out;
}

TEST(Discover, FindsEveryFileInOrderWhateverItsDepth) {
  const test::Scratch folder;
  folder.write("b.pdf", "1");
  folder.write("a/deep/er/letter.txt", "22");
  folder.write("a.txt", "");
  const Result<Discovery> found = discover(folder.path());
  ASSERT_TRUE(found.ok()) << found.error().message;
  EXPECT_EQ(paths(*found), (std::vector<std::string>{"a.txt", "a/deep/er/letter.txt", "b.pdf"}));
  EXPECT_EQ(found->files[1].size, 2u);
}

TEST(Discover, PassesOverWhatIsNoPublishedFile) {
  const test::Scratch folder;
  folder.write("letter.txt", "x");
  folder.write(".DS_Store", "x");
  folder.write("~$letter.docx", "x");
  fs::create_symlink("/etc/passwd", folder / "link.txt");
  fs::create_directory_symlink("/etc", folder / "etc");
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  const Result<Discovery> found = discover(folder.path());
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(paths(*found), std::vector<std::string>{"letter.txt"});
  EXPECT_EQ(found->remarks.size(), 3u);  // two links and the FIFO; the hidden files go without saying
}

TEST(Discover, KeepsNamesOfAnyBytes) {
  const test::Scratch folder;
  folder.write("r\xE9ponse.txt", "x");
  const Result<Discovery> found = discover(folder.path());
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(paths(*found), std::vector<std::string>{"r\xE9ponse.txt"});
}

TEST(Discover, SaysWhichFolderIsMissing) {
  const Result<Discovery> found = discover("/no/such/folder");
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.error().fault, Fault::kEnvironment);
  EXPECT_NE(found.error().message.find("/no/such/folder"), std::string::npos);
}

TEST(Discover, AFileIsNoFolder) {
  const test::Scratch folder;
  EXPECT_FALSE(discover(folder.write("letter.txt", "x")).ok());
}

TEST(Discover, AFolderThatCannotBeReadStopsTheRun) {
  if (::geteuid() == 0) {
    // Root reads everything: an unreadable folder is one that vanishes instead, which the test above covers.
    SUCCEED();
    return;
  }
  const test::Scratch folder;
  folder.write("closed/letter.txt", "x");
  fs::permissions(folder / "closed", fs::perms::none);
  const Result<Discovery> found = discover(folder.path());
  fs::permissions(folder / "closed", fs::perms::owner_all);
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.error().fault, Fault::kEnvironment);
}

TEST(Manifest, IsTheFoldersLogAndNoDocument) {
  const test::Scratch folder;
  folder.write("trust/letter.pdf", "x");
  folder.write("trust/review.pdf", "y");
  folder.write("trust/manifest.csv",
               "path,url,reference,received,responded,title,licence,in_reply_to\n"
               "letter.pdf,https://example.org/l.pdf,FOI 12,2024-03-01,2024-03-20,Pumps,OGL 3.0,\n"
               "review.pdf,,IR 3,,,,,letter.pdf\n");
  const Result<Discovery> found = discover(folder.path());
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(paths(*found), (std::vector<std::string>{"trust/letter.pdf", "trust/review.pdf"}));
  ASSERT_EQ(found->log.size(), 2u);
  const LogEntry& letter = found->log.at("trust/letter.pdf");
  EXPECT_EQ(letter.url, "https://example.org/l.pdf");
  EXPECT_EQ(letter.responded, parse_iso("2024-03-20"));
  EXPECT_EQ(letter.in_reply_to, std::nullopt);
  EXPECT_EQ(found->log.at("trust/review.pdf").in_reply_to, "trust/letter.pdf");
}

TEST(Manifest, ThatIsTooLargeOrNoFileIsNamedAndNotRead) {
  const test::Scratch folder;
  folder.write("a/letter.pdf", "x");
  folder.write("a/manifest.csv", "path\nletter.pdf\n");
  folder.write("b/manifest.csv", "path\nletter.pdf\n");
  fs::resize_file(folder / "a/manifest.csv", limits::kMaxManifestBytes + 1);  // takes no room on the disk
  const Result<Discovery> found = discover(folder.path());
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(paths(*found), std::vector<std::string>{"a/letter.pdf"});
  ASSERT_EQ(found->unread.size(), 1u);
  EXPECT_EQ(found->unread[0].first, "a/manifest.csv");
  EXPECT_EQ(found->unread[0].second.message, "larger than 32 MiB, the most that is read of a manifest");
  EXPECT_EQ(found->log.size(), 1u) << "the other folder's";
}

TEST(Manifest, AsLongAsAManifestMayBeIsRead) {
  const test::Scratch folder;
  folder.write("manifest.csv", "path\nletter.pdf\n");
  fs::resize_file(folder / "manifest.csv", limits::kMaxManifestBytes);
  const Result<Discovery> found = discover(folder.path());
  ASSERT_TRUE(found.ok());
  EXPECT_TRUE(found->unread.empty());
}

TEST(Manifest, OfTooManyRowsGivesTheFirst) {
  std::string csv = "path\n";
  for (std::size_t i = 0; i < limits::kMaxManifestRows + 2; ++i) csv += std::to_string(i) + ".pdf\n";
  std::vector<std::string> remarks;
  EXPECT_EQ(parse_manifest(csv, "manifest.csv", remarks).size(), limits::kMaxManifestRows);
  ASSERT_EQ(remarks.size(), 1u);
  EXPECT_NE(remarks[0].find("row 250002: and those after it were left out"), std::string::npos) << remarks[0];
}

TEST(Manifest, RemarksOnBadRowsAreCountedBeyondTheFirst) {
  std::string csv = "path,url\n";
  for (std::size_t i = 0; i < limits::kMaxManifestRemarks + 7; ++i) csv += ",u\n";
  std::vector<std::string> remarks;
  parse_manifest(csv, "manifest.csv", remarks);
  ASSERT_EQ(remarks.size(), limits::kMaxManifestRemarks + 1);
  EXPECT_EQ(remarks.back(), "manifest.csv: 7 more like these");
}

struct ManifestRow {
  const char* csv;
  std::size_t entries, remarks;
};

TEST(Manifest, SaysWhatItCouldNotUse) {
  const ManifestRow rows[] = {
      {"", 0, 0},
      {"path\n", 0, 0},
      {"path\na.pdf\n", 1, 0},
      {"PATH , Url\na.pdf,u\n", 1, 0},
      {"\xEF\xBB\xBFpath,url\r\na.pdf,u\r\n", 1, 0},
      {"path\n./a.pdf\n", 1, 0},
      {"path,colour\na.pdf,red\n", 1, 0},           // a column of the publisher's own
      {"url,reference\nu,r\n", 0, 1},               // nothing says which file is meant
      {"path,received\na.pdf,01/02/2024\n", 1, 1},  // day or month first? not guessed
      {"path,received\na.pdf,2024-02-30\n", 1, 1},
      {"path,url\n,u\n", 0, 1},
      {"path,url\na.pdf,one\na.pdf,two\n", 1, 1},
      {"path,url\na.pdf,u\n\n\nb.pdf,v\n", 2, 0},
  };
  for (const ManifestRow& row : rows) {
    std::vector<std::string> remarks;
    EXPECT_EQ(parse_manifest(row.csv, "manifest.csv", remarks).size(), row.entries) << row.csv;
    EXPECT_EQ(remarks.size(), row.remarks) << row.csv;
  }
}

}  // namespace
}  // namespace foi
