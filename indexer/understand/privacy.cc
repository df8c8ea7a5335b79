#include "indexer/understand/privacy.h"

#include <algorithm>
#include <optional>
#include <set>
#include <span>

#include "indexer/model/text.h"
#include "indexer/understand/contacts.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/dates.h"
#include "indexer/understand/mailboxes.h"
#include "indexer/understand/people.h"
#include "indexer/understand/person_names.h"
#include "indexer/understand/reference_number.h"
#include "indexer/understand/reference_shapes.h"
#include "indexer/understand/requester_form.h"
#include "indexer/understand/tokens.h"
#include "indexer/understand/told_details.h"

namespace foi::understand {

namespace {

// Bytes before a number in which a label may stand; lines of a postal address.
constexpr std::size_t kLabelBytes = 40, kAddressLines = 8;
constexpr std::size_t kMaxRowBytes = 500;
// Bytes of a letter in which it is looked whether a reference may have initials at all.
constexpr std::size_t kTopBytes = 100'000;

bool is_head(SectionKind kind) { return kind == SectionKind::letterhead || kind == SectionKind::reference_block; }
bool is_request(SectionKind kind) {
  return kind == SectionKind::request || kind == SectionKind::quoted_thread || kind == SectionKind::mail_headers;
}

bool has_any_word(Tokens tokens, std::initializer_list<std::string_view> words) {
  return std::any_of(tokens.begin(), tokens.end(),
                     [&](const Token& t) { return std::find(words.begin(), words.end(), t.word) != words.end(); });
}

class PrivacyFinder {
 public:
  PrivacyFinder(const Letter& letter, const std::vector<Section>& sections, const Reference& reference)
      : letter_(letter), sections_(sections), index_(authority_index(reference)), emails_(find_emails(letter.text)) {}

  std::vector<PersonalSpan> find() {
    spans_ = find_people(letter_, sections_, *index_, emails_);
    form_ = find_requester_form(letter_, spans_);
    find_addresses();
    mark_emails();
    mark_phones();
    mark_numbers();
    mark_birth_dates();
    mark_initials();
    for (const Span& plate : find_plates(letter_)) add(plate, "number plate");
    return settle();
  }

 private:
  void add(Span where, const char* type) { spans_.push_back({where, type}); }
  SectionKind section(std::size_t offset) const { return section_at(sections_, offset); }

  // The words just before a place, on its line, or at the end of the column left of it.
  TokenList label_before(std::size_t offset) const {
    const Line line = letter_.lines[letter_.line_index(offset)];
    const std::size_t start = std::max(line.start, offset - std::min(offset, kLabelBytes));
    return tokenise(letter_.view(Span{start, offset}));
  }

  void mark_emails() {
    for (const EmailAddress& email : emails_)
      if (!is_blanked(email) && (!is_role_mailbox(email) || is_written_to(email))) add(email.where, "e-mail");
  }

  // "To: sales@…" at the head of a mail that answers a request: the requester's, whatever it is called.
  bool is_written_to(const EmailAddress& email) const {
    if (is_public_domain(email.domain) || section(email.where.start) != SectionKind::mail_headers) return false;
    const std::string_view line = trim(letter_.view(letter_.lines[letter_.line_index(email.where.start)]));
    const TokenList words = tokenise(line.substr(0, kLabelBytes));
    return !words.empty() && (words.front().word == "to" || words.front().word == "cc");
  }

  void mark_phones() {
    for (const PhoneNumber& phone : find_phones(letter_.text))
      if (is_personal(phone)) add(phone.where, "phone");
  }

