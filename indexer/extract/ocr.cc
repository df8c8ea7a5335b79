#include "indexer/extract/ocr.h"

#include <dlfcn.h>
#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <numbers>
#include <optional>
#include <vector>

#include "indexer/extract/dark_areas.h"
#include "indexer/extract/ocr_columns.h"
#include "indexer/extract/ocr_frame.h"
#include "indexer/extract/points.h"
#include "indexer/extract/text_quality.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

// Cells of 4 by 4 pixels at least half dark, fewer than which are dust; the smallest page number has six at 200 dpi.
constexpr int kBlankCells = 4;
// What counts as dark, in parts of the paper's own grey.
constexpr double kDark = 0.7;
// Degrees of skew below which the picture is left alone, and beyond which the finding is not believed.
constexpr float kLeastSkew = 0.1f;
constexpr float kMostSkew = 7.0f;
constexpr float kSurenessOfSkew = 3.0f;  // Leptonica's own bound
// Confidence under which a page of many words is likely upside down or on its side.
constexpr float kUnreadable = 0.5f;
constexpr std::size_t kManyWords = 15;
// Leptonica's bounds for an orientation: how sure, and how many times as sure as of the other axis. Its own ratio of 2.5 leaves plain
// letters undecided; a wrong decision costs a second reading, since what comes of it is checked.
constexpr float kSureOfOrientation = 8;
constexpr float kClearOrientation = 1.5f;
constexpr l_int32 kMedianPixels = 3;
// A sign without letters that Tesseract is less sure of is dust or a rule; so is a "letter" lower than any print, in points.
constexpr float kSureOfSigns = 0.6f;
constexpr double kLowestPrint = 2;

