"""Writes src/grid/definitions/epsg-table.ts: what the EPSG codes mean that proj4 can compute, from pyproj's registry.

    python3 scripts/make-epsg.py        # needs pyproj 3.8, without network and without grids: takes two minutes

Datums: the shift to WGS 84 that PROJ takes in the area of use of the system where it has no grids, as `+towgs84`.
A number behind a datum says by how many metres that may be off: what PROJ states, where a grid that is not here would do
better; or how far apart shifts lie, where PROJ takes several in one area; "?" where no shift is known.

The table's form is that of src/grid/definitions/epsg-codes.ts, which reads it.
"""

import math
import re
import warnings
from collections import Counter, defaultdict
from pathlib import Path

import pyproj
from pyproj import CRS, Transformer
from pyproj.database import query_crs_info
from pyproj.enums import PJType
from pyproj.transformer import TransformerGroup

warnings.simplefilter("ignore")
pyproj.network.set_network_enabled(False)

# What proj4 has, within 1 m of PROJ wherever the codes are used.
METHODS = set("tmerc lcc utm longlat aea stere omerc cass laea sterea merc aeqd somerc krovak eqc poly cea eqearth nzmg".split())
KINDS = [PJType.PROJECTED_CRS, PJType.GEOGRAPHIC_2D_CRS, PJType.GEOGRAPHIC_3D_CRS, PJType.COMPOUND_CRS]
# Tokens that are said by the datum, or that say nothing.
DATUM_TOKENS = {"R_A", "datum", "ellps", "a", "b", "rf", "R", "towgs84", "pm", "nadgrids", "geoidgrids", "vunits", "vto_meter"}
SILENT_TOKENS = {"type", "no_defs", "wktext", "units", "to_meter"}
# Systems that a comparison with PROJ, point by point, found farther off than is stated, in metres.
MEASURED = {2155: 578, 2194: 578, 2199: 143, 9311: 156, **dict.fromkeys((7911, 7912, 8999, 9000, 9989, 9990), 1.4)}
ARC_SECOND = math.pi / 648000


def number(value):
    return f"{value:.15g}"


def places(area):
    """Nine points of an area of use."""
    east = area.east + 360 if area.east < area.west else area.east
    for u in (0.5, 0.2, 0.8):
        for v in (0.5, 0.2, 0.8):
            x = area.west + u * (east - area.west)
            yield (x - 360 if x > 180 else x), area.south + v * (area.north - area.south)


def steps(definition):
    """Parameters of each step of a pipeline."""
    found = []
    for text in re.split(r"\bstep\b", definition):
        tokens = dict(token.split("=", 1) if "=" in token else (token, True) for token in text.split())
        if "proj" in tokens and tokens["proj"] != "pipeline":
            found.append(tokens)
    return found


def seven(step):
    """A Helmert step as x, y, z, rx, ry, rz, s of a position vector; rates are for epochs, which nobody gives."""
    values = [float(step.get(name, 0)) for name in ("x", "y", "z", "rx", "ry", "rz", "s")]
    if step.get("convention") == "coordinate_frame":
        values[3:6] = [-value for value in values[3:6]]
    if step["proj"] == "molobadekas":
        p = [float(step[name]) for name in ("px", "py", "pz")]
        rx, ry, rz = (value * ARC_SECOND for value in values[3:6])
        turned = (p[0] - rz * p[1] + ry * p[2], rz * p[0] + p[1] - rx * p[2], -ry * p[0] + rx * p[1] + p[2])
        for i in range(3):
            values[i] += p[i] - (1 + values[6] * 1e-6) * turned[i]
    return [-value for value in values] if step.get("inv") else values


def shift(definition, from_wgs84):
    """
    +towgs84's numbers of an operation; none of them where it keeps latitudes as they are, though ellipsoids may differ;
    None for an operation that no such numbers tell to a centimetre.
    """
    parts = steps(definition)
    if any(part["proj"] in ("geogoffset", "hgridshift", "gridshift", "xyzgridshift") for part in parts):
        return None
    if not any(part["proj"] in ("cart", "helmert", "molobadekas") for part in parts):
        return []
    helmerts = [seven(part) for part in parts if part["proj"] in ("helmert", "molobadekas")]
    total = [sum(values) for values in zip(*helmerts)] if helmerts else [0.0] * 7
    if any(abs(value) > 60 for value in total[3:6]):
        return None  # so many seconds are more than a first order tells
    if from_wgs84:
        total = [-value for value in total]
    return total if any(total[3:]) else total[:3]


