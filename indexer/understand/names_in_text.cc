#include <algorithm>
#include <array>
#include <unordered_set>

#include "indexer/understand/mailboxes.h"
#include "indexer/understand/name_search.h"
#include "indexer/understand/word_set.h"

namespace foi::understand {

namespace {

// Words between a name and the role beside it.
constexpr std::size_t kRoleWords = 5;

// "…, Head of Governance", "Anna Muster Assistant Director".
bool role_follows(const NameSheet& sheet, const NameShape& shape) {
  if (shape.end >= sheet.size()) return false;
  const std::string_view gap = sheet.between(shape.end - 1);
  const bool new_line = gap.find('\n') != std::string_view::npos;
  if (new_line && (!sheet.fills_cell(shape) || gap.size() > 120 || std::count(gap.begin(), gap.end(), '\n') > 2)) return false;
  // Without a comma the role must follow at once, and the name begin like one.
  const bool at_once =
      gap == " " && is_first_name(sheet.word(shape.first)) && is_role_word(sheet.word(shape.end)) && sheet.is_capital(shape.end);
  if (!new_line && !at_once && gap.find_first_of(",-(|\xE2") == std::string_view::npos) return false;
  for (std::size_t i = shape.end; i < std::min(sheet.size(), shape.end + kRoleWords); ++i) {
    if (is_role_word(sheet.word(i))) return true;
    if (i > shape.end && sheet.between(i - 1).find_first_of(".\n;") != std::string_view::npos) return false;
  }
  return false;
}

bool is_contact_verb(std::string_view word) { return word == "contact" || word == "by" || word == "email" || word == "to"; }

// "Complaints Manager, …", "… / Company Secretary", "contact me (…)".
bool role_precedes(const NameSheet& sheet, const NameShape& shape) {
  if (shape.first == 0) return false;
  const std::string_view gap = sheet.between(shape.first - 1);
  const std::string_view last = sheet.word(shape.first - 1);
  if (gap.find('\n') != std::string_view::npos && !sheet.fills_cell(shape)) return false;
  if (gap.find('(') != std::string_view::npos && (last == "me" || last == "us" || last == "myself" || is_role_word(last))) return true;
  if (gap.find('.') != std::string_view::npos) return false;
  return is_role_word(last) || (is_contact_verb(last) && sheet.in_frame(shape.first));
}

// "…, Information Governance Manager": a comma and an office in capitals make a name of what stands before, first name or not.
bool holds_office(const NameSheet& sheet, const NameShape& shape) {
  if (shape.words > 4 || shape.end >= sheet.size() || !sheet.is_capital(shape.end) || trim(sheet.between(shape.end - 1)) != ",")
    return false;
  for (std::size_t i = shape.end; i < std::min(sheet.size(), shape.end + kRoleWords); ++i) {
    if (is_role_word(sheet.word(i))) return sheet.is_capital(i);
    if (!sheet.is_capital(i) && sheet.word(i) != "of" && sheet.word(i) != "and" && sheet.word(i) != "for") return false;
    if (i > shape.end && sheet.between(i - 1).find_first_of(".,;") != std::string_view::npos) return false;
  }
  return false;
}

// Names that now stand for a thing, a place or a body: wards, awards, firms, charities, training.
bool is_eponym(const NameSheet& sheet, const NameShape& shape) {
  static const std::unordered_set<std::string> names{"james paget",
                                                     "james cook",
                                                     "alder hey",
                                                     "sue ryder",
                                                     "marie curie",
                                                     "marie stopes",
                                                     "florence nightingale",
                                                     "mary seacole",
                                                     "edward jenner",
                                                     "john radcliffe",
                                                     "robert jones",
                                                     "morgan stanley",
                                                     "grant thornton",
                                                     "ernst young",
                                                     "john lewis",
                                                     "allen lane",
                                                     "duncan lewis",
                                                     "harry potter",
                                                     "lloyd george",
                                                     "virginia mason",
                                                     "oliver mcgowan",
                                                     "martha rule",
                                                     "royal albert",
                                                     "helen ley",
                                                     "katharine house",
                                                     "norman lamb",
                                                     "victoria derbyshire",
                                                     "baxter healthcare",
                                                     "carl zeiss",
                                                     "jordan peters",
                                                     "kelly services",
                                                     "martin luther",
                                                     "john innes",
                                                     "joseph rowntree",
                                                     "edward lear",
                                                     "christopher wren",
                                                     "stephen lawrence",
                                                     "francis crick",
                                                     "alan turing",
                                                     "charles darwin",
                                                     "rosalind franklin",
                                                     "elizabeth fry",
                                                     "josephine butler",
                                                     "gertrude bell",
                                                     "emmeline pankhurst",
                                                     "louis pasteur",
                                                     "alexander fleming",
                                                     "joseph lister",
                                                     "john snow",
                                                     "barbara castle",
                                                     "nye bevan",
                                                     "aneurin bevan",
                                                     "betsi cadwaladr",
                                                     "princess alexandra",
                                                     "thomas cook",
                                                     "rolls royce",
                                                     "max fac",
                                                     "macmillan cancer",
                                                     "maggie centre",
                                                     "ronald mcdonald",
                                                     "william hill",
                                                     "russell hobbs",
                                                     "philip morris",
                                                     "freddie mac",
                                                     "fannie mae",
                                                     "guy fawkes",
                                                     "robin hood",
                                                     "stanley knife",
                                                     "clement danes"};
  if (shape.end < shape.first + 2) return false;
  return names.contains(std::string(sheet.word(shape.first)).append(" ").append(sheet.word(shape.first + 1)));
}

class TextReader {
 public:
  explicit TextReader(NameSheet& sheet) : sheet_(sheet) {}

