#include <algorithm>

#include "indexer/understand/mailboxes.h"
#include "indexer/understand/name_labels.h"
#include "indexer/understand/name_search.h"
#include "indexer/understand/word_set.h"

namespace foi::understand {

namespace {

// Rows of a table of names below its heading.
constexpr std::size_t kTableRows = 400;

class LabelReader {
 public:
  explicit LabelReader(NameSheet& sheet) : sheet_(sheet) {}

  void read() {
    for (std::size_t line = 0; line < sheet_.lines(); ++line) {
      if (sheet_.is_blank(line)) continue;
      look_for_labels(line);
      look_for_labels_in_columns(line);
      look_for_columns_of_roles(line);
      look_for_columns_of_names(line);
      look_for_party(line);
    }
  }

 private:
  // "From: …", "Name: …", "Chair: …": in each column, a label, a colon, a name; the name may stand in the next column.
  void look_for_labels(std::size_t line) {
    const Line where = sheet_.letter().lines[line];
    if (where.end - where.start > kMaxNameRowBytes) return;
    const std::string_view text = sheet_.letter().view(where);
    for (std::size_t colon = text.find(':'); colon != std::string_view::npos; colon = text.find(':', colon + 1)) {
      const std::size_t at = where.start + colon;
      std::size_t value = sheet_.first_token(line);
      while (value < sheet_.end_token(line) && sheet_.token(value).start < at) ++value;
      if (value < sheet_.end_token(line)) read_label(line, value);
      // The value on the next line, alone in it: "Sent via e-mail to:- / Anna Muster".
      if (value == sheet_.end_token(line) && line + 1 < sheet_.lines()) read_label(line + 1, value);
    }
  }

  // value is the token after the colon; the label is the words before it, back to the start of the line or a gap between columns.
  void read_label(std::size_t line, std::size_t value) {
    std::vector<std::string_view> words;
    for (std::size_t i = value; i > 0 && words.size() < 6; --i) {
      const std::string_view gap = sheet_.between(i - 1);
      if (i < value && (gap.find_first_of("\n\f\t:|") != std::string_view::npos || gap.find("   ") != std::string_view::npos)) break;
      words.insert(words.begin(), sheet_.word(i - 1));
    }
    read_value(name_label(words), words.size(), line, value, sheet_.end_token(line));
  }

  // A name, or with mail the names, among tokens [value, end) of a line.
  void read_value(NameLabel label, std::size_t label_words, std::size_t line, std::size_t value, std::size_t end) {
    if (label == NameLabel::none) return;
    const bool mail = label == NameLabel::from || label == NameLabel::to;
    for (std::size_t i = value; i < end;) {
      const auto shape = sheet_.name(i, NamePlace::certain);
      if (!shape || shape->end > end) {
        if (!mail || label_words > 2) return;
        ++i;
        continue;
      }
      if (label == NameLabel::from && is_part_of_office(*shape, line)) return;
      if (mail) learn_turned_round(*shape, end);
      if (is_sure(*shape, label) && !sheet_.before_place(shape->end)) sheet_.record(*shape, label_type(label, line, shape->first));
      i = shape->end;
      if (!mail) return;
    }
  }

  // "From: Freedom of Information (West Mercia) <foi@…>": what an office adds to its name is no person.
  bool is_part_of_office(const NameShape& shape, std::size_t line) const {
    const std::size_t at = shape.first;
    const Line where = sheet_.letter().lines[line];
    const std::string_view before = sheet_.letter().view(Span{where.start, sheet_.token(at).start});
    const std::size_t open = before.rfind('(');
    if (open == std::string_view::npos || before.find(')', open) != std::string_view::npos) return false;
    const EmailAddress* email = email_on(line);
    return !shape.has_title && !is_first_name(sheet_.word(at)) && email != nullptr && is_role_mailbox(*email);
  }

