# Every document of the year that has most, as a table.
library(jsonlite)
site <- Sys.getenv("FOI_SITE", "http://localhost:8080")
years <- fromJSON(paste0(site, "/api/v1/search?limit=1&facets=year"))$facets$year
rows <- read.csv(paste0(site, "/api/v1/export?format=csv&year=", years$id[1]), encoding = "UTF-8")
cat(nrow(rows), "documents\n")
print(table(rows$outcome))
