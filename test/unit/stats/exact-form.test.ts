import "../../helpers/keeping.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addForm, formOf, totalForm } from "../../../src/stats/exact-form.ts";
import { addExact, addExactTotal, createExactSums, exactTotal } from "../../../src/stats/exact-sums.ts";
import { seed } from "../../helpers/random.ts";

describe("exact totals as bytes", () => {
  it("an odd mantissa in the shortest two's complement, little-endian", () => {
    const bytes = (mantissa: bigint, exponent = 0) => {
      const form = formOf({ mantissa, exponent });
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

  it("is the same from a double, from several, and from a bigint, and adds the same total", () => {
    const values = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: -70_000, max: 70_000 }),
      fc.integer({ min: -40, max: 40 }).map((k) => Math.sign(k) * 2 ** k),
      fc.constantFrom(
        5e-324,
        -5e-324,
        Number.MAX_VALUE,
        -Number.MAX_VALUE,
        2 ** 53 - 1,
        -(2 ** 53) + 1,
        2 ** 900,
        2 ** -940,
      ),
    );
    const property = fc.property(fc.array(values, { maxLength: 3 }), (all) => {
      const sums = createExactSums(1);
      for (const value of all) addExact(sums, 0, value);
      const total = exactTotal(sums, 0);
      const form = totalForm(sums, 0);
      expect(form).toEqual(formOf(total));
      const [back, other] = [createExactSums(1), createExactSums(1)];
      expect(addForm(back, 0, form)).toBe(true);
      addExactTotal(other, 0, total);
      for (const copy of [back, other]) expect(formOf(exactTotal(copy, 0))).toEqual(form);
    });
    fc.assert(property, { seed, numRuns: 2000 });
  });

  it("is the same whatever zeros a mantissa ends with", () => {
    const mantissas = fc.bigInt(-(2n ** 300n), 2n ** 300n);
    const property = fc.property(
      mantissas,
      fc.integer({ min: -3000, max: 2000 }),
      fc.nat(99),
      (mantissa, exponent, zeros) => {
        const form = formOf({ mantissa, exponent });
        expect(formOf({ mantissa: mantissa << BigInt(zeros), exponent: exponent - zeros })).toEqual(form);
        const sums = createExactSums(1);
        addForm(sums, 0, form);
        expect(totalForm(sums, 0)).toEqual(form);
      },
    );
    fc.assert(property, { seed });
  });

  it("refuses exponents that no sum has", () => {
    const add = (exponent: number) => addForm(createExactSums(1), 0, { bytes: Uint8Array.of(1), exponent });
    expect([-3 * 1074, -3223, 4096, 2 ** 30].map(add)).toEqual([true, false, true, false]);
  });
});
