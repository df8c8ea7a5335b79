// Personal data in a letter, found and masked (design.md, Masking). Where it is doubtful whether a word is a person's, it is masked; where
// it is the name of a place, a ward, a street, a body or a public figure spoken of, it stays.
#pragma once

#include <string>
#include <vector>

#include "indexer/model/document.h"
#include "indexer/model/record.h"
#include "indexer/model/reference.h"
#include "indexer/understand/authority.h"
#include "indexer/understand/letter.h"
#include "indexer/understand/sections.h"

namespace foi::understand {

// type is what the mark says: "requester", "staff member", "person" (anyone else), "e-mail", "phone", "address", "NHS number",
// "NI number", "date of birth", "number plate".
struct PersonalSpan {
  Span where;  // within one line
  std::string type;
  bool operator==(const PersonalSpan&) const = default;
};

// In order, none overlapping another. authority tells whose own name is no person's. Switchboards, mailboxes of an office and web
// addresses stay. Pure; O(bytes).
std::vector<PersonalSpan> find_personal(const Letter& letter, const std::vector<Section>& sections, const Reference& reference,
                                        const AuthorityFinding& authority);

// Pages in which every personal span is replaced by its mark, with the way from the letter as it was.
class MaskedPages {
 public:
  std::vector<Page> pages;  // as many as before, text and words masked; page and word geometry as before
  std::vector<Mask> masks;  // in order; where is in the new text, boxes are those of the words painted out

  // A span of the letter as it was → the same stretch of join_pages(pages).text. An end inside a mask moves to the mask's edge.
  Span masked(Span original) const;

 private:
  friend MaskedPages mask(const std::vector<Page>&, const Letter&, const std::vector<PersonalSpan>&);
  struct Replacement {
    Span before, after;  // bytes of the letter, as it was and as it is now
  };
  std::size_t moved(std::size_t offset, bool is_end) const;
  std::vector<Replacement> replacements_;
};

// letter must be join_pages(pages). Spans may come in any order; what overlaps is masked once, under the type that begins first; a span
// that runs over a page's end is masked on each page. Where a mark replaces words with boxes it becomes one word: its box is the union of
// those on the first line it covers. O(bytes + words).
MaskedPages mask(const std::vector<Page>& pages, const Letter& letter, const std::vector<PersonalSpan>& spans);

}  // namespace foi::understand
