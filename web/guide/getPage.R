# The text of a page, and how often a word stands on it.
library(jsonlite)
site <- Sys.getenv("FOI_SITE", "http://localhost:8080")
found <- fromJSON(paste0(site, "/api/v1/search?q=information&limit=1&facets=none&source=text"))
id <- found$results$id[1]
page <- fromJSON(paste0(site, "/api/v1/documents/", id, "/pages/1?q=information"))
cat(page$text, "\n")
cat(NROW(page$marks), "places\n")
