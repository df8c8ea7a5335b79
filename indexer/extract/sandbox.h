// How a worker gives up its rights. Called once each, in this order, while the process has one thread; neither can be undone.
#pragma once

#include <cstdint>

#include "indexer/model/limits.h"
#include "indexer/model/result.h"

namespace foi::extract {

struct Resources {
  std::uint64_t address_space_bytes = limits::kWorkerAddressSpaceBytes;
  std::uint64_t cpu_seconds = limits::kWorkerCpuSeconds;
};

// Address space, CPU time, files, core dumps; and an end together with the parent. What a worker opens before the shut it opens under
// these. In sanitized builds address space and file size stay free, since the sanitizers' own maps and reports need them. Errors:
// kEnvironment.
Status limit_resources(const Resources& resources = {});

enum class Shut {
  kFontsReadable,  // Landlock lets fonts, fontconfig and poppler-data be read, and nothing else
  kNothingOpens,   // the kernel has no Landlock: every open is refused
};

// From here on: no new privileges, no network, no processes or threads, no file written, created, removed or executed, no new executable
// memory, no other process touched; of the file system only what Shut says can be read. Descriptors open already stay open: reading them
// is allowed, writing only to the standard streams and kReplyDescriptor. What is refused fails with an error number; what no reader of
// documents ever asks for ends the process with SIGSYS.
// Errors: kEnvironment, when the kernel has no seccomp filters.
Result<Shut> shut_sandbox();

}  // namespace foi::extract
