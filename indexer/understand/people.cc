#include "indexer/understand/people.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "indexer/model/text.h"
#include "indexer/understand/known_people.h"
#include "indexer/understand/mailboxes.h"
#include "indexer/understand/name_labels.h"
#include "indexer/understand/person_names.h"

namespace foi::understand {

namespace {

using WordSet = std::unordered_set<std::string_view>;

constexpr std::string_view kRequester = "requester", kStaff = "staff member", kPerson = "person";
// Lines after a closing in which a name may stand; words between a name and the role beside it.
constexpr std::size_t kSignatureLines = 6, kRoleWords = 5;
// Bytes of the longest line that is a row of a letterhead, a header or a signature.
constexpr std::size_t kMaxRowBytes = 500;

bool is_request(SectionKind kind) { return kind == SectionKind::request || kind == SectionKind::quoted_thread; }

// Parts of a letter in which a name is never what the letter is about.
bool is_frame(SectionKind kind) {
  return is_boilerplate(kind) || kind == SectionKind::letterhead || kind == SectionKind::reference_block ||
         kind == SectionKind::signature || kind == SectionKind::mail_headers || kind == SectionKind::quoted_thread;
}

class PeopleFinder {
 public:
  PeopleFinder(const Letter& letter, const std::vector<Section>& sections, const AuthorityIndex& index,
               const std::vector<EmailAddress>& emails)
      : letter_(letter), sections_(sections), emails_(emails), tokens_(tokenise(letter.text)) {
    protect_institutions(index);
    cut_possessives();
    place_tokens();
  }

  std::vector<PersonalSpan> find() {
    for (std::size_t line = 0; line < letter_.lines.size(); ++line) {
      look_for_salutation(line);
      look_for_signature(line);
      look_for_labels(line);
      look_for_columns_of_roles(line);
    }
    for (std::size_t i = 0; i < tokens_.size();) i = std::max(i + 1, look_in_text(i));
    look_for_mailbox_owners();
    look_for_known();
    return std::move(spans_);
  }

 private:
  // "Anna's" is Anna; names of bodies, which have their own, are told before.
  void cut_possessives() {
    for (Token& token : tokens_) {
      const std::string_view printed = letter_.view(Span{token.start, token.end});
      const std::size_t length = printed.ends_with("'s") ? 2 : printed.ends_with("\xE2\x80\x99s") ? 4 : 0;
      if (length == 0 || printed.size() <= length) continue;
      token.end -= length;
      token.word.pop_back();
    }
  }

  // First token of each line.
  void place_tokens() {
    line_tokens_.reserve(letter_.lines.size() + 1);
    std::size_t token = 0;
    for (const Line& line : letter_.lines) {
      while (token < tokens_.size() && tokens_[token].start < line.start) ++token;
      line_tokens_.push_back(token);
    }
    line_tokens_.push_back(tokens_.size());
  }

  // Names of bodies and places, people's names in them included ("Alder Hey", "Sid Watkins Building"), are no people.
  void protect_institutions(const AuthorityIndex& index) {
    institution_.assign(tokens_.size(), false);
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      for (const IndexedName* name : index.names_at(tokens_, i)) {
        if (name->words.size() < 2 && name->capitals.empty()) continue;
        // A short name of two words ("Alice Hospital") is told by its capital.
        if (!is_upper(letter_.text[tokens_[i].start])) continue;
        for (std::size_t k = 0; k < name->words.size(); ++k) institution_[i + k] = true;
      }
  }

  std::size_t first_token(std::size_t line) const { return line_tokens_[line]; }
  std::size_t end_token(std::size_t line) const { return line_tokens_[line + 1]; }
  SectionKind section(std::size_t offset) const { return section_at(sections_, offset); }
  std::string_view between(std::size_t token) const {
    return token + 1 < tokens_.size() ? letter_.view(Span{tokens_[token].end, tokens_[token + 1].start}) : std::string_view{"\n"};
  }
  Span span_of(const NameShape& shape) const { return {tokens_[shape.first].start, tokens_[shape.end - 1].end}; }

