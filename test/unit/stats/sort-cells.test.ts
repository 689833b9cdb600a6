import { expect, it } from "vitest";
import { sortCells } from "../../../src/stats/sort-cells.ts";
import { SortedCells } from "../../../src/stats/sorted-cells.ts";
import { seededRandom } from "../../helpers/random.ts";

const random = seededRandom(7);
const many = 5000;

it.each([
  ["bytes", () => Uint8Array.from({ length: many }, () => random() * 256)],
  ["signed bytes", () => Int8Array.from({ length: many }, () => random() * 256 - 128)],
  ["words of a narrow range", () => Int16Array.from({ length: many }, () => random() * 100 - 50)],
  ["words of all values", () => Uint16Array.from({ length: 600 }, () => random() * 65536)],
  ["integers of a narrow range", () => Int32Array.from({ length: many }, () => 2e9 + random() * 3000)],
  ["integers of all values", () => Int32Array.from({ length: many }, () => (random() - 0.5) * 2 ** 32)],
  ["unsigned integers", () => Uint32Array.from({ length: many }, () => random() * 2 ** 32)],
  ["floats", () => Float32Array.from({ length: many }, () => (random() - 0.5) * 10 ** (random() * 60 - 30))],
  ["doubles", () => Float64Array.from({ length: many }, () => random() - 0.5)],
  ["wide integers", () => BigInt64Array.from({ length: many }, () => BigInt(Math.floor((random() - 0.5) * 2 ** 53)))],
])("%s ascend", (_, make) => {
  const cells = make();
  const wanted = cells.slice().sort();
  const third = Math.floor(cells.length / 3);
  expect(sortCells([cells.slice(0, third), cells.slice(third)])).toEqual(wanted);
  expect(sortCells([cells])).toEqual(wanted);
  const some = new SortedCells([cells.slice(0, third), cells.slice(third)]);
  const places = [0, 1, third, third + 1, 7, cells.length - 2, cells.length - 1];
  expect(places.map((place) => some.at(place))).toEqual(places.map((place) => wanted[place]));
});

it("infinities, subnormals and zeros of both signs have their places", () => {
  const odd = [Infinity, -Infinity, 1e-45, -1e-45, 0, -0, 3.4028234663852886e38, -1, 1];
  const sorted = sortCells([Float32Array.from({ length: 900 }, (_, i) => odd[i % odd.length])]);
  const some = new SortedCells([Float32Array.from({ length: 900 }, (_, i) => odd[i % odd.length])]);
  expect(sorted.every((value, place) => Object.is(value, some.at(place)))).toBe(true);
  expect([0, 100, 200, 300, 400, 500, 600, 700, 800].map((i) => sorted[i])).toEqual([
    -Infinity,
    -1,
    -1.401298464324817e-45,
    -0,
    0,
    1.401298464324817e-45,
    1,
    3.4028234663852886e38,
    Infinity,
  ]);
});

it("few cells, and none", () => {
  expect(sortCells([Float32Array.of(2, -1), Float32Array.of(0.5)])).toEqual(Float32Array.of(-1, 0.5, 2));
  expect(sortCells([])).toHaveLength(0);
});
