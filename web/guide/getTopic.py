# How requests on the most frequent subject were answered.
import json
import os
from urllib.request import urlopen

site = os.environ.get("FOI_SITE", "http://localhost:8080")

topics = json.load(urlopen(f"{site}/api/v1/search?limit=1&facets=topic"))["facets"]["topic"]
profile = json.load(urlopen(f"{site}/api/v1/topics/{topics[0]['id']}"))
print(profile["label"], profile["total"], "documents")
for outcome in profile["facets"]["outcome"]:
    print(outcome["count"], outcome["label"])
