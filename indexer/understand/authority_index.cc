#include "indexer/understand/authority_index.h"

#include <algorithm>
#include <array>
#include <set>

#include "indexer/model/text.h"
#include "indexer/understand/contacts.h"
#include "indexer/understand/made_once.h"

namespace foi::understand {

namespace {

using Words = std::vector<std::string>;

// The endings a trust's name is written with; letters mix them up. The longest first.
const std::vector<Words>& trust_endings() {
  static const std::vector<Words> endings{
      {"nhs", "foundation", "trust"}, {"foundation", "nhs", "trust"}, {"foundation", "trust"}, {"nhs", "trust"}, {"nhs", "ft"}, {"nhsft"}};
  return endings;
}

bool ends_with(const Words& words, const Words& ending) {
  return words.size() > ending.size() && std::equal(ending.rbegin(), ending.rend(), words.rbegin());
}

Words name_words(std::string_view name) {
  Words words = words_of(name);
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  return words;
}

// The same name with each other ending; empty when it has none of them or too little before it to be told from others.
std::vector<Words> other_endings(const Words& words) {
  for (const Words& ending : trust_endings()) {
    if (!ends_with(words, ending)) continue;
    const Words base(words.begin(), words.end() - static_cast<std::ptrdiff_t>(ending.size()));
    std::vector<Words> out;
    for (const Words& other : trust_endings()) {
      if (other == ending || (base.size() < 2 && other.front() != "nhs")) continue;
      out.push_back(base);
      out.back().insert(out.back().end(), other.begin(), other.end());
    }
    return out;
  }
  return {};
}

// "NHSBSA", "TfL", "UCLan": initials, which count as they are written.
bool is_initials(std::string_view name) { return std::ranges::count_if(name, is_upper) >= 2 && name.find(' ') == std::string_view::npos; }

// Names of places in an address or a list of hospitals that mean something by themselves.
bool is_building_name(const Words& words) {
  static constexpr std::array<std::string_view, 7> kBuildings{"hospital", "infirmary", "ysbyty", "building", "court", "hospitals", "house"};
  return words.size() >= 2 && std::any_of(words.begin(), words.end(), [](const std::string& word) {
           return std::find(kBuildings.begin(), kBuildings.end(), word) != kBuildings.end();
         });
}

// Alternative names of other bodies that are as good as the official one ("Avon and Somerset Police", "Kent and Medway ICB").
bool is_full_name(const Words& words) {
  return words.size() >= 2 && words.back() != "trust" &&
         std::any_of(words.begin(), words.end(), [](const std::string& word) { return is_institution_word(word); });
}

void add_once(std::vector<std::string>& list, const std::string& id) {
  if (std::find(list.begin(), list.end(), id) == list.end()) list.push_back(id);
}

}  // namespace

bool is_institution_word(std::string_view word) {
  static const std::set<std::string_view> words{"council",    "police",  "constabulary", "icb",      "uhb",        "board",
                                                "authority",  "service", "services",     "agency",   "nhs",        "hospital",
                                                "hospitals",  "trust",   "department",   "ministry", "commission", "corporation",
                                                "university", "office",  "executive",    "rescue",   "hscni",      "ca"};
  return words.contains(word);
}

void AuthorityIndex::add_name(IndexedName name) {
  if (name.words.empty()) return;
  std::vector<IndexedName>& list = names_[name.words.front()];
  for (IndexedName& other : list) {
    if (other.words != name.words || other.capitals != name.capitals) continue;
    if (other.authority == name.authority) return;
    // An official name is never shared with a lesser kind; the first to be added stands.
    if (other.kind == IndexedName::Kind::official) return;
    if (other.kind != name.kind) continue;
    name.sharers = ++other.sharers;
  }
  list.push_back(std::move(name));
}

void AuthorityIndex::add_official(const std::string& name, const std::string& id, bool former) {
  Words words = name_words(name);
  add_name({.words = words, .written = name, .authority = id, .former = former});
  const Words board{"integrated", "care", "board"};
  if (words.size() <= board.size() + 1 || words.front() != "nhs" || !ends_with(words, board)) return;
  // "NHS South Yorkshire ICB", as its letters are signed.
  Words brief(words.begin(), words.end() - static_cast<std::ptrdiff_t>(board.size()));
  brief.emplace_back("icb");
  add_name({.words = std::move(brief), .written = name, .authority = id, .former = former});
  // "North East and North Cumbria Integrated Care Board" beside a logo that says NHS.
  words.erase(words.begin());
  add_name({.words = std::move(words), .written = name, .authority = id, .former = former});
}

void AuthorityIndex::add_alias(const std::string& name, const std::string& id) {
  const Words words = name_words(name);
  if (!id.empty() && is_full_name(words) && !is_upper(id.front())) return add_official(name, id, false);
  const bool capitals = words.size() == 1 && is_initials(name);
  // A short word in small letters is anything but a name.
  if (words.size() == 1 && !capitals && name.size() < 6) return;
  add_name({.words = words, .written = name, .capitals = capitals ? name : "", .authority = id, .kind = IndexedName::Kind::alias});
}

void AuthorityIndex::add_domain(const std::string& domain, const std::string& id) { add_once(domains_[domain], id); }

void AuthorityIndex::add_contacts(const AuthorityInfo& authority) {
  for (const std::string& domain : authority.web_domains) add_domain(domain, authority.id);
  for (const std::string& domain : authority.mail_domains) add_domain(domain, authority.id);
  if (!authority.foi_email.empty()) add_once(mailboxes_[to_lower_ascii(authority.foi_email)], authority.id);
  for (std::string_view prefix : split(authority.nhsmail_prefix, ';'))
    if (prefix = trim(prefix); !prefix.empty()) add_once(prefixes_[std::string(prefix)], authority.id);
  if (!authority.postcode.empty())
    postcodes_[postcode_key(authority.postcode)].push_back({authority.id, IndexedPlace::Kind::head_office, {}, 1});
}

void AuthorityIndex::add_places(const Reference& reference) {
  for (const SiteInfo& site : reference.sites) {
    const Words words = name_words(site.name);
    std::string building;
    for (const std::string& word : words) building += (building.empty() ? "" : " ") + word;
    if (is_building_name(words))
      add_name({.words = words, .written = site.name, .authority = site.authority, .kind = IndexedName::Kind::site});
    postcodes_[postcode_key(site.postcode)].push_back(
        {site.authority, site.foi_office ? IndexedPlace::Kind::foi_office : IndexedPlace::Kind::site, site.foi_office ? building : "", 1});
  }
  for (auto& [code, places] : postcodes_) {
    std::set<std::string> sharers;
    for (const IndexedPlace& place : places)
      if (place.kind != IndexedPlace::Kind::foi_office) sharers.insert(place.authority);
    for (IndexedPlace& place : places) place.sharers = std::max<std::size_t>(1, sharers.size());
  }
}

void AuthorityIndex::order_names() {
  for (auto& [first, list] : names_.entries()) {
    std::stable_sort(list.begin(), list.end(), [](const IndexedName& a, const IndexedName& b) { return a.words.size() > b.words.size(); });
    for (IndexedName& name : list)
      for (const IndexedName& other : list)
        if (other.words == name.words && other.kind == name.kind) name.sharers = std::max(name.sharers, other.sharers);
  }
}

AuthorityIndex::AuthorityIndex(const Reference& reference) {
  for (const AuthorityInfo& authority : reference.authorities) add_official(authority.name, authority.id, false);
  for (const FormerName& former : reference.former_names) add_official(former.name, former.former_id, true);
  const auto add_endings = [this](const std::string& name, const std::string& id, bool former) {
    for (Words& words : other_endings(name_words(name)))
      add_name({.words = std::move(words), .written = name, .authority = id, .former = former});
  };
  for (const AuthorityInfo& authority : reference.authorities) add_endings(authority.name, authority.id, false);
  for (const FormerName& former : reference.former_names) add_endings(former.name, former.former_id, true);
  for (const AuthorityInfo& authority : reference.authorities) {
    for (const std::string& alias : authority.alternative_names) add_alias(alias, authority.id);
    add_contacts(authority);
  }
  add_places(reference);
  order_names();
}

std::vector<const IndexedName*> AuthorityIndex::names_at(Tokens tokens, std::size_t at) const {
  std::vector<const IndexedName*> found;
  const std::vector<IndexedName>* const list = names_.find(tokens[at].word);
  if (list == nullptr) return found;
  for (const IndexedName& name : *list) {
    if (!found.empty() && name.words.size() < found.front()->words.size()) break;
    if (words_at(tokens, at, name.words)) found.push_back(&name);
  }
  return found;
}

const std::vector<std::string>& AuthorityIndex::by_domain(std::string_view host) const {
  static const std::vector<std::string> none;
  while (host.find('.') != std::string_view::npos) {
    if (const auto found = domains_.find(std::string(host)); found != domains_.end()) return found->second;
    host.remove_prefix(host.find('.') + 1);
  }
  return none;
}

std::vector<std::string> AuthorityIndex::by_mailbox(std::string_view local, std::string_view domain) const {
  const std::string address = std::string(local) + "@" + std::string(domain);
  if (const auto found = mailboxes_.find(address); found != mailboxes_.end()) return found->second;
  if (domain != "nhs.net") return {};
  for (std::string_view part : split(local, '.'))
    if (const auto found = prefixes_.find(std::string(part)); found != prefixes_.end()) return found->second;
  return {};
}

const std::vector<IndexedPlace>& AuthorityIndex::by_postcode(std::string_view key) const {
  static const std::vector<IndexedPlace> none;
  const auto found = postcodes_.find(std::string(key));
  return found == postcodes_.end() ? none : found->second;
}

std::shared_ptr<const AuthorityIndex> authority_index(const Reference& reference) { return made_of<AuthorityIndex>(reference); }

}  // namespace foi::understand
