# How many documents rely on the exemption cited most, each year, and the newest of them.
library(jsonlite)
site <- Sys.getenv("FOI_SITE", "http://localhost:8080")
exemptions <- fromJSON(paste0(site, "/api/v1/search?limit=1&facets=exemption"))$facets$exemption
found <- fromJSON(paste0(site, "/api/v1/search?exemption=", exemptions$id[1], "&facets=year&sort=newest&limit=3"), simplifyDataFrame = FALSE)
cat(exemptions$label[1], found$total, "documents\n")
for (year in found$facets$year) cat(year$id, year$count, "\n")
for (hit in found$results) cat(format(hit$responded), hit$title, "\n")
