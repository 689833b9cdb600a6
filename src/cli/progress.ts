import type { WriteStream } from "node:tty";
import type { Progress } from "../index.ts";
import { terminalWidth } from "./tell.ts";

/** Milliseconds between two updates of the line. */
const UPDATE_INTERVAL_MS = 100;

/** Back to the start of the line, and clear it. */
const CLEAR_LINE = "\r\u001b[K";

/** Runs a job and keeps one line on a terminal that says how far it is; the line is gone at the end. */
export async function showProgress(job: AsyncIterable<Progress>, terminal: WriteStream): Promise<void> {
  const started = performance.now();
  let shown = Number.NEGATIVE_INFINITY;
  try {
    for await (const progress of job) {
      const now = performance.now();
      if (now - shown < UPDATE_INTERVAL_MS) continue;
      shown = now;
      const line = progressLine(progress, (now - started) / 1000);
      terminal.write(CLEAR_LINE + line.slice(0, terminalWidth(terminal) - 1));
    }
  } finally {
    terminal.write(CLEAR_LINE);
  }
}

/** `12/40 chunks, 30%, 6.0 chunks/s, 5 s left` */
export function progressLine({ done, total }: Progress, seconds: number): string {
  const percent = total > 0 ? Math.floor((100 * done) / total) : 100;
  const parts = [`${done}/${total} chunks`, `${percent}%`];
  if (done > 0 && seconds > 0) {
    const rate = done / seconds;
    parts.push(`${rate.toPrecision(2)} chunks/s`, `${duration((total - done) / rate)} left`);
  }
  return parts.join(", ");
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
