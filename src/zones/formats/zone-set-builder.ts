import { PathsBuilder } from "../paths-builder.ts";
import { RingsBuilder } from "../rings-builder.ts";
import type { ZoneSet } from "../zones.ts";
import { geometriesOf } from "./geometries.ts";

/** Gathers the zones of a file, one after the other: its rings and paths, then `endZone`. */
export class ZoneSetBuilder {
  readonly rings: RingsBuilder;
  readonly paths = new PathsBuilder();
  readonly #ids: (string | number | null)[] = [];
  readonly #properties: Readonly<Record<string, unknown>>[] = [];

  /** `capacity`: vertices to make room for at first. */
  constructor(capacity?: number) {
    this.rings = new RingsBuilder(capacity);
  }

  /** Row number of the zone at hand. */
  get row(): number {
    return this.#ids.length;
  }

  endZone(properties: Readonly<Record<string, unknown>>, id: string | number | null = null): void {
    this.rings.endZone();
    this.paths.endZone();
    this.#properties.push(properties);
    this.#ids.push(id);
  }

  /** Geometries are made of the columns when they are asked for. */
  finish(crs: string | null): ZoneSet {
    const rings = this.rings.finish();
    const paths = this.paths.finish();
    let geometries: ZoneSet["geometries"] | null = null;
    return {
      length: this.#ids.length,
      rings,
      ...(paths && { paths }),
      crs,
      ids: this.#ids.some((id) => id !== null) ? this.#ids : null,
      properties: this.#properties,
      get geometries() {
        geometries ??= geometriesOf(rings, paths);
        return geometries;
      },
    };
  }
}
