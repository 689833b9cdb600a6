import { describe, expect, it } from "vitest";
import { isGpuNumber, parseExpression } from "../../../src/expression/expression.ts";
import type { CellArray } from "../../../src/source/source.ts";

const names = ["x", "y", "p.a", "p.b", "B04", "B08", "höhe", "min"];

/** The expression's numbers; inputs in the order of first use. */
function values(text: string, ...inputs: (CellArray | number[] | number)[]): number[] {
  const columns = inputs.map((input) => (Array.isArray(input) ? Float64Array.from(input) : input));
  const cells = columns.find((column) => typeof column !== "number");
  const out = new Float64Array(typeof cells === "object" ? cells.length : 1);
  parseExpression(text, names).toJs()(columns, out);
  return [...out];
}

describe("values", () => {
  it("are f64, without a rounding to f32 between", () => {
    const x = [1, 0.1, 1e300, 16777217];
    expect(values("(x - p.a) / (x + p.a)", x, 3)).toEqual(x.map((v) => (v - 3) / (v + 3)));
    expect(values("x * x + 0.1", x)).toEqual(x.map((v) => v * v + 0.1));
    expect(values("x + 0.1f", [0])).toEqual([Math.fround(0.1)]);
  });

  it("an index of two bands, of any type of cells", () => {
    const [nir, red] = [[200, 100, 0], [100, 100, 50]]; // biome-ignore format: two rows
    const ndvi = [100 / 300, 0 / 200, -50 / 50];
    for (const Type of [Uint8Array, Int16Array, Uint32Array, Float32Array, Float64Array]) {
      expect(values("(B08 - B04) / (B08 + B04)", Type.from(nir), Type.from(red))).toEqual(ndvi);
    }
    const wide = [BigInt64Array.from(nir, BigInt), BigUint64Array.from(red, BigInt)];
    expect(values("(B08 - B04) / (B08 + B04)", ...wide)).toEqual(ndvi);
  });

  it.each([
    ["x % 3", [7, -7, 5.5], [1, -1, 2.5]],
    ["-x", [1, -2], [-1, 2]],
    ["abs(x)", [1, -2], [1, 2]],
    ["sign(x)", [3, -2, 0], [1, -1, 0]],
    ["floor(x)", [1.5, -1.5, 2], [1, -2, 2]],
    ["ceil(x)", [1.5, -1.5, 2], [2, -1, 2]],
    ["trunc(x)", [1.5, -1.5, 2], [1, -1, 2]],
    ["round(x)", [0.5, 1.5, 2.5, -1.5, -2.5, 1.49, 1.51, 2 ** 52 + 1], [0, 2, 2, -2, -2, 1, 2, 2 ** 52 + 1]],
    ["fract(x)", [1.25, -1.25], [0.25, 0.75]],
    ["sqrt(x)", [9, 2], [3, Math.SQRT2]],
    ["exp2(x) + log2(exp2(x))", [3, -1], [8 + 3, 0.5 - 1]],
    ["exp(0 * x) + log(1 + 0 * x)", [7], [1]],
    ["pow(x, 2)", [3, -3], [9, 9]],
    ["min(x, 2)", [1, 3, Number.NaN], [1, 2, Number.NaN]],
    ["max(x, 2)", [1, 3, Number.NaN], [2, 3, Number.NaN]],
    ["clamp(x, 2, 4)", [1, 3, 5], [2, 3, 4]],
    ["clamp(x, 4, 2)", [1, 3, 5], [2, 2, 2]], // min(max(x, 4), 2)
    ["atan2(x, x) * 4", [1, 2], [Math.PI, Math.PI]],
    ["sin(x) + cos(x) + tan(x)", [0], [1]],
    ["asin(x) + acos(x) + atan(x)", [0], [Math.PI / 2]],
    ["x / 0", [1, -1, 0], [Infinity, -Infinity, Number.NaN]],
  ])("%s", (text, x, wanted) => expect(values(text, x).map((v) => v + 0)).toEqual(wanted));

  it.each([
    ["x < 2", [1, 0, 0, 0]],
    ["x <= 2", [1, 1, 0, 0]],
    ["x > 2", [0, 0, 1, 0]],
    ["x >= 2", [0, 1, 1, 0]],
    ["x == 2", [0, 1, 0, 0]],
    ["x != 2", [1, 0, 1, 1]],
    ["!(x < 2)", [0, 1, 1, 1]],
    ["x > 1 && x < 3", [0, 1, 0, 0]],
    ["x < 2 || x > 2", [1, 0, 1, 0]],
    ["x < 3 || x > 1", [1, 1, 1, 0]],
  ])("%s of 1, 2, 3, NaN", (condition, wanted) => {
    expect(values(`select(0, 1, ${condition})`, [1, 2, 3, Number.NaN])).toEqual(wanted);
  });

  it("more cells than a block, and none", () => {
    const x = Float64Array.from({ length: 2500 }, (_, i) => i);
    expect(values("x * p.a + x", x, 3)).toEqual([...x].map((v) => v * 3 + v));
    expect(values("x", x)).toEqual([...x]);
    expect(values("x + 1", [])).toEqual([]);
    expect(values("x", 5)).toEqual([5]);
    expect(values("7")).toEqual([7]);
  });

  it("deep trees need no more memory than their depth, and no intermediate result is lost", () => {
    const text = "(x + (x * (x - (x / (x + 1))))) - ((x * 2) - ((x - 3) * (x + (x - 4)))) / (x + 9)";
    const by = (x: number) => x + x * (x - x / (x + 1)) - (x * 2 - (x - 3) * (x + (x - 4))) / (x + 9);
    expect(values(text, [1, 2.5, 7])).toEqual([1, 2.5, 7].map(by));
    expect(values(`x${" + x".repeat(499)}`, [3])).toEqual([1500]);
  });

  it("the same function again, with other inputs, and into an input or f32", () => {
    const js = parseExpression("x * p.a - x * x", names).toJs();
    const x = Float64Array.from({ length: 1500 }, (_, i) => i % 7);
    const wanted = [2, 5].map((a) => [...x].map((v) => v * a - v * v));
    const out = new Float32Array(1500);
    js([x, 5], out);
    expect([...out]).toEqual(wanted[1]);
    js([x, 2], x);
    expect([...x]).toEqual(wanted[0]);
  });
});

