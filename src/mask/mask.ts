import type { Window } from "../grid/window.ts";
import type { PixelZones } from "../zones/zones.ts";
import type { Runs } from "./runs.ts";
import type { PartialCells } from "./zone-cells.ts";

/** Which cells of a window belong to which zones: made once per spatial chunk, used for every slice. */
export interface Mask {
  /** The window of the grid that blocks of cells cover. */
  readonly window: Window;
  /** Row numbers of the zones that may have cells in the window. */
  readonly zones: Uint32Array;
  /** Cells that belong to a zone whole. */
  readonly runs: Runs;
  /** Cells that a zone covers in part; null for rules that know no parts. */
  readonly partial: PartialCells | null;
  readonly pixelZones: PixelZones;
}
