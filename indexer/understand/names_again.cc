#include <algorithm>
#include <unordered_map>

#include "indexer/understand/mailboxes.h"
#include "indexer/understand/name_search.h"

namespace foi::understand {

namespace {

// A surname this short, or one printed in small letters shorter than that, is masked only beside a title or a first name.
constexpr std::size_t kMinSurname = 3, kMinSmallSurname = 5, kMinStaffSurname = 4;
// Bytes between a first name and its surname: a middle initial, a line break and the indent of the next.
constexpr std::size_t kNameGap = 16;

class EchoFinder {
 public:
  explicit EchoFinder(NameSheet& sheet) : sheet_(sheet) {}

  void find() {
    look_for_mailbox_owners();
    complete_known();
    look_for_known();
  }

 private:
  using People = std::unordered_map<std::string_view, std::vector<const KnownPerson*>>;

  // Names that a personal address spells out: "anna.muster@…", "amuster7@…" beside "Anna Muster".
  void look_for_mailbox_owners() {
    for (const EmailAddress& email : sheet_.emails())
      if (!is_role_mailbox(email) && !is_blanked(email)) learn_from_mailbox(email);
    for (std::size_t i = 0; i + 1 < sheet_.size(); ++i) {
      if (!sheet_.is_capital(i)) continue;
      const auto shape = sheet_.name(i, NamePlace::anywhere);
      if (!shape || shape->words < 2) continue;
      const std::string given(sheet_.word(shape->first)), surname(sheet_.word(shape->end - 1));
      if (surname.size() < 3) continue;
      std::string joined;
      for (std::size_t k = shape->first + 1; k < shape->end; ++k) joined += sheet_.word(k);
      for (const std::string& glued : {given + surname, given.substr(0, 1) + surname, surname + given, given + joined,
                                       given.substr(0, 1) + joined, surname + given.substr(0, 1)})
        if (const auto owner = glued_.find(glued); owner != glued_.end()) sheet_.record(*shape, owner->second);
    }
  }

  void learn_from_mailbox(const EmailAddress& email) {
    const std::string_view type = is_public_domain(email.domain) ? kStaff : kRequester;
    std::vector<std::string> parts;
    std::string part;
    for (char c : email.local + ".") {
      if (is_lower(c)) {
        part += c;
        continue;
      }
      if (!part.empty()) parts.push_back(part);
      part.clear();
    }
    if (parts.empty()) return;
    glued_.emplace(parts.size() > 1 ? parts[0] + parts[1] : parts[0], type);
    if (parts.size() > 1) glued_.emplace(parts[0], type);
    if (parts.size() == 2 && parts[0].size() > 1 && parts[1].size() > 2)
      sheet_.known().remember({parts[0], parts[1], std::string(sheet_.known().type_for({parts[0], parts[1], ""}, type))});
  }

  // "Dear Anna" and "Anna Muster" in the address: one person.
  void complete_known() {
    const std::vector<KnownPerson> known = sheet_.known().all();
    for (std::size_t i = 0; i + 1 < sheet_.size(); ++i) {
      if (!sheet_.is_capital(i)) continue;
      const auto shape = sheet_.name(i, NamePlace::certain);
      if (!shape || shape->words < 2 || sheet_.before_place(shape->end)) continue;
      const std::string_view given = sheet_.word(shape->first + (shape->has_title ? 1 : 0)), surname = sheet_.word(shape->end - 1);
      for (const KnownPerson& one : known) {
        const bool same_given = one.surname.empty() && one.given == given && !is_ambiguous_name(given);
        const bool same_surname = one.given.empty() && one.surname == surname &&
                                  (is_first_name(given) || (!is_ambiguous_name(surname) && !is_ordinary_word(given)));
        if (!same_given && !same_surname) continue;
        sheet_.record(*shape, one.type);
        break;
      }
    }
  }

  // Every occurrence of a name already found.
  void look_for_known() {
    People by_given, by_surname;
    for (const KnownPerson& known : sheet_.known().all()) {
      if (!known.given.empty()) by_given[known.given].push_back(&known);
      if (!known.surname.empty()) by_surname[known.surname].push_back(&known);
      // Half of a double surname, and a single name of which one cannot tell which it is, count as surnames too.
      for (const std::string& middle : known.middle) by_surname[middle].push_back(&known);
      if (known.surname.empty() && !is_first_name(known.given)) by_surname[known.given].push_back(&known);
    }
    for (std::size_t i = 0; i < sheet_.size(); ++i) {
      if (sheet_.of_institution(i)) continue;
      if (const auto given = by_given.find(sheet_.word(i)); given != by_given.end()) match_given(i, given->second);
      if (const auto surname = by_surname.find(sheet_.word(i)); surname != by_surname.end()) match_surname(i, surname->second);
    }
  }

