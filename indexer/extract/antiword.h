// What antiword prints of a Word file → pages. Pure but for the sink.
#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/worker.h"

namespace foi::extract {

// The same document printed with what is otherwise left out; empty when that could not be had.
struct AntiwordExtras {
  std::string with_hidden, with_deleted;
};

// printed: as "antiword -t -w 0 -m UTF-8.txt" does, rows of tables between bars.
Status read_antiword(std::string_view printed, const AntiwordExtras& extras, Sink& sink);

}  // namespace foi::extract
