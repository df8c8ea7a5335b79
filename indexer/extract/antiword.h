// What antiword prints of a Word file → pages. Pure but for the sink.
#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/worker.h"

namespace foi::extract {

// One document as "antiword -w 0 -m UTF-8.txt" prints it, rows of tables between bars. Without -f it does not look at how words are
// formatted, and prints hidden and deleted ones like any other; with it, it sets signs of its own about bold and slanting words.
struct AntiwordText {
  std::string plain;
  std::string formatted;                  // -f
  std::string with_hidden, with_deleted;  // -f -s, -f -r; empty when they could not be had
};

Status read_antiword(const AntiwordText& printed, Sink& sink);

}  // namespace foi::extract
