import type { Window } from "../grid/window.ts";
import type { ClippedMask } from "./clipped-mask.ts";
import { GrowableInt32 } from "./growable.ts";

/** Cells along a side of a tile. */
export const TILE = 16;

/** The whole cells of a mask's zones in two kinds: tiles that lie wholly in a zone, and what is left. */
export interface TiledMask {
  /** Numbers of tiles, row by row of tiles; zone z has tileOffsets[z] … tileOffsets[z + 1]. */
  readonly tiles: Int32Array;
  readonly tileOffsets: Int32Array;
  /** The mask without the cells of those tiles. */
  readonly rest: ClippedMask;
}

/** Cost ∝ runs, and the tiles along them. */
export function splitByTiles(mask: ClippedMask): TiledMask {
  const splitter = new TileSplitter(mask.window);
  const [offsets, tileOffsets] = [new Int32Array(mask.zones + 1), new Int32Array(mask.zones + 1)];
  for (let zone = 0; zone < mask.zones; zone++) {
    splitter.add(mask.runs, 3 * mask.offsets[zone], 3 * mask.offsets[zone + 1]);
    offsets[zone + 1] = splitter.runs.length / 3;
    tileOffsets[zone + 1] = splitter.tiles.length;
  }
  const rest = { ...mask, runs: splitter.runs.take(), offsets, cells: splitter.cells };
  return { tiles: splitter.tiles.take(), tileOffsets, rest };
}

/** The cells of every tile of a window as a zone of its own, numbered row by row of tiles. */
export function maskOfTiles(window: Window): ClippedMask {
  const { height, width } = window;
  const across = Math.ceil(width / TILE);
  const tiles = across * Math.ceil(height / TILE);
  const runs = new GrowableInt32();
  const offsets = new Int32Array(tiles + 1);
  for (let tile = 0; tile < tiles; tile++) {
    const [top, left] = [Math.floor(tile / across) * TILE, (tile % across) * TILE];
    for (let row = top; row < Math.min(top + TILE, height); row++) {
      runs.push(row);
      runs.push(left);
      runs.push(Math.min(left + TILE, width));
    }
    offsets[tile + 1] = runs.length / 3;
  }
  return { window, zones: tiles, runs: runs.take(), offsets, cells: height * width, partial: null };
}

class TileSplitter {
  readonly tiles = new GrowableInt32();
  /** Row, start, stop triples of what is in no whole tile. */
  readonly runs = new GrowableInt32();
  cells = 0;
  readonly #height: number;
  readonly #width: number;
  readonly #across: number;
  /** Of each tile of a row of tiles, in how many of its rows the zone covers it from side to side. */
  readonly #rowsCovered: Uint8Array;

  constructor({ height, width }: Window) {
    this.#height = height;
    this.#width = width;
    this.#across = Math.ceil(width / TILE);
    this.#rowsCovered = new Uint8Array(this.#across);
  }

  /** Adds a zone: the triples runs[from … end), from the top row down. */
  add(runs: Int32Array, from: number, end: number): void {
    for (let start = from; start < end; ) {
      const tileRow = Math.floor(runs[start] / TILE);
      let stop = start;
      while (stop < end && runs[stop] < (tileRow + 1) * TILE) stop += 3;
      this.#findWhole(tileRow, runs, start, stop);
      for (; start < stop; start += 3) this.#addRest(tileRow, runs[start], runs[start + 1], runs[start + 2]);
    }
  }

  #findWhole(tileRow: number, runs: Int32Array, start: number, stop: number): void {
    this.#rowsCovered.fill(0);
    for (let i = start; i < stop; i += 3) {
      const end = this.#tileEnd(runs[i + 2]);
      for (let tile = Math.ceil(runs[i + 1] / TILE); tile < end; tile++) this.#rowsCovered[tile]++;
    }
    for (let tile = 0; tile < this.#across; tile++) {
      if (this.#isWhole(tileRow, tile)) this.tiles.push(tileRow * this.#across + tile);
    }
  }

  /** The tile at which a run that stops at a column stops to cover tiles from side to side. */
  #tileEnd(stop: number): number {
    return stop === this.#width ? this.#across : Math.floor(stop / TILE);
  }

  #isWhole(tileRow: number, tile: number): boolean {
    return this.#rowsCovered[tile] === Math.min(TILE, this.#height - tileRow * TILE);
  }

  #addRest(tileRow: number, row: number, start: number, stop: number): void {
    let from = start;
    const end = this.#tileEnd(stop);
    for (let tile = Math.ceil(start / TILE); tile < end; tile++) {
      if (!this.#isWhole(tileRow, tile)) continue;
      this.#addRun(row, from, tile * TILE);
      from = (tile + 1) * TILE;
    }
    this.#addRun(row, from, stop);
  }

  #addRun(row: number, start: number, stop: number): void {
    if (start >= stop) return;
    this.runs.push(row);
    this.runs.push(start);
    this.runs.push(stop);
    this.cells += stop - start;
  }
}
