#include "indexer/understand/understand.h"

#include <algorithm>
#include <set>
#include <utility>

#include "indexer/model/limits.h"
#include "indexer/model/text.h"
#include "indexer/understand/authority.h"
#include "indexer/understand/citation_lines.h"
#include "indexer/understand/citations.h"
#include "indexer/understand/columns.h"
#include "indexer/understand/dates.h"
#include "indexer/understand/kind.h"
#include "indexer/understand/language.h"
#include "indexer/understand/log_columns.h"
#include "indexer/understand/outcome.h"
#include "indexer/understand/outcome_model.h"
#include "indexer/understand/outcome_words.h"
#include "indexer/understand/page_edges.h"
#include "indexer/understand/privacy.h"
#include "indexer/understand/reference_number.h"
#include "indexer/understand/review.h"
#include "indexer/understand/review_answers.h"
#include "indexer/understand/title.h"
#include "indexer/understand/tokens.h"
#include "indexer/understand/topics.h"
#include "indexer/understand/working_days.h"

namespace foi::understand {

namespace {

// Working days in which an answer is due (section 10 FOIA, section 10 FOISA, regulation 5 EIRs).
constexpr int kDueDays = 20;
// A name in a web address is sought when it has at least this many letters.
constexpr std::size_t kMinNameLetters = 3;
// Letters of the longest initials in a reference.
constexpr std::size_t kMaxInitials = 3;

// What is known of a letter before anything is masked: places are those of the text as extracted.
struct Findings {
  Letter letter;
  Repaired repaired;
  std::vector<Section> sections;
  std::vector<FoundQuestion> questions;
  LetterDates dates;
  AuthorityFinding authority;
  std::optional<FoundReference> reference;
  LawOfLetter law;
  Kind kind = Kind::kOther;
  std::optional<ReviewResult> review;
  Citations citations;
  std::vector<QuestionOutcome> question_outcomes;
  std::vector<double> told;  // how likely each outcome is by the words
  Outcome outcome = Outcome::kUnknown;
  std::vector<Check> checks;
  std::optional<Span> title;
};

RoleContext context_of(const Findings& f) { return {f.letter, f.repaired, f.sections, f.questions, f.kind, f.review.has_value(), f.told}; }

bool answers_in_scotland(const AuthorityFinding& found, const Reference& reference) {
  const AuthorityInfo* info = found.best ? reference.authority(found.best->id) : nullptr;
  return info != nullptr && info->regime == "foisa";
}

// What the words say as a whole, where they leave little doubt.
void settle_outcome(Findings& f, const Reference& reference) {
  const OutcomeRead read{f.outcome, f.kind, f.review.has_value(), f.question_outcomes, f.citations.exemptions, f.told};
  const std::optional<Outcome> settled = outcome_model(reference)->settle(read);
  if (!settled) return;
  f.outcome = *settled;
  if (f.review) f.review = review_of_outcome(f.outcome);
}

Findings read(const Input& input, const std::vector<Page>& pages, const Reference& reference) {
  Findings f;
  f.letter = join_pages(pages);
  f.repaired = repair(f.letter.text);
  f.sections = find_sections(f.letter);
  f.questions = find_questions(f.letter, f.sections);
  f.kind = find_kind(
      f.letter, f.sections,
      {input.extraction.media_type, input.inside, f.questions.size(), answered_alone(f.questions), texts_answered_alone(f.questions)});
  f.dates = f.kind == Kind::kAttachment ? log_dates(input.log) : find_dates(f.letter, f.sections, input.log);
  const auto letter_date = f.dates.responded ? std::optional(f.dates.responded->date) : std::nullopt;
  f.authority = find_authority(f.letter, f.sections, f.kind, input.log, letter_date, reference, f.questions);
  f.reference = find_reference(f.letter, f.sections, input.log);
  f.law = law_of_letter(f.repaired, answers_in_scotland(f.authority, reference));
  f.told = outcome_words(reference)->likelihoods(f.letter.tokens);
  const ReviewRead read = read_review(f.letter, f.repaired, f.sections, f.kind, f.told);
  f.kind = read.kind;
  f.review = read.review;
  f.citations = find_citations(context_of(f), f.law, f.review, reference);
  if (f.review) f.review = settle_review(*f.review, f.citations.exemptions);
  f.question_outcomes = outcomes_of_questions(context_of(f), f.citations);
  f.outcome = outcome_of_document(context_of(f), f.question_outcomes, f.citations, f.review, reference);
  settle_outcome(f, reference);
  // Last: what the outcome is learnt from is how the answers read.
  if (f.review) f.question_outcomes = outcomes_after_review(context_of(f), f.citations, std::move(f.question_outcomes), reference);
  f.kind = settle_refusal(f.kind, f.outcome, f.letter, f.sections);
  f.checks = find_checks(context_of(f), f.citations, letter_date, reference);
  f.title = find_title(f.letter, f.sections, f.questions);
  if (!f.title && (f.kind == Kind::kAttachment || f.kind == Kind::kPolicyStatement || f.kind == Kind::kOther))
    f.title = find_heading(f.letter, input.extraction.pages);
  return f;
}

bool is_entry(const Input& input) { return input.extraction.media_type == kLogEntryMediaType; }

// What a log is called: the first line that is no row and says what it is of.
std::optional<Span> title_of_log(const Letter& letter, const std::vector<Page>& pages) {
  constexpr std::size_t kTopLines = 60;
  for (std::size_t i = 0; i < std::min(letter.lines.size(), kTopLines); ++i) {
    const std::string_view line = letter.view(letter.lines[i]);
    if (line.size() <= kMaxTitleBytes && line.find('\t') == std::string_view::npos && !line.ends_with('.') && names_requests(line))
      return Span{letter.lines[i].start, letter.lines[i].end};
  }
  return find_heading(letter, pages);
}

bool holds(std::string_view text, std::string_view name) {
  return !name.empty() && to_lower_ascii(text).find(to_lower_ascii(name)) != std::string::npos;
}

// A page that lists requests: what it claims itself is who keeps it and what it is called.
Findings read_log_page(const Input& input, const std::vector<Page>& pages, const Reference& reference) {
  Findings f;
  f.letter = join_pages(pages);
  f.repaired = repair(f.letter.text);
  f.sections = find_sections(f.letter);
  f.dates = log_dates(input.log);
  f.title = title_of_log(f.letter, input.extraction.pages);
  f.authority = find_authority(f.letter, f.sections, f.kind, input.log, std::nullopt, reference);
  // The only body a log names, where it names it in its title, keeps it.
  if (const auto& only = f.authority.candidates;
      !f.authority.best && only.size() == 1 && f.title && holds(f.letter.view(*f.title), only[0].name)) {
    LogEntry titled;
    titled.authority = only[0].id;
    f.authority = find_authority(f.letter, f.sections, f.kind, &titled, std::nullopt, reference);
  }
  if (input.log != nullptr && input.log->reference) f.reference = FoundReference{*input.log->reference, {}, {}, true, {}};
  return f;
}

// An entry of one tells of a request and its answer; it is neither, so it has no questions and none of a letter's faults.
Findings read_entry(const Input& input, const std::vector<Page>& pages, const Reference& reference) {
  Findings f;
  f.letter = join_pages(pages);
  f.repaired = repair(f.letter.text);
  f.sections = find_sections(f.letter);
  f.kind = kind_of_entry(f.letter);
  f.dates = find_dates(f.letter, f.sections, input.log);
  const auto answered = f.dates.responded ? std::optional(f.dates.responded->date) : std::nullopt;
  f.authority = find_authority(f.letter, f.sections, f.kind, input.log, answered, reference);
  f.reference = find_reference(f.letter, f.sections, input.log);
  f.law = law_of_letter(f.repaired, answers_in_scotland(f.authority, reference));
  if (f.kind == Kind::kInternalReview) f.review = find_review(f.letter, f.repaired, f.sections, f.kind);
  f.citations = find_citations(context_of(f), f.law, f.review, reference);
  f.outcome = outcome_of_entry(f.letter);
  f.title = find_title(f.letter, f.sections, f.questions);
  return f;
}

Findings findings_of(const Input& input, const std::vector<Page>& pages, const Reference& reference) {
  if (input.is_log != nullptr) return read_log_page(input, pages, reference);
  return is_entry(input) ? read_entry(input, pages, reference) : read(input, pages, reference);
}

// In a table with a column of people, what stands in capitals in the column of references ("ICB-FOI-0288") is taken for initials: there the
// columns say that it is nobody's.
void drop_references(const Findings& f, const LogPage& log, std::vector<PersonalSpan>& personal) {
  std::set<std::string_view> references;
  for (const Entry& entry : log.entries)
    for (const EntryCell& cell : entry.cells)
      if (log_column(cell.heading) == LogColumn::reference && std::ranges::none_of(cell.text, is_lower)) references.insert(cell.text);
  std::vector<Span> cells;  // in order
  for (const Line& line : f.letter.lines)
    for (const Span& cell : cells_of(f.letter, line))
      if (references.contains(f.letter.view(cell))) cells.push_back(cell);
  std::erase_if(personal, [&](const PersonalSpan& span) {
    const auto after = std::ranges::lower_bound(cells, span.where.start, {}, [](const Span& cell) { return cell.end - 1; });
    return after != cells.end() && after->start < span.where.end;
  });
}

// Names that only the columns of a log tell from other words.
void add_requesters(const Input& input, const Findings& f, std::vector<PersonalSpan>& personal) {
  if (is_entry(input))
    for (PersonalSpan& span : requesters_of_entry(f.letter)) personal.push_back(std::move(span));
  if (input.is_log == nullptr) return;
  drop_references(f, *input.is_log, personal);
  const std::set<std::string_view> names(input.is_log->requesters.begin(), input.is_log->requesters.end());
  for (const Line& line : f.letter.lines)
    for (const Span& cell : cells_of(f.letter, line))
      if (names.contains(f.letter.view(cell))) personal.push_back({cell, "requester"});
}

// The masked text, and places of the letter as it was as places in it.
class MaskedText {
 public:
  explicit MaskedText(const MaskedPages& pages) : pages_(pages), letter_(join_texts(pages.pages)) {
    indexes_.reserve(pages.pages.size());
    for (const Page& page : pages.pages) indexes_.emplace_back(page.text);
  }

