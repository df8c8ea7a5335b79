#include "indexer/understand/told_request.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/model/text.h"
#include "indexer/understand/answer_heads.h"
#include "indexer/understand/asking.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/request_openers.h"
#include "indexer/understand/request_parts.h"
#include "indexer/understand/request_words.h"

namespace foi::understand {

namespace {

// Paragraphs from the top in which a letter tells what was asked; the least of what it quotes and of what it tells, in bytes.
constexpr std::size_t kOpeningParagraphs = 30, kQuotedBytes = 15, kToldBytes = 15;
// As many when the messages under the letter are looked into.
constexpr std::size_t kThreadParagraphs = 80;
// How far after "you asked for" a quotation begins, and the most of a paragraph that is read, in bytes.
constexpr std::size_t kQuoteDistance = 60, kToldParagraphBytes = 1'500;
// A paragraph of a notice, in bytes: what is shorter may be a line of an address.
constexpr std::size_t kNoticeBytes = 80;
// How far into a further sentence what is told begins, in bytes: "you would also like to know".
constexpr std::size_t kTellingBytes = 60;

// "(iii) " before a quotation is no longer, in bytes.
constexpr std::size_t kMarkBytes = 7;

class Teller {
 public:
  explicit Teller(const QuestionLayout& layout) : layout_(layout) {}

  // The first paragraph that tells the request; one further on that numbers its parts knows better. Failing those, one of an earlier
  // message that numbers them.
  std::vector<FoundQuestion> run(bool marked) && {
    std::vector<FoundQuestion> first;
    for (std::size_t i = 0; i < std::min(layout_.paragraphs().size(), kOpeningParagraphs); ++i) {
      if (!layout_.tells_or_answers(i) && !opens_notice(i)) continue;
      questions_.clear();
      marked_ = false;
      if (marked && (take_in_order(i) || take_counted(i) || take_ordered_sentences(i))) return std::move(questions_);
      if (!take(i)) continue;
      if (marked_ || take_told_on(i)) return std::move(questions_);
      // A summary names the matter; under its own heading the request is told in full.
      const bool fuller = first.size() == 1 && layout_.kind(i) == SectionKind::request && questions_.size() > 1;
      if (first.empty() || fuller) first = std::move(questions_);
    }
    if (marked || !first.empty()) return marked ? std::vector<FoundQuestion>{} : first;
    for (std::size_t i = 0; i < std::min(layout_.paragraphs().size(), kThreadParagraphs); ++i) {
      questions_.clear();
      if (layout_.kind(i) == SectionKind::quoted_thread && take(i) && marked_) return std::move(questions_);
    }
    return {};
  }

 private:
  // A numbered paragraph of a notice, which greets nobody, before its first heading of a kind.
  bool opens_notice(std::size_t paragraph) const {
    const auto marker = layout_.marker(paragraph);
    return layout_.kind(paragraph) == SectionKind::letterhead && marker && marker->style == MarkerStyle::kNumber &&
           layout_.printed(paragraph).size() >= kNoticeBytes;
  }

  // A line of a sentence that breaks before "(iv) the audit" begins like an item of a list: the paragraph with what so goes on.
  Span with_broken_list(std::size_t paragraph) const {
    Span whole = layout_.paragraphs()[paragraph].span;
    for (std::size_t i = paragraph + 1; i < layout_.paragraphs().size() && layout_.marker(i); ++i) {
      const std::string_view said = layout_.letter().view(whole);
      const Span next = layout_.paragraphs()[i].span;
      const std::string_view gap = layout_.letter().view(Span{whole.end, next.start});
      const bool breaks_off = said.ends_with(',') || said.ends_with(';') || said.ends_with(" and");
      if (!breaks_off || said.find('(') == std::string_view::npos || std::ranges::count(gap, '\n') > 1 ||
          next.end - whole.start > kToldParagraphBytes)
        break;
      whole.end = next.end;
    }
    return whole;
  }

