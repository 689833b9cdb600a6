"""Makes demo/public/data/sunlight.zarr: clear-sky sunlight on the ground of São Miguel, every tenth day of a year.

    python -m venv .venv && .venv/bin/pip install numpy==2.4.6 zarr==3.1.6
    .venv/bin/python scripts/make-demo-data.py demo/public/data/sao_miguel.zarr demo/public/data/sunlight.zarr

Computed from the shipped elevation, so its source and credit are the same. For each cell and date it integrates, from
sunrise to sunset in steps of ten minutes, the beam on the sloping ground and the light from the sky:

- declination of the sun and distance to it: Spencer (1971), "Fourier series representation of the position of the sun";
- slope and aspect: Horn (1981), "Hill shading and the reflectance map";
- beam: S0 · tau^m on the slope, m the optical air mass; sky: 0.3 · (1 − tau^m) · S0 · sin(height): Campbell & Norman
  (1998), "An introduction to environmental biophysics", chapter 11, with tau = 0.7, a clear day.

Clouds and the shadows that hills cast on other hills are left out. Units: kWh a square metre and day.
"""

import shutil
import sys
from datetime import date
from pathlib import Path

import numpy as np
import zarr
from zarr.codecs import ZstdCodec

SOLAR_CONSTANT = 1.361  # kW/m²
CLEAR_DAY_TAU = 0.7
STEP_MINUTES = 10
SCALE = 0.02  # kWh/m²: the int16 counts of the file
NODATA = -1
YEAR = 2023
METRES_PER_DEGREE = 111_320.0


def dates() -> list[date]:
    """The 1st, 11th and 21st of every month."""
    return [date(YEAR, month, day) for month in range(1, 13) for day in (1, 11, 21)]


def gradients(elevation: np.ndarray, cell_x: float, cell_y: float) -> tuple[np.ndarray, np.ndarray]:
    """Horn's slope to the east and to the north, in metres a metre; sea counts as height 0."""
    z = np.pad(np.nan_to_num(elevation, nan=0.0), 1, mode="edge")
    east = (z[:-2, 2:] + 2 * z[1:-1, 2:] + z[2:, 2:]) - (z[:-2, :-2] + 2 * z[1:-1, :-2] + z[2:, :-2])
    north = (z[:-2, :-2] + 2 * z[:-2, 1:-1] + z[:-2, 2:]) - (z[2:, :-2] + 2 * z[2:, 1:-1] + z[2:, 2:])
    return east / (8 * cell_x), north / (8 * cell_y)


def sun(day: date) -> tuple[float, float]:
    """Spencer's declination (radians) and (mean distance / distance)²."""
    g = 2 * np.pi * (day.timetuple().tm_yday - 1) / 365
    declination = (
        0.006918 - 0.399912 * np.cos(g) + 0.070257 * np.sin(g) - 0.006758 * np.cos(2 * g)
        + 0.000907 * np.sin(2 * g) - 0.002697 * np.cos(3 * g) + 0.00148 * np.sin(3 * g)
    )
    distance = (
        1.00011 + 0.034221 * np.cos(g) + 0.00128 * np.sin(g) + 0.000719 * np.cos(2 * g) + 0.000077 * np.sin(2 * g)
    )
    return declination, distance


def day_of_light(day: date, latitude: np.ndarray, east: np.ndarray, north: np.ndarray) -> np.ndarray:
    """kWh/m² that fall on each cell on `day`."""
    declination, distance = sun(day)
    normal = 1 / np.sqrt(1 + east**2 + north**2)
    total = np.zeros_like(east)
    for minute in np.arange(STEP_MINUTES / 2, 24 * 60, STEP_MINUTES):
        hour_angle = np.deg2rad(minute / 4 - 180)
        to_east = -np.cos(declination) * np.sin(hour_angle)
        to_north = np.sin(declination) * np.cos(latitude) - np.cos(declination) * np.sin(latitude) * np.cos(hour_angle)
        up = np.sin(declination) * np.sin(latitude) + np.cos(declination) * np.cos(latitude) * np.cos(hour_angle)
        above = up > 0.02
        through = np.where(above, CLEAR_DAY_TAU ** (1 / np.maximum(up, 0.02)), 0)
        incidence = np.maximum((up - east * to_east - north * to_north) * normal, 0)
        total += SOLAR_CONSTANT * distance * np.where(above, through * incidence + 0.3 * (1 - through) * up, 0)
    return total * STEP_MINUTES / 60


def write(target: Path, light: np.ndarray, x: np.ndarray, y: np.ndarray, crs: dict) -> None:
    """A Zarr v3 group with CF coordinates, one chunk a date; every chunk is written, so that none is a 404."""
    shutil.rmtree(target, ignore_errors=True)
    options = {"write_empty_chunks": True}
    group = zarr.open_group(target, mode="w", zarr_format=3, attributes={"Conventions": "CF-1.11"})
    first = date(YEAR, 1, 1)
    coordinates = {
        "time": (np.array([(d - first).days for d in dates()], "int32"), {
            "standard_name": "time", "units": f"days since {first.isoformat()}", "calendar": "standard"}),
        "y": (y, {"standard_name": "latitude", "units": "degrees_north"}),
        "x": (x, {"standard_name": "longitude", "units": "degrees_east"}),
    }
    for name, (values, attributes) in coordinates.items():
        array = group.create_array(name, shape=values.shape, chunks=values.shape, dtype=values.dtype,
                                   dimension_names=[name], attributes=attributes, config=options)
        array[:] = values
    group.create_array("spatial_ref", shape=(), dtype="int32", attributes=crs, config=options)[...] = 0
    array = group.create_array(
        "sunlight", shape=light.shape, chunks=(1, *light.shape[1:]), dtype="int16", fill_value=NODATA,
        dimension_names=["time", "y", "x"], compressors=ZstdCodec(level=19), config=options,
        attributes={"long_name": "Clear-sky sunlight on the ground", "units": "kWh m-2 d-1", "scale_factor": SCALE,
                    "add_offset": 0.0, "_FillValue": NODATA, "grid_mapping": "spatial_ref"})
    array[:] = light


def main(source: Path, target: Path) -> None:
    group = zarr.open_group(source, mode="r")["elevation"]
    stored = group["data"][:]
    elevation = np.where(stored < -1e30, np.nan, stored).astype("float64")
    x, y = group["x"][:], group["y"][:]
    latitude = np.deg2rad(y)[:, None]
    cell_x = (x[1] - x[0]) * METRES_PER_DEGREE * np.cos(latitude)
    east, north = gradients(elevation, cell_x, (y[0] - y[1]) * METRES_PER_DEGREE)
    days = [np.where(np.isnan(elevation), NODATA, np.rint(day_of_light(d, latitude, east, north) / SCALE)) for d in dates()]
    write(target, np.stack(days).astype("int16"), x, y, dict(group["spatial_ref"].attrs))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
