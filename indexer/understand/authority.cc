#include "indexer/understand/authority.h"

#include <algorithm>
#include <map>
#include <set>

#include "indexer/model/text.h"
#include "indexer/understand/authority_index.h"
#include "indexer/understand/authority_verdict.h"
#include "indexer/understand/authority_voice.h"
#include "indexer/understand/contacts.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// Weights of domain/trusts.md. Evidence of one kind counts once for an authority, at its highest.
constexpr double kLogWeight = 12, kNameWeight = 10, kDomainWeight = 9, kOfficeWeight = 9, kMailboxWeight = 8, kHeadOfficeWeight = 7,
                 kSiteWeight = 5, kPerhapsWeight = 6, kMentionWeight = 4, kAliasWeight = 4, kRequestWeight = 3, kLinkWeight = 3,
                 kSharedAliasWeight = 1, kLetterheadWeight = 5, kAnsweringWeight = 8;
// Lines that are not blank in which a letterhead names the writer.
constexpr std::size_t kLetterheadLines = 14;
// Lines that are not blank in which a mail names its sender.
constexpr std::size_t kHeaderLines = 12, kNoLine = static_cast<std::size_t>(-1);
constexpr std::size_t kZoneLines = 25, kPageEdgeLines = 5, kThreadLines = 8;
// Bytes of the longest line that can be a letterhead's or a footer's.
constexpr std::size_t kMaxPrintedLine = 400;
// Where the left column of a letterhead may begin, in bytes.
constexpr std::size_t kLeftColumn = 24;
// Bytes on either side of a contact in which a letter says what it is for.
constexpr std::size_t kReviewBytes = 200;
// Lines of an address over its postcode.
constexpr std::size_t kAddressLines = 6;
// Lines of a list that answers a question.
constexpr std::size_t kAnswerLines = 8;
// Bytes of a label, or a department, that may share a line with a name that stands alone.
constexpr std::size_t kMaxLabel = 30;
// What speaks for another body as the writer, so that one which only answers in a sentence is not taken.
constexpr double kOtherWriter = 7.5;

// Bodies named in letters of every authority; taken for the writer only where a letterhead says so.
bool is_named_by_all(std::string_view id) {
  static const std::set<std::string_view> ids{"information-commissioners-office",
                                              "scottish-information-commissioner",
                                              "the-national-archives",
                                              "parliamentary-and-health-service-ombudsman",
                                              "hm-courts-and-tribunals-service",
                                              "nhs-resolution",
                                              "financial-ombudsman-service",
                                              "housing-ombudsman",
                                              "pensions-ombudsman"};
  return ids.contains(id);
}

bool is_head(SectionKind kind) {
  return kind == SectionKind::letterhead || kind == SectionKind::reference_block || kind == SectionKind::signature;
}

bool is_request(SectionKind kind) { return kind == SectionKind::request || kind == SectionKind::quoted_thread; }

class Weigher {
 public:
  Weigher(const Letter& letter, const std::vector<Section>& sections, const Reference& reference, std::span<const FoundQuestion> questions)
      : letter_(letter), sections_(sections), reference_(reference), index_(authority_index(reference)), tokens_(letter.tokens) {
    mark_zone();
    find_sender();
    find_answers(questions);
  }

  Tallies weigh(const LogEntry* log) {
    weigh_names(tokens_, true);
    weigh_column(true);
    weigh_column(false);
    weigh_emails();
    weigh_hosts();
    weigh_postcodes();
    if (log && log->authority) weigh_log(*log->authority);
    weigh_answering();
    return std::move(tallies_);
  }

 private:
  void add(const std::string& id, EvidenceKind kind, double weight, Span where) {
    if (weight <= 0 || (is_named_by_all(id) && !in_letterhead(where))) return;
    if (!where.empty() && !from_sender(where.start) && points_away(letter_, where)) return;
    Tally& tally = tallies_[id];
    double& best = tally.weights[kind];
    best = std::max(best, weight);
    if (!where.empty() && tally.where.size() < kMaxEvidence) tally.where.push_back(where);
  }

