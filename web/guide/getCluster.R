# One request that several bodies answered, where there is one.
library(jsonlite)
site <- Sys.getenv("FOI_SITE", "http://localhost:8080")
clusters <- fromJSON(paste0(site, "/api/v1/search?limit=1&facets=cluster"))$facets$cluster
cat(NROW(clusters), "requests to several bodies\n")
if (NROW(clusters) > 0) {
  cluster <- fromJSON(paste0(site, "/api/v1/clusters/", clusters$id[1]))
  print(cluster$facets$authority[, c("label", "count")])
}
