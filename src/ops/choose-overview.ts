import { planZonal } from "../plan/plan.ts";
import { bytesPerCell } from "../source/dtype.ts";
import { cellSizes } from "../source/overviews.ts";
import type { Raster } from "../source/source.ts";
import { verticesOf } from "../worker/zone-work.ts";
import type { Prepared } from "./zonal-prepare.ts";

/** An estimate should be there before one waits for it. */
const WANTED_MS = 100;

// What nobody can know before anything is read is taken as of a page on a good connection.
const REQUESTS_AT_ONCE = 6;
const ROUND_TRIP_MS = 40;
const FETCHED_BYTES_A_MS = 5_000;
const DECODED_BYTES_A_MS = 100_000;
/** Cells that are kept for medians and the like; others go faster. */
const CELLS_A_MS = 4_000;
/** Placed, and walked along in cells. */
const VERTICES_A_MS = 500;

/**
 * The finest overview that is likely to answer within about 100 ms, else the coarsest.
 * @param overviews finest first, at least one
 * @param ready what is asked for, on the coarsest of them
 */
export function chooseOverview<Level extends Raster>(overviews: readonly Level[], ready: Prepared): Level {
  const coarsest = overviews[overviews.length - 1];
  const finer = overviews.slice(0, -1);
  return finer.find((level) => answerMs(level, coarsest, ready) <= WANTED_MS) ?? coarsest;
}

/** From the coarse cells in zones follow the chunks of a finer level, without a mask of that: those that such cells meet. */
function answerMs(level: Raster, coarsest: Raster, { cells, selected, pixelZones }: Prepared): number {
  const [y, x] = [0, 1].map((axis) => sizesOf(coarsest)[axis] / sizesOf(level)[axis]);
  const [chunkHeight, chunkWidth] = level.chunkShape.slice(-2);
  const [height, width] = [Math.max(1, Math.floor(chunkHeight / y)), Math.max(1, Math.floor(chunkWidth / x))];
  const lattice = {
    height: coarsest.grid.height,
    width: coarsest.grid.width,
    chunkShape: [...level.chunkShape.slice(0, selected.length), height, width],
    bytesPerCell: bytesPerCell(level.dtype),
  };
  const plan = planZonal(lattice, cells, selected);
  // Chunks may be smaller than a coarse cell.
  const chunks = plan.chunks * Math.ceil((height * y) / chunkHeight) * Math.ceil((width * x) / chunkWidth);
  const { requests, bytes } = level.chunkCost ?? { requests: 1, bytes: null };
  const rounds = Math.ceil((chunks * (requests ?? 1)) / REQUESTS_AT_ONCE);
  const sizes = [...level.dimensions.map(({ size }) => size), level.grid.height, level.grid.width];
  const chunkCells = level.chunkShape.reduce((product, length, i) => product * Math.min(length, sizes[i]), 1);
  const decodedBytes = requests === 0 ? 0 : chunks * chunkCells * lattice.bytesPerCell;
  return (
    rounds * ROUND_TRIP_MS +
    (chunks * (bytes ?? 0)) / FETCHED_BYTES_A_MS +
    decodedBytes / DECODED_BYTES_A_MS +
    (plan.cells * y * x) / CELLS_A_MS +
    verticesOf(pixelZones) / VERTICES_A_MS
  );
}

function sizesOf({ grid: { transform } }: Raster): readonly number[] {
  return transform ? cellSizes(transform) : [1, 1];
}
