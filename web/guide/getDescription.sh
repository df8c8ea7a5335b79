# Every address of the API.
site=${FOI_SITE:-http://localhost:8080}
curl -fs "$site/api/v1/openapi.json" | grep -o '"/[^"]*":{"get"' | cut -d '"' -f 2
