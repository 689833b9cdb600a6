"""Makes test/fixtures/zones: the same zones in every binary format, and as GeoJSON, which says what they are.

Run with Python 3.12, geopandas 1.2.0, pyogrio 0.13.0 (GDAL 3.12.4), pyarrow 26.0.1, shapely 2.2.0, geoarrow-pyarrow 0.3.0:

    python3 scripts/make-zone-fixtures.py

The files are committed: tests need no Python.
"""

import json
import shutil
import zipfile
from pathlib import Path

import geopandas
import pandas
import pyarrow
import shapely
from pyarrow import ipc, parquet

FOLDER = Path(__file__).parent.parent / "test/fixtures/zones"

SQUARE = "POLYGON ((10 50, 11 50, 11 51, 10 51, 10 50))"
HOLED = "POLYGON ((12 50, 14 50.25, 14 52, 12 52, 12 50), (12.5 50.5, 13 50.5, 13 51, 12.5 50.5), (13.5 51.5, 13.5 51.75, 13.25 51.5, 13.5 51.5))"
PARTS = "MULTIPOLYGON (((15 50, 16 50, 15.5 51, 15 50)), ((17 50, 19 50, 19 52, 17 52, 17 50), (17.5 50.5, 18.5 50.5, 18.5 51.5, 17.5 51.5, 17.5 50.5)))"
SLIVER = "POLYGON ((10.125 52.0625, 10.3333333333333333 52.1, 10.2 52.7, 10.125 52.0625))"


def frame(shapes, crs="EPSG:4326"):
    count = len(shapes)
    geometry = [None if shape is None else shapely.from_wkt(shape) for shape in shapes]
    columns = {
        "name": ["Zürich", "東京 – ö", None, "d", "e", "f"][:count],
        "code": [1, 2, 3, 4, 5, 6][:count],
        "share": [0.5, 0.25, None, -1.5, 1e10, 0.1][:count],
        "whole": [9007199254740993, -1, 0, 1, 2, 3][:count],
        "flag": [True, False, True, False, True, False][:count],
    }
    return geopandas.GeoDataFrame(columns, geometry=geometry, crs=crs)


def write_geojson(zones, name):
    """Null and empty geometries alike are null: zones without cells."""
    features = []
    for i, geometry in enumerate(zones.geometry):
        record = {key: zones[key].iloc[i] for key in zones.columns if key != "geometry"}
        properties = {key: value.item() if hasattr(value, "item") else value for key, value in record.items()}
        properties = {key: None if value != value else value for key, value in properties.items()}
        shape = None if geometry is None or geometry.is_empty else json.loads(shapely.to_geojson(shapely.force_2d(geometry)))
        features.append({"type": "Feature", "properties": properties, "geometry": shape})
    epsg = zones.crs.to_epsg()
    crs = {} if epsg == 4326 else {"crs": {"type": "name", "properties": {"name": f"EPSG:{epsg}"}}}
    text = json.dumps({"type": "FeatureCollection", **crs, "features": features}, ensure_ascii=False)
    (FOLDER / f"{name}.geojson").write_text(text + "\n", encoding="utf-8")


