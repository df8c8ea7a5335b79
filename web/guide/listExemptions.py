# The ten sections cited most.
import json
import os
from urllib.request import urlopen

site = os.environ.get("FOI_SITE", "http://localhost:8080")

entries = json.load(urlopen(f"{site}/api/v1/exemptions"))["exemptions"]
for entry in sorted(entries, key=lambda entry: -entry["total"])[:10]:
    print(entry["total"], entry["id"], entry["label"])
