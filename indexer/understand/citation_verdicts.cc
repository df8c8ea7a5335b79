#include "indexer/understand/citation_verdicts.h"

#include <algorithm>
#include <utility>

#include "indexer/understand/citation_chains.h"
#include "indexer/understand/citation_lines.h"
#include "indexer/understand/citation_links.h"
#include "indexer/understand/citation_tenor.h"
#include "indexer/understand/citation_voice.h"
#include "indexer/understand/citation_words.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/decision_words.h"
#include "indexer/understand/findings.h"
#include "indexer/understand/proposals.h"
#include "indexer/understand/replies.h"
#include "indexer/understand/verdict_words.h"

namespace foi::understand {

namespace {

// How far after a citation sentences may still speak of it without its number, in bytes: after one in running text, and under a heading.
constexpr std::size_t kFocus = 1'200, kBlock = 6'000;
// How far before an item of a list the sentence stands that introduces it.
constexpr std::size_t kIntroduction = 900;
// A heading that the text runs on after, in bytes.
constexpr std::size_t kRunInHeading = 110;
// "see Annex 2, part B": as long as that at most, in bytes.
constexpr std::size_t kPointer = 30;
// How many citations before one are looked at for another ground of its sentence.
constexpr std::size_t kNeighbours = 8;

class VerdictReader {
 public:
  VerdictReader(const std::vector<CodeCited>& cited, const Reference& reference, const RoleContext& context)
      : cited_(cited), reference_(reference), context_(context), lower_(context.text.lower) {}

  std::vector<Chain> run() && {
    chains_ = find_chains(cited_, reference_, context_);
    several_ = cites_several();
    for (std::size_t i = 0; i < chains_.size(); ++i) {
      read_sentence(i);
      chains_[i].heading = chains_[i].heading || is_run_in_heading(chains_[i]);
    }
    for (std::size_t i = 0; i < chains_.size(); ++i) share_sentence(i);
    for (std::size_t i = 0; i < chains_.size(); ++i) {
      if (!chains_[i].ground) continue;
      chains_[i].introduction = find_introduction(chains_[i]);
      chains_[i].aftermath = find_aftermath(i);
      if (context_.decides()) chains_[i].preface = find_preface(i);
    }
    decline_together();
    return std::move(chains_);
  }

 private:
  const ExemptionInfo& info(const CodeCited& c) const { return *reference_.exemption(c.id); }

  bool cites_several() const {
    const auto first = std::ranges::find_if(chains_, [](const Chain& c) { return c.ground; });
    const auto at = static_cast<std::size_t>(first - chains_.begin());
    return std::any_of(first, chains_.end(), [&](const Chain& c) {
      return c.ground && (lists_grounds(c) || !same_ground(at, static_cast<std::size_t>(&c - chains_.data())));
    });
  }

  // "Regulation 13: personal data. The names …": a sentence at the beginning of a line that says nothing but a ground.
  bool is_run_in_heading(const Chain& chain) const {
    std::size_t from = chain.sentence.start;
    while (from < chain.place.start && lower_[from] == ' ') ++from;
    const std::size_t length = chain.sentence.end - from;
    const bool at_start = from == 0 || context_.text.text[from - 1] == '\n' || (from > 1 && context_.text.text[from - 2] == '\n');
    return at_start && length < kRunInHeading && chain.acts.empty() && bare(between(from, chain.place.start)).size() <= 2 &&
           !is_figure(between(chain.place.end, chain.sentence.end)) && !explains_after(between(chain.place.end, chain.sentence.end)) &&
           is_title_gap(between(chain.place.end, chain.sentence.end));
  }

  bool same_sentence(std::size_t a, std::size_t b) const {
    return b < chains_.size() && chains_[a].sentence.contains(chains_[b].place.start);
  }
  std::string_view between(std::size_t from, std::size_t to) const { return context_.text.lower_view({from, std::max(from, to)}); }

