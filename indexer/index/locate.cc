#include "indexer/index/locate.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace foi::index {

namespace {

struct Place {
  Xapian::termpos position;
  std::size_t sought;  // which of the things looked for
  auto operator<=>(const Place&) const = default;
};

// What a query looks for, numbered: stems, then words, then beginnings.
class Sought {
 public:
  explicit Sought(const TextQuery& query) : query_(query), stemmer_("english") {}

  // First bytes of words that could match. A word and its stem share the first letter in English.
  std::set<std::string> first_bytes() const {
    std::set<std::string> out;
    for (const auto* list : {&query_.stems, &query_.words, &query_.beginnings})
      for (const std::string& item : *list) out.insert(item.substr(0, 1));
    return out;
  }

  std::vector<std::size_t> matching(const std::string& word) const {
    std::vector<std::size_t> out;
    std::size_t number = 0;
    const std::string stem = query_.stems.empty() ? std::string() : stemmer_(word);
    for (const std::string& item : query_.stems) add_if(item == stem, number++, out);
    for (const std::string& item : query_.words) add_if(item == word, number++, out);
    for (const std::string& item : query_.beginnings) add_if(word.starts_with(item), number++, out);
    return out;
  }

 private:
  static void add_if(bool matches, std::size_t number, std::vector<std::size_t>& out) {
    if (matches) out.push_back(number);
  }
  const TextQuery& query_;
  Xapian::Stem stemmer_;
};

struct Found {
  std::vector<Place> places;
  std::vector<std::string> words;
};

Found find_places(const Xapian::Database& letters, Xapian::docid letter, const StoredLetter& stored, const TextQuery& query) {
  const Sought sought(query);
  Found out;
  for (const std::string& first : sought.first_bytes()) {
    auto term = letters.termlist_begin(letter);
    for (term.skip_to(first); term != letters.termlist_end(letter) && (*term).starts_with(first); ++term) {
      const std::string word = *term;
      const auto numbers = sought.matching(word);
      if (numbers.empty()) continue;
      out.words.push_back(word);
      for (auto at = letters.positionlist_begin(letter, word); at != letters.positionlist_end(letter, word); ++at)
        if (*at < stored.body_end)
          for (const std::size_t number : numbers) out.places.push_back({*at, number});
    }
  }
  std::sort(out.places.begin(), out.places.end());
  return out;
}

// Places of one page → how good a page it is.
std::tuple<std::size_t, std::size_t, std::size_t> score(const Place* begin, const Place* end) {
  constexpr Xapian::termpos kClose = 3;  // words apart
  std::set<std::size_t> distinct;
  std::size_t close_pairs = 0;
  for (const Place* place = begin; place != end; ++place) {
    distinct.insert(place->sought);
    if (place != begin && place->sought != place[-1].sought && place->position - place[-1].position <= kClose) ++close_pairs;
  }
  return {distinct.size(), close_pairs, static_cast<std::size_t>(end - begin)};
}

}  // namespace

std::optional<Located> locate(const Xapian::Database& letters, Xapian::docid letter, const StoredLetter& stored, const TextQuery& query) {
  if (query.stems.empty() && query.words.empty() && query.beginnings.empty()) return std::nullopt;
  Found found = find_places(letters, letter, stored, query);
  std::optional<Located> out;
  std::tuple<std::size_t, std::size_t, std::size_t> best;
  const Place* place = found.places.data();
  const Place* const end = place + found.places.size();
  for (std::size_t p = 0; p < stored.pages.size(); ++p) {
    const Xapian::termpos next = p + 1 < stored.pages.size() ? stored.pages[p + 1].position : stored.body_end;
    const Place* const from = place;
    while (place != end && place->position <= next) ++place;
    if (from == place) continue;
    const auto page_score = score(from, place);
    if (out && page_score <= best) continue;
    best = page_score;
    out = Located{stored.pages[p].page, {}};
  }
  if (out) out->words = std::move(found.words);
  return out;
}

}  // namespace foi::index
