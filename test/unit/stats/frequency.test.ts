import { expect, it } from "vitest";
import {
  distributionOf,
  fractionOf,
  fractionsOf,
  majorityOf,
  minorityOf,
  modeOf,
  uniqueOf,
  varietyOf,
} from "../../helpers/groups-of-cells.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";

/** Cells that are covered in part, as [value, coverage]. */
const distribution = (...cells: [number, number][]) => distributionOf([], cells);

it("the most and the least frequent value; of several the greatest, or the least", () => {
  const cells = distribution([7, 0.5], [3, 1], [5, 0.25], [5, 0.75], [9, 0.5]);
  expect([modeOf(cells), majorityOf(cells), minorityOf(cells)]).toEqual([5, 3, 7]);
  expect([...fractionsOf(cells)]).toEqual([1 / 3, 1 / 3, 0.5 / 3, 0.5 / 3]);
  expect([fractionOf(cells, 9), fractionOf(cells, 8)]).toEqual([0.5 / 3, 0]);
});

it("what coordinates cannot tell apart is as frequent", () => {
  const cells = distribution([1, 0.48], [2, 0.48 * (1 + 4e-13)], [3, 0.48 * (1 - 4e-13)], [4, 0.47]);
  expect([modeOf(cells), majorityOf(cells), minorityOf(cells)]).toEqual([3, 1, 4]);
  const apart = distribution([1, 0.48], [2, 0.48 * (1 + 4e-12)], [3, 0.48 * (1 - 4e-12)]);
  expect([modeOf(apart), majorityOf(apart), minorityOf(apart)]).toEqual([2, 2, 3]);
});

it("groups in memory are answered as walks are", () => {
  const random = seededRandom(seed);
  for (let draw = draws(500); draw > 0; draw--) {
    const slack = () => 1 + (Math.floor(5 * random()) - 2) * 4e-13;
    const cells = distribution(
      ...Array.from({ length: 1 + 12 * random() }, (): [number, number] => [
        Math.floor(9 * random()),
        slack() * (1 + Math.floor(2 * random())),
      ]),
    );
    const values = uniqueOf(cells);
    expect(varietyOf(cells)).toBe(values.length);
    expect(fractionsOf(cells)).toHaveLength(values.length);
    expect(values).toEqual(expect.arrayContaining([modeOf(cells), majorityOf(cells), minorityOf(cells)]));
  }
});
