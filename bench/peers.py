"""python3 bench/peers.py [--python PATH]...: Rastrum and its peers on the same cells, each beside exact arithmetic.

Every PATH is a Python that may have exactextract, rasterstats, xarray-spatial (xrspatial) or a GDAL with
`gdal raster zonal-stats` (osgeo); default this one. A peer that none of them has is named as absent. Rastrum runs from
dist/ (npm run build). Data are made here, seeded, in a temporary folder. Needs nothing but the standard library.
"""
import argparse
import json
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

sys.dont_write_bytecode = True

from peers_data import make_cases  # noqa: E402
from peers_exact import relative_error  # noqa: E402

HERE = Path(__file__).parent
PEERS = ["rastrum", "exactextract", "gdal", "rasterstats", "xrspatial"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", action="append", default=None)
    pythons = parser.parse_args().python or [sys.executable]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cases = make_cases(folder)
        answers, versions = {}, {}
        for peer in PEERS:
            version, answers[peer] = ask(peer, folder, pythons)
            versions[peer] = version or "absent"
    print("  ".join(f"{peer} {versions[peer]}" for peer in PEERS))
    print_errors([case for case in cases if not case.get("shown")], answers)
    print_answers([case for case in cases if case.get("shown")], answers)


def ask(peer, folder, pythons):
    """The version and the answers by case of the first Python that has the peer: (None, {}) where none has."""
    for python in [sys.executable] if peer == "rastrum" else pythons:
        command = [python, str(HERE / "peers_engines.py"), peer, str(folder)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode == 0:
            found = json.loads(done.stdout.splitlines()[-1])
            return found["version"], found["answers"]
        if done.returncode != 3:
            raise SystemExit(f"{peer} failed:\n{done.stderr}")
    return None, {}


def print_errors(cases, answers):
    """The largest relative error over the zones of each case."""
    print(f"\n{'largest relative error':<48}" + "".join(f"{peer:>14}" for peer in PEERS))
    for case in cases:
        for statistic in case["statistics"]:
            cells = []
            for peer in PEERS:
                rows = answers[peer].get(case["name"])
                found = None if rows is None else [row.get(statistic, "none") for row in rows]
                cells.append(worst(found, [truth[statistic] for truth in case["truth"]]))
            print(f"{case['name'] + ': ' + statistic:<48}" + "".join(f"{cell:>14}" for cell in cells))


def worst(found, truths):
    if found is None or "none" in found:
        return "–"
    errors = [relative_error(value, truth) for value, truth in zip(found, truths, strict=True)]
    return "no number" if None in errors else f"{max(errors):.1e}" if max(errors) else "0"


def print_answers(cases, answers):
    """Cases of one number, with what each says."""
    print(f"\n{'answers':<48}{'exact':>24}" + "".join(f"{peer:>24}" for peer in PEERS))
    for case in cases:
        for statistic in case["statistics"]:
            truth = total(case, [row[statistic] for row in case["truth"]])
            cells = [text(truth)]
            for peer in PEERS:
                rows = answers[peer].get(case["name"])
                missing = rows is None or any(statistic not in row for row in rows)
                cells.append("–" if missing else text(total(case, [row[statistic] for row in rows])))
            print(f"{case['name'] + ': ' + statistic:<48}" + "".join(f"{cell:>24}" for cell in cells))


def total(case, values):
    """Counts of zones that partition the raster are added up; lists are shown by their largest entry."""
    values = [max(value) if isinstance(value, list) else value for value in values]
    return sum(values) if case["shown"] == "sum" else values[0]


def text(value):
    if isinstance(value, Fraction):
        value = int(value) if value.denominator == 1 else float(value)
    return str(value)


if __name__ == "__main__":
    main()
