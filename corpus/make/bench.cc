#include "corpus/make/bench.h"

#include <array>
#include <cstdio>

#include "corpus/make/files.h"
#include "corpus/make/flow.h"
#include "corpus/make/random.h"
#include "corpus/make/surfaces.h"

namespace foi::corpus {
namespace {

template <std::size_t N>
std::string pick(Random& random, const std::array<std::string_view, N>& words) {
  return std::string(words[random.below(N)]);
}

constexpr std::array<std::string_view, 12> kAuthorities = {
    "Northern Dales Hospitals", "Eastmoor Council",    "Riverbank Community Health", "Tarnside Police",
    "Harrowfield Partnership",  "Westhaven Ambulance", "Oakmere Borough Council",    "Coldwater Trust",
    "Fenbridge Hospitals",      "Upper Vale Council",  "Stonegate Mental Health",    "Marshland Care Board"};
constexpr std::array<std::string_view, 16> kSubjects = {
    "agency nurses",     "parking charges",         "lift repairs",     "translation services", "hospital meals", "falls on wards",
    "waste contracts",   "waiting times for scans", "sickness absence", "ambulance handovers",  "tree felling",   "care co-ordinators",
    "medical equipment", "software licences",       "school transport", "missed appointments"};
constexpr std::array<std::string_view, 10> kQuestions = {
    "How much was spent on # in each of the last three years?",
    "Which companies were paid for #, and what was each of them paid?",
    "How many complaints about # were received, and how many were found to be justified?",
    "Please provide the policy that governs # and the date on which it was last changed.",
    "When does the present contract for # come to an end, and may it be extended?",
    "How many members of staff are employed in connection with #?",
    "What targets have been set for #, and how often were they met?",
    "Please send the minutes of any meeting since January at which # was discussed.",
    "What is the average time between a report and its being dealt with, as regards #?",
    "Has any outside body inspected # since 2020, and what did it recommend?"};
constexpr std::array<std::string_view, 14> kAnswers = {
    "We hold this information and it is set out in the table below.",
    "No record is kept in a form from which this could be counted.",
    "The total was £@ in the most recent year, somewhat less than in the year before.",
    "There were @ cases, of which 14 remain open at the time of writing.",
    "The figure for # is @; fewer than five relate to people under eighteen.",
    "The policy was approved on 12 March and will be looked at again after two years.",
    "Two suppliers share the work and neither is guaranteed a minimum amount of it.",
    "This can be found on our web site under the heading of publications.",
    "The department reports on # to the finance committee four times a year.",
    "Our estimate is that @ records would have to be opened by hand to answer this part.",
    "A review was carried out in the autumn and its seven recommendations were accepted.",
    "We are withholding the prices under section 43(2), since bids will be invited in May.",
    "Names of junior staff have been left out under section 40(2) of the Act.",
    "The number rose by a tenth between the first and the last year, chiefly in winter."};
constexpr std::array<std::string_view, 8> kReasons = {
    "In favour of disclosure is the plain interest that people have in how money is spent on #.",
    "Against it stands the harm that would be done to negotiations that are still in progress.",
    "Suppliers who are open with us about # must be able to rely on our discretion.",
    "It is in nobody's interest that the cost of # should rise because rivals can read each other's offers.",
    "The passage of time lessens the harm, and we would look at the question afresh next year.",
    "Much of what matters about # is already known from the accounts and from the board's papers.",
    "We have borne in mind that the amounts are large and that the service touches many lives.",
    "Having weighed these matters we find that the balance lies on the side of withholding."};
constexpr std::array<std::string_view, 5> kStyles = {"trust-right", "council-crest", "band", "two-column", "serif-plain"};
constexpr std::array<std::string_view, 6> kMonths = {"January", "March", "May", "July", "September", "November"};

std::string filled(std::string text, const std::string& subject, Random& random) {
  if (const auto at = text.find('#'); at != std::string::npos) text.replace(at, 1, subject);
  if (const auto at = text.find('@'); at != std::string::npos) text.replace(at, 1, std::to_string(120 + random.below(9000)));
  return text;
}

std::string table(Random& random) {
  std::string rows = "| Year | Number | Cost | Share |\n|----|---:|---:|---:|\n";
  for (int year = 2019; year < 2024; ++year) {
    rows += "| " + std::to_string(year);
    rows += " | " + std::to_string(random.below(9000));
    rows += " | £" + std::to_string(1000 + random.below(900'000));
    rows += " | " + std::to_string(random.below(100));
    rows += "." + std::to_string(random.below(10)) + "% |\n";
  }
  return rows + "\n";
}

// Two sentences of a bank as one paragraph.
template <std::size_t N>
std::string pair_of(Random& random, const std::array<std::string_view, N>& bank, const std::string& subject) {
  std::string text = filled(pick(random, bank), subject, random) + " ";
  text += filled(pick(random, bank), subject, random);
  return text + "\n\n";
}

// Questions, each with its answer, and reasons: about 300 words that fit on one page.
std::string questions(Random& random, const std::string& subject, bool with_table) {
  std::string body;
  const std::uint64_t count = 3 + random.below(3);
  for (std::uint64_t i = 1; i <= count; ++i) {
    body += std::to_string(i) + ". " + filled(pick(random, kQuestions), subject, random) + "\n\n";
    body += pair_of(random, kAnswers, subject);
    if (with_table && i == 1) body += table(random);
  }
  for (int i = 0; i < 2; ++i) body += pair_of(random, kReasons, subject);
  return body;
}

std::string date(Random& random) {
  std::string text = std::to_string(1 + random.below(28)) + " ";
  text += pick(random, kMonths);
  text += " " + std::to_string(2015 + random.below(10));
  return text;
}

Letter make_letter(Random& random, std::size_t number, bool with_table) {
  const std::string subject = pick(random, kSubjects);
  const std::string reference = "FOI " + std::to_string(10'000 + number);
  Letter letter{.name = "bench-" + std::to_string(number), .head = {}, .body = {}};
  letter.head["org"] = pick(random, kAuthorities);
  letter.head["address"] = "Information Office / 1 Station Road / Anytown";
  letter.head["title"] = reference + " " + subject;
  letter.body = date(random) + "\n\nOur reference: " + reference + "\n\nDear Sir or Madam\n\n**Your request about " + subject +
                "**\n\nThank you for your request, which we have considered under the Freedom of Information Act 2000. Each question is "
                "printed here with its answer.\n\n";
  letter.body += questions(random, subject, with_table);
  letter.body +=
      "You may ask for an internal review within 40 working days, and after that complain to the Information Commissioner.\n\nYours "
      "faithfully\n\nInformation Governance Team\n";
  return letter;
}

std::string numbered(const char* format, std::size_t number) {
  std::array<char, 40> name{};
  std::snprintf(name.data(), name.size(), format, number);
  return name.data();
}

Status write_pages(const std::vector<PageArt>& pages, const std::string& title, const std::filesystem::path& path) {
  std::vector<PdfPage> sheets;
  for (const PageArt& page : pages) sheets.push_back({.art = &page});
  const Result<std::string> bytes = write_pdf(sheets, {.title = title});
  if (!bytes) return bytes.error();
  return write_file(path, *bytes);
}

Status make_report(const BenchOptions& options, const std::filesystem::path& out) {
  Random random(options.seed ^ 0x4e907ull);
  Letter report{.name = "bench-report", .head = {}, .body = {}};
  for (std::size_t page = 1; page <= options.report_pages; ++page) {
    const std::string subject = pick(random, kSubjects);
    report.body += std::string(page == 1 ? "" : "===\n\n") + "# Part " + std::to_string(page) + ": " + subject + "\n\n" +
                   questions(random, subject, page % 2 == 0);
  }
  return write_pages(set_letter(report, *find_style("serif-plain")), "Bench report", out / "report.pdf");
}

Status make_letters(const BenchOptions& options, const std::filesystem::path& out) {
  Random random(options.seed ^ 0x1e77e5ull);
  for (std::size_t i = 1; i <= options.letters; ++i) {
    const Letter letter = make_letter(random, i, random.below(2) == 0);
    const Status written =
        write_pages(set_letter(letter, *find_style(pick(random, kStyles))), letter.at("title"), out / "letters" / numbered("%05zu.pdf", i));
    if (!written) return written;
  }
  return success();
}

// The set that measurements were made on: 300 dpi, both ways askew, blurred, shaded, grained.
ScanSettings worn(Random& random) {
  ScanSettings settings{.dpi = 300, .quality = 60};
  const double side = random.below(2) == 0 ? 1 : -1;
  settings.skew = side * random.between(0.4, 1.5);
  settings.blur = random.between(1.6, 2.6);
  settings.shade = random.between(25, 60);
  settings.noise = random.between(6, 12);
  settings.seed = random.next();
  return settings;
}

Status make_scans(const BenchOptions& options, const std::filesystem::path& out) {
  Random random(options.seed ^ 0x5ca17ull);
  std::vector<SheetImage> images;
  std::string all_words;
  for (std::size_t i = 1; i <= options.scans; ++i) {
    const Letter letter = make_letter(random, 90'000 + i, i % 2 == 0);
    const std::vector<PageArt> pages = set_letter(letter, *find_style(i % 2 == 0 ? "trust-right" : "serif-plain"));
    Result<SheetImage> image = scan_page(pages.front(), worn(random));
    if (!image) return image.error();
    images.push_back(std::move(*image));
    const Result<std::string> bytes = write_pdf({{.image = &images.back()}}, {.title = numbered("Scan %zu", i)});
    if (!bytes) return bytes.error();
    const std::string words = words_of(pages.front());
    all_words += words;
    if (const Status written = write_file(out / "scans" / numbered("m-%02zu.pdf", i), *bytes); !written) return written;
    if (const Status written = write_file(out / "scans" / numbered("m-%02zu.txt", i), words); !written) return written;
  }
  std::vector<PdfPage> sheets;
  for (const SheetImage& image : images) sheets.push_back({.image = &image});
  const Result<std::string> bytes = write_pdf(sheets, {.title = "Scans"});
  if (!bytes) return bytes.error();
  if (const Status written = write_file(out / "scans" / "m.pdf", *bytes); !written) return written;
  return write_file(out / "scans" / "m.txt", all_words);
}

}  // namespace

Status make_bench(const BenchOptions& options, const std::filesystem::path& out) {
  if (options.report_pages > 0)
    if (const Status made = make_report(options, out); !made) return made;
  if (const Status made = make_letters(options, out); !made) return made;
  if (options.scans == 0) return success();
  return make_scans(options, out);
}

}  // namespace foi::corpus
