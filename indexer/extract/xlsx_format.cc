#include "indexer/extract/xlsx_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>

#include "indexer/model/text.h"

namespace foi::extract {
namespace {

constexpr int kMostDecimals = 15;
constexpr int kMostWholeDigits = 30;
// The day after the last that a spreadsheet knows (9999-12-31).
constexpr double kSerialEnd = 2'958'466;

std::string fixed(double value, int decimals) {
  std::array<char, 400> buffer;
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
  return error == std::errc() ? std::string(buffer.data(), end) : plain_number(value);
}

std::string two_digits(std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

std::string with_thousands(const std::string& digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return out;
}

bool holds(char condition, double value, double limit) {
  switch (condition) {
    case '<':
      return value < limit;
    case '>':
      return value > limit;
    case 'l':
      return value <= limit;
    case 'g':
      return value >= limit;
    case 'n':
      return value != limit;
    default:
      return value == limit;
  }
}

}  // namespace

// Reads one section of a format's code, letter by letter.
class SectionParser {
 public:
  explicit SectionParser(std::string_view code) : code_(code) {}

  NumberFormat::Section parse() {
    if (to_lower_ascii(trim(code_)) == "general") {
      s_.general = true;
      return s_;
    }
    while (at_ < code_.size()) step();
    settle_minutes();
    s_.whole_digits = std::min(s_.whole_digits, kMostWholeDigits);
    s_.most_decimals = std::min(s_.most_decimals, kMostDecimals);
    s_.least_decimals = std::min(s_.least_decimals, s_.most_decimals);
    if (pending_commas_ > 0) s_.scaled += pending_commas_;
    return s_;
  }

 private:
  std::string& literal() { return s_.placeholders ? s_.after : s_.before; }

  void step() {
    const char c = code_[at_++];
    const char lower = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    if (c == '"') return quoted();
    if (c == '[') return bracketed();
    if (c == '\\') return escaped();
    if (c == '_' || c == '*') return skip_one();
    if (c == '0' || c == '#' || c == '?') return placeholder(c);
    if (c == '.' && s_.placeholders) return void(in_decimals_ = true);
    if (c == '.' && at_ < code_.size() && (code_[at_] == '0' || code_[at_] == '#')) return void(in_decimals_ = s_.placeholders = true);
    if (c == ',') return void(pending_commas_ += s_.placeholders ? 1 : 0);
    if (c == '%') return percent();
    if (c == '/' && s_.placeholders) return void(s_.fraction = true);
    if (c == '@') return void(s_.text = true);
    if ((c == 'E' || c == 'e') && s_.placeholders && at_ < code_.size() && (code_[at_] == '+' || code_[at_] == '-')) return scientific();
    if (lower == 'g' && to_lower_ascii(code_.substr(at_ - 1, 7)) == "general") return general();
    if (lower == 'y' || lower == 'm' || lower == 'd' || lower == 'h' || lower == 's') return date_letter(lower);
    if (lower == 'a' && s_.clock && (code_.substr(at_).starts_with("M/PM") || code_.substr(at_).starts_with("m/pm"))) return void(at_ += 4);
    literal() += c;
  }

  void quoted() {
    const std::size_t end = std::min(code_.find('"', at_), code_.size());
    literal() += code_.substr(at_, end - at_);
    at_ = end + 1;
  }

  // The next character, which may be several bytes.
  std::string_view take_one() {
    const std::size_t start = at_;
    at_ += at_ < code_.size() ? 1 : 0;
    while (at_ < code_.size() && continues_character(code_[at_])) ++at_;
    return code_.substr(start, at_ - start);
  }

  void escaped() { literal() += take_one(); }

  void skip_one() { take_one(); }

  void percent() {
    ++s_.percents;
    literal() += '%';
  }

  void general() {
    s_.general = true;
    at_ += 6;
  }

  void scientific() {
    s_.scientific = true;
    ++at_;
    while (at_ < code_.size() && (code_[at_] == '0' || code_[at_] == '#')) ++at_;
  }

  void placeholder(char c) {
    s_.placeholders = true;
    if (pending_commas_ > 0) s_.thousands = true;
    pending_commas_ = 0;
    if (in_decimals_) {
      ++s_.most_decimals;
      if (c == '0') s_.least_decimals = s_.most_decimals;
    } else if (c == '0') {
      ++s_.whole_digits;
    }
  }

