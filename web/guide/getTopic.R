# How requests on the most frequent subject were answered.
library(jsonlite)
site <- Sys.getenv("FOI_SITE", "http://localhost:8080")
topics <- fromJSON(paste0(site, "/api/v1/search?limit=1&facets=topic"))$facets$topic
profile <- fromJSON(paste0(site, "/api/v1/topics/", topics$id[1]), simplifyDataFrame = FALSE)
cat(profile$label, profile$total, "documents\n")
for (outcome in profile$facets$outcome) cat(outcome$count, outcome$label, "\n")
