// Any bytes as the target of a request to a site that holds a document: an answer, never a fault of ours, and in the form it says it is.
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "indexer/index/cursor.h"
#include "indexer/library/identity.h"
#include "indexer/model/text.h"
#include "server/api.h"
#include "tests/unit/server/fake_search.h"

namespace {

using namespace foi::server;

void require(bool holds) {
  if (!holds) std::abort();
}

// Holds a document and its pages, and tells of one that was replaced.
class Holding final : public FakeSearch {
 public:
  Holding() { add(example_record(), {"Income from car parks", "Page two"}); }
  foi::Result<foi::index::Results> search(const foi::index::Request&) const override { return results; }
  foi::Result<std::optional<foi::index::Tombstone>> gone(std::string_view id) const override {
    if (id != "bbbbbbbbbbbbbbbb") return std::optional<foi::index::Tombstone>();
    return std::optional(foi::index::Tombstone{std::string(id), "", kDocumentId});
  }
};

const Site& site() {
  static FakeSite fake;
  static const std::shared_ptr<FakeSearch> kHolding = fake.search = std::make_shared<Holding>();
  return fake.site;
}

void check_tokens(std::string_view text) {
  require(may_be_document_id(text) == foi::library::is_document_id(text));
  const foi::index::Request request;
  const std::string made = foi::index::make_cursor("000001.7", request, text.size());
  const auto read = foi::index::read_cursor(made, "000001.7", request);
  const auto* position = std::get_if<std::size_t>(&read);
  require(position != nullptr && *position == text.size());
  const auto longer = foi::index::read_cursor(made + std::string(text) + "x", "000001.7", request);
  if (text != made) require(std::holds_alternative<foi::index::Refusal>(longer));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string target(reinterpret_cast<const char*>(data), size);
  check_tokens(target);
  const Answer answer = site().answer({.method = "GET", .target = target, .if_none_match = {}});
  require(answer.status >= 200 && answer.status < 500);
  if (answer.stream) return 0;
  if (answer.content_type.starts_with("text/html")) require(foi::valid_utf8(answer.body));
  if (answer.content_type.ends_with("json")) require(!nlohmann::json::parse(answer.body, nullptr, false).is_discarded());
  for (const auto& [name, value] : answer.headers) require((name + value).find_first_of(std::string("\r\n\0", 3)) == std::string::npos);
  return 0;
}
