import type { Fail } from "../../source/broken-bytes.ts";
import type { MayMeet } from "./format.ts";

/** A node: minX, minY, maxX, maxY as doubles, and of a leaf where its feature begins, counted from the first one. */
export const NODE_BYTES = 40;

/** First node and the one after the last of a level. */
type Level = readonly [start: number, end: number];

/** Reads nodes `start` … `end` of the index, each range in one piece. */
export type ReadNodes = (ranges: readonly Level[]) => Promise<readonly DataView[]>;

/** A feature that the index finds: its row in the file, and its bytes, counted from the first feature's. */
export interface FoundFeature {
  readonly row: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The levels of a packed Hilbert R-tree (flatgeobuf.org), from the root to the leaves, as they lie in the file. A node's
 * children lie one behind the other, so where they are follows from where the node is: no pointer is followed.
 */
function levelsOf(featureCount: number, nodeSize: number): Level[] {
  const counts = [featureCount];
  // Also above a single leaf there is a root.
  do counts.unshift(Math.ceil(counts[0] / Math.max(nodeSize, 2)));
  while (counts[0] > 1);
  let start = 0;
  return counts.map((count) => {
    const level: Level = [start, start + count];
    start += count;
    return level;
  });
}

export function indexBytes(featureCount: number, nodeSize: number): number {
  return NODE_BYTES * (levelsOf(featureCount, nodeSize).at(-1)?.[1] ?? 0);
}

/**
 * The features whose rectangles may meet the raster, in the file's order, which is that of the leaves.
 * @param featuresBytes how many bytes all features take
 */
export async function searchIndex(
  featureCount: number,
  nodeSize: number,
  mayMeet: MayMeet,
  featuresBytes: number,
  readNodes: ReadNodes,
  fail: Fail,
): Promise<FoundFeature[]> {
  const levels = levelsOf(featureCount, nodeSize);
  let wanted: Level[] = [levels[0]];
  for (const [depth, level] of levels.slice(0, -1).entries()) {
    const views = await readNodes(wanted);
    const below = levels[depth + 1];
    const children: Level[] = [];
    wanted.forEach(([start, end], i) => {
      for (let node = start; node < end; node++) {
        if (!meets(views[i], NODE_BYTES * (node - start), mayMeet)) continue;
        const first = below[0] + (node - level[0]) * Math.max(nodeSize, 2);
        addRange(children, first, Math.min(first + Math.max(nodeSize, 2), below[1]));
      }
    });
    wanted = children;
  }
  return foundIn(wanted, levels[levels.length - 1], mayMeet, featuresBytes, readNodes, fail);
}

/** Of a feature the end is where the next one begins: so one leaf more is read. */
async function foundIn(
  wanted: readonly Level[],
  [firstLeaf, lastLeaf]: Level,
  mayMeet: MayMeet,
  featuresBytes: number,
  readNodes: ReadNodes,
  fail: Fail,
): Promise<FoundFeature[]> {
  const views = await readNodes(wanted.map(([start, end]): Level => [start, Math.min(end + 1, lastLeaf)]));
  const found: FoundFeature[] = [];
  let least = 0;
  wanted.forEach(([from, to], i) => {
    for (let node = from; node < to; node++) {
      const at = NODE_BYTES * (node - from);
      if (!meets(views[i], at, mayMeet)) continue;
      const row = node - firstLeaf;
      const start = Number(views[i].getBigUint64(at + 32, true));
      const end = node + 1 < lastLeaf ? Number(views[i].getBigUint64(at + NODE_BYTES + 32, true)) : featuresBytes;
      if (!(start >= least && end >= start + 4 && end <= featuresBytes)) {
        throw fail(`has an index that places feature ${row} at the bytes ${start} to ${end} of ${featuresBytes}`);
      }
      least = end;
      found.push({ row, start, end });
    }
  });
  return found;
}

function addRange(ranges: Level[], start: number, end: number): void {
  const last = ranges.at(-1);
  if (last && last[1] === start) ranges[ranges.length - 1] = [last[0], end];
  else ranges.push([start, end]);
}

function meets(view: DataView, at: number, mayMeet: MayMeet): boolean {
  const [minX, minY] = [view.getFloat64(at, true), view.getFloat64(at + 8, true)];
  return mayMeet(minX, minY, view.getFloat64(at + 16, true), view.getFloat64(at + 24, true));
}
