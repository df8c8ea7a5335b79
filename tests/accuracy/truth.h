// What is true of the sample letters (corpus/sample/truth.jsonl), as its writers set it down.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/model/result.h"

namespace foi::accuracy {

struct TrueGround {
  std::string id, status;
};

struct Truth {
  std::string file;      // under the corpus: "documents/…"
  bool scanned = false;  // some of its pages are pictures
  std::string kind, outcome;
  std::vector<std::string> outcome_ok;
  std::optional<std::string> authority;  // id
  std::vector<std::string> authority_ok;
  std::optional<std::string> reference;
  std::vector<std::string> reference_ok;
  std::optional<std::string> received, responded;  // "2024-03-09"
  std::vector<TrueGround> exemptions;
  std::vector<std::string> mentioned_only;
  std::optional<std::size_t> questions;  // nothing when the letter does not show the request
  std::vector<std::string> topics;
  std::vector<std::string> requesters, staff, hidden;  // words that must not be left
};

// A line of truth.jsonl. Errors: kEnvironment.
Result<Truth> parse_truth(const std::string& json);
// The letters of a corpus in the order of its truth.jsonl; CONTENTS.tsv beside it tells which are scanned. Errors: kEnvironment.
Result<std::vector<Truth>> read_truth(const std::filesystem::path& corpus);

}  // namespace foi::accuracy
