import { describe, expect, it } from "vitest";
import { zoneCells } from "../../../src/mask/zone-cells.ts";
import { planPasses } from "../../../src/plan/kept-passes.ts";
import { onePass, type Pass } from "../../../src/plan/passes.ts";
import { type Plan, planZonal } from "../../../src/plan/plan.ts";
import { resolveSelect } from "../../../src/plan/select.ts";
import { pixelZones, rectangle, type Zone } from "../../helpers/pixel-zones.ts";

const box = (left: number, top: number, right: number, bottom: number): Zone => [[rectangle(left, top, right, bottom)]];

/** Zones of 16, 4, 0 and 8 cells on a grid of 8 × 8 cells in chunks of 4 × 4, six steps of time two a chunk. */
const zones = [box(0, 0, 4, 4), box(2, 2, 4, 4), box(90, 0, 91, 1), box(4, 4, 8, 6)];
const cells = zoneCells(pixelZones(zones), 8, 8, "center");
const sizes = [16, 4, 0, 8];
const plan = planZonal(
  { height: 8, width: 8, chunkShape: [2, 4, 4], bytesPerCell: 1 },
  cells,
  resolveSelect([{ name: "time", size: 6, labels: null }], {}),
);

const slicesOf = ({ blocks }: Pick<Pass, "blocks">) => blocks.flatMap(({ slices }) => [...slices]);
const kept = (pass: Pass, bytes: number) =>
  bytes * slicesOf(pass).length * [...pass.zones].reduce((sum, zone) => sum + sizes[zone], 0);

/** Every zone × slice once, in a pass that reads the chunks that its zones lie in. */
function expectComplete(passes: readonly Pass[], { slices }: Plan): void {
  const groups = passes.flatMap((pass) =>
    [...pass.zones].flatMap((zone) => slicesOf(pass).map((s) => [zone, s].join())),
  );
  const all = zones.flatMap((_, zone) => Array.from({ length: slices }, (_, slice) => [zone, slice].join()));
  expect([...groups].sort()).toEqual(all.sort());
  for (const pass of passes) {
    const wanted = plan.tasks.flatMap(({ zones, window }) =>
      [...zones].filter((zone) => pass.zones.includes(zone)).map((zone) => [zone, window.row, window.column].join()),
    );
    const planned = pass.tasks.flatMap(({ zones, window }) =>
      [...zones].map((z) => [z, window.row, window.column].join()),
    );
    expect(planned).toEqual(wanted);
    expect(pass.tasks.every((task) => task.zones.length > 0)).toBe(true);
  }
}

/** Of a cell. */
const bytes = { whole: 2, partial: 16 };

describe("passes", () => {
  it("one where nothing is kept, or all fits", () => {
    const all = 28 * 6 * 2;
    expect(planPasses(plan, cells, bytes, all, false)).toEqual(onePass(plan, zones.length));
    expect(onePass(plan, zones.length)).toEqual([{ tasks: plan.tasks, blocks: plan.blocks, zones: Uint32Array.of(0, 1, 2, 3) }]); // biome-ignore format: one line
  });

  it("slices go first, so that no chunk is read twice", () => {
    // A block of two steps keeps 28·2·2 bytes: two blocks fit, three do not.
    const passes = planPasses(plan, cells, bytes, 28 * 6 * 2 - 1, false);
    expect(passes.map(slicesOf)).toEqual([[0, 1, 2, 3], [4, 5]]); // biome-ignore format: one line
    expect(passes.every(({ tasks }) => tasks === plan.tasks)).toBe(true);
    expectComplete(passes, plan);
  });

  it("then zones, where one block's slices are too many", () => {
    const passes = planPasses(plan, cells, bytes, 20 * 2 * 2, false);
    expect(passes.map(({ zones }) => [...zones])).toEqual([[0, 1, 2], [3], [0, 1, 2], [3], [0, 1, 2], [3]]); // biome-ignore format: one line
    expect(passes[1].tasks.map(({ window }) => [window.row, window.column])).toEqual([[4, 4]]);
    expectComplete(passes, plan);
  });

  it("no pass keeps more than the budget, whatever it is", () => {
    for (let budget = 16 * 2; budget <= 28 * 6 * 2 + 3; budget++) {
      const passes = planPasses(plan, cells, bytes, budget, true);
      expect(Math.max(...passes.map((pass) => kept(pass, 2)))).toBeLessThanOrEqual(budget);
      expectComplete(passes, plan);
    }
  });

  it("a zone alone that is too large goes slice by slice where its cells are needed at once, else in sections", () => {
    const budget = 16 * 2 * 2 - 1;
    const [first, second, third] = planPasses(plan, cells, bytes, budget, true);
    expect([first, second, third].map((pass) => [slicesOf(pass), [...pass.zones]])).toEqual([[[0], [0]], [[1], [0]], [[0, 1], [1, 2, 3]]]); // biome-ignore format: one line
    expect(second.blocks[0].ranges).toEqual([[1, 2]]);
    const [sections] = planPasses(plan, cells, bytes, budget, false);
    expect(sections).toMatchObject({ bytesASlice: 16 * 2, zones: Uint32Array.of(0) });
    expectComplete(planPasses(plan, cells, bytes, 1, false), plan);
  });

  it("a slice of a zone that is too large is an error where its cells are needed at once", () => {
    const budget = 16 * 2 - 1;
    expect(() => planPasses(plan, cells, bytes, budget, true)).toThrow(
      expect.objectContaining({ tag: "budget-too-small", bytesNeeded: 4 * 32, budgetBytes: 4 * budget }),
    );
  });

  it("cells in part count, too", () => {
    const halves = zoneCells(pixelZones([box(0.5, 0.5, 2.5, 2.5)]), 8, 8, "fraction");
    const all = planZonal({ height: 8, width: 8, chunkShape: [4, 4], bytesPerCell: 1 }, halves, []);
    // 3 × 3 cells, one of them whole: 2 bytes, and 8 × 16.
    expect(planPasses(all, halves, bytes, 2 + 8 * 16, true)).toHaveLength(1);
    expect(() => planPasses(all, halves, bytes, 2 + 8 * 16 - 1, true)).toThrow("The cells of zone 0");
  });
});
