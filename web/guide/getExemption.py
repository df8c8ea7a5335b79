# What became of section 43(2) where it was cited.
import json
import os
from urllib.request import urlopen

site = os.environ.get("FOI_SITE", "http://localhost:8080")

profile = json.load(urlopen(f"{site}/api/v1/exemptions/foia-43-2"))
print(profile["title"], profile["total"], "documents,", profile["standing"], "in which it stands")
for status in profile["facets"]["status"]:
    print(status["label"], status["count"])