  bool take(std::size_t paragraph) {
    const std::string_view view = layout_.letter().view(with_broken_list(paragraph));
    const auto told = told_at(to_lower_ascii(utf8_prefix(view, kToldParagraphBytes)));
    if (!told) return false;
    const std::size_t at = layout_.paragraphs()[paragraph].span.start;
    const Span sentence = quoted_or_sentence(view, start_with_mark(view, *told), at);
    const Span text = before_predicate(sentence, view.substr(0, sentence.start - at));
    // "You asked for the information": which, it does not tell.
    if (sentence.end - sentence.start < kToldBytes || bare(layout_.cue_text(text)) == "the information") return false;
    std::vector<RequestPart> parts = parts_of_request(layout_, text);
    if (parts.empty()) parts = parts_quoted(text, {at, at + view.size()});
    if (parts.empty()) parts = parts_of_number(layout_, text, things_announced(view.substr(0, text.start - at)));
    for (RequestPart& part : parts) {
      marked_ = marked_ || !part.label.empty();
      add(part.text, std::move(part.label));
    }
    if (questions_.empty()) add(text, {});
    if (!marked_) take_sentences_on(paragraph, text.end);
    return true;
  }

  // "Your request of 1 May about war graves has been transferred to the Department": what becomes of the request is none of its words.
  Span before_predicate(Span text, std::string_view before) const {
    static constexpr CueTable requests = {"your request", "your enquiry"};
    static constexpr CueTable clauses = {"asks", "asked", "asking", "which", "that", "whether", "how", "who", "if", "when"};
    static constexpr CueTable becomes = {"has been transferred", "has now been transferred", "was transferred",  "has been passed",
                                         "has been forwarded",   "has been considered",      "has been handled", "has been dealt with",
                                         "has been processed",   "has been completed",       "has been refused", "was received"};
    const std::string said = to_lower_ascii(utf8_prefix(layout_.letter().view(text), kToldParagraphBytes));
    const std::string_view predicate = first_of(said, becomes);
    if (predicate.empty() || !has_any(to_lower_ascii(before), requests) || has_any(to_lower_ascii(before), clauses)) return text;
    std::size_t end = find_phrase(said, predicate);
    if (has_any(std::string_view(said).substr(0, end), clauses)) return text;
    while (end > 0 && said[end - 1] == ' ') --end;
    return end < kToldBytes / 3 ? text : Span{text.start, text.start + end};
  }

  // "Your questions were “How many left?” and “Why?”": one quotation after the other.
  std::vector<RequestPart> parts_quoted(Span first, Span whole) const {
    const std::string_view text = layout_.letter().text;
    std::vector<RequestPart> parts{{{}, first}};
    for (auto [open, close] : {std::pair<std::string_view, std::string_view>{"\u201C", "\u201D"}, {"\"", "\""}}) {
      while (parts.size() < kMaxQuestions && text.substr(parts.back().text.end).starts_with(close)) {
        std::size_t next = parts.back().text.end + close.size();
        for (std::string_view join : {",", " and", ";"})
          if (text.substr(next).starts_with(join)) next += join.size();
        if (next >= whole.end || (text[next] != ' ' && text[next] != '\n')) break;
        next += 1 + mark_at(text.substr(next + 1));
        if (next + open.size() > whole.end || !text.substr(next).starts_with(open)) break;
        const std::size_t start = next + open.size(), end = text.find(close, start);
        if (end == std::string_view::npos || end > whole.end) break;
        parts.push_back({{}, {start, end}});
      }
    }
    return parts.size() > 1 ? parts : std::vector<RequestPart>{};
  }

  // Bytes of "(2) " before a quotation; the line may break behind it.
  static std::size_t mark_at(std::string_view text) {
    const std::size_t close = text.starts_with('(') ? text.find(')') : std::string_view::npos;
    if (close == std::string_view::npos || close < 2 || close > kMarkBytes) return 0;
    if (!std::ranges::all_of(text.substr(1, close - 1), [](char c) { return is_word(c); })) return 0;
    return std::min(text.find_first_not_of(" \n", close + 1), text.size());
  }

  // "You put two points to us, namely": how many things the words before say that there are; 0 when they do not.
  static std::size_t things_announced(std::string_view before) {
    static constexpr std::string_view things[] = {"things", "points", "questions", "matters", "documents", "parts", "items", "pieces"};
    const std::string lower = to_lower_ascii(before);
    for (std::size_t n = 0; n < std::size(kNumbersFromTwo); ++n) {
      const std::size_t at = find_phrase(lower, kNumbersFromTwo[n]);
      if (at == std::string::npos) continue;
      const std::string_view after = std::string_view(lower).substr(std::min(at + kNumbersFromTwo[n].size() + 1, lower.size()));
      if (!prefix_of(after, things).empty()) return n + 2;
    }
    return 0;
  }

