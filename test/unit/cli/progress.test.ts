import { expect, it } from "vitest";
import { progressLine } from "../../../src/cli/progress.ts";

it("tells chunks, rate and the time that is left", () => {
  expect(progressLine({ done: 0, total: 40 }, 1)).toBe("0/40 chunks, 0%");
  expect(progressLine({ done: 12, total: 40 }, 2)).toBe("12/40 chunks, 30%, 6.0 chunks/s, 5 s left"); // 28 / 6 = 4.7
  expect(progressLine({ done: 1, total: 401 }, 10)).toBe("1/401 chunks, 0%, 0.10 chunks/s, 1 h 6 min left"); // 4000 s
  expect(progressLine({ done: 0, total: 0 }, 1)).toBe("0/0 chunks, 100%");
});
