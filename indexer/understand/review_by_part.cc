#include "indexer/understand/review_by_part.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "indexer/understand/part_links.h"
#include "indexer/understand/part_verdicts.h"
#include "indexer/understand/review.h"
#include "indexer/understand/stance.h"

namespace foi::understand {

namespace {

using Kind = SentencePiece::Kind;

constexpr std::size_t kMostVerdicts = 200;
// The longest heading, alone and right over a text, and how much is read under one, in bytes.
constexpr std::size_t kHeadingBytes = 90, kNarrowBytes = 60, kBlockBytes = 6'000;

// The confidence of what is decided of a part, and of what only stands under its heading.
constexpr double kByPart = 0.85, kUnderHeading = 0.7;

// Where it is told: in a sentence or a heading that names the part, in the last cell of its row, or only in what stands under its heading.
enum class ToldBy : std::uint8_t { sentence, row, heading };

struct FateByPart {
  std::string id;
  CitationStatus status = CitationStatus::kUpheld;  // upheld, partly upheld, overturned or withdrawn
  bool shared = false;                              // another ground was applied to the same part
  ToldBy told = ToldBy::sentence;
  Span where;  // the first words that decide it, in Letter::text
};

// What is decided of a part.
struct Decided {
  std::optional<PartLabel> part;
  Subject subject;  // where no label names the part
  PartFate fate = PartFate::upheld;
  ToldBy told = ToldBy::sentence;
  bool withdrawn = false;  // in words of giving up
  Span where;              // of the repaired text
};

class ByPart {
 public:
  explicit ByPart(const ReviewText& review) : review_(review), letter_(review.context().letter), links_(link_parts(review)) {}

  std::vector<FateByPart> run() && {
    find_owners();
    numbers_anew_ = numbers_anew();
    if (!links_.empty()) {
      decide_in_sentences();
      decide_in_headings();
    }
    decide_under_headings();
    decide_in_rows();  // may tie grounds by themselves
    std::vector<FateByPart> found;
    for (const PartLink& link : links_)
      if (std::ranges::none_of(found, [&](const FateByPart& fate) { return fate.id == link.id; }))
        if (auto fate = fate_of(link.id)) found.push_back(std::move(*fate));
    return found;
  }

 private:
  Span repaired(Span printed) const { return review_.context().text.repaired(printed); }
  void add(std::optional<PartLabel> part, PartFate fate, ToldBy told, Span where, Subject subject = {}) {
    if (decided_.size() >= kMostVerdicts) return;
    const bool same = !decided_.empty() && decided_.back().where == where;
    const bool withdrawn = same ? decided_.back().withdrawn : gives_up(where);
    decided_.push_back({part, std::move(subject), fate, told, withdrawn, where});
  }

