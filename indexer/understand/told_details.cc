#include "indexer/understand/told_details.h"

#include <algorithm>
#include <optional>

#include "indexer/model/text.h"
#include "indexer/understand/contacts.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/person_names.h"

namespace foi::understand {

namespace {

// The words of a letter as this module asks for them: none before the first and after the last.
class Words {
 public:
  explicit Words(const Letter& letter) : letter_(letter), tokens_(letter.tokens) {}

  std::size_t size() const { return tokens_.size(); }
  const Token& token(std::size_t i) const { return tokens_[i]; }
  std::string_view word(std::size_t i) const { return i < size() ? std::string_view(tokens_[i].word) : std::string_view{}; }
  // The word so many before another.
  std::string_view back(std::size_t i, std::size_t count) const { return count <= i ? word(i - count) : std::string_view{}; }
  bool is_capital(std::size_t i) const { return i < size() && is_upper(letter_.text[tokens_[i].start]); }
  // What stands between a token and the next.
  std::string_view between(std::size_t i) const {
    return i + 1 < size() ? letter_.view(Span{tokens_[i].end, tokens_[i + 1].start}) : std::string_view{"\n\n"};
  }
  std::size_t at(std::size_t offset) const {
    const auto found = std::partition_point(tokens_.begin(), tokens_.end(), [&](const Token& t) { return t.end <= offset; });
    return static_cast<std::size_t>(found - tokens_.begin());
  }

 private:
  const Letter& letter_;
  const TokenList& tokens_;
};

bool is_street_word(std::string_view word) {
  static constexpr CueTable words = {"road",  "street", "lane",    "avenue",  "drive", "close", "court", "crescent", "grove",    "way",
                                     "place", "square", "terrace", "gardens", "hill",  "row",   "mews",  "parade",   "green",    "rise",
                                     "walk",  "view",   "park",    "rd",      "ave",   "st",    "cl",    "gdns",     "cottages", "villas"};
  return among(words, word);
}

// "12", "12a".
bool is_house_number(std::string_view word) {
  if (word.empty() || word.size() > 5 || !is_digit(word.front())) return false;
  return std::all_of(word.begin(), word.end() - 1, is_digit) && (is_digit(word.back()) || is_alpha(word.back()));
}

// Space and line breaks alone, one line's worth of them.
bool is_space(std::string_view gap) {
  return !gap.empty() && gap.size() <= 8 && gap.find_first_not_of(" \r\n\t>") == std::string_view::npos &&
         std::ranges::count(gap, '\n') <= 1;
}

class HomeFinder {
 public:
  HomeFinder(const Letter& letter, const std::vector<Section>& sections, const AuthorityIndex& index,
             const std::vector<PersonalSpan>& people)
      : letter_(letter), sections_(sections), index_(index), words_(letter), postcodes_(find_postcodes(letter.text)) {
    for (const PersonalSpan& person : people)
      if (person.type == "requester" || person.type == "person") people_.push_back(person.where);
    std::ranges::sort(people_, {}, &Span::end);
  }

  std::vector<Span> find() {
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (const auto home = address_at(i); home && is_home(i, home->has_postcode)) {
        homes_.push_back({words_.token(i).start, home->end});
        i = std::max(i, words_.at(home->end) - 1);
      }
    for (const Postcode& postcode : postcodes_)
      if (const std::size_t i = words_.at(postcode.where.start);
          !is_known(postcode) && (lives_before(i) || told_as_address(i) || house_before(i)))
        homes_.push_back(postcode.where);
    return std::move(homes_);
  }

 private:
  struct Address {
    std::size_t end = 0;  // byte
    bool has_postcode = false;
  };

  bool is_known(const Postcode& postcode) const { return !index_.by_postcode(postcode.code).empty(); }

