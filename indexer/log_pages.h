// Entries of disclosure logs among the places of a library: where their links lead, which entries are documents of their own, and what the
// others say of the letters they link. Pure.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/library/library.h"
#include "indexer/model/record.h"
#include "indexer/understand/log_entry.h"

namespace foi {

// What the library keeps beside an entry's place (SourceRow::log).
struct EntryNote {
  LogEntry says;                   // path is empty
  std::vector<std::string> links;  // as the page writes them
};
EntryNote note_of(const understand::Entry& entry);
std::string encode_entry_note(const EntryNote& note);
// Nothing when they are damaged, or a manifest's row (discover.h), which names a path.
std::optional<EntryNote> decode_entry_note(std::string_view bytes);

// Where a link on a page may lead within the folder, the likeliest first: percent signs undone, without the fragment, with what follows "?"
// and without. Nothing when it leads to another site, to the page itself, or out of the folder, or of the ZIP file the page stands in.
// page: the place of the page, as the library names it.
std::vector<std::string> places_of_link(std::string_view page, std::string_view link);

// A web address as it is compared: scheme and host in lower case, no fragment, percent signs undone where they hide letters, digits and
// spaces. Nothing for other schemes.
std::optional<std::string> comparable_url(std::string_view url);
// A link on the page at this web address, as an address; nothing when it is no such thing.
std::optional<std::string> join_url(std::string_view page_url, std::string_view link);

// What is in more wins nothing: fields of the first stand, and those it lacks are taken from the second.
void fill_from(LogEntry& entry, const LogEntry& more);

// The name of an entry inside its page: its reference, as a part of a path; empty when it has none.
std::string name_of_entry(const LogEntry& says);

// What becomes of every entry. Of the places given (all of a library, as for_each_place gives them):
// - an entry that links a document at another place of its folder, by path or by an address that the folder's manifests know, speaks for
//   that document and is none itself; unless another entry of the page links it too, since then it tells of neither alone;
// - of several documents an entry links, the first takes its title, and all take the rest.
// was_there(folder, path): a removed document stood there; an entry that links it is silent.
class LogPages {
 public:
  using WasThere = std::function<Result<bool>(const std::string& folder, const std::string& path)>;
  static Result<LogPages> read(const std::vector<library::Place>& places, const WasThere& was_there);

  // By its number among the places: it is an entry and no document.
  bool speaks_for_another(std::size_t place) const { return silent_.contains(place); }
  // What an entry says of itself; null for other places. Where its own columns do not name the authority, the manifest's row of its page
  // may.
  const LogEntry* entry(std::size_t place) const;
  // What entries say of the document with this id, in the order of the entries' places; null when nothing.
  const LogEntry* said_of(const std::string& id) const;

 private:
  std::set<std::size_t> silent_;
  std::map<std::size_t, LogEntry> entries_;
  std::map<std::string, LogEntry> said_;
};

}  // namespace foi
