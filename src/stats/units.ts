import { addDyadic, dyadic, dyadicToNumber, exactValue, multiplyDyadic } from "./dyadic.ts";
import { roundPair } from "./pair.ts";
import type { Scaling } from "./power-sums.ts";
import { ProductSum } from "./product-sum.ts";
import type { Value } from "./section.ts";

/**
 * What takes stored values to the raster's units, each correctly rounded, so that they keep their order (or turn it
 * around, by a negative scale). −0, which equals 0 and so depends on the order of cells, becomes 0.
 */
export function unitsOf(scaling: Scaling): (stored: Value) => Value {
  const { scale, offset } = scaling;
  if (scale === 1 && offset === 0) return asStored;
  const products = new ProductSum();
  return (stored) => {
    if (!isFiniteValue(stored)) return Number(stored) * scale;
    if (typeof stored === "bigint") return scaledByBigint(stored, scaling);
    // One of the two operations is exact then, the other rounds correctly.
    if (scale === 1 || offset === 0) return stored * scale + offset;
    products.clear();
    products.add(stored, scale);
    products.add(1, offset);
    const pair = products.pair();
    // Null where that is not certain to be correctly rounded.
    return (pair && roundPair(pair)) ?? scaledByBigint(stored, scaling);
  };
}

export function asStored(stored: Value): Value {
  return typeof stored === "bigint" ? stored : stored + 0;
}

/** Whether scaling may round different stored values to one, if they lie `gap` apart at least. */
export function mayMeet(gap: number, least: Value, greatest: Value, scaling: Scaling): boolean {
  if (scaling.scale === 1 && scaling.offset === 0) return false;
  const toUnits = unitsOf(scaling);
  const size = Math.max(...[least, greatest].map((value) => Math.abs(Number(toUnits(value)))));
  return !(gap * Math.abs(scaling.scale) > Math.max(2 ** -51 * size, 2 ** -1072));
}

export function isFiniteValue(stored: Value): boolean {
  return typeof stored === "bigint" || Number.isFinite(stored);
}

function scaledByBigint(stored: Value, { scale, offset }: Scaling): number {
  return dyadicToNumber(addDyadic(multiplyDyadic(exactValue(stored), dyadic(scale)), dyadic(offset)));
}
