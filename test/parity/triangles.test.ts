import { expect, it } from "vitest";
import { createWebgpuBackend } from "../../src/backend/webgpu.ts";
import { planStrips } from "../../src/kernels/mask-plan.ts";
import { zonal } from "../../src/kernels/zonal.ts";
import { zonalInput } from "../helpers/kernel-cases.ts";
import { expectSame, makeMask } from "../helpers/parity.ts";
import { type Ring, rectangle, type Vertex, type Zone } from "../helpers/pixel-zones.ts";
import { seed, seededRandom } from "../helpers/random.ts";

const height = 180;
const width = 250;

/** Simple: each vertex is seen from the centre. */
function star(random: () => number, [x, y]: Vertex, least: number, most: number): Ring {
  const vertices = 3 + Math.floor(random() * 200);
  return Array.from({ length: vertices }, (_, i): Vertex => {
    const angle = (2 * Math.PI * i) / vertices;
    const reach = least + (most - least) * random();
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
  });
}

function validZones(): Zone[] {
  const random = seededRandom(seed);
  const zones = Array.from({ length: 60 }, (): Zone => {
    const centre: Vertex = [width * random(), height * random()];
    return [[star(random, centre, 20, 60), star(random, centre, 3, 9)]];
  });
  return [
    ...zones,
    [[rectangle(0, 0, width, height)]],
    [[rectangle(10.5, 10.5, 30.5, 30.5)], [rectangle(20, 20, 70, 70)]], // parts that overlap are united
    [[rectangle(3, 3, 3.2, 170)]],
  ];
}

/** The fingerprints would have wrong triangles or verdicts drawn over: here is nothing to be mended. */
it("valid zones are right by triangles and boundary cells alone", async () => {
  const mask = makeMask(validZones(), height, width);
  const limits = { pageEdge: 4096, stripCells: height * width, pageTiles: 1000 };
  const drawings = planStrips(mask, limits, "triangles", new Set()).flatMap(({ pages }) =>
    pages.map((page) => page.drawing),
  );
  expect(drawings.flatMap(({ rectangles }) => rectangles)).toEqual([]);
  expect(drawings.reduce((triangles, { indices }) => triangles + indices.length / 3, 0)).toBeGreaterThan(1000);

  const backend = await createWebgpuBackend({ fill: "triangles" });
  const input = zonalInput(mask, 1, (n) => Uint8Array.from({ length: n }, (_, i) => i % 251), null);
  expectSame(await backend.run(zonal, input), zonal.cpu(input));
  expect(backend.repairedZones).toBe(0);
  backend.close();
});
