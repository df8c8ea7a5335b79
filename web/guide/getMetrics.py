# Documents that could not be read, by reason.
import os
from urllib.request import urlopen

site = os.environ.get("FOI_SITE", "http://localhost:8080")

for line in urlopen(f"{site}/metrics").read().decode().splitlines():
    if line.startswith("foi_documents"):
        print(line)