  // The name at a token, unless it is a body or a place.
  std::optional<NameShape> name(std::size_t at, NamePlace place) const {
    if (at >= tokens_.size() || institution_[at]) return std::nullopt;
    auto shape = name_at(letter_.text, tokens_, at, place);
    if (!shape) return std::nullopt;
    for (std::size_t i = shape->first; i < shape->end; ++i)
      if (institution_[i]) return std::nullopt;
    if (place == NamePlace::anywhere && before_place(shape->end)) return std::nullopt;
    return shape;
  }

  // "… House", "… Ward", "…'s Road" on the same line.
  bool before_place(std::size_t end) const {
    if (end >= tokens_.size() || !is_place_word(tokens_[end].word)) return false;
    const std::string_view gap = between(end - 1);
    return gap.find('\n') == std::string_view::npos && gap.size() <= 3 && is_upper(letter_.text[tokens_[end].start]);
  }

  void record(const NameShape& shape, std::string_view type) {
    KnownPerson known;
    std::vector<std::string> words;
    for (std::size_t i = shape.first + (shape.has_title ? 1 : 0); i < shape.end; ++i)
      if (tokens_[i].end - tokens_[i].start > 1) words.push_back(tokens_[i].word);
    if (words.empty()) return;
    if (words.size() > 1 || !shape.has_title) known.given = words.front();
    if (words.size() > 1 || shape.has_title) known.surname = words.back();
    known.type = std::string(known_.type_for(known, type));
    spans_.push_back({span_of(shape), known.type});
    known_.remember(known);
  }

  void look_for_salutation(std::size_t line) {
    std::size_t at = first_token(line);
    const std::size_t end = end_token(line);
    if (at + 1 >= end) return;
    const std::string& word = tokens_[at].word;
    if (word != "dear" && word != "hello" && word != "hi" && word != "hiya") return;
    if (word != "dear" && end - at > 6) return;
    const std::string_view type = section(tokens_[at].start) == SectionKind::request ? kStaff : kRequester;
    ++at;
    bool found = false;
    // "Dear Mr Smith and Ms Jones".
    while (at < end) {
      const auto shape = name(at, NamePlace::certain);
      if (!shape) break;
      record(*shape, type);
      found = true;
      at = shape->end;
      if (at < end && tokens_[at].word == "and") ++at;
    }
    if (!found) greet_in_small_letters(at, end, type);
  }

  // "dear anna", "Dear ms muster".
  void greet_in_small_letters(std::size_t at, std::size_t end, std::string_view type) {
    NameShape shape{at, at, false, 0};
    if (is_person_title(tokens_[at].word)) shape.has_title = true;
    for (std::size_t i = at + (shape.has_title ? 1 : 0); i < end && shape.words < 3; ++i) {
      const std::string& word = tokens_[i].word;
      if (institution_[i] || is_office_word(word) || is_role_word(word) || word.size() < 2 || !is_alpha(word[0])) break;
      ++shape.words;
      shape.end = i + 1;
      if (between(i).find_first_of(",.;:-\n") != std::string_view::npos) break;
    }
    const bool whole = shape.words > 0 && (shape.end >= end || between(shape.end - 1).find_first_of(",.;:-\n") != std::string_view::npos);
    if (whole && (shape.has_title || is_first_name(tokens_[shape.first].word) || end - at <= 2)) record(shape, type);
  }

  bool is_closing(std::size_t line) const {
    const std::size_t first = first_token(line), count = end_token(line) - first;
    if (count == 0 || count > 6) return false;
    static const WordSet last{"sincerely", "faithfully", "regards", "regard", "wishes", "truly", "thanks", "cheers"};
    const std::string& word = tokens_[first].word;
    if (word == "yours" || word == "thank" || word == "signed") return true;
    for (std::size_t i = first; i < first + count; ++i)
      if (last.contains(tokens_[i].word)) return count <= 4 || word == "many" || word == "kind" || word == "with";
    return false;
  }

