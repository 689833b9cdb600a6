/**
 * A process that reads inputs one after the other and says of each, on a line of its own, that it begins and how it
 * ended: lines are written at once, so that whoever listens knows which input a hang or a crash belongs to.
 */
import { readFileSync, writeSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { deserialize } from "node:v8";
import { createInputs } from "./inputs.mjs";
import { createReader } from "./read.mjs";

const { library: path, seedsFile, seed, only, first, end, step, mostSeconds, mostBytes } = JSON.parse(process.argv[2]);
const library = await import(pathToFileURL(path).href);
const seeds = deserialize(readFileSync(seedsFile));
const inputOf = createInputs(seeds, seed, only);
const { engine, read } = createReader(library);
const say = (line) => writeSync(1, `${JSON.stringify(line)}\n`);

/** What no promise of the input's told of. */
let stray = null;
process.on("unhandledRejection", (reason) => {
  stray = { what: "unhandled rejection", reason };
});
process.on("uncaughtException", (reason) => {
  stray = { what: "uncaught exception", reason };
});

const peakBytes = () => process.resourceUsage().maxRSS * 1024;
const cpuSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Words of an engine that ran out of something, in any error or in what caused it. */
const EXHAUSTED = /Maximum call stack|allocation failed|out of memory/i;

function faultOf(error) {
  if (!library.isRastrumError(error)) return { what: "untagged error", reason: error };
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (EXHAUSTED.test(cause.message)) return { what: "exhausted", reason: cause };
  }
  return null;
}

async function outcomeOf(input) {
  stray = null;
  const began = cpuSeconds();
  const error = await read(input).then(
    () => null,
    (reason) => reason ?? new Error(`rejected with ${reason}`),
  );
  await nextTurn(); // for rejections that nobody heard
  const seconds = cpuSeconds() - began;
  const { arrayBuffers } = process.memoryUsage();
  const bytes = Math.max(peakBytes() - base, arrayBuffers);
  let fault = stray ?? (error && faultOf(error));
  if (!fault && seconds > mostSeconds) fault = { what: "slow", reason: `${seconds.toFixed(1)} s of CPU time` };
  if (!fault && bytes > mostBytes) fault = { what: "memory", reason: `${Math.round(bytes / 2 ** 20)} MiB` };
  const outcome = error === null ? "read" : (error.tag ?? "untagged");
  return { outcome, seconds, bytes, fault: fault && { what: fault.what, text: textOf(fault.reason) } };
}

function textOf(reason) {
  return (reason instanceof Error ? reason.stack : String(reason)).slice(0, 4000);
}

// What is loaded and compiled once is no input's.
let base = 0;
for (const one of seeds.filter((_, i) => i % 3 === 0)) await read({ ...one, choice: 0.6 }).catch(() => {});
base = peakBytes();
say({ base });
for (let i = first; i < end; i += step) {
  say({ begin: i });
  const input = inputOf(i);
  say({ end: i, parser: input.parser, name: input.name, ...(await outcomeOf(input)) });
}
await engine.close();
