#include "indexer/understand/part_links.h"

#include <algorithm>
#include <span>

#include "indexer/understand/cues.h"
#include "indexer/understand/markers.h"
#include "indexer/understand/part_verdicts.h"
#include "indexer/understand/word_list.h"

namespace foi::understand {

namespace {

using Kind = SentencePiece::Kind;

// No more words tell what a part is about.
constexpr std::size_t kMostWords = 24;
// How far above a citation the question begins that it answers, in bytes.
constexpr std::size_t kToQuestion = 400;
// "Exempt under": so much stands before the ground in a line that is an answer, in bytes.
constexpr std::size_t kToGround = 24;

class Linker {
 public:
  explicit Linker(const ReviewText& review) : review_(review) {}

  std::vector<PartLink> run() && {
    tie_rows();
    tie();
    if (!links_.empty()) describe();
    return std::move(links_);
  }

 private:
  // Ties grounds to the parts their sentences name.
  void tie() {
    Span last;
    for (const Judged& j : review_.judged()) {
      if (last.contains(j.cited->span.start) || links_.size() >= kMostPartLinks) continue;
      last = sentence_at(review_.context().text, j.cited->span);
      if (review_.part_at(last.start) == ReviewPart::complaint) continue;
      const ReviewText::CitedThere cited = review_.cited_in(last);
      const std::size_t before = links_.size();
      tie(pieces_of(review_.lower(last), cited.places), cited.first);
      if (links_.size() == before) tie_without_label(last, cited.first, cited.places);
    }
  }

  // "| 2 and 3 | Withheld, section 33(1)(b) |", but in the column of the review.
  void tie_rows() {
    const Letter& letter = review_.context().letter;
    std::span<const Span> head;  // the cells of the table's first row
    for (const Line& line : letter.lines) {
      const std::span<const Span> cells = cells_of(letter, line);
      if (cells.size() < 2) {
        if (cells.empty()) head = {};
        continue;
      }
      if (head.empty()) head = cells;
      const std::vector<PartLabel> labels = labels_leading(lower(cells.front()), true);
      if (!labels.empty() && is_of_request(head.front(), cells.front()))
        for (std::size_t i = 1; i < cells.size(); ++i)
          if (!is_reviews(head, cells, i)) tie_cell(cells[i], labels);
    }
  }
  // A column of questions, and not one that counts the papers of a schedule.
  bool is_of_request(Span head, Span cell) const {
    const std::string_view label = lower(cell);
    if (!std::ranges::all_of(bare(label), is_digit)) return true;
    const ReviewPart part = review_.part_at(review_.context().text.repaired(cell).start);
    if (part == ReviewPart::request || part == ReviewPart::first_answer) return true;
    return std::ranges::any_of(spoken_words(lower(head), kMostWords), is_part_noun);
  }
  std::string_view lower(Span printed) const { return review_.lower(review_.context().text.repaired(printed)); }
  bool is_reviews(std::span<const Span> head, std::span<const Span> cells, std::size_t column) const {
    static constexpr CueTable kNow = {"review", "reviewed", "outcome", "result", "now", "reviewer", "conclusion", "finding", "panel"};
    const std::size_t at = review_.context().text.repaired(cells[column]).start;
    if (head.size() == cells.size() && column < head.size()) return has_any(lower(head[column]), kNow);
    return review_.part_at(at) == ReviewPart::decision;
  }
  void tie_cell(Span cell, const std::vector<PartLabel>& labels) {
    const ReviewText::CitedThere cited = review_.cited_in(review_.context().text.repaired(cell));
    for (std::size_t k = cited.first; k < cited.first + cited.places.size(); ++k)
      for (const PartLabel label : labels)
        if (class_of(*review_.judged()[k].info) == CodeClass::ground && links_.size() < kMostPartLinks)
          links_.push_back({review_.judged()[k].info->id, label, {}});
  }

  // A ground, and not where the review itself decides on it.
  bool may_tie(std::size_t judged) const {
    const Judged& j = review_.judged()[judged];
    if (class_of(*j.info) != CodeClass::ground) return false;
    if (review_.part_at(j.cited->span.start) == ReviewPart::decision && !tells_of_then(sentence_of(j))) return false;
    return !(j.role.claim && j.role.stage == Stage::kReview) || j.role.rule == "decision-applies";
  }
  std::string_view sentence_of(const Judged& j) const { return review_.lower(sentence_at(review_.context().text, j.cited->span)); }
  // Told of the first answer: there the words before a ground say what was refused under it.
  bool tells_first_answer_at(std::size_t judged) const {
    const Judged& j = review_.judged()[judged];
    const bool claimed_then = j.role.claim && j.role.stage == Stage::kResponse;
    return claimed_then || tells_of_then(sentence_of(j)) || review_.part_at(j.cited->span.start) == ReviewPart::first_answer ||
           section_at(review_.context().sections, j.place.start) == SectionKind::quoted_thread;
  }