  void look_for_signature(std::size_t line) {
    if (!is_closing(line)) return;
    sign_on_same_line(line);
    std::size_t filled = 0, names = 0;
    for (std::size_t next = line + 1; next < letter_.lines.size() && filled < kSignatureLines && names < 2; ++next) {
      if (first_token(next) == end_token(next)) continue;
      ++filled;
      if (letter_.lines[next].end - letter_.lines[next].start > kMaxRowBytes) return;
      // A new letter, or the text going on: the signature is over.
      if (tokens_[first_token(next)].word == "dear") return;
      names += sign(next, filled == 1) ? 1 : 0;
    }
  }

  // "Kind regards, Anna".
  void sign_on_same_line(std::size_t line) {
    for (std::size_t i = first_token(line); i + 1 < end_token(line); ++i)
      if (tokens_[i].word == "regards" || tokens_[i].word == "sincerely" || tokens_[i].word == "faithfully" ||
          tokens_[i].word == "thanks" || tokens_[i].word == "wishes")
        if (const auto shape = name(i + 1, NamePlace::certain); shape && shape->end == end_token(line))
          record(*shape, signer(shape->first));
  }

  std::string_view signer(std::size_t token) const { return is_request(section(tokens_[token].start)) ? kRequester : kStaff; }

  // A line of a signature whose first column is a name.
  bool sign(std::size_t line, bool first) {
    bool signed_here = false;
    for (const Span& cell : cells_of(letter_, letter_.lines[line])) {
      const std::size_t at = token_at(cell.start, line);
      if (at >= end_token(line)) break;
      const auto shape = name(at, NamePlace::certain);
      if (!shape || before_place(shape->end)) continue;
      const bool single = shape->words == 1 && !shape->has_title;
      // A word of capitals under a closing is a heading ("CLINICIAN"), unless it is a first name.
      const std::string_view printed = letter_.view(Span{tokens_[at].start, tokens_[at].end});
      const bool heading = printed.size() > 1 && is_upper(printed[1]);
      if (single && (heading || !first) && !is_first_name(tokens_[at].word)) continue;
      // A sentence that begins with a capital is no signature.
      const bool ends = shape->end >= end_token(line) || tokens_[shape->end].start >= cell.end || !joined_by_space(shape->end - 1);
      if (!ends && single) continue;
      if (!ends && !is_first_name(tokens_[at].word) && !shape->has_title) continue;
      record(*shape, signer(at));
      signed_here = true;
    }
    return signed_here;
  }

  bool joined_by_space(std::size_t token) const { return between(token).find_first_not_of(' ') == std::string_view::npos; }

  std::size_t token_at(std::size_t offset, std::size_t line) const {
    std::size_t token = first_token(line);
    while (token < end_token(line) && tokens_[token].end <= offset) ++token;
    return token;
  }

  // "From: …", "Name: …", "Chair: …": in each column, a label, a colon, a name; the name may stand in the next column.
  void look_for_labels(std::size_t line) {
    const Line where = letter_.lines[line];
    if (where.end - where.start > kMaxRowBytes) return;
    const std::string_view text = letter_.view(where);
    for (std::size_t colon = text.find(':'); colon != std::string_view::npos; colon = text.find(':', colon + 1)) {
      const std::size_t at = where.start + colon;
      std::size_t value = first_token(line);
      while (value < end_token(line) && tokens_[value].start < at) ++value;
      if (value < end_token(line)) read_label(line, value);
      // The value on the next line, alone in it: "Sent via e-mail to:- / Anna Muster".
      if (value == end_token(line) && line + 1 < letter_.lines.size()) read_label(line + 1, value);
    }
  }

