import { rastrumError } from "../../errors.ts";
import type { Fail } from "../../source/broken-bytes.ts";
import { PathsBuilder } from "../paths-builder.ts";
import { RingsBuilder } from "../rings-builder.ts";
import type { ZoneSet } from "../zones.ts";
import { geometriesOf } from "./geometries.ts";
import type { Shapes } from "./shapes.ts";

type Properties = Readonly<Record<string, unknown>>;

/** What a format found beside shapes; properties are read when they are first asked for. */
export interface FoundZones {
  readonly crs: string | null;
  readonly ids?: ZoneSet["ids"];
  readonly rows?: Int32Array;
  readonly rowsInFile?: number;
  readonly properties: () => readonly Properties[];
}

/** Gathers shapes; properties come later, and geometries are made of the columns when they are asked for. */
export class LazyZones implements Shapes {
  readonly rings: RingsBuilder;
  readonly paths = new PathsBuilder();

  /** `capacity`: vertices to make room for at first. */
  constructor(capacity?: number) {
    this.rings = new RingsBuilder(capacity);
  }

  endZone(): void {
    this.rings.endZone();
    this.paths.endZone();
  }

  finish({ properties, ids = null, ...found }: FoundZones): ZoneSet {
    const rings = this.rings.finish();
    const paths = this.paths.finish();
    let records: readonly Properties[] | null = null;
    let geometries: ZoneSet["geometries"] | null = null;
    return {
      length: rings.zoneOffsets.length - 1,
      rings,
      ...(paths && { paths }),
      ...found,
      ids,
      get properties() {
        records ??= properties();
        return records;
      },
      get geometries() {
        geometries ??= geometriesOf(rings, paths);
        return geometries;
      },
    };
  }
}

/** What a file of zones is refused with; `feature` is the row to blame, null for none. */
export function failer(name: string, feature: number | null): Fail {
  const subject = feature === null ? name : `Feature ${feature} of ${name}`;
  return (why) => rastrumError("invalid-zones", `${subject} ${why}.`, { feature });
}
