#include "indexer/model/reference.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <memory>
#include <utility>

#include "indexer/model/text.h"

namespace foi {

namespace {

// One table: a header line with the names of the columns, then a row a line, cells split by tabs. The first thing found wrong is kept
// and all later cells read as empty, so that parsing code needs no check after every cell.
class Table {
 public:
  Table(std::string_view file, std::string_view text, std::vector<std::string_view> columns) : file_(file), columns_(std::move(columns)) {
    lines_ = split(text, '\n');
    if (!lines_.empty() && lines_.back().empty()) lines_.pop_back();
    const std::vector<std::string_view> header = lines_.empty() ? std::vector<std::string_view>{} : split(lines_[0], '\t');
    if (header != columns_) fail(1, 1, "the header must name the columns " + join(columns_) + " in this order");
  }

  bool next() {
    if (error_) return false;
    if (++line_ >= lines_.size()) return false;
    cells_ = split(lines_[line_], '\t');
    if (cells_.size() != columns_.size()) {
      fail(line_ + 1, cells_.size(), "has " + std::to_string(cells_.size()) + " cells, needs " + std::to_string(columns_.size()));
      return false;
    }
    return true;
  }

  // Precondition: next() was true; column is one of the columns.
  std::string_view cell(std::string_view column) const { return cells_[index(column)]; }
  std::string text(std::string_view column) const { return std::string(cell(column)); }

  std::string required(std::string_view column) {
    if (cell(column).empty()) wrong(column, "is empty");
    return text(column);
  }

  std::optional<std::string> optional(std::string_view column) const {
    return cell(column).empty() ? std::nullopt : std::optional<std::string>(cell(column));
  }

  std::vector<std::string> list(std::string_view column) const {
    std::vector<std::string> items;
    for (std::string_view item : split(cell(column), ';'))
      if (item = trim(item); !item.empty()) items.emplace_back(item);
    return items;
  }

  std::optional<Date> date(std::string_view column) {
    if (cell(column).empty()) return std::nullopt;
    const std::optional<Date> date = parse_iso(cell(column));
    if (!date) wrong(column, "'" + text(column) + "' is not a date (YYYY-MM-DD)");
    return date;
  }

  // A whole number. 0 after noting what is wrong.
  int number(std::string_view column, std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) wrong(column, "'" + std::string(text) + "' is not a whole number");
    return value;
  }

  // One of the values; the place of it in values, or 0 after noting what is wrong.
  std::size_t choice(std::string_view column, const std::vector<std::string_view>& values) {
    for (std::size_t i = 0; i < values.size(); ++i)
      if (cell(column) == values[i]) return i;
    wrong(column, "'" + text(column) + "' is none of " + join(values));
    return 0;
  }

  void wrong(std::string_view column, const std::string& what) { fail(line_ + 1, index(column) + 1, std::string(column) + " " + what); }
  const std::optional<Error>& error() const { return error_; }

 private:
  static std::string join(const std::vector<std::string_view>& names) {
    std::string out;
    for (std::string_view name : names) out += (out.empty() ? "" : ", ") + std::string(name);
    return out;
  }

  std::size_t index(std::string_view column) const {
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (columns_[i] == column) return i;
    return 0;
  }

  void fail(std::size_t line, std::size_t column, const std::string& what) {
    if (error_) return;
    error_ = environment_error("reference table " + std::string(file_) + ", line " + std::to_string(line) + ", column " +
                               std::to_string(column) + ": " + what + "; mend corpus/reference/" + std::string(file_));
  }

