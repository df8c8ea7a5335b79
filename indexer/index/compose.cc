#include "indexer/index/compose.h"

#include <algorithm>
#include <map>

#include "indexer/index/facets.h"
#include "indexer/index/schema.h"
#include "indexer/index/sought.h"
#include "indexer/index/spelling.h"
#include "indexer/index/store.h"

namespace foi::index {

namespace {

using Texts = std::vector<std::string>;

// The typed marks of this document ("[requester]"), which also stand in its title, questions and answers.
std::vector<std::string> mask_marks(const Published& published) {
  std::map<std::uint32_t, std::string_view> texts;
  for (const Page& page : published.pages) texts.emplace(page.number, page.text);
  std::vector<std::string> out;
  for (const Mask& mask : published.masks) {
    const auto page = texts.find(mask.where.page);
    if (page == texts.end() || mask.where.start >= mask.where.end || mask.where.end > page->second.size()) continue;
    out.emplace_back(page->second.substr(mask.where.start, mask.where.end - mask.where.start));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// A mark leaves a mark of punctuation behind, so that no phrase closes over it.
std::string without_marks(std::string text, const std::vector<std::string>& marks) {
  for (const std::string& mark : marks)
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) text.replace(at, mark.size(), " . ");
  return text;
}

Texts metadata(Field field, const Record& record) {
  Texts out;
  auto add = [&out](const std::string& text) {
    if (!text.empty() && std::find(out.begin(), out.end(), text) == out.end()) out.push_back(text);
  };
  if (field == Field::kTitle) add(record.title);
  if (field == Field::kReference && record.reference) add(*record.reference);
  if (field == Field::kAuthorityName && record.authority) {
    add(record.authority->name);
    add(record.authority->name_now);
  }
  for (const Question& question : record.questions) {
    if (field == Field::kQuestion) {
      add(question.heading);
      add(question.text);
    }
    if (field == Field::kAnswer) add(question.answer);
  }
  return out;
}

Texts metadata(Field field, const Published& published, const std::vector<std::string>& marks) {
  Texts out = metadata(field, published.record);
  for (std::string& text : out) text = without_marks(std::move(text), marks);
  return out;
}

std::vector<Region> regions_of(const Published& published, std::uint32_t page) {
  std::vector<Region> out;
  for (const Region& region : published.boilerplate)
    if (region.page == page) out.push_back(region);
  for (const Mask& mask : published.masks)
    if (mask.where.page == page) out.push_back(mask.where);
  return out;
}

void add_facet_terms(Xapian::Document& document, const FacetValues& values) {
  for (std::size_t f = 0; f < kFacetCount; ++f)
    for (const std::string& value : values.values[f]) document.add_boolean_term(exact_term(field_of(static_cast<FacetId>(f)), value));
  const StatusSet all = all_statuses(values);
  for (const auto& [name, statuses] : status_values()) {
    if (all & statuses) document.add_boolean_term(exact_term(Field::kStatus, name));
    for (const CodeStatuses& citation : values.citations)
      if (citation.statuses & statuses) document.add_boolean_term(exact_term(Field::kExemption, bound_exemption(citation.code, name)));
  }
}

// Ascending order is the order of results. A letter without a date comes last either way round.
void add_order(Xapian::Document& document, const FacetValues& values, const std::string& id) {
  constexpr int kNoDate = 99'999'999;
  const auto key = [&id](int number) {
    std::string digits = std::to_string(number);
    return std::string(8 - std::min<std::size_t>(8, digits.size()), '0') + digits + id;
  };
  document.add_value(spec(Field::kOldestFirst).slot, key(values.date > 0 ? values.date : kNoDate));
  document.add_value(spec(Field::kNewestFirst).slot, key(kNoDate - std::max(values.date, 0)));
}

// Why a document could not be read, without what is particular to it: "not read yet", "encrypted with a password". Numbers become N.
std::string failure_reason(const Error& error) {
  std::string reason;
  for (const char c : error.message.substr(0, error.message.find(": "))) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit)
      reason += c;
    else if (!reason.ends_with('N'))
      reason += 'N';
  }
  return reason.empty() ? std::string("unknown") : reason;
}

void add_values(Xapian::Document& document, const FacetValues& values, const Record& record, const std::string& key) {
  add_facet_terms(document, values);
  if (record.responded) document.add_boolean_term(exact_term(Field::kMonth, to_iso(*record.responded).substr(0, 7)));
  add_order(document, values, key);
  document.add_value(spec(Field::kFacetValues).slot, encode(values));
  if (record.cluster) document.add_value(spec(Field::kCollapse).slot, *record.cluster);
  if (record.error) document.add_boolean_term(exact_term(Field::kFailure, failure_reason(*record.error)));
  document.add_boolean_term(exact_term(Field::kId, key));
}

// What the pages' database keeps under a key.
Xapian::Document part_of(const std::string& letter, const std::string& key, const std::string& data) {
  Xapian::Document out;
  out.add_boolean_term(exact_term(Field::kId, key));
  out.add_boolean_term(exact_term(Field::kLetter, letter));
  out.set_data(data);
  return out;
}

}  // namespace

