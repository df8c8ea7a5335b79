# What one body was asked about.
library(jsonlite)
site <- Sys.getenv("FOI_SITE", "http://localhost:8080")
bodies <- fromJSON(paste0(site, "/api/v1/search?limit=1&facets=authority"))$facets$authority
profile <- fromJSON(paste0(site, "/api/v1/authorities/", bodies$id[1]), simplifyDataFrame = FALSE)
cat(profile$label, profile$total, "documents\n")
for (topic in profile$facets$topic) cat(topic$count, topic$label, "\n")
