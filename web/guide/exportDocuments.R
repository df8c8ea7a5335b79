# Every document of a year, as a table.
site <- Sys.getenv("FOI_SITE", "http://localhost:8080")
rows <- read.csv(paste0(site, "/api/v1/export?format=csv&year=2024"), encoding = "UTF-8")
cat(nrow(rows), "documents\n")
print(table(rows$outcome))
