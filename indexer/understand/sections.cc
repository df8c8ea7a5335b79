#include "indexer/understand/sections.h"

#include <algorithm>
#include <optional>
#include <string>

#include "indexer/model/text.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/markers.h"
#include "indexer/understand/paragraphs.h"
#include "indexer/understand/repair.h"

namespace foi::understand {

namespace {

using enum SectionKind;

// How much of a paragraph may open a section, in bytes: an opener stands at its beginning.
constexpr std::size_t kOpenerBytes = 260;
// A heading is a short line of its own.
constexpr std::size_t kHeadingBytes = 70;
// A letterhead ends within this many lines; what is without a salutation after that never was one.
constexpr std::size_t kLetterheadLines = 60;
// Boilerplate and a signature longer than this have run into something else, in bytes.
constexpr std::size_t kMaxBoilerplateBytes = 5'000, kMaxSignatureBytes = 1'500;
// A signature is followed by the body of an annex when a paragraph is longer than any address or job title.
constexpr std::size_t kSignatureParagraphBytes = 220;

struct Opener {
  std::string_view phrase;
  SectionKind kind;
};

// Whole lines.
constexpr Opener kHeadings[] = {
    {"request", request},
    {"your request", request},
    {"the request", request},
    {"foi request", request},
    {"original request", request},
    {"initial request", request},
    {"details of request", request},
    {"details of the request", request},
    {"details of your request", request},
    {"details of enquiry", request},
    {"request details", request},
    {"information requested", request},
    {"description of request", request},
    {"request and request", request},
    {"request and response", request},
    {"questions", request},
    {"your questions", request},
    {"questions asked", request},
    {"response", response},
    {"our response", response},
    {"the response", response},
    {"original response", response},
    {"initial response", response},
    {"trust response", response},
    {"the trust's response", response},
    {"council response", response},
    {"the council's response", response},
    {"response sent", response},
    {"in response", response},
    {"answer", response},
    {"answers", response},
    {"our answer", response},
    {"decision", response},
    {"our decision", response},
    {"internal review", review_decision},
    {"internal review outcome", review_decision},
    {"internal review decision", review_decision},
    {"internal review findings", review_decision},
    {"outcome of internal review", review_decision},
    {"outcome of the internal review", review_decision},
    {"outcome of review", review_decision},
    {"outcome of the review", review_decision},
    {"review outcome", review_decision},
    {"review decision", review_decision},
    {"review findings", review_decision},
    {"findings of the review", review_decision},
    {"refusal notice", exemption_reasons},
    {"exemption", exemption_reasons},
    {"exemptions", exemption_reasons},
    {"exemption applied", exemption_reasons},
    {"exemptions applied", exemption_reasons},
    {"exemption(s) applied", exemption_reasons},
    {"exemption(s) which apply", exemption_reasons},
    {"reason for decision", exemption_reasons},
    {"reasons for decision", exemption_reasons},
    {"reasons for not providing information", exemption_reasons},
    {"reason for refusal", exemption_reasons},
    {"reasons for refusal", exemption_reasons},
    {"explanatory annex", exemption_reasons},
    {"public interest test", public_interest_test},
    {"the public interest test", public_interest_test},
    {"public interest", public_interest_test},
    {"public interest considerations", public_interest_test},
    {"balance test", public_interest_test},
    {"balance of the public interest", public_interest_test},
    {"re-use of information", re_use},
    {"reuse of information", re_use},
    {"re-use of public sector information", re_use},
    {"reuse of public sector information", re_use},
    {"re-use of public sector information regulations", re_use},
    {"copyright", re_use},
    {"complaints", review_rights},
    {"review procedure", review_rights},
    {"complaints procedure", review_rights},
    {"right of review", review_rights},
    {"your right of review", review_rights},
    {"your right to complain", review_rights},
    {"right to complain", review_rights},
    {"your rights", review_rights},
    {"appeal rights", review_rights},
    {"internal review procedure", review_rights},
    {"right to an internal review", review_rights},
    {"your right to an internal review", review_rights},
};

// Beginnings of paragraphs.
constexpr Opener kBeginnings[] = {
    {"your request was as follows", request},
    {"your exact request was", request},
    {"your request is as follows", request},
    {"you requested", request},
    {"you have requested", request},
    {"you asked", request},
    {"you have asked", request},
    {"details of your request", request},
    {"request:", request},
    {"your request:", request},
    {"foi request:", request},
    {"information requested:", request},
    {"request details:", request},
    {"i would like to request", request},
    {"under the freedom of information act i would like", request},
    {"under the freedom of information act, i would like", request},
    {"under the freedom of information act 2000 i would like", request},
    {"under the freedom of information act 2000, i would like", request},
    {"please could you provide me with", request},
    {"response:", response},
    {"our response:", response},
    {"trust response:", response},
    {"response sent:", response},
    {"in response:", response},
    {"the trust's response is", response},
    {"our response is", response},
    {"our response to your request is", response},
    {"please find our response", response},
    {"please find the response", response},
    {"please find below our response", response},
    {"please find below the response", response},
    {"please see our response", response},
    {"i can confirm", response},
    {"we can confirm", response},
    {"the trust can confirm", response},
    {"the council can confirm", response},
    {"i can now confirm", response},
    {"i confirm that", response},
    {"in response to your", response},
    {"with regards to your request", response},
    {"having considered your request", response},
    {"following a search of our", response},
    {"the trust holds", response},
    {"the trust does not hold", response},
    {"please find", response},
    {"further to your", response},
    {"we are writing in", response},
    {"i am writing in", response},
    {"i write further", response},
    {"we write in", response},
    {"i refer to your", response},
    {"thank you for your request", response},
    {"thank you for your email", response},
    {"exemptions applied:", exemption_reasons},
    {"exemption(s) applied:", exemption_reasons},
    {"exemption applied:", exemption_reasons},
    {"refusal notice", exemption_reasons},
    {"the trust has applied the public interest test", public_interest_test},
    {"we have applied the public interest test", public_interest_test},
    {"in applying the public interest test", public_interest_test},
    {"factors in favour", public_interest_test},
    {"factors favouring", public_interest_test},
    {"arguments in favour", public_interest_test},
    {"public interest test", public_interest_test},
    {"public interest factors", public_interest_test},
    {"considerations in favour", public_interest_test},
    {"re-use of", re_use},
    {"reuse of", re_use},
    {"reusing the data", re_use},
    {"you are free to use", re_use},
    {"any information supplied to you", re_use},
    {"if you wish to re-use", re_use},
    {"the information supplied to you", re_use},
    {"most of the information that we provide", re_use},
    {"you must ask us if you want to use", re_use},
    {"to comply with the re-use of", re_use},
    {"all information supplied by the", re_use},
    {"if you are dissatisfied", review_rights},
    {"if you are not satisfied", review_rights},
    {"if you are unhappy", review_rights},
    {"if you are not happy", review_rights},
    {"if you are not content with the", review_rights},
    {"if you have any queries or concerns", review_rights},
    {"if you have any questions or concerns", review_rights},
    {"if you have any queries about this letter", review_rights},
    {"if you wish to complain", review_rights},
    {"if you wish to request an internal review", review_rights},
    {"if you would like to request an internal review", review_rights},
    {"if you want to complain", review_rights},
    {"if you feel your request has not been", review_rights},
    {"if you believe", review_rights},
    {"if you disagree with", review_rights},
    {"if, for whatever reason, you are unhappy", review_rights},
    {"if for any reason you are unhappy", review_rights},
    {"should you be dissatisfied", review_rights},
    {"should you not be satisfied", review_rights},
    {"should you be unhappy", review_rights},
    {"should you wish to complain", review_rights},
    {"should you wish to request an internal review", review_rights},
    {"you have the right to", review_rights},
    {"you have a right to", review_rights},
    {"you may ask for an internal review", review_rights},
    {"requests for internal review", review_rights},
    {"internal review requests", review_rights},
    {"to request an internal review", review_rights},
    {"if you remain dissatisfied", ico_address},
    {"if you remain unhappy", ico_address},
    {"if you are still unhappy", ico_address},
    {"if you are still dissatisfied", ico_address},
    {"if you are not content with the outcome", ico_address},
    {"if you are dissatisfied with the outcome", ico_address},
    {"the information commissioner can be contacted", ico_address},
    {"complaints to the information commissioner", ico_address},
    {"information commissioner's office", ico_address},
    {"the information commissioner's office", ico_address},
    {"wycliffe house", ico_address},
    {"this email is confidential", disclaimer},
    {"this e-mail is confidential", disclaimer},
    {"this email and any", disclaimer},
    {"this e-mail and any", disclaimer},
    {"this message may contain confidential", disclaimer},
    {"information contained in e-mails", disclaimer},
    {"the information contained in this e-mail", disclaimer},
    {"the information contained in this email", disclaimer},
    {"we would be grateful if you could please take a few moments", disclaimer},
    {"as part of our monitoring process", disclaimer},
    {"any contact details provided in this response", disclaimer},
    {"privacy and electronic communications", disclaimer},
};

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

std::optional<SectionKind> heading_kind(std::string_view line) {
  if (line.size() > kHeadingBytes) return std::nullopt;
  const std::string_view text = bare(line);
  for (const Opener& o : kHeadings)
    if (o.phrase == text || (o.phrase.ends_with(')') && o.phrase == trim(line))) return o.kind;
  return std::nullopt;
}

// "Section 43 - Commercial interests" alone on a line.
bool is_section_heading(std::string_view line) {
  if (line.size() > 2 * kHeadingBytes || !line.starts_with("section ") || line.ends_with('.')) return false;
  const std::size_t digits = line.find_first_of("0123456789");
  const std::size_t dash = line.find(" - ");
  return digits == 8 && dash != std::string_view::npos && dash < 30;
}

std::optional<SectionKind> beginning_kind(std::string_view text) {
  std::optional<SectionKind> kind;
  std::size_t longest = 0;
  for (const Opener& o : kBeginnings) {
    if (o.phrase.size() <= longest || !text.starts_with(o.phrase)) continue;
    longest = o.phrase.size();
    kind = o.kind;
  }
  if (kind != review_rights) return kind;
  const bool commissioner =
      text.find("information commissioner") != std::string_view::npos && text.find("internal review") == std::string_view::npos;
  if (commissioner) return ico_address;
  // "You have the right to" and "If you believe" open many sentences; only those about complaints are boilerplate.
  constexpr std::string_view about[] = {"review",        "complain", "complaint", "appeal",  "dissatisfied", "unhappy",
                                        "not satisfied", "concerns", "not happy", "handled", "commissioner", "dealt with"};
  return has_any(text, about) ? kind : std::nullopt;
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
