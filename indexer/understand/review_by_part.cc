#include "indexer/understand/review_by_part.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "indexer/understand/citation_lines.h"
#include "indexer/understand/citation_voice.h"
#include "indexer/understand/part_subjects.h"
#include "indexer/understand/part_verdicts.h"
#include "indexer/understand/review.h"
#include "indexer/understand/review_parts.h"

namespace foi::understand {

namespace {

using Kind = SentencePiece::Kind;

// More than this nobody decides one by one, nor tells of a part in so many words.
constexpr std::size_t kMostLinks = 60, kMostVerdicts = 200, kMostWords = 24;
// How far above a citation the question stands that it answers, in bytes.
constexpr std::size_t kToQuestion = 400;
// "Exempt under": so much stands before the ground in a line that is an answer, in bytes.
constexpr std::size_t kToGround = 24;

// A ground and the part it was applied to: by its label, or by what the part is about.
struct Link {
  std::string_view id;
  std::optional<PartLabel> part;
  Subject subject;
};

// What is decided of a part. Told in a sentence that names it, or only under its heading.
struct Decided {
  std::optional<PartLabel> part;
  Subject subject;  // where no label names the part
  PartFate fate = PartFate::upheld;
  bool headed = false;
  Span where;  // of the repaired text
};

class ByPart {
 public:
  ByPart(const RoleContext& context, const std::vector<Judged>& judged)
      : context_(context), judged_(judged), headings_(review_headings(context.text)) {}

  std::vector<FateByPart> run() && {
    tie();
    if (links_.empty()) return {};
    describe();
    find_owners();
    decide();
    decide_under_headings();
    std::vector<FateByPart> found;
    for (const Link& link : links_)
      if (std::ranges::none_of(found, [&](const FateByPart& fate) { return fate.id == link.id; }))
        if (auto fate = fate_of(link.id)) found.push_back(std::move(*fate));
    return found;
  }

 private:
  ReviewPart part_at(std::size_t at) const { return review_part_at(headings_, at); }

  // The citations of a sentence, as places in it.
  std::vector<Span> citations_in(Span sentence, std::size_t& first) const {
    const auto by_start = [](const Judged& j) { return j.cited->span.start; };
    auto at = std::ranges::lower_bound(judged_, sentence.start, {}, by_start);
    first = static_cast<std::size_t>(at - judged_.begin());
    std::vector<Span> places;
    for (; at != judged_.end() && at->cited->span.start < sentence.end; ++at)
      places.push_back({at->cited->span.start - sentence.start, std::min(at->cited->span.end, sentence.end) - sentence.start});
    return places;
  }
  std::vector<SentencePiece> pieces_at(Span sentence) const {
    std::size_t first = 0;
    return pieces_of(context_.text.lower_view(sentence), citations_in(sentence, first));
  }

  // Ties grounds to the parts their sentences name.
  void tie() {
    Span last;
    for (const Judged& j : judged_) {
      if (last.contains(j.cited->span.start) || links_.size() >= kMostLinks) continue;
      last = sentence_at(context_.text, j.cited->span);
      const std::string_view words = context_.text.lower_view(last);
      if (part_at(last.start) == ReviewPart::complaint) continue;
      std::size_t first = 0;
      const std::vector<Span> citations = citations_in(last, first);
      const std::size_t before = links_.size();
      tie(pieces_of(words, citations), first);
      if (links_.size() == before) tie_without_label(last, first, citations);
    }
  }

  bool may_tie(std::size_t judged) const { return class_of(*judged_[judged].info) == CodeClass::ground; }
  // Told of the first answer: there the words before a ground say what was refused under it.
  bool tells_first_answer_at(std::size_t judged) const {
    const Judged& j = judged_[judged];
    const bool claimed_then = j.role.claim && j.role.stage == Stage::kResponse;
    return claimed_then || part_at(j.cited->span.start) == ReviewPart::first_answer ||
           section_at(context_.sections, j.place.start) == SectionKind::quoted_thread;
  }

