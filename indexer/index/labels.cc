#include "indexer/index/labels.h"

#include <algorithm>

namespace foi::index {

namespace {

template <class E>
std::string vocabulary_label(std::string_view id) {
  const auto value = parse_name<E>(id);
  return std::string(value ? foi::label_of(*value) : id);
}

std::string authority_label(std::string_view id, const Columns& columns, const Reference& reference) {
  if (const AuthorityInfo* known = reference.authority(id)) return known->name;
  const std::string_view name = columns.authority_name(id);
  return std::string(name.empty() ? id : name);
}

// "nhs-trust-acute" → "NHS trust acute".
std::string type_label(std::string_view id) {
  std::string out(id);
  std::replace(out.begin(), out.end(), '-', ' ');
  for (const std::string_view acronym : {"nhs", "hsc", "icb", "ni"}) {
    const auto found = (" " + out + " ").find(" " + std::string(acronym) + " ");
    if (found == std::string::npos) continue;
    for (std::size_t i = 0; i < acronym.size(); ++i) out[found + i] = static_cast<char>(acronym[i] - 'a' + 'A');
  }
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

std::string exemption_label(std::string_view id, const Reference& reference) {
  const ExemptionInfo* known = reference.exemption(id);
  if (!known) return std::string(id);
  return known->title.empty() ? known->label : known->label + " — " + known->title;
}

std::string status_label(std::string_view id) {
  if (id == "standing") return "Standing";
  if (id == "not-standing") return "Not standing";
  if (id == "any") return "Any status";
  return vocabulary_label<CitationStatus>(id);
}

}  // namespace

std::string label_of(FacetId facet, std::string_view id, const Columns& columns, const Reference& reference) {
  switch (facet) {
    case FacetId::kAuthority:
      return authority_label(id, columns, reference);
    case FacetId::kAuthorityType:
      return type_label(id);
    case FacetId::kExemption:
      return exemption_label(id, reference);
    case FacetId::kStatus:
      return status_label(id);
    case FacetId::kTopic: {
      const TopicInfo* known = reference.topic(id);
      return known ? known->name : std::string(id);
    }
    case FacetId::kOutcome:
      return vocabulary_label<Outcome>(id);
    case FacetId::kAnswer:
      return vocabulary_label<QuestionOutcome>(id);
    case FacetId::kKind:
      return vocabulary_label<Kind>(id);
    case FacetId::kYear:
    case FacetId::kCluster:
      return std::string(id);
    case FacetId::kSource:
      return id == "ocr" ? "Scanned, read by OCR" : "Text";
  }
  return std::string(id);
}

std::optional<std::string> parent_of(FacetId facet, std::string_view id, const Reference& reference) {
  if (facet == FacetId::kExemption) {
    const ExemptionInfo* known = reference.exemption(id);
    return known ? known->parent : std::nullopt;
  }
  if (facet != FacetId::kStatus || id == "any") return std::nullopt;
  if (id == "standing" || id == "not-standing") return "any";
  const auto status = parse_name<CitationStatus>(id);
  return status && stands(*status) ? "standing" : "not-standing";
}

}  // namespace foi::index
