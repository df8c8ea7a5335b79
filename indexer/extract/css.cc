#include "indexer/extract/css.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "indexer/extract/reader_limits.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

// The screen that pages are taken to be read on, in pixels.
constexpr double kScreenWidth = 1280;
// Letters of no more pixels are not read. Farther than the second from where it would stand, a thing is off the screen.
constexpr double kSmallestLetters = 1, kOffScreen = 900;
// What a box of no more pixels cuts off is not seen.
constexpr double kSmallestBox = 1;
constexpr double kEm = 16;

std::string without_comments(std::string_view css) {
  std::string out;
  while (!css.empty()) {
    const std::size_t begin = css.find("/*");
    out += css.substr(0, begin);
    if (begin == std::string_view::npos) break;
    const std::size_t end = css.find("*/", begin + 2);
    css.remove_prefix(end == std::string_view::npos ? css.size() : end + 2);
  }
  return out;
}

struct Length {
  double pixels = 0;
  bool share = false;  // of something else: "50%", in hundredths
};

// "-9999px", "0", "1.5em"; nothing where it does not begin with a number.
std::optional<Length> length_of(std::string_view text) {
  const std::string value(trim(text));
  char* end = nullptr;
  const double number = std::strtod(value.c_str(), &end);
  if (end == value.c_str() || !std::isfinite(number)) return std::nullopt;
  const std::string_view unit = trim(std::string_view(end));
  if (unit.starts_with('%')) return Length{number, true};
  const bool ems = unit.starts_with("em") || unit.starts_with("rem") || unit.starts_with("ch") || unit.starts_with("ex");
  if (unit.starts_with("vw") || unit.starts_with("vh")) return Length{number / 100 * kScreenWidth};
  return Length{number * (ems ? kEm : unit.starts_with("pt") ? 4.0 / 3 : unit.starts_with("in") ? 96 : unit.starts_with("cm") ? 38 : 1)};
}

bool at_most(std::string_view value, double pixels) {
  const std::optional<Length> length = length_of(value);
  return length && !length->share && length->pixels <= pixels;
}

bool is_nothing(std::string_view value) {
  const std::optional<Length> length = length_of(value);
  return length && length->pixels == 0;
}

