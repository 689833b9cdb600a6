/**
 * Order statistics of a group's cells, and what they weigh by value. AssemblyScript (https://www.assemblyscript.org);
 * src/stats/ordered-cells.ts puts cells into memory and calls it. src/stats/{sorted-cells,tabulate}.ts do the same in
 * JavaScript.
 *
 * Cells are 32 bits each, of one kind (keys.ts): floats, of which none is NaN, integers with a sign, or without. They are
 * put anew before `select` or `tabulate` is called.
 */
export { coverageAt, partialAt, place, valuesAt, weightsAt } from "./order-memory";
export { at, select } from "./select";
export { tabulate } from "./tabulate";
