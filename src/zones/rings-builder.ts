import type { Rings } from "./zones.ts";

/** Fills {@link Rings} from front to back: vertices, then `endRing`, `endPolygon` and `endZone` as they close. */
export class RingsBuilder {
  #coordinates: Float64Array;
  #length = 0;
  readonly #ringOffsets = new Offsets();
  readonly #polygonOffsets = new Offsets();
  readonly #zoneOffsets = new Offsets();

  /** `capacity`: vertices to make room for at first. */
  constructor(capacity = 4096) {
    this.#coordinates = new Float64Array(2 * Math.max(capacity, 1));
  }

  /** Vertices so far. */
  get vertices(): number {
    return this.#length / 2;
  }

  push(x: number, y: number): void {
    if (this.#length === this.#coordinates.length) {
      const grown = new Float64Array(2 * this.#length);
      grown.set(this.#coordinates);
      this.#coordinates = grown;
    }
    this.#coordinates[this.#length++] = x;
    this.#coordinates[this.#length++] = y;
  }

  endRing(): void {
    this.#ringOffsets.push(this.vertices);
  }

  endPolygon(): void {
    this.#polygonOffsets.push(this.#ringOffsets.count);
  }

  endZone(): void {
    this.#zoneOffsets.push(this.#polygonOffsets.count);
  }

  finish(): Rings {
    return {
      coordinates: this.#coordinates.slice(0, this.#length),
      ringOffsets: this.#ringOffsets.finish(),
      polygonOffsets: this.#polygonOffsets.finish(),
      zoneOffsets: this.#zoneOffsets.finish(),
    };
  }
}

/** A growing offsets array, 0 first. */
class Offsets {
  #data = new Uint32Array(1024);
  /** How many are closed: one less than there are offsets. */
  count = 0;

  push(offset: number): void {
    if (this.count + 1 === this.#data.length) {
      const grown = new Uint32Array(2 * this.#data.length);
      grown.set(this.#data);
      this.#data = grown;
    }
    this.#data[++this.count] = offset;
  }

  finish(): Uint32Array {
    return this.#data.slice(0, this.count + 1);
  }
}
