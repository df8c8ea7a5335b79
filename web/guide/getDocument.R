# Each exemption a document cites, with the words that say so.
library(jsonlite)
site <- Sys.getenv("FOI_SITE", "http://localhost:8080")
found <- fromJSON(paste0(site, "/api/v1/search?q=information&limit=1&facets=none&source=text&kind=response"))
id <- found$results$id[1]
document <- fromJSON(paste0(site, "/api/v1/documents/", id))
cat(document$title, document$outcome, "\n")
if (length(document$exemptions) > 0) print(document$exemptions[, c("label", "status")])
