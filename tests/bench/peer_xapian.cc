// Xapian with one value slot a facet and a ValueCountMatchSpy on each. A letter's several exemptions are one packed value, split when
// counted.
#include <xapian.h>

#include <array>
#include <map>

#include "indexer/model/vocabulary.h"
#include "tests/bench/peers.h"

namespace foi::bench {

namespace fs = std::filesystem;

namespace {

constexpr char kBetween = '\n';

template <class List, class Text>
std::string packed(const List& list, Text text) {
  std::string out;
  for (const auto& one : list) out += (out.empty() ? "" : std::string(1, kBetween)) + text(one);
  return out;
}

std::array<std::string, 5> values_of(const Record& record, int year) {
  return {record.authority->id, packed(record.exemptions, [](const Citation& one) { return one.id; }),
          packed(record.topics, [](const std::string& one) { return one; }), std::to_string(year), std::string(name_of(record.outcome))};
}

void write(const fs::path& dir, const EachLetter& letters) {
  Xapian::WritableDatabase database(dir.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  letters([&](const Published& letter) {
    Xapian::Document document;
    generator.set_document(document);
    generator.index_text(letter.record.title, 1, "S");
    generator.index_text(letter.record.title);
    generator.increase_termpos();
    generator.index_text(body_of(letter));
    const auto values = values_of(letter.record, year_of(letter));
    for (std::size_t n = 0; n < values.size(); ++n) document.add_value(static_cast<Xapian::valueno>(n), values[n]);
    document.add_boolean_term("XA" + letter.record.authority->id);
    for (const Citation& citation : letter.record.exemptions) document.add_boolean_term("XE" + citation.id);
    // The fields that Omega's own page shows of a hit.
    document.set_data("url=/d/" + letter.record.id + "\ncaption=" + letter.record.title + "\nsample=" + body_of(letter).substr(0, 300));
    database.add_document(document);
  });
  database.commit();
}

class XapianPeer final : public Engine {
 public:
  explicit XapianPeer(const fs::path& dir) : database_(dir.string()) {
    parser_.set_database(database_);
    parser_.set_stemmer(Xapian::Stem("en"));
    parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser_.set_default_op(Xapian::Query::OP_AND);
  }
  std::string name() const override { return "Xapian, five ValueCountMatchSpy"; }
  Answer ask(const corpus::SyntheticQuery& query, bool faceted) override {
    Answer out;
    out.milliseconds = milliseconds([&] {
      using Spy = Xapian::ValueCountMatchSpy;
      std::array<Spy, 5> spies{Spy(0), Spy(1), Spy(2), Spy(3), Spy(4)};
      Xapian::Enquire enquire(database_);
      enquire.set_query(parsed(query));
      if (faceted)
        for (Spy& spy : spies) enquire.add_matchspy(&spy);
      const Xapian::MSet hits = enquire.get_mset(0, 10, faceted ? database_.get_doccount() : 0);
      for (auto hit = hits.begin(); hit != hits.end(); ++hit) (void)hit.get_document().get_data();
      out.total = hits.get_matches_estimated();
      if (faceted)
        for (const Spy& spy : spies) out.counts += split_and_sum(spy);
    });
    return out;
  }

 private:
  Xapian::Query parsed(const corpus::SyntheticQuery& query) {
    std::string text;
    for (const std::string& word : query.words)
      text += (text.empty() ? "" : query.form == corpus::SyntheticQuery::Form::kAny ? " OR " : " ") + word;
    if (query.form == corpus::SyntheticQuery::Form::kPhrase) text = '"' + text + '"';
    Xapian::Query out = text.empty() ? Xapian::Query::MatchAll : parser_.parse_query(text);
    auto filter = [&out](const std::string& term) { out = Xapian::Query(Xapian::Query::OP_FILTER, out, Xapian::Query(term)); };
    if (!query.authority.empty()) filter("XA" + query.authority);
    if (!query.exemption.empty()) filter("XE" + query.exemption);
    return out;
  }
  static std::uint64_t split_and_sum(const Xapian::ValueCountMatchSpy& spy) {
    std::map<std::string, std::uint64_t> counts;
    for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
      const std::string combination = *value;
      for (std::size_t at = 0; at < combination.size();) {
        const std::size_t end = std::min(combination.find(kBetween, at), combination.size());
        counts[combination.substr(at, end - at)] += value.get_termfreq();
        at = end + 1;
      }
    }
    std::uint64_t sum = 0;
    for (const auto& [value, count] : counts) sum += count;
    return sum;
  }

  Xapian::Database database_;
  Xapian::QueryParser parser_;
};

}  // namespace

std::string body_of(const Published& letter) { return letter.pages.front().text; }
int year_of(const Published& letter) { return static_cast<int>(letter.record.responded->year()); }

std::unique_ptr<Engine> xapian_peer(const fs::path& dir, const EachLetter& letters) {
  if (!fs::exists(dir / "iamglass")) write(dir, letters);
  return std::make_unique<XapianPeer>(dir);
}

}  // namespace foi::bench
