import { isRastrumError, rastrumError } from "../../errors.ts";
import { PathsBuilder } from "../paths-builder.ts";
import { RingsBuilder } from "../rings-builder.ts";
import type { ZoneSet } from "../zones.ts";
import { geometriesOf } from "./geometries.ts";
import type { Fail, Shapes } from "./shapes.ts";

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

/** Does what reads bytes; where they break off or contradict themselves, that is `invalid-zones` in the end. */
export function refuseBroken<Result>(fail: Fail, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw asBroken(fail, error);
  }
}

/** The error as it is where it has a tag; else one that says that the file is broken. */
export function asBroken(fail: Fail, error: unknown): Error {
  if (isRastrumError(error)) return error;
  return fail(`is broken (${error instanceof Error ? error.message : String(error)})`);
}
