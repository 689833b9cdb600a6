import { centerRuns } from "../../src/mask/center-runs.ts";
import { zoneRuns } from "../../src/mask/runs.ts";

/** Both ways to the cells of zones by the rule `center`. */
export const centerWays: [string, typeof zoneRuns][] = [
  ["JavaScript", zoneRuns],
  ["WebAssembly", centerRuns],
];
