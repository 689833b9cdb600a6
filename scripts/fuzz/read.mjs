/** Cells that are looked at of each raster. */
const SIDE = 8;
const BUDGET_BYTES = 64 * 2 ** 20;
const RULES = ["center", "touched", "fraction"];

/** Reads inputs through the public entry, on one engine that works on this thread, so that a hang is this process's. */
export function createReader(library) {
  const engine = library.createEngine({ backend: "cpu", workers: 0, memoryBudget: BUDGET_BYTES });
  const world = memory(library, [10, 0, -180, 0, -10, 90], "EPSG:4326");
  const parts = { library, engine, world };
  return { engine, read: (input) => readers[input.kind](parts, input) };
}

const readers = {
  async raster({ library, engine }, { parser, name, bytes, choice }) {
    const file = new File([bytes], name);
    const open = parser === "zip" || parser === "kerchunk" ? library.openZarr : library.openCog;
    const raster = choice < 0.5 ? await library.openRaster(file) : await open(file, choice < 0.9 ? {} : { path: "v" });
    await readRaster(library, engine, raster, choice);
  },

  async store({ library, engine }, { files, choice }) {
    const store = { get: async (key) => (Object.hasOwn(files, key.slice(1)) ? files[key.slice(1)] : undefined) };
    const path = choice < 0.05 ? undefined : choice < 0.1 ? ["v"] : "v";
    await readRaster(library, engine, await library.openZarr(store, { path }), choice);
  },

  async zones({ library, engine, world }, { name, bytes, choice }) {
    const include = choice < 0.1 ? ["name"] : [];
    const rule = RULES[Math.floor(choice * 30) % 3];
    const table = await library.zonalStats(world, new File([bytes], name), { rule, include, engine });
    library.tableToCsv(table);
  },

  async crs({ library, engine }, { bytes, choice }) {
    const text = new TextDecoder().decode(bytes);
    const transform = choice < 0.5 ? [1000, 0, 500_000, 0, -1000, 4_500_000] : [1, 0, -10, 0, -1, 45];
    const [crs, zonesCrs] = choice < 0.8 ? [text, "OGC:CRS84"] : ["EPSG:3035", text];
    const raster = memory(library, transform, crs);
    await library.zonalStats(raster, square(choice < 0.9 ? [-10, 37, 3, 3] : [-180, -90, 360, 180]), {
      zonesCrs,
      engine,
    });
  },
};

function memory(library, transform, crs) {
  return library.memoryRaster({ data: new Uint8Array(36 * 18).fill(1), width: 36, height: 18, transform, crs });
}

/** The first cells of a raster and of its overviews, of every other dimension the first index. */
async function readRaster(library, engine, raster, choice) {
  const overviews = (await raster.overviews?.()) ?? [];
  for (const level of [raster, ...overviews.slice(0, 3)]) {
    // Also where the file says no place.
    const grid = { ...level.grid, transform: level.grid.transform ?? [1, 0, 0, 0, -1, 0] };
    const [a, b, c, d, e, f] = grid.transform;
    const at = (x, y) => [a * x + b * y + c, d * x + e * y + f];
    const [width, height] = [Math.min(SIDE, grid.width), Math.min(SIDE, grid.height)];
    const corners = [at(0, 0), at(width, 0), at(width, height), at(0, height), at(0, 0)];
    const select = Object.fromEntries(level.dimensions.map(({ name }) => [name, 0]));
    const statistics = choice < 0.7 ? ["count", "sum", "max"] : ["median", "mode", "variance"];
    const options = { statistics, select, zonesCrs: "raster", engine };
    await library.zonalStats({ ...level, grid }, { type: "Polygon", coordinates: [corners] }, options);
  }
}

function square([x, y, width, height]) {
  const corners = [[x, y], [x + width, y], [x + width, y + height], [x, y + height], [x, y]]; // biome-ignore format: a ring
  return { type: "Polygon", coordinates: [corners] };
}
