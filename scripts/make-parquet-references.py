"""Writes test/fixtures/references.parq: kerchunk's references in Parquet, by kerchunk 0.2.10 and fastparquet 2026.9.0.

    pip install kerchunk==0.2.10 fastparquet==2026.9.0 && python scripts/make-parquet-references.py

An int16 array of 4 x 6 cells in chunks of 2 x 2: cell k holds k. Its chunks 0 to 3 lie one after the other in cells.bin
from byte 16 on, chunk 4 is inline, chunk 5 is missing; `whole` is one chunk, which is all of whole.bin. A table holds
four references, so that there are two of the first array.
"""
import json
import pathlib
import shutil

import fsspec
import numpy
from fsspec.implementations.reference import LazyReferenceMapper

folder = pathlib.Path(__file__).parent.parent / "test/fixtures/references.parq"
shutil.rmtree(folder, ignore_errors=True)
cells = numpy.arange(24, dtype="<i2").reshape(4, 6)
chunks = [cells[2 * row : 2 * row + 2, 2 * column : 2 * column + 2].tobytes() for row in range(2) for column in range(3)]


def array(shape, chunk):
    return json.dumps(
        {"zarr_format": 2, "shape": shape, "chunks": chunk, "dtype": "<i2", "order": "C", "fill_value": -1, "filters": None, "compressor": None}
    )


references = LazyReferenceMapper.create(str(folder), fs=fsspec.filesystem("file"), record_size=4)
references[".zgroup"] = json.dumps({"zarr_format": 2}).encode()
references["cells/.zarray"] = array([4, 6], [2, 2]).encode()
references["cells/.zattrs"] = json.dumps({"_ARRAY_DIMENSIONS": ["y", "x"]}).encode()
references["whole/.zarray"] = array([2, 2], [2, 2]).encode()
references["whole/.zattrs"] = json.dumps({"_ARRAY_DIMENSIONS": ["y", "x"]}).encode()
for number, chunk in enumerate(chunks[:5]):
    key = f"cells/{number // 3}.{number % 3}"
    references[key] = ["cells.bin", 16 + 8 * number, 8] if number < 4 else chunk
references["whole/0.0"] = ["whole.bin"]
references.flush()
(folder / "cells.bin").write_bytes(bytes(16) + b"".join(chunks[:4]))
(folder / "whole.bin").write_bytes(chunks[5])
