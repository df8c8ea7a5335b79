// The reference tables turned round: from a word, a domain, a mailbox or a postcode to the authorities it points to.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/model/reference.h"
#include "indexer/understand/tokens.h"
#include "indexer/understand/word_set.h"

namespace foi::understand {

struct IndexedName {
  enum class Kind : std::uint8_t {
    official,  // the name, a former name, or either with another legal ending ("NHS Trust" for "NHS Foundation Trust")
    alias,     // a short name
    site,      // a hospital
  };
  std::vector<std::string> words;  // as tokenise gives them, without a leading "the"
  std::string written;             // the name to show
  std::string capitals = {};       // an alias that is initials ("TfL") counts only as written; else empty
  std::string authority;           // id; of a former body its own
  Kind kind = Kind::official;
  std::size_t sharers = 1;  // authorities the same words stand for
  bool former = false;      // a name the authority no longer has
};

struct IndexedPlace {
  enum class Kind : std::uint8_t { foi_office, head_office, site };
  std::string authority;
  Kind kind = Kind::site;
  std::string building;  // words of the name of an FOI office's building, one space between
  std::size_t sharers = 1;
};

// Immutable once made; keeps nothing of the reference it was made from.
class AuthorityIndex {
 public:
  explicit AuthorityIndex(const Reference& reference);

  // The longest name that starts at a place in tokens; several when authorities share it. Empty when there is none.
  std::vector<const IndexedName*> names_at(Tokens tokens, std::size_t at) const;
  // Authorities whose own domain a host or mail domain is, or is a part of ("foi.uhb.nhs.uk"). Empty for shared domains.
  const std::vector<std::string>& by_domain(std::string_view host) const;
  // The authority whose FOI mailbox, or NHSmail prefix, an address is; empty when none.
  std::vector<std::string> by_mailbox(std::string_view local, std::string_view domain) const;
  const std::vector<IndexedPlace>& by_postcode(std::string_view key) const;

 private:
  void add_name(IndexedName name);
  void add_official(const std::string& name, const std::string& id, bool former);
  void add_alias(const std::string& name, const std::string& id);
  void add_domain(const std::string& domain, const std::string& id);
  void add_contacts(const AuthorityInfo& authority);
  void add_places(const Reference& reference);
  void order_names();

  WordTable<std::string, std::vector<IndexedName>> names_;  // by first word, longest first
  std::unordered_map<std::string, std::vector<std::string>> domains_, mailboxes_, prefixes_;
  std::unordered_map<std::string, std::vector<IndexedPlace>> postcodes_;
};

// The index of the tables compiled in is made once; that of any other reference anew at each call.
std::shared_ptr<const AuthorityIndex> authority_index(const Reference& reference);

// Words that say a name is that of an institution: "council", "trust", "board" …
bool is_institution_word(std::string_view word);

}  // namespace foi::understand
