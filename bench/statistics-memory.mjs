/** Runs one case (memory or quick, and its name, or "base of RASTER") once and prints the peak resident set in MiB. */
import { dirname, join } from "node:path";
import { runCase } from "./statistics.mjs";
import { base, cases } from "./statistics-cases.mjs";
import { sizes, statisticsData } from "./statistics-data.mjs";

const [size, name] = process.argv.slice(2);
const one = cases.find((each) => each.name === name) ?? { ...base, raster: name.replace("base of ", "") };
const root = dirname(import.meta.dirname);
const rastrum = await import(join(root, "dist/index.js"));
const data = statisticsData(rastrum, join(root, ".cache/bench"), sizes[size]);
await runCase({ ...data, rastrum }, one);
console.log(process.resourceUsage().maxRSS / 1024);
process.exit(0);
