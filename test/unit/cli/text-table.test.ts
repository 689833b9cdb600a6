import { Float64, Int32, Int64, Table, Utf8, vectorFromArray } from "apache-arrow";
import { expect, it } from "vitest";
import { tableToText } from "../../../src/cli/text-table.ts";

const wide = Number.POSITIVE_INFINITY;
const lines = (table: Table, width = wide) => tableToText(table, width).split("\n");

const places = new Table({
  zone: vectorFromArray([0, 1, 2], new Int32()),
  name: vectorFromArray(["Ponta Delgada", "Água de Pau", null], new Utf8()),
  count: vectorFromArray([12_345_678, 9, 0], new Float64()),
  mean: vectorFromArray([123.456789012, -0.5, null], new Float64()),
});

it("aligns texts at the left, numbers at the right, and decimals under each other", () => {
  expect(lines(places)).toEqual([
    "zone  name              count      mean",
    "   0  Ponta Delgada  12345678  123.4568",
    "   1  Água de Pau           9   -0.5000",
    "   2                        0",
    "",
  ]);
});

it("cuts long texts first, then leaves columns out and says so", () => {
  expect(lines(places, 36)).toEqual([
    "zone  name           count      mean",
    "   0  Ponta Del…  12345678  123.4568",
    "   1  Água de P…         9   -0.5000",
    "   2                     0",
    "",
  ]);
  expect(lines(places, 28)).toEqual([
    "zone  name         count",
    "   0  Ponta D…  12345678",
    "   1  Água de…         9",
    "   2                   0",
    "(not shown: mean)",
    "",
  ]);
});

it("shows whole numbers in full and very small or great ones with an exponent", () => {
  const table = new Table({
    sum: vectorFromArray([2n ** 62n, 1n], new Int64()),
    tiny: vectorFromArray([1.23456789e-9, 0], new Float64()),
    vast: vectorFromArray([1.5e300, Number.NaN], new Float64()),
  });
  expect(lines(table)).toEqual([
    "                sum         tiny           vast",
    "4611686018427387904  1.234568e-9  1.500000e+300",
    "                  1     0.000000            NaN",
    "",
  ]);
});

it("lets no character of a file command the terminal", () => {
  const table = new Table({ name: vectorFromArray(["a\u001b[2Jb\nc"], new Utf8()) });
  expect(lines(table)).toEqual(["name", "a [2Jb c", ""]);
});
