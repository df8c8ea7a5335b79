// What parent and worker say to each other; both sides include this file.
//
// The worker is started with the document open at kDocumentDescriptor (read-only, seekable) and a pipe to the parent at kReplyDescriptor;
// its arguments say the rest. Standard streams lead nowhere. The worker sends frames, in this order:
//   kReady, kDocument, then any of kPage (ascending numbers), kHidden, kNote, kListing, kCellLink, kLeftOut and kMember, each kMember
//   followed at once by the kMemberBytes that make it whole, and at last kDone; or kFailure at any point, the last frame.
// A frame: u32 length of the payload, u8 type, payload. Numbers are little-endian; payloads are written with ByteWriter.
// A worker that draws sends one kPicture after kDocument, and none of the others.
// A worker started with --check reads no document and sends kReady and kDone, or kFailure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace foi::extract {

inline constexpr int kDocumentDescriptor = 3;
inline constexpr int kReplyDescriptor = 4;
inline constexpr std::size_t kFrameHeaderBytes = 5;

enum class FrameType : std::uint8_t {
  kReady = 1,     // u8 ReadyState
  kDocument = 2,  // string media type, u32 number of pages that will follow, string engine versions
  kPage = 3,      // u8: 1 when the page should be read by OCR (its source is kText if its own text may stand should that fail, else kNone);
                  // then a Page as codec.h writes it
  kHidden = 4,    // string what, u32 count
  kNote = 5,      // u32 page (0: the document), string what
  kDone = 6,      // nothing
  kFailure = 7,   // u8 Fault, string message
  kMember = 8,    // string name, u64 bytes: a document inside this one
  kMemberBytes = 9,  // the next of its bytes, as they are
  kPicture = 10,     // u32 width, u32 height, then width times height bytes, rows from the top, 0 black
  kListing = 11,     // a Listing as codec.h writes it; a text worker's only
  kCellLink = 12,    // a CellLink as codec.h writes it, of one of the pages announced; a text worker's only
  kLeftOut = 13,     // string name: a document inside this one that is not sent; a text worker's only
};

enum class ReadyState : std::uint8_t {
  kOpen = 0,              // no sandbox: it was told not to
  kShut = 1,              // may still read fonts, fontconfig and poppler-data
  kShutWithoutFiles = 2,  // the kernel has no Landlock, so nothing at all may be opened
};

inline std::string frame_bytes(FrameType type, std::string_view payload) {
  std::string bytes(kFrameHeaderBytes, '\0');
  for (unsigned i = 0; i < 4; ++i) bytes[i] = static_cast<char>((payload.size() >> (8 * i)) & 0xff);
  bytes[4] = static_cast<char>(type);
  return bytes.append(payload);
}

}  // namespace foi::extract
