// The record of one document: what the index claims about it, each claim with the words that support it (design.md, Record).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/date.h"
#include "indexer/model/document.h"
#include "indexer/model/result.h"
#include "indexer/model/vocabulary.h"

namespace foi {

// Where a claim stands: code points of the page's published (masked) text, zero-based, half-open.
struct Evidence {
  std::uint32_t page = 1;
  std::uint32_t start = 0, end = 0;
  std::string quote;  // exactly that stretch of the text
};

struct Authority {
  std::string id;    // ODS code, or the slug of the official name
  std::string name;  // on the letter's date
  std::string id_now, name_now;
  std::string type;
  double confidence = 0;  // 0 to 1
};

struct AuthorityCandidate {
  std::string id, name;
  double score = 0;  // weights of domain/trusts.md, summed
};

// What became of an exemption in the whole case, as relate finds it.
struct StatusNow {
  CitationStatus status = CitationStatus::kApplied;
  Stage stage = Stage::kResponse;
  std::string by;  // id of the document that decided it
};

struct Citation {
  std::string id;     // code of corpus/reference/exemptions.tsv at the finest level cited
  std::string label;  // "FOIA s.36(2)(c)"
  CitationStatus status = CitationStatus::kApplied;
  Stage stage = Stage::kResponse;
  std::vector<std::string> questions;  // numbers of the questions it answers; empty when unscoped
  std::vector<Evidence> evidence;
  double confidence = 0;
  std::string rule;  // the name of the rule that claimed it
  std::optional<StatusNow> now;
};

struct Mention {
  std::string id;
  MentionRole role = MentionRole::kExplained;
  std::vector<Evidence> evidence;
};

struct Question {
  std::string number;   // as printed ("3", "2a"), or its place when unnumbered
  std::string heading;  // of the block it stands in, or empty
  std::string text;
  std::string answer;  // empty when none was found
  QuestionOutcome outcome = QuestionOutcome::kUnanswered;
  std::vector<std::string> exemptions;  // ids
};

struct Review {
  std::optional<std::string> of;  // reference of the response reviewed
  ReviewResult result = ReviewResult::kUnknown;
};

struct Source {
  std::string path;  // as given to the program; printed by inspect, never served
  std::optional<std::string> url;
  bool url_withheld = false;  // the url held a masked name
  std::string sha256;         // 64 lower-case hex digits
  std::string media_type;
  std::uint64_t bytes = 0;
  std::optional<std::string> licence;
};

struct PageSummary {
  std::uint32_t number = 1;
  PageSource source = PageSource::kText;
  double confidence = 1;
  std::uint64_t characters = 0;  // code points of the published text
};

struct Relation {
  std::string id;        // empty where Record::parent is meant and is left open
  std::string relation;  // "attachment", "letter", "in-reply-to", "replied-to-by", "review-of", "reviewed-by",
                         // "listed-in"
  double confidence = 0;
};

struct Record {
  std::string id;  // 16 characters; see library/identity.h
  std::string title;
  std::string language = "en";
  Source source;
  // Id of the document it stands inside. Left open until the record is read from an index, which knows what stands there now: every byte
  // of that document changes its id, and nothing of this one.
  std::optional<std::string> parent;
  Kind kind = Kind::kOther;
  std::optional<Authority> authority;
  std::vector<AuthorityCandidate> authority_candidates;
  std::optional<std::string> reference;
  std::optional<Date> received, responded;
  std::optional<int> working_days;
  std::optional<bool> late;
  Outcome outcome = Outcome::kUnknown;
  std::vector<std::string> topics;  // main first, at most three
  std::vector<Citation> exemptions;
  std::vector<Citation> inferred;
  std::vector<Mention> mentioned;
  std::vector<Question> questions;
  std::optional<Review> review;
  std::vector<std::string> reasons;
  std::vector<Check> checks;
  std::vector<PageSummary> pages;
  std::vector<HiddenCount> hidden;
  std::uint32_t masks = 0;  // stretches of text replaced by a typed mark
  std::vector<Note> notes;
  std::optional<Error> error;

  // Filled by relate.
  std::optional<std::string> case_id;
  std::vector<Relation> related;
  std::optional<std::string> cluster;
};

// The media type of an entry of a disclosure log, which no file has: it is made of a row of a page (understand/log_entry.h).
inline constexpr std::string_view kLogEntryMediaType = "text/x-foi-log-entry";

// What a publisher's own log (manifest.csv, or a disclosure log page) says of a document. Evidence with provenance "log".
struct LogEntry {
  std::string path;
  std::optional<std::string> url, authority, reference, title, licence, in_reply_to;
  std::optional<Date> received, responded;
};

// Bytes of one page's text, half-open.
struct Region {
  std::uint32_t page = 1;
  std::uint32_t start = 0, end = 0;
  bool operator==(const Region&) const = default;
};

// A stretch of published text that stands where personal data stood, and the boxes to paint out on the page's image.
struct Mask {
  Region where;      // the typed mark itself, in the published text
  std::string type;  // "requester", "staff member", "e-mail", "phone" …
  std::vector<Box> boxes;
  bool operator==(const Mask&) const = default;
};

// A document as it may leave the pipeline: everything in it is masked.
struct Published {
  Record record;
  std::vector<Page> pages;
  std::vector<Region> boilerplate;  // review rights, ICO address, re-use: shown, but not searched or classified
  std::vector<Mask> masks;
};

}  // namespace foi
