import { expect, test } from "vitest";
import { isProjected } from "../../../src/grid/crs-codes.ts";
import { lookUpEpsg } from "../../../src/grid/definitions/epsg-codes.ts";

test("codes that are taken for projected ones are, by the registry", () => {
  const codes = Array.from({ length: 100_000 }, (_, code) => code).filter((code) => isProjected(code));
  const known = codes.flatMap((code) => lookUpEpsg(code)?.definition ?? []);
  expect(known.length).toBeGreaterThan(3000);
  expect(known.filter((definition) => /\+proj=(longlat|ob_tran)/.test(definition))).toEqual([]);
  expect([3857, 3035, 2154, 25_832, 32_633, 32_733].every(isProjected)).toBe(true);
  expect([3819, 4326, 4269, 4978, 20_033].some(isProjected)).toBe(false);
});
