#!/usr/bin/env python3
"""Writes data/geography from the open source files named in SOURCE.md. Standard library only.

    python3 build.py FOLDER      FOLDER holds admin/ population/ postal/ places/ basemap/ roads/ infra/ as SOURCE.md lists them

Nothing is invented here but the English names and the Belgian part of the North Sea (both tables stand below).
"""
import csv
import json
import os
import sys

SOURCE = sys.argv[1]
HERE = os.path.dirname(os.path.abspath(__file__))

PROVINCES = [  # nis, nl, fr, de, en, region
    ("10000", "Antwerpen", "Anvers", "Antwerpen", "Antwerp", "02000"),
    ("20001", "Vlaams-Brabant", "Brabant flamand", "Flämisch-Brabant", "Flemish Brabant", "02000"),
    ("20002", "Waals-Brabant", "Brabant wallon", "Wallonisch-Brabant", "Walloon Brabant", "03000"),
    ("30000", "West-Vlaanderen", "Flandre occidentale", "Westflandern", "West Flanders", "02000"),
    ("40000", "Oost-Vlaanderen", "Flandre orientale", "Ostflandern", "East Flanders", "02000"),
    ("50000", "Henegouwen", "Hainaut", "Hennegau", "Hainaut", "03000"),
    ("60000", "Luik", "Liège", "Lüttich", "Liège", "03000"),
    ("70000", "Limburg", "Limbourg", "Limburg", "Limburg", "02000"),
    ("80000", "Luxemburg", "Luxembourg", "Luxemburg", "Luxembourg", "03000"),
    ("90000", "Namen", "Namur", "Namur", "Namur", "03000"),
    # Brussels belongs to no province; its governor's tasks lie with the region. It closes the list so that the country is whole.
    ("04000", "Brussels Hoofdstedelijk Gewest", "Région de Bruxelles-Capitale", "Region Brüssel-Hauptstadt", "Brussels-Capital Region", "04000"),
]
ENGLISH = {"11002": "Antwerp", "21004": "Brussels", "44021": "Ghent", "31005": "Bruges", "33011": "Ypres", "35013": "Ostend"}

# Corners of the Belgian part of the North Sea, from memory, about 1 km: only to accept an area at sea, never shown as a border.
SEA = [[2.54, 51.08], [2.39, 51.27], [2.24, 51.56], [2.25, 51.61], [2.48, 51.80], [2.54, 51.88], [3.08, 51.55], [3.30, 51.45], [3.38, 51.37], [3.10, 51.28], [2.54, 51.08]]


def source(path):
    return os.path.join(SOURCE, path)


def features(path):
    with open(source(path), encoding="utf-8") as file:
        return json.load(file)["features"]


def rows(path):
    with open(source(path), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def dump(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def table(name, head, lines):
    with open(os.path.join(HERE, name), "w", encoding="utf-8", newline="\n") as file:
        file.write("\t".join(head) + "\n")
        for line in lines:
            assert not any("\t" in str(cell) or "\n" in str(cell) for cell in line), line
            file.write("\t".join(str(cell) for cell in line) + "\n")


def geojson(name, items):
    """One feature a line, so that a change can be read."""
    with open(os.path.join(HERE, name), "w", encoding="utf-8", newline="\n") as file:
        file.write('{"type":"FeatureCollection","features":[\n' + ",\n".join(dump(item) for item in items) + "\n]}\n")


def feature(geometry, properties, id=None):
    item = {"type": "Feature"}
    if id is not None:
        item["id"] = id
    return item | {"properties": properties, "geometry": geometry}


def rounded(value, digits):
    if isinstance(value, (int, float)):
        return round(value, digits)
    return [rounded(item, digits) for item in value]


def coarse(geometry, digits):
    return {"type": geometry["type"], "coordinates": rounded(geometry["coordinates"], digits)}


LABELS = {item["properties"]["nis5"]: item for item in features("basemap/municipality_labels.geojson")}
LABELS["11002"]["geometry"]["coordinates"] = [4.4003, 51.2205]  # the source has a point of the polygon (the port); this is the Grote Markt


def english(row):
    if row["nis5"] in ENGLISH:
        return ENGLISH[row["nis5"]]
    regime = row["lang_regime"]
    return row["name_de"] if regime.startswith("de") else row["name_fr"] if regime.startswith("fr") or regime == "nl+fr" else row["name_nl"]


def middle(geometry):
    ring = max((part[0] for part in (geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]])), key=len)
    return sum(at[0] for at in ring) / len(ring), sum(at[1] for at in ring) / len(ring)


