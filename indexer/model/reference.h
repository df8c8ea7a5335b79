// The reference tables of corpus/reference, parsed: exemptions, topics, authorities and how to know them. Immutable once parsed, so any
// number of threads may read one.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/model/date.h"
#include "indexer/model/result.h"

namespace foi {

// A row of exemptions.tsv.
struct ExemptionInfo {
  std::string id;                     // "foia-31-1-a"
  std::string regime;                 // "foia", "eir", "foisa", "eisr", "gdpr", "dpa" …: the id's first part
  std::string label;                  // "FOIA s.31(1)(a)", for people
  std::string title;                  // "Law enforcement: prevention or detection of crime"
  std::string kind;                   // as in the table: "exemption", "procedural", "non-ground", "data-protection-reason" …
  bool qualified = false;             // a public interest test is due
  std::optional<std::string> parent;  // id one level up
  std::optional<Date> from, to;       // in force
};

// What was learnt of a class of something: see indexer/understand/linear_model.h. In hundredths.
struct LearntWeights {
  int base = 0;
  std::vector<std::pair<std::string, int>> features = {};
};

struct TopicInfo {
  std::string id, name, definition;
  std::vector<std::string> words;         // typical words and phrases, as written
  std::vector<std::string> people_words;  // whom or what place a request is about, whatever it asks of them ("pupils"); may be empty
  std::vector<std::string> weak_words;    // words of it that stand in requests on any subject ("staff", "spend", "policy"); may be empty
  LearntWeights learnt = {};              // topic_weights.tsv
};

// What a place that cites a ground does with it, as indexer/understand/claim_model.h tells it from the words there.
struct StanceInfo {
  std::string id;  // "applied"
  LearntWeights learnt;
};

// What a ground comes to in a letter as a whole, as indexer/understand/ground_model.h tells it; its id is one of kStandingNames there.
using StandingInfo = StanceInfo;

// How a letter ends, as indexer/understand/outcome_words.h and outcome_model.h tell it; its id is the name of an Outcome.
using OutcomeInfo = StanceInfo;

// An NHS trust (id: ODS code) or another public body (id: slug).
struct AuthorityInfo {
  std::string id, name, type, nation, regime;  // regime: "foia" or "foisa"
  std::vector<std::string> alternative_names;
  std::vector<std::string> web_domains, mail_domains;
  std::string postcode, address, nhsmail_prefix, foi_email;
  std::optional<std::string> successor;  // id
  std::optional<Date> closed;
};

// Hospitals and FOI offices: a postcode or building that points to an authority.
struct SiteInfo {
  std::string authority, name, address, postcode;
  bool foi_office = false;  // from the hand-kept address book; outranks other sites
};

struct FormerName {
  std::string name, former_id, id_now;
  std::optional<Date> until;  // the day the new name began
};

struct SynonymGroup {
  std::string term;
  std::vector<std::string> variants;
  bool two_way = true;
  bool case_sensitive = false;
};

// True of tables that nobody changes and that stay where they are for as long as the program runs. A copy is not kept: it may be changed.
class Kept {
 public:
  Kept() = default;
  Kept(const Kept&) {}
  Kept& operator=(const Kept&) {
    kept_ = false;
    return *this;
  }
  void keep() { kept_ = true; }
  explicit operator bool() const { return kept_; }

 private:
  bool kept_ = false;
};

struct Reference {
  Kept kept;
  std::vector<ExemptionInfo> exemptions;
  std::unordered_map<std::string, std::size_t> exemption_by_id;
  std::vector<TopicInfo> topics;
  std::vector<StanceInfo> stances;
  std::vector<StandingInfo> standings;
  std::vector<OutcomeInfo> outcome_words, outcomes;
  std::vector<AuthorityInfo> authorities;
  std::unordered_map<std::string, std::size_t> authority_by_id;
  std::vector<SiteInfo> sites;
  std::vector<FormerName> former_names;
  std::vector<SynonymGroup> synonyms;
  std::map<std::string, std::set<std::chrono::sys_days>> bank_holidays;  // by "england-and-wales", "scotland", "northern-ireland"

  const ExemptionInfo* exemption(std::string_view id) const;  // null when unknown
  const AuthorityInfo* authority(std::string_view id) const;
  const TopicInfo* topic(std::string_view id) const;
  // id itself, then each level up. Unknown ids give themselves alone.
  std::vector<std::string> exemption_and_parents(std::string_view id) const;
};

// The tables as text, by file name in corpus/reference ("exemptions.tsv").
using ReferenceTexts = std::map<std::string, std::string_view, std::less<>>;
// Errors: kEnvironment, naming file, line and column.
Result<Reference> parse_reference(const ReferenceTexts& texts);
// The tables this program was built with.
const ReferenceTexts& builtin_reference_texts();
const Reference& builtin_reference();

}  // namespace foi