  // The first and last lines, of the letter and of each page, that are not blank.
  void mark_zone() {
    zone_.assign(letter_.lines.size(), false);
    edge_ = zone_;
    const auto mark = [this](std::vector<bool>& marks, auto begin, auto end, std::size_t count) {
      for (auto i = begin; i != end && count > 0; i += (begin < end ? 1 : -1)) {
        const std::size_t line = static_cast<std::size_t>(i);
        if (trim(letter_.view(letter_.lines[line])).empty()) continue;
        marks[line] = true;
        --count;
      }
    };
    const auto lines = static_cast<std::ptrdiff_t>(letter_.lines.size());
    mark(zone_, std::ptrdiff_t{0}, lines, kLetterheadLines);
    for (std::size_t i = 0; i < zone_.size(); ++i)
      if (zone_[i]) letterhead_end_ = letter_.lines[i].end;
    mark(zone_, std::ptrdiff_t{0}, lines, kZoneLines);
    mark(zone_, lines - 1, std::ptrdiff_t{-1}, kZoneLines);
    // Under the letter of a mail stand those it answers.
    const auto thread = std::ranges::find_if(sections_, [](const Section& one) { return one.kind == SectionKind::quoted_thread; });
    if (thread != sections_.end() && thread->start > letterhead_end_)
      mark(zone_, static_cast<std::ptrdiff_t>(letter_.line_index(thread->start)) - 1, std::ptrdiff_t{-1}, kThreadLines);
    for (std::size_t page = 0; page < letter_.page_starts.size(); ++page) {
      const auto first = static_cast<std::ptrdiff_t>(letter_.line_index(letter_.page_starts[page]));
      const auto last =
          page + 1 < letter_.page_starts.size() ? static_cast<std::ptrdiff_t>(letter_.line_index(letter_.page_starts[page + 1])) : lines;
      mark(edge_, first, last, kPageEdgeLines);
      mark(edge_, last - 1, first - 1, kPageEdgeLines);
    }
  }

  // "1. Who supplies your gloves?" and the first lines below it: what stands there is what was asked for. Below the last question across a
  // blank line only where it is known to be answered there; never at the edge of one of several pages, where the writer's name may run.
  void find_answers(std::span<const FoundQuestion> questions) {
    for (std::size_t q = 0; q < questions.size(); ++q) {
      const FoundQuestion& asked = questions[q];
      if (asked.text.empty() || asks_for_writer(asked.text)) continue;
      const bool followed = q + 1 < questions.size() && questions[q + 1].text.start > asked.text.end;
      const std::size_t end = followed ? questions[q + 1].text.start : letter_.text.size();
      const bool put = letter_.text[asked.text.end - 1] == '?';
      const std::size_t last = letter_.line_index(asked.text.end - 1);
      Span answer{asked.text.end, letter_.lines[last].end};
      for (std::size_t i = last + 1, filled = 0; i < letter_.lines.size() && filled < kAnswerLines; ++i) {
        const Line line = letter_.lines[i];
        if (line.start >= end || (edge_[i] && letter_.page_starts.size() > 1)) break;
        const bool blank = trim(letter_.view(line)).empty();
        if (blank && filled > 0) break;
        if (blank) continue;
        const bool below = filled > 0 || i == last + 1;
        if (!followed && !(below && put) && !asked.answer.contains(line.start)) break;
        answer.end = std::min(line.end, end);
        ++filled;
      }
      if (answer.end > answer.start) answers_.push_back(answer);
    }
    std::ranges::sort(answers_, {}, &Span::start);
  }
  // "What is the name of your Trust?"
  bool asks_for_writer(Span question) const {
    const Tokens words = letter_.tokens_in(question);
    for (std::size_t i = 0; i + 3 < words.size(); ++i)
      if (words[i].word == "name" && words[i + 1].word == "of" && (words[i + 2].word == "your" || words[i + 2].word == "the") &&
          (is_institution_word(words[i + 3].word) || words[i + 3].word == "organisation"))
        return true;
    return false;
  }
  bool is_answer(Span where) const {
    const auto after = std::ranges::upper_bound(answers_, where.start, {}, &Span::start);
    return after != answers_.begin() && std::prev(after)->contains(where.start);
  }

