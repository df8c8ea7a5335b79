# Writes OUTPUT, a C++ source that holds each of TABLES as text. Called by CMakeLists.txt beside this file.
set(entries "")
foreach(table ${TABLES})
  get_filename_component(name ${table} NAME)
  file(READ ${table} text)
  string(APPEND entries "      {\"${name}\", R\"reference(${text})reference\"},\n")
endforeach()
file(WRITE ${OUTPUT}
"// Made by embed_reference.cmake from corpus/reference.
#include \"indexer/model/reference.h\"

namespace foi {

const ReferenceTexts& builtin_reference_texts() {
  static const ReferenceTexts texts{
${entries}  };
  return texts;
}

}  // namespace foi
")
