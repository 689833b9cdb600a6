import { expect, it } from "vitest";
import { isRastrumError } from "../../../src/errors.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import { shareOf } from "../../../src/plan/share.ts";

const planOf = (tasks: number) => ({ tasks: new Array(tasks) }) as unknown as Plan;
const sharesOf = (tasks: number, of: number) =>
  Array.from({ length: of }, (_, index) => shareOf(planOf(tasks), [index, of]).tasks);

it("shares are next to each other, differ by one at most, and are all of the plan", () => {
  expect(sharesOf(10, 4)).toEqual([[0, 3], [3, 5], [5, 8], [8, 10]]); // biome-ignore format: one line
  expect(sharesOf(2, 4)).toEqual([[0, 1], [1, 1], [1, 2], [2, 2]]); // biome-ignore format: one line
});

it("the first share is not empty, also of a plan without chunks", () => {
  expect(sharesOf(0, 3)).toEqual([[0, 1], [1, 1], [1, 1]]); // biome-ignore format: one line
});

it.each([[[2, 2]], [[-1, 2]], [[0.5, 2]], [[0, 0]], [[0]], ["0/4"], [[0, 1, 2]]])("refuses %j", (part) => {
  const share = () => shareOf(planOf(3), part as unknown as [number, number]);
  expect(share).toThrow(/part cannot be .*\[index, of\]/);
  try {
    share();
  } catch (error) {
    expect(isRastrumError(error, "invalid-option") && error.option).toBe("part");
  }
});
