import { createRandom } from "./random.mjs";
import { cubeZarr, terrainZarr } from "./store.mjs";
import { NODATA, Terrain } from "./terrain.mjs";
import { starZones } from "./zones.mjs";

const SIX = ["count", "sum", "mean", "min", "max", "stdev"];
/** Powers of two, so that pixel coordinates are exact in both directions. */
const transformOf = (height) => [32, 0, 0, 0, -32, 32 * height];

/**
 * What is measured. `prepare(rastrum, folder)` makes the zones and a way to open the raster afresh, so that no run
 * finds what another one read; `slices` are the indices of the first dimension, where there is one.
 */
export const jobs = {
  terrain: {
    about: "zones of all sizes over float32 terrain in a Zarr (512² chunks)",
    sizes: { full: { side: 5000, zones: 3000 }, quick: { side: 700, zones: 60 } },
    async prepare({ openZarr }, folder, { side, zones: count }) {
      const path = await terrainZarr(folder, { seed: 1, height: side, width: side });
      const transform = transformOf(side);
      const zones = starZones({ seed: 1, count, height: side, width: side, transform });
      return { zones, statistics: SIX, open: () => openZarr(path, { transform }) };
    },
  },
  "small-zones": {
    about: "zones of 3 to 20 cells over uint8 in memory (512² chunks)",
    sizes: { full: { side: 10_000, zones: 100_000 }, quick: { side: 1000, zones: 1000 } },
    async prepare({ memoryRaster }, _folder, { side, zones: count }) {
      const transform = transformOf(side);
      const random = createRandom(2);
      const data = new Uint8Array(side * side).map(() => 256 * random());
      const zones = starZones({ seed: 2, count, height: side, width: side, transform, radius: 1.8 });
      const size = { width: side, height: side };
      const raster = memoryRaster({ data, ...size, transform, nodata: 255, chunkShape: [512, 512] });
      return { zones, statistics: SIX, open: () => raster };
    },
  },
  "stored-cube": {
    about: "zones over 24 steps of int16 in a Zarr (12 × 512² chunks)",
    sizes: { full: { side: 1024, zones: 200, steps: 24 }, quick: { side: 512, zones: 20, steps: 12 } },
    prepare: storedCube,
  },
  "stored-cube-4": {
    about: "the same, four times as long",
    sizes: { full: { side: 1024, zones: 200, steps: 96 }, quick: { side: 512, zones: 20, steps: 48 } },
    prepare: storedCube,
  },
  cube: {
    about: "zones over 12 steps of int16 in memory (1 × 512² chunks)",
    sizes: { full: { side: 2048, zones: 200 }, quick: { side: 256, zones: 20 } },
    async prepare({ memoryRaster }, _folder, { side, zones: count }) {
      const steps = 12;
      const transform = transformOf(side);
      const month = new Terrain(3, side).window(0, 0, side, side);
      const data = new Int16Array(steps * side * side);
      for (let step = 0; step < steps; step++) {
        data.set(
          month.map((value) => (value === NODATA ? value : value + step)),
          step * side * side,
        );
      }
      const zones = starZones({ seed: 3, count, height: side, width: side, transform });
      const dimensions = [{ name: "month", size: steps, labels: null }];
      const size = { width: side, height: side, dimensions, chunkShape: [1, 512, 512] };
      const raster = memoryRaster({ data, ...size, transform, nodata: NODATA });
      return { zones, statistics: SIX, open: () => raster };
    },
  },
};

async function storedCube({ openZarr }, folder, { side, zones: count, steps }) {
  const path = await cubeZarr(folder, { seed: 3, steps, side });
  const transform = transformOf(side);
  const zones = starZones({ seed: 3, count, height: side, width: side, transform });
  return { zones, statistics: SIX, open: () => openZarr(path, { transform }) };
}
