#include "indexer/understand/thread_dates.h"

#include <algorithm>
#include <string_view>

#include "indexer/model/text.h"
#include "indexer/understand/cues.h"
#include "indexer/understand/paragraphs.h"
#include "indexer/understand/repair.h"
#include "indexer/understand/tokens.h"

namespace foi::understand {

namespace {

// Letters of a word that tells one correspondent from another; bytes of a message in which it says what it wants.
constexpr std::size_t kNameLetters = 4, kWantBytes = 1'200;
// A message has no more header lines, and none is longer, in bytes: what is is none, and every date of it would be looked up in all of it.
constexpr std::size_t kHeaderLines = 40, kHeaderBytes = 1'000;

// Words of addresses that many share.
bool is_shared(std::string_view word) {
  static constexpr std::string_view shared[] = {"mail",    "email",   "gmail",     "example",     "hotmail", "outlook",   "yahoo",
                                                "freedom", "council", "enquiries", "information", "request", "team",      "office",
                                                "trust",   "icloud",  "proton",    "gov",         "nhs",     "btinternet"};
  return std::ranges::find(shared, word) != std::end(shared);
}

}  // namespace

ThreadDates::ThreadDates(const Letter& letter, const std::vector<Section>& sections) : letter_(letter), sections_(sections) {
  const auto first = std::ranges::find(sections_, SectionKind::mail_headers, &Section::kind);
  if (first == sections_.end()) return;
  for (std::string& word : words_of(header(*first, "to:")))
    if (word.size() >= kNameLetters && !is_shared(word)) requester_.push_back(std::move(word));
}

void ThreadDates::take(const PrintedDate& date) {
  const auto after = std::ranges::upper_bound(sections_, date.where.start, {}, &Section::start);
  if (after == sections_.begin()) return;
  const Section& headers = *std::prev(after);
  messages_.push_back({date, is_by_requester(headers), wants_review(headers.end)});
}

void ThreadDates::take_quoted(const PrintedDate& date) {
  const Line line = letter_.lines[letter_.line_index(date.where.start)];
  messages_.push_back({date, names_requester(letter_.view(line)), wants_review(line.end)});
}

std::optional<PrintedDate> ThreadDates::answered() const {
  if (messages_.empty()) return std::nullopt;
  const auto oldest = [&](bool by_requester) {
    const auto found = std::ranges::find(messages_.rbegin(), messages_.rend(), by_requester, &Message::by_requester);
    return static_cast<std::size_t>(messages_.rend() - found);  // one more than its place; 0 when there is none
  };
  const std::size_t other = oldest(false), own = oldest(true);
  for (std::size_t i = 0; i + 1 < other; ++i)
    if (messages_[i].by_requester && messages_[i].wants_review) return messages_[i].date;
  return own == 0 ? messages_.back().date : messages_[own - 1].date;
}

// The first header line of that name, in lower case, without the marks of quoting.
std::string ThreadDates::header(const Section& headers, std::string_view name) const {
  const std::size_t first = letter_.line_index(headers.start);
  for (std::size_t i = first; i < std::min(letter_.lines.size(), first + kHeaderLines) && letter_.lines[i].start < headers.end; ++i) {
    const std::string line = to_lower_ascii(utf8_prefix(letter_.view(trimmed(letter_, letter_.lines[i])), kHeaderBytes));
    std::string_view text = line;
    text.remove_prefix(std::min(text.find_first_not_of(">* "), text.size()));
    if (text.starts_with(name)) return std::string(text.substr(name.size()));
  }
  return {};
}

bool ThreadDates::is_by_requester(const Section& headers) const { return names_requester(header(headers, "from:")); }

bool ThreadDates::names_requester(std::string_view text) const {
  return std::ranges::any_of(words_of(text),
                             [&](const std::string& word) { return std::ranges::find(requester_, word) != requester_.end(); });
}

bool ThreadDates::wants_review(std::size_t from) const {
  static constexpr CueTable cues = {"internal review", "a review",      "review this", "review it",       "review your",
                                    "review the",      "be reviewed",   "reviewed",    "please review",   "dissatisfied",
                                    "unhappy",         "not satisfied", "not happy",   "reconsider",      "appeal",
                                    "complain",        "complaint",     "look again",  "looked at again", "challenge"};
  auto next = std::ranges::lower_bound(sections_, from, {}, &Section::start);
  while (next != sections_.end() && next->start < from + kWantBytes && next->kind != SectionKind::mail_headers) ++next;
  const std::size_t end = next == sections_.end() ? letter_.text.size() : next->start;
  const std::string_view said = utf8_prefix(letter_.view(Span{from, end}), kWantBytes);
  return has_any(repaired_lower(said.substr(0, said.find("wrote:\n"))), cues);
}

}  // namespace foi::understand
