#include "server/words.h"

#include <array>
#include <cstdio>
#include <utility>

namespace foi::server {
namespace {

using namespace std::string_view_literals;
using Pair = std::pair<std::string_view, std::string_view>;

template <std::size_t N>
std::string_view look_up(const std::array<Pair, N>& table, std::string_view key, std::string_view otherwise) {
  for (const auto& [id, words] : table)
    if (id == key) return words;
  return otherwise;
}

constexpr std::array kFacetTitles{
    Pair{"authority"sv, "Public body"sv},
    Pair{"authority_type"sv, "Type of body"sv},
    Pair{"exemption"sv, "Exemption"sv},
    Pair{"status"sv, "Exemption status"sv},
    Pair{"topic"sv, "Subject"sv},
    Pair{"outcome"sv, "Outcome"sv},
    Pair{"answer"sv, "Answer to any question"sv},
    Pair{"kind"sv, "Kind of document"sv},
    Pair{"year"sv, "Year of response"sv},
    Pair{"source"sv, "How the text was read"sv},
    Pair{"cluster"sv, "One request to several bodies"sv},
    Pair{"month"sv, "Month of response"sv},
    Pair{"exemptions"sv, "Exemptions"sv},
    Pair{"authorities"sv, "Public bodies"sv},
    Pair{"topics"sv, "Subjects"sv},
    Pair{"from"sv, "Responded on or after"sv},
    Pair{"to"sv, "Responded on or before"sv},
};

constexpr std::array kRelations{
    Pair{"attachment"sv, "Attachment"sv},
    Pair{"letter"sv, "The letter this came with"sv},
    Pair{"in-reply-to"sv, "Replies to"sv},
    Pair{"replied-to-by"sv, "Answered by"sv},
    Pair{"review-of"sv, "Reviews"sv},
    Pair{"reviewed-by"sv, "Reviewed by"sv},
    Pair{"listed-in"sv, "The disclosure log it is from"sv},
};

constexpr std::array kFileKinds{
    Pair{"application/pdf"sv, "PDF"sv},
    Pair{"application/vnd.openxmlformats-officedocument.wordprocessingml.document"sv, "Word document"sv},
    Pair{"application/msword"sv, "Word document"sv},
    Pair{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"sv, "Spreadsheet"sv},
    Pair{"application/vnd.ms-excel"sv, "Spreadsheet"sv},
    Pair{"text/csv"sv, "Spreadsheet (CSV)"sv},
    Pair{"text/plain"sv, "Text"sv},
    Pair{"text/markdown"sv, "Text"sv},
    Pair{"text/html"sv, "Web page"sv},
    Pair{"message/rfc822"sv, "E-mail"sv},
    Pair{kLogEntryMediaType, "Entry of a disclosure log"sv},
};

// Values whose own name would mislead or puzzle.
constexpr std::array kStatusValues{
    Pair{"applied"sv, "Relied on"sv},     Pair{"upheld"sv, "Upheld: still stands"sv},   Pair{"partly-upheld"sv, "Partly upheld"sv},
    Pair{"standing"sv, "Still stands"sv}, Pair{"not-standing"sv, "No longer stands"sv}, Pair{"any"sv, "Stands or not"sv},
};
constexpr std::array kSourceValues{
    Pair{"text"sv, "Text in the file"sv},
    Pair{"ocr"sv, "Read from a scan (OCR)"sv},
};

std::string_view status_verb(CitationStatus status) {
  switch (status) {
    case CitationStatus::kApplied:
      return "Relied on";
    case CitationStatus::kNcnd:
      return "Neither confirmed nor denied";
    case CitationStatus::kUpheld:
      return "Upheld";
    case CitationStatus::kPartlyUpheld:
      return "Partly upheld";
    case CitationStatus::kAddedAtReview:
      return "Added";
    case CitationStatus::kOverturned:
      return "Overturned";
    case CitationStatus::kWithdrawn:
      return "Withdrawn";
    case CitationStatus::kConsideredNotApplied:
      return "Considered, but not relied on,";
  }
  return {};
}

}  // namespace

std::string date_for_people(Date date) {
  constexpr std::array kMonths{"January", "February", "March",     "April",   "May",      "June",
                               "July",    "August",   "September", "October", "November", "December"};
  if (!date.ok()) return {};
  return std::to_string(static_cast<unsigned>(date.day())) + " " + kMonths[static_cast<unsigned>(date.month()) - 1] + " " +
         std::to_string(static_cast<int>(date.year()));
}

std::string number_for_people(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t place = digits.size(); place > 3; place -= 3) digits.insert(place - 3, 1, ',');
  return digits;
}

std::string count_for_people(std::uint64_t number, std::string_view one, std::string_view many) {
  return number_for_people(number) + " " + std::string(number == 1 ? one : many);
}

std::string_view stage_phrase(Stage stage) {
  switch (stage) {
    case Stage::kResponse:
      return "in the response";
    case Stage::kReview:
      return "at internal review";
    case Stage::kIco:
      return "by the Information Commissioner";
    case Stage::kTribunal:
      return "by the Tribunal";
  }
  return {};
}

std::string status_phrase(CitationStatus status, Stage stage) {
  // Who decides over an answer relies on no ground of his own: he decided without this one, which he left open or weighed besides.
  const bool decider = stage == Stage::kIco || stage == Stage::kTribunal;
  if (decider && status == CitationStatus::kConsideredNotApplied) return "Not needed " + std::string(stage_phrase(stage));
  return std::string(status_verb(status)) + " " + std::string(stage_phrase(stage));
}

std::string_view facet_title(std::string_view facet) { return look_up(kFacetTitles, facet, facet); }

std::string facet_value_label(std::string_view facet, const index::FacetValue& value) {
  const std::string_view given = value.label.empty() ? std::string_view(value.id) : std::string_view(value.label);
  if (facet == "status") return std::string(look_up(kStatusValues, value.id, given));
  if (facet == "source") return std::string(look_up(kSourceValues, value.id, given));
  return std::string(given);
}

std::string_view relation_phrase(std::string_view relation) { return look_up(kRelations, relation, "Related"); }

std::string_view file_kind(std::string_view media_type) { return look_up(kFileKinds, media_type, "File"); }

std::string_view kind_phrase(const Record& record) {
  const bool entry = record.kind == Kind::kOther && record.source.media_type == kLogEntryMediaType;
  return entry ? file_kind(kLogEntryMediaType) : label_of(record.kind);
}

std::string bytes_for_people(std::uint64_t bytes) {
  if (bytes < 1000) return count_for_people(bytes, "byte", "bytes");
  if (bytes < 1'000'000) return std::to_string((bytes + 500) / 1000) + " kB";
  std::array<char, 32> text{};
  const int length = std::snprintf(text.data(), text.size(), "%.1f MB", static_cast<double>(bytes) / 1e6);
  return std::string(text.data(), static_cast<std::size_t>(length));
}

std::string_view tone_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::kGrantedInFull:
    case Outcome::kReviewOverturned:
      return "given";
    case Outcome::kPartlyGranted:
    case Outcome::kReviewPartlyUpheld:
      return "part";
    case Outcome::kRefusedInFull:
    case Outcome::kNcnd:
    case Outcome::kCostLimit:
    case Outcome::kVexatious:
    case Outcome::kReviewUpheld:
      return "refused";
    default:
      return "other";
  }
}

std::string_view tone_of(QuestionOutcome outcome) {
  switch (outcome) {
    case QuestionOutcome::kDisclosed:
    case QuestionOutcome::kNil:
      return "given";
    case QuestionOutcome::kPartlyDisclosed:
      return "part";
    case QuestionOutcome::kWithheld:
    case QuestionOutcome::kCostLimit:
    case QuestionOutcome::kVexatious:
    case QuestionOutcome::kRepeated:
    case QuestionOutcome::kNcnd:
      return "refused";
    default:
      return "other";
  }
}

}  // namespace foi::server
