# A page as a picture, or why there is none.
library(jsonlite)
site <- Sys.getenv("FOI_SITE", "http://localhost:8080")
found <- fromJSON(paste0(site, "/api/v1/search?q=information&limit=1&facets=none&source=text&source=ocr"))
page <- fromJSON(paste0(site, "/api/v1/documents/", found$results$id[1], "/pages/1"))
if (is.null(page$image)) cat(page$no_image, "\n") else {
  file <- tempfile(fileext = ".png")
  download.file(paste0(site, page$image, "?width=480"), file, mode = "wb", quiet = TRUE)
  cat(file.size(file), "bytes\n")
}
