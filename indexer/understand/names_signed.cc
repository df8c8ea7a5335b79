#include "indexer/understand/name_search.h"
#include "indexer/understand/word_set.h"

namespace foi::understand {

namespace {

// Lines after a closing in which a name may stand; words of the longest line that says where a signer works.
constexpr std::size_t kSignatureLines = 6, kOfficeWords = 24;

class SignatureReader {
 public:
  explicit SignatureReader(NameSheet& sheet) : sheet_(sheet) {}

  void read() {
    for (std::size_t line = 0; line < sheet_.lines(); ++line) {
      if (sheet_.is_blank(line)) continue;
      if (is_closing(line))
        sign_below(line);
      else
        sign_without_closing(line);
    }
  }

 private:
  std::string_view signer(std::size_t token) const { return sheet_.in_request(token) ? kRequester : kStaff; }

  static bool is_closing_word(std::string_view word) {
    static const WordSet words = words_from(
        "sincerely faithfully regards regard wishes truly thanks thx tks cheers gywir cofion diolch respectfully cordially rgds gratefully "
        "obediently meas beannachd");
    return words.contains(word);
  }

  bool is_closing(std::size_t line) const {
    const std::size_t first = sheet_.first_token(line), count = sheet_.end_token(line) - first;
    if (count == 0 || count > 6) return false;
    static const WordSet alone = words_from("br kr bw atb best regards rgds cofion");
    const std::string_view word = sheet_.word(first);
    if (count == 1 && alone.contains(word)) return true;
    if (word == "yours" || word == "thank" || word == "signed" || (word == "yn" && count <= 3)) return true;
    for (std::size_t i = first; i < first + count; ++i)
      if (is_closing_word(sheet_.word(i))) return count <= 4 || word == "many" || word == "kind" || word == "with" || word == "yr";
    return false;
  }

  void sign_below(std::size_t line) {
    sign_on_same_line(line);
    std::size_t filled = 0, names = 0;
    for (std::size_t next = line + 1; next < sheet_.lines() && filled < kSignatureLines && names < 2; ++next) {
      if (sheet_.is_blank(next)) continue;
      ++filled;
      if (sheet_.letter().lines[next].end - sheet_.letter().lines[next].start > kMaxNameRowBytes) return;
      // A new letter, or the text going on: the signature is over.
      if (sheet_.word(sheet_.first_token(next)) == "dear") return;
      names += sign(next, filled == 1) ? 1 : 0;
    }
  }

  // "Kind regards, Anna".
  void sign_on_same_line(std::size_t line) {
    for (std::size_t i = sheet_.first_token(line); i + 1 < sheet_.end_token(line); ++i)
      if (is_closing_word(sheet_.word(i)))
        if (const auto shape = sheet_.name(i + 1, NamePlace::certain); shape && shape->end == sheet_.end_token(line))
          sheet_.record(*shape, signer(shape->first));
  }

  // A line of a signature with a column that is a name, or begins with one.
  bool sign(std::size_t line, bool first) {
    constexpr std::size_t kSignatureColumns = 3;  // more is a footer or a table
    bool signed_here = false;
    const std::vector<Span> cells = sheet_.row(line);
    if (cells.size() > kSignatureColumns) return false;
    for (const Span& cell : cells) {
      const std::size_t at = past_proxy(sheet_.token_at(cell.start, line), line);
      if (at >= sheet_.end_token(line)) break;
      const auto shape = sheet_.name(at, NamePlace::certain);
      const bool proxy = at > sheet_.token_at(cell.start, line);
      if (!shape || sheet_.before_place(shape->end) || !can_sign(*shape, cell, line, first || proxy)) {
        if (first && cells.size() == 1) signed_here |= sign_in_small_letters(line);
        continue;
      }
      sheet_.record(*shape, signer(at));
      signed_here = true;
    }
    return signed_here;
  }

  // "pp", "p.p.": whoever signed for another.
  std::size_t past_proxy(std::size_t at, std::size_t line) const {
    const auto is = [&](std::size_t i, std::string_view word) { return i < sheet_.end_token(line) && sheet_.word(i) == word; };
    return is(at, "pp") ? at + 1 : is(at, "p") && is(at + 1, "p") && !sheet_.is_capital(at) ? at + 2 : at;
  }