  std::string_view file_;
  std::vector<std::string_view> columns_, lines_, cells_;
  std::size_t line_ = 0;
  std::optional<Error> error_;
};

const std::vector<std::string_view> kYesNo{"no", "yes"};

void read_exemptions(Table& table, Reference& out) {
  while (table.next()) {
    ExemptionInfo row{.id = table.required("id"),
                      .regime = table.required("regime"),
                      .label = table.required("label"),
                      .title = table.required("title"),
                      .kind = table.required("kind"),
                      .qualified = table.choice("qualified", {"no", "yes", "mixed"}) == 1,
                      .parent = table.optional("parent"),
                      .from = table.date("from"),
                      .to = table.date("to")};
    if (row.regime != row.id.substr(0, row.id.find('-'))) table.wrong("regime", "is not the first part of the id " + row.id);
    if (row.parent && !out.exemption_by_id.contains(*row.parent)) table.wrong("parent", "'" + *row.parent + "' has no row above this one");
    if (!out.exemption_by_id.emplace(row.id, out.exemptions.size()).second) table.wrong("id", "'" + row.id + "' stands twice");
    out.exemptions.push_back(std::move(row));
  }
}

void read_topics(Table& table, Reference& out) {
  while (table.next()) {
    TopicInfo row{.id = table.required("id"),
                  .name = table.required("name"),
                  .definition = table.required("definition"),
                  .words = table.list("words"),
                  .people_words = table.list("people_words"),
                  .weak_words = table.list("weak_words")};
    if (row.words.empty()) table.wrong("words", "is empty");
    if (out.topic(row.id)) table.wrong("id", "'" + row.id + "' stands twice");
    out.topics.push_back(std::move(row));
  }
}

// "oncology 412; chemotherapy 398": features by falling weight.
LearntWeights read_weights(Table& table) {
  LearntWeights learnt{.base = table.number("base", table.cell("base"))};
  for (std::string_view item : split(table.cell("weights"), ';')) {
    if (item = trim(item); item.empty()) continue;
    const std::size_t space = item.find(' ');
    if (space == 0 || space == std::string_view::npos) {
      table.wrong("weights", "'" + std::string(item) + "' is not a feature and a weight");
      break;
    }
    learnt.features.emplace_back(item.substr(0, space), table.number("weights", item.substr(space + 1)));
  }
  return learnt;
}

void read_topic_weights(Table& table, Reference& out) {
  while (table.next()) {
    const auto topic = std::ranges::find(out.topics, table.cell("topic"), &TopicInfo::id);
    if (topic == out.topics.end()) return table.wrong("topic", "'" + table.text("topic") + "' is not in topics.tsv");
    topic->learnt = read_weights(table);
  }
}

void read_claim_weights(Table& table, Reference& out) {
  while (table.next()) out.stances.push_back({table.required("stance"), read_weights(table)});
}

void read_ground_weights(Table& table, Reference& out) {
  while (table.next()) out.standings.push_back({table.required("standing"), read_weights(table)});
}

void read_outcome_words(Table& table, Reference& out) {
  while (table.next()) out.outcome_words.push_back({table.required("outcome"), read_weights(table)});
}

void read_outcome_weights(Table& table, Reference& out) {
  while (table.next()) out.outcomes.push_back({table.required("outcome"), read_weights(table)});
}

void read_authorities(Table& table, Reference& out) {
  while (table.next()) {
    table.choice("regime", {"foia", "foisa"});
    AuthorityInfo row{.id = table.required("id"),
                      .name = table.required("name"),
                      .type = table.required("type"),
                      .nation = table.required("nation"),
                      .regime = table.required("regime"),
                      .alternative_names = table.list("alternative_names"),
                      .web_domains = table.list("web_domains"),
                      .mail_domains = table.list("mail_domains"),
                      .postcode = table.text("postcode"),
                      .address = table.text("address"),
                      .nhsmail_prefix = table.text("nhsmail_prefix"),
                      .foi_email = table.text("foi_email"),
                      .successor = table.optional("successor"),
                      .closed = table.date("closed")};
    if (!out.authority_by_id.emplace(row.id, out.authorities.size()).second) table.wrong("id", "'" + row.id + "' stands twice");
    out.authorities.push_back(std::move(row));
  }
}

void read_sites(Table& table, Reference& out) {
  while (table.next()) {
    SiteInfo row{.authority = table.required("authority"),
                 .name = table.required("name"),
                 .address = table.text("address"),
                 .postcode = table.required("postcode"),
                 .foi_office = table.choice("kind", {"hospital", "foi-office"}) == 1};
    if (!out.authority(row.authority)) table.wrong("authority", "'" + row.authority + "' is not in authorities.tsv");
    out.sites.push_back(std::move(row));
  }
}

void read_former_names(Table& table, Reference& out) {
  while (table.next()) {
    FormerName row{.name = table.required("name"),
                   .former_id = table.required("former_id"),
                   .id_now = table.required("id_now"),
                   .until = table.date("until")};
    if (!out.authority(row.id_now)) table.wrong("id_now", "'" + row.id_now + "' is not in authorities.tsv");
    out.former_names.push_back(std::move(row));
  }
}

void read_synonyms(Table& table, Reference& out) {
  while (table.next()) {
    SynonymGroup row{.term = table.required("term"),
                     .variants = table.list("variants"),
                     .two_way = table.choice("direction", {"one-way", "two-way"}) == 1,
                     .case_sensitive = table.choice("case_sensitive", kYesNo) == 1};
    if (row.variants.empty()) table.wrong("variants", "is empty");
    out.synonyms.push_back(std::move(row));
  }
}

void read_bank_holidays(Table& table, Reference& out) {
  while (table.next()) {
    const std::optional<Date> date = table.date("date");
    table.choice("division", {"england-and-wales", "scotland", "northern-ireland"});
    if (!date)
      table.wrong("date", "is empty");
    else if (!out.bank_holidays[table.text("division")].insert(std::chrono::sys_days(*date)).second)
      table.wrong("date", "stands twice for this division");
  }
}

struct TableKind {
  std::string_view file;
  std::vector<std::string_view> columns;
  void (*read)(Table&, Reference&);
};

// In the order in which they are read: sites and former names point to authorities.
const std::vector<TableKind>& table_kinds() {
  static const std::vector<TableKind> kinds{
      {"exemptions.tsv", {"id", "regime", "label", "title", "kind", "qualified", "parent", "from", "to", "source"}, read_exemptions},
      {"topics.tsv", {"id", "name", "definition", "words", "people_words", "weak_words", "source"}, read_topics},
      {"topic_weights.tsv", {"topic", "base", "weights"}, read_topic_weights},
      {"claim_weights.tsv", {"stance", "base", "weights"}, read_claim_weights},
      {"ground_weights.tsv", {"standing", "base", "weights"}, read_ground_weights},
      {"outcome_words.tsv", {"outcome", "base", "weights"}, read_outcome_words},
      {"outcome_weights.tsv", {"outcome", "base", "weights"}, read_outcome_weights},
      {"authorities.tsv",
       {"id", "name", "type", "nation", "regime", "alternative_names", "web_domains", "mail_domains", "postcode", "address",
        "nhsmail_prefix", "foi_email", "successor", "closed", "source"},
       read_authorities},
      {"sites.tsv", {"authority", "name", "address", "postcode", "kind", "source"}, read_sites},
      {"former_names.tsv", {"name", "former_id", "id_now", "until", "event", "source"}, read_former_names},
      {"synonyms.tsv", {"term", "variants", "direction", "case_sensitive", "note", "source"}, read_synonyms},
      {"bank_holidays.tsv", {"date", "division", "name", "source"}, read_bank_holidays},
  };
  return kinds;
}

// Successors may stand below the body they succeed, so they are checked when all rows are known.
Status check_successors(const Reference& reference) {
  for (std::size_t i = 0; i < reference.authorities.size(); ++i) {
    const AuthorityInfo& authority = reference.authorities[i];
    if (authority.successor && !reference.authority(*authority.successor))
      return environment_error("reference table authorities.tsv, line " + std::to_string(i + 2) + ", column 13: successor '" +
                               *authority.successor + "' is not in the table; mend corpus/reference/authorities.tsv");
  }
  return success();
}

}  // namespace

