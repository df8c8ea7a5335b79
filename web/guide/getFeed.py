# The newest documents of a search, as a feed reader sees them.
import json
import os
import xml.etree.ElementTree as xml
from urllib.request import urlopen

site = os.environ.get("FOI_SITE", "http://localhost:8080")

atom = {"atom": "http://www.w3.org/2005/Atom"}
exemptions = json.load(urlopen(f"{site}/api/v1/search?limit=1&facets=exemption"))["facets"]["exemption"]
feed = xml.parse(urlopen(f"{site}/feed.atom?limit=3&exemption={exemptions[0]['id']}"))
for entry in feed.findall("atom:entry", atom):
    print(entry.findtext("atom:updated", namespaces=atom), entry.findtext("atom:title", namespaces=atom))
