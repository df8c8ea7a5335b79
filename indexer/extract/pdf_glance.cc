#include "indexer/extract/pdf_glance.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <vector>

#include "indexer/extract/pdf_replacements.h"
#include "indexer/extract/pdf_streams.h"
#include "indexer/extract/reader_limits.h"

namespace foi::extract {
namespace {

// Shades: 0 black, 1 white. Text that differs less from its ground may be meant not to be seen.
constexpr double kContrast = 0.25;
constexpr double kPaper = 1;
constexpr double kUnknown = -1;
// A painted area lower or narrower than this, in points, is a rule or a border and covers no word.
constexpr double kThin = 3;
// More than letters are wide in the mean, as a part of the size of their face: even capitals.
constexpr double kWideLetter = 0.7;
// How wide a run is at least, as a part of the width that it is taken for.
constexpr double kNarrowPart = 0.6;
// A file says within so many bytes from its beginning that it is linearised.
constexpr std::size_t kHeadBytes = 1'024;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }
bool is_delimiter(char c) { return is_space(c) || std::string_view("()<>[]{}/%").find(c) != std::string_view::npos; }

struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
  // This, and then next.
  Matrix then(const Matrix& n) const {
    return {a * n.a + b * n.c, a * n.b + b * n.d, c * n.a + d * n.c, c * n.b + d * n.d, e * n.a + f * n.c + n.e, e * n.b + f * n.d + n.f};
  }
  double x(double px, double py) const { return a * px + c * py + e; }
  double y(double px, double py) const { return b * px + d * py + f; }
};

struct Area {
  double x0 = HUGE_VAL, y0 = HUGE_VAL, x1 = -HUGE_VAL, y1 = -HUGE_VAL;
  void add(double x, double y) { x0 = std::min(x0, x), y0 = std::min(y0, y), x1 = std::max(x1, x), y1 = std::max(y1, y); }
  bool empty() const { return x0 > x1; }
  bool is_thin() const { return empty() || x1 - x0 < kThin || y1 - y0 < kThin; }
  bool holds(const Area& o) const { return x0 <= o.x0 && o.x1 <= x1 && y0 <= o.y0 && o.y1 <= y1; }
  bool meets(const Area& o) const { return x0 < o.x1 && o.x0 < x1 && y0 < o.y1 && o.y0 < y1; }
  void cut_to(const Area& o) { x0 = std::max(x0, o.x0), y0 = std::max(y0, o.y0), x1 = std::min(x1, o.x1), y1 = std::min(y1, o.y1); }
};

// What was painted, in its shade; a picture's is not known.
struct Ground {
  Area area;
  double shade = kUnknown;
};

bool stands_out(double text, double ground) { return text != kUnknown && ground != kUnknown && std::fabs(text - ground) >= kContrast; }

struct State {
  Matrix page;
  double shade = 0;  // of the fill colour, or kUnknown
  long mode = 0;     // of text: 3 is invisible
  double size = 1, leading = 0, line_width = 1;
  bool clipped = false;
  Area clip;
};

// The operators of one content stream, one after the other.
class Content {
 public:
  Content(const PdfBounds& bounds, PdfGlance& glance, bool on_page) : bounds_(bounds), glance_(glance), on_page_(on_page) {}

  void read(std::string_view bytes) {
    while (!glance_.may_hide && skip_space(bytes)) token(bytes);
  }
  // A form, should one be drawn, would begin with a light colour.
  bool forms_inherit_light() const { return forms_inherit_light_; }

 private:
  static bool skip_space(std::string_view& rest) {
    while (!rest.empty() && is_space(rest[0])) rest.remove_prefix(1);
    return !rest.empty();
  }

