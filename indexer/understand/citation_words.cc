#include "indexer/understand/citation_words.h"

#include <algorithm>
#include <cctype>
#include <iterator>

#include "indexer/understand/cues.h"

namespace foi::understand {

namespace {

struct UnitRow {
  std::string_view word;
  Unit unit;
  bool plural;
};
// Longest first, so that the first that fits is the one.
constexpr UnitRow kUnits[] = {
    {"regulations", Unit::regulation, true},
    {"regulation", Unit::regulation, false},
    {"exemption", Unit::exemption, false},
    {"exception", Unit::exemption, false},
    {"exclusion", Unit::exemption, false},
    {"sub-section", Unit::section, false},
    {"subsections", Unit::section, true},
    {"section(s)", Unit::section, true},
    {"subsection", Unit::section, false},
    {"sections", Unit::section, true},
    {"articles", Unit::article, true},
    {"section", Unit::section, false},
    {"article", Unit::article, false},
    {"regs.", Unit::regulation, true},
    {"sect.", Unit::section, false},
    {"secs.", Unit::section, true},
    {"foisa", Unit::act, false},
    {"foia", Unit::act, false},
    {"eirs", Unit::act, false},
    {"regs", Unit::regulation, true},
    {"reg.", Unit::regulation, false},
    {"sect", Unit::section, false},
    {"secs", Unit::section, true},
    {"sec.", Unit::section, false},
    {"art.", Unit::article, false},
    {"reg", Unit::regulation, false},
    {"sec", Unit::section, false},
    {"art", Unit::article, false},
    {"eir", Unit::act, false},
    {"ss.", Unit::section, true},
    {"ss", Unit::section, true},
    {"s.", Unit::section, false},
    {"\u00A7", Unit::section, false},
    {"s", Unit::section, false},
};

// "section" as OCR leaves it: one damaged letter or more, each at a place where such damage is usual.
std::size_t damaged_section(std::string_view text) {
  static constexpr std::string_view forms[] = {"s5$", "e", "c", "t", "i1l|", "o0", "n"};
  if (text.size() < std::size(forms)) return 0;
  for (std::size_t i = 0; i < std::size(forms); ++i)
    if (forms[i].find(text[i]) == std::string_view::npos) return 0;
  return text.substr(0, 7) == "section" ? 0 : 7;
}

struct TitleRow {
  std::string_view title, section;
};
constexpr TitleRow kTitles[] = {
    {"exemption where cost of compliance exceeds the appropriate limit", "12"},
    {"exemption where cost of compliance exceeds appropriate limit", "12"},
    {"cost of compliance exceeds the appropriate limit", "12"},
    {"cost of compliance exceeds appropriate limit", "12"},
    {"cost of compliance", "12"},
    {"cost limit", "12"},
    {"exceeded cost to investigate", "12"},
    {"vexatious or repeated requests", "14"},
    {"vexatious requests", "14"},
    {"vexatious", "14"},
    {"repeated requests", "14"},
    {"information reasonably accessible by other means", "21"},
    {"information reasonably accessible to the applicant by other means", "21"},
    {"information already reasonably accessible", "21"},
    {"information reasonably accessible", "21"},
    {"information accessible to the applicant by other means", "21"},
    {"information accessible to applicant by other means", "21"},
    {"information accessible by other means", "21"},
    {"information which is reasonably accessible to the applicant", "21"},
    {"information otherwise accessible", "21"},
    {"otherwise accessible", "21"},
    {"information intended for future publication", "22"},
    {"future publication", "22"},
    {"national security", "24"},
    {"defence", "26"},
    {"international relations", "27"},
    {"relations within the united kingdom", "28"},
    {"the economy", "29"},
    {"investigations and proceedings conducted by public authorities", "30"},
    {"investigations and proceedings", "30"},
    {"law enforcement", "31"},
    {"court records", "32"},
    {"audit functions", "33"},
    {"parliamentary privilege", "34"},
    {"formulation of government policy", "35"},
    {"prejudice to the effective conduct of public affairs", "36"},
    {"prejudice to effective conduct of public affairs", "36"},
    {"effective conduct of public affairs", "36"},
    {"health and safety", "38"},
    {"environmental information", "39"},
    {"third party personal data", "40"},
    {"third party personal information", "40"},
    {"personal information", "40"},
    {"personal data", "40"},
    {"information provided in confidence", "41"},
    {"information passed in confidence", "41"},
    {"legal professional privilege", "42"},
    {"prejudice to commercial interests", "43"},
    {"commercial interests", "43"},
    {"commercial interest", "43"},
    {"commercially sensitive", "43"},
    {"trade secrets", "43"},
    {"prohibitions on disclosure", "44"},
    {"prohibition on disclosure", "44"},
    {"statutory prohibitions", "44"},
    {"statutory prohibition", "44"},
};

struct ActRow {
  std::string_view name;
  NamedAct act;
};
// Names whole in themselves. Longest first.
constexpr ActRow kActs[] = {
    {"freedom of information (scotland) act 2002", NamedAct::foisa},
    {"freedom of information (scotland) act", NamedAct::foisa},
    {"freedom of information act (scotland)", NamedAct::foisa},
    {"freedom of information act 2014", NamedAct::irish},
    {"foi act 2014", NamedAct::irish},
    {"foi 2014 act", NamedAct::irish},
    {"foi act 2000", NamedAct::foia},
    {"freedom of information act 2000", NamedAct::foia},
    {"freedom of information act (2000)", NamedAct::foia},
    {"freedom of information act", NamedAct::foia},
    {"freedom of information legislation", NamedAct::foia},
    {"freedom of information", NamedAct::foia},
    {"environmental information (scotland) regulations", NamedAct::eisr},
    {"environmental information regulations", NamedAct::eir},
    {"general data protection regulations", NamedAct::gdpr},
    {"general data protection regulation", NamedAct::gdpr},
    {"data protection act 1998", NamedAct::dpa1998},
    {"data protection act 2018", NamedAct::dpa},
    {"data protection act", NamedAct::dpa},
    {"data protection legislation", NamedAct::dpa},
    {"uk gdpr", NamedAct::gdpr},
    {"eu gdpr", NamedAct::gdpr},
    {"gdpr", NamedAct::gdpr},
    {"dpa 1998", NamedAct::dpa1998},
    {"dpa", NamedAct::dpa},
    {"foi(s)a", NamedAct::foisa},
    {"foisa", NamedAct::foisa},
    {"foia", NamedAct::foia},
    {"foi act", NamedAct::foia},
    {"foi", NamedAct::foia},
    {"eisrs", NamedAct::eisr},
    {"eisr", NamedAct::eisr},
    {"eirs", NamedAct::eir},
    {"eir", NamedAct::eir},
    {"above act", NamedAct::neutral},
    {"same act", NamedAct::neutral},
    {"legislation", NamedAct::neutral},
    {"act 2000", NamedAct::neutral},
    {"act", NamedAct::neutral},
    {"mha", NamedAct::other},
    {"mca", NamedAct::other},
    {"pace", NamedAct::other},
    {"lga", NamedAct::other},
    {"tupe", NamedAct::other},
    {"pecr", NamedAct::other},
    {"tcpa", NamedAct::other},
    {"echr", NamedAct::other},
    {"hra", NamedAct::other},
    {"rta", NamedAct::other},
};

// Documents whose sections are cited after their name: "the policy, section 4".
constexpr std::string_view kDocumentsBefore[] = {"policy",        "policies", "contract", "agreement", "lease",
                                                 "handbook",      "manual",   "protocol", "procedure", "constitution",
                                                 "specification", "tender",   "strategy", "procedures"};
constexpr std::string_view kLawNouns[] = {"act", "regulations", "regulation", "order", "rules", "directive", "convention"};
constexpr std::string_view kDocumentNouns[] = {
    "policy",  "policies", "contract",    "contracts", "agreement", "form",      "report",        "guidance",      "guide",  "handbook",
    "lease",   "plan",     "strategy",    "document",  "letter",    "request",   "response",      "questionnaire", "survey", "schedule",
    "annex",   "appendix", "code",        "protocol",  "manual",    "procedure", "specification", "constitution",  "notice", "orders",
    "byelaws", "tender",   "application", "email",     "e-mail",    "website",   "return"};
constexpr std::string_view kDeterminers[] = {"the ", "that ", "this ", "our ", "your ", "its ", "said ", "their "};
constexpr std::string_view kPrepositions[] = {"of ", "under ", "in ", "from ", "to ", "within "};
// How many words a name of an Act may have before its noun.
constexpr int kMaxActWords = 9;

std::size_t skip_any(std::string_view text, Cues words) {
  for (std::string_view w : words)
    if (text.starts_with(w)) return w.size();
  return 0;
}

std::size_t spaces(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() && text[n] == ' ') ++n;
  return n;
}

// "the 2002 Act": some other Act than those of 2000, which a letter so names when it tells two apart.
ActName act_of_year(std::string_view text) {
  constexpr std::string_view tail = " act";
  const bool year = text.size() >= 4 && (text.starts_with("19") || text.starts_with("20")) && text.find_first_not_of("0123456789") == 4;
  if (!year || !text.substr(4).starts_with(tail) || (text.size() > 8 && is_word(text[8]))) return {};
  const std::string_view which = text.substr(0, 4);
  return {which == "2000" || which == "2002" ? NamedAct::neutral : which == "2014" ? NamedAct::irish : NamedAct::other, 8};
}

ActName whole_name(std::string_view text) {
  if (const ActName dated = act_of_year(text); dated.act != NamedAct::none) return dated;
  for (const ActRow& row : kActs)
    if (text.starts_with(row.name) && (text.size() == row.name.size() || !is_word(text[row.name.size()])))
      return {row.act, row.name.size()};
  return {};
}

std::string_view word_at(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() && (is_word(text[n]) || text[n] == '\'' || text[n] == '-')) ++n;
  return text.substr(0, n);
}