  // "3 Mill Lane", "Flat 2, 14 Mill Lane", and what leads from there to a postcode. None at a body's postcode.
  std::optional<Address> address_at(std::size_t i) const {
    std::size_t number = i;
    const std::string_view first = words_.word(i);
    if (first == "flat" || first == "apartment") {
      if (words_.word(i + 1).size() > 3) return std::nullopt;
      number = i + 2;
    } else if (i > 0 &&
               (words_.between(i - 1).empty() || std::string_view("-/.").find(words_.between(i - 1).back()) != std::string_view::npos)) {
      return std::nullopt;  // a part of a range or a date
    }
    if (!is_house_number(words_.word(number))) return std::nullopt;
    const std::size_t street = end_of_street(number);
    if (street == 0) return std::nullopt;
    const std::size_t end = words_.token(street).end;
    const auto next = std::partition_point(postcodes_.begin(), postcodes_.end(), [&](const Postcode& p) { return p.where.start < end; });
    if (next == postcodes_.end() || !leads_to(street, next->where.start)) return Address{end, false};
    if (is_known(*next)) return std::nullopt;
    return Address{next->where.end, true};
  }

  // The token that ends the street whose number is a token; 0 when none does. "St Jude's Road", "Park Lane" to the last of them.
  std::size_t end_of_street(std::size_t number) const {
    constexpr std::size_t kStreetWords = 5;
    std::size_t last = 0;
    for (std::size_t i = number + 1; i <= number + kStreetWords && words_.is_capital(i); ++i) {
      const std::string_view gap = words_.between(i - 1);
      if (!is_space(gap) && !(i == number + 1 && gap == ", ")) break;
      if (i > number + 1 && is_street_word(words_.word(i))) last = i;
    }
    return last;
  }

  // Nothing but towns and counties on the way: capitals, "on", "upon", commas.
  bool leads_to(std::size_t street, std::size_t postcode) const {
    constexpr std::size_t kTownWords = 8;
    static constexpr CueTable small = {"on", "upon", "by", "the", "le", "in", "under", "next", "near"};
    for (std::size_t i = street + 1; i <= street + kTownWords && i < words_.size(); ++i) {
      if (words_.between(i - 1).find_first_not_of(", \r\n\t-.") != std::string_view::npos ||
          words_.between(i - 1).find("\n\n") != std::string_view::npos)
        return false;
      if (words_.token(i).start >= postcode) return true;
      if (!words_.is_capital(i) && !among(small, words_.word(i))) return false;
    }
    return false;
  }

  bool is_home(std::size_t i, bool has_postcode) const {
    return follows_person(i) || lives_before(i) || told_as_address(i) || (has_postcode && was_sent_to(i));
  }

  // "Mrs Muster, 3 …", "Mr Muster of 3 …". Doctors are found at their surgeries.
  bool follows_person(std::size_t i) const {
    const std::size_t start = words_.token(i).start;
    const auto after = std::ranges::upper_bound(people_, start, {}, &Span::end);
    if (after == people_.begin()) return false;
    const Span person = *std::prev(after);
    constexpr std::size_t kGap = 8;
    if (start - person.end > kGap) return false;
    std::string gap;
    for (const char c : letter_.view(Span{person.end, start}))
      if (c != '\n' && c != '\r' && !(c == ' ' && (gap.empty() || gap.back() == ' '))) gap += c;
    const std::string_view bare = trim(gap);
    if (bare == "of" || bare == ", of" || bare == "(of") return true;
    return (bare == "," || bare == "(") && !to_lower_ascii(letter_.view(person)).starts_with("dr");
  }

  static bool lives(std::string_view word) {
    static constexpr CueTable words = {"live", "lives", "lived", "living", "reside", "resides", "resided", "residing", "resident"};
    return among(words, word);
  }
  // "care home", "funeral home".
  bool is_own_home(std::size_t home) const {
    static constexpr CueTable others = {"care", "nursing", "residential", "funeral", "childrens", "retirement", "rest", "mobile", "dental"};
    return !words_.is_capital(home) && !among(others, words_.back(home, 1));
  }
  // "who lives at …", "tenant of …", "at her home in …".
  bool lives_before(std::size_t i) const {
    if (i < 2) return false;
    const std::string_view link = words_.back(i, 1), word = words_.back(i, 2);
    static constexpr CueTable dwellers = {"resident", "tenant", "occupier", "occupant", "householder"};
    if (link == "of") return among(dwellers, word);
    return (link == "at" || link == "in") && (lives(word) || (word == "home" && is_own_home(i - 2)));
  }
  // "the house at AB1 2CD".
  bool house_before(std::size_t i) const {
    static constexpr CueTable houses = {"house", "flat", "bungalow", "cottage"};
    return i >= 2 && words_.back(i, 1) == "at" && among(houses, words_.back(i, 2)) && !words_.is_capital(i - 2);
  }