  // The acts of the citation's own part of its sentence: those that lead to it, and those after it up to what leads to the next.
  void read_sentence(std::size_t i) {
    Chain& chain = chains_[i];
    const std::size_t from = chain.sentence.start;
    chain.acts =
        i > 0 && chains_[i - 1].sentence == chain.sentence ? chains_[i - 1].acts : acts_in(context_.text.lower_view(chain.sentence));
    const std::size_t low = i > 0 && chains_[i - 1].place.end > from ? chains_[i - 1].place.end : from;
    const std::size_t high = same_sentence(i, i + 1) ? chains_[i + 1].place.start : chain.sentence.end;
    const bool explained = explains_after(context_.text.lower_view({chain.place.end, chain.sentence.end}));
    NearActs own;
    for (const Said& said : chain.acts) {
      const std::size_t start = from + said.start, end = from + said.end;
      if (start < low || end > high) continue;
      if (start >= chain.place.start && start < chain.place.end) continue;
      const bool ahead = start < chain.place.start;
      // "It was refused under section 12, but it dropped this and cited section 43 instead."
      if (ahead && said.act == Act::kWithdrawn && i > 0 && begins_with_pronoun(between(end, chain.place.start))) {
        chains_[i - 1].verdict.act = Act::kWithdrawn;
        continue;
      }
      if (ahead && low > from && !leads_to(end, chain.place.start, low)) continue;
      const bool subject = !ahead && follows_as_verb(between(chain.place.end, start));
      if (!ahead && !subject && high < chain.sentence.end && leads_to(end, high, chain.place.end)) continue;
      static constexpr std::string_view cases[] = {"when", "where", "if"};
      const bool own_refusal = said.own && said.act == Act::kApplies && !has_any(between(end, chain.sentence.end), cases);
      if (!ahead && explained && !own_refusal && start < explanation_end(chain, start)) continue;
      own.emplace_back(ahead ? chain.place.start - end : start - chain.place.end, &said);
    }
    std::ranges::stable_sort(own, {}, [](const auto& o) { return o.first; });
    const std::string_view sentence = context_.text.lower_view(chain.sentence);
    const bool recital = context_.is_notice() && (is_partys_review(sentence) || tells_partys_review(sentence));
    std::erase_if(own, [&](const auto& o) { return is_of_next_clause(i, *o.second); });
    for (const auto& [distance, said] : own)
      if (!recital || (said->act != Act::kUpheld && said->act != Act::kOverturned)) weigh(chain.verdict, *said, chain);
    if (context_.decides() && is_divided(sentence, own)) chain.verdict.act = Act::kPartly;
    // Of a party, in a notice: that it did not rely on a ground decides nothing.
    const bool party = context_.is_notice() && chain.verdict.act == Act::kNotApplied && chain.verdict.unclaimed;
    if (party) chain.verdict.act = gives_up_what_it_had(sentence) ? Act::kWithdrawn : Act::kUnconsidered;
    if (context_.is_notice())
      if (const auto judged = judged_by_compliance(sentence, chain.place.start - from)) chain.verdict.act = judged;
    chain.verdict.aside = chain.verdict.act == Act::kUnconsidered;
    if (denied_directly(between(low, chain.place.start))) chain.verdict.act = Act::kNotApplied;
    const std::string_view led = between(chain.sentence.start, chain.place.start);
    if (context_.decides() && !chain.heading && excepted_from_decision(led))
      if (const auto fate = fate_of_exception(main_clause(chain))) chain.verdict.act = fate;
    chain.verdict.reported = is_reported(led);
    const bool answered = concession_end(sentence) > 0 && chain.verdict.act && rank(*chain.verdict.act) >= 4;
    if (answered) chain.verdict.reported = false;
    chain.proposed = is_put_forward(sentence);
    chain.opposed = is_opposed(sentence);
    chain.supposed = supposes_of_reader(between(from, chain.place.start));
    if (chain.supposed) answer_supposition(chain);
    if (!chain.verdict.act && explained) chain.verdict.act = Act::kExplains;
  }

  // "You may have expected section 43(2) to apply, and it does."
  void answer_supposition(Chain& chain) const {
    const auto so = echoes(between(chain.sentence.start, chain.place.start), between(chain.place.end, chain.sentence.end));
    if (!so) return;
    chain.verdict = {};
    chain.verdict.act = *so ? Act::kApplies : Act::kNotApplied;
    const std::size_t at = chain.place.end - chain.sentence.start;
    chain.acts.push_back({*chain.verdict.act, at, at, false, true});
  }

