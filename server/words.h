// What people read in place of ids, numbers and dates: British English, no jargon. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/index/searcher.h"
#include "indexer/model/date.h"
#include "indexer/model/record.h"
#include "indexer/model/vocabulary.h"

namespace foi::server {

std::string date_for_people(Date date);               // "9 March 2024"
std::string number_for_people(std::uint64_t number);  // "12,345"
// "1 letter", "12,345 letters"
std::string count_for_people(std::uint64_t number, std::string_view one, std::string_view many);

// "in the response", "at internal review", "by the Information Commissioner", "by the Tribunal"
std::string_view stage_phrase(Stage stage);
// What became of an exemption, always with who decided it: "Overturned at internal review", "Relied on in the response".
std::string status_phrase(CitationStatus status, Stage stage);
// A facet's heading ("Public body"), and a value's name where the index gives none fit for people.
std::string_view facet_title(std::string_view facet);
std::string facet_value_label(std::string_view facet, const index::FacetValue& value);
// "Attachment to", "Replies to" … for a relation of the record.
std::string_view relation_phrase(std::string_view relation);
// "PDF", "Word document", "Spreadsheet" … for a media type.
std::string_view file_kind(std::string_view media_type);
// What a document is: its kind, or that it is an entry of a log and no document of a kind.
std::string_view kind_phrase(const Record& record);
std::string bytes_for_people(std::uint64_t bytes);  // "184 kB", "2.3 MB"
// How strongly an outcome reads at a glance: "given", "part", "refused" or "other"; a class of the style sheet.
std::string_view tone_of(Outcome outcome);
std::string_view tone_of(QuestionOutcome outcome);

}  // namespace foi::server
