import { onAbort } from "./on-abort.ts";

interface Caller<Result> {
  resolve(result: Result): void;
  reject(reason: unknown): void;
}

interface Shared<Result> {
  readonly callers: Set<Caller<Result>>;
  readonly stop: AbortController;
}

/**
 * Reads of the same thing at the same time become one. Each caller may abort; the read itself is stopped only when
 * every caller has gone, so that nobody's abort takes the answer from anybody else.
 */
export class SharedReads<Result> {
  readonly #underWay = new Map<string, Shared<Result>>();
  readonly #copy: (result: Result) => Result;

  /** @param copy makes what all callers but the first get; without it all get the same. */
  constructor(copy: (result: Result) => Result = (result) => result) {
    this.#copy = copy;
  }

  /** True while a read of this key can be joined. */
  has(key: string): boolean {
    return this.#underWay.has(key);
  }

  read(key: string, signal: AbortSignal | undefined, start: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const shared = this.#underWay.get(key) ?? this.#start(key, start);
    return new Promise((resolve, reject) => {
      const unhear = onAbort(signal, () => {
        shared.callers.delete(caller);
        reject(signal?.reason);
        if (shared.callers.size > 0) return;
        this.#forget(key, shared); // who comes now must not join a read that is being stopped
        shared.stop.abort(signal?.reason);
      });
      const caller: Caller<Result> = {
        resolve(result) {
          unhear();
          resolve(result);
        },
        reject(reason) {
          unhear();
          reject(reason);
        },
      };
      shared.callers.add(caller);
    });
  }

  #start(key: string, start: (signal: AbortSignal) => Promise<Result>): Shared<Result> {
    const shared: Shared<Result> = { callers: new Set(), stop: new AbortController() };
    this.#underWay.set(key, shared);
    start(shared.stop.signal).then(
      (result) => {
        this.#forget(key, shared);
        // All copies are made before any caller runs: the first may give its bytes away at once.
        [...shared.callers].forEach((caller, i) => {
          caller.resolve(i === 0 ? result : this.#copy(result));
        });
      },
      (reason: unknown) => {
        this.#forget(key, shared);
        for (const caller of shared.callers) caller.reject(reason);
      },
    );
    return shared;
  }

  #forget(key: string, shared: Shared<Result>): void {
    if (this.#underWay.get(key) === shared) this.#underWay.delete(key);
  }
}

/** `promise`, or the signal's reason at once when it aborts first. */
export function abortable<Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const unhear = onAbort(signal, () => reject(signal.reason));
    promise.then(resolve, reject).finally(unhear);
  });
}