  // "As section 43(2) is engaged, he has not considered the other exemption", "…, so there is no need to come to a view on section 41(1)":
  // left alone for the sake of what is cited first.
  bool is_of_next_clause(std::size_t i, const Said& said) const {
    static constexpr CueTable reasons = {"as", "since", "because", "having", "given that", "in view of", "in light of", "in the light of"};
    const Chain& chain = chains_[i];
    const bool leaves = said.act == Act::kUnconsidered || (said.act == Act::kNotApplied && said.unclaimed);
    const std::size_t at = chain.sentence.start + said.start;
    if (!leaves || at < chain.place.end || between(chain.place.end, at).find(", ") == std::string_view::npos) return false;
    return same_sentence(i, i + 1) || !prefix_of(bare(context_.text.lower_view(chain.sentence)), reasons).empty();
  }

  // Where what explains the law after a citation ends, for an act at `act`: a relative clause at its comma, another at a break.
  std::size_t explanation_end(const Chain& chain, std::size_t act) const {
    const std::string_view after = between(chain.place.end, act);
    if (after.starts_with(", which") || after.starts_with(" which") || after.starts_with(" (which")) {
      const std::size_t comma = after.find(',', 2);
      if (comma != std::string_view::npos) return chain.place.end + comma;
    }
    return has_break(after) ? chain.place.end : act + 1;
  }

  // Whether the words between a verb's end and a citation only lead from the one to the other. low: where what belongs to the citation
  // before ends; a verb right after that has it for its subject.
  bool leads_to(std::size_t end, std::size_t start, std::size_t low) const {
    if (start < end) return false;
    const std::string_view gap = between(end, start);
    if (has_break(gap)) return false;
    if (gap.size() > kGoverned) return breaks_between(low, end);
    return only_links(gap) || breaks_between(low, end);
  }
  // A clause ends between two places.
  bool breaks_between(std::size_t a, std::size_t b) const { return has_break(between(a, b)); }

  void weigh(Verdict& verdict, const Said& said, const Chain& chain) const {
    if (said.act == Act::kReleases) {
      verdict.releases = true;
      return;
    }
    if (said.act == Act::kAdded) verdict.added = true;
    const std::string& id = cited_[chain.first].id;
    if ((said.act == Act::kCost || said.cost) && !is_cost(id)) return;
    if (said.act == Act::kNotHeld && !is_not_held(id)) return;
    if (!verdict.act) return set(verdict, said);
    const int now = rank(*verdict.act), then = rank(said.act);
    if (*verdict.act == Act::kNcnd && said.act == Act::kNotApplied) return;
    if (*verdict.act == Act::kNotApplied && said.act == Act::kNcnd) verdict.act = Act::kNcnd;
    // "… does not apply to A but is applied to B": applied.
    const bool both =
        (*verdict.act == Act::kApplies && said.act == Act::kNotApplied) || (*verdict.act == Act::kNotApplied && said.act == Act::kApplies);
    // "Counsel accepted that it could not apply. We need not decide the point."
    const bool spared = *verdict.act == Act::kNotApplied && said.act == Act::kUnconsidered && &verdict != &chain.verdict;
    if (spared && context_.is_notice()) return set(verdict, said);
    // "… applies to most of it, however it does not apply to the annex": the decision itself says both.
    constexpr std::string_view parts[] = {"most", "majority", "some", "small", "remainder", "rest"};
    if (both && context_.is_notice() && &verdict == &chain.verdict) {
      const bool partly = !verdict.past && has_any(context_.text.lower_view(chain.sentence), parts);
      if (partly) verdict.act = Act::kPartly;
      if (partly || said.unclaimed || said.act != Act::kNotApplied) return;
      return set(verdict, said);  // "The council applied it, but the decision is that it does not apply."
    }
    // "We asked ourselves about section 43. As the whole is withheld under section 36 we make no claim under it."
    if (both && &verdict != &chain.verdict && chain.verdict.act == Act::kWeighed) {
      verdict.act = Act::kNotApplied;
      return;
    }
    if (both) return;
    if (*verdict.act == Act::kThreatens && said.act == Act::kWeighed) return set(verdict, said);  // "considered whether it applied"
    const bool fates =
        (*verdict.act == Act::kUpheld && said.act == Act::kOverturned) || (*verdict.act == Act::kOverturned && said.act == Act::kUpheld);
    if (fates) {
      if (context_.decides()) {
        verdict.act = Act::kPartly;
        verdict.balance = false;
      }
      return;
    }
    // "… relied on section 38(1)(b), which the Commissioner finds to be engaged": what was done is done still.
    if (said.act == *verdict.act && verdict.past && !said.past) verdict.past = false;
    if (then > now) set(verdict, said);
  }
  static void set(Verdict& verdict, const Said& said) {
    verdict.act = said.act;
    verdict.past = said.past;
    verdict.balance = said.balance;
    verdict.unclaimed = said.unclaimed;
  }

