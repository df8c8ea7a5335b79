#include "indexer/understand/sections.h"

#include <algorithm>
#include <optional>
#include <string>

#include "indexer/model/text.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/markers.h"
#include "indexer/understand/paragraphs.h"
#include "indexer/understand/repair.h"
#include "indexer/understand/section_openers.h"

namespace foi::understand {

namespace {

using enum SectionKind;

// How much of a paragraph may open a section, in bytes: an opener stands at its beginning.
constexpr std::size_t kOpenerBytes = 260;
// A letterhead ends within this many lines; what is without a salutation after that never was one.
constexpr std::size_t kLetterheadLines = 60;
// Boilerplate and a signature longer than this have run into something else, in bytes.
constexpr std::size_t kMaxBoilerplateBytes = 5'000, kMaxSignatureBytes = 1'500;
// A signature is followed by the body of an annex when a paragraph is longer than any address or job title.
constexpr std::size_t kSignatureParagraphBytes = 220;

constexpr std::string_view kClosings[] = {
    "yours sincerely", "yours faithfully", "yours truly", "kind regards",      "kindest regards",
    "best wishes",     "best regards",     "regards",     "with kind regards", "many thanks and kind regards"};
// The end of an opening sentence that the request follows.
constexpr std::string_view kAsksFor[] = {"you requested",      "you asked",
                                         "you have requested", "you have asked",
                                         "your request was",   "your request for",
                                         "your request is",    "the following information",
                                         "requesting",         "requested the following",
                                         "wanted to know",     "following request",
                                         "your questions",     "would like to request"};
constexpr std::string_view kGives[] = {
    "our response",       "response is",         "below the response", "find the response", "provide you with the following",
    "respond as follows", "responds as follows", "the answers",        "answer to your",    "response below"};
constexpr std::string_view kReferenceStarts[] = {
    "our ref", "your ref", "ref:", "ref no", "reference:", "foi ref", "date:", "our reference", "case reference"};
constexpr std::string_view kMailHeaders[] = {"from:", "to:", "sent:", "subject:", "cc:", "bcc:", "date:"};
constexpr std::string_view kReviewCues[] = {"request for an internal review", "internal review was conducted",
                                            "conducted an internal review", "carried out an internal review", "internal review of"};

bool is_heading_only(SectionKind kind) {
  return kind == request || kind == response || kind == review_decision || kind == exemption_reasons;
}

class Finder {
 public:
  explicit Finder(const Letter& letter) : letter_(letter), paragraphs_(find_paragraphs(letter)) {}

  std::vector<Section> run() && {
    if (letter_.text.empty()) return {};
    classify_lines();
    find_lists();
    find_letterhead();
    walk();
    quote_first_answer();
    return std::move(sections_);
  }

 private:
  struct LineFacts {
    std::optional<SectionKind> opener;
    bool heading = false;     // the opener is a whole line, not the beginning of a sentence
    bool asks_after = false;  // the request follows this paragraph
    bool body = false;        // a paragraph of sentences begins: no letterhead
    bool salutation = false;
    bool in_list = false;  // between two items of one numbered list
  };

  std::string lowered(std::size_t line) const {
    return repaired_lower(utf8_prefix(letter_.view(trimmed(letter_, letter_.lines[line])), kOpenerBytes));
  }

  void classify_lines() {
    facts_.resize(letter_.lines.size());
    for (const Paragraph& p : paragraphs_) {
      classify_paragraph(p);
      for (std::size_t i = p.first_line; i < p.end_line; ++i) classify_line(i);
    }
  }

  void classify_paragraph(const Paragraph& p) {
    const std::string text = repaired_lower(utf8_prefix(letter_.view(p.span), kOpenerBytes));
    LineFacts& first = facts_[p.first_line];
    first.opener = beginning_kind(text);
    first.salutation = text.starts_with("dear ");
    if (!review_ && has_any(text, kReviewCues) && first.opener != review_rights && first.opener != ico_address) review_ = true;
    const std::string_view whole = letter_.view(p.span);
    if (whole.size() > 3 * kOpenerBytes || !(whole.ends_with(':') || whole.ends_with(';') || whole.ends_with(":-"))) return;
    const std::string all = repaired_lower(whole);
    if (first.opener == request) return;
    if (has_any(all, kGives))
      first.opener = response;
    else if (has_any(all, kAsksFor))
      facts_[p.end_line - 1].asks_after = first.body = true;
  }

  void classify_line(std::size_t i) {
    const Span line = trimmed(letter_, letter_.lines[i]);
    if (line.end - line.start > 2 * kHeadingBytes) return;
    const std::string text = lowered(i);
    if (is_mail_header(i, text)) set(i, mail_headers);
    if (const auto kind = heading_kind(text)) set(i, *kind);
    if (is_section_heading(text)) set(i, exemption_reasons);
    if (text.size() < kHeadingBytes && (text.starts_with("appendix") || text.starts_with("annex "))) set(i, response);
    if (is_one_of(text, kClosings)) set(i, signature);
    if (text.starts_with("dear ")) facts_[i].salutation = true;
    if (!prefix_of(text, kReferenceStarts).empty() && !facts_[i].opener) set(i, reference_block);
  }

  void set(std::size_t line, SectionKind kind) {
    facts_[line].opener = kind;
    facts_[line].heading = true;
  }

