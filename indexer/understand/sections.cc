#include "indexer/understand/sections.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "indexer/model/text.h"
#include "indexer/understand/asking.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/line_markers.h"
#include "indexer/understand/paragraphs.h"
#include "indexer/understand/repair.h"
#include "indexer/understand/request_openers.h"
#include "indexer/understand/review_asked.h"
#include "indexer/understand/section_openers.h"
#include "indexer/understand/tokens.h"

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
// A sentence of the letter is longer than a line of its head, in bytes.
constexpr std::size_t kSentenceBytes = 120;
// How far the numbers of a letter's paragraphs may stand from one another, in bytes: "9." and "10.".
constexpr std::size_t kMarkerStray = 2;
// Between two lettered items, in lines.
constexpr std::size_t kListLines = 12;

constexpr std::string_view kClosings[] = {
    "yours sincerely", "yours faithfully", "yours truly", "kind regards",      "kindest regards",
    "best wishes",     "best regards",     "regards",     "with kind regards", "many thanks and kind regards"};
// The end of an opening sentence that the request follows.
constexpr CueTable kAsksFor = {"you requested",      "you asked",
                               "you have requested", "you have asked",
                               "your request was",   "your request for",
                               "your request is",    "the following information",
                               "requesting",         "requested the following",
                               "wanted to know",     "following request",
                               "your questions",     "would like to request"};
constexpr CueTable kGives = {
    "our response",       "response is",         "below the response", "find the response", "provide you with the following",
    "respond as follows", "responds as follows", "the answers",        "answer to your",    "response below"};
constexpr CueTable kReferenceStarts = {
    "our ref", "your ref", "ref:", "ref no", "reference:", "foi ref", "date:", "our reference", "case reference"};
constexpr CueTable kMailHeaders = {"from:", "to:", "sent:", "subject:", "cc:", "bcc:", "date:"};
constexpr CueTable kReviewCues = {"request for an internal review",
                                  "request for internal review",
                                  "internal review was conducted",
                                  "conducted an internal review",
                                  "carried out an internal review",
                                  "carried out the internal review",
                                  "completed an internal review",
                                  "completed the internal review",
                                  "internal review of",
                                  "requested an internal review",
                                  "internal review decision",
                                  "review of our decision",
                                  "asking for a review",
                                  "completed my review",
                                  "completed our review",
                                  "asked to consider your complaint",
                                  "to review its handling",
                                  "to review our handling",
                                  "asked for an internal review",
                                  "requesting an internal review",
                                  "asking for an internal review",
                                  "asked for a review of",
                                  "requested a review of",
                                  "requiring a review",
                                  "request for a review of",
                                  "outcome of the internal review",
                                  "outcome of your internal review",
                                  "outcome of my review",
                                  "outcome of our review",
                                  "outcome of the review",
                                  "result of the internal review",
                                  "reviewed the handling of",
                                  "reviewed our response",
                                  "reviewed the decision",
                                  "reviewed the response"};
// Only somebody who looks at an earlier answer says so.
constexpr CueTable kReviewerSays = {"uphold",
                                    "upheld",
                                    "overturn",
                                    "on review",
                                    "having reviewed",
                                    "i am satisfied",
                                    "i have read",
                                    "i find",
                                    "i have considered",
                                    "no longer relies",
                                    "no longer rely",
                                    "correctly applied",
                                    "my review",
                                    "the original",
                                    "first answer",
                                    "i accept",
                                    "i agree",
                                    "i have decided",
                                    "incorrectly applied",
                                    "wrongly applied",
                                    "should not have been"};
// Said of a review that may still come.
constexpr CueTable kOffersReview = {
    "please write", "if it is felt", "should be submitted", "should be made",         "you may", "you can", "if you", "right to",
    "should you",   "you wish to",   "entitled to",         "to request an internal", "will be"};
// Said at the beginning of an answer to somebody who was not content with the first.
constexpr CueTable kLooksBack = {"look again",   "review",       "complained", "complaint",     "reconsider", "reconsidered",
                                 "dissatisfied", "unhappy with", "appeal",     "not satisfied", "challenged", "reviewed"};
// How far down a title may stand, in lines.
constexpr std::size_t kTitleLines = 25;

bool is_heading_only(SectionKind kind) {
  return kind == request || kind == response || kind == review_decision || kind == exemption_reasons;
}

class Finder {
 public:
  explicit Finder(const Letter& letter) : letter_(letter), paragraphs_(find_paragraphs(letter)) {}