  void read() {
    for (std::size_t i = 0; i < sheet_.size();) i = std::max(i + 1, look(i));
  }

 private:
  // Names in running text. Where to go on.
  std::size_t look(std::size_t at) {
    if (introduces(at)) {
      const auto shape = sheet_.name_in_prose(at, NamePlace::certain);
      if (shape && (is_named_me(at) || sheet_.is_likely(*shape))) {
        sheet_.record(*shape, sheet_.in_request(at) || is_named_me(at) ? kRequester : kStaff);
        return shape->end;
      }
    }
    if (is_named_me(at))
      if (const auto shape = name_in_small_letters(at)) {
        sheet_.record(*shape, kRequester);
        return shape->end;
      }
    if (follows_rank(at))
      if (const auto shape = sheet_.name_in_prose(at, NamePlace::anywhere); shape && sheet_.is_distinct(*shape)) {
        sheet_.record(*shape, kPerson);
        return shape->end;
      }
    if (const NameShape alone{at, at + 1, false, 1}; wrote_reply(alone)) {
      sheet_.record(alone, kStaff);
      return at + 1;
    }
    const auto shape = sheet_.name_in_prose(at, NamePlace::anywhere);
    if (!shape) return look_for_hill(at);
    if (shape->has_title) return look_at_titled(at, *shape);
    if (shape->words < 2) return look_for_hill(at);
    return look_at_pair(at, *shape);
  }

  std::size_t look_at_titled(std::size_t at, const NameShape& shape) {
    const auto whole = sheet_.name_in_prose(at, NamePlace::certain);
    if (!whole || sheet_.before_place(whole->end) || is_public_figure(sheet_, *whole)) return shape.end;
    sheet_.record(*whole, is_beside_role(sheet_, *whole) || sheet_.in_frame(at) ? kStaff : kPerson);
    return whole->end;
  }

