import { describe, expect, it } from "vitest";
import {
  addDyadic,
  divideToNumber,
  dyadic,
  dyadicToInteger,
  dyadicToNumber,
  multiplyDyadic,
  negateDyadic,
  sqrtQuotientToNumber,
} from "../../../src/stats/dyadic.ts";
import { seed, seededRandom } from "../../helpers/random.ts";
import { divide, rational, rootToNumber, toNumber } from "../../helpers/rational.ts";

const random = seededRandom(seed);
const view = new DataView(new ArrayBuffer(8));

/** Any finite double, all exponents alike. */
function anyDouble(): number {
  view.setUint32(0, random() * 2 ** 32);
  view.setUint32(4, random() * 2 ** 32);
  const value = view.getFloat64(0);
  return Number.isFinite(value) ? value : anyDouble();
}

const { MIN_VALUE, MAX_VALUE } = Number;
const leastNormal = 2 ** -1022;

describe("dyadic", () => {
  it("is exact for every double", () => {
    expect(dyadic(6)).toEqual({ mantissa: 6n << 50n, exponent: -50 });
    expect(dyadic(-MIN_VALUE)).toEqual({ mantissa: -1n, exponent: -1074 });
    const special = [0, 1, -1, 0.1, MAX_VALUE, -MAX_VALUE, MIN_VALUE, leastNormal, leastNormal - MIN_VALUE];
    for (const value of [...special, ...Array.from({ length: 2000 }, anyDouble)]) {
      const { mantissa, exponent } = dyadic(value);
      expect(dyadicToNumber({ mantissa, exponent })).toBe(value);
      expect(mantissa << BigInt(exponent + 1074)).toBe((rational(value).top << 1074n) / rational(value).bottom);
    }
  });

  it("adds, multiplies and negates exactly", () => {
    const sum = addDyadic(dyadic(1e300), dyadic(1e-300));
    expect(dyadicToNumber(addDyadic(sum, negateDyadic(dyadic(1e300))))).toBe(1e-300);
    const third = dyadic(1 / 3);
    expect(multiplyDyadic(third, third)).toEqual({ mantissa: third.mantissa ** 2n, exponent: 2 * third.exponent });
  });

  it("knows integers from fractions", () => {
    expect(dyadicToInteger(dyadic(2 ** 70))).toBe(1n << 70n);
    expect(dyadicToInteger(dyadic(-3))).toBe(-3n);
    expect(dyadicToInteger(dyadic(2.5))).toBeNull();
    expect(dyadicToInteger(dyadic(0))).toBe(0n);
  });
});

describe("rounding to the nearest double", () => {
  const round = (mantissa: bigint, exponent: number) => dyadicToNumber({ mantissa, exponent });

  it("takes ties to even", () => {
    expect(round(2n ** 53n + 1n, 0)).toBe(2 ** 53);
    expect(round(2n ** 53n + 3n, 0)).toBe(2 ** 53 + 4);
    expect(round(2n ** 54n + 2n + 1n, 0)).toBe(2 ** 54 + 4);
    expect(round(-(2n ** 53n) - 1n, 0)).toBe(-(2 ** 53));
  });

  it("overflows where IEEE 754 does", () => {
    const greatest = (2n ** 53n - 1n) << 1n;
    expect(round(greatest, 970)).toBe(MAX_VALUE);
    expect(round((greatest << 10n) + 1023n, 960)).toBe(MAX_VALUE);
    expect(round(greatest + 1n, 970)).toBe(Infinity);
    expect(round(-greatest - 1n, 970)).toBe(-Infinity);
    expect(round(1n, 100_000)).toBe(Infinity);
  });

  it("rounds subnormals once, and underflows to 0 without a sign", () => {
    expect(round(3n, -1075)).toBe(2 * MIN_VALUE); // 1.5 least doubles: tie, to even
    expect(round(5n, -1075)).toBe(2 * MIN_VALUE); // 2.5
    expect(round(1n, -1075)).toBe(0); // 0.5
    expect(round((1n << 60n) + 1n, -1135)).toBe(MIN_VALUE); // a little more than 0.5
    expect(round(-1n, -1080)).toBe(0);
    expect(round(1n, -100_000)).toBe(0);
    expect(round((1n << 54n) - 1n, -1076)).toBe(leastNormal);
  });
});

describe("quotients and roots", () => {
  it("agree with fractions of bigints, whatever the exponents", () => {
    for (let draw = 0; draw < 3000; draw++) {
      const [a, b] = [anyDouble(), anyDouble()];
      if (b === 0) continue;
      expect(divideToNumber(dyadic(a), dyadic(b))).toBe(toNumber(divide(rational(a), rational(b))));
      // One IEEE division is correctly rounded too.
      expect(divideToNumber(dyadic(a), dyadic(b))).toBe(a / b + 0);
    }
  });

  it("agree where numerator and denominator are long", () => {
    for (let draw = 0; draw < 500; draw++) {
      const [a, b] = [multiplyDyadic(dyadic(anyDouble()), dyadic(anyDouble())), dyadic(Math.ceil(random() * 1e6))];
      const top = { top: a.mantissa, bottom: 1n << BigInt(-Math.min(0, a.exponent)) };
      const shifted = { ...top, top: top.top << BigInt(Math.max(0, a.exponent)) };
      const bottom = rational(dyadicToNumber(b));
      expect(divideToNumber(a, b)).toBe(toNumber(divide(shifted, bottom)));
      if (a.mantissa >= 0n) expect(sqrtQuotientToNumber(a, b)).toBe(rootToNumber(divide(shifted, bottom)));
    }
  });

  it("round once: √ of a square an ulp of an ulp off, and √2", () => {
    const square = multiplyDyadic(dyadic(1 / 3), dyadic(1 / 3));
    const one = dyadic(1);
    expect(sqrtQuotientToNumber(square, one)).toBe(1 / 3);
    expect(sqrtQuotientToNumber(dyadic(2), one)).toBe(Math.SQRT2);
    expect(sqrtQuotientToNumber(one, dyadic(2))).toBe(Math.SQRT1_2);
    expect(sqrtQuotientToNumber(dyadic(0), one)).toBe(0);
    for (let draw = 0; draw < 1000; draw++) {
      const value = Math.abs(anyDouble());
      expect(sqrtQuotientToNumber(dyadic(value), one)).toBe(Math.sqrt(value)); // IEEE's √ is correctly rounded
    }
  });

  it("do not give −0", () => {
    expect(divideToNumber(dyadic(-MIN_VALUE), dyadic(3))).toBe(0);
    expect(divideToNumber(dyadic(0), dyadic(-3))).toBe(0);
  });
});
