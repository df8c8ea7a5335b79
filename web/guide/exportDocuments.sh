# Every document of the year that has most, as a table.
site=${FOI_SITE:-http://localhost:8080}
year=$(curl -fs "$site/api/v1/search?limit=1&facets=year" | grep -o '"year":\[{"id":"[^"]*"' | cut -d '"' -f 6)
curl -fsG "$site/api/v1/export" -d format=csv -d "year=$year" | cut -c 1-100