  std::size_t look_at_pair(std::size_t at, const NameShape& shape) {
    const bool first_name = is_first_name(sheet_.word(shape.first));
    const bool placed = ((first_name || (sheet_.fills_cell(shape) && sheet_.is_distinct(shape))) && is_beside_role(sheet_, shape)) ||
                        holds_office(sheet_, shape);
    if (is_eponym(sheet_, shape) || is_company_word(sheet_.word(shape.end - 1))) return shape.end;
    if (placed && !is_public_figure(sheet_, shape)) {
      sheet_.record(shape, kStaff);
    } else if (owns_address(shape)) {
      sheet_.record(shape, sheet_.in_request(at) ? kRequester : kPerson);
    } else if (first_name && sheet_.in_frame(at)) {
      sheet_.record(shape, sheet_.section(at) == SectionKind::quoted_thread ? kRequester : kStaff);
    } else if (is_plain_name(shape) || is_spoken_of(shape)) {
      sheet_.record(shape, kPerson);
    } else {
      return at + 1;
    }
    return shape.end;
  }

  // "Susan Hill": a first name and a surname that is a word or a place.
  std::size_t look_for_hill(std::size_t at) {
    const std::string_view word = sheet_.word(at);
    if (!is_first_name(word) || is_ambiguous_name(word) || sheet_.is_plain(at) || !sheet_.is_capital(at)) return at + 1;
    const auto shape = sheet_.name_in_prose(at, NamePlace::certain);
    if (!shape || shape->words != 2 || sheet_.before_place(shape->end) || is_eponym(sheet_, *shape) || is_public_figure(sheet_, *shape) ||
        is_thing(*shape) || ends_in_place(*shape))
      return at + 1;
    sheet_.record(*shape, kPerson);
    return shape->end;
  }
  // "Anna's reply of 1 May": a colleague who is known by the first name.
  bool wrote_reply(const NameShape& alone) const {
    static const WordSet things = words_from("reply response answer letter email message note search refusal");
    const std::string_view word = sheet_.word(alone.first);
    if (!is_first_name(word) || !sheet_.is_capital(alone.first) || is_also_house(word) || alone.end >= sheet_.size()) return false;
    const std::string_view gap = sheet_.between(alone.first);
    return (gap == "'s " || gap == "\u2019s ") && things.contains(sheet_.word(alone.end)) && !sheet_.is_capital(alone.end) &&
           !is_ambiguous_name(word) && sheet_.is_distinct(alone) && !is_thing(alone);
  }

  // "Margaret Street", "Victoria Park"; not "Susan Hill".
  bool ends_in_place(const NameShape& shape) const {
    static const WordSet surnames = words_from("hill green day law bridge mills rule hall park"),
                         royal = words_from("victoria albert alexandra elizabeth george charlotte edward william alexander eleanor");
    const std::string_view last = sheet_.word(shape.end - 1);
    return is_place_word(last) && (!surnames.contains(last) || royal.contains(sheet_.word(shape.first)));
  }

  // A first name, then a surname that is no word of the language: a person wherever it stands, unless it is a thing named after one.
  bool is_plain_name(const NameShape& shape) const {
    const std::string_view given = sheet_.word(shape.first);
    if (!is_first_name(given) || is_thing(shape) || is_public_figure(sheet_, shape)) return false;
    const bool doubtful = is_ambiguous_name(given) || sheet_.is_plain(shape.first);
    for (std::size_t i = shape.first + 1; i < shape.end; ++i) {
      const bool after_hyphen = sheet_.between(i - 1) == "-";
      if (sheet_.word(i).size() < 2 || after_hyphen) continue;
      if (sheet_.is_plain(i) && (doubtful || !is_ambiguous_name(sheet_.word(i)))) return false;
      if (doubtful && is_town(sheet_.word(i))) return false;
    }
    return true;
  }

