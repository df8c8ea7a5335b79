#include "indexer/index/schema.h"

#include <array>
#include <cstdio>

#include "indexer/model/text.h"

namespace foi::index {

namespace {

// Words of title, reference and question weigh more than the same words further down. The answer is in the body already.
constexpr std::array kSchema{
    // field                  name               form          prefix   weight plain slot
    FieldSpec{Field::kText, "text", Form::kWords, "", 1, 0, 0},
    FieldSpec{Field::kQuestion, "question", Form::kWords, "XQU", 1, 1, 0},
    FieldSpec{Field::kAnswer, "answer", Form::kWords, "XAN", 1, 0, 0},
    FieldSpec{Field::kTitle, "title", Form::kWords, "S", 1, 3, 0},
    FieldSpec{Field::kAuthorityName, "authority", Form::kWords, "XAU", 1, 2, 0},
    FieldSpec{Field::kReference, "ref", Form::kWords, "XRF", 1, 3, 0},
    FieldSpec{Field::kId, "id", Form::kTerm, "Q", 0, 0, 0},
    FieldSpec{Field::kLetter, "letter", Form::kTerm, "XL:", 0, 0, 0},
    FieldSpec{Field::kBeside, "beside", Form::kTerm, "T", 0, 0, 0},
    FieldSpec{Field::kAuthority, "authority", Form::kTerm, "XA:", 0, 0, 0},
    FieldSpec{Field::kAuthorityType, "authority_type", Form::kTerm, "XAT:", 0, 0, 0},
    FieldSpec{Field::kExemption, "exemption", Form::kTerm, "XE:", 0, 0, 0},
    FieldSpec{Field::kStatus, "status", Form::kTerm, "XES:", 0, 0, 0},
    FieldSpec{Field::kTopic, "topic", Form::kTerm, "XT:", 0, 0, 0},
    FieldSpec{Field::kOutcome, "outcome", Form::kTerm, "XO:", 0, 0, 0},
    FieldSpec{Field::kAnswerOutcome, "answer", Form::kTerm, "XAO:", 0, 0, 0},
    FieldSpec{Field::kKind, "kind", Form::kTerm, "XK:", 0, 0, 0},
    FieldSpec{Field::kYear, "year", Form::kTerm, "Y", 0, 0, 0},
    FieldSpec{Field::kMonth, "month", Form::kTerm, "M", 0, 0, 0},
    FieldSpec{Field::kSource, "source", Form::kTerm, "XSRC:", 0, 0, 0},
    FieldSpec{Field::kCluster, "cluster", Form::kTerm, "XC:", 0, 0, 0},
    // Of letters that could not be read: why.
    FieldSpec{Field::kFailure, "failure", Form::kTerm, "XF:", 0, 0, 0},
    // Date responded, then id: a total order, so that no result depends on document numbers.
    FieldSpec{Field::kOldestFirst, "oldest first", Form::kSlot, "", 0, 0, 0},
    FieldSpec{Field::kNewestFirst, "newest first", Form::kSlot, "", 0, 0, 1},
    FieldSpec{Field::kFacetValues, "facet values", Form::kSlot, "", 0, 0, 2},
    // Of letters only: which record stands here. Looked through as a stream, which is why the id is in it again.
    FieldSpec{Field::kFingerprint, "fingerprint", Form::kSlot, "", 0, 0, 3},
    // The cluster, of letters that are in one: what results are collapsed by.
    FieldSpec{Field::kCollapse, "collapse", Form::kSlot, "", 0, 0, 4},
};

constexpr bool in_order() {
  for (std::size_t i = 0; i < kSchema.size(); ++i)
    if (static_cast<std::size_t>(kSchema[i].field) != i) return false;
  return true;
}
static_assert(in_order() && kSchema.size() == static_cast<std::size_t>(Field::kCollapse) + 1);

// Xapian refuses terms over 245 bytes and counts a zero byte twice.
constexpr std::size_t kMaxValueBytes = 200;

}  // namespace

std::span<const FieldSpec> schema() { return kSchema; }

const FieldSpec& spec(Field field) { return kSchema[static_cast<std::size_t>(field)]; }

std::string exact_term(Field field, std::string_view value) {
  std::string term(spec(field).prefix);
  if (value.size() <= kMaxValueBytes) return term.append(value);
  char hash[20];
  std::snprintf(hash, sizeof hash, "~%016llx", static_cast<unsigned long long>(stable_hash(value)));
  return term.append(utf8_prefix(value, kMaxValueBytes - sizeof hash)).append(hash);
}

std::string bound_exemption(std::string_view exemption, std::string_view status) {
  return std::string(exemption).append("|").append(status);
}

std::uint64_t stable_hash(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037ull;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return hash;
}

}  // namespace foi::index
