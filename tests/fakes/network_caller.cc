// A program as antiword would be, taken over by its document: tries to reach the port of this machine that it is told, and prints what
// came of it. Without a fence it says "reached".
#include <arpa/inet.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

int main(int argc, char** argv) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(argc > 1 ? std::atoi(argv[1]) : 0));
  const int call = ::socket(AF_INET, SOCK_STREAM, 0);
  const bool reached = call >= 0 && ::connect(call, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  std::puts(reached ? "reached" : std::strerror(errno));
  return 0;
}
