/**
 * Where things lie in memory, below what zones bring, and whether the zone at hand is more than this can do: then
 * JavaScript counts it, from its first row on.
 */

/** What is known of an edge in one row: as in src/mask/edge-record.ts, but in bytes, and the polygon is an i32. */
export const X0: usize = 0;
export const Y0: usize = 8;
export const X1: usize = 16;
export const Y1: usize = 24;
export const PART: usize = 32;
export const BEGIN: usize = 40;
export const END: usize = 48;
export const LEFT: usize = 56;
export const RIGHT: usize = 64;
export const LOW: usize = 72;
export const HIGH: usize = 80;
export const ROW_TOP: usize = 88;
export const ROW_BOTTOM: usize = 104;
export const SLAB_TOP: usize = 120;
export const SLAB_BOTTOM: usize = 136;
export const RECORD: usize = 152;

/** Edges in a row. */
export const MOST_EDGES: usize = 4096;
/** Columns of a section. */
export const MOST_COLUMNS: i32 = 32768;
/** Polygons of a zone. */
export const MOST_POLYGONS: i32 = 65536;
/** Rows of a zone: of more, places might have more than 32 bits. */
export const TALLEST: i32 = 1 << 26;
/** Levels in a slab at which edges cross. */
export const MOST_LEVELS: usize = 512;

/** Behind what wasm/orient.ts has. Lists of edges are of their records' places, 4 bytes each. */
export const RECORDS: usize = 2048;
export const EDGES: usize = RECORDS + MOST_EDGES * RECORD;
export const SECTION: usize = EDGES + MOST_EDGES * 4;
export const PIECES: usize = SECTION + MOST_EDGES * 4;
export const BY_TOP: usize = PIECES + MOST_EDGES * 4;
/** Each is a level, and a polygon. An edge makes two at most. */
export const TOGGLES: usize = BY_TOP + MOST_EDGES * 4;
export const TOGGLE_ORDER: usize = TOGGLES + MOST_EDGES * 32;
export const SORTED: usize = TOGGLE_ORDER + MOST_EDGES * 8;
/** Each is a height, and the place of a way. */
export const WAYS: usize = SORTED + MOST_EDGES * 8;
export const LEVELS: usize = WAYS + MOST_EDGES * 16;
export const PARITY: usize = LEVELS + MOST_LEVELS * 8;
export const SUMS: usize = PARITY + <usize>MOST_POLYGONS;

/** What is found: of zones three i32 each, of rows one, of runs two lists, of cells in part three. */
export const MOST_ZONES: i32 = 16384;
export const MOST_ROWS: i32 = 65536;
export const MOST_RUNS: i32 = 65536;
export const MOST_CELLS: i32 = 262144;
export const FIRST_ROWS: usize = SUMS + (<usize>MOST_COLUMNS + 1) * 32;
export const ROW_ENDS: usize = FIRST_ROWS + <usize>MOST_ZONES * 4;
export const CELL_ENDS: usize = ROW_ENDS + <usize>MOST_ZONES * 4;
export const RUN_OFFSETS: usize = CELL_ENDS + <usize>MOST_ZONES * 4;
export const STARTS: usize = RUN_OFFSETS + <usize>MOST_ROWS * 4;
export const STOPS: usize = STARTS + <usize>MOST_RUNS * 4;
export const CELL_ROWS: usize = STOPS + <usize>MOST_RUNS * 4;
export const CELL_COLUMNS: usize = CELL_ROWS + <usize>MOST_CELLS * 4;
export const COVERAGE: usize = CELL_COLUMNS + <usize>MOST_CELLS * 4;
/** Zones begin here. */
export const ZONES: usize = COVERAGE + <usize>MOST_CELLS * 8;

export let refused: bool = false;

export function refuse(): void {
  refused = true;
}

export function acceptAgain(): void {
  refused = false;
}
