import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** Inputs that one process reads: what is left of each would else add up. */
const BATCH = 4000;
/** A process from which nothing comes for so long is ended: a busy machine may take its time. */
const SILENCE_MS = 30_000;

/**
 * Reads inputs `first`, `first + step` … in processes, one after the other, and tells `onResult` of each. An input that
 * ends its process, or has to be ended with it, is a fault, and the next process goes on behind it.
 */
export async function runLane(settings, onResult, onBase) {
  const { end, step } = settings;
  for (let next = settings.first; next < end; ) {
    const stop = Math.min(end, next + BATCH * step);
    next = await runBatch({ ...settings, first: next, end: stop }, onResult, onBase);
  }
}

/** @returns the first number that is not read yet */
async function runBatch(settings, onResult, onBase) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "child.mjs"), JSON.stringify(settings)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [next, current, killed, said] = [settings.first, null, false, ""];
  const kill = () => {
    killed = true;
    child.kill("SIGKILL");
  };
  let timer = setTimeout(kill, SILENCE_MS);
  child.stderr.setEncoding("utf8").on("data", (text) => {
    said = (said + text).slice(-4000);
  });
  const ended = new Promise((resolve) => child.once("close", (code, signal) => resolve({ code, signal })));
  for await (const line of createInterface({ input: child.stdout })) {
    clearTimeout(timer);
    timer = setTimeout(kill, SILENCE_MS);
    const message = JSON.parse(line);
    if (message.base !== undefined) onBase(message.base);
    else if (message.begin !== undefined) current = message.begin;
    else {
      onResult(message);
      current = null;
      next = message.end + settings.step;
      if (message.fault?.what === "memory") kill(); // its peak would be that of all that follow
    }
  }
  clearTimeout(timer);
  const { code, signal } = await ended;
  if (current !== null) {
    const what = killed ? "hang" : "crash";
    const text = killed ? `nothing for ${SILENCE_MS / 1000} s` : `ended with ${signal ?? code}: ${said.trim()}`;
    onResult({ end: current, outcome: what, seconds: 0, bytes: 0, fault: { what, text } });
    return current + settings.step;
  }
  if (next === settings.first) throw new Error(`The process of the fuzzer ended before it began: ${said}`);
  return next;
}