const ExemptionInfo* Reference::exemption(std::string_view id) const {
  const auto found = exemption_by_id.find(std::string(id));
  return found == exemption_by_id.end() ? nullptr : &exemptions[found->second];
}

const AuthorityInfo* Reference::authority(std::string_view id) const {
  const auto found = authority_by_id.find(std::string(id));
  return found == authority_by_id.end() ? nullptr : &authorities[found->second];
}

const TopicInfo* Reference::topic(std::string_view id) const {
  for (const TopicInfo& topic : topics)
    if (topic.id == id) return &topic;
  return nullptr;
}

std::vector<std::string> Reference::exemption_and_parents(std::string_view id) const {
  std::vector<std::string> ids{std::string(id)};
  // A parent always stands above its child in the table, so the way up ends.
  for (const ExemptionInfo* row = exemption(id); row && row->parent; row = exemption(*row->parent)) ids.push_back(*row->parent);
  return ids;
}

Result<Reference> parse_reference(const ReferenceTexts& texts) {
  Reference reference;
  for (const TableKind& kind : table_kinds()) {
    const auto text = texts.find(kind.file);
    if (text == texts.end())
      return environment_error("reference table " + std::string(kind.file) + " is missing; it belongs in corpus/reference");
    Table table(kind.file, text->second, kind.columns);
    kind.read(table, reference);
    if (table.error()) return *table.error();
  }
  if (Status checked = check_successors(reference); !checked) return checked.error();
  return reference;
}

const Reference& builtin_reference() {
  // The tables are compiled in and tested; should they not parse, no program that needs them can do anything sensible.
  static const std::unique_ptr<const Reference> reference = [] {
    Result<Reference> parsed = parse_reference(builtin_reference_texts());
    if (!parsed) std::abort();
    auto kept = std::make_unique<Reference>(std::move(parsed).value());
    kept->kept.keep();
    return kept;
  }();
  return *reference;
}

}  // namespace foi