  // "the James Paget", "St Thomas Becket", "Queen Mary Harbour", "Jane Doe v Anytown", and what stands before a thing with a capital.
  bool is_thing(const NameShape& shape) const {
    static const WordSet before = words_from("the st saint queen king prince princess lady lord");
    static const WordSet after = words_from(
        "v vs award awards prize lecture fund scheme programme model technique scale scandal disease syndrome sign test score index "
        "tablets "
        "capsules");
    if (shape.first > 0 && before.contains(sheet_.word(shape.first - 1)) && sheet_.between(shape.first - 1).size() <= 2) return true;
    for (std::size_t i = shape.end; i < std::min(sheet_.size(), shape.end + 2); ++i) {
      if (sheet_.between(i - 1).find_first_not_of(" \xC2\xA0") != std::string_view::npos) return false;
      if (after.contains(sheet_.word(i)) || (sheet_.is_capital(i) && (is_place_word(sheet_.word(i)) || is_company_word(sheet_.word(i)))))
        return true;
    }
    return false;
  }

  // "signed by …", "my neighbour …", "… of 8 Mill Row", "… told me": words that speak of people only.
  bool is_spoken_of(const NameShape& shape) const {
    static const WordSet contracted = words_from("im ive ill id were youre");  // "I'm Corisande, a student": the name begins after it
    if (!sheet_.is_distinct(shape) || is_thing(shape) || is_public_figure(sheet_, shape) || contracted.contains(sheet_.word(shape.first)))
      return false;
    return word_of_people_before(shape.first) || word_of_people_after(shape.end) || lives_somewhere(shape.end) ||
           has_double_surname(shape) || has_age(shape.end) || is_of_kin(shape.end) || has_calling(shape.end) || is_asked_after(shape);
  }

  // "Was … given a caution", "has … (of Mill Row) been arrested": what befalls people only.
  bool is_asked_after(const NameShape& shape) const {
    static const WordSet asking = words_from("was were has had have is did"),
                         between = words_from("been ever given being get got a an and others");
    static const WordSet fates = words_from(
        "arrested cautioned caution charged convicted prosecuted dismissed sacked disciplined suspended interviewed sectioned detained "
        "admitted treated employed reported warned warning married born");
    constexpr std::size_t words = 8;  // with a place in brackets
    if (shape.first == 0 || !asking.contains(sheet_.word(shape.first - 1)) || sheet_.between(shape.first - 1) != " ") return false;
    bool in_brackets = false;
    for (std::size_t i = shape.end; i < std::min(sheet_.size(), shape.end + words); ++i) {
      const std::string_view gap = sheet_.between(i - 1);
      in_brackets = (in_brackets || gap.find('(') != std::string_view::npos) && gap.find(')') == std::string_view::npos;
      if (in_brackets) continue;
      if (fates.contains(sheet_.word(i))) return true;
      if (!between.contains(sheet_.word(i))) return false;
    }
    return false;
  }

  // "…, 43, of", "… (aged 43)", "… born on": only people have an age. A year has more digits, "Zenith Mayfair, 12 High Street" goes on with
  // a capital.
  bool has_age(std::size_t end) const {
    if (end + 1 >= sheet_.size()) return false;
    const std::string_view word = sheet_.word(end);
    if (word == "aged" || word == "born" || (word == "dob" && sheet_.is_capital(end))) return true;
    const bool number = !word.empty() && word.size() <= 2 && std::ranges::all_of(word, is_digit);
    return number && sheet_.between(end - 1) == ", " && sheet_.between(end).starts_with(",") && !sheet_.is_capital(end + 1);
  }

  // "…, my neighbour", "…'s husband", "…, the mother of".
  bool is_of_kin(std::size_t end) const {
    static const WordSet kin = words_from(
        "husband wife widow widower son daughter mother father brother sister partner neighbour uncle aunt niece nephew cousin grandson "
        "granddaughter grandmother grandfather stepson stepdaughter fiancee solicitor carer girlfriend boyfriend");
    static const WordSet whose = words_from("my his her their our your the whose");
    if (end + 1 >= sheet_.size()) return false;
    const std::string_view gap = sheet_.between(end - 1);
    if (gap.starts_with("'s") || gap.starts_with("\u2019s")) return kin.contains(sheet_.word(end));
    return gap == ", " && whose.contains(sheet_.word(end)) && kin.contains(sheet_.word(end + 1));
  }