  void bracketed() {
    const std::size_t end = std::min(code_.find(']', at_), code_.size());
    const std::string_view inside = code_.substr(at_, end - at_);
    at_ = end + 1;
    if (inside.empty()) return;
    if (inside[0] == '$') {
      literal() += inside.substr(1, inside.find('-') - 1);
    } else if (inside[0] == '<' || inside[0] == '>' || inside[0] == '=') {
      condition(inside);
    } else if (const std::string lower = to_lower_ascii(inside); lower.find_first_not_of("hms") == std::string::npos) {
      s_.elapsed = true;
      s_.seconds = s_.seconds || lower[0] == 's';
    }
  }

  void condition(std::string_view inside) {
    const std::string_view sign = inside.substr(0, inside.find_first_not_of("<>="));
    s_.condition = sign == "<=" ? 'l' : sign == ">=" ? 'g' : sign == "<>" ? 'n' : sign[0];
    const std::string_view number = inside.substr(sign.size());
    std::from_chars(number.data(), number.data() + number.size(), s_.limit);
  }

  // An m after an hour or before a second is minutes.
  void date_letter(char c) {
    while (at_ < code_.size() && to_lower_ascii(code_.substr(at_, 1))[0] == c) ++at_;
    if (c == 'y') s_.year = true;
    if (c == 'd') s_.day = true;
    if (c == 'h') s_.clock = true;
    if (c == 's') s_.seconds = true, month_unsettled_ = false;
    if (c == 'm') {
      const bool minutes = last_ == 'h' || s_.elapsed;
      if (!minutes) settle_minutes(), month_unsettled_ = true;
    }
    if (c != 's' && c != 'm') settle_minutes();
    last_ = c;
  }

  void settle_minutes() {
    s_.month = s_.month || month_unsettled_;
    month_unsettled_ = false;
  }

