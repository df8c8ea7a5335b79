# What one body was asked about.
import json
import os
from urllib.request import urlopen

site = os.environ.get("FOI_SITE", "http://localhost:8080")

bodies = json.load(urlopen(f"{site}/api/v1/search?limit=1&facets=authority"))["facets"]["authority"]
profile = json.load(urlopen(f"{site}/api/v1/authorities/{bodies[0]['id']}"))
print(profile["label"], profile["total"], "documents")
for topic in profile["facets"]["topic"]:
    print(topic["count"], topic["label"])
