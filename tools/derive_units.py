"""Derive the committed table of Polish territorial units from public registers.

    python tools/derive_units.py FOLDER PLACES.json

FOLDER holds the GUS register (teryt/TERC_Urzedowy_*.csv, teryt/powiaty_joined.csv), the population files
(population/*.csv) and geo_reference/powiaty_ccby.geojson, of which only the areas are computed; PLACES.json is
`data.json` of the npm package polskie-miejscowosci, of which the seats of gminas are taken. What could not be matched
with certainty stays empty and is listed at the end. Sources: tkanka/network/places/data/SOURCES.md.
"""

import csv
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from tkanka.network.places.projection import ring_area  # noqa: E402

TARGET = ROOT / "tkanka/network/places/data/teryt.csv"
COLUMNS = ["code", "name", "kind", "population", "population_on", "area_km2", "lat", "lon"]
KINDS = {"1": "urban", "2": "rural", "3": "urban_rural"}
KIND_WORDS = {"m": "urban", "w": "rural", "m-w": "urban_rural"}
PACKAGE_KINDS = {
    "gmina miejska": "urban",
    "gmina wiejska": "rural",
    "gmina miejsko-wiejska": "urban_rural",
    "obszar wiejski w gminie miejsko-wiejskiej": "urban_rural",
}
# The gmina took another name; the territory is the same.
RENAMED = {
    ("2212", "Słupsk", "rural"): "Redzikowo",
    ("2812", "Nowe Miasto Lubawskie", "rural"): "Bratian",
    ("2604", "Sitkówka-Nowiny", "rural"): "Nowiny",
    ("2602", "Słupia (Jędrzejowska)", "rural"): "Słupia",
    ("2605", "Słupia (Konecka)", "rural"): "Słupia Konecka",
    ("3214", "Stargard Szczeciński", "urban"): "Stargard",
    ("3214", "Stargard Szczeciński", "rural"): "Stargard",
}
# Split in two after the population was counted: the old figure belongs to neither part.
SPLIT = {("2002", "Supraśl"), ("2002", "Grabówka"), ("1207", "Kamienica"), ("1207", "Szczawa")}
# The registered limits reach so far into the sea that a point inside them may lie in the water: take the city itself.
BY_THE_SEA = {"2261", "2262", "2264", "3263"}
POWIATS_ON, GMINAS_ON = "2021-06-30", "2022-03-20"

Row = dict[str, Any]


def rows_of(path: Path, delimiter: str = ",") -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def register(folder: Path) -> dict[str, Row]:
    """Code → unit of the register; parts of gminas and districts of cities are left out."""
    found: dict[str, Row] = {}
    for row in rows_of(next(folder.glob("teryt/TERC_Urzedowy_*.csv")), ";"):
        if not row["WOJ"] or (row["RODZ"] and row["RODZ"] not in KINDS):
            continue
        code = row["WOJ"] + row["POW"] + row["GMI"] + row["RODZ"]
        name = row["NAZWA"] if row["POW"] else row["NAZWA"].lower()
        kind = KINDS.get(row["RODZ"], "city" if "na prawach powiatu" in row["NAZWA_DOD"] else "")
        found[code] = dict.fromkeys(COLUMNS, "") | {"code": code, "name": name, "kind": kind}
    return found


def gmina_finder(units: dict[str, Row]) -> Any:
    """(voivodeship, powiat, name, kind) → code, by name and kind, or by a name the powiat has only once."""
    powiats = {(units[code[:2]]["name"], unit["name"]): code for code, unit in units.items() if len(code) == 4}
    names: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for code, unit in units.items():
        if len(code) == 7:
            names[code[:4], unit["name"]].append(unit)

    def find(voivodeship: str, powiat: str, name: str, kind: str) -> str | None:
        within = powiats[voivodeship, powiat]
        candidates = names[within, RENAMED.get((within, name, kind), name)]
        if len(candidates) > 1:
            candidates = [unit for unit in candidates if unit["kind"] == kind]
        return candidates[0]["code"] if len(candidates) == 1 else None

    return find