class Datums:
    """Shifts of geographic systems to WGS 84, by area of use."""

    def __init__(self):
        self.groups = {}

    def of(self, crs):
        geographic = crs if crs.is_geographic else crs.geodetic_crs
        ellipsoid = geographic.ellipsoid
        code = geographic.to_epsg(min_confidence=100)
        text = crs.to_proj4()
        if "+nadgrids=@null" in text or "+R_A" in text:
            # Latitudes of the ellipsoid are taken for those of the sphere: without +towgs84 there is no shift.
            return f"+R={number(authalic_radius(ellipsoid) if '+R_A' in text else ellipsoid.semi_major_metre)}", ""
        if code in (4326, 4979):
            return "+datum=WGS84", ""
        is_wgs84_like = abs(ellipsoid.semi_major_metre - 6378137) < 0.1 and abs(ellipsoid.inverse_flattening - 298.2572) < 1e-3
        tokens = [f"+a={number(ellipsoid.semi_major_metre)}", f"+rf={number(ellipsoid.inverse_flattening)}"]
        if ellipsoid.inverse_flattening == 0:
            tokens = [f"+R={number(ellipsoid.semi_major_metre)}"]
        elif abs(ellipsoid.inverse_flattening - 298.257222101) < 1e-9 and ellipsoid.semi_major_metre == 6378137:
            tokens = ["+ellps=GRS80"]
        meridian = geographic.prime_meridian.longitude * geographic.prime_meridian.unit_conversion_factor
        numbers, error = self.shift_of(code, geographic, crs)
        if is_wgs84_like and numbers == []:
            numbers = [0, 0, 0]
        if numbers:
            tokens.append("+towgs84=" + ",".join(number(round(value, 9)) for value in numbers))
        if is_wgs84_like and not any(numbers or [1]):
            error = ""  # realisations of one thing: what PROJ states there is how far continents have moved
        if meridian:
            tokens.append(f"+pm={number(math.degrees(meridian))}")
        return " ".join(tokens), error

    def shift_of(self, code, geographic, crs):
        """Numbers of +towgs84, or None where there is to be none; and by how many metres that may be off."""
        if code not in self.groups:
            self.groups[code] = TransformerGroup(geographic, 4326, always_xy=True)
        group = self.groups[code]
        # Which of several PROJ takes depends on the area of the system itself, and on the place.
        transformer = Transformer.from_crs(4326, crs, always_xy=True) if len(group.transformers) > 1 else None
        seen = Counter()
        for x, y in places(crs.area_of_use):
            if transformer:
                transformer.transform(x, y)
                used = transformer.get_last_used_operation()
                seen[(used.definition, used.accuracy, used.description, True)] += 1
            else:
                used = group.transformers[0]
                seen[(used.definition, used.accuracy, used.description, False)] += 1
        (definition, accuracy, description, from_wgs84), _ = seen.most_common(1)[0]
        numbers = shift(definition, from_wgs84)
        if numbers is None or ("Ballpark" in description and abs(geographic.ellipsoid.semi_major_metre - 6378137) > 1):
            return None, "?"
        x, y = next(places(crs.area_of_use))
        better = [
            operation.accuracy
            for operation in group.unavailable_operations
            if operation.accuracy >= 0 and operation.area_of_use and contains(operation.area_of_use, x, y)
        ]
        worse_than_grids = accuracy if better and min(better) < accuracy and accuracy > 1 else 0
        spread = spread_of(definition, transformer, crs) if len(seen) > 1 else 0
        error = max(spread if spread > 1 else 0, worse_than_grids)
        return numbers, (f"{error:.2g}" if error < 10 else f"{error:.0f}") if error else ""


def spread_of(definition, transformer, crs):
    """The farthest that one operation puts a place from where PROJ puts it, in metres."""
    one = Transformer.from_pipeline(definition)
    metres = 111320 if crs.is_geographic else crs.axis_info[0].unit_conversion_factor
    distances = [math.dist(one.transform(*p), transformer.transform(*p)) * metres for p in places(crs.area_of_use)]
    return max((distance for distance in distances if math.isfinite(distance)), default=0)