  // Of a sentence with an exception: what stands before it, or, where it opens the sentence, after its comma.
  std::string_view main_clause(const Chain& chain) const {
    constexpr std::size_t few = 40;  // bytes of "With the exception of"
    const std::string_view led = between(chain.sentence.start, chain.place.start);
    if (led.size() > few) return led;
    const std::string_view after = between(chain.place.end, chain.sentence.end);
    return fate_of_exception(led) ? led : after;
  }

  // "I have substituted section 40(2) for section 41(1)."
  bool is_replaced(std::size_t i) const {
    if (chains_[i - 1].verdict.act != Act::kAdded) return false;
    const std::string_view before = between(chains_[i].sentence.start, chains_[i - 1].place.start);
    const std::string_view gap = between(chains_[i - 1].place.end, chains_[i].place.start);
    return has_phrase(gap, "for") && gap.size() < kGoverned && before.find("substitut") != std::string_view::npos;
  }

  bool replaces_next(std::size_t i) const {
    return same_sentence(i, i + 1) &&
           exchanges(between(chains_[i].sentence.start, chains_[i].place.start), between(chains_[i].place.end, chains_[i + 1].place.start));
  }

  // "We now put section 31(1)(g), with section 31(2)(c), in place of section 41(1)."
  // "… instead of section 40(2), which you suggested": nobody had relied on that one.
  void take_place_of(std::size_t i) {
    static constexpr std::string_view instead[] = {"in place of", "instead of", "in lieu of"};
    static constexpr std::string_view doubts[] = {"may", "might", "whether", "if", "not", "would", "could", "you"};
    if (!context_.review || context_.is_notice() || i == 0 || !same_sentence(i - 1, i)) return;
    const std::string_view gap = bare(between(chains_[i - 1].place.end, chains_[i].place.start));
    if (std::ranges::none_of(instead, [&](std::string_view words) { return gap.ends_with(words); })) return;
    if (has_any(between(chains_[i].sentence.start, chains_[i - 1].place.start), doubts)) return;
    static constexpr CueTable theirs = {
        "you suggest",  "you suggested", "you named",   "you name", "you mentioned",         "you cited",
        "you proposed", "you raised",    "you thought", "you said", "complainant suggested", "complainant cited"};
    if (has_any(between(chains_[i].place.end, chains_[i].sentence.end), theirs)) {
      chains_[i].verdict.act = Act::kExplains;
      return;
    }
    chains_[i].verdict.act = Act::kOverturned;
    for (std::size_t k = i; k > 0 && same_sentence(k - 1, i) && i - k < 3; --k) {
      chains_[k - 1].verdict.act = Act::kAdded;
      chains_[k - 1].verdict.added = true;
    }
  }

  // "We went too far in redacting it under section 43(2), but section 43(2) is engaged for the prices": each clause decides its own part.
  void divide(std::size_t i) {
    if (!context_.decides() || i == 0 || !same_sentence(i - 1, i) || !same_ground(i - 1, i)) return;
    static constexpr CueTable turns = {"but", "however", "although", "whereas", "though"};
    const auto stands = [](const Verdict& v) { return !v.past && !v.balance && (v.act == Act::kApplies || v.act == Act::kUpheld); };
    const auto falls = [](const Verdict& v) {
      return !v.balance && !v.unclaimed && (v.act == Act::kOverturned || (v.act == Act::kNotApplied && !v.past));
    };
    const Verdict &first = chains_[i - 1].verdict, &second = chains_[i].verdict;
    if (!(stands(first) && falls(second)) && !(falls(first) && stands(second))) return;
    if (has_any(between(chains_[i - 1].place.end, chains_[i].place.start), turns))
      chains_[i - 1].verdict.act = chains_[i].verdict.act = Act::kPartly;
  }

