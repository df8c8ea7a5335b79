// For random letters and random requests: every total equals the letters paged, and every facet count equals the total of the same request
// with that facet's filter replaced by the value counted.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "made.h"

namespace foi::index {
namespace {

using made::Index;
using made::Letter;

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  unsigned below(unsigned n) { return std::uniform_int_distribution<unsigned>(0, n - 1)(random_); }
  bool one_in(unsigned n) { return below(n) == 0; }
  template <class List>
  auto pick(const List& list) {
    return list[below(static_cast<unsigned>(std::size(list)))];
  }

 private:
  std::mt19937 random_;
};

const char* const kWords[] = {"bed", "ward", "nurse", "cost", "agency", "list", "report", "theatre"};
const char* const kCodes[] = {"foia-31", "foia-31-1-a", "foia-31-1-b", "foia-43-2", "foia-43", "foia-12-1", "eir-12-4-b"};
const char* const kTopics[] = {"workforce-temporary-staffing", "workforce-recruitment-vacancies", "workforce-hr-conduct"};
const char* const kAuthorities[] = {"RXH", "RJ1", "RF4"};
const char* const kStatuses[] = {"applied", "overturned", "withdrawn", "standing", "not-standing", "any", "upheld"};
const char* const kDates[] = {"2021-02-03", "2022-03-04", "2022-12-31", "2023-01-01"};

Letter random_letter(Dice& dice, int number) {
  Letter out("id" + std::to_string(number));
  for (unsigned pages = dice.below(3); pages > 0; --pages) {
    std::string text;
    for (int i = 0; i < 6; ++i) text += std::string(dice.pick(kWords)) + " ";
    out.page(text, dice.one_in(3) ? PageSource::kOcr : PageSource::kText);
  }
  if (!dice.one_in(4)) out.authority(dice.pick(kAuthorities), "Some Trust", dice.one_in(2) ? "nhs-trust-acute" : "icb");
  if (!dice.one_in(4)) out.responded(dice.pick(kDates));
  if (dice.one_in(2)) out.kind(static_cast<Kind>(dice.below(4)));
  out.outcome(static_cast<Outcome>(dice.below(4)));
  for (const char* topic : kTopics)
    if (dice.one_in(3)) out.topic(topic);
  for (unsigned n = dice.below(4); n > 0; --n) {
    out.cites(dice.pick(kCodes), static_cast<CitationStatus>(dice.below(8)));
    if (dice.one_in(3)) out.now(static_cast<CitationStatus>(dice.below(8)));
  }
  for (unsigned n = dice.below(3); n > 0; --n) out.question("question", "answer", static_cast<QuestionOutcome>(dice.below(4)));
  return out;
}

template <class List>
std::vector<std::string> some_of(Dice& dice, const List& list) {
  std::set<std::string> out;
  for (unsigned n = dice.one_in(3) ? 1 + dice.below(2) : 0; n > 0; --n) out.insert(dice.pick(list));
  return {out.begin(), out.end()};
}

std::string random_text(Dice& dice) {
  const std::string a = dice.pick(kWords), b = dice.pick(kWords), c = dice.pick(kWords);
  switch (dice.below(8)) {
    case 0:
      return "";
    case 1:
      return a;
    case 2:
      return a + " " + b;
    case 3:
      return a + " OR " + b + " OR " + c;
    case 4:
      return "\"" + a + " " + b + "\"";
    case 5:
      return a + " NOT " + b;
    case 6:
      return a.substr(0, 2) + "* " + b;
    default:
      return "-" + a;
  }
}

Request random_request(Dice& dice) {
  Request out;
  out.q = random_text(dice);
  out.match_all = dice.one_in(4);
  out.authority = some_of(dice, kAuthorities);
  out.exemption = some_of(dice, kCodes);
  out.status = some_of(dice, kStatuses);
  out.topic = some_of(dice, kTopics);
  const char* const kinds[] = {"response", "refusal-notice", "internal-review"};
  const char* const outcomes[] = {"granted-in-full", "partly-granted", "refused-in-full"};
  const char* const answers[] = {"disclosed", "nil", "withheld"};
  const char* const sources[] = {"text", "ocr"};
  const char* const types[] = {"nhs-trust-acute", "icb"};
  out.kind = some_of(dice, kinds);
  out.outcome = some_of(dice, outcomes);
  out.answer = some_of(dice, answers);
  out.source = some_of(dice, sources);
  out.authority_type = some_of(dice, types);
  if (dice.one_in(4)) out.year = {static_cast<int>(2021 + dice.below(3))};
  if (dice.one_in(6)) out.from = parse_iso(dice.pick(kDates));
  if (dice.one_in(6)) out.to = Date(std::chrono::year(2024), std::chrono::month(1), std::chrono::day(1));
  out.sort = static_cast<Sort>(dice.below(3));
  out.facet_limit = 0;
  return out;
}

// The request with the facet's filter replaced by one value.
Request narrowed(Request request, const std::string& facet, const std::string& value) {
  if (facet == "month") {
    request.from = parse_iso(value + "-01");
    request.to = *request.from + std::chrono::months(1);
    request.to = Date(std::chrono::sys_days(*request.to) - std::chrono::days(1));
    return request;
  }
  if (facet == "year") {
    request.year = {std::stoi(value)};
    return request;
  }
  const std::pair<const char*, std::vector<std::string>*> filters[] = {
      {"authority", &request.authority}, {"authority_type", &request.authority_type},
      {"exemption", &request.exemption}, {"status", &request.status},
      {"topic", &request.topic},         {"outcome", &request.outcome},
      {"answer", &request.answer},       {"kind", &request.kind},
      {"source", &request.source}};
  for (const auto& [name, list] : filters)
    if (facet == name) *list = {value};
  return request;
}

// The request without the filters of these names.
Request without(Request request, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    if (name == "year") request.year.clear();
    if (name == "from") request.from.reset();
    if (name == "to") request.to.reset();
    const std::pair<const char*, std::vector<std::string>*> filters[] = {
        {"authority", &request.authority}, {"authority_type", &request.authority_type},
        {"exemption", &request.exemption}, {"status", &request.status},
        {"topic", &request.topic},         {"outcome", &request.outcome},
        {"answer", &request.answer},       {"kind", &request.kind},
        {"source", &request.source}};
    for (const auto& [filter, list] : filters)
      if (name == filter) list->clear();
  }
  return request;
}