  // "… of counsel", "… KC", "…, a former nurse here".
  bool has_calling(std::size_t end) const {
    if (end + 1 >= sheet_.size()) return false;
    const std::string_view gap = sheet_.between(end - 1);
    if (gap == " " && sheet_.word(end) == "of" && sheet_.word(end + 1) == "counsel") return true;
    static const WordSet articles = words_from("a an our your their my"),
                         callings = words_from("former retired local senior junior freelance trainee"),
                         people = words_from(
                             "nurse doctor consultant surgeon teacher journalist reporter student researcher resident patient solicitor "
                             "barrister officer constable governor volunteer pensioner paramedic tenant employee colleague clerk");
    if (gap != ", " || !articles.contains(sheet_.word(end))) return false;
    const std::size_t at = end + 1 + (callings.contains(sheet_.word(end + 1)) ? 1 : 0);
    return at < sheet_.size() && people.contains(sheet_.word(at));
  }

  bool word_of_people_before(std::size_t at) const {
    if (at < 2 || sheet_.between(at - 1).find_first_not_of(" \n,:*_(\xC2\xA0\xE2\x80\x93") != std::string_view::npos) return false;
    static const WordSet kin = words_from(
        "husband wife son daughter mother father brother sister partner neighbour colleague colleagues uncle aunt friend client patient "
        "boss landlord tenant widow nephew niece grandson granddaughter grandmother grandfather cousin carer late named called surname");
    static const WordSet acts = words_from(
        "signed written reviewed conducted handled emailed drafted authored sent discussed spoke spoken speak liaised met correspondence "
        "correspond discussion conversation meeting copied forwarded assigned allocated allocate introduced represented behalf attention "
        "care co taken submitted "
        "completed");
    static const WordSet links = words_from("by with to of from for c between");
    static const WordSet callings = words_from("nurse midwife constable sergeant surgeon teacher headteacher paramedic doctor governor");
    const std::string_view last = sheet_.word(at - 1);
    if (kin.contains(last) || (callings.contains(last) && sheet_.between(at - 1) == " ")) return true;
    if (!links.contains(last)) return false;
    for (std::size_t i = at - 1; i-- > 0 && i + 4 >= at;)
      if (acts.contains(sheet_.word(i))) return true;
    return false;
  }

  bool word_of_people_after(std::size_t end) const {
    static const WordSet verbs = words_from(
        "told wrote said says emailed replied rang phoned telephoned asked apologises apologised joined left lives lived died resigned "
        "retired "
        "remembers thinks believes feels");
    return end < sheet_.size() && verbs.contains(sheet_.word(end)) && sheet_.between(end - 1) == " ";
  }

  // "Iolanthe Quill-Vey": places and firms with a hyphen seldom have a word before it.
  bool has_double_surname(const NameShape& shape) const {
    const std::size_t last = shape.end - 1;
    return shape.words == 3 && sheet_.between(last - 1) == "-" && sheet_.between(shape.first) != "-" && sheet_.word(last).size() > 2 &&
           sheet_.word(last - 1).size() > 2 && !sheet_.is_plain(last - 1);
  }

  // "… of 8 Mill Row".
  bool lives_somewhere(std::size_t end) const {
    return end + 2 < sheet_.size() && (sheet_.word(end) == "of" || sheet_.word(end) == "at") && is_digit(sheet_.word(end + 1)[0]) &&
           sheet_.is_capital(end + 2);
  }

  // "my name is anna muster".
  std::optional<NameShape> name_in_small_letters(std::size_t at) const {
    constexpr std::size_t kWords = 3;
    NameShape shape{at, at, false, 0};
    while (shape.end < sheet_.size() && shape.words < kWords) {
      const std::size_t i = shape.end;
      const bool given = is_first_name(sheet_.word(i));
      if (sheet_.of_institution(i) || sheet_.word(i).size() < 3 || !is_alpha(sheet_.word(i)[0]) || (!given && sheet_.is_plain(i))) break;
      ++shape.words;
      ++shape.end;
      if (sheet_.between(i) != " ") break;
    }
    if (shape.words == 0) return std::nullopt;
    return shape;
  }

