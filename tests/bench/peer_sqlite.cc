// SQLite's full-text search, facets by GROUP BY.
#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>

#include "indexer/model/vocabulary.h"
#include "tests/bench/peers.h"

namespace foi::bench {

namespace fs = std::filesystem;

namespace {

void must(sqlite3* db, int code, const char* what) {
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
  std::fprintf(stderr, "bench_search: SQLite, %s: %s\n", what, sqlite3_errmsg(db));
  std::exit(1);
}

class Statement {
 public:
  Statement(sqlite3* db, const std::string& sql) : db_(db) {
    must(db, sqlite3_prepare_v2(db, sql.c_str(), -1, &statement_, nullptr), sql.c_str());
  }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement() { sqlite3_finalize(statement_); }
  Statement& text(int at, const std::string& value) {
    must(db_, sqlite3_bind_text(statement_, at, value.c_str(), -1, SQLITE_TRANSIENT), "bind");
    return *this;
  }
  Statement& number(int at, std::int64_t value) {
    must(db_, sqlite3_bind_int64(statement_, at, value), "bind");
    return *this;
  }
  bool row() {
    const int code = sqlite3_step(statement_);
    must(db_, code, "step");
    return code == SQLITE_ROW;
  }
  std::uint64_t count(int column) { return static_cast<std::uint64_t>(sqlite3_column_int64(statement_, column)); }
  void again() { sqlite3_reset(statement_); }

 private:
  sqlite3* db_;
  sqlite3_stmt* statement_ = nullptr;
};

void run(sqlite3* db, const char* sql) { must(db, sqlite3_exec(db, sql, nullptr, nullptr, nullptr), sql); }

void write(sqlite3* db, const EachLetter& letters) {
  run(db,
      "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;"
      "CREATE VIRTUAL TABLE words USING fts5(title, body, tokenize='porter unicode61');"
      "CREATE TABLE letter(id INTEGER PRIMARY KEY, authority TEXT, year INT, outcome TEXT);"
      "CREATE TABLE exemption(letter INT, code TEXT); CREATE TABLE topic(letter INT, code TEXT);");
  Statement word(db, "INSERT INTO words(rowid, title, body) VALUES(?,?,?)"), row(db, "INSERT INTO letter VALUES(?,?,?,?)"),
      exemption(db, "INSERT INTO exemption VALUES(?,?)"), topic(db, "INSERT INTO topic VALUES(?,?)");
  std::int64_t id = 0;
  letters([&](const Published& letter) {
    ++id;
    auto put = [](Statement& statement) {
      statement.row();
      statement.again();
    };
    put(word.number(1, id).text(2, letter.record.title).text(3, body_of(letter)));
    put(row.number(1, id)
            .text(2, letter.record.authority->id)
            .number(3, year_of(letter))
            .text(4, std::string(name_of(letter.record.outcome))));
    for (const Citation& citation : letter.record.exemptions) put(exemption.number(1, id).text(2, citation.id));
    for (const std::string& one : letter.record.topics) put(topic.number(1, id).text(2, one));
  });
  run(db,
      "CREATE INDEX by_authority ON letter(authority); CREATE INDEX by_exemption ON exemption(code);"
      "CREATE INDEX exemption_of ON exemption(letter, code); CREATE INDEX topic_of ON topic(letter, code);"
      "COMMIT; ANALYZE;");
}

class SqlitePeer final : public Engine {
 public:
  explicit SqlitePeer(sqlite3* db) : db_(db) {
    run(db_, "PRAGMA cache_size=-400000; PRAGMA temp_store=MEMORY; CREATE TEMP TABLE found(id INTEGER PRIMARY KEY);");
  }
  SqlitePeer(const SqlitePeer&) = delete;
  SqlitePeer& operator=(const SqlitePeer&) = delete;
  ~SqlitePeer() override { sqlite3_close(db_); }
  std::string name() const override { return "SQLite FTS5, GROUP BY"; }
  Answer ask(const corpus::SyntheticQuery& query, bool faceted) override {
    Answer out;
    out.milliseconds = milliseconds([&] {
      best_ten(query);
      if (!faceted) return;
      find(query);
      Statement total(db_, "SELECT count(*) FROM found");
      total.row();
      out.total = total.count(0);
      for (const char* sql : {"SELECT count(*) FROM found JOIN letter USING(id) GROUP BY authority",
                              "SELECT count(*) FROM found JOIN letter USING(id) GROUP BY year",
                              "SELECT count(*) FROM found JOIN letter USING(id) GROUP BY outcome",
                              "SELECT count(*) FROM found JOIN exemption ON letter=id GROUP BY code",
                              "SELECT count(*) FROM found JOIN topic ON letter=id GROUP BY code"}) {
        Statement facet(db_, sql);
        while (facet.row()) out.counts += facet.count(0);
      }
    });
    return out;
  }

 private:
  static std::string match_of(const corpus::SyntheticQuery& query) {
    std::string out;
    for (const std::string& word : query.words)
      out += (out.empty() ? "" : query.form == corpus::SyntheticQuery::Form::kAny ? " OR " : " ") + word;
    return query.form == corpus::SyntheticQuery::Form::kPhrase ? '"' + out + '"' : out;
  }
  static std::string filters(const corpus::SyntheticQuery& query, const char* id) {
    std::string out;
    if (!query.authority.empty()) out += " AND " + std::string(id) + " IN (SELECT id FROM letter WHERE authority=:authority)";
    if (!query.exemption.empty()) out += " AND " + std::string(id) + " IN (SELECT letter FROM exemption WHERE code=:exemption)";
    return out;
  }
  void bind(Statement& statement, const corpus::SyntheticQuery& query) {
    int at = 1;
    if (!query.words.empty()) statement.text(at++, match_of(query));
    if (!query.authority.empty()) statement.text(at++, query.authority);
    if (!query.exemption.empty()) statement.text(at++, query.exemption);
  }
  void best_ten(const corpus::SyntheticQuery& query) {
    Statement best(db_, query.words.empty()
                            ? "SELECT id FROM letter WHERE 1" + filters(query, "id") + " ORDER BY year DESC LIMIT 10"
                            : "SELECT rowid FROM words WHERE words MATCH :match" + filters(query, "rowid") + " ORDER BY rank LIMIT 10");
    bind(best, query);
    while (best.row()) (void)best.count(0);
  }
  void find(const corpus::SyntheticQuery& query) {
    run(db_, "DELETE FROM found");
    Statement all(db_, query.words.empty()
                           ? "INSERT INTO found SELECT id FROM letter WHERE 1" + filters(query, "id")
                           : "INSERT INTO found SELECT rowid FROM words WHERE words MATCH :match" + filters(query, "rowid"));
    bind(all, query);
    all.row();
  }

  sqlite3* db_;
};

}  // namespace

std::unique_ptr<Engine> sqlite_peer(const fs::path& dir, const EachLetter& letters) {
  const bool there = fs::exists(dir / "letters.db");
  if (!there) fs::create_directories(dir);
  sqlite3* db = nullptr;
  must(db, sqlite3_open((dir / "letters.db").c_str(), &db), "open");
  if (!there) write(db, letters);
  return std::make_unique<SqlitePeer>(db);
}

}  // namespace foi::bench
