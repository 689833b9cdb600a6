import type { Transform } from "../grid/affine.ts";
import { checkedOverviews, type OverviewCandidate } from "./overviews.ts";
import type { Overview, Raster, ReadOverviews } from "./source.ts";
import { invalid } from "./zarr-fields.ts";
import type { Hierarchy } from "./zarr-hierarchy.ts";
import type { ArrayNode } from "./zarr-metadata.ts";
import { levelOfArray, type Pyramid, relativeFactor, scaleTransform } from "./zarr-multiscales.ts";

/** Opens the array of a level. */
export type OpenLevel = (array: ArrayNode, signal: AbortSignal | undefined) => Promise<Raster>;

/**
 * The overviews of an array from the other levels of its pyramid, opened when first asked for: metadata, no cell.
 * A level of several arrays that lacks this one is passed by.
 * @param placed whether the caller gave the transform of `base`, so that those of the levels' own do not fit
 */
export function zarrOverviews(
  hierarchy: Hierarchy,
  pyramid: Pyramid,
  base: Raster,
  array: ArrayNode,
  placed: boolean,
  open: OpenLevel,
): ReadOverviews {
  const { levels, fault } = pyramid;
  const own = levelOfArray(levels, array.path);
  let opened: Promise<readonly Overview[]> | null = null;
  const openAll = async (signal: AbortSignal | undefined) => {
    if (fault !== null || !own) throw invalid(base.name, `of its multiscales ${fault}`);
    const rest = array.path.slice(own.path.length);
    const others = levels.filter((level) => level !== own);
    const candidates = await Promise.all(
      others.map(async (level): Promise<OverviewCandidate[]> => {
        const node = await hierarchy.node(`${level.path}${rest}`, signal);
        if (node?.kind !== "array") {
          if (rest !== "" && (await hierarchy.node(level.path, signal))?.kind === "group") return [];
          throw invalid(base.name, `its multiscales list ${level.path.slice(1)}, which is not there`);
        }
        const raster = await open(node, signal);
        const factor = relativeFactor(level, own);
        const scaled = factor && base.grid.transform ? scaleTransform(base.grid.transform, factor) : null;
        const transform: Transform | null = placed ? scaled : (raster.grid.transform ?? scaled);
        const overview = { ...raster, grid: { ...raster.grid, transform }, resampling: level.resampling };
        return [{ raster: overview, derived: factor !== null && factor.x * factor.y >= 1 }];
      }),
    );
    return checkedOverviews(base, candidates.flat());
  };
  return ({ signal } = {}) => {
    opened ??= openAll(signal).catch((error) => {
      opened = null; // what failed, or was given up, may be asked for again
      throw error;
    });
    return opened;
  };
}
