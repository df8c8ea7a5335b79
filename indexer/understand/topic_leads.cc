#include "indexer/understand/topic_leads.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "indexer/understand/asking.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/section_openers.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// What heads a paragraph is no shorter and no longer; how near its answer's figure stands; in bytes.
constexpr std::size_t kLeastLead = 7, kLeastHeading = 4, kMostLead = 120, kFigureBytes = 30;
// Paragraphs of an answer before the next head; the least heads.
constexpr std::size_t kMostBetween = 2, kLeastLeads = 3;

// Heads of what a letter says for itself.
constexpr CueTable kOwnMatters = {"public interest", "favour",     "against",  "prejudice", "harm",       "balance",    "exemption",
                                  "exemptions",      "exception",  "section",  "sections",  "regulation", "conclusion", "reason",
                                  "reasons",         "background", "decision", "review",    "appeal"};
// The same, where a head begins with them; further on they belong to what was asked: "Number of complaints".
constexpr CueTable kOwnBeginnings = {"complaint",    "complaints", "advice",    "note",    "notes",    "question", "questions",
                                     "schedule",     "annex",      "appendix",  "the law", "the test", "scope",    "timing",
                                     "commissioner", "re-use",     "copyright", "why",     "what we",  "what i",   "if you",
                                     "we",           "i",          "you",       "your",    "our"};
// Grounds, by the names of what they protect.
constexpr CueTable kGrounds = {"national security",
                               "public security",
                               "crime",
                               "law enforcement",
                               "personal data",
                               "personal information",
                               "commercial interests",
                               "health and safety",
                               "confidence",
                               "confidentiality",
                               "legal privilege",
                               "legal professional privilege",
                               "defence",
                               "international relations",
                               "internal communications",
                               "policy",
                               "free and frank"};
// What an answer begins with that says what becomes of what was asked.
constexpr CueTable kDisposals = {"attached", "enclosed",  "copy",     "copies",  "none",      "nil",       "no",        "yes",
                                 "not held", "held",      "not",      "see",     "sent",      "given",     "supplied",  "provided",
                                 "released", "disclosed", "withheld", "refused", "confirmed", "published", "we",        "there",
                                 "this",     "those",     "these",    "one",     "two",       "three",     "four",      "five",
                                 "six",      "seven",     "eight",    "nine",    "ten",       "eleven",    "twelve",    "about",
                                 "all",      "both",      "nobody",   "nothing", "nowhere",   "never",     "available", "again"};

struct Lead {
  std::size_t paragraph = 0;
  Span text;
  std::size_t answer = 0;  // where it begins
  bool answers = false;    // at once
};

class LeadFinder {
 public:
  explicit LeadFinder(const QuestionLayout& layout) : layout_(layout) {}

  std::vector<FoundQuestion> run() && {
    // Marked heads are a list from its first or second number on: the numbers of a whole letter head what it says for itself as well.
    for (std::size_t i = 0; i < layout_.paragraphs().size(); ++i) {
      std::optional<Lead> lead = lead_of(i);
      const bool of_marks = !leads_.empty() && is_marked(leads_.front().paragraph);
      if (!lead || (is_marked(i) ? !of_marks && layout_.marker(i)->number > 2 : of_marks)) continue;
      const bool far = !leads_.empty() && !is_marked(i) && i - leads_.back().paragraph > kMostBetween + 1;
      if (far || (!leads_.empty() && is_marked(i) && !of_marks)) {
        if (is_series()) break;
        leads_.clear();
      }
      if (leads_.size() < kMaxQuestions) leads_.push_back(std::move(*lead));
    }
    if (!is_series()) return under_headings();
    take_whole_list();
    return leads_.size() < kLeastLeads ? std::vector<FoundQuestion>{} : questions();
  }

