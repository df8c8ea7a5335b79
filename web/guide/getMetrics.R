# Documents that could not be read, by reason.
site <- Sys.getenv("FOI_SITE", "http://localhost:8080")
lines <- readLines(paste0(site, "/metrics"), warn = FALSE)
cat(grep("^foi_documents", lines, value = TRUE), sep = "\n")
