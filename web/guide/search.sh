# How many documents rely on the exemption cited most, each year, and the newest of them.
site=${FOI_SITE:-http://localhost:8080}
id=$(curl -fs "$site/api/v1/search?limit=1&facets=exemption" | grep -o '"exemption":\[{"id":"[^"]*"' | cut -d '"' -f 6)
curl -fsG "$site/api/v1/search" -d "exemption=$id" -d facets=year -d sort=newest -d limit=3
