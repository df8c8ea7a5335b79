# Whether the program runs.
library(jsonlite)
site <- Sys.getenv("FOI_SITE", "http://localhost:8080")
cat(fromJSON(paste0(site, "/healthz"))$status, "\n")
