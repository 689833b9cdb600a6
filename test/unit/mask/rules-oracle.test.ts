import { describe, expect, it } from "vitest";
import { exactCoverage } from "../../helpers/exact-coverage.ts";
import { exactTouched } from "../../helpers/exact-touched.ts";
import { compareLargeZones, compareRandomZones, createTally, oracleKinds } from "../../helpers/mask-oracle.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";

/** `npm run oracle` draws more. */
describe(`cells by all rules are those of exact arithmetic (seed ${seed})`, () => {
  it.each(oracleKinds)("%s", { timeout: 120_000 }, (kind) => {
    const tally = createTally();
    compareRandomZones(tally, kind, seededRandom(seed), draws(40));
    expect(tally.wrong && JSON.stringify(tally.wrong)).toBe(null);
    expect(tally.mismatches).toBe(0);
  });

  it("circles of 5,000 vertices and 500 holes", { timeout: 120_000 }, () => {
    const tally = createTally();
    compareLargeZones(tally, seededRandom(seed), draws(500));
    expect(tally.wrong?.kind).toBe(undefined);
  });
});

describe("the oracle itself knows", () => {
  const triangle = [[[[0.5, 0.25], [2.5, 0.25], [0.5, 1.25]]]] as const; // biome-ignore format: one line

  it("the covered parts of a triangle", () => {
    // Two wide, one high: x + 2y = 3. Right of x = 1 and 2 it is 0.75 and 0.25 high; at y = 1 it is 0.5 wide.
    const [right1, right2, below] = [(1.5 * 0.75) / 2, (0.5 * 0.25) / 2, (0.5 * 0.25) / 2];
    const expected = [1 - right1 - below, right1 - right2, right2, below, 0, 0];
    expect([...exactCoverage(triangle, 2, 3)]).toEqual(expected);
  });

  it("that an edge through a corner touches the cell that begins there", () => {
    // From (2.5, 0.25) to (0.5, 1.25) by way of (1, 1): the cell at row 1, column 1 begins there.
    expect(exactTouched(triangle, 2, 3)).toEqual(["###", "##."]);
  });
});
