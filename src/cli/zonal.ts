import type { Table } from "apache-arrow";
import { createEngine, type Job, openRaster, type ZonalOptions, zonalPartials, zonalStats } from "../index.ts";
import { resolveStatistics } from "../stats/resolve.ts";
import { tableToArrow } from "../table-output.ts";
import { readZones } from "../zones/read-zones.ts";
import type { ZoneSet } from "../zones/zones.ts";
import type { ZonalArguments } from "./arguments.ts";
import { defaultFormat, encode } from "./encode.ts";
import { createOutput } from "./output.ts";
import { showProgress } from "./progress.ts";
import { resolveSelects } from "./select.ts";
import { tell } from "./tell.ts";

/** `rastrum zonal`: what cannot work (a statistic, the output) fails before anything is read. */
export async function runZonal(args: ZonalArguments, signal: AbortSignal): Promise<void> {
  const started = performance.now();
  if (args.statistics) resolveStatistics(args.statistics);
  const output = createOutput(args.out);
  const engine = createEngine({ backend: args.backend, workers: args.workers });
  try {
    const { path, crs, transform, timeoutMs } = args;
    const raster = await openRaster(args.raster, { path, crs, transform, timeoutMs, signal });
    const format = args.format ?? defaultFormat();
    const given = args.zones === "-" ? await readInput(signal) : args.zones;
    const reading = { signal, format: args.zonesFormat, layer: args.zonesLayer };
    const zones = format === "geojson" ? await readZones(given, reading) : null;
    const select = resolveSelects(args.select, raster.dimensions);
    const { zonesFormat, zonesLayer, zonesBeside } = args;
    const zonesOptions = zones ? {} : { zonesFormat, zonesLayer, zonesBeside };
    const options = { ...(await optionsOf(args, signal)), ...zonesOptions, select, engine, signal };
    const input = zones ? featureCollection(zones) : given;
    const { partials } = args;
    const job = partials
      ? zonalPartials(raster, input, { ...options, ...partials })
      : zonalStats(raster, input, options);
    const table = await follow(job, args.quiet);
    const outputZones = zones && { ...zones, crs: crsMember(args.zonesCrs, zones.crs, raster.grid.crs) };
    await output.write(partials ? [tableToArrow(table)] : encode(table, format, outputZones));
    output.commit();
    if (!args.quiet) for (const warning of job.warnings) tell(`warning: ${warning}`);
    if (args.verbose || (process.stderr.isTTY && !args.quiet)) tell(summary(table, performance.now() - started));
  } finally {
    output.discard();
    await engine.close();
  }
}

/** All that comes by the standard input. */
async function readInput(signal: AbortSignal): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of process.stdin as AsyncIterable<Uint8Array>) {
    signal.throwIfAborted();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** What the command line and the library call the same, with second rasters opened. */
async function optionsOf(args: ZonalArguments, signal: AbortSignal): Promise<ZonalOptions> {
  const { statistics, rule, minCoverage, coverageWeight, cell, parameters, defaultValue, include, zonesCrs } = args;
  const { resolution, resampling, defaultWeight, classEdges, maxClasses, form, timeoutMs } = args;
  const open = async (address: string | undefined, path: string | undefined) =>
    address === undefined ? undefined : await openRaster(address, { path, timeoutMs, signal });
  const weights = await open(args.weights, args.weightsPath);
  const classes = await open(args.classes, args.classesPath);
  return {
    ...{ statistics, rule, minCoverage, coverageWeight, cell, parameters, defaultValue, include, zonesCrs },
    ...{ resolution, weights, resampling, defaultWeight, classes, classEdges, maxClasses, form },
  };
}

async function follow(job: Job<Table>, quiet: boolean): Promise<Table> {
  if (process.stderr.isTTY && !quiet) await showProgress(job, process.stderr);
  return job;
}

/** The zones once more as GeoJSON, so that what is read once serves the job and the output. */
function featureCollection(zones: ZoneSet): object {
  return {
    type: "FeatureCollection",
    ...(zones.crs === null ? {} : { crs: { type: "name", properties: { name: zones.crs } } }),
    features: zones.geometries.map((geometry, zone) => ({
      type: "Feature",
      id: zones.ids?.[zone] ?? undefined,
      properties: zones.properties[zone],
      geometry,
    })),
  };
}

/** What the geometries' CRS is called in the output: as on the command line, else as in the input. */
function crsMember(asked: string | undefined, own: string | null, ofRaster: string | null): string | null {
  return asked === "raster" ? ofRaster : (asked ?? own);
}

function summary(table: Table, milliseconds: number): string {
  const { metadata } = table.schema;
  const backend = metadata.get("rastrum.backend");
  const reason = metadata.get("rastrum.backend_reason");
  const workers = metadata.get("rastrum.workers");
  const run = [...(reason ? [reason] : []), ...(workers === undefined ? [] : [`workers: ${workers}`])].join("; ");
  return `${table.numRows} rows in ${(milliseconds / 1000).toFixed(2)} s on ${backend}${run === "" ? "" : ` (${run})`}`;
}
