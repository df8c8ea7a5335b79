#include "tests/accuracy/score.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>

#include "indexer/model/text.h"

namespace foi::accuracy {
namespace {

using Names = std::set<std::string>;

constexpr std::array<FieldInfo, kFields> kInfo{{{"documents read", {.recall = 1}},
                                                {"exemptions standing", {.precision = 0.95, .recall = 0.93}},
                                                {"  by section", {.precision = 0.97, .recall = 0.96}},
                                                {"exemptions not standing", {.f1 = 0.85}},
                                                {"false friends left alone", {.recall = 0.96}},
                                                {"authority", {.precision = 0.99, .recall = 0.95}},
                                                {"reference", {.f1 = 0.95}},
                                                {"responded", {.f1 = 0.95}},
                                                {"received", {.f1 = 0.95}},
                                                {"kind", {.recall = 0.93}},
                                                {"outcome", {.recall = 0.88}},
                                                {"number of questions", {.recall = 0.85}},
                                                {"main topic", {.recall = 0.85}},
                                                {"  among the first three", {}},
                                                {"requesters masked", {.recall = 1}},
                                                {"staff masked", {.recall = 1}},
                                                {"hidden words left out", {.recall = 1}}}};

double share(std::size_t part, std::size_t whole) { return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole); }

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

bool holds(const std::vector<std::string>& words, const std::string& word) { return std::ranges::find(words, word) != words.end(); }

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

// Counts of one letter.
class Letter {
 public:
  Letter(const Truth& truth, Scores& scores) : truth_(truth), scores_(scores) {}

  void differs(Field field, std::string what) { scores_.differences.push_back({truth_.file, field, std::move(what)}); }

  void value(Field field, const std::optional<std::string>& want, const std::optional<std::string>& got, bool right) {
    Tally& tally = scores_.at(field);
    // A letter that names no authority may still be given one of those it is about: neither right nor wrong.
    if (!want && (!got || right)) return;
    if (want && got && right) {
      ++tally.right;
    } else if (!want) {
      ++tally.extra;
      differs(field, *got + ", there is none");
    } else if (!got) {
      ++tally.missed;
      differs(field, "none, true is " + *want);
    } else {
      ++tally.wrong;
      differs(field, *got + ", true is " + *want);
    }
  }

  void sets(Field field, const Names& want, const Names& got) {
    Tally& tally = scores_.at(field);
    for (const std::string& name : want) {
      ++(got.contains(name) ? tally.right : tally.missed);
      if (!got.contains(name)) differs(field, name + " missed");
    }
    for (const std::string& name : got)
      if (!want.contains(name)) {
        ++tally.extra;
        differs(field, name + " not so");
      }
  }

 private:
  const Truth& truth_;
  Scores& scores_;
};

bool stands(const TrueGround& ground) {
  const auto status = parse_name<CitationStatus>(ground.status);
  return status && stands(*status);
}

Names sections_of(const Names& grounds) {
  Names sections;
  for (const std::string& ground : grounds) sections.insert(section_of(ground));
  return sections;
}

Bin& bin_of(Reliability& table, double confidence) {
  const double tenths = confidence * 10 - 4 + 1e-9;
  return table[static_cast<std::size_t>(std::clamp(tenths, 0.0, static_cast<double>(table.size() - 1)))];
}

void score_exemptions(const Truth& truth, const Record& record, Letter& letter, Scores& scores) {
  Names want, got, fell, got_fell;
  for (const TrueGround& ground : truth.exemptions) {
    if (stands(ground))
      want.insert(ground.id);
    else
      fell.insert(ground.id + " " + ground.status);
  }
  for (const Citation& c : record.exemptions) {
    const bool claimed_standing = stands(c.status);
    if (claimed_standing)
      got.insert(c.id);
    else
      got_fell.insert(c.id + " " + std::string(name_of(c.status)));
    Bin& bin = bin_of(scores.exemptions, c.confidence);
    ++bin.claims;
    bin.right += std::ranges::any_of(truth.exemptions, [&](const TrueGround& g) { return g.id == c.id && stands(g) == claimed_standing; });
  }
  letter.sets(Field::kStanding, want, got);
  letter.sets(Field::kStandingSections, sections_of(want), sections_of(got));
  letter.sets(Field::kNotStanding, fell, got_fell);
  if (!want.empty() || truth.mentioned_only.empty()) return;
  ++(got.empty() ? scores.at(Field::kFalseFriends).right : scores.at(Field::kFalseFriends).wrong);
  for (const std::string& name : got) letter.differs(Field::kFalseFriends, name + " claimed to stand");
}

void score_authority(const Truth& truth, const Record& record, Letter& letter, Scores& scores) {
  const auto accepted = [&](const std::string& id) { return id == truth.authority || holds(truth.authority_ok, id); };
  const auto& got = record.authority;
  const bool right = got && (accepted(got->id) || accepted(got->id_now));
  letter.value(Field::kAuthority, truth.authority, got ? std::optional(got->id) : std::nullopt, right);
  if (!got) return;
  Bin& bin = bin_of(scores.authority, got->confidence);
  ++bin.claims;
  bin.right += right;
}

// Letters and digits, without the words for "request" in front. Not the key the program itself compares by: that one is being measured.
std::string reference_key(const std::string& reference) {
  std::string key;
  for (const char c : to_lower_ascii(reference))
    if (is_word(c)) key += c;
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view word : {"foi", "ref", "rfi", "eir"})
      if (key.size() > word.size() && key.starts_with(word)) {
        key.erase(0, word.size());
        again = true;
      }
  }
  return key;
}

