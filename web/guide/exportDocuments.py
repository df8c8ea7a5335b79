# Every document of a year, as a table.
import csv
import io
import os
from urllib.request import urlopen

site = os.environ.get("FOI_SITE", "http://localhost:8080")

with urlopen(f"{site}/api/v1/export?format=csv&year=2024") as answer:
    for row in csv.DictReader(io.TextIOWrapper(answer, "utf-8", newline="")):
        print(row["responded"], row["authority"], row["outcome"])
