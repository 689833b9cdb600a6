import { expect, it } from "vitest";
import { scanNumber } from "../../../src/zones/scan-number.ts";
import { draws, seed, seededRandom } from "../../helpers/random.ts";

const into = new Float64Array(1);

function scan(text: string): { end: number; value: number } {
  const end = scanNumber(new TextEncoder().encode(`[${text},1]`), 1, into, 0) - 1;
  return { end, value: into[0] };
}

function expectSame(text: string): void {
  const { end, value } = scan(text);
  expect(end, text).toBe(text.length);
  expect(value, text).toBe(JSON.parse(text));
}

it.each([
  ..."0 -0 7 -12.5 0.1 123456789 1234567890 123456789.5 0.000000001 5599860.760545543".split(" "),
  // Over 2^53, over 18 digits, with exponents.
  ..."9007199254740993 99999999999999999.9 123456789012345678 1234567890123456789 0.1234567890123456789".split(" "),
  ..."1e3 1.5E-7 -2e+10 1e400 4.9406564584124654e-324".split(" "),
  // In the middle of two doubles: 2^53 + 1, and 1 + 2^-53 cut short, which is below the middle.
  ..."9007199254740993.0 1.00000000000000011 9007199254740993.5 4503599627370496.5 4503599627370497.5".split(" "),
])("reads %s as JSON.parse does", expectSame);

it.each(["", "-", "x", ".5", "01", "-01", "1.", "1.e5", "1e", "1e+", "+1"])("takes %j for no number", (text) => {
  expect(scan(text).end).toBe(-2);
});

it(`reads random decimals, and those next to the middle of two doubles, as JSON.parse does (seed ${seed})`, () => {
  const random = seededRandom(seed);
  for (let i = 0; i < draws(20_000); i++) {
    const digits = Array.from({ length: 1 + Math.floor(19 * random()) }, () => Math.floor(10 * random())).join("");
    const point = Math.floor((digits.length + 1) * random());
    const whole = digits.slice(0, point).replace(/^0+(?=.)/, "") || "0";
    expectSame(`${random() < 0.5 ? "-" : ""}${whole}${point < digits.length ? `.${digits.slice(point)}` : ""}`);
    // Half a unit over a double of 2^43 … 2^53, to 18 digits.
    const double = 2 ** 43 + Math.floor(random() * 2 ** 53);
    expectSame(String(BigInt(double) * 2n + 1n).slice(0, 18));
    expectSame((2 ** (20 * random()) * (1 + random())).toPrecision(18).replace(/e.*/, ""));
    expectSame(String(2 ** (40 * random() - 20)));
  }
});
