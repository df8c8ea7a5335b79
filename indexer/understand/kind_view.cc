#include "indexer/understand/kind_view.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/model/text.h"

namespace foi::understand {

namespace {

// Words of the beginning and of the authority's own text that are looked at: letters are shorter, and longer documents say what they are
// at the beginning.
constexpr std::size_t kTopWords = 120, kOpeningWords = 350, kOwnWords = 12'000;
constexpr std::size_t kBytesOfWord = 6;  // about as many, with its space
constexpr std::size_t kTitleLines = 30;
// Lines in which a mail has its "From:".
constexpr std::size_t kMailTopLines = 4;

bool is_own(SectionKind kind) {
  return !is_boilerplate(kind) && kind != SectionKind::request && kind != SectionKind::quoted_thread && kind != SectionKind::mail_headers;
}

bool is_salutation(Tokens line) {
  if (line.empty() || line.size() > 9) return false;
  return line[0].word == "dear" || (line.size() <= 4 && (line[0].word == "hello" || line[0].word == "hi")) ||
         (line.size() <= 3 && line[0].word == "good" &&
          (line[1 % line.size()].word == "morning" || line[1 % line.size()].word == "afternoon"));
}

bool is_closing(Tokens line) {
  if (line.empty() || line.size() > 6) return false;
  static constexpr std::array<std::string_view, 6> kLast{"sincerely", "faithfully", "regards", "wishes", "truly", "regard"};
  return (line[0].word == "yours" || line.size() <= 4) &&
         std::any_of(line.begin(), line.end(), [](const Token& t) { return std::find(kLast.begin(), kLast.end(), t.word) != kLast.end(); });
}

void note_sections(const std::vector<Section>& sections, KindView& view) {
  for (const Section& section : sections) {
    view.has_request |= section.kind == SectionKind::request;
    view.has_review_rights |= section.kind == SectionKind::review_rights || section.kind == SectionKind::ico_address;
    view.has_signature |= section.kind == SectionKind::signature;
    view.has_review_decision |= section.kind == SectionKind::review_decision;
    view.sections_of_mail += section.kind == SectionKind::mail_headers ? 1 : 0;
  }
}

bool starts_like_mail(const Letter& letter) {
  for (std::size_t i = 0, filled = 0; i < letter.lines.size() && filled < kMailTopLines; ++i) {
    const Tokens words = letter.tokens_in(letter.lines[i]);
    if (words.empty()) continue;
    ++filled;
    if (words[0].word == "from" || words[0].word == "sent") return true;
  }
  return false;
}

// Where older messages begin under the first, or the end.
std::size_t end_of_first_message(const Letter& letter, const std::vector<Section>& sections) {
  bool answered = false;
  for (const Section& section : sections) {
    const bool header = section.kind == SectionKind::mail_headers;
    if (answered && (header || section.kind == SectionKind::quoted_thread)) return section.start;
    answered |= !header && section.kind != SectionKind::letterhead && section.kind != SectionKind::reference_block;
  }
  return letter.text.size();
}

// True when a sentence ends in what stands between two tokens: at a full stop, a blank line, a page break, a column.
bool ends_sentence(std::string_view gap) {
  if (gap == " ") return false;
  const std::size_t stop = gap.find_first_of(".?!");
  if (stop != std::string_view::npos && stop + 1 < gap.size() && (gap[stop + 1] == ' ' || gap[stop + 1] == '\n')) return true;
  return std::count(gap.begin(), gap.end(), '\n') > 1 || gap.find('\f') != std::string_view::npos ||
         gap.find("     ") != std::string_view::npos;
}

// A text and where its parts begin, in words.
struct PartedText {
  explicit PartedText(FoldedText& t) : text(t) {}
  FoldedText& text;
  std::vector<std::size_t> starts;

