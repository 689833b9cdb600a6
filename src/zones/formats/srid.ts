import type { Fail } from "../../source/broken-bytes.ts";

/** The SRIDs of geometries, which have to be the same: all zones of a file are in one CRS. */
export class SridOfAll {
  #srid: number | null | undefined;

  /** 0 is what PostGIS writes where it does not know, and counts as none. */
  add(srid: number | null, fail: Fail): void {
    const own = srid === 0 ? null : srid;
    if (this.#srid === undefined) this.#srid = own;
    else if (this.#srid !== own) throw fail(`has the SRID ${own ?? "of none"}, others have ${this.#srid ?? "none"}`);
  }

  /** As an EPSG code. */
  get crs(): string | null {
    return typeof this.#srid === "number" ? `EPSG:${this.#srid}` : null;
  }
}
