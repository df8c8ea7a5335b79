# Writes OUTPUT, a C++ source that holds each of FILES (paths below ROOT) as text. Called by CMakeLists.txt beside this file.
# Compilers cap one string literal at 64 KiB in the standard; gcc and clang take far more, and no file here comes near.
set(entries "")
foreach(name ${FILES})
  file(READ ${ROOT}/${name} text)
  file(SHA256 ${ROOT}/${name} hash)
  string(SUBSTRING ${hash} 0 12 hash)
  string(APPEND entries "    {\"${name}\", R\"web(${text})web\", \"${hash}\"},\n")
endforeach()
file(WRITE ${OUTPUT}
"// Made by embed_web.cmake from web/.
#include \"server/assets.h\"

namespace foi::server {

namespace {
constexpr WebFile kFiles[] = {
${entries}};
}  // namespace

std::span<const WebFile> web_files() { return kFiles; }

}  // namespace foi::server
")
