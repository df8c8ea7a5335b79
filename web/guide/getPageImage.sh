# A page as a picture, or why there is none.
site=${FOI_SITE:-http://localhost:8080}
id=$(curl -fs "$site/api/v1/search?q=information&limit=100&facets=none&source=ocr" | grep -o '"id":"[a-z2-7]\{16\}"' | head -n 1 | cut -d '"' -f 4)
file=$(mktemp)
curl -fs -o "$file" "$site/api/v1/documents/$id/pages/1.png?width=480"
ls -l "$file"
