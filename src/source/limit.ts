/**
 * Runs at most `limit` tasks at once, in the order in which they came; one that is aborted while it waits never starts.
 */
export function createLimit(
  limit: number,
): <Result>(task: () => Promise<Result>, signal: AbortSignal) => Promise<Result> {
  let running = 0;
  const waiting: (() => void)[] = [];
  const leave = () => {
    const next = waiting.shift();
    if (next)
      next(); // the place is handed on, so that nobody can slip in between
    else running--;
  };
  return async (task, signal) => {
    signal.throwIfAborted();
    if (running < limit) running++;
    else await turn(waiting, signal);
    try {
      signal.throwIfAborted();
      return await task();
    } finally {
      leave();
    }
  };
}

function turn(waiting: (() => void)[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const start = () => {
      signal.removeEventListener("abort", giveUp);
      resolve();
    };
    const giveUp = () => {
      waiting.splice(waiting.indexOf(start), 1);
      reject(signal.reason);
    };
    waiting.push(start);
    signal.addEventListener("abort", giveUp, { once: true });
  });
}