  std::string text(Span original, std::size_t most) const {
    return std::string(trim(utf8_prefix(letter_.view(whole_characters(pages_.masked(original))), most)));
  }

  // What runs on over a page's end goes on with its next line; anything else is parted.
  std::string text(const std::vector<Span>& pieces, std::size_t most) const {
    std::string all;
    for (const Span& piece : pieces) {
      if (all.size() >= most) break;
      if (!all.empty()) all += std::string_view(".:;?!").find(all.back()) == std::string_view::npos ? "\n" : "\n\n";
      all += text(piece, most);
    }
    return std::string(trim(utf8_prefix(all, most)));
  }

  Evidence evidence(Span original) const {
    const Region region = region_of(original);
    const std::size_t page = letter_.page_index(pages_.masked(original).start);
    const std::string& text = pages_.pages[page].text;
    const auto points = [&](std::uint32_t byte) { return static_cast<std::uint32_t>(indexes_[page].code_points_before(byte)); };
    return {region.page, points(region.start), points(region.end), text.substr(region.start, region.end - region.start)};
  }

  // A section of the letter as it was, page by page.
  void add_regions(Span original, std::vector<Region>& regions) const {
    Span rest = pages_.masked(original);
    while (!rest.empty()) {
      const std::size_t page = letter_.page_index(rest.start);
      const Region region = letter_.region(rest);
      if (region.end > region.start) regions.push_back(region);
      if (page + 1 >= letter_.page_starts.size()) return;
      rest.start = letter_.page_starts[page + 1];
    }
  }

