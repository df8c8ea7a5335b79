# Each exemption a document cites, with the words that say so.
import json
import os
from urllib.request import urlopen

site = os.environ.get("FOI_SITE", "http://localhost:8080")

found = json.load(urlopen(f"{site}/api/v1/search?q=information&limit=1&facets=none&source=text&kind=response"))
id = found["results"][0]["id"]
document = json.load(urlopen(f"{site}/api/v1/documents/{id}"))
print(document["title"], document["outcome"])
for cited in document["exemptions"]:
    for evidence in cited["evidence"]:
        print(cited["label"], cited["status"], f"page {evidence['page']}:", evidence["quote"])
