#!/usr/bin/env node
import { run } from "./run.ts";

const controller = new AbortController();
const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;
let stoppedBy: keyof typeof exitCodes | null = null;

/** The first signal stops the job, which then cleans up; a second one does not wait for that. */
function stop(signal: keyof typeof exitCodes): void {
  if (stoppedBy !== null) process.exit(exitCodes[signal]);
  stoppedBy = signal;
  controller.abort();
}

process.on("SIGINT", stop);
process.on("SIGTERM", stop);

// The reader has gone (`rastrum zonal … | head`): nothing is left to say.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

const code = await run(process.argv.slice(2), controller.signal);
process.exitCode = stoppedBy && code !== 0 ? exitCodes[stoppedBy] : code;
