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
  relate::Summary summary;
};

std::string encode(const Binding& binding);
Result<Binding> decode_binding(std::string_view bytes);  // kEnvironment when damaged

}  // namespace foi