  // value is the token after the colon; the label is the words before it, back to the start of the line or a gap between columns.
  void read_label(std::size_t line, std::size_t value) {
    std::vector<std::string> words;
    for (std::size_t i = value; i > 0 && words.size() < 5; --i) {
      const std::string_view gap = between(i - 1);
      if (i < value && (gap.find_first_of("\n\f\t:|") != std::string_view::npos || gap.find("   ") != std::string_view::npos)) break;
      words.insert(words.begin(), tokens_[i - 1].word);
    }
    const NameLabel label = name_label(words);
    if (label == NameLabel::none || value >= end_token(line)) return;
    const bool mail = label == NameLabel::from || label == NameLabel::to;
    for (std::size_t i = value; i < end_token(line);) {
      const auto shape = name(i, NamePlace::certain);
      if (!shape) {
        if (!mail || words.size() > 2) return;
        ++i;
        continue;
      }
      const bool sure = shape->words >= 2 || shape->has_title || is_first_name(tokens_[i].word) || mail;
      if (sure && !before_place(shape->end)) record(*shape, label_type(label, line, shape->first));
      i = shape->end;
      if (!mail) return;
    }
  }

  std::string_view label_type(NameLabel label, std::size_t line, std::size_t token) const {
    if (label == NameLabel::staff) return kStaff;
    if (label == NameLabel::requester) return kRequester;
    const auto email = std::lower_bound(emails_.begin(), emails_.end(), letter_.lines[line].start,
                                        [](const EmailAddress& e, std::size_t start) { return e.where.start < start; });
    if (email != emails_.end() && email->where.start < letter_.lines[line].end)
      return is_public_domain(email->domain) ? kStaff : kRequester;
    const bool asking = is_request(section(tokens_[token].start));
    return (label == NameLabel::to) != asking ? kRequester : kStaff;
  }

  static bool is_top_role(const std::vector<std::string>& words) {
    return words == std::vector<std::string>{"chair"} || words == std::vector<std::string>{"chairman"} ||
           words == std::vector<std::string>{"chief", "executive"} || words == std::vector<std::string>{"chief", "executive", "officer"} ||
           words == std::vector<std::string>{"interim", "chief", "executive"};
  }

  // "Chair      Chief Executive" with the names on the line below, each under its role.
  void look_for_columns_of_roles(std::size_t line) {
    if (line + 1 >= letter_.lines.size() || letter_.lines[line].end - letter_.lines[line].start > kMaxRowBytes) return;
    if (letter_.lines[line + 1].end - letter_.lines[line + 1].start > kMaxRowBytes) return;
    for (const Span& role : cells_of(letter_, letter_.lines[line])) {
      if (!is_top_role(words_of(letter_.view(role)))) continue;
      for (const Span& cell : cells_of(letter_, letter_.lines[line + 1])) {
        if (!overlap(role.start - letter_.lines[line].start, role.end - letter_.lines[line].start,
                     cell.start - letter_.lines[line + 1].start, cell.end - letter_.lines[line + 1].start))
          continue;
        const auto shape = name(token_at(cell.start, line + 1), NamePlace::certain);
        if (shape && shape->words >= 2) record(*shape, kStaff);
      }
    }
  }
  static bool overlap(std::size_t a0, std::size_t a1, std::size_t b0, std::size_t b1) { return a0 < b1 + 6 && b0 < a1 + 6; }

  // Names in running text, with a title, an introduction, a role beside them, or in the frame of the letter. Where to go on.
  std::size_t look_in_text(std::size_t at) {
    if (introduces(at)) {
      if (const auto shape = name(at, NamePlace::certain)) {
        record(*shape, kRequester);
        return shape->end;
      }
    }
    const auto shape = name(at, NamePlace::anywhere);
    if (!shape) return at + 1;
    if (shape->has_title) {
      const auto whole = name(at, NamePlace::certain);
      if (!whole || before_place(whole->end) || is_public_figure(*whole)) return shape->end;
      record(*whole, beside_role(*whole) || is_frame(section(tokens_[at].start)) ? kStaff : kPerson);
      return whole->end;
    }
    if (shape->words < 2) return at + 1;
    const bool first_name = is_first_name(tokens_[shape->first].word);
    const bool placed = ((first_name || fills_cell(*shape)) && beside_role(*shape)) || holds_office(*shape);
    if ((placed && !is_public_figure(*shape)) || is_head_of_body(*shape)) {
      record(*shape, kStaff);
    } else if (first_name && is_frame(section(tokens_[at].start))) {
      record(*shape, section(tokens_[at].start) == SectionKind::quoted_thread ? kRequester : kStaff);
    } else {
      return at + 1;
    }
    return shape->end;
  }