  // Whose word each is: of one part, or of several.
  void find_owners() {
    for (std::size_t i = 0; i < links_.size(); ++i)
      for (const std::string& word : links_[i].subject) {
        const auto [owner, added] = owners_.emplace(word, i);
        if (!added && owner->second != kShared && !same_part(links_[owner->second], links_[i])) owner->second = kShared;
      }
  }
  // The words that name a part by what it is about, as labels of it: "succeeds over the letter".
  std::vector<SentencePiece> with_subjects(std::vector<SentencePiece> pieces) const {
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
  static bool sums_up(const std::vector<SentencePiece>& pieces) {
    static constexpr CueTable kComplaint = {"complaint", "appeal"};
    return std::ranges::any_of(pieces, [](const SentencePiece& piece) { return among(kComplaint, piece.word); });
  }

  // "We no longer rely on the exception": the ground is withdrawn, and not found wrong.
  bool gives_up(Span place) const {
    bool gives_up = false;
    review_.each_sentence(place, [&](Span sentence) {
      const Span own{std::max(sentence.start, place.start), std::min(sentence.end, place.end)};
      for (const Said& said : acts_in(review_.lower(own))) gives_up = gives_up || said.act == Act::kWithdrawn;
    });
    return gives_up;
  }

  // What names a ground decides on that ground, and is read with it.
  void decide_in_sentences() {
    review_.each_sentence(review_.whole(), [&](Span sentence) {
      if (decided_.size() >= kMostVerdicts || !review_.may_decide(sentence.start) || review_.cites_ground(sentence)) return;
      std::vector<SentencePiece> pieces = review_.pieces_at(sentence);
      if (sums_up(pieces)) pieces = with_subjects(std::move(pieces));
      for (const PartVerdict& verdict : verdicts_on_parts(review_.lower(sentence), pieces))
        add(verdict.part, verdict.fate, ToldBy::sentence, sentence);
    });
  }

  // "Question 3: upheld in part", "Committee minutes: refusal reversed".
  void decide_in_headings() {
    each_line([&](Span line, bool begins) {
      if (!begins || !is_heading(line) || !review_.may_decide(line.start) || review_.cites_ground(line)) return;
      for (const PartVerdict& verdict : verdicts_on_parts(review_.lower(line), with_subjects(review_.pieces_at(line))))
        add(verdict.part, verdict.fate, ToldBy::sentence, line);
    });
  }
  // A line that is a paragraph by itself, as far as what follows tells: no line of a text that is cut at a width.
  bool is_heading(Span line) const {
    const std::string_view printed = review_.context().text.text;
    if (line.empty() || line.end - line.start > kHeadingBytes ||
        std::string_view(".,;").find(printed[line.end - 1]) != std::string_view::npos)
      return false;
    const bool followed = line.end + 1 < printed.size() && printed[line.end + 1] != '\n';
    return !followed || (line.end - line.start <= kNarrowBytes && !is_lower(printed[line.end + 1]));
  }

  // "| 2. Method statement | s.41(1) | Disclosed |": the last cell of a row says what became of what the others name.
  void decide_in_rows() {
    bool numbers_parts = false, decides = false;  // the first column holds numbers of parts; the table is the reviewer's
    bool in_table = false;
    for (std::size_t i = 0; i < letter_.lines.size() && decided_.size() < kMostVerdicts; ++i) {
      const Line& line = letter_.lines[i];
      const std::span<const Span> cells = cells_of(letter_, line);
      if (cells.size() < 3) {
        in_table = in_table && !cells.empty();
        numbers_parts = numbers_parts && in_table;
        continue;
      }
      // Told by what stands above it: its own heads ("Our first answer") are of columns.
      if (!in_table) decides = is_reviewers_table(repaired(Span{line.start, line.end}).start);
      in_table = true;
      if (!decides || runs_on(i)) continue;
      const Span first = repaired(cells.front()), last = repaired(cells.back());
      if (is_part_noun(bare(review_.lower(first)))) numbers_parts = true;
      const auto fate = review_.cites_ground(last) ? std::nullopt : fate_in_cell(review_.lower(last));
      if (fate) decide_row(repaired(Span{line.start, line.end}), first, *fate, numbers_parts);
    }
  }
  bool is_reviewers_table(std::size_t at) const {
    const ReviewPart part = review_.part_at(at == 0 ? 0 : at - 1);
    const SectionKind kind = section_at(review_.context().sections, review_.context().text.original(at));
    return part != ReviewPart::complaint && part != ReviewPart::first_answer && !is_boilerplate(kind) && kind != SectionKind::quoted_thread;
  }
  // The last cell goes on in the next line.
  bool runs_on(std::size_t line) const {
    if (line + 1 >= letter_.lines.size()) return false;
    const auto next = cells_of(letter_, letter_.lines[line + 1]);
    return !next.empty() && next.size() < cells_of(letter_, letter_.lines[line]).size();
  }
  void decide_row(Span row, Span first_cell, PartFate fate, bool numbers_parts) {
    if (review_.cites_ground(row)) return decide_grounds_of(row, fate);
    if (const auto label = label_of(review_.lower(first_cell)); numbers_parts && label) return add(label, fate, ToldBy::row, row);
    for (const SentencePiece& piece : with_subjects(review_.pieces_at(first_cell)))
      if (piece.kind == Kind::label) return add(piece.label, fate, ToldBy::row, row);
  }
  void decide_grounds_of(Span row, PartFate fate) {
    const ReviewText::CitedThere cited = review_.cited_in(row);
    for (std::size_t i = cited.first; i < cited.first + cited.places.size() && links_.size() < kMostPartLinks; ++i) {
      if (class_of(*review_.judged()[i].info) != CodeClass::ground) continue;
      links_.push_back({review_.judged()[i].info->id, PartLabel{PartLabel::Form::subject, static_cast<int>(links_.size())}, {}});
      add(links_.back().part, fate, ToldBy::row, row);
    }
  }

  // What stands under "Item 1", "Commission (b)", "The councillor", up to the next of them.
  void decide_under_headings() {
    Span block;
    std::vector<PartLabel> parts;
    Subject subject;
    bool one_paragraph = false;  // "Counsel's advice. You say that …": no heading, and what follows is of something else
    const auto close = [&](std::size_t end) {
      if ((parts.empty() && subject.empty()) || decided_.size() >= kMostVerdicts) return;
      end = std::min(end, block.start + kBlockBytes);
      if (one_paragraph) {
        const std::string_view printed = std::string_view(review_.context().text.text).substr(block.start, end - block.start);
        end = block.start + std::min(printed.find("\n\n"), printed.size());
      }
      block.end = reviewers_words(block.start, end);
      const std::vector<std::size_t> told = told_in(block);
      if (told.empty() && review_.cites_ground(block)) return;
      const Span decides{told.empty() ? block.start : after_told(told.back()), block.end};
      const auto fate = decides.start < decides.end ? fate_of_block(review_.lower(decides)) : std::nullopt;
      if (!fate) return;
      for (const std::size_t judged : told) {
        if (links_.size() >= kMostPartLinks) break;
        links_.push_back({review_.judged()[judged].info->id, PartLabel{PartLabel::Form::subject, static_cast<int>(links_.size())}, {}});
        add(links_.back().part, *fate, ToldBy::heading, decides);
      }
      for (const PartLabel part : parts) add(part, *fate, ToldBy::heading, decides);
      if (parts.empty()) add(std::nullopt, *fate, ToldBy::heading, decides, subject);
    };
    each_lead([&](Span lead, bool heading) {
      const bool cites = review_.cites_ground(lead);  // what is said of it decides
      std::vector<PartLabel> named = labels_in(lead);
      if (named.empty()) named = labels_at(lead.start);
      Subject about = named.empty() ? subject_of_part(review_.lower(lead)) : Subject();
      const bool known =
          !cites && (!named.empty() || std::ranges::any_of(links_, [&](const PartLink& link) { return shared(link.subject, about) > 0; }));
      if (!known && !heading && !cites) return;
      // Within "Question 1" only another label or a heading begins anew.
      if (!parts.empty() && named.empty() && (!heading || !is_heading_in_words(lead))) return;
      // "(a)" and "(b)" under "Item 1" weigh for and against.
      if (!parts.empty() && !named.empty() && !heading && named.front().form != parts.front().form) return;
      close(lead.start);
      block.start = lead.end;
      one_paragraph = named.empty() && !heading;
      const bool decides = known && review_.may_decide(lead.start);
      parts = decides ? std::move(named) : std::vector<PartLabel>();
      subject = decides ? std::move(about) : Subject();
    });
    close(review_.whole().end);
  }
  // The grounds that a block cites, where it only tells what the first answer did with them; none where it decides on one.
  std::vector<std::size_t> told_in(Span block) const {
    const ReviewText::CitedThere cited = review_.cited_in(block);
    std::vector<std::size_t> told;
    for (std::size_t i = cited.first; i < cited.first + cited.places.size(); ++i) {
      const Judged& j = review_.judged()[i];
      if (class_of(*j.info) != CodeClass::ground) continue;
      const bool decided = j.role.claim && j.role.stage == Stage::kReview;
      if (decided || !tells_of_then(review_.lower(sentence_at(review_.context().text, j.cited->span)))) return {};
      told.push_back(i);
    }
    return told;
  }
  std::size_t after_told(std::size_t judged) const { return sentence_at(review_.context().text, review_.judged()[judged].cited->span).end; }
  // "2019/20", "Page 2 of 3" are no headings.
  bool is_heading_in_words(Span lead) const {
    const std::string_view lower = review_.lower(lead);
    return std::ranges::any_of(lower, [](char c) { return is_lower(c); }) && !lower.starts_with("page ") && !lower.ends_with('.') &&
           std::ranges::none_of(lower, [](char c) { return c == '\t' || c == '|'; }) && !is_digit(lower.front());
  }
  // Up to where somebody else speaks.
  std::size_t reviewers_words(std::size_t start, std::size_t end) const {
    std::size_t stop = end;
    review_.each_sentence({start, end}, [&](Span sentence) {
      if (sentence.start < stop && !review_.may_decide(sentence.start)) stop = std::max(sentence.start, start);
    });
    return stop;
  }
  static std::optional<PartFate> fate_of_block(std::string_view lower) {
    switch (result_with_moves(lower)) {
      case ReviewResult::kUpheld:
        return PartFate::upheld;
      case ReviewResult::kPartlyUpheld:
        return PartFate::partly;
      case ReviewResult::kOverturned:
        return PartFate::overturned;
      case ReviewResult::kUnknown:
        break;
    }
    return std::nullopt;
  }
  std::vector<PartLabel> labels_in(Span place) const {
    std::vector<PartLabel> labels;
    for (const SentencePiece& piece : review_.pieces_at(place))
      if (piece.kind == Kind::label && piece.label.form != PartLabel::Form::rest) labels.push_back(piece.label);
    return labels;
  }

  // Each line, and whether the one before it ends a paragraph.
  template <class Take>
  void each_line(Take take) const {
    const std::string_view printed = review_.context().text.text;
    bool ended = true;
    for (std::size_t start = 0; start < printed.size();) {
      const std::size_t end = std::min(printed.find('\n', start), printed.size());
      const Span line{start, end};
      take(line, ended);
      ended = ends_paragraph(printed.substr(start, end - start)) || is_heading(line);
      start = end + 1;
    }
  }
  // The first words of each paragraph where they are a heading or stand like one ("5. The assessment. I am satisfied …").
  template <class Take>
  void each_lead(Take take) const {
    each_line([&](Span line, bool begins) {
      if (!begins) return;
      const Span lead = lead_of(review_.context().text, line);
      if (!lead.empty())
        take(lead, lead.end == line.end);
      else if (!labels_at(line.start).empty())
        take(Span{line.start, line.start}, false);  // "(a) The estimate was prepared on the footing that …"
    });
  }
  // By the label a paragraph begins with. A bare number is one where the decision numbers its points anew.
  std::vector<PartLabel> labels_at(std::size_t start) const {
    const std::string_view printed = review_.context().text.text;
    const std::string_view line = review_.lower({start, std::min(printed.find('\n', start), printed.size())});
    std::vector<PartLabel> labels = labels_leading(line, false);
    const std::size_t mark = line.find_first_not_of(" *_");
    if (!labels.empty() && is_digit(line[mark]) && !numbers_anew_) labels.clear();
    return labels;
  }
  // "1." to "3." are of a request of three parts, and not paragraphs 6 to 11 of the letter.
  bool numbers_anew() const {
    int last = 0;
    bool anew = false;
    each_line([&](Span line, bool begins) {
      if (!begins || !review_.may_decide(line.start)) return;
      const std::string_view lower = review_.lower(line);
      const std::size_t mark = lower.find_first_not_of(" *_");
      if (mark == std::string_view::npos || !is_digit(lower[mark])) return;
      const std::vector<PartLabel> labels = labels_leading(lower, false);
      if (labels.empty()) return;
      if (labels.front().number == 1) anew = review_.part_at(line.start) == ReviewPart::decision, last = 0;
      if (labels.front().number != last + 1) anew = false;
      last = labels.back().number;
    });
    int parts = 0;
    for (const PartLink& link : links_)
      if (link.part && link.part->form == PartLabel::Form::number) parts = std::max(parts, link.part->number);
    return anew && last > 1 && last == parts;
  }

  bool speaks_of(const Decided& d, const PartLink& link) const {
    if (!d.part) return shared(d.subject, link.subject) > 0 && is_best(d, link);
    if (d.part->form == PartLabel::Form::subject) return same_part(links_[static_cast<std::size_t>(d.part->number)], link);
    return link.part && same_part(*d.part, *link.part);
  }
  // No other part fits the words as well.
  bool is_best(const Decided& d, const PartLink& link) const {
    const std::size_t here = shared(d.subject, link.subject);
    return std::ranges::none_of(links_, [&](const PartLink& other) {
      return !same_part(other, link) && other.id != link.id && shared(d.subject, other.subject) >= here;
    });
  }

  struct Fate {
    PartFate fate;
    ToldBy told;
    bool withdrawn;
    Span where;
  };
  // Of two that differ, in part.
  static void join(std::optional<Fate>& fate, const Fate& other) {
    if (!fate)
      fate = other;
    else if (fate->fate != other.fate)
      fate->fate = PartFate::partly;
  }
  // What was decided of one part: by sentences that name it, else in its row, else with "the rest", else under its heading.
  std::optional<Fate> fate_of(const PartLink& link) const {
    std::optional<Fate> fate;
    const auto join_all = [&](ToldBy told, auto is_meant) {
      for (const Decided& d : decided_)
        if (d.told == told && is_meant(d)) join(fate, {d.fate, told, d.withdrawn, d.where});
    };
    const auto named = [&](const Decided& d) { return speaks_of(d, link); };
    const auto rest = [](const Decided& d) { return d.part && d.part->form == PartLabel::Form::rest; };
    join_all(ToldBy::sentence, named);
    if (!fate) join_all(ToldBy::row, named);
    if (!fate) join_all(ToldBy::sentence, rest);
    if (!fate) join_all(ToldBy::heading, named);
    // Given up in the words under the part's heading, where its heading only says that it is disclosed.
    const bool given_up = std::ranges::any_of(decided_, [&](const Decided& d) { return d.withdrawn && named(d); });
    if (fate) fate->withdrawn = fate->withdrawn || given_up;
    return fate;
  }

  // A row, or what is told under a heading, that names the ground itself.
  static bool is_row(const PartLink& link) { return link.part && link.part->form == PartLabel::Form::subject; }
  std::optional<FateByPart> fate_of(std::string_view id) const {
    std::optional<Fate> fate;
    const auto join_of = [&](bool rows) {
      for (const PartLink& link : links_)
        if (link.id == id && is_row(link) == rows)
          if (const auto of_part = fate_of(link)) join(fate, *of_part);
    };
    join_of(false);
    if (!fate) join_of(true);
    if (!fate) return std::nullopt;
    const CitationStatus fallen = fate->withdrawn ? CitationStatus::kWithdrawn : CitationStatus::kOverturned;
    const CitationStatus status = fate->fate == PartFate::upheld   ? CitationStatus::kUpheld
                                  : fate->fate == PartFate::partly ? CitationStatus::kPartlyUpheld
                                                                   : fallen;
    const bool shares_part = std::ranges::any_of(links_, [&](const PartLink& link) {
      return link.id == id && std::ranges::any_of(links_, [&](const PartLink& other) { return other.id != id && same_part(other, link); });
    });
    return FateByPart{std::string(id), status, shares_part, fate->told, review_.context().text.original(fate->where)};
  }

  const ReviewText& review_;
  const Letter& letter_;
  std::vector<PartLink> links_;
  static constexpr std::size_t kShared = static_cast<std::size_t>(-1);
  std::map<std::string, std::size_t, std::less<>> owners_;
  std::vector<Decided> decided_;
  bool numbers_anew_ = false;
};

// The result of the whole gives way to all; what only its place says of it, or soft words, to a sentence or a row; and sure words to a
// sentence that says "in part".
bool gives_way(const FoundCitation& found, const FateByPart& fate) {
  if (found.status == CitationStatus::kAddedAtReview || found.status == CitationStatus::kWithdrawn) return false;
  const bool by_whole = found.stage == Stage::kResponse || found.rule == "review-result" || found.rule == "decision-leans";
  // A part that is kept for one of its grounds and not for another is decided in part, and its grounds are not.
  const bool partly = fate.status == CitationStatus::kPartlyUpheld;
  const bool soft = fate.told != ToldBy::heading && found.confidence < kInWords && !(partly && fate.shared);
  const bool in_part = fate.told == ToldBy::sentence && partly && !fate.shared;
  return by_whole || soft || in_part;
}

// One that no place claims, though a part of the answer was refused under it.
FoundCitation unclaimed(const FateByPart& fate, const std::vector<Judged>& judged) {
  FoundCitation found{fate.id, fate.status, Stage::kResponse, {}, {}, 0, {}};
  for (const Judged& j : judged)
    if (j.info->id == fate.id) add_place(found.places, j.place);
  return found;
}

}  // namespace

void settle_by_part(std::vector<FoundCitation>& found, const RoleContext& context, const std::vector<Judged>& judged) {
  if (!context.review || judged.empty()) return;
  const ReviewText review(context, judged);
  for (const FateByPart& fate : ByPart(review).run()) {
    auto c = std::ranges::find(found, fate.id, &FoundCitation::id);
    if (c == found.end() && fate.told != ToldBy::heading) c = found.insert(c, unclaimed(fate, judged));
    if (c == found.end() || !gives_way(*c, fate)) continue;
    c->status = fate.status;
    c->stage = Stage::kReview;
    c->rule = kDecidedByPart;
    c->confidence = fate.told == ToldBy::heading ? kUnderHeading : kByPart;
    add_place(c->places, fate.where);
  }
}

}  // namespace foi::understand