  // "Your four questions (who runs it, …)", "There were two requests: a copy of … and …", "There were four things. The door. The alarm. …":
  // just as many as the letter says that were asked.
  bool take_counted(std::size_t paragraph) {
    const Span whole = layout_.paragraphs()[paragraph].span;
    if (whole.end - whole.start > kToldParagraphBytes) return false;
    const std::string lower = to_lower_ascii(layout_.printed(paragraph));
    const SoughtText sought(lower);
    for (std::size_t n = 0; n < std::size(kNumbersFromTwo); ++n) {
      const std::size_t at = sought.find_phrase(kNumbersFromTwo[n]);
      if (at == std::string::npos || !(counts_asked(lower, at) || heads_told(paragraph, lower, at))) continue;
      for (std::string_view signs : {":(.", ","}) {
        const auto open = opens_after(lower, at + kNumbersFromTwo[n].size(), signs);
        if (!open) continue;
        for (RequestPart& part : counted_parts({whole.start + *open, whole.end}, n + 2)) add(part.text, std::move(part.label));
        if (!questions_.empty()) return true;
      }
    }
    return false;
  }

  // What was asked is counted, by its noun; where that sentence breaks off: behind a colon, within a bracket, or at its end.
  static std::optional<std::size_t> opens_after(std::string_view lower, std::size_t number, std::string_view signs) {
    static constexpr std::string_view things[] = {"questions", "requests", "queries", "limbs",     "things", "points",
                                                  "parts",     "items",    "matters", "documents", "pieces"};
    std::size_t at = std::min(number + 1, lower.size());
    if (prefix_of(lower.substr(at), things).empty()) return std::nullopt;
    const std::size_t stop = lower.find(". ", at);
    at = lower.find_first_of(signs, at);
    if (at > stop) return std::nullopt;  // of the next sentence
    return at == std::string_view::npos || at + 1 >= lower.size() ? std::nullopt : std::optional(at + (lower[at] == '(' ? 0 : 1));
  }

  // "Five items: …", right under the heading of the request.
  bool heads_told(std::size_t paragraph, std::string_view lower, std::size_t at) const {
    return layout_.kind(paragraph) == SectionKind::request && bare(lower.substr(0, at)).empty();
  }

  // The parts of what stands there when there are just so many.
  std::vector<RequestPart> counted_parts(Span text, std::size_t count) const {
    std::string_view view = layout_.letter().view(text);
    if (view.starts_with('(')) {
      const std::size_t close = view.find(')');
      if (close == std::string_view::npos || close < 2 * kToldBytes) return {};
      text = {text.start + 1, text.start + close};
    }
    if (layout_.letter().text[text.start - 1] == '.') {
      std::vector<RequestPart> sentences = named_sentences(text);
      // "You asked three things. How many are there, who has them and why?"
      const std::size_t end = sentence_end(view, 0);
      if (sentences.size() == count || end >= view.size() || view[end] != '?')
        return sentences.size() == count ? sentences : std::vector<RequestPart>{};
      text.end = text.start + end + 1;
    }
    std::vector<RequestPart> parts = parts_of_request(layout_, text);
    if (parts.size() != count) parts = parts_of_number(layout_, text, count);
    if (parts.size() != count) parts.clear();
    return parts;
  }

  // "The alarm contract. The fire strategy.": sentences without a verb.
  std::vector<RequestPart> named_sentences(Span text) const {
    std::vector<RequestPart> parts;
    const std::string_view all = layout_.letter().text;
    for (std::size_t at = text.start; at < text.end;) {
      while (at < text.end && !is_word(all[at])) ++at;
      std::size_t stop = at;
      while (stop < text.end && !(all[stop] == '.' && (stop + 1 == text.end || all[stop + 1] == ' ' || all[stop + 1] == '\n'))) ++stop;
      const Span sentence{at, stop};
      if (sentence.empty() || parts.size() >= kMaxQuestions) break;
      const Reads reads = reads_as(layout_.cue_text(sentence));
      if (reads != Reads::kNames && reads != Reads::kWonders) return {};
      parts.push_back({{}, sentence});
      at = stop + 1;
    }
    return parts;
  }

