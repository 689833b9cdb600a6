/** `npm run check`: every check that needs no browser, a line each, all of them even where one fails. */
import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { shaderFaults } from "./check-shaders.mjs";
import { docFaults, importFaults, pairFaults } from "./layout.mjs";
import { sizeReport } from "./size.mjs";

const root = dirname(import.meta.dirname);

/** kB that a page of zonal statistics may load before its first job, and for the plainest job in all. */
const CORE_LIMIT = 60;

/** What a program of node_modules prints where it fails, as one fault. */
async function faultsOf(script, ...args) {
  try {
    await promisify(execFile)(process.execPath, [join(root, "node_modules", script), ...args], { cwd: root });
    return [];
  } catch (error) {
    return [`${error.stdout}${error.stderr}`.trim()];
  }
}

const checks = {
  "types (tsc)": () => faultsOf("typescript/bin/tsc", "--noEmit"),
  "format and lint (biome)": () => faultsOf("@biomejs/biome/bin/biome", "check", "--colors=off"),
  "shaders compile": () => shaderFaults(root),
  "imports go up": () => importFaults(root),
  "a shader for each kernel": () => pairFaults(root),
  "files that the documents name": () => docFaults(root),
};

let failed = 0;
for (const [name, faultsIn] of Object.entries(checks)) {
  const faults = await faultsIn();
  console.log(`${faults.length === 0 ? "ok     " : "FAILED "} ${name}`);
  if (faults.length > 0) console.log(faults.join("\n"));
  failed += faults.length > 0 ? 1 : 0;
}
try {
  const { core, beyond, lines } = await sizeReport(root);
  const fits = core <= CORE_LIMIT * 1000 && beyond.length === 0;
  console.log(`${fits ? "ok     " : "FAILED "} size of the core: ${(core / 1000).toFixed(1)} of ${CORE_LIMIT} kB`);
  for (const line of lines) console.log(`        ${line}`);
  for (const name of beyond) console.log(`        loaded later, by a job that should need no more: ${name}`);
  failed += fits ? 0 : 1;
} catch (error) {
  console.log(`FAILED  size: the library does not bundle\n${error.message}`);
  failed++;
}
process.exit(failed > 0 ? 1 : 0);
