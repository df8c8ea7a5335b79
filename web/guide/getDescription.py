# Every address of the API.
import json
import os
from urllib.request import urlopen

site = os.environ.get("FOI_SITE", "http://localhost:8080")

for path in json.load(urlopen(f"{site}/api/v1/openapi.json"))["paths"]:
    print(path)
