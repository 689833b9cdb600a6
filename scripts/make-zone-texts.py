"""Makes the text formats of test/fixtures/zone-texts with GDAL, from test/fixtures/zones/polygons.geojson and from points and lines.

Run with Python 3.12, geopandas 1.2.0, pyogrio 0.13.0 (GDAL 3.12.4), shapely 2.2.0, after make-zone-fixtures.py:

    python3 scripts/make-zone-texts.py

The files are committed: tests need no Python.
"""

import shutil
import zipfile
from pathlib import Path

import geopandas
import shapely

FIXTURES = Path(__file__).parent.parent / "test/fixtures"
FOLDER = FIXTURES / "zone-texts"

PATHS = [
    "POINT (10.5 50.25)",
    "MULTIPOINT (10 50, 12.5 51.125)",
    "LINESTRING (10 50, 11.3333333333333333 50.7, 12 50)",
    "MULTILINESTRING ((10 50, 11 51), (12 50, 13 50, 13 51))",
    "LINESTRING Z (10 50 100, 11 51 200)",
    "GEOMETRYCOLLECTION (POINT (10 50), LINESTRING (10 50, 11 51))",
]


def write(zones, name):
    zones.to_file(FOLDER / f"{name}.geojson", driver="GeoJSON", engine="pyogrio", COORDINATE_PRECISION=17)
    zones.to_file(FOLDER / f"{name}.kml", driver="KML", engine="pyogrio")
    zones.to_file(FOLDER / f"{name}.geojsonl", driver="GeoJSONSeq", engine="pyogrio", COORDINATE_PRECISION=17)
    zones.to_file(FOLDER / f"{name}.geojsons", driver="GeoJSONSeq", engine="pyogrio", RS="YES", COORDINATE_PRECISION=17)
    zones.to_file(FOLDER / f"{name}.csv", driver="CSV", engine="pyogrio", GEOMETRY="AS_WKT")
    # Also as pandas writes it, with WKB in hexadecimal digits, tabs and CRLF.
    table = zones.drop(columns="geometry").assign(geom=zones.geometry.to_wkb(hex=True))
    table.to_csv(FOLDER / f"{name}.tsv", sep="\t", index=False, lineterminator="\r\n")


def main():
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    polygons = geopandas.read_file(FIXTURES / "zones/polygons.geojson", engine="pyogrio")
    # As RFC 7946 winds rings, which GDAL does of itself in some of the formats.
    polygons.geometry = shapely.orient_polygons(polygons.geometry.array)
    write(polygons, "polygons")
    with zipfile.ZipFile(FOLDER / "polygons.kmz", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("doc.kml"), (FOLDER / "polygons.kml").read_bytes(), zipfile.ZIP_DEFLATED)
    geometry = shapely.from_wkt(PATHS)
    paths = geopandas.GeoDataFrame({"name": list("abcdef")}, geometry=geometry, crs="EPSG:4326")
    write(paths, "paths")


main()
