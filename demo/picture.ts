import { stepDimension } from "./dimensions.ts";
import { drawRaster, type RasterImage } from "./raster-image.ts";
import type { AppStore, State } from "./state.ts";

export interface Painter {
  /** Draws the raster's picture as the state has it now; one that is still being drawn is dropped. */
  redraw(): Promise<void>;
  cancel(): void;
}

export function createPainter(store: AppStore, onPicture: (image: RasterImage | null) => void): Painter {
  let latest: AbortController | null = null;

  async function redraw(): Promise<void> {
    latest?.abort();
    const { raster, layer, dark } = store.get();
    if (!raster) return;
    const mine = new AbortController();
    latest = mine;
    try {
      const image = await drawRaster(raster, layer, shownIndices(store.get()), dark, mine.signal);
      if (latest !== mine) return;
      onPicture(image);
      store.set({ picture: { range: image.range, coarser: image.coarser } });
    } catch (error) {
      if (latest !== mine || mine.signal.aborted) return;
      onPicture(null);
      store.set({ picture: { missing: error instanceof Error ? error.message : String(error) } });
    }
  }

  return { redraw, cancel: () => latest?.abort() };
}

/** The index of every dimension that the page looks at. */
function shownIndices({ raster, step, fixed }: State): number[] {
  const moving = stepDimension(raster);
  return (raster?.dimensions ?? []).map((dimension) => (dimension === moving ? step : (fixed[dimension.name] ?? 0)));
}