bool contains(Cues list, std::string_view word) { return std::ranges::find(list, word) != list.end(); }

// The law whose name ends with the noun after these words: "Commercial Sensitivity of the Freedom of Information" is no other Act.
NamedAct law_named(std::string_view words) {
  if (words.find("freedom of information") != std::string_view::npos) return NamedAct::foia;
  if (words.find("environmental information") != std::string_view::npos) return NamedAct::eir;
  if (words.find("data protection") != std::string_view::npos) return NamedAct::dpa;
  return NamedAct::other;
}

// " (Scotland)" within the name of an Act.
std::size_t place_in_brackets(std::string_view text) {
  static constexpr std::string_view places[] = {" (scotland)",         " (england and wales)", " (england)",   " (wales)",
                                                " (northern ireland)", " (consolidation)",     " (amendment)", " (investigations)"};
  return skip_any(text, places);
}

// "Gender Recognition Act 2004", "Trust's recruitment policy": the first noun that says what kind of thing is named.
ActName described(std::string_view text, std::string_view capitals) {
  std::size_t at = 0;
  bool title = false;
  for (int i = 0; i < kMaxActWords && at < text.size(); ++i) {
    const std::string_view word = word_at(text.substr(at));
    if (word.empty()) break;
    const bool capital = std::isupper(static_cast<unsigned char>(capitals[at])) != 0;
    if (contains(kLawNouns, word) && (title || i == 0))
      return {title ? law_named(text.substr(0, at)) : NamedAct::neutral, at + word.size()};
    if (contains(kDocumentNouns, word)) return {NamedAct::document, at + word.size()};
    title = title || (capital && word != "the");
    at += word.size();
    if (title) at += place_in_brackets(text.substr(at));
    if (at < text.size() && text[at] == ',' && title) ++at;  // "the Anti-social Behaviour, Crime and Policing Act"
    const std::size_t gap = spaces(text.substr(at));
    if (gap == 0) break;
    at += gap;
  }
  return {};
}