describe("an expression", () => {
  it("has its names, in order of first use", () => {
    expect(parseExpression("p.a * höhe + x - p.a * x", names).names).toEqual(["p.a", "höhe", "x"]);
    expect(parseExpression("1 + 2", names).names).toEqual([]);
  });

  it("reaches its names as the shader says", () => {
    const { toWgsl } = parseExpression("p.a * höhe + x", names);
    expect(toWgsl((name, index) => (name.startsWith("p.") ? name : `cells[${index}]`))).toBe(
      "((p.a * cells[1]) + cells[2])",
    );
  });

  it("a band may have the name of a function", () => expect(values("min(min, 2)", [1, 3])).toEqual([1, 2]));

  it.each([
    "x", "-x", "abs(x)", "select(0, 1, x > 3)", "select(x, p.a, x > 1 && !(x == 0.5 || y < x))", "clamp(x, 0, 255)",
    "min(x, max(y, 1 / 2))", "floor(x)", "round(ceil(trunc(x)))", "sign(x)", "select(x, 0, x < 0.1f)",
  ])("%s is exact on a GPU", (text) => expect(parseExpression(text, names).exactOnGpu).toBe(true)); // biome-ignore format: a list

  it.each([
    "x + 1", "x - y", "x * 2", "x / y", "x % 2", "sqrt(x)", "fract(x)", "exp(x)", "select(0, 1, x + 1 > 3)", "pow(x, 2)",
    "min(x, 0.1)", "select(0, 1, x < 1 / 3)", "max(x, 1e-40)", "select(0, 1, x == 16777217)",
  ])("%s is not", (text) => expect(parseExpression(text, names).exactOnGpu).toBe(false)); // biome-ignore format: a list

  it("knows which numbers a GPU keeps", () => {
    const kept = [0, -0, 1, -0.5, 2 ** -126, 16777216, (2 - 2 ** -23) * 2 ** 127];
    const lost = [0.1, 16777217, 2 ** -127, 2 ** -149, 2 ** 128, Infinity, -Infinity, Number.NaN];
    expect(kept.map(isGpuNumber)).toEqual(kept.map(() => true));
    expect(lost.map(isGpuNumber)).toEqual(lost.map(() => false));
  });
});
