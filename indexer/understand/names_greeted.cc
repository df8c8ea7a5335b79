#include "indexer/understand/name_search.h"
#include "indexer/understand/word_set.h"

namespace foi::understand {

namespace {

// Words of a line that is a greeting and nothing else, unless it begins "Dear".
constexpr std::size_t kGreetingWords = 7;

class GreetingReader {
 public:
  explicit GreetingReader(NameSheet& sheet) : sheet_(sheet) {}

  void read() {
    for (std::size_t line = 0; line < sheet_.lines(); ++line) {
      if (sheet_.is_blank(line)) continue;
      if (!look_for_salutation(line)) look_for_bare_name(line);
      look_inside(line);
      look_for_thanked(line);
    }
  }

 private:
  static bool is_dear(std::string_view word) { return word == "dear" || word == "annwyl"; }
  static bool is_hello(std::string_view word) {
    static const WordSet words = words_from("hello hi hiya hey hullo helo shwmae greetings morning afternoon evening");
    return words.contains(word);
  }

  std::string_view greeted(std::size_t token) const { return sheet_.section(token) == SectionKind::request ? kStaff : kRequester; }

  // False when the line greets nobody.
  bool look_for_salutation(std::size_t line) {
    std::size_t at = sheet_.first_token(line);
    const std::size_t end = sheet_.end_token(line);
    if (at + 1 >= end) return false;
    const bool dear = is_dear(sheet_.word(at));
    if (!dear && end - at > kGreetingWords) return false;
    const bool good = sheet_.word(at) == "good";
    if (good) ++at;
    if (!dear && !is_hello(sheet_.word(at)) && !(good && sheet_.word(at) == "day")) return false;
    ++at;
    while (at < end && (is_dear(sheet_.word(at)) || sheet_.word(at) == "again" || sheet_.word(at) == "there")) ++at;
    at = past_sir_or_madam(at, end);
    if (at >= end) return true;
    if (!greet(at, end)) greet_in_small_letters(at, end);
    return true;
  }

  // "Dear Sir/Madam Muster": a form that was filled in.
  std::size_t past_sir_or_madam(std::size_t at, std::size_t end) const {
    static const WordSet forms = words_from("sir sirs madam madams or and");
    const std::size_t first = at;
    while (at < end && forms.contains(sheet_.word(at))) ++at;
    const bool parted = at > first && at < end && sheet_.between(at - 1).find_first_of(",.;:-\n|") != std::string_view::npos;
    return parted ? end : at;
  }

  // "Dear Mr Smith and Ms Jones", "Dear Anna/Otto".
  bool greet(std::size_t at, std::size_t end) {
    const std::string_view type = greeted(at);
    bool found = false;
    while (at < end) {
      // "Mr and Mrs Muster".
      const bool couple =
          at + 2 < end && is_person_title(sheet_.word(at)) && sheet_.word(at + 1) == "and" && is_person_title(sheet_.word(at + 2));
      const auto shape = sheet_.name(at + (couple ? 2 : 0), NamePlace::certain);
      if (couple && shape) sheet_.add(at, shape->end, std::string(type));
      if (!shape || all_plain(*shape)) break;
      sheet_.record(*shape, type);
      found = true;
      at = shape->end;
      if (at < end && sheet_.word(at) == "and") {
        ++at;
      } else if (at >= end || sheet_.between(at - 1).find_first_of("/,&") == std::string_view::npos || !is_first_name(sheet_.word(at))) {
        break;
      }
    }
    return found;
  }

  // "Dear Complaints", "Dear Customer Relations".
  bool all_plain(const NameShape& shape) const {
    if (shape.has_title || is_first_name(sheet_.word(shape.first))) return false;
    for (std::size_t i = shape.first; i < shape.end; ++i)
      if (!sheet_.is_plain(i) || is_ambiguous_name(sheet_.word(i))) return false;
    return true;
  }

  // "dear anna", "Dear ms muster".
  void greet_in_small_letters(std::size_t at, std::size_t end) {
    NameShape shape{at, at, false, 0};
    if (is_person_title(sheet_.word(at))) shape.has_title = true;
    const auto stops = [&](std::size_t i) { return sheet_.between(i).find_first_of(",.;:-\n|") != std::string_view::npos; };
    for (std::size_t i = at + (shape.has_title ? 1 : 0); i < end && shape.words < 3; ++i) {
      const std::string_view word = sheet_.word(i);
      if (word.size() < 2 || !is_alpha(word[0])) break;
      // After "Dear Mrs" comes a name, whatever else the word may mean.
      if (!shape.has_title && (sheet_.of_institution(i) || is_office_word(word) || is_role_word(word))) break;
      if (word.find_first_not_of(word[0]) == std::string::npos) break;  // "xxxx"
      if (!shape.has_title && is_ordinary_word(word)) break;
      ++shape.words;
      shape.end = i + 1;
      if (stops(i)) break;
    }
    const bool whole = shape.words > 0 && (shape.end >= end || stops(shape.end - 1));
    if (whole && (shape.has_title || is_first_name(sheet_.word(shape.first)) || end - at <= 2)) sheet_.record(shape, greeted(at));
  }

