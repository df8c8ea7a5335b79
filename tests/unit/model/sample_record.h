// A record that has something in every field; no two values of a kind are alike.
#pragma once

#include "indexer/model/record.h"

namespace foi {

inline Citation sample_citation() {
  Citation c;
  c.id = "foia-36-2-c";
  c.label = "FOIA s.36(2)(c)";
  c.status = CitationStatus::kPartlyUpheld;
  c.stage = Stage::kReview;
  c.questions = {"1", "2a"};
  c.evidence = {{1, 10, 24, "section 36(2)(c)"}, {2, 0, 1, "\xC2\xA3"}};
  c.confidence = 0.75;
  c.rule = "numbered";
  c.now = StatusNow{CitationStatus::kOverturned, Stage::kIco, "cccccccccccccccc"};
  return c;
}

inline Record sample_record() {
  Record r;
  r.id = "aaaaaaaaaaaaaaaa";
  r.title = "Agency spend \xE2\x80\x93 \"locums\"\n\\ 2023";
  r.language = "cy";
  r.source = {"/corpus/letter.pdf", "https://example.org/a?b=c", true, std::string(64, 'f'), "application/pdf", 1ull << 40, "OGL-UK-3.0"};
  r.parent = "bbbbbbbbbbbbbbbb";
  r.kind = Kind::kInternalReview;
  r.authority = Authority{"RXX", "An Old Name NHS Trust", "RYY", "A New Name NHS Trust", "acute", 0.875};
  r.authority_candidates = {{"RXX", "An Old Name NHS Trust", 4.5}, {"RZZ", "Another NHS Trust", -1}};
  r.reference = "FOI 4129";
  r.received = parse_iso("2024-02-09");
  r.responded = parse_iso("2024-03-09");
  r.working_days = 20;
  r.late = false;
  r.outcome = Outcome::kReviewPartlyUpheld;
  r.topics = {"workforce", "finance"};
  r.exemptions = {sample_citation(), Citation{}};
  r.inferred = {sample_citation()};
  r.inferred[0].id = "foia-43";
  r.mentioned = {{"foia-16", MentionRole::kDuty, {{3, 1, 2, "x"}}}, {"foia-12", MentionRole::kThreatened, {}}};
  r.questions = {{"1", "Staffing", "How many?", "Twelve.", QuestionOutcome::kDisclosed, {}},
                 {"2a", "", "Who?", "", QuestionOutcome::kWithheld, {"foia-40-2"}}};
  r.review = Review{"FOI 4100", ReviewResult::kPartlyUpheld};
  r.reasons = {"mosaic"};
  r.checks = {Check::kNoQualifiedPerson, Check::kLate};
  r.pages = {{1, PageSource::kText, 1, 1200}, {2, PageSource::kOcr, 0.5, 3}, {3, PageSource::kNone, 0, 0}};
  r.hidden = {{"hidden sheet", 2}};
  r.masks = 7;
  r.notes = {{0, "shortened"}, {3, "could not be read"}};
  r.error = document_error("password needed");
  r.case_id = "dddddddddddddddd";
  r.related = {{"eeeeeeeeeeeeeeee", "review-of", 0.9}};
  r.cluster = "ffffffffffffffff";
  return r;
}

}  // namespace foi