  // Parts before their grounds ("items 1 and 3 under sections 31 and 38"), or grounds before their parts ("section 43 to item 3").
  void tie(const std::vector<SentencePiece>& pieces, std::size_t first) {
    const auto of = [&](Kind kind) { return std::ranges::find(pieces, kind, &SentencePiece::kind) - pieces.begin(); };
    const bool part_first = of(Kind::label) < of(Kind::citation);
    std::vector<PartLabel> parts;
    std::vector<std::size_t> grounds;
    const auto link = [&](std::size_t ground, PartLabel part) {
      if (may_tie(ground) && part.form != PartLabel::Form::rest) links_.push_back({judged_[ground].info->id, part, {}});
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
      if (Subject own = subject_of_clause(context_.text.lower_view(clause)); !own.empty()) subject = std::move(own);
      from = citations[i].end;
      if (!may_tie(first + i)) continue;
      if (const auto label = question_above(clause.end))
        links_.push_back({judged_[first + i].info->id, label, {}});
      else if (!subject.empty() && tells_first_answer_at(first + i))
        links_.push_back({judged_[first + i].info->id, std::nullopt, subject});
    }
  }

  // "2. How many minutes do you allow?" right above a line that begins with what was answered.
  std::optional<PartLabel> question_above(std::size_t at) const {
    const std::string_view lower = context_.text.lower;
    for (std::size_t end = at; end > 0 && at - end < kToQuestion;) {
      std::size_t start = end;
      while (start > 0 && context_.text.text[start - 1] != '\n') --start;
      std::string_view line = lower.substr(start, end - start);
      const std::size_t indent = std::min(line.find_first_not_of("\" "), line.size());
      const bool quoted = line.substr(0, indent).find('"') != std::string_view::npos;
      line.remove_prefix(indent);
      if (const auto marker = marker_of(line); marker && !marker->label.empty() && (quoted || is_question(start + indent, marker->label)))
        return label_of(marker->label);
      if (start == 0 || (end == at && at - start > kToGround)) break;
      end = start - 1;
    }
    return std::nullopt;
  }

  // And not a paragraph of the review that has a number.
  bool is_question(std::size_t at, std::string_view label) const {
    const std::size_t place = context_.text.original(at);
    return std::ranges::any_of(context_.questions, [&](const FoundQuestion& q) {
      return q.number == label && (q.text.contains(place) || (q.text.start >= place && q.text.start < place + kToQuestion));
    });
  }

  // What the parts with labels are about, by the words after their labels: "(i) the assessment which led …; (ii) legal advice on …".
  void describe() {
    for (const FoundQuestion& q : context_.questions)
      if (const auto label = label_of(q.number))
        add_subject(*label, subject_of_part(context_.text.lower_view(context_.text.repaired(q.text))));
    each_sentence([&](Span sentence) {
      const std::vector<SentencePiece> pieces = pieces_at(sentence);
      if (!verdicts_on_parts(context_.text.lower_view(sentence), pieces).empty()) return;
      for (const SentencePiece& piece : pieces)
        if (piece.kind == Kind::label && piece.label.form != PartLabel::Form::ordinal && piece.label.form != PartLabel::Form::rest)
          add_subject(piece.label, subject_of_part(context_.text.lower_view({sentence.start + piece.at, sentence.end})));
    });
  }
  void add_subject(PartLabel label, const Subject& subject) {
    for (Link& link : links_)
      if (link.part && same_part(*link.part, label) && link.subject.size() < kMostWords) link.subject.insert(subject.begin(), subject.end());
  }

  // The reviewer's own sentences.
  bool may_decide(std::size_t at) const {
    const ReviewPart part = part_at(at);
    if (part == ReviewPart::complaint || part == ReviewPart::request || part == ReviewPart::first_answer) return false;
    const SectionKind kind = section_at(context_.sections, context_.text.original(at));
    return !is_boilerplate(kind) && kind != SectionKind::quoted_thread && kind != SectionKind::mail_headers &&
           (kind != SectionKind::request || part == ReviewPart::decision);
  }

