# Every address of the API.
library(jsonlite)
site <- Sys.getenv("FOI_SITE", "http://localhost:8080")
cat(names(fromJSON(paste0(site, "/api/v1/openapi.json"))$paths), sep = "\n")
