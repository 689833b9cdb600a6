import { rastrumError } from "../errors.ts";
import { ClippedRuns } from "../mask/runs.ts";
import type { ZoneCells } from "../mask/zone-cells.ts";
import type { IndexRange } from "../source/source.ts";
import type { Plan, SpatialTask } from "./plan.ts";

/** One machine's part of a plan: spatial chunks `tasks[0]` … `tasks[1]`, of `of` in all. */
export interface Share {
  readonly tasks: IndexRange;
  readonly of: number;
}

/**
 * Share `index` (from 0) of `of`: spatial chunks next to each other, as many as in the other shares or one less. The
 * first share is never empty: a plan without chunks counts as one of a single chunk. Throws `invalid-option`.
 */
export function shareOf(plan: Plan, part: readonly [index: number, of: number]): Share {
  const [index, of] = Array.isArray(part) && part.length === 2 ? part : [Number.NaN, Number.NaN];
  if (!Number.isInteger(index) || !Number.isInteger(of) || index < 0 || index >= of) {
    const message = `part cannot be ${JSON.stringify(part)}: give [index, of], the index counted from 0, such as [0, 4].`;
    throw rastrumError("invalid-option", message, { option: "part", received: part });
  }
  const tasks = Math.max(1, plan.tasks.length);
  return { tasks: [Math.ceil((index * tasks) / of), Math.ceil(((index + 1) * tasks) / of)], of: tasks };
}

/** The plan of a share alone. */
export function planShare(plan: Plan, cells: ZoneCells, { tasks: [start, stop] }: Share): Plan {
  if (start === 0 && stop >= plan.tasks.length) return plan;
  const tasks = plan.tasks.slice(start, stop);
  return {
    ...plan,
    tasks,
    chunks: tasks.length * plan.blocks.length,
    cells: tasks.reduce((sum, task) => sum + cellsIn(task, cells), 0) * plan.slices,
  };
}

const NONE = new Int32Array(0);

/** Cells of zones in a spatial chunk. */
function cellsIn({ window, zones }: SpatialTask, { runs, partial }: ZoneCells): number {
  const clipped = new ClippedRuns();
  const { offsets, rows, columns } = partial ?? { offsets: null, rows: NONE, columns: NONE };
  let cells = 0;
  for (const zone of zones) {
    clipped.append(runs, zone, window);
    for (let i = offsets?.[zone] ?? 0; offsets && i < offsets[zone + 1]; i++) {
      const [row, column] = [rows[i] - window.row, columns[i] - window.column];
      if (row >= 0 && row < window.height && column >= 0 && column < window.width) cells++;
    }
  }
  return cells + clipped.cells;
}
