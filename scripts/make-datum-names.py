"""Writes src/grid/definitions/datum-names.ts: the names of datums in WKT, and the EPSG codes of systems on them.

    python3 scripts/make-datum-names.py        # needs pyproj 3.8, without network: takes a minute

WKT of Esri (.prj) has no codes, so that the name is all that tells the datum's shift. Left out are datums on the ellipsoids
of WGS 84 and GRS 80, which are taken for WGS 84, and those of which no shift is known.
"""

import re
import warnings
from pathlib import Path

import pyproj
from pyproj import CRS
from pyproj.database import query_crs_info
from pyproj.enums import PJType
from pyproj.transformer import TransformerGroup

warnings.simplefilter("ignore")
pyproj.network.set_network_enabled(False)

# Shapefiles of Israel are on GRS 80, 50 m beside WGS 84.
OTHERS = {"israel1993": 4141}


def plain(name):
    return re.sub(r"[^a-z0-9+]", "", re.sub("^D_", "", name).lower())


def names_of(crs):
    for version in ("WKT1_ESRI", "WKT1_GDAL", "WKT2_2019"):
        try:
            found = re.search(r'DATUM\["([^"]*)"', crs.to_wkt(version))
        except pyproj.exceptions.CRSError:
            continue
        if found:
            yield plain(found.group(1))


def is_shifted(crs):
    try:
        group = TransformerGroup(crs, "EPSG:4326", always_xy=True, allow_ballpark=False)
    except IndexError:  # what pyproj throws where there is none
        return False
    return any(transformer.accuracy >= 0 for transformer in group.transformers)


def main():
    systems = query_crs_info("EPSG", PJType.GEOGRAPHIC_2D_CRS, allow_deprecated=False)
    codes = {info.name: int(info.code) for info in systems}
    names = dict(OTHERS)
    for info in systems:
        crs = CRS.from_epsg(int(info.code))
        # Of a datum that counts from another meridian the shift is the same; its system may be one in grads.
        code = codes.get(info.name.split(" (")[0], int(info.code))
        if abs(crs.ellipsoid.semi_major_metre - 6378137) < 0.1 or not is_shifted(crs):
            continue
        for name in names_of(crs):
            names.setdefault(name, code)
    entries = " ".join(f"{name}:{code}" for name, code in sorted(names.items(), key=lambda pair: (pair[1], pair[0])))
    made = f"scripts/make-datum-names.py from pyproj {pyproj.__version__}, PROJ {pyproj.proj_version_str}: {len(names)} names"
    target = Path(__file__).parent.parent / "src/grid/definitions/datum-names.ts"
    lines = []
    for entry in entries.split(" "):
        if lines and len(lines[-1]) + len(entry) < 119:
            lines[-1] += f" {entry}"
        else:
            lines.append(entry)
    text = "\n".join(lines)
    target.write_text(
        "/**\n * Names of datums without spaces and signs, and codes of geographic systems on them.\n"
        f" * Made by {made}.\n */\nexport const datumNames = `\n{text}\n`;\n"
    )
    print(f"{target}: {len(names)} names")


main()