  // "You asked for the bills. You'd also like the name of the supplier."
  void take_sentences_on(std::size_t paragraph, std::size_t from) {
    const Span whole = layout_.paragraphs()[paragraph].span;
    while (from < whole.end && questions_.size() < kMaxQuestions) {
      while (from < whole.end && !is_word(layout_.letter().text[from])) ++from;
      const std::string_view view = layout_.letter().view(Span{from, whole.end});
      const std::string lower = to_lower_ascii(utf8_prefix(view, kToldParagraphBytes));
      const auto told = tells_asked(lower) ? told_at(lower) : told_besides(lower);
      if (!told || *told > kTellingBytes) return;
      const Span text = quoted_or_sentence(view, *told, from);
      if (text.end - text.start < kToldBytes) return;
      add(text, {});
      from = text.end;
    }
  }

  // "It also asks who has the keys", "he also asked for the log": of a request that somebody else is told of.
  static std::optional<std::size_t> told_besides(std::string_view lower) {
    static constexpr CueTable besides = {"it also asks",       "it also asked",    "it also sought",    "it also seeks",
                                         "she also asked",     "he also asked",    "they also asked",   "she also sought",
                                         "he also sought",     "they also sought", "he also requested", "she also requested",
                                         "they also requested"};
    static constexpr std::string_view joins[] = {"for", "to", "know", "be", "told", "about", "us"};
    const std::string_view cue = prefix_of(lower, besides);
    if (cue.empty()) return std::nullopt;
    const std::string_view rest = lower.substr(cue.size()), object = skip_words(rest, joins);
    return object.starts_with("a review") || object.starts_with("why") ? std::nullopt : std::optional(lower.size() - object.size());
  }

  // "The first was the coroner's report. It is enclosed." "The second was the bundle. …": counted in the letter's own sentences.
  bool take_in_order(std::size_t paragraph) {
    // What counts them says that they were asked for: "you asked for four things"; a letter may count its own matters.
    static constexpr std::string_view asked[] = {"you asked", "asked for",     "you ask", "you wanted",
                                                 "questions", "you requested", "asked us"};
    if (paragraph == 0 || !named_in_order(paragraph, 0) || !has_any(layout_.cue_text(paragraph - 1), asked)) return false;
    std::vector<FoundQuestion> told;
    std::size_t last = paragraph;
    for (std::size_t i = paragraph; i < layout_.paragraphs().size() && told.size() < std::size(kOrdinals); ++i) {
      const std::optional<std::size_t> at = named_in_order(i, told.size());
      if (!at) continue;
      const Span whole = layout_.paragraphs()[i].span;
      if (!told.empty()) told.back().answer.end = layout_.paragraphs()[i - 1].span.end;
      FoundQuestion q;
      q.number = std::to_string(told.size() + 1);
      q.text = quoted_or_sentence(layout_.printed(i), *at, whole.start);
      q.answer = {std::min(q.text.end + 1, whole.end), whole.end};
      told.push_back(std::move(q));
      last = i;
    }
    if (told.size() < 2) return false;
    told.back().answer.end = layout_.paragraphs()[last].span.end;
    questions_ = std::move(told);
    return true;
  }

