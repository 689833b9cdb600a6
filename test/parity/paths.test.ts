import { expect, it } from "vitest";
import { zonal } from "../../src/kernels/zonal.ts";
import { countedCells } from "../../src/mask/counted-cells.ts";
import type { Mask } from "../../src/mask/mask.ts";
import { PathsBuilder } from "../../src/zones/paths-builder.ts";
import { expectSame } from "../helpers/parity.ts";
import { pixelZones, type Zone } from "../helpers/pixel-zones.ts";
import { draws, seededRandom } from "../helpers/random.ts";
import { makers } from "../helpers/random-polygons.ts";
import { useBackends } from "../helpers/webgpu-backends.ts";

// By triangles lines and points are not filled, since their cells are in their runs alone.
const backends = useBackends();

/** Polygons, lines and points by turns, beyond the grid too. */
async function mixedMask(random: () => number, height: number, width: number): Promise<Mask> {
  const kinds = Object.keys(makers);
  const paths = new PathsBuilder();
  const place = () => [random() * (width + 20) - 10, random() * (height + 20) - 10] as const;
  const zones = Array.from({ length: 9 }, (_, zone): Zone => {
    const isPolygon = zone % 3 === 0;
    const vertices = zone % 3 === 1 ? 1 : 2 + Math.floor(random() * 4);
    for (let path = 0; path < (isPolygon ? 0 : 3); path++) {
      for (let i = 0; i < vertices; i++) paths.push(...place());
      paths.endPath();
    }
    paths.endZone();
    return isPolygon ? makers[kinds[Math.floor(random() * kinds.length)]]({ random, height, width }) : [];
  });
  const mixed = { ...pixelZones(zones), paths: paths.finish() };
  const cells = await countedCells(mixed, height, width, { rule: "touched", minCoverage: 0, whole: false });
  const window = { row: 3, column: 5, height: height - 3, width: width - 5 };
  return { window, zones: Uint32Array.from(zones, (_, i) => i), ...cells, pixelZones: mixed };
}

it("points and lines, beside polygons: the same partials", async () => {
  const random = seededRandom(11);
  for (let run = 0; run < draws(9); run++) {
    const [height, width] = [4 + Math.floor(random() * 60), 6 + Math.floor(random() * 600)];
    const mask = await mixedMask(random, height, width);
    const data = Float32Array.from({ length: mask.window.height * mask.window.width }, () =>
      Math.fround(random() * 1000),
    );
    const input = { mask, data, slices: 1, nodata: null, needs: new Set(["sum", "squares"] as const) };
    const expected = zonal.cpu(input);
    expect(Math.max(...expected.count)).toBeGreaterThan(0);
    expectSame(await backends[run % backends.length].run(zonal, input), expected);
  }
}, 120_000);
