#include "indexer/understand/dates.h"

#include <algorithm>
#include <vector>

#include "indexer/model/text.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/date_events.h"
#include "indexer/understand/date_labels.h"
#include "indexer/understand/kind_review.h"
#include "indexer/understand/thread_dates.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

using std::chrono::sys_days;

// Years a request under this law can have: the Acts came into force in 2005.
constexpr int kFirstYear = 2005;
// Lines of a letter's opening in which it says when the request came.
constexpr std::size_t kOpeningLines = 40;
// Lines from the top among which a date that stands alone is the letter's, whatever part they were taken for, in a letter twice as long.
constexpr std::size_t kTopLines = 12;
// The same of a shorter letter.
constexpr std::size_t kFirstLines = 3;
constexpr std::size_t kOpeningBytes = 20'000;  // where a paragraph is a line
constexpr std::size_t kClosingLines = 12;
// Bytes of the sentence before a quoted request.
constexpr std::size_t kIntroduction = 200;
// Bytes of a line that says when the answer was given.
constexpr std::size_t kMaxRowBytes = 1000;
// Bytes of a time of day.
constexpr std::size_t kTimeBytes = 24;
// The rank of a labelled day of receipt; it outranks every Arrival. That a review was asked for outranks what is said of the request.
constexpr int kLabelledArrival = 9, kOfReview = 4;

struct Candidate {
  PrintedDate date;
  int rank = 0;  // higher is better; of equals the first stands
};

class LetterDateFinder {
 public:
  LetterDateFinder(const Letter& letter, const std::vector<Section>& sections)
      : letter_(letter), sections_(sections), thread_(letter, sections) {
    measure();
  }

  LetterDates find() {
    for (const PrintedDate& date : find_printed_dates(letter_)) look_at(date);
    LetterDates out;
    if (responded_) out.responded = FoundDate{*responded_->date.date(), responded_->date.where};
    choose_received(out.responded);
    if (is_of_the_request_alone(out.responded)) received_ = review_;
    if (!received_)
      if (const auto message = thread_.answered()) received_ = Candidate{*message, 0};
    if (received_) out.received = settle_received(out.responded);
    note_weekday(responded_, "the letter's date", out);
    note_weekday(received_, "the day the request was received", out);
    return out;
  }

 private:
  // Where the opening ends and the closing begins, in lines that are not blank.
  void measure() {
    std::vector<Line> filled;
    for (const Line& line : letter_.lines)
      if (!only_spaces(line)) filled.push_back(line);
    if (filled.empty()) return;
    opening_end_ = std::min(filled[std::min(kOpeningLines, filled.size()) - 1].end, filled.front().start + kOpeningBytes);
    top_end_ = filled[std::min(kTopLines, filled.size()) - 1].end;
    first_lines_end_ = top_end_;
    if (filled.size() < 2 * kTopLines) top_end_ = filled[std::min(kFirstLines, filled.size()) - 1].end;
    closing_start_ = filled[filled.size() - std::min(kClosingLines, filled.size())].start;
    for (const Line& line : filled)
      if (greets(trim(letter_.view(line)))) {
        greeting_ = line.start;
        break;
      }
    const auto asked = std::ranges::find(sections_, SectionKind::request, &Section::kind);
    if (asked != sections_.end()) request_start_ = asked->start;
    const auto spoken = std::ranges::find(sections_, SectionKind::response, &Section::kind);
    if (spoken != sections_.end()) first_message_ = spoken->start;
  }
  static bool greets(std::string_view line) { return line.starts_with("Dear ") || line.starts_with("Annwyl"); }
  bool only_spaces(Line line) const { return letter_.view(line).find_first_not_of(" \t\r") == std::string_view::npos; }

  void look_at(const PrintedDate& date) {
    if (date.year != 0 && date.year < kFirstYear) return;
    const SectionKind kind = section_at(sections_, date.where.start);
    const Standing how = standing(letter_, date, greeting_ > 0 && greeting_ < date.where.start);
    if (kind == SectionKind::mail_headers && date.where.start > first_message_) {
      if (how == Standing::labelled) thread_.take(date);
      return;
    }
    if (introduces_quoted(date)) return thread_.take_quoted(date);
    if (kind == SectionKind::quoted_thread && date.where.start >= first_lines_end_) return;
    if (how == Standing::received) return arrivals_.push_back({date, kLabelledArrival});
    if (date.where.start < opening_end_ && how != Standing::labelled) {
      // The sentence that introduces the request may be taken for its beginning.
      const bool asked = kind == SectionKind::request && date.where.start >= request_start_ + kIntroduction;
      const Sentence sentence = sentence_round(letter_, date.where);
      // In what stands among the questions only the authority speaks of a review that was asked for.
      const bool review = (asks_for_review(sentence) || is_under_complaint(date, sentence)) && !in_place_of_another();
      const bool told = review && speaks_to_reader(sentence);
      const Arrival arrival = asked && !told ? Arrival::none : arrival_of(sentence);
      if (arrival != Arrival::none && review && arrival != Arrival::earlier) keep(review_, date, static_cast<int>(arrival));
      if (arrival != Arrival::none)
        return arrivals_.push_back({date, static_cast<int>(arrival) + (review && arrival != Arrival::earlier ? kOfReview : 0)});
    }
    if (date.year != 0 && !is_boilerplate(kind)) keep(responded_, date, response_rank(date, kind, how));
  }