  // The "From:" line of the first message: whoever sent it wrote the letter.
  bool from_sender(std::size_t offset) const {
    const std::size_t line = letter_.line_index(offset);
    return line == sender_line_ && sender_line_ != kNoLine;
  }
  void find_sender() {
    std::size_t filled = 0;
    for (std::size_t i = 0; i < letter_.lines.size() && filled < kHeaderLines; ++i) {
      const std::string_view text = letter_.view(letter_.lines[i]).substr(0, kMaxPrintedLine);
      if (trim(text).empty()) continue;
      ++filled;
      const Tokens words = letter_.tokens_in(Span{letter_.lines[i].start, letter_.lines[i].start + text.size()});
      if (!words.empty() && words[0].word == "from" && trim(text).substr(0, 12).find(':') != std::string_view::npos) {
        sender_line_ = i;
        return;
      }
    }
  }

  bool in_letterhead(Span where) const {
    return where.empty() || from_sender(where.start) || (where.end <= letterhead_end_ && section(where.start) == SectionKind::letterhead);
  }
  // The same of a paper without the parts of a letter.
  bool at_head(Span where) const {
    const bool no_letter = sections_.empty() || sections_.front().kind != SectionKind::letterhead;
    return in_letterhead(where) || (no_letter && where.end <= letterhead_end_);
  }
  bool in_zone(std::size_t offset) const {
    const std::size_t line = letter_.line_index(offset);
    return zone_[line] || edge_[line];
  }
  // A running header or footer, whatever part of the letter the page breaks into.
  bool is_running(Span where) const { return edge_[letter_.line_index(where.start)] && stands_alone(where); }
  SectionKind section(std::size_t offset) const { return section_at(sections_, offset); }

  // "held by …", "e-mail …": what follows is the writer's own.
  static bool names_contact(std::string_view word) {
    static const std::set<std::string_view> words{"by", "email", "e-mail", "mail", "web", "website", "e", "w"};
    return words.contains(word);
  }

  // "you'll find at Natural England.": the last line of a sentence, however short.
  bool ends_sentence(Span cell, Span where) const {
    const std::string_view after = trim(letter_.view(Span{where.end, cell.end})),
                           before = trim(letter_.view(Span{cell.start, where.start}));
    if (!after.ends_with('.') || before.empty()) return false;
    const std::size_t word = before.rfind(' ') + 1;  // npos + 1 is 0
    return is_lower(before[word]) && !names_contact(before.substr(word));
  }

  // A stretch that has its line, or its column, to itself but for a label: letterheads and footers, not sentences.
  bool stands_alone(Span where) const {
    const Line line = letter_.lines[letter_.line_index(where.start)];
    if (line.end - line.start > kMaxPrintedLine) return false;
    for (const Span& cell : cells_of(letter_, line)) {
      if (!cell.contains(where.start)) continue;
      if (ends_sentence(cell, where)) return false;
      const std::size_t around = (where.start - cell.start) + (cell.end > where.end ? cell.end - where.end : 0);
      return around <= kMaxLabel || letter_.view(cell).find('|') != std::string_view::npos;
    }
    return false;
  }

  double name_weight(Tokens tokens, std::size_t at, std::size_t end) const {
    const Span where{tokens[at].start, tokens[end - 1].end};
    if (from_sender(where.start)) return kNameWeight;
    if (is_subject(letter_, where) || stands_over(tokens, at)) return 0;
    const SectionKind kind = section(where.start);
    const Voice said = voice_of(tokens, at, end);
    if (said == Voice::none && is_answer(where)) return 0;
    // "NHS England publishes that." is a sentence, however short.
    const Line line = letter_.lines[letter_.line_index(where.start)];
    const std::string_view rest = trim(letter_.view(Span{where.end, line.end}));
    const bool sentence = rest.ends_with('.') && (said == Voice::perhaps || is_lower(rest.front()));
    if (!sentence && kind != SectionKind::mail_headers && is_running(where)) return kNameWeight;
    if (kind == SectionKind::mail_headers) return 0;
    if (is_boilerplate(kind)) return asks_for_review(where) ? kNameWeight : 0;
    if (is_request(kind)) return is_addressed(tokens, at) ? kRequestWeight : 0;
    if (!sentence && in_zone(where.start) && (is_head(kind) || stands_alone(where))) return kNameWeight;
    if (said == Voice::own) return kNameWeight;
    return said == Voice::perhaps ? kPerhapsWeight : in_zone(where.start) ? kMentionWeight : 0;
  }