  // "My name is", "I am" (with a first name), "contact" (with a first name) before a token.
  bool introduces(std::size_t at) const {
    if (at < 2) return false;
    const std::string &last = tokens_[at - 1].word, &second = tokens_[at - 2].word;
    if (last == "is" && second == "name") return true;
    const bool i_am = (last == "am" && second == "i") || last == "im";
    return i_am && is_first_name(tokens_[at].word) && is_upper(letter_.text[tokens_[at].start]);
  }

  bool fills_cell(const NameShape& shape) const {
    const std::size_t line = letter_.line_index(tokens_[shape.first].start);
    if (letter_.lines[line].end - letter_.lines[line].start > kMaxRowBytes) return false;
    for (const Span& cell : cells_of(letter_, letter_.lines[line]))
      if (cell.contains(tokens_[shape.first].start))
        return tokens_[shape.first].start - cell.start <= 2 && cell.end - std::min(cell.end, tokens_[shape.end - 1].end) <= 2;
    return false;
  }

  // "… OBE – Chair", a column of a footer to itself.
  bool is_head_of_body(const NameShape& shape) const {
    const std::size_t line = letter_.line_index(tokens_[shape.first].start);
    if (letter_.lines[line].end - letter_.lines[line].start > kMaxRowBytes) return false;
    for (const Span& cell : cells_of(letter_, letter_.lines[line]))
      if (cell.contains(tokens_[shape.first].start) && tokens_[shape.first].start - cell.start <= 2 &&
          tokens_[shape.end - 1].end < cell.end)
        return is_top_role(words_of(letter_.view(Span{tokens_[shape.end - 1].end, cell.end})));
    return false;
  }

  // "…, Head of Governance", "Complaints Manager, …", "… / Company Secretary", "contact me (…)".
  bool beside_role(const NameShape& shape) const { return role_follows(shape) || role_precedes(shape); }

  bool role_follows(const NameShape& shape) const {
    if (shape.end >= tokens_.size()) return false;
    const std::string_view gap = between(shape.end - 1);
    const bool new_line = gap.find('\n') != std::string_view::npos;
    if (new_line && (!fills_cell(shape) || gap.size() > 120 || std::count(gap.begin(), gap.end(), '\n') > 2)) return false;
    // "Anna Muster Assistant Director": without a comma the role must follow at once, and the name begin like one.
    const bool at_once =
        gap == " " && is_first_name(tokens_[shape.first].word) && is_role_word(tokens_[shape.end].word) && is_capital(shape.end);
    if (!new_line && !at_once && gap.find_first_of(",-(|\xE2") == std::string_view::npos) return false;
    for (std::size_t i = shape.end; i < std::min(tokens_.size(), shape.end + kRoleWords); ++i) {
      if (is_role_word(tokens_[i].word)) return true;
      if (i > shape.end && between(i - 1).find_first_of(".\n;") != std::string_view::npos) return false;
    }
    return false;
  }

  // "…, Information Governance Manager": a comma and an office in capitals make a name of what stands before, first name or not.
  bool holds_office(const NameShape& shape) const {
    if (shape.words > 3 || shape.end >= tokens_.size() || !is_capital(shape.end) || trim(between(shape.end - 1)) != ",") return false;
    for (std::size_t i = shape.end; i < std::min(tokens_.size(), shape.end + kRoleWords); ++i) {
      if (is_role_word(tokens_[i].word)) return is_capital(i);
      if (!is_capital(i) && tokens_[i].word != "of" && tokens_[i].word != "and" && tokens_[i].word != "for") return false;
      if (i > shape.end && between(i - 1).find_first_of(".,;") != std::string_view::npos) return false;
    }
    return false;
  }

