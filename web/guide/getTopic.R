# How requests on one subject were answered.
library(jsonlite)
site <- Sys.getenv("FOI_SITE", "http://localhost:8080")
profile <- fromJSON(paste0(site, "/api/v1/topics/procurement-contracts"))
cat(profile$label, profile$total, "\n")
print(profile$facets$outcome[, c("label", "count")])