  double alias_weight(const IndexedName& name, Tokens tokens, std::size_t at, std::size_t end) const {
    const std::size_t start = tokens[at].start;
    const SectionKind kind = section(start);
    if (is_subject(letter_, Span{start, tokens[end - 1].end}) || stands_over(tokens, at)) return 0;
    if (is_answer({start, tokens[end - 1].end}) && voice_of(tokens, at, end) == Voice::none) return 0;
    if (is_boilerplate(kind) || kind == SectionKind::mail_headers) return 0;
    if (is_request(kind)) return is_addressed(tokens, at) ? kRequestWeight : 0;
    const bool answers_here = names_team(tokens, end) || (labels_number(tokens, end) && !is_named_by_all(name.authority));
    if (answers_here && name.sharers == 1 && (is_head(kind) || stands_alone({start, tokens[end - 1].end}))) return kNameWeight;
    const bool own = voice_of(tokens, at, end) != Voice::none || (at > 0 && tokens[at - 1].word == "the" && !name.capitals.empty());
    // The name of a town without "Council" is an address.
    const bool town = !name.authority.empty() && !is_upper(name.authority.front()) && name.capitals.empty();
    if (!own && (town || !(in_zone(start) && is_head(kind)))) return 0;
    return name.sharers > 1 ? kSharedAliasWeight : kAliasWeight;
  }

  void weigh_name(const IndexedName& name, Tokens tokens, std::size_t at, bool whole_letter) {
    const std::size_t end = at + name.words.size();
    const Span where{tokens[at].start, tokens[end - 1].end};
    if (!name.capitals.empty() && letter_.view(where) != name.capitals) return;
    if (whole_letter && name.sharers == 1 && name.kind != IndexedName::Kind::site) hear_answer(name.authority, tokens, end, where);
    if (name.kind == IndexedName::Kind::alias) {
      const double weight = alias_weight(name, tokens, at, end);
      add(name.authority, weight == kRequestWeight ? EvidenceKind::request : EvidenceKind::alias, weight, where);
      return;
    }
    if (name.kind == IndexedName::Kind::site) {
      const bool counts = in_zone(where.start) && is_head(section(where.start));
      add(name.authority, EvidenceKind::site_name, counts ? kSiteWeight / static_cast<double>(name.sharers) : 0, where);
      return;
    }
    if (whole_letter) ++tallies_[name.authority].named;
    const double weight = name_weight(tokens, at, end);
    // Of two bodies named alone on a line the one at the head of the letter wrote it; the other may be the one to ask instead.
    if (weight == kNameWeight && at_head(where) && (from_sender(where.start) || stands_alone(where)))
      add(name.authority, EvidenceKind::letterhead, kLetterheadWeight, where);
    add(name.authority, weight == kRequestWeight ? EvidenceKind::request : EvidenceKind::name, weight, where);
    if (weight >= kMentionWeight && tallies_.contains(name.authority)) tallies_[name.authority].printed = name.written;
  }

  // "Newcastle upon Tyne", "Stoke-on-Trent".
  static bool is_within_place_name(std::string_view word) {
    static const std::set<std::string_view> words{"upon", "on", "of", "the", "le", "in", "by", "under", "super", "and", "cum", "y"};
    return words.contains(word);
  }

  // "NHS Somewhere ICB, 7 Sample Street, Sampletown": a line of nothing but names and figures that the name begins.
  bool begins_address(Span where) const {
    const Line line = letter_.lines[letter_.line_index(where.start)];
    const std::string_view after = letter_.view(Span{where.end, std::max(where.end, line.end)});
    if (where.start != line.start || line.end - line.start > kMaxPrintedLine || !after.starts_with(", ")) return false;
    return std::ranges::any_of(after, is_digit) &&
           std::ranges::none_of(letter_.tokens_in(Span{where.end, line.end}),
                                [&](const Token& word) { return is_lower(letter_.text[word.start]) && !is_within_place_name(word.word); });
  }

