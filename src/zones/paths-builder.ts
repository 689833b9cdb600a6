import { RingsBuilder } from "./rings-builder.ts";
import type { Paths } from "./zones.ts";

/** Fills {@link Paths} from front to back: vertices, then `endPath` and `endZone` as they close. */
export class PathsBuilder {
  /** Laid out as rings are, with a polygon a zone. */
  readonly #rings = new RingsBuilder(16);
  #paths = 0;

  push(x: number, y: number): void {
    this.#rings.push(x, y);
  }

  endPath(): void {
    this.#rings.endRing();
    this.#paths++;
  }

  endZone(): void {
    this.#rings.endPolygon();
  }

  /** Nothing where there was no path. */
  finish(): Paths | undefined {
    if (this.#paths === 0) return undefined;
    const { coordinates, ringOffsets, polygonOffsets } = this.#rings.finish();
    return { coordinates, pathOffsets: ringOffsets, zoneOffsets: polygonOffsets };
  }
}