  void begin() { starts.push_back(text.words.size()); }
  std::vector<Folded> parts() const {
    std::vector<Folded> parts;
    parts.reserve(starts.size());
    for (std::size_t i = 0; i < starts.size(); ++i)
      parts.emplace_back(text, starts[i], i + 1 < starts.size() ? starts[i + 1] : text.words.size());
    return parts;
  }
};

}  // namespace

void FoldedText::add(const Token& token) {
  words.push_back({static_cast<std::uint32_t>(text.size()), static_cast<std::uint16_t>(Beginnings::key(token.word, 0))});
  text += token.word;
  text += ' ';
}

Folded::Folded(const FoldedText& whole, std::size_t first, std::size_t end)
    : begin_(first < end ? whole.words[first].at - 1 : 0), words_(std::span(whole.words).subspan(first, end - first)) {
  if (words_.empty()) return;
  text_ = std::string_view(whole.text).substr(0, end < whole.words.size() ? whole.words[end].at : whole.text.size());
  for (const FoldedWord& word : words_) beginnings_.add(word.key);
}

bool Folded::any(Cues phrases) const {
  Beginnings met;
  for (const std::string_view phrase : phrases)
    if (beginnings_.may_begin(phrase, 0)) met.add(Beginnings::key(phrase, 0));
  return any(phrases, met);
}

bool Folded::any(Cues phrases, const Beginnings& beginnings) const {
  if (!beginnings_.meet(beginnings)) return false;
  for (const FoldedWord& word : words_) {
    if (!beginnings.has(word.key)) continue;
    const std::string_view rest = text_.substr(word.at);
    for (const std::string_view phrase : phrases)
      if (same_beginning(rest, phrase) && rest.starts_with(phrase) && rest.substr(phrase.size()).starts_with(' ')) return true;
  }
  return false;
}

bool title_has(const KindView& view, Phrases phrases) {
  return std::ranges::any_of(view.titles, [&](const Folded& title) { return title.any(phrases); });
}

KindView view_of(const Letter& letter, const std::vector<Section>& sections, const std::vector<Span>& asked) {
  KindView view;
  note_sections(sections, view);
  const bool mail = !sections.empty() && (sections.front().kind == SectionKind::mail_headers || starts_like_mail(letter));
  const std::size_t end = mail ? end_of_first_message(letter, sections) : letter.text.size();
  auto texts = std::make_unique<KindView::Texts>();
  texts->own.words.reserve(std::min(letter.tokens.size(), kOwnWords));
  texts->own.text.reserve(std::min(letter.text.size(), kOwnWords * kBytesOfWord));
  texts->all.words.reserve(kOpeningWords);
  texts->said.words.reserve(kOpeningWords);
  PartedText titles(texts->titles), sentences(texts->said);
  std::size_t filled = 0, sentence_end = 0;
  auto quoted = asked.begin();
  for (const Line& line : letter.lines) {
    if (view.words > kOwnWords * 4 || line.start >= end) break;
    const Tokens tokens = letter.tokens_in(line);
    if (tokens.empty()) continue;
    ++filled;
    if (is_salutation(tokens)) {
      ++view.salutations;
      view.salutation_first |= filled <= kTitleLines * 2;
    }
    view.closing |= is_closing(tokens);
    if (filled <= kTitleLines && tokens.size() <= 16 && !trim(letter.view(line)).ends_with('.')) {
      titles.begin();
      for (const Token& token : tokens) titles.text.add(token);
    }
    const bool own = is_own(section_at(sections, line.start));
    for (const Token& token : tokens) {
      while (quoted != asked.end() && quoted->end <= token.start) ++quoted;
      if (quoted != asked.end() && quoted->contains(token.start)) {
        ++view.words;
        continue;
      }
      if (view.words < kTopWords || (own && texts->own.words.size() < kOpeningWords)) {
        if (sentences.starts.empty() || ends_sentence(letter.view(Span{sentence_end, token.start}))) sentences.begin();
        texts->said.add(token);
        sentence_end = token.end;
      }
      if (view.words++ < kOpeningWords) texts->all.add(token);
      if (own && texts->own.words.size() < kOwnWords) texts->own.add(token);
    }
  }
  const std::size_t all_words = texts->all.words.size(), own_words = texts->own.words.size();
  view.opening = Folded(texts->all, 0, all_words);
  view.top = Folded(texts->all, 0, std::min(all_words, kTopWords));
  view.own = Folded(texts->own, 0, own_words);
  view.own_start = Folded(texts->own, 0, std::min(own_words, kOpeningWords));
  view.titles = titles.parts();
  view.sentences = sentences.parts();
  view.texts = std::move(texts);
  view.mail = mail;
  if (mail) view.sections_of_mail = 0;
  return view;
}

}  // namespace foi::understand
