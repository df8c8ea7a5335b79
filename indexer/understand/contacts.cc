#include "indexer/understand/contacts.h"

#include <algorithm>
#include <array>

#include "indexer/model/text.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// No address is longer; keeps every look-around bounded.
constexpr std::size_t kMaxAddressBytes = 254;

bool is_local(char c) {
  return is_digit(c) || is_upper(c) || is_lower(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '\'' || c == '%';
}
bool is_domain(char c) { return is_digit(c) || is_upper(c) || is_lower(c) || c == '.' || c == '-'; }

// The domain that starts at `at`: labels joined by single dots, at least two of them. Empty when there is none.
std::string_view domain_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < kMaxAddressBytes && is_domain(text[end])) ++end;
  std::string_view domain = text.substr(at, end - at);
  while (!domain.empty() && (domain.back() == '.' || domain.back() == '-')) domain.remove_suffix(1);
  if (const std::size_t twice = domain.find(".."); twice != std::string_view::npos) domain = domain.substr(0, twice);
  const std::size_t dot = domain.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || domain.size() - dot < 3) return {};
  return std::all_of(domain.begin() + static_cast<std::ptrdiff_t>(dot) + 1, domain.end(), [](char c) { return is_upper(c) || is_lower(c); })
             ? domain
             : std::string_view{};
}

// "@", or "(at)" written out against harvesters, with a space on either side or none; empty when it is neither.
Span at_sign(std::string_view text, std::size_t at) {
  if (text[at] == '@') return {at, at + 1};
  const std::string_view spelt = text.substr(at, 4);
  if (spelt != "(at)" && spelt != "[at]" && spelt != "(AT)" && spelt != "[AT]") return {at, at};
  const std::size_t end = at + spelt.size();
  return {at > 0 && text[at - 1] == ' ' ? at - 1 : at, end < text.size() && text[end] == ' ' ? end + 1 : end};
}

bool known_ending(std::string_view host) {
  for (std::string_view ending : {".uk", ".scot", ".wales", ".nhs.net", ".cymru"})
    if (host.ends_with(ending)) return true;
  return false;
}

std::size_t scheme_length(std::string_view rest) {
  if (!rest.starts_with('h') && !rest.starts_with('H')) return 0;
  for (std::string_view scheme : {"https://", "http://"})
    if (rest.size() > scheme.size() && to_lower_ascii(rest.substr(0, scheme.size())) == scheme) return scheme.size();
  return 0;
}

std::size_t end_of_url(std::string_view text, std::size_t at) {
  const std::size_t limit = std::min(text.size(), at + 2048);
  while (at<limit&& static_cast<unsigned char>(text[at])> ' ' && text[at] != '>' && text[at] != ')' && text[at] != ']' && text[at] != '"')
    ++at;
  while (at > 0 && (text[at - 1] == '.' || text[at - 1] == ',' || text[at - 1] == ';')) --at;
  return at;
}

// The digits that start at `at`, in groups kept apart by single spaces, dashes, dots or brackets, and where each group ends.
struct DigitGroup {
  std::size_t digits = 0, end = 0;  // digits so far, byte after the group
};
struct Digits {
  std::string digits;
  std::vector<DigitGroup> groups;
};
Digits read_digits(std::string_view text, std::size_t at) {
  Digits out;
  std::size_t gap = 0;
  for (std::size_t i = at; i < text.size() && gap <= 2 && out.digits.size() <= 15; ++i) {
    if (is_digit(text[i])) {
      out.digits += text[i];
      if (i + 1 >= text.size() || !is_digit(text[i + 1])) out.groups.push_back({out.digits.size(), i + 1});
      gap = 0;
    } else if (text[i] == ' ' || text[i] == '-' || text[i] == '.' || text[i] == '(' || text[i] == ')') {
      ++gap;
    } else {
      break;
    }
  }
  return out;
}

// A national number of 10 or 11 digits that begins as British numbers do; the prefix +44 (0) taken off. Nothing else.
std::optional<std::string> national_number(std::string_view digits, bool international) {
  std::string number;
  if (international) {
    if (!digits.starts_with("44")) return std::nullopt;
    digits.remove_prefix(2);
    if (!digits.starts_with("0")) number.push_back('0');
  }
  number.append(digits);
  if (number.size() < 10 || number.size() > 11 || number[0] != '0' || std::string_view("123578").find(number[1]) == std::string_view::npos)
    return std::nullopt;
  return number;
}

// Another number may follow on the same line: the longest run of groups that makes a number is taken.
std::optional<PhoneNumber> phone_at(std::string_view text, std::size_t at, std::size_t first_digit, bool international) {
  const Digits read = read_digits(text, first_digit);
  // A row of figures is no number: an area code has three digits or more, and no number falls into more than five groups.
  if (read.groups.empty() || (!international && read.groups.front().digits < 3)) return std::nullopt;
  for (auto group = read.groups.rbegin(); group != read.groups.rend(); ++group) {
    if ((group->end < text.size() && is_alpha(text[group->end])) || read.groups.rend() - group > 5) continue;
    if (auto number = national_number(std::string_view(read.digits).substr(0, group->digits), international))
      return PhoneNumber{{at, group->end}, std::move(*number)};
  }
  return std::nullopt;
}

// Postcode shapes, A a letter, N a digit, X either.
constexpr std::array<std::string_view, 6> kOutward{"AN", "ANN", "AAN", "AANN", "ANA", "AANA"};

char as_digit(char c) { return c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c == 'S' ? '5' : c; }