  void token(std::string_view& rest) {
    const char c = rest[0];
    if (c == '%') return rest.remove_prefix(std::min(rest.find_first_of("\r\n"), rest.size()));
    if (c == '(') return string(rest);
    if (rest.starts_with("<<")) return rest.remove_prefix(2);
    if (c == '<') return hex_string(rest);
    if (c == '/') return name(rest);
    if (is_delimiter(c)) return rest.remove_prefix(1);
    std::size_t end = 0;
    while (end < rest.size() && !is_delimiter(rest[end])) ++end;
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(end);
    double number = 0;
    if ((c >= '0' && c <= '9') || c == '-' || c == '.' || c == '+') {
      const std::string_view digits = c == '+' ? word.substr(1) : word;
      if (std::from_chars(digits.data(), digits.data() + digits.size(), number).ec == std::errc() && std::isfinite(number))
        return push(number);
    }
    if (word == "ID") return inline_picture(rest);
    operation(word);
    count_ = 0;
    letters_ = 0;
    blank_ = true;
    named_ = false;
  }

  void push(double number) {
    if (count_ == operands_.size()) {
      std::rotate(operands_.begin(), operands_.begin() + 1, operands_.end());
      --count_;
    }
    operands_[count_++] = number;
  }

  void string(std::string_view& rest) {
    int depth = 0;
    std::size_t i = 0;
    for (; i < rest.size(); ++i) {
      const char c = rest[i];
      if (c == ')' && --depth == 0) break;
      if (c == '\\') ++i;
      if (c == '(' && depth++ == 0) continue;
      ++letters_;
      if (c != ' ') blank_ = false;
    }
    rest.remove_prefix(std::min(i + 1, rest.size()));
  }

  void hex_string(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('>'), rest.size());
    letters_ += end / 2;
    blank_ = blank_ && end < 2;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }

  void name(std::string_view& rest) {
    std::size_t end = 1;
    while (end < rest.size() && !is_delimiter(rest[end])) ++end;
    named_ = true;
    rest.remove_prefix(end);
  }

