// An edition made of what a test puts in, and a site over it.
#pragma once

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "server/search.h"
#include "server/site.h"

namespace foi::server {

class FakeSearch : public Search {
 public:
  Result<index::Results> search(const index::Request& request) const override {
    const std::lock_guard lock(mutex_);
    requests_.push_back(request);
    if (error) return *error;
    if (const auto refused = refusal(request)) return index::to_error(*refused);
    return results;
  }
  // As the real one: bodies that neither the tables nor the letters know, and cursors.
  std::optional<index::Refusal> refusal(const index::Request& request) const override {
    for (const std::string& id : request.authority)
      if (id == "nobody")
        return index::Refusal{
            .reason = index::Refusal::Reason::kUnknownValue, .parameter = "authority", .value = id, .message = "authority: unknown"};
    if (!request.cursor.empty()) return index::Refusal{.parameter = "cursor", .value = request.cursor, .message = "cursor: not ours"};
    return std::nullopt;
  }
  Result<std::optional<Record>> document(std::string_view id) const override {
    if (error) return *error;
    const auto found = documents.find(std::string(id));
    return found == documents.end() ? std::optional<Record>() : std::optional<Record>(found->second);
  }
  Result<std::optional<index::StoredPage>> page(std::string_view id, std::uint32_t number) const override {
    const auto found = pages.find({std::string(id), number});
    return found == pages.end() ? std::optional<index::StoredPage>() : std::optional<index::StoredPage>(found->second);
  }
  Result<std::vector<Region>> marks(const index::StoredPage& page, std::string_view q) const override {
    const std::size_t at = page.page.text.find(q);
    if (q.empty() || at == std::string::npos) return std::vector<Region>();
    return std::vector<Region>{{page.page.number, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + q.size())}};
  }
  Result<std::vector<std::uint32_t>> matching(const index::Request& request) const override {
    if (error) return *error;
    if (const auto refused = refusal(request)) return index::to_error(*refused);
    std::vector<std::uint32_t> numbers;
    while (numbers.size() < documents.size()) numbers.push_back(static_cast<std::uint32_t>(numbers.size()));
    return numbers;
  }
  Result<std::vector<Record>> records(std::span<const std::uint32_t> numbers) const override {
    {
      const std::lock_guard lock(mutex_);
      batches_.push_back(numbers.size());
    }
    std::vector<Record> found;
    for (const std::uint32_t number : numbers) found.push_back(std::next(documents.begin(), number)->second);
    return found;
  }
  bool overtaken() const override { return is_overtaken; }
  std::uint64_t letters() const override { return documents.size(); }
  const std::string& edition() const override { return edition_; }

  void set_edition(std::string edition) { edition_ = std::move(edition); }

  index::Request last_request() const {
    const std::lock_guard lock(mutex_);
    return requests_.empty() ? index::Request() : requests_.back();
  }

  // How many records were asked for, each time.
  std::vector<std::size_t> batches() const {
    const std::lock_guard lock(mutex_);
    return batches_;
  }

  void add(Record record, std::vector<std::string> texts) {
    for (std::uint32_t number = 1; number <= texts.size(); ++number) {
      Page page;
      page.number = number;
      page.text = texts[number - 1];
      record.pages.push_back({.number = number, .source = PageSource::kText, .confidence = 1, .characters = page.text.size()});
      pages[{record.id, number}] = index::StoredPage{.page = page, .masks = {}, .boilerplate = {}};
    }
    const std::string id = record.id;
    documents.insert_or_assign(id, std::move(record));
  }

  index::Results results;
  std::map<std::string, Record> documents;
  std::map<std::pair<std::string, std::uint32_t>, index::StoredPage> pages;
  std::optional<Error> error;
  bool is_overtaken = false;

 private:
  std::string edition_ = "000001.7";
  mutable std::mutex mutex_;
  mutable std::vector<index::Request> requests_;
  mutable std::vector<std::size_t> batches_;
};

// Three sections of the Act, two bodies and a subject: enough law for a test of addresses and labels.
inline const Reference& small_reference() {
  static const Reference kReference = [] {
    Reference reference;
    const auto exemption = [&](std::string id, std::string label, std::string title, std::optional<std::string> parent) {
      ExemptionInfo info;
      info.id = id;
      info.label = std::move(label);
      info.title = std::move(title);
      info.parent = std::move(parent);
      reference.exemption_by_id[id] = reference.exemptions.size();
      reference.exemptions.push_back(std::move(info));
    };
    exemption("foia-31", "FOIA s.31", "Law enforcement", std::nullopt);
    exemption("foia-31-1", "FOIA s.31(1)", "Law enforcement: heads of prejudice", "foia-31");
    exemption("foia-31-1-a", "FOIA s.31(1)(a)", "Law enforcement: prevention or detection of crime", "foia-31-1");
    exemption("foia-43", "FOIA s.43", "Commercial interests", std::nullopt);
    for (const auto& [id, name] :
         {std::pair("RXX", "Example Valley NHS Trust"), std::pair("example-city-council", "Example City Council")}) {
      AuthorityInfo info;
      info.id = id;
      info.name = name;
      info.type = info.id == "RXX" ? "nhs-trust" : "council";
      reference.authority_by_id[info.id] = reference.authorities.size();
      reference.authorities.push_back(std::move(info));
    }
    TopicInfo topic;
    topic.id = "parking";
    topic.name = "Parking";
    reference.topics.push_back(topic);
    return reference;
  }();
  return kReference;
}

inline constexpr const char* kDocumentId = "abcdefghijklmnop";

inline Record example_record() {
  Record record;
  record.id = kDocumentId;
  record.title = "Income from car parks";
  record.source.sha256 = std::string(64, 'a');
  record.source.media_type = "application/pdf";
  record.source.path = "/secret/folder/letter.pdf";
  record.kind = Kind::kResponse;
  record.outcome = Outcome::kPartlyGranted;
  record.authority = Authority{.id = "RXX",
                               .name = "Example Valley NHS Trust",
                               .id_now = "RXX",
                               .name_now = "Example Valley NHS Trust",
                               .type = "nhs-trust",
                               .confidence = 1};
  record.responded = *parse_iso("2023-03-09");
  return record;
}

// A site over one fake edition, with what it reported.
struct FakeSite {
  explicit FakeSite(SiteOptions options = {})
      : site({.edition = [this] { return search; }, .report = [this](const std::string& line) { reports.push_back(line); }},
             small_reference(), std::move(options)) {}
  Answer get(const std::string& target, const std::string& if_none_match = {}) const {
    return site.answer({.method = "GET", .target = target, .if_none_match = if_none_match});
  }

  std::shared_ptr<FakeSearch> search = std::make_shared<FakeSearch>();
  std::vector<std::string> reports;
  Site site;
};

inline std::string header_of(const Answer& answer, const std::string& name) {
  const auto found = std::find_if(answer.headers.begin(), answer.headers.end(), [&](const auto& header) { return header.first == name; });
  return found == answer.headers.end() ? std::string() : found->second;
}

inline bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace foi::server