  const EmailAddress* email_on(std::size_t line) const {
    const Line where = sheet_.letter().lines[line];
    const auto& emails = sheet_.emails();
    const auto email = std::lower_bound(emails.begin(), emails.end(), where.start,
                                        [](const EmailAddress& e, std::size_t start) { return e.where.start < start; });
    return email != emails.end() && email->where.start < where.end ? &*email : nullptr;
  }

  // "Muster, Anna".
  void learn_turned_round(const NameShape& surname, std::size_t end) {
    const std::size_t next = surname.end;
    if (next >= end || surname.words != 1 || surname.has_title || trim(sheet_.between(next - 1)) != ",") return;
    const auto given = sheet_.name(next, NamePlace::certain);
    if (given && given->words == 1 && sheet_.is_likely(*given))
      sheet_.known().remember({std::string(sheet_.word(next)), std::string(sheet_.word(surname.first)), std::string(kPerson)});
  }

  // A role may be followed by what it is over ("Director: Adult Care"); after "Applicant" one word does.
  bool is_sure(const NameShape& shape, NameLabel label) const {
    const bool given = is_first_name(sheet_.word(shape.first));
    if (shape.has_title || given) return true;
    if (label == NameLabel::role) return shape.words >= 2 && sheet_.is_distinct(shape);
    if (label == NameLabel::requester) return shape.words >= 2 || sheet_.is_distinct(shape);
    return shape.words >= 2 || label != NameLabel::staff;
  }

  std::string_view label_type(NameLabel label, std::size_t line, std::size_t token) const {
    if (label == NameLabel::staff || label == NameLabel::role) return kStaff;
    if (label == NameLabel::requester) return kRequester;
    if (const EmailAddress* email = email_on(line); email != nullptr) return is_public_domain(email->domain) ? kStaff : kRequester;
    return (label == NameLabel::to) != sheet_.in_request(token) ? kRequester : kStaff;
  }

  // "Applicant | Anna Muster": a label and its value in columns beside each other, without a colon.
  void look_for_labels_in_columns(std::size_t line) {
    const std::vector<Span>& cells = sheet_.row(line);
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
      std::vector<std::string_view> words;
      for (const Token& token : sheet_.letter().tokens_in(cells[i])) words.push_back(token.word);
      const NameLabel label = words.size() > 6 ? NameLabel::none : name_label(words);
      const std::size_t value = sheet_.token_at(cells[i + 1].start, line);
      std::size_t end = value;
      while (end < sheet_.end_token(line) && sheet_.token(end).start < cells[i + 1].end) ++end;
      read_value(label, words.size(), line, value, end);
    }
  }

  static bool is_top_role(Tokens words) {
    constexpr std::size_t kMostWords = 3;
    if (words.size() > kMostWords) return false;
    std::string joined;
    for (const Token& token : words) joined.append(token.word).append(" ");
    return joined == "chair " || joined == "chairman " || joined == "chief executive " || joined == "chief executive officer " ||
           joined == "interim chief executive " || joined == "chief constable " || joined == "chief fire officer ";
  }

  // "Chair      Chief Executive" with the names on the line below, each under its role.
  void look_for_columns_of_roles(std::size_t line) {
    if (line + 1 >= sheet_.lines()) return;
    for (const Span& role : sheet_.row(line))
      if (is_top_role(sheet_.letter().tokens_in(role))) read_below(line, role, line + 1);
    // "… OBE – Chair", a column of a footer to itself.
    for (const Span& cell : sheet_.row(line)) {
      const auto shape = sheet_.name(sheet_.token_at(cell.start, line), NamePlace::certain);
      if (!shape || shape->words < 2 || sheet_.token(shape->end - 1).end >= cell.end) continue;
      if (is_top_role(tokenise(sheet_.letter().view(Span{sheet_.token(shape->end - 1).end, cell.end})))) sheet_.record(*shape, kStaff);
    }
  }

  void read_below(std::size_t line, Span heading, std::size_t below) {
    const std::size_t start = sheet_.letter().lines[line].start, start_below = sheet_.letter().lines[below].start;
    for (const Span& cell : sheet_.row(below)) {
      const bool over = heading.start - start < cell.end - start_below + 6 && cell.start - start_below < heading.end - start + 6;
      if (over) read_cell(cell, below);
    }
  }

