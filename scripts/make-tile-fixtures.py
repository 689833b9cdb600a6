"""Makes test/unit/source/cog/tiles.json: tiles as GDAL writes them and the cells that GDAL reads from them.

    python3 scripts/make-tile-fixtures.py        (rasterio 1.5, GDAL 3.12)
"""

import base64, json, os, struct, tempfile, warnings
import numpy as np, rasterio

warnings.filterwarnings("ignore")
OUT = os.path.join(os.path.dirname(__file__), "../test/unit/source/cog/tiles.json")
FORMATS = {1: "B", 2: "B", 3: "H", 4: "I", 6: "b", 7: "B", 8: "h", 9: "i", 11: "f", 12: "d"}
random = np.random.default_rng(7)


def tags(data):
    """All tags of the first directory of a classic TIFF."""
    order = {b"II": "<", b"MM": ">"}[data[:2]]
    (at,) = struct.unpack(order + "I", data[4:8])
    (count,) = struct.unpack(order + "H", data[at : at + 2])
    found = {}
    for entry in range(at + 2, at + 2 + 12 * count, 12):
        tag, kind, length = struct.unpack(order + "HHI", data[entry : entry + 8])
        if kind not in FORMATS:
            continue
        text = order + str(length) + FORMATS[kind]
        start = entry + 8 if struct.calcsize(text) <= 4 else struct.unpack(order + "I", data[entry + 8 : entry + 12])[0]
        found[tag] = list(struct.unpack_from(text, data, start))
    return order, found


def smooth(bands, dtype, rows, columns):
    y, x = np.mgrid[0:rows, 0:columns]
    cells = [(np.sin(x / (4 + i)) + np.cos(y / (3 + i))) * 50 + 120 + random.integers(0, 9, x.shape) for i in range(bands)]
    return np.stack(cells).astype(dtype)


def fixture(name, cells, tiled=True, **options):
    path = os.path.join(tempfile.mkdtemp(), "x.tif")
    bands, rows, columns = cells.shape
    if tiled:
        options.update(tiled=True, blockxsize=columns, blockysize=rows)
    else:
        options.update(blockysize=rows)
    with rasterio.open(path, "w", driver="GTiff", width=columns, height=rows, count=bands, dtype=cells.dtype, **options) as out:
        out.write(cells)
    with rasterio.open(path) as source:
        read = source.read()
    data = open(path, "rb").read()
    order, found = tags(data)
    first = lambda tag, default: found.get(tag, [default])[0]
    start, length = first(324, first(273, 0)), first(325, first(279, 0))
    planar = first(284, 1)
    samples = 1 if planar == 2 else bands
    recipe = {
        "shape": [samples, rows, columns],
        "dtype": str(cells.dtype),
        "bitsPerSample": first(258, 1),
        "sampleFormat": first(339, 1),
        "littleEndian": order == "<",
        "fillOrder": first(266, 1),
        "compression": first(259, 1),
        "predictor": first(317, 1),
        "photometric": first(262, 1),
        "planar": planar,
        "lercParameters": found.get(50674),
        "faxOptions": first(292, first(293, 0)),
        "extraSamples": found.get(338, []),
    }
    expected = read[:samples].astype("float32" if read.dtype == np.float16 else read.dtype)
    return {
        "name": name,
        "recipe": recipe,
        "jpegTables": base64.b64encode(bytes(found[347])).decode() if 347 in found else None,
        "bytes": base64.b64encode(data[start : start + length]).decode(),
        "cells": base64.b64encode(expected.tobytes()).decode(),
    }


