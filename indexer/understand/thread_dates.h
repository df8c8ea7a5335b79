// The messages under an answer: which of them is the request, or asks for the review that the answer gives. Internal to dates.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/understand/dates.h"
#include "indexer/understand/letter.h"
#include "indexer/understand/sections.h"

namespace foi::understand {

class ThreadDates {
 public:
  ThreadDates(const Letter& letter, const std::vector<Section>& sections);

  // A date in the headers of a message under the first, newest message first.
  void take(const PrintedDate& date);
  // A date in the line that a mail program writes over a message it quotes ("On 10 June 2024 at 22:41, A Testperson wrote:").
  void take_quoted(const PrintedDate& date);
  // The day of the message that is answered: of those by the person written to the newest that wants a review of what stands under it, else
  // the oldest; of all the oldest where none is seen to be that person's.
  std::optional<PrintedDate> answered() const;

 private:
  struct Message {
    PrintedDate date;
    bool by_requester = false, wants_review = false;
  };
  std::string header(const Section& headers, std::string_view name) const;
  bool is_by_requester(const Section& headers) const;
  bool names_requester(std::string_view text) const;
  // from: where the message begins under its headers.
  bool wants_review(std::size_t from) const;

  const Letter& letter_;
  const std::vector<Section>& sections_;
  std::vector<std::string> requester_;  // words of the names and addresses to which the first message goes
  std::vector<Message> messages_;
};

}  // namespace foi::understand
