// Any bytes as the target of a search: a request, or a problem that can be shown.
#include <cstdlib>

#include "indexer/model/text.h"
#include "server/request.h"
#include "server/wire.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace foi::server;
  const auto target = parse_target(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!target) return 0;
  for (const Form form : {Form::kApi, Form::kPage}) {
    const auto parsed = parse_search(target->parameters, form, foi::builtin_reference());
    if (const auto* problem = std::get_if<Problem>(&parsed))
      if (!foi::valid_utf8(problem_json(*problem))) std::abort();
  }
  return 0;
}
