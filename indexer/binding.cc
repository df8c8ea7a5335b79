#include "indexer/binding.h"

#include "indexer/library/identity.h"
#include "indexer/model/codec.h"

namespace foi {

std::string place_key(std::string_view folder, std::string_view path) {
  return library::document_id(library::sha256_hex(std::string(folder).append(1, '\0').append(path)));
}

std::string encode(const Binding& binding) {
  ByteWriter out;
  out.string(binding.folder);
  out.string(binding.in_reply_to);
  out.string(relate::encode(binding.summary));
  out.string(binding.place);
  out.string(binding.holder);
  if (!binding.left_out.empty()) out.string(binding.left_out);
  return std::move(out).take();
}

Result<Binding> decode_binding(std::string_view bytes) {
  ByteReader in(bytes);
  Binding binding;
  binding.folder = in.string();
  binding.in_reply_to = in.string();
  const std::string summary = in.string();
  if (!in.failed() && !in.at_end()) {  // older code ended here, and its summaries named the parent
    binding.place = in.string();
    binding.holder = in.string();
    if (!in.failed() && !in.at_end()) binding.left_out = in.string();
  }
  if (in.failed() || !in.at_end()) return environment_error("what binds a record to others is damaged");
  auto decoded = relate::decode_summary(summary);
  if (!decoded) return decoded.error();
  binding.summary = std::move(*decoded);
  return binding;
}

}  // namespace foi