  // A header line stands with others of its kind.
  bool is_mail_header(std::size_t i, std::string_view text) {
    if (prefix_of(text, kMailHeaders).empty()) return false;
    for (std::size_t j = i + 1; j < std::min(i + 3, letter_.lines.size()); ++j)
      if (!prefix_of(lowered(j), kMailHeaders).empty()) return true;
    return i > 0 && facts_[i - 1].opener == mail_headers;
  }

  // Lines between item n and item n + 1 of a list belong to the list, whatever they begin with.
  void find_lists() {
    std::size_t previous_line = 0;
    int previous = 0;
    for (const Paragraph& p : paragraphs_) {
      const auto marker = marker_of(letter_.view(letter_.lines[p.first_line]));
      if (!marker || (marker->style != MarkerStyle::kNumber && marker->style != MarkerStyle::kQuestion)) continue;
      if (previous > 0 && marker->number == previous + 1) mark_list(previous_line, p.first_line);
      previous = marker->last;
      previous_line = p.first_line;
    }
  }
  void mark_list(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i <= to; ++i)
      if (facts_[i].opener != mail_headers) facts_[i].in_list = true;
  }

  // Everything before the salutation, or before the first opener when nobody is greeted.
  void find_letterhead() {
    const std::size_t limit = std::min(facts_.size(), kLetterheadLines);
    for (std::size_t i = 0; i < limit; ++i) {
      if (facts_[i].salutation || facts_[i].body ||
          (facts_[i].opener && facts_[i].opener != reference_block && facts_[i].opener != ico_address)) {
        letterhead_end_ = i;
        return;
      }
    }
  }

  void walk() {
    current_ = letterhead_end_ > 0 ? letterhead : response;
    push(0);
    for (const Paragraph& p : paragraphs_)
      for (std::size_t i = p.first_line; i < p.end_line; ++i) step(i, p);
  }

  void step(std::size_t i, const Paragraph& p) {
    const LineFacts& f = facts_[i];
    if (i < letterhead_end_) {
      turn(i, f.opener == reference_block ? reference_block : letterhead);
    } else if (f.salutation) {
      turn(i, current_ == mail_headers ? quoted_thread : response);
    } else if (f.opener && f.opener != reference_block && admitted(i)) {
      turn(i, *f.opener == review_decision && !review_ ? review_rights : *f.opener);
    } else if (leaves(i, p)) {
      turn(i, response);
    }
    if (asked_ && !f.asks_after) turn(i, request);
    asked_ = f.asks_after && i >= letterhead_end_;
  }

  // Whether an opener counts where it stands: within a numbered list of questions only headings do, and thanks for a request do not end
  // one.
  bool admitted(std::size_t i) const {
    const LineFacts& f = facts_[i];
    if (f.in_list && !(f.heading && is_heading_only(*f.opener) && i > 0 && !facts_[i - 1].in_list)) return false;
    if (f.opener == response && !f.heading && is_boilerplate(current_)) return false;
    if (f.opener == request && !f.heading && current_ != response && current_ != letterhead) return false;
    return true;
  }

  // Sections that end by themselves: a reference line, a signature before an annex, message headers.
  bool leaves(std::size_t i, const Paragraph& p) const {
    if (current_ == reference_block || current_ == letterhead) return true;
    if (current_ == mail_headers) return prefix_of(lowered(i), kMailHeaders).empty();
    if (i != p.first_line) return false;
    const std::size_t length = p.span.start - sections_.back().start;
    if (is_boilerplate(current_)) return length > kMaxBoilerplateBytes;
    return current_ == signature && (length > kMaxSignatureBytes || p.span.end - p.span.start > kSignatureParagraphBytes);
  }

  void turn(std::size_t line, SectionKind kind) {
    if (kind == current_) return;
    current_ = kind;
    push(letter_.lines[line].start);
  }

  void push(std::size_t start) {
    if (!sections_.empty()) {
      if (sections_.back().start == start)
        sections_.pop_back();
      else
        sections_.back().end = start;
    }
    sections_.push_back({current_, start, letter_.text.size()});
  }

  // In a review that goes through request, response and review, the response is the first answer, quoted.
  void quote_first_answer() {
    const auto decision = std::ranges::find(sections_, review_decision, &Section::kind);
    const auto asked = std::find_if(sections_.begin(), decision, [](const Section& s) { return s.kind == request; });
    if (decision == sections_.end()) return;
    for (auto s = asked; s != decision; ++s)
      if (s->kind == response || s->kind == exemption_reasons || s->kind == public_interest_test) s->kind = quoted_thread;
  }

  const Letter& letter_;
  std::vector<Paragraph> paragraphs_;
  std::vector<LineFacts> facts_;
  std::vector<Section> sections_;
  SectionKind current_ = response;
  std::size_t letterhead_end_ = 0;
  bool asked_ = false;  // the paragraph before ended with "you asked for:"
  bool review_ = false;
};

}  // namespace

std::vector<Section> find_sections(const Letter& letter) { return Finder(letter).run(); }

SectionKind section_at(const std::vector<Section>& sections, std::size_t offset) {
  const auto after = std::ranges::upper_bound(sections, offset, {}, &Section::start);
  return after == sections.begin() ? response : std::prev(after)->kind;
}

bool is_boilerplate(SectionKind kind) { return kind == review_rights || kind == ico_address || kind == re_use || kind == disclaimer; }

}  // namespace foi::understand
