#include "tests/accuracy/report.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>

#include "indexer/model/text.h"

namespace foi::accuracy {
namespace {

// The figures are printed to this many thousandths; a smaller fall is none.
constexpr double kRounding = 0.0005;
// Where the counts begin in a line of the table.
constexpr std::size_t kNameColumns = 28;

constexpr std::string_view kDigital = "born-digital", kScanned = "scanned";

[[gnu::format(printf, 1, 2)]] std::string format(const char* pattern, ...) {
  char line[400];
  va_list values;
  va_start(values, pattern);
  const int length = std::vsnprintf(line, sizeof line, pattern, values);
  va_end(values);
  return std::string(line, std::min(static_cast<std::size_t>(std::max(length, 0)), sizeof line - 1));
}

std::string padded(std::string_view name) {
  std::string out(name);
  out.resize(std::max(kNameColumns, out.size() + 1), ' ');
  return out;
}

// "P 0.95, R 0.93", and whether it is reached.
std::string goal_text(const Goal& goal, const Tally& tally) {
  std::string out;
  bool reached = true;
  const auto add = [&](const char* name, double least, double got) {
    if (least == 0) return;
    out += format("%s%s %.2f", out.empty() ? "" : ", ", name, least);
    reached = reached && got >= least;
  };
  add("P", goal.precision, tally.precision());
  add("R", goal.recall, tally.recall());
  add("F1", goal.f1, tally.f1());
  return out.empty() || reached ? out : out + "  not reached";
}

std::string table(std::string_view group, const Scores& scores) {
  std::string out = format("== %s: %zu documents\n", std::string(group).c_str(), scores.letters);
  out += padded("") + "right wrong  missed extra      P     R    F1  at least\n";
  for (std::size_t i = 0; i < kFields; ++i) {
    const FieldInfo& info = info_of(static_cast<Field>(i));
    const Tally& t = scores.fields[i];
    if (t.empty()) continue;
    std::string line = padded(info.name) + format("%5zu %5zu  %6zu %5zu  %.3f %.3f %.3f  %s", t.right, t.wrong, t.missed, t.extra,
                                                  t.precision(), t.recall(), t.f1(), goal_text(info.goal, t).c_str());
    out += std::string(line, 0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return out;
}

std::string reliability(std::string_view what, const Reliability& table) {
  std::string out = "== Confidence against truth: " + std::string(what) + "\n" + padded("confidence") + "claims right  share\n";
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].claims == 0) continue;
    const std::string range =
        i == 0 ? "below 0.5" : format("%.1f to %.1f", 0.4 + 0.1 * static_cast<double>(i), 0.5 + 0.1 * static_cast<double>(i));
    out += padded(range) + format("%6zu %5zu  %.3f\n", table[i].claims, table[i].right,
                                  static_cast<double>(table[i].right) / static_cast<double>(table[i].claims));
  }
  return out;
}

std::string_view name_of_field(Field field) { return trim(info_of(field).name); }

std::string differences(std::string_view group, const Scores& scores) {
  std::string out = "== Differences, " + std::string(group) + "\n";
  std::string file;
  for (const Difference& d : scores.differences) {
    if (d.file != file) out += "\n" + d.file + "\n";
    file = d.file;
    out += "  " + std::string(name_of_field(d.field)) + ": " + d.what + "\n";
  }
  return out;
}

// The counts of a line of the table, when it is one.
bool read_counts(const std::string& line, Tally& tally) {
  return line.size() > kNameColumns &&
         std::sscanf(line.c_str() + kNameColumns, "%zu %zu %zu %zu", &tally.right, &tally.wrong, &tally.missed, &tally.extra) == 4;
}

bool fell(const Tally& before, const Tally& now) {
  return now.empty() || now.precision() < before.precision() - kRounding || now.recall() < before.recall() - kRounding ||
         now.f1() < before.f1() - kRounding;
}

std::string fall_text(const std::string& field, const Tally& before, const Tally& now) {
  return format("%s fell: P %.3f R %.3f F1 %.3f; checked in are P %.3f R %.3f F1 %.3f", field.c_str(), now.precision(), now.recall(),
                now.f1(), before.precision(), before.recall(), before.f1());
}

}  // namespace

