// foi-extract-ocr: pages of one document by OCR. Started by the parent with the descriptors of wire.h.
#include <charconv>
#include <clocale>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/extract/ocr_pages.h"
#include "indexer/extract/pdf_text.h"
#include "indexer/extract/worker.h"

namespace {

using namespace foi;
using namespace foi::extract;

struct Arguments {
  std::string languages = "eng";
  OcrRequest request;
  WorkerOptions options;
};

template <class Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number > 0;
}

std::optional<Arguments> parse(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    const std::size_t equals = argument.find('=');
    const std::string_view value = equals == std::string_view::npos ? "" : argument.substr(equals + 1);
    const std::string_view name = argument.substr(0, equals);
    const std::size_t dash = value.find('-');
    if (name == "--languages")
      arguments.languages = value;
    else if (name == "--media-type")
      arguments.request.media_type = value;
    else if (name == "--dpi" && read_number(value, arguments.request.dpi))
      continue;
    else if (name == "--pages" && dash != std::string_view::npos && read_number(value.substr(0, dash), arguments.request.first) &&
             read_number(value.substr(dash + 1), arguments.request.last))
      continue;
    else if (argument == "--no-sandbox")
      arguments.options.sandbox = false;
    else if (argument == "--check")
      arguments.options.check = true;
    else
      return std::nullopt;
  }
  return arguments;
}

}  // namespace

int main(int argc, char** argv) {
  constexpr int kUsageExit = 2;
  const std::optional<Arguments> arguments = parse(argc, argv);
  if (!arguments) return kUsageExit;
  std::optional<OcrEngine> engine;
  const auto prepare = [&]() -> Status {
    if (!std::setlocale(LC_CTYPE, "C.UTF-8"))
      return environment_error("the locale C.UTF-8 cannot be loaded: install the package libc-bin, or raise the memory limit");
    if (Status text = prepare_pdf_text(); !text) return text;
    Result<OcrEngine> loaded = OcrEngine::load(arguments->languages);
    if (!loaded) return loaded.error();
    engine.emplace(std::move(*loaded));
    return success();
  };
  const auto read = [&](std::string_view bytes, Sink& sink) { return read_pages_by_ocr(bytes, arguments->request, *engine, sink); };
  return run_worker({.prepare = prepare, .read = read}, arguments->options);
}
