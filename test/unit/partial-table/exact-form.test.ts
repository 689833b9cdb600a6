import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromExactForm, toExactForm } from "../../../src/partial-table/exact-form.ts";
import { seed } from "../../helpers/random.ts";

describe("exact totals as bytes", () => {
  it("an odd mantissa in the shortest two's complement, little-endian", () => {
    const bytes = (mantissa: bigint, exponent = 0) => {
      const form = toExactForm({ mantissa, exponent });
      return [[...form.bytes], form.exponent];
    };
    expect(bytes(0n, -7)).toEqual([[0], 0]);
    expect(bytes(1n)).toEqual([[1], 0]);
    expect(bytes(12n, -2)).toEqual([[3], 0]); // 12 × 2^-2 = 3
    expect(bytes(-1n)).toEqual([[0xff], 0]);
    expect(bytes(127n)).toEqual([[0x7f], 0]);
    expect(bytes(129n)).toEqual([[0x81, 0], 0]); // the sign needs a byte more
    expect(bytes(-127n)).toEqual([[0x81], 0]);
    expect(bytes(-128n)).toEqual([[0xff], 7]);
    expect(bytes(-(2n ** 100n), -100)).toEqual([[0xff], 0]);
    expect(bytes(0x010203n, -1074)).toEqual([[3, 2, 1], -1074]);
  });

  it("reads back the same value, whatever zeros the mantissa ended with", () => {
    const property = fc.property(
      fc.bigInt(-(2n ** 300n), 2n ** 300n),
      fc.integer({ min: -3000, max: 2000 }),
      fc.integer({ min: 0, max: 99 }),
      (mantissa, exponent, zeros) => {
        const form = toExactForm({ mantissa, exponent });
        expect(toExactForm({ mantissa: mantissa << BigInt(zeros), exponent: exponent - zeros })).toEqual(form);
        const back = fromExactForm(form);
        expect((back?.mantissa ?? 0n) << BigInt(mantissa === 0n ? 0 : form.exponent - exponent)).toBe(mantissa);
      },
    );
    fc.assert(property, { seed });
  });

  it("refuses exponents that no sum has", () => {
    expect(fromExactForm({ bytes: Uint8Array.of(1), exponent: -3 * 1074 })).toEqual({ mantissa: 1n, exponent: -3222 });
    expect(fromExactForm({ bytes: Uint8Array.of(1), exponent: -3223 })).toBe(null);
    expect(fromExactForm({ bytes: Uint8Array.of(1), exponent: 2 ** 30 })).toBe(null);
  });
});
