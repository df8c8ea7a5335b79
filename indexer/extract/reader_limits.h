// The limits of the programs that read documents, each with its unit and its reason; those their parent holds them to are in
// model/limits.h.
#pragma once

#include <cstddef>

namespace foi::extract {

// -- archives
// Members of one file. Office files hold a few hundred; the bounds keep a hostile one from filling the worker's memory and time.
inline constexpr std::size_t kMaxMembers = 20'000;
// Unpacked bytes of one member and of all that are read together. XML takes about ten times its size to parse.
inline constexpr std::size_t kMaxMemberBytes = 96u << 20;
inline constexpr std::size_t kMaxMembersBytes = 256u << 20;
// How much larger than the whole file its members may be: spreadsheets reach 40, deflate's own limit is 1,032.
inline constexpr std::size_t kMaxExpansion = 300;

// -- trees
// Elements nested deeper are left out: Word itself stays under a hundred even with tables in tables, web pages of any tool too.
inline constexpr int kMaxXmlDepth = 300;
inline constexpr int kMaxHtmlDepth = 300;
// Styles that one style is built on, one on another; people's templates have under ten, and two may name each other.
inline constexpr int kLongestStyleChain = 30;
// Selectors of one style sheet that hide or paint; a framework's has some thousands rules in all.
inline constexpr std::size_t kMostSelectors = 50'000;
// Elements that one selector names in a row; how often one is tried on the elements around an element, and all of them on a page, before
// they are taken to match: some seconds. A framework's sheet on a long page takes some millions.
inline constexpr std::size_t kMostSelectorSteps = 20;
inline constexpr int kMostSelectorTries = 2'000;
inline constexpr long kMostPageTries = 100'000'000;

// -- spreadsheets and what repeats
// Columns and rows a sheet may have: Excel's own bounds.
inline constexpr std::size_t kMaxColumns = 16'384;
inline constexpr long kMaxRows = 1'048'576;
// Rows and cells that repeat one another, as OpenDocument counts them: an empty rest of a sheet repeats a million times.
inline constexpr long kMostRepeats = 1'024;
// Spaces written as one element.
inline constexpr long kMostSpaces = 1'000;

// Hyperlinks of one sheet: Excel's own bound. And areas of more than a few cells that have a link, each of which is tried for every cell.
inline constexpr std::size_t kMostHyperlinks = 65'530;
inline constexpr std::size_t kMostAreas = 100;
// Bytes of what a cell of a listing holds, together no more than limits::kMaxListingCellBytes; and of the heading over a listing.
inline constexpr std::size_t kMaxCellLabelBytes = 200;
inline constexpr std::size_t kMaxCellTextBytes = 5'000;
inline constexpr std::size_t kMaxListingHeadingBytes = 300;

// -- looking at a PDF page without drawing it
// Unpacked bytes of a page's content, which seldom passes 1 MB; a map or a drawing that unpacks to more is drawn to see what it hides.
inline constexpr std::size_t kMaxGlanceBytes = 64u << 20;
// Graphics states saved in one another; producers stay under thirty.
inline constexpr std::size_t kMostSaved = 64;
// Runs of text on one page that are remembered as possibly covered later.
inline constexpr std::size_t kMostRuns = 20'000;
// Parts of one path; a hatched map has more, and is drawn.
inline constexpr std::size_t kMostParts = 10'000;

// -- messages
// Parts of a message in one another, and in all; forwarded messages are attachments and not counted.
inline constexpr int kMaxPartDepth = 50;
inline constexpr std::size_t kMaxParts = 5'000;

}  // namespace foi::extract
