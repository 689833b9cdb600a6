import type { Groups } from "../stats/groups.ts";

/**
 * Groups of the zones that are left open, numbered as they are met, so that partials have rows for these alone. Group 0 is
 * that of no zone: zones without a cell are as it is.
 */
export class OpenGroups implements Groups {
  readonly #zones: number[] = [-1];
  /** Of each zone, 0 until it is met. */
  readonly #groups: Int32Array;
  readonly #expected: number;

  /** @param expected so many zones */
  constructor(zones: number, expected: number) {
    this.#groups = new Int32Array(zones);
    this.#expected = expected;
  }

  get length(): number {
    return Math.max(1 + this.#expected, this.#zones.length);
  }

  indexOf(zone: number): number {
    if (this.#groups[zone] === 0) this.#groups[zone] = this.#zones.push(zone) - 1;
    return this.#groups[zone];
  }

  zoneOf(group: number): number {
    return this.#zones[group];
  }

  classOf(): null {
    return null;
  }

  /** The zones that were met, group after group from 1 on. */
  get met(): Int32Array {
    return Int32Array.from(this.#zones).subarray(1);
  }
}
