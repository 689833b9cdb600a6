import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Milliseconds between samples: a peak that is shorter may be missed. */
const PAUSE = 20;

/**
 * Runs a job once in a process of its own and samples the memory of that process and all that it starts: the sum of their
 * proportional set sizes, so that what is shared counts once. In MiB: what there was when the job began (data in memory
 * among it) and the peak; null where /proc cannot tell.
 */
export async function peakMemory(job, size) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "memory-child.mjs"), job, size], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let before = null;
  let peak = 0;
  child.stdout.once("data", () => {
    before = treeMiB(child.pid);
  });
  const timer = setInterval(() => {
    if (before !== null) peak = Math.max(peak, treeMiB(child.pid) ?? 0);
  }, PAUSE);
  const code = await new Promise((resolve) => child.once("exit", resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`The process that runs ${job} once ended with ${code}.`);
  return before === null || peak === 0 ? null : { before, peak };
}

function treeMiB(root) {
  try {
    const kib = (pid) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
    return treeOf(root).reduce((sum, pid) => sum + kib(pid), 0) / 1024;
  } catch {
    return null; // not Linux, or it has just ended
  }
}

function treeOf(pid) {
  const threads = readdirSync(`/proc/${pid}/task`);
  const children = threads.flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").split(" ").filter(Boolean),
  );
  return [pid, ...children.flatMap(treeOf)];
}
