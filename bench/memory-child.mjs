/** Runs one job (its name, and full or quick) once; says "ready" before it begins, for who watches its memory. */
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { jobs } from "./jobs.mjs";

const [name, size] = process.argv.slice(2);
const root = dirname(import.meta.dirname);
const rastrum = await import(join(root, "dist/index.js"));
const { zones, statistics, open } = await jobs[name].prepare(
  rastrum,
  join(root, ".cache/bench"),
  jobs[name].sizes[size],
);
const raster = await open();
setFlagsFromString("--expose-gc");
runInNewContext("gc")();
console.log("ready");
await setTimeout(100);
await rastrum.zonalStats(raster, zones, { statistics, zonesCrs: "raster", backend: "cpu" });
process.exit(0);
