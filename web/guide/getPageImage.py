# A page as a picture, or why there is none.
import json
import os
import tempfile
from urllib.request import urlopen

site = os.environ.get("FOI_SITE", "http://localhost:8080")

found = json.load(urlopen(f"{site}/api/v1/search?q=information&limit=1&facets=none&source=text&source=ocr"))
id = found["results"][0]["id"]
page = json.load(urlopen(f"{site}/api/v1/documents/{id}/pages/1"))
if page["image"]:
    with tempfile.NamedTemporaryFile(suffix=".png", delete=False) as file:
        file.write(urlopen(f"{site}{page['image']}?width=480").read())
    print(os.path.getsize(file.name), "bytes in", file.name)
else:
    print(page["no_image"])
