#include "tests/accuracy/truth.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "indexer/model/text.h"

namespace foi::accuracy {
namespace {

using Json = nlohmann::json;

std::optional<std::string> text_or_none(const Json& value) {
  return value.is_null() ? std::nullopt : std::optional(value.get<std::string>());
}

std::vector<std::string> words(const Json& row, const char* key) { return row.at(key).get<std::vector<std::string>>(); }

Truth truth_of(const Json& row) {
  Truth truth;
  truth.file = row.at("file");
  truth.kind = row.at("kind");
  truth.outcome = row.at("outcome");
  truth.outcome_ok = words(row, "outcome_ok");
  if (const Json& authority = row.at("authority"); !authority.is_null()) truth.authority = authority.at("id").get<std::string>();
  truth.authority_ok = words(row, "authority_ok");
  truth.reference = text_or_none(row.at("reference"));
  truth.reference_ok = words(row, "reference_ok");
  truth.received = text_or_none(row.at("received"));
  truth.responded = text_or_none(row.at("responded"));
  for (const Json& ground : row.at("exemptions")) truth.exemptions.push_back({ground.at("id"), ground.at("status")});
  truth.mentioned_only = words(row, "mentioned_only");
  if (!row.at("questions").is_null()) truth.questions = row.at("questions").get<std::size_t>();
  truth.topics = words(row, "topics");
  truth.requesters = words(row, "requesters");
  truth.staff = words(row, "staff");
  truth.hidden = words(row, "hidden");
  return truth;
}

// Files of CONTENTS.tsv (file, style, format, purpose) with pages that are pictures.
std::set<std::string> scanned_files(const std::filesystem::path& contents) {
  std::set<std::string> files;
  std::ifstream in(contents);
  for (std::string line; std::getline(in, line);) {
    const auto columns = split(line, '\t');
    if (columns.size() >= 3 && (columns[2] == "scan" || columns[2] == "mixed")) files.insert("documents/" + std::string(columns[0]));
  }
  return files;
}

}  // namespace

Result<Truth> parse_truth(const std::string& json) {
  try {
    return truth_of(Json::parse(json));
  } catch (const Json::exception& error) {
    return environment_error(std::string("a line of truth.jsonl cannot be read: ") + error.what());
  }
}

Result<std::vector<Truth>> read_truth(const std::filesystem::path& corpus) {
  const std::set<std::string> scanned = scanned_files(corpus / "CONTENTS.tsv");
  std::vector<Truth> letters;
  std::ifstream in(corpus / "truth.jsonl");
  for (std::string line; std::getline(in, line);) {
    Result<Truth> truth = parse_truth(line);
    if (!truth) return truth.error();
    truth->scanned = scanned.contains(truth->file);
    letters.push_back(std::move(*truth));
  }
  if (letters.empty()) return environment_error("no letters in " + (corpus / "truth.jsonl").string());
  return letters;
}

}  // namespace foi::accuracy
