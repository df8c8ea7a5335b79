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

// What a query looks for, numbered: stems, then beginnings; phrases come after.
class SoughtWords {
 public:
  explicit SoughtWords(const Sought& sought) : sought_(sought), stemmer_("english") {}

  // First bytes of words that could match. A word and its stem share the first letter in English.
  std::set<std::string> first_bytes() const {
    std::set<std::string> out;
    for (const auto* list : {&sought_.stems, &sought_.beginnings})
      for (const std::string& item : *list) out.insert(item.substr(0, 1));
    return out;
  }

  std::vector<std::size_t> matching(const std::string& word) const {
    std::vector<std::size_t> out;
    std::size_t number = 0;
    const std::string stem = sought_.stems.empty() ? std::string() : stemmer_(word);
    for (const std::string& item : sought_.stems) add_if(item == stem, number++, out);
    for (const std::string& item : sought_.beginnings) add_if(word.starts_with(item), number++, out);
    return out;
  }

 private:
  static void add_if(bool matches, std::size_t number, std::vector<std::size_t>& out) {
    if (matches) out.push_back(number);
  }
  const Sought& sought_;
  Xapian::Stem stemmer_;
};

class Finder {
 public:
  Finder(const Xapian::Database& letters, Xapian::docid letter, const StoredLetter& stored)
      : letters_(letters), letter_(letter), stored_(stored) {}

  std::vector<Place> find(const Sought& sought) {
    const SoughtWords words(sought);
    for (const std::string& first : words.first_bytes()) find_words(first, words);
    std::size_t number = sought.stems.size() + sought.beginnings.size();
    for (const auto& phrase : sought.phrases) find_phrase(phrase, number++);
    std::sort(places_.begin(), places_.end());
    return std::move(places_);
  }

 private:
  void find_words(const std::string& first, const SoughtWords& words) {
    auto term = letters_.termlist_begin(letter_);
    for (term.skip_to(first); term != letters_.termlist_end(letter_) && (*term).starts_with(first); ++term) {
      const std::string word = *term;
      const auto numbers = words.matching(word);
      if (numbers.empty()) continue;
      for (const Xapian::termpos at : positions(word))
        for (const std::size_t number : numbers) places_.push_back({at, number});
    }
  }

  // In the body, ascending.
  std::vector<Xapian::termpos> positions(const std::string& word) const {
    std::vector<Xapian::termpos> out;
    for (auto at = letters_.positionlist_begin(letter_, word); at != letters_.positionlist_end(letter_, word) && *at < stored_.body_end;
         ++at)
      out.push_back(*at);
    return out;
  }

  void find_phrase(const std::vector<std::string>& phrase, std::size_t number) {
    std::vector<Xapian::termpos> starts = positions(phrase.front());
    for (std::size_t i = 1; i < phrase.size() && !starts.empty(); ++i) {
      const auto next = positions(phrase[i]);
      std::erase_if(starts, [&](Xapian::termpos at) { return !std::binary_search(next.begin(), next.end(), at + i); });
    }
    for (const Xapian::termpos at : starts) places_.push_back({at, number});
  }

  const Xapian::Database& letters_;
  Xapian::docid letter_;
  const StoredLetter& stored_;
  std::vector<Place> places_;
};

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

std::optional<std::uint32_t> locate(const Xapian::Database& letters, Xapian::docid letter, const StoredLetter& stored,
                                    const TextQuery& query) {
  if (query.sought.empty()) return std::nullopt;
  const std::vector<Place> places = Finder(letters, letter, stored).find(query.sought);
  std::optional<std::uint32_t> out;
  std::tuple<std::size_t, std::size_t, std::size_t> best;
  const Place* place = places.data();
  const Place* const end = place + places.size();
  for (std::size_t p = 0; p < stored.pages.size(); ++p) {
    const Xapian::termpos next = p + 1 < stored.pages.size() ? stored.pages[p + 1].position : stored.body_end;
    const Place* const from = place;
    while (place != end && place->position <= next) ++place;
    if (from == place) continue;
    const auto page_score = score(from, place);
    if (out && page_score <= best) continue;
    best = page_score;
    out = stored.pages[p].page;
  }
  return out;
}

}  // namespace foi::index
