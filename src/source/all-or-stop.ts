import { onAbort } from "./on-abort.ts";

/** Like Promise.all over few tasks at a time; after a failure no task starts and those under way are stopped. */
export async function allOrStop<Item>(
  items: readonly Item[],
  atOnce: number,
  signal: AbortSignal | undefined,
  task: (item: Item, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  signal?.throwIfAborted();
  const stop = new AbortController();
  // No AbortSignal.any: what it makes is kept with a signal that outlives this.
  const unhear = onAbort(signal, () => stop.abort(signal?.reason));
  let next = 0;
  const worker = async () => {
    while (!stop.signal.aborted && next < items.length) await task(items[next++], stop.signal);
  };
  try {
    await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
    signal?.throwIfAborted();
  } catch (error) {
    stop.abort(error);
    throw error;
  } finally {
    unhear();
  }
}
