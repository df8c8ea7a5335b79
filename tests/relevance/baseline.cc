#include "tests/relevance/baseline.h"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <set>

#include "indexer/index/query.h"
#include "indexer/index/sought.h"

namespace foi::relevance {
namespace {

std::set<std::string> stems_of(std::string_view text) {
  const Xapian::Stem stemmer("english");
  std::set<std::string> out;
  for (const index::TextWord& word : index::words_of(text))
    if (!index::is_stop_word(word.word)) out.insert(stemmer(word.word));
  return out;
}

}  // namespace

struct Baseline::Impl {
  Xapian::WritableDatabase database{"", Xapian::DB_BACKEND_INMEMORY};
  std::map<std::string, std::set<std::string>> own;  // stems by file
};

Baseline::Baseline(std::vector<LetterText> letters) : impl_(std::make_unique<Impl>()) {
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("english"));
  for (const LetterText& letter : letters) {
    Xapian::Document document;
    generator.set_document(document);
    generator.index_text(letter.whole);
    document.set_data(letter.file);
    impl_->database.add_document(document);
    impl_->own[letter.file] = stems_of(letter.own);
  }
}

Baseline::~Baseline() = default;
Baseline::Baseline(Baseline&&) noexcept = default;

std::vector<std::string> Baseline::search(std::string_view query, std::size_t limit) const {
  Xapian::QueryParser parser;
  parser.set_stemmer(Xapian::Stem("english"));
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  Xapian::Enquire enquire(impl_->database);
  enquire.set_query(parser.parse_query(std::string(query), 0));
  const Xapian::MSet hits = enquire.get_mset(0, static_cast<Xapian::doccount>(limit));
  std::vector<std::string> out;
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) out.push_back(hit.get_document().get_data());
  return out;
}

bool Baseline::only_in_boilerplate(std::string_view query, const std::string& file) const {
  const std::set<std::string> looked_for = stems_of(query), &own = impl_->own.at(file);
  return std::none_of(looked_for.begin(), looked_for.end(), [&own](const std::string& stem) { return own.contains(stem); });
}

}  // namespace foi::relevance