// What a section may be "of" without being named as law or document: anything but the law itself and what it is used on.
bool is_thing(std::string_view word) {
  static constexpr std::string_view no_thing[] = {"above",       "law",       "statute",   "same",      "freedom",  "foi",
                                                  "information", "data",      "request",   "requested", "names",    "relevant",
                                                  "said",        "fo",        "first",     "second",    "requests", "redacted",
                                                  "withheld",    "remaining", "following", "public",    "general",  "whole"};
  return word.size() > 2 && std::isalpha(static_cast<unsigned char>(word.front())) != 0 && !contains(no_thing, word);
}

bool ends_with_word(std::string_view text, std::string_view word) {
  return text.ends_with(word) && (text.size() == word.size() || !is_word(text[text.size() - word.size() - 1]));
}

void trim_back(std::string_view& text, std::string_view characters) {
  while (!text.empty() && characters.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
}

}  // namespace

std::optional<UnitWord> unit_word(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (const std::size_t damaged = damaged_section(text); damaged > 0) return UnitWord{Unit::section, false, false, true, damaged};
  for (const UnitRow& row : kUnits) {
    if (!same_beginning(text, row.word) || !text.starts_with(row.word)) continue;
    const char next = text.size() > row.word.size() ? text[row.word.size()] : ' ';
    const bool letter = std::isalpha(static_cast<unsigned char>(next)) != 0;
    if (letter) continue;
    const bool single = row.word == "s" || row.word == "ss" || row.word == "s.";
    return UnitWord{row.unit, row.plural, single, false, row.word.size()};
  }
  return std::nullopt;
}

