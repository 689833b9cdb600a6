import { describe, expect, it } from "vitest";
import { locate, setPosition } from "../../../src/mask/edge-position.ts";
import { EDGE } from "../../../src/mask/edge-record.ts";
import { seed, seededRandom } from "../../helpers/random.ts";
import { add, divide, multiply, negate, rational, toNumber } from "../../helpers/rational.ts";

const { RECORD, SLAB_TOP } = EDGE;

/** @param edge x0, y0, x1, y1 */
function at(edge: readonly [number, number, number, number], row: number, below: number) {
  const records = new Float64Array(RECORD);
  records.set(edge);
  locate(records, 0, row, below, SLAB_TOP);
  return { column: records[SLAB_TOP], rest: records[SLAB_TOP + 1] };
}

it("a place is a whole column and a rest of it", () => {
  const position = new Float64Array(2);
  for (const [x, column, rest] of [
    [2.25, 2, 0.25],
    [-2.25, -3, 0.75],
    [7, 7, 0],
    [-7, -7, 0],
  ]) {
    // biome-ignore format: one line
    setPosition(position, 0, x);
    expect([...position]).toEqual([column, rest]);
  }
});

describe("where an edge is at a y", () => {
  it("is on the straight line between its ends", () => {
    // Two columns a row.
    expect(at([1, 1, 9, 5], 2, 0.25)).toEqual({ column: 3, rest: 0.5 });
    expect(at([9, 1, 1, 5], 2, 0.25)).toEqual({ column: 6, rest: 0.5 });
    expect(at([-1, 0, 1, 4], 1, 0)).toEqual({ column: -1, rest: 0.5 });
  });

  it("is an end itself at an end", () => {
    const edge = [0.1, 0.3, 65_536.7, 3.9] as const;
    expect(at(edge, 0, 0.3)).toEqual({ column: 0, rest: 0.1 });
    expect(at(edge, 3, 3.9 - 3)).toEqual({ column: 65_536, rest: 65_536.7 - 65_536 });
  });

  it("is in the next column where the rest rounds to 1", () => {
    // −2^-59 × 2/3 is 1 − 2^-59 × 2/3 of column −1, and a rest knows steps of 2^-53 there.
    expect(at([-(2 ** -59), 0, 0, 3], 1, 0)).toEqual({ column: 0, rest: 0 });
    expect(at([-(2 ** -59), 0, 0, 3], 0, 0)).toEqual({ column: 0, rest: 0 });
  });

  it.each([
    ["near the origin", 16, 16],
    ["65,536 columns on", 65_536, 16],
    ["some 2^45 cells long", 2 ** 45, 2 ** 40],
    ["some 2^300 cells long", 2 ** 300, 2 ** 200],
  ])(`is right to 2^-52 of a cell ${"%s"} (seed ${seed})`, (_, reach, length) => {
    const random = seededRandom(seed);
    for (let draw = 0; draw < 300; draw++) {
      const [x0, x1] = [reach * (random() - 0.5), reach * (random() - 0.5)];
      const [y0, y1] = [-length * random(), 8 + length * random()];
      const [row, below] = [Math.floor(8 * random()), random()];
      const { column, rest } = at([x0, y0, x1, y1], row, below);
      const down = add(add(rational(row), rational(below)), negate(rational(y0)));
      const [across, height] = [add(rational(x1), negate(rational(x0))), add(rational(y1), negate(rational(y0)))];
      const exact = add(rational(x0), divide(multiply(down, across), height));
      const found = add(rational(column), rational(rest));
      // Far out a column is a double, too; on a grid, below 2^31, it is the very one.
      if (Math.abs(column) < 2 ** 53) expect(Math.abs(toNumber(add(found, negate(exact))))).toBeLessThan(2 ** -52);
      expect(rest).toBeGreaterThanOrEqual(0);
      expect(rest).toBeLessThan(1);
    }
  });

  it("is the same from above and from below, and whole columns further on", () => {
    const random = seededRandom(seed);
    const coarse = () => Math.round(2 ** 20 * 9 * random()) / 2 ** 20;
    for (let draw = 0; draw < 300; draw++) {
      const [x0, x1, y] = [coarse(), coarse(), coarse() - 10];
      const [row, below] = [Math.floor(8 * random()), Math.round(2 ** 20 * random()) / 2 ** 20];
      const here = at([x0, y, x1, 10], row, below);
      expect(at([x1, 10 - 10, x0, 10 - y], 9 - row, 1 - below)).toEqual(here);
      const far = 2 ** 20;
      expect(at([x0 + far, y, x1 + far, 10], row, below)).toEqual({ column: here.column + far, rest: here.rest });
    }
  });
});