def fixtures():
    for dtype in ["uint8", "int16", "uint32", "float32", "float64"]:
        yield fixture(f"lerc {dtype}", smooth(1, dtype, 16, 16), compress="lerc")
    yield fixture("lerc, three values a cell", smooth(3, "uint16", 16, 16), compress="lerc", interleave="pixel")
    yield fixture("lerc, lossy", smooth(1, "float32", 16, 32), compress="lerc", MAX_Z_ERROR=0.5)
    yield fixture("lerc in deflate", smooth(1, "float32", 16, 16), compress="lerc_deflate")
    yield fixture("lerc in zstd", smooth(1, "float32", 16, 16), compress="lerc_zstd")
    holes = smooth(3, "float32", 16, 16)
    holes[0, 2:5, 3:9] = np.nan
    yield fixture("lerc with cells that are none", holes[:1], compress="lerc")
    holes[2, 8:, :] = np.nan
    yield fixture("lerc with values that are none", holes, compress="lerc", interleave="pixel")
    opaque = smooth(4, "uint8", 16, 16)
    opaque[3] = np.where(opaque[0] > 120, 255, 0)
    yield fixture("lerc whose mask is alpha", opaque, compress="lerc", photometric="RGB", alpha="unassociated")
    for bands in [3, 4]:
        yield fixture(f"webp {bands}", smooth(bands, "uint8", 16, 16), compress="webp", WEBP_LOSSLESS=True)
        yield fixture(f"webp {bands}, lossy", smooth(bands, "uint8", 20, 33), False, compress="webp")
    for bands in [1, 2, 3, 4]:
        yield fixture(f"jpeg {bands}", smooth(bands, "uint8", 16, 32), compress="jpeg", interleave="pixel")
    yield fixture("jpeg ycbcr", smooth(3, "uint8", 32, 48), compress="jpeg", photometric="YCBCR", interleave="pixel")
    yield fixture("jpeg ycbcr, odd size", smooth(3, "uint8", 21, 37), False, compress="jpeg", photometric="YCBCR", interleave="pixel")
    yield fixture("jpeg ycbcr, two columns", smooth(3, "uint8", 9, 2), False, compress="jpeg", photometric="YCBCR", interleave="pixel")
    yield fixture("jpeg cmyk", smooth(4, "uint8", 16, 16), compress="jpeg", photometric="CMYK", interleave="pixel")
    yield fixture("jpeg 12 bits", smooth(1, "uint16", 16, 16) * 13, compress="jpeg", NBITS=12)
    yield fixture("cmyk", smooth(4, "uint8", 16, 16), photometric="CMYK", interleave="pixel")
    for predictor in [1, 2]:
        yield fixture(f"lzma, predictor {predictor}", smooth(1, "int16", 16, 16), compress="lzma", predictor=predictor)
    bits = (smooth(1, "uint8", 40, 57) > 125).astype("uint8")
    noise = random.integers(0, 2, (1, 24, 40)).astype("uint8")
    for compress in ["CCITTRLE", "CCITTFAX3", "CCITTFAX4"]:
        yield fixture(compress, bits, False, compress=compress, NBITS=1)
        yield fixture(f"{compress} of noise", noise, False, compress=compress, NBITS=1, photometric="MINISWHITE")
    for dtype in ["uint8", "int16", "uint32", "int64", "float16", "float32", "float64"]:
        for predictor in [2, 3] if dtype in ["float32", "float64"] else [2]:
            for endianness in ["LITTLE", "BIG"]:
                name = f"{dtype}, predictor {predictor}, {endianness.lower()}-endian"
                options = dict(compress="lzw", predictor=predictor, ENDIANNESS=endianness, interleave="pixel")
                yield fixture(name, smooth(2, dtype, 5, 7), False, **options)
    for bits in [1, 2, 3, 5, 7, 10, 12, 14, 17, 24, 25, 31]:
        dtype = "uint8" if bits < 8 else "uint16" if bits < 16 else "uint32"
        cells = random.integers(0, 2**bits, (2, 5, 7)).astype(dtype)
        yield fixture(f"{bits} bits", cells, False, NBITS=bits, interleave="pixel")
        yield fixture(f"{bits} bits, big-endian", cells, False, NBITS=bits, interleave="pixel", ENDIANNESS="BIG")
    for bits in [16, 24]:
        yield fixture(f"floats of {bits} bits", smooth(1, "float32", 5, 7), False, NBITS=bits)
    for dtype in ["uint16", "float32", "float64"]:
        name, compress = f"lerc {dtype}, big-endian", "lerc_deflate" if dtype == "uint16" else "lerc"
        yield fixture(name, smooth(1, dtype, 16, 16), compress=compress, ENDIANNESS="BIG")


with open(OUT, "w") as out:
    out.write("[\n" + ",\n".join(json.dumps(each) for each in fixtures()) + "\n]\n")