  std::vector<Section> run() && {
    if (letter_.text.empty()) return {};
    classify_lines();
    find_review();
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
    bool in_list = false;   // between two items of one numbered list
    bool in_prose = false;  // those are the paragraphs of a letter that numbers them
    bool answers = false;   // a paragraph begins that only an authority would write
  };

  std::string lowered(std::size_t line) const {
    return repaired_lower(utf8_prefix(letter_.view(trimmed(letter_, letter_.lines[line])), kOpenerBytes));
  }

  void classify_lines() {
    facts_.resize(letter_.lines.size());
    stands_alone_.resize(letter_.lines.size());
    for (const Paragraph& p : paragraphs_) stands_alone_[p.first_line] = p.end_line == p.first_line + 1;
    for (std::size_t n = 0; n < paragraphs_.size(); ++n) {
      const Paragraph& p = paragraphs_[n];
      classify_paragraph(p, n + 1 < paragraphs_.size() && begins_list(p, paragraphs_[n + 1]));
      for (std::size_t i = p.first_line; i < p.end_line; ++i) classify_line(i, begins_sentence(i, p));
    }
  }

  // The first item of a list, or the beginning of a quotation, under a paragraph that is no such item itself.
  bool begins_list(const Paragraph& above, const Paragraph& p) const {
    const auto &before = letter_.markers[above.first_line], &marker = letter_.markers[p.first_line];
    if (begins_quote(p) || letter_.view(p.span).starts_with("> ")) return true;
    if (!marker || (before && before->style == MarkerStyle::kBullet)) return false;
    return marker->style == MarkerStyle::kBullet || marker->number == 1;
  }

  // In any of the tongues in which letters begin.
  static bool greets(std::string_view lower) {
    return lower.starts_with("dear ") || lower.starts_with("annwyl ") || lower.starts_with("a chara");
  }

  void classify_paragraph(const Paragraph& p, bool list_follows) {
    const std::string text = repaired_lower(utf8_prefix(letter_.view(p.span), kOpenerBytes));
    LineFacts& first = facts_[p.first_line];
    first.opener = beginning_kind(text);
    first.salutation = greets(text);
    const SoughtText sought(text);
    const bool rights = first.opener == review_rights || first.opener == ico_address || has_any(sought, kOffersReview);
    if (!review_ && !rights && (has_any(sought, kReviewCues) || tells_of_review(sought))) review_ = true;
    const bool title_only = heading_kind(text) == review_decision;
    if (p.first_line < kLetterheadLines && has_any(sought, kLooksBack) && !title_only && !rights) looks_back_ = true;
    const std::string_view whole = letter_.view(p.span);
    first.answers = is_answering(sought);
    // A letter that greets nobody begins with what it says of the request.
    static constexpr CueTable of_request = {"your request", "you asked", "you requested", "your enquiry", "your e-mail", "your email"};
    first.body = whole.size() > kSentenceBytes && whole.find("   ") == std::string_view::npos &&
                 to_lower_ascii(whole).find("\ndear ") == std::string::npos && !first.salutation && has_any(sought, of_request);
    if ((whole.size() > 3 * kOpenerBytes && !list_follows) || first.opener == request) return;
    const std::string all = whole.size() <= kOpenerBytes ? text : repaired_lower(whole);
    if (introduces_request(all, list_follows)) {
      facts_[p.end_line - 1].asks_after = true;
      // Without blank lines the date and the greeting are of one paragraph with the opening.
      first.body = first.body || whole.find("\nDear ") == std::string_view::npos;
    }
    if (!(whole.ends_with(':') || whole.ends_with(';') || whole.ends_with(":-"))) return;
    if (has_any(all, kGives) || hands_over(all))
      first.opener = response;
    else if (has_any(all, kAsksFor))
      facts_[p.end_line - 1].asks_after = first.body = true;
  }

  // What runs on from the line before is no heading.
  bool begins_sentence(std::size_t i, const Paragraph& p) const {
    if (i == p.first_line) return true;
    const std::string_view before = letter_.view(trimmed(letter_, letter_.lines[i - 1]));
    const char first = letter_.view(trimmed(letter_, letter_.lines[i])).front();
    return before.size() < kHeadingBytes / 2 || !is_lower(first);
  }

