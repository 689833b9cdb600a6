"""The rasters, zones and exact answers of peers.py. Cells are squares of side 1, row 0 at the top (y = height)."""
import array
import json
import math
import random

from peers_exact import coverage_of, statistics_of

SIDE = 64
CODES = {"uint8": "B", "int16": "h", "int32": "i", "int64": "q", "float32": "f", "float64": "d"}
NUMBERS = ["count", "sum", "mean", "variance", "stdev", "median", "quantile(0.9)"]
draw = random.Random(1)

WHOLE = {
    "int16, -100 to 1000": ("int16", lambda: draw.randint(-100, 1000)),
    "int32, full range": ("int32", lambda: draw.randint(-(2**31), 2**31 - 1)),
    "int64, full range": ("int64", lambda: draw.randint(-(2**63), 2**63 - 1)),
    "float32, 0 to 1000": ("float32", lambda: draw.uniform(0, 1000)),
    "float32 at 1e7, 0 to 100 over it": ("float32", lambda: 1e7 + draw.uniform(0, 100)),
    "float64 at 1e9, 0 to 1 over it": ("float64", lambda: 1e9 + draw.random()),
}


def make_cases(folder):
    cases = [*whole_cells(), *parts_of_cells(), *known_answers()]
    for case in cases:
        write(folder, case)
    told = ("name", "dtype", "width", "height", "rule", "statistics")
    described = [{key: case[key] for key in told} for case in cases]
    (folder / "cases.json").write_text(json.dumps(described))
    return cases


def whole_cells():
    """Rectangles along cell borders: every rule has the same cells, so only arithmetic differs."""
    for name, (dtype, value) in WHOLE.items():
        data = array.array(CODES[dtype], [value() for _ in range(SIDE * SIDE)])
        boxes = [random_box() for _ in range(20)]
        truth = []
        for left, top, right, bottom in boxes:
            truth.append(statistics_of([data[r * SIDE + c] for r in range(top, bottom) for c in range(left, right)]))
        zones = [polygon(box(*each)) for each in boxes]
        yield case(name, dtype, data, SIDE, SIDE, "any", zones, truth, NUMBERS)


def parts_of_cells():
    """Stars of 40 vertices, by covered fraction."""
    data = array.array("f", [draw.uniform(0, 1000) for _ in range(SIDE * SIDE)])
    stars = [star() for _ in range(10)]
    truth = []
    for ring in stars:
        covered = coverage_of(ring, SIDE, SIDE)
        values = [data[row * SIDE + column] for row, column in covered]
        truth.append(statistics_of(values, list(covered.values()), weighed=True))
    zones = [polygon(ring) for ring in stars]
    yield case("stars by fraction", "float32", data, SIDE, SIDE, "fraction", zones, truth, NUMBERS)


def known_answers():
    """Small cases of one number each."""
    row = lambda values: ([box(0, 0, len(values), 1)], len(values), 1)  # noqa: E731
    for name, dtype, values, statistics in [
        ("median of 1 and 2", "int16", [1, 2], ["median"]),
        ("four cells of 2^62 + 1", "int64", [2**62 + 1] * 4, ["sum"]),
        ("2^53 + 1", "int64", [2**53 + 1], ["max"]),
        ("1e9 + 0, 1, 2, 3", "float64", [1e9 + i for i in range(4)], ["variance"]),
        ("1e7 + 0, 1, 2, 3", "float32", [1e7 + i for i in range(4)], ["variance"]),
        ("1e16, 1, -1e16", "float64", [1e16, 1, -1e16], ["sum"]),
        ("1000 cells of 0.1", "float32", [0.1] * 1000, ["sum", "variance"]),
    ]:
        rings, width, height = row(values)
        data = array.array(CODES[dtype], values)
        truth = [statistics_of(list(data))]
        yield case(name, dtype, data, width, height, "any", [polygon(rings[0])], truth, statistics, "first")
    ones = array.array("h", [1] * 16)
    halves = [polygon(box(0, 0, 4, 2.5)), polygon(box(0, 2.5, 4, 4))]
    counts = [{"count": 8}, {"count": 8}]  # which zone has the four cells whose centres are on the edge does not matter
    yield case("16 cells in two, edge on centres", "int16", ones, 4, 4, "center", halves, counts, ["count"], "sum")
    square = [ring_of(box(1, 1, 3, 3))]
    twice = {"type": "MultiPolygon", "coordinates": [square, square]}
    truth = [{"count": 4, "coverage": [1]}]
    asked = ["count", "coverage"]
    yield case("a square of 4 cells twice", "int16", ones, 4, 4, "fraction", [twice], truth, asked, "first")


def case(name, dtype, data, width, height, rule, zones, truth, statistics, shown=None):
    flipped = [flip(geometry, height) for geometry in zones]
    described = {"name": name, "dtype": dtype, "width": width, "height": height, "rule": rule, "statistics": statistics}
    return {**described, "data": data, "zones": flipped, "truth": truth, "shown": shown}


def write(folder, case):
    """Raw cells in a Zarr of one chunk, and the zones as GeoJSON in the raster's coordinates."""
    place = folder / case["name"]
    (place / "c/0").mkdir(parents=True)
    (place / "c/0/0").write_bytes(case["data"].tobytes())
    shape = [case["height"], case["width"]]
    metadata = {
        "zarr_format": 3, "node_type": "array", "shape": shape, "data_type": case["dtype"], "fill_value": 0,
        "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": shape}},
        "chunk_key_encoding": {"name": "default", "configuration": {"separator": "/"}},
        "codecs": [{"name": "bytes", "configuration": {"endian": "little"}}],
        "dimension_names": ["y", "x"], "attributes": {},
    }  # fmt: skip
    (place / "zarr.json").write_text(json.dumps(metadata))
    features = [
        {"type": "Feature", "properties": {"id": i}, "geometry": geometry} for i, geometry in enumerate(case["zones"])
    ]
    (place / "zones.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))


def random_box():
    left, top = draw.randrange(SIDE - 20), draw.randrange(SIDE - 20)
    return left, top, left + draw.randint(2, 20), top + draw.randint(2, 20)


def box(left, top, right, bottom):
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]


def star():
    """Coordinates are multiples of 2^-20, so that turning y over does not round."""
    x, y, radius = draw.uniform(16, 48), draw.uniform(16, 48), draw.uniform(4, 12)
    ring = []
    for i in range(40):
        angle, distance = 2 * math.pi * i / 40, radius * draw.uniform(0.6, 1.2)
        point = (x + distance * math.cos(angle), y + distance * math.sin(angle))
        ring.append(tuple(round(v * 2**20) / 2**20 for v in point))
    return [*ring, ring[0]]


def ring_of(points):
    return [list(point) for point in points]


def polygon(points):
    return {"type": "Polygon", "coordinates": [ring_of(points)]}


def flip(geometry, height):
    """Rows count down, y counts up."""

    def turn(part):
        return [turn(each) for each in part] if isinstance(part[0], list) else [part[0], height - part[1]]

    return {"type": geometry["type"], "coordinates": turn(geometry["coordinates"])}
