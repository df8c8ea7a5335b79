# Whether the program runs.
import json
import os
from urllib.request import urlopen

site = os.environ.get("FOI_SITE", "http://localhost:8080")

print(json.load(urlopen(f"{site}/healthz"))["status"])
