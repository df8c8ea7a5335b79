#include "indexer/understand/decision_forms.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/text.h"
#include "indexer/understand/citation_lines.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/findings.h"

namespace foi::understand {

namespace {

// Lines near the top that may have the title of a Scottish decision.
constexpr std::size_t kTitleLines = 30;
// A heading, in bytes.
constexpr std::size_t kHeadingBytes = 90;

// Somebody is written to, or writes: no published decision, whatever it quotes.
bool is_written_to_somebody(const KindView& view) {
  return view.mail || view.salutation_first || view.closing ||
         view.own_start.any({"your request", "you asked", "you requested", "you have asked", "you wrote", "thank you for", "your email",
                             "your letter", "your complaint", "i would like", "we write", "our council"});
}

// "The complainant has requested … The Commissioner's decision is": one case, told from its request on.
bool tells_one_case(const KindView& view) {
  static constexpr CueTable requests = {"the complainant requested",
                                        "the complainant has requested",
                                        "the complainant asked",
                                        "the complainant has asked",
                                        "the complainant made a request",
                                        "the complainant made a freedom of information request",
                                        "the complainant made two requests",
                                        "the complainant made three requests",
                                        "the complainant made several requests",
                                        "the complainant submitted",
                                        "the complainant has submitted",
                                        "the complainant has made",
                                        "the complainant sought",
                                        "the complainant wrote"};
  static constexpr CueTable decides = {"the commissioners decision is",
                                       "the commissioner s decision is",
                                       "the decision of the commissioner is",
                                       "the decision of the information commissioner",
                                       "the commissioner finds",
                                       "the commissioner found",
                                       "the commissioner agreed",
                                       "the commissioner accepted",
                                       "the commissioner was satisfied",
                                       "the commissioner was not satisfied",
                                       "the commissioner is not satisfied",
                                       "the commissioner determined",
                                       "the commissioner has determined",
                                       "the commissioner has upheld",
                                       "the commissioner therefore",
                                       "the commissioner also",
                                       "the commissioner orders",
                                       "the commissioner ordered",
                                       "the commissioner required",
                                       "the commissioner has found",
                                       "the commissioner concludes",
                                       "the commissioner concluded",
                                       "the commissioner has concluded",
                                       "the commissioner decided",
                                       "the commissioner has decided",
                                       "the commissioner has also decided",
                                       "the commissioner considers",
                                       "the commissioner is satisfied",
                                       "the commissioner upheld",
                                       "the commissioner has reviewed",
                                       "the commissioner agrees",
                                       "the commissioner accepts",
                                       "the commissioner requires",
                                       "the commissioner does not require",
                                       "the commissioner does not therefore require"};
  return view.top.any(requests) && view.opening.any(decides);
}

// "Summary: The complainant …", "FS50123456  The complainant …": a line begins with the case, and little stands over it.
bool begins_with_case(const Letter& letter) {
  constexpr std::size_t kFirstLines = 8;
  for (std::size_t i = 0; i < std::min(letter.lines.size(), kFirstLines); ++i) {
    const std::string line = to_lower_ascii(trim(letter.view(letter.lines[i])));
    if (line.starts_with("the complainant ") || line.starts_with("summary: the complainant ")) return true;
  }
  return false;
}

bool speaks_of_law(const KindView& view) {
  return view.opening.any({"section", "sections", "regulation", "regulations", "foia", "eir", "foi", "freedom of information", "exemption",
                           "exemptions", "exception"});
}

// Several cases, each told from its request on.
bool is_digest(const KindView& view) {
  std::size_t cases = 0;
  for (const Folded& sentence : view.sentences)
    cases += sentence.any({"the complainant requested", "the complainant has requested", "the complainant asked for"}) ? 1 : 0;
  return cases >= 3;
}

bool is_summary(const Letter& letter, const KindView& view) {
  if (!tells_one_case(view) || !speaks_of_law(view) || is_digest(view)) return false;
  const std::string lower = to_lower_ascii(letter.text);
  return has_finding(lower) || begins_with_case(letter);
}

// A notice by what it does, where neither its heading nor a set phrase says so: the Commissioner is who speaks of the parties, from the
// first paragraphs on ("The Commissioner is with the College on one ground", "did not share that view").
bool is_notice(const KindView& view) {
  constexpr std::size_t least = 2;  // sentences
  if (!view.opening.any({"section 50", "decision notice", "regulation 18", "first tier tribunal"}) || is_digest(view)) return false;
  if (!view.opening.any({"complainant", "complainants", "public authority", "this notice"})) return false;
  const auto judges = std::ranges::count_if(view.sentences, [](const Folded& s) {
    return s.any({"the commissioners view",    "the commissioners decision", "the commissioner is",        "the commissioner has",
                  "the commissioner did",      "the commissioner does",      "the commissioner doesnt",    "the commissioner didnt",
                  "the commissioner finds",    "the commissioner accepts",   "the commissioner considers", "the commissioner agrees",
                  "the commissioner holds",    "the commissioner was",       "the commissioner took",      "the commissioner asked",
                  "the commissioner observed", "the commissioner sees",      "the commissioner saw",       "the commissioner cannot",
                  "the commissioner decides",  "the commissioner notes",     "the commissioner read",      "the commissioner found"});
  });
  return static_cast<std::size_t>(judges) >= least;
}

// "IC-123456-A1B2", "FS50123456", "FER0123456" from a place on: the Commissioner's number of a case; "EA/2023/0377" is an appeal's.
// kind: its first letters. digits: how many follow at least.
bool has_number(std::string_view line, std::string_view kind, std::size_t digits) {
  for (std::size_t at = line.find(kind); at != std::string_view::npos; at = line.find(kind, at + 1)) {
    if (at > 0 && is_word(line[at - 1])) continue;
    std::size_t end = at + kind.size();
    while (end < line.size() && is_digit(line[end])) ++end;
    if (end - at - kind.size() >= digits) return true;
  }
  return false;
}

// The lines at the top that may be titles, trimmed and in lower case.
std::vector<std::string> title_lines(const Letter& letter) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < std::min(letter.lines.size(), kTitleLines); ++i)
    if (const std::string_view line = trim(letter.view(letter.lines[i])); line.size() <= kHeadingBytes)
      lines.push_back(to_lower_ascii(line));
  return lines;
}

