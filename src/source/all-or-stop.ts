/** Like Promise.all over few tasks at a time; after a failure no task starts and those under way are stopped. */
export async function allOrStop<Item>(
  items: readonly Item[],
  atOnce: number,
  signal: AbortSignal | undefined,
  task: (item: Item, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  let next = 0;
  const worker = async () => {
    while (!either.aborted && next < items.length) await task(items[next++], either);
  };
  try {
    await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
    signal?.throwIfAborted();
  } catch (error) {
    stop.abort(error);
    throw error;
  }
}
