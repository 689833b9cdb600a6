import { rastrumError } from "../../errors.ts";
import type { PageLimits } from "../../kernels/mask-plan.ts";
import { partialStruct } from "../../kernels/zonal-gpu.ts";
import type { Gpu } from "./device.ts";

/** Shares of the memory budget that one step of a run takes at most; together they fit what work in flight may take. */
const CELLS_SHARE = 1 / 4;
const PAGE_SHARE = 1 / 16;
const PARTIALS_SHARE = 1 / 16;

/** Larger pages save nothing, and waste more when they are drawn anew. */
const MAX_PAGE_EDGE = 4096;

/** Most bands of exponents that floats can need (kernels/zonal-gpu.ts). */
const MAX_BANDS = 10;

/** Bytes of cells that are uploaded at once. */
export function cellBytesLimit(gpu: Gpu): number {
  return Math.floor(Math.min(gpu.memoryBudget * CELLS_SHARE, gpu.device.limits.maxStorageBufferBindingSize));
}

/** Bytes of partials that one dispatch writes. */
export function partialBytesLimit(gpu: Gpu): number {
  return Math.floor(Math.min(gpu.memoryBudget * PARTIALS_SHARE, gpu.device.limits.maxStorageBufferBindingSize));
}

/** @param width cells of a row of the mask's window; throws `budget-too-small` where not even one row has room */
export function pageLimits(gpu: Gpu, width: number): PageLimits {
  const stripCells = Math.floor(cellBytesLimit(gpu) / 4);
  if (width > stripCells) {
    const bytesNeeded = (4 * width) / CELLS_SHARE;
    const message = `A memoryBudget of ${gpu.memoryBudget} bytes has no room for a row of ${width} cells: give ${bytesNeeded}.`;
    throw rastrumError("budget-too-small", message, { bytesNeeded, budgetBytes: gpu.memoryBudget });
  }
  const edge = Math.floor(Math.sqrt(gpu.memoryBudget * PAGE_SHARE));
  return {
    pageEdge: Math.max(64, Math.min(edge, MAX_PAGE_EDGE, gpu.device.limits.maxTextureDimension2D)),
    stripCells,
    pageTiles: Math.floor(partialBytesLimit(gpu) / (4 * partialStruct.words * MAX_BANDS)),
  };
}