TEST(Property, CountsAreWhatPagingFinds) {
  Dice dice(20240309);
  std::vector<Published> letters;
  for (int i = 0; i < 300; ++i) letters.push_back(random_letter(dice, i));
  const Index index(letters);
  std::size_t checked = 0, with_hits = 0, months = 0, dropped = 0;
  for (int n = 0; n < 300; ++n) {
    const Request request = random_request(dice);
    const Results results = index.search(request);
    const auto ids = index.all_ids(request, 100);
    EXPECT_EQ(results.total, ids.size());
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
    with_hits += results.total > 0;
    for (const Relaxation& relaxation : results.relaxations) {
      EXPECT_EQ(relaxation.total, index.all_ids(without(request, relaxation.drop), 100).size()) << "q=" << request.q;
      ++dropped;
    }
    for (const Facet& facet : results.facets)
      for (const FacetValue& value : facet.values) {
        // One of two, or this test would take minutes.
        if (!dice.one_in(2)) continue;
        months += facet.name == "month";
        const auto found = index.all_ids(narrowed(request, facet.name, value.id), 100);
        ASSERT_EQ(value.count, found.size()) << "q=" << request.q << " " << facet.name << "=" << value.id;
        ++checked;
      }
  }
  EXPECT_GT(months, 200u);
  EXPECT_GT(dropped, 20u);
  EXPECT_GT(checked, 2000u);
  EXPECT_GT(with_hits, 100u);
}

}  // namespace
}  // namespace foi::index