  // "your address is …", "his home address as …"; "our address is" is a body's.
  bool told_as_address(std::size_t i) const {
    static constexpr CueTable links = {"is", "as", "was", "of", "being", "recorded", "given", "noted", "to", "shown"};
    static constexpr CueTable kinds = {"postal", "private", "correspondence", "current", "previous", "old", "new", "last", "known", "home"};
    static constexpr CueTable whose = {"your", "his", "her", "my", "requesters", "applicants", "complainants", "callers", "tenants"};
    constexpr std::size_t kWords = 3;
    std::size_t at = i;
    for (std::size_t n = 0; n < kWords && at > 0 && among(links, words_.word(at - 1)); ++n) --at;
    if (at == 0 || at == i || words_.word(--at) != "address") return false;
    bool home = false;
    for (std::size_t n = 0; n < kWords && at > 0 && among(kinds, words_.word(at - 1)); ++n) home |= words_.word(--at) == "home";
    return home || (at > 0 && among(whose, words_.word(at - 1)));
  }

  // "was sent to …", "I wrote to …": a letter that went; where letters are to go is an office.
  bool was_sent_to(std::size_t i) const {
    static constexpr CueTable went = {"sent", "posted", "wrote", "addressed"};
    static constexpr CueTable readers = {"you", "him", "her", "me"};
    static constexpr CueTable still = {"be", "should", "can", "may", "must", "please", "if", "when", "is", "are"};
    if (i < 2 || is_boilerplate(section_at(sections_, words_.token(i).start))) return false;
    std::size_t at = i - 2;
    if (words_.back(i, 1) == "at") {
      if (i < 4 || !among(readers, words_.back(i, 2)) || words_.back(i, 3) != "to") return false;
      return words_.back(i, 4) == "wrote" || words_.back(i, 4) == "written" || words_.back(i, 4) == "sent";
    }
    if (words_.back(i, 1) != "to" || !among(went, words_.word(at))) return false;
    return !among(still, words_.back(at, 1));
  }

  const Letter& letter_;
  const std::vector<Section>& sections_;
  const AuthorityIndex& index_;
  Words words_;
  std::vector<Postcode> postcodes_;
  std::vector<Span> people_;  // requesters and third persons, by their end
  std::vector<Span> homes_;
};

// "you", "she": not "we" and "us", whose number is the office's.
bool is_reached_person(std::string_view word) {
  static constexpr CueTable words = {"you", "him", "her", "he", "she"};
  return among(words, word);
}

// Letters and digits of a plate, "A" and "9".
std::string shape_of(std::string_view printed) {
  std::string shape;
  for (const char c : printed) shape += is_digit(c) ? '9' : is_upper(c) ? 'A' : '?';
  return shape;
}

class PlateFinder {
 public:
  explicit PlateFinder(const Letter& letter) : letter_(letter), words_(letter) {}

  std::vector<Span> find() const {
    std::vector<Span> found;
    for (std::size_t i = 1; i < words_.size(); ++i)
      if (const std::size_t end = end_of_plate(i); end > i && is_named(i))
        found.push_back({words_.token(i).start, words_.token(end - 1).end});
    return found;
  }

 private:
  std::string_view printed(std::size_t i) const { return letter_.view(Span{words_.token(i).start, words_.token(i).end}); }

