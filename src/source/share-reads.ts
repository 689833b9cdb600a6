/**
 * Reads of the same thing at the same time become one. Each caller may abort; the read itself is stopped only when
 * every caller has gone, so that nobody's abort takes the answer from anybody else.
 */
export class SharedReads<Result> {
  readonly #underWay = new Map<string, { promise: Promise<Result>; callers: number; stop: AbortController }>();

  read(key: string, signal: AbortSignal | undefined, start: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    let shared = this.#underWay.get(key);
    if (!shared) {
      const stop = new AbortController();
      const entry = { promise: start(stop.signal), callers: 0, stop };
      const forget = () => {
        if (this.#underWay.get(key) === entry) this.#underWay.delete(key);
      };
      entry.promise.then(forget, forget);
      this.#underWay.set(key, entry);
      shared = entry;
    }
    const entry = shared;
    entry.callers++;
    if (!signal) return entry.promise;
    const leave = () => {
      if (--entry.callers > 0) return;
      this.#underWay.delete(key); // who comes now must not join a read that is being stopped
      entry.stop.abort(signal.reason);
    };
    return abortable(entry.promise, signal, leave);
  }
}

/** `promise`, or the signal's reason at once when it aborts first; `onAbort` is called then. */
export function abortable<Result>(promise: Promise<Result>, signal: AbortSignal, onAbort = () => {}): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      onAbort();
      reject(signal.reason);
    };
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