def write_shapefile(zones, name, **options):
    folder = FOLDER / "shapefile"
    folder.mkdir()
    zones.to_file(folder / f"{name}.shp", engine="pyogrio", **options)
    with zipfile.ZipFile(FOLDER / f"{name}.shp.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.iterdir()):
            archive.writestr(zipfile.ZipInfo(f"data/{path.name}", (2026, 1, 1, 0, 0, 0)), path.read_bytes(), zipfile.ZIP_DEFLATED)
    shutil.rmtree(folder)


def write_arrow(zones, name, encoding, interleaved=True):
    table = pyarrow.table(zones.to_arrow(index=False, geometry_encoding=encoding, interleaved=interleaved))
    with ipc.new_file(FOLDER / f"{name}.arrow", table.schema) as writer:
        writer.write_table(table, max_chunksize=4)
    if encoding == "WKB":
        with ipc.new_stream(FOLDER / f"{name}.arrows", table.schema) as writer:
            writer.write_table(table, max_chunksize=4)


def write_arrow_kinds(zones, name):
    """Packed buffers; and geometries as views, and as texts."""
    table = pyarrow.table(zones.to_arrow(index=False, geometry_encoding="geoarrow"))
    with ipc.new_file(FOLDER / f"{name}-lz4.arrow", table.schema, options=ipc.IpcWriteOptions(compression="lz4")) as writer:
        writer.write_table(table, max_chunksize=4)
    table = pyarrow.table(zones.to_arrow(index=False, geometry_encoding="WKB"))
    with ipc.new_stream(FOLDER / f"{name}-zstd.arrows", table.schema, options=ipc.IpcWriteOptions(compression="zstd")) as writer:
        writer.write_table(table, max_chunksize=4)
    at = table.schema.get_field_index("geometry")
    metadata = table.schema.field(at).metadata
    texts = [None if shape is None else shapely.to_wkt(shape, rounding_precision=-1) for shape in zones.geometry]
    views = pyarrow.array(table["geometry"].to_pylist(), pyarrow.binary_view())
    kinds = {"views": (views, metadata), "wkt": (pyarrow.array(texts), {**metadata, b"ARROW:extension:name": b"geoarrow.wkt"})}
    for kind, (values, own) in kinds.items():
        field = pyarrow.field("geometry", values.type, metadata=own)
        other = table.set_column(at, field, values)
        with ipc.new_stream(FOLDER / f"{name}-{kind}.arrows", other.schema) as writer:
            writer.write_table(other)


def write_native(zones, path, **options):
    """Parquet's own type GEOMETRY, which pyarrow writes of columns whose extension type is known to it."""
    import geoarrow.pyarrow

    table = pyarrow.table(zones.to_arrow(index=False, geometry_encoding="WKB"))
    assert isinstance(table.schema.field("geometry").type, geoarrow.pyarrow.WkbType)
    parquet.write_table(table, path, store_schema=False, **options)


def write_all(zones, name):
    write_geojson(zones, name)
    zones.to_file(FOLDER / f"{name}.fgb", engine="pyogrio", SPATIAL_INDEX="NO")
    zones.to_file(FOLDER / f"{name}.gpkg", engine="pyogrio", layer="zones")
    write_shapefile(zones, name, ENCODING="UTF-8")
    zones.to_parquet(FOLDER / f"{name}.parquet", schema_version="1.1.0", compression="snappy")
    if not zones.has_z.any():
        zones.to_parquet(FOLDER / f"{name}-geoarrow.parquet", schema_version="1.1.0", geometry_encoding="geoarrow")
    write_arrow(zones, f"{name}-wkb", "WKB")
    write_arrow(zones, f"{name}-interleaved", "geoarrow")
    write_arrow(zones, f"{name}-separated", "geoarrow", interleaved=False)


def lattice(count):
    """Small squares all over Europe, for indices: far more than one node of any tree holds."""
    side = round(count**0.5)
    boxes = [shapely.box(i % side, 35 + i // side * 0.5, i % side + 0.25, 35.25 + i // side * 0.5) for i in range(count)]
    return geopandas.GeoDataFrame({"name": [f"box {i}" for i in range(count)]}, geometry=boxes, crs="EPSG:4326")


def main():
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    write_all(frame([SQUARE, HOLED, PARTS, SLIVER, None, "POLYGON EMPTY"]), "polygons")
    write_arrow_kinds(frame([SQUARE, HOLED, PARTS, SLIVER, None, "POLYGON EMPTY"]), "polygons")
    tall = ["POLYGON Z ((500000 5600000 1, 500500 5600000 2, 500500 5600700.5 3, 500000 5600000 1))"]
    tall += ["POLYGON Z ((501000 5600000 1, 502000 5600000 2, 502000 5601000 3, 501000 5601000 4, 501000 5600000 1), (501250 5600250 0, 501750 5600250 0, 501750 5600750 0, 501250 5600250 0))"]
    write_all(frame(tall, "EPSG:32633"), "tall")
    boxes = lattice(400)
    boxes.to_file(FOLDER / "indexed.fgb", engine="pyogrio")
    boxes.head(1).to_file(FOLDER / "one.fgb", engine="pyogrio")
    circle = [(1 + i / 1000, 1 + i * i / 1e6) for i in range(3000)]
    long = geopandas.GeoDataFrame({"name": ["long " * 2000]}, geometry=[shapely.Polygon(circle)], crs=boxes.crs)
    many = pandas.concat([boxes, long], ignore_index=True)
    many.to_file(FOLDER / "many.gpkg", engine="pyogrio", layer="many", SPATIAL_INDEX="NO")
    boxes.to_parquet(FOLDER / "covered.parquet", schema_version="1.1.0", write_covering_bbox=True, row_group_size=50, compression="zstd")
    few = boxes.head(20).assign(day=pandas.date_range("2026-01-01", periods=20))
    few = few.assign(at=few.day.dt.as_unit("us").dt.tz_localize("UTC"), day=few.day.dt.date)
    for codec in ["gzip", "lz4", "brotli", "none"]:
        few.to_parquet(FOLDER / f"boxes-{codec}.parquet", schema_version="1.0.0", compression=None if codec == "none" else codec)
    few.to_parquet(FOLDER / "boxes-v2.parquet", data_page_version="2.0", compression="zstd", use_dictionary=["name"], column_encoding={"day": "DELTA_BINARY_PACKED"})
    names = few.assign(name=[None if i % 5 == 2 else name for i, name in enumerate(few.name)])
    for version in ["1.0", "2.0"]:
        names.to_parquet(FOLDER / f"boxes-delta-{version}.parquet", data_page_version=version, use_dictionary=False, column_encoding={"name": "DELTA_BYTE_ARRAY", "geometry": "DELTA_LENGTH_BYTE_ARRAY"})
    # Last, since it makes pyarrow know the type for good.
    write_native(boxes, FOLDER / "native.parquet", row_group_size=50)
    write_native(frame(tall, "EPSG:32633"), FOLDER / "native-tall.parquet")
    print(sum(path.stat().st_size for path in FOLDER.iterdir()), "bytes in", len(list(FOLDER.iterdir())), "files")


main()
