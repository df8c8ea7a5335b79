// Any bytes as a request's target, and as text that becomes part of one: what is put together comes apart the same.
#include <cstdlib>

#include "indexer/model/text.h"
#include "server/parameters.h"
#include "server/url.h"
#include "server/wire.h"

namespace {

using namespace foi::server;

void require(bool holds) {
  if (!holds) std::abort();
}

// The beginning of a text, without its first byte.
std::string clipped(std::string_view text) { return foi::clean_utf8(foi::utf8_prefix(text, 200).substr(1)); }

void check_value(const Parameter& parameter, const std::string& value) {
  const auto problem = check_parameters({{std::string(parameter.name), value}}, {parameter.name}, foi::builtin_reference());
  if (!problem) return;
  require(problem->status >= 400 && problem->status < 500 && problem->parameter == parameter.name && problem->nearest.size() <= 3);
  require(foi::valid_utf8(problem_json(*problem)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto target = parse_target(bytes)) {
    require(foi::valid_utf8(target->path) && target->path.starts_with('/'));
    const auto again = parse_target(to_url("/x", target->parameters));
    require(again && again->parameters == target->parameters);
  }
  std::string text = foi::clean_utf8(bytes);
  std::erase(text, '\0');
  for (const bool plus : {false, true}) require(percent_decode(percent_encode(text), plus) == text);
  if (is_web_url(text)) require(text.find_first_of(" \n\r\t") == std::string::npos && foi::to_lower_ascii(text).starts_with("http"));
  // The first byte chooses the parameter.
  if (!text.empty()) check_value(parameters()[static_cast<unsigned char>(text[0]) % parameters().size()], clipped(text));
  return 0;
}
