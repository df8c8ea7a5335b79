// What the library keeps beside a record so that relating all of them reads none of them.
#pragma once

#include <string>
#include <string_view>

#include "indexer/model/result.h"
#include "indexer/relate/relate.h"

namespace foi {

struct Binding {
  std::string folder;       // the document's own, where paths of its log are looked up
  std::string in_reply_to;  // as the log says it, a path or a reference; or empty
  relate::Summary summary;  // parent is left open
  std::string place{};      // where it stands, and where what it stands inside does, as place_key names them; or empty
  std::string holder{};
  std::string left_out{};  // what is said of documents inside it that were left out; or empty
};

// A name for a place of a folder, which stays when what stands there changes.
std::string place_key(std::string_view folder, std::string_view path);

std::string encode(const Binding& binding);
Result<Binding> decode_binding(std::string_view bytes);  // kEnvironment when damaged

}  // namespace foi
