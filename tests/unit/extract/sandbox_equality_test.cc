// Every sample PDF gives the same text and the same pictures inside the sandbox as outside. A font or a CMap that a shut worker cannot
// open shows here.
#include <fcntl.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "tests/unit/extract/extraction_fixture.h"
#include "tests/unit/extract/old_kernel.h"

namespace foi::extract {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> sample_pdfs() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(FOI_SOURCE_DIR) / "corpus/sample/documents"))
    if (entry.path().extension() == ".pdf") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

Result<Extraction> extract_with(const char* text_worker, bool sandbox, const fs::path& path) {
  Options options;
  options.text_worker = program(text_worker);
  options.ocr_worker = program("foi-extract-ocr");
  options.jobs = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  options.sandbox = sandbox;
  Extractor extractor(options);
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  Result<Extraction> extraction = extractor.extract(fd, fs::file_size(path), path.filename().string());
  ::close(fd);
  return extraction;
}

void expect_equal(const char* text_worker, const fs::path& path) {
  const Result<Extraction> shut = extract_with(text_worker, true, path);
  const Result<Extraction> open = extract_with(text_worker, false, path);
  ASSERT_EQ(shut.ok(), open.ok()) << path << ": " << (shut.ok() ? open : shut).error().message;
  if (!shut.ok()) {
    EXPECT_EQ(shut.error().message, open.error().message) << path;
    return;
  }
  EXPECT_TRUE(*shut == *open) << path << ": not the same inside the sandbox";
  ASSERT_EQ(shut->pages.size(), open->pages.size()) << path;
  for (std::size_t i = 0; i < shut->pages.size(); ++i) EXPECT_EQ(shut->pages[i].text, open->pages[i].text) << path << " page " << i + 1;
}

class SandboxEquality : public LeavesNothing {};

TEST_F(SandboxEquality, TextOfEverySamplePdf) {
  const std::vector<fs::path> paths = sample_pdfs();
  ASSERT_FALSE(paths.empty()) << "no sample PDF to compare";
  for (const fs::path& path : paths) expect_equal("foi-extract-text", path);
}

TEST_F(SandboxEquality, PictureOfEveryPageOfEverySamplePdf) {
  const std::vector<fs::path> paths = sample_pdfs();
  ASSERT_FALSE(paths.empty()) << "no sample PDF to compare";
  for (const fs::path& path : paths) expect_equal("render-worker", path);
}

// Proof that the comparison above can fail: some sample names fonts that it does not hold.
TEST_F(SandboxEquality, AWorkerWithoutFontsDrawsSomeSampleDifferently) {
  int different = 0;
  for (const fs::path& path : sample_pdfs()) {
    on_kernel_without({SCMP_SYS(landlock_create_ruleset)}, [&] {
      const Result<Extraction> blind = extract_with("render-worker", true, path);
      const Result<Extraction> open = extract_with("render-worker", false, path);
      if (blind.ok() && open.ok() && blind->pages != open->pages) ++different;
    });
    if (different > 0) break;
  }
  EXPECT_GT(different, 0) << "no sample PDF needs a font of the system";
}

}  // namespace
}  // namespace foi::extract
