# The readers of formats, each with documents made in the test.
pkg_check_modules(LIBARCHIVE REQUIRED IMPORTED_TARGET libarchive)
pkg_check_modules(PUGIXML REQUIRED IMPORTED_TARGET pugixml)
if(TARGET foi_extract_worker)
  foi_add_test(extract_layout_test SOURCES layout_test.cc text_quality_test.cc LINKS foi_extract_worker)
  foi_add_test(extract_text_readers_test SOURCES sniff_test.cc text_readers_test.cc made_zip.cc
               LINKS foi_extract_worker PkgConfig::LIBARCHIVE)
  foi_add_test(extract_office_test SOURCES docx_test.cc docx_numbering_test.cc sheet_links_test.cc xlsx_test.cc xlsx_format_test.cc made_zip.cc
               LINKS foi_extract_worker PkgConfig::LIBARCHIVE PkgConfig::PUGIXML)
  foi_add_test(extract_formats_test SOURCES css_test.cc hidden_files.cc hidden_test.cc html_listing_test.cc html_test.cc mail_test.cc odf_test.cc pptx_test.cc made_pdf.cc made_zip.cc
               LINKS foi_extract_worker PkgConfig::LIBARCHIVE)
  foi_add_test(extract_pdf_test SOURCES pdf_objects_test.cc pdf_test.cc pdf_sight_test.cc hidden_files.cc made_pdf.cc made_zip.cc
               LINKS foi_extract_worker PkgConfig::LIBARCHIVE)
endif()
if(TARGET foi_extract_ocr)
  pkg_check_modules(LEPTONICA REQUIRED IMPORTED_TARGET lept)
  foi_add_test(extract_ocr_test SOURCES dark_areas_test.cc ocr_columns_test.cc ocr_test.cc picture_test.cc made_pdf.cc made_picture.cc LINKS foi_extract_ocr PkgConfig::LEPTONICA)
  foi_add_test(extract_page_drawer_test IN_TREE SOURCES page_drawer_test.cc made_pdf.cc made_picture.cc LINKS foi_extract foi_extract_ocr PkgConfig::LEPTONICA)
  add_dependencies(extract_page_drawer_test fake-worker foi-extract-image)
endif()
