#include "indexer/understand/citation_places.h"

#include <algorithm>
#include <string>

#include "indexer/understand/citation_links.h"
#include "indexer/understand/citation_tenor.h"
#include "indexer/understand/cues.h"

namespace foi::understand {

namespace {

// An answer that is nothing but a ground, and what may stand in it besides the ground, in bytes.
constexpr std::size_t kShortAnswer = 200, kLittle = 50;
// How far above a cell its column is headed, in bytes; the longest line of a table.
constexpr std::size_t kTableReach = 900, kRowBytes = 240, kHeadBytes = 100;
// A mark of redaction stands so near before its ground, in bytes.
constexpr std::size_t kMarkReach = 40;
// How far back a quotation may have been opened, in bytes.
constexpr std::size_t kQuoteReach = 400;

constexpr std::string_view kTableHeads[] = {"exemption", "exemptions", "exception", "exceptions", "reason withheld", "withheld under"};

class Place {
 public:
  Place(const RoleContext& context, const Chain& chain, const CodeCited& cited)
      : context_(context),
        chain_(chain),
        cited_(cited),
        lower_(context.text.lower),
        printed_(context.text.text),
        sentence_(context.text.lower_view(chain.sentence)),
        before_(between(chain.sentence.start, chain.place.start)) {}

  std::optional<Placed> read() const {
    if (chain_.heading) return Placed{0.75, "heading"};
    if (heads_balance()) return Placed{0.65, "balance-heading"};
    const bool evidence =
        cited_.named_act || cited_.titled || names_exemption(sentence_) || speaks_of_ground(section_of(cited_.id), sentence_);
    if (chain_.section == SectionKind::exemption_reasons && evidence) return Placed{0.7, "reasons-block"};
    if (is_cell() || is_last_cell()) return Placed{0.65, "cell"};
    if (is_label()) return Placed{0.6, "label"};
    if (ends_refused_row()) return Placed{0.65, "cell"};
    if (is_alone()) return Placed{0.6, "ground-alone"};
    if (gives_example(before_)) return std::nullopt;
    if (is_short_answer() && (evidence || is_whole_answer())) return Placed{0.7, "short-answer"};
    if (names_what_it_rests_on(before_) || is_named_as_ground()) return Placed{0.75, "ground-is"};
    if (is_quoted()) return std::nullopt;
    if (ends_label()) return Placed{0.65, "label"};
    if (names_exemption(sentence_)) return Placed{0.6, "exemption-named"};
    if (cited_.titled) return Placed{0.6, "named-with-title"};
    return by_words_of_ground();
  }

 private:
  std::string_view between(std::size_t from, std::size_t to) const { return context_.text.lower_view({from, std::max(from, to)}); }

  std::optional<Placed> by_words_of_ground() const {
    static constexpr std::string_view wishes[] = {"wanted", "wished", "hoped", "asked", "suggested", "would like", "wants"};
    if (has_any(before_, wishes)) return std::nullopt;
    const bool finer = cited_.id != section_of(cited_.id);
    if ((cited_.named_act || finer || keeps_from_requester(sentence_)) && leads_by_preposition(before_))
      return Placed{0.55, "named-in-answer"};
    if (gives_reason() && keeps_from_requester(before_)) return Placed{0.55, "reason-given"};
    if ((cited_.named_act || finer) && claims_harm(sentence_)) return Placed{0.6, "harm-claimed"};
    const bool elsewhere = cited_.id.starts_with("foia-21") || cited_.id.starts_with("foia-22") || cited_.id.starts_with("foisa-25") ||
                           cited_.id.starts_with("eir-6");
    if (elsewhere && speaks_of_ground(section_of(cited_.id), sentence_)) return Placed{0.55, "ground-in-words"};
    return std::nullopt;
  }

  // "… to ourselves, section 30(2)(b) being in point", "…, as section 40(2) obliges me to".
  bool gives_reason() const {
    static constexpr std::string_view reasons[] = {" as", " since", " because", " so", " hence", " why", ",", " -", ":"};
    std::string_view lead = before_;
    while (!lead.empty() && lead.back() == ' ') lead.remove_suffix(1);
    return std::ranges::any_of(reasons, [lead](std::string_view reason) { return lead.ends_with(reason); });
  }

