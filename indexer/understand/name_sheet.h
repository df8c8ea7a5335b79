// A letter as those see it who look for names in it: its words by line, those of them that belong to bodies and places, and the people
// found so far.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/understand/authority_index.h"
#include "indexer/understand/contacts.h"
#include "indexer/understand/known_people.h"
#include "indexer/understand/person_names.h"
#include "indexer/understand/privacy.h"

namespace foi::understand {

inline constexpr std::string_view kRequester = "requester", kStaff = "staff member", kPerson = "person";
// Bytes of the longest line that is a row of a letterhead, a header, a table or a signature.
inline constexpr std::size_t kMaxNameRowBytes = 500;

class NameSheet {
 public:
  // All must outlive the sheet.
  NameSheet(const Letter& letter, const std::vector<Section>& sections, const AuthorityIndex& index,
            const std::vector<EmailAddress>& emails);

  const Letter& letter() const { return letter_; }
  const std::vector<EmailAddress>& emails() const { return emails_; }
  Tokens tokens() const { return tokens_; }
  const Token& token(std::size_t i) const { return tokens_[i]; }
  std::string_view word(std::size_t i) const { return tokens_[i].word; }
  std::size_t size() const { return tokens_.size(); }

  std::size_t lines() const { return letter_.lines.size(); }
  std::size_t first_token(std::size_t line) const { return line_tokens_[line]; }
  std::size_t end_token(std::size_t line) const { return line_tokens_[line + 1]; }
  bool is_blank(std::size_t line) const { return first_token(line) == end_token(line); }
  // The next line after this one that has words, or lines().
  std::size_t next_filled(std::size_t line) const;
  std::size_t line_of(std::size_t token) const { return letter_.line_index(tokens_[token].start); }
  // The first token of a line that ends after offset.
  std::size_t token_at(std::size_t offset, std::size_t line) const;
  // The columns of a line: as printed, or parted by "|". None of a line too long for a row.
  const std::vector<Span>& row(std::size_t line) const { return rows_[line]; }
  // The column of its line the name has to itself.
  bool fills_cell(const NameShape& shape) const;

  SectionKind section(std::size_t token) const { return section_at(sections_, tokens_[token].start); }
  bool in_request(std::size_t token) const;  // the requester's own words
  bool in_frame(std::size_t token) const;    // parts of a letter in which a name is never what the letter is about
  // What stands between a token and the next.
  std::string_view between(std::size_t token) const;
  bool is_capital(std::size_t token) const { return is_upper(letter_.text[tokens_[token].start]); }
  bool of_institution(std::size_t token) const { return institution_[token] || in_address_[token]; }

  // The name at a token, unless it is a body or a place.
  std::optional<NameShape> name(std::size_t at, NamePlace place) const;
  // The same in running text, where a name may be broken over two lines: "sent by Anna / Muster, Parking Services".
  std::optional<NameShape> name_in_prose(std::size_t at, NamePlace place) const;
  // "… House", "… Ward", "…'s Road" on the same line.
  bool before_place(std::size_t end) const;
  // "… Orchard Road": a place at the end of the capitals that go on from here.
  bool leads_to_place(std::size_t end) const;
  // A word of the language, the office or the address, which a name may be too ("Hill").
  bool is_plain(std::size_t token) const;
  // No word of it is plain, or it begins with a first name that is nothing else.
  bool is_likely(const NameShape& shape) const;
  // No word of it is plain or a town's, none is named as a body: "Corisande Mawbray", not "Corporate Affairs", not "Milton Keynes".
  bool is_distinct(const NameShape& shape) const;

  void record(const NameShape& shape, std::string_view type);
  void add(std::size_t first, std::size_t end, const std::string& type);
  KnownPeople& known() { return known_; }
  std::vector<PersonalSpan> take_spans() { return std::move(spans_); }

 private:
  void protect_institutions(const AuthorityIndex& index);
  void protect_addresses();
  bool in_capitals(std::size_t token) const;
  bool breaks_off(std::size_t first, std::size_t last) const;
  bool ends_sentence(std::size_t token) const;
  template <class Is>
  bool any_near(std::size_t at, std::size_t beside, Is is) const;
  bool is_court_word(std::size_t token) const;
  bool is_parliament_word(std::size_t token) const;
  bool names_office(std::size_t at) const;
  std::size_t end_of_broken(std::size_t at, std::size_t next, NamePlace place) const;
  bool begins_with_acronym(const NameShape& shape) const;
  void cut_possessives();
  void place_tokens();
  std::vector<Span> columns(Line line) const;
  void count_small_letters();

  const Letter& letter_;
  const std::vector<Section>& sections_;
  const std::vector<EmailAddress>& emails_;
  std::vector<Token> tokens_;                   // those of the letter, "Anna's" cut to "Anna"
  std::vector<bool> in_address_, institution_;  // by token
  std::vector<std::size_t> line_tokens_;
  std::vector<std::vector<Span>> rows_;                      // by line
  std::unordered_map<std::string_view, std::size_t> small_;  // how often a word stands in small letters
  KnownPeople known_;
  std::vector<PersonalSpan> spans_;
};

}  // namespace foi::understand