  // "Our ref: 7   Dear Ms Muster, thank you": columns and lines that ran together.
  void look_inside(std::size_t line) {
    for (std::size_t i = sheet_.first_token(line) + 1; i + 1 < sheet_.end_token(line); ++i) {
      if (!is_dear(sheet_.word(i)) || !sheet_.is_capital(i)) continue;
      const auto shape = sheet_.name(i + 1, NamePlace::certain);
      if (shape && !all_plain(*shape)) sheet_.record(*shape, greeted(i));
    }
  }

  // "Thank you for your letter, Zenobia."
  void look_for_thanked(std::size_t line) {
    static const WordSet things =
        words_from("email mail message letter request reply enquiry query question questions call patience note help");
    constexpr std::size_t kThingWords = 4;
    for (std::size_t i = sheet_.first_token(line) + 3; i < sheet_.end_token(line); ++i) {
      if (sheet_.between(i - 1) != ", " || !things.contains(sheet_.word(i - 1))) continue;
      bool thanked = false;
      for (std::size_t k = i - 1; k > sheet_.first_token(line) + 1 && k + kThingWords >= i; --k)
        thanked |=
            sheet_.word(k) == "your" && sheet_.word(k - 1) == "for" && (sheet_.word(k - 2) == "you" || sheet_.word(k - 2) == "thanks");
      const auto shape = thanked ? sheet_.name(i, NamePlace::certain) : std::nullopt;
      if (!shape || shape->words > 2 || all_plain(*shape) || !sheet_.is_likely(*shape)) continue;
      const std::string_view after = sheet_.between(shape->end - 1);
      if (shape->end == sheet_.end_token(line) || after.find_first_of(".,!\n") == 0) sheet_.record(*shape, greeted(i));
    }
  }

  // "Bellinghurst," over "Thank you for …", a name over "by email", or "Mr T Bellinghurst" over an address and "Dear Sir".
  void look_for_bare_name(std::size_t line) {
    const std::size_t at = sheet_.first_token(line), end = sheet_.end_token(line);
    if (end - at > 5) return;
    const auto shape = sheet_.name(at, NamePlace::certain);
    if (!shape || shape->end != end) return;
    if (shape->has_title && is_addressee(line)) return sheet_.record(*shape, greeted(at));
    if (!sheet_.is_likely(*shape)) return;
    const std::size_t next = sheet_.next_filled(line);
    if (next >= sheet_.lines()) return;
    const std::size_t first = sheet_.first_token(next), count = sheet_.end_token(next) - first;
    if (opens_message(first, count) || is_way_of_sending(first, count)) sheet_.record(*shape, greeted(at));
  }

  // Lines of an address below it, then a greeting.
  bool is_addressee(std::size_t line) const {
    constexpr std::size_t kAddressLines = 12;
    for (std::size_t left = kAddressLines; left > 0; --left) {
      line = sheet_.next_filled(line);
      if (line >= sheet_.lines()) return false;
      const std::size_t first = sheet_.first_token(line);
      if (first < sheet_.end_token(line) && is_dear(sheet_.word(first))) return true;
    }
    return false;
  }

  std::string_view second_word(std::size_t first, std::size_t count) const {
    return count > 1 ? std::string_view(sheet_.word(first + 1)) : std::string_view{};
  }

  bool opens_message(std::size_t first, std::size_t count) const {
    static const WordSet alone = words_from("thank thanks further apologies following diolch");
    const std::string_view word = sheet_.word(first);
    const std::string_view second = second_word(first, count);
    if (count < 4) return false;
    if (alone.contains(word)) return true;
    if (word == "i" || word == "we") return second != "the";
    return (word == "your" && (second == "request" || second == "email" || second == "letter")) || (word == "in" && second == "response") ||
           (word == "with" && second == "reference") || (word == "many" && second == "thanks") || (word == "please" && second == "find");
  }

  bool is_way_of_sending(std::size_t first, std::size_t count) const {
    const std::string_view word = sheet_.word(first);
    const std::string_view second = second_word(first, count);
    if (count > 6) return false;
    return (word == "by" || word == "via" || (word == "sent" && count > 2)) &&
           (second == "email" || second == "e" || second == "post" || second == "by" || second == "via");
  }

  NameSheet& sheet_;
};

}  // namespace

void find_greeted(NameSheet& sheet) { GreetingReader(sheet).read(); }

}  // namespace foi::understand