  // "There were three requests. The first asked for the log. The second asked who kept it. Another, the rota.": a sentence of one paragraph
  // for each, just as many as are counted before them.
  bool take_ordered_sentences(std::size_t paragraph) {
    static constexpr CueTable begin = {"the first", "one", "first", "your first"};
    static constexpr CueTable on = {"the second", "another",     "the other",  "the third", "the last",
                                    "the fourth", "the fifth",   "a second",   "a third",   "lastly",
                                    "finally",    "your second", "your third", "second",    "third"};
    const Span whole = layout_.paragraphs()[paragraph].span;
    if (whole.end - whole.start > kToldParagraphBytes) return false;
    const std::string lower = to_lower_ascii(layout_.printed(paragraph));
    std::vector<Span> told;  // within the paragraph
    std::size_t first = 0;
    const auto marker = layout_.marker(paragraph);
    const std::size_t begins = marker ? layout_.item_text({*marker, paragraph, paragraph + 1}).start - whole.start : 0;
    for (std::size_t at = begins; at < lower.size();) {
      const std::size_t stop = sentence_end(lower, at);
      const std::string_view sentence = std::string_view(lower).substr(at, stop - at);
      const std::string_view order = told.empty() ? prefix_of(sentence, begin) : prefix_of(sentence, on);
      if (order.empty() && !told.empty()) break;
      if (!order.empty()) {
        if (told.empty()) first = at;
        const std::size_t object = object_of(sentence.substr(order.size()));
        if (object == std::string_view::npos) return false;
        told.push_back({at + order.size() + object, stop});
      }
      at = std::min(lower.find_first_not_of(" \n", stop + 1), lower.size());
    }
    if (told.size() < 2 || told.size() >= std::size(kNumbersFromTwo) + 2) return false;
    std::string before = lower.substr(0, first);
    if (paragraph > 0 && layout_.printed(paragraph - 1).size() <= kToldParagraphBytes)
      before.insert(0, to_lower_ascii(layout_.printed(paragraph - 1)) + ' ');
    if (!counts_requests(before, told.size())) return false;
    for (const Span& text : told) add({whole.start + text.start, whole.start + text.end}, {});
    return true;
  }

