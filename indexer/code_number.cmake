# Writes OUTPUT, a C++ source with the digest of FILES: equal digests, equal records and index of equal documents. Called by
# CMakeLists.txt beside this file.
set(digests "")
foreach(file ${FILES})
  file(SHA256 ${file} digest)
  string(APPEND digests "${digest}")
endforeach()
string(SHA256 digest "${digests}")
string(SUBSTRING ${digest} 0 16 digest)
file(WRITE ${OUTPUT}
"// Made by code_number.cmake.
#include \"indexer/code_number.h\"

namespace foi {

std::string_view code_number() { return \"${digest}\"; }

}  // namespace foi
")
