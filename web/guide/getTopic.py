# How requests on one subject were answered.
import json
import os
from urllib.request import urlopen

site = os.environ.get("FOI_SITE", "http://localhost:8080")

profile = json.load(urlopen(f"{site}/api/v1/topics/procurement-contracts"))
print(profile["label"], profile["total"], "documents")
for outcome in profile["facets"]["outcome"]:
    print(outcome["count"], outcome["label"])