  // Numbers of a switchboard, an office or a help line stay; mobiles and direct lines do not, nor any of which that cannot be told.
  bool is_personal(const PhoneNumber& phone) const {
    if (phone.digits[1] == '7' || is_told_of_person(letter_, phone.where.start)) return true;
    const TokenList label = label_before(phone.where.start);
    if (has_any_word(label, {"direct", "ddi", "mobile", "extension", "ext", "dial", "mob"})) return true;
    if (phone.digits[1] == '3' || phone.digits[1] == '8') return false;
    if (is_within(form_.values, phone.where)) return true;
    const SectionKind kind = section(phone.where.start);
    if (is_request(kind) || is_within(address_, phone.where)) return true;
    if (has_any_word(label, {"switchboard", "helpline", "reception", "service", "services", "team", "pals", "clinic", "office",
                             "department", "hospital", "centre"}))
      return false;
    if (kind == SectionKind::signature) return true;
    return !(is_boilerplate(kind) || is_head(kind) || has_any_word(label, {"tel", "telephone", "phone", "fax", "t"}));
  }

  static bool is_within(const std::vector<Span>& cells, Span where) {
    return std::ranges::any_of(cells, [&](const Span& cell) { return cell.start <= where.start && where.end <= cell.end; });
  }

  // Digits in groups, with spaces or dashes between; returns the end, or start when there are not exactly `count`.
  std::size_t read_number(std::size_t start, std::size_t count, std::string& digits) const {
    const std::string& text = letter_.text;
    std::size_t i = start, end = start;
    while (i < text.size() && digits.size() < count) {
      if (is_digit(text[i])) {
        digits += text[i++];
        end = i;
      } else if ((text[i] == ' ' || text[i] == '-') && i > start && is_digit(text[i - 1]) && i + 1 < text.size() && is_digit(text[i + 1])) {
        ++i;
      } else {
        break;
      }
    }
    const bool whole = digits.size() == count && (end >= text.size() || !(is_digit(text[end]) || is_alpha(text[end])));
    return whole ? end : start;
  }

  // NHS numbers: ten digits whose last checks the others (modulus 11). Nine digits in eleven of chance would fail, so ten digits in a row
  // count only beside their name, "999 999 9999" by its shape.
  static bool checks(const std::string& digits) {
    int sum = 0;
    for (int i = 0; i < 9; ++i) sum += (digits[static_cast<std::size_t>(i)] - '0') * (10 - i);
    const int check = (11 - sum % 11) % 11;
    return check != 10 && check == digits[9] - '0';
  }

  void mark_numbers() {
    const std::string& text = letter_.text;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool starts =
          i == 0 || !(is_digit(text[i - 1]) || is_alpha(text[i - 1]) || text[i - 1] == '-' || text[i - 1] == '.' || text[i - 1] == ',');
      if (!starts) continue;
      if (is_digit(text[i])) mark_nhs_number(i);
      if (is_upper(text[i])) mark_ni_number(i);
    }
  }

  void mark_nhs_number(std::size_t start) {
    std::string digits;
    const std::size_t end = read_number(start, 10, digits);
    if (end == start || !checks(digits)) return;
    const std::string_view printed = letter_.view(Span{start, end});
    const bool shaped = printed.size() == 12 && !is_digit(printed[3]) && !is_digit(printed[7]);
    const TokenList label = label_before(start);
    const bool named = has_any_word(label, {"nhs"}) && has_any_word(label, {"number", "no", "num", "nos"});
    if (shaped || named) add({start, end}, "NHS number");
  }

  // National Insurance: two letters, six digits, A to D.
  void mark_ni_number(std::size_t start) {
    const std::string& text = letter_.text;
    if (start + 9 > text.size() || !is_upper(text[start + 1])) return;
    static constexpr std::string_view kNeverFirst = "DFIQUV", kNeverSecond = "DFIOQUV";
    if (kNeverFirst.find(text[start]) != std::string_view::npos || kNeverSecond.find(text[start + 1]) != std::string_view::npos) return;
    std::size_t i = start + 2, digits = 0;
    while (i < text.size() && digits < 6 && i - start < 14) {
      if (is_digit(text[i]))
        ++digits;
      else if (text[i] != ' ')
        return;
      ++i;
    }
    if (i < text.size() && text[i] == ' ') ++i;
    if (digits < 6 || i >= text.size() || text[i] < 'A' || text[i] > 'D') return;
    if (i + 1 < text.size() && (is_alpha(text[i + 1]) || is_digit(text[i + 1]))) return;
    add({start, i + 1}, "NI number");
  }

