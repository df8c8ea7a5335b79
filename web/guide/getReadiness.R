# Whether searches are answered.
library(jsonlite)
site <- Sys.getenv("FOI_SITE", "http://localhost:8080")
cat(fromJSON(paste0(site, "/readyz"))$status, "\n")
