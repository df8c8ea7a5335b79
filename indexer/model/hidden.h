// Kinds of hidden things (HiddenCount) that someone after extraction tells from the others; kUnseenWords is the other one.
#pragma once

namespace foi {

// Stands beside the pages of a file and is on no picture of them.
inline constexpr const char* kAuthorNamed = "author named in the file's properties";

}  // namespace foi
