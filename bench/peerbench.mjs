import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildIfStale } from "./build.mjs";
import { peerRatios, ratioLines } from "./peer-ratios.mjs";

const root = dirname(import.meta.dirname);
const WORKLOADS = ["w1", "w2", "w3", "w4", "w5", "edge"];
const EXACTEXTRACT = ["exactextract-feature", "exactextract-raster", "exactextract-mem"];
/** By rule: who answers to it beside Rastrum, and whose answers are the reference. */
const PEERS = {
  center: { peers: ["gdal-centre", "gdal-centre-raster"], reference: "gdal-centre" },
  fraction: {
    peers: ["gdal-fractional", "gdal-fractional-raster", ...EXACTEXTRACT],
    reference: "gdal-fractional",
  },
};

const help = `npm run bench -- peers [options]

Times Rastrum beside GDAL and exactextract by the runner of ../shared/peerbench, in turns, and compares the answers.

  --folder PATH     where peerbench is set up (its setup.sh has run); default $RASTRUM_PEERBENCH, else ../shared/peerbench
  --workloads LIST  of ${WORKLOADS.join(",")}; default those whose data are there
  --rules LIST      center,fraction; default both
  --reps N          counted repetitions; default 5
  --backend NAME    cpu or webgpu; default cpu
  --results FILE    sums up earlier runs of the runner (its results.jsonl) instead of measuring
  --help            this text`;

/** `npm run bench -- peers`. @returns {Promise<number>} exit code */
export async function main(args) {
  const options = readOptions(args);
  if (options.help) {
    console.log(help);
    return 0;
  }
  if (options.results) return printRatios(resolve(options.results));
  const folder = resolve(options.folder);
  const missing = whatIsMissing(folder);
  if (missing) {
    console.error(`${missing} Copy the folder to a scratch place, run its setup.sh there, and say --folder PATH.`);
    return 1;
  }
  const there = (workload) => existsSync(join(folder, `data/${workload === "w5" ? "w1" : workload}.json`));
  const asked = options.workloads?.split(",") ?? WORKLOADS;
  for (const each of asked) if (!there(each)) console.warn(`${each} is left out: ${folder}/data has none of its data.`);
  const workloads = asked.filter(there);
  if (workloads.length === 0) return 1;
  buildIfStale(root);
  return measure(folder, workloads, options);
}

function measure(folder, workloads, { rules, reps, backend }) {
  const asked = rules.split(",");
  const results = join(root, ".cache/bench/peers.jsonl");
  mkdirSync(dirname(results), { recursive: true });
  rmSync(results, { force: true });
  const runner = [join(import.meta.dirname, "peer.mjs"), "{w}", "--backend", backend];
  const command = (rule) =>
    `rastrum-${rule}=${process.execPath} ${runner.join(" ")} --rule ${rule} --name rastrum-${rule}`;
  const list = ["--workloads", workloads.join(","), "--reps", reps, "--out", results];
  const peers = ["--peers", asked.flatMap((rule) => PEERS[rule].peers).join(",")];
  const ours = asked.flatMap((rule) => ["--add", command(rule)]);
  if (python(folder, ["run.py", ...list, ...peers, ...ours]) !== 0) return 1;
  for (const workload of workloads) {
    for (const rule of asked) {
      const others = PEERS[rule].peers.filter((name) => name !== PEERS[rule].reference);
      python(folder, ["compare.py", workload, PEERS[rule].reference, `rastrum-${rule}`, ...others]);
    }
  }
  return printRatios(results);
}

function printRatios(results) {
  const records = readFileSync(results, "utf8").trim().split("\n").map(JSON.parse);
  for (const { error, peer, workload } of records) if (error) console.warn(`${peer} failed on ${workload}: ${error}`);
  console.log(`\n${ratioLines(peerRatios(records, PEERS)).join("\n")}`);
  return records.some(({ peer, error }) => error && peer.startsWith("rastrum")) ? 1 : 0;
}

function python(folder, args) {
  return spawnSync("venv12/bin/python", args, { cwd: folder, stdio: "inherit" }).status ?? 1;
}

function whatIsMissing(folder) {
  if (!existsSync(join(folder, "run.py"))) return `There is no peerbench in ${folder}.`;
  const venv = ["venv12", "venv_pyr"].find((name) => !existsSync(join(folder, name, "bin/python")));
  return venv ? `The peers in ${folder} are not set up: ${venv} is missing.` : null;
}

function readOptions(args) {
  const text = (value) => ({ type: "string", default: value });
  const folder = process.env.RASTRUM_PEERBENCH ?? join(root, "../shared/peerbench");
  try {
    const { values } = parseArgs({
      args,
      options: {
        folder: text(folder),
        workloads: { type: "string" },
        rules: text("center,fraction"),
        reps: text("5"),
        backend: text("cpu"),
        results: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
    const known = (list, names) => list.split(",").every((name) => names.includes(name));
    if (!known(values.rules, Object.keys(PEERS))) throw new Error(`There are no peers for the rules ${values.rules}.`);
    if (values.workloads && !known(values.workloads, WORKLOADS)) throw new Error(`Unknown: ${values.workloads}.`);
    if (!/^[1-9]\d*$/.test(values.reps)) throw new Error(`--reps cannot be ${values.reps}.`);
    return values;
  } catch (error) {
    console.error(`${error.message}\n\n${help}`);
    process.exit(2);
  }
}