std::string to_text(const Report& report) {
  Reliability exemptions = report.digital.exemptions, authority = report.digital.authority;
  for (std::size_t i = 0; i < exemptions.size(); ++i) {
    exemptions[i].claims += report.scanned.exemptions[i].claims;
    exemptions[i].right += report.scanned.exemptions[i].right;
    authority[i].claims += report.scanned.authority[i].claims;
    authority[i].right += report.scanned.authority[i].right;
  }
  std::string out =
      "What is claimed of the sample letters against what is true of them. tests/accuracy/run.sh rewrites this file; a fall fails a "
      "test.\n";
  for (const std::string& part :
       {table(kDigital, report.digital), table(kScanned, report.scanned), reliability("exemptions, standing or not", exemptions),
        reliability("authority", authority), differences(kDigital, report.digital), differences(kScanned, report.scanned)})
    out += "\n" + part;
  return out;
}

std::string to_text(const Rescan& rescan) {
  std::string out = std::string(kRescanHeading) + format(": %zu letters, recall\n", rescan.digital.letters);
  out += "Skew, blur, grey shading, noise and JPEG as in tests/accuracy/rescan.cc; tests/accuracy/run.sh --rescan measures again.\n";
  out += padded("") + "digital scanned  ratio  at least\n";
  for (const Field field : {Field::kStanding, Field::kStandingSections, Field::kNotStanding, Field::kAuthority, Field::kReference,
                            Field::kResponded, Field::kReceived, Field::kQuestions, Field::kRequesters, Field::kStaff}) {
    const double digital = rescan.digital.at(field).recall(), scanned = rescan.scanned.at(field).recall();
    out += padded(info_of(field).name) + format("%7.3f %7.3f  %.3f%s\n", digital, scanned, digital == 0 ? 1 : scanned / digital,
                                                field == Field::kStanding ? "  0.97" : "");
  }
  std::set<std::string> before;
  for (const Difference& d : rescan.digital.differences) before.insert(d.file + std::string(name_of_field(d.field)) + d.what);
  Scores lost;
  for (const Difference& d : rescan.scanned.differences)
    if (!before.contains(d.file + std::string(name_of_field(d.field)) + d.what)) lost.differences.push_back(d);
  return out + "\n" + differences("only in the scan", lost);
}

Parts parts_of(const std::string& file) {
  const std::size_t at = file.find("\n" + std::string(kRescanHeading));
  if (at == std::string::npos) return {file, ""};
  return {file.substr(0, at), file.substr(at + 1)};
}

Figures figures_of(const std::string& report) {
  Figures figures;
  std::string group, letter;
  bool listing = false;
  for (const std::string_view row : split(report, '\n')) {
    const std::string line(row);
    if (line.starts_with("== ")) {
      listing = line.starts_with("== Differences, ");
      group = listing ? line.substr(16) : line.substr(3, line.find(':') - 3);
    } else if (listing && line.starts_with("  ")) {
      const std::size_t colon = line.find(": ");
      figures.differences.insert(group + ": " + line.substr(2, colon - 2) + ": " + letter + ": " + line.substr(colon + 2));
    } else if (listing) {
      letter = line;
    } else if (Tally tally; (group == kDigital || group == kScanned) && read_counts(line, tally)) {
      figures.tallies.emplace_back(group + ": " + std::string(trim(line.substr(0, kNameColumns))), tally);
    }
  }
  return figures;
}

Comparison compare(const std::string& checked_in, const std::string& now) {
  Comparison comparison{.falls = {}, .same = checked_in == now};
  const Figures before = figures_of(checked_in), after = figures_of(now);
  for (const auto& [field, was] : before.tallies) {
    const auto found = std::ranges::find(after.tallies, field, [](const auto& row) { return row.first; });
    const Tally is = found == after.tallies.end() ? Tally{} : found->second;
    if (!fell(was, is)) continue;
    comparison.falls.push_back(fall_text(field, was, is));
    for (const std::string& difference : after.differences)
      if (difference.starts_with(field + ": ") && !before.differences.contains(difference))
        comparison.falls.push_back("  " + difference.substr(field.size() + 2));
  }
  return comparison;
}

}  // namespace foi::accuracy