  bool role_precedes(const NameShape& shape) const {
    if (shape.first == 0) return false;
    const std::string_view gap = between(shape.first - 1);
    const std::string& last = tokens_[shape.first - 1].word;
    if (gap.find('\n') != std::string_view::npos && !fills_cell(shape)) return false;
    if (gap.find('(') != std::string_view::npos && (last == "me" || last == "us" || last == "myself" || is_role_word(last))) return true;
    if (gap.find('.') != std::string_view::npos) return false;
    return is_role_word(last) || (is_contact_verb(last) && is_frame(section(tokens_[shape.first].start)));
  }
  static bool is_contact_verb(std::string_view word) { return word == "contact" || word == "by" || word == "email" || word == "to"; }

  // "the Secretary of State, Ms …", "… MP", "Lord …".
  bool is_public_figure(const NameShape& shape) const {
    const auto says = [&](std::size_t from, std::size_t to) {
      for (std::size_t i = from; i < to; ++i) {
        if (is_public_office(tokens_[i].word) && is_upper(letter_.text[tokens_[i].start])) return true;
        if (tokens_[i].word == "secretary" && i + 2 < tokens_.size() && tokens_[i + 1].word == "of" && tokens_[i + 2].word == "state")
          return true;
      }
      return false;
    };
    const bool foster = shape.words == 1 && tokens_[shape.end - 1].word == "foster" && tokens_[shape.first].word == "dr";
    return foster || says(shape.first - std::min<std::size_t>(shape.first, 5), shape.first) ||
           says(shape.end, std::min(tokens_.size(), shape.end + 4));
  }

  // Names that a personal address spells out: "anna.muster@…", "amuster7@…" beside "Anna Muster".
  void look_for_mailbox_owners() {
    for (const EmailAddress& email : emails_) {
      if (is_role_mailbox(email) || is_blanked(email)) continue;
      learn_from_mailbox(email);
    }
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      if (!is_upper(letter_.text[tokens_[i].start])) continue;
      const auto shape = name(i, NamePlace::anywhere);
      if (!shape || shape->words < 2) continue;
      const std::string &given = tokens_[shape->first].word, &surname = tokens_[shape->end - 1].word;
      if (surname.size() < 3) continue;
      for (const std::string& glued : {given + surname, given.substr(0, 1) + surname, surname + given})
        if (const auto owner = glued_.find(glued); owner != glued_.end()) record(*shape, owner->second);
    }
  }

  void learn_from_mailbox(const EmailAddress& email) {
    const std::string_view type = is_public_domain(email.domain) ? kStaff : kRequester;
    std::vector<std::string> parts;
    std::string glued, part;
    for (char c : email.local + ".") {
      if (is_lower(c)) {
        part += c;
        continue;
      }
      if (!part.empty()) parts.push_back(part);
      part.clear();
    }
    if (parts.empty()) return;
    for (std::size_t i = 0; i < std::min<std::size_t>(parts.size(), 2); ++i) glued += parts[i];
    glued_.emplace(glued, type);
    if (parts.size() > 1) glued_.emplace(parts[0], type);
    if (parts.size() == 2 && parts[0].size() > 1 && parts[1].size() > 2)
      known_.remember({parts[0], parts[1], std::string(known_.type_for({parts[0], parts[1], ""}, type))});
  }

  // Every occurrence of a name already found.
  void look_for_known() {
    complete_known();
    std::unordered_map<std::string, std::vector<const KnownPerson*>> by_given, by_surname;
    for (const KnownPerson& known : known_.all()) {
      if (!known.given.empty()) by_given[known.given].push_back(&known);
      if (!known.surname.empty()) by_surname[known.surname].push_back(&known);
    }
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (const auto given = by_given.find(tokens_[i].word); given != by_given.end()) match_given(i, given->second);
      if (const auto surname = by_surname.find(tokens_[i].word); surname != by_surname.end()) match_surname(i, surname->second);
    }
  }

