// Ten thousand random addresses over a real index: whatever is asked, nothing is ever our fault.
#include <gtest/gtest.h>

#include <mutex>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "client.h"
#include "fake_search.h"
#include "payloads.h"
#include "server/editions.h"
#include "server/endpoints.h"
#include "server/http.h"
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

class RandomUrls : public testing::Test {
 protected:
  index::made::Index made_{{Letter(kId)
                                .title("Ward beds")
                                .authority("RXH", "Northfield Hospitals NHS Trust")
                                .responded("2023-03-01")
                                .page("The ward has ten beds and a CT scanner.")
                                .cites("foia-43-2")
                                .question("How many beds?", "Ten."),
                            Letter("bbbbbbbbbbbbbbbb").page("Another ward, under section 31.")}};
  const Edition edition_ = *open_edition(made_.path(), builtin_reference());
  std::vector<std::string> reports_;
  std::mutex mutex_;
  const Site site_{{.edition = [this] { return edition_; },
                    .report =
                        [this](const std::string& line) {
                          const std::lock_guard lock(mutex_);
                          reports_.push_back(line);
                        }},
                   builtin_reference(),
                   {}};
};

TEST_F(RandomUrls, AreNeverOurFault) {
  Dice dice(20261125);
  std::size_t answered = 0, refused = 0;
  for (int n = 0; n < 10'000; ++n) {
    const std::string target = random_target(dice);
    const Answer answer = site_.answer({.method = dice.below(20) == 0 ? "HEAD" : "GET", .target = target, .if_none_match = {}});
    ASSERT_LT(answer.status, 500) << target;
    (answer.status < 400 ? answered : refused) += 1;
    const bool json = answer.content_type.find("json") != std::string::npos && !answer.stream;
    ASSERT_TRUE(!json || nlohmann::json::accept(answer.body)) << target;
    for (std::optional<std::string> chunk; answer.stream && (chunk = answer.stream->next()) && !chunk->empty();) {
    }
  }
  EXPECT_TRUE(reports_.empty()) << reports_.front();
  EXPECT_GT(answered, 2'000u);
  EXPECT_GT(refused, 2'000u);
}

// The same as a client sends them, line ends, blanks and all: each connection gets an answer that is whole and not our fault, unless the
// address itself ended the request's line.
TEST_F(RandomUrls, AreNeverOurFaultOnASocket) {
  auto server = HttpServer::bind({.host = "127.0.0.1", .port = 0}, {},
                                 {.answer = [this](const Call& call) { return site_.answer(call); },
                                  .refuse = [this](int status, const std::string& target) { return site_.refuse(status, target); },
                                  .log = [](const std::string&) {}});
  ASSERT_TRUE(server);
  std::thread running([&] { (*server)->run(); });
  Dice dice(20261126);
  std::size_t answered = 0, refused = 0, silent = 0;
  for (int n = 0; n < 10'000; ++n) {
    const std::string target = random_target(dice);
    const Client client((*server)->address().port);
    client.send("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    client.done();
    const std::string answer = client.read_all();
    if (answer.empty() && target.find('\n') != std::string::npos && ++silent > 0) continue;
    ASSERT_TRUE(answer.starts_with("HTTP/1.1 ")) << target << "\n" << answer.substr(0, 200);
    const char kind = answer[9];
    ASSERT_TRUE(kind == '2' || kind == '4') << target << "\n" << answer.substr(0, 200);
    (kind == '2' ? answered : refused) += 1;
    const std::size_t end = answer.find("\r\n\r\n"), length = answer.find("Content-Length: ");
    ASSERT_NE(end, std::string::npos) << target;
    if (length < end) {
      ASSERT_EQ(std::stoul(answer.substr(length + 16)), answer.size() - end - 4) << target;
    }
  }
  (*server)->stop();
  running.join();
  EXPECT_TRUE(reports_.empty()) << reports_.front();
  EXPECT_GT(answered, 2'000u);
  EXPECT_GT(refused, 2'000u);
  EXPECT_LT(silent, 200u);
}

}  // namespace
}  // namespace foi::server
