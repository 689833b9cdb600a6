import type { Window } from "../grid/window.ts";
import type { PixelZones } from "../zones/zones.ts";
import type { Runs } from "./runs.ts";

/** Which cells of a window belong to which zones: made once per spatial chunk, used for every slice. */
export interface Mask {
  /** The window of the grid that blocks of cells cover. */
  readonly window: Window;
  /** Row numbers of the zones that may have cells in the window. */
  readonly zones: Uint32Array;
  readonly runs: Runs;
  readonly pixelZones: PixelZones;
}