struct DestroyPix {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<Pix, DestroyPix>;

struct InkBox {
  int left = 0, top = 0, right = 0, bottom = 0;
};

InkBox ink_of_word(const tesseract::ResultIterator& it) {
  InkBox ink;
  it.BoundingBox(tesseract::RIL_WORD, &ink.left, &ink.top, &ink.right, &ink.bottom);
  return ink;
}

struct DeleteText {
  void operator()(char* text) const { delete[] text; }
};

PixPtr to_pix(const GreyImage& image) {
  PixPtr pix(pixCreateNoInit(image.width, image.height, 8));
  if (!pix) return nullptr;
  const auto line_bytes = static_cast<std::size_t>(pixGetWpl(pix.get())) * sizeof(l_uint32);
  auto* data = reinterpret_cast<std::uint8_t*>(pixGetData(pix.get()));
  const auto width = static_cast<std::size_t>(image.width);
  for (std::size_t y = 0; y < static_cast<std::size_t>(image.height); ++y) {
    std::memcpy(data + y * line_bytes, &image.pixels[y * width], width);
    std::memset(data + y * line_bytes + width, 255, line_bytes - width);
  }
  // Leptonica has the first pixel in the high byte of a word.
  pixEndianByteSwap(pix.get());
  return pix;
}

// The grey that half of the page is lighter than: the paper, unless the page is a photograph.
int paper_of(const GreyImage& image) {
  std::array<std::size_t, 256> count{};
  for (const std::uint8_t pixel : image.pixels) ++count[pixel];
  std::size_t seen = 0;
  for (int grey = 0; grey < 256; ++grey) {
    seen += count[static_cast<std::size_t>(grey)];
    if (seen * 2 >= image.pixels.size()) return grey;
  }
  return 255;
}

bool is_blank(const GreyImage& image, int dark) {
  constexpr int kCell = 4;
  const auto stride = static_cast<std::size_t>(image.width);
  int cells = 0;
  for (int y = 0; y + kCell <= image.height; y += kCell)
    for (int x = 0; x + kCell <= image.width; x += kCell) {
      const std::uint8_t* corner = &image.pixels[static_cast<std::size_t>(y) * stride + static_cast<std::size_t>(x)];
      int pixels = 0;
      for (int row = 0; row < kCell; ++row)
        for (int column = 0; column < kCell; ++column)
          pixels += corner[static_cast<std::size_t>(row) * stride + static_cast<std::size_t>(column)] < dark ? 1 : 0;
      if (pixels * 2 >= kCell * kCell && ++cells >= kBlankCells) return false;
    }
  return true;
}

// Clockwise quarter turns that set the text upright; nothing when Leptonica cannot tell.
std::optional<int> quarters_to_upright(Pix* binary) {
  l_float32 up = 0;
  l_float32 left = 0;
  l_int32 orientation = L_TEXT_ORIENT_UNKNOWN;
  if (pixOrientDetect(binary, &up, &left, 0, 0) != 0 ||
      makeOrientDecision(up, left, kSureOfOrientation, kClearOrientation, &orientation, 0) != 0)
    return std::nullopt;
  switch (orientation) {
    case L_TEXT_ORIENT_UP:
      return 0;
    case L_TEXT_ORIENT_LEFT:
      return 1;
    case L_TEXT_ORIENT_DOWN:
      return 2;
    case L_TEXT_ORIENT_RIGHT:
      return 3;
    default:
      return std::nullopt;
  }
}

// A picture for Tesseract and where it is on the page.
struct Picture {
  PixPtr pix;
  OcrFrame frame;
};

PixPtr turned(Pix* pix, int quarters) { return PixPtr(quarters == 0 ? pixClone(pix) : pixRotateOrth(pix, quarters)); }

Picture deskewed(const PageImage& page, Pix* grey, Pix* binary, int quarters) {
  Picture picture{turned(grey, quarters), {page.image.width, page.image.height, page.dpi, quarters, 0, 0, 0}};
  const PixPtr ink = turned(binary, quarters);
  l_float32 degrees = 0;
  l_float32 sureness = 0;
  const bool found = ink && pixFindSkew(ink.get(), &degrees, &sureness) == 0 && sureness >= kSurenessOfSkew &&
                     std::fabs(degrees) >= kLeastSkew && std::fabs(degrees) <= kMostSkew;
  if (found && picture.pix) {
    const auto angle = static_cast<float>(static_cast<double>(degrees) * std::numbers::pi / 180);
    if (PixPtr straight(pixRotate(picture.pix.get(), angle, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, pixGetWidth(picture.pix.get()),
                                  pixGetHeight(picture.pix.get())));
        straight) {
      picture.pix = std::move(straight);
      picture.frame.angle = static_cast<double>(angle);
    }
  }
  if (picture.pix) picture.frame.width = pixGetWidth(picture.pix.get()), picture.frame.height = pixGetHeight(picture.pix.get());
  return picture;
}

std::vector<std::string> names_of(const std::string& languages) {
  std::vector<std::string> names;
  for (const std::string_view name : split(languages, '+'))
    if (!name.empty()) names.emplace_back(name);
  return names;
}

Error missing_language(const std::string& name) {
  std::string package = to_lower_ascii(name);
  std::replace(package.begin(), package.end(), '_', '-');
  return environment_error("no OCR model for the language \"" + name + "\": install the package tesseract-ocr-" + package +
                           ", or choose other languages");
}

// Tesseract asks OpenMP for four threads, with which it is five times slower on two cores, and which the sandbox refuses. The runtime is
// whichever Tesseract was linked with; OMP_THREAD_LIMIT would be read too early to be set here.
void stay_on_one_thread() {
  using SetLevels = void (*)(int);
  if (const auto set = reinterpret_cast<SetLevels>(dlsym(RTLD_DEFAULT, "omp_set_max_active_levels"))) set(0);
}

bool init(tesseract::TessBaseAPI& api, const std::string& languages) {
  return api.Init(nullptr, languages.c_str(), tesseract::OEM_LSTM_ONLY) == 0;
}

// The box of a word, as high as its line's letters are: what is highlighted, masked and laid out alike.
Box box_of_word(const tesseract::ResultIterator& it, const InkBox& ink, double scale) {
  double y0 = ink.top, y1 = ink.bottom;
  int bx0 = 0, by0 = 0, bx1 = 0, by1 = 0;
  float row_height = 0, descenders = 0, ascenders = 0;
  it.RowAttributes(&row_height, &descenders, &ascenders);
  if (it.Baseline(tesseract::RIL_WORD, &bx0, &by0, &bx1, &by1) && std::abs(bx1 - bx0) > std::abs(by1 - by0) && row_height > 0 &&
      row_height < 3.0f * static_cast<float>(ink.bottom - ink.top)) {
    const double below = (by0 + by1) / 2.0 + std::fabs(static_cast<double>(descenders));
    y1 = std::max(y1, below);
    y0 = std::min(y0, below - static_cast<double>(row_height));
  }
  return {static_cast<float>(ink.left * scale), static_cast<float>(y0 * scale), static_cast<float>(ink.right * scale),
          static_cast<float>(y1 * scale)};
}

// Degrees clockwise that a line's words run by, from where they stand: Tesseract may take lines of a page on its side for vertical writing
// and call them upright. One word alone says nothing.
int rotation_of_line(const std::vector<PlacedWord>& words, std::size_t first) {
  if (first + 1 == words.size()) return 0;
  const Box& a = words[first].box;
  const Box& b = words.back().box;
  const float across = (b.x0 + b.x1 - a.x0 - a.x1) / 2;
  const float down = (b.y0 + b.y1 - a.y0 - a.y1) / 2;
  if (std::fabs(across) >= std::fabs(down)) return across >= 0 ? 0 : 180;
  return down > 0 ? 90 : 270;
}

void settle_line(std::vector<PlacedWord>& words, std::size_t first) {
  if (first >= words.size()) return;
  const int rotation = rotation_of_line(words, first);
  for (std::size_t i = first; i < words.size(); ++i) words[i].rotation = rotation;
}

// Clockwise quarter turns that would set most of the text upright.
int turns_wanted(const std::vector<PlacedWord>& words) {
  std::array<std::size_t, 4> letters{};
  for (const PlacedWord& word : words) letters[static_cast<std::size_t>(word.rotation / 90)] += word.text.size();
  const auto most = static_cast<int>(std::max_element(letters.begin(), letters.end()) - letters.begin());
  return (4 - most) % 4;
}

bool is_dust(const PlacedWord& word, double ink_height) {
  return count_letters_and_digits(word.text) == 0 ? word.confidence < kSureOfSigns : ink_height < kLowestPrint;
}

// Tesseract reads the pronoun as a rule. A rule of a table is higher than the letters beside it and does not go before "should".
bool is_pronoun(const PlacedWord& rule, double rule_ink, const PlacedWord& next, double next_ink) {
  const float height = next.box.y1 - next.box.y0;
  const float gap = next.box.x0 - rule.box.x1;
  const bool same_line = std::fabs(next.box.y1 - rule.box.y1) < 0.4f * height;
  return rule.text == "|" && same_line && gap > 0 && gap < 0.7f * height && next.text[0] >= 'a' && next.text[0] <= 'z' &&
         rule_ink < 1.3 * next_ink;
}

std::vector<PlacedWord> words_of(tesseract::TessBaseAPI& api, double dpi) {
  std::vector<PlacedWord> words;
  const std::unique_ptr<tesseract::ResultIterator> it(api.GetIterator());
  if (!it) return words;
  double ink_before = 0;
  std::size_t line = 0;  // where the line begins
  do {
    if (it->IsAtBeginningOf(tesseract::RIL_TEXTLINE)) {
      settle_line(words, line);
      line = words.size();
    }
    const std::unique_ptr<char, DeleteText> text(it->GetUTF8Text(tesseract::RIL_WORD));
    if (!text || words.size() == limits::kMaxPageWords) continue;
    const InkBox ink = ink_of_word(*it);
    const double ink_height = (ink.bottom - ink.top) * kPointsAnInch / dpi;
    PlacedWord word{.text = clean_utf8(trim(text.get())),
                    .box = box_of_word(*it, ink, kPointsAnInch / dpi),
                    .confidence = it->Confidence(tesseract::RIL_WORD) / 100};
    if (word.text.empty() || is_dust(word, ink_height)) continue;
    if (!words.empty() && is_pronoun(words.back(), ink_before, word, ink_height)) words.back().text = "I";
    words.push_back(std::move(word));
    ink_before = ink_height;
  } while (it->Next(tesseract::RIL_WORD));
  settle_line(words, line);
  return words;
}

float mean_confidence(const std::vector<PlacedWord>& words) {
  double sum = 0;
  double letters = 0;
  for (const PlacedWord& word : words) {
    const auto weight = static_cast<double>(word.text.size());
    sum += weight * static_cast<double>(word.confidence);
    letters += weight;
  }
  return letters == 0 ? 0 : static_cast<float>(sum / letters);
}

// One reading of one picture.
struct Attempt {
  std::vector<PlacedWord> words;  // boxes in points of the picture
  float confidence = 0;
  OcrFrame frame;
  // Surer counts, but not when it is surer of a few words only.
  double worth() const {
    double letters = 0;
    for (const PlacedWord& word : words)
      letters += static_cast<double>(word.text.size()) * std::pow(static_cast<double>(word.confidence), 2);
    return letters * static_cast<double>(confidence);
  }
};

OcrReading reading_of(Attempt attempt) {
  OcrReading reading;
  reading.confidence = attempt.confidence;
  reading.laid = lay_out(std::move(attempt.words));
  for (Word& word : reading.laid.words) word.box = attempt.frame.on_page(word.box);
  return reading;
}

}  // namespace