  // "Anna Muster <anna@example.org>": the name of an address.
  bool owns_address(const NameShape& shape) const {
    const auto& emails = sheet_.emails();
    const std::size_t end = sheet_.token(shape.end - 1).end;
    const auto email =
        std::lower_bound(emails.begin(), emails.end(), end, [](const EmailAddress& e, std::size_t at) { return e.where.start < at; });
    if (email == emails.end() || is_role_mailbox(*email)) return false;
    const std::string_view gap = sheet_.letter().view(Span{end, email->where.start});
    return gap == " <" || gap == " (" || gap == " [";
  }

  bool is_named_me(std::size_t at) const {
    if (at < 2) return false;
    const std::string_view last = sheet_.word(at - 1), second = sheet_.word(at - 2);
    return (last == "is" || last == "s") && (second == "name" || second == "names");
  }

  // "My name is", "I am", "I'm", "this is" (with a first name), "fy enw i yw" before a token.
  bool introduces(std::size_t at) const {
    if (at == 0 || sheet_.between(at - 1).find('.') != std::string_view::npos) return false;
    if (is_named_me(at)) return true;
    const std::string_view last = sheet_.word(at - 1), second = sheet_.word(at < 2 ? 0 : at - 2);
    if (last == "yw" && (second == "i" || second == "enw")) return true;
    const bool i_am = (last == "am" && second == "i") || last == "im" || (last == "is" && second == "this" && sheet_.in_request(at));
    return (i_am || last == "names") && sheet_.is_capital(at) && is_first_name(sheet_.word(at));
  }

  // "PC Muster", "Sgt Muster", "Staff Nurse Muster": ranks that are also words.
  bool follows_rank(std::size_t at) const {
    static const WordSet ranks = words_from(
        "pc pcso dc ds di dci dcs sgt sergeant insp inspector superintendent supt constable captain capt major colonel col lt cpl revd "
        "reverend nurse sister matron midwife consultant councillor surgeon");
    const bool member = at > 1 && sheet_.word(at - 1) == "member" && (sheet_.word(at - 2) == "tribunal" || sheet_.word(at - 2) == "panel");
    return at > 0 && (member || ranks.contains(sheet_.word(at - 1))) && sheet_.is_capital(at - 1) && sheet_.is_capital(at) &&
           sheet_.between(at - 1).find_first_not_of(" .") == std::string_view::npos;
  }

  NameSheet& sheet_;
};

}  // namespace

bool is_beside_role(const NameSheet& sheet, const NameShape& shape) { return role_follows(sheet, shape) || role_precedes(sheet, shape); }

bool is_public_figure(const NameSheet& sheet, const NameShape& shape) {
  const auto says = [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      if (is_public_office(sheet.word(i)) && sheet.is_capital(i)) return true;
      if (sheet.word(i) == "secretary" && i + 2 < sheet.size() && sheet.word(i + 1) == "of" && sheet.word(i + 2) == "state") return true;
    }
    return false;
  };
  const bool foster = shape.words == 1 && sheet.word(shape.end - 1) == "foster" && sheet.word(shape.first) == "dr";
  return foster || says(shape.first - std::min<std::size_t>(shape.first, 5), shape.first) ||
         says(shape.end, std::min(sheet.size(), shape.end + 4));
}

bool is_also_house(std::string_view word) {
  static const WordSet houses = words_from(
      "lloyd maggie victoria jordan chelsea israel florence georgia sydney charlotte adelaide chad kent chester lincoln warwick stirling "
      "preston carlisle clare ross troy austin houston dallas orlando");
  return houses.contains(word);
}

void find_in_text(NameSheet& sheet) { TextReader(sheet).read(); }

}  // namespace foi::understand
