# What "s31" may mean.
library(jsonlite)
site <- Sys.getenv("FOI_SITE", "http://localhost:8080")
suggestions <- fromJSON(paste0(site, "/api/v1/suggest?q=s31"))$suggestions
print(suggestions[, c("kind", "id", "label", "total")])
