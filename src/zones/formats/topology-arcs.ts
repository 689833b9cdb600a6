import type { Fail } from "../../source/broken-bytes.ts";
import { isMembers, type Members, shown } from "../geojson-values.ts";
import type { Vertices } from "./shapes.ts";

/** An arc is shared by two zones, seldom by more: a file that repeats a few without end is refused. */
const MOST_USES = 64;
const MOST_VERTICES = 2 ** 26;

/** The arcs of a topology, decoded; lines and rings are joined from them into one array, which each call fills anew. */
export class TopologyArcs {
  readonly #scale: readonly [x: number, y: number];
  readonly #translate: readonly [x: number, y: number];
  readonly #coordinates: Float64Array;
  /** Arc i has the vertices offsets[i] … offsets[i + 1]. */
  readonly #offsets: Uint32Array;
  #left: number;
  #joined = new Float64Array(256);

  constructor({ arcs, transform }: Members, fail: Fail) {
    const isQuantized = transform !== undefined && transform !== null;
    const { scale, translate } = isMembers(transform) ? transform : ({} as Members);
    this.#scale = isQuantized ? pairOf(scale, "scale", fail) : [1, 1];
    this.#translate = isQuantized ? pairOf(translate, "translate", fail) : [0, 0];
    const list = arcs === undefined ? [] : arcs;
    if (!Array.isArray(list)) throw fail(`has ${shown(arcs)} for its "arcs"`);
    this.#offsets = new Uint32Array(list.length + 1);
    for (const [i, arc] of list.entries()) {
      if (!Array.isArray(arc)) throw fail(`has ${shown(arc)} for its arc ${i}`);
      this.#offsets[i + 1] = this.#offsets[i] + arc.length;
    }
    this.#coordinates = new Float64Array(2 * this.#offsets[list.length]);
    for (const [i, arc] of list.entries()) this.#decode(arc, i, isQuantized, fail);
    this.#left = Math.min(MOST_VERTICES, 2 ** 20 + (MOST_USES * this.#coordinates.length) / 2);
  }

  /** Where it is quantized, positions are whole numbers, each but the first relative to the one before. */
  #decode(arc: readonly unknown[], i: number, isQuantized: boolean, fail: Fail): void {
    let [x, y] = [0, 0];
    for (let k = 0, at = 2 * this.#offsets[i]; k < arc.length; k++, at += 2) {
      const [dx, dy] = pairOf(arc[k], `arc ${i}`, fail);
      x = isQuantized ? x + dx : dx;
      y = isQuantized ? y + dy : dy;
      this.#coordinates[at] = x * this.#scale[0] + this.#translate[0];
      this.#coordinates[at + 1] = y * this.#scale[1] + this.#translate[1];
    }
  }

  /** One arc after the other: each begins where the last one ended. ~i is arc i backwards. */
  join(indices: unknown, fail: Fail): Vertices {
    if (!Array.isArray(indices)) throw fail(`has ${shown(indices)} for the arcs of a line`);
    let length = 0;
    for (const index of indices) {
      const arc = index < 0 ? -1 - index : index; // as ~index, which knows 32 bits only
      if (!Number.isInteger(index) || arc + 1 >= this.#offsets.length) {
        throw fail(`names the arc ${shown(index)} of ${this.#offsets.length - 1}`);
      }
      const [first, stop] = [this.#offsets[arc], this.#offsets[arc + 1]];
      const skipped = length > 0 ? 1 : 0;
      if (stop - first <= skipped) continue;
      const count = stop - first - skipped;
      this.#take(count, fail);
      this.#reserve(2 * length + 2 * count);
      for (let k = 0; k < count; k++) {
        const vertex = index < 0 ? stop - 1 - skipped - k : first + skipped + k;
        this.#joined[2 * length] = this.#coordinates[2 * vertex];
        this.#joined[2 * length + 1] = this.#coordinates[2 * vertex + 1];
        length++;
      }
    }
    return { coordinates: this.#joined, first: 0, count: length, stride: 2 };
  }

  /** Positions that are in the geometry itself. */
  points(positions: readonly unknown[], fail: Fail): Vertices {
    this.#take(positions.length, fail);
    this.#reserve(2 * positions.length);
    for (const [i, position] of positions.entries()) {
      const [x, y] = pairOf(position, "coordinates", fail);
      this.#joined[2 * i] = x * this.#scale[0] + this.#translate[0];
      this.#joined[2 * i + 1] = y * this.#scale[1] + this.#translate[1];
    }
    return { coordinates: this.#joined, first: 0, count: positions.length, stride: 2 };
  }

  #take(count: number, fail: Fail): void {
    this.#left -= count;
    if (this.#left < 0) throw fail(`repeats its arcs more often than any map does (over ${MOST_USES} times)`);
  }

  #reserve(length: number): void {
    if (this.#joined.length >= length) return;
    const grown = new Float64Array(2 * length);
    grown.set(this.#joined);
    this.#joined = grown;
  }
}

function pairOf(value: unknown, what: string, fail: Fail): readonly [number, number] {
  if (Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1])) return [value[0], value[1]];
  throw fail(`has ${shown(value)} for its ${what}, not two finite numbers`);
}
