#include "indexer/index/why.h"

#include <algorithm>

#include "indexer/model/text.h"

namespace foi::index {

namespace {

// Bytes of one field that are looked through: an answer may be a whole spreadsheet.
constexpr std::size_t kLookedThrough = 64u << 10;

bool holds(const std::string& text, Field field, const TextQuery& query) {
  const std::string_view looked = utf8_prefix(text, kLookedThrough);
  const auto in_field = query.in_field.find(field);
  return stands_in(looked, query.sought) || (in_field != query.in_field.end() && stands_in(looked, in_field->second));
}

bool cites(const Record& record, const TextQuery& query, const Reference& reference) {
  return std::any_of(record.exemptions.begin(), record.exemptions.end(), [&](const Citation& citation) {
    const auto levels = reference.exemption_and_parents(citation.id);
    return std::any_of(levels.begin(), levels.end(),
                       [&](const std::string& id) { return std::find(query.cited.begin(), query.cited.end(), id) != query.cited.end(); });
  });
}

}  // namespace

std::vector<std::string> matched_fields(const Record& record, const TextQuery& query, const Reference& reference) {
  std::vector<std::string> out;
  if (holds(record.title, Field::kTitle, query)) out.emplace_back("title");
  const auto any = [&](auto text_of, Field field) {
    return std::any_of(record.questions.begin(), record.questions.end(),
                       [&](const Question& q) { return holds(text_of(q), field, query); });
  };
  if (any([](const Question& q) { return q.heading + "\n" + q.text; }, Field::kQuestion)) out.emplace_back("question");
  if (any([](const Question& q) { return q.answer; }, Field::kAnswer)) out.emplace_back("answer");
  if (record.reference && holds(*record.reference, Field::kReference, query)) out.emplace_back("reference");
  if (record.authority && holds(record.authority->name + " \n " + record.authority->name_now, Field::kAuthorityName, query))
    out.emplace_back("authority");
  if (cites(record, query, reference)) out.emplace_back("exemption");
  return out;
}

}  // namespace foi::index
