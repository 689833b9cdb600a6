/** Milliseconds of work after which other work of the page gets its turn. */
const TURN_MS = 4;

/** Cuts long work on this thread, so that it does not keep a page from its frames. */
export class Turns {
  #begun = 0;

  /** Between two pieces of work: lets the page do what it has to, where they have taken long. */
  async take(): Promise<void> {
    if (performance.now() - this.#begun < TURN_MS) return;
    await nextTurn();
    this.#begun = performance.now();
  }
}

/** After what the page, or Node, has to do meanwhile; timers alone would wait for 4 ms, or for 1. */
function nextTurn(): Promise<unknown> {
  const { scheduler, setImmediate = setTimeout } = globalThis as Host;
  return scheduler?.yield?.() ?? new Promise((resolve) => setImmediate(resolve));
}

interface Host {
  readonly scheduler?: { yield?(): Promise<void> };
  readonly setImmediate?: (callback: (value: unknown) => void) => unknown;
}