  template <class Take>
  void each_sentence(Take take) const {
    const std::string_view lower = context_.text.lower;
    for (std::size_t at = 0; at < lower.size();) {
      while (at < lower.size() && (lower[at] == ' ' || lower[at] == '\n' || lower[at] == '.')) ++at;
      if (at >= lower.size()) break;
      const Span sentence = sentence_at(context_.text, {at, at + 1});
      take(sentence);
      at = std::max(sentence.end, at) + 1;
    }
  }

  // The words that name a part by what it is about, as labels of it: "succeeds over the letter".
  std::vector<SentencePiece> with_subjects(std::vector<SentencePiece> pieces) const {
    static constexpr CueTable kComplaint = {"complaint", "appeal"};
    const auto sums_up = [&](const SentencePiece& piece) { return piece.kind == Kind::word && among(kComplaint, piece.word); };
    if (std::ranges::none_of(pieces, sums_up)) return pieces;
    for (SentencePiece& piece : pieces) {
      if (piece.kind != Kind::word) continue;
      for (const std::string& word : subject_of_part(piece.word))
        if (const auto owner = owners_.find(word); owner != owners_.end() && owner->second != kShared) {
          piece.kind = Kind::label;
          piece.label = links_[owner->second].part.value_or(PartLabel{PartLabel::Form::subject, static_cast<int>(owner->second)});
        }
    }
    return pieces;
  }
  // Whose word each is: of a link, or of several parts.
  void find_owners() {
    for (std::size_t i = 0; i < links_.size(); ++i)
      for (const std::string& word : links_[i].subject) {
        const auto [owner, added] = owners_.emplace(word, i);
        if (!added && owner->second != kShared && !is_same(links_[owner->second], links_[i])) owner->second = kShared;
      }
  }
  // Of one part: by its label, or by the same words.
  static bool is_same(const Link& a, const Link& b) {
    return a.part && b.part ? same_part(*a.part, *b.part) : !a.part && !b.part && a.subject == b.subject;
  }

  void decide() {
    each_sentence([&](Span sentence) {
      if (!may_decide(sentence.start) || decided_.size() >= kMostVerdicts) return;
      for (const PartVerdict& verdict : verdicts_on_parts(context_.text.lower_view(sentence), with_subjects(pieces_at(sentence))))
        decided_.push_back({verdict.part, {}, verdict.fate, false, sentence});
    });
  }

  // What stands under "Item 1", "Commission (b)", "The councillor", up to the next of them.
  void decide_under_headings() {
    Span block;
    std::vector<PartLabel> parts;
    Subject subject;
    const auto close = [&](std::size_t end) {
      block.end = end;
      if (parts.empty() && subject.empty()) return;
      const ReviewResult result = result_with_moves(context_.text.lower_view(block));
      if (result == ReviewResult::kUnknown || decided_.size() >= kMostVerdicts) return;
      const PartFate fate = result == ReviewResult::kUpheld        ? PartFate::upheld
                            : result == ReviewResult::kOverturned ? PartFate::overturned
                                                                  : PartFate::partly;
      for (const PartLabel part : parts) decided_.push_back({part, {}, fate, true, block});
      if (parts.empty()) decided_.push_back({std::nullopt, subject, fate, true, block});
    };
    each_paragraph([&](Span lead, bool heading) {
      std::vector<PartLabel> named;
      const std::vector<SentencePiece> pieces = pieces_at(lead);
      for (const SentencePiece& piece : pieces)
        if (piece.kind == Kind::label && piece.label.form != PartLabel::Form::rest) named.push_back(piece.label);
      // A ground that is cited is decided by what is said of it.
      const bool cites = std::ranges::find(pieces, Kind::citation, &SentencePiece::kind) != pieces.end();
      Subject about = named.empty() ? subject_of_part(context_.text.lower_view(lead)) : Subject();
      const bool known = !cites && (!named.empty() || std::ranges::any_of(links_, [&](const Link& link) { return shared(link.subject, about) > 0; }));
      if (!known && !heading && !cites) return;
      close(lead.start);
      block.start = lead.end;
      parts = known && may_decide(lead.start) ? named : std::vector<PartLabel>();
      subject = known && may_decide(lead.start) ? about : Subject();
    });
    close(context_.text.lower.size());
  }