  // "Public interest test (section 43)": weighed only for what is relied on.
  bool heads_balance() const {
    const std::size_t start = line_start(chain_.place.start);
    const std::size_t end = std::min(printed_.find('\n', chain_.place.end), printed_.size());
    const std::string_view line = between(start, end);
    return line.size() < kHeadBytes && line.starts_with("public interest") && !line.ends_with('.') && acts_in(line).empty();
  }

  // Nothing else in its cell or on its line, in a table or list that is headed so.
  bool is_cell() const {
    std::size_t start = chain_.place.start, end = chain_.place.end;
    while (start > 0 && printed_[start - 1] == ' ') --start;
    while (end < printed_.size() && printed_[end] == ' ') ++end;
    const bool opens = start == 0 || printed_[start - 1] == '\n' || printed_[start - 1] == '\t' || chain_.place.start - start > 1;
    const bool closes = end >= printed_.size() || printed_[end] == '\n' || printed_[end] == '\t' || end - chain_.place.end > 1;
    return opens && closes &&
           has_any(between(chain_.place.start < kTableReach ? 0 : chain_.place.start - kTableReach, chain_.place.start), kTableHeads);
  }

  // The last thing of a row, where a row above, the table's head, ends with "Exemption".
  bool is_last_cell() const {
    const std::size_t end = chain_.place.end;
    if (end < printed_.size() && printed_[end] != '\n') return false;
    std::size_t line = line_start(chain_.place.start);
    if (chain_.place.start - line > kRowBytes || !is_row({line, chain_.place.start})) return false;
    const std::size_t low = line < kTableReach ? 0 : line - kTableReach;
    while (line > low) {
      const std::size_t above = line_start(line - 1);
      const std::string_view row = bare(between(above, line - 1));
      for (std::string_view head : kTableHeads)
        if (row.ends_with(head) && row.size() > head.size() && row.size() < kHeadBytes && row.find(". ") == std::string_view::npos)
          return true;
      line = above;
    }
    return false;
  }
  std::size_t line_start(std::size_t at) const {
    const std::size_t low = at < kTableReach ? 0 : at - kTableReach;
    while (at > low && printed_[at - 1] != '\n') --at;
    return at;
  }
  // "4  Price per assessment  Yes  No  S43 (2)": the ground ends its line, and the cell before it refuses.
  bool ends_refused_row() const {
    const std::size_t end = chain_.place.end;
    const bool last = end >= printed_.size() || printed_[end] == '\n' || printed_[end] == '|';
    const std::size_t line = line_start(chain_.place.start);
    if (!last || chain_.place.start - line > kRowBytes || chain_.place.start - line < 4) return false;
    static constexpr std::string_view refusing[] = {
        "no",        "none",     "withheld",     "refused", "exempt", "redacted", "not provided", "not disclosed",
        "not given", "not sent", "not released", "no, see", "n"};
    std::string_view cells = between(line, chain_.place.start);
    const std::size_t words = cells.find_last_not_of(" \t|-:");
    const std::string_view lead = bare(cells);
    if (words == std::string_view::npos || cells.size() - words < 2 || cells.find(". ") != std::string_view::npos) return false;
    return std::ranges::any_of(refusing, [lead](std::string_view w) {
      return lead.ends_with(w) && lead.size() > w.size() && !is_word(lead[lead.size() - w.size() - 1]);
    });
  }
  // No sentence runs on in it.
  bool is_row(Span line) const {
    const std::string_view words = context_.text.lower_view(line);
    static constexpr std::string_view running[] = {"under", "we", "is", "are", "was", "of the", "by", "the exemption"};
    return words.find(". ") == std::string_view::npos && !has_any(words, running);
  }

  // "[s.40(2)]", "(section 43(2))": a label of what was left out, or the ground of what was just said.
  bool is_label() const {
    const char before = chain_.place.start > 0 ? lower_[chain_.place.start - 1] : ' ';
    const char after = chain_.place.end < lower_.size() ? lower_[chain_.place.end] : ' ';
    const bool finer = cited_.id != section_of(cited_.id);
    return (before == '[' && after == ']') ||
           (before == '(' && after == ')' && (finer || speaks_of_ground(section_of(cited_.id), sentence_)));
  }

