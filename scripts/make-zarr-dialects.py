"""
Writes Zarrs of all dialects as zarr-python 3.4 and numcodecs 0.17 have them, with what is in them, into one file:

    python3 scripts/make-zarr-dialects.py test/fixtures/zarr-dialects.json

A case: its files (base64 by key), `kind` (read, error: to be refused), and of each slice [count, sum] of its cells.
"""

import base64, json, os, shutil, sys, tempfile, warnings
import numpy as np, zarr, numcodecs
from zarr.codecs import *

warnings.simplefilter("ignore")
OUT = tempfile.mkdtemp()
H, W = 9, 7
rng = np.random.default_rng(7)
yy, xx = np.mgrid[0:H, 0:W]


def data(dt):
    dt = np.dtype(dt)
    if dt == bool:
        return (yy + xx) % 3 == 0
    if dt.kind == "f":
        return (np.sin(yy / 7) * 50 + xx * 1.5).astype(dt)
    if dt.kind == "u":
        return ((yy * 7 + xx * 3) % 200).astype(dt)
    if dt.kind == "i":
        return ((yy * 7 + xx * 3) % 200 - 100).astype(dt)
    if dt.kind == "c":
        return (yy + 1j * xx).astype(dt)


cases = {}


def case(name, a, kind="read", path="v", nodata=None):
    a = np.asarray(a)
    b = a.astype("f8") if a.dtype.kind != "c" else a.real
    if nodata is not None:
        b = np.where(a == nodata, np.nan, b)
    b = b.reshape(-1, H, W)
    cases[name] = dict(path=path, kind=kind, sums=[[int(np.isfinite(s).sum()), float(np.nansum(s))] for s in b])


def write(version, name, a, dt=None, kind="read", nodata=None, cells=True, consolidated=False, attrs={}, **kw):
    """One array `v` of chunks of 4 x 4 in a group; what zarr-python cannot write is told and left out."""
    st = f"{OUT}/{name}.zarr"
    try:
        g = zarr.open_group(st, mode="w", zarr_format=version)
        arr = g.create_array("v", shape=a.shape, dtype=dt or a.dtype, **{"chunks": (4, 4), **kw})
        arr.attrs.update(attrs)
        if cells:
            arr[:] = a
        if consolidated:
            zarr.consolidate_metadata(st)
        case(name, a, kind, nodata=nodata)
    except Exception as e:
        print("FAILED", name, repr(e)[:300])
        shutil.rmtree(st, ignore_errors=True)


def v2(name, a, dims=("y", "x"), **kw):
    write(2, name, a, attrs={"_ARRAY_DIMENSIONS": list(dims)}, **{"fill_value": None, **kw})


def v3(name, a, dims=("y", "x"), **kw):
    write(3, name, a, dimension_names=dims, **kw)


nc = numcodecs
# v2 dtypes, both orders
for dt in [
    "b1",
    "i1",
    "u1",
    "<i2",
    ">i2",
    "<u2",
    ">u2",
    "<i4",
    ">i4",
    "<u4",
    ">u4",
    "<i8",
    ">i8",
    "<u8",
    ">u8",
    "<f2",
    ">f2",
    "<f4",
    ">f4",
    "<f8",
    ">f8",
]:
    a = data(dt)
    v2("2-dt-" + dt.replace("<", "le").replace(">", "be"), a, compressors=nc.Zlib(1))
for dt in ["<c8", "<c16"]:
    v2("2-dt-" + dt[1:], data(dt), kind="error", compressors=None)
# compressors
f = data("<f4")
for n, c in dict(
    none=None,
    zlib=nc.Zlib(5),
    gzip=nc.GZip(5),
    zstd=nc.Zstd(3),
    zstdcs=nc.Zstd(3, checksum=True),
    lz4=nc.LZ4(),
    bz2=nc.BZ2(3),
    lzma=nc.LZMA(),
    lzmaalone=nc.LZMA(format=2),
    lzmaraw=nc.LZMA(format=3, filters=[{"id": 0x21, "preset": 1}]),
    lzmadelta=nc.LZMA(filters=[{"id": 3, "dist": 4}, {"id": 0x21, "preset": 1}]),
).items():
    v2("2-c-" + n, f, compressors=c, kind="optional" if n.startswith(("bz2", "lzma")) else "read")
for cn in ["lz4", "lz4hc", "blosclz", "zlib", "zstd", "snappy"]:
    for sh in [0, 1, 2]:
        try:
            v2(f"2-blosc-{cn}-{sh}", f, compressors=nc.Blosc(cn, 5, sh))
        except Exception as e:
            print(cn, e)