  // "Dear Anna" and "Anna Muster" in the address: one person.
  void complete_known() {
    const std::vector<KnownPerson> known = known_.all();
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      if (!is_upper(letter_.text[tokens_[i].start])) continue;
      const auto shape = name(i, NamePlace::certain);
      if (!shape || shape->words < 2 || before_place(shape->end)) continue;
      const std::string &given = tokens_[shape->first + (shape->has_title ? 1 : 0)].word, &surname = tokens_[shape->end - 1].word;
      for (const KnownPerson& one : known) {
        const bool same_given = one.surname.empty() && one.given == given && !is_ambiguous_name(given);
        const bool same_surname = one.given.empty() && one.surname == surname && (is_first_name(given) || !is_ambiguous_name(surname));
        if (!same_given && !same_surname) continue;
        record(*shape, one.type);
        break;
      }
    }
  }

  bool is_capital(std::size_t token) const { return is_upper(letter_.text[tokens_[token].start]); }

  void match_given(std::size_t i, const std::vector<const KnownPerson*>& people) {
    if (institution_[i]) return;
    for (const KnownPerson* known : people) {
      // "Anna Muster", "anna_muster", "Anna B. Muster".
      for (std::size_t k = i + 1; !known->surname.empty() && k < std::min(tokens_.size(), i + 4); ++k)
        if (tokens_[k].word == known->surname && letter_.view(Span{tokens_[i].end, tokens_[k].start}).size() <= 16)
          return add(i, k + 1, known->type);
      const bool alone = is_capital(i) && !is_ambiguous_name(known->given) && !before_place(i + 1);
      // A first name alone is the requester's wherever it stands; of others only where they sign or are greeted.
      if (alone && known->type == kRequester && known->given.size() >= 3) add(i, i + 1, known->type);
    }
  }

  void match_surname(std::size_t i, const std::vector<const KnownPerson*>& people) {
    if (institution_[i]) return;
    for (const KnownPerson* known : people) {
      const bool titled = i > 0 && is_person_title(tokens_[i - 1].word) && between(i - 1).size() <= 3;
      if (titled) return add(i - 1, i + 1, known->type);
      // "A Muster", "A. Muster".
      const bool initial = i > 0 && tokens_[i - 1].word.size() == 1 && !known->given.empty() && tokens_[i - 1].word[0] == known->given[0] &&
                           is_capital(i - 1) && between(i - 1).size() <= 2;
      if (initial && is_capital(i) && !before_place(i + 1)) return add(i - 1, i + 1, known->type);
      if (known->type != kRequester || known->surname.size() < 3 || before_place(i + 1) || is_ambiguous_name(known->surname)) continue;
      if (is_capital(i) || known->surname.size() >= 5) return add(i, i + 1, known->type);
    }
  }

  void add(std::size_t first, std::size_t end, const std::string& type) {
    spans_.push_back({{tokens_[first].start, tokens_[end - 1].end}, type});
  }

  const Letter& letter_;
  const std::vector<Section>& sections_;
  const std::vector<EmailAddress>& emails_;
  std::vector<Token> tokens_;
  std::vector<std::size_t> line_tokens_;
  std::vector<bool> institution_;  // by token
  KnownPeople known_;
  std::unordered_map<std::string, std::string_view> glued_;  // local parts of personal addresses without separators
  std::vector<PersonalSpan> spans_;
};

}  // namespace

std::vector<PersonalSpan> find_people(const Letter& letter, const std::vector<Section>& sections, const AuthorityIndex& index,
                                      const std::vector<EmailAddress>& emails) {
  return PeopleFinder(letter, sections, index, emails).find();
}

}  // namespace foi::understand
