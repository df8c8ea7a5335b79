// Summaries and what was found, as bytes.
#include <bit>

#include "indexer/model/codec.h"
#include "indexer/relate/relate.h"

namespace foi::relate {
namespace {

void put(ByteWriter& out, const std::optional<std::string>& value) {
  out.u8(value.has_value());
  if (value) out.string(*value);
}

std::optional<std::string> take_optional(ByteReader& in) {
  if (in.u8() == 0) return std::nullopt;
  return in.string();
}

void put(ByteWriter& out, const std::optional<Date>& date) { put(out, date ? std::optional(to_iso(*date)) : std::nullopt); }

std::optional<Date> take_date(ByteReader& in) {
  const auto text = take_optional(in);
  if (!text) return std::nullopt;
  const auto date = parse_iso(*text);
  if (!date) in.fail();
  return date;
}

// A value of a closed vocabulary; one that it does not have fails the reader.
template <class E>
E take_value(ByteReader& in) {
  const std::uint8_t value = in.u8();
  if (value >= names<E>().size()) in.fail();
  return value < names<E>().size() ? static_cast<E>(value) : E{};
}

}  // namespace

std::string encode(const Summary& summary) {
  ByteWriter out;
  out.string(summary.id);
  put(out, summary.parent);
  out.u8(static_cast<std::uint8_t>(summary.kind));
  out.string(summary.authority);
  out.string(summary.reference);
  put(out, summary.review_of);
  put(out, summary.responded);
  out.varint(summary.exemptions.size());
  for (const Summary::Cited& cited : summary.exemptions) {
    out.string(cited.id);
    out.u8(static_cast<std::uint8_t>(cited.status));
    out.u8(static_cast<std::uint8_t>(cited.stage));
  }
  out.varint(summary.questions.size());
  for (const Summary::Asked& asked : summary.questions) {
    out.u64(asked.hash);
    out.u32(asked.words);
  }
  if (summary.is_log_entry) out.u8(1);
  return std::move(out).take();
}

Result<Summary> decode_summary(std::string_view bytes) {
  constexpr std::size_t kCitedBytes = 3;  // an empty id and two values
  ByteReader in(bytes);
  Summary summary;
  summary.id = in.string();
  summary.parent = take_optional(in);
  summary.kind = take_value<Kind>(in);
  summary.authority = in.string();
  summary.reference = in.string();
  summary.review_of = take_optional(in);
  summary.responded = take_date(in);
  for (std::uint64_t n = in.count(kCitedBytes); n > 0; --n) {
    Summary::Cited cited;
    cited.id = in.string();
    cited.status = take_value<CitationStatus>(in);
    cited.stage = take_value<Stage>(in);
    summary.exemptions.push_back(std::move(cited));
  }
  constexpr std::size_t kAskedBytes = 12;
  // Summaries of older code end before one of the next two.
  for (std::uint64_t n = in.at_end() ? 0 : in.count(kAskedBytes); n > 0; --n) {
    Summary::Asked asked;
    asked.hash = in.u64();
    asked.words = in.u32();
    summary.questions.push_back(asked);
  }
  if (!in.failed() && !in.at_end()) summary.is_log_entry = in.u8() == 1;
  if (in.failed() || !in.at_end()) return environment_error("the summary of a record is damaged");
  return summary;
}

std::string encode(const Related& related) {
  ByteWriter out;
  out.varint(related.related.size());
  for (const Relation& relation : related.related) {
    out.string(relation.id);
    out.string(relation.relation);
    out.u64(std::bit_cast<std::uint64_t>(relation.confidence));
  }
  put(out, related.case_id);
  put(out, related.cluster);
  out.varint(related.now.size());
  for (const auto& now : related.now) {
    out.u8(now.has_value());
    if (!now) continue;
    out.u8(static_cast<std::uint8_t>(now->status));
    out.u8(static_cast<std::uint8_t>(now->stage));
    out.string(now->by);
  }
  return std::move(out).take();
}

}  // namespace foi::relate
