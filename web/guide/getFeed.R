# The newest documents of a search, as a feed reader sees them.
site <- Sys.getenv("FOI_SITE", "http://localhost:8080")
feed <- readLines(paste0(site, "/feed.atom?exemption=foia-43&limit=3"), warn = FALSE, encoding = "UTF-8")
titles <- regmatches(feed, gregexpr("<title[^>]*>[^<]*</title>", feed))
print(unlist(titles))
