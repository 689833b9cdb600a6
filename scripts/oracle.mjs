/**
 * `npm run oracle`: random polygons by each of the three pixel rules beside exact arithmetic. A first argument says how
 * many (10,000), RASTRUM_SEED another seed. Exits with 1 where a cell differs.
 */
import { dirname, join } from "node:path";
import { runnerImport } from "vite";
import { compiledWasm } from "./compiled-wasm.mjs";

const root = dirname(import.meta.dirname);
const load = async (path) => (await runnerImport(join(root, path), { plugins: [compiledWasm()] })).module;
const { compareLargeZones, compareRandomZones, createTally, oracleKinds } = await load("test/helpers/mask-oracle.ts");
const { seed, seededRandom } = await load("test/helpers/random.ts");

const polygons = Number(process.argv[2] ?? 10_000);
const started = performance.now();
const all = createTally();

function report(name, tally) {
  for (const key of ["polygons", "verdicts", "mismatches"]) all[key] += tally[key];
  all.largestError = Math.max(all.largestError, tally.largestError);
  all.wrong ??= tally.wrong;
  print(name, tally);
}

function print(name, { polygons, verdicts, mismatches, largestError }) {
  const columns = [polygons, verdicts, mismatches].map((count) => count.toLocaleString("en").padStart(12));
  console.log(`${name.padEnd(34)}${columns.join("")}   ${largestError.toExponential(1)}`);
}

console.log(`${`seed ${seed}`.padEnd(34)}    polygons    verdicts  mismatches   largest coverage error`);
const each = Math.ceil(polygons / oracleKinds.length);
for (const kind of oracleKinds) {
  const tally = createTally();
  compareRandomZones(tally, kind, seededRandom(seed), each);
  report(kind, tally);
}
const large = createTally();
compareLargeZones(large, seededRandom(seed), Math.min(10_000, polygons));
report("100,000 vertices; 10,000 holes", large);
print("all", all);
console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
if (all.wrong)
  console.log(`The first that differs (${all.wrong.kind}, ${all.wrong.rule}): ${JSON.stringify(all.wrong.zone)}`);
process.exit(all.mismatches > 0 ? 1 : 0);