  void match_given(std::size_t i, const std::vector<const KnownPerson*>& people) {
    for (const KnownPerson* known : people) {
      // "Anna Muster", "anna_muster", "Anna B. Muster".
      for (std::size_t k = i + 1; !known->surname.empty() && k < std::min(sheet_.size(), i + 4); ++k) {
        if (sheet_.word(k) == known->surname && sheet_.token(k).start - sheet_.token(i).end <= kNameGap)
          return sheet_.add(i, k + 1, known->type);
        if (is_person_title(sheet_.word(k)) || (is_ordinary_word(sheet_.word(k)) && !sheet_.is_capital(k))) break;
      }
    }
    const KnownPerson& known = *people.front();
    const bool alone = sheet_.is_capital(i) && !is_ambiguous_name(known.given) && !sheet_.leads_to_place(i + 1);
    if (!alone || known.given.size() < kMinSurname) return;
    // A first name alone is the requester's wherever it stands; another's where it can be nothing else.
    const bool requester = std::any_of(people.begin(), people.end(), [](const KnownPerson* p) { return p->type == kRequester; });
    if (requester && !sheet_.is_plain(i))
      sheet_.add(i, i + 1, std::string(kRequester));
    else if (!requester && !sheet_.is_plain(i) && !is_town(known.given) && !follows_saint(i))
      sheet_.add(i, i + 1, known.type);
  }

  bool follows_saint(std::size_t i) const {
    if (i == 0) return false;
    const std::string_view word = sheet_.word(i - 1);
    return word == "st" || word == "saint" || word == "queen" || word == "king" || word == "prince" || word == "princess" || word == "lady";
  }

  // "in Tickhill", "near Preston": the place, not the person.
  bool follows_preposition_of_place(std::size_t i) const {
    if (i == 0) return false;
    const std::string_view word = sheet_.word(i - 1);
    return word == "in" || word == "near" || word == "at" || word == "around" || word == "outside";
  }

  void match_surname(std::size_t i, const std::vector<const KnownPerson*>& people) {
    for (const KnownPerson* known : people) {
      const bool titled = i > 0 && is_person_title(sheet_.word(i - 1)) && sheet_.between(i - 1).size() <= 3;
      if (titled) return sheet_.add(i - 1, i + 1, known->type);
      // "A Muster", "A. Muster".
      const bool initial = i > 0 && sheet_.word(i - 1).size() == 1 && (known->given.empty() || sheet_.word(i - 1)[0] == known->given[0]) &&
                           sheet_.is_capital(i - 1) && sheet_.between(i - 1).size() <= 2;
      if (initial && sheet_.is_capital(i) && !sheet_.before_place(i + 1)) return sheet_.add(i - 1, i + 1, known->type);
    }
    for (const KnownPerson* known : people)
      if (stands_for(*known, i)) return sheet_.add(follows_first_name(i) ? i - 1 : i, end_of_surname(*known, i), known->type);
  }

  // "Zenobia / Muster" over two lines, of whom only the surname was known.
  bool follows_first_name(std::size_t i) const {
    return i > 0 && is_first_name(sheet_.word(i - 1)) && sheet_.is_capital(i - 1) && !sheet_.is_plain(i - 1) &&
           sheet_.between(i - 1).find_first_not_of(" \n\t") == std::string_view::npos && sheet_.between(i - 1).size() <= kNameGap;
  }

  // "Muster-Lane" to its end.
  std::size_t end_of_surname(const KnownPerson& known, std::size_t i) const {
    return i + 1 < sheet_.size() && sheet_.between(i) == "-" && sheet_.word(i + 1) == known.surname ? i + 2 : i + 1;
  }

  // A surname alone.
  bool stands_for(const KnownPerson& known, std::size_t i) const {
    const std::string_view word = sheet_.word(i);
    if (word.size() < kMinSurname || sheet_.leads_to_place(i + 1) || is_ambiguous_name(word) || sheet_.is_plain(i)) return false;
    if (known.type == kRequester) return sheet_.is_capital(i) || word.size() >= kMinSmallSurname;
    return sheet_.is_capital(i) && word.size() >= kMinStaffSurname && !is_town(word) && !follows_preposition_of_place(i) &&
           !follows_saint(i);
  }

  NameSheet& sheet_;
  std::unordered_map<std::string, std::string_view> glued_;  // local parts of personal addresses without separators
};

}  // namespace

void find_again(NameSheet& sheet) { EchoFinder(sheet).find(); }

}  // namespace foi::understand