v2("2-blosc-bs", f, compressors=nc.Blosc("zstd", 5, 2, blocksize=256))
v2("2-blosc-big", data(">i2"), compressors=nc.Blosc("lz4", 5, 2))
# filters
i2 = data("<i2")
i4 = data("<i4")
f8 = data("<f8")
v2("2-delta-i4", i4, filters=[nc.Delta("<i4")], compressors=nc.Zlib(1))
v2("2-delta-i4-i1", (i4 // 100).astype("<i4"), filters=[nc.Delta("<i4", astype="<i2")], compressors=nc.Zlib(1))
v2("2-delta-f4", f.round(), filters=[nc.Delta("<f4")], compressors=nc.Zlib(1))
v2("2-delta-u1", data("u1"), filters=[nc.Delta("u1")], compressors=nc.Zlib(1))
v2("2-delta-u2", data("<u2"), filters=[nc.Delta("<u2")], compressors=nc.Zlib(1))
v2("2-delta-be", data(">i4"), filters=[nc.Delta(">i4")], compressors=nc.Zlib(1))
v2("2-delta-i8", data("<i8"), filters=[nc.Delta("<i8")], compressors=nc.Zlib(1))
v2("2-delta-f2", data("<f2").round(), filters=[nc.Delta("<f2")], compressors=nc.Zlib(1), kind="optional")
v2("2-shuffle", f, filters=[nc.Shuffle(4)], compressors=nc.Zlib(1))
v2("2-shuffle-only", i2, filters=[nc.Shuffle(2)], compressors=None)
v2("2-shuffle-f8", f8, filters=[nc.Shuffle(8)], compressors=nc.Zstd(1))
v2(
    "2-fso-i2",
    f8.round(1),
    filters=[nc.FixedScaleOffset(offset=0, scale=10, dtype="<f8", astype="<i2")],
    compressors=nc.Zlib(1),
)
v2(
    "2-fso-u1",
    (f8.round(0) + 100).astype("<f4") - 50,
    filters=[nc.FixedScaleOffset(offset=-50, scale=1, dtype="<f4", astype="u1")],
    compressors=nc.Zlib(1),
)
v2("2-fso-same", f8.round(1), filters=[nc.FixedScaleOffset(offset=5, scale=10, dtype="<f8")], compressors=nc.Zlib(1))
v2("2-quantize", nc.Quantize(2, "<f4").encode(f), filters=[nc.Quantize(2, "<f4")], compressors=nc.Zlib(1))
v2(
    "2-quantize-astype",
    nc.Quantize(2, "<f8", astype="<f4").encode(f8).astype("f8"),
    dt="<f8",
    filters=[nc.Quantize(2, "<f8", astype="<f4")],
    compressors=nc.Zlib(1),
)
v2("2-bitround", f.round(), filters=[nc.BitRound(10)], compressors=nc.Zlib(1))
v2("2-packbits", data(bool), filters=[nc.PackBits()], compressors=nc.Zlib(1))
v2("2-astype", f8.astype("<f4").astype("<f8"), filters=[nc.AsType("<f4", "<f8")], compressors=nc.Zlib(1))
v2("2-astype-int", i4, filters=[nc.AsType("<i2", "<i4")], compressors=nc.Zlib(1))
v2("2-crc32", f, filters=[nc.CRC32()], compressors=None)
v2("2-crc32-end", f, filters=[nc.CRC32(location="end")], compressors=None)
v2("2-adler32", f, filters=[nc.Adler32()], compressors=nc.Zlib(1))
v2("2-crc32c", f, filters=[nc.CRC32C()] if hasattr(nc, "CRC32C") else [nc.Shuffle(4)], compressors=None)
try:
    v2("2-fletcher32", f, filters=[nc.Fletcher32()], compressors=nc.Zlib(1))
except Exception as e:
    print(e)
try:
    v2("2-jenkins", f, filters=[nc.JenkinsLookup3()], compressors=None, kind="optional")
except Exception as e:
    print(e)
v2("2-zlib-twice", f, filters=[nc.Shuffle(4), nc.Zlib(1)], compressors=nc.Zstd(1))
v2("2-F", f, order="F", compressors=nc.Zlib(1))
v2("2-F-3d", np.stack([f, f * 2, f * 3]), order="F", chunks=(2, 4, 4), dims=("t", "y", "x"), compressors=nc.Zlib(1))
v2("2-F-be-shuffle", data(">f4"), order="F", filters=[nc.Shuffle(4)], compressors=nc.Zlib(1))
v2("2-F-delta", i4, order="F", filters=[nc.Delta("<i4")], compressors=nc.Zlib(1))
v2("2-sep-slash", f, chunk_key_encoding={"name": "v2", "separator": "/"})
v2("2-consolidated", f, consolidated=True)
v2("2-nodata", i2, fill_value=-100, nodata=-100)
v2("2-missing", np.full((H, W), np.nan, "f4"), fill_value=7.0, cells=False, nodata=7)
v2("2-odd-chunks", f, chunks=(5, 100))
v2("2-one-chunk", f, chunks=(H, W))
v2("2-nodims", f)
v2("2-fill-nan", f, fill_value=float("nan"))
v2("2-fill-inf", f, fill_value=float("inf"))
# v3
bb = dict
for dt in [
    "bool",
    "int8",
    "uint8",
    "int16",
    "uint16",
    "int32",
    "uint32",
    "int64",
    "uint64",
    "float16",
    "float32",
    "float64",
]:
    v3("3-dt-" + dt, data(dt))
    if dt not in ("bool", "int8", "uint8"):
        v3("3-be-" + dt, data(dt), serializer=BytesCodec(endian="big"))
for dt in ["complex64", "complex128"]:
    v3("3-dt-" + dt, data(dt), kind="error")
for n, c in dict(
    none=None,
    gzip=GzipCodec(),
    zstd=ZstdCodec(),
    zstdcs=ZstdCodec(checksum=True),
    crc=Crc32cCodec(),
    two=[ZstdCodec(), Crc32cCodec()],
    crcfirst=[Crc32cCodec(), GzipCodec()],
).items():
    v3("3-c-" + n, f, compressors=c)
for cn in ["lz4", "lz4hc", "blosclz", "zlib", "zstd", "snappy"]:
    for sh in ["noshuffle", "shuffle", "bitshuffle"]:
        try:
            v3(f"3-blosc-{cn}-{sh}", f, compressors=BloscCodec(cname=cn, shuffle=sh))
        except Exception as e:
            print(cn, e)
v3("3-transpose", f, filters=[TransposeCodec(order=(1, 0))])
c3 = np.stack([f, f * 2, f * 3, f * 4])
v3("3-transpose3", c3, chunks=(2, 4, 2), dims=("t", "y", "x"), filters=[TransposeCodec(order=(2, 0, 1))])
v3(
    "3-transpose-twice",
    c3,
    chunks=(2, 4, 2),
    dims=("t", "y", "x"),
    filters=[TransposeCodec(order=(2, 0, 1)), TransposeCodec(order=(1, 0, 2))],
)
v3("3-shard", f, shards=(8, 8))
v3(
    "3-shard-start",
    f,
    chunks="auto" if 0 else (8, 8),
    serializer=ShardingCodec(chunk_shape=(4, 4), index_location="start"),
    compressors=None,
)
v3(
    "3-shard-nocrc",
    f,
    chunks=(8, 8),
    serializer=ShardingCodec(chunk_shape=(4, 4), index_codecs=[BytesCodec()]),
    compressors=None,
)
v3(
    "3-shard-be-index",
    f,
    chunks=(8, 8),
    serializer=ShardingCodec(chunk_shape=(4, 4), index_codecs=[BytesCodec(endian="big"), Crc32cCodec()]),
    compressors=None,
)
v3(
    "3-shard-nested",
    f,
    chunks=(8, 8),
    serializer=ShardingCodec(
        chunk_shape=(4, 4), codecs=[ShardingCodec(chunk_shape=(2, 2), codecs=[BytesCodec(), ZstdCodec()])]
    ),
    compressors=None,
)
v3(
    "3-shard-nested-start",
    f,
    chunks=(8, 8),
    serializer=ShardingCodec(
        chunk_shape=(4, 4),
        index_location="start",
        codecs=[ShardingCodec(chunk_shape=(2, 2), index_location="start", codecs=[BytesCodec()])],
    ),
    compressors=None,
)
v3("3-shard-gzip-outside", f, chunks=(8, 8), serializer=ShardingCodec(chunk_shape=(4, 4)), compressors=[GzipCodec()])
v3("3-shard-crc-outside", f, chunks=(8, 8), serializer=ShardingCodec(chunk_shape=(4, 4)), compressors=[Crc32cCodec()])
v3(
    "3-shard-transpose-outside",
    f,
    chunks=(8, 12),
    filters=[TransposeCodec(order=(1, 0))],
    serializer=ShardingCodec(chunk_shape=(4, 2)),
    compressors=None,
)
v3(
    "3-shard-transpose-inside",
    f,
    chunks=(8, 12),
    serializer=ShardingCodec(chunk_shape=(4, 2), codecs=[TransposeCodec(order=(1, 0)), BytesCodec(), ZstdCodec()]),
    compressors=None,
)
v3(
    "3-shard-blosc-in",
    f,
    chunks=(8, 8),
    serializer=ShardingCodec(chunk_shape=(4, 4), codecs=[BytesCodec(), BloscCodec()]),
    compressors=None,
)
half = np.where((yy < 4) & (xx < 4), f, 0).astype("f4")
v3("3-shard-sparse", half, shards=(8, 8), fill_value=0)
v3("3-key-v2", f, chunk_key_encoding={"name": "v2", "separator": "."})
v3("3-key-v2-slash", f, chunk_key_encoding={"name": "v2", "separator": "/"})
v3("3-key-default-dot", f, chunk_key_encoding={"name": "default", "separator": "."})
v3("3-consolidated", f, consolidated=True)
for fv in [float("nan"), float("inf"), -float("inf")]:
    v3(f"3-fill-{fv}", f, fill_value=fv)
v3("3-fill-missing", np.full((H, W), 3.25, "f4"), cells=False, fill_value=3.25)
v3("3-fill-missing-nan", np.full((H, W), np.nan, "f4"), cells=False, fill_value=float("nan"))
v3("3-fill-missing-f2", np.full((H, W), 1.5, "f2"), cells=False, fill_value=1.5)
v3("3-fill-missing-bool", np.full((H, W), True), cells=False, fill_value=True)
v3("3-fill-missing-i8", np.full((H, W), 2**40, "i8"), cells=False, fill_value=2**40)
from zarr.codecs import numcodecs as zn

for n, (a, kw) in dict(
    delta=(i4, dict(filters=[zn.Delta(dtype="<i4")])),
    fso=(f8.round(1), dict(filters=[zn.FixedScaleOffset(offset=0, scale=10, dtype="<f8", astype="<i2")])),
    quantize=(nc.Quantize(2, "<f4").encode(f), dict(filters=[zn.Quantize(digits=2, dtype="<f4")])),
    packbits=(data(bool), dict(filters=[zn.PackBits()])),
    astype=(f8.astype("f4").astype("f8"), dict(filters=[zn.AsType(encode_dtype="<f4", decode_dtype="<f8")])),
    bitround=(f, dict(filters=[zn.BitRound(keepbits=23)])),
    shuffle=(f, dict(compressors=[zn.Shuffle(elementsize=4), zn.Zlib(level=1)])),
    lz4=(f, dict(compressors=[zn.LZ4()])),
    zstd=(f, dict(compressors=[zn.Zstd()])),
    gzip=(f, dict(compressors=[zn.GZip()])),
    zlib=(f, dict(compressors=[zn.Zlib()])),
    bz2=(f, dict(compressors=[zn.BZ2()])),
    lzma=(f, dict(compressors=[zn.LZMA()])),
    blosc=(f, dict(compressors=[zn.Blosc()])),
    crc32=(f, dict(compressors=[zn.CRC32()])),
    crc32c=(f, dict(compressors=[zn.CRC32C()])),
    adler32=(f, dict(compressors=[zn.Adler32()])),
    fletcher32=(f, dict(compressors=[zn.Fletcher32()])),
    jenkins=(f, dict(compressors=[zn.JenkinsLookup3()])),
).items():
    v3("3-nc-" + n, a, kind="optional" if n in ("bz2", "lzma", "jenkins") else "read", **kw)
try:
    from zarr.codecs import PCodec

    v3("3-pcodec", f, serializer=PCodec(), kind="optional")
except Exception as e:
    print(e)
for mod in ["ScaleOffset", "CastValue", "Bitround"]:
    print(mod, [x for x in dir(zarr.codecs) if mod.lower() in x.lower()])
try:
    v3("3-cast", f8.round(), filters=[CastValue(data_type="int16", rounding="nearest-even")])
except Exception as e:
    print("cast", e)
try:
    v3("3-scale-offset", f8.round(1), filters=[ScaleOffset(offset=3, scale=10)])
except Exception as e:
    print("so", e)
try:
    v3(
        "3-scale-cast",
        f8.round(1),
        filters=[ScaleOffset(offset=3, scale=10), CastValue(data_type="int16", rounding="nearest-even")],
    )
except Exception as e:
    print("so", e)
for dt in ["S4", "U4", "datetime64[ns]", "timedelta64[s]"]:
    try:
        v3("3-dt-" + dt.replace("[", "").replace("]", ""), np.zeros((H, W), dt), kind="error")
    except Exception as e:
        print(dt, e)
    try:
        v2("2-dt-" + dt.replace("[", "").replace("]", ""), np.zeros((H, W), dt), kind="error")
    except Exception as e:
        print(dt, e)
# rectilinear
try:
    st = f"{OUT}/3-rect.zarr"
    g = zarr.open_group(st, mode="w", zarr_format=3)
    zarr.config.set({"array.rectilinear_chunks": True})
    arr = g.create_array("v", shape=f.shape, dtype="f4", chunks=[[2, 4, 3], [4, 3]], dimension_names=("y", "x"))
    arr[:] = f
    case("3-rect", f, "optional")
except Exception as e:
    print("rect", repr(e)[:200])
    shutil.rmtree(st, ignore_errors=True)


def edit(src, dst, fn, kind, file="v/zarr.json"):
    try:
        shutil.copytree(f"{OUT}/{src}.zarr", f"{OUT}/{dst}.zarr")
        p = f"{OUT}/{dst}.zarr/{file}"
        m = json.load(open(p))
        fn(m)
        json.dump(m, open(p, "w"))
        cases[dst] = {**cases[src], "kind": kind}
    except Exception as e:
        print("edit", dst, repr(e))


edit("3-c-none", "3-r8", lambda m: m.update(data_type="r8", fill_value=[0]), "error")
edit(
    "3-c-none", "3-transformer", lambda m: m.update(storage_transformers=[{"name": "x", "configuration": {}}]), "error"
)
edit("3-c-none", "3-transformers-empty", lambda m: m.update(storage_transformers=[]), "read")
edit("3-c-none", "3-unknown-codec", lambda m: m["codecs"].append({"name": "nobodys", "configuration": {}}), "error")
edit("3-c-none", "3-ext-ok", lambda m: m.update(foo={"must_understand": False}), "read")
edit("3-c-none", "3-ext-must", lambda m: m.update(foo={"must_understand": True}), "error")
edit("3-c-none", "3-ext-unknown", lambda m: m.update(foo={"name": "x"}), "error")
edit("3-c-none", "3-keyenc-short", lambda m: m.update(chunk_key_encoding="default"), "read")
edit("3-dt-uint8", "3-u1-noendian", lambda m: m["codecs"].__setitem__(0, {"name": "bytes"}), "read")
edit("3-c-none", "3-f4-noendian", lambda m: m["codecs"].__setitem__(0, {"name": "bytes"}), "any")
edit("3-c-none", "3-fill-hex", lambda m: m.update(fill_value="0x7fc00000"), "read")
edit("2-c-none", "2-fill-b64", lambda m: m.update(fill_value="AAAAAA=="), "any", "v/.zarray")
edit("2-c-none", "2-no-dims", lambda m: m.pop("_ARRAY_DIMENSIONS"), "read", "v/.zattrs")
edit("2-c-none", "2-json2", lambda m: m.update(dtype="|O", filters=[{"id": "json2"}]), "error", "v/.zarray")
edit("2-c-none", "2-msgpack", lambda m: m.update(dtype="|O", filters=[{"id": "msgpack2"}]), "error", "v/.zarray")
edit("2-c-none", "2-pickle", lambda m: m.update(dtype="|O", filters=[{"id": "pickle"}]), "error", "v/.zarray")
edit(
    "2-c-none",
    "2-categorize",
    lambda m: m.update(filters=[{"id": "categorize", "labels": ["a"], "dtype": "<U1", "astype": "|u1"}]),
    "error",
    "v/.zarray",
)
edit("2-c-none", "2-struct", lambda m: m.update(dtype=[["a", "<f4"], ["b", "<f4"]]), "error", "v/.zarray")
for name, made in cases.items():
    root = f"{OUT}/{name}.zarr"
    made["files"] = {}
    for folder, _, names in sorted(os.walk(root)):
        for file in sorted(names):
            path = os.path.join(folder, file)
            made["files"][os.path.relpath(path, root)] = base64.b64encode(open(path, "rb").read()).decode()
with open(sys.argv[1], "w") as out:
    json.dump({"height": H, "width": W, "cases": cases}, out, separators=(",", ":"), sort_keys=True)
