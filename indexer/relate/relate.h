// All records → what binds them: members and attachments to their letter, replies, reviews to the response reviewed, and so what became
// of each exemption in its case. Pure: the same set in any order gives the same answer.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/model/record.h"
#include "indexer/model/result.h"

namespace foi::relate {

// What relate needs of a record; small, so that all of a library's fit in memory (about 300 bytes each).
struct Summary {
  std::string id;
  std::optional<std::string> parent;
  Kind kind = Kind::kOther;
  std::string authority;                   // id_now, or empty
  std::string reference;                   // key form: lower-case letters and digits only, or empty
  std::optional<std::string> review_of;    // key form of the reference reviewed
  std::optional<std::string> in_reply_to;  // id, as the log says; the caller has turned path or reference into an id
  std::optional<Date> responded;
  struct Cited {
    std::string id;
    CitationStatus status;
    Stage stage;
  };
  std::vector<Cited> exemptions;
  // Questions long enough to be told from others, in order: a hash of their words, and how many.
  struct Asked {
    std::uint64_t hash = 0;
    std::uint32_t words = 0;
  };
  static constexpr std::uint32_t kLongWords = 8;          // fewer words any two requests may share
  static constexpr std::uint32_t kDistinctiveWords = 14;  // so many make a question that nobody else asks by chance
  std::vector<Asked> questions{};
  bool is_log_entry = false;  // of the disclosure log that is its parent
};
Summary summarise(const Record& record);
// A summary as bytes, so that nobody need read the record again for it. in_reply_to is not in them.
std::string encode(const Summary& summary);
Result<Summary> decode_summary(std::string_view bytes);  // kEnvironment when damaged
// "FOI 4129" → "4129"; "RFI-2207" → "2207"; "FOI_0316_22/22" → "03162222": what two spellings of one reference share.
std::string reference_key(std::string_view reference);

struct Related {
  std::vector<Relation> related;  // ordered by relation, then id
  // Id of the first document (by date, then id) of its case: what replies and reviews hold together. An attachment has its letter's.
  std::optional<std::string> case_id;
  // Id of the first document (by date, then id) of those that answer the same request, where it went to several bodies.
  std::optional<std::string> cluster{};
  std::vector<std::optional<StatusNow>> now;  // one for each of the summary's exemptions; empty where nothing later decided it
};

// By document id. Documents without any relation are absent. Precondition: ids differ.
std::unordered_map<std::string, Related> relate(const std::vector<Summary>& summaries);

// Where it is related to the document it stands inside for that reason alone, the id goes (Relation::id).
void leave_parent_open(std::string_view parent, Related& related);

// As bytes that are equal when and only when what they say is.
std::string encode(const Related& related);

// Writes what relate found into the record.
void apply(const Related& related, Record& record);

}  // namespace foi::relate
