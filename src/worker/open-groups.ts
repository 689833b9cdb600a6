import type { Groups } from "../stats/groups.ts";

/** Groups of the zones that are left open, numbered as they are met, so that partials have rows for these alone. */
export class OpenGroups implements Groups {
  readonly #zones: number[] = [];
  /** Of each zone one more than its group, 0 until it is met. */
  readonly #next: Int32Array;
  readonly #expected: number;
  readonly #most: number;

  /** @param expected so many of them, or else at most so many */
  constructor(zones: number, expected: number, most: number) {
    this.#next = new Int32Array(zones);
    this.#expected = expected;
    this.#most = most;
  }

  /** Those that are expected. Where one more comes all may, as where no worker closes any: partials grow once. */
  get length(): number {
    return this.#zones.length > this.#expected ? this.#most : this.#expected;
  }

  indexOf(zone: number): number {
    if (this.#next[zone] === 0) this.#next[zone] = this.#zones.push(zone);
    return this.#next[zone] - 1;
  }

  zoneOf(group: number): number {
    return this.#zones[group];
  }

  classOf(): null {
    return null;
  }

  /** The zones that were met, group after group. */
  get met(): Int32Array {
    return Int32Array.from(this.#zones);
  }
}