  // The first words of each paragraph where they are a heading or stand like one ("5. The assessment. I am satisfied …").
  template <class Take>
  void each_paragraph(Take take) const {
    const std::string_view printed = context_.text.text;
    bool ended = true;  // the line before ends a paragraph
    for (std::size_t start = 0; start < printed.size();) {
      const std::size_t end = std::min(printed.find('\n', start), printed.size());
      const Span lead = lead_of(context_.text, {start, end});
      const bool heading = !lead.empty() && lead.end == end;
      if (ended && !lead.empty()) take(lead, heading);
      ended = start == end || heading || std::string_view(".?!:\"").find(printed[end - 1]) != std::string_view::npos;
      start = end + 1;
    }
  }

  bool speaks_of(const Decided& d, const Link& link) const {
    if (!d.part) return shared(d.subject, link.subject) > 0 && is_best(d, link);
    if (d.part->form == PartLabel::Form::subject) return is_same(links_[static_cast<std::size_t>(d.part->number)], link);
    return link.part && same_part(*d.part, *link.part);
  }
  // No other part fits the words better.
  bool is_best(const Decided& d, const Link& link) const {
    const std::size_t here = shared(d.subject, link.subject);
    return std::ranges::none_of(
        links_, [&](const Link& other) { return !is_same(other, link) && other.id != link.id && shared(d.subject, other.subject) >= here; });
  }

  // What was decided of one part: of two words on it that differ, it stands in part.
  struct Fate {
    PartFate fate;
    bool headed;
    Span where;
  };
  std::optional<Fate> fate_of(const Link& link) const {
    std::optional<Fate> fate;
    const auto add = [&](const Decided& d) {
      if (!fate)
        fate = {d.fate, d.headed, d.where};
      else if (fate->fate != d.fate)
        fate->fate = PartFate::partly;
    };
    for (const bool headed : {false, true}) {
      for (const Decided& d : decided_)
        if (d.headed == headed && speaks_of(d, link)) add(d);
      if (fate) return fate;
      for (const Decided& d : decided_)
        if (!headed && d.part && d.part->form == PartLabel::Form::rest) add(d);
      if (fate) return fate;
    }
    return fate;
  }

  std::optional<FateByPart> fate_of(std::string_view id) const {
    std::optional<Fate> fate;
    for (const Link& link : links_) {
      if (link.id != id) continue;
      const auto of_part = fate_of(link);
      if (!of_part) continue;
      if (!fate)
        fate = of_part;
      else if (fate->fate != of_part->fate)
        fate->fate = PartFate::partly;
    }
    if (!fate) return std::nullopt;
    const CitationStatus status = fate->fate == PartFate::upheld   ? CitationStatus::kUpheld
                                  : fate->fate == PartFate::partly ? CitationStatus::kPartlyUpheld
                                                                   : CitationStatus::kOverturned;
    return FateByPart{std::string(id), status, fate->headed, context_.text.original(fate->where)};
  }

  const RoleContext& context_;
  const std::vector<Judged>& judged_;
  std::vector<ReviewHeading> headings_;
  std::vector<Link> links_;
  static constexpr std::size_t kShared = static_cast<std::size_t>(-1);
  std::map<std::string, std::size_t, std::less<>> owners_;
  std::vector<Decided> decided_;
};

}  // namespace

std::vector<FateByPart> fates_by_part(const RoleContext& context, const std::vector<Judged>& judged) {
  if (!context.review || judged.empty()) return {};
  return ByPart(context, judged).run();
}

}  // namespace foi::understand
