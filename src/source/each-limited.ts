import { onAbort } from "./on-abort.ts";

/**
 * Runs `work` over the items in order, `limit` at a time. The first failure, or the abort of one of the callers' signals,
 * aborts the rest; it is only passed on once everything has ended, so nothing is left running.
 */
export async function forEachLimited<Item>(
  items: readonly Item[],
  limit: number,
  outer: readonly (AbortSignal | undefined)[],
  work: (item: Item, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  for (const signal of outer) signal?.throwIfAborted();
  const controller = new AbortController();
  const unhear = outer.map((signal) => onAbort(signal, () => controller.abort(signal?.reason)));
  let next = 0;
  const lane = async () => {
    while (next < items.length && !controller.signal.aborted) {
      try {
        await work(items[next++], controller.signal);
      } catch (error) {
        controller.abort(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
  for (const forget of unhear) forget();
  controller.signal.throwIfAborted();
}
