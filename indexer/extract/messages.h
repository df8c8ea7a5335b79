// Messages with descriptors between a parent and its nursery (nursery.h), over a socket of type SOCK_SEQPACKET. Both sides link this.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/descriptor.h"

namespace foi::extract {

// Bytes of one message: a worker's arguments at their longest.
inline constexpr std::size_t kMaxMessageBytes = 8'192;
// Descriptors of one message: a document and a pipe.
inline constexpr std::size_t kMaxMessageDescriptors = 2;

// What a nursery says; nursery.h has the conversation.
inline constexpr std::string_view kNurseryReady = "ready";
inline constexpr std::string_view kNurseryBorn = "born";
inline constexpr std::string_view kNurseryBarren = "barren";

struct Message {
  std::string bytes;
  std::vector<Descriptor> descriptors;  // close-on-exec
};

// False when the other side is gone or the message is too large.
bool send_message(int socket, std::string_view bytes, const std::vector<int>& descriptors);
// Waits for a message; nothing when the other side is gone, or has sent what is too large.
std::optional<Message> receive_message(int socket);

}  // namespace foi::extract