  std::string_view code_;
  std::size_t at_ = 0;
  bool in_decimals_ = false;
  bool month_unsettled_ = false;
  int pending_commas_ = 0;
  char last_ = 0;
  NumberFormat::Section s_;
};

NumberFormat::NumberFormat(std::string_view code) {
  std::size_t start = 0;
  bool in_quotes = false;
  for (std::size_t i = 0; i <= code.size() && sections_.size() < 4; ++i) {
    if (i < code.size() && code[i] == '"') in_quotes = !in_quotes;
    if (i < code.size() && code[i] == '\\' && !in_quotes) {
      ++i;
      continue;
    }
    if (i >= code.size() || (code[i] == ';' && !in_quotes)) {
      sections_.push_back(SectionParser(code.substr(start, std::min(i, code.size()) - start)).parse());
      start = i + 1;
    }
  }
  if (sections_.empty() || (sections_.size() == 1 && sections_[0].empty())) {
    sections_.assign(1, Section{});
    sections_[0].general = true;
  }
}

bool NumberFormat::shows_text() const { return sections_.size() < 4 || !sections_[3].empty(); }

const NumberFormat::Section& NumberFormat::section_for(double value) const {
  const std::size_t numeric = std::min<std::size_t>(sections_.size(), 3);
  const bool conditional = std::any_of(sections_.begin(), sections_.begin() + static_cast<std::ptrdiff_t>(numeric),
                                       [](const Section& s) { return s.condition != 0; });
  if (conditional) {
    for (std::size_t i = 0; i < numeric; ++i)
      if (sections_[i].condition == 0 || holds(sections_[i].condition, value, sections_[i].limit)) return sections_[i];
    return sections_[numeric - 1];
  }
  if (numeric >= 2 && value < 0) return sections_[1];
  if (numeric >= 3 && value == 0) return sections_[2];
  return sections_[0];
}

std::optional<std::string> NumberFormat::show(double value, DateBase base) const {
  const Section& section = section_for(value);
  if (section.empty()) return std::nullopt;
  if (section.is_date() && value >= 0 && value < kSerialEnd) return date(section, value, base);
  const bool signless = &section != &sections_[0] && section.condition == 0 && value < 0;
  const double shown = signless ? -value : value;
  if (section.is_date() || section.fraction) return plain_number(value);
  if (section.general || (section.text && !section.placeholders)) return section.before + plain_number(shown) + section.after;
  if (!section.placeholders) return section.before + section.after;
  return number(section, shown);
}

std::string NumberFormat::number(const Section& section, double value) {
  value *= std::pow(100, std::min(section.percents, 2));
  value /= std::pow(1000, std::min(section.scaled, 4));
  if (!std::isfinite(value)) return "";
  if (section.scientific) {
    std::array<char, 64> buffer;
    const auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific, section.most_decimals);
    return error == std::errc() ? to_lower_ascii(std::string(buffer.data(), end)) : plain_number(value);
  }
  std::string digits = fixed(std::fabs(value), section.most_decimals);
  std::size_t point = std::min(digits.find('.'), digits.size());
  while (digits.size() > point && digits.size() > point + 1 + static_cast<std::size_t>(section.least_decimals) && digits.back() == '0')
    digits.pop_back();
  if (digits.ends_with('.')) digits.pop_back();
  std::string whole = digits.substr(0, point);
  const std::string decimals = point < digits.size() ? digits.substr(point) : "";
  if (whole == "0" && section.whole_digits == 0 && !decimals.empty()) whole.clear();
  while (whole.size() < static_cast<std::size_t>(section.whole_digits)) whole.insert(whole.begin(), '0');
  if (section.thousands) whole = with_thousands(whole);
  const bool is_zero = (whole + decimals).find_first_of("123456789") == std::string::npos;
  return std::string(value < 0 && !is_zero ? "-" : "") + section.before + whole + decimals + section.after;
}

std::string NumberFormat::date(const Section& section, double serial, DateBase base) {
  using namespace std::chrono;
  constexpr std::int64_t kDay = 86'400;
  const auto total = static_cast<std::int64_t>(std::llround(serial * static_cast<double>(kDay)));
  const std::int64_t clock = total % kDay;
  std::string time = two_digits(section.elapsed ? total / 3600 : clock / 3600) + ":" + two_digits(clock / 60 % 60);
  if (section.seconds) time += ":" + two_digits(clock % 60);
  if (section.elapsed || !(section.year || section.month || section.day)) return time;
  // The 1900 system has a 29 February 1900, so days before March of that year are one too far on; nobody has such dates.
  const sys_days origin = base == DateBase::k1904 ? sys_days{year{1904} / 1 / 1} : sys_days{year{1899} / 12 / 30};
  const year_month_day day{origin + days{total / kDay}};
  std::string out = std::to_string(static_cast<int>(day.year())) + "-" + two_digits(static_cast<unsigned>(day.month()));
  if (section.day || !section.month) out += "-" + two_digits(static_cast<unsigned>(day.day()));
  if (section.clock || section.seconds) out += " " + time;
  return out;
}

std::string_view builtin_format(long id) {
  constexpr std::string_view kIsoDate = "yyyy-mm-dd";
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return kIsoDate;
  switch (id) {
    case 1:
      return "0";
    case 2:
      return "0.00";
    case 3:
      return "#,##0";
    case 4:
      return "#,##0.00";
    case 9:
      return "0%";
    case 10:
      return "0.00%";
    case 11:
      return "0.00E+00";
    case 14:
      return "dd/mm/yyyy";
    case 15:
      return "d-mmm-yy";
    case 16:
      return "d-mmm";
    case 17:
      return "mmm-yy";
    case 18:
      return "h:mm AM/PM";
    case 19:
      return "h:mm:ss AM/PM";
    case 20:
      return "h:mm";
    case 21:
      return "h:mm:ss";
    case 22:
      return "dd/mm/yyyy h:mm";
    case 37:
    case 38:
      return "#,##0;(#,##0)";
    case 39:
    case 40:
      return "#,##0.00;(#,##0.00)";
    case 41:
    case 42:
      return "#,##0;-#,##0;\"-\"";
    case 43:
    case 44:
      return "#,##0.00;-#,##0.00;\"-\"";
    case 45:
      return "mm:ss";
    case 46:
      return "[h]:mm:ss";
    case 47:
      return "mm:ss.0";
    case 49:
      return "@";
    default:
      return "General";
  }
}

std::string plain_number(double value) {
  constexpr int kDigits = 10;  // what a cell of usual width shows
  constexpr double kExact = 1e15;
  if (!std::isfinite(value)) return "";
  if (value == std::trunc(value) && std::fabs(value) < kExact) return std::to_string(static_cast<std::int64_t>(value));
  std::array<char, 64> buffer;
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, kDigits);
  return error == std::errc() ? std::string(buffer.data(), end) : "";
}

}  // namespace foi::extract
