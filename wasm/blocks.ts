import { cellsOf, ends, found, RUN, runs } from "./lanes";

/** Cells of a block at most, as in src/stats/block-sums.ts. */
const BLOCK_CELLS: i32 = 16384;

/**
 * Cuts the runs of zones into blocks of as many as a block may hold: of each block the run after its last one goes to
 * `ends`, and its zone to `zoneOf`. Zone z has the runs load(offsets + 4z) … load(offsets + 4z + 4). Leaves the first row
 * in which runs are and the one after the last (f64); returns how many blocks there are.
 */
export function cutRuns(zones: i32, offsets: usize, zoneOf: usize): i32 {
  let blocks = 0;
  let firstRow = i32.MAX_VALUE;
  let stopRow = 0;
  let run = 0;
  for (let zone = 0; zone < zones; zone++) {
    const to = load<i32>(offsets + ((<usize>zone) << 2), 4);
    let held = 0;
    for (; run < to; run++) {
      const at = runs + <usize>run * RUN;
      const more = cellsOf(at);
      if (held + more > BLOCK_CELLS) {
        tellBlock(blocks++, run, zone, zoneOf);
        held = 0;
      }
      held += more;
      firstRow = min(firstRow, load<i32>(at));
      stopRow = max(stopRow, load<i32>(at) + 1);
    }
    if (held > 0) tellBlock(blocks++, run, zone, zoneOf);
  }
  store<f64>(found, <f64>min(firstRow, stopRow));
  store<f64>(found, <f64>stopRow, 8);
  return blocks;
}

function tellBlock(block: i32, end: i32, zone: i32, zoneOf: usize): void {
  const at = (<usize>block) << 2;
  store<i32>(ends + at, end);
  store<i32>(zoneOf + at, zone);
}