  static std::size_t sentence_end(std::string_view text, std::size_t at) {
    for (; at < text.size(); ++at)
      if ((text[at] == '.' || text[at] == '?') && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n')) break;
    return at;
  }

  // "…, of 2 May, asked for every …", " was the log", ", the rota": where the thing begins; nowhere when the sentence says something else.
  static std::size_t object_of(std::string_view rest) {
    static constexpr CueTable verbs = {"asked for", "asks for", "asked",     "asks",       "was for", "was",
                                       "is",        "sought",   "concerned", "related to", "wanted"};
    constexpr std::size_t near = 48;  // bytes to the verb
    std::size_t found = std::string_view::npos, size = 0;
    for (std::string_view verb : verbs)
      if (const std::size_t at = find_phrase(rest, verb); at < found && at <= near) {
        found = at;
        size = verb.size();
      }
    if (found != std::string_view::npos) {
      const std::size_t object = std::min(rest.find_first_not_of(" \n", found + size), rest.size());
      if (rest.substr(object).starts_with("that ")) return std::string_view::npos;  // a point made, and nothing asked for
      return rest.size() - object >= kToldBytes / 3 ? object : std::string_view::npos;
    }
    return rest.starts_with(", ") && rest.size() <= kQuotedBytes * 8 ? 2 : std::string_view::npos;
  }

  // "Three requests", or so many things of which it is said that they were asked.
  static bool counts_requests(std::string_view lower, std::size_t count) {
    static constexpr CueTable requests = {"requests", "questions", "queries", "demands"};
    static constexpr CueTable things = {"things", "points", "parts", "items", "matters", "documents", "limbs", "pieces"};
    const std::string_view number = kNumbersFromTwo[count - 2];
    for (std::size_t at = find_phrase(lower, number); at != std::string_view::npos; at = find_phrase(lower, number, at + 1)) {
      const std::string_view after = lower.substr(std::min(at + number.size() + 1, lower.size()));
      if (!prefix_of(after, requests).empty() || (!prefix_of(after, things).empty() && counts_asked(lower, at))) return true;
    }
    return false;
  }

  static constexpr std::string_view kOrdinals[] = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"};

  // Where the thing begins that a paragraph says was asked for in that place: "The second of these was", "Your third question is whether".
  std::optional<std::size_t> named_in_order(std::size_t paragraph, std::size_t place) const {
    static constexpr std::string_view before[] = {"the", "your", "my"},
                                      nouns[] = {"question", "request",           "point", "thing", "item", "part", "of these", "of them",
                                                 "matter",   "of your questions", "one"},
                                      verbs[] = {"was", "is", "were", "concerned", "concerns", "asked", "asks", "sought", "seeks"};
    const std::string& text = layout_.cue_text(paragraph);
    std::string_view rest = skip_words(text, before);
    if (rest.size() == text.size() || !rest.starts_with(kOrdinals[place])) return std::nullopt;
    rest.remove_prefix(kOrdinals[place].size());
    const auto skip = [&](std::span<const std::string_view> words) {
      while (rest.starts_with(' ') || rest.starts_with('\n')) rest.remove_prefix(1);
      const std::string_view word = prefix_of(rest, words);
      rest.remove_prefix(word.size());
      return !word.empty();
    };
    skip(nouns);
    if (!skip(verbs)) return std::nullopt;
    while (rest.starts_with(' ') || rest.starts_with('\n')) rest.remove_prefix(1);
    return text.size() - rest.size();
  }

  // "You ask for the number of vans. We have nine." and on in each paragraph: what is told there, and what is said of it.
  bool take_told_on(std::size_t paragraph) {
    if (!tells_asked(layout_.cue_text(paragraph)) || questions_.size() != 1) return false;
    std::vector<FoundQuestion> told{std::move(questions_.front())};
    std::vector<std::size_t> places{paragraph};
    for (std::size_t i = paragraph + 1; i < layout_.paragraphs().size() && told.size() < kMaxQuestions; ++i) {
      if (!tells_asked(layout_.cue_text(i))) continue;
      questions_.clear();
      if (!take(i) || marked_) break;
      // What is told in one sentence, however many things it joins, is answered there.
      questions_.front().text.end = questions_.back().text.end;
      told.push_back(std::move(questions_.front()));
      told.back().number = std::to_string(told.size());
      places.push_back(i);
    }
    questions_ = std::move(told);
    marked_ = false;
    if (questions_.size() < 2) return false;
    for (std::size_t n = 0; n < questions_.size(); ++n) {
      const std::size_t end = n + 1 < places.size() ? places[n + 1] : places[n] + 1;
      const std::size_t from = std::min(questions_[n].text.end + 1, layout_.paragraphs()[end - 1].span.end);
      questions_[n].answer = {from, layout_.paragraphs()[end - 1].span.end};
    }
    return true;
  }

  // Where the first mark stands before what is told: "(a) the lease", "(a) for the lease".
  static std::size_t start_with_mark(std::string_view view, std::size_t told) {
    constexpr std::string_view for_word = "for ";
    const std::size_t before = view.substr(0, told).ends_with(for_word) ? told - for_word.size() : told;
    const std::size_t mark = mark_before(view, before);
    return before != told && mark > 0 ? before - mark : told - mark_before(view, told);
  }

  // Bytes of "(" or "1) " before the first word.
  static std::size_t mark_before(std::string_view view, std::size_t at) {
    if (at > 0 && view[at - 1] == '(') return 1;
    const bool mark =
        at > 3 && view[at - 1] == ' ' && (view[at - 2] == ')' || view[at - 2] == '.') && is_word(view[at - 3]) && !is_word(view[at - 4]);
    return mark ? (view[at - 4] == '(' ? 4 : 3) : 0;
  }

  // The words in quotation marks, else to the end of the sentence; after a colon, to the end of the paragraph.
  static Span quoted_or_sentence(std::string_view view, std::size_t told, std::size_t at) {
    for (auto [open, close] : {std::pair<std::string_view, std::string_view>{"\u201C", "\u201D"}, {"\"", "\""}}) {
      // The quotation mark stands before the first word.
      const std::size_t start = view.find(open, told - std::min(told, open.size() + 1));
      if (start == std::string_view::npos || start > told + kQuoteDistance) continue;
      const std::size_t end = view.find(close, start + open.size());
      if (end != std::string_view::npos && end - start >= kQuotedBytes) return {at + start + open.size(), at + end};
    }
    const bool colon = view.substr(0, told).ends_with(": ") || view.substr(0, told).ends_with(":\n");
    std::size_t end = told;
    while (end < view.size() && !(view[end] == '.' && !(end > 1 && is_word(view[end - 1]) && !is_word(view[end - 2])) &&
                                  (end + 1 == view.size() || view[end + 1] == ' ' || view[end + 1] == '\n')))
      ++end;
    return {at + told, at + (colon ? view.size() : end)};
  }

  void add(Span text, std::string label) {
    FoundQuestion q;
    q.number = label.empty() ? std::to_string(questions_.size() + 1) : std::move(label);
    q.text = text;
    questions_.push_back(std::move(q));
  }

  const QuestionLayout& layout_;
  bool marked_ = false;  // the parts have numbers or letters
  std::vector<FoundQuestion> questions_;
};

}  // namespace

std::vector<FoundQuestion> find_told_request(const QuestionLayout& layout, bool marked) { return Teller(layout).run(marked); }

}  // namespace foi::understand
