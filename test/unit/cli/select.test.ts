import { expect, it } from "vitest";
import { parseSelects, resolveSelects } from "../../../src/cli/select.ts";

const dimensions = [{ name: "time", size: 365, labels: null }];

it.each([
  ["time=0:30", [0, 30]],
  ["time=:30", [0, 30]],
  ["time=300:", [300, 365]],
  ["time=:", [0, 365]],
  ["time=5", 5],
  ["time=-1", -1],
  ["time=2013-01-01", "2013-01-01"],
  ["time=2013-01-01T06:00", "2013-01-01T06:00"],
  ["time = 2013-01-01T06:00:00Z", "2013-01-01T06:00:00Z"],
  ["time=2013-01-01..2013-02-01", ["2013-01-01", "2013-02-01"]],
  ['time="850"', "850"],
  ['time="500".."850"', ["500", "850"]],
  ["time=1.5", "1.5"],
  ["time=a=b", "a=b"],
])("%s", (text, expected) => {
  expect(resolveSelects(parseSelects([text]), dimensions)).toEqual({ time: expected });
});

it("leaves a dimension that is not there to the library, which names those that are", () => {
  expect(resolveSelects(parseSelects(["tiem=3:"]), dimensions)).toEqual({ tiem: [3, Number.POSITIVE_INFINITY] });
});