  // "X decided to withhold it", or its address at the end: kept until all else is weighed.
  void hear_answer(const std::string& id, Tokens tokens, std::size_t end, Span where) {
    const SectionKind kind = section(where.start);
    if (is_boilerplate(kind) || is_request(kind) || kind == SectionKind::mail_headers || is_named_by_all(id)) return;
    const bool speaks = answers(tokens, end) || (in_zone(where.start) && begins_address(where));
    if (speaks && !points_away(letter_, where) && !is_to_be_asked(letter_, where)) answering_.try_emplace(id, where);
  }
  // The one body that answers in a letter of which nothing else tells the writer.
  void weigh_answering() {
    if (answering_.size() != 1) return;
    const auto& only = *answering_.begin();
    const bool told =
        std::ranges::any_of(tallies_, [&](const auto& other) { return other.first != only.first && other.second.score() >= kOtherWriter; });
    if (!told) add(only.first, EvidenceKind::voice, kAnsweringWeight, only.second);
  }

  void weigh_names(Tokens tokens, bool whole_letter) {
    for (std::size_t i = 0; i < tokens.size();) {
      const auto names = index_->names_at(tokens, i);
      for (const IndexedName* name : names)
        if (whole_letter || name->kind == IndexedName::Kind::official) weigh_name(*name, tokens, i, whole_letter);
      // A short name may begin a longer one in another language ("Cyngor Sir Powys County Council").
      i += names.empty() || names.front()->kind != IndexedName::Kind::official ? 1 : names.front()->words.size();
    }
  }

  // Names that run over lines in one column of a letterhead, beside the address of the person written to.
  void weigh_column(bool first) {
    std::vector<Token> tokens;
    for (std::size_t i = 0; i < letter_.lines.size(); ++i) {
      if (!zone_[i] && !edge_[i]) continue;
      const std::span<const Span> cells = cells_of(letter_, letter_.lines[i]);
      if (cells.empty()) continue;
      const Span cell = first ? cells.front() : cells.back();
      // A line with nothing in the left column does not break a name there.
      if (first && cell.start - letter_.lines[i].start > kLeftColumn) continue;
      const Tokens words = letter_.tokens_in(cell);
      tokens.insert(tokens.end(), words.begin(), words.end());
    }
    weigh_names(tokens, false);
  }

  // Where to ask for a review, or to complain first: at the body that wrote.
  bool asks_for_review(Span where) const {
    if (section(where.start) == SectionKind::quoted_thread) return false;
    std::string before = to_lower_ascii(letter_.view(Span{where.start - std::min(where.start, kReviewBytes), where.start}));
    if (const std::size_t blank = before.rfind("\n\n"); blank != std::string::npos) before.erase(0, blank);
    for (std::string_view cue : {"internal review", "dissatisfied", "not satisfied", "unhappy", "a review", "your complaint"})
      if (const std::size_t at = before.rfind(cue); at != std::string::npos) return before.find("commissioner", at) == std::string::npos;
    return false;
  }

  double contact_weight(Span where, double full) const {
    if (from_sender(where.start)) return full;
    const SectionKind kind = section(where.start);
    if (kind == SectionKind::mail_headers) return 0;
    if (is_running(where)) return full;
    if (is_request(kind)) return 0;
    if (asks_for_review(where)) return full;
    if (is_boilerplate(kind)) return 0;
    if (in_zone(where.start) && (is_head(kind) || stands_alone(where))) return full;
    return kLinkWeight;
  }

  void weigh_emails() {
    for (const EmailAddress& email : find_emails(letter_.text)) {
      for (const std::string& id : index_->by_mailbox(email.local, email.domain))
        add(id, EvidenceKind::mailbox, contact_weight(email.where, kMailboxWeight), email.where);
      const auto& ids = index_->by_domain(email.domain);
      for (const std::string& id : ids)
        add(id, EvidenceKind::domain, contact_weight(email.where, kDomainWeight) / static_cast<double>(ids.size()), email.where);
    }
  }

  void weigh_hosts() {
    for (const WebHost& host : find_hosts(letter_.text)) {
      const auto& ids = index_->by_domain(host.host);
      for (const std::string& id : ids)
        add(id, EvidenceKind::domain, contact_weight(host.where, kDomainWeight) / static_cast<double>(ids.size()), host.where);
    }
  }

