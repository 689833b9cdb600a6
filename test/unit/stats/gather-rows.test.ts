import { expect, it } from "vitest";
import { CellsInRows } from "../../../src/stats/cells-in-rows.ts";
import { gatherRows } from "../../../src/stats/gather-rows.ts";
import { KeptCells } from "../../../src/stats/kept-cells.ts";
import { rowsFrom } from "../../../src/stats/partial.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";

const random = seededRandom(seed);
const below = (limit: number) => Math.floor(random() * limit);
const ROWS = 6;

/** Cells of a block, in the order of their rows; pieces may be long. */
function drawBlock(cells: Float32Array | BigInt64Array, knowsMore: boolean): KeptCells {
  const block = new KeptCells();
  for (let row = 0; row < ROWS; row++) {
    for (let piece = below(3); piece > 0; piece--) {
      const start = below(cells.length);
      block.addWhole(row, cells, start, start + below(cells.length - start));
    }
    for (let cell = below(3) * below(20); cell > 0; cell--) {
      const [weight, id] = knowsMore ? [random(), below(99)] : [null, null];
      block.addOne(row, cells, below(cells.length), random(), weight, id);
    }
  }
  return block;
}

it("finds rows of others in columns as it does where they are passed on piece by piece", () => {
  for (let draw = draws(200); draw > 0; draw--) {
    const cells =
      draw % 2 ? Float32Array.from({ length: 90 }, random) : BigInt64Array.from({ length: 90 }, () => BigInt(below(9)));
    const [inColumns, inPieces] = [new KeptCells(), new KeptCells()];
    const knowsMore = random() < 0.3;
    for (let blocks = 1 + below(4); blocks > 0; blocks--) {
      const block = drawBlock(cells, knowsMore);
      const given = new CellsInRows(block.byRow(ROWS));
      for (let row = below(3); row < ROWS; row++) {
        const into = below(ROWS);
        inColumns.combine(into, given, row);
        inPieces.combine(into, block, row);
      }
      gatherRows(inColumns, [0], [0], 1); // what was found of some blocks must not stay
    }
    const rows = rowsFrom(0, ROWS + 1).filter(() => random() < 0.7);
    const into = rows.map((row) => row + 2);
    expect([inPieces.references, inColumns.references === null]).toEqual([null, false]);
    const found = gatherRows(inColumns, rows, into, ROWS + 4);
    expect(found).toEqual(gatherRows(inPieces, rows, into, ROWS + 4));
    expect(Object.values(found).every((column) => !column || column.buffer.byteLength === column.byteLength)).toBe(
      true,
    );
  }
});

it("passes on what lies in columns where there are cells beside it", () => {
  const cells = Uint8Array.of(1, 2, 3);
  const block = new KeptCells();
  block.addWhole(0, cells, 0, 2);
  const total = new KeptCells();
  total.combine(1, new CellsInRows(block.byRow(1)), 0);
  expect(total.references).not.toBeNull();
  total.addWhole(1, cells, 2, 3);
  expect(total.references).toBeNull();
  expect([...(gatherRows(total, [1], [0], 1).whole ?? [])]).toEqual([3, 1, 2]);
});