  // Clause by clause, as each has its own order: "(c) under section 30; and notice was given under section 17 as to (d)".
  void tie(const std::vector<SentencePiece>& pieces, std::size_t first) {
    for (auto at = pieces.begin(); at != pieces.end();) {
      const auto end = std::ranges::find(at, pieces.end(), ";", &SentencePiece::word);
      tie_clause({at, end}, first);
      at = end == pieces.end() ? end : end + 1;
    }
  }
  // Parts before their grounds ("items 1 and 3 under sections 31 and 38"), or grounds before their parts ("section 43 to item 3").
  void tie_clause(std::span<const SentencePiece> pieces, std::size_t first) {
    const auto of = [&](Kind kind) { return std::ranges::find(pieces, kind, &SentencePiece::kind) - pieces.begin(); };
    const bool part_first = of(Kind::label) < of(Kind::citation);
    std::vector<PartLabel> parts;
    std::vector<std::size_t> grounds;
    const auto link = [&](std::size_t ground, PartLabel part) {
      if (may_tie(ground) && part.form != PartLabel::Form::rest && links_.size() < kMostPartLinks)
        links_.push_back({review_.judged()[ground].info->id, part, {}});
    };
    Kind before = Kind::word;
    std::size_t words = 0;  // since the last label
    for (const SentencePiece& piece : pieces) {
      words = piece.kind == Kind::label ? 0 : words + (piece.kind == Kind::word ? 1 : 0);
      // "… (ii) the letter of 12 December. The refusal read: "The messages are exempt under section 36": said of another.
      if (piece.word == ":" && words > 2) parts.clear();
      if (piece.kind == Kind::label) {
        if (before == Kind::citation && part_first) parts.clear();
        parts.push_back(piece.label);
        if (!part_first)
          for (const std::size_t ground : grounds) link(ground, piece.label);
      } else if (piece.kind == Kind::citation) {
        if (before == Kind::label && !part_first) grounds.clear();
        grounds.push_back(first + piece.citation);
        if (part_first)
          for (const PartLabel part : parts) link(grounds.back(), part);
      } else {
        continue;
      }
      before = piece.kind;
    }
  }

  // By the question it stands under, or by what its clause says was refused.
  void tie_without_label(Span sentence, std::size_t first, const std::vector<Span>& citations) {
    std::size_t from = 0;
    Subject subject;
    for (std::size_t i = 0; i < citations.size(); ++i) {
      const Span clause{sentence.start + from, sentence.start + citations[i].start};
      // "sections 31 and 38": one clause for both.
      if (Subject own = subject_of_clause(review_.lower(clause)); !own.empty()) subject = std::move(own);
      from = citations[i].end;
      if (!may_tie(first + i) || links_.size() >= kMostPartLinks) continue;
      if (const auto label = question_above(clause.end))
        links_.push_back({review_.judged()[first + i].info->id, label, {}});
      else if (!subject.empty() && tells_first_answer_at(first + i))
        links_.push_back({review_.judged()[first + i].info->id, std::nullopt, subject});
    }
  }

  // "2. How many minutes do you allow?" right above a line that begins with what was answered.
  std::optional<PartLabel> question_above(std::size_t at) const {
    const std::string_view printed = review_.context().text.text;
    const std::size_t answer = line_start(at, kToGround);
    if (answer == 0 || printed[answer - 1] != '\n') return std::nullopt;
    for (std::size_t end = answer - 1; at - end < kToQuestion;) {
      const std::size_t start = line_start(end, kToQuestion);
      std::string_view line = std::string_view(review_.context().text.lower).substr(start, end - start);
      line.remove_prefix(std::min(line.find_first_not_of("\" "), line.size()));
      if (const auto marker = marker_of(line); marker && !marker->label.empty()) return label_of(marker->label);
      if (start == 0) break;
      end = start - 1;
      if (end > 0 && (printed[end - 1] == '\n' || ends_paragraph(printed.substr(end - 1, 1)))) break;
    }
    return std::nullopt;
  }
  // Of the line at a place, or so many bytes back.
  std::size_t line_start(std::size_t at, std::size_t reach) const {
    const std::size_t last = at < reach ? 0 : at - reach;
    while (at > last && review_.context().text.text[at - 1] != '\n') --at;
    return at;
  }

  // What the parts with labels are about, by the words after their labels: "(i) the assessment which led …; (ii) legal advice on …".
  void describe() {
    for (const FoundQuestion& q : review_.context().questions)
      if (const auto label = label_of(q.number))
        add_subject(*label, subject_of_part(review_.lower(review_.context().text.repaired(q.text))));
    review_.each_sentence(review_.whole(), [&](Span sentence) {
      const std::vector<SentencePiece> pieces = review_.pieces_at(sentence);
      if (!verdicts_on_parts(review_.lower(sentence), pieces).empty()) return;
      for (const SentencePiece& piece : pieces)
        if (piece.kind == Kind::label && piece.label.form != PartLabel::Form::ordinal && piece.label.form != PartLabel::Form::rest)
          add_subject(piece.label, subject_of_part(review_.lower({sentence.start + piece.at, sentence.end})));
    });
  }
  void add_subject(PartLabel label, const Subject& subject) {
    for (PartLink& link : links_)
      if (link.part && same_part(*link.part, label) && link.subject.size() < kMostWords)
        link.subject.insert(subject.begin(), subject.end());
  }

  const ReviewText& review_;
  std::vector<PartLink> links_;
};

}  // namespace

std::vector<PartLink> link_parts(const ReviewText& review) { return Linker(review).run(); }

bool same_part(const PartLink& a, const PartLink& b) {
  return a.part && b.part ? same_part(*a.part, *b.part) : !a.part && !b.part && a.subject == b.subject;
}

}  // namespace foi::understand