  // No review, whatever it tells of one that was asked for.
  bool in_place_of_another() {
    if (!in_place_of_another_)
      in_place_of_another_ = answers_afresh(to_lower_ascii(std::string_view(letter_.text).substr(0, kAfreshBytes)));
    return *in_place_of_another_;
  }

  // "On 10 June 2024 at 22:41, A Testperson wrote:", "> Sent: 10 February 2025": the head of a message that is quoted.
  bool introduces_quoted(const PrintedDate& date) const {
    const Line line = letter_.lines[letter_.line_index(date.where.start)];
    if (line.end - line.start > kMaxRowBytes || date.where.start < first_message_) return false;
    const std::string_view before = trim(letter_.view(Span{line.start, date.where.start}));
    const std::string_view after = trim(letter_.view(Span{date.where.end, std::max(line.end, date.where.end)}));
    if (before.starts_with('>') && (before.ends_with("Sent:") || before.ends_with("Date:"))) return after.size() <= kTimeBytes;
    return before.ends_with("On") && tokenise(before).size() == 1 && after.ends_with("wrote:");
  }

  // "You wrote on 10 June that …" under "3. Your request for review".
  bool is_under_complaint(const PrintedDate& date, const Sentence& sentence) const {
    static constexpr CueTable kYours = {"your", "you"};
    static constexpr CueTable kDisputes = {"review",     "complaint", "representations", "objection",
                                           "objections", "appeal",    "reconsideration"};
    constexpr std::size_t most = 8, back = 3;  // words of a heading, lines to it
    if (sentence.before.empty() || sentence.before.front().word != "you" || sentence.words_on_line != sentence.before.size()) return false;
    std::size_t line = letter_.line_index(date.where.start);
    for (std::size_t i = 0; i < back && line > 0; ++i) {
      const Line above = letter_.lines[--line];
      if (only_spaces(above)) continue;
      const std::string said = to_lower_ascii(letter_.view(Span{above.start, std::min(above.end, above.start + kMaxRowBytes)}));
      return letter_.tokens_in(above).size() <= most && !trim(said).ends_with('.') && has_any(said, kYours) && has_any(said, kDisputes);
    }
    return false;
  }

  // "You wrote", "What you said", "Your message has been treated as a request for a review": no words of the requester's.
  static bool speaks_to_reader(const Sentence& sentence) {
    static constexpr std::string_view treated[] = {"treated", "taken", "considered", "received", "reached", "came", "arrived"};
    if (sentence.before.empty()) return false;
    if (sentence.before.front().word == "you" || sentence.before.front().word == "what") return true;
    return sentence.before.front().word == "your" && std::ranges::any_of(sentence.after, [](const Token& token) {
             return std::ranges::find(treated, token.word) != std::end(treated);
           });
  }

  // "Responded Thu 18 May 2023" among the first lines of a page that has no letterhead.
  bool is_told_at_top(const PrintedDate& date) const {
    static constexpr CueTable kAnswered = {"responded", "answered", "replied"};
    if (date.where.start >= first_lines_end_) return false;
    std::size_t line = letter_.line_index(date.where.start);
    std::string said = to_lower_ascii(letter_.view(Span{letter_.lines[line].start, date.where.start}));
    if (line > 0 && only_punctuation(said)) said = to_lower_ascii(letter_.view(letter_.lines[line - 1]));
    return said.size() <= kMaxRowBytes && (has_any(said, kAnswered) || trim(said) == "response");
  }

  int response_rank(const PrintedDate& date, SectionKind kind, Standing how) const {
    const bool over_greeting = date.where.start < greeting_ && date.where.start < first_lines_end_;
    const bool head = date.where.start < top_end_ || over_greeting ||
                      (date.where.start < opening_end_ &&
                       (kind == SectionKind::letterhead || kind == SectionKind::reference_block || kind == SectionKind::mail_headers));
    if (how == Standing::labelled) return head || is_told_at_top(date) ? 5 : kind == SectionKind::request ? 0 : 3;
    if (how == Standing::made && date.where.start < opening_end_) return 2;
    if (how != Standing::alone) return 0;
    if (head) return 4;
    if (kind == SectionKind::signature) return 2;
    return date.where.start >= closing_start_ && date.where.start > request_start_ && kind != SectionKind::request ? 1 : 0;
  }