  void weigh_postcodes() {
    std::map<std::string, bool> named;  // buildings of FOI offices: does the letter name it too
    for (const Postcode& postcode : find_postcodes(letter_.text)) {
      const auto& places = index_->by_postcode(postcode.code);
      if (places.empty() || !in_zone(postcode.where.start)) continue;
      const SectionKind kind = section(postcode.where.start);
      const bool own = asks_for_review(postcode.where);  // "write to the Director of Governance, …"
      if (((is_boilerplate(kind) && !own) || is_request(kind)) && !edge_[letter_.line_index(postcode.where.start)]) continue;
      for (const IndexedPlace& place : places) {
        const auto [known, fresh] = named.try_emplace(place.building, false);
        if (fresh && !place.building.empty()) known->second = names_building(place.building);
        const bool whole = place.kind == IndexedPlace::Kind::head_office && address_stands_by(place.authority, postcode.where);
        add(place.authority, EvidenceKind::place, whole ? kOfficeWeight : place_weight(place, known->second), postcode.where);
      }
    }
  }

  // A part of the head office's address, its building or its street, in the lines over its postcode: with it the address is as good
  // as that of the office that answers requests.
  bool address_stands_by(const std::string& id, Span postcode) const {
    const AuthorityInfo* info = reference_.authority(id);
    if (info == nullptr) return false;
    const std::size_t last = letter_.line_index(postcode.start), first = last - std::min(last, kAddressLines);
    const TokenList tokens = tokenise(letter_.view(Span{letter_.lines[first].start, postcode.start}));
    std::vector<std::string_view> parts = split(info->address, ',');
    parts.pop_back();  // the town
    return std::ranges::any_of(parts, [&](std::string_view part) {
      const std::vector<std::string> words = words_of(part);
      if (words.size() < 2) return false;
      for (std::size_t i = 0; i < tokens.size(); ++i)
        if (words_at(tokens, i, words)) return true;
      return false;
    });
  }

  bool names_building(const std::string& building) const {
    const std::vector<std::string> words = words_of(building);
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      if (words_at(tokens_, i, words)) return true;
    return false;
  }

  static double place_weight(const IndexedPlace& place, bool building_named) {
    switch (place.kind) {
      case IndexedPlace::Kind::foi_office:
        return building_named ? kOfficeWeight : kSiteWeight;
      case IndexedPlace::Kind::head_office:
        return kHeadOfficeWeight;
      case IndexedPlace::Kind::site:
        return std::max(1.0, kSiteWeight / static_cast<double>(place.sharers));
    }
    return 0;
  }

  void weigh_log(const std::string& authority) {
    if (reference_.authority(authority)) return add(authority, EvidenceKind::log, kLogWeight, {});
    const TokenList tokens = tokenise(authority);
    for (std::size_t i = 0; i < tokens.size(); ++i)
      for (const IndexedName* name : index_->names_at(tokens, i)) {
        if (name->kind == IndexedName::Kind::site) continue;
        add(name->authority, EvidenceKind::log, kLogWeight, {});
        return;
      }
  }

  const Letter& letter_;
  const std::vector<Section>& sections_;
  const Reference& reference_;
  std::shared_ptr<const AuthorityIndex> index_;
  Tokens tokens_;
  std::size_t letterhead_end_ = 0, sender_line_ = kNoLine;
  std::vector<bool> zone_, edge_;          // by line: of the letter's beginning or end; of a page's
  std::vector<Span> answers_;              // in order: what stands right behind and below a question
  std::map<std::string, Span> answering_;  // by id: where it first says what it decided, or its address stands
  Tallies tallies_;
};

}  // namespace

AuthorityFinding find_authority(const Letter& letter, const std::vector<Section>& sections, Kind kind, const LogEntry* log,
                                std::optional<Date> letter_date, const Reference& reference, std::span<const FoundQuestion> questions) {
  if (kind == Kind::kIcoDecision) return commissioner_of(letter, letter_date, reference);
  if (kind == Kind::kTribunalDecision) return {};
  return judge_authority(Weigher(letter, sections, reference, questions).weigh(log), kind, log, letter_date, reference);
}

}  // namespace foi::understand