  // Citations without a word of their own go with their neighbour: "withheld under section 40(2) and, for the prices, section 43(2)".
  void share_sentence(std::size_t i) {
    Chain& chain = chains_[i];
    if (i > 0 && same_sentence(i - 1, i) && is_replaced(i)) chain.verdict.act = Act::kOverturned;
    if (i > 0 && !same_sentence(i - 1, i) && names_successor(between(chain.sentence.start, chain.place.start))) {
      chains_[i - 1].verdict.act = Act::kWithdrawn;
      chain.verdict.act = context_.is_notice() ? Act::kApplies : Act::kAdded;
      chain.verdict.past = true;
    }
    // "The better ground is regulation 12(5)(b), and I substitute it for 12(4)(e)."
    if (i > 0 && same_sentence(i - 1, i) && substitutes_it(between(chains_[i - 1].place.end, chain.place.start))) {
      chains_[i - 1].verdict.act = Act::kAdded;
      chains_[i - 1].verdict.added = true;
      chain.verdict.act = Act::kOverturned;
    }
    take_place_of(i);
    divide(i);
    if (replaces_next(i)) {
      chain.verdict.act = Act::kOverturned;
      chains_[i + 1].verdict.act = Act::kAdded;
      chains_[i + 1].verdict.added = true;
    }
    if (chain.verdict.act) return;
    const bool beside = i > 0 && same_sentence(i - 1, i) && chains_[i - 1].verdict.act;
    if (beside && (!breaks_between(chains_[i - 1].place.end, chain.place.start) ||
                   continues_list(between(chains_[i - 1].place.end, chain.place.start)))) {
      const bool releases = chain.verdict.releases;
      chain.verdict = chains_[i - 1].verdict;
      chain.verdict.releases = releases;
      return;
    }
    // Not from the next cell of a row: "S36 and S31(1)(a)  S36 withdrawn".
    const bool linked = same_sentence(i, i + 1) &&
                        between(chain.place.end, chains_[i + 1].place.start).find_first_not_of(" \t\n") != std::string_view::npos;
    if (linked && chains_[i + 1].verdict.act && *chains_[i + 1].verdict.act != Act::kExplains &&
        !breaks_between(chain.place.end, chains_[i + 1].place.start) && only_links(between(chain.place.end, chains_[i + 1].place.start)))
      chain.verdict = chains_[i + 1].verdict;
  }

  // "Withheld. Reg. 12(4)(d).": a sentence that is nothing but a citation completes the one before it.
  bool is_ellipsis(const Chain& chain) const {
    const std::size_t start = chain.sentence.start;
    const std::string_view after = bare(between(chain.place.end, chain.sentence.end));
    const std::string_view before = bare(between(start, chain.place.start));
    static constexpr std::string_view pointers[] = {"see annex",   "see appendix", "see below",    "see above", "see note",
                                                    "see section", "see schedule", "see overleaf", "as above",  "see part"};
    const bool pointed = !prefix_of(after, pointers).empty() && after.size() < kPointer;
    const bool alone = before.empty() && (after.empty() || pointed || title_at(after).has_value());
    return (alone || (!before.empty() && only_names_ground(before, after))) && start >= 2 &&
           (lower_[start] == ' ' || lower_[start - 1] == ' ');
  }
  Verdict said_before(const Chain& chain) const {
    Verdict verdict;
    std::size_t at = chain.sentence.start;
    while (at > 0 && (lower_[at - 1] == ' ' || lower_[at - 1] == '.')) --at;
    if (at == 0 || lower_[at - 1] == '\n') return verdict;
    const Span sentence = sentence_at(context_.text, {at - 1, at - 1});
    if (!cites_ground(0, sentence))
      for (const Said& said : acts_in(context_.text.lower_view(sentence))) weigh(verdict, said, chain);
    return verdict;
  }

  // The sentence that introduces a list ("… by virtue of the following exemptions:") speaks for its items.
  Verdict find_introduction(const Chain& chain) const {
    Verdict verdict;
    if (is_ellipsis(chain)) return said_before(chain);
    const std::size_t low = chain.sentence.start < kIntroduction ? 0 : chain.sentence.start - kIntroduction;
    const std::size_t found = between(low, std::min(lower_.size(), chain.sentence.start + 1)).rfind(':');
    const std::size_t colon = found == std::string_view::npos ? found : low + found;
    if (colon == std::string_view::npos || colon + 1 >= lower_.size() || (lower_[colon + 1] != ' ' && lower_[colon + 1] != '\n'))
      return verdict;
    const std::string_view items = between(colon + 1, chain.sentence.start);
    const bool list = context_.text.text[colon + 1] == '\n';
    if (items.find(". ") != std::string_view::npos || (!list && items.find(".\n") != std::string_view::npos)) return verdict;
    const Span sentence = sentence_at(context_.text, {colon, colon + 1});
    for (const Said& said : acts_in(context_.text.lower_view(sentence))) weigh(verdict, said, chain);
    return verdict;
  }