struct OcrEngine::Impl {
  tesseract::TessBaseAPI api;

  // dpi is that of pix, which covers the same points as the picture that frame belongs to.
  Attempt attempt(Pix* pix, const OcrFrame& frame, double dpi) {
    Attempt attempt;
    attempt.frame = frame;
    if (!pix) return attempt;
    api.SetImage(pix);
    api.SetSourceResolution(static_cast<int>(std::lround(dpi)));
    if (api.Recognize(nullptr) == 0) attempt.words = words_of(api, dpi);
    attempt.confidence = mean_confidence(attempt.words);
    if (attempt.confidence >= kUnreadable) read_marker_columns(attempt.words, *pix, dpi);
    api.Clear();
    return attempt;
  }

  // Line by line, with the markers at their heads. Precondition: the words are those of the picture that is set.
  void read_marker_columns(std::vector<PlacedWord>& words, Pix& pix, double dpi) {
    for (const MarkerColumn& column : find_marker_columns(words)) {
      std::vector<PlacedWord> again;
      api.SetPageSegMode(tesseract::PSM_SINGLE_LINE);
      for (const Box& line : column.lines) {
        const PixelBox strip = pixels_within(line, dpi, pixGetWidth(&pix), pixGetHeight(&pix));
        if (strip.width <= 0 || strip.height <= 0) continue;
        api.SetRectangle(strip.left, strip.top, strip.width, strip.height);
        if (api.Recognize(nullptr) == 0) std::ranges::move(words_of(api, dpi), std::back_inserter(again));
      }
      api.SetPageSegMode(tesseract::PSM_AUTO);
      words = with_markers(std::move(words), column, again);
    }
  }

