# How many documents relied on section 43 each year, and the newest of them.
library(jsonlite)
site <- Sys.getenv("FOI_SITE", "http://localhost:8080")
found <- fromJSON(paste0(site, "/api/v1/search?exemption=foia-43&facets=year&sort=newest&limit=3"))
cat(found$total, "documents\n")
print(found$facets$year[, c("id", "count")])
print(found$results[, c("responded", "title")])