  // "Complaint not upheld. I agree with the decision at first instance. …": what a paragraph opens with holds for the grounds it comes to.
  Verdict find_preface(std::size_t i) const {
    Verdict verdict;
    const Chain& chain = chains_[i];
    std::size_t at = paragraph_start(context_.text, chain.sentence.start, kFocus);
    for (std::size_t j = i; j > 0 && chains_[j - 1].place.end > at; --j)
      if (chains_[j - 1].ground && !same_ground(j - 1, i)) at = std::max(at, chains_[j - 1].sentence.end);
    while (at < chain.sentence.start) {
      while (at < chain.sentence.start && (lower_[at] == ' ' || lower_[at] == '\n' || lower_[at] == '.')) ++at;
      if (at >= chain.sentence.start) break;
      const Span sentence = sentence_at(context_.text, {at, at + 1});
      const std::string_view words = context_.text.lower_view(sentence);
      if (!is_reported(words) && !is_partys_review(words))
        for (const Said& said : acts_in(words)) {
          const bool fate = said.act == Act::kUpheld || said.act == Act::kOverturned || said.act == Act::kPartly;
          if (fate && said.stands && !said.past && !(said.act == Act::kPartly && is_of_several(words))) set(verdict, said);
        }
      at = std::max(sentence.end, at) + 1;
    }
    return verdict;
  }
  // "We relied on section 43(2) and section 40(2). The decision is upheld in part", "your complaint is upheld in part" in a letter on
  // several grounds: which of them stand in part is not said.
  bool is_of_several(std::string_view sentence) const {
    static constexpr CueTable whole = {"complaint", "complaints", "appeal"};
    if (several_ && has_any(sentence, whole)) return true;
    const auto at = static_cast<std::size_t>(sentence.data() - lower_.data());
    const auto after = std::ranges::lower_bound(chains_, at, {}, [](const Chain& c) { return c.place.start; });
    if (after == chains_.begin()) return false;
    const auto last = static_cast<std::size_t>(after - chains_.begin()) - 1;
    if (lists_grounds(chains_[last])) return true;
    for (std::size_t j = last; j-- > 0 && last - j <= kNeighbours && chains_[j].sentence == chains_[last].sentence;)
      if (chains_[j].ground && !same_ground(last, j)) return true;
    return false;
  }
  // "Section 43(2) and section 40(2)", in one list.
  bool lists_grounds(const Chain& chain) const {
    for (std::size_t c = chain.first + 1; c < chain.end; ++c)
      if (section_of(cited_[c].id) != section_of(cited_[chain.first].id) && class_of(info(cited_[c])) == CodeClass::ground) return true;
    return false;
  }
  // "That is what section 30(b) is about", in a decision: no more is said of it.
  bool is_named_by_the_way(std::size_t i) const {
    static constexpr CueTable about = {"is about", "is what", "is for", "is concerned with", "deals with", "is aimed at", "is meant for"};
    const Chain& chain = chains_[i];
    return context_.is_notice() && !chain.heading && (!chain.verdict.act || *chain.verdict.act == Act::kExplains) &&
           has_any(context_.text.lower_view(chain.sentence), about);
  }
  // … and under another's heading, what is found after it is found of that.
  bool is_under_anothers_heading(std::size_t i) const {
    if (!is_named_by_the_way(i)) return false;
    for (std::size_t j = i; j-- > 0 && chains_[j].place.end + kBlock > chains_[i].place.start;)
      if (chains_[j].ground && chains_[j].heading) return !same_ground(i, j);
    return false;
  }
  // Sentences after a citation that speak of it without its number, up to the next ground or the end of the part.
  Verdict find_aftermath(std::size_t i) const {
    const Chain& chain = chains_[i];
    if (is_under_anothers_heading(i)) return {};
    std::size_t limit = std::min(lower_.size(), chain.sentence.end + (chain.heading ? kBlock : kFocus));
    for (std::size_t j = i + 1; j < chains_.size() && chains_[j].place.start < limit; ++j) {
      if (!chains_[j].ground || same_ground(i, j)) continue;
      if (chain.heading && is_named_by_the_way(j)) continue;
      // "… we considered section 38. As section 31 covers it all, we did not go on to apply it.": said of the one before.
      const bool weighed = chain.verdict.act == Act::kWeighed && !same_sentence(i, j);
      limit = weighed ? std::min(limit, chains_[j].sentence.end) : chains_[j].sentence.start;
      break;
    }
    if (!chain.heading) limit = std::min(limit, two_paragraphs(context_.text, chain.sentence.end, kFocus));
    if (chain.verdict.act && context_.decides() && ends_row(context_.letter.text, chain.original, context_.text.original(chain.place.end)))
      limit = std::min(limit, chain.sentence.end);
    Verdict verdict;
    const std::string_view own = context_.text.lower_view(chain.sentence);
    Raised raised;
    raised.opposed = chain.opposed;
    raised.manner = speaks_of_manner(own);
    if (context_.is_notice()) raised.plea = pleads(own);
    // "You may have expected section 43(2) to apply. It does." What somebody may wonder is rarely whether it applies.
    static constexpr CueTable expecting = {"expect", "expected"};
    if (chain.supposed && has_any(own, expecting))
      raised.asked = true;
    else if (context_.decides())
      raised.asked = asks_if_right(own);
    for (std::size_t at = chain.sentence.end; at < limit;) {
      while (at < limit && (lower_[at] == ' ' || lower_[at] == '\n' || lower_[at] == '.')) ++at;
      if (at >= limit) break;
      const Span sentence = sentence_at(context_.text, {at, at + 1});
      const SectionKind kind = section_at(context_.sections, context_.text.original(at));
      const bool asked = kind == SectionKind::request && chain.section != SectionKind::request;
      const bool decided = kind == SectionKind::review_decision && chain.section != SectionKind::review_decision;
      if (is_boilerplate(kind) || kind == SectionKind::signature || asked || decided || kind == SectionKind::mail_headers) break;
      const Span said{at, std::min(sentence.end, limit)};
      const std::string_view words = context_.text.lower_view(said);
      if (!cites_ground(i + 1, said) || chain.verdict.act == Act::kWeighed) read_aftermath(words, chain, raised, verdict);
      raised.opposed = raised.opposed || is_opposed(words);
      raised.manner = speaks_of_manner(words);
      // Answered by the next sentence, or not at all: what comes between may be another's.
      raised.asked.reset();
      raised.plea.reset();
      at = std::max(sentence.end, at) + 1;
    }
    return verdict;
  }

