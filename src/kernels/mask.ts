import wgsl from "../../shaders/mask.wgsl?raw";
import type { Window } from "../grid/window.ts";
import type { Mask } from "../mask/mask.ts";
import { ClippedRuns } from "../mask/runs.ts";
import { defineKernel } from "./kernel.ts";
import { structLayout } from "./layout.ts";
import { tileStruct } from "./mask-page.ts";

export const pageStruct = structLayout("Page", { width: 1, height: 1, tiles: 1, row_cells: 1 });
export const fingerprintStruct = structLayout("Fingerprint", { count: 1, first: 1, second: 1 });

export interface MaskInput {
  readonly mask: Mask;
  /** Index into `mask.zones`. */
  readonly zone: number;
}

/** One zone's cells in the mask's window, C order: 1 inside, 0 outside. The GPU draws them, the CPU has them as runs. */
export const mask = defineKernel<MaskInput, Uint8Array>({
  name: "mask",
  wgsl,
  structs: [pageStruct, tileStruct, fingerprintStruct],
  cpu: maskCpu,
});

function maskCpu({ mask, zone }: MaskInput): Uint8Array {
  const { window } = mask;
  const cells = new Uint8Array(window.height * window.width);
  const { data, length } = new ClippedRuns().clip(mask.runs, mask.zones[zone], window);
  for (let i = 0; i < 3 * length; i += 3) {
    const row = data[i] * window.width;
    cells.fill(1, row + data[i + 1], row + data[i + 2]);
  }
  return cells;
}

/** Rows × columns of 1 and 0 on a page, put where they belong in the mask's window. */
export function copyPlaced(cells: Uint8Array, mask: Mask, placed: Window, texels: Uint8Array, pitch: number): void {
  const { row, column, width } = mask.window;
  for (let i = 0; i < placed.height; i++) {
    cells.set(
      texels.subarray(i * pitch, i * pitch + placed.width),
      (placed.row - row + i) * width + placed.column - column,
    );
  }
}
