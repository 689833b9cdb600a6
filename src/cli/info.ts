import { applyTransform, type Transform } from "../grid/affine.ts";
import { isWkt, parseProjJson, projJsonEpsgCode, wktEpsgCode } from "../grid/wkt.ts";
import { openRaster, type Raster } from "../index.ts";
import { formatLabel } from "../plan/select.ts";
import { toJsonText } from "../table-output.ts";
import type { InfoArguments } from "./arguments.ts";
import { printable } from "./tell.ts";

/** `rastrum info`: reads metadata and labels, no cell. */
export async function runInfo(args: InfoArguments, signal: AbortSignal): Promise<void> {
  const { path, crs, transform, timeoutMs } = args;
  const raster = await openRaster(args.raster, { path, crs, transform, timeoutMs, signal });
  const info = describeRaster(raster);
  process.stdout.write(args.json ? `${toJsonText(info)}\n` : infoText(info));
}

/** What there is to know of a raster without reading a cell; `bounds` and `resolution` are in units of the CRS. */
export function describeRaster(raster: Raster) {
  const { grid, chunkShape, name, dtype, nodata, scale, offset, unit } = raster;
  const { crs, transform, width, height } = grid;
  const dimensions = [
    ...raster.dimensions,
    { name: "y", size: height, labels: null },
    { name: "x", size: width, labels: null },
  ].map(({ name, size, labels }, i) => ({
    name,
    size,
    chunk: chunkShape[i],
    labels: labels && size > 0 ? { first: labelText(labels, 0), last: labelText(labels, size - 1) } : null,
  }));
  return {
    address: name,
    dtype,
    dimensions,
    chunks: dimensions.reduce((product, { size, chunk }) => product * Math.ceil(size / chunk), 1),
    grid: {
      width,
      height,
      crs,
      transform,
      bounds: transform && boundsOf(transform, width, height),
      resolution: transform && resolutionOf(transform),
    },
    nodata,
    scale,
    offset,
    unit,
  };
}

type RasterInfo = ReturnType<typeof describeRaster>;

/** One line a fact; what the raster does not say is a dash. */
export function infoText(info: RasterInfo): string {
  const { grid, dimensions } = info;
  const along = (key: "size" | "chunk") =>
    dimensions.map((dimension) => `${dimension.name} ${dimension[key]}`).join(" × ");
  const facts: [name: string, fact: string | number | bigint | null | undefined][] = [
    ["address", info.address],
    ["dtype", info.dtype],
    ["shape", along("size")],
    ["chunks", `${along("chunk")} (${info.chunks} in all)`],
    ["crs", grid.crs && crsText(grid.crs)],
    ["transform", grid.transform?.join(", ")],
    ["bounds", grid.bounds?.join(", ")],
    ["resolution", grid.resolution?.join(" × ")],
    ["nodata", info.nodata],
    ["scale", info.scale],
    ["offset", info.offset],
    ["unit", info.unit],
  ];
  for (const { name, labels } of dimensions) if (labels) facts.push([name, `${labels.first} … ${labels.last}`]);
  const width = Math.max(...facts.map(([name]) => name.length)) + 2;
  return facts.map(([name, fact]) => `${printable(name).padEnd(width)}${printable(String(fact ?? "—"))}\n`).join("");
}

/** A CRS that is spelled out, by its name and code instead. */
function crsText(crs: string): string {
  const json = parseProjJson(crs);
  if (!json && !isWkt(crs)) return crs;
  const name = (json ? /"name"\s*:\s*"([^"]*)"/ : /"([^"]*)"/).exec(crs)?.[1] ?? "";
  const code = json ? projJsonEpsgCode(json) : wktEpsgCode(crs);
  return code === null ? name : `${name} (EPSG:${code})`;
}

/** As in the tables: without milliseconds where there are none. */
function labelText(labels: Parameters<typeof formatLabel>[0], index: number): string {
  return formatLabel(labels, index).replace(".000Z", "Z");
}

/** The upright rectangle around the grid, also around a rotated one: minX, minY, maxX, maxY. */
function boundsOf(transform: Transform, width: number, height: number): [number, number, number, number] {
  const corners = [0, width].flatMap((column) => [0, height].map((row) => applyTransform(transform, column, row)));
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Lengths of a cell's sides along a row and along a column. */
function resolutionOf([a, b, , d, e]: Transform): [number, number] {
  return [Math.hypot(a, d), Math.hypot(b, e)];
}
