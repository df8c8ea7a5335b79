# Every document of the year that has most, as a table.
import csv
import io
import json
import os
from urllib.request import urlopen

site = os.environ.get("FOI_SITE", "http://localhost:8080")

years = json.load(urlopen(f"{site}/api/v1/search?limit=1&facets=year"))["facets"]["year"]
with urlopen(f"{site}/api/v1/export?format=csv&year={years[0]['id']}") as answer:
    for row in csv.DictReader(io.TextIOWrapper(answer, "utf-8", newline="")):
        print(row["responded"], row["authority"], row["outcome"])