std::vector<std::string_view> searched_stretches(std::string_view text, std::vector<Region> left_out) {
  std::sort(left_out.begin(), left_out.end(), [](const Region& a, const Region& b) { return a.start < b.start; });
  std::vector<std::string_view> out;
  std::size_t from = 0;
  for (const Region& region : left_out) {
    const std::size_t start = std::min<std::size_t>(region.start, text.size());
    if (start > from) out.push_back(text.substr(from, start - from));
    from = std::max(from, std::min<std::size_t>(region.end, text.size()));
  }
  if (from < text.size()) out.push_back(text.substr(from));
  return out;
}

std::vector<std::string_view> searched_stretches(const StoredPage& page) {
  std::vector<Region> left_out = page.boilerplate;
  for (const Mask& mask : page.masks) left_out.push_back(mask.where);
  return searched_stretches(page.page.text, std::move(left_out));
}

Composer::Composer(const Reference& reference) : reference_(reference), stemmer_("english") {
  generator_.set_stemmer(stemmer_);
  generator_.set_stemming_strategy(Xapian::TermGenerator::STEM_SOME);
}

// A word broken at the end of a line stands where either half does, so that a phrase closes over what comes before it or after it; it is
// counted once.
void Composer::index_words(std::string_view text, Xapian::termcount weight, const std::string& prefix) {
  const Xapian::termpos before = generator_.get_termpos();
  generator_.index_text(Xapian::Utf8Iterator(text.data(), text.size()), weight, prefix);
  Xapian::Document document = generator_.get_document();  // the one it writes to
  for (const auto& [whole, first] : broken_words(text)) {
    document.add_posting(prefix + whole.word, before + first + 1, weight);
    document.add_posting(prefix + whole.word, before + first + 2, 0);
    document.add_term("Z" + prefix + stemmer_(whole.word), weight);
  }
}

void Composer::index_metadata(Field field, const Texts& texts) {
  const FieldSpec& row = spec(field);
  for (const std::string& text : texts) {
    generator_.increase_termpos(kGap);
    index_words(text, row.weight, std::string(row.prefix));
    if (row.plain_weight == 0) continue;
    generator_.increase_termpos(kGap);
    index_words(text, row.plain_weight);
  }
}

ComposedLetter Composer::letter(const Published& published, const Tag& tag) {
  ComposedLetter out;
  generator_.set_document(out.document);
  generator_.set_termpos(0);
  StoredLetter stored;
  std::vector<std::string_view> searched;
  for (const Page& page : published.pages) {
    generator_.increase_termpos(kGap);
    stored.pages.push_back({page.number, generator_.get_termpos()});
    for (const std::string_view stretch : searched_stretches(page.text, regions_of(published, page.number))) {
      index_words(stretch);
      generator_.increase_termpos(kGap);
      searched.push_back(stretch);
    }
  }
  out.spelling = spelling_of(searched);
  generator_.increase_termpos(kGap);
  stored.body_end = generator_.get_termpos();

  const auto marks = mask_marks(published);
  for (const FieldSpec& row : schema())
    if (row.form == Form::kWords && row.field != Field::kText) index_metadata(row.field, metadata(row.field, published, marks));
  out.document = generator_.get_document();
  stored.record = published.record;
  stored.holder = tag.holder;
  out.document.set_data(encode(stored));
  add_values(out.document, facet_values(published.record, reference_), published.record, published.record.id);
  out.document.add_value(spec(Field::kFingerprint).slot, encode(Fingerprint{published.record.id, tag.fingerprint}));
  return out;
}

std::vector<Spelling> spelling_in(const std::vector<StoredPage>& pages) {
  std::vector<std::string_view> searched;
  for (const StoredPage& page : pages)
    for (const std::string_view stretch : searched_stretches(page)) searched.push_back(stretch);
  return spelling_of(searched);
}

std::vector<Xapian::Document> Composer::questions(const Published& published) {
  std::vector<Xapian::Document> out;
  const auto marks = mask_marks(published);
  const Record& letter = published.record;
  for (std::size_t i = 0; i < letter.questions.size(); ++i) {
    Record alone;
    alone.questions = {letter.questions[i]};
    generator_.set_document(Xapian::Document());
    generator_.set_termpos(0);
    for (const Field field : {Field::kQuestion, Field::kAnswer})
      for (const std::string& text : metadata(field, alone)) {
        generator_.increase_termpos(kGap);
        index_words(without_marks(text, marks));
        index_metadata(field, {without_marks(text, marks)});
      }
    Xapian::Document document = generator_.get_document();
    document.set_data(encode(StoredQuestion{letter.id, static_cast<std::uint32_t>(i)}));
    document.add_boolean_term(exact_term(Field::kLetter, letter.id));
    add_values(document, facet_values(letter, letter.questions[i], reference_), letter, question_key(letter.id, i));
    out.push_back(std::move(document));
  }
  return out;
}

std::vector<Xapian::Document> Composer::pages(const Published& published) const {
  std::vector<Xapian::Document> out;
  for (const Page& page : published.pages) {
    StoredPage stored{page, {}, {}};
    for (const Mask& mask : published.masks)
      if (mask.where.page == page.number) stored.masks.push_back(mask);
    for (const Region& region : published.boilerplate)
      if (region.page == page.number) stored.boilerplate.push_back(region);
    const std::string key = page_key(published.record.id, page.number);
    out.push_back(part_of(published.record.id, key, encode(stored)));
    if (page.words.empty()) continue;
    out.push_back(part_of(published.record.id, words_key(key), encode_words(stored)));
    out.back().add_boolean_term(exact_term(Field::kBeside, kWordsOfPage));
  }
  return out;
}

}  // namespace foi::index
