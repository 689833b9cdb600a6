/** `npm run fuzz`: reads changed files of every format; `npm run fuzz -- --help` says more. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { serialize } from "node:v8";
import { runnerImport } from "vite";
import { createInputs } from "./fuzz/inputs.mjs";
import { runLane } from "./fuzz/lane.mjs";
import { createReport } from "./fuzz/report.mjs";

const root = dirname(import.meta.dirname);
const MOST_SECONDS = 2;
const MOST_BYTES = 512 * 2 ** 20;

const help = `npm run fuzz -- [INPUTS] [--seed N] [--parser NAME] [--input N] [--processes N] [--library FILE] [--out FOLDER]

Reads so many (10,000) inputs, made of good files of every format by changing them, through openRaster, openCog,
openZarr and zonalStats of the built library (\`npm run build\`), in processes of their own. Each has to end, within ${MOST_SECONDS} s
of CPU time and ${MOST_BYTES / 2 ** 20} MiB, with a table or a tagged error, and with no rejection that nobody hears. Prints each
fault once and what came out, and exits with 1 where there is a fault.

  --seed N        other inputs (1); the same seed makes the same
  --parser NAME   inputs of one parser only
  --input N       this one input only: with the seed and parser of a run, what a fault of it names
  --processes N   at the same time (as many as there are processors)
  --library FILE  another build (dist/index.js)
  --out FOLDER    where inputs with faults are written (.cache/fuzz)`;

const texts = ["seed", "parser", "input", "processes", "library", "out"];
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: "boolean" }, ...Object.fromEntries(texts.map((name) => [name, { type: "string" }])) },
});
if (values.help) {
  console.log(help);
  process.exit(0);
}
const number = (text, name, least) => {
  if (Number.isInteger(Number(text)) && Number(text) >= least) return Number(text);
  throw new Error(`${name} cannot be ${text}.`);
};
const single = values.input === undefined ? null : number(values.input, "--input", 0);
const first = single ?? 0;
const end = single === null ? number(positionals[0] ?? 10_000, "The number of inputs", 1) : single + 1;
const lanes = single === null ? number(values.processes ?? availableParallelism(), "--processes", 1) : 1;
const seed = number(values.seed ?? 1, "--seed", 0);
const library = resolve(values.library ?? join(root, "dist/index.js"));
const out = resolve(values.out ?? join(root, ".cache/fuzz"));
if (!existsSync(library)) throw new Error(`${library} is not there: run \`npm run build\` first.`);

const { module } = await runnerImport(join(root, "test/helpers/fuzz-seeds.ts"), {
  configFile: false,
  logLevel: "error",
});
const seeds = module.fuzzSeeds();
const inputOf = createInputs(seeds, seed, values.parser);
const folder = mkdtempSync(join(tmpdir(), "rastrum-fuzz-"));
const seedsFile = join(folder, "seeds");
writeFileSync(seedsFile, serialize(seeds));

const report = createReport();
const began = performance.now();
let shown = began;
function progress() {
  if (!process.stderr.isTTY || performance.now() - shown < 200) return;
  shown = performance.now();
  process.stderr.write(`\r${report.totals.inputs} of ${end - first} inputs, ${report.faults.size} faults `);
}

/** The input that has a fault, as files. */
function keep(input) {
  mkdirSync(out, { recursive: true });
  const { number: i, parser, name, bytes, files } = input;
  const path = join(out, `${seed}-${i}-${`${parser} ${name}`.replace(/[^\w.]+/g, "-")}`);
  const text =
    files &&
    JSON.stringify(
      Object.fromEntries(Object.entries(files).map(([key, value]) => [key, Buffer.from(value).toString("base64")])),
    );
  writeFileSync(files ? `${path}.json` : path, files ? text : bytes);
}

const settings = {
  library,
  seedsFile,
  seed,
  only: values.parser,
  end,
  step: lanes,
  mostSeconds: MOST_SECONDS,
  mostBytes: MOST_BYTES,
};
const onResult = (result) => {
  const parser = result.parser ?? inputOf(result.end).parser;
  const newFault = report.add(result, parser);
  if (newFault !== null) keep(inputOf(newFault));
  progress();
};
const onBase = (bytes) => {
  report.totals.base = Math.max(report.totals.base, bytes);
};
process.once("exit", () => rmSync(folder, { recursive: true }));
for (const signal of ["SIGTERM", "SIGINT"]) {
  process.once(signal, () => {
    console.log(report.text((performance.now() - began) / 1000));
    process.exit(1);
  });
}
await Promise.all(
  Array.from({ length: lanes }, (_, lane) => runLane({ ...settings, first: first + lane }, onResult, onBase)),
);
if (process.stderr.isTTY) process.stderr.write("\n");
console.log(report.text((performance.now() - began) / 1000));
if (report.faults.size > 0)
  console.log(`Inputs with faults are in ${out}; one again: npm run fuzz -- --input N --seed ${seed}`);
process.exitCode = report.faults.size > 0 ? 1 : 0;
