// One letter's pages → what it says: a function of its arguments. No files, clock, locale, logging or globals, so the same letter gives
// the same claims in any order and on any machine. Everything that comes out is masked (design.md, Masking); every claim carries the
// place of the words that support it; null rather than a guess.
#pragma once

#include "indexer/model/document.h"
#include "indexer/model/record.h"
#include "indexer/model/reference.h"
#include "indexer/understand/log_page.h"

namespace foi::understand {

struct Input {
  std::string id;
  Source source;
  bool inside = false;  // another document: a member, an attachment, an entry of a log
  const Extraction& extraction;
  const LogEntry* log = nullptr;  // the publisher's own log on this document, or null
  // What find_log made of the extraction, or null. A page that is a log claims nothing of what its entries claim: no questions, no grounds,
  // no dates, no reference but what the publisher's log says of the page itself.
  const LogPage* is_log = nullptr;
};

// Never fails: what cannot be told is null, what is doubtful is in record.notes. Bounded memory and time, linear in the text, whatever
// the text is.
Published understand(const Input& input, const Reference& reference);

// The record of a document that could not be extracted: everything null but id, source and error.
Record unreadable(std::string id, Source source, Error error);

}  // namespace foi::understand
