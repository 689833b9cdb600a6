"""python bench/cog-peer.py URL whole|zone: one reading by rasterio, as milliseconds (passed, and of all threads) and the sum of the cells."""
import json
import sys
import time

import numpy
import rasterio
from rasterio.windows import Window

url, task = sys.argv[1:]
start, cpu = time.perf_counter(), time.process_time()
# The folder is not listed: that is what users of /vsicurl/ are told to say first.
with rasterio.Env(GDAL_DISABLE_READDIR_ON_OPEN="EMPTY_DIR"):
    with rasterio.open(f"/vsicurl/{url}") as file:
        w, h = file.width, file.height
        window = Window(int(w * 0.37), int(h * 0.53), int(w * 0.14), int(h * 0.14))
        cells = file.read(window=None if task == "whole" else window)
ms, cpu_ms = (time.perf_counter() - start) * 1000, (time.process_time() - cpu) * 1000
total = cells.sum(dtype=numpy.float64 if cells.dtype.kind == "f" else numpy.int64)
print(json.dumps({"ms": ms, "cpuMs": cpu_ms, "sum": float(total)}))
