// A letter → the bytes of its file.
#pragma once

#include <string>

#include "corpus/make/letter.h"
#include "indexer/model/result.h"

namespace foi::corpus {

// By the key "format": pdf, pdf-unembedded, scan, mixed (pages in scan_pages are scanned, the others drawn without embedded fonts), docx,
// xlsx, odt, ods, pptx, doc (Word 95, words alone), picture (PNG, JPEG or TIFF, by the file's name, scanned), zip, text (the body as it
// stands: TXT, Markdown, CSV, HTML, e-mail). Errors: kUsage names the specification.
Result<std::string> render(const Letter& letter);

}  // namespace foi::corpus
