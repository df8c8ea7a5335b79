# The text of a page, and how often a word stands on it.
site=${FOI_SITE:-http://localhost:8080}
id=$(curl -fs "$site/api/v1/search?q=information&limit=1&facets=none&source=text" | grep -o '"id":"[a-z2-7]\{16\}"' | head -n 1 | cut -d '"' -f 4)
curl -fs "$site/api/v1/documents/$id/pages/1?q=information"
