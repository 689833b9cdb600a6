/**
 * Quantiles of many groups at once. AssemblyScript (https://www.assemblyscript.org); src/stats/quantile-columns.ts puts
 * cells into memory and calls it, src/stats/quantile.ts is the same in JavaScript, a group after the other.
 *
 * Cells are 32 bits each, of one kind (keys.ts): those of all groups lie in columns behind what order-memory.ts has for one.
 */
import { CELLS, coverageAt, partialAt, place } from "./order-memory";
import { quantile, select } from "./select";
import { isApart, tabulate, totalWeight, weighedQuantile } from "./tabulate";

/** Bytes of a group: where its whole cells begin and how many they are, then the same of those in part (i32). */
const GROUP: usize = 16;

let cells: usize = 0;
let partial: usize = 0;
let coverage: usize = 0;

/** Says where the columns are: whole cells, those in part, and the coverage of these (f64). */
export function placeColumns(cellsAt: usize, partsAt: usize, coveragesAt: usize): void {
  cells = cellsAt;
  partial = partsAt;
  coverage = coveragesAt;
}

/**
 * Leaves some quantiles (f64) of each group at `found`, scaled: by weight, or of whole cells. NaN is where none is certain,
 * or there is no cell. One part of the scaling does nothing.
 */
export function quantiles(
  groups: usize, end: usize, kind: i32, weighed: bool, asked: usize, count: i32, scale: f64, offset: f64, found: usize,
): void {
  const stop = asked + ((<usize>count) << 3);
  for (; groups < end; groups += GROUP) {
    const whole = load<i32>(groups, 4);
    const parts = load<i32>(groups, 12);
    putCells(groups, whole, parts, kind);
    let total: f64 = NaN;
    if (weighed) {
      if (whole + parts > 0 && tabulate() >= 0 && isApart(scale, offset)) total = totalWeight(scale < 0);
    } else if (whole > 0 && parts === 0) {
      select();
      total = <f64>whole;
    }
    for (let q = asked; q < stop; q += 8, found += 8) {
      let result = total;
      if (total === total) {
        if (weighed) result = weighedQuantile(load<f64>(q), total, scale, offset);
        else result = quantile(load<f64>(q), scale, offset);
      }
      store<f64>(found, result);
    }
  }
}

function putCells(group: usize, whole: i32, parts: i32, kind: i32): void {
  place(whole, parts, kind);
  const first: usize = load<i32>(group, 8);
  memory.copy(CELLS, cells + ((<usize>load<i32>(group)) << 2), (<usize>whole) << 2);
  memory.copy(partialAt, partial + (first << 2), (<usize>parts) << 2);
  memory.copy(coverageAt, coverage + (first << 3), (<usize>parts) << 3);
}
