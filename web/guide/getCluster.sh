# One request that several bodies answered, where there is one.
site=${FOI_SITE:-http://localhost:8080}
id=$(curl -fs "$site/api/v1/search?limit=1&facets=cluster" | grep -o '"cluster":\[{"id":"[^"]*"' | cut -d '"' -f 6)
if [ -n "$id" ]; then curl -fs "$site/api/v1/clusters/$id"; else echo "no request went to several bodies"; fi
