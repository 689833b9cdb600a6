import type { Groups } from "./groups.ts";
import {
  type Accumulator,
  combineRows,
  createPartials,
  type Partials,
  rowsFrom,
  rowsOfGroups,
  type ValueKind,
} from "./partial.ts";

/** The partials of a job's groups, which may grow in number. */
export class TotalPartials {
  partials: Partials;
  readonly #groups: Groups;
  readonly #slices: number;
  readonly #create: (rows: number) => Partials;

  constructor(
    groups: Groups,
    slices: number,
    kind: ValueKind,
    needs: ReadonlySet<Accumulator>,
    into: Partial<Partials> = {},
  ) {
    this.#groups = groups;
    this.#slices = slices;
    this.#create = (rows) => ({ ...createPartials(rows, kind, needs), ...into });
    this.partials = this.#create(groups.length * slices);
  }

  /**
   * The rows of a block's zones, each with all slices of the block, for which there is room afterwards.
   * @param classes of the zones' cells; null where there are none
   */
  rowsOf(zones: ArrayLike<number>, classes: ArrayLike<number> | null, slices: ArrayLike<number>): Int32Array {
    const groups = new Int32Array(zones.length);
    for (let i = 0; i < zones.length; i++) groups[i] = this.#groupOf(zones[i], classes ? classes[i] : 0);
    return rowsOfGroups(groups, slices, this.#slices);
  }

  /** The group of a zone's cells of a class, for which there is room afterwards. */
  #groupOf(zone: number, classNumber: number): number {
    const group = this.#groups.indexOf(zone, classNumber);
    const before = this.partials;
    if ((group + 1) * this.#slices > before.rows) {
      this.partials = this.#create(Math.max(2 * before.rows, this.#groups.length * this.#slices));
      combineRows(this.partials, rowsFrom(0, before.rows), before);
    }
    return group;
  }
}
