// The tables of library.sqlite, in one place, and whose database a file is. Internal to library.
#pragma once

#include <array>
#include <filesystem>

#include "indexer/library/sqlite.h"
#include "indexer/model/result.h"

namespace foi::library {

// "FOIL", in the database's header: what tells a library from any other SQLite file.
inline constexpr std::int64_t kApplicationId = 0x464F494C;

// Documents that some source names and nobody removed.
inline constexpr const char* kLiveDocuments =
    "(SELECT id FROM document WHERE EXISTS (SELECT 1 FROM source WHERE source.id = document.id)"
    " AND NOT EXISTS (SELECT 1 FROM removal WHERE removal.id = document.id))";

// Puts in doubt what stands at the places of document ?1, so that the next build reads it again: files look changed, since none has this
// size and time, and what stands inside another comes with the record of that. The document itself stays.
inline constexpr std::array<const char*, 2> kDoubtSources{
    "UPDATE source SET size = 0, mtime_ns = 0, inode = 0 WHERE id = ?1",
    "UPDATE record SET made_from = x'' WHERE id IN (SELECT holder.id FROM source JOIN source AS holder"
    " ON holder.folder = source.folder AND holder.path = source.container WHERE source.id = ?1 AND source.depth > 0)"};

// Library::Mark::kUnfinished, beside every change of sources and records.
inline constexpr const char* kMarkUnfinished = "INSERT OR IGNORE INTO mark (what) VALUES (1)";

// Settings of a connection that writes. The journal stays SQLite's default, one to roll back by, because a write-ahead log could not be
// read from a read-only disk without files beside it. Each commit is made durable with its folder. Deleted rows are overwritten: they may
// hold what someone had removed.
Status prepare_for_writing(const Database& database);
// The same once all is put and each record is read one last time, in the order in which it stands: gives back the memory that putting took.
Status prepare_for_reading_once(const Database& database);
// Makes the tables of an empty database and brings an older format up to date; one of another kind or a newer format is refused. dir is
// named in messages.
Status create_or_check_format(const Database& database, const std::filesystem::path& dir);
// For readers: errors also when the database is still empty.
Status check_format(const Database& database, const std::filesystem::path& dir);
// "no library at DIR; run …"
Error no_library_error(const std::filesystem::path& dir);
// "DIR holds NAME, which …": a folder that must not become a library.
Error foreign_folder_error(const std::filesystem::path& dir, const std::filesystem::path& name);

}  // namespace foi::library
