import lanes from "../../shaders/shared/lanes.wgsl?raw";
import lanesOfSubgroups from "../../shaders/shared/lanes-subgroups.wgsl?raw";
import text from "../../shaders/zonal.wgsl?raw";
import type { ClippedMask } from "../mask/clipped-mask.ts";
import type { Mask } from "../mask/mask.ts";
import type { CellArray } from "../source/source.ts";
import type { Accumulator, Partials } from "../stats/partial.ts";
import { defineKernel } from "./kernel.ts";
import { tileStruct } from "./mask-page.ts";
import { zonalCpu } from "./zonal-cpu.ts";
import { paramsStruct, partialStruct } from "./zonal-gpu.ts";

/** Cells of one block and the zones to reduce them by. */
export interface ZonalInput {
  /** slices × window height × window width, C order, as stored. */
  readonly data: CellArray;
  /** The same cells come again, as the same array: a device may keep what it made of them. */
  readonly kept?: boolean;
  readonly slices: number;
  readonly mask: Mask;
  /**
   * Stored value that is not valid, of the kind that the cells are (a bigint where they are of 64 bits): `storedNodata`.
   * NaN never is. Values that the type of the cells cannot hold match nothing.
   */
  readonly nodata: number | bigint | null;
  readonly needs: ReadonlySet<Accumulator>;
}

/** The same as the CPU reads it, on any thread. */
export interface CellsInput extends Omit<ZonalInput, "mask"> {
  readonly mask: ClippedMask;
}

/** Reduce by zone: row `zone × slices + slice` of the output, zones as numbered in `mask.zones`. */
export const zonal = defineKernel<ZonalInput, Partials>({
  name: "zonal",
  wgsl: lanes + text,
  structs: [paramsStruct, tileStruct, partialStruct],
  cpu: zonalCpu,
});

/** The same shader for devices with the feature `subgroups`. */
export const zonalOfSubgroups = lanesOfSubgroups + text;
