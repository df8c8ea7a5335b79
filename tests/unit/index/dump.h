// All that an index says, as one text that does not depend on document numbers: two indexes are the same when their dumps are.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <map>
#include <sstream>
#include <string>

namespace foi::index::made {

// The term that names a document in its database: Q and its key, or T for the blank.
inline std::string name_of(const Xapian::Document& document) {
  std::string name;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    if ((*term)[0] == 'Q' || *term == "Tblank") name = *term;
  return name;
}

inline std::string dump_document(const Xapian::Database& database, Xapian::docid number) {
  std::ostringstream out;
  const Xapian::Document document = database.get_document(number);
  out << "length " << database.get_doclength(number) << "\n";
  for (auto term = database.termlist_begin(number); term != database.termlist_end(number); ++term) {
    out << *term << " " << term.get_wdf() << " of " << term.get_termfreq() << ":";
    for (auto at = database.positionlist_begin(number, *term); at != database.positionlist_end(number, *term); ++at) out << " " << *at;
    out << "\n";
  }
  for (auto value = document.values_begin(); value != document.values_end(); ++value)
    out << "slot " << value.get_valueno() << " " << *value << "\n";
  out << "data " << document.get_data() << "\n";
  return out.str();
}

inline std::string dump_database(const std::filesystem::path& path) {
  const Xapian::Database database(path.string());
  std::map<std::string, std::string> documents;
  for (auto number = database.postlist_begin(""); number != database.postlist_end(""); ++number)
    documents[name_of(database.get_document(*number))] = dump_document(database, *number);
  std::ostringstream out;
  out << database.get_doccount() << " documents, " << database.get_total_length() << " words\n";
  for (const auto& [name, text] : documents) out << "== " << name << "\n" << text;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term)
    out << "term " << *term << " " << term.get_termfreq() << " " << database.get_collection_freq(*term) << "\n";
  for (auto word = database.spellings_begin(); word != database.spellings_end(); ++word)
    out << "spelling " << *word << " " << word.get_termfreq() << "\n";
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
    out << "metadata " << *key << " " << database.get_metadata(*key) << "\n";
  return out.str();
}

inline std::string dump(const std::filesystem::path& generation) {
  std::string out;
  for (const char* part : {"letters", "questions", "pages"}) out += std::string("# ") + part + "\n" + dump_database(generation / part);
  return out;
}

}  // namespace foi::index::made
