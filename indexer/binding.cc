#include "indexer/binding.h"

#include "indexer/model/codec.h"

namespace foi {

std::string encode(const Binding& binding) {
  ByteWriter out;
  out.string(binding.folder);
  out.string(binding.in_reply_to);
  out.string(relate::encode(binding.summary));
  return std::move(out).take();
}

Result<Binding> decode_binding(std::string_view bytes) {
  ByteReader in(bytes);
  Binding binding;
  binding.folder = in.string();
  binding.in_reply_to = in.string();
  const std::string summary = in.string();
  if (in.failed() || !in.at_end()) return environment_error("what binds a record to others is damaged");
  auto decoded = relate::decode_summary(summary);
  if (!decoded) return decoded.error();
  binding.summary = std::move(*decoded);
  return binding;
}

}  // namespace foi
