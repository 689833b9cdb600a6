/** One update of a zone. */
interface Call<Result> {
  readonly work: UpdateWork<Result>;
  readonly stop: AbortController;
  readonly resolve: (result: Result | null) => void;
  readonly reject: (reason: unknown) => void;
  /** Whether it waits for nothing but being computed, so that it is done in a moment. */
  isQuick: boolean;
}

/** Says by `setQuick` whether it waits for nothing but being computed; at first it does not. */
export type UpdateWork<Result> = (signal: AbortSignal, setQuick: (isQuick: boolean) => void) => Promise<Result>;

/**
 * Updates of zones, the newest of each zone first. One that waits for chunks is superseded by the next at once: it
 * resolves to null, and what only it waited for is stopped. One that is being computed is answered, so that the numbers
 * move even where changes come faster than answers; of those that came meanwhile only the last one is done.
 */
export class UpdateQueue<Result> {
  readonly #running = new Map<number, Call<Result>>();
  readonly #waiting = new Map<number, Call<Result>>();

  push(zone: number, work: UpdateWork<Result>, signal: AbortSignal | undefined): Promise<Result | null> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    return new Promise((resolve, reject) => {
      const stop = new AbortController();
      const abort = () => {
        reject(signal?.reason);
        stop.abort(signal?.reason);
      };
      const unhear = () => signal?.removeEventListener("abort", abort);
      signal?.addEventListener("abort", abort, { once: true });
      const settled =
        <Value>(settle: (value: Value) => void) =>
        (value: Value) => {
          unhear();
          settle(value);
        };
      this.#add(zone, { work, stop, resolve: settled(resolve), reject: settled(reject), isQuick: false });
    });
  }

  /** Ends all calls, with null or, where one is given, with a reason. */
  end(reason: unknown = null): void {
    for (const calls of [this.#waiting, this.#running]) {
      for (const call of calls.values()) {
        if (reason !== null) call.reject(reason);
        supersede(call);
      }
      calls.clear();
    }
  }

  #add(zone: number, call: Call<Result>): void {
    const running = this.#running.get(zone);
    if (running?.isQuick) {
      const waiting = this.#waiting.get(zone);
      if (waiting) supersede(waiting);
      this.#waiting.set(zone, call);
    } else {
      if (running) supersede(running);
      this.#start(zone, call);
    }
  }

  async #start(zone: number, call: Call<Result>): Promise<void> {
    this.#running.set(zone, call);
    try {
      call.stop.signal.throwIfAborted();
      const setQuick = (isQuick: boolean) => {
        call.isQuick = isQuick;
        if (!isQuick && this.#waiting.has(zone)) {
          supersede(call);
          this.#startNext(zone, call);
        }
      };
      call.resolve(await call.work(call.stop.signal, setQuick));
    } catch (error) {
      call.reject(error);
    }
    this.#startNext(zone, call);
  }

  /** After a call, unless another runs already. */
  #startNext(zone: number, call: Call<Result>): void {
    if (this.#running.get(zone) !== call) return;
    this.#running.delete(zone);
    const next = this.#waiting.get(zone);
    if (!next) return;
    this.#waiting.delete(zone);
    this.#start(zone, next);
  }
}

function supersede<Result>(call: Call<Result>): void {
  call.resolve(null);
  call.stop.abort();
}
