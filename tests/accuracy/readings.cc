#include "tests/accuracy/readings.h"

#include <cstdio>
#include <nlohmann/json.hpp>
#include <sstream>

#include "indexer/model/record_json.h"
#include "tests/e2e/programs.h"
#include "tests/unit/pipeline/scratch.h"

namespace foi::accuracy {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

void collect_texts(const Json& value, std::string& out) {
  if (value.is_string()) out += value.get<std::string>() + " ";
  if (value.is_structured())
    for (const Json& part : value) collect_texts(part, out);
}

// A name broken over two lines is still a name.
std::string on_one_line(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r';
    if (!space)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return out;
}

// "0007.pdf"
std::string neutral_name(std::size_t number, const fs::path& file) {
  char digits[16];
  std::snprintf(digits, sizeof digits, "%04zu", number);
  return digits + file.extension().string();
}

}  // namespace

Result<Reading> parse_reading(const std::string& line) {
  Json json = Json::parse(line, nullptr, false);
  Result<Record> record = record_from_json(line);
  if (!record) return record.error();
  json["source"].erase("path");
  std::string texts;
  collect_texts(json, texts);
  return Reading{std::move(*record), on_one_line(texts)};
}

Result<std::vector<Reading>> read_files(const std::vector<fs::path>& files) {
  const test::Scratch copies;
  std::vector<std::string> arguments{"inspect", "--pages"};
  for (std::size_t i = 0; i < files.size(); ++i) {
    const fs::path copy = copies / neutral_name(i, files[i]);
    std::error_code failed;
    fs::copy_file(files[i], copy, failed);
    if (failed) return environment_error("cannot copy " + files[i].string() + ": " + failed.message());
    arguments.push_back(copy.string());
  }
  const test::Ran ran = test::run("foi-index", arguments);
  if (ran.exit_code != 0 && ran.exit_code != 1) return environment_error("foi-index inspect failed: " + ran.err);
  std::vector<Reading> readings;
  std::istringstream lines(ran.out);
  for (std::string line; std::getline(lines, line);) {
    Result<Reading> reading = parse_reading(line);
    if (!reading) return reading.error();
    readings.push_back(std::move(*reading));
  }
  if (readings.size() != files.size()) return environment_error("foi-index inspect gave another number of records than files");
  return readings;
}

}  // namespace foi::accuracy
