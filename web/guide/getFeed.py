# The newest documents of a search, as a feed reader sees them.
import os
import xml.etree.ElementTree as xml
from urllib.request import urlopen

site = os.environ.get("FOI_SITE", "http://localhost:8080")

atom = {"atom": "http://www.w3.org/2005/Atom"}
feed = xml.parse(urlopen(f"{site}/feed.atom?exemption=foia-43&limit=3"))
for entry in feed.findall("atom:entry", atom):
    print(entry.findtext("atom:updated", namespaces=atom), entry.findtext("atom:title", namespaces=atom))