  // The token after the plate; its first when there is none: "AB12 CDE", "A123 BCD", "ABC 123D", with a space or without.
  std::size_t end_of_plate(std::size_t i) const {
    static constexpr CueTable shapes = {"AA99AAA", "A999AAA", "A99AAA", "AAA999A", "AAA99A"};
    constexpr std::size_t kMost = 7;
    if (printed(i).size() > kMost) return i;
    const std::string first = shape_of(printed(i));
    if (among(shapes, first)) return i + 1;
    if (i + 1 >= words_.size() || words_.between(i) != " " || printed(i + 1).size() > 4) return i;
    const bool in_halves = first.size() > 2 && (first.front() == 'A') && (first.back() == '9' || first == "AAA");
    return in_halves && among(shapes, first + shape_of(printed(i + 1))) ? i + 2 : i;
  }

  bool is_named(std::size_t i) const {
    static constexpr CueTable vehicles = {"vehicle", "car", "van", "motorcycle", "motorbike", "registration", "reg", "plate", "vrm", "vrn"};
    static constexpr CueTable links = {"registration", "reg",  "number", "mark", "no",    "plate",  "is",
                                       "was",          "with", "of",     "the",  "index", "bearing"};
    static constexpr CueTable owners = {"our",   "its",    "trusts", "councils",  "forces", "police", "fleet",   "council",
                                        "trust", "patrol", "pool",   "ambulance", "fire",   "hire",   "service", "gritter"};
    constexpr std::size_t kLinks = 5;
    std::size_t at = i;
    bool named = false;
    for (std::size_t n = 0; n < kLinks && at > 0; ++n) {
      if (words_.between(at - 1).find_first_of("\n|.;") != std::string_view::npos) break;
      const bool vehicle = among(vehicles, words_.word(at - 1));
      if (!vehicle && !among(links, words_.word(at - 1))) break;
      named |= vehicle;
      --at;
    }
    return named && !among(owners, words_.back(at, 1)) && !among(owners, words_.back(at, 2));
  }

  const Letter& letter_;
  Words words_;
};

}  // namespace

std::vector<Span> find_homes(const Letter& letter, const std::vector<Section>& sections, const AuthorityIndex& index,
                             const std::vector<PersonalSpan>& people) {
  return HomeFinder(letter, sections, index, people).find();
}

bool is_told_of_person(const Letter& letter, std::size_t number) {
  static constexpr CueTable links = {"is",   "as",    "was",    "given", "held", "recorded", "shown", "noted", "stated",
                                     "of",   "being", "listed", "has",   "been", "which",    "we",    "have",  "you",
                                     "gave", "on",    "file",   "our",   "the",  "records",  "still"};
  static constexpr CueTable names = {"number", "no", "telephone", "phone", "tel", "landline"};
  static constexpr CueTable kinds = {"home", "work", "daytime", "evening", "contact", "private", "telephone", "phone", "landline"};
  static constexpr CueTable whose = {"your", "his", "her", "my", "requesters", "applicants", "complainants", "callers"};
  static constexpr CueTable reach = {"call",      "called",     "ring",    "rang",      "phone", "phoned",
                                     "telephone", "telephoned", "contact", "contacted", "reach"};
  constexpr std::size_t kWords = 8;
  const Words words(letter);
  std::size_t at = words.at(number);
  if (at == 0 || words.between(at - 1).find('\n') != std::string_view::npos) return false;
  // "rang you on", "she can be reached on".
  if (words.back(at, 1) == "on" || words.back(at, 1) == "at") {
    if (is_reached_person(words.back(at, 2)) && among(reach, words.back(at, 3))) return true;
    if ((words.back(at, 2) == "reached" || words.back(at, 2) == "contacted") && words.back(at, 3) == "be" &&
        is_reached_person(words.back(at, 5)))
      return true;
  }
  for (std::size_t n = 0; n < kWords && at > 0 && among(links, words.word(at - 1)); ++n) --at;
  if (at == 0 || !among(names, words.word(at - 1))) return false;
  --at;
  for (std::size_t n = 0; n < 3 && at > 0 && among(kinds, words.word(at - 1)); ++n) --at;
  return at > 0 && among(whose, words.word(at - 1));
}

std::vector<Span> find_plates(const Letter& letter) { return PlateFinder(letter).find(); }

}  // namespace foi::understand
