#include "indexer/understand/explain.h"

#include <algorithm>
#include <cstdio>
#include <functional>

#include "indexer/model/text.h"

namespace foi::understand {

namespace {

// Grounds that are explained; letters cite fewer, lists of sections more.
constexpr std::size_t kMaxGrounds = 40;
// Stretches of lines given for one claim, and the bytes of one of them. More is no explanation.
constexpr std::size_t kMaxStretches = 12, kMaxQuoteBytes = 400;

// A claim of a record, and how it is found in another record; "" where that one does not make it.
struct Claim {
  std::string name, value, remark;
  std::function<std::string(const Record&)> of;
};

struct LineOfPage {
  std::size_t page = 0;            // from zero
  std::size_t start = 0, end = 0;  // bytes of its text
  std::size_t number = 0;          // of the line in its page, from zero, blank ones counted
};

std::vector<LineOfPage> filled_lines(const std::vector<Page>& pages) {
  std::vector<LineOfPage> lines;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    std::size_t start = 0, number = 0;
    for (const std::string_view line : split(pages[p].text, '\n')) {
      if (!trim(line).empty()) lines.push_back({p, start, start + line.size(), number});
      start += line.size() + 1;
      ++number;
    }
  }
  return lines;
}

// The letter with some of its lines blank, asked whether it still makes a claim.
class Search {
 public:
  Search(const Input& input, const Reference& reference, const Claim& claim, const std::vector<LineOfPage>& lines, Effort effort)
      : input_(input), reference_(reference), claim_(claim), lines_(lines), effort_(effort), kept_(lines.size(), true) {
    for (const Page& page : input.extraction.pages) letter_bytes_ += page.text.size();
  }

  // Which lines suffice. From the end, so that of two that each suffice the first stays.
  std::vector<bool> run() {
    if (!lines_.empty() && letter_bytes_ > 0) drop(0, lines_.size());
    return kept_;
  }

 private:
  void drop(std::size_t first, std::size_t last) {
    if (++readings_ > effort_.readings || readings_ * letter_bytes_ > effort_.bytes) return;
    std::fill(kept_.begin() + static_cast<std::ptrdiff_t>(first), kept_.begin() + static_cast<std::ptrdiff_t>(last), false);
    if (still_claimed()) return;
    std::fill(kept_.begin() + static_cast<std::ptrdiff_t>(first), kept_.begin() + static_cast<std::ptrdiff_t>(last), true);
    if (last - first == 1) return;
    const std::size_t middle = first + (last - first) / 2;
    drop(middle, last);
    drop(first, middle);
  }

  bool still_claimed() const {
    Extraction part = input_.extraction;
    std::vector<std::vector<std::pair<std::size_t, std::size_t>>> blanks(part.pages.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (kept_[i]) continue;
      const LineOfPage& line = lines_[i];
      std::fill_n(part.pages[line.page].text.begin() + static_cast<std::ptrdiff_t>(line.start), line.end - line.start, ' ');
      blanks[line.page].emplace_back(line.start, line.end);
    }
    for (std::size_t p = 0; p < part.pages.size(); ++p) remove_words(blanks[p], part.pages[p].words);
    const Input input{input_.id, input_.source, input_.inside, part, input_.log, input_.is_log};
    return claim_.of(understand(input, reference_).record) == claim_.value;
  }

  static void remove_words(const std::vector<std::pair<std::size_t, std::size_t>>& blanks, std::vector<Word>& words) {
    std::erase_if(words, [&](const Word& word) {
      const auto after = std::ranges::upper_bound(blanks, word.start, {}, &std::pair<std::size_t, std::size_t>::first);
      return after != blanks.begin() && word.start < std::prev(after)->second;
    });
  }

  const Input& input_;
  const Reference& reference_;
  const Claim& claim_;
  const std::vector<LineOfPage>& lines_;
  const Effort effort_;
  std::vector<bool> kept_;
  std::size_t letter_bytes_ = 0, readings_ = 0;
};

// The lines of the published pages.
class PublishedLines {
 public:
  explicit PublishedLines(const std::vector<Page>& pages) : pages_(pages) {
    for (const Page& page : pages) {
      starts_.push_back({0});
      for (std::size_t at = page.text.find('\n'); at != std::string::npos; at = page.text.find('\n', at + 1))
        starts_.back().push_back(at + 1);
      points_.emplace_back(page.text);
    }
  }