  void mark_birth_dates() {
    // Most letters speak of no birth.
    if (!has_any_word(letter_.tokens, {"born", "birth", "birthday", "dob", "d"})) return;
    for (const PrintedDate& date : find_printed_dates(letter_)) {
      const TokenList label = label_before(date.where.start);
      const std::size_t count = label.size();
      const auto word = [&](std::size_t back) { return back <= count ? std::string_view(label[count - back].word) : std::string_view{}; };
      const bool born = word(1) == "born" || (word(1) == "on" && word(2) == "born") || word(1) == "dob" ||
                        (word(1) == "b" && word(2) == "o" && word(3) == "d") || word(1) == "birth" ||
                        (word(1) == "is" && (word(2) == "birth" || word(2) == "dob")) || word(1) == "birthday";
      if (born) add(date.where, "date of birth");
    }
  }

  // "AB/cd" somewhere near the top, or somebody's initials before or after a stroke, without which no reference has any.
  bool may_have_initials(const std::set<std::string, std::less<>>& people) const {
    const std::string_view top = std::string_view(letter_.text).substr(0, kTopBytes);
    for (std::size_t at = top.find('/'); at != std::string_view::npos; at = top.find('/', at + 1)) {
      if (at > 1 && is_alpha(top[at - 1]) && at + 1 < top.size() && is_alpha(top[at + 1])) return true;
      for (const std::size_t size : {2u, 3u})
        if ((at >= size && people.contains(top.substr(at - size, size))) || people.contains(top.substr(at + 1, size))) return true;
    }
    return top.size() < letter_.text.size();
  }

  void mark_initials() {
    const std::set<std::string, std::less<>> people = initials_of_people();
    if (!may_have_initials(people)) return;
    const auto reference = find_reference(letter_, sections_, nullptr);
    if (!reference) return;
    if (!reference->initials.empty()) add(reference->initials, "staff member");
    mark_initials_in_key(reference->where, people);
  }

  // "AM/24/3001" of a letter that Anna Muster signed: what stands before or after the number and is someone's.
  void mark_initials_in_key(Span key, const std::set<std::string, std::less<>>& people) {
    std::vector<Span> pieces;
    for (std::size_t at = key.start; at <= key.end;) {
      const std::size_t end = std::min(letter_.text.find('/', at), key.end);
      pieces.push_back({at, end});
      at = end + 1;
    }
    const auto numbered = [&](const Span& piece) { return has_digit(letter_.view(piece)); };
    const auto first = std::ranges::find_if(pieces, numbered);
    if (pieces.size() < 2 || first == pieces.end()) return;
    const auto end = std::find_if(pieces.rbegin(), pieces.rend(), numbered).base();
    mark_theirs({pieces.begin(), first}, people);
    mark_theirs({end, pieces.end()}, people);
  }

  // From the first of the pieces that is somebody's to the last of those; of two that stand together, who signed and who typed, both.
  void mark_theirs(std::span<const Span> pieces, const std::set<std::string, std::less<>>& people) {
    Span theirs;
    for (const Span& piece : pieces)
      if (people.contains(letter_.view(piece))) theirs = {theirs.empty() ? piece.start : theirs.start, piece.end};
    if (theirs.empty()) return;
    const Span run{pieces.front().start, pieces.back().end};
    add(pieces.size() == 2 && is_initials(letter_.view(run)) ? run : theirs, "staff member");
  }

  std::set<std::string, std::less<>> initials_of_people() const {
    constexpr std::size_t kMostNames = 3;
    std::set<std::string, std::less<>> all;
    for (const PersonalSpan& person : spans_) {
      if (person.type != "requester" && person.type != "staff member" && person.type != "person") continue;
      std::string initials;
      for (const Token& token : letter_.tokens_in(person.where))
        if (!is_person_title(token.word)) initials += letter_.text[token.start];
      if (initials.size() > 1 && initials.size() <= kMostNames && std::ranges::all_of(initials, is_upper)) all.insert(std::move(initials));
    }
    return all;
  }

