// One entry of a disclosure log as a document of its own: its canonical bytes, which give it its id, and what its columns say. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/document.h"
#include "indexer/model/record.h"
#include "indexer/understand/letter.h"
#include "indexer/understand/privacy.h"

namespace foi::understand {

struct EntryCell {
  std::string heading;             // of its column, or its own label; or empty
  std::string text;                // lines end in \n but the last
  std::vector<std::string> links;  // as the page writes them
  bool operator==(const EntryCell&) const = default;
};

struct Entry {
  std::string period;            // a heading over it that is a month or a year; or empty
  std::vector<EntryCell> cells;  // none empty
  bool operator==(const Entry&) const = default;
};

// The bytes that an entry is named by (library/identity.h): a line that says what they are, then the period and each cell's heading, text
// and links, a line each. They hold nothing of the page but this, so that an entry keeps its id when its page gains others or moves. A
// change of this form changes the ids of all entries. What makes it longer than limits::kMaxLogEntryBytes is cut off.
std::string encode_entry(const Entry& entry);
// Nothing when encode_entry cannot have written them.
std::optional<Entry> decode_entry(std::string_view bytes);

// The entry as a document that was read: one page, a line for each cell, "Heading: text", web links after the words in round brackets.
Extraction entry_extraction(const Entry& entry);

// What its columns say as a publisher's log says it: reference, dates, title, authority, the address of its first web link. path is empty.
LogEntry entry_facts(const Entry& entry);

// "FOI 24/118 – Agency nurses": a reference and a subject in one line. Nothing for the number of a section or a regulation, of one figure
// or two, and for a year: "FOIA 40 – Personal information", "FOI 2023 – Annual report".
struct NumberedSubject {
  std::string_view reference, subject;  // of the line
};
std::optional<NumberedSubject> numbered_subject(std::string_view line);

// -- an entry's page, read again

// Kind::other unless the entry itself calls what it tells of something: an internal review, a refusal notice.
Kind kind_of_entry(const Letter& letter);
// By the words of its outcome column; kUnknown unless they leave no doubt ("Disclosed" may be a part).
Outcome outcome_of_entry(const Letter& letter);
// What stands in a column of requesters and is no category of them.
std::vector<PersonalSpan> requesters_of_entry(const Letter& letter);

}  // namespace foi::understand