  // "It is a draft: the company has until April to reply. 12(4)(d).": a sentence that is nothing but the ground, at its finest.
  bool is_alone() const {
    const bool finer = cited_.id != section_of(cited_.id);
    static constexpr std::string_view regrets[] = {"i'm afraid", "i am afraid", "we're afraid", "i regret", "sorry"};
    const std::string_view after = bare(between(chain_.place.end, chain_.sentence.end));
    return finer && bare(before_).empty() && (after.empty() || is_one_of(after, regrets)) && !before_.ends_with('"');
  }

  // "The rates: reg. 10(5)(e).", "the call of 14 June - section 36 (1b)(2c) see below".
  bool ends_label() const {
    std::string_view lead = before_;
    while (!lead.empty() && lead.back() == ' ') lead.remove_suffix(1);
    const bool led = lead.ends_with(':') || lead.ends_with(" -");
    const std::string_view after = bare(between(chain_.place.end, chain_.sentence.end));
    static constexpr std::string_view pointers[] = {"see below", "see above",    "as above", "refer below",
                                                    "see over",  "see overleaf", "applied"};
    // "73 hours; section 12(1)."
    const bool follows = lead.ends_with(';') && speaks_of_ground(section_of(cited_.id), sentence_);
    return ((led || follows) && after.empty() && bare(lead).size() > 2) || !prefix_of(after, pointers).empty();
  }

  // "Section 43(2) is why", "section 40(2) is the exemption on which we rely"; but "section 43 is the exemption for commercial interests".
  bool is_named_as_ground() const {
    static constexpr std::string_view reasons[] = {"is why", "is the reason why", "is our reason", "is our ground", "is what we rely on"};
    static constexpr std::string_view grounds[] = {"is the reason", "is the ground", "is the exemption", "is the exception"};
    const std::string_view after = bare(between(chain_.place.end, chain_.sentence.end));
    if (!prefix_of(after, reasons).empty()) return true;
    const std::string_view ground = prefix_of(after, grounds);
    if (ground.empty()) return false;
    static constexpr std::string_view referring[] = {"that we", "we",           "which we",     "on which we",
                                                     "here",    "in this case", "that applies", "which applies"};
    const std::string_view rest = bare(after.substr(ground.size()));
    return rest.empty() || !prefix_of(rest, referring).empty();
  }

  // Within somebody's quotation of more than its name: not this letter's claim.
  bool is_quoted() const {
    const std::size_t low = chain_.place.start < kQuoteReach ? 0 : chain_.place.start - kQuoteReach;
    const std::string_view back = between(std::max(low, line_start(chain_.place.start)), chain_.place.start);
    if (std::ranges::count(back, '"') % 2 == 0) return false;
    return !bare(back.substr(back.rfind('"'))).empty();
  }

  // Little else is said than the ground.
  bool is_whole_answer() const {
    const Span answer = context_.questions[question_answered_at(context_.questions, chain_.original)].answer;
    return answer.end - answer.start < chain_.place.end - chain_.place.start + kLittle;
  }
  bool is_short_answer() const {
    const std::size_t q = question_answered_at(context_.questions, chain_.original);
    return q != kNoQuestion && context_.questions[q].answer.end - context_.questions[q].answer.start < kShortAnswer;
  }

  const RoleContext& context_;
  const Chain& chain_;
  const CodeCited& cited_;
  std::string_view lower_, printed_, sentence_, before_;
};

}  // namespace

std::optional<Placed> place_of(const RoleContext& context, const Chain& chain, const CodeCited& cited) {
  return Place(context, chain, cited).read();
}

bool marks_redaction(const RoleContext& context, const Chain& chain) {
  static constexpr std::string_view marks[] = {"redacted", "withheld", "removed", "deleted", "blanked out"};
  static constexpr std::string_view links[] = {"under", "by", "as", "per", "in", "line", "with", "the", "of", "foia", "exempt"};
  const std::size_t from = chain.place.start < kMarkReach ? 0 : chain.place.start - kMarkReach;
  const std::string_view before = context.text.lower_view({from, chain.place.start});
  return std::ranges::any_of(marks, [&](std::string_view mark) {
    const std::size_t at = before.rfind(mark);
    return at != std::string_view::npos && skip_words(before.substr(at + mark.size()), links).empty();
  });
}

}  // namespace foi::understand