  // The postal address of the person written to: the lines under the name, in its column, when one of them is a postcode or a street.
  void find_addresses() {
    const std::vector<Span> homes = find_homes(letter_, sections_, *index_, spans_);
    const std::size_t people = spans_.size();
    for (std::size_t i = 0; i < people; ++i) {
      const PersonalSpan person = spans_[i];
      const SectionKind kind = section(person.where.start);
      if (is_head(kind) || (is_request(kind) && person.type == "requester")) address_under(person.where);
    }
    announced_addresses();
    for (const Span& home : homes) add_address(home);
    for (const Span& line : form_.addresses) add_address(line);
  }

  void address_under(Span name) {
    const std::size_t line = letter_.line_index(name.start);
    const std::optional<Span> column = cell_at(line, name.start);
    if (!column || name.start - column->start > 12) return;
    std::vector<Span> cells;
    bool is_address = false;
    std::size_t filled = 0;
    for (std::size_t next = line + 1; next < letter_.lines.size() && filled < kAddressLines; ++next) {
      const std::optional<Span> cell = cell_in_column(next, column->start - letter_.lines[line].start);
      if (!cell) {
        if (!cells.empty() && letter_.view(letter_.lines[next]).find_first_not_of(" \t\r") == std::string_view::npos) break;
        continue;
      }
      ++filled;
      if (ends_address(*cell)) break;
      cells.push_back(*cell);
      const auto postcodes = find_postcodes(letter_.view(*cell));
      is_address |= !postcodes.empty() || is_street(*cell);
      if (!postcodes.empty()) break;
    }
    if (!is_address) return;
    for (const Span& cell : cells) add_address(cell);
  }

  void add_address(Span cell) {
    add(cell, "address");
    address_.push_back(cell);
  }

  std::optional<Span> cell_at(std::size_t line, std::size_t offset) const {
    if (letter_.lines[line].end - letter_.lines[line].start > kMaxRowBytes) return std::nullopt;
    for (const Span& cell : cells_of(letter_, letter_.lines[line]))
      if (cell.contains(offset)) return cell;
    return std::nullopt;
  }

  // The cell of a line that begins at about the same column.
  std::optional<Span> cell_in_column(std::size_t line, std::size_t column) const {
    const Line where = letter_.lines[line];
    if (where.end - where.start > kMaxRowBytes) return std::nullopt;
    for (const Span& cell : cells_of(letter_, where)) {
      const std::size_t at = cell.start - where.start;
      if ((at > column ? at - column : column - at) <= 3) return cell;
    }
    return std::nullopt;
  }

  // Greeting, date, reference, e-mail, a body's own name or postcode: the address is over, or was none.
  bool ends_address(Span cell) const {
    const std::string_view text = letter_.view(cell);
    const TokenList tokens = tokenise(text);
    if (tokens.empty() || tokens.size() > 12 || text.find('@') != std::string_view::npos || text.find(':') != std::string_view::npos)
      return true;
    const std::string_view first = tokens.front().word;
    if (first == "dear" || first == "by" || first == "via" || first == "our" || first == "your" || first == "ref" || first == "re" ||
        first == "date" || first == "sent")
      return true;
    const auto dates = find_printed_dates(text);
    if (!dates.empty() && dates.front().year != 0) return true;
    for (const Postcode& postcode : find_postcodes(text))
      if (!index_->by_postcode(postcode.code).empty()) return true;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (is_role_word(tokens[i].word) || tokens[i].word == "trust" || tokens[i].word == "nhs" || tokens[i].word == "council") return true;
      const auto names = index_->names_at(tokens, i);
      if (!names.empty() && names.front()->words.size() > 1) return true;
    }
    return false;
  }