  // The head of a paragraph, if it has one.
  std::optional<Lead> lead_of(std::size_t paragraph) const {
    if (!layout_.tells_or_answers(paragraph)) return std::nullopt;
    const std::size_t end = layout_.paragraphs()[paragraph].span.end;
    std::size_t start = layout_.paragraphs()[paragraph].span.start;
    if (const auto marker = layout_.marker(paragraph)) start = layout_.item_text({*marker, paragraph, paragraph + 1}).start;
    // "*Number of beds.* **Nine.**"
    while (start < end && std::string_view("*_ ").find(layout_.letter().text[start]) != std::string_view::npos) ++start;
    const std::string_view text = layout_.letter().view(Span{start, end});
    for (const auto& [size, sign] : {before(text, ": "), before(text, ":\n"), before(text, " \u2013 "), first_sentence(text)}) {
      if (size < kLeastLead || size + sign >= text.size()) continue;
      const std::size_t answer = text.find_first_not_of(" \n*_", size + sign);
      if (answer == std::string_view::npos) continue;
      const Lead lead{paragraph, {start, start + size}, start + answer, answers(layout_.cue_text(Span{start + answer, end}))};
      if (names(lead.text, lead.answers) && (text[size] == '.' || lead.answers)) return lead;
    }
    return std::nullopt;
  }

 private:
  // Headings on lines of their own: nearly each stands over a paragraph that gives a figure, or says that there is none.
  std::vector<FoundQuestion> under_headings() {
    leads_.clear();
    for (std::size_t i = 0; i < layout_.paragraphs().size() && leads_.size() < kMaxQuestions; ++i)
      if (std::optional<Lead> lead = heading(i)) leads_.push_back(std::move(*lead));
    const auto answers = std::ranges::count_if(leads_, &Lead::answers);
    const bool series = leads_.size() >= kLeastLeads && 4 * answers >= 3 * static_cast<std::ptrdiff_t>(leads_.size());
    return series ? questions() : std::vector<FoundQuestion>{};
  }

  bool is_series() const {
    const auto answers = std::ranges::count_if(leads_, &Lead::answers);
    if (leads_.size() == 2 && answers == 2 && is_marked(leads_.front().paragraph)) return true;  // of a list, most of it
    return leads_.size() >= kLeastLeads && 2 * answers >= static_cast<std::ptrdiff_t>(leads_.size());
  }

  bool is_marked(std::size_t paragraph) const {
    const auto marker = layout_.marker(paragraph);
    return marker && marker->style != MarkerStyle::kBullet;
  }

  // Where most items of a list have such heads, what the others ask for is named in their first words.
  void take_whole_list() {
    const auto begins = [&](const ListItem& item) { return item.first == leads_.front().paragraph; };
    const auto list = std::ranges::find_if(
        layout_.lists(), [&](const ItemList& l) { return std::ranges::any_of(l.items, begins) && l.items.size() > leads_.size(); });
    if (!is_marked(leads_.front().paragraph) || list == layout_.lists().end() || 2 * leads_.size() < list->items.size()) return;
    std::vector<Lead> all;
    for (const ListItem& item : list->items) {
      if (all.size() >= kMaxQuestions) break;
      std::optional<Lead> lead = lead_of(item.first);
      if (!lead) {
        const Span text = layout_.item_text(item);
        const std::string_view view = layout_.letter().view(text);
        const std::size_t size = std::min(view.find_first_of(".:"), view.size());
        lead = Lead{item.first, {text.start, text.start + size}, std::min(text.start + size + 1, text.end), true};
      }
      all.push_back(std::move(*lead));
    }
    leads_ = std::move(all);
  }

  std::vector<FoundQuestion> questions() const {
    std::vector<FoundQuestion> found;
    for (std::size_t n = 0; n < leads_.size(); ++n) {
      // The last answer is as long as the paragraph in which it begins; between two headings of which one stands over the other is none.
      const std::size_t last = n + 1 < leads_.size() ? leads_[n + 1].paragraph - 1 : layout_.paragraph_at(leads_[n].answer);
      FoundQuestion q;
      const auto marker = layout_.marker(leads_[n].paragraph);
      q.number = marker && !marker->label.empty() ? marker->label : std::to_string(n + 1);
      q.text = leads_[n].text;
      q.answer = {leads_[n].answer, layout_.paragraphs()[last].span.end};
      found.push_back(std::move(q));
    }
    return found;
  }