std::optional<std::string> fit(std::string_view text, std::string_view shape, bool forgive) {
  if (text.size() != shape.size()) return std::nullopt;
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = shape[i] == 'N' && forgive ? as_digit(text[i]) : text[i];
    if (shape[i] == 'N' ? !is_digit(c) : !is_upper(c)) return std::nullopt;
    out += c;
  }
  return out;
}

bool edge(std::string_view text, std::size_t at) { return at >= text.size() || !(is_digit(text[at]) || is_alpha(text[at])); }

// The outward part starts at `at` and has `length` characters; the inward part follows directly or after one or two spaces.
std::optional<Postcode> postcode_at(std::string_view text, std::size_t at, std::size_t length) {
  std::size_t inward = at + length;
  std::size_t spaces = 0;
  while (inward < text.size() && text[inward] == ' ' && spaces < 3) ++inward, ++spaces;
  if (spaces > 2 || inward + 3 > text.size() || !edge(text, inward + 3)) return std::nullopt;
  const auto second = fit(text.substr(inward, 3), "NAA", true);
  if (!second) return std::nullopt;
  for (std::string_view shape : kOutward)
    if (const auto first = fit(text.substr(at, length), shape, spaces > 0)) return Postcode{{at, inward + 3}, *first + *second};
  return std::nullopt;
}

}  // namespace

std::vector<EmailAddress> find_emails(std::string_view text) {
  std::vector<EmailAddress> found;
  std::size_t floor = 0;
  for (std::size_t next = text.find_first_of("@(["); next != std::string_view::npos; next = text.find_first_of("@([", next + 1)) {
    const Span sign = at_sign(text, next);
    const std::size_t at = sign.start;
    std::size_t start = at;
    while (start > floor && at - start < kMaxAddressBytes && is_local(text[start - 1])) --start;
    while (start < at && (text[start] == '.' || text[start] == '-' || text[start] == '\'')) ++start;
    const std::string_view domain = sign.empty() ? std::string_view{} : domain_at(text, sign.end);
    if (start == at || domain.empty()) continue;
    floor = sign.end + domain.size();
    found.push_back({{start, floor}, to_lower_ascii(text.substr(start, at - start)), to_lower_ascii(domain)});
  }
  return found;
}

std::vector<WebHost> find_hosts(std::string_view text) {
  std::vector<WebHost> found;
  std::size_t i = 0;
  while (i < text.size()) {
    const bool at_word = (is_digit(text[i]) || is_upper(text[i]) || is_lower(text[i])) && (i == 0 || !is_domain(text[i - 1]));
    if (!at_word) {
      ++i;
      continue;
    }
    std::size_t word = i;
    bool dot = false;
    while (word < text.size() && is_domain(text[word])) dot |= text[word++] == '.';
    // Neither the labels of a host nor a scheme.
    if (!dot && (word == text.size() || text[word] != ':')) {
      i = word;
      continue;
    }
    const std::size_t scheme = scheme_length(text.substr(i, 9));
    const std::string_view domain = domain_at(text, i + scheme);
    std::string host = to_lower_ascii(domain);
    const bool web = host.starts_with("www.");
    const bool in_email = (i > 0 && text[i - 1] == '@') || (i + domain.size() < text.size() && text[i + domain.size()] == '@');
    if (domain.empty() || in_email || !(scheme > 0 || web || known_ending(host))) {
      while (i < text.size() && is_domain(text[i])) ++i;
      continue;
    }
    const std::size_t end = std::max(i + scheme + domain.size(), end_of_url(text, i + scheme + domain.size()));
    found.push_back({{i, end}, web ? host.substr(4) : host});
    i = end;
  }
  return found;
}

std::vector<PhoneNumber> find_phones(std::string_view text) {
  std::vector<PhoneNumber> found;
  std::size_t i = 0;
  while (i < text.size()) {
    if (text[i] != '0' && text[i] != '+' && text[i] != '(') {
      ++i;
      continue;
    }
    const bool international = text[i] == '+' && i + 1 < text.size() && is_digit(text[i + 1]);
    const bool bracket = text[i] == '(' && i + 1 < text.size() && text[i + 1] == '0';
    const bool starts = international || bracket || text[i] == '0';
    const bool clean = i == 0 || !(is_digit(text[i - 1]) || is_alpha(text[i - 1]) || text[i - 1] == '/' || text[i - 1] == '-' ||
                                   text[i - 1] == '.' || text[i - 1] == '_' || text[i - 1] == '=');
    if (!starts || !clean) {
      ++i;
      continue;
    }
    std::optional<PhoneNumber> phone = phone_at(text, i, international || bracket ? i + 1 : i, international);
    i = phone ? phone->where.end : i + 1;
    if (phone) found.push_back(std::move(*phone));
  }
  return found;
}

std::vector<Postcode> find_postcodes(std::string_view text) {
  std::vector<Postcode> found;
  std::size_t i = 0;
  while (i < text.size()) {
    if (!is_upper(text[i]) || (i > 0 && !edge(text, i - 1))) {
      ++i;
      continue;
    }
    std::optional<Postcode> postcode;
    for (std::size_t length = 4; length >= 2 && !postcode; --length)
      if (i + length < text.size()) postcode = postcode_at(text, i, length);
    if (postcode) {
      i = postcode->where.end;
      found.push_back(std::move(*postcode));
    } else {
      while (i < text.size() && !edge(text, i)) ++i;
    }
  }
  return found;
}

std::string postcode_key(std::string_view postcode) {
  std::string key;
  for (char c : postcode)
    if (c != ' ') key += is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
  return key;
}

}  // namespace foi::understand