def add_powiats(units: dict[str, Row], folder: Path, places: list[Row]) -> None:
    cities = {place["District"]: place for place in places if place["Name"] == place["District"]}
    for row in rows_of(folder / "teryt/powiaty_joined.csv"):
        units[row["teryt"]] |= {
            "population": int(row["population_2021_06_30"]),
            "population_on": POWIATS_ON,
            "lat": round(float(row["lat"]), 4),
            "lon": round(float(row["lon"]), 4),
        }
        if row["teryt"] in BY_THE_SEA:
            city = cities[row["powiat"]]
            units[row["teryt"]] |= {"lat": round(city["Latitude"], 4), "lon": round(city["Longitude"], 4)}
    with (folder / "geo_reference/powiaty_ccby.geojson").open(encoding="utf-8") as file:
        for feature in json.load(file)["features"]:
            units[feature["properties"]["teryt"]]["area_km2"] = round(area_km2(feature["geometry"]), 1)


def area_km2(geometry: Row) -> float:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return sum(ring_area(p[0]) - sum(ring_area(hole) for hole in p[1:]) for p in polygons)


def add_gmina_population(units: dict[str, Row], folder: Path) -> None:
    find = gmina_finder(units)
    for row in rows_of(next(folder.glob("population/gminy_*.csv"))):
        name, kind = row["gmina_nazwa"].rstrip(")").rsplit(" (", 1)
        code = find(row["wojewodztwo_nazwa"], row["powiat_nazwa"], name, KIND_WORDS[kind])
        if code and (code[:4], units[code]["name"]) not in SPLIT:
            units[code] |= {"population": int(row["liczba_ludnosci"]), "population_on": GMINAS_ON}
    for code, unit in units.items():  # a city with powiat rights is its only gmina
        if unit["kind"] == "city":
            (only,) = [u for c, u in units.items() if len(c) == 7 and c[:4] == code]
            only |= {k: unit[k] for k in ("population", "population_on", "area_km2", "lat", "lon")}


def add_gmina_points(units: dict[str, Row], places: list[Row]) -> None:
    """The seat (a place with the gmina's name) or, where none has it, the middle of its places."""
    find = gmina_finder(units)
    inside: dict[str, list[Row]] = defaultdict(list)
    powiat_seats: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for place in places:
        name, kind = next(
            (place["Commune"].removesuffix(f"-{words}"), kind)
            for words, kind in PACKAGE_KINDS.items()
            if place["Commune"].endswith(f"-{words}")
        )
        code = find(place["Province"], place["District"], name, kind)
        if code:
            inside[code].append(place)
            powiat_seats[code[:4], place["Name"]].append(place)
    for code, unit in units.items():
        if len(code) == 7 and unit["lat"] == "":
            named = inside[code] or powiat_seats[code[:4], unit["name"]]
            seats = sorted((p for p in named if p["Name"] == unit["name"]), key=lambda p: p["Type"] != "city")[:1]
            seats = seats or inside[code]
            if seats:
                unit["lat"] = round(sum(p["Latitude"] for p in seats) / len(seats), 4)
                unit["lon"] = round(sum(p["Longitude"] for p in seats) / len(seats), 4)


def add_sums(units: dict[str, Row]) -> None:
    """Voivodeships are the sums of their powiats; their point is the middle of where people live."""
    for code, unit in units.items():
        if len(code) == 2:
            parts = [u for c, u in units.items() if len(c) == 4 and c[:2] == code]
            total = sum(u["population"] for u in parts)
            unit |= {
                "population": total,
                "population_on": POWIATS_ON,
                "area_km2": round(sum(u["area_km2"] for u in parts), 1),
                "lat": round(sum(u["lat"] * u["population"] for u in parts) / total, 4),
                "lon": round(sum(u["lon"] * u["population"] for u in parts) / total, 4),
            }


def main(folder: Path, places: Path) -> None:
    units, known = register(folder), json.loads(places.read_text(encoding="utf-8"))
    add_powiats(units, folder, known)
    add_gmina_population(units, folder)
    add_gmina_points(units, known)
    add_sums(units)
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(units[code] for code in sorted(units))
    print(Counter(len(code) for code in units))
    for column in ("population", "lat"):
        print(f"without {column}:", [f"{c} {u['name']}" for c, u in units.items() if u[column] == ""])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
