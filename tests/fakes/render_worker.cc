// Draws every page of a PDF as foi-extract-ocr does, and gives a digest of each picture as the text of its page.
#include <clocale>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/extract/pdf_image.h"
#include "indexer/extract/worker.h"
#include "indexer/model/limits.h"

namespace {

using namespace foi;
using namespace foi::extract;

// FNV-1a, 64 bits: any change of a pixel changes it.
std::uint64_t digest(const GreyImage& image) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const std::uint8_t pixel : image.pixels) hash = (hash ^ pixel) * 0x100000001b3;
  return hash;
}

// "1654x2339 3% ink 9823498234": the ink tells a page without its fonts from a page with them.
std::string describe(const GreyImage& image) {
  std::uint64_t dark = 0;
  for (const std::uint8_t pixel : image.pixels) dark += pixel < 128 ? 1 : 0;
  return std::to_string(image.width) + "x" + std::to_string(image.height) + " " + std::to_string(dark) + " dark " +
         std::to_string(digest(image));
}

Status draw_all(std::string_view bytes, Sink& sink) {
  const Result<PdfImages> images = PdfImages::open(bytes);
  if (!images) return images.error();
  sink.document("application/pdf", images->pages(), "render-worker");
  for (std::uint32_t number = 1; number <= images->pages(); ++number) {
    const Result<PageImage> drawn = images->draw(number, limits::kOcrDpi);
    Page page;
    page.number = number;
    page.text = drawn ? describe(drawn->image) : drawn.error().message;
    sink.page(page, false);
  }
  return success();
}

Status prepare() {
  std::setlocale(LC_CTYPE, "C.UTF-8");
  return success();
}

}  // namespace

int main(int argc, char** argv) {
  WorkerOptions options;
  for (int i = 1; i < argc; ++i)
    if (std::string_view(argv[i]) == "--no-sandbox") options.sandbox = false;
  const WorkerRole role{.prepare = prepare, .read = draw_all};
  return run_worker(role, options);
}
