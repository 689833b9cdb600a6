import base64 from "../../wasm/order.ts?compiled";
import { instantiate } from "../compiled/instantiate.ts";
import { KeptInstance } from "../compiled/kept-instance.ts";
import { reserve } from "../compiled/reserve.ts";
import type { CellArray } from "../source/source.ts";
import { type Array32, array32For, BYTES_MORE, BYTES_PARTIAL, BYTES_WHOLE, kindOf } from "./cells-32.ts";
import type { KeptRow } from "./kept-cells.ts";
import type { Tabulated } from "./tabulate.ts";

/** What wasm/order.ts exports: places are bytes of memory, in globals. */
interface Compiled {
  readonly memory: WebAssembly.Memory;
  readonly partialAt: WebAssembly.Global<"i32">;
  readonly coverageAt: WebAssembly.Global<"i32">;
  readonly valuesAt: WebAssembly.Global<"i32">;
  readonly weightsAt: WebAssembly.Global<"i32">;
  readonly place: (whole: number, partial: number, kind: number) => void;
  readonly select: () => void;
  readonly at: (place: number) => number;
  readonly tabulate: () => number;
}

/** Where whole cells go. */
const CELLS_AT = 2 ** 14;

/** What a thread keeps of memory: larger groups are JavaScript's. */
const MOST_BYTES = 2 ** 24;

const instances = new KeptInstance(() => instantiate<Compiled>(base64), MOST_BYTES);

/** How many groups memory has held, so the number of the one that it holds. */
let loads = 0;

/** Null where JavaScript must do it: there is no WebAssembly, cells are of 64 bits, or too many. */
export function orderedCells({ whole, partial }: KeptRow, coverage: ArrayLike<number>): OrderedCells | null {
  let cells = 0;
  for (let i = 0; i < whole.length; i++) cells += whole[i].length;
  const Cells = array32For(cells > 0 ? whole[0] : partial);
  const bytes = BYTES_MORE + BYTES_WHOLE * cells + BYTES_PARTIAL * partial.length;
  if (Cells === null || bytes > MOST_BYTES) return null;
  const compiled = instances.take();
  if (!compiled) return null;
  // Others may use it too: nothing waits while a group is in memory, and each is put there anew.
  instances.keep(compiled);
  if (!reserve(compiled.memory, bytes)) return null;
  return new OrderedCells(compiled, Cells, whole, cells, partial, coverage);
}

/**
 * The cells of a group in WebAssembly, since V8 compiles the same in JavaScript for longer than it runs: the cell at a
 * place, or what cells weigh by value. Memory holds one group: who finds another one there puts its cells anew.
 */
export class OrderedCells {
  readonly #compiled: Compiled;
  readonly #Array: Array32;
  readonly #kind: number;
  readonly #whole: readonly CellArray[];
  readonly #cells: number;
  readonly #partial: KeptRow["partial"];
  readonly #coverage: ArrayLike<number>;
  /** What `loads` is while memory holds them to be asked for a place, or for a value. */
  #selected = -1;
  #tabulated = -1;
  #values = 0;

  constructor(
    compiled: Compiled,
    Cells: Array32,
    whole: readonly CellArray[],
    cells: number,
    partial: KeptRow["partial"],
    coverage: ArrayLike<number>,
  ) {
    this.#compiled = compiled;
    this.#Array = Cells;
    this.#kind = kindOf(Cells);
    this.#whole = whole;
    this.#cells = cells;
    this.#partial = partial;
    this.#coverage = coverage;
  }

  /** The whole cell at a place, ascending, as stored. */
  at(place: number): number {
    if (this.#selected !== loads) this.#select();
    return this.#compiled.at(place);
  }

  #select(): void {
    instances.take(); // back only when all went well
    this.#load(0);
    this.#compiled.select();
    this.#selected = loads;
    instances.keep(this.#compiled);
  }

  /** How many different values there are; -1 where what they weigh must be found by JavaScript. */
  get values(): number {
    if (this.#tabulated !== loads) this.#tabulate();
    return this.#values;
  }

  /** Copies of values and weights; null where JavaScript must find them. */
  table(): Tabulated | null {
    const length = this.values;
    if (length < 0) return null;
    const { memory, valuesAt, weightsAt } = this.#compiled;
    const values = new this.#Array(memory.buffer, valuesAt.value, length).slice();
    return { values, weights: new Float64Array(memory.buffer, weightsAt.value, length).slice(), length };
  }

  #tabulate(): void {
    instances.take(); // back only when all went well
    this.#load(this.#partial.length);
    this.#values = this.#compiled.tabulate();
    this.#tabulated = loads;
    instances.keep(this.#compiled);
  }

  /** Puts the cells into memory, so many of those in part, too. */
  #load(partial: number): void {
    loads++;
    const { memory, place, partialAt, coverageAt } = this.#compiled;
    place(this.#cells, partial, this.#kind);
    const { buffer } = memory;
    const cells = new this.#Array(buffer, CELLS_AT);
    let at = 0;
    for (let i = 0; i < this.#whole.length; i++) {
      cells.set(this.#whole[i] as Float32Array, at); // one name for all kinds
      at += this.#whole[i].length;
    }
    if (partial === 0) return;
    cells.set(this.#partial as Float32Array, (partialAt.value - CELLS_AT) / 4);
    new Float64Array(buffer, coverageAt.value, partial).set(this.#coverage);
  }
}