ActName act_after(std::string_view text, std::string_view capitals) {
  std::size_t at = spaces(text);
  if (at < text.size() && (text[at] == ',' || text[at] == '-')) at += 1 + spaces(text.substr(at + 1));
  const bool bracket = at < text.size() && (text[at] == '(' || text[at] == '[');
  if (bracket) ++at;
  const std::size_t preposition = skip_any(text.substr(at), kPrepositions);
  const std::string_view preposition_text = text.substr(at, preposition);
  at += preposition;
  const std::size_t determiner = skip_any(text.substr(at), kDeterminers);
  at += determiner;
  if (at >= text.size()) return {};
  ActName name = whole_name(text.substr(at));
  if (name.act == NamedAct::neutral && determiner == 0) name = {};
  if (name.act == NamedAct::none && preposition > 0 && !bracket) name = described(text.substr(at), capitals.substr(at));
  if (name.act == NamedAct::none && bracket && std::isupper(static_cast<unsigned char>(capitals[at])) != 0) {
    name = described(text.substr(at), capitals.substr(at));  // "section 43 (Terrorism Act 2000)"
    if (name.act != NamedAct::other) name = {};
  }
  if (name.act == NamedAct::none && preposition_text == "of " && determiner > 0 && !bracket && is_thing(word_at(text.substr(at))))
    name = {NamedAct::document, word_at(text.substr(at)).size()};  // "section 36 of the option"
  if (name.act == NamedAct::none && preposition + determiner == 0 && !bracket &&
      std::isupper(static_cast<unsigned char>(capitals[at])) != 0) {
    name = described(text.substr(at), capitals.substr(at));  // "section 38 Immigration Act 1971"
    if (name.act != NamedAct::other) name = {};
  }
  if (name.act != NamedAct::none) name.length += at;
  name.loose = name.act == NamedAct::document && preposition > 0 && preposition_text != "of " && preposition_text != "under ";
  return name;
}

NamedAct act_before(std::string_view text, std::string_view capitals) {
  trim_back(text, " ,(-:['\"");
  std::string_view year = text;
  trim_back(year, "0123456789");
  const bool dated = text.size() - year.size() == 4;
  if (dated) {
    text = year;
    trim_back(text, " (");
  }
  for (std::string_view noun : kDocumentsBefore)
    if (ends_with_word(text, noun)) return NamedAct::document;
  for (const ActRow& row : kActs) {
    if (!ends_with_word(text, row.name)) continue;
    if (row.name != "act") return row.act;
    const std::string_view head = text.substr(0, text.size() - 3);
    if (ends_with_word(head, "the ") || ends_with_word(head, "that ") || ends_with_word(head, "this ")) return NamedAct::neutral;
    const std::size_t last = head.find_last_of(' ', head.size() < 2 ? 0 : head.size() - 2);
    const std::size_t first = last == std::string_view::npos ? 0 : last + 1;
    return first < head.size() && std::isupper(static_cast<unsigned char>(capitals[first])) ? NamedAct::other : NamedAct::none;
  }
  return NamedAct::none;
}