  // Nothing comes after it is answered: a day that lies later is another letter's, or still to come. Where there is no other, what a label
  // or the word "received" says stays, since the answer's day may be misread as well.
  void choose_received(const std::optional<FoundDate>& responded) {
    const auto is_late = [&](const Candidate& candidate) {
      const std::optional<Date> date = candidate.date.date();
      return responded && date && sys_days(*date) > sys_days(responded->date);
    };
    received_.reset();
    for (const bool late : {false, true})
      for (const Candidate& candidate : arrivals_) {
        const bool said = candidate.rank == static_cast<int>(Arrival::received) || candidate.rank == kLabelledArrival;
        if (is_late(candidate) != late || (late && (!said || received_))) continue;
        if (!received_ || candidate.rank > received_->rank) received_ = candidate;
      }
    if (review_ && is_late(*review_)) review_.reset();
  }

  // "Received: 15 April" in a letter to somebody who asked for a review on 8 July: nothing can be received before it is asked for.
  bool is_of_the_request_alone(const std::optional<FoundDate>& responded) const {
    if (!received_ || !review_ || received_->rank != kLabelledArrival) return false;
    const auto settle = [&](const PrintedDate& date) { return settled(date, responded); };
    const std::optional<Date> labelled = settle(received_->date), asked = settle(review_->date);
    return labelled && asked && sys_days(*labelled) < sys_days(*asked);
  }

  static void keep(std::optional<Candidate>& best, const PrintedDate& date, int rank) {
    if (rank > 0 && (!best || rank > best->rank)) best = Candidate{date, rank};
  }

  // A day without its year is the last such not after the answer.
  static std::optional<Date> settled(PrintedDate printed, const std::optional<FoundDate>& responded) {
    if (printed.date() || !responded) return printed.date();
    for (int back = 0; back <= 1; ++back) {
      printed.year = static_cast<int>(responded->date.year()) - back;
      const auto date = printed.date();
      if (date && sys_days(*date) <= sys_days(responded->date)) return date;
    }
    return std::nullopt;
  }

  std::optional<FoundDate> settle_received(const std::optional<FoundDate>& responded) const {
    const auto date = settled(received_->date, responded);
    return date ? std::optional(FoundDate{*date, received_->date.where}) : std::nullopt;
  }

  void note_weekday(const std::optional<Candidate>& candidate, const char* what, LetterDates& out) const {
    if (candidate && !candidate->date.weekday_agrees())
      out.notes.push_back(std::string("dates: the weekday printed with ") + what + " is not that day's");
  }

  const Letter& letter_;
  const std::vector<Section>& sections_;
  ThreadDates thread_;
  std::optional<bool> in_place_of_another_;  // once asked
  std::size_t first_lines_end_ = 0, top_end_ = 0, greeting_ = 0, opening_end_ = 0, closing_start_ = 0, request_start_ = 0;
  std::size_t first_message_ = static_cast<std::size_t>(-1);  // where the letter itself begins to speak
  std::vector<Candidate> arrivals_;                           // in order of place; received_ is the best of them
  std::optional<Candidate> received_, responded_, review_;    // review_: on which a review was asked for, as a sentence says
};

void add_log(std::optional<FoundDate>& found, const std::optional<Date>& log, const char* what, std::vector<std::string>& notes) {
  if (!log) return;
  if (!found) {
    found = FoundDate{*log, {}, true};
  } else if (found->date != *log) {
    notes.push_back(std::string("dates: ") + what + " " + to_iso(found->date) + " in the letter, " + to_iso(*log) +
                    " in the publisher's log");
  }
}

void add_logged(LetterDates& dates, const LogEntry* log) {
  if (log == nullptr) return;
  add_log(dates.received, log->received, "received", dates.notes);
  add_log(dates.responded, log->responded, "answered", dates.notes);
}

}  // namespace

LetterDates log_dates(const LogEntry* log) {
  LetterDates dates;
  add_logged(dates, log);
  return dates;
}

LetterDates find_dates(const Letter& letter, const std::vector<Section>& sections, const LogEntry* log) {
  LetterDates dates = LetterDateFinder(letter, sections).find();
  add_logged(dates, log);
  if (dates.received && dates.responded && sys_days(dates.received->date) > sys_days(dates.responded->date))
    dates.notes.push_back("dates: answered before it was received");
  return dates;
}

}  // namespace foi::understand
