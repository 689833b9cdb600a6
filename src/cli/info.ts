import { applyTransform, type Transform } from "../grid/affine.ts";
import { isRastrumError, type Labels, type Overview, openRaster, type Raster } from "../index.ts";
import { formatLabel } from "../plan/select.ts";
import { type ArrayInfo, listArrays } from "../source/zarr-list.ts";
import { toJsonText } from "../table-output.ts";
import type { InfoArguments } from "./arguments.ts";
import { describeCrs } from "./crs-text.ts";
import { printable } from "./tell.ts";

/** Names of bands and the like are all told up to so many. */
const MOST_NAMES = 100;

/** `rastrum info`: reads metadata and labels, no cell. Of a Zarr of several arrays it lists them. */
export async function runInfo(args: InfoArguments, signal: AbortSignal): Promise<void> {
  const { path, crs, transform, timeoutMs } = args;
  const tell = (info: Parameters<typeof toJsonText>[0], text: string) =>
    process.stdout.write(args.json ? `${toJsonText(info)}\n` : text);
  try {
    const raster = await openRaster(args.raster, { path, crs, transform, timeoutMs, signal });
    const info = describeRaster(raster, (await raster.overviews?.({ signal })) ?? []);
    tell(info, infoText(info));
  } catch (error) {
    const isGroup = isRastrumError(error, "array-not-found") && error.arrays.length > 1 && typeof path !== "object";
    const arrays = isGroup ? await listArrays(args.raster, { path, timeoutMs, signal }) : null;
    if (!arrays || arrays.length < 2) throw error;
    tell({ address: args.raster, arrays: arrays.map((array) => ({ ...array })) }, arraysText(args.raster, arrays));
  }
}

/** What there is to know of a raster without reading a cell; `bounds` and `resolution` are in units of the CRS. */
export function describeRaster(raster: Raster, overviews: readonly Overview[] = []) {
  const { grid, chunkShape, name, dtype, nodata, scale, offset, unit, storage } = raster;
  const { crs, transform, width, height } = grid;
  const dimensions = [
    ...raster.dimensions,
    { name: "y", size: height, labels: null },
    { name: "x", size: width, labels: null },
  ].map(({ name, size, labels }, i) => ({
    name,
    size,
    chunk: chunkShape[i],
    labels: labels && size > 0 ? labelsOf(labels, size) : null,
  }));
  return {
    address: name,
    driver: storage?.driver ?? null,
    dtype,
    dimensions,
    chunks: dimensions.reduce((product, { size, chunk }) => product * Math.ceil(size / chunk), 1),
    shards: storage?.shardShape ?? null,
    codecs: storage?.codecs ?? null,
    grid: {
      width,
      height,
      crs,
      crsName: crs && describeCrs(crs).name,
      crsCode: crs && describeCrs(crs).code,
      transform,
      bounds: transform && boundsOf(transform, width, height),
      resolution: transform && resolutionOf(transform),
    },
    nodata,
    scale,
    offset,
    unit,
    overviews: overviews.map(({ grid, resampling = null }) => ({
      width: grid.width,
      height: grid.height,
      resolution: grid.transform && resolutionOf(grid.transform),
      resampling,
    })),
  };
}

type RasterInfo = ReturnType<typeof describeRaster>;

/** One line a fact; what the raster does not say is a dash. */
export function infoText(info: RasterInfo): string {
  const { grid, dimensions, overviews, codecs } = info;
  const along = (key: "size" | "chunk") =>
    dimensions.map((dimension) => `${dimension.name} ${dimension[key]}`).join(" × ");
  const sizes = overviews.map(({ width, height }) => `${height} × ${width}`).join(", ");
  const facts: [name: string, fact: string | number | bigint | null | undefined][] = [
    ["address", info.address],
    ["driver", info.driver],
    ["dtype", info.dtype],
    ["shape", along("size")],
    ["chunks", `${along("chunk")} (${info.chunks} in all)`],
    ...(info.shards ? [["shards", info.shards.join(" × ")] as [string, string]] : []),
    ["codecs", codecs && (codecs.join(", ") || "none")],
    ["crs", grid.crs && crsText(grid.crs)],
    ["transform", grid.transform?.join(", ")],
    ["bounds", grid.bounds?.join(", ")],
    ["resolution", grid.resolution?.join(" × ")],
    ["nodata", info.nodata],
    ["scale", info.scale],
    ["offset", info.offset],
    ["unit", info.unit],
    ["overviews", sizes || null],
  ];
  for (const { name, labels } of dimensions) {
    if (labels) facts.push([name, labels.names?.join(", ") ?? `${labels.first} … ${labels.last}`]);
  }
  const width = Math.max(...facts.map(([name]) => name.length)) + 2;
  return facts.map(([name, fact]) => `${printable(name).padEnd(width)}${printable(String(fact ?? "—"))}\n`).join("");
}

/** A line an array, under those that name the columns. */
export function arraysText(address: string, arrays: readonly ArrayInfo[]): string {
  const rows = arrays.map(({ path, dtype, dimensions, shape, chunks, codecs, crs }) => [
    path,
    dtype,
    shape.map((length, i) => (dimensions?.[i] ? `${dimensions[i]} ${length}` : length)).join(" × "),
    chunks.join(" × "),
    codecs.join(", ") || "none",
    crs ? crsText(crs) : "—",
  ]);
  const table = [["path", "dtype", "shape", "chunks", "codecs", "crs"], ...rows].map((row) => row.map(printable));
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)) + 2);
  const lines = table.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i]))
      .join("")
      .trimEnd(),
  );
  return [
    `${printable(address)} has ${arrays.length} arrays; --path takes one, or several of one grid:`,
    "",
    ...lines,
    "",
  ].join("\n");
}

/** A CRS that is spelled out, by its name and code instead. */
function crsText(crs: string): string {
  const { name, code } = describeCrs(crs);
  return name === null ? (code ?? crs) : code === null ? name : `${name} (${code})`;
}

/** The first and the last; texts that are few are names, all of which are told. */
function labelsOf(labels: Labels, size: number) {
  const ends = { first: labelText(labels, 0), last: labelText(labels, size - 1) };
  return labels.type === "text" && size <= MOST_NAMES ? { ...ends, names: labels.values } : { ...ends, names: null };
}

/** As in the tables: without milliseconds where there are none. */
function labelText(labels: Labels, index: number): string {
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