def municipalities(year, name):
    shapes = {item["properties"]["nis5"]: item["geometry"] for item in features(f"admin/be_municipalities_{year}.geojson")}
    lines = []
    for row in sorted(rows(f"admin/be_municipalities_{year}.csv"), key=lambda row: row["nis5"]):
        nis = row["nis5"]
        at = LABELS[nis]["geometry"]["coordinates"] if nis in LABELS else middle(shapes[nis])
        lines.append((nis, row["name_nl"], row["name_fr"], row["name_de"], english(row), row["prov_nis"] or "04000", row["lang_regime"], row["pop_2020"],
                      round(at[0], 5), round(at[1], 5), row["merged_from"]))
    table(f"municipalities-{name}.tsv", ("refnis", "nl", "fr", "de", "en", "province", "languages", "people_2020", "lon", "lat", "merged_from"), lines)
    geojson(f"boundaries-{name}.geojson", [feature(shapes[nis], {}, int(nis)) for nis in sorted(shapes)])
    return {line[0]: line for line in lines}


now = municipalities("2025", "2025")
municipalities("2019_2024", "2019")
table("provinces.tsv", ("nis", "nl", "fr", "de", "en", "region"), PROVINCES)
table("postcodes.tsv", ("postcode", "place", "lon", "lat", "refnis"),
      [(row["postcode"], row["place"], row["lon"], row["lat"], row["nis5_2025"]) for row in rows("postal/be_postcodes.csv")])
places = sorted((item["properties"]["name"], item["properties"]["nis5"] or "", *item["geometry"]["coordinates"]) for item in features("places/geonames_be_places.geojson"))
table("places.tsv", ("name", "refnis", "lon", "lat"), [(name, nis, lon, lat) for name, nis, lon, lat in places if nis in now])


CODES = {"France": "FR", "Germany": "DE", "Luxembourg": "LU", "Netherlands": "NL", "United Kingdom": "GB"}
ABROAD = [(CODES[item["properties"].get("NAME") or item["properties"]["name"]], ring)
          for item in features("basemap/ne_10m_countries_be.geojson") if (item["properties"].get("NAME") or item["properties"]["name"]) in CODES
          for ring in [part[0] for part in (item["geometry"]["coordinates"] if item["geometry"]["type"] == "MultiPolygon" else [item["geometry"]["coordinates"]])]]


def inside(ring, x, y):
    odd = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:]):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            odd = not odd
    return odd


def apart(ring, x, y):
    """Squared degrees to the ring, a degree of longitude counted as 0.63 of one of latitude."""
    least = 9e9
    for (ax, ay), (bx, by) in zip(ring, ring[1:]):
        dx, dy, px, py = (bx - ax) * 0.63, by - ay, (x - ax) * 0.63, y - ay
        along = min(1, max(0, (px * dx + py * dy) / ((dx * dx + dy * dy) or 1)))
        least = min(least, (px - along * dx) ** 2 + (py - along * dy) ** 2)
    return least


def country(row):
    """Of a cell abroad: the country its centre lies in, else (the coast and the border are coarse) the nearest."""
    if row["nis5"]:
        return "BE"
    x, y = float(row["lon"]), float(row["lat"])
    return next((code for code, ring in ABROAD if inside(ring, x, y)), None) or min(ABROAD, key=lambda one: apart(one[1], x, y))[0]


table("population-1km.tsv", ("row", "col", "people", "refnis", "country"),
      [(row["row"], row["col"], row["pop"], row["nis5"], country(row)) for row in rows("population/ghsl_pop_1km_belgium_region.csv") if float(row["pop"]) > 0])


def day(text):
    return "-".join(("20" + text[6:], text[3:5], text[:2]))