std::optional<SectionTitle> title_at(std::string_view text) {
  for (const TitleRow& row : kTitles)
    if (text.starts_with(row.title) && (text.size() == row.title.size() || !is_word(text[row.title.size()])))
      return SectionTitle{row.section, row.title.size()};
  return std::nullopt;
}

Joiner joiner_at(std::string_view text) {
  struct Row {
    std::string_view word;
    bool subordinate;
  };
  static constexpr Row rows[] = {
      {"in conjunction with", true},
      {"together with", false},
      {"by virtue of", true},
      {"as well as", false},
      {"read with", true},
      {"and also", false},
      {"and/or", false},
      {"and", false},
      {"also", false},
      {"or", false},
      {"&", false},
      {"/", false},
      {",", false},
      {";", false},
  };
  Joiner joiner;
  std::size_t at = spaces(text);
  if (text.substr(at).starts_with("-(")) return {at + 1, false};  // "(i)-(ii)"
  if (text.substr(at).starts_with("to (")) return {at + 3, false};
  for (int i = 0; i < 2; ++i) {  // ", and": a comma and one word more
    for (const Row& row : rows) {
      const std::string_view rest = text.substr(at);
      const bool fits =
          rest.starts_with(row.word) && (!is_word(row.word.back()) || rest.size() == row.word.size() || !is_word(rest[row.word.size()]));
      if (!fits) continue;
      at += row.word.size();
      at += spaces(text.substr(at));
      joiner = {at, joiner.subordinate || row.subordinate};
      break;
    }
  }
  // "and, separately, (ii)"
  static constexpr std::string_view besides[] = {"separately", "also", "further", "additionally", "secondly", "independently"};
  std::size_t next = at + (joiner.length > 0 && text.substr(at).starts_with(",") ? 1 : 0);
  next += spaces(text.substr(next));
  if (const std::string_view word = prefix_of(text.substr(next), besides); joiner.length > 0 && !word.empty()) {
    next += word.size();
    if (text.substr(next).starts_with(",")) ++next;
    joiner.length = next + spaces(text.substr(next));
  }
  return joiner;
}

bool is_counted_noun(std::string_view word) {
  static constexpr std::string_view nouns[] = {"working", "day",       "days",    "hour",    "hours",    "month",    "months",  "year",
                                               "years",   "week",      "weeks",   "staff",   "patient",  "patients", "people",  "person",
                                               "persons", "record",    "records", "request", "requests", "per",      "percent", "employees",
                                               "minutes", "questions", "million", "pages",   "cases",    "of our"};
  return contains(nouns, word);
}

bool is_called_by_section(std::string_view word) {
  static constexpr std::string_view nouns[] = {
      "doctor",       "doctors",   "approved",      "leave",         "enquiry",        "enquiries",    "inquiry",      "suite",
      "suites",       "agreement", "agreements",    "aftercare",     "after-care",     "assessment",   "assessments",  "detention",
      "detentions",   "patients",  "patient",       "hospital",      "placement",      "officer",      "officers",     "solutions",
      "meeting",      "funding",   "accommodation", "investigation", "investigations", "report",       "applications", "consent",
      "consents",     "order",     "orders",        "grants",        "restrictions",   "transfers",    "licence",      "licences",
      "searches",     "offence",   "offences",      "powers",        "child",          "children",     "money",        "contributions",
      "payments",     "visits",    "arrangements",  "warrant",       "warrants",       "prisoners",    "admissions",   "tribunals",
      "restriction",  "adoptions", "schemes",       "grant",         "deed",           "deeds",        "search",       "accommodated",
      "audit",        "audits",    "inquiries",     "notices",       "consultation",   "certificate",  "certificates", "permit",
      "permits",      "reports",   "assault",       "assaults",      "wounding",       "prosecutions", "convictions",  "works",
      "order-making", "referral",  "referrals",     "plan",          "plans",          "case",         "cases"};
  return contains(nouns, word);
}

bool may_follow_listed_number(std::string_view word) {
  static constexpr std::string_view words[] = {
      "of", "and", "or", "exemption", "exemptions", "apply", "applies", "applied", "foi", "foia", "under", "to",  "both", "also",
      "as", "by",  "in", "the",       "because",    "which", "were",    "was",     "are", "is",   "have",  "has", "with", "for"};
  return contains(words, word);
}

}  // namespace foi::understand