def authalic_radius(ellipsoid):
    """Of the sphere with the same surface, in metres."""
    a, e = ellipsoid.semi_major_metre, math.sqrt(1 - (ellipsoid.semi_minor_metre / ellipsoid.semi_major_metre) ** 2)
    return a * math.sqrt((1 + (1 - e * e) / (2 * e) * math.log((1 + e) / (1 - e))) / 2)


def contains(area, x, y):
    inside = area.west <= x <= area.east if area.west <= area.east else x >= area.west or x <= area.east
    return inside and area.south <= y <= area.north


def horizontal(crs):
    return crs.sub_crs_list[0] if crs.is_compound else crs


def read(code):
    """Template, values and datum's tokens of a code; a code instead of that where it is another one with heights."""
    crs = CRS.from_epsg(code)
    flat = horizontal(crs)
    if flat is not crs:
        return flat.to_epsg(min_confidence=100)
    if crs.is_geographic and len(crs.axis_info) == 3:
        two = crs.to_2d().to_epsg(min_confidence=100)
        if two:
            return two
    text = crs.to_proj4()
    tokens = [token[1:].split("=", 1) for token in text.split()]
    method = dict(token for token in tokens if len(token) == 2).get("proj")
    unit = crs.axis_info[0].unit_conversion_factor
    if method not in METHODS or "+hyperbolic" in text or "+guam" in text or (crs.is_geographic and abs(unit - math.pi / 180) > 1e-12):
        return None
    kept = [token for token in tokens if token[0] not in DATUM_TOKENS | SILENT_TOKENS and token != ["lat_0", "0"]]
    template = " ".join(f"+{t[0]}" if len(t) == 1 else f"+{t[0]}={t[1]}" if is_fixed(t) else f"+{t[0]}=" for t in kept)
    if not crs.is_geographic:
        template += " +units=m" if unit == 1 else f" +to_meter={number(unit)}"
    return template, [t[1] for t in kept if len(t) == 2 and not is_fixed(t)], crs


def is_fixed(token):
    return token[0] in ("proj", "axis") or (token[0] in ("k", "x_0", "y_0") and token[1] in ("0", "1"))


def main():
    datums = Datums()
    families, aliases, indices = defaultdict(list), {}, {}
    codes = {int(info.code) for info in query_crs_info("EPSG", pj_types=KINDS, allow_deprecated=True)}
    for code in sorted(codes):
        try:
            found = read(code)
        except pyproj.exceptions.CRSError:
            continue
        if isinstance(found, int):
            aliases[code] = found
        elif found:
            template, values, crs = found
            tokens, error = datums.of(crs)
            datum = indices.setdefault((tokens, str(MEASURED.get(code, error))), len(indices))
            families[(template, datum)].append((code, values))
    known = {code for members in families.values() for code, _ in members}
    lines = [f"{tokens}|{error}" if error else tokens for tokens, error in indices]
    lines.append("")
    by_template = defaultdict(list)
    for (template, datum), members in sorted(families.items()):
        by_template[template].append((datum, members))
    for template, groups in by_template.items():
        lines.append(template)
        for datum, members in groups:
            lines.append(f"@{datum} " + " ".join(packed(members)))
    pairs = [(code, target) for code, target in sorted(aliases.items()) if target in known]
    lines.append("")
    lines.append(" ".join(packed([(code, [str(target)]) for code, target in pairs])))
    header = (
        "/**\n * The EPSG registry as PROJ strings, packed; `epsg-codes.ts` reads it, and tells its form.\n"
        f" * Made by scripts/make-epsg.py from pyproj {pyproj.__version__}, PROJ {pyproj.proj_version_str}: "
        f"{len(known)} systems, and {len(pairs)} that are one of them with heights.\n */\n"
    )
    target = Path(__file__).parent.parent / "src" / "grid" / "definitions" / "epsg-table.ts"
    target.write_text(header + "export const epsgTable = `" + "\n".join(lines) + "`;\n")
    print(f"{target}: {len(known)} codes, {len(pairs)} aliases, {len(indices)} datums")


def packed(members):
    """Code after code: the step from the one before, left out where it is 1, then values, left out where they stay."""
    before, values_before = 0, []
    for code, values in members:
        step = "" if code - before == 1 else str(code - before)
        same = ["" if i < len(values_before) and value == values_before[i] else value for i, value in enumerate(values)]
        while same and same[-1] == "":
            same.pop()
        yield ",".join([step, *same]) if step or same else ","
        before, values_before = code, values


main()