// "Environmental Information Regulations 2004 \u2013 decision notice": the Act first, with the mark of a heading or without.
bool is_notice_under_act(std::string_view line) {
  static constexpr std::string_view acts[] = {"freedom of information act", "environmental information regulations"};
  const std::string_view title = bare(line.substr(std::min(line.find_first_not_of("#* "), line.size())));
  return title.ends_with("decision notice") && !prefix_of(title, acts).empty();
}

// A notice by its head: the number of its case near the top, a title or the Commissioner's own name over it, and a complainant.
bool is_headed_notice(const Letter& letter, const KindView& view) {
  if (!view.opening.any({"complainant", "complainants", "complaint not upheld", "complaint upheld", "complaint partly upheld"}) ||
      is_digest(view))
    return false;
  static constexpr std::string_view names[] = {"information commissioner's office", "information commissioner\xE2\x80\x99s office",
                                               "information commissioner"};
  static constexpr std::string_view titles[] = {"decision notice", "notice of decision"};
  bool number = false, named = false;
  for (const std::string& line : title_lines(letter)) {
    number = number || has_number(line, "ic-", 4) || has_number(line, "fs", 7) || has_number(line, "fer", 7);
    const std::string_view title = prefix_of(line, titles);
    // "Notice of decision: IC-100001-A1B2", and not "Decision notice FS50123456: lessons learned".
    const bool titled = (!title.empty() && std::ranges::count(trim(line.substr(title.size())), ' ') <= 1) || is_notice_under_act(line);
    named = named || titled || line.starts_with("decision under section 50") || std::ranges::find(names, bare(line)) != std::end(names);
  }
  return number && named;
}

// "Decision 014/2020: Harbour dues", "Decision Notice 014/2020".
bool is_scottish_title(std::string_view line) {
  for (std::string_view word : {"decision", "notice"})
    if (line.starts_with(word) && line.size() > word.size() && line[word.size()] == ' ') line.remove_prefix(word.size() + 1);
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits])) ++digits;
  if (digits == 0 || digits > 3 || line.size() < digits + 5 || line[digits] != '/') return false;
  line.remove_prefix(digits + 1);
  return (line.starts_with("20")) && is_digit(line[2]) && is_digit(line[3]) && (line.size() == 4 || !is_word(line[4]));
}

