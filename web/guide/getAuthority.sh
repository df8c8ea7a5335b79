# What one body was asked about.
site=${FOI_SITE:-http://localhost:8080}
id=$(curl -fs "$site/api/v1/search?limit=1&facets=authority" | grep -o '"authority":\[{"id":"[^"]*"' | cut -d '"' -f 6)
curl -fs "$site/api/v1/authorities/$id"