  // Once more at the lower resolution, after a median filter: on a scan full of specks recall went from 0.35 to 0.96.
  Attempt calmed_attempt(const Picture& picture) {
    const double dpi = std::min<double>(limits::kOcrRetryDpi, picture.frame.dpi);
    const auto scale = static_cast<float>(dpi / picture.frame.dpi);
    const PixPtr calm(picture.pix ? pixMedianFilter(picture.pix.get(), kMedianPixels, kMedianPixels) : nullptr);
    const PixPtr scaled(calm ? pixScaleAreaMap(calm.get(), scale, scale) : nullptr);
    return attempt(scaled.get(), picture.frame, dpi);
  }

  OcrReading read(const PageImage& page, Pix* grey, int paper) {
    const PixPtr binary(pixThresholdToBinary(grey, std::max(static_cast<int>(kDark * paper), 1)));
    const std::optional<int> upright = binary ? quarters_to_upright(binary.get()) : std::nullopt;
    const int quarters = upright.value_or(0);
    const Picture picture = deskewed(page, grey, binary.get(), quarters);
    Attempt best = attempt(picture.pix.get(), picture.frame, page.dpi);
    const auto consider = [&best](Attempt other) {
      if (other.worth() > best.worth()) best = std::move(other);
    };
    if (const int turns = turns_wanted(best.words); turns != 0) {
      const Picture upright_picture = deskewed(page, grey, binary.get(), (quarters + turns) % 4);
      Attempt again = attempt(upright_picture.pix.get(), upright_picture.frame, page.dpi);
      if (turns_wanted(again.words) == 0 && again.confidence >= kUnreadable) best = std::move(again);
    }
    if (best.confidence < limits::kOcrLowConfidence) consider(calmed_attempt(picture));
    for (int turn = 1; turn < 4 && best.confidence < kUnreadable && best.words.size() >= kManyWords; ++turn)
      consider(calmed_attempt(deskewed(page, grey, binary.get(), (quarters + turn) % 4)));
    return reading_of(std::move(best));
  }
};

