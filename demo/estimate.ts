import type { Table } from "apache-arrow";
import type { Raster } from "rastrum";
import type { AppStore } from "./state.ts";

/** Marks the page while its numbers are an estimate: they are shown paler. */
export function bindEstimate(store: AppStore): void {
  store.watch(["result"], ({ result }) => {
    document.documentElement.toggleAttribute("data-estimate", Boolean(result?.estimate));
  });
}

/** In words, where a table is an estimate from an overview of the raster; null where it is exact. */
export function estimateText({ schema }: Table, { grid }: Raster): string | null {
  const text = schema.metadata.get("rastrum.estimate");
  if (text === undefined || !grid.transform) return null;
  const { cellSize } = JSON.parse(text) as { readonly cellSize: readonly [number, number] };
  const times = Math.round(cellSize[0] / Math.hypot(grid.transform[0], grid.transform[3]));
  return `an estimate from cells ${times} times as wide`;
}
