# What became of section 43(2) where it was cited.
library(jsonlite)
site <- Sys.getenv("FOI_SITE", "http://localhost:8080")
profile <- fromJSON(paste0(site, "/api/v1/exemptions/foia-43-2"))
cat(profile$title, profile$total, profile$standing, "\n")
print(profile$facets$status[, c("label", "count")])
