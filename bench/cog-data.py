"""python bench/cog-data.py FOLDER: the GeoTIFFs of `npm run bench -- cog`, where they are not there yet; seeded."""
import os
import sys

import numpy
import rasterio
from rasterio.shutil import copy
from rasterio.transform import from_origin

folder = sys.argv[1]


def terrain(height, width, seed):
    """Smooth hills with a little noise, 0 to some 1,000."""
    random = numpy.random.default_rng(seed)
    y, x = numpy.mgrid[0:height, 0:width].astype("float32")
    cells = numpy.zeros((height, width), "float32")
    for wave in random.uniform(60, 900, 12):
        cells += numpy.sin(x / wave + random.uniform(0, 6)) * numpy.cos(y / wave + random.uniform(0, 6)) * wave / 6
    return cells - cells.min() + random.normal(0, 1, cells.shape).astype("float32")


def write(name, cells, final=None, **options):
    path = os.path.join(folder, f"{name}.tif")
    if os.path.exists(path):
        return
    bands, height, width = cells.shape
    profile = {"width": width, "height": height, "count": bands, "dtype": cells.dtype.name, "crs": "EPSG:32629"}
    profile["transform"] = from_origin(500000, 4500000, 10, 10)
    target = f"{path}.part.tif" if final else f"{path}.part"
    with rasterio.open(target, "w", driver="GTiff", **profile, **options) as file:
        file.write(cells)
    if final:
        copy(target, f"{path}.part", driver="COG", **final)
        os.remove(target)
    os.rename(f"{path}.part", path)


hills = numpy.stack([terrain(4096, 4096, 1), terrain(4096, 4096, 2)])
write("deflate", (hills * 10).astype("int16"), final={"COMPRESS": "DEFLATE", "PREDICTOR": "2", "BLOCKSIZE": 512})
write("lzw", (terrain(2048, 2048, 3)[None] / 4).astype("uint8"), compress="lzw")
write("zstd", hills[:1], final={"COMPRESS": "ZSTD", "PREDICTOR": "3", "BLOCKSIZE": 512})