 private:
  Region region_of(Span original) const { return letter_.region(whole_characters(pages_.masked(original))); }

  Span whole_characters(Span span) const {
    const auto inside = [&](std::size_t at) { return at < letter_.text.size() && continues_character(letter_.text[at]); };
    while (span.start > 0 && inside(span.start)) --span.start;
    while (inside(span.end)) ++span.end;
    return span;
  }

  const MaskedPages& pages_;
  Letter letter_;
  std::vector<CodePointIndex> indexes_;
};

std::vector<Evidence> evidence_of(const std::vector<Span>& places, const MaskedText& text) {
  std::vector<Evidence> all;
  for (Span place : places) all.push_back(text.evidence(place));
  return all;
}

std::vector<Citation> citations_of(const std::vector<FoundCitation>& found, const MaskedText& text, const Reference& reference) {
  std::vector<Citation> all;
  for (const FoundCitation& c : found) {
    const ExemptionInfo* info = reference.exemption(c.id);
    all.push_back({c.id,
                   info != nullptr ? info->label : c.id,
                   c.status,
                   c.stage,
                   c.questions,
                   evidence_of(c.places, text),
                   c.confidence,
                   c.rule,
                   {}});
  }
  return all;
}

std::vector<Question> questions_of(const Findings& f, const MaskedText& text) {
  std::vector<Question> all;
  if (f.questions.empty()) return all;
  const std::vector<bool> edges = page_edges(f.letter);
  // Of an answer that all share no more is looked through for each than is shown.
  const auto words = [&](Span span, std::size_t most) {
    span.end = std::min(span.end, span.start + 2 * most);
    return text.text(without_edges(f.letter, edges, span), most);
  };
  for (std::size_t i = 0; i < f.questions.size(); ++i) {
    const FoundQuestion& q = f.questions[i];
    std::vector<std::string> grounds;
    for (const FoundCitation& c : f.citations.exemptions)
      if (std::ranges::find(c.questions, q.number) != c.questions.end()) grounds.push_back(c.id);
    all.push_back({q.number, text.text(q.heading, limits::kMaxQuestionHeadingBytes), words(q.text, limits::kMaxQuestionBytes),
                   words(q.answer, limits::kMaxAnswerBytes), f.question_outcomes[i], std::move(grounds)});
  }
  return all;
}

void describe_authority(const Findings& f, Record& record) {
  record.authority = f.authority.best;
  record.authority_candidates = f.authority.candidates;
  for (const std::string& note : f.authority.notes) record.notes.push_back({0, note});
}

// The letter speaks of an extension, a clarification or a fee.
bool clock_may_have_stopped(std::string_view lower) {
  static constexpr std::string_view kWords[] = {"extension", "extend",  "clarif", "fees notice", "fee of",
                                                "your fee",  "the fee", "a fee ", "payment of"};
  return std::ranges::any_of(kWords, [&](std::string_view word) { return lower.find(word) != std::string_view::npos; });
}

void describe_dates(const Findings& f, const Reference& reference, Record& record) {
  // What a commissioner or a tribunal tells of the request is the day on which somebody else received it.
  const bool notice = f.kind == Kind::kIcoDecision || f.kind == Kind::kTribunalDecision;
  if (f.dates.received && !notice) record.received = f.dates.received->date;
  if (f.dates.responded) record.responded = f.dates.responded->date;
  for (const std::string& note : f.dates.notes) record.notes.push_back({0, note});
  if (!record.received || !record.responded) return;
  record.working_days = working_days(*record.received, *record.responded, f.law.scottish ? "foisa" : "foia", reference);
  if (!record.working_days) return;
  const bool in_letter = !f.dates.received->from_log && !f.dates.responded->from_log;
  const bool overdue = *record.working_days > kDueDays;
  // Time runs differently where it was extended, or waited for a clarification or a fee; what the log alone says is no ground to say so.
  if (!in_letter || (overdue && clock_may_have_stopped(f.repaired.lower))) return;
  record.late = overdue;
  if (*record.late) record.checks.push_back(Check::kLate);
}

// "… internal review of the response to your FOI ref: 2002": the reference is that of the answer reviewed.
bool names_reviewed(const Findings& f) {
  const std::string_view sentence = f.repaired.lower_view(sentence_at(f.repaired, f.repaired.repaired(f.reference->where)));
  return sentence.find("review of") != std::string_view::npos;
}

void describe_reference(const Findings& f, const LogEntry* log, Record& record) {
  if (f.reference) {
    record.reference = f.reference->key;
    for (const std::string& note : f.reference->notes) record.notes.push_back({0, note});
  }
  if (!f.review) return;
  record.review = Review{std::nullopt, *f.review};
  if (log != nullptr && log->in_reply_to)
    record.review->of = log->in_reply_to;
  else if (f.reference && !f.reference->from_log && names_reviewed(f))
    record.review->of = f.reference->key;
}

void describe_grounds(const Findings& f, const MaskedText& text, const Reference& reference, Record& record) {
  record.exemptions = citations_of(f.citations.exemptions, text, reference);
  record.inferred = citations_of(f.citations.inferred, text, reference);
  for (const FoundMention& m : f.citations.mentioned) record.mentioned.push_back({m.id, m.role, evidence_of(m.places, text)});
  record.reasons = f.citations.reasons;
  for (const std::string& note : f.citations.notes) record.notes.push_back({0, note});
  if (f.citations.crowded) record.notes.push_back({0, "more citations of sections than are read; the rest was left"});
}

// A web address, or the title in a log, often holds the requester's name.
bool holds_name(std::string_view words, const Findings& f, const std::vector<PersonalSpan>& personal) {
  std::set<std::string, std::less<>> names;
  for (const PersonalSpan& span : personal)
    if (span.type == "requester" || span.type == "person" || span.type == "staff member")
      for (const Token& token : tokenise(f.letter.view(span.where)))
        if (token.word.size() >= kMinNameLetters && !is_digit(token.word.front())) names.emplace(token.word);
  const TokenList tokens = tokenise(words);
  return std::ranges::any_of(tokens, [&](const Token& token) { return names.contains(token.word); });
}

// The reference without the initials of people before or after its number; none when they stand in the midst of it. Whole names are for
// holds_name to find.
std::optional<std::string> without_initials(const Findings& f, const std::string& key, const std::vector<PersonalSpan>& personal) {
  if (!f.reference || f.reference->from_log) return key;
  Span where = f.reference->where;
  for (const PersonalSpan& span : personal) {
    if (span.where.end <= where.start || span.where.start >= where.end) continue;
    const TokenList words = tokenise(f.letter.view(span.where));
    if (std::ranges::any_of(words, [](const Token& token) { return token.word.size() > kMaxInitials; })) return key;
    if (span.where.start <= where.start)
      where.start = span.where.end;
    else if (span.where.end >= where.end)
      where.end = span.where.start;
    else
      return std::nullopt;
  }
  if (where == f.reference->where) return key;
  if (where.empty()) return std::nullopt;
  std::string_view rest = f.letter.view(where);
  while (!rest.empty() && !is_digit(rest.front()) && !is_alpha(rest.front())) rest.remove_prefix(1);
  while (!rest.empty() && !is_digit(rest.back()) && !is_alpha(rest.back())) rest.remove_suffix(1);
  return std::string(rest);
}

void describe_source(const Input& input, const Findings& f, const std::vector<PersonalSpan>& personal, Record& record) {
  record.id = input.id;
  record.source = input.source;
  if (input.log != nullptr && !record.source.url) record.source.url = input.log->url;
  if (input.log != nullptr && !record.source.licence) record.source.licence = input.log->licence;
  if (record.source.url && holds_name(*record.source.url, f, personal)) {
    record.source.url.reset();
    record.source.url_withheld = true;
  }
}

std::string title_of(const Input& input, const Findings& f, const MaskedText& text, const std::vector<PersonalSpan>& personal,
                     const Record& record) {
  const bool logged = input.log != nullptr && input.log->title && !input.log->title->empty();
  if (logged && !holds_name(*input.log->title, f, personal)) return title_text(*input.log->title);
  if (f.title)
    if (std::string title = title_of_words(text.text(*f.title, limits::kMaxQuestionBytes)); !title.empty()) return title;
  std::string title(is_entry(input) ? "Entry of a disclosure log" : label_of(record.kind));
  if (record.reference) title += ' ' + *record.reference;
  return title;
}

// What the publisher's log, or the letter's subject line, calls the request.
std::string_view subject_of(const Input& input, const Findings& f) {
  if (input.log != nullptr && input.log->title && !input.log->title->empty()) return *input.log->title;
  return f.title ? f.letter.view(*f.title) : std::string_view{};
}

void summarise_pages(const std::vector<Page>& pages, Record& record) {
  for (const Page& page : pages) record.pages.push_back({page.number, page.source, page.confidence, count_code_points(page.text)});
}

}  // namespace

Published understand(const Input& input, const Reference& reference) {
  const bool columns = input.is_log == nullptr && has_answer_columns(input.extraction.pages);
  const std::vector<Page> ordered = columns ? read_columns(input.extraction.pages) : std::vector<Page>();
  const std::vector<Page>& pages = columns ? ordered : input.extraction.pages;
  const Findings f = findings_of(input, pages, reference);
  std::vector<PersonalSpan> personal = find_personal(f.letter, f.sections, reference, f.authority);
  add_requesters(input, f, personal);
  MaskedPages masked = mask(pages, f.letter, personal);
  const MaskedText text(masked);

  Published published;
  Record& record = published.record;
  describe_source(input, f, personal, record);
  record.language = language_of(f.repaired.lower);
  record.kind = f.kind;
  record.outcome = f.outcome;
  record.checks = f.checks;
  record.hidden = input.extraction.hidden;
  record.notes = input.extraction.notes;
  describe_authority(f, record);
  describe_reference(f, input.log, record);
  if (record.reference) record.reference = without_initials(f, *record.reference, personal);
  if (record.reference && holds_name(*record.reference, f, personal)) record.reference.reset();
  describe_dates(f, reference, record);
  describe_grounds(f, text, reference, record);
  record.questions = questions_of(f, text);
  record.topics = find_topics(subject_of(input, f), f.questions, f.letter, f.sections, reference);
  record.title = title_of(input, f, text, personal, record);
  record.masks = static_cast<std::uint32_t>(masked.masks.size());
  summarise_pages(masked.pages, record);
  for (const Section& section : f.sections)
    if (is_boilerplate(section.kind)) text.add_regions({section.start, section.end}, published.boilerplate);
  published.masks = std::move(masked.masks);
  published.pages = std::move(masked.pages);
  return published;
}

Record unreadable(std::string id, Source source, Error error) {
  Record record;
  record.id = std::move(id);
  record.source = std::move(source);
  record.error = std::move(error);
  return record;
}

}  // namespace foi::understand