  // "… under section 43(2), and under section 41(1). Neither has been used.": said of those before the last one, too.
  void decline_together() {
    for (std::size_t i = chains_.size(); i-- > 1;) {
      if (!chains_[i].ground || !chains_[i].aftermath.together) continue;
      std::size_t before = i;
      while (before > 0 && !chains_[before - 1].ground) --before;
      if (before == 0 || chains_[before - 1].sentence.end + kFocus < chains_[i].sentence.start) continue;
      Chain& earlier = chains_[before - 1];
      const bool near = earlier.aftermath.act != Act::kApplies;
      if (!near) continue;
      earlier.aftermath.act = Act::kNotApplied;
      earlier.aftermath.together = true;
    }
  }

  // A sentence that cites a ground itself is read with that citation.
  bool cites_ground(std::size_t from, Span sentence) const {
    for (std::size_t j = from; j < chains_.size() && chains_[j].place.start < sentence.end; ++j)
      if (chains_[j].ground && sentence.contains(chains_[j].place.start)) return true;
    return false;
  }

  // Grounds of one section that are told apart by their elements (36(2)(b) and 36(2)(c), 40(2) and 40(5B)) are two.
  bool same_ground(std::size_t a, std::size_t b) const {
    for (std::size_t i = chains_[a].first; i < chains_[a].end; ++i)
      for (std::size_t j = chains_[b].first; j < chains_[b].end; ++j) {
        const std::string& x = cited_[i].id;
        const std::string& y = cited_[j].id;
        if (x == y || x.starts_with(y + '-') || y.starts_with(x + '-')) return true;
        const bool grounds = class_of(info(cited_[i])) == CodeClass::ground && class_of(info(cited_[j])) == CodeClass::ground;
        if (section_of(x) == section_of(y) && !grounds) return true;
      }
    return false;
  }