OcrEngine::OcrEngine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
OcrEngine::OcrEngine(OcrEngine&&) noexcept = default;
OcrEngine& OcrEngine::operator=(OcrEngine&&) noexcept = default;
OcrEngine::~OcrEngine() = default;

Result<OcrEngine> OcrEngine::load(const std::string& languages) {
  stay_on_one_thread();
  setMsgSeverity(L_SEVERITY_NONE);
  const std::vector<std::string> names = names_of(languages);
  if (names.empty()) return environment_error("no OCR language was chosen");
  auto impl = std::make_unique<Impl>();
  const bool started = init(impl->api, languages);
  std::vector<std::string> loaded;
  if (started) impl->api.GetLoadedLanguagesAsVector(&loaded);
  for (const std::string& name : names) {
    if (started && std::find(loaded.begin(), loaded.end(), name) != loaded.end()) continue;
    tesseract::TessBaseAPI alone;
    if (!init(alone, name)) return missing_language(name);
  }
  if (!started) return environment_error("Tesseract cannot start with the languages \"" + languages + "\"");
  impl->api.SetPageSegMode(tesseract::PSM_AUTO);
  impl->api.SetVariable("tessedit_do_invert", "0");
  return OcrEngine(std::move(impl));
}

Result<OcrReading> OcrEngine::read(const PageImage& page) {
  if (page.image.width <= 0 || page.image.height <= 0) return document_error("the page has no picture to read");
  const int paper = paper_of(page.image);
  if (is_blank(page.image, static_cast<int>(kDark * paper))) return OcrReading{.laid = {}, .confidence = 1, .blank = true};
  GreyImage image = page.image;
  turn_dark_areas(image, paper, page.dpi);
  const PixPtr grey = to_pix(image);
  if (!grey) return document_error("the picture of the page is too large to read");
  return impl_->read(page, grey.get(), paper);
}

std::string ocr_engine_versions() {
  const std::unique_ptr<char, void (*)(void*)> leptonica(getLeptonicaVersion(), lept_free);
  return std::string("tesseract ") + tesseract::TessBaseAPI::Version() + ", " + (leptonica ? leptonica.get() : "leptonica");
}

}  // namespace foi::extract
