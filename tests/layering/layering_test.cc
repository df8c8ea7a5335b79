// Who may include whom, and what each program may be linked with: design.md's rules, read from the tree itself.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Include {
  std::string file;    // from the top of the tree
  std::string target;  // between the quotes or angle brackets
};

bool is_source(const fs::path& path) { return path.extension() == ".cc" || path.extension() == ".h"; }

std::vector<Include> includes_of(const fs::path& file, const fs::path& root) {
  std::vector<Include> found;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("#include")) continue;
    const std::size_t from = line.find_first_of("\"<");
    const std::size_t to = line.find_first_of("\">", from + 1);
    if (to != std::string::npos) found.push_back({file.lexically_relative(root).string(), line.substr(from + 1, to - from - 1)});
  }
  return found;
}

std::vector<Include> all_includes() {
  const fs::path root = FOI_SOURCE_DIR;
  std::vector<Include> all;
  for (const char* top : {"indexer", "server"})
    for (const auto& entry : fs::recursive_directory_iterator(root / top))
      if (is_source(entry.path()))
        for (Include& include : includes_of(entry.path(), root)) all.push_back(std::move(include));
  return all;
}

bool starts_with_any(const std::string& text, const std::vector<std::string>& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& p) { return text.starts_with(p); });
}

// Folder → what its files may include of ours.
const std::map<std::string, std::vector<std::string>> kMayInclude{
    {"indexer/model/", {"indexer/model/"}},
    {"indexer/extract/", {"indexer/model/", "indexer/extract/"}},
    {"indexer/understand/", {"indexer/model/", "indexer/understand/"}},
    {"indexer/relate/", {"indexer/model/", "indexer/relate/"}},
    {"indexer/library/", {"indexer/model/", "indexer/library/"}},
    {"indexer/index/", {"indexer/model/", "indexer/index/"}},
    {"server/",
     {"server/", "indexer/model/", "indexer/index/", "indexer/understand/", "indexer/library/published.h", "indexer/library/identity.h",
      "indexer/extract/page_drawer.h", "indexer/extract/grey_image.h"}},
};

TEST(Layering, FoldersIncludeOnlyWhatTheyStandOn) {
  for (const Include& include : all_includes()) {
    if (!starts_with_any(include.target, {"indexer/", "server/", "tests/", "corpus/"})) continue;
    for (const auto& [folder, allowed] : kMayInclude) {
      if (!include.file.starts_with(folder)) continue;
      EXPECT_TRUE(starts_with_any(include.target, allowed)) << include.file << " includes " << include.target;
    }
    EXPECT_FALSE(include.file.starts_with("indexer/") && include.target.starts_with("server/")) << include.file;
  }
}

// A library's header → the only places that may include it.
const std::map<std::string, std::vector<std::string>> kSpokenIn{
    {"xapian", {"indexer/index/"}},
    {"httplib", {"server/http.cc"}},
    {"sqlite3", {"indexer/library/"}},
    {"poppler", {"indexer/extract/pdf_"}},
    {"tesseract", {"indexer/extract/ocr.cc"}},
    {"archive", {"indexer/extract/archive.cc"}},
    {"leptonica", {"indexer/extract/ocr.cc", "indexer/extract/picture.cc"}},
    {"gumbo", {"indexer/extract/html"}},
    {"gmime", {"indexer/extract/mail.cc"}},
    {"zlib", {"indexer/extract/pdf_streams.cc", "server/png.cc"}},
    {"seccomp", {"indexer/extract/sandbox.cc", "indexer/extract/syscall_filter.h"}},
    {"linux/landlock", {"indexer/extract/landlock.cc"}},
    {"regex", {}},  // std::regex backtracks without bound
};

TEST(Layering, EachLibraryIsSpokenInOnePlace) {
  for (const Include& include : all_includes()) {
    for (const auto& [header, places] : kSpokenIn) {
      if (!include.target.starts_with(header)) continue;
      EXPECT_TRUE(starts_with_any(include.file, places)) << include.file << " includes " << include.target;
    }
  }
}

TEST(Layering, HeadersOfTheModelNeedNothingButTheStandardLibrary) {
  for (const Include& include : all_includes()) {
    if (!include.file.starts_with("indexer/model/") || !include.file.ends_with(".h")) continue;
    EXPECT_TRUE(include.target.starts_with("indexer/model/") || include.target.find_first_of("/.") == std::string::npos)
        << include.file << " includes " << include.target;
  }
}

TEST(Layering, NoFileIsTooLongToRead) {
  const fs::path root = FOI_SOURCE_DIR;
  for (const char* top : {"indexer", "server"})
    for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
      if (!is_source(entry.path())) continue;
      std::ifstream in(entry.path());
      const auto lines = std::count(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>(), '\n');
      EXPECT_LE(lines, 700) << entry.path();
    }
}

std::string libraries_of(const std::string& program) {
  const std::string command = std::string("ldd ") + FOI_BIN_DIR + "/" + program + " 2>&1";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string out;
  std::array<char, 4096> buffer;
  while (const std::size_t n = fread(buffer.data(), 1, buffer.size(), pipe.get())) out.append(buffer.data(), n);
  return out;
}

struct Linked {
  std::string program;
  std::vector<std::string> needs, must_not;
};

// tests/bench and the README say why: what reads hostile bytes holds no index, what listens to the network reads no documents.
const std::vector<Linked> kLinked{
    {"foi-index",
     {"libxapian", "libsqlite3"},
     {"libpoppler", "libtesseract", "libleptonica", "liblept", "libcpp-httplib", "libarchive", "libgmime", "libgumbo"}},
    {"foi-server", {"libxapian", "libcpp-httplib"}, {"libpoppler", "libtesseract", "liblept", "libsqlite3", "libarchive"}},
    {"foi-extract-text", {"libpoppler"}, {"libxapian", "libsqlite3", "libcpp-httplib", "libtesseract"}},
    {"foi-extract-doc", {}, {"libxapian", "libsqlite3", "libcpp-httplib", "libpoppler", "libtesseract", "libarchive", "libgmime"}},
    {"foi-extract-image", {"libpoppler", "liblept"}, {"libxapian", "libsqlite3", "libcpp-httplib", "libtesseract"}},
    {"foi-extract-ocr", {"libtesseract", "libpoppler"}, {"libxapian", "libsqlite3", "libcpp-httplib"}},
};

TEST(Layering, ProgramsAreLinkedWithNoMoreThanTheirPart) {
  for (const Linked& rule : kLinked) {
    const std::string libraries = libraries_of(rule.program);
    for (const std::string& needed : rule.needs)
      EXPECT_NE(libraries.find(needed), std::string::npos) << rule.program << " lacks " << needed;
    for (const std::string& forbidden : rule.must_not)
      EXPECT_EQ(libraries.find(forbidden), std::string::npos) << rule.program << " is linked with " << forbidden;
  }
}

}  // namespace
