# The text of a page, and how often a word stands on it.
import json
import os
from urllib.request import urlopen

site = os.environ.get("FOI_SITE", "http://localhost:8080")

found = json.load(urlopen(f"{site}/api/v1/search?q=information&limit=1&facets=none&source=text"))
id = found["results"][0]["id"]
page = json.load(urlopen(f"{site}/api/v1/documents/{id}/pages/1?q=information"))
print(page["text"])
for mark in page["marks"]:
    print(page["text"][mark["start"]:mark["end"]], mark["boxes"])
