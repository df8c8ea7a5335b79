// The limits of the server, each with its unit and its reason; those of searching itself are in indexer/model/limits.h.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace foi::server::limits {

// -- connections
// Threads that serve connections. A connection owns one while it lasts, so this is how many people can be slow at once.
inline constexpr std::size_t kThreads = 1024;
// Connections above which the idle ones are let go sooner, so that a new visitor never waits for a thread; and how soon then.
inline constexpr std::size_t kCrowded = 768;
inline constexpr std::chrono::milliseconds kKeepAliveCrowded{100};
// Connections the kernel may hold for us until a thread is free; the library compiles in 5, which drops visitors under any burst.
inline constexpr int kListenBacklog = 1024;
// Connections one address may hold, so that a single visitor cannot take every thread. Loopback and the trusted proxy are exempt.
inline constexpr std::size_t kConnectionsPerAddress = 64;
// How long an idle connection keeps its thread.
inline constexpr std::chrono::milliseconds kKeepAlive{2'000};
// The longest wait for more bytes of a request, and for the whole of its head: a client that drips a byte a second is let go.
inline constexpr std::chrono::milliseconds kReadTimeout{2'000};
inline constexpr std::chrono::milliseconds kRequestDeadline{5'000};
// The longest wait for a client that does not take what we send.
inline constexpr std::chrono::milliseconds kWriteTimeout{5'000};
// The longest one answer may take to send: an original of 512 MB at 2 MB/s, and no reader of a byte a second.
inline constexpr std::chrono::milliseconds kAnswerDeadline{300'000};
// Requests answered on one connection before it is closed; high, because opening one is what costs.
inline constexpr std::size_t kRequestsPerConnection = 1'000'000;
// Bytes of one request: line, headers and a body nobody reads. Browsers stop at about 16 kB of headers.
inline constexpr std::size_t kMaxRequestBytes = 64u << 10;
// A request that announces a longer body than this is refused by 413, in bytes. Nothing we serve reads a body yet.
inline constexpr std::uint64_t kMaxBodyBytes = 16u << 10;
// How long, and how many bytes, a connection is drained after a refusal so that the answer is not lost with it.
inline constexpr std::chrono::milliseconds kLingerTimeout{500};
inline constexpr std::size_t kLingerBytes = 256u << 10;
// How long requests under way may finish once the server is told to stop.
inline constexpr std::chrono::milliseconds kStopGrace{3'000};

// -- requests
// Code points of a query, and values of all filters together: far above what a person writes, far below what hurts.
inline constexpr std::size_t kMaxQueryCodePoints = 1'000;
inline constexpr std::size_t kMaxFilterValues = 100;
// Results a page of the API, and values of a facet.
inline constexpr std::size_t kDefaultLimit = 20;
inline constexpr std::size_t kMaxLimit = 100;
inline constexpr std::size_t kDefaultFacetLimit = 100;
inline constexpr std::size_t kMaxFacetLimit = 1'000'000;
// The last page of results a person can turn to; everything beyond comes from the API, by cursor.
inline constexpr std::size_t kMaxResultPage = 500;
inline constexpr int kFirstYear = 1990, kLastYear = 2100;
// How long a search runs before it answers with what it has. Words people type take a tenth of it over 100,000 letters; hundreds of
// wildcards or phrases would take many times as long. The clock is asked between pieces of work, of which none takes a tenth of it.
inline constexpr std::chrono::milliseconds kSearchTime{1'000};
// How long one runs that is of no use unless it is whole (a feed, an export, a list) before it is refused.
inline constexpr std::chrono::milliseconds kWholeTime{10'000};
// How long a search runs before those who wait for one of the searching slots (one a core) go first, and how long it may wait in all until
// it goes on: what is to be whole waits longer.
inline constexpr std::chrono::milliseconds kSearchSlice{100};
inline constexpr std::chrono::milliseconds kSearchPauses{5'000};
inline constexpr std::chrono::milliseconds kWholePauses{60'000};
// How long a search may wait for its first slot before the visitor is told to come back, and how many may: on two cores each has had its
// slice by then.
inline constexpr std::chrono::milliseconds kSearchWait{5'000};
inline constexpr std::size_t kSearchesWaiting = 100;

// Suggestions of one kind, and how many letters an export reads at once: enough to be quick, little to hold.
inline constexpr std::size_t kSuggestions = 5;
// Letters looked at for each title suggested: many bear the same one.
inline constexpr std::size_t kLettersOfATitle = 4;
inline constexpr std::size_t kExportBatch = 50;
// The longest wait until a client has taken one chunk of an export.
inline constexpr std::chrono::milliseconds kChunkDeadline{30'000};
// Requests one address may make in a window: ten a second, for as long as one likes. And addresses told apart: 100 bytes each.
inline constexpr std::size_t kRateLimit = 600;
inline constexpr std::chrono::seconds kRateWindow{60};
inline constexpr std::size_t kRateAddresses = 50'000;

// -- pictures of pages
// Widths they come in, in pixels: a thumbnail, a telephone, a page beside its text, a page to read closely.
inline constexpr std::array kImageWidths{240, 480, 800, 1200, 1600};
inline constexpr int kImageWidth = 800;
// Bytes and number of pictures kept in memory: a page of 800 pixels takes 40 to 150 kB.
inline constexpr std::size_t kImageCacheBytes = 64u << 20;
inline constexpr std::size_t kImageCacheEntries = 4'000;
// Drawings that may wait for a worker, and how long: a browser asks for six at a time.
inline constexpr std::size_t kImagesWaiting = 32;
inline constexpr std::chrono::milliseconds kImageWait{4'000};
// OCR that is less sure of a page or of a word may have misread a name, which then nobody masked. 0 to 1; letters read well have 0.93.
inline constexpr float kImageLeastConfidence = 0.80f;
inline constexpr float kImageLeastWordConfidence = 0.60f;

// -- pages for people
// Values of a facet shown before "Show more", and at most.
inline constexpr std::size_t kFacetFirst = 10;
inline constexpr std::size_t kFacetShown = 100;
// Examples of each kind, and newest letters, on the empty search page.
inline constexpr std::size_t kExamples = 5;
inline constexpr std::size_t kNewest = 5;
// Pages of a document shown at once, and bytes of one page's text: a long spreadsheet must not freeze a telephone.
inline constexpr std::uint32_t kPagesShown = 50;
inline constexpr std::size_t kPageTextShown = 256u << 10;
// Bytes of a question that may stand in bold; a page of bold is no emphasis.
inline constexpr std::size_t kShortQuestion = 300;
// Bytes of an answer above which only its beginning is shown at first, and how much of it.
inline constexpr std::size_t kLongAnswer = 700;
inline constexpr std::size_t kAnswerBeginning = 360;
// Related documents named, quotes given for one exemption, exemptions shown with one result.
inline constexpr std::size_t kRelatedShown = 30;
inline constexpr std::size_t kQuotesShown = 5;
inline constexpr std::size_t kExemptionsOnResult = 6;

// -- measurements
// Reasons of failure told apart: they are few by their making, and should a library name things in its own, the rest is one line.
inline constexpr std::size_t kFailureReasons = 50;

// -- editions
// Editions one request may be begun in again because each was overtaken: builds take longer than requests, so the second try is good.
inline constexpr int kEditionTries = 5;
// How often we look whether a new generation was published.
inline constexpr std::chrono::milliseconds kWatchInterval{1'000};

}  // namespace foi::server::limits