  // "corisande mawbray", alone in the line below the closing.
  bool sign_in_small_letters(std::size_t line) {
    constexpr std::size_t kNames = 3;
    const std::size_t first = sheet_.first_token(line), end = sheet_.end_token(line);
    if (end - first > kNames || !is_first_name(sheet_.word(first)) || is_ambiguous_name(sheet_.word(first))) return false;
    for (std::size_t i = first; i < end; ++i) {
      const std::string_view gap = sheet_.between(i);
      if (sheet_.is_plain(i) || sheet_.of_institution(i) || is_town(sheet_.word(i)) || !is_alpha(sheet_.word(i).front())) return false;
      if (i + 1 < end && gap != " " && gap != "-") return false;
    }
    sheet_.record({first, end, false, end - first}, signer(first));
    return true;
  }

  bool can_sign(const NameShape& shape, Span cell, std::size_t line, bool first) const {
    const std::size_t at = shape.first;
    const bool single = shape.words == 1 && !shape.has_title, given = is_first_name(sheet_.word(at));
    // A word of capitals under a closing is a heading ("CLINICIAN"), unless it is a first name.
    const std::string_view printed = sheet_.letter().view(Span{sheet_.token(at).start, sheet_.token(at).end});
    const bool heading = printed.size() > 1 && is_upper(printed[1]);
    if (single && (((heading || !first) && !given) || (!first && is_town(sheet_.word(at))))) return false;
    // A sentence that begins with a capital is no signature.
    const bool ends = shape.end >= sheet_.end_token(line) || sheet_.token(shape.end).start >= cell.end ||
                      sheet_.between(shape.end - 1).find_first_not_of(' ') != std::string_view::npos;
    if (!ends && (single || (!given && !shape.has_title))) return false;
    return given || shape.has_title || !all_plain(shape);
  }

  // "Corporate Affairs", "Customer Relations".
  bool all_plain(const NameShape& shape) const {
    for (std::size_t i = shape.first; i < shape.end; ++i)
      if (sheet_.word(i).size() > 1 && (!sheet_.is_plain(i) || is_ambiguous_name(sheet_.word(i)))) return false;
    return true;
  }

  // A name with a line to itself, or with its office behind it, after a paragraph and over an office or the end of the message.
  void sign_without_closing(std::size_t line) {
    const std::size_t at = sheet_.first_token(line), end = sheet_.end_token(line);
    if (end - at > kOfficeWords || !begins_line(line, at)) return;
    const auto shape = sheet_.name(at, NamePlace::certain);
    if (!shape || !stands_alone(*shape, line) || !sheet_.is_likely(*shape) || sheet_.before_place(shape->end)) return;
    const bool given = is_first_name(sheet_.word(shape->first));
    const bool office = shape->end < end ? is_office(shape->end, end) : office_below(line);
    const bool whole = shape->words >= 2 || shape->has_title;
    if (whole && (office || (shape->end == end && ends_message(line) && (given || follows_prose(line)))))
      sheet_.record(*shape, office && sheet_.section(at) != SectionKind::request ? kStaff : signer(at));
    else if (!whole && given && shape->end == end &&
             (office ? follows_prose(line) : ends_message(line) && (follows_prose(line) || ends_letter(*shape, line))))
      sheet_.record(*shape, signer(at));
    else if (!whole && office && holds_office_after_comma(*shape, end) && follows_prose(line) && ends_message(line))
      sheet_.record(*shape, kStaff);
  }

  // "Corisande, FOI officer": any first name will do; not "Sampletown, Records Department".
  bool holds_office_after_comma(const NameShape& shape, std::size_t end) const {
    return shape.end < end && sheet_.between(shape.end - 1) == ", " && !is_town(sheet_.word(shape.first)) &&
           is_role_word(sheet_.word(end - 1));
  }

