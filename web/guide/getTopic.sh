# How requests on the most frequent subject were answered.
site=${FOI_SITE:-http://localhost:8080}
id=$(curl -fs "$site/api/v1/search?limit=1&facets=topic" | grep -o '"topic":\[{"id":"[^"]*"' | cut -d '"' -f 6)
curl -fs "$site/api/v1/topics/$id"
