// Every letter's facet values in memory, interned, one column a facet, and the exact counting of a set of letters over them. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/index/facets.h"

namespace foi::index {

// Lists of small numbers, one list a row, stored end to end.
struct Column {
  std::vector<std::string> ids;  // by number, in order of first appearance
  std::vector<std::uint32_t> begin{0};
  std::vector<std::uint32_t> numbers;

  std::span<const std::uint32_t> row(std::size_t n) const { return std::span(numbers).subspan(begin[n], begin[n + 1] - begin[n]); }
  std::optional<std::uint32_t> number_of(std::string_view id) const;
  void append(std::string_view id);
  void end_row() { begin.push_back(static_cast<std::uint32_t>(numbers.size())); }

 private:
  std::map<std::string, std::uint32_t, std::less<>> known_;
};

// A row a document number, from 0; numbers without a document have empty lists.
// Thread safety: read by any number of threads once built.
class Columns {
 public:
  // Precondition: number is above that of every earlier call.
  void add(std::size_t number, const FacetValues& values);

  std::size_t rows() const { return dates_.size(); }
  std::uint64_t letters() const { return numbers_.size(); }
  // Of the letters there are, ascending.
  const std::vector<std::uint32_t>& numbers() const { return numbers_; }
  const Column& column(FacetId facet) const { return columns_[at(facet)]; }
  // Of each number in row n of column(kExemption), the statuses it has there.
  std::span<const StatusSet> statuses(std::size_t n) const;
  StatusSet any_status(std::size_t n) const { return any_status_[n]; }
  std::int32_t date(std::size_t n) const { return dates_[n]; }
  // Of an authority by id; empty when unknown. Where letters differ, the first in the alphabet.
  std::string_view authority_name(std::string_view id) const;

 private:
  void end_row(std::int32_t date, StatusSet any);

  std::array<Column, kFacetCount> columns_;
  std::vector<StatusSet> statuses_;  // beside the exemption column's numbers
  std::vector<StatusSet> any_status_;
  std::vector<std::int32_t> dates_;
  std::vector<std::uint32_t> numbers_;
  std::map<std::string, std::string, std::less<>> authority_names_;
};

// A request's filters, checked. Plain facets: a letter passes when it has one of the values (all of them with match_all). Exemption and
// status: when it has a citation of one of the exemptions with one of the statuses (with match_all, one for each pair).
struct Selection {
  std::array<std::vector<std::string>, kFacetCount> values;  // exemption's are codes, status's names of status_values()
  std::int32_t from = 0, to = 0;                             // YYYYMMDD, both included; 0: open
  bool match_all = false;

  const std::vector<std::string>& of(FacetId facet) const { return values[at(facet)]; }
  bool dated() const { return from != 0 || to != 0; }
  bool empty() const;
};
StatusSet status_set(std::string_view name);  // of a name of status_values(); 0 when there is none

struct Counts {
  std::uint64_t total = 0;                                     // letters that pass every filter
  std::array<std::vector<std::uint64_t>, kFacetCount> facets;  // by number in the column; status: by place in status_values()
  std::vector<std::uint64_t> months;                           // from January of kFirstYear, as if no day were asked for
  std::uint64_t seen = 0;                                      // letters there are without any filter
  // Letters that only this filter keeps out: by FacetId, then of exemption and status together, then of from and to.
  std::array<std::uint64_t, kFacetCount + 2> kept_out{};
};
inline constexpr std::size_t kCitationFilter = kFacetCount, kDateFilter = kFacetCount + 1;

// Counts letters: each facet as the request would be answered with only its own filter replaced by the value counted.
class Counter {
 public:
  // wanted: which facets. Both references must outlive this.
  Counter(const Columns& columns, const Selection& selection, std::array<bool, kFacetCount> wanted, bool months = false);
  // More letters, none twice; passed gets true at the numbers of those that pass every filter.
  void add(std::span<const std::uint32_t> letters, std::vector<bool>& passed);
  const Counts& counts() const { return counts_; }

 private:
  enum Dimension : std::uint8_t { kCitation = kCitationFilter, kDate = kDateFilter, kNone, kSeveral };

  bool passes(FacetId facet, std::size_t n) const;
  bool passes_citation(std::size_t n) const;
  bool passes_date(std::size_t n) const;
  // The one filter the letter fails, kNone or kSeveral.
  std::uint8_t failed(std::size_t n) const;
  bool holds(StatusSet statuses) const;
  StatusSet statuses_of(std::uint32_t code, std::size_t n) const;
  void count(FacetId facet, std::size_t n);
  void count_month(std::size_t n);
  void count_exemptions(std::size_t n);
  void count_statuses(std::size_t n);
  bool has_status(StatusSet wanted, std::size_t n) const;

  const Columns& columns_;
  const Selection& selection_;
  std::array<bool, kFacetCount> wanted_;
  bool months_;
  // Numbers of the selected values; a value no letter has is kUnknown.
  std::array<std::vector<std::uint32_t>, kFacetCount> selected_;
  std::array<std::vector<std::uint8_t>, kFacetCount> is_selected_;  // by number
  std::vector<StatusSet> statuses_;                                 // of the status filter, or standing
  StatusSet any_of_statuses_ = 0;
  bool filters_citations_ = false;
  Counts counts_;
};

}  // namespace foi::index
