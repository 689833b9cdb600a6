import type { ByClass } from "../engine.ts";
import { rastrumError } from "../errors.ts";
import { prepareCrs } from "../grid/crs.ts";
import { alignRaster } from "../source/aligned.ts";
import { isInteger } from "../source/dtype.ts";
import type { Raster } from "../source/source.ts";
import { ClassGroups } from "../stats/groups.ts";
import { requireOneSlice } from "./one-slice.ts";

/** Classes by which zones are cut, and what they are called. */
export interface Classes extends ByClass {
  readonly groups: ClassGroups;
  /** By number. */
  readonly values: readonly (number | bigint)[];
}

/**
 * The classes of the cells of `raster`: of each the value of the nearest cell of `classes`, or with edges the lower edge
 * of the bin that it lies in. Throws `invalid-option` for floats without edges, several slices, or too many classes.
 */
export async function classReader(
  classes: Raster,
  raster: Raster,
  edges: readonly number[] | null,
  maxClasses: number,
): Promise<Classes> {
  requireOneSlice(classes, "classes");
  if (!edges && !isInteger(classes.dtype)) {
    const message = `The classes are of type ${classes.dtype}, of which nearly every cell is one of its own: give classEdges, the edges of bins.`;
    throw rastrumError("invalid-option", message, { option: "classes", received: classes.dtype });
  }
  await prepareCrs(raster.grid.crs, classes.grid.crs);
  const aligned = alignRaster(classes, raster.grid);
  const values: (number | bigint)[] = [];
  const numbers = new Map<number | bigint, number>();
  const { scale, offset } = classes;
  const unscaled = scale === 1 && offset === 0;
  const numberOf = (stored: number | bigint): number => {
    const value = unscaled ? stored : Number(stored) * scale + offset;
    const label = edges ? lowerEdge(edges, Number(value)) : value;
    if (label === null) return -1;
    let number = numbers.get(label);
    if (number === undefined) {
      number = values.push(label) - 1;
      numbers.set(label, number);
    }
    return number;
  };
  return {
    groups: new ClassGroups(maxClasses),
    values,
    read: async (window, signal) => {
      const { data, valid } = await aligned.read(window, { signal });
      const found = new Int32Array(data.length);
      for (let i = 0; i < found.length; i++) {
        if (valid && valid[i] === 0) found[i] = -1;
        // Neighbours are mostly of one class.
        else if (i > 0 && data[i] === data[i - 1] && found[i - 1] >= 0) found[i] = found[i - 1];
        else found[i] = numberOf(data[i]);
      }
      if (values.length > maxClasses) throw tooMany(values.length, maxClasses);
      return found;
    },
  };
}

/** Bins hold their lower edge, the last one both; null outside of them and for NaN. */
function lowerEdge(edges: readonly number[], value: number): number | null {
  const last = edges.length - 1;
  if (!(value >= edges[0] && value <= edges[last])) return null;
  let bin = 0;
  while (bin < last - 1 && value >= edges[bin + 1]) bin++;
  return edges[bin];
}

function tooMany(found: number, maxClasses: number) {
  const message = `${found} classes were found so far, more than maxClasses (${maxClasses}): raise it, or give classEdges to put them into bins.`;
  return rastrumError("invalid-option", message, { option: "maxClasses", received: maxClasses });
}