bool same_reference(const Truth& truth, const std::string& got) {
  const std::string key = reference_key(got);
  const auto same = [&](const std::string& true_one) { return reference_key(true_one) == key; };
  return (truth.reference && same(*truth.reference)) || std::ranges::any_of(truth.reference_ok, same);
}

void score_dates(const Truth& truth, const Record& record, Letter& letter) {
  const auto printed = [](const std::optional<Date>& date) { return date ? std::optional(to_iso(*date)) : std::nullopt; };
  const auto responded = printed(record.responded), received = printed(record.received);
  letter.value(Field::kResponded, truth.responded, responded, responded == truth.responded);
  letter.value(Field::kReceived, truth.received, received, received == truth.received);
}

void score_topics(const Truth& truth, const Record& record, Letter& letter, Scores& scores) {
  if (truth.topics.empty()) return;
  const std::string& main = truth.topics.front();
  const auto got = record.topics.empty() ? std::nullopt : std::optional(record.topics.front());
  letter.value(Field::kMainTopic, main, got, got == main);
  const bool among = holds(record.topics, main);
  ++(among ? scores.at(Field::kFirstTopics).right : scores.at(Field::kFirstTopics).missed);
  if (!among) letter.differs(Field::kFirstTopics, main + " is not among " + (got ? joined(record.topics) : "none"));
}

// As whole words, in any case.
bool stands_in(const std::string& lower_text, const std::string& words) {
  const std::string lower = to_lower_ascii(words);
  for (std::size_t at = lower_text.find(lower); at != std::string::npos; at = lower_text.find(lower, at + 1)) {
    const std::size_t end = at + lower.size();
    if ((at == 0 || !is_word(lower_text[at - 1])) && (end == lower_text.size() || !is_word(lower_text[end]))) return true;
  }
  return false;
}

// The ways a letter writes a name: in full, and a family name after a title.
std::vector<std::string> spellings(const std::string& name) {
  std::vector<std::string> all{name};
  const std::size_t space = name.rfind(' ');
  if (space == std::string::npos) return all;
  for (const char* title : {"Mr", "Mrs", "Ms", "Miss", "Dr"}) all.push_back(title + name.substr(space));
  return all;
}

void score_masking(Field field, const std::vector<std::string>& names, const std::string& lower_text, Letter& letter, Scores& scores) {
  for (const std::string& name : names) {
    bool left = stands_in(lower_text, name);
    if (field != Field::kHidden)
      for (const std::string& spelling : spellings(name)) left = left || stands_in(lower_text, spelling);
    ++(left ? scores.at(field).wrong : scores.at(field).right);
    if (left) letter.differs(field, "\"" + name + "\" is left");
  }
}

}  // namespace

double Tally::precision() const { return share(right, right + wrong + extra); }
double Tally::recall() const { return share(right, right + wrong + missed); }
double Tally::f1() const {
  const double p = precision(), r = recall();
  return p + r == 0 ? 0 : 2 * p * r / (p + r);
}

const FieldInfo& info_of(Field field) { return kInfo[static_cast<std::size_t>(field)]; }

bool stands(CitationStatus status) { return status <= CitationStatus::kAddedAtReview; }

std::string section_of(const std::string& ground) {
  const std::size_t number = ground.find('-');
  return number == std::string::npos ? ground : ground.substr(0, ground.find('-', number + 1));
}

void score(const Truth& truth, const Reading& reading, Scores& scores) {
  const Record& record = reading.record;
  Letter letter(truth, scores);
  ++scores.letters;
  ++(record.error ? scores.at(Field::kRead).missed : scores.at(Field::kRead).right);
  if (record.error) letter.differs(Field::kRead, record.error->message);
  score_exemptions(truth, record, letter, scores);
  score_authority(truth, record, letter, scores);
  letter.value(Field::kReference, truth.reference, record.reference, record.reference && same_reference(truth, *record.reference));
  score_dates(truth, record, letter);
  const std::string kind(name_of(record.kind)), outcome(name_of(record.outcome));
  letter.value(Field::kKind, truth.kind, kind, kind == truth.kind);
  letter.value(Field::kOutcome, truth.outcome, outcome, outcome == truth.outcome || holds(truth.outcome_ok, outcome));
  if (truth.questions)
    letter.value(Field::kQuestions, std::to_string(*truth.questions), std::to_string(record.questions.size()),
                 *truth.questions == record.questions.size());
  score_topics(truth, record, letter, scores);
  const std::string lower = to_lower_ascii(reading.shown);
  score_masking(Field::kRequesters, truth.requesters, lower, letter, scores);
  score_masking(Field::kStaff, truth.staff, lower, letter, scores);
  score_masking(Field::kHidden, truth.hidden, lower, letter, scores);
}

}  // namespace foi::accuracy
