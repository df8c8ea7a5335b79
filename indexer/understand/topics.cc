#include "indexer/understand/topics.h"

#include <algorithm>
#include <memory>

#include "indexer/model/text.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/tokens.h"
#include "indexer/understand/topic_model.h"
#include "indexer/understand/topic_terms.h"

namespace foi::understand {

namespace {

// What words count by where they stand. A place that is named twice counts twice.
constexpr double kSubject = 1.5, kFirstQuestion = 4, kQuestion = 0.8, kHeading = 2, kRequest = 0.7, kThread = 0.1, kAnswer = 0.35;
// Of a line that heads a part of the letter's own text: "The walk-in service". Most letters have no other subject line.
constexpr double kOwnHeading = 2;
// Lines from the top, of those that are not blank, among which such a line names the subject; farther down it names a point. Its bytes and
// words; a line that is longer than kSurelyHeading stands after a blank one.
constexpr std::size_t kHeadedLines = 30, kOwnHeadingBytes = 90, kOwnHeadingWords = 12, kSurelyHeading = 60;
// Of a letter in which no request was found: what its first sentences say. Every sentence that tells what was asked; the questions say it
// too where there are any.
constexpr double kLead = 0.6, kTold = 1, kToldAgain = 0.7;
constexpr std::size_t kLeadBytes = 600;
// Least likelihood of the main topic: of letters below it one in nine was right. Of other topics above theirs more than half were.
constexpr double kMainLikelihood = 0.2, kOtherLikelihood = 0.08;
constexpr std::size_t kMaxTopics = 3;
// Words of a part that are looked at; what a request is about stands at its beginning.
constexpr std::size_t kMaxPartBytes = 200'000;
// Bytes of a sentence in which it says whether it tells what was asked; of a request that is more than its heading.
constexpr std::size_t kCueBytes = 400, kRequestBytes = 40;

bool is_abbreviation(std::string_view word) { return std::ranges::count_if(word, is_upper) >= 2; }

// "GP – General Practitioner": a line of a list of abbreviations.
bool is_glossary_line(std::string_view line) {
  if (std::ranges::none_of(line, [](char c) { return c == '-' || c == '=' || c == ':' || c == '\xE2'; })) return false;
  const TokenList tokens = tokenise(line);
  if (tokens.size() < 2 || tokens.size() > 9) return false;
  const std::string_view first = line.substr(tokens[0].start, tokens[0].end - tokens[0].start);
  if (!is_abbreviation(first) || first.size() > 6) return false;
  const std::string_view gap = line.substr(tokens[0].end, tokens[1].start - tokens[0].end);
  const bool dash = gap.find('-') != std::string_view::npos || gap.find("\xE2\x80\x93") != std::string_view::npos ||
                    gap.find('=') != std::string_view::npos || gap.find("\xE2\x80\x94") != std::string_view::npos ||
                    gap.find(':') != std::string_view::npos;
  return dash && is_upper(line[tokens[1].start]);
}

bool is_greeting(std::string_view word) { return word == "dear" || word == "hi" || word == "hello"; }

// A short line without a stop that is no greeting.
// "Section 31 – Law Enforcement": the title of a ground is no subject.
bool names_ground(const TokenList& tokens) {
  static constexpr std::string_view units[] = {"section", "sections", "regulation", "regulations", "exemption", "exemptions", "exception"};
  const bool numbered = tokens.size() > 1 && is_digit(tokens[1].word.front());
  return std::ranges::find(units, tokens[0].word) != std::end(units) && numbered;
}

bool may_head(std::string_view line) {
  if (line.size() > kOwnHeadingBytes || is_glossary_line(line) || std::string_view(".,;?").find(line.back()) != std::string_view::npos)
    return false;
  const std::size_t first = line.find_first_not_of("#*_ ");
  if (first == std::string_view::npos || !is_upper(line[first])) return false;
  const TokenList tokens = tokenise(line);
  return !tokens.empty() && tokens.size() <= kOwnHeadingWords && !is_greeting(tokens[0].word) && !names_ground(tokens);
}

// What follows a heading begins anew; what follows the first line of a sentence goes on in small letters.
bool begins_anew(std::string_view line) { return line.empty() || is_upper(line.front()) || is_digit(line.front()) || line.front() == '>'; }

bool is_own_text(SectionKind kind) {
  return kind == SectionKind::response || kind == SectionKind::review_decision || kind == SectionKind::exemption_reasons ||
         kind == SectionKind::request;
}

// Questions and answers to them, in order of their ends.
std::vector<Span> asked_and_answered(std::span<const FoundQuestion> questions) {
  std::vector<Span> spans;
  for (const FoundQuestion& q : questions)
    for (Span span : {q.text, q.answer})
      if (!span.empty()) spans.push_back(span);
  std::ranges::sort(spans, {}, &Span::end);
  return spans;
}

// The lines of a section that none of the spans meets.
std::string text_around(const Letter& letter, const Section& section, std::span<const Span> spans) {
  std::string text;
  const std::size_t last = letter.line_index(section.end == 0 ? 0 : section.end - 1);
  for (std::size_t i = letter.line_index(section.start); i <= last && text.size() < kMaxPartBytes; ++i) {
    const Line line = letter.lines[i];
    const auto next = std::ranges::upper_bound(spans, line.start, {}, &Span::end);
    if (next != spans.end() && next->start < line.end) continue;
    if (!is_glossary_line(letter.view(line).substr(0, 200))) text.append(letter.view(line)).append(1, '\n');
  }
  return text;
}

// text without the lines of a list of abbreviations.
std::string without_glossary(std::string_view text) {
  std::string out;
  for (std::string_view line : split(text, '\n'))
    if (!is_glossary_line(line.substr(0, 200))) out.append(line).append(1, '\n');
  return out;
}

// "You asked about …", "the complainant requested information on …", "I refer to your request concerning …".
bool tells_request(const TokenList& sentence) {
  static constexpr CueTable kAsking = {"asked",    "ask",   "asking", "request",  "requested", "requests",  "requesting",
                                       "wanted",   "want",  "sought", "seek",     "seeking",   "enquiry",   "inquiry",
                                       "enquired", "query", "email",  "question", "questions", "complaint", "wrote"};
  static constexpr CueTable kAbout = {"you",        "your",     "youre",     "complainant", "applicant", "requester",   "we",
                                      "us",         "they",     "he",        "she",         "for",       "information", "about",
                                      "concerning", "concerns", "concerned", "regarding",   "relating",  "relation"};
  return std::ranges::any_of(sentence, [](const Token& token) { return among(kAsking, token.word); }) &&
         std::ranges::any_of(sentence, [](const Token& token) { return among(kAbout, token.word); });
}

// "It concerns the cameras that crews wear", "The request relates to …": said of what was asked.
bool tells_what_it_is(const TokenList& sentence) {
  static constexpr CueTable kOf = {"concerns", "concerned", "asks", "asked", "relates", "related", "sought", "seeks"};
  static constexpr CueTable kIt = {"it", "this", "request", "which"};
  constexpr std::size_t first_words = 6;
  for (std::size_t i = 0; i + 1 < std::min(sentence.size(), first_words); ++i)
    if (among(kIt, sentence[i].word) && among(kOf, sentence[i + 1].word)) return true;
  return false;
}

// Where the sentence that begins at a place ends: before a capital, a figure or a quotation after a stop, or at a blank line.
std::size_t sentence_end(std::string_view text, std::size_t start) {
  for (std::size_t i = start; i + 1 < text.size(); ++i) {
    if (text[i] == '\n' && text[i + 1] == '\n') return i + 1;
    if (std::string_view(".?!:").find(text[i]) == std::string_view::npos) continue;
    const std::size_t next = text.find_first_not_of(" \n\t", i + 1);
    if (next == std::string_view::npos) return text.size();
    if (next > i + 1 && (is_upper(text[next]) || is_digit(text[next]) || text[next] == '"' || text[next] == '(')) return next;
  }
  return text.size();
}

class Parts {
 public:
  Parts(const Letter& letter, const std::vector<Section>& sections, std::span<const FoundQuestion> questions, TopicBag& bag)
      : letter_(letter), sections_(sections), questions_(questions), bag_(bag), spans_(asked_and_answered(questions)) {
    asked_ = !questions.empty();
    for (const Section& section : sections) {
      asked_ = asked_ || (section.kind == SectionKind::request && section.end - section.start > kRequestBytes);
      plain_ = plain_ && (section.kind == SectionKind::letterhead || sections.size() == 1);
    }
  }

