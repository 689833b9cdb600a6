import { performance } from "node:perf_hooks";
import { createDecoders } from "./decoders.mjs";
import { CONCURRENCY, readAll, recording } from "./reads.mjs";

/**
 * Times, one after the other and that `reps` times: the floor (reading every chunk that the job reads, decoding it by as
 * many workers as the job has, and nothing else), then the whole job on each backend. A run before, untimed, finds out what is read and warms all up.
 *
 * @returns {Promise<{ times: Map<string, number[]>, tables: Map<string, Table[]>, reads: object[], estimate: object }>}
 * milliseconds and answers by name ("floor" or the backend)
 */
export async function measure({ zonalStats, createEngine }, { zones, statistics, open }, { reps, backends }) {
  const engines = new Map(backends.map((backend) => [backend, createEngine({ backend, concurrency: CONCURRENCY })]));
  const run = (raster, backend) =>
    zonalStats(raster, zones, { statistics, zonesCrs: "raster", engine: engines.get(backend) });
  const reads = [];
  for (const backend of backends) {
    reads.length = 0;
    await run(recording(await open(), reads), backend);
  }
  const estimate = await run(await open(), backends[0]).estimate();
  const times = new Map(["floor", ...backends].map((name) => [name, []]));
  const tables = new Map(backends.map((name) => [name, []]));
  const decoders = createDecoders();
  await readAll(await open(), reads, decoders); // as the job has run before
  for (let rep = 0; rep < reps; rep++) {
    const bare = await open();
    times.get("floor").push(await timed(() => readAll(bare, reads, decoders)));
    for (const backend of backends) {
      const raster = await open();
      const taken = await timed(async () => tables.get(backend).push(await run(raster, backend)));
      times.get(backend).push(taken);
    }
  }
  await decoders.close();
  for (const engine of engines.values()) await engine.close();
  return { times, tables, reads, estimate };
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
