"""Writes src/cli/epsg-names.ts: what systems of EPSG codes are called, from pyproj's registry.

    python3 scripts/make-epsg-names.py        # needs pyproj 3.8

The table's form is that of src/cli/crs-text.ts, which reads it.
"""

from pathlib import Path

import pyproj
from pyproj.database import query_crs_info
from pyproj.enums import PJType

KINDS = [PJType.PROJECTED_CRS, PJType.GEOGRAPHIC_2D_CRS, PJType.GEOGRAPHIC_3D_CRS, PJType.COMPOUND_CRS]

names = {int(info.code): info.name for info in query_crs_info("EPSG", KINDS, allow_deprecated=True)}
lines, before = [], 0
for code, name in sorted(names.items()):
    assert not set(name) & set("`$\\\n"), name
    lines.append(f"{'' if code - before == 1 else code - before} {name}")
    before = code
header = (
    "/**\n * Names of the EPSG registry, packed; `crs-text.ts` reads them, and tells their form.\n"
    f" * Made by scripts/make-epsg-names.py from pyproj {pyproj.__version__}, PROJ {pyproj.proj_version_str}: {len(names)} systems.\n */\n"
)
target = Path(__file__).parent.parent / "src" / "cli" / "epsg-names.ts"
target.write_text(header + "export const epsgNames = `" + "\n".join(lines) + "`;\n")
print(f"{target}: {len(names)} names")