  void inline_picture(std::string_view& rest) {
    std::size_t end = rest.find("EI");
    while (end != std::string_view::npos && !(end > 0 && is_space(rest[end - 1]) && (end + 2 >= rest.size() || is_space(rest[end + 2]))))
      end = rest.find("EI", end + 1);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 2);
    paint_picture();
    count_ = 0;
  }

  double operand(std::size_t from_last) const { return from_last < count_ ? operands_[count_ - 1 - from_last] : 0; }
  Matrix matrix() const { return {operand(5), operand(4), operand(3), operand(2), operand(1), operand(0)}; }
  void suspect() { glance_.may_hide = true; }

  void operation(std::string_view op) {
    if (op == "q") {
      saved_.push_back(state_);
      if (saved_.size() > kMostSaved) suspect();
    } else if (op == "Q") {
      if (saved_.empty()) return;
      state_ = saved_.back();
      saved_.pop_back();
    } else if (op == "cm") {
      state_.page = matrix().then(state_.page);
    } else if (op == "Do") {
      if (!stands_out(state_.shade, kPaper)) forms_inherit_light_ = true;
      paint_picture();
    } else if (op == "sh") {
      if (!runs_.empty()) suspect();
    } else if (!colour(op) && !path(op)) {
      text(op);
    }
  }

  // True when op is one of colour.
  bool colour(std::string_view op) {
    if (op == "g") {
      state_.shade = operand(0);
    } else if (op == "rg") {
      state_.shade = rgb_shade();
    } else if (op == "k") {
      state_.shade = cmyk_shade();
    } else if (op == "cs") {
      state_.shade = 0;  // black is the first colour of every device's space
    } else if (op == "sc" || op == "scn") {
      // One number may be a grey or the strength of an ink.
      state_.shade = named_ ? kUnknown : count_ == 3 ? rgb_shade() : count_ == 4 ? cmyk_shade() : kUnknown;
    } else {
      return false;
    }
    return true;
  }

  double rgb_shade() const { return 0.3 * operand(2) + 0.59 * operand(1) + 0.11 * operand(0); }
  double cmyk_shade() const { return std::max(0.0, 1 - (0.3 * operand(3) + 0.59 * operand(2) + 0.11 * operand(1) + operand(0))); }

  // True when op is one of paths.
  bool path(std::string_view op) {
    if (op == "re") {
      path_.emplace_back();
      for (const double x : {operand(3), operand(3) + operand(1)})
        for (const double y : {operand(2), operand(2) + operand(0)}) point(x, y);
    } else if (op == "m" || op == "l") {
      if (op == "m") path_.emplace_back();
      point(operand(1), operand(0));
    } else if (op == "c" || op == "v" || op == "y") {
      for (std::size_t i = 0; i + 1 < count_; i += 2) point(operand(i + 1), operand(i));
    } else if (op == "W" || op == "W*") {
      clips_ = true;
    } else if (op == "f" || op == "F" || op == "f*" || op == "B" || op == "B*" || op == "b" || op == "b*") {
      for (const Area& part : path_) cover(part, state_.shade);
      if (op[0] != 'f' && op[0] != 'F') stroke();
      end_path();
    } else if (op == "S" || op == "s") {
      stroke();
      end_path();
    } else if (op == "n") {
      end_path();
    } else if (op == "w") {
      state_.line_width = operand(0);
    } else {
      return op == "h" || op == "d" || op == "j" || op == "J";
    }
    return true;
  }

  void point(double x, double y) {
    if (path_.size() > kMostParts) suspect();
    if (path_.empty()) path_.emplace_back();
    path_.back().add(state_.page.x(x, y), state_.page.y(x, y));
  }

  void stroke() {
    const double reach = state_.line_width * std::sqrt(std::fabs(state_.page.a * state_.page.d - state_.page.b * state_.page.c)) / 2;
    if (2 * reach < kThin) return;
    for (Area part : path_) {
      part.add(part.x0 - reach, part.y0 - reach);
      part.add(part.x1 + reach, part.y1 + reach);
      cover(part, kUnknown);
    }
  }

  void end_path() {
    if (clips_ && !path_.empty()) {
      Area whole;
      for (const Area& part : path_) whole.add(part.x0, part.y0), whole.add(part.x1, part.y1);
      if (state_.clipped)
        state_.clip.cut_to(whole);
      else
        state_.clip = whole;
      state_.clipped = true;
    }
    path_.clear();
    clips_ = false;
  }

  void paint_picture() {
    Area area;
    for (const double x : {0.0, 1.0})
      for (const double y : {0.0, 1.0}) area.add(state_.page.x(x, y), state_.page.y(x, y));
    cover(area, kUnknown);
  }

  // Something is painted over what was written so far, and is the ground of what will be. A form is painted over who knows what.
  void cover(const Area& area, double shade) {
    if (area.is_thin()) return;
    if (!on_page_ || grounds_.size() > kMostParts) return suspect();
    if (std::any_of(runs_.begin(), runs_.end(), [&](const Area& run) { return run.meets(area); })) return suspect();
    grounds_.push_back({area, shade});
  }

  void text(std::string_view op) {
    if (op == "BT") {
      move_to({});
    } else if (op == "Tm") {
      move_to(matrix());
    } else if (op == "Td" || op == "TD") {
      if (op == "TD") state_.leading = -operand(0);
      next_line(operand(1), operand(0));
    } else if (op == "T*") {
      next_line(0, -state_.leading);
    } else if (op == "TL") {
      state_.leading = operand(0);
    } else if (op == "Tf") {
      state_.size = operand(0);
    } else if (op == "Tr") {
      state_.mode = static_cast<long>(std::clamp(operand(0), 0.0, 7.0));
    } else if (op == "Tj" || op == "TJ") {
      show();
    } else if (op == "'" || op == "\"") {
      next_line(0, -state_.leading);
      show();
    }
  }

  void move_to(const Matrix& place) {
    line_ = run_ = place;
    place_known_ = true;
  }
  void next_line(double x, double y) { move_to(Matrix{1, 0, 0, 1, x, y}.then(line_)); }

  void show() {
    const Matrix at = run_.then(state_.page);
    const double width = static_cast<double>(letters_) * kWideLetter * state_.size;
    if (!blank_) judge(at, width);
    // What is shown next follows on: where exactly only the face knows.
    run_ = Matrix{1, 0, 0, 1, width / 2, 0}.then(run_);
    place_known_ = false;
  }

  void judge(const Matrix& at, double width) {
    const bool strokes_or_nothing = state_.mode % 2 == 1;  // 1, 3, 5, 7
    if (strokes_or_nothing || runs_.size() > kMostRuns) return suspect();
    Area run;
    for (const double x : {0.0, width})
      for (const double y : {0.0, state_.size * 0.6}) run.add(at.x(x, y), at.y(x, y));
    if (!stands_out_here(run, width)) suspect();
    if (place_known_ && state_.clipped && !state_.clip.meets(run)) suspect();
    if (place_known_ && on_page_ && !Area{bounds_.x0, bounds_.y0, bounds_.x1, bounds_.y1}.meets(run)) ++glance_.runs_outside;
    runs_.push_back(run);
  }

  // Whether the run differs from what was painted last where it stands.
  bool stands_out_here(const Area& run, double width) const {
    const auto ground = std::find_if(grounds_.rbegin(), grounds_.rend(), [&](const Ground& g) { return g.area.meets(run); });
    if (ground == grounds_.rend()) return stands_out(state_.shade, kPaper);
    if (!stands_out(state_.shade, ground->shade)) return false;
    // How wide the run really is only the face knows: it is surely not this narrow.
    Area least = run;
    least.x1 = std::min(run.x1, run.x0 + width * kNarrowPart);
    return ground->area.holds(least) || stands_out(state_.shade, kPaper);
  }

  const PdfBounds& bounds_;
  PdfGlance& glance_;
  const bool on_page_;
  std::array<double, 6> operands_{};
  std::size_t count_ = 0;
  std::size_t letters_ = 0;  // bytes of the strings of this operation
  bool blank_ = true;        // they are spaces, or there are none
  bool named_ = false;
  State state_;
  std::vector<State> saved_;
  std::vector<Area> path_;  // one for each part
  bool clips_ = false;
  bool forms_inherit_light_ = false;
  Matrix line_, run_;
  bool place_known_ = true;  // of run_: nothing was shown since it was set
  std::vector<Area> runs_;
  std::vector<Ground> grounds_;
};

}  // namespace

