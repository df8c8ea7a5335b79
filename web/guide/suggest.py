# What "s31" may mean.
import json
import os
from urllib.request import urlopen

site = os.environ.get("FOI_SITE", "http://localhost:8080")

for suggestion in json.load(urlopen(f"{site}/api/v1/suggest?q=s31"))["suggestions"]:
    print(suggestion["kind"], suggestion["id"], suggestion["label"], suggestion["total"])