  void read_cell(Span cell, std::size_t line) {
    const std::size_t at = sheet_.token_at(cell.start, line);
    if (at >= sheet_.end_token(line)) return;
    const auto shape = sheet_.name(at, NamePlace::certain);
    if (!shape || sheet_.token(shape->end - 1).end > cell.end || sheet_.before_place(shape->end)) return;
    if ((shape->words >= 2 && sheet_.is_likely(*shape)) || shape->has_title || is_first_name(sheet_.word(at)))
      sheet_.record(*shape, kStaff);
  }

  // "Name | Job title | Telephone", "Responsible officer   E-mail": the column of names of a table.
  void look_for_columns_of_names(std::size_t line) {
    const std::vector<Span>& cells = sheet_.row(line);
    if (cells.size() < 2) return;
    const bool barred = sheet_.letter().view(sheet_.letter().lines[line]).find('|') != std::string_view::npos;
    for (std::size_t column = 0; column < cells.size(); ++column) {
      if (!heads_names(sheet_.letter().tokens_in(cells[column]), cells, column)) continue;
      for (std::size_t next = line + 1, rows = 0; next < sheet_.lines() && rows < kTableRows; ++next, ++rows) {
        const std::vector<Span>& below = sheet_.row(next);
        if (below.empty() || (sheet_.is_blank(next) && !barred)) break;
        if (sheet_.is_blank(next)) continue;
        if (barred && column < below.size())
          read_cell(below[column], next);
        else if (!barred)
          read_below(line, cells[column], next);
      }
    }
  }

  // "Name" heads people only beside what people have.
  bool heads_names(Tokens words, const std::vector<Span>& cells, std::size_t column) const {
    static const WordSet sure =
        words_from("officer manager lead postholder holder contact director head owner sponsor requester applicant staff");
    if (words.empty() || words.size() > 4) return false;
    const std::string_view first = words.front().word, last = words.back().word;
    if (sure.contains(last) || (words.size() > 1 && last == "name" && (first == "contact" || first == "officer" || first == "staff")))
      return true;
    if (last != "name" && last != "names" && last != "surname") return false;
    static const WordSet personal =
        words_from("title role post position telephone phone tel email mail job grade band extension forename surname");
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (i != column)
        for (const Token& token : sheet_.letter().tokens_in(cells[i]))
          if (personal.contains(token.word)) return true;
    return false;
  }

  // "ANNA MUSTER / Appellant": the party to a case or a complaint.
  void look_for_party(std::size_t line) {
    look_for_party_in_columns(line);
    const std::size_t at = sheet_.first_token(line);
    const auto shape = sheet_.name(at, NamePlace::certain);
    if (!shape || shape->end != sheet_.end_token(line) || !sheet_.is_likely(*shape)) return;
    const std::size_t next = sheet_.next_filled(line);
    if (next < sheet_.lines() && is_party(sheet_.letter().tokens_in(sheet_.letter().lines[next]))) sheet_.record(*shape, kRequester);
  }

  void look_for_party_in_columns(std::size_t line) {
    const std::vector<Span>& cells = sheet_.row(line);
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
      if (!is_party(sheet_.letter().tokens_in(cells[i + 1]))) continue;
      const auto shape = sheet_.name(sheet_.token_at(cells[i].start, line), NamePlace::certain);
      if (shape && sheet_.fills_cell(*shape) && sheet_.is_likely(*shape)) sheet_.record(*shape, kRequester);
    }
  }

  static bool is_party(Tokens words) {
    static const WordSet parties = words_from("appellant appellants complainant applicant claimant respondent respondents");
    return words.size() <= 3 && std::any_of(words.begin(), words.end(), [](const Token& t) { return parties.contains(t.word); });
  }

  NameSheet& sheet_;
};

}  // namespace

void find_labelled(NameSheet& sheet) { LabelReader(sheet).read(); }

}  // namespace foi::understand