PdfGlance glance_at(std::string_view pdf, const PdfBounds& bounds) {
  PdfGlance glance;
  bool forms = false;
  bool forms_inherit_light = false;
  PdfObjects objects(pdf.substr(0, kHeadBytes).find("/Linearized") != std::string_view::npos);
  const auto dictionaries = [&](std::string_view text) {
    objects.read(text);
    glance.may_hide |= objects.may_veil();
  };
  walk_pdf(pdf, {.between = dictionaries, .stream = [&](PdfStream kind, std::string_view bytes) {
                   if (kind == PdfStream::kOpaque || kind == PdfStream::kOpaqueObjects) glance.may_hide = true;
                   if (kind == PdfStream::kOpaqueObjects) objects.unread();
                   if (kind == PdfStream::kObjects) dictionaries(bytes);
                   if (kind != PdfStream::kContent && kind != PdfStream::kForm) return;
                   find_replacements(bytes, glance.replacements);
                   if (glance.may_hide) return;
                   forms = forms || kind == PdfStream::kForm;
                   Content content(bounds, glance, kind == PdfStream::kContent);
                   content.read(bytes);
                   forms_inherit_light = forms_inherit_light || content.forms_inherit_light();
                 }});
  glance.may_hide = glance.may_hide || (forms && forms_inherit_light);
  glance.unshown = objects.unshown();
  for (const std::string& text : objects.replacements()) add_replacement(text, {}, glance.replacements);
  return glance;
}

}  // namespace foi::extract
