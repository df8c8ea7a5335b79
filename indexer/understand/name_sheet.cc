#include "indexer/understand/name_sheet.h"

#include <algorithm>

#include "indexer/understand/cues.h"

namespace foi::understand {

NameSheet::NameSheet(const Letter& letter, const std::vector<Section>& sections, const AuthorityIndex& index,
                     const std::vector<EmailAddress>& emails)
    : letter_(letter),
      sections_(sections),
      emails_(emails),
      tokens_(letter.tokens.begin(), letter.tokens.end()),
      in_address_(tokens_.size()) {
  protect_institutions(index);
  protect_addresses();
  cut_possessives();
  place_tokens();
  count_small_letters();
  rows_.reserve(letter.lines.size());
  for (const Line& line : letter.lines) rows_.push_back(columns(line));
}

void NameSheet::count_small_letters() {
  for (std::size_t i = 0; i < tokens_.size(); ++i)
    if (is_lower(letter_.text[tokens_[i].start]) && !in_address_[i]) ++small_[tokens_[i].word];
}

bool NameSheet::in_capitals(std::size_t token) const {
  const std::string_view printed = letter_.view(Span{tokens_[token].start, tokens_[token].end});
  return printed.size() > 1 && std::none_of(printed.begin(), printed.end(), is_lower);
}

// What stands in an e-mail address is the address's, personal or not.
void NameSheet::protect_addresses() {
  std::size_t token = 0;
  for (const EmailAddress& email : emails_) {
    while (token < tokens_.size() && tokens_[token].end <= email.where.start) ++token;
    for (; token < tokens_.size() && tokens_[token].start < email.where.end; ++token) in_address_[token] = true;
  }
}

// Names of bodies and places, people's names in them included ("Alder Hey", "Sid Watkins Building"), are no people.
void NameSheet::protect_institutions(const AuthorityIndex& index) {
  institution_.assign(tokens_.size(), false);
  for (std::size_t i = 0; i < tokens_.size(); ++i)
    for (const IndexedName* name : index.names_at(tokens_, i)) {
      if (name->words.size() < 2 && name->capitals.empty()) continue;
      // A short name of two words ("Alice Hospital") is told by its capital, an acronym ("ORR") by all of them.
      if (!is_upper(letter_.text[tokens_[i].start]) || (name->words.size() == 1 && !in_capitals(i))) continue;
      for (std::size_t k = 0; k < name->words.size(); ++k) institution_[i + k] = true;
    }
}

// "Anna's" is Anna; names of bodies, which have their own, are told before.
void NameSheet::cut_possessives() {
  for (Token& token : tokens_) {
    const std::string_view printed = letter_.view(Span{token.start, token.end});
    const bool straight = printed.ends_with("'s") || printed.ends_with("'S");
    const std::size_t length = straight ? 2 : printed.ends_with("\xE2\x80\x99s") || printed.ends_with("\xE2\x80\x99S") ? 4 : 0;
    if (length == 0 || printed.size() <= length) continue;
    token.end -= length;
    token.word.remove_suffix(1);
  }
}

void NameSheet::place_tokens() {
  line_tokens_.reserve(letter_.lines.size() + 1);
  std::size_t token = 0;
  for (const Line& line : letter_.lines) {
    while (token < tokens_.size() && tokens_[token].start < line.start) ++token;
    line_tokens_.push_back(token);
  }
  line_tokens_.push_back(tokens_.size());
}

std::size_t NameSheet::next_filled(std::size_t line) const {
  ++line;
  while (line < lines() && is_blank(line)) ++line;
  return line;
}

std::size_t NameSheet::token_at(std::size_t offset, std::size_t line) const {
  std::size_t token = first_token(line);
  while (token < end_token(line) && tokens_[token].end <= offset) ++token;
  return token;
}

std::vector<Span> NameSheet::columns(Line where) const {
  if (where.end - where.start > kMaxNameRowBytes) return {};
  if (letter_.view(where).find('|') == std::string_view::npos) {
    const std::span<const Span> printed = cells_of(letter_, where);
    return {printed.begin(), printed.end()};
  }
  std::vector<Span> cells;
  for (std::size_t start = where.start; start <= where.end;) {
    const std::size_t bar = std::min(letter_.text.find('|', start), where.end);
    Span cell{start, bar};
    while (!cell.empty() && letter_.text[cell.start] == ' ') ++cell.start;
    while (!cell.empty() && letter_.text[cell.end - 1] == ' ') --cell.end;
    if (!cell.empty()) cells.push_back(cell);
    start = bar + 1;
  }
  return cells;
}

bool NameSheet::fills_cell(const NameShape& shape) const {
  for (const Span& cell : row(line_of(shape.first)))
    if (cell.contains(tokens_[shape.first].start))
      return tokens_[shape.first].start - cell.start <= 4 && cell.end - std::min(cell.end, tokens_[shape.end - 1].end) <= 4;
  return false;
}

bool NameSheet::in_request(std::size_t token) const {
  const SectionKind kind = section(token);
  return kind == SectionKind::request || kind == SectionKind::quoted_thread;
}

bool NameSheet::in_frame(std::size_t token) const {
  const SectionKind kind = section(token);
  return is_boilerplate(kind) || kind == SectionKind::letterhead || kind == SectionKind::reference_block ||
         kind == SectionKind::signature || kind == SectionKind::mail_headers || kind == SectionKind::quoted_thread;
}

std::string_view NameSheet::between(std::size_t token) const {
  return token + 1 < tokens_.size() ? letter_.view(Span{tokens_[token].end, tokens_[token + 1].start}) : std::string_view{"\n"};
}

std::optional<NameShape> NameSheet::name(std::size_t at, NamePlace place) const {
  if (at >= tokens_.size() || institution_[at] || in_address_[at]) return std::nullopt;
  auto shape = name_at(letter_.text, tokens_, at, place);
  if (!shape || begins_with_acronym(*shape)) return std::nullopt;
  for (std::size_t i = shape->first; i < shape->end; ++i)
    if (institution_[i]) return std::nullopt;
  if (place == NamePlace::anywhere && before_place(shape->end)) return std::nullopt;
  return shape;
}

// The line of these tokens ends with them, in the midst of a sentence of prose that fills it: not a row, a heading or an address.
bool NameSheet::breaks_off(std::size_t first, std::size_t last) const {
  constexpr std::size_t kWordsBefore = 3, kGap = 12;
  const std::size_t line = line_of(first);
  const std::string_view gap = between(last);
  if (last + 1 >= size() || gap.size() > kGap || std::ranges::count(gap, '\n') != 1 ||
      gap.find_first_not_of(" \r\n\t>") != std::string_view::npos)
    return false;
  if (row(line).size() != 1) return false;
  // A title by itself at the end of a line leaves no doubt.
  if (first == last && is_person_title(word(first)) && first > first_token(line)) return true;
  if (first < first_token(line) + kWordsBefore) return false;
  return !is_capital(first - 1) || between(first - 1).starts_with(". ");
}

// Where what stands at next, on the line below, ends as the rest of the name that begins at a token; next when it is no part of it.
std::size_t NameSheet::end_of_broken(std::size_t at, std::size_t next, NamePlace place) const {
  std::size_t end = next;
  if (const auto rest = name(next, place); rest && !rest->has_title && rest->words <= 2)
    end = rest->end;
  else if (place == NamePlace::certain && is_first_name(word(at)) && is_capital(next) && is_ambiguous_name(word(next)) &&
           !of_institution(next))
    end = next + 1;
  // A line of names by themselves is no end of a sentence.
  const bool alone = end == end_token(line_of(next)) && between(end - 1).starts_with('\n');
  return alone || before_place(end) ? next : end;
}

// A full stop after a word, or a blank line; "Mr." and "v." end none.
bool NameSheet::ends_sentence(std::size_t token) const {
  const std::string_view gap = between(token);
  if (std::ranges::count(gap, '\n') > 1) return true;
  return !gap.empty() && std::string_view(".?!").find(gap.front()) != std::string_view::npos && word(token).size() > 1 &&
         !is_person_title(word(token));
}

// A token of the sentence of another, or of as many beside it, is such.
template <class Is>
bool NameSheet::any_near(std::size_t at, std::size_t beside, Is is) const {
  constexpr std::size_t kReach = 60;  // tokens
  for (std::size_t i = at, ends = 0; i > 0 && at - i < kReach; --i) {
    if (ends_sentence(i - 1) && ends++ == beside) break;
    if (is(i - 1)) return true;
  }
  for (std::size_t i = at, ends = 0; i + 1 < size() && i - at < kReach; ++i) {
    if (ends_sentence(i) && ends++ == beside) break;
    if (is(i + 1)) return true;
  }
  return false;
}

// "The tribunal", "the High Court", "Oakley v Muster"; not "Acorn Court", and not "held", which information is.
bool NameSheet::is_court_word(std::size_t token) const {
  static constexpr CueTable words = {"tribunal", "tribunals", "judgment", "judgments", "judgement", "ewhc", "ewca", "ukut", "uksc"};
  static constexpr CueTable courts = {"the", "high", "supreme", "divisional", "administrative", "crown", "county"};
  if (among(words, word(token))) return true;
  if (word(token) == "v") return !is_capital(token) && token + 1 < size() && is_capital(token + 1);
  if (word(token) != "court") return false;
  return (token > 0 && among(courts, word(token - 1))) || (token + 2 < size() && word(token + 1) == "of" && word(token + 2) == "appeal");
}

bool NameSheet::is_parliament_word(std::size_t token) const {
  static constexpr CueTable words = {"commons", "parliament", "parliamentary"};
  const bool house = word(token) == "house" && is_capital(token) && token > 0 && word(token - 1) == "the";
  return house || (among(words, word(token)) && is_capital(token));
}

// "Mr Speaker", "Mrs Justice Oakley", on one line or two: an office where the House or a court is spoken of, else maybe somebody's name.
bool NameSheet::names_office(std::size_t at) const {
  if (at + 1 >= size() || !is_person_title(word(at)) || !is_capital(at + 1)) return false;
  if (between(at).find_first_not_of(" .\r\n") != std::string_view::npos) return false;
  if (word(at + 1) == "speaker") {
    const bool alone = at + 2 >= size() || !is_capital(at + 2) || between(at + 1) != " ";
    return alone && any_near(at, 0, [&](std::size_t token) { return is_parliament_word(token); });
  }
  static constexpr CueTable titles = {"mr", "mrs", "lord", "lady"};
  return word(at + 1) == "justice" && among(titles, word(at)) && at + 2 < size() && is_capital(at + 2) && between(at + 1) == " " &&
         any_near(at, 1, [&](std::size_t token) { return is_court_word(token); });
}

std::optional<NameShape> NameSheet::name_in_prose(std::size_t at, NamePlace place) const {
  if (names_office(at)) return std::nullopt;
  const auto shape = name(at, place);
  const bool title = !shape && at < size() && is_person_title(word(at)) && is_capital(at);
  if (!title && (!shape || shape->words != 1)) return shape;
  const std::size_t next = title ? at + 1 : shape->end;
  if (!breaks_off(at, next - 1)) return shape;
  const std::size_t end = end_of_broken(at, next, title ? NamePlace::certain : place);
  if (end == next) return shape;
  return NameShape{at, end, title || shape->has_title, (title ? 0 : 1) + end - next};
}

// "CNWL", "AWP Administration"; not "ANNA Muster", not "ANNA MUSTER", not "BELLINGHURST".
bool NameSheet::begins_with_acronym(const NameShape& shape) const {
  constexpr std::size_t kLongestAcronym = 6;
  const std::string_view word = tokens_[shape.first].word;
  if (shape.has_title || word.size() < 2 || word.size() > kLongestAcronym || !in_capitals(shape.first) || is_first_name(word)) return false;
  return shape.words == 1 || !in_capitals(shape.end - 1);
}

bool NameSheet::leads_to_place(std::size_t end) const {
  constexpr std::size_t kPlaceWords = 3;
  for (std::size_t i = end; i < std::min(tokens_.size(), end + kPlaceWords); ++i) {
    if (before_place(i)) return true;
    if (!is_capital(i) || between(i - 1) != " ") return false;
  }
  return false;
}

bool NameSheet::before_place(std::size_t end) const {
  if (end >= tokens_.size() || !(is_place_word(tokens_[end].word) || is_company_word(tokens_[end].word))) return false;
  const std::string_view gap = between(end - 1);
  return gap.find('\n') == std::string_view::npos && gap.size() <= 3 && gap != "-" && gap.find_first_of(",(") == std::string_view::npos &&
         is_capital(end);
}

bool NameSheet::is_plain(std::size_t token) const {
  const std::string_view word = tokens_[token].word;
  // What the letter itself writes in small letters is a word of it.
  constexpr std::size_t kOften = 3;
  const auto small = small_.find(word);
  if (small != small_.end() && small->second >= kOften && !is_first_name(word)) return true;
  return is_office_word(word) || is_ordinary_word(word) || is_role_word(word) || is_place_word(word);
}

bool NameSheet::is_likely(const NameShape& shape) const {
  const std::size_t given = shape.first + (shape.has_title ? 1 : 0);
  return shape.has_title || (is_first_name(word(given)) && !is_ambiguous_name(word(given)) && !is_plain(given)) || is_distinct(shape);
}

bool NameSheet::is_distinct(const NameShape& shape) const {
  std::size_t whole = 0;
  for (std::size_t i = shape.first; i < shape.end; ++i) {
    const bool after_hyphen = i > shape.first && between(i - 1) == "-";
    if (tokens_[i].word.size() < 2 || after_hyphen) continue;
    if (is_plain(i) || institution_[i]) return false;
    ++whole;
  }
  return whole > 0 && !is_town(tokens_[shape.first].word);
}

void NameSheet::record(const NameShape& shape, std::string_view type) {
  KnownPerson known;
  std::vector<std::string> words;
  for (std::size_t i = shape.first + (shape.has_title ? 1 : 0); i < shape.end; ++i)
    if (tokens_[i].end - tokens_[i].start > 1) words.emplace_back(tokens_[i].word);
  if (words.empty()) return;
  if (words.size() > 1 || !shape.has_title) known.given = words.front();
  if (words.size() > 1 || shape.has_title) known.surname = words.back();
  if (words.size() > 2) known.middle.assign(words.begin() + 1, words.end() - 1);
  known.type = std::string(known_.type_for(known, type));
  spans_.push_back({{tokens_[shape.first].start, tokens_[shape.end - 1].end}, known.type});
  known_.remember(known);
}

// "Trevellas-Hoyle" goes whole when one part of it is known, "Hoyle-response.pdf" not.
void NameSheet::add(std::size_t first, std::size_t end, const std::string& type) {
  while (first > 0 && between(first - 1) == "-" && is_capital(first - 1) && !is_plain(first - 1)) --first;
  while (end < tokens_.size() && between(end - 1) == "-" && is_capital(end) && is_capital(end - 1) && !is_plain(end)) ++end;
  spans_.push_back({{tokens_[first].start, tokens_[end - 1].end}, type});
}

}  // namespace foi::understand