bool is_scottish_decision(const Letter& letter, const KindView& view) {
  // The law by its name, or the Commissioner who is applied to and finds.
  const bool law = view.opening.any({"foisa", "information scotland act", "environmental information scotland regulations",
                                     "applied to the commissioner"}) ||
                   (view.opening.has("the applicant") &&
                    view.opening.any({"the commissioner investigated", "the commissioner found that", "the commissioner finds that"}));
  if (!view.opening.has("commissioner") || !law ||
      !view.opening.any({"applicant", "case ref", "case no", "reference no", "relevant statutory provisions", "remained dissatisfied"}))
    return false;
  for (std::size_t i = 0; i < std::min(letter.lines.size(), kTitleLines); ++i) {
    const std::string line = to_lower_ascii(trim(letter.view(letter.lines[i])));
    if (line.starts_with("decision ") && is_scottish_title(line)) return true;
  }
  return false;
}

// "First-tier Tribunal … EA/2023/0377 … The appeal is allowed in part": by its head and its order, without a word for the parties.
bool is_headed_judgment(const Letter& letter, const KindView& view) {
  if (!view.top.any({"first tier tribunal", "upper tribunal", "general regulatory chamber"}) ||
      !view.opening.any({"appeal is allowed", "appeal is dismissed", "appeals are allowed", "appeals are dismissed", "allows the appeal",
                         "dismisses the appeal", "appeal fails", "appeal succeeds", "appeal is upheld"}))
    return false;
  return std::ranges::any_of(title_lines(letter), [](const std::string& line) { return has_number(line, "ea/", 4); });
}

// "The appeal is dismissed. REASONS …": the parties and the order, whether or not the Tribunal's own name is over them.
bool is_tribunals(const KindView& view) {
  const bool names = view.opening.any({"information rights", "tribunal judge", "the tribunal", "general regulatory chamber", "ukftt"});
  const bool parties = view.opening.any({"appellant", "appellants"});
  const bool orders = view.opening.any({"the appeal is allowed", "the appeal is dismissed", "appeal is allowed in part",
                                        "the appeals are dismissed", "the appeals are allowed", "appeal is upheld", "dismisses the appeal",
                                        "allows the appeal", "substituted decision notice", "decision notice is substituted"});
  const bool law = speaks_of_law(view) || view.opening.has("information commissioner");
  return names && parties && orders && law && !tells_one_case(view);
}

}  // namespace

std::optional<Kind> decision_form(const Letter& letter, const KindView& view) {
  if (is_written_to_somebody(view)) return std::nullopt;
  if (is_tribunals(view) || is_headed_judgment(letter, view)) return Kind::kTribunalDecision;
  if (is_headed_notice(letter, view) || is_scottish_decision(letter, view) || is_summary(letter, view) || is_notice(view))
    return Kind::kIcoDecision;
  return std::nullopt;
}

void mark_provisions(std::vector<CodeCited>& cited, const Repaired& text) {
  constexpr std::string_view heads[] = {"relevant statutory provisions", "statutory provisions and other sources"};
  constexpr std::string_view ends[] = {"background",        "facts",        "the request", "the commissioner", "commissioner's", "decision",
                                       "the investigation", "introduction", "chronology"};
  const std::string_view lower = text.lower;
  bool within = false;
  std::size_t at = 0, next = 0;
  while (at < text.text.size() && next < cited.size()) {
    const std::size_t end = std::min(text.text.find('\n', at), text.text.size());
    const std::string_view line = bare(lower.substr(at, std::min(end - at, kHeadingBytes)));
    const bool heading = end - at < kHeadingBytes;
    if (heading && !prefix_of(line, heads).empty())
      within = true;
    else if (within && heading && !prefix_of(line, ends).empty())
      within = false;
    for (; next < cited.size() && cited[next].span.start < end; ++next) cited[next].listed = cited[next].listed || within;
    at = end + 1;
  }
}

}  // namespace foi::understand
