import type { RastrumError } from "../errors.ts";
import { onAbort } from "./on-abort.ts";
import type { StoreOptions } from "./store.ts";

const LONGEST_PAUSE_MS = 10_000;
const LONGEST_RETRY_AFTER_MS = 30_000;

/** Thrown for a failure that may pass; `error` is what the caller gets when it does not. */
export class Retry {
  readonly error: RastrumError;
  readonly afterMs: number;

  constructor(error: RastrumError, afterMs = 0) {
    this.error = error;
    this.afterMs = afterMs;
  }
}

/** Runs `attempt` until it does not throw a {@link Retry} or the retries are used up, with growing pauses between. */
export async function withRetries<Result>(
  attempt: (signal: AbortSignal) => Promise<Result>,
  { retries = 3, retryDelayMs = 250 }: StoreOptions,
  signal: AbortSignal,
): Promise<Result> {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt(signal);
    } catch (failure) {
      if (!(failure instanceof Retry)) throw failure;
      if (tries >= retries) throw failure.error;
      // Jitter, so that many readers that failed together do not come back together, also where a server says when.
      const pauseMs = Math.min(retryDelayMs * 2 ** tries, LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2);
      await pause(failure.afterMs + pauseMs, signal);
    }
  }
}

/** Retry-After: seconds or a date (RFC 9110 §10.2.3); 0 where there is none, at most 30 s. */
export function retryAfterMs(headers: Headers, now = Date.now()): number {
  const text = headers.get("retry-after");
  if (!text) return 0;
  const ms = /^\d+$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), LONGEST_RETRY_AFTER_MS) : 0;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const unhear = onAbort(signal, () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
    const timer = setTimeout(() => {
      unhear();
      resolve();
    }, ms);
  });
}
