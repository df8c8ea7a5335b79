# What one body was asked about.
library(jsonlite)
site <- Sys.getenv("FOI_SITE", "http://localhost:8080")
bodies <- fromJSON(paste0(site, "/api/v1/search?limit=1&facets=authority"))$facets$authority
profile <- fromJSON(paste0(site, "/api/v1/authorities/", bodies$id[1]))
cat(profile$label, profile$total, "\n")
print(profile$facets$topic[, c("label", "count")])
