import type { Vertices } from "./shapes.ts";

/** Vertices of one line or ring as they are read; grows and is reused. */
export class VertexList {
  #coordinates = new Float64Array(256);
  #length = 0;

  clear(): void {
    this.#length = 0;
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

  /** Until the next `push`. */
  get all(): Vertices {
    return { coordinates: this.#coordinates, first: 0, count: this.#length / 2, stride: 2 };
  }
}