  void add_all(std::string_view subject) {
    const bool first =
        !questions_.empty() && (subject == letter_.view(questions_.front().text) || subject == letter_.view(questions_.front().heading));
    if (!first) add(subject, kSubject);
    add_own_headings();
    add_questions();
    for (const Section& section : sections_) add_section(section);
  }

 private:
  void add(std::string_view text, double factor) { bag_.add(text.substr(0, kMaxPartBytes), factor); }

  std::string_view line_at(std::size_t i) const {
    return i < letter_.lines.size() ? trim(letter_.view(letter_.lines[i])) : std::string_view();
  }

  void add_own_headings() {
    std::size_t filled = 0;
    for (std::size_t i = 0; i < letter_.lines.size() && filled < kHeadedLines; ++i) {
      const std::string_view line = line_at(i);
      if (line.empty()) continue;
      ++filled;
      const bool parted = begins_anew(line_at(i + 1)) && (line.size() < kSurelyHeading || i == 0 || line_at(i - 1).empty());
      if (parted && may_head(line) && is_own_text(section_at(sections_, letter_.lines[i].start))) add(line, kOwnHeading);
    }
  }

  void add_questions() {
    Span heading, answer;
    double factor = kFirstQuestion;
    for (const FoundQuestion& question : questions_) {
      if (question.heading != heading) add(letter_.view(question.heading), kHeading);
      heading = question.heading;
      add(without_glossary(letter_.view(question.text).substr(0, kMaxPartBytes)), factor);
      factor = kQuestion;
      if (question.answer != answer) add(letter_.view(question.answer), kAnswer);
      answer = question.answer;
    }
  }

