# How many documents rely on the exemption cited most, each year, and the newest of them.
import json
import os
from urllib.parse import urlencode
from urllib.request import urlopen

site = os.environ.get("FOI_SITE", "http://localhost:8080")

exemptions = json.load(urlopen(f"{site}/api/v1/search?limit=1&facets=exemption"))["facets"]["exemption"]
query = urlencode({"exemption": exemptions[0]["id"], "facets": "year", "sort": "newest", "limit": 3})
found = json.load(urlopen(f"{site}/api/v1/search?{query}"))
print(exemptions[0]["label"], found["total"], "documents")
for year in found["facets"]["year"]:
    print(year["id"], year["count"])
for hit in found["results"]:
    print(hit["responded"], hit["title"])
