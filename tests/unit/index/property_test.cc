// For random letters and random requests: every total equals the letters paged, every facet count equals the total of the same request with
// that facet's filter replaced by the value counted, and collapsed clusters are those of the whole list with all but the first left out.
#include <gtest/gtest.h>

#include <map>
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
const char* const kClusters[] = {"id7", "id8", "id9"};
const char* const kDates[] = {"2021-02-03", "2022-03-04", "2022-12-31", "2023-01-01"};

Letter random_letter(Dice& dice, int number) {
  Letter out("id" + std::to_string(number));
  for (unsigned pages = dice.below(3); pages > 0; --pages) {
    std::string text;
    for (int i = 0; i < 6; ++i) text += std::string(dice.pick(kWords)) + " ";
    if (dice.one_in(50)) text += "isotope ";
    out.page(text, dice.one_in(3) ? PageSource::kOcr : PageSource::kText);
  }
  if (!dice.one_in(4)) out.authority(dice.pick(kAuthorities), "Some Trust", dice.one_in(2) ? "nhs-trust-acute" : "icb");
  if (!dice.one_in(4)) out.responded(dice.pick(kDates));
  if (dice.one_in(2)) out.kind(static_cast<Kind>(dice.below(4)));
  out.outcome(static_cast<Outcome>(dice.below(4)));
  if (dice.one_in(3)) out.cluster(dice.pick(kClusters));
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
  switch (dice.below(9)) {
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
    case 7:
      return a + " " + b + " isotope";  // hardly any letter has all of them
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
  out.cluster = some_of(dice, kClusters);
  out.collapse = dice.one_in(3);
  if (dice.one_in(4)) out.year = {static_cast<int>(2021 + dice.below(3))};
  if (dice.one_in(6)) out.from = parse_iso(dice.pick(kDates));
  if (dice.one_in(6)) out.to = Date(std::chrono::year(2024), std::chrono::month(1), std::chrono::day(1));
  out.sort = static_cast<Sort>(dice.below(3));
  out.facet_limit = 0;
  return out;
}

// The filters that take values, by name.
std::vector<std::pair<std::string, std::vector<std::string>*>> filters_of(Request& request) {
  return {{"authority", &request.authority}, {"authority_type", &request.authority_type},
          {"exemption", &request.exemption}, {"status", &request.status},
          {"topic", &request.topic},         {"outcome", &request.outcome},
          {"answer", &request.answer},       {"kind", &request.kind},
          {"source", &request.source},       {"cluster", &request.cluster}};
}

// The request with the facet's filter replaced by one value; facets count letters.
Request narrowed(Request request, const std::string& facet, const std::string& value) {
  request.collapse = false;
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
  for (const auto& [name, list] : filters_of(request))
    if (facet == name) *list = {value};
  return request;
}

// The request without the filters of these names, counting letters.
Request without(Request request, const std::vector<std::string>& names) {
  request.collapse = false;
  for (const std::string& name : names) {
    if (name == "year") request.year.clear();
    if (name == "from") request.from.reset();
    if (name == "to") request.to.reset();
    for (const auto& [filter, list] : filters_of(request))
      if (name == filter) list->clear();
  }
  return request;
}

std::uint64_t total_of(const Index& index, Request request) {
  request.facets.emplace();
  request.limit = 1;
  return index.search(request).total;
}

// Of each cluster the first; the letters know theirs.
std::vector<std::string> first_of_clusters(const std::vector<std::string>& ids, const std::map<std::string, std::string>& clusters) {
  std::vector<std::string> out;
  std::set<std::string> met;
  for (const std::string& id : ids) {
    const auto cluster = clusters.find(id);
    if (cluster == clusters.end() || met.insert(cluster->second).second) out.push_back(id);
  }
  return out;
}

TEST(Property, CountsAreWhatPagingFinds) {
  Dice dice(20240309);
  std::vector<Published> letters;
  std::map<std::string, std::string> clusters;
  for (int i = 0; i < 300; ++i) letters.push_back(random_letter(dice, i));
  for (const Published& letter : letters)
    if (letter.record.cluster) clusters[letter.record.id] = *letter.record.cluster;
  const Index index(letters);
  std::size_t checked = 0, with_hits = 0, months = 0, dropped = 0, collapsed = 0, nearly = 0;
  for (int n = 0; n < 300; ++n) {
    const Request request = random_request(dice);
    const Results results = index.search(request);
    const auto ids = index.all_ids(request, 100);
    EXPECT_EQ(results.total, ids.size());
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
    with_hits += results.total > 0;
    nearly += results.with_every_word.has_value();
    if (request.collapse) {
      Request plain = request;
      plain.collapse = false;
      const auto all = index.all_ids(plain, 100);
      ASSERT_EQ(ids, first_of_clusters(all, clusters)) << "q=" << request.q;
      collapsed += ids.size() < all.size();
    }
    for (const Relaxation& relaxation : results.relaxations) {
      EXPECT_EQ(relaxation.total, total_of(index, without(request, relaxation.drop))) << "q=" << request.q;
      ++dropped;
    }
    for (const Facet& facet : results.facets)
      for (const FacetValue& value : facet.values) {
        months += facet.name == "month";
        ASSERT_EQ(value.count, total_of(index, narrowed(request, facet.name, value.id)))
            << "q=" << request.q << " " << facet.name << "=" << value.id;
        ++checked;
      }
  }
  EXPECT_GT(months, 200u);
  EXPECT_GT(dropped, 20u);
  EXPECT_GT(checked, 2000u);
  EXPECT_GT(with_hits, 100u);
  EXPECT_GT(collapsed, 20u);
  EXPECT_GT(nearly, 10u);
}

}  // namespace
}  // namespace foi::index
