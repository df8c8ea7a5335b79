#include "indexer/understand/requester_form.h"

#include <algorithm>
#include <optional>

#include "indexer/understand/contacts.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/mailboxes.h"
#include "indexer/understand/name_labels.h"
#include "indexer/understand/person_names.h"

namespace foi::understand {

namespace {

// Bytes of a line that is a field, of its label up to the colon; words of a label, of a line of an address; lines of an address.
constexpr std::size_t kMaxFieldBytes = 300, kMaxLabelBytes = 40, kLabelWords = 5, kAddressWords = 8, kAddressLines = 5;

class FormReader {
 public:
  FormReader(const Letter& letter, const std::vector<PersonalSpan>& people) : letter_(letter), people_(people) {
    std::ranges::sort(people_, {}, [](const PersonalSpan& p) { return p.where.start; });
  }

  RequesterForm read() {
    bool in_form = false;
    std::size_t blank = 0;  // lines since the last field
    for (std::size_t line = 0; line < letter_.lines.size(); ++line) {
      const auto field = field_at(line);
      if (!field) {
        in_form = in_form && letter_.tokens_in(letter_.lines[line]).empty() && ++blank < 2;
        continue;
      }
      blank = 0;
      in_form = names_requester(*field) || (in_form && !ends_form(*field));
      if (!in_form) continue;
      form_.values.push_back(field->value);
      if (is_address_label(*field)) line = read_address(*field, line);
    }
    return std::move(form_);
  }

 private:
  struct Field {
    std::vector<std::string_view> label;
    Span value;
  };

  Span trimmed(Span span) const {
    static constexpr std::string_view around = " \t\r*|";
    while (!span.empty() && around.find(letter_.text[span.start]) != std::string_view::npos) ++span.start;
    while (!span.empty() && around.find(letter_.text[span.end - 1]) != std::string_view::npos) --span.end;
    return span;
  }

  std::optional<Field> field_at(std::size_t line) const {
    const Line where = letter_.lines[line];
    if (where.end - where.start > kMaxFieldBytes) return std::nullopt;
    Span label, value;
    const std::size_t colon = letter_.view(Span{where.start, std::min(where.end, where.start + kMaxLabelBytes)}).find(':');
    const auto cells = cells_of(letter_, where);
    if (cells.size() == 2) {
      label = cells[0], value = cells[1];
    } else if (colon != std::string_view::npos) {
      label = {where.start, where.start + colon}, value = {where.start + colon + 1, where.end};
    } else {
      return std::nullopt;
    }
    Field field{{}, trimmed(value)};
    for (const Token& token : letter_.tokens_in(label)) field.label.push_back(token.word);
    if (field.label.empty() || field.label.size() > kLabelWords) return std::nullopt;
    return field;
  }

  bool has_person(Span where, bool requester) const {
    const auto first = std::ranges::lower_bound(people_, where.start, {}, [](const PersonalSpan& p) { return p.where.start; });
    for (auto person = first; person != people_.end() && person->where.start < where.end; ++person)
      if ((person->type == "requester") == requester) return true;
    return false;
  }

  // "Requester: …" whatever stands there, "Name: …" with a requester's.
  bool names_requester(const Field& field) const {
    if (name_label(field.label) != NameLabel::requester) return false;
    static constexpr CueTable sure = {"requester", "requestor", "applicant", "complainant", "enquirer", "requesters", "applicants"};
    return std::ranges::any_of(field.label, [](std::string_view word) { return among(sure, word); }) || has_person(field.value, true);
  }

  bool ends_form(const Field& field) const {
    static constexpr CueTable body = {"authority", "council",  "department", "directorate", "team",       "job",
                                      "role",      "position", "grade",      "officer",     "our",        "office",
                                      "service",   "services", "handler",    "from",        "switchboard"};
    if (std::ranges::any_of(field.label, [](std::string_view word) { return among(body, word); })) return true;
    if (has_person(field.value, false)) return true;
    const auto emails = find_emails(letter_.view(field.value));
    return std::ranges::any_of(emails, [](const EmailAddress& email) { return is_public_domain(email.domain); });
  }

  static bool is_address_label(const Field& field) {
    static constexpr CueTable others = {"email", "mail", "e", "web", "ip", "website", "site", "url"};
    const std::string_view last = field.label.back();
    if (last == "postcode" || (last == "code" && field.label.front() == "post")) return true;
    const bool address = std::ranges::find(field.label, "address") != field.label.end();
    return address && std::ranges::none_of(field.label, [](std::string_view word) { return among(others, word); });
  }

  // The value, and the lines below it down to the postcode. Returns the last line of it.
  std::size_t read_address(const Field& field, std::size_t line) {
    std::vector<Span> lines{field.value};
    std::size_t last = line;
    bool ends = !find_postcodes(letter_.view(field.value)).empty();
    while (!ends && last + 1 < letter_.lines.size() && lines.size() <= kAddressLines) {
      const Span below = trimmed({letter_.lines[last + 1].start, letter_.lines[last + 1].end});
      const std::size_t words = letter_.tokens_in(below).size();
      if (words == 0 || words > kAddressWords || field_at(last + 1)) break;
      lines.push_back(below);
      ++last;
      ends = !find_postcodes(letter_.view(below)).empty();
    }
    if (!ends) {
      lines.resize(1);
      last = line;
      if (!is_street(field.value)) return last;
    }
    for (const Span& cell : lines)
      if (!cell.empty()) form_.addresses.push_back(cell);
    return last;
  }

  bool is_street(Span value) const {
    const Tokens tokens = letter_.tokens_in(value);
    return tokens.size() > 1 && (is_digit(tokens.front().word[0]) || tokens.front().word == "flat") &&
           std::ranges::any_of(tokens, [](const Token& t) { return is_place_word(t.word); });
  }

  const Letter& letter_;
  std::vector<PersonalSpan> people_;
  RequesterForm form_;
};

}  // namespace

RequesterForm find_requester_form(const Letter& letter, const std::vector<PersonalSpan>& people) {
  return FormReader(letter, people).read();
}

}  // namespace foi::understand
