// foi-extract-image: one page of a document as a picture. Started by the parent with the descriptors of wire.h.
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <clocale>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/pdf_image.h"
#include "indexer/extract/pdf_text.h"
#include "indexer/extract/picture.h"
#include "indexer/extract/worker.h"
#include "indexer/model/limits.h"

namespace {

using namespace foi;
using namespace foi::extract;

// Searches go before pictures when the cores are busy.
constexpr int kNiceness = 10;

struct Asked {
  std::string media_type = "application/pdf";
  std::uint32_t page = 1;
  int width = 800;
};

template <class Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number > 0;
}

Result<PageImage> draw(std::string_view bytes, const Asked& asked) {
  if (is_picture(asked.media_type)) return read_picture_to_width(bytes, asked.media_type, asked.page, asked.width);
  if (asked.media_type != "application/pdf") return document_error("its pages cannot be drawn");
  Result<PdfImages> images = PdfImages::open(bytes);
  if (!images) return images.error();
  if (asked.page > images->pages()) return document_error("it has no such page");
  return images->draw_to_width(asked.page, asked.width);
}

Status read(std::string_view bytes, const Asked& asked, Sink& sink) {
  const Result<PageImage> drawn = draw(bytes, asked);
  if (!drawn) return drawn.error();
  sink.document(asked.media_type, 1, "");
  sink.picture(drawn->image);
  return success();
}

Status prepare() {
  [[maybe_unused]] const int niceness = ::nice(kNiceness);
  if (!std::setlocale(LC_CTYPE, "C.UTF-8")) return environment_error("the locale C.UTF-8 is missing: install the package libc-bin");
  return prepare_pdf_text();
}

std::optional<WorkerPlan> plan(const std::vector<std::string>& arguments) {
  Asked asked;
  WorkerOptions options{.resources = {.address_space_bytes = limits::kDrawAddressSpaceBytes, .cpu_seconds = limits::kDrawCpuSeconds}};
  for (const std::string& argument : arguments) {
    const std::string_view value = std::string_view(argument).substr(std::min(argument.size(), argument.find('=') + 1));
    if (argument.starts_with("--media-type="))
      asked.media_type = value;
    else if (argument == "--no-sandbox")
      options.sandbox = false;
    else if (argument == "--check")
      options.check = true;
    else if (!(argument.starts_with("--page=") && read_number(value, asked.page)) &&
             !(argument.starts_with("--width=") && read_number(value, asked.width) && asked.width <= limits::kMaxDrawnWidth))
      return std::nullopt;
  }
  return WorkerPlan{{.prepare = prepare, .read = [asked](std::string_view bytes, Sink& sink) { return read(bytes, asked, sink); }},
                    options};
}

}  // namespace

int main(int argc, char** argv) { return worker_main(argc, argv, plan); }
