# How many documents relied on section 43 each year, and the newest of them.
import json
import os
from urllib.parse import urlencode
from urllib.request import urlopen

site = os.environ.get("FOI_SITE", "http://localhost:8080")

query = urlencode({"exemption": "foia-43", "facets": "year", "sort": "newest", "limit": 3})
found = json.load(urlopen(f"{site}/api/v1/search?{query}"))
print(found["total"], "documents")
for year in found["facets"]["year"]:
    print(year["id"], year["count"])
for hit in found["results"]:
    print(hit["responded"], hit["title"])