  void classify_line(std::size_t i, bool begins) {
    const Span line = trimmed(letter_, letter_.lines[i]);
    if (line.end - line.start > 2 * kHeadingBytes) return;
    const std::string text = lowered(i);
    if (is_mail_header(i, text)) set(i, mail_headers);
    if (const auto kind = heading_kind(text); kind && begins) set(i, *kind);
    if ((begins && is_section_heading(text)) || (stands_alone_[i] && is_reasons_heading(text))) set(i, exemption_reasons);
    if (text.size() < kHeadingBytes && (text.starts_with("appendix") || text.starts_with("annex "))) set(i, response);
    if (is_one_of(text, kClosings)) set(i, signature);
    // Beside a letterhead that stands in the margin, too.
    if (greets(text) || letter_.view(line).find("   Dear ") != std::string_view::npos) facts_[i].salutation = true;
    if (!prefix_of(text, kReferenceStarts).empty() && !facts_[i].opener) set(i, reference_block);
  }

  // A title "Internal review" near the top, before an answer, and a reader's word that it was asked for.
  void find_review() {
    const std::size_t top = std::max<std::size_t>(kTitleLines, facts_.size() / 4);
    for (std::size_t i = 0; i < facts_.size() && i < top; ++i) {
      if (facts_[i].heading && (facts_[i].opener == request || facts_[i].opener == response)) break;
      const bool title = facts_[i].opener == review_decision && facts_[i].heading;
      if (!title || !(review_ || looks_back_)) continue;
      review_ = true;
      facts_[i].opener.reset();
      facts_[i].heading = false;
      title_line_ = i;
      break;
    }
    if (!review_) return;
    for (const Paragraph& p : paragraphs_) {
      if (p.first_line == title_line_) continue;
      if (p.end_line != p.first_line + 1) continue;
      const std::string text = lowered(p.first_line);
      // "Review procedure" tells of the next review.
      if (facts_[p.first_line].opener == review_rights && facts_[p.first_line].heading) continue;
      if (const auto kind = review_heading_kind(text)) set(p.first_line, *kind);
    }
  }

  void set(std::size_t line, SectionKind kind) {
    facts_[line].opener = kind;
    facts_[line].heading = true;
  }

