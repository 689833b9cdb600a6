"""Makes demo/public/data/air_temperature.zarr: daily means of the NCEP air temperature series of xarray's tutorials.

    python -m venv .venv
    .venv/bin/pip install numpy==2.4.6 xarray==2026.9.0 zarr==3.1.6 netCDF4==1.7.5.1.post1 dask==2026.8.0
    .venv/bin/python scripts/make-air-temperature.py air_temperature.nc demo/public/data/air_temperature.zarr

The source is air_temperature.nc of the repository pydata/xarray-data, or that file written as a Zarr: four times a day
over two years, 2.5° cells of North America, NCEP/NCAR Reanalysis 1 (NOAA; public domain). Longitudes of 200…330 become
−160…−30. What is stored is hundredths of a kelvin, as in the source; a chunk holds 73 days, a fifth of a year.
"""

import shutil
import sys
from pathlib import Path

import numpy as np
import xarray as xr
import zarr
from zarr.codecs import ZstdCodec

DAYS_PER_CHUNK = 73
SCALE = 0.01
NODATA = -32768


def main(source: Path, target: Path) -> None:
    air = xr.open_dataset(source, engine="zarr" if source.is_dir() else None)["air"]
    daily = air.resample(time="1D").mean().transpose("time", "lat", "lon")
    stored = np.rint(daily.to_numpy().astype("float64") / SCALE)
    days = ((daily.time.to_numpy() - np.datetime64("2013-01-01")) / np.timedelta64(1, "D")).astype("int32")
    shutil.rmtree(target, ignore_errors=True)
    group = zarr.open_group(target, mode="w", zarr_format=3, attributes={"Conventions": "CF-1.11"})
    coordinates = {
        "time": (days, {"standard_name": "time", "units": "days since 2013-01-01", "calendar": "standard"}),
        "lat": (daily.lat.to_numpy(), {"standard_name": "latitude", "units": "degrees_north"}),
        "lon": (daily.lon.to_numpy() - 360, {"standard_name": "longitude", "units": "degrees_east"}),
    }
    for name, (values, attributes) in coordinates.items():
        array = group.create_array(name, shape=values.shape, chunks=values.shape, dtype=values.dtype,
                                   dimension_names=[name], attributes=attributes)
        array[:] = values
    array = group.create_array(
        "air", shape=stored.shape, chunks=(DAYS_PER_CHUNK, *stored.shape[1:]), dtype="int16", fill_value=NODATA,
        dimension_names=["time", "lat", "lon"], compressors=ZstdCodec(level=19),
        attributes={"long_name": "Daily mean air temperature at sigma level 0.995", "units": "K",
                    "scale_factor": SCALE, "add_offset": 0.0, "_FillValue": NODATA})
    array[:] = stored.astype("int16")
    zarr.consolidate_metadata(target)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