anchors = [("hospital", item["properties"]["id"], " ".join(part for part in (item["properties"]["name"], item["properties"]["site"]) if part), item["properties"]["cc"], *rounded(item["geometry"]["coordinates"], 5),
            item["properties"]["beds"] or "", {"yes": "yes", "no": "no", None: ""}[item["properties"]["emergency"]], day(item["properties"]["ref_date"])) for item in features("infra/hospitals_eurostat.geojson")]
anchors += [("station", item["properties"]["id"], item["properties"]["name"], item["properties"]["country"].upper(), *rounded(item["geometry"]["coordinates"], 5), "", "", "2026-08-14")
            for item in features("infra/rail_stations_irail.geojson")]
table("anchors.tsv", ("kind", "id", "name", "country", "lon", "lat", "beds", "emergency", "date"), sorted(anchors, key=lambda line: line[:2]))
geojson("belgium.geojson", [feature(features("admin/be_country.geojson")[0]["geometry"], {}, "land"), feature({"type": "Polygon", "coordinates": [SEA]}, {}, "sea")])


def named(nis):
    line = now[nis]
    return {"refnis": nis, "nl": line[1], "fr": line[2], "de": line[3], "en": line[4]}


def layer(name, items):
    geojson(f"layers/{name}.json", items)


layer("municipalities", [feature(coarse(item["geometry"], 4), named(item["properties"]["nis5"]), int(item["properties"]["nis5"]))
                         for item in features("admin/be_municipalities_2025_overview.geojson")])
layer("municipalities-detail", [feature(item["geometry"], {"refnis": item["properties"]["nis5"]}, int(item["properties"]["nis5"])) for item in features("admin/be_municipalities_2025.geojson")])
names = {line[0]: dict(zip(("nl", "fr", "de", "en"), line[1:5])) for line in PROVINCES}
layer("provinces", [feature(coarse(item["geometry"], 4), {"nis": item["properties"]["prov_nis"]} | names[item["properties"]["prov_nis"]], int(item["properties"]["prov_nis"]))
                    for item in features("admin/be_provinces_2025.geojson")])
layer("country", [feature(coarse(features("admin/be_country.geojson")[0]["geometry"], 4), {"nl": "België", "fr": "Belgique", "de": "Belgien", "en": "Belgium"})])
layer("neighbours", [feature(item["geometry"], {"name": item["properties"].get("NAME") or item["properties"].get("name") or ""}) for item in features("basemap/ne_10m_countries_be.geojson")])
layer("water", [feature(item["geometry"], {"kind": kind, "name": item["properties"].get("name") or ""})
                for kind, path in (("sea", "ne_10m_ocean"), ("lake", "ne_10m_lakes"), ("lake", "ne_10m_lakes_europe"), ("river", "ne_10m_rivers_lake_centerlines"), ("river", "ne_10m_rivers_europe"))
                for item in features(f"basemap/{path}_be.geojson")]
      + [feature(item["geometry"], {"kind": "stream", "name": "", "upstreamKm2": item["properties"]["up_km2"]}) for item in features("terrain/derived_streams_40km2.geojson")])
layer("builtup", [feature(coarse(item["geometry"], 3), {"dense": item["properties"]["k"]}) for item in features("basemap/builtup_ghsl.geojson")])
layer("rail", [feature(coarse(item["geometry"], 4), {}) for item in features("infra/rail_links_schematic_irail.geojson")])
layer("stations", [feature(coarse(item["geometry"], 5), {"name": item["properties"]["name"], **{tongue: item["properties"][tongue] for tongue in ("nl", "fr", "de") if item["properties"][tongue]}})
                   for item in features("infra/rail_stations_irail.geojson") if item["properties"]["country"] == "be"])
layer("motorways", [feature(coarse(item["geometry"], 4), {"ref": item["properties"]["ref"], "class": item["properties"]["class"], "country": item["properties"]["country"]})
                    for item in features("roads/be_motorways_schematic.geojson")])
layer("places", [feature(item["geometry"], named(nis) | {"kind": "municipality", "rank": item["properties"]["rank"]}) for nis, item in sorted(LABELS.items())]
      + [feature({"type": "Point", "coordinates": [lon, lat]}, {"kind": "place", "name": name, "rank": 6}) for name, nis, lon, lat in places
         if nis in now and name not in now[nis][1:5]])
