// The limits of the indexer, each with its unit and its reason: what bounds time, memory and disk, and what is cut off where there is more.
// Those of the programs that read documents are in extract/reader_limits.h, those of the messages between processes in extract/messages.h;
// numbers that only judge text, such as how long a heading is, stand beside what they judge.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace foi::limits {

// The largest file read, in bytes. Published responses seldom pass 50 MB; a larger file is named and skipped.
inline constexpr std::uint64_t kMaxDocumentBytes = 512ull << 20;
// A manifest.csv: bytes, rows that count, and remarks on rows that make no sense. The log of 100,000 files takes some 25 MB, and one that
// is no manifest at all goes wrong in every row.
inline constexpr std::uint64_t kMaxManifestBytes = 32ull << 20;
inline constexpr std::size_t kMaxManifestRows = 250'000;
inline constexpr std::size_t kMaxManifestRemarks = 50;
// The most pages of one document that are read; the rest is noted. The longest disclosure seen had about 2,000.
inline constexpr std::uint32_t kMaxPages = 5'000;
// The most text of one page and of one document, in bytes of UTF-8: what a full sheet of a spreadsheet holds, many times over.
inline constexpr std::size_t kMaxPageTextBytes = 8u << 20;
inline constexpr std::size_t kMaxDocumentTextBytes = 128u << 20;
// The most words with boxes on one page: a newspaper page has under 20,000.
inline constexpr std::size_t kMaxPageWords = 200'000;
// One frame from a worker, in bytes: a page at its largest with its words.
inline constexpr std::size_t kMaxFrameBytes = 32u << 20;
// Everything one worker may send, in bytes.
inline constexpr std::size_t kMaxWorkerOutputBytes = 512u << 20;
// Documents inside a document (members of a ZIP file, attachments): how many, bytes of one and of all, and how deep in one another. A
// disclosure is published as one ZIP of some dozens of files; one member is held in memory at a time.
inline constexpr std::uint32_t kMaxMembers = 1'000;
inline constexpr std::uint64_t kMaxMemberBytes = 64ull << 20;
inline constexpr std::uint64_t kMaxMembersBytes = 384ull << 20;
inline constexpr std::uint32_t kMaxMemberDepth = 3;
// Bytes of a member's name: a path as long as file systems allow a name.
inline constexpr std::size_t kMaxMemberNameBytes = 255;
// Bytes of a member sent in one frame.
inline constexpr std::size_t kMemberChunkBytes = 1u << 20;
// Fields of one row of a CSV file: the columns of an Excel sheet. A field takes a string's size however short it is.
inline constexpr std::size_t kMaxCsvFields = 16'384;
// Listings of a web page (document.h): rows of all, cells of one row, bytes of one cell and of all. The log of a large council's answers of
// ten years has some 10,000 rows of a dozen cells; a request is quoted in a few thousand bytes.
inline constexpr std::size_t kMaxListingRows = 20'000;
inline constexpr std::size_t kMaxListingCells = 40;
inline constexpr std::size_t kMaxListingCellBytes = 8'000;
inline constexpr std::size_t kMaxListingsBytes = 16u << 20;
// Links of one cell of a listing or a sheet, bytes of one, and links of all the sheets of a workbook: two for each row of the longest
// listing.
inline constexpr std::size_t kMaxLinksOfCell = 4;
inline constexpr std::size_t kMaxLinkBytes = 700;
inline constexpr std::size_t kMaxCellLinks = 40'000;
// Entries of one disclosure log that become documents, and the bytes of one: a record each, and a file each in the library's originals.
inline constexpr std::size_t kMaxLogEntries = 10'000;
inline constexpr std::size_t kMaxLogEntryBytes = 16'000;
// The longest a worker may take to become ready, to give the next page of text, and to OCR the next page.
inline constexpr std::chrono::seconds kWorkerStartDeadline{20};
inline constexpr std::chrono::seconds kTextPageDeadline{30};
inline constexpr std::chrono::seconds kOcrPageDeadline{120};
// The longest one worker may run in all, however busy it looks.
inline constexpr std::chrono::seconds kTextDocumentDeadline{180};
// From a worker's last frame to its end, which is only the kernel taking its memory back.
inline constexpr std::chrono::seconds kWorkerEndDeadline{5};
// Notes and counts of hidden things one worker may send, and the bytes of one: a few for each page, a line each.
inline constexpr std::uint32_t kMaxWorkerNotes = 20'000;
inline constexpr std::size_t kMaxNoteBytes = 500;
// Bytes of a media type (RFC 6838 allows 127 each side of the slash).
inline constexpr std::size_t kMaxMediaTypeBytes = 255;
// Address space and CPU time of a worker: Tesseract at 200 dpi needs under 1 GiB, Poppler at most as much for a page.
inline constexpr std::uint64_t kWorkerAddressSpaceBytes = 3ull << 30;
inline constexpr std::uint64_t kWorkerCpuSeconds = 600;
// Descriptors a worker may have: its own five, and what fontconfig, Poppler and the OCR models open for a moment.
inline constexpr std::uint64_t kWorkerDescriptors = 64;
// A foreign program behind a fence (antiword): its address space, its descriptors (standard streams, the document, its tables, and what the
// loader opens), and how long it may take over one document.
inline constexpr std::uint64_t kFencedAddressSpaceBytes = 512ull << 20;
inline constexpr std::uint64_t kFencedDescriptors = 16;
inline constexpr std::chrono::seconds kFencedDeadline{5};
// Resolution pages are rendered at for OCR, dots an inch, and for the second try when confidence is low (measured: noise reads better).
inline constexpr int kOcrDpi = 200;
inline constexpr int kOcrRetryDpi = 150;
// Mean word confidence below which a second try is worth its time, 0 to 1.
inline constexpr float kOcrLowConfidence = 0.70f;
// Pixels of a rendered page; a page of more is rendered smaller. A0 at 200 dpi has 62 million.
inline constexpr std::uint64_t kMaxRenderPixels = 64'000'000;
// Pixels of an image file; A0 scanned at 300 dpi has 140 million, and a decoded pixel takes four bytes.
inline constexpr std::uint64_t kMaxPicturePixels = 150'000'000;
// A page drawn for people: its width and its pixels, at most; how long the worker may take, of clock and of CPU, and how much memory. A
// large scan takes a second. These pages are asked for by anyone, so the bounds are narrower than those of reading.
inline constexpr int kMaxDrawnWidth = 1'600;
inline constexpr std::uint64_t kMaxDrawnPixels = 12'000'000;
inline constexpr std::chrono::seconds kDrawDeadline{10};
inline constexpr std::uint64_t kDrawCpuSeconds = 10;
inline constexpr std::uint64_t kDrawAddressSpaceBytes = 1536ull << 20;
// Pages one OCR worker takes: enough to pay for loading the model, few enough to share a long scan between cores.
inline constexpr std::uint32_t kOcrChunkPages = 6;
// Pages of one document at which an OCR worker may die or hang before the rest is given up: each may cost a page's whole deadline.
inline constexpr std::uint32_t kMaxLostOcrPages = 16;
// The part of a folder's documents that may vanish in one build without --allow-removals.
inline constexpr double kMaxUnconfirmedRemovals = 0.1;
// The most questions taken from one letter; the longest seen had about 80.
inline constexpr std::size_t kMaxQuestions = 300;
// The most of a question, of its heading and of its answer kept in the record, in bytes; the pages have the rest.
inline constexpr std::size_t kMaxQuestionBytes = 8'000;
inline constexpr std::size_t kMaxQuestionHeadingBytes = 300;
inline constexpr std::size_t kMaxAnswerBytes = 32'000;
// The most codes read from one document (the longest lists of exemptions have about 200), and places kept of each.
inline constexpr std::size_t kMaxCodesCited = 5'000;
inline constexpr std::size_t kMaxPlacesOfCode = 50;
// The longest search text, in bytes: several sentences; whole requests go to the search for precedents.
inline constexpr std::size_t kMaxQueryBytes = 2'000;
// The most values of one filter: every authority of one type, and more than a person picks.
inline constexpr std::size_t kMaxFilterValues = 500;
// Results of one answer: a page to read, and the next begins at a cursor.
inline constexpr std::size_t kMaxResults = 100;
// Words one wildcard stands for, the most frequent first: without a bound "con*" alone takes most of a second.
inline constexpr std::uint32_t kMaxWildcardWords = 100;
// Words of all wildcards of a query together.
inline constexpr std::size_t kMaxWildcardWordsTogether = 1'000;
// Terms of the index that are read to find them, for all of a query: every word of a million letters about once.
inline constexpr std::size_t kMaxTermsRead = 1'000'000;
// Misspelt words of a query that a better one is looked for: each takes up to milliseconds.
inline constexpr std::size_t kMaxRespelt = 10;
// Idle handles of an index that are kept; each holds a dozen descriptors.
inline constexpr std::size_t kMaxIdleHandles = 8;

}  // namespace foi::limits