  void add_section(const Section& section) {
    const std::string text = [&] {
      switch (section.kind) {
        case SectionKind::request:
        case SectionKind::response:
        case SectionKind::letterhead:
        case SectionKind::quoted_thread:
        case SectionKind::review_decision:
        case SectionKind::exemption_reasons:
          return text_around(letter_, section, spans_);
        default:
          return std::string();
      }
    }();
    if (section.kind == SectionKind::request) return add(text, kRequest);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::max(sentence_end(text, at), at + 1);
      add_sentence(section.kind, std::string_view(text).substr(at, end - at));
      at = end;
    }
  }

  void add_sentence(SectionKind kind, std::string_view sentence) {
    const bool head = kind == SectionKind::letterhead;
    const TokenList cue = tokenise(sentence.substr(0, kCueBytes));
    if (tells_request(cue) || tells_what_it_is(cue)) return add(sentence, questions_.empty() ? kTold : kToldAgain);
    // A refusal notice may begin with what it refuses; the rest of it is law.
    if (kind == SectionKind::exemption_reasons) return;
    if (head && !plain_) return;
    if (!asked_ && lead_ < kLeadBytes && kind != SectionKind::review_decision) {
      lead_ += sentence.size();
      return add(sentence, plain_ ? kTold : kLead);
    }
    add(sentence, kind == SectionKind::quoted_thread ? kThread : kAnswer);
  }

  const Letter& letter_;
  const std::vector<Section>& sections_;
  std::span<const FoundQuestion> questions_;
  TopicBag& bag_;
  std::vector<Span> spans_;
  bool asked_ = false;
  bool plain_ = true;  // a table, a policy: no parts of a letter
  std::size_t lead_ = 0;
};

std::vector<std::string> choose(const std::vector<double>& likelihoods, const Reference& reference) {
  std::vector<std::size_t> order(likelihoods.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return likelihoods[a] > likelihoods[b]; });
  std::vector<std::string> topics;
  for (std::size_t i : order) {
    if (topics.size() == kMaxTopics || likelihoods[i] < (topics.empty() ? kMainLikelihood : kOtherLikelihood)) break;
    topics.push_back(reference.topics[i].id);
  }
  return topics;
}

}  // namespace

std::vector<std::string> find_topics(std::string_view subject, std::span<const FoundQuestion> questions, const Letter& letter,
                                     const std::vector<Section>& sections, const Reference& reference) {
  const std::shared_ptr<const TopicTerms> terms = topic_terms(reference);
  TopicBag bag(*terms, reference);
  Parts(letter, sections, questions, bag).add_all(subject);
  return choose(topic_model(reference)->likelihoods(bag), reference);
}

}  // namespace foi::understand
