// Ten thousand random addresses over a real index: whatever is asked, nothing is ever our fault.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "fake_search.h"
#include "payloads.h"
#include "server/editions.h"
#include "server/endpoints.h"
#include "server/parameters.h"
#include "tests/unit/index/made.h"

namespace foi::server {
namespace {

using index::made::Letter;

constexpr const char* kId = "aaaaaaaaaaaaaaaa";
constexpr const char* kPaths[] = {"/",
                                  "/about",
                                  "/status",
                                  "/api",
                                  "/exemptions",
                                  "/topics",
                                  "/authorities",
                                  "/exemptions/foia-43-2",
                                  "/d/aaaaaaaaaaaaaaaa",
                                  "/authorities/RXH",
                                  "/topics/x",
                                  "/nothing",
                                  "/d/../x",
                                  "/api/v1/",
                                  "/api/v1/search/",
                                  "//",
                                  "/%",
                                  "/assets/x/y"};
constexpr const char* kValues[] = {"",
                                   "0",
                                   "1",
                                   "2023",
                                   "-1",
                                   "99999999999999999999",
                                   "2023-02-29",
                                   "2023-03-01",
                                   "foia-43-2",
                                   "standing",
                                   "any",
                                   "all",
                                   "none",
                                   "csv",
                                   "newest",
                                   "year,month",
                                   "text",
                                   "RXH",
                                   "ward",
                                   "\"ward beds\"",
                                   "ward AND",
                                   "NOT ward",
                                   "w*",
                                   "*",
                                   "s.43(2)",
                                   "section 31",
                                   "title:ward",
                                   "ward NEAR/2 beds",
                                   "CT OR (MRI",
                                   "NOT NOT",
                                   "ward XOR",
                                   "a.b.c",
                                   "(((((((((((((((((((((("};

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }
  template <class List>
  auto pick(const List& list) {
    return list[below(std::size(list))];
  }

 private:
  std::mt19937 random_;
};

std::string random_bytes(Dice& dice) {
  std::string out;
  for (std::size_t n = dice.below(30); n > 0; --n) out.push_back(static_cast<char>(dice.below(256)));
  return out;
}

std::string random_value(Dice& dice) {
  switch (dice.below(6)) {
    case 0:
      return percent_encode(dice.pick(kPayloads));
    case 1:
      return percent_encode(random_bytes(dice));
    case 2:
      return random_bytes(dice);
    case 3:
      return percent_encode(std::string(dice.pick(kValues)) + " " + dice.pick(kValues));
    default:
      return percent_encode(dice.pick(kValues));
  }
}

std::string random_target(Dice& dice) {
  const Endpoint& endpoint = endpoints()[dice.below(endpoints().size())];
  std::string target = dice.below(3) == 0 ? std::string(dice.pick(kPaths)) : std::string(endpoint.path);
  for (const PathPart& part : path_parts()) {
    const std::string braces = "{" + std::string(part.name) + "}";
    const auto at = target.find(braces);
    if (at == std::string::npos) continue;
    target.replace(at, braces.size(),
                   part.name == "id" && dice.below(4) > 0 ? std::string(kId)
                   : dice.below(2) == 0                   ? std::string("1")
                                                          : random_value(dice));
  }
  for (std::size_t n = dice.below(4); n > 0; --n) {
    const bool own = !endpoint.parameters.empty() && dice.below(5) > 0;
    const std::string name = own                 ? std::string(dice.pick(endpoint.parameters))
                             : dice.below(3) > 0 ? std::string(dice.pick(parameters()).name)
                                                 : random_value(dice);
    target += (target.find('?') == std::string::npos ? "?" : "&") + name + "=" + random_value(dice);
  }
  return target;
}

TEST(RandomUrls, AreNeverOurFault) {
  const index::made::Index made({Letter(kId)
                                     .title("Ward beds")
                                     .authority("RXH", "Northfield Hospitals NHS Trust")
                                     .responded("2023-03-01")
                                     .page("The ward has ten beds and a CT scanner.")
                                     .cites("foia-43-2")
                                     .question("How many beds?", "Ten."),
                                 Letter("bbbbbbbbbbbbbbbb").page("Another ward, under section 31.")});
  const auto edition = open_edition(made.path(), builtin_reference());
  ASSERT_TRUE(edition.ok());
  std::vector<std::string> reports;
  const Site site({.edition = [&] { return *edition; }, .report = [&](const std::string& line) { reports.push_back(line); }},
                  builtin_reference(), {});
  Dice dice(20261125);
  std::size_t answered = 0, refused = 0;
  for (int n = 0; n < 10'000; ++n) {
    const std::string target = random_target(dice);
    const Answer answer = site.answer({.method = dice.below(20) == 0 ? "HEAD" : "GET", .target = target, .if_none_match = {}});
    ASSERT_LT(answer.status, 500) << target;
    (answer.status < 400 ? answered : refused) += 1;
    const bool json = answer.content_type.find("json") != std::string::npos && !answer.stream;
    ASSERT_TRUE(!json || nlohmann::json::accept(answer.body)) << target;
    for (std::optional<std::string> chunk; answer.stream && (chunk = answer.stream->next()) && !chunk->empty();) {
    }
  }
  EXPECT_TRUE(reports.empty()) << reports.front();
  EXPECT_GT(answered, 2'000u);
  EXPECT_GT(refused, 2'000u);
}

}  // namespace
}  // namespace foi::server