  // "From:", also quoted ("> From:") and in bold ("**From:**").
  static bool begins_header(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(">* "), text.size()));
    return !prefix_of(text, kMailHeaders).empty();
  }

  // A header that runs on into the next line, as mail programs fold it.
  bool is_folded(std::size_t i) const {
    const std::string_view line = letter_.view(letter_.lines[i]);
    return line.size() > 1 && (line[0] == ' ' || line[0] == '\t') && line.find('@') != std::string_view::npos;
  }

  // A header line stands with others of its kind.
  bool is_mail_header(std::size_t i, std::string_view text) {
    if (!begins_header(text)) return false;
    for (std::size_t j = i + 1; j < std::min(i + 3, letter_.lines.size()); ++j)
      if (begins_header(lowered(j))) return true;
    return i > 0 && facts_[i - 1].opener == mail_headers;
  }

  // Lines between one item and the next of a list belong to the list, whatever they begin with; of bullets, when nothing else lies between.
  void find_lists() {
    const std::vector<std::optional<Marker>>& markers = letter_.markers;
    const Paragraph* before[2] = {nullptr, nullptr};  // the last item of numbers, and of letters
    const Paragraph* last = nullptr;                  // the paragraph before
    for (const Paragraph& p : paragraphs_) {
      const auto& marker = markers[p.first_line];
      const Paragraph* previous = std::exchange(last, &p);
      if (facts_[p.first_line].heading && facts_[p.first_line].opener != reference_block) continue;
      // What was asked is done, though the numbers may run on.
      if (!marker && announces_answers(lowered(p.first_line))) before[0] = before[1] = nullptr;
      if (!marker || marker->style == MarkerStyle::kAnswer) continue;
      if (marker->style == MarkerStyle::kBullet) {
        const bool next = previous != nullptr && markers[previous->first_line] && markers[previous->first_line]->style == marker->style;
        if (next) mark_list(previous->first_line, p.first_line);
        continue;
      }
      const bool number = marker->style == MarkerStyle::kNumber || marker->style == MarkerStyle::kQuestion;
      const Paragraph*& item = before[number ? 0 : 1];
      const bool next = item != nullptr && marker->number == markers[item->first_line]->last + 1;
      if (next && p.first_line - item->first_line <= (number ? letter_.lines.size() : kListLines))
        mark_list(item->first_line, p.first_line, number && states(*item) && states(p));
      item = &p;
    }
  }
  void mark_list(std::size_t from, std::size_t to, bool prose = false) {
    for (std::size_t i = from; i <= to; ++i)
      if (facts_[i].opener != mail_headers) facts_[i].in_list = true;
    for (std::size_t i = from; i <= to; ++i) facts_[i].in_prose = prose;
  }
  bool states(const Paragraph& p) const {
    const auto& marker = letter_.markers[p.first_line];
    const std::string_view line = letter_.view(letter_.lines[p.first_line]);
    const std::string_view text = line.substr(std::min(marker ? marker->text : 0, line.size()));
    return reads_as(repaired_lower(utf8_prefix(text, kOpenerBytes))) == Reads::kStates;
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
      thread_ = thread_ || (current_ == mail_headers && said_something_);
      turn(i, thread_ ? quoted_thread : current_ == mail_headers ? after_headers() : response);
    } else if (f.opener && f.opener != reference_block && admitted(i)) {
      turn(i, *f.opener == review_decision && !review_ ? review_rights : *f.opener);
    } else if (leaves(i, p)) {
      if (current_ == mail_headers && said_something_) thread_ = true;
      turn(i, current_ == mail_headers ? after_headers() : response);
    } else if (current_ == request && i == p.first_line && (ends_numbered(p) || ends_quoted_lines(p))) {
      turn(i, response);
    } else if (current_ == request && i == p.first_line && ((f.answers && !f.in_list) || (quote_ended_ && !quotes_on(p)))) {
      turn(i, response);
    }
    if (asked_ && !f.asks_after) turn(i, request);
    const bool leads = current_ == request && f.in_prose && letter_.markers[i] && letter_.view(p.span).ends_with(':');
    if (i == p.first_line && leads) asking_paragraph_ = &p;
    if (f.asks_after && i >= letterhead_end_) asking_paragraph_ = &p;
    if (i == p.first_line) follow_quote(p);
    asked_ = f.asks_after && i >= letterhead_end_;
  }

  // Of a letter that numbers its paragraphs, "3." ends what "2. You asked:" leads to. The request's own numbers follow one another.
  bool ends_numbered(const Paragraph& p) const {
    if (asking_paragraph_ == nullptr || p.first_line <= asking_paragraph_->end_line) return false;
    const auto &asks = letter_.markers[asking_paragraph_->first_line], &here = letter_.markers[p.first_line];
    if (!asks || !here || asks->style != MarkerStyle::kNumber || here->style != MarkerStyle::kNumber) return false;
    const std::size_t a = asking_paragraph_->span.start - letter_.lines[asking_paragraph_->first_line].start;
    const std::size_t b = p.span.start - letter_.lines[p.first_line].start;
    return here->number == asks->last + 1 && (a > b ? a - b : b - a) <= kMarkerStray;
  }

  // A request printed in quoted lines, as a mail or Markdown has them, ends with the last of them.
  bool ends_quoted_lines(const Paragraph& p) const {
    const auto quoted = [&](const Paragraph& q) { return letter_.view(q.span).starts_with("> "); };
    const auto at = static_cast<std::size_t>(&p - paragraphs_.data());
    if (at == 0 || quoted(p) || !quoted(paragraphs_[at - 1])) return false;
    return std::none_of(paragraphs_.begin() + static_cast<std::ptrdiff_t>(at), paragraphs_.end(), quoted);
  }

  bool begins_quote(const Paragraph& p) const {
    std::string_view text = letter_.view(p.span);
    text.remove_prefix(std::min(text.find_first_not_of("> "), text.size()));  // of Markdown, or of a mail
    return text.starts_with('"') || text.starts_with("\u201C");
  }

  // After a quotation has ended: another, or the next item of the list in it.
  bool quotes_on(const Paragraph& p) const {
    const auto& marker = letter_.markers[p.first_line];
    return begins_quote(p) || (marker && marker->style != MarkerStyle::kBullet && marker->number == quoted_number_ + 1);
  }

  // A request printed within quotation marks ends with them.
  void follow_quote(const Paragraph& p) {
    const std::string_view text = letter_.view(p.span);
    const bool opens = begins_quote(p);
    const bool closes = text.ends_with('"') || text.ends_with("\u201D") || text.ends_with("\".") || text.ends_with("\u201D.");
    quoting_ = current_ == request && (quoting_ || opens);
    quote_ended_ = quoting_ && closes;
    const auto& marker = letter_.markers[p.first_line];
    if (quoting_) quoted_number_ = marker && marker->style != MarkerStyle::kBullet ? marker->number : kNoNumber;
    if (quote_ended_) quoting_ = false;
  }

  // The first message of a mail is the letter itself; those under it are older.
  SectionKind after_headers() const {
    const bool spoken = std::ranges::any_of(
        sections_, [](const Section& s) { return s.kind != letterhead && s.kind != reference_block && s.kind != mail_headers; });
    return spoken ? quoted_thread : response;
  }

  // Whether an opener counts where it stands: within a numbered list of questions only headings do, and thanks for a request do not end
  // one.
  bool admitted(std::size_t i) const {
    const LineFacts& f = facts_[i];
    if (f.in_list && !(f.heading && is_heading_only(*f.opener) && i > 0 &&
                       (!facts_[i - 1].in_list || (f.in_prose && f.opener == request && stands_alone_[i]))))
      return false;
    if (f.opener == response && !f.heading && is_boilerplate(current_)) return false;
    if (f.opener == request && !f.heading && current_ != response && current_ != letterhead && current_ != reference_block) return false;
    return true;
  }

  // Sections that end by themselves: a reference line, a signature before an annex, message headers.
  bool leaves(std::size_t i, const Paragraph& p) const {
    if (current_ == reference_block || current_ == letterhead) return true;
    if (current_ == mail_headers) return !begins_header(lowered(i)) && !is_folded(i);
    if (i != p.first_line) return false;
    const std::size_t length = p.span.start - sections_.back().start;
    if (is_boilerplate(current_)) return length > kMaxBoilerplateBytes;
    return current_ == signature && (length > kMaxSignatureBytes || p.span.end - p.span.start > kSignatureParagraphBytes);
  }

  // "For the disclosure log please" over an answer that is passed on: that answer is the letter.
  bool is_covering_note(std::size_t line) const {
    constexpr std::size_t note = 400;  // bytes
    const auto said = std::ranges::find(sections_, response, &Section::kind);
    if (said == sections_.end() || letter_.lines[line].start - said->start > note) return false;
    const std::string before = repaired_lower(letter_.view(Span{0, letter_.lines[line].start}));
    return has_any(before, std::span<const std::string_view>(kForwarded));
  }
  static constexpr CueTable kForwarded = {"forwarded message", "fw:", "fwd:", "begin forwarded", "disclosure log please"};

  void turn(std::size_t line, SectionKind kind) {
    if (kind == mail_headers && current_ != mail_headers && said_something_ && !thread_ && is_covering_note(line)) {
      said_something_ = false;
      for (Section& s : sections_)
        if (s.kind == response) s.kind = letterhead;
    }
    // Older messages below an answer are one thread, whatever their paragraphs begin with.
    if (thread_ && !review_ && kind != mail_headers && kind != disclaimer) kind = quoted_thread;
    said_something_ = said_something_ || kind == response || kind == signature;
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
    for (auto s = asked; s != decision; ++s) {
      const bool answer = s->kind == response || s->kind == exemption_reasons || s->kind == public_interest_test;
      if (answer && !has_any(repaired_lower(letter_.view(Span{s->start, s->end})), kReviewerSays)) s->kind = quoted_thread;
    }
  }

  const Letter& letter_;
  std::vector<Paragraph> paragraphs_;
  std::vector<LineFacts> facts_;
  std::vector<bool> stands_alone_;  // the line is a paragraph
  std::vector<Section> sections_;
  SectionKind current_ = response;
  std::size_t letterhead_end_ = 0;
  bool said_something_ = false;  // an answer came before
  bool thread_ = false;          // below the answer, older messages are quoted
  bool quoting_ = false;         // the request began with a quotation mark
  bool quote_ended_ = false;     // that was closed in the paragraph before
  static constexpr int kNoNumber = -2;
  int quoted_number_ = kNoNumber;                // of the last item within it
  const Paragraph* asking_paragraph_ = nullptr;  // the last that led to a request
  bool asked_ = false;                           // the paragraph before ended with "you asked for:"
  bool review_ = false;
  std::size_t title_line_ = static_cast<std::size_t>(-1);
  bool looks_back_ = false;  // the beginning speaks of an earlier answer
};

}  // namespace

std::vector<Section> find_sections(const Letter& letter) { return Finder(letter).run(); }

SectionKind section_at(const std::vector<Section>& sections, std::size_t offset) {
  const auto after = std::ranges::upper_bound(sections, offset, {}, &Section::start);
  return after == sections.begin() ? response : std::prev(after)->kind;
}

bool is_boilerplate(SectionKind kind) { return kind == review_rights || kind == ico_address || kind == re_use || kind == disclaimer; }

}  // namespace foi::understand
