#include "indexer/understand/citation_chains.h"

#include <algorithm>
#include <utility>

#include "indexer/understand/citation_lines.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/verdict_words.h"

namespace foi::understand {

namespace {

// What is withheld, before a dash and the ground, in bytes.
constexpr std::size_t kCellLabel = 60;

class ChainFinder {
 public:
  ChainFinder(const std::vector<CodeCited>& cited, const Reference& reference, const RoleContext& context)
      : cited_(cited), reference_(reference), context_(context), lower_(context.text.lower) {}

  std::vector<Chain> run() && {
    std::vector<Chain> chains;
    for (std::size_t i = 0; i < cited_.size(); ++i) {
      const bool listed = !chains.empty() && cited_[chains.back().first].chain_start == cited_[i].chain_start;
      const bool apart = listed && begins_clause(i);
      if (apart) chains.back().place.end = cited_[i - 1].span.end;
      if (!listed || apart) {
        Chain chain;
        chain.first = i;
        chain.place = {apart ? cited_[i].span.start : cited_[i].chain_start, cited_[i].chain_end};
        chain.sentence = sentence_at(context_.text, chain.place);
        chain.original = context_.text.original(chain.place.start);
        chain.section = section_at(context_.sections, chain.original);
        chain.heading = is_heading_line(context_.text, cited_[i]) || is_labelled(chain);
        chains.push_back(std::move(chain));
      }
      Chain& chain = chains.back();
      chain.end = i + 1;
      const CodeClass c = class_of(*reference_.exemption(cited_[i].id));
      chain.ground = chain.ground || c == CodeClass::ground || c == CodeClass::condition;
    }
    return chains;
  }

 private:
  std::string_view between(std::size_t from, std::size_t to) const { return context_.text.lower_view({from, std::max(from, to)}); }

  // "We withhold the prices under section 43(2), and section 36 plays no part": the last of what looks like a list has a verb to itself.
  bool begins_clause(std::size_t i) const {
    static constexpr std::string_view verbs[] = {"is", "was", "has", "does", "did", "plays", "played", "applies", "falls", "adds", "had"};
    const CodeCited& cited = cited_[i];
    const bool last = i + 1 == cited_.size() || cited_[i + 1].chain_start != cited.chain_start;
    const std::string_view gap = between(cited_[i - 1].span.end, cited.span.start);
    if (!last || (gap != ", and " && gap != " and that " && gap != ", and that ")) return false;
    const std::string_view after = between(cited.chain_end, std::min(lower_.size(), cited.chain_end + kGoverned));
    if (after.empty() || after[0] != ' ' || !among(verbs, after.substr(1, after.find(' ', 1) - 1))) return false;
    static constexpr CueTable joint = {"neither", "nor", "not", "never", "none"};  // denies them all
    const Span sentence = sentence_at(context_.text, {cited.chain_start, cited.chain_end});
    const std::string_view led = between(sentence.start, cited.chain_start);
    return bare(led).find(' ') != std::string_view::npos && !has_any(led, joint);
  }

  // "Price per list – section 33(1)(b), which applies where …": what is withheld, a dash, and the ground, at the beginning of a line.
  bool is_labelled(const Chain& chain) const {
    const std::size_t from = chain.sentence.start;
    const bool at_start = from == 0 || context_.text.text[from - 1] == '\n';
    std::string_view before = between(from, chain.place.start);
    if (!at_start || !before.ends_with(" - ") || before.size() > kCellLabel || before.find('?') != std::string_view::npos) return false;
    return acts_in(before).empty();
  }

  const std::vector<CodeCited>& cited_;
  const Reference& reference_;
  const RoleContext& context_;
  std::string_view lower_;
};

}  // namespace

std::vector<Chain> find_chains(const std::vector<CodeCited>& cited, const Reference& reference, const RoleContext& context) {
  return ChainFinder(cited, reference, context).run();
}

}  // namespace foi::understand
