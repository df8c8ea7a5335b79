#include "server/png.h"

#include <zlib.h>

#include <cstdint>
#include <cstring>
#include <new>
#include <string_view>

namespace foi::server {
namespace {

// Pages compress to a tenth at any level; the higher ones take ten times as long for a few per cent.
constexpr int kLevel = 4;

void add_u32(std::string& out, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<char>((value >> shift) & 0xff));
}

void add_chunk(std::string& out, std::string_view type, std::string_view data) {
  add_u32(out, static_cast<std::uint32_t>(data.size()));
  const std::size_t begin = out.size();
  out.append(type).append(data);
  const auto* bytes = reinterpret_cast<const Bytef*>(out.data() + begin);
  add_u32(out, static_cast<std::uint32_t>(::crc32(0, bytes, static_cast<uInt>(out.size() - begin))));
}

// Each row begins with the number of its filter: 0, none.
std::string rows_of(const extract::GreyImage& image) {
  const auto width = static_cast<std::size_t>(image.width), height = static_cast<std::size_t>(image.height);
  std::string rows((width + 1) * height, '\0');
  for (std::size_t y = 0; y < height; ++y) std::memcpy(&rows[y * (width + 1) + 1], &image.pixels[y * width], width);
  return rows;
}

std::string deflated(const std::string& bytes) {
  uLongf size = ::compressBound(static_cast<uLong>(bytes.size()));
  std::string out(size, '\0');
  const int done = ::compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
                               static_cast<uLong>(bytes.size()), kLevel);
  if (done != Z_OK) throw std::bad_alloc();  // the buffer is as large as it may become
  out.resize(size);
  return out;
}

}  // namespace

std::string encode_png(const extract::GreyImage& image) {
  std::string head;
  add_u32(head, static_cast<std::uint32_t>(image.width));
  add_u32(head, static_cast<std::uint32_t>(image.height));
  head.append({8, 0, 0, 0, 0});  // bits, grey, and the only compression, filters and order there are
  std::string out("\x89PNG\r\n\x1a\n");
  add_chunk(out, "IHDR", head);
  add_chunk(out, "IDAT", deflated(rows_of(image)));
  add_chunk(out, "IEND", {});
  return out;
}

}  // namespace foi::server
