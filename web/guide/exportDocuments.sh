# Every document of a year, as a table.
site=${FOI_SITE:-http://localhost:8080}
curl -fsG "$site/api/v1/export" -d format=csv -d year=2024 | cut -c 1-100
