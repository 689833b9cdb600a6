import { isRastrumError } from "../../errors.ts";
import { invertTransform, type Transform, transformFromGdal } from "../../grid/affine.ts";
import { openStore } from "../store.ts";
import { type CogLevels, type MaskImage, type Page, readLevels } from "./cog-levels.ts";
import { pamText } from "./gdal-metadata.ts";
import { TiffFile } from "./tiff-file.ts";
import type { TiffImage } from "./tiff-image.ts";

/** What files beside a local TIFF say of it, as GDAL takes them; null what they do not. */
export interface Sidecars {
  /** `x.tif.aux.xml`: counts in place of what the TIFF says. */
  readonly crs: string | null;
  readonly transform: Transform | null;
  readonly nodata: string | null;
  /** `x.tfw`, `x.tifw` or `x.wld`: counts where nothing else says where cells lie. */
  readonly world: Transform | null;
  /** `x.tif.msk`, where the TIFF has no mask of its own, and masks of its overviews. */
  readonly mask: MaskImage | null;
  readonly reducedMasks: readonly Page[];
  /** `x.tif.ovr`, where the TIFF has no overviews of its own. */
  readonly reduced: readonly Page[];
}

/** World files and descriptions are short texts. */
const MOST_TEXT_BYTES = 2 ** 20;

/**
 * Reads what lies beside a local file; of what is not there nothing is said.
 * @throws `invalid-metadata`, `unsupported`, `truncated`, `not-found` where a file beside it cannot be read
 */
export async function readSidecars(
  path: string,
  { image, mask, reduced }: CogLevels,
  signal: AbortSignal | undefined,
): Promise<Sidecars> {
  const [pam, world, masks, overviews] = await Promise.all([
    readText(`${path}.aux.xml`, signal),
    readWorldFile(path, signal),
    mask ? null : openLevels(`${path}.msk`, signal),
    reduced.length > 0 ? null : openLevels(`${path}.ovr`, signal).catch(unlessDamaged),
  ]);
  const numbers = (pamText(pam ?? "", "GeoTransform") ?? "").split(",").map(Number);
  const transform = numbers.length === 6 ? transformFromGdal(numbers) : null;
  const isOurs = masks && masks.image.samples === 1 && sameSize(masks.image, image);
  return {
    crs: pamText(pam ?? "", "SRS"),
    transform: transform && invertTransform(transform) ? transform : null,
    nodata: pamText(pam ?? "", "NoDataValue"),
    world,
    mask: isOurs ? { file: masks.file, image: masks.image } : null,
    reducedMasks: isOurs ? masks.reduced : (overviews?.reducedMasks ?? []),
    reduced: overviews ? [{ file: overviews.file, ifd: overviews.ifd }, ...overviews.reduced] : [],
  };
}

type OpenLevels = CogLevels & { readonly file: TiffFile };

async function openLevels(path: string, signal: AbortSignal | undefined): Promise<OpenLevels | null> {
  const store = openStore(path);
  if (!(await store.getRange("", { offset: 0, length: 0 }, { signal }))) return null;
  const file = new TiffFile(store);
  return { file, ...(await readLevels(file, signal)) };
}

/** Overviews can be done without. */
function unlessDamaged(error: unknown): null {
  if (isRastrumError(error)) return null;
  throw error;
}

function sameSize(a: TiffImage, b: TiffImage): boolean {
  return a.width === b.width && a.height === b.height;
}

async function readText(path: string, signal: AbortSignal | undefined): Promise<string | null> {
  const bytes = await openStore(path).get("", { signal, maxBytes: MOST_TEXT_BYTES });
  return bytes ? new TextDecoder().decode(bytes) : null;
}

/**
 * Six numbers, one a line: cell size along x, rotations, size along y, and the centre of the first cell. Names as GDAL
 * has them: first and last letter of the suffix and "w", the suffix and "w", or "wld".
 */
async function readWorldFile(path: string, signal: AbortSignal | undefined): Promise<Transform | null> {
  const [, stem, suffix] = /^(.*\.)([^./\\]+)$/s.exec(path) ?? [];
  if (!stem) return null;
  const names = [`${suffix[0]}${suffix.at(-1)}w`, `${suffix}w`, "wld"];
  for (const name of names.flatMap((each) => [...new Set([each, each.toLowerCase(), each.toUpperCase()])])) {
    const lines = (await readText(stem + name, signal))?.trim().split(/\s*\n\s*/) ?? [];
    const [a, d, b, e, x, y] = lines.map((line) => Number(line.replace(",", ".")));
    if (lines.length < 6) continue;
    const transform: Transform = [a, b, x - (a + b) / 2, d, e, y - (d + e) / 2];
    if (invertTransform(transform)) return transform;
  }
  return null;
}