  // Lines of a page of the letter as it was, the last one included. Masks lie within a line, so lines keep their numbers.
  Evidence evidence(std::size_t page, std::size_t first, std::size_t last) const {
    const std::vector<std::size_t>& starts = starts_[page];
    const std::string& text = pages_[page].text;
    if (last >= starts.size()) return {pages_[page].number, 0, 0, ""};
    const std::size_t begin = starts[first], line_end = last + 1 < starts.size() ? starts[last + 1] - 1 : text.size();
    const std::size_t end = begin + utf8_prefix(std::string_view(text).substr(begin, line_end - begin), kMaxQuoteBytes).size();
    const auto point = [&](std::size_t byte) { return static_cast<std::uint32_t>(points_[page].code_points_before(byte)); };
    return {pages_[page].number, point(begin), point(end), text.substr(begin, end - begin)};
  }

 private:
  const std::vector<Page>& pages_;
  std::vector<std::vector<std::size_t>> starts_;
  std::vector<CodePointIndex> points_;
};

std::vector<Evidence> words_of(const std::vector<LineOfPage>& lines, const std::vector<bool>& kept, const PublishedLines& published) {
  std::vector<Evidence> words;
  for (std::size_t i = 0; i < lines.size() && words.size() < kMaxStretches; ++i) {
    if (!kept[i]) continue;
    std::size_t last = i;
    while (last + 1 < lines.size() && kept[last + 1] && lines[last + 1].page == lines[i].page) ++last;
    words.push_back(published.evidence(lines[i].page, lines[i].number, lines[last].number));
    i = last;
  }
  return words;
}

std::string date_of(const std::optional<Date>& date) { return date ? to_iso(*date) : ""; }

std::string remark_of(const Citation& citation) {
  std::string remark = "in " + std::string(name_of(citation.stage));
  for (const std::string& number : citation.questions) remark += (&number == &citation.questions.front() ? ", questions " : " ") + number;
  char confidence[32];
  std::snprintf(confidence, sizeof confidence, "%.2f", citation.confidence);
  return remark + ", rule " + citation.rule + ", confidence " + confidence;
}

Claim claim_of(const Citation& citation) {
  const auto value = [](const Citation& c) { return c.id + " " + std::string(name_of(c.status)); };
  return {"exemption", value(citation), remark_of(citation), [value, id = citation.id](const Record& record) {
            const auto found = std::ranges::find(record.exemptions, id, &Citation::id);
            return found == record.exemptions.end() ? "" : value(*found);
          }};
}

std::vector<Claim> claims_of(const Record& record) {
  std::vector<Claim> claims;
  const auto add = [&](std::string name, std::string remark, std::function<std::string(const Record&)> of) {
    if (std::string value = of(record); !value.empty())
      claims.push_back({std::move(name), std::move(value), std::move(remark), std::move(of)});
  };
  add("kind", "", [](const Record& r) { return r.kind == Kind::kOther ? "" : std::string(name_of(r.kind)); });
  add("authority", record.authority ? record.authority->name : "", [](const Record& r) { return r.authority ? r.authority->id : ""; });
  add("reference", "", [](const Record& r) { return r.reference.value_or(""); });
  add("received", "", [](const Record& r) { return date_of(r.received); });
  add("responded", "", [](const Record& r) { return date_of(r.responded); });
  add("outcome", "", [](const Record& r) { return r.outcome == Outcome::kUnknown ? "" : std::string(name_of(r.outcome)); });
  for (std::size_t i = 0; i < std::min(record.exemptions.size(), kMaxGrounds); ++i) claims.push_back(claim_of(record.exemptions[i]));
  add("main topic", "", [](const Record& r) { return r.topics.empty() ? "" : r.topics.front(); });
  for (std::size_t i = 1; i < record.topics.size(); ++i)
    add("topic", "", [id = record.topics[i]](const Record& r) { return std::ranges::find(r.topics, id) == r.topics.end() ? "" : id; });
  return claims;
}

// On one line, single spaces between words.
std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\f';
    if (!space)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return std::string(trim(out));
}

}  // namespace

std::vector<Explanation> explain(const Input& input, const Published& published, const Reference& reference, Effort effort) {
  const std::vector<LineOfPage> lines = filled_lines(input.extraction.pages);
  const PublishedLines masked(published.pages);
  std::vector<Explanation> explanations;
  for (const Claim& claim : claims_of(published.record)) {
    const std::vector<bool> kept = Search(input, reference, claim, lines, effort).run();
    explanations.push_back({claim.name, claim.value, claim.remark, words_of(lines, kept, masked)});
  }
  return explanations;
}

std::string to_text(const std::vector<Explanation>& explanations) {
  std::string out;
  for (const Explanation& e : explanations) {
    out += "  " + e.claim + ": " + e.value + (e.remark.empty() ? "" : " (" + e.remark + ")") + "\n";
    if (e.words.empty()) out += "      from no words: what the file is decides\n";
    for (const Evidence& stretch : e.words) out += "      page " + std::to_string(stretch.page) + ": " + on_one_line(stretch.quote) + "\n";
  }
  return out;
}

}  // namespace foi::understand
