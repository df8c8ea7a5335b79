# A page as a picture, or why there is none.
site=${FOI_SITE:-http://localhost:8080}
id=$(curl -fs "$site/api/v1/search?q=information&limit=1&facets=none&source=text&source=ocr" | grep -o '"id":"[a-z2-7]\{16\}"' | head -n 1 | cut -d '"' -f 4)
file=$(mktemp)
curl -s -o "$file" -w '%{http_code} %{content_type} %{size_download} bytes\n' "$site/api/v1/documents/$id/pages/1.png?width=480"