  bool begins_line(std::size_t line, std::size_t at) const {
    return sheet_.token(at).start - sheet_.letter().lines[line].start <= 60 && sheet_.row(line).size() <= 2;
  }

  bool stands_alone(const NameShape& shape, std::size_t line) const {
    if (shape.end == sheet_.end_token(line)) return true;
    const std::string_view gap = sheet_.between(shape.end - 1);
    return gap.find_first_of(",|(/") != std::string_view::npos || gap.find("  ") != std::string_view::npos || trim(gap) == "-" ||
           gap.find("\xE2\x80") != std::string_view::npos;
  }

  static bool is_office_of_signer(std::string_view word) {
    static const WordSet words = words_from(
        "information governance freedom foi team records rights unit department compliance disclosure corporate headquarters legal "
        "secretary requests complaints data feedback service services office division directorate relations communications access "
        "resolution affairs cyfle gwybodaeth llywodraethu rhyddid");
    return words.contains(word) || is_role_word(word);
  }

  bool is_office(std::size_t from, std::size_t end) const {
    for (std::size_t i = from; i < end; ++i)
      if (sheet_.of_institution(i) || (is_office_of_signer(sheet_.word(i)) && sheet_.is_capital(i))) return true;
    return false;
  }

  // The line below names an office, a body or an address, in no more words than such lines have.
  bool office_below(std::size_t line) const {
    const std::size_t next = line + 1;
    if (next >= sheet_.lines() || sheet_.is_blank(next)) return false;
    const std::size_t first = sheet_.first_token(next), end = sheet_.end_token(next);
    if (end - first > kOfficeWords || !(sheet_.is_capital(first) || is_digit(sheet_.word(first)[0]))) return false;
    const std::string_view text = trim(sheet_.letter().view(sheet_.letter().lines[next]));
    return !text.ends_with('?') && is_office(first, end);
  }

  // Nothing follows in this message: the text ends, or a rule, a mail header or a quoted line comes.
  bool ends_message(std::size_t line) const {
    for (std::size_t next = line + 1; next < sheet_.lines(); ++next) {
      const std::string_view text = trim(sheet_.letter().view(sheet_.letter().lines[next]));
      if (text.empty()) continue;
      if (text.find_first_not_of("-_*=>| ") == std::string_view::npos || text.starts_with("--") || text.starts_with("__") ||
          text.starts_with(">"))
        return true;
      if (sheet_.is_blank(next)) return false;
      const std::string_view word = sheet_.word(sheet_.first_token(next));
      const bool header = text.find(':') != std::string_view::npos && (word == "from" || word == "sent" || word == "to" || word == "on");
      return header || word == "original" || word == "sent" || word == "www" || word == "https" || text.find('@') != std::string_view::npos;
    }
    return true;
  }

  // A first name in a paragraph to itself, below what neither asks for one nor is one itself: "0", a figure, or any other answer.
  bool ends_letter(const NameShape& shape, std::size_t line) const {
    const std::string_view given = sheet_.word(shape.first);
    if (line < 2 || !sheet_.is_blank(line - 1) || is_ambiguous_name(given) || is_town(given) || is_also_house(given)) return false;
    std::size_t before = line - 1;
    while (before > 0 && sheet_.is_blank(before)) --before;
    const std::size_t first = sheet_.first_token(before), words = sheet_.end_token(before) - first;
    const std::string_view text = trim(sheet_.letter().view(sheet_.letter().lines[before]));
    return words > 0 && !text.ends_with('?') && !text.ends_with(':') && (words > 2 || is_digit(sheet_.word(first).front()));
  }

  // The line before ends a sentence.
  bool follows_prose(std::size_t line) const {
    for (std::size_t before = line; before-- > 0;) {
      const std::string_view text = trim(sheet_.letter().view(sheet_.letter().lines[before]));
      if (text.empty()) continue;
      const std::size_t words = sheet_.end_token(before) - sheet_.first_token(before);
      return words >= 2 && (text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(','));
    }
    return false;
  }

  NameSheet& sheet_;
};

}  // namespace

void find_signers(NameSheet& sheet) { SignatureReader(sheet).read(); }

}  // namespace foi::understand
