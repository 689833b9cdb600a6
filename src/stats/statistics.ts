import { cellRows } from "./rows-cells.ts";
import { momentRows } from "./rows-moments.ts";
import { valueRows } from "./rows-values.ts";
import type { Statistic } from "./statistic.ts";

/** All statistics, with exactextract's names and definitions. */
export const statistics: readonly Statistic[] = [...momentRows, ...valueRows, ...cellRows];