// What stands between the brackets of name(…), or nothing where the value has no such call.
std::optional<std::string_view> arguments_of(std::string_view value, std::string_view name) {
  const std::size_t at = value.find(std::string(name) + "(");
  if (at == std::string_view::npos) return std::nullopt;
  value.remove_prefix(at + name.size() + 1);
  return value.substr(0, value.find(')'));
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!(text = trim(text)).empty()) {
    const std::size_t end = std::min(text.find_first_of(" ,\t\n\r\f/"), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

// clip: rect(top, right, bottom, left)
bool clips_all(std::string_view value) {
  const std::optional<std::string_view> arguments = arguments_of(value, "rect");
  if (!arguments) return false;
  const std::vector<std::string_view> sides = words_of(*arguments);
  if (sides.size() != 4) return false;
  std::array<std::optional<Length>, 4> at;
  for (std::size_t i = 0; i < 4; ++i) at[i] = length_of(sides[i]);
  const auto narrow = [](const std::optional<Length>& from, const std::optional<Length>& to) {
    return from && to && to->pixels - from->pixels <= kSmallestBox;
  };
  return narrow(at[0], at[2]) || narrow(at[3], at[1]);
}

bool cuts_all(std::string_view value) {
  if (const auto inset = arguments_of(value, "inset")) {
    const std::optional<Length> first = length_of(*inset);
    return first && first->share && first->pixels >= 50 && words_of(*inset).size() == 1;
  }
  const auto circle = arguments_of(value, "circle");
  return circle && is_nothing(*circle);
}

bool transforms_away(std::string_view value) {
  for (const char* scale : {"scale", "scalex", "scaley", "scale3d"})
    if (const auto by = arguments_of(value, scale)) {
      const std::vector<std::string_view> factors = words_of(*by);
      if (std::any_of(factors.begin(), factors.end(), is_nothing)) return true;
    }
  for (const char* move : {"translate", "translatex", "translatey", "translate3d"})
    if (const auto by = arguments_of(value, move)) {
      const std::vector<std::string_view> ways = words_of(*by);
      if (std::any_of(ways.begin(), ways.end(), [](std::string_view way) { return at_most(way, -kOffScreen); })) return true;
    }
  return false;
}

bool is_any(std::string_view value, std::initializer_list<std::string_view> values) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool declaration_hides(std::string_view name, std::string_view value) {
  if (name == "display") return value == "none";
  if (name == "visibility") return value == "hidden" || value == "collapse";
  if (name == "content-visibility") return value == "hidden";
  if (name == "mso-hide") return value == "all";
  if (name == "opacity") return is_nothing(value);
  if (name == "font-size") return at_most(value, kSmallestLetters) || is_nothing(value);
  if (is_any(name, {"text-indent", "left", "right", "top", "bottom", "margin-left", "margin-top"})) return at_most(value, -kOffScreen);
  if (name == "clip") return clips_all(value);
  if (name == "clip-path" || name == "-webkit-clip-path") return cuts_all(value);
  if (name == "transform" || name == "-webkit-transform") return transforms_away(value);
  return false;
}

// Of background: its colour, unless a picture is laid over it.
Paint background_paint(std::string_view value) {
  if (value.find("url(") != std::string_view::npos || value.find("gradient(") != std::string_view::npos) return Paint::unknown();
  if (value.find('(') != std::string_view::npos) return css_paint(value.substr(0, value.find(')') + 1));
  for (const std::string_view word : words_of(value))
    if (word.starts_with('#') || named_colour(word)) return css_paint(word);
  const bool nothing = is_any(value, {"none", "transparent", "inherit", "initial", "unset", "0"});
  return nothing ? Paint() : Paint::unknown();
}

bool lets_all_through(std::string_view value) {
  if (value == "transparent") return true;
  const bool short_hex = value.size() == 5, long_hex = value.size() == 9;
  if (value.starts_with('#') && (short_hex || long_hex)) return value.substr(short_hex ? 4 : 7).find_first_not_of('0') == value.npos;
  const auto parts = arguments_of(value, "rgba") ? arguments_of(value, "rgba") : arguments_of(value, "rgb");
  if (!parts) return false;
  const std::vector<std::string_view> words = words_of(*parts);
  return words.size() == 4 && is_nothing(words[3]);
}

}  // namespace

Paint css_paint(std::string_view value) {
  if (lets_all_through(value) || is_any(value, {"inherit", "initial", "unset", "currentcolor", "none"})) return {};
  if (value.starts_with('#') && (value.size() == 4 || value.size() == 7)) {
    const std::optional<Colour> colour = hex_colour(value);
    return colour ? Paint(*colour) : Paint::unknown();
  }
  if (const auto parts = arguments_of(value, "rgb")) {
    const std::vector<std::string_view> words = words_of(*parts);
    std::array<std::uint8_t, 3> lights{};
    if (words.size() != 3) return Paint::unknown();
    for (std::size_t i = 0; i < 3; ++i) {
      const std::optional<Length> light = length_of(words[i]);
      if (!light) return Paint::unknown();
      lights[i] = static_cast<std::uint8_t>(std::lround(std::clamp(light->share ? light->pixels * 2.55 : light->pixels, 0.0, 255.0)));
    }
    return Colour{lights[0], lights[1], lights[2]};
  }
  const std::optional<Colour> named = named_colour(value);
  return named ? Paint(*named) : Paint::unknown();
}

CssLook css_look(std::string_view declarations) {
  CssLook look;
  bool cuts = false, flat = false;  // what runs over its edges; no room between them
  for (const std::string_view declaration : split(declarations, ';')) {
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string name = to_lower_ascii(trim(declaration.substr(0, colon)));
    std::string value = to_lower_ascii(trim(declaration.substr(colon + 1)));
    const std::size_t important = value.find('!');
    if (important != std::string::npos) value = trim(value.substr(0, important));
    look.hides = look.hides || declaration_hides(name, value) || (name == "color" && lets_all_through(value));
    cuts = cuts || (name.starts_with("overflow") && (value == "hidden" || value == "clip"));
    flat = flat || (is_any(name, {"height", "max-height", "width", "max-width"}) && at_most(value, kSmallestBox));
    if (name == "position") look.placed = value == "absolute" || value == "fixed";
    if (name == "color") look.letters = css_paint(value), look.letters_important = important != std::string::npos;
    if (name == "background-color") look.ground = css_paint(value), look.ground_important = important != std::string::npos;
    if (name == "background") look.ground = background_paint(value), look.ground_important = important != std::string::npos;
    if (name == "background-image" && value != "none") look.ground = Paint::unknown();
  }
  look.hides = look.hides || (cuts && flat);
  return look;
}

namespace {

// One condition of a media query, "max-width: 600px" or "width <= 600px", on a wide screen by day.
bool feature_holds(std::string_view feature) {
  const std::size_t colon = feature.find(':');
  const std::string_view name = trim(feature.substr(0, colon));
  const std::string_view value = colon == std::string_view::npos ? "" : trim(feature.substr(colon + 1));
  const std::optional<Length> length = length_of(value);
  if (name == "max-width" || name == "max-device-width") return !length || length->pixels >= kScreenWidth;
  if (name == "min-width" || name == "min-device-width") return !length || length->pixels <= kScreenWidth;
  if (name == "orientation") return value != "portrait";
  if (name == "prefers-color-scheme") return value == "light";
  if (name.starts_with("prefers-") || name == "forced-colors") return value == "no-preference" || value == "none";
  if (const std::size_t less = feature.find('<'); less != std::string_view::npos && feature.starts_with("width")) {
    const std::optional<Length> limit = length_of(feature.substr(feature.find_first_not_of("<= ", less)));
    return !limit || limit->pixels >= kScreenWidth;
  }
  return true;
}

bool query_holds(std::string_view query) {
  bool holds = true, negated = false;
  while (!(query = trim(query)).empty()) {
    if (query.starts_with('(')) {
      const std::size_t close = std::min(query.find(')'), query.size());
      holds = holds && feature_holds(trim(query.substr(1, close - 1)));
      query.remove_prefix(std::min(close + 1, query.size()));
      continue;
    }
    const std::string_view word = query.substr(0, query.find_first_of(" ("));
    if (word.empty()) break;
    negated = negated || word == "not";
    if (!is_any(word, {"not", "only", "and", "or", "all", "screen"})) holds = false;  // print, speech, tv …
    query.remove_prefix(word.size());
  }
  return holds != negated;
}

}  // namespace

bool media_holds(std::string_view media) {
  const std::string lower = to_lower_ascii(trim(media));
  if (lower.empty()) return true;
  const std::vector<std::string_view> queries = split(lower, ',');
  return std::any_of(queries.begin(), queries.end(), query_holds);
}

CssSheet parse_sheet(std::string_view text) {
  CssSheet sheet;
  const std::string css = without_comments(text);
  sheet.imports = css.find("@import") != std::string::npos;
  std::string_view rest = css;
  while (!rest.empty() && sheet.rules.size() < kMostSelectors) {
    const std::size_t open = rest.find('{');
    if (open == std::string_view::npos) break;
    std::string_view head = trim(rest.substr(0, open));
    // What ends the block or the statement before is no part of the selector.
    if (const std::size_t end = head.find_last_of("};"); end != std::string_view::npos) head = trim(head.substr(end + 1));
    rest.remove_prefix(open + 1);
    if (head.starts_with("@")) {
      const bool media = head.starts_with("@media");
      const bool counts = (media && media_holds(head.substr(6))) || head.starts_with("@supports") || head.starts_with("@layer");
      if (!counts) {  // over the whole block
        int depth = 1;
        std::size_t i = 0;
        for (; i < rest.size() && depth > 0; ++i) depth += rest[i] == '{' ? 1 : rest[i] == '}' ? -1 : 0;
        rest.remove_prefix(i);
      }
      continue;
    }
    const std::size_t close = std::min(rest.find('}'), rest.size());
    if (const CssLook look = css_look(rest.substr(0, close)); look.says_anything())
      for (const std::string_view selector : split(head, ','))
        if (std::optional<CssSelector> parsed = parse_selector(selector)) sheet.rules.push_back({std::move(*parsed), look});
    rest.remove_prefix(std::min(close + 1, rest.size()));
  }
  return sheet;
}

}  // namespace foi::extract
