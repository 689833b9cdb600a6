"""Writes test/unit/grid/crs-answers.json: places and what pyproj makes of them in many systems of coordinates.

    python3 scripts/make-crs-answers.py        # needs pyproj 3.8, without network and without grids
"""

import json
import math
import warnings
from pathlib import Path

import pyproj
from pyproj import CRS, Transformer

warnings.simplefilter("ignore")
pyproj.network.set_network_enabled(False)

CODES = """2056 2154 2157 2163 2180 2193 2193 2263 2272 2326 2393 2450 2952 2953 3003 3006 3011 3031 3035 3067 3068 3078 3083
3112 3116 3161 3346 3347 3395 3400 3405 3413 3414 3435 3571 3575 3577 3763 3794 3812 3824 3832 3857 3879 3944 3976 3978
3995 4087 4230 4258 4269 4277 4283 4314 4326 4674 4686 5041 5042 5070 5179 5514 5513 6372 6622 6668 6677 6706 6931 6932
6933 7415 7844 8857 9377 20255 21037 21781 21896 22185 23030 23700 24047 24500 24879 25832 25884 26191 26331 26710
26918 27200 27563 27700 28355 28992 29101 29873 29903 31370 31467 31983 32119 32161 32661 32662 32719 32761 2053
2062 3034 3375 3912""".split()

ESRI = "54008 54009 54017 54030 54032 54034 102001 102005 102008 102017 102018 102022 102025 102028 102100".split()

# Whose datums WKT of Esri tells by their names alone.
NAMED = "2326 3168 4801 20137 21097 22234 23700 26191 26391 27572 28191 28600 29702 30791 31600".split()

TEXTS = {
    "MODIS sinusoidal": ("+proj=sinu +lon_0=0 +x_0=0 +y_0=0 +R=6371007.181 +units=m +no_defs", (-60, -50, 60, 50)),
    "GOES-16": ("+proj=geos +sweep=x +lon_0=-75 +h=35786023 +ellps=GRS80 +units=m", (-115, -50, -35, 50)),
    "Meteosat": ("+proj=geos +sweep=y +lon_0=0 +h=35785831 +a=6378169 +b=6356583.8", (-45, -50, 45, 50)),
    "GOES on a sphere": ("+proj=geos +sweep=x +lon_0=-75 +h=35786023 +R=6371000", (-115, -50, -35, 50)),
    "rotated pole": ("+proj=ob_tran +o_proj=longlat +o_lon_p=-162 +o_lat_p=39.25 +lon_0=180 +R=6371229", (0, 40, 20, 60)),
    "HRRR": ("+proj=lcc +lat_0=38.5 +lon_0=-97.5 +lat_1=38.5 +lat_2=38.5 +R=6371229", (-120, 25, -75, 48)),
    "NSIDC, Hughes": ("+proj=stere +lat_0=90 +lat_ts=70 +lon_0=-45 +a=6378273 +b=6356889.449", (-180, 60, 180, 85)),
    "stereographic": ("+proj=stere +lat_0=52 +lon_0=5 +k=0.9999 +ellps=GRS80", (0, 45, 12, 58)),
    "Mollweide": ("+proj=moll +lon_0=0 +datum=WGS84", (-170, -80, 170, 80)),
    "Robinson": ("+proj=robin +lon_0=0 +datum=WGS84", (-170, -80, 170, 80)),
    "Equal Earth about 150": ("+proj=eqearth +lon_0=150 +datum=WGS84", (0, -80, 100, 80)),
    "Eckert VI": ("+proj=eck6 +lon_0=0 +R=6371000", (-170, -80, 170, 80)),
    "Miller": ("+proj=mill +lon_0=0 +R=6371000", (-170, -80, 170, 80)),
    "van der Grinten": ("+proj=vandg +lon_0=0 +R=6371000", (-170, -80, 170, 80)),
    "equidistant cylinder": ("+proj=eqc +lat_ts=30 +lon_0=10 +datum=WGS84", (-160, -80, 170, 80)),
    "equidistant cylinder of a sphere": ("+proj=eqc +lat_ts=0 +R=6371000", (-170, -80, 170, 80)),
    "orthographic": ("+proj=ortho +lat_0=40 +lon_0=-100 +R=6371000", (-140, 10, -60, 70)),
    "gnomonic": ("+proj=gnom +lat_0=40 +lon_0=-100 +R=6371000", (-140, 10, -60, 70)),
    "azimuthal equidistant": ("+proj=aeqd +lat_0=40 +lon_0=-100 +datum=WGS84", (-140, 0, -60, 80)),
    "LAEA in feet": ("+proj=laea +lat_0=45 +lon_0=-100 +ellps=GRS80 +units=us-ft", (-130, 20, -70, 60)),
    "equidistant conic": ("+proj=eqdc +lat_0=39 +lon_0=-96 +lat_1=33 +lat_2=45 +datum=NAD83", (-125, 25, -70, 50)),
    "Albers of the south": ("+proj=aea +lat_0=-32 +lon_0=-60 +lat_1=-5 +lat_2=-42 +ellps=aust_SA +towgs84=-57,1,-41", (-75, -50, -35, 5)),
    "Hotine A": ("+proj=omerc +no_uoff +lat_0=57 +lonc=-133.67 +alpha=323.13 +gamma=323.13 +k=0.9999 +x_0=5e6 +y_0=-5e6 +datum=NAD83", (-140, 54, -130, 60)),
    "Hotine B": ("+proj=omerc +lat_0=4 +lonc=115 +alpha=53.3158 +gamma=53.1301 +k=0.99984 +ellps=evrstSS", (109, 1, 119, 7)),
    "Bonne": ("+proj=bonne +lat_1=45 +lon_0=2 +ellps=intl", (-5, 40, 10, 52)),
    "polyconic": ("+proj=poly +lat_0=0 +lon_0=-54 +ellps=GRS67", (-70, -30, -40, 5)),
    "transverse, far": ("+proj=tmerc +lat_0=0 +lon_0=9 +k=0.9996 +datum=WGS84", (-30, -80, 50, 80)),
    "conformal by one parallel": ("+proj=lcc +lat_0=46.8 +lat_1=46.8 +k_0=0.99987742 +x_0=6e5 +y_0=2200000 +ellps=intl", (-5, 42, 8, 51)),
    "shifted by seven": ("+proj=utm +zone=33 +ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7", (12, 48, 16, 54)),
    "from Paris": ("+proj=longlat +datum=WGS84 +pm=paris", (-5, 42, 8, 51)),
}


