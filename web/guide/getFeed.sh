# The newest documents of a search, as a feed reader sees them.
site=${FOI_SITE:-http://localhost:8080}
id=$(curl -fs "$site/api/v1/search?limit=1&facets=exemption" | grep -o '"exemption":\[{"id":"[^"]*"' | cut -d '"' -f 6)
curl -fs "$site/feed.atom?limit=3&exemption=$id"