  // "12 Mill Lane", "Flat 3".
  bool is_street(Span cell) const {
    const TokenList tokens = tokenise(letter_.view(cell));
    if (tokens.size() < 2 || !is_digit(tokens.front().word[0])) return !tokens.empty() && tokens.front().word == "flat";
    return std::any_of(tokens.begin() + 1, tokens.end(), [](const Token& t) { return is_place_word(t.word); });
  }

  // "my address is 12 Mill Lane, Anytown AB1 2CD"; "Address: …" in a request.
  void announced_addresses() {
    const std::vector<Postcode> postcodes = find_postcodes(letter_.text);
    for (const Postcode& postcode : postcodes) {
      if (!is_request(section(postcode.where.start)) || !index_->by_postcode(postcode.code).empty()) continue;
      const Line line = letter_.lines[letter_.line_index(postcode.where.start)];
      const std::size_t from = std::max(line.start, postcode.where.start - std::min<std::size_t>(postcode.where.start, 120));
      const std::string before = to_lower_ascii(letter_.view(Span{from, postcode.where.start}));
      std::size_t start = std::string::npos;
      for (std::string_view cue : {"address is", "address:", "live at", "lives at", "resident at", "resident of"})
        if (const std::size_t at = before.rfind(cue); at != std::string::npos) start = from + at + cue.size();
      const auto cell = cell_at(letter_.line_index(postcode.where.start), postcode.where.start);
      const bool alone = cell && postcode.where.start - cell->start <= 30 && postcode.where.end == cell->end;
      if (start != std::string::npos)
        add_address({start + (letter_.text[start] == ' ' ? 1 : 0), postcode.where.end});
      else if (alone)
        add_address(postcode.where);
    }
  }

  // In order, none overlapping: of two that overlap the one that begins first stands and grows over the other; an e-mail address or a
  // postal one outranks a name inside it.
  std::vector<PersonalSpan> settle() {
    const auto strength = [](const PersonalSpan& s) {
      return s.type == "requester" ? 1 : s.type == "staff member" || s.type == "person" ? 0 : 2;
    };
    std::stable_sort(spans_.begin(), spans_.end(), [](const PersonalSpan& a, const PersonalSpan& b) {
      return a.where.start != b.where.start ? a.where.start < b.where.start : a.where.end > b.where.end;
    });
    std::vector<PersonalSpan> out;
    for (PersonalSpan& span : spans_) {
      if (span.where.empty()) continue;
      if (!out.empty() && span.where.start < out.back().where.end) {
        PersonalSpan& last = out.back();
        if (strength(span) > strength(last)) last.type = span.type;
        last.where.end = std::max(last.where.end, span.where.end);
        continue;
      }
      out.push_back(std::move(span));
    }
    return out;
  }

  const Letter& letter_;
  const std::vector<Section>& sections_;
  std::shared_ptr<const AuthorityIndex> index_;
  std::vector<EmailAddress> emails_;
  std::vector<Span> address_;  // cells of postal addresses
  RequesterForm form_;
  std::vector<PersonalSpan> spans_;
};

// The authority's own name, as the letter has it, is never a person's ("Sue Ryder", "Alder Hey").
bool is_own_name(std::string_view text, const AuthorityFinding& authority) {
  if (!authority.best) return false;
  const std::vector<std::string> words = words_of(text);
  for (const std::string& name : {authority.best->name, authority.best->name_now}) {
    const std::vector<std::string> own = words_of(name);
    if (words.size() > 1 && std::search(own.begin(), own.end(), words.begin(), words.end()) != own.end()) return true;
  }
  return false;
}

}  // namespace

std::vector<PersonalSpan> find_personal(const Letter& letter, const std::vector<Section>& sections, const Reference& reference,
                                        const AuthorityFinding& authority) {
  std::vector<PersonalSpan> spans = PrivacyFinder(letter, sections, reference).find();
  std::erase_if(spans, [&](const PersonalSpan& span) { return is_own_name(letter.view(span.where), authority); });
  return spans;
}

}  // namespace foi::understand