def places(west, south, east, north):
    east = east + 360 if east < west else east
    for u in (0.5, 0.2, 0.8):
        for v in (0.5, 0.2, 0.8):
            x = west + u * (east - west)
            yield (x - 360 if x > 180 else x), south + v * (north - south)


def answer(text, box):
    crs = CRS(text)
    transformer = Transformer.from_crs("OGC:CRS84", crs, always_xy=True)
    points = [[round(v, 9) for v in (x, y)] for x, y in places(*box)]
    images = [transformer.transform(*point) for point in points]
    rows = [[*p, *(round(v, 10) for v in q)] for p, q in zip(points, images) if all(map(math.isfinite, q))]
    unit = 111320 if "degree" in crs.axis_info[0].unit_name else crs.axis_info[0].unit_conversion_factor
    return {"crs": text, "unit": unit, "points": rows}


def main():
    answers = []
    for code in dict.fromkeys(CODES):
        area = CRS.from_epsg(int(code)).area_of_use
        answers.append(answer(f"EPSG:{code}", (area.west, area.south, area.east, area.north)))
        if int(code) in (2154, 3031, 3413, 5514, 6933, 27700, 2056, 8857, 3857, 2263, 29873, 32662):
            for version in ("WKT1_GDAL", "WKT1_ESRI", "WKT2_2019"):
                try:
                    wkt = CRS.from_epsg(int(code)).to_wkt(version=version)
                except pyproj.exceptions.CRSError:
                    continue  # Equal Earth has no WKT 1 of GDAL's
                answers.append({**answers[-1], "crs": wkt, "name": f"EPSG:{code} as {version}"})
            answers.append({**answers[-1], "crs": CRS.from_epsg(int(code)).to_json(), "name": f"EPSG:{code} as PROJJSON"})
    for code in ESRI:
        area = CRS.from_authority("ESRI", code).area_of_use
        answers.append(answer(f"ESRI:{code}", (area.west, area.south, area.east, area.north)))
    for code in NAMED:
        crs = CRS.from_epsg(int(code))
        area = crs.area_of_use
        box = (area.west, area.south, area.east, area.north)
        answers.append({**answer(f"EPSG:{code}", box), "crs": crs.to_wkt("WKT1_ESRI"), "name": f"EPSG:{code} as WKT1_ESRI"})
    for name, (text, box) in TEXTS.items():
        answers.append({"name": name, **answer(text, box)})
    target = Path(__file__).parent.parent / "test" / "unit" / "grid" / "crs-answers.json"
    made = f"scripts/make-crs-answers.py with pyproj {pyproj.__version__}, PROJ {pyproj.proj_version_str}"
    lines = ",\n".join(json.dumps(entry, separators=(",", ":")) for entry in answers)
    target.write_text(f'{{"made":{json.dumps(made)},"answers":[\n{lines}\n]}}\n')
    print(f"{target}: {len(answers)} systems")


main()
