# One request that several bodies answered, where there is one.
import json
import os
from urllib.request import urlopen

site = os.environ.get("FOI_SITE", "http://localhost:8080")

clusters = json.load(urlopen(f"{site}/api/v1/search?limit=1&facets=cluster"))["facets"]["cluster"]
print(len(clusters), "requests to several bodies")
for cluster in clusters[:1]:
    for hit in json.load(urlopen(f"{site}/api/v1/clusters/{cluster['id']}"))["results"]:
        print(hit["responded"], hit["authority"]["name"], hit["outcome"])