  // "Convictions" on a line over "There were 17 in 2022/23".
  std::optional<Lead> heading(std::size_t paragraph) const {
    const Span text = layout_.paragraphs()[paragraph].span;
    if (layout_.kind(paragraph) != SectionKind::response) return std::nullopt;
    const std::string_view view = layout_.letter().view(text);
    const auto greets = [&](std::size_t i) { return layout_.cue_text(i).starts_with("dear "); };
    const bool title = paragraph == 0 || greets(paragraph - 1) || greets(paragraph) || view.find("   ") != std::string_view::npos;
    if (paragraph + 1 >= layout_.paragraphs().size() || title || layout_.marker(paragraph) || layout_.marker(paragraph + 1) ||
        view.size() < kLeastHeading || view.size() > kMostLead || std::string_view(".:;,").find(view.back()) != std::string_view::npos ||
        !names(text, true))
      return std::nullopt;
    const std::size_t answer = layout_.paragraphs()[paragraph + 1].span.start;
    return Lead{paragraph, text, answer, says_figure(layout_.cue_text(paragraph + 1))};
  }

  // Its bytes, and those of the sign behind it.
  static std::pair<std::size_t, std::size_t> first_sentence(std::string_view text) {
    const std::size_t most = std::min(text.size(), kMostLead);
    for (std::size_t i = kLeastLead; i + 1 < most; ++i)
      if (text[i] == '.' && std::string_view(" \n*_").find(text[i + 1]) != std::string_view::npos) return {i, 1};
    return {0, 0};
  }
  static std::pair<std::size_t, std::size_t> before(std::string_view text, std::string_view sign) {
    const std::size_t at = text.substr(0, kMostLead).find(sign);
    return at == std::string_view::npos ? std::pair<std::size_t, std::size_t>{0, 0} : std::pair{at, sign.size()};
  }

  // Names a thing, or wonders, and none of the letter's own matters; a capital begins it.
  bool names(Span text, bool answered) const {
    const std::string_view view = layout_.letter().view(text);
    if (view.find_first_of("?;*\t") != std::string_view::npos || view.find(". ") != std::string_view::npos || !is_upper(view.front()))
      return false;
    const std::string cue = layout_.cue_text(text);
    if (!prefix_of(cue, kOwnBeginnings).empty() || has_any(cue, kOwnMatters)) return false;
    static constexpr CueTable arrived = {"your message", "your request", "your e-mail", "your email", "your letter", "received", "thank"};
    if (is_one_of(cue, kGrounds) || has_any(cue, arrived)) return false;
    if (is_section_heading(cue) || is_reasons_heading(cue) || asks_of_requester(cue) || asks_of_letter(cue)) return false;
    const std::size_t word = cue.find(' ');
    if (word != std::string::npos && word + 1 < cue.size() && is_digit(cue[word + 1])) return false;  // "Box 3", "Paper 1"
    // "What it costs: …" heads the letter's own reasons as well.
    static constexpr CueTable counts = {"how", "whether", "number"};
    static constexpr CueTable persons = {"which", "who", "when"};
    const Reads reads = reads_as(cue);
    if (answered && reads == Reads::kWonders && !prefix_of(cue, persons).empty()) return true;
    return reads == Reads::kNames || reads == Reads::kAsks || (reads == Reads::kWonders && !prefix_of(cue, counts).empty());
  }

  static bool answers(std::string_view lower) {
    while (!lower.empty() && !is_word(lower.front())) lower.remove_prefix(1);
    if (!prefix_of(lower, kDisposals).empty()) return true;
    return has_figure(lower);
  }
  static bool has_figure(std::string_view lower) {
    return lower.substr(0, kFigureBytes).find_first_of("0123456789") != std::string_view::npos;
  }
  static bool says_figure(std::string_view lower) {
    static constexpr CueTable words = {"none", "nil", "no", "not held", "yes", "attached", "enclosed"};
    return !prefix_of(lower, words).empty() || has_figure(lower);
  }

  const QuestionLayout& layout_;
  std::vector<Lead> leads_;
};

}  // namespace

std::vector<FoundQuestion> find_topic_leads(const QuestionLayout& layout) { return LeadFinder(layout).run(); }

std::optional<NamedAnswer> named_answer(const QuestionLayout& layout, std::size_t paragraph) {
  const std::optional<Lead> lead = LeadFinder(layout).lead_of(paragraph);
  return lead ? std::optional(NamedAnswer{lead->text, lead->answer, lead->answers}) : std::nullopt;
}

}  // namespace foi::understand
