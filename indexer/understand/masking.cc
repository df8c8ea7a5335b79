#include <algorithm>

#include "indexer/understand/privacy.h"

namespace foi::understand {

namespace {

Box united(const Box& a, const Box& b) { return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)}; }

bool same_row(const Box& a, const Box& b) { return std::min(a.y1, b.y1) > std::max(a.y0, b.y0); }

// In order, none overlapping, each on one page, none empty.
std::vector<PersonalSpan> tidy(const Letter& letter, std::vector<PersonalSpan> spans) {
  std::stable_sort(spans.begin(), spans.end(), [](const PersonalSpan& a, const PersonalSpan& b) { return a.where.start < b.where.start; });
  std::vector<PersonalSpan> out;
  for (PersonalSpan& span : spans) {
    span.where.end = std::min(span.where.end, letter.text.size());
    if (!out.empty() && span.where.start < out.back().where.end) {
      out.back().where.end = std::max(out.back().where.end, span.where.end);
      continue;
    }
    if (!span.where.empty()) out.push_back(std::move(span));
  }
  std::vector<PersonalSpan> split;
  for (const PersonalSpan& span : out) {
    std::size_t start = span.where.start;
    while (start < span.where.end) {
      const std::size_t page = letter.page_index(start);
      const std::size_t page_end = page + 1 < letter.page_starts.size() ? letter.page_starts[page + 1] - 1 : letter.text.size();
      const std::size_t end = std::min(page_end, span.where.end);
      if (end > start) split.push_back({{start, end}, span.type});
      start = page_end + 1;
    }
  }
  return split;
}

// Rewrites one page. Offsets of the replacements are bytes of the page.
class PageMasker {
 public:
  struct Piece {
    std::size_t start = 0, end = 0;  // of the page's text as it was
    std::string mark;
    std::size_t new_start = 0;
  };

  PageMasker(const Page& page, std::vector<Piece> pieces) : page_(page), pieces_(std::move(pieces)) {}

  Page rewrite() {
    Page out = page_;
    out.text.clear();
    std::size_t at = 0;
    for (Piece& piece : pieces_) {
      out.text.append(page_.text, at, piece.start - at);
      piece.new_start = out.text.size();
      out.text += piece.mark;
      at = piece.end;
    }
    out.text.append(page_.text, at);
    rewrite_words(out);
    return out;
  }

  const std::vector<Piece>& pieces() const { return pieces_; }
  // Boxes of the words each piece replaced.
  const std::vector<std::vector<Box>>& boxes() const { return boxes_; }

 private:
  void rewrite_words(Page& out) {
    out.words.clear();
    boxes_.assign(pieces_.size(), {});
    std::size_t next = 0;  // the first piece that ends after the word begins
    std::ptrdiff_t shift = 0;
    for (const Word& word : page_.words) {
      while (next < pieces_.size() && pieces_[next].end <= word.start) shift += growth(pieces_[next++]);
      if (next < pieces_.size() && pieces_[next].start < word.end) {
        mask_word(word, next, shift, out);
        continue;
      }
      out.words.push_back(word);
      out.words.back().start = moved(word.start, shift);
      out.words.back().end = moved(word.end, shift);
    }
  }

  // A word any part of which is masked: every piece in it takes its box; what is left of it on either side stays with the mark.
  void mask_word(const Word& word, std::size_t next, std::ptrdiff_t shift, Page& out) {
    const bool continues = !boxes_[next].empty();
    std::size_t last = next;
    for (std::size_t i = next; i < pieces_.size() && pieces_[i].start < word.end; ++i) {
      boxes_[i].push_back(word.box);
      last = i;
    }
    const std::size_t new_end = word.end > pieces_[last].end
                                    ? pieces_[last].new_start + pieces_[last].mark.size() + (word.end - pieces_[last].end)
                                    : pieces_[last].new_start + pieces_[last].mark.size();
    if (continues && !out.words.empty()) {
      Word& mark = out.words.back();
      mark.end = std::max(mark.end, static_cast<std::uint32_t>(new_end));
      mark.confidence = std::min(mark.confidence, word.confidence);
      if (same_row(mark.box, word.box)) mark.box = united(mark.box, word.box);
      return;
    }
    Word mark = word;
    mark.start = word.start < pieces_[next].start ? moved(word.start, shift) : static_cast<std::uint32_t>(pieces_[next].new_start);
    mark.end = static_cast<std::uint32_t>(new_end);
    out.words.push_back(mark);
  }

  static std::ptrdiff_t growth(const Piece& piece) {
    return static_cast<std::ptrdiff_t>(piece.mark.size()) - static_cast<std::ptrdiff_t>(piece.end - piece.start);
  }
  static std::uint32_t moved(std::uint32_t offset, std::ptrdiff_t shift) {
    return static_cast<std::uint32_t>(static_cast<std::ptrdiff_t>(offset) + shift);
  }

  const Page& page_;
  std::vector<Piece> pieces_;
  std::vector<std::vector<Box>> boxes_;
};

}  // namespace

std::size_t MaskedPages::moved(std::size_t offset, bool is_end) const {
  // The last replacement that begins before the offset.
  auto after = std::upper_bound(replacements_.begin(), replacements_.end(), offset,
                                [](std::size_t o, const Replacement& r) { return o < r.before.start; });
  if (after == replacements_.begin()) return offset;
  const Replacement& last = *--after;
  if (offset < last.before.end || (offset == last.before.start)) {
    if (offset == last.before.start && is_end) return last.after.start;
    return is_end ? last.after.end : last.after.start;
  }
  return offset - last.before.end + last.after.end;
}

Span MaskedPages::masked(Span original) const { return {moved(original.start, false), moved(original.end, true)}; }

MaskedPages mask(const std::vector<Page>& pages, const Letter& letter, const std::vector<PersonalSpan>& spans) {
  const std::vector<PersonalSpan> tidied = tidy(letter, spans);
  MaskedPages out;
  std::size_t next = 0, grown = 0, page_start = 0;  // grown: where the page begins in the new letter
  for (const Page& page : pages) {
    const std::size_t page_end = page_start + page.text.size();
    std::vector<PageMasker::Piece> pieces;
    const std::size_t first = next;
    for (; next < tidied.size() && tidied[next].where.start < page_end; ++next)
      pieces.push_back({tidied[next].where.start - page_start, tidied[next].where.end - page_start, "[" + tidied[next].type + "]", 0});
    PageMasker masker(page, std::move(pieces));
    out.pages.push_back(masker.rewrite());
    for (std::size_t i = 0; i < masker.pieces().size(); ++i) {
      const PageMasker::Piece& piece = masker.pieces()[i];
      const std::size_t start = piece.new_start, end = piece.new_start + piece.mark.size();
      out.masks.push_back(
          {{page.number, static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)}, tidied[first + i].type, masker.boxes()[i]});
      out.replacements_.push_back({tidied[first + i].where, {grown + start, grown + end}});
    }
    grown += out.pages.back().text.size() + 1;
    page_start = page_end + 1;
  }
  return out;
}

}  // namespace foi::understand
