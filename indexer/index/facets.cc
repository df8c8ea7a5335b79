#include "indexer/index/facets.h"

#include <algorithm>
#include <map>

#include "indexer/model/codec.h"

namespace foi::index {

namespace {

static_assert(static_cast<std::size_t>(CitationStatus::kConsideredNotApplied) == 7, "a StatusSet holds eight statuses");
static_assert(static_cast<std::size_t>(CitationStatus::kAddedAtReview) == 4, "kStanding is the first five");

StatusSet bit(CitationStatus status) { return static_cast<StatusSet>(1u << static_cast<unsigned>(status)); }

void sort_unique(std::vector<std::string>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

std::vector<CodeStatuses> with_parents(const std::vector<const Citation*>& citations, const Reference& reference) {
  std::map<std::string, StatusSet> sets;
  for (const Citation* citation : citations) {
    const CitationStatus status = citation->now ? citation->now->status : citation->status;
    for (const std::string& code : reference.exemption_and_parents(citation->id)) sets[code] |= bit(status);
  }
  std::vector<CodeStatuses> out;
  for (const auto& [code, statuses] : sets) out.push_back({code, statuses});
  return out;
}

// Everything but answers and citations.
FacetValues common_values(const Record& letter) {
  FacetValues out;
  auto add = [&out](FacetId facet, std::string_view value) {
    if (!value.empty()) out.values[at(facet)].emplace_back(value);
  };
  if (letter.authority) {
    add(FacetId::kAuthority, letter.authority->id_now);
    add(FacetId::kAuthorityType, letter.authority->type);
    out.authority_name = letter.authority->name_now;
  }
  for (const std::string& topic : letter.topics) add(FacetId::kTopic, topic);
  add(FacetId::kOutcome, name_of(letter.outcome));
  add(FacetId::kKind, name_of(letter.kind));
  for (const PageSummary& page : letter.pages)
    if (page.source != PageSource::kNone) add(FacetId::kSource, page.source == PageSource::kOcr ? "ocr" : "text");
  if (letter.cluster) add(FacetId::kCluster, *letter.cluster);
  if (letter.responded) {
    out.date = date_number(*letter.responded);
    const int year = static_cast<int>(letter.responded->year());
    if (year >= kFirstYear && year <= kLastYear) add(FacetId::kYear, std::to_string(year));
  }
  return out;
}

bool answers(const Citation& citation, const Question& question) {
  return std::find(question.exemptions.begin(), question.exemptions.end(), citation.id) != question.exemptions.end() ||
         std::find(citation.questions.begin(), citation.questions.end(), question.number) != citation.questions.end();
}

}  // namespace

Field field_of(FacetId facet) {
  constexpr std::array kFields{Field::kAuthority, Field::kAuthorityType, Field::kExemption,     Field::kStatus,
                               Field::kTopic,     Field::kOutcome,       Field::kAnswerOutcome, Field::kKind,
                               Field::kYear,      Field::kSource,        Field::kCluster};
  static_assert(kFields.size() == kFacetCount);
  return kFields[at(facet)];
}

const std::array<StatusValue, kStatusNames>& status_values() {
  static const auto table = [] {
    std::array<StatusValue, kStatusNames> out;
    std::size_t n = 0;
    for (const std::string_view name : names<CitationStatus>()) {
      out[n] = {name, bit(static_cast<CitationStatus>(n))};
      ++n;
    }
    out[n++] = {"standing", kStanding};
    out[n++] = {"not-standing", kNotStanding};
    out[n] = {"any", kAnyStatus};
    return out;
  }();
  return table;
}

FacetValues facet_values(const Record& letter, const Reference& reference) {
  FacetValues out = common_values(letter);
  for (const Question& question : letter.questions) out.values[at(FacetId::kAnswer)].emplace_back(name_of(question.outcome));
  std::vector<const Citation*> citations;
  for (const Citation& citation : letter.exemptions) citations.push_back(&citation);
  out.citations = with_parents(citations, reference);
  for (auto& values : out.values) sort_unique(values);
  return out;
}

FacetValues facet_values(const Record& letter, const Question& question, const Reference& reference) {
  FacetValues out = common_values(letter);
  out.values[at(FacetId::kAnswer)].emplace_back(name_of(question.outcome));
  std::vector<const Citation*> citations;
  for (const Citation& citation : letter.exemptions)
    if (answers(citation, question)) citations.push_back(&citation);
  out.citations = with_parents(citations, reference);
  for (auto& values : out.values) sort_unique(values);
  return out;
}

StatusSet all_statuses(const FacetValues& values) {
  StatusSet out = 0;
  for (const CodeStatuses& citation : values.citations) out |= citation.statuses;
  return out;
}

std::string encode(const FacetValues& values) {
  ByteWriter out;
  out.u32(static_cast<std::uint32_t>(values.date));
  out.string(values.authority_name);
  for (const auto& list : values.values) {
    out.varint(list.size());
    for (const std::string& value : list) out.string(value);
  }
  out.varint(values.citations.size());
  for (const CodeStatuses& citation : values.citations) {
    out.string(citation.code);
    out.u8(citation.statuses);
  }
  return std::move(out).take();
}

Result<FacetValues> decode_facet_values(std::string_view bytes) {
  ByteReader in(bytes);
  FacetValues out;
  out.date = static_cast<std::int32_t>(in.u32());
  out.authority_name = in.string();
  for (auto& list : out.values)
    for (std::uint64_t n = in.count(1); n > 0; --n) list.push_back(in.string());
  for (std::uint64_t n = in.count(2); n > 0; --n) {
    CodeStatuses citation;
    citation.code = in.string();
    citation.statuses = in.u8();
    out.citations.push_back(std::move(citation));
  }
  if (in.failed() || !in.at_end()) return environment_error("the index is damaged: facet values of a letter cannot be read");
  return out;
}

std::int32_t date_number(Date date) {
  return static_cast<int>(date.year()) * 10'000 + static_cast<int>(static_cast<unsigned>(date.month())) * 100 +
         static_cast<int>(static_cast<unsigned>(date.day()));
}

}  // namespace foi::index