  void read_aftermath(std::string_view sentence, const Chain& chain, const Raised& before, Verdict& verdict) const {
    const bool open = !verdict.act || rank(*verdict.act) < 4 || verdict.balance;
    // "You say that section 43(2) was the wrong exemption. I do not accept that."
    const auto reply = open ? reply_to(before, sentence, context_.is_notice()) : std::nullopt;
    if (reply && !has_finding(sentence)) {
      verdict.act = reply;
      return;
    }
    if (is_reported(sentence) || has_finding(sentence) || (context_.is_notice() && is_other_case(sentence))) return;
    const bool notice = context_.is_notice();
    if (notice && (is_partys_review(sentence) || tells_partys_review(sentence) || tells_partys_act(sentence))) return;
    const bool pointed = points_back(sentence) || (notice && names_matter(cited_[chain.first].id, sentence));
    const Declined declined = notice ? Declined::nothing : declined_before(sentence);
    // Of a ground that the law only has ("section 31 has many limbs"), nobody has declined anything.
    const bool raised =
        chain.heading || chain.proposed || chain.verdict.reported || (chain.verdict.act && chain.verdict.act != Act::kExplains);
    if (raised && open && (declined >= Declined::one || (declined == Declined::view && chain.proposed))) {
      verdict.act = Act::kNotApplied;
      verdict.unclaimed = true;
      verdict.together = declined == Declined::all;
    }
    const std::vector<Said> acts = acts_in(sentence);
    // "It was entitled to withhold some of it, but was not entitled to withhold the remainder."
    if (notice && !(verdict.act && rank(*verdict.act) >= 4) && says_both(acts)) {
      verdict.act = Act::kPartly;
      return;
    }
    const bool in_part = std::ranges::any_of(acts, [](const Said& said) { return said.act == Act::kPartly && said.stands; });
    if (in_part && !chain.heading && is_of_several(sentence)) return;
    for (Said said : acts) {
      if (before.opposed && said.pointed && said.act == Act::kOverturned) said.act = Act::kUpheld;  // "I do not uphold it", the complaint
      switch (said.act) {
        case Act::kThreatens:
        case Act::kExplains:
        case Act::kWeighed:
        case Act::kNcnd:
          continue;
        case Act::kReleases:
          verdict.releases = true;
          continue;
        case Act::kUpheld:
        case Act::kOverturned:
          if (!chain.heading && !context_.decides() && !(said.balance && chain.verdict.act == Act::kExplains)) continue;
          // That the complaint fails says nothing of a ground that was only thought of.
          if (chain.verdict.act == Act::kWeighed && said.stands) continue;
          join_fates(verdict, said);
          continue;
        case Act::kNotApplied:
        case Act::kUnconsidered:
          if (notice && said.act == Act::kUnconsidered) break;  // "We need not decide the point."
          if (!pointed && !said.cost && !is_ellipsis_of_ground(sentence)) continue;
          if (notice && said.unclaimed && gives_up_what_it_had(sentence)) said.act = Act::kWithdrawn;
          break;
        case Act::kWithdrawn:
          if (notice && !pointed) continue;
          break;
        case Act::kApplies:
          if ((said.past && context_.decides()) || (notice && !speaks_for_decision(sentence))) continue;
          if (!said.own && !pointed && !speaks_of_request(sentence)) continue;
          break;
        default:
          break;
      }
      weigh(verdict, said, chain);
    }
  }

  // The first word decides, but the balance of the public interest only where nothing else does; a word about the whole answer never
  // decides over one about the ground.
  static void join_fates(Verdict& verdict, const Said& said) {
    const bool decided = verdict.act && rank(*verdict.act) >= 4;
    if (!decided || (verdict.balance && !said.balance && *verdict.act != Act::kNotApplied)) set(verdict, said);
  }

  const std::vector<CodeCited>& cited_;
  const Reference& reference_;
  const RoleContext& context_;
  std::string_view lower_;
  std::vector<Chain> chains_;
  bool several_ = false;  // grounds that are told apart are cited
};

}  // namespace

std::vector<Chain> read_verdicts(const std::vector<CodeCited>& cited, const Reference& reference, const RoleContext& context) {
  return VerdictReader(cited, reference, context).run();
}

}  // namespace foi::understand
