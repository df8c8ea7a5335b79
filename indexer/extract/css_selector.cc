#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include "indexer/extract/css.h"
#include "indexer/extract/reader_limits.h"
#include "indexer/model/text.h"

namespace foi::extract {
namespace {

// Which of two rules wins: ids before classes before tags; what is said to be important before all.
constexpr int kIdWeight = 10'000, kClassWeight = 100, kTagWeight = 1;

// Positions are reckoned up to this.
constexpr long kFarthest = 1'000'000;

// What an element is for a while, or never to a reader who has done nothing yet.
constexpr std::array<std::string_view, 22> kStates{
    "hover",    "focus",    "active",       "visited",       "target",       "checked",           "disabled", "focus-within",
    "required", "invalid",  "valid",        "focus-visible", "in-range",     "placeholder-shown", "open",     "fullscreen",
    "empty",    "optional", "out-of-range", "indeterminate", "popover-open", "target-within"};
constexpr std::array<std::string_view, 4> kOldElements{"before", "after", "first-line", "first-letter"};

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '\\' ||
         static_cast<unsigned char>(c) >= 0x80;
}

class SelectorParser {
 public:
  explicit SelectorParser(std::string_view text) : rest_(text) {}

  std::optional<CssSelector> selector() {
    CssSelector out;
    char relation = ' ';
    rest_ = trim(rest_);
    while (!rest_.empty() && out.steps.size() < kMostSelectorSteps) {
      CssCompound compound;
      if (!read(compound)) return std::nullopt;
      out.steps.push_back({relation, std::move(compound)});
      relation = relation_next();
    }
    if (out.steps.empty() || !rest_.empty()) return std::nullopt;
    out.weight = weight_;
    out.loose = loose_;
    return out;
  }

 private:
  char relation_next() {
    const std::size_t signs = std::min(rest_.find_first_not_of(" \t\r\n\f>+~"), rest_.size());
    const std::string_view between = rest_.substr(0, signs);
    rest_.remove_prefix(signs);
    const std::size_t sign = between.find_first_of(">+~");
    return sign == std::string_view::npos ? ' ' : between[sign];
  }

  std::string name() {
    std::string out;
    while (!rest_.empty() && is_name(rest_.front())) {
      if (rest_.front() == '\\') rest_.remove_prefix(1);  // ".md\:hidden"
      if (rest_.empty()) break;
      out += rest_.front();
      rest_.remove_prefix(1);
    }
    return out;
  }

  bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool read(CssCompound& compound) {
    const std::size_t before = rest_.size();
    if (!take('*')) compound.tag = to_lower_ascii(name());
    if (!compound.tag.empty()) weight_ += kTagWeight;
    while (!rest_.empty()) {
      if (take('.')) {
        compound.classes.push_back(name());
        weight_ += kClassWeight;
      } else if (take('#')) {
        compound.id = name();
        weight_ += kIdWeight;
      } else if (take('[')) {
        if (!attribute(compound)) return false;
      } else if (take(':')) {
        if (!pseudo(compound)) return false;
      } else {
        break;
      }
    }
    return rest_.size() < before;
  }

  bool attribute(CssCompound& compound) {
    const std::size_t close = rest_.find(']');
    if (close == std::string_view::npos) return false;
    std::string_view inside = trim(rest_.substr(0, close));
    rest_.remove_prefix(close + 1);
    weight_ += kClassWeight;
    CssCompound::Attribute own;
    const std::size_t equals = inside.find('=');
    std::string_view named = inside.substr(0, equals);
    if (equals != std::string_view::npos) {
      own.how = '=';
      if (!named.empty() && std::string_view("~|^$*").find(named.back()) != std::string_view::npos) {
        own.how = named.back();
        named.remove_suffix(1);
      }
      std::string_view value = trim(inside.substr(equals + 1));
      if (value.starts_with('"') || value.starts_with('\'')) {
        const std::size_t end = value.find(value.front(), 1);
        value = value.substr(1, end == std::string_view::npos ? end : end - 1);
      }
      own.value = value;
    }
    own.name = to_lower_ascii(trim(named));
    compound.attributes.push_back(std::move(own));
    return true;
  }

  std::string_view brackets() {
    if (!take('(')) return "";
    int depth = 1;
    std::size_t end = 0;
    for (; end < rest_.size(); ++end) {
      depth += rest_[end] == '(' ? 1 : rest_[end] == ')' ? -1 : 0;
      if (depth == 0) break;
    }
    const std::string_view inside = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return inside;
  }

  bool pseudo(CssCompound& compound) {
    if (rest_.starts_with(':')) return false;
    const std::string what = to_lower_ascii(name());
    const std::string_view inside = brackets();
    const auto is_one_of = [&](const auto& names) { return std::find(names.begin(), names.end(), what) != names.end(); };
    if (is_one_of(kStates) || is_one_of(kOldElements)) return false;
    weight_ += kClassWeight;
    if (what == "not") return negation(inside, compound);
    if (what == "root") compound.tag = "html";
    if (what == "first-child" || what == "only-child") compound.positions.push_back({0, 1, false});
    if (what == "last-child" || what == "only-child") compound.positions.push_back({0, 1, true});
    if (what == "nth-child" || what == "nth-last-child") return position(inside, what == "nth-last-child", compound);
    const bool understood = what == "root" || what == "link" || what == "enabled" || what.ends_with("-child");
    loose_ = loose_ || !understood;
    return true;
  }

  // What it holds of states is never so: ":not(:hover)" holds.
  bool negation(std::string_view inside, CssCompound& compound) {
    if (inside.find('(') != std::string_view::npos) return loose_ = true;
    while (!inside.empty()) {
      const std::string_view one = inside.substr(0, inside.find(','));
      inside.remove_prefix(std::min(one.size() + 1, inside.size()));
      const std::optional<CssSelector> parsed = parse_selector(one);
      if (!parsed) continue;
      if (parsed->steps.size() == 1 && !parsed->loose)
        compound.not_these.push_back(parsed->steps[0].compound);
      else
        loose_ = true;
    }
    return true;
  }

  // "odd", "3", "2n+1", "-n + 3"
  bool position(std::string_view inside, bool from_end, CssCompound& compound) {
    std::string text = to_lower_ascii(inside);
    std::erase(text, ' ');
    if (text == "odd") text = "2n+1";
    if (text == "even") text = "2n";
    CssCompound::Position own{.step = 0, .first = 0, .from_end = from_end};
    const auto number = [](std::string_view digits, long otherwise) {
      if (digits.starts_with('+')) digits.remove_prefix(1);
      if (digits.empty()) return std::optional(otherwise);
      if (digits == "-") return std::optional(-1l);
      long value = 0;
      const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
      return error == std::errc() && end == digits.data() + digits.size() ? std::optional(value) : std::nullopt;
    };
    const std::size_t n = text.find('n');
    const std::optional<long> step = n == std::string::npos ? std::optional(0l) : number(std::string_view(text).substr(0, n), 1);
    const std::optional<long> first = number(n == std::string::npos ? std::string_view(text) : std::string_view(text).substr(n + 1), 0);
    if (!step || !first || std::abs(*step) > kFarthest || std::abs(*first) > kFarthest) return loose_ = true;
    own.step = *step;
    own.first = *first;
    compound.positions.push_back(own);
    return true;
  }

  std::string_view rest_;
  int weight_ = 0;
  bool loose_ = false;
};

}  // namespace

std::optional<CssSelector> parse_selector(std::string_view selector) { return SelectorParser(selector).selector(); }

}  // namespace foi::extract
