// Any text as a person might type it: a query or an error that names what is wrong; a query runs, and what it looks for on a page stands
// there in order.
#include <cstdlib>

#include "indexer/index/query.h"
#include "indexer/index/rewrite.h"
#include "indexer/model/limits.h"
#include "indexer/model/text.h"

namespace {

using namespace foi;
using namespace foi::index;

constexpr const char* kPage = "Section 31(1)(a) was applied to the ward beds of the trust's hospital, and 1,234 others. FOI ICB 24-097.";

Xapian::WritableDatabase small_database() {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const char* text : {kPage, "ward", "beds and wards of the trust"}) {
    Xapian::Document document;
    Xapian::TermGenerator words;
    words.set_stemmer(Xapian::Stem("english"));
    words.set_document(document);
    words.index_text(text);
    database.add_document(document);
  }
  return database;
}

void require(bool holds) {
  if (!holds) std::abort();
}

void check_places(const Sought& sought) {
  const std::string_view page = kPage;
  std::uint32_t last = 0;
  for (const index::Span& span : index::PlaceFinder(sought).find_in(page)) {
    require(span.from >= last && span.from < span.to && span.to <= page.size());
    last = span.to;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Lexicon kLexicon(builtin_reference());
  static const Xapian::WritableDatabase kLetters = small_database();
  const std::string text = clean_utf8({reinterpret_cast<const char*>(data), size});
  const std::string q(utf8_prefix(text, limits::kMaxQueryBytes));
  std::uint32_t last = 0;
  for (const TextWord& word : words_of(q)) {
    require(word.from >= last && word.from < word.to && word.to <= q.size() && valid_utf8(word.word) && !word.word.empty());
    last = word.to;
  }
  for (const Lexicon* lexicon : {static_cast<const Lexicon*>(nullptr), &kLexicon}) {
    const auto parsed = parse_text(q, nullptr, lexicon);
    if (!parsed) {
      require(parsed.error().fault == Fault::kUsage && valid_utf8(parsed.error().message));
      continue;
    }
    for (const std::string& id : parsed->cited) require(builtin_reference().exemption_by_id.contains(id));
    check_places(parsed->sought);
    for (const auto& [field, sought] : parsed->in_field) check_places(sought);
    Xapian::Enquire enquire(kLetters);
    if (parsed->everything) continue;
    for (const Xapian::Query& query : {matching_query(*parsed), parsed->parts.empty() ? Xapian::Query() : weighing_query(*parsed)}) {
      enquire.set_query(query);
      require(enquire.get_mset(0, 3).size() <= 3);
    }
  }
  return 0;
}
