// Colours as files say them, and when letters cannot be told from what they stand on. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace foi::extract {

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Colour&) const = default;
};

inline constexpr Colour kBlack{0, 0, 0}, kWhite{255, 255, 255};

// What letters or their ground are painted with.
struct Paint {
  enum class Kind : std::uint8_t {
    kUnsaid,   // what is around it counts
    kUnknown,  // a picture, a pattern, a colour that another file says, letters that turn white on a dark ground by themselves
    kColour,
  };
  Kind kind = Kind::kUnsaid;
  Colour colour;

  Paint() = default;
  Paint(Colour is) : kind(Kind::kColour), colour(is) {}  // NOLINT(google-explicit-constructor): a colour is a paint
  static Paint unknown();
  bool operator==(const Paint&) const = default;
  bool said() const { return kind != Kind::kUnsaid; }
  bool is(Colour other) const { return kind == Kind::kColour && colour == other; }
  Paint or_else(const Paint& around) const { return said() ? *this : around; }
};

// Both are known, and nearly the same.
bool unreadable(const Paint& letters, const Paint& ground);

// "FFFFFF", "#ffffff", "#fff", and of eight digits the last six as office files have them (the first two are how opaque it is).
std::optional<Colour> hex_colour(std::string_view digits);
// The commonest names of colours in style sheets, in any case. Word and DrawingML mean the same by those they share, but for Word's green.
std::optional<Colour> named_colour(std::string_view name);

}  // namespace foi::extract
