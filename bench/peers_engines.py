"""One peer on the cases of peers.py: python peers_engines.py PEER FOLDER. Exits with 3 where the peer is not there.

Prints {"version", "answers": {case: [{statistic: value}, ...]}}, without what a peer does not have.
"""
import json
import subprocess
import sys
import tempfile
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

RULES = {
    "rastrum": {"any": "center", "center": "center", "fraction": "fraction"},
    "exactextract": {"any": "fraction", "fraction": "fraction"},
    "gdal": {"any": "default", "center": "default", "fraction": "fractional"},
    "rasterstats": {"any": "center", "center": "center"},
    "xrspatial": {"any": "cells"},
}


def main(peer, folder):
    try:
        found, run = ENGINES[peer]()
    except ImportError as absent:
        print(absent, file=sys.stderr)
        raise SystemExit(3) from None
    answers = {}
    for case in json.loads((folder / "cases.json").read_text()):
        if case["rule"] not in RULES[peer]:
            continue
        rows = run(case, folder / case["name"], RULES[peer][case["rule"]])
        answers[case["name"]] = [{key: plain(value) for key, value in row.items()} for row in rows]
    print(json.dumps({"version": found, "answers": answers}))


def plain(value):
    """NumPy's numbers as Python's, lists of them too, NaN as none."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    return None if value != value else value


def features_of(place):
    return json.loads((place / "zones.geojson").read_text())["features"]


def cells_of(case, place):
    import numpy

    return numpy.frombuffer((place / "c/0/0").read_bytes(), case["dtype"]).reshape(case["height"], case["width"])


def rastrum():
    root = Path(__file__).parent.parent
    found = json.loads((root / "package.json").read_text())["version"]

    def run(case, place, rule):
        with tempfile.TemporaryDirectory() as scratch:
            out = Path(scratch, "rows.json")
            command = ["node", root / "dist/cli.js", "zonal", place, place / "zones.geojson", "--rule", rule]
            command += ["--stats", ",".join(case["statistics"]), "--zones-crs", "raster", "--backend", "cpu"]
            command += ["--transform", f"1,0,0,0,-1,{case['height']}", "--out", out]
            subprocess.run(command, check=True, capture_output=True)
            return json.loads(out.read_text())

    return found, run


def exactextract():
    from exactextract import exact_extract
    from exactextract.raster import NumPyRasterSource

    def run(case, place, _rule):
        bounds = {"xmin": 0, "ymin": 0, "xmax": case["width"], "ymax": case["height"]}
        source = NumPyRasterSource(cells_of(case, place), **bounds)
        names = {s: "quantile(q=0.9)" if s == "quantile(0.9)" else s for s in case["statistics"]}
        rows = exact_extract(source, features_of(place), list(names.values()))
        columns = {s: "quantile_90" if s == "quantile(0.9)" else s for s in names}
        return [{s: row["properties"][column] for s, column in columns.items()} for row in rows]

    return version("exactextract"), run


def rasterstats():
    from affine import Affine
    from rasterstats import zonal_stats

    own = {"stdev": "std", "quantile(0.9)": "percentile_90"}
    known = {"count", "sum", "mean", "min", "max", "stdev", "median", "quantile(0.9)"}

    def run(case, place, _rule):
        asked = {s: own.get(s, s) for s in case["statistics"] if s in known}
        if not asked:
            return [{} for _ in features_of(place)]
        affine = Affine(1, 0, 0, 0, -1, case["height"])
        named = {"affine": affine, "stats": list(asked.values()), "nodata": -999}
        rows = zonal_stats(features_of(place), cells_of(case, place), **named)
        return [{s: row[name] for s, name in asked.items()} for row in rows]

    return version("rasterstats"), run


def gdal():
    with suppress(ImportError):
        import pyramids  # noqa: F401  of pyramids-core, whose wheel carries GDAL
    from osgeo import gdal

    gdal.UseExceptions()

    def run(case, place, rule):
        width, height = case["width"], case["height"]
        kind = gdal.GetDataTypeByName({"uint8": "Byte"}.get(case["dtype"], case["dtype"].capitalize()))
        raster = gdal.GetDriverByName("MEM").Create("", width, height, 1, kind)
        raster.SetGeoTransform([0, 1, 0, height, 0, -1])
        raster.GetRasterBand(1).WriteRaster(0, 0, width, height, (place / "c/0/0").read_bytes())
        columns = {}
        for statistic in case["statistics"]:
            try:
                columns[statistic] = ask(raster, place, rule, statistic)
            except RuntimeError as refused:  # what it does not have, or lists and refuses
                print(f"{case['name']}: {statistic}: {refused}", file=sys.stderr)
        return [{s: values[i] for s, values in columns.items()} for i in range(len(features_of(place)))]

    def ask(raster, place, rule, statistic):
        named = {"stat": [statistic], "pixels": rule, "include_field": ["id"]}
        zones = str(place / "zones.geojson")
        done = gdal.Run("raster", "zonal-stats", input=raster, zones=zones, output="", output_format="MEM", **named)
        table = done.Output()  # its layer lives as long as it does
        values = {feature["id"]: feature[statistic] for feature in table.GetLayer(0)}
        return [values[i] for i in range(len(values))]

    return gdal.__version__, run


def xrspatial():
    import numpy
    import xarray
    from xrspatial import zonal

    own = {"variance": "var", "stdev": "std"}
    known = {"count", "sum", "mean", "min", "max", "variance", "stdev"}

    def run(case, place, _rule):
        """One zone at a time, rasterized here: its rectangles go along cell borders."""
        asked = {s: own.get(s, s) for s in case["statistics"] if s in known}
        cells, rows = cells_of(case, place), []
        for feature in features_of(place) if asked else []:
            xs, ys = zip(*feature["geometry"]["coordinates"][0], strict=True)
            zones = numpy.zeros(cells.shape, "int32")
            zones[case["height"] - max(ys) : case["height"] - min(ys), min(xs) : max(xs)] = 1
            pair = [xarray.DataArray(each, dims=("y", "x")) for each in (zones, cells)]
            table = zonal.stats(*pair, zone_ids=[1], stats_funcs=list(asked.values()))
            rows.append({s: table[name].iloc[0] for s, name in asked.items()})
        return rows or [{} for _ in features_of(place)]

    return version("xarray-spatial"), run


ENGINES = {
    "rastrum": rastrum,
    "exactextract": exactextract,
    "rasterstats": rasterstats,
    "gdal": gdal,
    "xrspatial": xrspatial,
}

if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
