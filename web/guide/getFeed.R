# The newest documents of a search, as a feed reader sees them.
library(jsonlite)
site <- Sys.getenv("FOI_SITE", "http://localhost:8080")
exemptions <- fromJSON(paste0(site, "/api/v1/search?limit=1&facets=exemption"))$facets$exemption
feed <- readLines(paste0(site, "/feed.atom?limit=3&exemption=", exemptions$id[1]), warn = FALSE, encoding = "UTF-8")
titles <- regmatches(feed, gregexpr("<title[^>]*>[^<]*</title>", feed))
print(unlist(titles))
