// A request and its answer as handlers see them: no sockets, no HTTP library. Value types; thread safety as of values.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foi::server {

struct Call {
  std::string method;         // "GET"
  std::string target;         // as sent: path and query, still percent-encoded
  std::string if_none_match;  // the header, or empty
  std::string accept{};       // the header, or empty
  std::string caller{};       // address whose requests are counted; empty where they are not
  std::chrono::steady_clock::time_point arrived{};
};

// An open file to send, closed with the last copy of the answer.
class File {
 public:
  // Takes the descriptor over.
  File(int descriptor, std::uint64_t bytes) : descriptor_(descriptor), bytes_(bytes) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File();
  int descriptor() const { return descriptor_; }
  std::uint64_t bytes() const { return bytes_; }

 private:
  int descriptor_;
  std::uint64_t bytes_;
};

// A body that is made while it is sent. Thread safety: one at a time.
class Stream {
 public:
  virtual ~Stream() = default;
  // The next bytes; empty at the end. Nothing when it cannot go on: then the connection is cut, so that a part does not pass for the whole.
  virtual std::optional<std::string> next() = 0;
};

struct Answer {
  int status = 200;
  std::string content_type{};  // empty when there is no body
  std::string body{};
  std::shared_ptr<const File> file{};                          // sent instead of body when set
  std::shared_ptr<Stream> stream{};                            // likewise
  std::vector<std::pair<std::string, std::string>> headers{};  // beside the ones every answer carries
  // The pattern of the route that answered ("/d/{id}"): what the access log prints in place of the path.
  std::string_view route = "-";
};

// Why a request cannot be answered: the one error shape (RFC 9457 for the API, a page for people).
struct Problem {
  int status = 400;
  std::string title{};                 // a few words: "Unknown parameter"
  std::string detail{};                // one sentence for people: what, which, what to do
  std::string parameter{};             // the parameter at fault, or empty
  std::string value{};                 // the value at fault, or empty
  std::vector<std::string> nearest{};  // what may have been meant, nearest first
  std::string successor{};             // id of the document that took the place of the one asked for, or empty
};

}  // namespace foi::server
