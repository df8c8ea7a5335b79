# The ten bodies with most documents.
library(jsonlite)
site <- Sys.getenv("FOI_SITE", "http://localhost:8080")
entries <- fromJSON(paste0(site, "/api/v1/authorities"))$authorities
print(head(entries[order(-entries$total), c("id", "label", "total")], 10))
