import type { Window } from "../../src/grid/window.ts";
import { onAbort } from "../../src/source/on-abort.ts";
import type { Block, Raster, ReadOptions } from "../../src/source/source.ts";

export interface WatchedRaster extends Raster {
  /** Every read, in order: "ranges @ row,column height×width". */
  readonly reads: string[];
  /** Reads under way now, and the most there ever were at once. */
  inFlight: number;
  mostInFlight: number;
}

export interface Watching {
  /** Milliseconds that the read of this number takes; default 0 for all. */
  readonly delay?: (read: number) => number;
  /** What a read of this number fails with; default none does. */
  readonly failure?: (read: number) => Error | undefined;
  /** Called as a read begins. */
  readonly onRead?: (read: number) => void;
}

/** A raster whose reads take time, can fail, are counted, and end at once where their signal aborts. */
export function watchedRaster(raster: Raster, { delay = () => 0, failure, onRead }: Watching = {}): WatchedRaster {
  const watched: WatchedRaster = {
    ...raster,
    reads: [],
    inFlight: 0,
    mostInFlight: 0,
    async read(window: Window, options?: ReadOptions): Promise<Block> {
      const { row, column, height, width } = window;
      const ranges = (options?.ranges ?? []).map((range) => range.join("–"));
      const number = watched.reads.push(`${ranges} @ ${row},${column} ${height}×${width}`) - 1;
      watched.mostInFlight = Math.max(watched.mostInFlight, ++watched.inFlight);
      try {
        onRead?.(number);
        await pause(delay(number), options?.signal);
        const error = failure?.(number);
        if (error) throw error;
        return await raster.read(window, options);
      } finally {
        watched.inFlight--;
      }
    },
  };
  return watched;
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const unhear = onAbort(signal, () => {
      clearTimeout(timer);
      reject(signal?.reason);
    });
    const timer = setTimeout(() => {
      unhear();
      resolve();
    }, ms);
  });
}
