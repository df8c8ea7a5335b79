#include "indexer/index/why.h"

#include <algorithm>

#include "indexer/model/text.h"

namespace foi::index {

namespace {

// Bytes of one field that are looked through: an answer may be a whole spreadsheet.
constexpr std::size_t kLookedThrough = 64u << 10;

bool cites(const Record& record, const TextQuery& query, const Reference& reference) {
  return std::any_of(record.exemptions.begin(), record.exemptions.end(), [&](const Citation& citation) {
    const auto levels = reference.exemption_and_parents(citation.id);
    return std::any_of(levels.begin(), levels.end(),
                       [&](const std::string& id) { return std::find(query.cited.begin(), query.cited.end(), id) != query.cited.end(); });
  });
}

}  // namespace

WhyFinder::WhyFinder(const TextQuery& query, const Reference& reference) : query_(query), reference_(reference), anywhere_(query.sought) {
  for (const auto& [field, sought] : query.in_field) in_field_.emplace(field, sought);
}

bool WhyFinder::holds(std::string_view text, Field field) {
  const std::string_view looked = utf8_prefix(text, kLookedThrough);
  const auto in_field = in_field_.find(field);
  return anywhere_.stands_in(looked) || (in_field != in_field_.end() && in_field->second.stands_in(looked));
}

std::vector<std::string> WhyFinder::matched_fields(const Record& record) {
  std::vector<std::string> out;
  if (holds(record.title, Field::kTitle)) out.emplace_back("title");
  const auto any = [&](auto is_held) { return std::any_of(record.questions.begin(), record.questions.end(), is_held); };
  if (any([&](const Question& q) { return holds(q.heading, Field::kQuestion) || holds(q.text, Field::kQuestion); }))
    out.emplace_back("question");
  if (any([&](const Question& q) { return holds(q.answer, Field::kAnswer); })) out.emplace_back("answer");
  if (record.reference && holds(*record.reference, Field::kReference)) out.emplace_back("reference");
  if (record.authority &&
      (holds(record.authority->name, Field::kAuthorityName) || holds(record.authority->name_now, Field::kAuthorityName)))
    out.emplace_back("authority");
  if (cites(record, query_, reference_)) out.emplace_back("exemption");
  return out;
}

}  // namespace foi::index
