#include "corpus/make/listing.h"

#include <nlohmann/json.hpp>

#include "indexer/model/csv.h"
#include "indexer/model/vocabulary.h"

namespace foi::corpus {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const Letter& letter, const std::string& key) { return letter.has(key) ? Json(letter.at(key)) : Json(nullptr); }

Json list(const Letter& letter, const std::string& key) {
  Json values = Json::array();
  for (const std::string& value : letter.list(key)) values.push_back(value);
  return values;
}

Result<Json> exemptions(const Letter& letter) {
  Json values = Json::array();
  for (const std::string& entry : letter.list("exemptions")) {
    const auto words = split_list(entry, ' ');
    if (words.size() != 2 || !parse_name<CitationStatus>(words[1]))
      return usage_error(letter.name + ".letter: exemption '" + entry + "' is not 'CODE STATUS'");
    values.push_back({{"id", words[0]}, {"status", words[1]}});
  }
  return values;
}

Json authority(const Letter& letter) {
  if (!letter.has("authority")) return nullptr;
  return {{"id", letter.at("authority")}, {"name", letter.at("authority_name")}};
}

Result<Json> truth_of(const Made& made) {
  const Letter& letter = made.letter;
  if (!parse_name<Kind>(letter.at("kind"))) return usage_error(letter.name + ".letter: unknown kind '" + letter.at("kind") + "'");
  const std::string outcome = letter.has("outcome") ? letter.at("outcome") : "unknown";
  if (!parse_name<Outcome>(outcome)) return usage_error(letter.name + ".letter: unknown outcome '" + outcome + "'");
  Result<Json> grounds = exemptions(letter);
  if (!grounds) return grounds.error();
  return Json{{"file", "documents/" + letter.at("file")},
              {"id", made.id},
              {"kind", letter.at("kind")},
              {"authority", authority(letter)},
              {"authority_ok", list(letter, "authority_ok")},
              {"reference", text_or_null(letter, "reference")},
              {"reference_ok", list(letter, "reference_ok")},
              {"received", text_or_null(letter, "received")},
              {"responded", text_or_null(letter, "responded")},
              {"outcome", outcome},
              {"outcome_ok", list(letter, "outcome_ok")},
              {"exemptions", std::move(*grounds)},
              {"mentioned_only", list(letter, "mentioned")},
              {"questions", letter.has("questions") ? Json(std::atoi(letter.at("questions").c_str())) : Json(nullptr)},
              {"topics", list(letter, "topics")},
              {"pii", letter.has("requesters")},
              {"requesters", list(letter, "requesters")},
              {"staff", list(letter, "staff")},
              {"hidden", list(letter, "hidden")},
              {"notes", letter.at("notes")}};
}

std::string log_value(const Letter& letter, const std::string& key) {
  return letter.has("log_" + key) ? letter.at("log_" + key) : letter.at(key);
}

}  // namespace

std::string manifest_csv(const std::vector<Made>& letters) {
  std::string out = "path,url,authority,reference,received,responded,title,licence,in_reply_to\n";
  for (const Made& made : letters) {
    const Letter& letter = made.letter;
    if (letter.at("log") != "yes") continue;
    const std::string row[] = {letter.at("file"),
                               letter.at("url"),
                               letter.at("authority"),
                               log_value(letter, "reference"),
                               log_value(letter, "received"),
                               log_value(letter, "responded"),
                               log_value(letter, "title"),
                               letter.at("licence"),
                               letter.at("in_reply_to")};
    std::string line;
    for (const std::string& value : row) line += (&value == row ? "" : ",") + csv_field(value);
    out += line + "\n";
  }
  return out;
}

Result<std::string> truth_jsonl(const std::vector<Made>& letters) {
  std::string out;
  for (const Made& made : letters) {
    Result<Json> line = truth_of(made);
    if (!line) return line.error();
    out += line->dump() + "\n";
  }
  return out;
}

std::string contents_tsv(const std::vector<Made>& letters) {
  std::string out = "file\tstyle\tformat\tpurpose\n";
  for (const Made& made : letters) {
    const Letter& letter = made.letter;
    out += letter.at("file") + "\t" + letter.at("style") + "\t" + letter.at("format") + "\t" + letter.at("purpose") + "\n";
  }
  return out;
}

}  // namespace foi::corpus
