// The words citations are made of: units ("section", "reg."), joiners ("and", "as well as"), titles of sections, names of Acts and other
// documents, and what stands after a number that is no section. Each function looks at one place of repaired lower-case text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace foi::understand {

enum class Unit : std::uint8_t { section, regulation, article, exemption, act };

struct UnitWord {
  Unit unit = Unit::section;
  bool plural = false;
  bool single_letter = false;  // "s", "ss", "§": too little to stand without more evidence
  bool ocr = false;            // read through damage ("Sect1on"); digits after it may be damaged too
  std::size_t length = 0;      // bytes, with its full stop, without spaces after it
};
// The unit word text begins with. Whether a number follows is the parser's business.
std::optional<UnitWord> unit_word(std::string_view text);

// What an Act, set of regulations or other document named beside a citation makes of it.
enum class NamedAct : std::uint8_t {
  none,
  neutral,  // "the Act": whichever this letter is about
  foia,
  foisa,
  eir,
  eisr,
  gdpr,
  dpa,  // Data Protection Act 2018, or none named
  dpa1998,
  irish,     // the Irish Act of 2014 uses the same numbers for other things
  other,     // another Act
  document,  // a policy, contract, form: the number is a heading of it
};
struct ActName {
  NamedAct act = NamedAct::none;
  std::size_t length = 0;  // bytes of text that belong to the name
  bool loose = false;      // "in the report", "to the contract": what the citation was used on, as likely as what it is a part of
};
// The name in "of the Freedom of Information Act 2000", "under FOIA", "FOIA", "of the MHA", "(FOISA)"; text begins after the citation.
// capitals is the same stretch as printed.
ActName act_after(std::string_view text, std::string_view capitals);
// The name that ends right before a citation: "Mental Health Act 1983, section 117". text ends where the citation begins.
NamedAct act_before(std::string_view text, std::string_view capitals);

// A title of a section of the FOIA ("law enforcement") at the beginning of text.
struct SectionTitle {
  std::string_view section;  // "31"
  std::size_t length = 0;
};
std::optional<SectionTitle> title_at(std::string_view text);

// Bytes of the joiner text begins with ("and", ", ", "/", "as well as"), spaces included; zero when there is none.
struct Joiner {
  std::size_t length = 0;
  bool subordinate = false;  // "by virtue of", "read with": an Act named after it says nothing of what stood before
};
Joiner joiner_at(std::string_view text);

// The word after a number says that it is a quantity or a thing called by its section ("section 12 doctor", "31 and 12 months").
bool is_counted_noun(std::string_view word);
bool is_called_by_section(std::string_view word);
// Words that may follow a number continuing a list.
bool may_follow_listed_number(std::string_view word);

}  // namespace foi::understand
