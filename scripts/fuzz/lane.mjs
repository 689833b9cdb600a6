import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** Inputs that one process reads: what is left of each would else add up. */
const BATCH = 4000;
/** A process from which nothing comes is ended after so much CPU time; by the clock later, since a machine may be busy. */
const SILENT_CPU_SECONDS = 20;
const SILENT_SECONDS = 300;
const LOOK_MS = 1000;
/** Ticks of a second in /proc, on Linux of any kind. */
const TICKS = 100;

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
  const watch = watchSilence(child.pid, kill);
  child.stderr.setEncoding("utf8").on("data", (text) => {
    said = (said + text).slice(-4000);
  });
  const ended = new Promise((resolve) => child.once("close", (code, signal) => resolve({ code, signal })));
  for await (const line of createInterface({ input: child.stdout })) {
    watch.heard();
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
  watch.stop();
  const { code, signal } = await ended;
  if (current !== null) {
    const what = killed ? "hang" : "crash";
    const text = killed
      ? `nothing for ${SILENT_CPU_SECONDS} s of CPU time, or ${SILENT_SECONDS} s`
      : `ended with ${signal ?? code}: ${said.trim()}`;
    onResult({ end: current, outcome: what, seconds: 0, bytes: 0, fault: { what, text } });
    return current + settings.step;
  }
  if (next === settings.first) throw new Error(`The process of the fuzzer ended before it began: ${said}`);
  return next;
}

/** Calls `onSilence` once where nothing was heard of a process for too long. */
function watchSilence(pid, onSilence) {
  let [cpu, clock] = [0, performance.now()];
  const heard = () => {
    [cpu, clock] = [cpuSeconds(pid), performance.now()];
  };
  const look = () => {
    const seconds = (performance.now() - clock) / 1000;
    if (seconds < SILENT_SECONDS && cpuSeconds(pid) - cpu < SILENT_CPU_SECONDS) return;
    clearInterval(timer);
    onSilence();
  };
  const timer = setInterval(look, LOOK_MS);
  return { heard, stop: () => clearInterval(timer) };
}

/** What a process has used; 0 where the system does not say, and only the clock counts. */
function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "latin1")
      .replace(/^.*\) /s, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return 0;
  }
}
