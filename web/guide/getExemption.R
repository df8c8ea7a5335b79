# What became of section 43(2) where it was cited.
library(jsonlite)
site <- Sys.getenv("FOI_SITE", "http://localhost:8080")
profile <- fromJSON(paste0(site, "/api/v1/exemptions/foia-43-2"), simplifyDataFrame = FALSE)
cat(profile$title, profile$total, "documents,", profile$standing, "in which it stands\n")
for (status in profile$facets$status) cat(status$label, status$count, "\n")
